"""Distances from a day: three weeks ago, in two days, two days after Christmas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.dates import span
from dateline.dates.grammar import Rule
from dateline.dates.rules.moving import MONTHS_OF, moved
from dateline.dates.rules.periods import unit_around
from dateline.dates.setting import Setting
from dateline.dates.span import Span


def distant(at: Setting, number: int, unit: str) -> Span | None:
    """So many units from publication, as precise as the unit; approximate beyond days."""
    if unit == "fortnight":
        number, unit = 2 * number, "week"
    if unit == "hour" and number and number % 24 == 0:
        number, unit = number // 24, "day"
    if unit in ("hour", "minute"):
        return span.day(at.today, supplied="week") if abs(number) < 10 or unit == "minute" else None
    found = unit_around(at, unit, number)
    return found._replace(mark="" if unit == "day" else "~") if found else None


def towards(sign: int) -> Callable[[Setting, int, str], Span | None]:
    """A reader of “three weeks ago” (-1) or “three weeks from now” (1)."""
    return lambda at, number, unit: distant(at, sign * number, unit)


def in_time(at: Setting, number: int, unit: str) -> Span | None:
    """“in two days”: a date only where the sentence looks ahead; “built in two days” is a duration."""
    return distant(at, number, unit) if at.direction == "future" else None


def off(sign: int) -> Callable[..., Span | None]:
    """A reader of “two days before Christmas” (-1) or “after” (1)."""
    return lambda at, number, unit, base: from_base(base, sign * number, unit)


def from_base(base: Span, number: int, unit: str) -> Span | None:
    """So many units from a date that is named; no more precise than either."""
    if base.first is None:
        return None
    day = base.first if unit in ("hour", "minute") else moved(base.first, number, unit)
    if day is None:
        return None
    if base.unit == "day":
        return span.day(day)
    if base.unit == "month" and unit in MONTHS_OF:
        return span.month(day.year, day.month)
    if base.unit == "quarter" and unit in ("quarter", "year", "decade"):
        return span.coded(day.year, 33 + (day.month - 1) // 3)
    if base.unit == "week" and unit not in ("hour", "minute"):
        return span.week(day)
    return span.year(day.year) if base.unit == "year" and unit in ("year", "decade", "century") else None


def side_of(at: Setting, base: Span) -> Callable[[int], Span | None]:
    """A reader of the day next to a date."""
    return lambda days: span.day(base.first.plus(days)) if base.first else None


def day_before(at: Setting, base: Span) -> Span | None:
    """“the day before Christmas”."""
    return side_of(at, base)(-1)


def day_after(at: Setting, base: Span) -> Span | None:
    """“the day after Christmas”."""
    return side_of(at, base)(1)


def month_ago(at: Setting, month: int, number: int, unit: str) -> Span | None:
    """“October a year ago”: so many years before the last one."""
    here = at.today.year * 12 + at.today.month - 1
    last = here - (here - (month - 1)) % 12
    return span.month(last // 12 - number, month, supplied="year") if unit == "year" else None


def half_ago(at: Setting, _: object, unit: str) -> Span | None:
    """“half a century ago”, “a quarter century ago”."""
    years = {"century": 50, "decade": 5}.get(unit)
    quarter = "quarter" in at.text.lower()
    return distant(at, -(years // 2 if quarter else years), "year") if years else None


def exactly_ago(at: Setting, number: int, unit: str) -> Span | None:
    """“exactly two months ago”."""
    day = moved(at.today, -number, unit)
    return span.day(day, supplied="week") if day else None


def compound_ago(at: Setting, number: int, unit: str, more: int, finer: str) -> Span | None:
    """“1 month and 21 days ago”."""
    day = moved(at.today, -number, unit)
    day = moved(day, -more, finer) if day else None
    return span.day(day, supplied="week") if day and finer == "day" else None


RULES: Final = (
    Rule("so long ago", """
         NUM UNITS ago|back
         ONE UNITS ago|back""", towards(-1),
         "Counted back from publication in the unit of the words: “three weeks ago” is a week, about "
         "then.", """
         two days ago = 2024-11-19
         three weeks ago = 2024-10-28~/2024-11-03~
         two months ago = 2024-09~
         six years ago = 2018~
         a year ago = 2023~
         a decade ago = 201X~"""),
    Rule("a couple ago", "a couple of? UNITS ago|back", lambda at, unit: distant(at, -2, unit),
         "A couple are two.",
         "a couple of weeks ago = 2024-11-04~/2024-11-10~"),
    Rule("half an age ago", """
         half ONE -? UNIT ago
         ONE half - UNIT ago
         ONE quarter -? of? a? UNIT ago""", half_ago,
         "Half a century is about fifty years.", """
         half a century ago = 1974~
         a quarter century ago = 1999~"""),
    Rule("exactly so long ago", """
         exactly|precisely NUM UNITS ago
         exactly|precisely ONE UNITS ago
         NUM UNITS ago today
         ONE UNITS ago today
         NUM UNITS ago to the day
         ONE UNITS ago to the day""", exactly_ago,
         "“Exactly”, or “today”, counts to the day.",
         "a year ago today = 2023-11-21"),
    Rule("months and days ago", "NUM UNITS ,? and? NUM UNITS ago", compound_ago,
         "Counted back to the day.",
         "1 month and 21 days ago = 2024-09-30"),
    Rule("so long before a date", """
         ONE UNITS ago <point>
         NUM UNITS ago <point>
         ONE UNITS ago in|last <month>
         NUM UNITS ago in|last <month>""", off(-1),
         "Counted back from the date that follows.", """
         a year ago October @ 1989-11-02 = 1988-10
         a year ago this month = 2023-11
         ten years ago Wednesday = 2014-11-20"""),
    Rule("month so long ago", """
         MONTH ONE UNITS ago|earlier
         MONTH NUM UNITS ago|earlier""", month_ago,
         "So many years before the last month of that name.",
         "October a year ago @ 1989-11-02 = 1988-10"),
    Rule("so long from now", """
         NUM UNITS from now
         ONE UNITS from now
         NUM UNITS hence
         ONE UNITS hence
         in NUM UNITS ' time
         in ONE UNIT 's time""", towards(1),
         "Counted on from publication in the unit of the words.", """
         two days from now = 2024-11-23
         three years from now = 2027~"""),
    Rule("in so long", """
         in NUM UNITS
         in ONE UNITS""", in_time,
         "Counted on from publication where the sentence looks ahead; otherwise the words say how long it "
         "took.", """
         will leave [in two days] = 2024-11-23
         was built [in two days] = no date"""),
    Rule("before a date", """
         NUM UNITS before|prior <point>
         ONE UNITS before|prior <point>
         NUM UNITS prior to <point>
         ONE UNITS prior to <point>""", off(-1),
         "Counted back from the date that follows.",
         "two days before 13 May 2024 = 2024-05-11"),
    Rule("after a date", """
         NUM UNITS after|from|since <point>
         ONE UNITS after|from <point>""", off(1),
         "Counted on from the date that follows.",
         "three days after January 12, 2024 = 2024-01-15"),
    Rule("day before a date", """
         the? day before <day>
         the? eve of <day>""", day_before,
         "The day before the one that follows.",
         "the day before Christmas 2023 = 2023-12-24"),
    Rule("day after a date", "the? day after <day>", day_after,
         "The day after the one that follows.",
         "the day after Christmas 2023 = 2023-12-26"),
)  # fmt: skip
