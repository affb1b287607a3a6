"""Distances from a day: three weeks ago, in two days, a year earlier, two days after Christmas."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.dates import span
from dateline.dates.day import Day
from dateline.dates.grammar import Rule
from dateline.dates.rules.periods import unit_around
from dateline.dates.setting import Setting
from dateline.dates.span import Span

VAGUE: Final = 0
"""The number of "a few": it names no date."""


def moved(day: Day, number: int, unit: str) -> Day | None:
    """The day so many units on."""
    if unit in ("day", "week", "fortnight"):
        return day.plus(number * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    return day.plus_months(number * months) if months else None


def _distant(at: Setting, number: int, unit: str) -> Span | None:
    """So many units from publication, in the precision of the unit; approximate beyond days."""
    if unit == "fortnight":
        number, unit = 2 * number, "week"
    if number == VAGUE or unit in ("weekend", "season", "half"):
        return None
    if unit in ("hour", "minute"):
        return span.day(at.today, supplied="week") if abs(number) < 10 else None
    found = unit_around(at, unit, number)
    if found is None:
        return None
    return replace(found, anchored=True, mark="" if unit == "day" else "~")


def ago(at: Setting, number: int, unit: str) -> Span | None:
    """“three weeks ago”."""
    return _distant(at, -number, unit)


def from_now(at: Setting, number: int, unit: str) -> Span | None:
    """“two weeks from now”."""
    return _distant(at, number, unit)


def before(at: Setting, number: int, unit: str, base: Span) -> Span | None:
    """“two days before Christmas”."""
    return _off(base, -number, unit)


def after(at: Setting, number: int, unit: str, base: Span) -> Span | None:
    """“two days after Christmas”."""
    return _off(base, number, unit)


def _off(base: Span, number: int, unit: str) -> Span | None:
    if not base.first or number == VAGUE:
        return None
    day = moved(base.first, number, unit)
    if day is None:
        return None
    if base.unit == "day":
        return span.day(day)
    if base.unit == "month" and unit in ("month", "year", "decade"):
        return span.month(day.year, day.month)
    return span.year(day.year) if base.unit == "year" and unit in ("year", "decade") else None


def exactly_ago(at: Setting, number: int, unit: str) -> Span | None:
    """“exactly two months ago”."""
    day = moved(at.today, -number, unit)
    return span.day(day, supplied="week") if day and number else None


RULES: Final = (
    Rule("so long ago", """
         NUM -? UNIT ago|back
         SMALL -? UNIT ago|back
         SMALL of? UNIT ago""", ago,
         "Counted back from publication in the unit of the words: “three weeks ago” is a week, about then.", """
         two days ago = 2024-11-19
         three weeks ago = 2024-10-28~/2024-11-03~
         two months ago = 2024-09~
         six years ago = 2018~
         a year ago = 2023~
         a decade ago = 201X~"""),
    Rule("exactly so long ago", """
         exactly NUM UNIT ago
         exactly SMALL UNIT ago
         NUM UNIT ago today
         SMALL UNIT ago today""", exactly_ago,
         "“Exactly”, or “today”, counts to the day.",
         "a year ago today = 2023-11-21"),
    Rule("so long from now", """
         NUM UNIT from now|today
         SMALL UNIT from now|today
         in NUM UNIT 's? time
         in SMALL UNIT 's? time
         NUM UNIT hence
         SMALL UNIT hence""", from_now,
         "Counted on from publication in the unit of the words.", """
         two days from now = 2024-11-23
         three years from now = 2027~"""),
    Rule("before a date", """
         NUM UNIT before|prior <point>
         SMALL UNIT before <point>""", before,
         "Counted back from the date that follows.",
         "two days before 13 May 2024 = 2024-05-11"),
    Rule("after a date", """
         NUM UNIT after|from|since <point>
         SMALL UNIT after|from <point>""", after,
         "Counted on from the date that follows.",
         "three days after January 12, 2024 = 2024-01-15"),
)  # fmt: skip
