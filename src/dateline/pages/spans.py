"""Stretches of the calendar that a list is cut by: a day, a month, a quarter, years by ones, fives, tens ...

Years count from each side of the era, as readers count them: 1990 to 1999, and 199 BCE to 100 BCE.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from dateline.dates import DateOrder, Day, Edtf, Reading, label
from dateline.dates.day import ordinal, year_text
from dateline.tongue import ENGLISH, Tongue

_ROUND: Final = 10_000
"""Longer spans are named by round numbers: 5 billion years ago to 4 billion years ago."""


@dataclass(frozen=True, slots=True)
class Unit:
    """So many years, months or days; or the years that one date leaves open."""

    kind: Literal["years", "months", "days", "open"]
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
        if self.unit.kind in _OF_YEARS:
            return f"{years}/"
        if self.unit == QUARTER:
            return f"{years}/q{self.first.month // 3 + 1}/"
        month = f"{years}/{self.first.month:02d}/"
        return month if self.unit == MONTH else f"{month}{self.first.day:02d}/"

    @property
    def id(self) -> str:
        """Of its part of a page: `y1984`, `y2024-02`."""
        return "y" + self.address.removesuffix("/").replace("/", "-")

    def heading(self, order: DateOrder = "day-month", tongue: Tongue = ENGLISH) -> str:
        """What stands above it."""
        if self.unit.kind in _OF_YEARS:
            named = _named(self.first.year, self.last_year) if self.unit.kind == "open" else None
            return _capital(label(named, locale=tongue.language)) if named else self._years(order, tongue)
        year, month, day = self.first
        small = {
            QUARTER: f"-{33 + month // 3}",
            MONTH: f"-{month:02d}",
            DAY: f"-{month:02d}-{day:02d}",
        }[self.unit]
        return _capital(label(Edtf.parse(year_text(year) + small), order=order, locale=tongue.language))

    def _years(self, order: DateOrder, tongue: Tongue) -> str:
        first, last = (
            label(Edtf.parse(year_text(year)), order=order, locale=tongue.language)
            for year in (self.first.year, self.last_year)
        )
        return first if first == last else tongue.gettext("%(first)s to %(last)s", first=first, last=last)

    def holds(self, other: Span) -> bool:
        """Whether the other one begins in it."""
        return self.first <= other.first <= self.last

    @property
    def last(self) -> Day:
        """Its last day, or one that no calendar has between that and the next span."""
        if self.unit.kind in _OF_YEARS:
            return Day(self.last_year, 12, 31)
        month = self.first.month + self.unit.step - 1 if self.unit.kind == "months" else self.first.month
        return Day(self.first.year, month, self.first.day if self.unit.kind == "days" else 31)

    @property
    def sort_key(self) -> tuple[int, int]:
        """In the order of time; of two that begin together, the longer one first."""
        return ordinal(self.first), -_LENGTH[self.unit.kind] * self.unit.step


_LENGTH: Final = {"days": 1, "months": 30, "years": 365, "open": 365}
_OF_YEARS: Final = ("years", "open")


@lru_cache(maxsize=1 << 16)
def span_of(day: Day, unit: Unit) -> Span:
    """The one that holds this day."""
    if unit.kind == "years":
        first, last = _block(day.year, unit.step)
        return Span(unit, Day(first, 1, 1), last)
    month = (day.month - 1) // unit.step * unit.step + 1 if unit.kind == "months" else day.month
    return Span(unit, Day(day.year, month, day.day if unit.kind == "days" else 1), day.year)


def open_span(first: int, last: int) -> Span:
    """The years that one date leaves open: “1950s”, “Late 1950s”, “1957 to 1958”."""
    return Span(Unit("open", last - first + 1), Day(first, 1, 1), last)


@lru_cache(maxsize=1 << 10)
def _named(first: int, last: int) -> Reading | None:
    """The decade, century or millennium of just these years, or the early, middle or late part of one.

    >>> label(_named(1957, 1959)), label(_named(1800, 1899)), label(_named(-59, -50)), _named(1957, 1958)
    ('late 1950s', '19th century', '50s BCE', None)
    """
    if abs(first) > 9999:
        return None
    for open_digits in (1, 2, 3):
        value = Edtf.parse(year_text(first)[:-open_digits] + "X" * open_digits)
        for part in _PARTS:
            reading = Reading(value=value, stated="", rule="", part=part)
            if (reading.earliest, reading.latest) == (Day(first, 1, 1), Day(last, 12, 31)):
                return reading
    return None


_PARTS: Final = (None, "early", "mid", "late")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


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
    """As an address has them: `1980-1989`, `49-40-bce`, `44-bce-14`."""
    if first <= 0 < last:
        return f"{1 - first}-bce-{last}"
    ends = dict.fromkeys((first, last) if first > 0 else (1 - first, 1 - last))
    return "-".join(map(str, ends)) + ("" if first > 0 else "-bce")
