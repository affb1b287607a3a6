"""Holidays, and days that history has named."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.dates import span
from dateline.dates.day import Day
from dateline.dates.feasts import FEASTS, NAMED_DAYS, Feast
from dateline.dates.grammar import Rule
from dateline.dates.rules.days import far
from dateline.dates.rules.moving import in_year_told
from dateline.dates.setting import Setting
from dateline.dates.span import Span, days_between

NAMED: Final[dict[str, Feast]] = {name: feast for names, feast in FEASTS.items() for name in names.split("|")}
HISTORIC: Final[dict[str, Day]] = {
    name: day for names, day in NAMED_DAYS.items() for name in names.split("|")
}


def _day(feast: Feast, year: int) -> Span | None:
    day = feast(year)
    return span.day(day) if day else None


def feast_in(at: Setting, name: str, year: int) -> Span:
    """“Thanksgiving 2017”; no more than the year, where the table does not reach it."""
    return _day(NAMED[name], year) or span.year(year)


def feast_of(at: Setting, name: str, year: Span) -> Span | None:
    """“Thanksgiving of last year”."""
    return _day(NAMED[name], year.first.year) if year.first else None


def _near(at: Setting, name: str, fits: Callable[[Day], bool]) -> list[Day]:
    years = (at.today.year + step for step in (-2, -1, 0, 1, 2))
    days = [day for day in map(NAMED[name], years) if day and fits(day)]
    return sorted(days, key=lambda day: abs(days_between(day, at.today)))


def bare_feast(at: Setting, name: str) -> Span | None:
    """“Christmas”: of the year that the text tells of, else the nearest."""
    days = _near(at, name, lambda day: True)
    if not days:
        return span.nothing()  # and not 1 January, of a Chinese New Year beyond the table
    return in_year_told(
        at, days[0].month, lambda year: feast_of(at, name, span.year(year)), lambda: _nearest(at, days)
    )


def _nearest(at: Setting, days: list[Day]) -> Span:
    """The first of these days, the nearest; or of two that are both far the one that the tense asks for."""
    if at.direction and abs(days_between(days[0], at.today)) >= far(at, ahead=days[0] > at.today):
        behind = at.direction == "past"
        days.sort(key=lambda day: ((day > at.today) == behind, abs(days_between(day, at.today))))
    return span.day(days[0], supplied="year")


def last_feast(at: Setting, _: object, name: str) -> Span | None:
    """“last Easter”."""
    days = _near(at, name, lambda day: day < at.today)
    return span.day(days[0], supplied="year") if days else None


def next_feast(at: Setting, _: object, name: str) -> Span | None:
    """“next Easter”."""
    days = _near(at, name, lambda day: day > at.today)
    return span.day(days[0], supplied="year") if days else None


def this_feast(at: Setting, _: object, name: str) -> Span | None:
    """As in “this Christmas”: of the year of publication."""
    return feast_of(at, name, span.year(at.today.year))


def feast_weekend(at: Setting, name: str, year: int | None) -> Span | None:
    """“Labor Day weekend”: of a Monday, the days before it; of a Thursday, those after."""
    found = feast_in(at, name, year) if year else bare_feast(at, name)
    if found is None or found.first is None or found.unit != "day":
        return None
    return span.weekend(found.first.plus(-3))._replace(anchored=found.anchored)


def historic(at: Setting, name: str) -> Span:
    """“9/11”."""
    return span.day(HISTORIC[name])


RULES: Final = (
    Rule("named day of history", "the? HISTORIC", historic,
         "A day so well known by its name that the year is not said.", """
         9/11 = 2001-09-11
         Black Monday = 1987-10-19"""),
    Rule("holiday and year", "FEAST ,? of|in? YEAR", feast_in,
         "The holiday's own rule gives its day in that year.", """
         Thanksgiving 2017 = 2017-11-23
         Easter 2010 = 2010-04-04
         Chinese New Year 2018 = 2018-02-16"""),
    Rule("holiday of a year", "FEAST of? <year>", feast_of,
         "The holiday's own rule gives its day in that year.",
         "Labor Day last year = 2023-09-04"),
    Rule("new year in general", "the new year", lambda at: span.nothing(),
         "“In the new year” says no day.",
         "in [the new year] = no date"),
    Rule("holiday", "the? FEAST", bare_feast,
         "A holiday without a year is the one nearest to publication.", """
         Christmas = 2024-12-25
         will close at [Christmas] @ 2026-03-17 = 2026-12-25
         New Year's Eve = 2024-12-31
         Halloween = 2024-10-31"""),
    Rule("holiday weekend", """
         the? FEAST holiday? weekend
         the? FEAST YEAR weekend""", lambda at, name, year=None: feast_weekend(at, name, year),
         "The Saturday and Sunday nearest to the holiday.", """
         Labor Day weekend @ 2024-09-05 = 2024-08-31/2024-09-01
         Thanksgiving weekend = 2024-11-30/2024-12-01"""),
    Rule("last holiday", "the? LAST FEAST", last_feast,
         "“Last” is the latest one before publication.",
         "last Christmas = 2023-12-25"),
    Rule("next holiday", "the? NEXT FEAST", next_feast,
         "“Next” is the first one after publication.",
         "next Easter = 2025-04-20"),
    Rule("this holiday", "THIS FEAST", this_feast,
         "“This” before a holiday is the one of the year of publication.",
         "this Thanksgiving = 2024-11-28"),
)  # fmt: skip
