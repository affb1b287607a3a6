"""Which pages a timeline has, and what each of them shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dateline.kept import Kept
from dateline.model import Timeline
from dateline.named import by_name
from dateline.pages.about import about
from dateline.pages.bodies import Bodies
from dateline.pages.corrections import corrections, withdrawn
from dateline.pages.dateviews import newest_published
from dateline.pages.deadends import dead_ends
from dateline.pages.desk import Desk
from dateline.pages.directory import (
    COLOPHON,
    MENU,
    essay_links,
    known_links,
    targets,
)
from dateline.pages.disagreements import disagreements
from dateline.pages.downloads import data
from dateline.pages.essays import essays
from dateline.pages.eventpages import events
from dateline.pages.framepages import frames
from dateline.pages.lists import LISTS
from dateline.pages.moved import aliases, not_found
from dateline.pages.narrowed import narrowed
from dateline.pages.paging import leanings, narrowings, paging_of
from dateline.pages.planner import Page, Planner
from dateline.pages.sourcepages import sources
from dateline.pages.widgets import by_page, lists
from dateline.problems import Problems


def plan(timeline: Timeline, kept: Kept | None = None) -> tuple[tuple[Page, ...], Problems]:
    """Every page of the site in the order of its address, and what was wrong in the texts on them."""
    kept = kept or Kept()
    desk = Desk(timeline.sources, timeline.site.date_order, timeline.tongue, kept)
    actors, tags = by_name(timeline, "actors"), by_name(timeline, "tags")
    newest = newest_published(timeline.sources)
    paging = paging_of(timeline)
    narrowed_pagings, source_pagings = narrowings(timeline, actors, tags), leanings(timeline)
    divided = (*narrowed_pagings.values(), *source_pagings.values())
    known = targets(timeline, actors, tags, paging, divided)
    bodies = Bodies(timeline, known, kept)
    framed = lists(timeline, actors, tags)
    planner = Planner(
        timeline=timeline,
        desk=desk,
        bodies=bodies,
        kept=kept,
        menu=known_links(known, MENU, timeline.tongue),
        colophon=(*essay_links(timeline), *known_links(known, COLOPHON, timeline.tongue)),
        actors=actors,
        tags=tags,
        newest=newest,
        paging=paging,
        narrowings=narrowed_pagings,
        leanings=source_pagings,
        framed=framed,
        widgets=by_page(framed, timeline.events, desk),
    )
    pages = [page for make in _MANY for page in make(planner)]
    pages += [planner.steady(page) for make in _FEW for page in make(planner)]
    return tuple(sorted(pages, key=lambda page: page.path)), (*bodies.problems, *dead_ends(timeline, bodies))


_MANY: tuple[Callable[[Planner], Iterator[Page]], ...] = (events, sources, disagreements, frames)
"""Of these every one is kept, where nothing that it is made of is another."""
_FEW: tuple[Callable[[Planner], Iterator[Page]], ...] = (
    *LISTS,
    narrowed,
    withdrawn,
    about,
    corrections,
    data,
    essays,
    not_found,
    aliases,
)
"""One row for each kind of page."""
