"""The ruler under a date: a day in its year, a year in its decade, a decade in its century ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from dateline.dates import Reading
from dateline.overview.extents import Extent, extent_of
from dateline.overview.paths import box
from dateline.overview.units import DAYS, YEARS, Unit

_UNITS = (DAYS[0], *(u for u in YEARS if str(u.step).startswith("1")))
_LONG = 120
"""Pixels of a ruler, which begins at 1."""
_LEAST = 3
_MOST = 3
"""A date that lies across a boundary is shown in two of its periods, or in three."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A date on the ruler: path data, and the class that says how well it is known."""

    look: str
    d: str


@dataclass(frozen=True, slots=True)
class Ruler:
    """A ruler in so many divisions (the symbol `ruler4` has four), with a date on it, and its rivals."""

    divisions: int
    strokes: tuple[Stroke, ...]


def ruler(reading: Reading | None, rivals: Sequence[Reading] = ()) -> Ruler | None:
    """The ruler of a date and of those that are disputed with it; None where there is no day to show."""
    dates = [(r, extent) for r in (reading, *rivals) if r and (extent := extent_of(r))]
    if reading is None or not dates or dates[0][0] is not reading:
        return None
    unit, start, count = _period([extent for _, extent in dates])
    end = start
    for _ in range(count):
        end = unit.next(end)
    tone = "a" if len(dates) > 1 else ""
    strokes = tuple(Stroke(tone + look(r, e), _path(r, e, start, end)) for r, e in dates)
    return Ruler(_divisions(unit) if count == 1 else count, strokes)


def look(reading: Reading, extent: Extent) -> str:
    """How well a date is known: solid `core`, `pale` for somewhere between sharp bounds, or fading.

    It fades at both ends (`fb`), at the left, at the right, or from a centre.
    """
    if extent.start == -inf or extent.end == inf:
        return "fl" if extent.start == -inf else "fr"
    if reading.qualifier in ("~", "%"):
        return "fc"
    if reading.qualifier:
        return "fb"
    return "core" if extent.lasting or extent.width <= 1 else "pale"


def _period(extents: Sequence[Extent]) -> tuple[Unit, float, int]:
    """(the unit, the beginning, how many) of the shortest periods that set every date off."""
    known = [e.known for e in extents]
    first, last = min(start for start, _ in known), max(end for _, end in known)
    widest = max(end - start for start, end in known)
    for unit in _UNITS:
        if unit.days < 2 * widest or (last - first) / unit.days > _MOST:
            continue
        start = unit.floor(first)
        count, end = 1, unit.next(start)
        while end < last:
            count, end = count + 1, unit.next(end)
        if count <= _MOST:
            return unit, start, count
    return _UNITS[-1], _UNITS[-1].floor(first), 1


def _divisions(unit: Unit) -> int:
    """Quarters of a day and a year, tenths of all else."""
    return 4 if unit.days < 366 else 10


def _path(reading: Reading, extent: Extent, start: float, end: float) -> str:
    # An approximate date is drawn beyond its bounds: it may be a little earlier or later.
    slack = 0.8 * extent.width if look(reading, extent) == "fc" else 0.0
    scale = _LONG / (end - start)
    left = (max(extent.start - slack, start) - start) * scale
    right = (min(extent.end + slack, end) - start) * scale
    wide = max(right - left, _LEAST)
    return box(1 + min(left, _LONG - wide), 2, wide, 5)
