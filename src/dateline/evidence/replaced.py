"""A copy that is not the locked one: one message a source, with all of its quotations that fail in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.evidence import misquotes
from dateline.evidence.lock import Lock, key
from dateline.model import Citation, Event, Snapshot
from dateline.problems import Place, Problem, Problems


def gathered(
    problems: Sequence[Problem], events: Iterable[Event], snapshots: Mapping[str, Snapshot], lock: Lock
) -> Problems:
    """What `verify` found of these events; what fails in a new copy is told in the one message about it.

    `dateline lock`, which compares without the lock's entries, tells each with the passage nearest to it.
    """
    replaced = [copy for copy in snapshots.values() if _is_replaced(copy, lock)]
    lost = _lost(problems, events, {copy.source for copy in replaced}, lock) if replaced else {}
    leads = {
        misquotes.changed_copy(lock, copy): misquotes.changed_copy(lock, copy, gone)
        for copy in replaced
        if (gone := tuple(dict.fromkeys(begins for source, begins in lost.values() if source == copy.source)))
    }
    return tuple(leads.get(problem, problem) for problem in problems if problem.place not in lost)


def _is_replaced(copy: Snapshot, lock: Lock) -> bool:
    locked = lock.snapshots.get(copy.source)
    return locked is not None and locked.sha256 != copy.sha256


def _lost(
    problems: Iterable[Problem], events: Iterable[Event], replaced: set[str], lock: Lock
) -> dict[Place, tuple[str, Place]]:
    """Where words of a locked citation of these sources fail: the source, and where the citation begins."""
    of_citation = {
        place: (citation.source, citation.place)
        for event in events
        for citation in event.citations
        if citation.source in replaced and key(event.id, citation) in lock.citations
        for place in _places(citation)
    }
    return {problem.place: of_citation[problem.place] for problem in problems if problem.place in of_citation}


def _places(citation: Citation) -> tuple[Place, ...]:
    quoted = (citation.quote.place,) if citation.quote else ()
    return (*quoted, *(statement.words.place for statement in citation.says))
