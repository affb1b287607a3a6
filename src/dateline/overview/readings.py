"""How an event's date was read: each phrase, what it gives, and the publication it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, inf

from dateline.dates import Edtf, Reading, label
from dateline.dates.day import ordinal
from dateline.model import Event, Source
from dateline.overview.axis import Axis, Segment, Span, set_apart
from dateline.overview.extents import Extent, extent_of, overlap
from dateline.overview.lettering import fit, width_of
from dateline.overview.paths import tidy
from dateline.overview.rulers import look
from dateline.overview.ticks import Tick, ticks
from dateline.tongue import ENGLISH, Tongue

_MOST_ROWS = 10
_LEAST = 3
_BAR = 9
_RING = 7
_LOW, _HIGH = 34, 46
"""The height of a row with its words beside the bar, and above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A source's words for the date, and what they were read as."""

    words: str
    said_by: tuple[str, ...]
    """The sources' names."""
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

    @property
    def pub_long(self) -> bool:
        """Whether the ring is so long that it must not cover the reading: it is drawn beneath."""
        return self.pub_width > _RING


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


def reading_figure(
    event: Event, sources: Mapping[str, Source], tongue: Tongue = ENGLISH
) -> ReadingFigure | None:
    """The figure of an event's date; None where one phrase names it outright and there is nothing to show."""
    phrases = _phrases(event, sources, tongue)
    if not phrases or (len(phrases) == 1 and phrases[0].published is None):
        return None
    return ReadingFigure(
        title=tongue.semicolon.join(_said(phrase, tongue) for phrase in phrases),
        wide=_chart(phrases, 860, 14, tongue, narrow=False),
        narrow=_chart(phrases, 320, 12.5, tongue, narrow=True),
    )


def _said(phrase: Phrase, tongue: Tongue) -> str:
    return tongue.gettext(
        "“%(words)s” (%(sources)s) is read as %(date)s",
        words=phrase.words,
        sources=tongue.listed(phrase.said_by, ","),
        date=label(phrase.reading, locale=tongue.language),
    )


def _phrases(event: Event, sources: Mapping[str, Source], tongue: Tongue) -> list[Phrase]:
    """Each once, in the order of the citations, the editor's own date last where it differs from all."""
    standing = extent_of(event.date)
    found: dict[tuple[str, Extent], Phrase] = {}
    for words, reading, source in _stated(event):
        extent = extent_of(reading)
        if extent is None:
            continue
        same = (words.casefold(), extent)
        name = sources[source].label if source in sources else source or tongue.gettext("the editor")
        before = found.get(same)
        found[same] = Phrase(
            words=before.words if before else words,
            said_by=tuple(dict.fromkeys((*(before.said_by if before else ()), name))),
            reading=before.reading if before else reading,
            extent=extent,
            published=_published(before.reading if before else reading),
            excluded=standing is not None and not overlap(standing, extent),
        )
    return list(found.values())[:_MOST_ROWS]


def _stated(event: Event) -> Iterator[tuple[str, Reading, str]]:
    """(words, reading, id of the source) of every date that is stated; the editor has no id."""
    given = []
    for citation in event.citations:
        for statement in citation.says:
            if statement.field == "date" and statement.reading is not None:
                given.append(extent_of(statement.reading))
                yield statement.words.text, statement.reading, citation.source
    if event.stated_date and event.date and extent_of(event.date) not in given:
        yield event.stated_date.text, event.date, ""


def _published(reading: Reading) -> Span | None:
    published: Edtf | None = reading.anchor.published if reading.anchor else None
    if published is None or published.earliest is None or published.latest is None:
        return None
    return float(ordinal(published.earliest)), float(ordinal(published.latest) + 1)


def _chart(phrases: Sequence[Phrase], width: float, letters: float, tongue: Tongue, *, narrow: bool) -> Chart:
    spans = [span for p in phrases for span in (p.extent.known, p.published) if span]
    axis = set_apart(spans, width, 20 if narrow else 36)
    beside = [] if narrow else [_row(p, axis, letters, 16 + i * _LOW, tongue) for i, p in enumerate(phrases)]
    above = not beside or any(not row.words for row in beside)
    rows = [_row(p, axis, letters, 28 + i * _HIGH, tongue, above=True) for i, p in enumerate(phrases)]
    base = (_HIGH if above else _LOW) * len(phrases) + 12
    named, _ = ticks(axis, letters - 1, {p.extent.start for p in phrases}, tongue)
    return Chart(
        width=width,
        height=base + 22,
        rows=tuple(rows if above else beside),
        grid="".join(f"M{tidy(t.x)} 4V{base}" for t in named if t.ruled),
        axis="".join(f"M{tidy(s.left)} {base}H{tidy(s.right)}" for s in axis.segments),
        breaks="".join(_break(s, base) for s in axis.segments[1:]),
        ticks=tuple(Tick(tidy(t.x + 4), t.text, t.strong) for t in named),
        ticks_y=base + 16,
        bar=_BAR,
    )


def _break(segment: Segment, base: float) -> str:
    return "".join(f"M{tidy(segment.left - back)} {base + 5}l6-10" for back in (16, 8))


def _row(p: Phrase, axis: Axis, letters: float, y: float, tongue: Tongue, *, above: bool = False) -> Row:
    edge = axis.segments[-1].right
    left = 0.0 if p.extent.start == -inf else axis.x(p.extent.start)
    right = edge if p.extent.end == inf else axis.x_before(p.extent.end)
    right = max(right, left + _LEAST)
    pub_x, pub_width = _ring(p.published, axis) if p.published else (left, 0.0)
    note, note_x, note_end = _note(
        pub_x, pub_width, (left, right), edge, letters, tongue.gettext("published")
    )
    taken = width_of(note, letters - 1) + 8 if note else 0.0
    quoted = tongue.gettext("“%(words)s”", words=p.words)
    begin = floor(min(left, pub_x) - taken * note_end - 8)
    end = ceil(max(right, pub_x + pub_width) + taken * (not note_end) + 8)
    words, words_x, words_end = (
        _over(quoted, left, edge, letters) if above else _beside(quoted, begin, end, edge, letters)
    )
    return Row(
        fill=("a" if p.excluded else "") + look(p.reading, p.extent),
        x=tidy(left),
        y=tidy(y),
        width=tidy(right - left),
        words=words,
        words_x=tidy(words_x),
        words_y=tidy(y - 7 if above else y + _BAR),
        words_end=words_end,
        excluded=p.excluded,
        arrow=_arrow(left, right, pub_x, pub_width, y + _BAR / 2) if pub_width else "",
        pub_x=tidy(pub_x),
        pub_width=tidy(pub_width),
        note=note,
        note_x=tidy(note_x),
        note_end=note_end,
    )


def _ring(published: Span, axis: Axis) -> tuple[float, float]:
    """(where, how wide): a ring in the middle of the day, a long one where the day is not known."""
    left, right = axis.x(published[0]), axis.x_before(published[1])
    wide = _RING if published[1] - published[0] <= 1 else max(right - left, _RING)
    return (left + right - wide) / 2, wide


def _note(
    ring: float, ring_width: float, bar: Span, edge: float, letters: float, published: str
) -> tuple[str, float, bool]:
    """(the word beside a publication, where, whether it ends there); none where it would meet something."""
    taken = width_of(published, letters - 1)
    if not ring_width:
        return "", 0.0, False
    if ring + ring_width < bar[0]:
        end = floor(ring - 6)
        return (published, end, True) if end >= taken else ("", 0.0, False)
    start = ceil(max(ring + ring_width, bar[1]) + 6)
    return (published, start, False) if start + taken <= edge else ("", 0.0, False)


def _beside(quoted: str, begin: float, end: float, edge: float, letters: float) -> tuple[str, float, bool]:
    """(the words before or after all else in the row, where, whether they end there); "" for no room."""
    wide = width_of(quoted, letters)
    if wide <= begin:
        return quoted, begin, True
    return (quoted, end, False) if end + wide <= edge else ("", 0.0, False)


def _over(quoted: str, left: float, edge: float, letters: float) -> tuple[str, float, bool]:
    """The words over the bar, moved and cut so that they stay on the drawing."""
    text = fit(quoted, edge, letters, least=0)
    return text, floor(max(min(left, edge - width_of(text, letters)), 0)), False


def _arrow(left: float, right: float, pub_x: float, pub_width: float, y: float) -> str:
    """From the publication to the nearer end of the reading, where there is room for an arrow."""
    if pub_x - right >= 12:
        return f"M{tidy(pub_x)} {tidy(y)}H{tidy(right + 4)}m5-4l-5 4l5 4"
    if left - (pub_x + pub_width) >= 12:
        return f"M{tidy(pub_x + pub_width)} {tidy(y)}H{tidy(left - 4)}m-5-4l5 4l-5 4"
    return ""
