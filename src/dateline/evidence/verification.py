"""Quotations against snapshots: is each there, how exactly, and if not, what is nearest?

With a snapshot at hand a quotation is compared afresh; without one the lock vouches for it, as long as
both still hold the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from dateline.evidence import misquotes
from dateline.evidence.beside import negation_beside
from dateline.evidence.cutting import cuts
from dateline.evidence.lock import Lock, LockedCitation, edited, key, needs_entry
from dateline.evidence.matching import Found, Several, Why, holds, search
from dateline.evidence.nearest import Nearest, nearest
from dateline.evidence.pieces import fault_between
from dateline.evidence.searched import Text
from dateline.model import Citation, Event, Snapshot, Verification
from dateline.problems import Place, Problem, Problems
from dateline.text import FOLDING

__all__ = ["Found", "Missing", "Several", "Text", "find", "verify"]


@dataclass(frozen=True, slots=True)
class Missing:
    """The quotation is not in the text, or may not be published so; see `matching.Unfound` for why."""

    nearest: Nearest | None
    why: Why = "absent"


def find(quote: str, text: str | Text, *, prefix: str = "", suffix: str = "") -> Found | Missing | Several:
    """Where a quotation stands in a source's text.

    Pass a `Text` to look for several quotations in one source. `prefix` and `suffix` are words directly
    before and after, for a quotation that stands there more than once, or is shorter than three words and
    not in quotation marks in the source. Likeness never makes a match; it only fills `Missing.nearest`.
    """
    source = text if isinstance(text, Text) else Text(text)
    outcome = search(quote, source, prefix, suffix)
    if isinstance(outcome, Found | Several):
        return outcome
    return Missing(nearest(quote, source), outcome.why)


def verify(
    event: Event, snapshots: Mapping[str, Snapshot], lock: Lock, sources: Collection[str] | None = None
) -> tuple[Event, Problems]:
    """The event with each citation's verification, and every quotation that could not be verified.

    The words of `says` must stand in the source too. `snapshots` is by source id. Where `sources` names
    those that exist, a citation of another is passed over: that there is none is told elsewhere. Of an event
    with a citation of the wrong source the citations count as unread.
    """
    keys = [key(event.id, citation) for citation in event.citations]
    changed = edited(event.id, keys, lock)
    citations: list[Citation] = []
    problems: list[Problem] = []
    astray = False
    for citation, name in zip(event.citations, keys, strict=True):
        unknown = sources is not None and citation.source not in sources
        astray = astray or unknown
        if unknown or not needs_entry(citation):
            citations.append(citation)
            continue
        snapshot, entry = snapshots.get(citation.source), lock.citations.get(name)
        if snapshot and entry and _is_as_locked(citation, entry, snapshot, lock):
            verification = _verification(snapshot, entry)
        else:
            case = _Case(citation, name, lock, entry, citation.source in changed)
            verification, found = _afresh(case, snapshot, snapshots) if snapshot else _by_lock(case)
            problems += found
            astray = astray or (bool(snapshot and found) and bool(_elsewhere(citation, snapshots)))
        citations.append(_with(citation, "verification", verification) if verification else citation)
        if snapshot and verification:
            problems += _turned_round(citation, snapshot.text, verification)
    verified = _with(event, "citations", tuple(citations))
    return _with(verified, "unread", event.unread | {"citations"}) if astray else verified, tuple(problems)


Record = TypeVar("Record", Event, Citation)


def _with(record: Record, name: str, value: object) -> Record:
    """As `replace` has it, but without `__init__`, in which a check would spend a third of its time."""
    read, members = _MEMBERS[type(record)]
    made: Record = object.__new__(type(record))
    for write, kept in zip(members.values(), read(record), strict=True):
        write(made, kept)
    members[name](made, value)
    return made


_Members = tuple[Callable[[object], tuple[object, ...]], Mapping[str, Callable[..., Any]]]


def _members(kind: type) -> _Members:
    """What reads all fields of such a record at once, and what writes each: the members of its slots."""
    names = [field.name for field in fields(kind)]
    return attrgetter(*names), {name: getattr(kind, name).__set__ for name in names}


_MEMBERS: Mapping[type, _Members] = {kind: _members(kind) for kind in (Event, Citation)}


class _Case(NamedTuple):
    citation: Citation
    key: str
    lock: Lock
    entry: LockedCitation | None
    edited: bool
    """Whether the lock holds other words of this event from this source, which are no longer there."""

    @property
    def place(self) -> Place:
        return self.citation.quote.place if self.citation.quote else self.citation.place

    @property
    def damaged(self) -> bool:
        """Whether the lock has an entry of this name that cannot be this citation's."""
        return self.entry is not None and not _belongs(self.entry, self.citation)


def _belongs(entry: LockedCitation, citation: Citation) -> bool:
    return entry.source == citation.source and (entry.match is None) == (citation.quote is None)


_Verified = tuple[Verification | None, Problems]


def _by_lock(case: _Case) -> _Verified:
    """What the lock vouches for, where there is no snapshot to compare with."""
    source, entry = case.citation.source, case.entry
    copy = case.lock.snapshots.get(source)
    if entry is None:
        told = misquotes.edited if case.edited else misquotes.nobody_vouches
        return None, (told(case.place, source, case.lock.path),)
    if copy is None or case.damaged:
        return None, (misquotes.broken_entry(case.place, case.key, case.lock.path),)
    if entry.match is None:
        return None, ()
    return (
        Verification(
            match=entry.match,
            start=entry.start,
            end=entry.end,
            sha256=copy.sha256,
            verified=entry.verified,
            fresh=False,
            fragment=entry.fragment,
        ),
        (),
    )


def _afresh(case: _Case, snapshot: Snapshot, snapshots: Mapping[str, Snapshot]) -> _Verified:
    """What comparing with the snapshot shows, and whether the lock still agrees with it."""
    if case.damaged:
        return None, (misquotes.broken_entry(case.place, case.key, case.lock.path),)
    copy = case.lock.snapshots.get(snapshot.source)
    same_copy = copy is not None and copy.sha256 == snapshot.sha256
    found, problems = _found(case.citation, snapshot, snapshots)
    holder = (
        next(iter(_elsewhere(case.citation, snapshots)), snapshot.source) if problems else snapshot.source
    )
    problems += _unsaid(case.citation, snapshots[holder])
    if case.entry is not None and copy is not None and not same_copy:
        problems += (misquotes.changed_copy(case.lock, snapshot),)
    if problems:
        return None, problems
    if case.entry is not None and copy is not None and copy.extraction != snapshot.extraction:
        return _verification(snapshot, found), (misquotes.extracted_anew(case.lock, snapshot),)
    if case.entry is not None and case.lock.folding != FOLDING:
        return _verification(snapshot, found), (misquotes.compared_anew(case.lock),)
    if case.entry is None and case.edited:
        return _verification(snapshot, found), (misquotes.edited_afresh(case.place, case.lock.path),)
    if case.entry is not None and same_copy and found is not None:
        if found != Found(case.entry.match or found.match, case.entry.start, case.entry.end):
            return None, (misquotes.moved(case.place, snapshot.source, case.entry, found, case.lock.path),)
        return _verification(snapshot, case.entry), ()
    return _verification(snapshot, found), ()


def _is_as_locked(citation: Citation, entry: LockedCitation, snapshot: Snapshot, lock: Lock) -> bool:
    """Whether the very passage that the lock names in this copy still answers to the quotation.

    In the same copy of the source that is all there is to ask, and a thousand times quicker than a search.
    """
    copy, quote = lock.snapshots.get(citation.source), citation.quote
    if copy is None or copy.sha256 != snapshot.sha256:
        return False
    if copy.extraction != snapshot.extraction or lock.folding != FOLDING:
        return False
    if quote is None or entry.match is None:
        return _belongs(entry, citation)
    if entry.source != citation.source:
        return False
    typed, passage = quote.text.strip(), snapshot.text[entry.start : entry.end]
    if entry.match == "exact" or typed == passage:
        return entry.match == "exact" and typed == passage
    if entry.match == "typographic" and _plainly(typed) == _plainly(passage):
        return True
    return search(typed, Text(f"“{passage}”")) == Found(entry.match, 1, len(passage) + 1)


def _plainly(text: str) -> str:
    """The commonest half of folding: what it makes alike is alike; what it does not is looked at closely."""
    for mark, plain in _PLAINLY:
        text = text.replace(mark, plain)
    return text


_PLAINLY = (*((mark, "'") for mark in '“”‘’"'), ("—", "-"), ("–", "-"), ("\u00a0", " "), ("\n", " "))


def _verification(snapshot: Snapshot, found: Found | LockedCitation | None) -> Verification | None:
    if found is None or found.match is None:
        return None
    return Verification(
        match=found.match,
        start=found.start,
        end=found.end,
        sha256=snapshot.sha256,
        verified=found.verified if isinstance(found, LockedCitation) else "",
        fresh=True,
        fragment=found.fragment if isinstance(found, LockedCitation) else "",
    )


def _found(
    citation: Citation, snapshot: Snapshot, snapshots: Mapping[str, Snapshot]
) -> tuple[Found | None, Problems]:
    if citation.quote is None:
        return None, ()
    text = _text(snapshot)
    outcome = find(citation.quote.text, text, prefix=citation.prefix, suffix=citation.suffix)
    if isinstance(outcome, Found):
        return outcome, ()
    if isinstance(outcome, Several):
        return None, (misquotes.several(citation, citation.quote, outcome, text),)
    if outcome.nearest and _is_cut(citation.quote.text.strip(), outcome.nearest, text.raw):
        return None, (misquotes.cut(citation, citation.quote, outcome.nearest, text),)
    if outcome.why == "absent":
        elsewhere = _elsewhere(citation, snapshots)
        if not elsewhere and (fault := fault_between(citation.quote.text, text)):
            return None, (misquotes.between(citation, citation.quote, fault),)
        return None, (misquotes.absent(citation, citation.quote, outcome.nearest, elsewhere, text),)
    return None, (misquotes.unpublishable(citation, citation.quote, outcome.why, outcome.nearest, text),)


def _elsewhere(citation: Citation, snapshots: Mapping[str, Snapshot]) -> list[str]:
    """The sources that hold a quotation which its own does not."""
    if citation.quote is None or holds(citation.quote.text, _text(snapshots[citation.source])):
        return []
    others = (id for id in snapshots if id != citation.source)
    return [id for id in others if holds(citation.quote.text, _text(snapshots[id]))]


def _is_cut(quote: str, near: Nearest, raw: str) -> bool:
    """Whether the words are all there, but begin or end inside a word or a number of the source's."""
    begins = quote[0].isalnum() and cuts(raw, near.offset)
    ends = quote[-1].isalnum() and cuts(raw, near.offset + len(near.passage))
    return not near.differences and (begins or ends)


def _turned_round(citation: Citation, text: str, verified: Verification) -> Problems:
    """A negation that the quotation cuts off, unless prefix or suffix shows that the editor saw it."""
    before, after = negation_beside(text, verified.start, verified.end)
    cut = (before if not citation.prefix else "") or (after if not citation.suffix else "")
    return (misquotes.turned_round(citation, citation.quote, cut),) if cut and citation.quote else ()


def _unsaid(citation: Citation, snapshot: Snapshot) -> Problems:
    """The words that a citation puts into a source's mouth, and that are not there."""
    text = _text(snapshot)
    return tuple(
        misquotes.unsaid(each.words, snapshot.source, nearest(each.words.text, text))
        for each in citation.says
        if not holds(each.words.text, text)
    )


@lru_cache(maxsize=1024)
def _text(snapshot: Snapshot) -> Text:
    return Text(snapshot.text)
