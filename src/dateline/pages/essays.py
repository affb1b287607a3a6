"""The author's own pages."""

from __future__ import annotations

from collections.abc import Iterator

from dateline import addresses
from dateline.markup import plain
from dateline.pages.planner import Page, Planner


def essays(planner: Planner) -> Iterator[Page]:
    """One page an essay."""
    for essay in planner.timeline.essays:
        yield planner.page(
            addresses.essay(essay.id),
            "essay",
            title=essay.title,
            description=essay.dek or plain(essay.body) or essay.title,
            nav=essay.id,
            dek=essay.dek,
            shown=planner.shown(essay, addresses.essay(essay.id)),
        )
