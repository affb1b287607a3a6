"""Dates that are written out: they mean the same whenever they are read."""

from __future__ import annotations

from typing import Final

from dateline.dates import span
from dateline.dates.bounds import Precision
from dateline.dates.counted import counts_things
from dateline.dates.day import MONTHS
from dateline.dates.edtf import Edtf
from dateline.dates.fault import EdtfError
from dateline.dates.grammar import Rule
from dateline.dates.reading import Alternative
from dateline.dates.sentences import OTHER_ORDER, WRITTEN_OUT
from dateline.dates.setting import Setting
from dateline.dates.span import Span


def full_year(number: int, today_year: int = 2024) -> int:
    """A year of two digits as the one of the last ninety or the next ten years."""
    latest = today_year + 10
    return latest - (latest - number) % 100


def century_of(at: Setting, number: int) -> int:
    """A year of two digits, seen from the day of publication where that is known."""
    return full_year(number, at.day.year if at.day else 2026)


def iso(at: Setting, text: str) -> Span | None:
    """An EDTF date inside a text."""
    try:
        value = Edtf.parse(text)
    except EdtfError:
        return None
    if value.earliest is None or value.latest is None:
        return None
    plain, mark = text.rstrip("?~%"), text[len(text.rstrip("?~%")) :]
    timed = "T" in plain
    unit: Precision = "day" if plain.lstrip("-").count("-") >= 2 else "month"
    return Span(value.earliest, value.latest, unit, text=plain if timed else "", mark=mark)


def month_day_year(at: Setting, weekday: int | None, month: int, number: int, year: int) -> Span | None:
    """“Saturday, March 22, 2013”; of “February 31, 2013” nothing is read, not even its month."""
    if counts_things(at.text, at.end):
        return None
    return span.calendar_day(year, month, number) or span.nothing()


def day_of_log(
    at: Setting, weekday: int | None, month: int, number: int, time: str, zone: str | None, year: int
) -> Span | None:
    """“Fri Nov 22 08:02:11 GMT 2024”, whose hours are left aside."""
    return span.calendar_day(year, month, number)


def day_month_year(at: Setting, weekday: int | None, number: int, month: int, year: int) -> Span | None:
    """“22 March 2013”."""
    return month_day_year(at, weekday, month, number, year)


def day_month_short(at: Setting, number: int, month: int, year: int) -> Span | None:
    """“14 April '15”."""
    counted = counts_things(at.text, at.end)
    return None if counted else span.calendar_day(century_of(at, year), month, number)


def month_year(at: Setting, month: int, year: int) -> Span | None:
    """“October 2024”; of “in May, 2000 people” it is the month alone."""
    return None if counts_things(at.text, at.end) else span.month(year, month)


def year_month(at: Setting, year: int, month: int) -> Span:
    """“2024 August”."""
    return span.month(year, month)


def bare_year(at: Setting, year: int) -> Span:
    """“2024”."""
    return span.year(year)


def short_year(at: Setting, number: int) -> Span:
    """“'82”."""
    return span.year(century_of(at, number))


_MONTH_NUMBERS: Final = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}


def numeric(at: Setting, text: str) -> Span | None:
    """“10/11/2024”, “2024/11/10”, “31/Oct/1974”: by the order of the source's language."""
    joint = next(sign for sign in text if sign in "/.-")
    a, b, c = text.split(joint)
    if not b.isdigit():
        month = _MONTH_NUMBERS.get(b[:3], 0)
        return (
            span.calendar_day(_any_year(at, c), month, int(a))
            if len(a) <= 2
            else span.calendar_day(int(a), month, int(c))
        )
    if len(a) == 4:
        return span.calendar_day(int(a), int(b), int(c))
    if len(a) > 2 or len(c) not in (2, 4):
        return None
    return _ordered(at, _any_year(at, c), int(a), int(b))


def _any_year(at: Setting, text: str) -> int:
    return int(text) if len(text) > 2 else century_of(at, int(text))


def _ordered(at: Setting, year: int, a: int, b: int) -> Span | None:
    """Month first, day first, or one of both where neither the figures nor the language decide."""
    american, british = span.calendar_day(year, a, b), span.calendar_day(year, b, a)
    if american is None or british is None or american == british:
        return american or british
    chosen, other = (british, american) if at.order == "day-month" else (american, british)
    if at.order:
        return _with(chosen, Alternative(Edtf.parse(other.edtf()), OTHER_ORDER[at.order]))
    first, last = sorted((american, british), key=lambda s: s.first or (0, 0, 0))
    return Span(first.first, last.first, span.RANGE, text=f"[{first.edtf()},{last.edtf()}]")


def _with(chosen: Span, alternative: Alternative) -> Span:
    return Span(chosen.first, chosen.last, chosen.unit, alternatives=(alternative,))


RULES: Final = (
    Rule("EDTF", "ISO", iso,
         "The date is written in the international form, year first.", """
         2024-11-21 = 2024-11-21
         2024-11 = 2024-11
         2004-06~ = 2004-06~"""),
    Rule("date of a log", "WEEKDAY? ,? MONTH DAY CLOCK ZONE? YEAR", day_of_log,
         WRITTEN_OUT,
         "Fri Nov 22 08:02:11 2024 = 2024-11-22"),
    Rule("month, day and year", "WEEKDAY? ,? MONTH the? DAY ,? of|in? YEAR", month_day_year,
         WRITTEN_OUT, """
         March 22, 2013 = 2013-03-22
         Saturday, March 22nd, 2013 = 2013-03-22
         Dec. 31, 1999 = 1999-12-31
         May twenty-fourth, 1999 = 1999-05-24"""),
    Rule("day, month and year", """
         WEEKDAY? ,? the? DAY day? of? MONTH ,? of? YEAR
         WEEKDAY? ,? the? DAY - MONTH - YEAR""", day_month_year,
         WRITTEN_OUT, """
         22 March 2013 = 2013-03-22
         Friday, 22nd of March 2013 = 2013-03-22
         the fourth of July, 1776 = 1776-07-04"""),
    Rule("day, month and short year", """
         DAY MONTH SHORT
         DAY MONTH YY""", day_month_short,
         "A year of two digits is the one nearest to publication, at most ten years ahead.", """
         14 April '15 = 2015-04-14
         03 Aug 96 = 1996-08-03"""),
    Rule("date in figures", "WEEKDAY? ,? NUMERIC", lambda at, weekday, text: numeric(at, text),
         "Figures are read in the order of the source's own English: month first in America, day first in "
         "Britain. Where the source does not say, both days stand.", """
         10/11/2024 [en-US] = 2024-10-11
         10/11/2024 [en-GB] = 2024-11-10
         10/11/2024 = [2024-10-11,2024-11-10]
         7/8/07 [en-US] = 2007-07-08
         25/12/2024 = 2024-12-25
         31/Oct/1974 = 1974-10-31
         2024/8/10 = 2024-08-10"""),
    Rule("month and year", "MONTH ,? of? YEAR", month_year,
         "A month and year mean the whole of that month.", """
         October 2024 = 2024-10
         Nov. 2024 = 2024-11
         January of 1986 = 1986-01"""),
    Rule("year and month", "YEAR ,? MONTH", year_month,
         "A month and year mean the whole of that month.",
         "2024 August = 2024-08"),
    Rule("year", """
         the? YEAR
         the? calendar? year of? YEAR
         calendar YEAR""", bare_year,
         "A year means the whole of that year.", """
         2024 = 2024
         the year 2024 = 2024
         nineteen ninety-six = 1996
         two thousand and fifteen = 2015"""),
    Rule("short year", "SHORT", short_year,
         "A year of two digits is the one nearest to publication, at most ten years ahead.",
         "'82 = 1982"),
)  # fmt: skip
