"""The lens: up to three crowded days (or months, or centuries) enlarged, with their events named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.overview.axis import Axis, Span
from dateline.overview.extents import day_at
from dateline.overview.lanes import Link, Size, Subject
from dateline.overview.lettering import fit
from dateline.overview.names import day_name, stretch_name, years_name
from dateline.overview.paths import tidy
from dateline.overview.units import DAYS, MINUTES, MONTHS_UP, YEARS, Unit
from dateline.tongue import ENGLISH, Tongue

_UNITS = (MINUTES[3], DAYS[0], MONTHS_UP[0], *(u for u in YEARS if str(u.step).startswith("1")))
_MOST_COLUMNS = 3
_NAMED = 3
_FEWEST = 4
_SHARE = 0.12
"""A crowd is at least four events and at least this share of them, within this many pixels:"""
_NEAR = 160
_DENSER = 3
"""... and so many times denser than the whole axis."""
_DEEP = 32
"""From the axis to the lens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """What the lens enlarges: consecutive days, months, years ... with the events that lie in each."""

    unit: Unit
    columns: tuple[tuple[Span, tuple[Subject, ...]], ...]
    across: int
    """How many events lie in it, but not within one column."""

    def words(self, tongue: Tongue) -> str:
        """What it covers, in words."""
        return _named([s for _, subjects in self.columns for s in subjects], self.unit, self.span, tongue)

    @property
    def span(self) -> Span:
        """From the first column's beginning to the last one's end."""
        return self.columns[0][0][0], self.columns[-1][0][1]

    @property
    def events(self) -> int:
        """How many events lie in it."""
        return sum(len(subjects) for _, subjects in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One enlarged day: its heading, its heaviest events, and how many more there are."""

    title: str
    x: float
    y: float
    links: tuple[Link, ...]
    more: str
    more_x: float
    more_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """The enlargement under the axis."""

    rays: str
    """Path data of the lines from the axis to the lens."""
    rules: str
    """Path data of the lines around the columns."""
    columns: tuple[Column, ...]
    height: float
    """From the axis down."""


def find_crowd(subjects: Sequence[Subject], axis: Axis) -> Crowd | None:
    """The finest unit of which up to three in a row hold a crowd that the axis cannot show apart."""
    enough = max(_FEWEST, _SHARE * len(subjects))
    for unit in _UNITS:
        crowd = _fullest(unit, subjects)
        if crowd is None or crowd.events < enough:
            continue
        wide = axis.x(crowd.span[1]) - axis.x(crowd.span[0])
        near = wide <= _NEAR or len(crowd.columns) == 1
        dense = crowd.events / len(subjects) >= _DENSER * wide / axis.segments[-1].right
        return crowd if near and dense else None
    return None


def enlarge(
    crowd: Crowd, axis: Axis, size: Size, base: float, tongue: Tongue = ENGLISH, *, stacked: bool
) -> Lens:
    """Lay the crowd out below `base`, the y of the axis: side by side, or one above the other."""
    start, end = (axis.x(at) for at in crowd.span)
    top = base + _DEEP
    columns: list[Column] = []
    rules = f"M0 {tidy(top)}H{tidy(size.width)}"
    wide = size.width if stacked else size.width / len(crowd.columns)
    y, deepest = top, top
    for i, (span, subjects) in enumerate(crowd.columns):
        left = 0.0 if stacked else i * wide
        heading = _heading(crowd.unit, span, subjects, tongue)
        column, bottom = _column(heading, subjects, left, y, wide, size, tongue)
        columns.append(column)
        deepest = max(deepest, bottom)
        if stacked and i:
            rules += f"M0 {tidy(y)}H{tidy(size.width)}"
        y = bottom if stacked else top
    if not stacked:
        rules += "".join(f"M{tidy(i * wide)} {tidy(top)}V{tidy(deepest)}" for i in range(1, len(columns)))
    rays = "".join(
        f"M{tidy(from_x)} {tidy(base + 4)}L{to_x} {tidy(top)}"
        for from_x, to_x in ((start, 0), (end, tidy(size.width)))
    )
    return Lens(rays=rays, rules=rules, columns=tuple(columns), height=deepest - base)


def _fullest(unit: Unit, subjects: Sequence[Subject]) -> Crowd | None:
    bins: dict[float, list[Subject]] = {}
    for s in subjects:
        if s.extent.width <= unit.days * 1.02 and not s.extent.open:
            start = unit.floor(s.extent.start)
            if s.extent.end <= unit.next(start):
                bins.setdefault(start, []).append(s)
    best: tuple[int, float] = (0, 0.0)
    for start in bins:
        count = sum(len(bins.get(at, ())) for at in _window(unit, start))
        best = max(best, (count, -start))
    if not best[0]:
        return None
    columns = [((at, unit.next(at)), tuple(bins.get(at, ()))) for at in _window(unit, -best[1])]
    while not columns[-1][1]:
        columns.pop()
    start, end = columns[0][0][0], columns[-1][0][1]
    inside = sum(start <= s.extent.start and s.extent.end <= end for s in subjects)
    return Crowd(unit=unit, columns=tuple(columns), across=inside - sum(len(held) for _, held in columns))


def _window(unit: Unit, start: float) -> tuple[float, ...]:
    window = [start]
    while len(window) < _MOST_COLUMNS:
        window.append(unit.next(window[-1]))
    return tuple(window)


def _column(
    title: str, subjects: Sequence[Subject], left: float, y: float, wide: float, size: Size, tongue: Tongue
) -> tuple[Column, float]:
    heaviest = sorted(subjects, key=lambda s: -s.weight)[:_NAMED]
    pad = 10 if left else 2
    links = []
    first = y + 24
    for i, s in enumerate([s for s in subjects if s in heaviest]):
        top = first + i * size.lane
        text = fit(s.title, wide - pad - 20, size.letters, least=0)
        links.append(
            Link(
                href=s.href,
                text=text,
                status=s.status,
                x=tidy(left + pad),
                y=tidy(top + size.lane / 2 + 4.5),
                left=tidy(left + pad - 2),
                top=tidy(top),
                width=tidy(wide - pad - 2),
                height=tidy(size.lane),
            )
        )
    bottom = first + len(links) * size.lane
    rest = len(subjects) - len(links)
    more = tongue.ngettext("and %(num)s more", "and %(num)s more", rest) if rest else ""
    if not subjects:
        more = tongue.gettext("nothing")
    column = Column(
        title=title,
        x=tidy(left + pad),
        y=tidy(y + 17),
        links=tuple(links),
        more=more,
        more_x=tidy(left + pad + 14),
        more_y=tidy(bottom + 12),
    )
    return column, bottom + (20 if more else 4)


def _heading(unit: Unit, span: Span, subjects: Sequence[Subject], tongue: Tongue) -> str:
    if unit.kind != "days":
        return _named(subjects, unit, span, tongue)
    return day_name(day_at(span[0]), tongue)


def _named(subjects: Sequence[Subject], unit: Unit, span: Span, tongue: Tongue) -> str:
    """The stretch itself; beyond centuries the years that are in it, as round ones would overshoot."""
    if unit.kind != "years" or unit.step <= 100 or not subjects:
        return stretch_name(*span, tongue)
    return years_name(min(s.extent.start for s in subjects), max(s.extent.end for s in subjects), tongue)
