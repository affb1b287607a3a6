"""Where there is no page, or not any more."""

from __future__ import annotations

from collections.abc import Iterator

from dateline import addresses
from dateline.pages.planner import Page, Planner


def not_found(planner: Planner) -> Iterator[Page]:
    """What a server shows for any address that is none."""
    gettext = planner.timeline.tongue.gettext
    title, description = gettext("No such page"), gettext("There is nothing at this address.")
    yield planner.page(addresses.NOT_FOUND, "404", title=title, description=description)


def aliases(planner: Planner) -> Iterator[Page]:
    """At each old address of an event, where it is now."""
    for event in (*planner.timeline.events, *planner.timeline.withdrawn):
        for alias in event.aliases:
            yield planner.page(
                alias, "moved", title=event.title, description=event.title, to=addresses.event(event.id)
            )
