"""Weekdays: Saturday, last Friday, a week ago Monday, the first Monday of October."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.dates import span
from dateline.dates.day import Day
from dateline.dates.edtf import Edtf
from dateline.dates.grammar import Rule
from dateline.dates.history import time_told
from dateline.dates.reading import Alternative
from dateline.dates.rules.moving import rejected
from dateline.dates.sentences import THE_ONE_OF_NEXT_WEEK
from dateline.dates.setting import Setting
from dateline.dates.span import Span

NEAR_PAST: Final = 3
"""Without a cue, a weekday up to three days back is taken before one ahead: 94 % of a news corpus."""


def bare_weekday(at: Setting, weekday: int) -> Span:
    """“Saturday”: by the tense of its clause, else the nearest."""
    listed = _next_in_list(at, weekday)
    if listed:
        return listed
    told = time_told(at)
    if told and told.first and told.unit == "day" and at.direction != "future":
        return _told(span.day(told.first.plus((weekday - told.first.weekday) % 7), supplied="week"))
    back = (at.today.weekday - weekday) % 7
    if back == 0:
        return span.day(at.today, supplied="week")
    before, after = at.today.plus(-back), at.today.plus(7 - back)
    past = at.direction == "past" or (at.direction != "future" and back <= NEAR_PAST)
    chosen, other = (before, after) if past else (after, before)
    return _beside(chosen, rejected(at, str(other), ahead=past))


def _told(found: Span) -> Span:
    """A date that the text supplied, and not the day of publication."""
    return found._replace(anchored=False)


def _next_in_list(at: Setting, weekday: int) -> Span | None:
    """“next Tuesday, Wednesday and Thursday”: the first one after the day before it in a list."""
    before = at.listed_after
    if before is None or before.unit != "day" or before.first is None or not before.anchored:
        return None
    day = before.first.plus((weekday - before.first.weekday - 1) % 7 + 1)
    return span.day(day, supplied="week") if before.first > at.today or day <= at.today else None


def _beside(chosen: Day, other: Alternative) -> Span:
    return span.day(chosen, supplied="week", alternatives=(other,))


def last_weekday(at: Setting, _: object, weekday: int) -> Span:
    """“last Friday”: the latest strictly before publication."""
    return span.day(_before(at, weekday), supplied="week")


def _before(at: Setting, weekday: int) -> Day:
    return at.today.plus(-((at.today.weekday - weekday - 1) % 7 + 1))


def _after(at: Setting, weekday: int) -> Day:
    return at.today.plus((weekday - at.today.weekday - 1) % 7 + 1)


def next_weekday(at: Setting, _: object, weekday: int) -> Span:
    """“next Friday”: the first strictly after publication; some mean the one of next week."""
    first = _after(at, weekday)
    if span.week(first) != span.week(at.today):
        return span.day(first, supplied="week")
    return _beside(first, Alternative(Edtf.parse(str(first.plus(7))), THE_ONE_OF_NEXT_WEEK))


def this_weekday(at: Setting, _: object, weekday: int) -> Span:
    """As in “this Sunday”: the first to come, or the one just gone; publication day counts as either."""
    return (
        past_weekday(at, weekday) if at.direction == "past" else span.day(_from(at, weekday), supplied="week")
    )


def _from(at: Setting, weekday: int) -> Day:
    return at.today.plus((weekday - at.today.weekday) % 7)


def past_weekday(at: Setting, weekday: int) -> Span:
    """“earlier this Sunday”, “this past Sunday”."""
    return span.day(at.today.plus(-((at.today.weekday - weekday) % 7)), supplied="week")


def coming_weekday(at: Setting, _: object, weekday: int) -> Span:
    """As in “this coming Sunday”."""
    return span.day(_from(at, weekday), supplied="week")


def weekday_of_week(at: Setting, weekday: int, week: Span) -> Span | None:
    """“Friday last week”."""
    return span.day(week.first.plus(weekday)) if week.first else None


def week_and_weekday(at: Setting, week: Span, weekday: int) -> Span | None:
    """“last week Friday”."""
    return weekday_of_week(at, weekday, week)


def week_before_weekday(at: Setting, weekday: int) -> Span:
    """“a week ago Friday”: the last Friday that is at least five days back."""
    back = (at.today.weekday - weekday) % 7
    return span.day(at.today.plus(-back if back >= 5 else -back - 7), supplied="week")


def weekdays_off(sign: int) -> Callable[[Setting, int, int], Span]:
    """A reader of “three Fridays ago” (-1) or “from now” (1)."""

    def read(at: Setting, number: int, weekday: int) -> Span:
        first = _after(at, weekday) if sign > 0 else _before(at, weekday)
        return span.day(first.plus(7 * sign * (number - 1)), supplied="week")

    return read


def weeks_from(at: Setting, number: int, unit: str, weekday: int) -> Span | None:
    """“two weeks from Monday”, “a fortnight on Friday”."""
    days = {"week": 7, "fortnight": 14}.get(unit)
    return span.day(_after(at, weekday).plus(days * number), supplied="week") if days else None


def nth_weekday(at: Setting, order: int, weekday: int, month: Span) -> Span | None:
    """“the first Monday of October”."""
    if month.first is None or order > 5:
        return None
    day = month.first.plus((weekday - month.first.weekday) % 7 + 7 * (order - 1))
    return span.day(day) if day.month == month.first.month else span.nothing()


def nth_weekday_of_this(at: Setting, order: int, weekday: int) -> Span | None:
    """“the first Sunday of the month”."""
    return nth_weekday(at, order, weekday, span.month(at.today.year, at.today.month, supplied="month"))


def last_weekday_of(at: Setting, _: object, weekday: int, month: Span) -> Span | None:
    """“the last Friday in October”."""
    return span.day(month.last.plus(-((month.last.weekday - weekday) % 7))) if month.last else None


RULES: Final = (
    Rule("bare weekday", "WEEKDAY", bare_weekday,
         "A weekday is the day of publication if that is the same weekday. Otherwise it is the last one "
         "before in a sentence about the past, the first one after in a sentence about the future, and the "
         "nearer of the two in any other sentence.", """
         said [Thursday] = 2024-11-21
         said [Monday] = 2024-11-18
         will meet [Saturday] = 2024-11-23
         Saturday = 2024-11-23
         The Financial Times reported [Saturday] @ 2026-02-02 = 2026-01-31
         on Monday @ 2026-02-02 = 2026-02-02
         On Monday, the two sailors left = 2024-11-18
         next Tuesday, [Wednesday] and Thursday @ 1989-11-02 = 1989-11-08"""),
    Rule("last weekday", "the? LAST WEEKDAY", last_weekday,
         "“Last” before a weekday is the latest such day before publication.", """
         last Friday = 2024-11-15
         last Wednesday = 2024-11-20
         last Thursday = 2024-11-14"""),
    Rule("next weekday", "the? NEXT WEEKDAY", next_weekday,
         "“Next” before a weekday is the first such day after publication.", """
         next Monday = 2024-11-25
         next Friday = 2024-11-22"""),
    Rule("this weekday", "THIS WEEKDAY", this_weekday,
         "“This” before a weekday is the one to come, or in a sentence about the past the one just gone.", """
         this Sunday = 2024-11-24
         was shot [this Sunday] = 2024-11-17"""),
    Rule("coming weekday", "THIS NEXT WEEKDAY",
         lambda at, this, coming, weekday: coming_weekday(at, this, weekday),
         "“This coming” before a weekday is the first to come.",
         "this coming Sunday = 2024-11-24"),
    Rule("weekday just gone", """
         earlier this|on WEEKDAY
         this? past WEEKDAY
         WEEKDAY past""", past_weekday,
         "“Earlier” or “past” puts the weekday before publication.", """
         earlier this Sunday @ 2026-02-01 = 2026-02-01
         this past Sunday = 2024-11-17"""),
    Rule("weekday of a week", "WEEKDAY ,? of|in|from? <week>", weekday_of_week,
         "The named day of the named week.", """
         Friday last week = 2024-11-15
         Tuesday of next week = 2024-11-26"""),
    Rule("week and weekday", "<week> ,? -? on? WEEKDAY", week_and_weekday,
         "The named day of the named week.",
         "last week Friday = 2024-11-15"),
    Rule("week before a weekday", """
         a|one week ago on? last? WEEKDAY
         WEEKDAY a|one week ago""", week_before_weekday,
         "The last such day that is about a week back.",
         "a week ago Friday = 2024-11-15"),
    Rule("weekday before last", "the? WEEKDAY before last",
         lambda at, weekday: span.day(_before(at, weekday).plus(-7), supplied="week"),
         "One week before the last such day.",
         "the Friday before last = 2024-11-08"),
    Rule("weekday after next", "the? WEEKDAY after next",
         lambda at, weekday: span.day(_after(at, weekday).plus(7), supplied="week"),
         "One week after the first such day to come.",
         "the Friday after next = 2024-11-29"),
    Rule("weekdays ago", "NUM WEEKDAYS ago|back", weekdays_off(-1),
         "Counted back from the last such day.",
         "two Thursdays ago = 2024-11-07"),
    Rule("weeks from a weekday", """
         ONE UNIT from|on WEEKDAY
         NUM UNITS from|on WEEKDAY""", weeks_from,
         "Counted on from the first such day to come.",
         """
         a week from Friday = 2024-11-29
         a fortnight on Friday = 2024-12-06"""),
    Rule("weekday week", "WEEKDAY UNIT", lambda at, weekday, unit: weeks_from(at, 1, unit, weekday),
         "Counted on from the first such day to come.", """
         Friday week = 2024-11-29
         Friday fortnight = 2024-12-06"""),
    Rule("weekdays from now", "NUM WEEKDAYS from now|today", weekdays_off(1),
         "Counted on from the first such day to come.",
         "three Fridays from now = 2024-12-06"),
    Rule("nth weekday of a month", "the? ORD WEEKDAY of|in the? <month>", nth_weekday,
         "Weekdays are counted from the first day of the month.",
         "the first Monday of October 2024 = 2024-10-07"),
    Rule("nth weekday", "ORD WEEKDAY", nth_weekday_of_this,
         "Weekdays are counted from the first day of the month of publication.",
         "third Tuesday = 2024-11-19"),
    Rule("last weekday of a month", "the? LAST WEEKDAY of|in the? <month>", last_weekday_of,
         "The latest such day within the month.",
         "the last Friday in October 2024 = 2024-10-25"),
)  # fmt: skip
