"""What is said of a date: early, the end of, about, possibly."""

from __future__ import annotations

from typing import Final

from dateline.dates import span
from dateline.dates.component import both
from dateline.dates.grammar import Rule
from dateline.dates.reading import Part
from dateline.dates.rules.periods import unit_around
from dateline.dates.setting import Setting
from dateline.dates.span import Span


def part_of(at: Setting, part: Part, period: Span) -> Span | None:
    """“early 2024”, “late last year”."""
    if period.part or period.text or period.unit in ("weekend", "day"):
        return None
    return period._replace(part=part)


def parts_of(at: Setting, first: Part, last: Part, period: Span) -> Span | None:
    """“early to mid 1990s”."""
    start, end = part_of(at, first, period), part_of(at, last, period)
    return span.range_(start, end) if start and end else None


def part_of_this(at: Setting, part: Part, unit: str) -> Span | None:
    """“the end of the year”: of the one that the text named last, else of the one of publication."""
    before = at.antecedent if unit == "year" else None
    if before and before.unit == "year" and not before.text:
        return before._replace(part=part)
    period = unit_around(at, unit, 0)
    return part_of(at, part, period) if period else None


def later_this(at: Setting, _: object, unit: str) -> Span | None:
    """“later this year”."""
    return part_of_this(at, "late", unit)


def earlier_this(at: Setting, _: object, unit: str) -> Span | None:
    """“earlier this year”."""
    return part_of_this(at, "early", unit)


def year_end(at: Setting, year: Span | None) -> Span | None:
    """“year-end”, “year-end 1988”."""
    return part_of(at, "late", year) if year else part_of_this(at, "late", "year")


def marked(at: Setting, sign: str, found: Span) -> Span | None:
    """“circa 1980”, “possibly June 2004”."""
    if "T" in found.text:
        return found._replace(text="")  # the hour is uncertain, the day is not
    return found._replace(mark=both(found.mark + sign))


def marked_after(at: Setting, found: Span, sign: str) -> Span | None:
    """“1860 approx.”"""
    return marked(at, sign, found)


def approximately(at: Setting, found: Span) -> Span | None:
    """“1950ish”."""
    return marked(at, "~", found)


def some_day_in(at: Setting, period: Span) -> Span | None:
    """“sometime in 1999”: the period, with its days left open."""
    return period if period.unit != "day" else None


RULES: Final = (
    Rule("part of a period", """
         the? PART of|in? the? <period>
         the? PART - <period>
         the? very? EDGE of the? <period>
         <period> ,? PART""",
         lambda at, a, b: part_of(at, a, b) if isinstance(b, Span) else part_of(at, b, a),
         "Early, middle and late are thirds: of a year, to April, to August and to December.", """
         early 2024 = 2024, early
         mid-2024 = 2024, mid
         late March 2024 = 2024-03, late
         late last year = 2023, late
         the end of last year = 2023, late
         the early 1990s = 199X, early
         the end of the year = 2024, late
         early in the week = 2024-11-18/2024-11-24, early
         early June @ 2009-05-14 = 2009-06, early"""),
    Rule("parts of a period", """
         the? PART -? to -? PART -? <period>
         the? PART - PART <period>""", parts_of,
         "Early, middle and late are thirds: of a year, to April, to August and to December.",
         "mid-to-late 1950s = 1954/1959"),
    Rule("later in the period", """
         later|late THIS UNIT
         later in THIS UNIT""", later_this,
         "“Later” this year is in the last part of the year of publication.",
         "later this year = 2024, late"),
    Rule("later in the period named", "later|late in the UNIT", lambda at, unit: later_this(at, None, unit),
         "“Later” in the year is in the last part of the year that the text named last, or else of that "
         "of publication.",
         "later in the month = 2024-11, late"),
    Rule("earlier in the period", """
         earlier|early THIS UNIT
         earlier in THIS UNIT""", earlier_this,
         "“Earlier” this year is in the first part of the year of publication.",
         "earlier this month = 2024-11, early"),
    Rule("earlier in the period named", "earlier in the UNIT", lambda at, unit: earlier_this(at, None, unit),
         "“Earlier” in the year is in the first part of the year that the text named last, or else of "
         "that of publication.",
         "earlier in the year = 2024, early"),
    Rule("year-end", """
         the? year - end
         the? year - end <year>""", lambda at, year=None: year_end(at, year),
         "The year's end is its last third.",
         "year-end 1988 = 1988, late"),
    Rule("about", "CIRCA <point>", marked,
         "“About” makes a date approximate.",
         "circa 1980 = 1980~"),
    Rule("about, said after", """
         <point> CIRCA
         <point> ( CIRCA )""", marked_after,
         "“About” makes a date approximate.",
         "February 1812 approx. = 1812-02~"),
    Rule("-ish", "<year> -? ish", approximately,
         "“-ish” makes a date approximate.",
         "1950-ish = 1950~"),
    Rule("perhaps", "PERHAPS <point>", marked,
         "“Possibly” makes a date uncertain.",
         "possibly June 2004 = 2004-06?"),
    Rule("perhaps, said after", """
         <point> PERHAPS
         <point> ( PERHAPS )""", marked_after,
         "“Possibly” makes a date uncertain.",
         "1862 (uncertain) = 1862?"),
    Rule("some time in a period", "sometime|someday in|during <period>", some_day_in,
         "Some day of the period; which, the words do not say.",
         "sometime in April 2024 = 2024-04"),
)  # fmt: skip
