"""Quotations against snapshots: is each there, how exactly, and if not, what is nearest?

With a snapshot at hand a quotation is compared afresh; without one the lock vouches for it, as long as
both still hold the same words.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import NamedTuple

from dateline.evidence import misquotes
from dateline.evidence.lock import Lock, LockedCitation, edited, key, needs_entry
from dateline.evidence.matching import Found, Several, Text, Why, holds, negation_beside, search
from dateline.evidence.nearest import Nearest, nearest
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
    those that exist, a citation of another is passed over: that there is none is told elsewhere.
    """
    keys = [key(event.id, citation) for citation in event.citations]
    changed = edited(event.id, keys, lock)
    citations: list[Citation] = []
    problems: list[Problem] = []
    for citation, name in zip(event.citations, keys, strict=True):
        if not needs_entry(citation) or (sources is not None and citation.source not in sources):
            citations.append(citation)
            continue
        case = _Case(citation, name, lock, lock.citations.get(name), citation.source in changed)
        snapshot = snapshots.get(citation.source)
        verification, found = _afresh(case, snapshot, snapshots) if snapshot else _by_lock(case)
        citations.append(_with(citation, verification))
        problems += found
        if snapshot and verification:
            problems += _turned_round(citation, snapshot.text, verification)
    return replace(event, citations=tuple(citations)), tuple(problems)


_MEMBERS = tuple((each.name, getattr(Citation, each.name)) for each in fields(Citation))


def _with(citation: Citation, verification: Verification | None) -> Citation:
    """As `replace` has it, but without `__init__`, in which a check would spend a third of its time."""
    made: Citation = object.__new__(Citation)
    for name, member in _MEMBERS:
        member.__set__(made, verification if name == "verification" else member.__get__(citation))
    return made


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
        if self.entry is None:
            return False
        other_source = self.entry.source != self.citation.source
        return other_source or (self.entry.match is None) != (self.citation.quote is None)


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
    if same_copy and case.lock.folding == FOLDING and _stands_as_locked(case, snapshot):
        return _verification(case, snapshot, case.entry), ()
    found, problems = _found(case.citation, snapshot, snapshots)
    problems += _unsaid(case.citation, _text(snapshot))
    if case.entry is not None and copy is not None and not same_copy:
        problems += (misquotes.changed_copy(case.lock, snapshot),)
    if problems:
        return None, problems
    if case.entry is None and case.edited:
        return _verification(case, snapshot, found), (misquotes.edited_afresh(case.place, case.lock.path),)
    if case.entry is not None and same_copy and found is not None:
        if found != Found(case.entry.match or found.match, case.entry.start, case.entry.end):
            return None, (misquotes.moved(case.place, snapshot.source, case.entry, found, case.lock.path),)
        return _verification(case, snapshot, case.entry), ()
    return _verification(case, snapshot, found), ()


def _stands_as_locked(case: _Case, snapshot: Snapshot) -> bool:
    """Whether the very passage that the lock names still answers to the quotation.

    In the same copy of the source that is all there is to ask, and a thousand times quicker than a search.
    """
    entry, quote = case.entry, case.citation.quote
    if entry is None:
        return False
    if quote is None or entry.match is None:
        return True
    typed, passage = quote.text.strip(), snapshot.text[entry.start : entry.end]
    if entry.match == "exact" or typed == passage:
        return entry.match == "exact" and typed == passage
    if entry.match == "typographic" and typed.translate(_PLAINLY) == passage.translate(_PLAINLY):
        return True
    return search(typed, Text(f"“{passage}”")) == Found(entry.match, 1, len(passage) + 1)


_PLAINLY: Mapping[int, str] = {
    **dict.fromkeys(map(ord, '“”‘’"'), "'"),
    **dict.fromkeys(map(ord, "—–"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\n"), " "),
}
"""The commonest half of folding: what it makes alike is alike; what it does not is looked at closely."""


def _verification(
    case: _Case, snapshot: Snapshot, found: Found | LockedCitation | None
) -> Verification | None:
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
    if outcome.why == "absent":
        others = [_text(each) for id, each in snapshots.items() if id != citation.source]
        names = [id for id in snapshots if id != citation.source]
        elsewhere = [id for id, each in zip(names, others, strict=True) if holds(citation.quote.text, each)]
        return None, (misquotes.absent(citation, citation.quote, outcome.nearest, elsewhere),)
    return None, (misquotes.unpublishable(citation, citation.quote, outcome.why, outcome.nearest, text),)


def _turned_round(citation: Citation, text: str, verified: Verification) -> Problems:
    """A negation that the quotation cuts off, unless prefix or suffix shows that the editor saw it."""
    before, after = negation_beside(text, verified.start, verified.end)
    cut = (before if not citation.prefix else "") or (after if not citation.suffix else "")
    return (misquotes.turned_round(citation, citation.quote, cut),) if cut and citation.quote else ()


def _unsaid(citation: Citation, text: Text) -> Problems:
    """The words that a citation puts into its source's mouth, and that are not there."""
    return tuple(
        misquotes.unsaid(each.words, citation.source, nearest(each.words.text, text))
        for each in citation.says
        if not holds(each.words.text, text)
    )


@lru_cache(maxsize=1024)
def _text(snapshot: Snapshot) -> Text:
    return Text(snapshot.text)
