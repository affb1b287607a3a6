"""The first and the last day that a date can mean, whatever of it is masked by an X."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final, Literal

from dateline.dates.day import Day, days_in_month
from dateline.dates.fault import Unreal

Precision = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "season", "third", "half",
    "year", "decade", "century", "millennium", "age",
]  # fmt: skip
"""How much time the words name, finest first. `age` is any span of more than a thousand years."""
Bounds = tuple[Day, Day, Precision]

SEASONS: Final = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""Code in place of a month (EDTF level 2, sub-year groupings): the month it begins with and how many it has.

The standard leaves the seasons' bounds open. Here they are meteorological, and a winter belongs to the
year in which it begins: 2023-24 is December 2023 to February 2024. 21–24 are read as northern.
"""


def season_unit(code: int) -> Precision:
    """What a code in place of a month names."""
    return "season" if code < 33 else "quarter" if code < 37 else "third" if code < 40 else "half"


def bounds_of(low: int, high: int, digits: str, month: str, day: str, unit: Precision) -> Bounds:
    """Of the years from `low` to `high`, as `digits` mask them; or of a month, a season or a day in them.

    `unit` is what the year names. Raises Unreal where the calendar has no such month or day.
    """
    if not month:
        return Day(low, 1, 1), Day(high, 12, 31), unit
    months = _months_like(month)
    if not months or (months[0] > 12 and day):
        raise Unreal
    if months[0] > 12:
        return _season(low, high, months)
    if not day:
        last = Day(high, months[-1], days_in_month(high, months[-1]))
        return Day(low, months[0], 1), last, "year" if "X" in month else "month"
    if low == high and "X" not in month + day:
        return _day(low, months[0], int(day))
    return _masked_day(digits, low < 0 or high < 0, month, day)


def _season(low: int, high: int, codes: tuple[int, ...]) -> Bounds:
    start = SEASONS[codes[0]][0]
    month = max(first + length - 1 for first, length in (SEASONS[code] for code in codes))
    year, month = (high, month) if month <= 12 else (high + 1, month - 12)
    return Day(low, start, 1), Day(year, month, days_in_month(year, month)), season_unit(codes[0])


def _day(year: int, month: int, number: int) -> Bounds:
    if not 1 <= number <= days_in_month(year, month):
        raise Unreal
    only = Day(year, month, number)
    return only, only, "day"


def _masked_day(digits: str, negative: bool, month: str, day: str) -> Bounds:
    """The first and the last day that fit; a 29 February may need a search for a leap year."""
    months, days = _months_like(month), _days_like(day)
    first = _first_fit(_years(digits, negative, descending=negative), months, days)
    last = _first_fit(_years(digits, negative, descending=not negative), months[::-1], days[::-1])
    return first, last, "year" if "X" in month else "month" if "X" in day else "day"


def _years(digits: str, negative: bool, *, descending: bool) -> Iterator[int]:
    """The years that a mask can stand for, by size; lazily, for there may be ten thousand."""
    choices = "9876543210" if descending else "0123456789"
    for chosen in product(*(choices if digit == "X" else digit for digit in digits)):
        year = int("".join(chosen))
        yield -year if negative else year


def _first_fit(years: Iterator[int], months: tuple[int, ...], days: tuple[int, ...]) -> Day:
    for year in years:
        for month in months:
            length = days_in_month(year, month)
            for day in days:
                if day <= length:
                    return Day(year, month, day)
    raise Unreal(
        "no day of the calendar fits its X", "Write the month alone, or let X stand for days that it has."
    )


@cache
def _months_like(mask: str) -> tuple[int, ...]:
    """The months that two signs can stand for; or the seasons and their like, which begin with 2, 3 or 4."""
    return _like(mask, range(21, 42) if mask[0] in "234" else range(1, 13))


@cache
def _days_like(mask: str) -> tuple[int, ...]:
    return _like(mask, range(1, 32))


def _like(mask: str, numbers: range) -> tuple[int, ...]:
    """Those whose two digits are the mask's, or stand where it has an X."""
    return tuple(n for n in numbers if all(m in ("X", d) for m, d in zip(mask, f"{n:02d}", strict=True)))
