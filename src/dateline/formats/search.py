"""`data/search.json`: what the page's script finds events and sources by. Fetched only when a reader looks.

Rows are lists, and names stand once in tables, so that a thousand events stay under 50 kB on the wire.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from dateline import addresses
from dateline.dates import Reading, label
from dateline.markup import plain
from dateline.model import STATUSES, Event, Source, Timeline

ROOM: Final = 120_000
"""Bytes of the file before compression. Texts that would take it further are left out, a kind at a time."""

_Texts = Callable[[Event], Iterable[str]]

LAYERS: Final[Mapping[str, _Texts]] = {
    "summaries": lambda event: (event.dek,),
    "quotations": lambda event: (c.quote.text for c in event.citations if c.quote),
    "texts": lambda event: (plain(event.body),),
}
"""What is searched besides headlines, dates and names, as far as there is room: the first first."""


Drawing = Sequence[Sequence[str]]
"""Whose each mark of an overview is, path by path: ids of events."""


def write(timeline: Timeline, drawings: Sequence[Drawing] = ()) -> str:
    """The file's text; the same for the same content. `drawings` are those of the front page's overview."""
    layers: tuple[str, ...] = ()
    best = _text(timeline, drawings, layers)
    for name in LAYERS:
        larger = _text(timeline, drawings, (*layers, name))
        if len(larger.encode()) > ROOM:
            break
        layers, best = (*layers, name), larger
    return best


def _text(timeline: Timeline, drawings: Sequence[Drawing], layers: Sequence[str]) -> str:
    content = as_dict(timeline, drawings, layers)
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def as_dict(
    timeline: Timeline, drawings: Sequence[Drawing] = (), layers: Sequence[str] = ()
) -> dict[str, object]:
    """The file's content with the texts of these layers."""
    number = {event.id: at for at, event in enumerate(timeline.events)}
    who, what = (_names(timeline.events, field) for field in ("actors", "tags"))
    sources = {source.id: at for at, source in enumerate(timeline.sources)}
    statuses = [status for status in STATUSES if any(event.status == status for event in timeline.events)]

    def row(event: Event) -> list[object]:
        cited = {sources[c.source]: None for c in event.citations if c.source in sources}
        texts = [text for layer in layers for text in LAYERS[layer](event) if text]
        cells: list[object] = [
            event.id,
            event.title,
            _label(event.date, timeline),
            str(event.date.value) if event.date else "",
            statuses.index(event.status),
            _places(event.actors, who),
            _places(event.tags, what),
            list(cited),
            int(any(found.relation == "disagree" for found in event.disagreements)),
        ]
        return [*cells, " \n".join(texts)] if texts else cells

    return {
        "searched": list(layers),
        "status": [[status, timeline.tongue.gettext(status)] for status in statuses],
        "who": list(who.items()),
        "what": list(what.items()),
        "source": [_source(source, timeline) for source in timeline.sources],
        "events": [row(event) for event in timeline.events],
        "marks": [[[number[id] for id in path] for path in drawing] for drawing in drawings],
    }


def _names(events: Sequence[Event], field: str) -> dict[str, str]:
    """Names by their ids, the most frequent first, each as it is first spelt."""
    named = [{addresses.name_id(name): name for name in reversed(getattr(event, field))} for event in events]
    counts = Counter(id for names in named for id in names)
    spelt = {id: name for names in reversed(named) for id, name in names.items()}
    return {id: spelt[id] for id in sorted(counts, key=lambda id: (-counts[id], id))}


def _places(names: Sequence[str], table: Mapping[str, str]) -> list[int]:
    order = list(table)
    return [order.index(id) for id in dict.fromkeys(map(addresses.name_id, names))]


def _source(source: Source, timeline: Timeline) -> list[str]:
    return [source.id, source.label, source.title, _label(source.published, timeline)]


def _label(reading: Reading | None, timeline: Timeline) -> str:
    if reading is None:
        return timeline.tongue.gettext("undated")
    return label(reading, order=timeline.site.date_order, locale=timeline.tongue.main)
