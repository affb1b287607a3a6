"""Linked data (schema.org) for the head of a page: only what is known, only as exact as it is known.

No ClaimReview: a timeline gives no ratings.
"""

from __future__ import annotations

import re
from typing import Final

from dateline import addresses
from dateline.dates import Reading
from dateline.evidence import fragments
from dateline.model import Citation, Event, Source, Timeline

_CONTEXT: Final = "https://schema.org"
_ISO: Final = re.compile(r"(?!0000)\d{4}(-(0\d|1[0-2])(-\d\d)?)?")
_TYPES: Final = {
    "article-newspaper": "NewsArticle",
    "article-magazine": "Article",
    "article-journal": "ScholarlyArticle",
    "article": "Article",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "webpage": "WebPage",
    "book": "Book",
    "report": "Report",
}

_DOWNLOADS: Final = (
    (addresses.TIMELINE_JSON, "application/json"),
    (addresses.CSL_JSON, "application/vnd.citationstyles.csl+json"),
    (addresses.BIBTEX, "application/x-bibtex"),
    (addresses.RIS, "application/x-research-info-systems"),
    (addresses.ANNOTATIONS, "application/ld+json"),
)

Json = dict[str, object]


def site(timeline: Timeline) -> Json:
    """The front page: what the site is and what span of time it covers."""
    declared = timeline.site
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "WebSite",
            "@id": declared.url,
            "url": declared.url,
            "name": declared.title,
            "description": declared.dek,
            "inLanguage": declared.language,
            "author": declared.author and {"@type": "Person", "name": declared.author},
            "license": declared.license if declared.license.startswith("http") else "",
            "hasPart": _known(
                {
                    "@type": "Dataset",
                    "name": declared.title,
                    "description": declared.dek or declared.title,
                    "temporalCoverage": _coverage(timeline),
                    "distribution": [
                        {
                            "@type": "DataDownload",
                            "encodingFormat": media_type,
                            "contentUrl": _url(target, timeline),
                        }
                        for target, media_type in _DOWNLOADS
                    ],
                }
            ),
        }
    )


def event(record: Event, timeline: Timeline) -> Json:
    """An event's page: a claim, when it is about, and the quotations that it rests on."""
    address = _url(addresses.event(record.id), timeline)
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "Claim",
            "@id": address,
            "url": address,
            "name": record.title,
            "description": record.dek,
            "temporalCoverage": str(record.date.value) if record.date else "",
            "about": [_happening(record), *({"@type": "Thing", "name": name} for name in record.actors)],
            "keywords": ", ".join((record.status, *record.tags)),
            "spatialCoverage": [{"@type": "Place", "name": name} for name in record.places],
            "isPartOf": {"@id": timeline.site.url},
            "citation": [
                _quotation(citation, address, timeline) for citation in record.citations if citation.quote
            ],
            "correction": [
                {
                    "@type": "CorrectionComment",
                    "text": timeline.tongue.gettext(
                        "Was: %(was)s Is now: %(now)s", was=correction.was, now=correction.now
                    ),
                    **_dated("datePublished", correction.date),
                }
                for correction in record.corrections
            ],
        }
    )


def source(record: Source, timeline: Timeline) -> Json:
    """A source's page: the article that it describes."""
    page = _url(addresses.source(record.id), timeline)
    described = _article(record, timeline)
    return {"@context": _CONTEXT, "@type": "WebPage", "@id": page, "url": page, "mainEntity": described}


def _happening(record: Event) -> Json:
    """What is claimed to have happened, dated only where ISO 8601 has a date as exact as ours and no more."""
    start, _, end = str(record.date.value).partition("/") if record.date else ("", "", "")
    dated = not end or (_ISO.fullmatch(start) and _ISO.fullmatch(end))
    return _known(
        {
            "@type": "Event",
            "name": record.title,
            "location": [{"@type": "Place", "name": name} for name in record.places],
            **(_dated("startDate", start) if dated else {}),
            **(_dated("endDate", end) if dated else {}),
        }
    )


def _coverage(timeline: Timeline) -> str:
    """From the first to the last day that a dated event can mean, `..` where that is open; "" if both are."""
    readings = [event.date for event in timeline.events if event.date]
    starts, ends = [r.earliest for r in readings], [r.latest for r in readings]
    first = ".." if None in starts else str(min(filter(None, starts), default=".."))
    last = ".." if None in ends else str(max(filter(None, ends), default=".."))
    return "" if first == last == ".." else f"{first}/{last}"


def _quotation(citation: Citation, event_address: str, timeline: Timeline) -> Json:
    by_id = {source.id: source for source in timeline.sources}
    found = by_id.get(citation.source)
    return _known(
        {
            "@type": "Quotation",
            "@id": f"{event_address}#c{citation.number}",
            "url": fragments.passage(citation, found),
            "text": citation.quote.text if citation.quote else "",
            "inLanguage": found and found.language,
            "spokenByCharacter": citation.speaker and {"@type": "Thing", "name": citation.speaker},
            "isPartOf": found and _article(found, timeline),
        }
    )


def _article(record: Source, timeline: Timeline) -> Json:
    return _known(
        {
            "@type": _TYPES.get(record.type, "CreativeWork"),
            "@id": _url(addresses.source(record.id), timeline) + "#source",
            "headline": record.title,
            "url": record.url,
            "archivedAt": record.archived_url,
            "inLanguage": record.language,
            "author": record.author and {"@type": "Thing", "name": record.author},
            "publisher": record.publisher and {"@type": "Organization", "name": record.publisher},
            **_published(record.published),
        }
    )


def _published(reading: Reading | None) -> Json:
    return _dated("datePublished", str(reading.value)) if reading else {}


def _dated(key: str, edtf: str) -> Json:
    """The date where it is one that ISO 8601 itself has; a vaguer one is left out rather than sharpened."""
    return {key: edtf} if _ISO.fullmatch(edtf) else {}


def _known(fields: Json) -> Json:
    return {key: value for key, value in fields.items() if value not in ("", None, [], {})}


def _url(target: str, timeline: Timeline) -> str:
    return addresses.url(target, base=timeline.site.url)
