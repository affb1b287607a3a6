"""`data/annotations.json`: every verified quotation as a W3C Web Annotation, in a collection.

The body is the event that the quotation is held to bear on; the target is the passage: in the source as
it is published, where it has an address, and in the copy that we compared, which its digest names.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Sequence
from typing import Final

from dateline import addresses
from dateline.formats.jsontext import jsontext
from dateline.model import Citation, Event, Source, Timeline, Verification

_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_VERBATIM: Final = ("exact", "typographic", "edges")
"""Levels at which the quotation is one passage; the others leave out words or put in their own."""

Json = dict[str, object]


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The file's text, in the timeline's order."""
    return jsontext(collection(timeline))


def collection(timeline: Timeline) -> Json:
    """An AnnotationCollection of one page (Web Annotation Data Model, section 5)."""
    address = addresses.url(addresses.ANNOTATIONS, base=timeline.site.url)
    sources = {source.id: source for source in timeline.sources}
    items = [
        _annotation(citation, citation.verification, sources[citation.source], event, timeline)
        for event in timeline.events
        for citation in event.citations
        if citation.verification and citation.source in sources
    ]
    page = {"id": f"{address}#page", "type": "AnnotationPage", "startIndex": 0, "items": items}
    return {
        "@context": _CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": timeline.site.title,
        "total": len(items),
        **({"first": page} if items else {}),
    }


def _annotation(
    citation: Citation, found: Verification, source: Source, event: Event, timeline: Timeline
) -> Json:
    page = addresses.url(addresses.event(event.id), base=timeline.site.url)
    targets = _targets(citation, found, source)
    return {
        "id": f"{page}#c{citation.number}",
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"type": "SpecificResource", "source": page, "purpose": "linking"},
            _text("describing", event.title, timeline.site.language),
            _text("classifying", citation.stance),
            *([_text("identifying", citation.speaker)] if citation.speaker else []),
            *([_text("commenting", citation.note, timeline.site.language)] if citation.note else []),
        ],
        "target": targets if len(targets) > 1 else targets[0],
    }


def _text(purpose: str, value: str, language: str = "") -> Json:
    body: Json = {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
    return {**body, "language": language} if language else body


def _targets(citation: Citation, found: Verification, source: Source) -> list[Json]:
    """The published text by its words alone: characters are counted in our copy, and may differ there."""
    quoted = [_quote_selector(citation)] if found.match in _VERBATIM else []
    counted = {"type": "TextPositionSelector", "start": found.start, "end": found.end}
    copy = _specific(_digest_uri(found.sha256), source, [*quoted, counted])
    return [_specific(source.url, source, quoted), copy] if source.url else [copy]


def _specific(address: str, source: Source, selectors: list[Json]) -> Json:
    resource = {"id": address, "type": "Text", "language": source.language}
    target: Json = {"type": "SpecificResource", "source": resource}
    return {**target, "selector": selectors if len(selectors) > 1 else selectors[0]} if selectors else target


def _quote_selector(citation: Citation) -> Json:
    exact = citation.quote.text if citation.quote else ""
    context = {"prefix": citation.prefix, "suffix": citation.suffix}
    return {"type": "TextQuoteSelector", "exact": exact, **{k: v for k, v in context.items() if v}}


def _digest_uri(sha256: str) -> str:
    """A name for a text that is not published: its digest (RFC 6920).

    >>> _digest_uri("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    'ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'
    """
    return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
