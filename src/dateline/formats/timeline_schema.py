"""`data/timeline.schema.json`: the JSON Schema (2020-12) that `timeline.json` keeps to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, get_args

from dateline import addresses
from dateline.formats.jsontext import jsontext
from dateline.model import PUBLISHED_BASES, STANCES, STATUSES, Match, Timeline

_TEXT: Final = {"type": "string"}
_MAYBE_TEXT: Final = {"type": ["string", "null"]}
_TEXTS: Final = {"type": "array", "items": _TEXT}
_FLAG: Final = {"type": "boolean"}
_ID: Final = {"type": "string", "pattern": "^[a-z0-9-]+$"}
_COUNT: Final = {"type": "integer", "minimum": 1}
_OFFSET: Final = {"type": "integer", "minimum": 0}
_URL: Final = {"type": "string", "format": "uri"}
_MAYBE_URL: Final = {"type": ["string", "null"], "format": "uri"}
_DIGEST: Final = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_DAY: Final = {
    "type": ["string", "null"],
    "pattern": r"^(-?\d{4}|Y-?\d{5,})-\d\d-\d\d$",
    "description": "A calendar day, inclusive; the year is astronomical (0000 is 1 BCE). null is open.",
}


def _object(fields: Mapping[str, object], description: str, *, nullable: bool = False) -> dict[str, object]:
    return {
        "type": ["object", "null"] if nullable else "object",
        "description": description,
        "properties": dict(fields),
        "required": list(fields),
        "additionalProperties": False,
    }


def _list(of: str) -> dict[str, object]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{of}"}}


_DATE: Final = _object(
    {
        "edtf": {**_TEXT, "description": "ISO 8601-2 (EDTF)."},
        "earliest": _DAY,
        "latest": _DAY,
        "precision": _TEXT,
        "part": {"enum": ["early", "mid", "late", None]},
        "side": {"enum": ["earlier", "later", "by", None]},
        "qualifier": {"enum": ["", "?", "~", "%"]},
        "kind": {"enum": ["within", "lasting", "one of"]},
        "label": {**_TEXT, "description": "As the pages print it."},
        "stated": {**_TEXT, "description": "The words that were read."},
        "rule": {**_TEXT, "description": "The rule that read them."},
        "anchor": _object(
            {"published": _TEXT, "timezone": _TEXT, "source": _TEXT},
            "The publication that relative words were read against.",
            nullable=True,
        ),
    },
    "A date as it was read; null is undated.",
    nullable=True,
)
_CITATION: Final = _object(
    {
        "number": _COUNT,
        "source": _ID,
        "quote": {**_MAYBE_TEXT, "description": "Verbatim words of the source."},
        "prefix": _TEXT,
        "suffix": _TEXT,
        "speaker": {**_TEXT, "description": "Who says it; empty for the article itself."},
        "stance": {"enum": list(STANCES)},
        "says": {"type": "object", "additionalProperties": _TEXT},
        "date": {"$ref": "#/$defs/date"},
        "note": _TEXT,
        "match": {"enum": [*get_args(Match), None], "description": "How the quotation was found."},
        "verification": _object(
            {"start": _OFFSET, "end": _OFFSET, "sha256": _DIGEST, "verified": _MAYBE_TEXT},
            "Offsets into the saved text, half-open, and the day of the lock.",
            nullable=True,
        ),
        "passage": {**_MAYBE_URL, "description": "Leads a browser to the words in the source as published."},
    },
    "One source's support for an event, or its denial.",
)
_VALUE: Final = _object(
    {
        "words": _TEXT,
        "sources": {"type": "array", "items": _ID},
        "citations": {"type": "array", "items": _COUNT},
        "stands": _FLAG,
        "date": {"$ref": "#/$defs/date"},
    },
    "One of the values, and who states it; no source is the editor.",
)
_DISAGREEMENT: Final = _object(
    {
        "field": _TEXT,
        "relation": {"enum": ["compatible", "disagree"]},
        "values": {**_list("value"), "minItems": 2},
        "verdict": {**_TEXT, "description": "The editor's, or the rule that chose."},
        "because": _TEXT,
        "by_editor": _FLAG,
        "rule": {**_TEXT, "description": "The rule that chose; empty where none had to."},
    },
    "A field on which the sources of an event do not agree.",
)
_EVENT: Final = _object(
    {
        "id": _ID,
        "url": _URL,
        "title": _TEXT,
        "status": {"enum": list(STATUSES)},
        "dek": _TEXT,
        "date": {"$ref": "#/$defs/date"},
        "actors": _TEXTS,
        "tags": _TEXTS,
        "places": _TEXTS,
        "body": {**_TEXT, "description": "Markdown."},
        "citations": _list("citation"),
        "disagreements": _list("disagreement"),
        "corrections": _list("correction"),
    },
    "Something that happened, or is said to have, or may yet.",
)
_SOURCE: Final = _object(
    {
        "id": _ID,
        "page": _URL,
        "title": _TEXT,
        "name": _TEXT,
        "author": _TEXT,
        "publisher": _TEXT,
        "url": _MAYBE_URL,
        "archived_url": _MAYBE_URL,
        "accessed": _MAYBE_TEXT,
        "published": {**_MAYBE_TEXT, "description": "EDTF."},
        "published_basis": {"enum": list(PUBLISHED_BASES)},
        "published_because": _TEXT,
        "timezone": _TEXT,
        "language": _TEXT,
        "type": {**_TEXT, "description": "CSL type."},
        "derived_from": _TEXTS,
        "snapshot": _object(
            {"sha256": _DIGEST, "characters": _OFFSET},
            "The saved copy that quotations were compared with; it is not published.",
            nullable=True,
        ),
    },
    "A text that is cited.",
)
TIMELINE_SCHEMA: Final[dict[str, object]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A timeline with its evidence",
    **_object(
        {
            "$schema": _TEXT,
            "version": {"const": 1},
            "title": _TEXT,
            "url": _URL,
            "dek": _TEXT,
            "language": _TEXT,
            "author": _TEXT,
            "license": _TEXT,
            "events": _list("event"),
            "sources": _list("source"),
        },
        "Events in order of time, undated ones last; sources in order of id.",
    ),
    "$defs": {
        "date": _DATE,
        "event": _EVENT,
        "citation": _CITATION,
        "disagreement": _DISAGREEMENT,
        "value": _VALUE,
        "correction": _object({"date": _TEXT, "was": _TEXT, "now": _TEXT}, "What was wrong, and since when."),
        "source": _SOURCE,
    },
}


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The schema's text; its `$id` is where this site publishes it."""
    id = addresses.url(addresses.TIMELINE_SCHEMA, base=timeline.site.url)
    return jsontext({"$id": id, **TIMELINE_SCHEMA})
