"""One drawing of the overview, wide or narrow: everything in its place, in pixels of its view box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.overview.axis import Axis, Segment, Span, lay
from dateline.overview.lanes import Bar, Lanes, Link, Piece, Size, Subject, label, line_up
from dateline.overview.lens import Crowd, Lens, enlarge
from dateline.overview.lettering import width_of
from dateline.overview.names import stretch_name
from dateline.overview.paths import tidy
from dateline.overview.stack import Bracket, Group, Stack, pile, profile
from dateline.overview.ticks import Tick, ticks
from dateline.overview.units import finest
from dateline.tongue import ENGLISH, Tongue

WIDE = Size(width=960, letters=13, lane=25, row=8, mark=6, stack=150, least=4, gap=24, lanes=9)
NARROW = Size(width=320, letters=11.5, lane=27, row=5.5, mark=4, stack=130, least=3, gap=16, lanes=8)
_MOST_THIN = 24
_TARGET = 26
"""No link is narrower than this in the narrow drawing (WCAG 2.5.8 asks for 24)."""
_HEADROOM = 18
"""Above a profile, for the counts of its parts."""
_BAR_WIDTHS = (60, 120, 240, 480)
_SHORTEST_LASTING = 12
_BRACKET = 48
"""The least distance, in the wide drawing, of two dates that a bracket joins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """A stretch of the axis that links to its part of the page."""

    span: Span
    subjects: tuple[Subject, ...]

    def words(self, tongue: Tongue) -> str:
        """What a screen reader says of it."""
        stretch, events = stretch_name(*self.span, tongue), len(self.subjects)
        return tongue.ngettext(
            "%(stretch)s: %(num)s event", "%(stretch)s: %(num)s events", events, stretch=stretch
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """The link of a bin: where, and with how many events when no marks show it."""

    href: str
    words: str
    x: float
    y: float
    width: float
    height: float
    count: str
    count_x: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What both drawings share: which events are bars, which are marks, and what is enlarged."""

    stretches: tuple[Span, ...]
    bars: tuple[Subject, ...]
    marks: tuple[Subject, ...]
    crowded: bool
    """Whether the marks are too many to be drawn one by one."""
    crowd: Crowd | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A drawing."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    groups: tuple[Group, ...]
    rivals: tuple[str, ...]
    brackets: tuple[Bracket, ...]
    profile: str
    base: float
    """The y of the axis; marks and profile are drawn upwards from it."""
    axis: str
    breaks: str
    ticks: tuple[Tick, ...]
    ticks_y: float
    hits: tuple[Hit, ...]
    lens: Lens | None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Of all bars."""
        return tuple(piece for bar in self.bars for piece in bar.pieces)

    @property
    def links(self) -> tuple[Link, ...]:
        """To the events that it names: those of bars, and those that the lens enlarges."""
        enlarged = (link for column in (self.lens.columns if self.lens else ()) for link in column.links)
        return (*(bar.link for bar in self.bars if bar.link), *enlarged)

    @property
    def drawn(self) -> tuple[tuple[str, ...], ...]:
        """Whose each piece of a bar is, and then, group by group, each mark: ids of events."""
        pieces = tuple(bar.event for bar in self.bars for _ in bar.pieces)
        return (pieces, *(group.events for group in self.groups))


def plan(
    subjects: Sequence[Subject], stretches: Sequence[Span], crowd: Crowd | None, tongue: Tongue = ENGLISH
) -> Plan:
    """Decide what becomes a bar: what lasted, and what is too vague for a small mark."""
    axes = [(lay(stretches, size.width, size.gap), size) for size in (WIDE, NARROW)]
    bars = _bars(subjects, *axes[0])
    if not all(line_up(bars, axis, size, _MOST_THIN) for axis, size in axes):
        bars = []
    chosen = {id(s) for s in bars}
    marks = [_seen_apart(s, axes[0][0]) for s in subjects if id(s) not in chosen]
    named = crowd is not None and all(id(s) in chosen for _, held in crowd.columns for s in held)
    return Plan(
        stretches=tuple(stretches),
        bars=tuple(bars),
        marks=tuple(marks),
        crowded=not all(pile(marks, axis, size, tongue) for axis, size in axes),
        crowd=None if named and label(bars, *axes[0]) else crowd,
    )


def lay_out(plan: Plan, size: Size, tongue: Tongue = ENGLISH) -> Strip:
    """Draw a plan at one size, from the top down: lanes, stack, axis, lens."""
    grain = min(1.0, *(s.extent.grain for s in (*plan.bars, *plan.marks)))
    axis = lay(plan.stretches, size.width, size.gap, grain)
    labelled = label(plan.bars, axis, size)
    lanes = labelled or line_up(plan.bars, axis, size, _MOST_THIN) or Lanes(bars=(), height=0)
    bins = _bins(plan.marks if labelled else (*plan.bars, *plan.marks), plan.stretches)
    stack = (None if plan.crowded else pile(plan.marks, axis, size, tongue)) or profile(
        plan.marks, axis, size
    )
    room = _HEADROOM if stack.profile else 8
    base = tidy(lanes.height + stack.height + room)
    lens = enlarge(plan.crowd, axis, size, base + 24, tongue, stacked=size is NARROW) if plan.crowd else None
    labels, line = _axis(axis, size, base, tongue)
    return Strip(
        width=size.width,
        height=tidy(base + 24 + (lens.height if lens else 0)),
        bars=lanes.bars,
        groups=stack.groups,
        rivals=stack.rivals,
        brackets=stack.brackets,
        profile=stack.profile,
        base=base,
        axis=line,
        breaks="".join(_break(s, o, base) for s, o in pairwise(axis.segments)),
        ticks=labels,
        ticks_y=tidy(base + 17),
        hits=_hits(bins, axis, size, stack, base, tongue),
        lens=lens,
    )


def _bars(subjects: Sequence[Subject], axis: Axis, size: Size) -> list[Subject]:
    """As many bars as can be labelled, the longest first; or all that are long, without labels."""
    for least in _BAR_WIDTHS:
        bars = [s for s in subjects if _is_bar(s, axis, least)]
        if label(bars, axis, size):
            break
    return bars


def _is_bar(s: Subject, axis: Axis, least: float) -> bool:
    if s.extent.open:
        return True
    drawn = axis.x(s.extent.end) - axis.x(s.extent.start)
    return drawn >= (_SHORTEST_LASTING if s.extent.lasting else least)


def _seen_apart(s: Subject, axis: Axis) -> Subject:
    """With those of its rivals that are far enough from it to be joined by a bracket."""
    if not s.rivals:
        return s
    here = axis.x(s.extent.begin)
    return replace(s, rivals=tuple(r for r in s.rivals if abs(axis.x(r.begin) - here) >= _BRACKET))


def _bins(subjects: Sequence[Subject], stretches: Sequence[Span]) -> tuple[Bin, ...]:
    """The axis in parts wide enough for a finger, with what begins in each; empty ones left out."""
    axis = lay(stretches, NARROW.width, NARROW.gap)
    spans = [span for segment in axis.segments for span in _parts(segment)]
    parts: dict[Span, list[Subject]] = {span: [] for span in spans}
    for s in subjects:
        span = next((p for p in spans if s.extent.begin < p[1]), spans[-1])
        parts[span].append(s)
    return tuple(Bin(span=span, subjects=tuple(held)) for span, held in parts.items() if held)


def _parts(segment: Segment) -> list[Span]:
    unit = finest(_TARGET / segment.scale)
    inner = [at for at in unit.bounds(segment.start, segment.end) if segment.start < at < segment.end]
    edges = [segment.start, *inner, segment.end]
    if len(edges) > 2 and (edges[1] - edges[0]) * segment.scale < _TARGET:
        del edges[1]
    if len(edges) > 2 and (edges[-1] - edges[-2]) * segment.scale < _TARGET:
        del edges[-2]
    return list(pairwise(edges))


def _hits(
    bins: Sequence[Bin], axis: Axis, size: Size, stack: Stack, base: float, tongue: Tongue
) -> tuple[Hit, ...]:
    top = base - stack.height - (_HEADROOM if stack.profile else 4)
    hits = []
    for part in bins:
        left, right = axis.pieces(*part.span)[0]
        count = tongue.number(len(part.subjects)) if stack.profile else ""
        hits.append(
            Hit(
                href=part.subjects[0].section,
                words=part.words(tongue),
                x=tidy(left),
                y=tidy(top),
                width=tidy(right - left),
                height=tidy(base + 22 - top),
                count=count if width_of(count, size.letters) <= right - left else "",
                count_x=tidy((left + right) / 2),
            )
        )
    return tuple(hits)


def _axis(axis: Axis, size: Size, base: float, tongue: Tongue) -> tuple[tuple[Tick, ...], str]:
    """(the labels, the path of line and ticks)."""
    named, minor = ticks(axis, size.letters, tongue=tongue)
    tall = {tidy(t.x): 7 for t in named if t.ruled}
    line = "".join(f"M{tidy(s.left)} {base}H{tidy(s.right)}" for s in axis.segments)
    # From tick to tick, not from the corner: equal steps are equal bytes, and compress.
    x, y = tidy(axis.segments[-1].right), 0
    for tick, height in sorted(({tidy(x): 3 for x in minor} | tall).items()):
        line += f"m{tidy(tick - x)} {-y}v{height}"
        x, y = tick, height
    return tuple(Tick(tidy(t.x + 4), t.text, t.strong) for t in named), line


def _break(one: Segment, other: Segment, base: float) -> str:
    ends = (one.right - 3, other.left - 3)
    return "".join(f"M{tidy(x)} {tidy(base + 5)}l6-10" for x in ends)
