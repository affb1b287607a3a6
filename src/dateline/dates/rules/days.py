"""Days named from the day of publication: today, 5 March, the 13th."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dateline.dates import span
from dateline.dates.counted import before_a_noun, counts, figures_count
from dateline.dates.day import Day, days_in_month, made
from dateline.dates.feasts import KNOWN_BY_DATE
from dateline.dates.grammar import Rule
from dateline.dates.history import time_told
from dateline.dates.rules.moving import PLAINLY_AHEAD, in_year_told, rejected
from dateline.dates.setting import Setting
from dateline.dates.span import Span, days_between

UNDECIDED: Final = 120
"""Two dates this many days off or more are both far: then the tense decides."""
LONG_OVER: Final = 45
"""A day so many days back is none that “will” speaks of."""

PLAINLY_PAST: Final = ("since", "ended", "began", "took", "happened", "died", "opened", "started")
"""Verbs of what has happened on the very day that they stand with, however near the next such day is."""


def from_today(days: int) -> Callable[..., Span]:
    """A reader of the day that many days after publication."""
    return lambda at, *_: span.day(at.today.plus(days), supplied="week")


def today(at: Setting, *_: object) -> Span:
    """“today”; in a history it is the present, and no day."""
    return span.nothing() if time_told(at) else span.day(at.today, supplied="week")


def nearest_in_year(at: Setting, month: int, number: int) -> Span | None:
    """That day of the year that the text tells of, else of the one nearest to publication."""
    return in_year_told(
        at, month, lambda year: span.calendar_day(year, month, number), lambda: _nearest(at, month, number)
    )


def _nearest(at: Setting, month: int, number: int) -> Span | None:
    """That day nearest to publication; of two that are both far, the one the tense asks for."""
    today, direction = at.today, at.direction
    years = (today.year - 1, today.year, today.year + 1)
    days = [made(Day, (year, month, number)) for year in years if 0 < number <= days_in_month(year, month)]
    if not days:
        return None
    days.sort(key=lambda day: abs(days_between(day, today)))
    if direction and abs(days_between(days[0], today)) >= far(at, ahead=days[0] > today):
        days.sort(key=lambda day: (day > today) == (direction == "past"))
    if len(days) < 2:
        return span.day(days[0], supplied="year")
    ahead = days[1] > today
    other = rejected(at, str(days[1]), ahead=ahead, weighed=ahead == (days[0] <= today))
    return span.day(days[0], supplied="year", alternatives=(other,))


def far(at: Setting, *, ahead: bool) -> int:
    """From how many days on the tense has more to say than nearness."""
    word = at.cue.word.lower()
    if ahead:
        return 0 if word in PLAINLY_PAST else UNDECIDED
    return LONG_OVER if word in PLAINLY_AHEAD else UNDECIDED


def month_day(at: Setting, weekday: int | None, month: int, number: int) -> Span | None:
    """“March 5”; with a weekday, the one of the next years in which it falls on that, if one is."""
    apart = _APART.search(at.text, at.start, at.end) and not _ENDS.match(at.text, at.end)
    return None if apart or counts(at.text, at.start, at.end) else _nearest_on(at, weekday, month, number)


_APART: Final = re.compile(r",\s*\S+$")
"""A comma between a month and its day, which is one only where nothing follows: “October, 1st.”"""
_ENDS: Final = re.compile(r"\s*(?:[.;!?)]|$)")


def _nearest_on(at: Setting, weekday: int | None, month: int, number: int) -> Span:
    """The nearest such day; with a weekday, the nearest that falls on it; nothing if no year has the day."""
    found = _known_by_its_date(at, month, number) or nearest_in_year(at, month, number)
    if found is None:
        return span.nothing()
    if weekday is None or found.first is None:
        return found
    middle = found.first.year
    for year in (middle, middle - 1, middle + 1):
        named = span.calendar_day(year, month, number)
        if named and named.first and named.first.weekday == weekday:
            return named._replace(supplied="year", anchored=found.anchored)
    return found


_NEAR: Final = 120
"""How far around a date is looked for what it is known for, in characters."""
_AS_A_NAME: Final = re.compile(r"\b(?:since|after|before|pre-|post-)\s?$|(?:^|[.!?]\s+)[\"“]?$", re.I)
_AS_A_SUBJECT: Final = re.compile(r"\s+(?:changed|happened|was|showed|taught|made|,)")
_LATELY: Final = 60
"""A day within so many days of its own name's day is mostly that one."""


def _known_by_its_date(at: Setting, month: int, number: int) -> Span | None:
    """“the attacks of Sept. 11”, “since Sept. 11”: of the year in which they were."""
    day, about = KNOWN_BY_DATE.get((month, number), (None, ""))
    if day is None or at.day is None or at.day <= day:
        return None
    front, rest = at.text[max(0, at.start - _NEAR) : at.start], at.text[at.end : at.end + _NEAR]
    if re.search(about, front + rest):
        return span.day(day, supplied="year")
    led = _AS_A_NAME.search(front)
    named = led and (led[0].strip(' .!?"“') or _AS_A_SUBJECT.match(rest))
    lately = 0 <= days_between(Day(at.day.year, month, number), at.day) <= _LATELY
    return span.day(day, supplied="year") if named and not lately and at.day.year - day.year < 10 else None


def month_day_of_year(at: Setting, weekday: int | None, month: int, number: int, year: Span) -> Span | None:
    """“March 12 of last year”."""
    counted = figures_count(at.text, at.end)
    return span.calendar_day(year.first.year, month, number) if year.first and not counted else None


def sided_day(at: Setting, which: object, month: int, number: int) -> Span | None:
    """“last Jan. 21”, “next Jan. 1”, “this Dec. 31”."""
    if counts(at.text, at.start, at.end):
        return None
    years = {"last": (0, -1), "next": (0, 1)}.get(str(which), (0,))
    for step in years:
        found = span.calendar_day(at.today.year + step, month, number)
        day = found.first if found else None
        if day and (
            which not in ("last", "next") or ((day < at.today) == (which == "last") and day != at.today)
        ):
            return span.day(day, supplied="year")
    return None


def day_month(at: Setting, weekday: int | None, number: int, month: int) -> Span | None:
    """“5 March”; not the “two March” of “two March storms”, nor “first May” of “the first May meeting”."""
    end = at.text.rfind(" ", at.start, at.end)
    spelt = end > 0 and at.text[end - 1].isalpha()
    if spelt and counts(at.text, at.start, end, at.end):
        return None
    return _nearest_on(at, weekday, month, number)


def day_of_month(at: Setting, weekday: int | None, number: int) -> Span | None:
    """“the 13th”: of the month of publication, or of a neighbour that the weekday or the tense asks for."""
    told = time_told(at)
    if told and told.first:
        known = told.unit in ("day", "month")
        found = span.calendar_day(*told.first[:2], number) if known else None
        return found._replace(supplied="month") if found else None
    months = (span.months(at.today.year, at.today.month + step) for step in (-1, 0, 1))
    named = [s.first for s in (span.calendar_day(y, m, number) for y, m in months) if s and s.first]
    if weekday is not None:
        named = [day for day in named if day.weekday == weekday] or named

    def unfit(day: Day) -> tuple[bool, bool, int]:
        against = (
            (day > at.today) if at.direction == "past" else (day < at.today and at.direction == "future")
        )
        return against, day[:2] != at.today[:2], abs(days_between(day, at.today))

    return span.day(min(named, key=unfit), supplied="month") if named else None


_COUNT: Final = re.compile(
    r"[A-Za-z.]+ (?:\d+|(?!the\b)[a-z]+) (?!(?:and|or|to|at|in|on|for|until|till|through)\b)[a-z]"
)


def uncounted_day(at: Setting, weekday: int, number: int) -> Span | None:
    """“Tuesday 19”; of “Monday 5 people were killed” and “Monday, the two sailors” it is Monday."""
    spelt = at.text[at.start : at.end].rpartition(" ")[2].isalpha()
    counted = _COUNT.match(at.text, at.start) or (spelt and before_a_noun(at.text, at.end))
    return None if counted else day_of_month(at, weekday, number)


def bare_day_of_month(at: Setting, number: int) -> Span | None:
    """“the 13th”."""
    return day_of_month(at, None, number)


def day_of_named_month(at: Setting, number: int, month: Span) -> Span | None:
    """“the 20th of last month”."""
    return span.calendar_day(month.first.year, month.first.month, number) if month.first else None


def figures(at: Setting, weekday: int | None, text: str) -> Span | None:
    """“2/15”: a month and a day, in the order of the source's English; “11/2016”: a month and a year."""
    if text == "24/7":
        return span.nothing()
    first, second = text.split("/")
    a, b = int(first), int(second)
    if len(first) == 4 or len(second) == 4:
        year, month = (a, b) if len(first) == 4 else (b, a)
        return span.month(year, month) if 1 <= month <= 12 else None
    american = _nearest_on(at, weekday, a, b) if 1 <= a <= 12 and b <= 31 else None
    british = _nearest_on(at, weekday, b, a) if 1 <= b <= 12 and a <= 31 else None
    return (british or american) if at.order == "day-month" else (american or british)


RULES: Final = (
    Rule("today", """
         earlier|later? today
         earlier|later? this very? day""", today,
         "Today is the day of publication, where the source was published.", """
         today = 2024-11-21
         earlier today = 2024-11-21"""),
    Rule("yesterday", """
         yesterday
         the? day before today""", from_today(-1),
         "Yesterday is the day before publication.",
         "yesterday = 2024-11-20"),
    Rule("tomorrow", "tomorrow|tmrw", from_today(1),
         "Tomorrow is the day after publication.",
         "tomorrow = 2024-11-22"),
    Rule("day before yesterday", "the? day before yesterday", from_today(-2),
         "Two days before publication.",
         "the day before yesterday = 2024-11-19"),
    Rule("day after tomorrow", "the? day after tomorrow|tmrw", from_today(2),
         "Two days after publication.",
         "the day after tomorrow = 2024-11-23"),
    Rule("month and day", """
         WEEKDAY? ,? MONTH the? DAY
         WEEKDAY? ,? MONTH , NTH
         WEEKDAY? ,? MONTH -|/|. DAY""", month_day,
         "A day without a year is the one nearest to publication; with a weekday, the nearest that falls "
         "on it.", """
         March 5 = 2025-03-05
         March the fifth = 2025-03-05
         October, 1st @ 2024-09-05 = 2024-10-01
         Dec. 31 @ 2024-01-02 = 2023-12-31
         April 2nd @ 2008-04-09 = 2008-04-02
         will open [January 28] = 2025-01-28
         will restate what it said on [October 15] = 2024-10-15
         the attacks of [Sept. 11] @ 2003-06-20 = 2001-09-11
         Tuesday, January 10 @ 2012-08-10 = 2012-01-10"""),
    Rule("month and day of a year", "WEEKDAY? ,? MONTH the? DAY ,? of? <year>", month_day_of_year,
         "The day of that name in the named year.",
         "March 12 of last year = 2023-03-12"),
    Rule("day and month of a year", "WEEKDAY? ,? the? DAY of? MONTH ,? of? <year>",
         lambda at, weekday, number, month, year: month_day_of_year(at, weekday, month, number, year),
         "The day of that name in the named year.",
         "12 March this year = 2024-03-12"),
    Rule("last or next month and day", """
         LAST MONTH the? DAY
         NEXT MONTH the? DAY
         THIS MONTH the? DAY""", sided_day,
         "“Last” is the latest such day before publication, “next” the first after it, “this” the one of "
         "the year of publication.", """
         last Jan. 21 = 2024-01-21
         next Jan. 1 = 2025-01-01
         this Dec. 31 = 2024-12-31"""),
    Rule("day and month", "WEEKDAY? ,? the? DAY day? of? MONTH", day_month,
         "A day without a year is the one nearest to publication; with a weekday, the nearest that falls "
         "on it.", """
         5 March = 2025-03-05
         the 4th of July = 2024-07-04
         the fifth of March = 2025-03-05"""),
    Rule("weekday and day", """
         WEEKDAY ,? the? NTH
         WEEKDAY - the - NTH
         WEEKDAY ,? the DAY
         WEEKDAY DAY""", uncounted_day,
         "A day without a month is in the month of publication, or in the neighbouring one that the "
         "weekday or the tense asks for.", """
         Tuesday the 19th = 2024-11-19
         Friday the 13th = 2024-12-13"""),
    Rule("day of the month", "the NTH", bare_day_of_month,
         "A day without a month is in the month of publication, or in the neighbouring one that the tense "
         "asks for.", """
         the 13th = 2024-11-13
         will meet on [the 4th] = 2024-12-04"""),
    Rule("day of a named month", """
         the? DAY day? of the? <month>
         the? NTH in the? <month>
         the? NTH <month>""", day_of_named_month,
         "The day of that number in the named month.",
         "the 20th of last month = 2024-10-20"),
    Rule("day and month in figures", "WEEKDAY? ,? PAIR", figures,
         "Two figures are a month and a day, in the order of the source's own English and in the year "
         "nearest to publication; or a month and a year.", """
         2/15 = 2025-02-15
         open [24/7] = no date
         11/2016 = 2016-11"""),
)  # fmt: skip
