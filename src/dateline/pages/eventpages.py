"""The pages of events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from dateline import addresses
from dateline.formats import jsonld
from dateline.model import Event, Shared
from dateline.pages.desk import Desk
from dateline.pages.eventviews import (
    Neighbour,
    correction,
    description,
    neighbour,
    origins,
    reading_rows,
)
from dateline.pages.planner import Page, Planner
from dateline.problems import Problems


def events(planner: Planner) -> Iterator[Page]:
    """One page an event, with its neighbours in time."""
    events = tuple(entry.event for entry in planner.told)
    gaps = tuple(entry.gap for entry in planner.told)
    pictures = (planner.picture(addresses.event(event.id)) for event in events)
    turns = zip(events, (None, *events), (*events[1:], None), gaps, (*gaps[1:], ""), pictures, strict=False)
    made = planner.kept.each(partial(_told_event, planner), turns, _event, planner.common)
    for page, problems in made:
        planner.bodies.tell(problems)
        yield page


def _told_event(
    planner: Planner,
    event: Event,
    before: Event | None,
    after: Event | None,
    gap: str,
    next_gap: str,
    picture: Shared | None,
) -> tuple[Page, Problems]:
    """The event's page, and what is wrong in its text: that is told by every build."""
    beside = partial(_beside, before, after, gap, next_gap, planner.desk)
    page = _event(event, beside, planner)
    return page, planner.bodies.faults(event, addresses.event(event.id))


def _beside(
    before: Event | None, after: Event | None, gap: str, next_gap: str, desk: Desk
) -> dict[str, Neighbour | None]:
    return {"before": neighbour(before, desk, gap), "after": neighbour(after, desk, next_gap)}


def _event(event: Event, beside: Callable[[], Mapping[str, Any]], planner: Planner) -> Page:
    view = planner.desk.event(event)
    body = planner.bodies.event(event, view.target)
    shown = planner.shown(event, view.target)
    return planner.page(
        view.target,
        "event",
        title=event.title,
        description=description(event, view.date.label, planner.timeline.tongue),
        event=view,
        shown=shown,
        cited=frozenset(number for block in body.blocks for number in block.cites),
        figure=planner.figure(event),
        readings=reading_rows(event, planner.desk),
        editor_because=next((r.because for r in event.resolutions if r.field == "date"), ""),
        origins=origins(event, planner.timeline),
        corrections=[correction(record, event, planner.desk) for record in event.corrections],
        coins=planner.coins(citation.source for citation in event.citations),
        json_ld=planner.pictured(jsonld.event(event, planner.timeline), shown, view.target),
        **beside(),
    )
