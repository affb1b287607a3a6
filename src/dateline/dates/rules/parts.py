"""What is said of a date: early, the end of, about, possibly."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.dates import span
from dateline.dates.component import both
from dateline.dates.grammar import Rule
from dateline.dates.reading import Part
from dateline.dates.rules.periods import this_unit
from dateline.dates.setting import Setting
from dateline.dates.span import Span


def part_of(at: Setting, part: Part, period: Span) -> Span | None:
    """“early 2024”, “late last year”."""
    if period.part or period.unit in ("weekend", "day"):
        return None
    return replace(period, part=part)


def parts_of(at: Setting, first: Part, last: Part, period: Span) -> Span | None:
    """“early to mid 1990s”."""
    start, end = part_of(at, first, period), part_of(at, last, period)
    return span.range_(start, end) if start and end else None


def edge_of_this(at: Setting, part: Part, unit: str) -> Span | None:
    """“the end of the year”."""
    period = this_unit(at, None, unit)
    return part_of(at, part, period) if period else None


def later_this(at: Setting, unit: str) -> Span | None:
    """“later this year”: from the day after publication to its end."""
    period = this_unit(at, None, unit)
    return replace(period, part="late") if period else None


def earlier_this(at: Setting, unit: str) -> Span | None:
    """“earlier this year”: from its beginning to publication."""
    period = this_unit(at, None, unit)
    return replace(period, part="early") if period else None


def marked(at: Setting, sign: str, found: Span) -> Span | None:
    """“circa 1980”, “possibly June 2004”."""
    return replace(found, mark=both(found.mark + sign))


def marked_after(at: Setting, found: Span, sign: str) -> Span | None:
    """“1980?”."""
    return marked(at, sign, found)


RULES: Final = (
    Rule("part of a period", """
         the? PART of|in? <period>
         the? PART - <period>
         at|by|from|since|until? the? very? EDGE of <period>""", part_of,
         "Early, middle and late are thirds: of a year, to April, to August and to December.", """
         early 2024 = 2024, early
         mid-2024 = 2024, mid
         late March 2024 = 2024-03, late
         late last year = 2023, late
         the end of last year = 2023, late
         the early 1990s = 199X, early
         early June @ 2009-05-14 = 2009-06, early"""),
    Rule("parts of a period", """
         the? PART -? to -? PART <period>
         the? PART -? to -? PART - <period>
         the? PART - PART <period>""", parts_of,
         "Early, middle and late are thirds: of a year, to April, to August and to December.",
         "mid-to-late 1950s = 1954/1959"),
    Rule("edge of the present period", "the? EDGE of the? UNIT", edge_of_this,
         "The end of “the year” is the last third of the year of publication.",
         "the end of the year = 2024, late"),
    Rule("later in the present period", """
         later this|in UNIT
         later in the|this UNIT""", later_this,
         "Later this year is what is left of the year of publication.",
         "later this year = 2024, late"),
    Rule("earlier in the present period", """
         earlier this|in UNIT
         earlier in the|this UNIT""", earlier_this,
         "Earlier this year is what is gone of the year of publication.",
         "earlier this month = 2024-11, early"),
    Rule("about", "CIRCA <point>", marked,
         "“About” makes a date approximate.",
         "circa 1980 = 1980~"),
    Rule("perhaps", """
         PERHAPS <point>""", marked,
         "“Possibly” makes a date uncertain.",
         "possibly June 2004 = 2004-06?"),
)  # fmt: skip
