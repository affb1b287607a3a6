"""Stretches of the calendar that a list is cut by: a day, a month, a quarter, years by ones, fives, tens ...

Years count from each side of the era, as readers count them: 1990 to 1999, and 199 BCE to 100 BCE.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from dateline.dates import Day, Edtf, label
from dateline.dates.day import ordinal
from dateline.pages.views import Order
from dateline.tongue import ENGLISH, Tongue

_ROUND: Final = 10_000
"""Longer spans are named by round numbers: 5 billion years ago to 4 billion years ago."""


@dataclass(frozen=True, slots=True)
class Unit:
    """So many years, months or days."""

    kind: Literal["years", "months", "days"]
    step: int = 1


YEARS: Final = tuple(Unit("years", n * 10**power) for power in range(10) for n in (1, 5))
"""From one year up; each unit is cut evenly by the one before it."""
YEAR: Final = YEARS[0]
QUARTER: Final = Unit("months", 3)
MONTH: Final = Unit("months")
DAY: Final = Unit("days")
LADDER: Final = (*reversed(YEARS), QUARTER, MONTH, DAY)
"""From coarsest to finest."""


@dataclass(frozen=True, slots=True)
class Span:
    """One of them."""

    unit: Unit
    first: Day
    last_year: int

    @property
    def address(self) -> str:
        """Where its page stands: `1984/`, `1980-1989/`, `49-40-bce/`, `2024/q1/`, `2024/02/17/`."""
        years = _years(self.first.year, self.last_year)
        if self.unit.kind == "years":
            return f"{years}/"
        if self.unit == QUARTER:
            return f"{years}/q{self.first.month // 3 + 1}/"
        month = f"{years}/{self.first.month:02d}/"
        return month if self.unit == MONTH else f"{month}{self.first.day:02d}/"

    @property
    def id(self) -> str:
        """Of its part of a page: `y1984`, `y2024-02`."""
        return "y" + self.address.removesuffix("/").replace("/", "-")

    def heading(self, order: Order = "day-month", tongue: Tongue = ENGLISH) -> str:
        """What stands above it."""
        if self.unit.kind == "years":
            first, last = (
                label(Edtf.parse(_edtf(year)), order=order, locale=tongue.language)
                for year in (self.first.year, self.last_year)
            )
            return first if first == last else tongue.gettext("%(first)s to %(last)s", first=first, last=last)
        year, month, day = self.first
        small = {
            QUARTER: f"-{33 + month // 3}",
            MONTH: f"-{month:02d}",
            DAY: f"-{month:02d}-{day:02d}",
        }[self.unit]
        words = label(Edtf.parse(_edtf(year) + small), order=order, locale=tongue.language)
        return words[:1].upper() + words[1:]

    @property
    def last(self) -> Day:
        """Its last day, or one that no calendar has between that and the next span."""
        if self.unit.kind == "years":
            return Day(self.last_year, 12, 31)
        month = self.first.month + self.unit.step - 1 if self.unit.kind == "months" else self.first.month
        return Day(self.first.year, month, self.first.day if self.unit.kind == "days" else 31)

    @property
    def sort_key(self) -> tuple[int, int]:
        """In the order of time; of two that begin together, the longer one first."""
        return ordinal(self.first), -_LENGTH[self.unit.kind] * self.unit.step


_LENGTH: Final = {"days": 1, "months": 30, "years": 365}


@lru_cache(maxsize=1 << 16)
def span_of(day: Day, unit: Unit) -> Span:
    """The one that holds this day."""
    if unit.kind == "years":
        first, last = _block(day.year, unit.step)
        return Span(unit, Day(first, 1, 1), last)
    month = (day.month - 1) // unit.step * unit.step + 1 if unit.kind == "months" else day.month
    return Span(unit, Day(day.year, month, day.day if unit.kind == "days" else 1), day.year)


def _block(year: int, step: int) -> tuple[int, int]:
    """The first and the last year of the block, astronomical."""
    if step == 1:
        return year, year
    if year > 0:
        start = year // step * step
        return max(start, 1), start + step - 1
    start = (1 - year) // step * step
    return 1 - (start + step - (step < _ROUND)), 1 - max(start, 1)


def _years(first: int, last: int) -> str:
    """As an address has them: `1980-1989`, `49-40-bce`."""
    ends = dict.fromkeys((first, last) if first > 0 else (1 - first, 1 - last))
    return "-".join(map(str, ends)) + ("" if first > 0 else "-bce")


def _edtf(year: int) -> str:
    return f"{year:04d}" if 0 <= year <= 9999 else (f"Y{year}" if abs(year) > 9999 else f"-{-year:04d}")
