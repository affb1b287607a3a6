"""Dates as stretches of a number line, in days (those of `dates.day.ordinal`), for drawing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor, inf

from dateline.dates import Day, Reading
from dateline.dates.day import from_ordinal, ordinal

_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?")

_GRAINS = {
    "second": 1 / 1440, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "weekend": 2, "week": 7,
    "month": 30, "quarter": 90, "season": 90, "third": 120, "half": 181, "year": 365,
    "decade": 3652, "century": 36_524, "millennium": 365_242, "age": 3_652_420,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """All the time that a date may mean, or lasted: `start` inclusive, `end` exclusive, in days."""

    start: float
    """Minus infinity when the date says nothing of a beginning."""
    end: float
    lasting: bool = False
    """True where it filled the whole stretch; False where it happened somewhere inside."""
    doubtful: bool = False
    """Qualified as uncertain or approximate."""
    grain: float = 1.0
    """How many days the unit has at least that the date names: what is drawn of a date with an open end."""

    @property
    def width(self) -> float:
        """In days; infinite when an end is open."""
        return self.end - self.start

    @property
    def begin(self) -> float:
        """Where it is drawn from: the start, or the end where there is no start."""
        return self.end if self.start == -inf else self.start

    @property
    def finish(self) -> float:
        """The last point that is known of it."""
        return self.start if self.end == inf else self.end

    @property
    def known(self) -> tuple[float, float]:
        """The part that can be drawn: all of it, or the unit that is named at the end that is not open."""
        if self.start == -inf:
            return self.end - self.grain, self.end
        return self.start, self.start + self.grain if self.end == inf else self.end

    @property
    def open(self) -> bool:
        """Whether an end is open."""
        return self.start == -inf or self.end == inf


def extent_of(reading: Reading | None) -> Extent | None:
    """Where a reading lies; None for no date, or for one that is open at both ends."""
    if reading is None or (reading.earliest is None and reading.latest is None):
        return None
    start = -inf if reading.earliest is None else float(ordinal(reading.earliest))
    end = inf if reading.latest is None else float(ordinal(reading.latest) + 1)
    if reading.precision in ("minute", "second", "hour"):
        start, end = _by_the_clock(str(reading.value), start, end)
    return Extent(
        start=start,
        end=end,
        lasting=reading.kind == "lasting",
        doubtful=bool(reading.qualifier),
        grain=_GRAINS[reading.precision],
    )


def overlap(one: Extent, other: Extent) -> bool:
    """Whether both can be true of one moment."""
    return one.start < other.end and other.start < one.end


def day_at(number: float) -> Day:
    """The day that holds this point."""
    return from_ordinal(floor(number))


def _by_the_clock(edtf: str, start: float, end: float) -> tuple[float, float]:
    clocks = [
        (int(h) * 60 + int(m or 0) + int(s or 0) / 60, 60 if not m else 1) for h, m, s in _CLOCK.findall(edtf)
    ]
    if not clocks:
        return start, end
    (first, _), (last, unit) = clocks[0], clocks[-1]
    return start + first / 1440, (end - 1) + (last + unit) / 1440
