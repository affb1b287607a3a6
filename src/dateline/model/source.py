"""A text that is cited, and the saved copy that its quotations are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.dates import Reading
from dateline.model.medium import Medium
from dateline.model.record import Record

PublishedBasis = Literal["explicit", "inferred", "unknown"]

PUBLISHED_BASES: tuple[PublishedBasis, ...] = get_args(PublishedBasis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A text that is cited (field names from CSL-JSON where it has one)."""

    id: str
    title: str
    name: str = ""
    """What stands beside its citations: an outlet's short name. Falls back to publisher, then title."""
    author: str = ""
    publisher: str = ""
    url: str = ""
    """Public address; empty is said so on its page, never invented."""
    archived_url: str = ""
    accessed: str = ""
    published: Reading | None = None
    """When it appeared, as an EDTF reading; the anchor of its relative dates."""
    published_basis: PublishedBasis = "unknown"
    published_because: str = ""
    timezone: str = "UTC"
    """IANA name; "today" in a source means today there."""
    language: str = "en"
    """BCP 47; decides the day order of 10/11/2024."""
    type: str = "article-newspaper"
    """CSL type."""
    derived_from: tuple[str, ...] = ()
    """What it relays: ids of other sources, or plain names of origins that are not at hand."""
    media: tuple[Medium, ...] = ()
    body: str = ""
    body_line: int = 1
    unread: frozenset[str] = frozenset()
    """Keys that are typed but could not be read; what is missing for that has its problem already."""

    @property
    def is_unread(self) -> bool:
        """Whether not even its title could be read, which is told."""
        return "title" in self.unread

    @property
    def wants_day(self) -> bool:
        """Whether the day of its publication could not be read, or is left out though it is known: told."""
        left_out = self.published is None and self.published_basis != "unknown"
        return left_out or "published" in self.unread

    @property
    def label(self) -> str:
        """The shortest name that identifies it."""
        return self.name or self.publisher or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The saved text of a source: what quotations are compared with. Private; never published."""

    source: str
    text: str
    sha256: str
    """Of the file's raw bytes, in hex."""
    extraction: int = 0
    """The version of `article.text_of` that took the text from HTML; 0 for a text as it was saved."""
