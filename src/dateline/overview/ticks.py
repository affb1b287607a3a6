"""The marks and names along an axis."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dateline.overview.axis import Axis, Segment, Span
from dateline.overview.extents import day_at
from dateline.overview.lettering import width_of
from dateline.overview.names import full_name, opening_name, tick_name, year_name
from dateline.overview.units import WEEK, Unit, finer, finest
from dateline.tongue import ENGLISH, Tongue

_ROOM = 16
"""Pixels for what stands beside a name."""
_APART = 8
_CLOSEST = 7
"""Pixels between two ticks without names."""
_MOST_CARRIERS = 12


@dataclass(frozen=True, slots=True)
class Tick:
    """A named boundary; `strong` where the name says more than its neighbours'."""

    x: float
    text: str
    strong: bool
    ruled: bool = True
    """False for a name that stands where no boundary is."""


def ticks(
    axis: Axis, size: float, wanted: Collection[float] = (), tongue: Tongue = ENGLISH
) -> tuple[tuple[Tick, ...], tuple[float, ...]]:
    """(named ticks, the x of all small ones): no names meet, and none runs into a cut or off the edge.

    `wanted` are the days whose names matter most.
    """
    named: list[Tick] = []
    small: list[float] = []
    limits = [*(s.left - 4 for s in axis.segments[1:]), axis.segments[-1].right]
    for segment, limit in zip(axis.segments, limits, strict=True):
        unit = _unit_for(segment, size, axis.grain, wanted, tongue)
        named += _named(segment, unit, size, limit, wanted, tongue) or _fallback(
            segment, unit, size, limit, tongue
        )
        tick = next(
            (u for u in finer(unit) if u.days >= axis.grain and u.days * segment.scale >= _CLOSEST), unit
        )
        small += (segment.x(t) for t in tick.bounds(segment.start, segment.end))
    return tuple(named), tuple(small)


def _unit_for(segment: Segment, size: float, grain: float, wanted: Collection[float], tongue: Tongue) -> Unit:
    """The finest unit whose names have room; not weeks, where all that matters begins with a month."""
    unit = finest(max(20 / segment.scale, grain))
    here = [day_at(t).day for t in wanted if segment.start <= t <= segment.end]
    of_months = bool(here) and all(day == 1 for day in here)
    while unit.days * segment.scale < _ROOM + width_of(
        tick_name(unit, segment.start, tongue, short=True), size
    ) or (unit == WEEK and of_months):
        coarser = finest(unit.days * 1.01)
        if coarser == unit or not list(coarser.bounds(segment.start, segment.end)):
            break
        unit = coarser
    return unit


def _named(
    segment: Segment, unit: Unit, size: float, limit: float, wanted: Collection[float], tongue: Tongue
) -> tuple[Tick, ...]:
    """One name gives the year in full; it stands where it costs the fewest others."""
    at = list(unit.bounds(segment.start, segment.end))
    carriers = at[:1]
    if unit.kind in ("days", "minutes"):
        carriers = [*at[:1], *sorted(at[1:_MOST_CARRIERS], key=lambda t: not unit.opens(t))]
    best: dict[float, Tick] = {}
    worth = -1
    for carrier in carriers:
        placed = _placed(segment, unit, at, carrier, size, limit, wanted, tongue)
        value = len(placed) + 2 * len(placed.keys() & set(wanted))
        if carrier in placed and value > worth:
            best, worth = placed, value
    return tuple(best[t] for t in sorted(best))


def _placed(
    segment: Segment,
    unit: Unit,
    at: list[float],
    carrier: float,
    size: float,
    limit: float,
    wanted: Collection[float],
    tongue: Tongue,
) -> dict[float, Tick]:
    short = unit.days * segment.scale < _ROOM + width_of(tick_name(unit, segment.start, tongue), size)
    taken: list[Span] = []
    placed: dict[float, Tick] = {}
    for moment, text, strong in _names(unit, at, carrier, wanted, tongue, short=short):
        x = segment.x(moment)
        left, right = x + 4, x + 4 + width_of(text, size)
        if right <= limit and all(right + _APART <= a or b + _APART <= left for a, b in taken):
            taken.append((left, right))
            placed[moment] = Tick(x, text, strong)
    return placed


def _names(
    unit: Unit, at: list[float], carrier: float, wanted: Collection[float], tongue: Tongue, *, short: bool
) -> Iterator[tuple[float, str, bool]]:
    """(where, what, whether it is strong), what matters most first."""
    yield carrier, full_name(unit, carrier, tongue), True
    others = [t for t in at if t != carrier]
    for moment in sorted(others, key=lambda t: (not unit.opens(t), t not in wanted, t)):
        if unit.opens(moment):
            yield moment, opening_name(unit, moment, tongue, short=short), True
        else:
            yield moment, tick_name(unit, moment, tongue, short=short), unit.kind == "years"


def _fallback(segment: Segment, unit: Unit, size: float, limit: float, tongue: Tongue) -> tuple[Tick, ...]:
    """For a segment too short for any boundary's name: where it begins, as exactly as fits."""
    single, start = Unit(unit.kind, 1), segment.start
    names = (named(single, start, tongue) for named in (full_name, opening_name, tick_name))
    for name in (*names, year_name(day_at(start).year, tongue)):
        if segment.left + width_of(name, size) <= limit:
            return (Tick(segment.left - 4, name, strong=True, ruled=False),)
    return ()
