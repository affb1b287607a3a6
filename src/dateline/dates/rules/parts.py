"""What is said of a date: early, the end of, about, possibly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.dates import span
from dateline.dates.grammar import Rule
from dateline.dates.marks import both
from dateline.dates.reading import Part, Side
from dateline.dates.rules.moving import antecedent_of_tense
from dateline.dates.rules.periods import unit_around, unit_told
from dateline.dates.rules.seasons import bare_season, season_year
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
    before = antecedent_of_tense(at, at.antecedent_here) if unit == "year" else None
    if before and before.unit == "year" and not before.text:
        return before._replace(part=part)
    period = unit_told(at, unit) or unit_around(at, unit, 0)
    return part_of(at, part, period) if period else None


def side_of(whole: Span | None, pivot: Span, side: Side) -> Span | None:
    """What lies of a period after or before a date in it; all of it where the date takes in the period."""
    if not (whole and whole.first and whole.last and pivot.first and pivot.last):
        return None
    if whole.unit not in ("week", "month", "quarter", "year"):
        return None
    first, last = whole.first, whole.last
    if side == "later":
        first = pivot.last.plus(1) if pivot.last < last else last
    else:
        last = pivot.first.plus(-1) if pivot.first > first else first
    return whole._replace(first=first, last=last, side=side) if first <= last else None


def on_this_side(side: Side) -> Callable[..., Span | None]:
    """A reader of “later this year” and “earlier this year”: its other days, seen from publication."""
    return lambda at, _, unit: side_of(unit_around(at, unit, 0), span.day(at.today), side)


def on_that_side(side: Side) -> Callable[..., Span | None]:
    """A reader of “later in the year”: after the date that the text named last, else after publication."""

    def read(at: Setting, unit: str) -> Span | None:
        before = at.antecedent
        if before is None or before.first is None or at.direction == "future":
            return on_this_side(side)(at, None, unit)
        whole = unit_around(Setting(day=before.first), unit, 0)
        if whole and (whole.first, whole.last) == (before.first, before.last):
            return before
        return side_of(whole, before, side)

    return read


def year_end(at: Setting, year: Span | None) -> Span | None:
    """“year-end”, “year-end 1988”."""
    return part_of(at, "late", year) if year else part_of_this(at, "late", "year")


def edge_of_this(at: Setting, unit: str, edge: Part) -> Span | None:
    """“month's end”, “the year's start”: of the present one."""
    return part_of_this(at, edge, unit)


def middle_of_season(at: Setting, code: int, year: int | None) -> Span | None:
    """“midsummer”, “midwinter 1990”."""
    season = season_year(at, code, year) if year else bare_season(at, code)
    return part_of(at, "mid", season) if season else None


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


THIRDS: Final = (
    "“Early”, “middle” and “late” are thirds. In a year they end with April, August and December; in a "
    "month, with the 10th, the 20th and the last day."
)

RULES: Final = (
    Rule("part of a period", """
         the? PART of|in? <period>
         the? PART - <period>
         the? very? EDGE of the? <period>
         the? PART part|portion|days|weeks|months|years of the? <period>
         the? STAGE days|weeks|months|years of the? <period>
         <period> 's EDGE
         <period> PART""",
         lambda at, a, b: part_of(at, a, b) if isinstance(b, Span) else part_of(at, b, a),
         THIRDS, """
         early 2024 = 2024, early
         mid-2024 = 2024, mid
         late March 2024 = 2024-03, late
         late last year = 2023, late
         the end of last year = 2023, late
         the early 1990s = 199X, early
         the latter part of 1990 = 1990, late
         the closing weeks of 1989 = 1989, late
         last year's end = 2023, late
         the end of the year = 2024, late
         early in the week = 2024-11-18/2024-11-24, early
         early June @ 2009-05-14 = 2009-06, early"""),
    Rule("middle of this period", """
         the? mid - UNIT
         the? MIDDLE""", lambda at, *units: part_of_this(at, "mid", next(unit for unit in units if unit)),
         THIRDS,
         """
         by [mid-year] = 2024, mid
         by [midyear] = 2024, mid"""),
    Rule("parts of a period", """
         the? PART -? to -? PART -? <period>
         the? PART - PART <period>""", parts_of,
         THIRDS,
         "mid-to-late 1950s = 1954/1959"),
    Rule("later in the period", """
         later THIS UNIT
         later in THIS UNIT""", on_this_side("later"),
         "“Later” this year is any day of the year of publication that is still to come.", """
         later this year = 2024, 2024-11-22 to 2024-12-31
         later this week = 2024-11-18/2024-11-24, 2024-11-22 to 2024-11-24"""),
    Rule("later in the period named", "later in the UNIT", on_that_side("later"),
         "“Later” in a year or month is any day of it after the last date that the text named, or else "
         "after publication.", """
         later in the month = 2024-11, 2024-11-22 to 2024-11-30
         will visit [later in the month] @ 2026-02-01 = 2026-02, 2026-02-02 to 2026-02-28
         began on 3 April 2009 and ended [later in the year] = 2009, 2009-04-04 to 2009-12-31"""),
    Rule("earlier in the period", """
         earlier THIS UNIT
         earlier in THIS UNIT""", on_this_side("earlier"),
         "“Earlier” this year is any day of the year of publication that is over.",
         "earlier this month = 2024-11, 2024-11-01 to 2024-11-20"),
    Rule("earlier in the period named", "earlier in the UNIT", on_that_side("earlier"),
         "“Earlier” in a year or month is any day of it before the last date that the text named, or else "
         "before publication.",
         "earlier in the year = 2024, 2024-01-01 to 2024-11-20"),
    Rule("year-end", """
         the? year -? end
         the? year - end <year>""", lambda at, year=None: year_end(at, year),
         "The year's end is its last third.", """
         year-end 1988 = 1988, late
         at [year end] = 2024, late"""),
    Rule("edge of this period", """
         the? UNIT 's EDGE
         UNIT - EDGE""", edge_of_this,
         THIRDS, """
         by [year's end] = 2024, late
         by [the month's end] = 2024-11, late"""),
    Rule("middle of a season", "MIDSEASON ,? of? YEAR?", middle_of_season,
         THIRDS,
         "midsummer 2009 = 2009-22, mid"),
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
