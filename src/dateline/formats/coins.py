"""A source as a ContextObject in a span (COinS, on OpenURL 1.0): what Zotero's button finds on a page.

COinS and not Highwire's `citation_*`: those say that the page itself is the article, while ours cite
several articles and are none of them.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote, urlencode

from dateline.dates import DateOrder
from dateline.formats.reference import container, line, published, publisher
from dateline.model import Source

_TYPES: Final = {
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "book": "book",
    "broadcast": "tvBroadcast",
    "dataset": "dataset",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "motion_picture": "film",
    "patent": "patent",
    "personal_communication": "letter",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "report": "report",
    "speech": "presentation",
    "thesis": "thesis",
    "webpage": "webpage",
}
"""Zotero's own names of types, which its reader takes from Dublin Core's `type`."""


def context_object(source: Source, order: DateOrder) -> str:
    """The text of a span's `title`; what is not known is left out."""
    fields = (
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.title", line(source.title)),
        ("rft.au", line(source.author)),
        ("rft.source", container(source)),
        ("rft.publisher", publisher(source)),
        ("rft.date", published(source, order).wording),
        ("rft.identifier", source.url),
        ("rft.language", source.language),
        # Last: once Zotero knows a journal's article it takes `rft.title` for the journal's.
        ("rft.type", _TYPES.get(source.type, "document")),
    )
    return urlencode([(key, value) for key, value in fields if value], quote_via=quote)
