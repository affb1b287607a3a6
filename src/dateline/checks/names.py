"""Every actor, tag and place is spelt in one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model import Event, Timeline
from dateline.problems import Problem, Problems
from dateline.text import slug


def one_spelling(timeline: Timeline) -> Problems:
    """A name has one spelling: two that differ in case or punctuation would share one address."""
    return tuple(
        problem
        for key, kind in (("actors", "actor"), ("tags", "tag"), ("places", "place"))
        for problem in _spellings(timeline.events, key, kind)
    )


def _spellings(events: Iterable[Event], key: str, kind: str) -> Iterator[Problem]:
    first: dict[str, tuple[str, Event]] = {}
    for event in sorted(events, key=lambda event: event.id):
        for name in getattr(event, key):
            spelling, where = first.setdefault(slug(name), (name, event))
            if spelling != name:
                message = f'the {kind} "{name}" is spelt "{spelling}" in {where.place.path}.'
                yield Problem(event.at(key), message, "Write one of the two everywhere.")
