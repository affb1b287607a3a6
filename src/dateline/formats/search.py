"""`data/search.json`: what the page's script finds events and sources by. Fetched only when a reader looks.

Column by column, with names once in tables, so that a thousand events stay under 50 kB on the wire.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from dateline import addresses
from dateline.dates import Reading, label
from dateline.markup import plain
from dateline.model import STATUSES, Event, Source, Timeline

ROOM: Final = 48_000
"""Bytes of the file, compressed. Texts that would take it further are left out, a kind at a time."""

Drawing = Sequence[Sequence[str]]
"""Whose each mark of an overview is, path by path: ids of events."""
Json = dict[str, object]

LAYERS: Final[Mapping[str, Callable[[Event], Iterable[str]]]] = {
    "summaries": lambda event: (event.dek,),
    "quotations": lambda event: (c.quote.text for c in event.citations if c.quote),
    "texts": lambda event: (plain(event.body),),
}
"""What is searched besides headlines, dates and names, as far as there is room: the first first."""


def write(timeline: Timeline, drawings: Sequence[Drawing] = (), room: int = ROOM) -> str:
    """The file's text; the same for the same content. `drawings` are those of the front page's overview."""
    content = as_dict(timeline, drawings)
    best = _text(content)
    texts = [""] * len(timeline.events)
    for name, layer in LAYERS.items():
        texts = [_joined(text, layer(event)) for text, event in zip(texts, timeline.events, strict=True)]
        larger = _text(content | {"searched": name, "text": texts})
        if len(zlib.compress(larger.encode(), 9)) > room:
            break
        best = larger
    return best


def _joined(text: str, more: Iterable[str]) -> str:
    return " \n".join(filter(None, (text, *more)))


def _text(content: Json) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def as_dict(timeline: Timeline, drawings: Sequence[Drawing] = ()) -> Json:
    """The file's content without the texts. In the columns, names and statuses are places in the tables."""
    events = timeline.events
    statuses = [status for status in STATUSES if any(event.status == status for event in events)]
    who, what = _names(events, "actors"), _names(events, "tags")
    sources = [source.id for source in timeline.sources]
    number = {event.id: at for at, event in enumerate(events)}
    tables = {
        "status": [[status, timeline.tongue.gettext(status)] for status in statuses],
        "who": list(who.items()),
        "what": list(what.items()),
        "source": [_source(source, timeline) for source in timeline.sources],
    }
    return {
        "searched": "names",
        "tables": tables,
        "id": [_id(event) for event in events],
        "title": [event.title for event in events],
        "date": [_label(event.date, timeline) for event in events],
        "edtf": [str(event.date.value) if event.date else "" for event in events],
        "status": [[statuses.index(event.status)] for event in events],
        "who": [_places(map(addresses.name_id, event.actors), list(who)) for event in events],
        "what": [_places(map(addresses.name_id, event.tags), list(what)) for event in events],
        "source": [_places((c.source for c in event.citations), sources) for event in events],
        "disputed": [[int(any(d.relation == "disagree" for d in event.disagreements))] for event in events],
        "marks": [[[number[id] for id in path] for path in drawing] for drawing in drawings],
    }


def _id(event: Event) -> str | int:
    """The id, or its length where it is the beginning of what the script makes of the headline."""
    made = re.sub("[^a-z0-9]+", "-", re.sub("['’‘\"“”]", "", event.title.lower())).strip("-")
    return len(event.id) if made.startswith(event.id) and made.isascii() else event.id


def _names(events: Sequence[Event], field: str) -> dict[str, str]:
    """Names by their ids, the most frequent first, each as it is first spelt."""
    named = [{addresses.name_id(name): name for name in reversed(getattr(event, field))} for event in events]
    counts = Counter(id for names in named for id in names)
    spelt = {id: name for names in reversed(named) for id, name in names.items()}
    return {id: spelt[id] for id in sorted(counts, key=lambda id: (-counts[id], id))}


def _places(ids: Iterable[str], table: Sequence[str]) -> list[int]:
    return [table.index(id) for id in dict.fromkeys(ids) if id in table]


def _source(source: Source, timeline: Timeline) -> list[str]:
    return [source.id, source.label, source.title, _label(source.published, timeline)]


def _label(reading: Reading | None, timeline: Timeline) -> str:
    if reading is None:
        return timeline.tongue.gettext("undated")
    return label(reading, order=timeline.site.date_order, locale=timeline.tongue.language)
