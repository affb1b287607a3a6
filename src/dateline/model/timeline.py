"""A whole site as pages are planned from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from dateline.media import Shelf
from dateline.model.disagreement import Disagreement
from dateline.model.essay import Essay
from dateline.model.event import Event
from dateline.model.settings import Site
from dateline.model.source import Source
from dateline.tongue import ENGLISH, Tongue


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
