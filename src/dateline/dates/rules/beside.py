"""Stretches that lie next to a date that is named: the Monday after Easter, the week before Christmas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.dates import span
from dateline.dates.day import Day
from dateline.dates.grammar import Rule
from dateline.dates.rules.nothing import nothing
from dateline.dates.rules.periods import unit_around
from dateline.dates.rules.ranges import or_earlier, or_later
from dateline.dates.setting import Setting
from dateline.dates.span import Span

_SATURDAY: Final = 5


def nearest(day: Day, weekday: int, sign: int) -> Day:
    """The last day of that name before a day (-1), or the first after it (1); never the day itself."""
    return day.plus(sign * ((sign * (weekday - day.weekday) - 1) % 7 + 1))


def _edge(base: Span, sign: int) -> Day | None:
    """The end of a date that a side begins at."""
    first, last = span.narrow(base)
    return first if sign < 0 else last


def weekday_beside(sign: int) -> Callable[[Setting, int, Span], Span | None]:
    """A reader of “the Friday before Christmas” (-1) or “the Monday after Easter” (1)."""

    def read(at: Setting, weekday: int, base: Span) -> Span | None:
        day = _edge(base, sign)
        return span.day(nearest(day, weekday, sign)) if day and "T" not in base.text else None

    return read


def unit_beside(sign: int) -> Callable[[Setting, str, Span], Span | None]:
    """A reader of “the month before May 2024” (-1) or “the week after Easter” (1)."""

    def read(at: Setting, unit: str, base: Span) -> Span | None:
        day = _edge(base, sign)
        if day is None or "T" in base.text:
            return None
        if unit == "weekend":
            saturday = nearest(day if sign > 0 else day.plus(-1), _SATURDAY, sign)
            return Span(saturday, saturday.plus(1), "weekend")
        if unit == "week" and base.unit == "day":
            first = day.plus(1) if sign > 0 else day.plus(-7)
            return Span(first, first.plus(6), "week")
        if unit == "day" and base.unit != "day":
            return None
        found = unit_around(Setting(day=day), unit, sign)
        return found._replace(anchored=False, supplied="") if found else None

    return read


RULES: Final = (
    Rule("weekday before a date", "the first? WEEKDAY before <point>", weekday_beside(-1),
         "The last such day before the date that follows.", """
         the Friday before Christmas 2023 = 2023-12-22
         the Monday before 3 November 2025 = 2025-10-27"""),
    Rule("weekday after a date", "the first? WEEKDAY after|following <point>", weekday_beside(1),
         "The first such day after the date that follows.", """
         the Monday after Easter 2010 = 2010-04-05
         the first Tuesday after 4 November 2024 = 2024-11-05"""),
    Rule("stretch before a date", "the? UNIT before <point>", unit_beside(-1),
         "The one before the date that follows; before a day, a week is the seven days before it.", """
         the week before 25 December 2025 = 2025-12-18/2025-12-24
         the weekend before Halloween = 2024-10-26/2024-10-27
         the month before Christmas 2023 = 2023-11
         the year before 2020 = 2019"""),
    Rule("stretch after a date", "the? UNIT after|following <point>", unit_beside(1),
         "The one after the date that follows; after a day, a week is the seven days after it.", """
         the week after Easter 2010 = 2010-04-05/2010-04-11
         the weekend after 3 November 2025 = 2025-11-08/2025-11-09
         the month after May 2024 = 2024-06"""),
    Rule("before the end of a stretch", "before the? end|close of <point>", or_earlier,
         "At some time up to its last day.", """
         before the end of 2026 = [..2026]
         before the end of the year = [..2024]"""),
    Rule("after the start of a stretch", "after the? start|beginning|opening of <point>", or_later,
         "At some time from its first day on.",
         "after the start of 2026 = [2026..]"),
    Rule("weekday beside something else", """
         the first? WEEKDAY before|after
         the weekend before|after""", nothing,
         "A day before or after something that has no date here has none either.", """
         [the Saturday before] polling day = no date"""),
)  # fmt: skip
