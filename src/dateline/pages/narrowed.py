"""The timeline narrowed to one actor, one tag or one status; where that is long, over many pages as well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from dateline import addresses
from dateline.model import Event
from dateline.named import by_status
from dateline.pages.lists import narrow, opening, portion
from dateline.pages.meanings import STATUS_MEANINGS
from dateline.pages.planner import Page, Planner


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """The events of one name."""

    name: str
    target: str
    events: tuple[Event, ...]
    meaning: str = ""
    feeds: bool = True
    """Whether it can be followed by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """By what the timeline is narrowed."""

    nav: str
    target: str
    """Of the page that lists the names."""
    title: str
    told: str
    lists: tuple[_List, ...]


def _actors(planner: Planner) -> _Kind:
    tongue = planner.timeline.tongue
    told = tongue.ngettext(
        "The timeline narrowed to its one actor.",
        "The timeline narrowed to one of %(num)s actors.",
        len(planner.actors),
    )
    lists = tuple(
        _List(name=name, target=addresses.actor(name), events=events)
        for name, events in planner.actors.items()
    )
    title = tongue.gettext("Actors")
    return _Kind(nav="actors", target=addresses.ACTORS, title=title, told=told, lists=lists)


def _tags(planner: Planner) -> _Kind:
    tongue = planner.timeline.tongue
    told = tongue.ngettext(
        "The timeline narrowed to its one tag.",
        "The timeline narrowed to one of %(num)s tags.",
        len(planner.tags),
    )
    lists = tuple(
        _List(name=name, target=addresses.tag(name), events=events) for name, events in planner.tags.items()
    )
    return _Kind(nav="tags", target=addresses.TAGS, title=tongue.gettext("Tags"), told=told, lists=lists)


def _statuses(planner: Planner) -> _Kind:
    say = planner.timeline.tongue.gettext
    lists = tuple(
        _List(
            name=say(status),
            target=addresses.status(status),
            events=events,
            meaning=say(STATUS_MEANINGS[status]),
            feeds=False,
        )
        for status, events in by_status(planner.timeline).items()
    )
    told = say("The timeline narrowed to events of one status.")
    return _Kind(nav="statuses", target=addresses.STATUSES, title=say("Statuses"), told=told, lists=lists)


_KINDS: Final[tuple[Callable[[Planner], _Kind], ...]] = (_actors, _tags, _statuses)


def narrowed(planner: Planner) -> Iterator[Page]:
    """Each kind's names, and each name's events."""
    for kind in (make(planner) for make in _KINDS):
        if kind.lists:
            yield planner.page(
                kind.target,
                "names",
                title=kind.title,
                description=kind.told,
                nav=kind.nav,
                names=[(one.name, one.target, len(one.events)) for one in kind.lists],
            )
        for one in kind.lists:
            yield from _pages(planner, kind, one)


def _pages(planner: Planner, kind: _Kind, one: _List) -> Iterator[Page]:
    """The list's own page, and those of its periods where one page does not hold it."""
    paging, above = planner.narrowings.get(one.target), ((kind.title, kind.target),)
    shared: dict[str, Any] = {"nav": kind.nav}
    if one.feeds:
        shared["feeds"] = planner.feeds(one.target, one.events)
    yield planner.page(
        one.target,
        "narrowed",
        title=one.name,
        description=narrow(planner, one.name, one.events),
        heading=one.name,
        above=above,
        meaning=one.meaning,
        count=len(one.events),
        total=len(planner.timeline.events),
        **shared,
        **opening(planner, paging, one.events, one.target),
    )
    if paging is None:
        return
    for part, over in paging.walk():
        title = f"{one.name} · {part.heading}"
        yield planner.page(
            part.target,
            "narrowed",
            title=title,
            description=narrow(planner, title, part.events),
            heading=part.heading,
            above=(*above, (one.name, one.target)),
            meaning="",
            count=len(part.events),
            total=len(one.events),
            **shared,
            **portion(planner, paging, part, over),
        )
