"""`citations.lock`: what every quotation was compared with, where it stood, and when.

It vouches for quotations where the private snapshots are not at hand. `lockfile` writes and reads it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from types import MappingProxyType

from dateline.evidence.fragments import fragment
from dateline.evidence.matching import holds
from dateline.evidence.searched import Text
from dateline.kept import Kept
from dateline.model import Citation, Event, Match, Snapshot
from dateline.problems import Place, Problem, Problems, warning
from dateline.text import FOLDING

RENEW = 'Run "dateline lock".'
_CLEAR = 'Run "dateline lock", which removes'


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedSnapshot:
    """The copy of a source that its quotations were compared with."""

    sha256: str
    """Of the file's raw bytes, 64 hex digits."""
    characters: int
    """The length of its text."""
    extraction: int = 0
    """By which version its text was taken from HTML (see `Snapshot`); 0 for a text as it was saved."""
    line: int = field(default=0, compare=False)
    """Where it stands in the lock; 0 when it was not read from one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LockedCitation:
    """Where a quotation was found. Without `match` it is a citation of `says` words alone."""

    source: str
    verified: str
    """YYYY-MM-DD."""
    match: Match | None = None
    start: int = 0
    end: int = 0
    """Character offsets into the snapshot's text, half-open."""
    fragment: str = ""
    """For a link to the passage (see `fragments`); empty where none is safe."""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """A lock file's content; an empty one vouches for nothing."""

    snapshots: Mapping[str, LockedSnapshot] = field(default_factory=lambda: MappingProxyType({}))
    """By source id."""
    citations: Mapping[str, LockedCitation] = field(default_factory=lambda: MappingProxyType({}))
    """By `key`: event id, slash, digest."""
    folding: int = FOLDING
    """The version of `text.fold` by which the quotations were found."""
    path: str = "citations.lock"
    unread: bool = False
    """Whether there is one that could not be read, which has its problem."""
    _of_events: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keys: dict[str, list[str]] = {}
        for each in self.citations:
            keys.setdefault(each.rpartition("/")[0], []).append(each)
        object.__setattr__(self, "_of_events", {event: tuple(of) for event, of in keys.items()})

    def of_event(self, id: str) -> tuple[str, ...]:
        """The keys of an event's entries."""
        return self._of_events.get(id, ())

    def without(self, sources: Collection[str]) -> Lock:
        """The lock without what it says of these sources."""
        return replace(
            self,
            snapshots={id: each for id, each in self.snapshots.items() if id not in sources},
            citations={key: each for key, each in self.citations.items() if each.source not in sources},
        )


def key(event: str, citation: Citation) -> str:
    """The name of a citation's entry: it changes with any word that the lock vouches for."""
    quote = citation.quote.text if citation.quote else ""
    vouched = f"{citation.source}\0{quote}\0{citation.prefix}\0{citation.suffix}"
    for each in citation.says:
        vouched += f"\0{each.field}\0{each.words.text}"
    return f"{event}/{sha256(vouched.encode('utf-8', 'replace')).hexdigest()[:10]}"


def _named(event: Event) -> dict[str, Citation]:
    return {key(event.id, citation): citation for citation in event.citations if needs_entry(citation)}


def needs_entry(citation: Citation) -> bool:
    """Whether a citation holds words of the source's that somebody must vouch for."""
    return citation.quote is not None or bool(citation.says)


def edited(event: str, keys: Collection[str], lock: Lock) -> frozenset[str]:
    """Sources of which an event has a locked citation that its citations (their keys) no longer hold."""
    return frozenset(lock.citations[each].source for each in lock.of_event(event) if each not in keys)


def check(
    events: Sequence[Event], lock: Lock, unread: Collection[str] = (), kept: Kept | None = None
) -> Problems:
    """Citations of verified events that the lock does not hold yet, and entries that belong to none.

    `unread` are ids of events whose citations could not be read, so that nobody can tell. A citation that
    failed has its problem already.
    """
    new: list[Citation] = []
    claimed: set[str] = set()
    if not lock.citations:
        return _nothing_locked(events, lock)
    for event, named in zip(events, (kept or Kept()).each(_named, zip(events), _named), strict=True):
        claimed.update(named)
        if lock.citations.keys() >= named.keys():
            continue
        changed = edited(event.id, named, lock)
        unlocked = [
            citation
            for name, citation in named.items()
            if name not in lock.citations and (citation.verification or citation.quote is None)
        ]
        new += (each for each in unlocked if each.source not in changed)
        told = {citation.source for name, citation in named.items() if name not in lock.citations} & changed
        claimed.update(each for each in lock.of_event(event.id) if lock.citations[each].source in told)
    orphans = [
        name for name in lock.citations if name not in claimed and name.rpartition("/")[0] not in unread
    ]
    fresh = {name.rpartition("/")[2]: name for name in claimed if name not in lock.citations}
    return (*_unlocked(new, lock), *_orphaned(orphans, fresh, lock))


def _nothing_locked(events: Iterable[Event], lock: Lock) -> Problems:
    """One warning for a site with no lock, or one that is still empty; not one for each citation."""
    if lock.unread or not any(citation.verification for event in events for citation in event.citations):
        return ()
    message = "the lock holds no quotation yet: all are verified only on this machine."
    return (warning(Place(lock.path), message, RENEW),)


def _unlocked(new: Sequence[Citation], lock: Lock) -> Problems:
    """One warning, however many are new: one command mends them all."""
    if not new:
        return ()
    if len(new) > 1:
        return (warning(Place(lock.path), f"{len(new)} citations are not in the lock yet.", RENEW),)
    place = new[0].quote.place if new[0].quote else new[0].place
    return (warning(place, f"{lock.path} does not hold this citation yet.", RENEW),)


def _orphaned(names: Sequence[str], fresh: Mapping[str, str], lock: Lock) -> Problems:
    """One error, at the first, however many belong to nothing: one command mends them all.

    `fresh` are the entries that the lock lacks, by their digests, which a renamed event keeps.
    """
    if not names:
        return ()
    place = Place(lock.path, lock.citations[names[0]].line)
    if all(name.rpartition("/")[2] in fresh for name in names):
        old, _, digest = names[0].rpartition("/")
        message = f'the entries of "{old}" belong to "{fresh[digest].rpartition("/")[0]}": it was renamed.'
        hint = f"{RENEW} If it was published, keep the old address: aliases: [events/{old}/]."
        return (Problem(place, message, hint),)
    if len(names) == 1:
        message = f'no citation belongs to the entry "{names[0]}": it was deleted or edited.'
        return (Problem(place, message, f"{_CLEAR} the entry."),)
    more = f"and {len(names) - 1} more: they were deleted or edited."
    message = f'no citation belongs to the entry "{names[0]}" {more}'
    return (Problem(place, message, f"{_CLEAR} the entries."),)


def is_reminder(problem: Problem) -> bool:
    """Whether all that is wrong is that the lock is behind."""
    return problem.severity == "warning" and problem.hint == RENEW


def renew(events: Iterable[Event], snapshots: Mapping[str, Snapshot], old: Lock, today: date) -> Lock:
    """The lock of verified events: `verified` stays where nothing changed, and orphans go.

    A citation whose snapshot is not at hand keeps its entry; one that failed has none.
    """
    texts = {id: Text(snapshot.text) for id, snapshot in snapshots.items()}
    citations: dict[str, LockedCitation] = {}
    for event in events:
        for citation in filter(needs_entry, event.citations):
            name = key(event.id, citation)
            entry = _entry(citation, texts, old.citations.get(name))
            if entry is not None:
                citations[name] = _dated(entry, old, name, snapshots, today)
    cited = {entry.source for entry in citations.values()}
    at_hand = {
        id: LockedSnapshot(
            sha256=snapshot.sha256, characters=len(snapshot.text), extraction=snapshot.extraction
        )
        for id, snapshot in snapshots.items()
    }
    known = {**old.snapshots, **at_hand}
    unseen = any(entry.source not in snapshots for entry in citations.values())
    return Lock(
        folding=old.folding if unseen else FOLDING,
        snapshots={id: known[id] for id in sorted(cited) if id in known},
        citations=dict(sorted(citations.items())),
        path=old.path,
    )


def _entry(
    citation: Citation, texts: Mapping[str, Text], old: LockedCitation | None
) -> LockedCitation | None:
    if citation.source not in texts:
        return old
    found = citation.verification
    text = texts[citation.source]
    if found is not None and citation.quote is not None:
        return LockedCitation(
            source=citation.source,
            verified="",
            match=found.match,
            start=found.start,
            end=found.end,
            fragment=fragment(citation.quote.text, text, found.start, found.end),
        )
    if citation.quote is None and all(holds(each.words.text, text) for each in citation.says):
        return LockedCitation(source=citation.source, verified="")
    return None


def _dated(
    entry: LockedCitation, old: Lock, name: str, snapshots: Mapping[str, Snapshot], today: date
) -> LockedCitation:
    """With the day on which it was verified: the old one where nothing changed."""
    if entry.verified:
        return entry
    before, copy = old.citations.get(name), old.snapshots.get(entry.source)
    same = copy is not None and copy.sha256 == snapshots[entry.source].sha256
    if before is not None and same and replace(before, verified="", fragment=entry.fragment) == entry:
        return replace(before, fragment=entry.fragment)
    return replace(entry, verified=today.isoformat())
