"""Who and what is named on a timeline, which statuses it has, and the events of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from rapidfuzz.distance import OSA

from dateline import addresses
from dateline.model import STATUSES, Event, Status, Timeline

Named = Mapping[str, tuple[Event, ...]]
"""Events by the name of an actor or a tag."""


def by_name(timeline: Timeline, field: str) -> dict[str, tuple[Event, ...]]:
    """Events by actor or by tag, the most frequent first; names of one id count as one, as first spelt."""
    spelt: dict[str, str] = {}
    found: dict[str, list[Event]] = {}
    for event in timeline.events:
        for name in dict.fromkeys(getattr(event, field)):
            first = spelt.setdefault(addresses.name_id(name), name)
            if not found.setdefault(first, []) or found[first][-1] is not event:
                found[first].append(event)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), addresses.name_id(item[0])))
    return {name: tuple(events) for name, events in ordered}


def by_status(timeline: Timeline) -> dict[Status, tuple[Event, ...]]:
    """Events by status, the surest first; those that it has."""
    found = {status: tuple(e for e in timeline.events if e.status == status) for status in STATUSES}
    return {status: events for status, events in found.items() if events}


def by_source(timeline: Timeline) -> dict[str, tuple[Event, ...]]:
    """The events that cite each source, by its id."""
    found: dict[str, list[Event]] = {source.id: [] for source in timeline.sources}
    for event in timeline.events:
        for id in dict.fromkeys(citation.source for citation in event.citations):
            found.setdefault(id, []).append(event)
    return {id: tuple(events) for id, events in found.items()}


def naming(events: Iterable[Event], field: str, name: str) -> tuple[Event, ...]:
    """Those of the events that have this name, however it is spelt in them."""
    id = addresses.name_id(name)
    return tuple(event for event in events if id in map(addresses.name_id, getattr(event, field)))


def look_alikes(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of names of which one may be a slip for the other: a letter more, less, other or swapped.

    Short names and those with figures are often apart by one sign and yet two, so they are passed over.
    """
    slugs = {slug: name for name in names if _MAY_SLIP.fullmatch(slug := addresses.name_id(name))}
    near: dict[str, list[str]] = {}
    pairs: dict[tuple[str, str], None] = {}
    for slug in sorted(slugs):
        shortened = {slug, *(slug[:at] + slug[at + 1 :] for at in range(len(slug)))}
        for other in dict.fromkeys(each for key in sorted(shortened) for each in near.get(key, ())):
            if OSA.distance(slug, other) == 1:
                pairs[slugs[other], slugs[slug]] = None
        for key in shortened:
            near.setdefault(key, []).append(slug)
    return tuple(pairs)


_MAY_SLIP: Final = re.compile(r"[a-z-]{6,}")
