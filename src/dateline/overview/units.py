"""The units of the calendar, from minutes to thousands of millions of years: where ticks and bins fall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor
from typing import Literal

from dateline.dates import Day
from dateline.dates.day import MONTHS, WEEKDAYS, ordinal
from dateline.overview.extents import day_at

Kind = Literal["minutes", "days", "months", "years"]

_HALF_A_MINUTE = 0.5 / 1440


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
        if self.kind == "minutes":
            return floor((at + _HALF_A_MINUTE) * 1440 / self.step) * self.step / 1440
        if self.kind == "days":
            return float(floor(at) - (day_at(at).weekday if self.step == 7 else 0))
        day = day_at(at)
        if self.kind == "months":
            return float(ordinal(Day(day.year, (day.month - 1) // self.step * self.step + 1, 1)))
        return float(ordinal(Day(self._round_year(day.year), 1, 1)))

    def next(self, at: float) -> float:
        """The first boundary after this point."""
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

    def name(self, at: float, *, short: bool = False) -> str:
        """What a tick at this boundary says beside its neighbours: 14:30, Sat 31 or 31, Jun, 400 BCE."""
        day = day_at(at + _HALF_A_MINUTE)
        if self.kind == "minutes":
            return clock(at)
        if self.kind == "days":
            return str(day.day) if short or self.step > 1 else f"{WEEKDAYS[day.weekday][:3]} {day.day}"
        return MONTHS[day.month - 1][:3] if self.kind == "months" else year_name(day.year)

    def full_name(self, at: float) -> str:
        """The same where no neighbour gives the rest: 31 Jan 2026, 14:30; 31 Jan 2026; Jun 2026."""
        day = day_at(at + _HALF_A_MINUTE)
        year, month = year_name(day.year), MONTHS[day.month - 1][:3]
        if self.kind == "minutes":
            return f"{day.day} {month} {year}" + f", {clock(at)}" * (clock(at) != "00:00")
        if self.kind == "days":
            return f"{day.day} {month} {year}"
        return f"{month} {year}" if self.kind == "months" else year

    def opening_name(self, at: float, *, short: bool = False) -> str:
        """The same where a larger unit begins: Sun 1 Feb, or all of it."""
        day = day_at(at + _HALF_A_MINUTE)
        if self.kind == "days" and day.month > 1:
            return f"{self.name(at, short=short)} {MONTHS[day.month - 1][:3]}"
        return self.full_name(at)

    def opens(self, at: float) -> bool:
        """Whether a larger unit begins here too: a tick that is written in full."""
        day = day_at(at + _HALF_A_MINUTE)
        if self.kind == "minutes":
            return clock(at) == "00:00"
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


def clock(at: float) -> str:
    """The time of day."""
    minutes = round(at * 1440) % 1440
    return f"{minutes // 60:02}:{minutes % 60:02}"


def year_name(year: int) -> str:
    """A year as readers write it; `year` is astronomical, so 0 is 1 BCE."""
    if year >= 1000:
        return str(year) if year < 10_000 else f"{year:,}"
    if year > 0:
        return f"{year} CE"
    # Beyond ten thousand years the missing year zero is far below what such a figure says.
    before = 1 - year if year > -9999 else -year
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if before >= 0.9995 * size:
            return f"{before / size:.4g} {name} BCE"
    return f"{before} BCE" if before < 10_000 else f"{before:,} BCE"


def stretch_name(start: float, end: float) -> str:
    """A stretch in words, as exactly as its ends ask: 2024, January to June 2024, 31 January 2026."""
    first, last = day_at(start + _HALF_A_MINUTE), day_at(end - _HALF_A_MINUTE)
    if end - start < 1 or start % 1 or end % 1:
        return _clock_stretch(start, end, first, last)
    whole_months = first.day == 1 and day_at(end).day == 1
    if whole_months and first.month == 1 and day_at(end).month == 1:
        return _joined([year_name(first.year), year_name(last.year)])
    day = [f"{d.day} " * (not whole_months) + MONTHS[d.month - 1] for d in (first, last)]
    if first.year == last.year:
        if not whole_months and first.month == last.month and first != last:
            return f"{first.day} to {day[1]} {year_name(last.year)}"
        return f"{_joined(day)} {year_name(last.year)}"
    return _joined([f"{words} {year_name(d.year)}" for words, d in zip(day, (first, last), strict=True)])


def years_name(start: float, end: float) -> str:
    """The years that a stretch touches: 2024 to 2026."""
    return _joined([year_name(day_at(at).year) for at in (start, end - _HALF_A_MINUTE)])


def _clock_stretch(start: float, end: float, first: Day, last: Day) -> str:
    days = [f"{d.day} {MONTHS[d.month - 1]} {year_name(d.year)}" for d in (first, last)]
    if days[0] == days[1]:
        return f"{clock(start)} to {clock(end)} on {days[0]}"
    return f"{clock(start)} on {days[0]} to {clock(end)} on {days[1]}"


def _joined(ends: list[str]) -> str:
    one, other = ends
    if one == other:
        return one
    era = one.rpartition(" ")[2]
    if era == "BCE" and other.endswith(" BCE"):
        one = one.removesuffix(" BCE")
    return f"{one} to {other}"
