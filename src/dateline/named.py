"""Who and what is named on a timeline, and the events of each."""

from __future__ import annotations

from collections.abc import Iterable

from dateline import addresses
from dateline.model import Event, Timeline


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


def naming(events: Iterable[Event], field: str, name: str) -> tuple[Event, ...]:
    """Those of the events that have this name, however it is spelt in them."""
    id = addresses.name_id(name)
    return tuple(event for event in events if id in map(addresses.name_id, getattr(event, field)))
