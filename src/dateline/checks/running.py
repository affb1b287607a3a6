"""Tables of checks, each from a timeline to its problems.

To add one, write the function and put it in the table that it belongs to, below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Final

from dateline.checks.citations import cited_events, known_sources
from dateline.checks.claims import one_thing_an_address
from dateline.checks.names import one_spelling
from dateline.checks.sources import (
    cited_sources,
    explained_publication,
    published_when_read,
    sound_origins,
)
from dateline.checks.statuses import supported_status
from dateline.checks.verdicts import needed_resolutions
from dateline.kept import Kept, digest
from dateline.model import Event, Timeline
from dateline.problems import Problems, in_order

Check = Callable[[Timeline], Problems]


def run(timeline: Timeline, kept: Kept | None = None) -> Problems:
    """Everything that every check finds, in order of place."""
    kept = kept or Kept()
    beside = (*timeline.sources, *timeline.essays)
    known = kept.token(timeline.unread, *timeline.sources)
    of_one = kept.each(partial(_of_one, timeline), zip(timeline.events), run, known)
    told = kept.each(_names, zip((*timeline.events, *timeline.withdrawn)), _names)
    key = (run, len(timeline.events), *told, kept.token(*beside))
    of_names = kept.under(key, lambda: _found(OF_NAMES, timeline))
    return in_order(
        (*(problem for found in of_one for problem in found), *of_names, *_found(OF_ALL, timeline))
    )


def _found(checks: Iterable[Check], timeline: Timeline) -> Problems:
    return tuple(problem for check in checks for problem in check(timeline))


def _of_one(timeline: Timeline, event: Event) -> Problems:
    return _found(OF_ONE, replace(timeline, events=(event,)))


def _names(event: Event) -> bytes:
    """What the checks of names see of an event: the same for two that differ in nothing else."""
    keys = ("aliases", "actors", "tags", "places")
    named = ((getattr(event, key), event.at(key)) for key in keys)
    return digest(event.id, event.place, *named)


OF_ONE: Final[tuple[Check, ...]] = (known_sources, cited_events, needed_resolutions, supported_status)
"""What is found of an event is found of it alone, whatever the others are."""
OF_NAMES: Final[tuple[Check, ...]] = (one_spelling, one_thing_an_address)
"""These see the ids, names, aliases and places of all records, and nothing else of the events."""
OF_ALL: Final[tuple[Check, ...]] = (
    cited_sources,
    sound_origins,
    explained_publication,
    published_when_read,
)
