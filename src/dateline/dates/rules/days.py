"""Days named from the day of publication: today, Saturday, last Friday, 5 March, the 13th."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dateline.dates import span
from dateline.dates.day import WEEKDAYS, Day
from dateline.dates.edtf import Edtf
from dateline.dates.grammar import Rule
from dateline.dates.reading import Alternative
from dateline.dates.setting import Setting
from dateline.dates.span import Span, days_between

NEAR_PAST: Final = 3
"""Without a cue, a weekday up to three days back is taken before one ahead: 94 % of a news corpus."""
UNDECIDED: Final = 120
"""Two dates this many days off or more are both far: then the tense decides."""


def from_today(days: int) -> Callable[..., Span]:
    """A reader of the day that many days after publication."""
    return lambda at, *_: span.day(at.today.plus(days), supplied="week")


def bare_weekday(at: Setting, weekday: int) -> Span:
    """“Saturday”: by the tense of its clause, else the nearest."""
    back = (at.today.weekday - weekday) % 7
    if back == 0:
        return span.day(at.today, supplied="week")
    before, after = at.today.plus(-back), at.today.plus(7 - back)
    past = at.direction == "past" or (at.direction != "future" and back <= NEAR_PAST)
    chosen, other = (before, after) if past else (after, before)
    return _beside(span.day(chosen, supplied="week"), other, _why_not(at, weekday, past))


def _why_not(at: Setting, weekday: int, past: bool) -> str:
    name = WEEKDAYS[weekday]
    side = "after" if past else "before"
    if at.cue.word:
        return f"The {name} {side} publication; “{at.cue.word}” speaks of {'the past' if past else 'what is to come'}."
    return f"The {name} {side} publication is further away, and nothing points to it."


def _beside(chosen: Span, other: Day, because: str) -> Span:
    return replace(chosen, alternatives=(Alternative(Edtf.parse(str(other)), because),))


def last_weekday(at: Setting, _: object, weekday: int) -> Span:
    """“last Friday”: the latest strictly before publication."""
    return span.day(at.today.plus(-((at.today.weekday - weekday - 1) % 7 + 1)), supplied="week")


def next_weekday(at: Setting, _: object, weekday: int) -> Span:
    """“next Friday”: the first strictly after publication; in speech often the one of next week."""
    first = at.today.plus((weekday - at.today.weekday - 1) % 7 + 1)
    if span.week(first) == span.week(at.today):
        return _beside(span.day(first, supplied="week"), first.plus(7),
                       f"Some mean the {WEEKDAYS[weekday]} of next week; most news means the first to come.")  # fmt: skip
    return span.day(first, supplied="week")


def this_weekday(at: Setting, _: object, weekday: int) -> Span:
    """“this Sunday”: the first to come, publication day included; the one just gone after “earlier”."""
    if at.direction == "past":
        return span.day(at.today.plus(-((at.today.weekday - weekday) % 7)), supplied="week")
    return span.day(at.today.plus((weekday - at.today.weekday) % 7), supplied="week")


def past_weekday(at: Setting, weekday: int) -> Span:
    """“earlier this Sunday”, “this past Sunday”."""
    return span.day(at.today.plus(-((at.today.weekday - weekday) % 7)), supplied="week")


def weekday_of_week(at: Setting, weekday: int, week: Span) -> Span | None:
    """“Friday last week”."""
    return span.day(week.first.plus(weekday)) if week.first else None


def week_before_weekday(at: Setting, weekday: int) -> Span:
    """“a week ago Friday”: the last Friday that is at least five days back."""
    back = (at.today.weekday - weekday) % 7
    return span.day(at.today.plus(-back if back >= 5 else -back - 7), supplied="week")


def weekday_before_last(at: Setting, weekday: int) -> Span:
    """“the Friday before last”."""
    return span.day((last_weekday(at, None, weekday).first or at.today).plus(-7), supplied="week")


def weekday_after_next(at: Setting, weekday: int) -> Span:
    """“the Friday after next”."""
    return span.day((next_weekday(at, None, weekday).first or at.today).plus(7), supplied="week")


def nearest_in_year(at: Setting, month: int, number: int) -> Span | None:
    """The day of that month nearest to publication; of two that are both far, the one that the tense asks for."""
    around = (span.calendar_day(at.today.year + step, month, number) for step in (-1, 0, 1))
    days = sorted((s.first for s in around if s and s.first), key=lambda d: abs(days_between(d, at.today)))
    if not days:
        return None
    if len(days) > 1 and at.direction and abs(days_between(days[0], at.today)) >= UNDECIDED:
        behind = at.direction == "past"
        days.sort(key=lambda d: ((d > at.today) == behind, abs(days_between(d, at.today))))
    return span.day(days[0], supplied="year")


def month_day(at: Setting, weekday: int | None, month: int, number: int) -> Span | None:
    """“March 5”, “Tuesday, January 10”."""
    found = nearest_in_year(at, month, number)
    if weekday is None or found is None or found.first is None:
        return found
    years = sorted(
        (found.first.year + step for step in range(-3, 4)), key=lambda y: abs(y - found.first.year)
    )
    for year in years:
        named = span.calendar_day(year, month, number)
        if named and named.first and named.first.weekday == weekday:
            return replace(named, supplied="year", anchored=True)
    return found


def day_month(at: Setting, weekday: int | None, number: int, month: int) -> Span | None:
    """“5 March”."""
    return month_day(at, weekday, month, number)


def day_of_month(at: Setting, weekday: int | None, number: int) -> Span | None:
    """“the 13th”: of the month of publication, or of the one before or after where the tense asks for it."""
    months = (span.months(at.today.year, at.today.month + step) for step in (-1, 0, 1))
    named = [s.first for s in (span.calendar_day(y, m, number) for y, m in months) if s and s.first]
    if weekday is not None:
        named = [d for d in named if d.weekday == weekday] or named
    wrong = {"past": lambda d: d > at.today, "future": lambda d: d < at.today}.get(
        at.direction, lambda d: False
    )
    named.sort(key=lambda d: (wrong(d), (d.year, d.month) != at.today[:2], abs(days_between(d, at.today))))
    return span.day(named[0], supplied="month") if named else None


def day_of_named_month(at: Setting, number: int, month: Span) -> Span | None:
    """“the 20th of last month”."""
    return span.calendar_day(month.first.year, month.first.month, number) if month.first else None


def slash_pair(at: Setting, weekday: int | None, text: str) -> Span | None:
    """“2/15”: a day and a month, or a month and a year."""
    a, b = (int(part) for part in text.split("/"))
    if len(text.split("/")[1]) == 4:
        return span.month(b, a) if 1 <= a <= 12 else None
    if a > 31 or b > 31:
        return None
    american, british = nearest_or_none(at, a, b), nearest_or_none(at, b, a)
    return (british or american) if at.order == "day-month" else (american or british)


def nearest_or_none(at: Setting, month: int, number: int) -> Span | None:
    """As `nearest_in_year`, for figures that may be no month."""
    return nearest_in_year(at, month, number) if 1 <= month <= 12 else None


def nth_weekday(at: Setting, order: int, weekday: int, month: Span) -> Span | None:
    """“the first Monday of October”."""
    if month.first is None or order > 5:
        return None
    day = month.first.plus((weekday - month.first.weekday) % 7 + 7 * (order - 1))
    return span.day(day) if day.month == month.first.month else None


def last_weekday_of(at: Setting, _: object, weekday: int, month: Span) -> Span | None:
    """“the last Friday in October”."""
    return span.day(month.last.plus(-((month.last.weekday - weekday) % 7))) if month.last else None


RULES: Final = (
    Rule("today", """
         today
         earlier|later today
         THIS DAYPART
         tonight
         this very? day""", from_today(0),
         "Today is the day of publication, where the source was published.", """
         today = 2024-11-21
         this morning = 2024-11-21
         earlier today = 2024-11-21"""),
    Rule("yesterday", """
         yesterday DAYPART?
         last night|evening
         late? overnight""", from_today(-1),
         "Yesterday, and last night, are the day before publication.", """
         yesterday = 2024-11-20
         last night = 2024-11-20
         overnight = 2024-11-20"""),
    Rule("tomorrow", "tomorrow|tmrw DAYPART?", from_today(1),
         "Tomorrow is the day after publication.",
         "tomorrow = 2024-11-22"),
    Rule("day before yesterday", "the? day before yesterday", from_today(-2),
         "Two days before publication.", "the day before yesterday = 2024-11-19"),
    Rule("day after tomorrow", "the? day after tomorrow|tmrw", from_today(2),
         "Two days after publication.", "the day after tomorrow = 2024-11-23"),
    Rule("bare weekday", "WEEKDAY", bare_weekday,
         "A weekday is the day of publication if it bears that name. In a sentence about the past it is the last "
         "one before, in a sentence about the future the first one after, and otherwise the nearer of them.", """
         said [Thursday] = 2024-11-21
         said [Monday] = 2024-11-18
         will meet [Saturday] = 2024-11-23
         Saturday = 2024-11-23
         The Financial Times reported [Saturday] @ 2026-02-02 = 2026-01-31"""),
    Rule("last weekday", "LAST WEEKDAY", last_weekday,
         "“Last” before a weekday is the latest such day before publication.", """
         last Friday = 2024-11-15
         last Wednesday = 2024-11-20
         last Thursday = 2024-11-14"""),
    Rule("next weekday", "NEXT WEEKDAY", next_weekday,
         "“Next” before a weekday is the first such day after publication.", """
         next Monday = 2024-11-25
         next Friday = 2024-11-22"""),
    Rule("this weekday", """
         THIS WEEKDAY
         THIS coming WEEKDAY""", this_weekday,
         "“This” before a weekday is the one to come, or in a sentence about the past the one just gone.", """
         this Sunday = 2024-11-24
         this coming Sunday = 2024-11-24
         was shot [this Sunday] = 2024-11-17"""),
    Rule("weekday just gone", """
         earlier this|on WEEKDAY
         this past WEEKDAY
         WEEKDAY past""", past_weekday,
         "“Earlier” or “past” puts the weekday before publication.", """
         earlier this Sunday @ 2026-02-01 = 2026-02-01
         this past Sunday = 2024-11-17"""),
    Rule("weekday of a week", """
         WEEKDAY ,? of? <week>
         WEEKDAY of|in|from <week>""", weekday_of_week,
         "The named day of the named week.", """
         Friday last week = 2024-11-15
         Tuesday of next week = 2024-11-26"""),
    Rule("week before a weekday", """
         a|one week ago on? last? WEEKDAY
         WEEKDAY a|one week ago""", week_before_weekday,
         "A week before the last such day.",
         "a week ago Friday = 2024-11-15"),
    Rule("weekday before last", "the? WEEKDAY before last", weekday_before_last,
         "One week before the last such day.",
         "the Friday before last = 2024-11-08"),
    Rule("weekday after next", "the? WEEKDAY after next", weekday_after_next,
         "One week after the first such day to come.",
         "the Friday after next = 2024-11-29"),
    Rule("month and day", """
         WEEKDAY? ,? MONTH the? DAY
         WEEKDAY? ,? MONTH - DAY""", month_day,
         "A day without a year is the one nearest to publication.", """
         March 5 = 2025-03-05
         Dec. 31 @ 2024-01-02 = 2023-12-31
         April 2nd @ 2008-04-09 = 2008-04-02
         Tuesday, January 10 @ 2012-08-10 = 2012-01-10"""),
    Rule("day and month", "WEEKDAY? ,? the? DAY day? of? MONTH", day_month,
         "A day without a year is the one nearest to publication.", """
         5 March = 2025-03-05
         the 4th of July = 2024-07-04"""),
    Rule("weekday and day", "WEEKDAY ,? the? DAY", day_of_month,
         "A day without a month is in the month of publication, or in the neighbouring one that the weekday or the "
         "tense asks for.", """
         Tuesday the 19th = 2024-11-19
         Friday the 13th = 2024-12-13"""),
    Rule("day of the month", "the ORD", lambda at, number: day_of_month(at, None, number),
         "A day without a month is in the month of publication, or in the neighbouring one that the tense asks for.", """
         the 13th = 2024-11-13
         will meet on [the 4th] = 2024-12-04"""),
    Rule("day of a named month", "the? ORD day? of|in <month>", day_of_named_month,
         "The day of that number in the named month.",
         "the 20th of last month = 2024-10-20"),
    Rule("day and month in figures", "WEEKDAY? ,? PAIR", slash_pair,
         "Two figures are month and day, by the order of the source's own English, in the year nearest to "
         "publication; or month and year.", """
         2/15 = 2025-02-15
         11/2016 = 2016-11"""),
    Rule("nth weekday of a month", "the? ORD WEEKDAY of|in <month>", nth_weekday,
         "Weekdays are counted from the first day of the month.",
         "the first Monday of October 2024 = 2024-10-07"),
    Rule("last weekday of a month", "the? LAST WEEKDAY of|in <month>", last_weekday_of,
         "The latest such day within the month.",
         "the last Friday in October 2024 = 2024-10-25"),
)  # fmt: skip
