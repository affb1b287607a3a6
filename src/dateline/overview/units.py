"""The units of the calendar, from minutes to thousands of millions of years: where ticks and bins fall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import floor
from typing import Literal

from dateline.dates import Day
from dateline.dates.day import ordinal
from dateline.overview.extents import day_at

Kind = Literal["minutes", "days", "months", "years"]

HALF_A_MINUTE = 0.5 / 1440


@dataclass(frozen=True, slots=True)
class Unit:
    """So many minutes, days, months or years, counted from a round beginning."""

    kind: Kind
    step: int

    @property
    def days(self) -> float:
        """Its usual length."""
        return self.step * {"minutes": 1 / 1440, "days": 1, "months": 30.44, "years": 365.2425}[self.kind]

    def floor(self, at: float) -> float:
        """The last boundary that is not after this point."""
        return _floor(self, at)

    def _floor(self, at: float) -> float:
        if self.kind == "minutes":
            return floor((at + HALF_A_MINUTE) * 1440 / self.step) * self.step / 1440
        if self.kind == "days":
            return float(floor(at) - (day_at(at).weekday if self.step == 7 else 0))
        day = day_at(at)
        if self.kind == "months":
            return float(ordinal(Day(day.year, (day.month - 1) // self.step * self.step + 1, 1)))
        return float(ordinal(Day(self._round_year(day.year), 1, 1)))

    def next(self, at: float) -> float:
        """The first boundary after this point."""
        return _next(self, at)

    def _next(self, at: float) -> float:
        start = self.floor(at)
        if self.kind == "minutes":
            return (round(start * 1440) + self.step) / 1440
        if self.kind == "days":
            return start + self.step
        day = day_at(start)
        if self.kind == "months":
            month = day.month - 1 + self.step
            return float(ordinal(Day(day.year + month // 12, month % 12 + 1, 1)))
        return float(ordinal(Day(self._year_after(day.year), 1, 1)))

    def ceil(self, at: float) -> float:
        """The first boundary that is not before this point."""
        start = self.floor(at)
        return start if start >= at else self.next(at)

    def bounds(self, start: float, end: float) -> Iterator[float]:
        """The boundaries from `start` to `end`, both included."""
        at = self.ceil(start)
        while at <= end:
            yield at
            at = self.next(at)

    def opens(self, at: float) -> bool:
        """Whether a larger unit begins here too: a tick that is written in full."""
        day = day_at(at + HALF_A_MINUTE)
        if self.kind == "minutes":
            return round(at * 1440) % 1440 == 0
        if self.kind == "days":
            return day.day <= self.step
        return self.kind == "months" and day.month == 1

    def _round_year(self, year: int) -> int:
        # Round years count from each side of the era: 1, 100, 200 ... and 100 BCE, which is year -99.
        if year >= self.step:
            return year // self.step * self.step
        return 1 if year >= 1 else 1 + (year - 1) // self.step * self.step

    def _year_after(self, year: int) -> int:
        if year >= 1:
            return year + self.step if year >= self.step else self.step
        return year + self.step


# The calendar is slow, and the same days are asked for by every drawing of the same events.
_floor = lru_cache(maxsize=1 << 16)(Unit._floor)
_next = lru_cache(maxsize=1 << 16)(Unit._next)

MINUTES = tuple(Unit("minutes", n) for n in (1, 5, 15, 60, 180, 360, 720))
WEEK = Unit("days", 7)
DAYS = (Unit("days", 1), WEEK)
MONTHS_UP = tuple(Unit("months", n) for n in (1, 3, 6))
YEARS = tuple(Unit("years", n * 10**power) for power in range(11) for n in (1, 2, 5))
LADDER: tuple[Unit, ...] = (*MINUTES, *DAYS, *MONTHS_UP, *YEARS)
"""From finest to coarsest."""


def finest(least: float, ladder: tuple[Unit, ...] = LADDER) -> Unit:
    """The finest unit that is at least so many days long."""
    return next((unit for unit in ladder if unit.days >= least), ladder[-1])


def finer(unit: Unit) -> tuple[Unit, ...]:
    """Every finer unit that divides this one evenly, finest first."""
    below = (u for u in LADDER if u.days < unit.days and u != WEEK)
    return tuple(u for u in below if u.kind != unit.kind or unit.step % u.step == 0)
