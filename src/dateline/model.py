"""The records of a timeline: what authors write, and what the builder found out about it.

All frozen; a later step makes a richer record with `dataclasses.replace`. Fields under "found" are empty
as a record leaves `schema`, and are filled by the step that each names.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from dateline.dates import Reading
from dateline.media import Shelf
from dateline.palette import Theme
from dateline.problems import Place
from dateline.tongue import ENGLISH, Tongue

Status = Literal[
    "reported", "alleged", "denied", "confirmed", "disputed", "retracted", "scheduled", "possible"
]
Stance = Literal["reports", "denies", "confirms", "context"]
"""What a citation does to its event, after CiTO. `context` neither supports nor opposes."""
Match = Literal["exact", "typographic", "edges", "elided", "editorial"]
"""How a quotation was found in its snapshot, from strictest to loosest; see `evidence`."""
PublishedBasis = Literal["explicit", "inferred", "unknown"]
DateOrder = Literal["day-month", "month-day"]
Hemisphere = Literal["north", "south"]
"""Decides which months are winter."""

STATUSES: tuple[Status, ...] = get_args(Status)
STANCES: tuple[Stance, ...] = get_args(Stance)
PUBLISHED_BASES: tuple[PublishedBasis, ...] = get_args(PublishedBasis)
DATE_ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)
HEMISPHERES: tuple[Hemisphere, ...] = get_args(Hemisphere)


Typed: TypeAlias = tuple[tuple[str, Place], ...]
"""The keys of a record as typed, each with the place of its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """A picture or a recording among the author's files, or a video that another site plays."""

    place: Place
    file: str = ""
    """Its path below `content/media/`; empty for what another site plays."""
    url: str = ""
    """Its page at that other site, one that `media.player_for` knows."""
    alt: str | None = None
    """What it shows, for those who do not see it; "" says that it shows nothing; None is not said."""
    caption: str = ""
    credit: str = ""
    """Whose it is, and under which licence, plain text."""
    credit_url: str = ""
    """Where it was found."""
    language: str = ""
    """BCP 47, of the alt and the caption; empty is the site's."""
    poster: str = ""
    """The picture before a video plays; a path like `file`."""
    captions: str = ""
    """WebVTT; a path like `file`."""
    typed: Typed = ()

    def at(self, key: str) -> Place:
        """Where the value of this key is typed; where the medium begins, when it is not."""
        return dict(self.typed).get(key, self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that an author typed, and where."""

    text: str
    place: Place

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one source states for one field, in its own words: `date: Saturday`, `amount: $3 billion`."""

    field: str
    words: Words
    reading: Reading | None = None
    """Found by `reconcile`, for the field `date` only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """That a quotation stands in a snapshot, and how we know."""

    match: Match
    start: int
    end: int
    """Character offsets into the snapshot's text, half-open."""
    sha256: str
    """Of the snapshot's bytes, in hex."""
    verified: str
    """The day it was locked, YYYY-MM-DD; empty when it is not in the lock yet."""
    fresh: bool
    """True when compared with the snapshot in this build; False when the lock vouches for it."""
    fragment: str = ""
    """Leads a browser to the passage (see `fragments`); empty when not locked, or when none is safe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source's support for one event (W3C Web Annotation terms)."""

    source: str
    place: Place
    quote: Words | None = None
    """TextQuoteSelector `exact`: verbatim words of the source."""
    prefix: str = ""
    suffix: str = ""
    """The words around it, needed where the quotation stands in the source more than once."""
    speaker: str = ""
    """Who says it, as against the outlet that relays it; empty for the article itself."""
    stance: Stance = "reports"
    says: tuple[Statement, ...] = ()
    note: str = ""
    """A remark of the editor's, plain text."""
    number: int = 0
    """Counts from 1 within its event, in the author's order."""
    verification: Verification | None = None
    """Found by `evidence`; None for a citation without a quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The editor's verdict on one field that sources dispute (or on a date that no source states)."""

    field: str
    verdict: str
    because: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was wrong here, and what it says now."""

    date: str
    """EDTF, as typed and checked."""
    was: str
    now: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That an event was taken back after it had been published, and why."""

    date: str
    """EDTF, as typed and checked."""
    because: str
    place: Place


Relation = Literal["agree", "compatible", "disagree"]
"""`agree`: one contains the other; `compatible`: they overlap; `disagree`: they exclude each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One of the values that stand for a field, and everyone who states it."""

    words: str
    """As the first of its sources has it; for the editor's own date, as typed."""
    citations: tuple[int, ...]
    """Numbers of the citations that state it; () for the editor's own."""
    sources: tuple[str, ...]
    reading: Reading | None = None
    """For the field `date`."""
    stands: bool = False
    """Whether the timeline goes by this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One field of one event on which sources do not agree, with every value that stands."""

    event: str
    field: str
    relation: Relation
    """`compatible` or `disagree`; fields that agree are not listed."""
    values: tuple[Value, ...]
    """In the order of the citations; never fewer than two."""
    verdict: str
    """The editor's, or the name of the default rule that chose."""
    because: str
    by_editor: bool
    rule: str = ""
    """The rule that chose the value used, where the editor's date or verdict chooses none."""
    zones: tuple[str, ...] = ()
    """Two time zones that alone may explain dates a day apart, the one of the earlier date first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened, or is said to have, or may yet; or a claim that nobody dates."""

    id: str
    title: str
    status: Status
    place: Place
    dek: str = ""
    """One or two sentences, plain text, for the head of its page and for machines; may be empty."""
    stated_date: Words | None = None
    """The editor's own date, EDTF or a phrase that needs no anchor; None leaves it to the citations."""
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    """A withdrawn event keeps its address, and is on no list."""
    aliases: tuple[str, ...] = ()
    """Old addresses, relative to the site's root, that must go on working."""
    draft: bool = False
    media: tuple[Medium, ...] = ()
    body: str = ""
    """Markdown."""
    body_line: int = 1
    """The line of the file on which the body begins."""
    unread: frozenset[str] = frozenset()
    """Keys that are typed but could not be read; what is missing for that has its problem already."""
    typed: Typed = ()
    date: Reading | None = None
    """Found by `reconcile`: the one reading the timeline goes by; None is undated."""
    disagreements: tuple[Disagreement, ...] = ()
    """Found by `reconcile`."""

    def at(self, key: str) -> Place:
        """Where the value of this key is typed; the file, where it is not."""
        return dict(self.typed).get(key, self.place)

    @property
    def wants_citations(self) -> bool:
        """Whether its citations are not all there, or not what they will be.

        The fault is told, and what follows from it is not.
        """
        uncited = not self.citations and not self.draft and self.withdrawn is None
        return uncited or "citations" in self.unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that is cited (field names from CSL-JSON where it has one)."""

    id: str
    title: str
    place: Place
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
    typed: Typed = ()

    def at(self, key: str) -> Place:
        """Where the value of this key is typed; the file, where it is not."""
        return dict(self.typed).get(key, self.place)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay:
    """A page of the author's own, from `content/pages/`."""

    id: str
    title: str
    place: Place
    dek: str = ""
    media: tuple[Medium, ...] = ()
    body: str = ""
    body_line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What `site.py` declares."""

    title: str
    url: str
    """The published address with its path, `https://user.github.io/repo/`; ends with a slash."""
    dek: str = ""
    """A paragraph under the title."""
    language: str = "en"
    author: str = ""
    license: str = ""
    theme: Theme = "editorial"
    theme_options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Accent, density, scheme, date order, fonts: see `options`."""
    date_order: DateOrder = "day-month"
    hemisphere: Hemisphere = "north"
    fiscal: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By actor, or under "" for all others, the month and day on which a fiscal year begins: `10-01`."""
    content: str = "content"
    output: str = "build"
    snapshots: str = "snapshots"
    cname: str = ""
    """A domain of the author's own that GitHub Pages serves the site at: `timeline.example.org`."""
    share_pictures: bool = True
    """Whether a picture for sharing is drawn for the site and for each event."""
    share_font: str = ""
    """A font file of the site's, for titles in letters that ours do not have: `fonts/NotoSansJP.otf`."""
    variables: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """For template overrides: `site.variables.name`."""

    def run(self, arguments: Sequence[str] | None = None) -> int:
        """Do what the command line asks of this site, as `dateline` would; returns the exit code."""
        # The one import that goes up, so that `python site.py build` works without a second file.
        from dateline.cli import main

        started = getattr(sys.modules["__main__"], "__file__", None)
        return main(arguments, root=Path(started).resolve().parent if started else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """The picture that other sites show beside a link to a page."""

    target: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A whole site, read, checked and reconciled; what pages are planned from."""

    site: Site
    events: tuple[Event, ...]
    """In order of time; undated ones last, in order of id. Drafts are left out of a published one."""
    sources: tuple[Source, ...]
    """In order of id."""
    essays: tuple[Essay, ...] = ()
    withdrawn: tuple[Event, ...] = ()
    """Events that were taken back, in order of id; none of them is among `events`."""
    snapshots: tuple[tuple[str, str, int], ...] = ()
    """(source id, sha256, characters) of every snapshot that is at hand or in the lock."""
    drafts: int = 0
    """How many events were left out for being drafts."""
    left_out: tuple[tuple[str, str], ...] = ()
    """(path, id) of each of them."""
    awaited: tuple[str, ...] = ()
    """Ids of sources that drafts cite."""
    unread: frozenset[str] = frozenset()
    """Ids of files that could not be read, and of events whose citations could not; all that is told."""
    unread_pages: tuple[tuple[str, str], ...] = ()
    """(path, target) of pages whose files could not be read, which is told: a link there is not at fault."""
    shelf: Shelf = field(default_factory=Shelf)
    """What was made of the author's pictures and recordings."""
    shared: Mapping[str, Shared] = field(default_factory=lambda: MappingProxyType({}))
    """The pictures for sharing, by the target of the page that each is drawn for; "" is the site's."""
    root: Path | None = None
    tongue: Tongue = ENGLISH
    """What its pages speak to their readers."""

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Of all events, in the events' order."""
        return tuple(d for event in self.events for d in event.disagreements)

    def source(self, id: str) -> Source:
        """The source with this id; KeyError when there is none."""
        for source in self.sources:
            if source.id == id:
                return source
        raise KeyError(id)
