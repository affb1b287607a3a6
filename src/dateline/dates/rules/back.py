"""Dates that lean on one already named: that day, the next day, a year earlier."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from dateline.dates import span
from dateline.dates.grammar import Rule
from dateline.dates.rules.beside import nearest
from dateline.dates.rules.distances import distant, from_base
from dateline.dates.rules.moving import moved
from dateline.dates.rules.periods import unit_around
from dateline.dates.setting import Setting
from dateline.dates.span import Span, days_between
from dateline.dates.wordlists import words


def same_unit(at: Setting, _: object, unit: str) -> Span | None:
    """“that day”, “the same year”."""
    before = at.antecedent
    return _around(before, unit, 0) if before else span.nothing()


_KNOWS: Final = {
    "day": ("day",),
    "week": ("day", "week", "weekend"),
    "weekend": ("day", "weekend", "week"),
    "month": ("day", "week", "weekend", "month"),
    "quarter": ("day", "month", "quarter"),
    "year": ("day", "week", "weekend", "month", "season", "quarter", "half", "year"),
}
"""The units of a date from which one can tell in which day, week, month, quarter, year or age it falls."""


def _around(base: Span, unit: str, steps: int) -> Span | None:
    """The unit in which a date falls, or the one so many on."""
    if base.first is None or base.unit not in _KNOWS.get(unit, _KNOWS["year"]):
        return None
    day = moved(base.first, steps, unit) if unit in ("day", "week") else base.first
    found = unit_around(Setting(day=day), unit, 0 if unit in ("day", "week") else steps)
    return found._replace(anchored=base.anchored, supplied="") if found else None


def side_unit(at: Setting, steps: int, unit: str) -> Span | None:
    """“the next day”, “the previous year”."""
    before = at.antecedent
    found = _around(before, unit, steps) if before else None
    if found is None and unit != "day" and steps < 0 and at.day:
        return unit_around(at, unit, steps)
    return found or (None if before else span.nothing())


def next_to_it(at: Setting, *caught: Any) -> Span | None:
    """“the next day”; “the prior year” has its direction in its word."""
    return side_unit(at, *caught) if len(caught) > 1 else side_unit(at, -1, caught[0])


_GO_ON: Final = words("and but or in on at to from for with by of as than that when was were had has is are")
"""What may follow “the day before” where that is all: “the day before the vote” is before the vote."""
_LEANING: Final = re.compile(r"(?:before|after)\Z", re.I)
_NEXT: Final = re.compile(r"\s+(\w+)")


def is_before_something(at: Setting) -> bool:
    """Whether the words that are read end in “before” or “after”, and what follows says before what."""
    follows = _NEXT.match(at.text, at.end)
    leans = _LEANING.search(at.text[at.start : at.end])
    return leans is not None and follows is not None and follows[1].lower() not in _GO_ON


def beside_it(at: Setting, unit: str, steps: int) -> Span | None:
    """“the day before”, “the week after”; what comes before something else has no date by that."""
    return span.nothing() if is_before_something(at) else side_unit(at, steps, unit)


def apart(at: Setting, number: int, unit: str, sign: int) -> Span | None:
    """“two days later”, “a year earlier”: from the date that the text named last."""
    if is_before_something(at):
        return span.nothing()
    before = at.antecedent
    if before is None or before.first is None:
        return distant(at, -number, unit) if sign < 0 and at.day else None
    around, from_it = _around(before, unit, sign * number), from_base(before, sign * number, unit)
    if unit == before.unit or (number == 1 and sign < 0 and before.unit in _COMPARED):
        around, from_it = from_it, around
    found = around or from_it
    return found._replace(anchored=before.anchored) if found else None


_COMPARED: Final = ("month", "quarter", "half", "season", "week")
"""What figures are given for: “rose in May from a year earlier” is from May."""


def _named_beside(base: Span, named: Sequence[Span], steps: int) -> Span | None:
    """Of months or seasons of one name, by year: the next or the last beside a date; or the one around it.

    Where none is around it, it is that of its year.
    """
    if steps:
        found = [each for each in named if _lies(each, base) == steps]
        return min(found, key=lambda each: _gap(each, base), default=None)
    around = (each for each in named if _lies(each, base) == 0)
    return next(around, named[len(named) // 2])


def _lies(each: Span, base: Span) -> int:
    """-1 where it ends before a date, 1 where it begins after it, else 0."""
    if not (each.first and each.last and base.first and base.last):
        return 0
    return (each.first > base.last) - (each.last < base.first)


def _gap(each: Span, base: Span) -> int:
    """How many days lie between two stretches."""
    if not (each.first and each.last and base.first and base.last):
        return 0
    return max(0, days_between(base.last, each.first), days_between(each.last, base.first))


def beside_named(at: Setting, steps: int, name: int) -> Span | None:
    """“the following spring”, “the previous March”: a season by its code, or a month by its number."""
    base = at.antecedent
    if base is None or base.first is None:
        return None if steps < 0 else span.nothing()
    year = base.first.year
    southern = 8 if at.southern else 0
    named = [
        span.coded(year + step, name + southern) if name > 12 else span.month(year + step, name)
        for step in (-1, 0, 1)
    ]
    found = _named_beside(base, named, steps)
    return found._replace(anchored=base.anchored, supplied="") if found else None


def that_named(at: Setting, _: object, name: int) -> Span | None:
    """“that winter”, “that December”."""
    return beside_named(at, 0, name)


def part_of_that(at: Setting, _: object, part: str) -> Span | None:
    """“that night”: the day; its hours are left aside."""
    return part_beside(at, 0, part)


def part_beside(at: Setting, steps: int, part: str) -> Span | None:
    """“the next morning”."""
    before = at.antecedent
    return _around(before, "day", steps) if before else span.nothing()


def part_before(at: Setting, part: str, steps: int) -> Span | None:
    """“the night before”."""
    return span.nothing() if is_before_something(at) else part_beside(at, steps, part)


def weekday_beside_it(at: Setting, steps: int, weekday: int) -> Span | None:
    """“the following Tuesday”."""
    base = at.antecedent
    if base is None or not (base.first and base.last):
        return span.nothing()
    day = nearest(base.last if steps > 0 else base.first, weekday, steps)
    return span.day(day)._replace(anchored=base.anchored)


def same_period(at: Setting, *caught: Any) -> Span | None:
    """“the same period last year”: the stretch that the text named last, in that year; or the year."""
    before, year = at.antecedent, caught[-1]
    if (
        before is None
        or before.unit not in ("month", "quarter", "half", "season", "day")
        or year.first is None
    ):
        return span.year(year.first.year)._replace(anchored=year.anchored) if year.first else None
    return before.in_year(year.first.year)._replace(supplied="", anchored=True)


def year_ago_period(at: Setting, unit: str = "quarter") -> Span | None:
    """“the year-earlier quarter”; of whatever the text named last where no unit is said."""
    before = at.antecedent_of(unit) if unit else at.antecedent
    if before is not None and before.first:
        return before.in_year(before.first.year - 1)
    if unit == "quarter":
        return unit_around(at, unit, -5)
    return unit_around(at, "year", -1)


def its_date(at: Setting) -> Span | None:
    """“that time”, “its date”."""
    before = at.antecedent
    return before if before else None


RULES: Final = (
    Rule("that day", """
         the|that|this? SAME UNIT
         later|earlier SAME UNIT
         on the SAME UNIT""", same_unit,
         "The day, week, month or year of the date that the text named last.",
         "fell on 3 April 2009, and on [the same day] = 2009-04-03"),
    Rule("that season or month", """
         the? SAME SEASON
         the? SAME MONTH""", that_named,
         "The one around the date that the text named last, or that of its year.",
         "fell on 3 November 2009, and [that winter] = 2009-24"),
    Rule("the next season or month", """
         the? SIDE SEASON
         the? SIDE MONTH""", beside_named,
         "Next to the date that the text named last.", """
         fell in July 2009; [the following spring] = 2010-21
         fell in July 2009; [the following March] = 2010-03"""),
    Rule("the next day", """
         the? SIDE UNIT
         the prior UNIT""", next_to_it,
         "Next to the date that the text named last; “the previous year”, where there is none, is the one "
         "before publication.", """
         the previous year = 2023
         up from 7% [the previous week] = 2024-11-11/2024-11-17
         began on 3 April 2009 and ended [the next day] = 2009-04-04
         rose in May 2009 and fell [the following month] = 2009-06"""),
    Rule("the day before", "the? UNIT EARLIER", beside_it,
         "Next to the date that the text named last.",
         "began on 3 April 2009, after talks [the day before] = 2009-04-02"),
    Rule("the following weekday", "the? SIDE WEEKDAY", weekday_beside_it,
         "The first such day after the date that the text named last, or the last one before it.",
         "fell on 3 April 2009, and was mended [the following Tuesday] = 2009-04-07"),
    Rule("that night", """
         SAME DAYPART
         the SAME DAYPART""", part_of_that,
         "The day, week, month or year of the date that the text named last.",
         "fell on 3 April 2009, and [that night] it burned = 2009-04-03"),
    Rule("the next morning", "the? SIDE DAYPART", part_beside,
         "Next to the date that the text named last.",
         "fell on 3 April 2009; [the next morning] it rained = 2009-04-04"),
    Rule("the night before", "the DAYPART EARLIER", part_before,
         "Next to the date that the text named last.",
         "fell on 3 April 2009, after talks [the night before] = 2009-04-02"),
    Rule("so much earlier or later", """
         NUM UNITS EARLIER
         ONE UNITS EARLIER""", apart,
         "Counted from the date that the text named last; “earlier”, where there is none, from "
         "publication.", """
         began on 3 April 2009 and ended [two days later] = 2009-04-05
         began on 3 April 2009 and ended [two years later] = 2011
         rose in May 2009 from [a year earlier] = 2008-05
         up from [a year earlier] = 2023~"""),
    Rule("same period of a year", """
         the? LIKE period|quarter|month|time|week|day ,? of|in? <year>
         the? period|quarter|month|week of|in <year>
         the? LIKE <year> period|quarter|month
         <year> period|quarter|month""", same_period,
         "The stretch that the text named last, in the year that is named.",
         "rose 43% in February compared to [the same period last year] @ 2010-03-03 = 2009-02"),
    Rule("same period a year earlier", """
         the? LIKE period|quarter|month|time|week|day a|one year ago|before|earlier
         the? LIKE period|quarter|month|time|week|day the year before|earlier
         the? year - earlier|ago""",
         lambda at, *_: year_ago_period(at, ""),
         "The same stretch of the year before, or where the text names none, the year before that of "
         "publication.",
         "in the third quarter of 2009, up from [the same period a year earlier] = 2008-35"),
    Rule("year-earlier period", """
         the? year -? earlier|ago UNIT
         the? year -? earlier|ago period""", year_ago_period,
         "The same stretch of the year before, or where the text names none, the year before that of "
         "publication.",
         "in the third quarter of 2009, up from [the year-earlier quarter] = 2008-35"),
    Rule("that time", """
         that|this time|date
         its date""", its_date,
         "The date that the text named last.",
         "agreed by 10 June 2011; if not by [that time] = 2011-06-10"),
)  # fmt: skip
