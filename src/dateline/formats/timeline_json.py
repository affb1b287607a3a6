"""`data/timeline.json`: the whole model as it was verified and reconciled. Documented in docs/data.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline import addresses
from dateline.dates import Day, Reading, label
from dateline.evidence import fragments
from dateline.formats.jsontext import jsontext
from dateline.model import Citation, Disagreement, Event, Source, Timeline, Value

VERSION: Final = 1
"""Goes up when a field changes its meaning or goes away; new fields do not raise it."""

Json = dict[str, object]


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The file’s text, in the timeline’s order; the same for the same content."""
    return jsontext(as_dict(timeline))


def as_dict(timeline: Timeline) -> Json:
    """The file's content."""
    site = timeline.site
    return {
        "$schema": addresses.url(addresses.TIMELINE_SCHEMA, base=site.url),
        "version": VERSION,
        "title": site.title,
        "url": site.url,
        "dek": site.dek,
        "language": site.language,
        "author": site.author,
        "license": site.license,
        "events": [_event(event, timeline) for event in timeline.events],
        "sources": [_source(source, timeline) for source in timeline.sources],
    }


def _event(event: Event, timeline: Timeline) -> Json:
    return {
        "id": event.id,
        "url": addresses.url(addresses.event(event.id), base=timeline.site.url),
        "title": event.title,
        "status": event.status,
        "dek": event.dek,
        "date": _reading(event.date, timeline),
        "actors": list(event.actors),
        "tags": list(event.tags),
        "places": list(event.places),
        "body": event.body.strip(),
        "citations": [_citation(citation, timeline) for citation in event.citations],
        "disagreements": [_disagreement(found, timeline) for found in event.disagreements],
        "corrections": [{"date": c.date, "was": c.was, "now": c.now} for c in event.corrections],
    }


def _reading(reading: Reading | None, timeline: Timeline) -> Json | None:
    if reading is None:
        return None
    anchor = reading.anchor
    return {
        "edtf": str(reading.value),
        "earliest": _day(reading.earliest),
        "latest": _day(reading.latest),
        "precision": reading.precision,
        "part": reading.part,
        "side": reading.side,
        "qualifier": reading.qualifier,
        "kind": reading.kind,
        "label": label(reading, order=timeline.site.date_order, locale=timeline.tongue.language),
        "stated": reading.stated,
        "rule": reading.rule,
        "anchor": anchor
        and {"published": str(anchor.published), "timezone": anchor.zone, "source": anchor.source},
    }


def _day(day: Day | None) -> str | None:
    return None if day is None else str(day)


def _citation(citation: Citation, timeline: Timeline) -> Json:
    found = citation.verification
    source = next((source for source in timeline.sources if source.id == citation.source), None)
    return {
        "number": citation.number,
        "source": citation.source,
        "quote": citation.quote.text if citation.quote else None,
        "prefix": citation.prefix,
        "suffix": citation.suffix,
        "speaker": citation.speaker,
        "stance": citation.stance,
        "says": {said.field: said.words.text for said in citation.says},
        "date": next((_reading(s.reading, timeline) for s in citation.says if s.field == "date"), None),
        "note": citation.note,
        "match": found.match if found else None,
        "verification": found
        and {
            "start": found.start,
            "end": found.end,
            "sha256": found.sha256,
            "verified": found.verified or None,
        },
        "passage": fragments.passage(citation, source) or None,
    }


def _disagreement(found: Disagreement, timeline: Timeline) -> Json:
    return {
        "field": found.field,
        "relation": found.relation,
        "values": [_value(value, timeline) for value in found.values],
        "verdict": found.verdict,
        "because": found.because,
        "by_editor": found.by_editor,
        "rule": found.rule,
    }


def _value(value: Value, timeline: Timeline) -> Json:
    return {
        "words": value.words,
        "sources": list(value.sources),
        "citations": list(value.citations),
        "stands": value.stands,
        "date": _reading(value.reading, timeline),
    }


def _source(source: Source, timeline: Timeline) -> Json:
    sha256, characters = next(((s, n) for id, s, n in timeline.snapshots if id == source.id), (None, None))
    return {
        "id": source.id,
        "page": addresses.url(addresses.source(source.id), base=timeline.site.url),
        "title": source.title,
        "name": source.label,
        "author": source.author,
        "publisher": source.publisher,
        "url": source.url or None,
        "archived_url": source.archived_url or None,
        "accessed": source.accessed or None,
        "published": str(source.published.value) if source.published else None,
        "published_basis": source.published_basis,
        "published_because": source.published_because,
        "timezone": source.timezone,
        "language": source.language,
        "type": source.type,
        "derived_from": list(source.derived_from),
        "snapshot": None if sha256 is None else {"sha256": sha256, "characters": characters},
    }
