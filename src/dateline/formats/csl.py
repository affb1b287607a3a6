"""`data/sources.json`: the sources as CSL-JSON, which Zotero, Pandoc and citation processors read."""

from __future__ import annotations

from collections.abc import Sequence

from dateline import addresses
from dateline.formats.jsontext import jsontext
from dateline.formats.reference import When, accessed, container, line, published, publisher
from dateline.model import Source, Timeline

Json = dict[str, object]


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The file's text, in the order of ids."""
    return jsontext(items(timeline))


def items(timeline: Timeline) -> list[Json]:
    """One item a source (CSL 1.0.2); what is not known is left out."""
    return [_item(source, timeline) for source in timeline.sources]


def _item(source: Source, timeline: Timeline) -> Json:
    known = {
        "id": source.id,
        "type": _NOT_IN_ITS_SCHEMA.get(source.type, source.type),
        "title": line(source.title),
        "author": [{"literal": line(source.author)}] if source.author else [],
        "container-title": container(source),
        "publisher": publisher(source),
        "issued": _date(published(source, timeline.site.date_order)),
        "accessed": _date(accessed(source)),
        "URL": source.url,
        "archive_location": source.archived_url,
        "language": source.language,
        "custom": _custom(source, timeline),
    }
    return {key: value for key, value in known.items() if value}


_NOT_IN_ITS_SCHEMA = {"event": "document"}
"""Types that CSL 1.0.2 names, and the official schema of its data does not."""


def _date(when: When) -> Json:
    """date-parts as far as they are certain, `circa` where that is not exactly, and the words."""
    known: Json = {
        "date-parts": [list(parts) for parts in when.parts],
        "season": when.season,
        "circa": when.circa,
        "literal": when.literal,
    }
    return {key: value for key, value in known.items() if value}


def _custom(source: Source, timeline: Timeline) -> Json:
    """What CSL has no field for: our page on it, and the date as EDTF with what it rests on."""
    page = addresses.url(addresses.source(source.id), base=timeline.site.url)
    if source.published is None:
        return {"page": page}
    return {"page": page, "issued-edtf": str(source.published.value), "issued-basis": source.published_basis}
