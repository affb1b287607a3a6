"""Decades, centuries and eras."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.dates import span
from dateline.dates.grammar import Rule
from dateline.dates.setting import Setting
from dateline.dates.span import Span

TWENTIES: Final = 30
"""Decades named by two digits are of the 20th century from this one on; "the twenties" are by the tense."""


def decade(at: Setting, value: int) -> Span | None:
    """“the 1990s”, “the '80s”, “the eighties”; “the 1800s” are a century."""
    if value % 10:
        return None
    if value >= 100:
        if value % 100 == 0 and value < 2000:
            return span.years(value, value + 99, "century")
        return span.years(value, value + 9, "decade")
    start = (1900 if value >= TWENTIES else 2000) + value
    return span.years(start, start + 9, "decade")


def century(at: Setting, number: int) -> Span:
    """“the 20th century”: 1900 to 1999, as 19XX writes it."""
    return span.years(100 * (number - 1), 100 * number - 1, "century")


def century_before(at: Setting, number: int, era: int) -> Span:
    """“the 2nd century BC”: -199 to -100, as -01XX writes it."""
    return span.years(-100 * number + 1, -100 * (number - 1), "century")


def before_christ(number: int) -> int:
    """The astronomical year: 1 BC is the year 0."""
    return 1 - number


def year_bc(at: Setting, number: int, era: int) -> Span | None:
    """“44 BC”: the year -43."""
    return span.year(before_christ(number)) if number else None


def years_bc(at: Setting, first: int, last: int, era: int) -> Span | None:
    """“50–40 BC”; “44–50 BC” is none, for years before the common era are counted down."""
    if last == 0 or first < last:
        return span.nothing()
    return span.range_(span.year(before_christ(first)), span.year(before_christ(last)))


def year_ad(at: Setting, number: int, era: int) -> Span | None:
    """“79 AD”."""
    return span.year(number) if number else None


def day_bc(at: Setting, number: int, month: int, year: int, era: int) -> Span | None:
    """“15 March 44 BC”."""
    return span.calendar_day(before_christ(year), month, number)


def day_ad(at: Setting, number: int, month: int, year: int, era: int) -> Span | None:
    """“10 August 88 CE”."""
    return span.calendar_day(year, month, number)


_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def ages_ago(scale: str) -> Callable[..., Span | None]:
    """A reader of “66 million years ago”."""

    def read(at: Setting, whole: int, tenths: int | None = None) -> Span | None:
        digits = f"{whole}.{tenths}" if tenths is not None else str(whole)
        years = round(float(digits) * _SCALES[scale])
        return span.year(-years)._replace(mark="~") if years >= 10_000 else None

    return read


RULES: Final = (
    Rule("decade", "the? '? DECADE", decade,
         "A decade runs from the year that ends in 0 to the one that ends in 9.", """
         the 1990s = 199X
         the '80s = 198X
         the eighties = 198X
         the 1800s = 18XX"""),
    Rule("century", "the? ORD -? century AD?", lambda at, number, era: century(at, number),
         "The 20th century is written 19XX, the years from 1900 to 1999; strictly it is 1901 to 2000.", """
         the 20th century = 19XX
         the nineteenth century = 18XX"""),
    Rule("century before the common era", "the? ORD -? century BC", century_before,
         "Centuries before the common era are counted backwards: the 2nd is 200 to 101 BC.",
         "the 2nd century BC = -01XX"),
    Rule("year before the common era", "the? year? ERA_YEAR BC", year_bc,
         "There is no year 0 in BC and AD: 1 BC is written 0000, and 44 BC is -0043.",
         "44 BC = -0043"),
    Rule("years before the common era", """
         from? ERA_YEAR -|–|—|to|until ERA_YEAR BC
         between ERA_YEAR and ERA_YEAR BC""", years_bc,
         "There is no year 0 in BC and AD: 1 BC is written 0000, and 44 BC is -0043.",
         """
         50-40 BC = -0049/-0039
         between 3300 and 3100 BC = -3299/-3099"""),
    Rule("year of the common era", "the? year? ERA_YEAR AD", year_ad,
         "A year of the common era, as it is written.",
         "79 AD = 0079"),
    Rule("common era and year", "AD ERA_YEAR", lambda at, era, number: year_ad(at, number, era),
         "A year of the common era, as it is written.",
         "AD 79 = 0079"),
    Rule("day before the common era", "the? DAY of? MONTH ,? ERA_YEAR BC", day_bc,
         "There is no year 0 in BC and AD: 1 BC is written 0000, and 44 BC is -0043.",
         "15 March 44 BC = -0043-03-15"),
    Rule("day of the common era", "the? DAY of? MONTH ,? ERA_YEAR AD", day_ad,
         "A year of the common era, as it is written.",
         "10 August 88 CE = 0088-08-10"),
    *(
        Rule(f"{scale}s of years ago", f"NUM {scale} years ago\nNUM . NUM {scale} years ago", ages_ago(scale),
             "Ages are counted back from about the present, and are approximate.", example)
        for scale, example in (
            ("thousand", "12 thousand years ago = Y-12000~"),
            ("million", "66 million years ago = Y-66000000~"),
            ("billion", "13.8 billion years ago = Y-13800000000~"),
        )
    )
)  # fmt: skip
