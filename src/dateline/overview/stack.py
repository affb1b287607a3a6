"""Small marks stacked on the axis, one an event; or their profile where they are too many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.overview.axis import Axis, Span
from dateline.overview.extents import Extent
from dateline.overview.lanes import Size, Subject
from dateline.overview.lettering import fit, width_of
from dateline.overview.paths import LOOKS, box, mark, tidy
from dateline.tongue import ENGLISH, Tongue

_MOST_MARKS = 260
_PROFILE = 96
_COLUMN = 4
_LONG = 0.0625
"""A mark that takes more of the width than this is so vague that it is drawn pale."""
_MOST_BRACKETS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """All marks of one look, as one path."""

    look: str
    d: str
    events: tuple[str, ...]
    """The id of each mark's event: the marks begin at the path's `M`s."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """What joins the dates that sources dispute: a line from one mark to the other, and words."""

    d: str
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """What stands on the axis. Its y run upwards from 0 at the axis, so all are negative."""

    groups: tuple[Group, ...]
    rivals: tuple[str, ...]
    """Path data of the disputed dates that do not stand, one rectangle each, to be drawn fading."""
    brackets: tuple[Bracket, ...]
    profile: str
    """Path data of the outline of a crowd; then there are no single marks."""
    height: float


def pile(subjects: Sequence[Subject], axis: Axis, size: Size, tongue: Tongue = ENGLISH) -> Stack | None:
    """Stack the marks, each in the lowest row that is free, disputed ones on top; None for too many."""
    if len(subjects) > _MOST_MARKS:
        return None
    disputed = [s for s in subjects if s.rivals][:_MOST_BRACKETS]
    calm = [s for s in subjects if s not in disputed]
    rows = _rows(calm, axis, size)
    row = min(size.row, size.stack / (max(rows, default=0) + 1))
    if row < size.row / 2:
        return None
    heap = _Heap(size, row, tongue)
    for subject, at in zip(calm, rows, strict=True):
        heap.put(subject, axis, -(at + 1) * row)
    for subject in disputed:
        heap.join(subject, axis)
    return Stack(
        groups=tuple(
            Group(look=look, d="".join(d for _, d in marks), events=tuple(id for id, _ in marks))
            for look, marks in sorted(heap.paths.items())
        ),
        rivals=tuple(heap.rivals),
        brackets=tuple(heap.brackets),
        profile="",
        height=-min((top for _, _, top in heap.skyline), default=0.0),
    )


def mark_span(extent: Extent, axis: Axis, size: Size) -> Span:
    """Where a mark begins and ends; never narrower than the least, never over the edge."""
    left, right = axis.x(extent.start), axis.x(extent.end)
    wide = max(right - left - 1.6, size.least)
    return min(left + 0.8, size.width - wide), wide


class _Heap:
    """Marks as they are put down: what is taken, and what to draw."""

    def __init__(self, size: Size, row: float, tongue: Tongue) -> None:
        self.size = size
        self.row = row
        self.tongue = tongue
        self.mark = size.mark * row / size.row
        self.paths: dict[str, list[tuple[str, str]]] = {}
        self.rivals: list[str] = []
        self.brackets: list[Bracket] = []
        self.skyline: list[tuple[float, float, float]] = []

    def put(self, subject: Subject, axis: Axis, y: float | None = None, accent: str = "") -> Span:
        """Put one at this height, or above all that is below it; (its middle, its top)."""
        x, wide = mark_span(subject.extent, axis, self.size)
        top = self._top(x, x + wide) - self.row if y is None else y
        look = LOOKS[subject.status]
        accent += " faint" * (wide > _LONG * self.size.width)
        drawn = mark(look, x, top, wide, self.mark)
        self.paths.setdefault(look + accent, []).append((subject.id, drawn))
        self.skyline.append((x, x + wide, top))
        return x + wide / 2, top

    def join(self, subject: Subject, axis: Axis) -> None:
        """Put down a disputed event with the dates that do not stand, and join them."""
        ends = [self.put(subject, axis, accent=" acc")]
        for rival in subject.rivals:
            x, wide = mark_span(rival, axis, self.size)
            y = self._top(x, x + wide) - self.row
            self.rivals.append(box(x, y, wide, self.mark))
            self.skyline.append((x, x + wide, y))
            ends.append((x + wide / 2, y))
        ends.sort()
        text, x = self._words(subject, ends[0][0], ends[-1][0])
        right = max(ends[-1][0], x + width_of(text, self.size.letters))
        level = self._top(min(ends[0][0], x), right) - self.size.letters - 6
        d = f"M{tidy(ends[0][0])} {tidy(ends[0][1] - 2)}V{tidy(level)}H{tidy(ends[-1][0])}"
        drops = "".join(f"M{tidy(ex)} {tidy(level)}V{tidy(ey - 2)}" for ex, ey in ends[1:])
        self.brackets.append(Bracket(d=d + drops, x=tidy(x), y=tidy(level + self.size.letters), text=text))
        self.skyline.append((min(ends[0][0], x), right, level - 3))

    def _words(self, subject: Subject, left: float, right: float) -> tuple[str, float]:
        """As much as fits between the bracket's arms, else beside or before it."""
        title = fit(subject.title, 40 * self.size.letters * 0.6, self.size.letters)
        say = self.tongue.gettext
        full = say("%(title)s: %(dispute)s", title=title, dispute=subject.dispute)
        for text in (full, subject.dispute, say("disputed")):
            wide = width_of(text, self.size.letters)
            if wide <= right - left - 12:
                return text, left + 6
        if wide <= self.size.width - right - 6:
            return text, right + 6
        return text, max(left - wide - 6, 0)

    def _top(self, left: float, right: float) -> float:
        return min((t for a, b, t in self.skyline if a < right and b > left), default=0.0)


def _rows(subjects: Sequence[Subject], axis: Axis, size: Size) -> list[int]:
    """The row of each, filled from left to right, wide ones first."""
    spans = [mark_span(s.extent, axis, size) for s in subjects]
    rows = [0] * len(spans)
    ends: list[float] = []
    for i in sorted(range(len(spans)), key=lambda i: (spans[i][0], -spans[i][1])):
        x, wide = spans[i]
        row = next((r for r, end in enumerate(ends) if end <= x), len(ends))
        ends[row : row + 1] = [x + wide + 0.8]
        rows[i] = row
    return rows


def profile(subjects: Sequence[Subject], axis: Axis, size: Size) -> Stack:
    """A profile of how many: each event is spread evenly over the days it may have been on."""
    columns = [0.0] * (round(size.width / _COLUMN) + 1)
    for subject in subjects:
        first = int(axis.x(max(subject.extent.start, axis.start)) / _COLUMN)
        last = max(int((axis.x(min(subject.extent.end, axis.end)) - 0.01) / _COLUMN), first)
        for i in range(first, last + 1):
            columns[i] += 1 / (last - first + 1)
    peak = max(columns) or 1.0
    heights = [tidy(_PROFILE * n / peak) for n in columns]
    steps, before = [], 0.0
    for i, height in enumerate([*heights, 0]):
        if height != before:
            steps.append(f"H{i * _COLUMN}V{-height}")
        before = height
    return Stack(groups=(), rivals=(), brackets=(), profile="M0 0" + "".join(steps) + "z", height=_PROFILE)
