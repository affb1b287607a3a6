"""How an event's date was read: each phrase, what it gives, and the publication it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from dateline.dates import Edtf, Reading, label
from dateline.dates.day import ordinal
from dateline.model import Event, Source
from dateline.overview.axis import Axis, Segment, Span, Tick, set_apart, ticks
from dateline.overview.extents import Extent, extent_of, overlap
from dateline.overview.lettering import fit, width_of
from dateline.overview.paths import tidy
from dateline.overview.rulers import look

_MOST_ROWS = 10
_LEAST = 3
_BAR = 9
_PUBLISHED = "published"
_TALL = {True: 46, False: 34}
"""The height of a row: in the narrow drawing its words stand above the bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A source's words for the date, and what they were read as."""

    words: str
    reading: Reading
    extent: Extent
    published: Span | None
    """Where the source stands in time, if the words needed that."""
    excluded: bool
    """Whether it contradicts the date that stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A phrase in its place."""

    fill: str
    x: float
    y: float
    width: float
    words: str
    words_x: float
    words_y: float
    words_end: bool
    """Whether the words end at their x rather than begin there."""
    excluded: bool
    arrow: str
    """Path data from the publication to the reading; may be empty."""
    pub_x: float
    pub_width: float
    """0 when no publication is drawn."""
    note: str
    note_x: float
    note_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One drawing."""

    width: float
    height: float
    rows: tuple[Row, ...]
    grid: str
    axis: str
    breaks: str
    ticks: tuple[Tick, ...]
    ticks_y: float
    bar: float
    """The height of a bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingFigure:
    """Two drawings of the same readings, and the same in words."""

    title: str
    wide: Chart
    narrow: Chart


def reading_figure(event: Event, sources: Mapping[str, Source]) -> ReadingFigure | None:
    """The figure of an event's date; None where one phrase names it outright and there is nothing to show."""
    phrases = _phrases(event)
    if not phrases or (len(phrases) == 1 and phrases[0].published is None):
        return None
    said = "; ".join(f"“{p.words}” is read as {label(p.reading)}" for p in phrases)
    return ReadingFigure(
        title=said,
        wide=_chart(phrases, 860, 14, narrow=False),
        narrow=_chart(phrases, 320, 12.5, narrow=True),
    )


def _phrases(event: Event) -> list[Phrase]:
    """Each once, in the order of the citations, the editor's own date last where it differs from all."""
    standing = extent_of(event.date)
    found: dict[tuple[str, Extent], Phrase] = {}
    for words, reading in _stated(event):
        extent = extent_of(reading)
        if extent is None:
            continue
        found.setdefault(
            (words.casefold(), extent),
            Phrase(
                words=words,
                reading=reading,
                extent=extent,
                published=_published(reading),
                excluded=standing is not None and not overlap(standing, extent),
            ),
        )
    return list(found.values())[:_MOST_ROWS]


def _stated(event: Event) -> Iterator[tuple[str, Reading]]:
    given = []
    for citation in event.citations:
        for statement in citation.says:
            if statement.field == "date" and statement.reading is not None:
                given.append(extent_of(statement.reading))
                yield statement.words.text, statement.reading
    if event.stated_date and event.date and extent_of(event.date) not in given:
        yield event.stated_date.text, event.date


def _published(reading: Reading) -> Span | None:
    published: Edtf | None = reading.anchor.published if reading.anchor else None
    if published is None or published.earliest is None or published.latest is None:
        return None
    return float(ordinal(published.earliest)), float(ordinal(published.latest) + 1)


def _chart(phrases: Sequence[Phrase], width: float, letters: float, *, narrow: bool) -> Chart:
    spans = [span for p in phrases for span in (_finite(p.extent), p.published) if span]
    axis = set_apart(spans, width, 20 if narrow else 36)
    tall = _TALL[narrow]
    base = tall * len(phrases) + 12
    rows = [_row(p, axis, letters, i * tall, narrow=narrow) for i, p in enumerate(phrases)]
    labels: list[Tick] = []
    lines: list[str] = []
    limits = [s.left - 4 for s in axis.segments[1:]]
    for segment, limit in zip(axis.segments, [*limits, width], strict=True):
        named, _ = ticks(segment, letters - 1, limit)
        labels += (Tick(tidy(t.x + 4), t.text, t.strong) for t in named)
        lines += (f"M{tidy(t.x)} 4V{base}" for t in named if t.ruled)
    return Chart(
        width=width,
        height=base + 22,
        rows=tuple(rows),
        grid="".join(lines),
        axis="".join(f"M{tidy(s.left)} {base}H{tidy(s.right)}" for s in axis.segments),
        breaks="".join(_break(s, base) for s in axis.segments[1:]),
        ticks=tuple(labels),
        ticks_y=base + 16,
        bar=_BAR,
    )


def _break(segment: Segment, base: float) -> str:
    return "".join(f"M{tidy(segment.left - back)} {base + 5}l6-10" for back in (16, 8))


def _finite(extent: Extent) -> Span:
    return extent.begin, extent.finish


def _row(p: Phrase, axis: Axis, letters: float, top: float, *, narrow: bool) -> Row:
    edge = axis.segments[-1].right
    left = 0.0 if p.extent.start == -inf else axis.x(p.extent.start)
    right = edge if p.extent.end == inf else axis.x_before(p.extent.end)
    right = max(right, left + _LEAST)
    y = top + (28 if narrow else 16)
    pub = (axis.x(p.published[0]), axis.x_before(p.published[1])) if p.published else None
    pub_x, pub_width = _pill(pub) if pub else (left, 0.0)
    ends = min(left, pub_x), max(right, pub_x + pub_width)
    note, note_x, note_end = _note(pub_x, pub_width, right, edge, letters) if pub else ("", 0.0, False)
    if note:
        taken = width_of(note, letters - 1) + 8
        ends = (ends[0] - taken, ends[1]) if note_end else (ends[0], ends[1] + taken)
    words, words_x, words_end = _words(p.words, ends, left, edge, letters, narrow=narrow)
    return Row(
        fill=("a" if p.excluded else "") + look(p.reading, p.extent),
        x=tidy(left),
        y=tidy(y),
        width=tidy(right - left),
        words=words,
        words_x=tidy(words_x),
        words_y=tidy(y - 7 if narrow else y + _BAR),
        words_end=words_end,
        excluded=p.excluded,
        arrow=_arrow(left, right, pub_x, pub_width, y + _BAR / 2) if pub else "",
        pub_x=tidy(pub_x),
        pub_width=tidy(pub_width),
        note=note,
        note_x=tidy(note_x),
        note_end=note_end,
    )


def _pill(span: Span) -> tuple[float, float]:
    """A publication is a small ring in the middle of its day, or a long one where that is not known."""
    middle, wide = (span[0] + span[1]) / 2, max(0.5 * (span[1] - span[0]), 7)
    wide = 7 if span[1] - span[0] < 150 else wide
    return middle - wide / 2, wide


def _note(x: float, wide: float, bar_right: float, edge: float, letters: float) -> tuple[str, float, bool]:
    """The word beside a publication, on the side away from the reading; none where it does not fit."""
    taken = width_of(_PUBLISHED, letters - 1)
    start = max(x + wide, bar_right) + 6
    if x + wide >= bar_right and start + taken <= edge:
        return _PUBLISHED, start, False
    if x - 6 - taken >= 0 and x + wide < bar_right:
        return _PUBLISHED, x - 6, True
    return "", 0.0, False


def _words(
    words: str, ends: Span, bar_left: float, edge: float, letters: float, *, narrow: bool
) -> tuple[str, float, bool]:
    quoted = f"“{words}”"
    if narrow:
        text = fit(quoted, edge, letters, least=0)
        return text, max(min(bar_left, edge - width_of(text, letters)), 0), False
    wide = width_of(quoted, letters)
    before, after = ends[0] - 8, edge - ends[1] - 8
    if wide <= before or before >= after:
        return fit(quoted, before, letters, least=0), ends[0] - 8, True
    return fit(quoted, after, letters, least=0), ends[1] + 8, False


def _arrow(left: float, right: float, pub_x: float, pub_width: float, y: float) -> str:
    """From the publication to the nearer end of the reading, where there is room for an arrow."""
    if pub_x - right >= 12:
        return f"M{tidy(pub_x)} {tidy(y)}H{tidy(right + 4)}m5-4l-5 4l5 4"
    if left - (pub_x + pub_width) >= 12:
        return f"M{tidy(pub_x + pub_width)} {tidy(y)}H{tidy(left - 4)}m-5-4l5 4l-5 4"
    return ""
