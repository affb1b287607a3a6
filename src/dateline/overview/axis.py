"""A time axis at true scale, with empty stretches cut out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from dateline.overview.extents import Extent
from dateline.overview.units import Unit, finest

Span = tuple[float, float]
"""From and to, in days or in pixels."""

_LONG = 0.3
"""A gap is cut when it takes more than this share of the whole time ..."""
_UNEVEN = 2.5
"""... and is so many times longer than if all things were evenly spread."""
_FAR = 0.7
"""The share where every segment has its own scale."""
_LEAST = 0.1
"""No part of the axis is narrower than this share of it."""
_AIR = 0.02
"""What is left of a gap on each side of a cut, as a share of the axis."""
_ROOM = 4
"""The axis is at least so many times as long as the shortest thing on it."""
_HUGE = 365_000
"""Beyond units of a thousand years the last end is not rounded: it would run into an absurd future."""


@dataclass(frozen=True, slots=True)
class Segment:
    """An unbroken part of the axis."""

    start: float
    end: float
    left: float
    right: float

    @property
    def scale(self) -> float:
        """Pixels a day."""
        return (self.right - self.left) / (self.end - self.start)

    def x(self, at: float) -> float:
        """Where a day stands, kept inside the segment."""
        inside = min(max(at, self.start), self.end)
        return self.left + (inside - self.start) * self.scale


@dataclass(frozen=True, slots=True)
class Axis:
    """Segments from left to right; between two of them time is left out."""

    segments: tuple[Segment, ...]
    grain: float = 0.0
    """No tick is finer than this: hours say nothing where only days are known."""

    @property
    def start(self) -> float:
        """Where the axis begins, in days."""
        return self.segments[0].start

    @property
    def end(self) -> float:
        """Where it ends, in days."""
        return self.segments[-1].end

    def x(self, at: float) -> float:
        """Where a day stands; a day that is cut out stands at the cut."""
        if len(self.segments) == 1:
            return self.segments[0].x(at)
        return next((s for s in self.segments if at <= s.end), self.segments[-1]).x(at)

    def x_before(self, at: float) -> float:
        """Where something that ends at this day ends: before a cut rather than after it."""
        return next((s for s in reversed(self.segments) if at > s.start), self.segments[0]).x(at)

    def pieces(self, start: float, end: float) -> tuple[Span, ...]:
        """A stretch of time as it is drawn: one piece in each segment that it touches."""
        touched = [s for s in self.segments if start < s.end and end > s.start]
        return tuple((s.x(start), s.x(end)) for s in touched)

    def cuts(self) -> tuple[Span, ...]:
        """What is left out, in days."""
        return tuple((one.end, other.start) for one, other in pairwise(self.segments))


def shown(extents: Iterable[Extent]) -> tuple[Span, ...]:
    """The stretches of time worth drawing: everything from first to last, without long gaps."""
    everything = tuple(extents)
    share = max(_LONG, _UNEVEN / max(len(everything) - 1, 1))
    stretches = _cut_long_gaps(_merged(_points(everything)), share)
    total = sum(b - a for a, b in stretches)
    least = _ROOM * min(e.width for e in everything)
    if total < least < inf:
        stretches = ((stretches[0][0] - (least - total) / 2, stretches[-1][1] + (least - total) / 2),)
        total = least
    total = total or 1.0
    before = total / 20 if any(e.start == -inf for e in everything) else 0.0
    after = total / 20 if any(e.end == inf for e in everything) else 0.0
    unit = finest(max(total / 30, min(1.0, *(e.grain for e in everything))))
    return _rounded(stretches, unit, total, before, after)


def lay(stretches: Sequence[Span], width: float, break_width: float, grain: float = 0.0) -> Axis:
    """Put stretches side by side at one scale."""
    scale = (width - break_width * (len(stretches) - 1)) / sum(b - a for a, b in stretches)
    segments, left = [], 0.0
    for start, end in stretches:
        right = left + (end - start) * scale
        segments.append(Segment(start, end, left, right))
        left = right + break_width
    return Axis((*segments[:-1], replace(segments[-1], right=width)), grain)


def _points(extents: Sequence[Extent]) -> list[Span]:
    """What may not be cut away: where things may have happened, and the ends of what lasted."""
    points: list[Span] = []
    for e in extents:
        if e.lasting or e.open:
            points += [(e.begin, e.begin), (e.finish, e.finish)]
        else:
            points.append((e.start, e.end))
    return sorted(points)


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged = [spans[0]]
    for start, end in spans[1:]:
        if start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _cut_long_gaps(spans: list[Span], share: float) -> tuple[Span, ...]:
    longest = share * (spans[-1][1] - spans[0][0])
    cuts = [(start, end) for (_, start), (end, _) in pairwise(spans) if end - start > longest]
    edges = [spans[0][0], *(edge for cut in cuts for edge in cut), spans[-1][1]]
    return tuple(zip(edges[::2], edges[1::2], strict=True))


def _rounded(
    stretches: Sequence[Span], unit: Unit, total: float, before: float, after: float
) -> tuple[Span, ...]:
    """Each with a little air and wide enough to see; cut from one boundary of the calendar to another."""
    rounded: list[Span] = []
    for i, (start, end) in enumerate(stretches):
        lacking = max(_LEAST * total - (end - start), 0) / 2
        left = before if i == 0 else lacking + _AIR * total
        right = after if i == len(stretches) - 1 else lacking + _AIR * total
        # Where the outer end is not a cut, the room that is lacking goes to the other side.
        left += lacking if i == len(stretches) - 1 and i else 0
        right += lacking if i == 0 and len(stretches) > 1 else 0
        rounded.append((unit.floor(start - left), unit.ceil(end + right)))
    last = stretches[-1][1] + after
    if unit.days > _HUGE:
        rounded[-1] = (rounded[-1][0], last)
    return tuple(_merged(rounded))


def set_apart(spans: Sequence[Span], width: float, break_width: float) -> Axis:
    """An axis on which few things far apart are each seen well: every segment has its own scale."""
    stretches = _cut_long_gaps(_merged(sorted(spans)), _FAR)
    held = [sum(a <= s[0] <= b for s in spans) for a, b in stretches]
    grain = min(1.0, *(b - a for a, b in spans))
    room = width - break_width * (len(stretches) - 1)
    segments, left = [], 0.0
    for (start, end), weight in zip(stretches, held, strict=True):
        right = left + room * (1 + weight) / (len(held) + sum(held))
        unit = finest(max((end - start) / 8, grain))
        segments.append(
            Segment(unit.floor(start - unit.days / 2), unit.ceil(end + unit.days / 2), left, right)
        )
        left = right + break_width
    return Axis(tuple(segments), grain)
