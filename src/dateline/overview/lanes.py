"""Long bars above the axis, in lanes: what lasted, and what lies somewhere in a long stretch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from dateline.model import Status
from dateline.overview.axis import Axis, Span
from dateline.overview.extents import Extent
from dateline.overview.lettering import fit, width_of
from dateline.overview.paths import tidy

Fill = Literal["core", "fb", "fl", "fr", "pale"]
"""Solid; fading at both ends, at the left, at the right; or the middle of something that fades."""

_SHAPE = 14
"""Room for the status shape before a label."""
_THICK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """Measures of one drawing, in pixels of its view box."""

    width: float
    letters: float
    """The size that labels are measured at: never less than the style sheet's."""
    lane: float
    row: float
    mark: float
    """The height of a row of marks and of a mark in it; both shrink to half in a high stack."""
    stack: float
    """The height that a stack may reach before it shrinks."""
    least: float
    """The narrowest mark."""
    gap: float
    """A cut in the axis."""
    lanes: int
    """The most lanes of labelled bars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One rectangle of a bar."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill
    lasting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A labelled link to an event, with its status shape and the rectangle that takes the pointer."""

    href: str
    text: str
    status: Status
    x: float
    y: float
    left: float
    top: float
    width: float
    height: float

    @property
    def text_x(self) -> float:
        """Where the words begin, after the shape."""
        return tidy(self.x + _SHAPE)

    @property
    def shape_y(self) -> float:
        """The top of the shape, on the line of the words."""
        return tidy(self.y - 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A long bar: its pieces between the cuts, and its label."""

    pieces: tuple[Piece, ...]
    link: Link | None
    event: str
    """Its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """An event as the drawings need it."""

    id: str = ""
    extent: Extent
    title: str
    status: Status
    href: str
    section: str
    """The address of its part of the page."""
    weight: int = 0
    """How many citations it has: the heavier ones are named in the lens."""
    rivals: tuple[Extent, ...] = ()
    """Dates that sources give and that exclude this one."""
    dispute: str = ""
    """Both dates in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """All bars, and how much height they take."""

    bars: tuple[Bar, ...]
    height: float


def label(subjects: Sequence[Subject], axis: Axis, size: Size) -> Lanes | None:
    """Bars with labels that never meet; None where that takes too many lanes."""
    labels: list[tuple[Span, float, str]] = []

    def spans() -> Iterator[Span]:
        for s in subjects:
            labels.append(_label_span(s, axis, size))
            yield labels[-1][0]

    rows = _rows(spans(), size.lanes)
    if max(rows, default=-1) >= size.lanes:
        return None
    bars = tuple(
        _labelled_bar(s, axis, size, x, text, row)
        for s, (_, x, text), row in zip(subjects, labels, rows, strict=True)
    )
    return Lanes(bars=bars, height=size.lane * (max(rows, default=-1) + 1))


def line_up(subjects: Sequence[Subject], axis: Axis, size: Size, most: int) -> Lanes | None:
    """Thin bars without labels; None where that takes more than `most` lanes."""
    rows = _rows((_extreme(axis.pieces(*_drawn(s.extent, axis)), size) for s in subjects), most)
    if max(rows, default=-1) >= most:
        return None
    bars = tuple(
        Bar(pieces=_pieces(s.extent, axis, size, row * size.row, size.mark), link=None, event=s.id)
        for s, row in zip(subjects, rows, strict=True)
    )
    return Lanes(bars=bars, height=size.row * (max(rows, default=-1) + 1) + 4)


def _labelled_bar(s: Subject, axis: Axis, size: Size, label_x: float, text: str, row: int) -> Bar:
    top = row * size.lane
    pieces = _pieces(s.extent, axis, size, top + size.lane - _THICK - 4, _THICK)
    left = min(label_x, pieces[0].x)
    right = max(label_x + _SHAPE + width_of(text, size.letters), pieces[-1].x + pieces[-1].width)
    link = Link(
        href=s.href,
        text=text,
        status=s.status,
        x=tidy(label_x),
        y=tidy(top + size.lane - _THICK - 9),
        left=tidy(max(left - 3, 0)),
        top=tidy(top),
        width=tidy(min(right + 3, size.width) - max(left - 3, 0)),
        height=tidy(size.lane),
    )
    return Bar(pieces=pieces, link=link, event=s.id)


def _label_span(s: Subject, axis: Axis, size: Size) -> tuple[Span, float, str]:
    """(what bar and label take together, where the label begins, its words)."""
    left, right = _extreme(axis.pieces(*_drawn(s.extent, axis)), size)
    text = fit(s.title, min(size.width - _SHAPE - 4, 52 * size.letters * 0.6), size.letters, least=0)
    wide = _SHAPE + width_of(text, size.letters)
    x = max(min(left, size.width - wide), 0)
    return (min(left, x) - 6, max(right, x + wide) + 6), x, text


def _drawn(extent: Extent, axis: Axis) -> Span:
    return max(extent.start, axis.start), min(extent.end, axis.end)


def _extreme(pieces: Sequence[Span], size: Size) -> Span:
    return pieces[0][0], max(pieces[-1][1], pieces[0][0] + size.least)


def _rows(spans: Iterable[Span], most: int) -> list[int]:
    """The lane of each, in the order given: the first in which it meets nothing; up to one lane too many."""
    lanes: list[list[Span]] = []
    rows: list[int] = []
    for start, end in spans:
        free = (r for r, lane in enumerate(lanes) if all(end <= a or b <= start for a, b in lane))
        row = next(free, len(lanes))
        if row == len(lanes):
            lanes.append([])
        lanes[row].append((start, end))
        rows.append(row)
        if row >= most:
            break
    return rows


def _pieces(extent: Extent, axis: Axis, size: Size, y: float, height: float) -> tuple[Piece, ...]:
    spans = axis.pieces(*_drawn(extent, axis))
    last = len(spans) - 1
    return tuple(
        Piece(
            x=tidy(left),
            y=tidy(y),
            width=tidy(max(right - left, size.least)),
            height=tidy(height),
            fill=_fill(extent, first=i == 0, last=i == last),
            lasting=extent.lasting,
        )
        for i, (left, right) in enumerate(spans)
    )


def _fill(extent: Extent, *, first: bool, last: bool) -> Fill:
    vague = not extent.lasting or extent.doubtful
    fades_left = first and (extent.start == -inf or (vague and extent.end != inf))
    fades_right = last and (extent.end == inf or (vague and extent.start != -inf))
    table: dict[tuple[bool, bool], Fill] = {(True, True): "fb", (True, False): "fl", (False, True): "fr"}
    return table.get((fades_left, fades_right), "core" if extent.lasting else "pale")
