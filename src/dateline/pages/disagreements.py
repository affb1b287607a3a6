"""The page of everything on which sources differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline import addresses
from dateline.later import Later
from dateline.model import Event, Relation
from dateline.pages.desk import Desk
from dateline.pages.planner import Page, Planner
from dateline.pages.views import DisagreementView, EventView

Differing = tuple[EventView, tuple[DisagreementView, ...]]
"""An event, and some of the points on which its sources differ."""


def disagreements(planner: Planner) -> Iterator[Page]:
    """One page, with every point."""
    held = [event for event in planner.timeline.events if event.disagreements]
    made_of = (planner.kept.token(*held),)
    yield planner.keep(_disputes, addresses.DISAGREEMENTS, made_of, lambda: _disputes(held, planner))


def _disputes(held: Sequence[Event], planner: Planner) -> Page:
    """The contradictions come first; what is only worded differently comes last."""
    tongue = planner.timeline.tongue
    return planner.page(
        addresses.DISAGREEMENTS,
        "disagreements",
        title=tongue.gettext("Disagreements"),
        description=tongue.gettext(
            "Every point on which the sources differ, with what each of them says and the verdicts."
        ),
        nav="disagreements",
        excluding=Later(lambda: _differing(held, "disagree", planner.desk)),
        compatible=Later(lambda: _differing(held, "compatible", planner.desk)),
        told=bool(planner.timeline.events),
    )


def _differing(events: Sequence[Event], relation: Relation, desk: Desk) -> tuple[Differing, ...]:
    """The events on which sources differ in this way, each with the points on which they do."""
    views = (desk.event(event) for event in events)
    found = ((view, tuple(one for one in view.disagreements if one.relation == relation)) for view in views)
    return tuple((view, points) for view, points in found if points)
