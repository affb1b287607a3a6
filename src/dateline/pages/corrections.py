"""What the author had wrong: the page of corrections, and those of withdrawn events."""

from __future__ import annotations

from collections.abc import Iterator

from dateline import addresses
from dateline.pages.directory import (
    corrected,
)
from dateline.pages.eventviews import (
    correction,
    corrections_of,
)
from dateline.pages.planner import Page, Planner


def corrections(planner: Planner) -> Iterator[Page]:
    """One page, where anything was corrected."""
    if not corrected(planner.timeline):
        return
    tongue = planner.timeline.tongue
    records = [(r, event) for event in corrected(planner.timeline) for r in corrections_of(event, tongue)]
    newest_first = sorted(records, key=lambda pair: pair[0].date, reverse=True)
    yield planner.page(
        addresses.CORRECTIONS,
        "corrections",
        title=tongue.gettext("Corrections"),
        description=tongue.gettext("What was wrong on these pages, and what they say now."),
        nav="corrections",
        corrections=[correction(record, event, planner.desk) for record, event in newest_first],
    )


def withdrawn(planner: Planner) -> Iterator[Page]:
    """One page, at its old address, for each event that was taken back."""
    tongue = planner.timeline.tongue
    for event in planner.timeline.withdrawn:
        records = [correction(record, event, planner.desk) for record in corrections_of(event, tongue)]
        yield planner.page(
            addresses.event(event.id),
            "withdrawn",
            title=event.title,
            description=tongue.gettext("“%(title)s” was withdrawn.", title=event.title),
            corrections=records[:-1],
            withdrawal=records[-1],
        )
