"""From one date to another, one or the other, and open ends."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.dates import span
from dateline.dates.grammar import Rule
from dateline.dates.rules.days import nearest_in_year
from dateline.dates.setting import Setting
from dateline.dates.span import RANGE, Span


def from_to(at: Setting, start: Span, end: Span) -> Span | None:
    """“from October 2024 to May 2025”; what one side leaves out, the other supplies."""
    if start.supplied == "year" and end.supplied != "year" and start.first and end.first:
        start = start.in_year(end.first.year)
        if start.first and end.last and start.first > end.last:
            start = start.in_year(start.first.year - 1)
        start = replace(start, supplied=end.supplied, anchored=end.anchored)
    elif end.supplied == "year" and start.first and end.first:
        end = end.in_year(start.first.year)
        if end.last and end.last < start.first:
            end = end.in_year(start.first.year + 1)
    elif end.supplied == "week" and start.first and end.first and end.unit == "day":
        end = span.day(start.first.plus((end.first.weekday - start.first.weekday) % 7), supplied="week")
    return span.range_(start, end)


def between(at: Setting, start: Span, end: Span) -> Span | None:
    """“between 2019 and 2021”: within, unless the clause says that it lasted."""
    return from_to(at, start, end)


def since(at: Setting, start: Span) -> Span | None:
    """“since 2019”."""
    return Span(start.first, None, RANGE, text=f"{_start(start)}/..")


def _start(found: Span) -> str:
    return str(span.narrow(found)[0]) if found.part or "/" in found.edtf() else found.edtf()


def until(at: Setting, end: Span) -> Span | None:
    """“until May”, “by 2030”."""
    last = str(span.narrow(end)[1]) if end.part or "/" in end.edtf() else end.edtf()
    return Span(None, end.last, RANGE, text=f"../{last}")


def either(at: Setting, a: Span, b: Span) -> Span | None:
    """“13 May or 14 May”."""
    return (
        Span(a.first, b.last, RANGE, text=f"[{a.edtf()},{b.edtf()}]")
        if "/" not in a.edtf() + b.edtf()
        else None
    )


def days_in_month_year(at: Setting, a: int, b: int, month: int, year: int | None) -> Span | None:
    """“3 to 5 May 2024”."""
    return _days(at, month, a, b, year)


def month_days_year(at: Setting, month: int, a: int, b: int, year: int | None) -> Span | None:
    """“May 3-5, 2024”."""
    return _days(at, month, a, b, year)


def _days(at: Setting, month: int, a: int, b: int, year: int | None) -> Span | None:
    start = span.calendar_day(year, month, a) if year else nearest_in_year(at, month, a)
    if start is None or start.first is None or b <= a:
        return None
    end = span.calendar_day(start.first.year, month, b)
    if end is None:
        return None
    found = span.range_(start, end)
    return replace(found, anchored=year is None) if found else None


def days_or(at: Setting, a: int, b: int, month: int, year: int | None) -> Span | None:
    """“13 or 14 May 2024”."""
    found = _days(at, month, a, b, year)
    return replace(found, text=f"[{found.first},{found.last}]") if found else None


def years_short(at: Setting, years: tuple[int, int]) -> Span | None:
    """“1861-67”."""
    first, last = years
    end = first // 100 * 100 + last
    return span.range_(span.year(first), span.year(end)) if end > first else None


RULES: Final = (
    Rule("days of one month", """
         from|between? the? DAY to|until|till|through|thru|-|–|and the? DAY of? MONTH ,? YEAR?
         the? DAY -|– DAY - MONTH - YEAR""", days_in_month_year,
         "Both days are of the month that follows, and both are included.", """
         from 3 to 5 May 2024 = 2024-05-03/2024-05-05
         3-5 May @ 2024-04-01 = 2024-05-03/2024-05-05"""),
    Rule("month and days", """
         from|between? MONTH DAY to|until|till|through|thru|-|–|and the? DAY ,? YEAR?""", month_days_year,
         "Both days are of the month before them, and both are included.", """
         May 3-5, 2024 = 2024-05-03/2024-05-05
         May 3 to 5 @ 2024-04-01 = 2024-05-03/2024-05-05"""),
    Rule("one day or the other", "the? DAY or the? DAY of? MONTH ,? YEAR?", days_or,
         "It was one of the two.",
         "13 or 14 May 2024 = [2024-05-13,2024-05-14]"),
    Rule("years, the second short", "YEARS", years_short,
         "The second year has the century of the first.",
         "1861-67 = 1861/1867"),
    Rule("from one date to another", """
         from? <point> to|until|till|through|thru|-|– <point>""", from_to,
         "Both ends are included; what one of them leaves out, the other supplies.", """
         from October 2024 to May 2025 = 2024-10/2025-05
         from 1964 to 2008 = 1964/2008
         17 August 2013 - 19 August 2013 = 2013-08-17/2013-08-19"""),
    Rule("between two dates", "between <point> and|to|-|– <point>", between,
         "Both ends are included.",
         "between May and July 2024 = 2024-05/2024-07"),
    Rule("since", "since|after|from <point> onward|onwards?", since,
         "From then on, with no end that is known.", """
         since 2019 = 2019/..
         since August = 2024-08/.."""),
    Rule("until", "until|till|by|before|through <point>", until,
         "Up to then, with no beginning that is known.", """
         until May 2024 = ../2024-05
         by 2030 = ../2030"""),
    Rule("either", "<point> or <point>", either,
         "It was one of the two.",
         "1863 or 1864 = [1863,1864]"),
)  # fmt: skip
