"""Which pages a timeline has, and what each of them shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from dateline import addresses
from dateline.formats import jsonld
from dateline.kept import Kept, same
from dateline.later import Later
from dateline.markup import plain
from dateline.model import Event, Source, Timeline
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
from dateline.pages.paging import narrowings, paging_of
from dateline.pages.planner import Page, Planner
from dateline.pages.sourceviews import source_view
from dateline.pages.widgets import by_page, lists
from dateline.problems import Problems
from dateline.tongue import Tongue


def plan(timeline: Timeline, kept: Kept | None = None) -> tuple[tuple[Page, ...], Problems]:
    """Every page of the site in the order of its address, and what was wrong in the texts on them."""
    kept = kept or Kept()
    desk = Desk(timeline.sources, timeline.site.date_order, timeline.tongue, kept)
    actors, tags = by_name(timeline, "actors"), by_name(timeline, "tags")
    newest = newest_published(timeline.sources)
    paging = paging_of(timeline)
    narrowed_pagings = narrowings(timeline, actors, tags)
    known = targets(timeline, actors, tags, paging, narrowed_pagings.values())
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
        framed=framed,
        widgets=by_page(framed, timeline.events, desk),
    )
    pages = [page for make in _MANY for page in make(planner)]
    pages += [planner.steady(page) for make in _FEW for page in make(planner)]
    return tuple(sorted(pages, key=lambda page: page.path)), (*bodies.problems, *dead_ends(timeline, bodies))


def _sources(planner: Planner) -> Iterator[Page]:
    timeline = planner.timeline
    yield planner.steady(_source_list(planner))
    for number, source in enumerate(timeline.sources, 1):
        target = addresses.source(source.id)
        planner.bodies.text(source, target)  # for its problems
        citing = planner.citing[source.id]
        made_of = (same(source), number, planner.kept.token(*citing), len(timeline.events))
        yield planner.keep(_source, target, made_of, partial(_source, source, number, citing, planner))


def _source_list(planner: Planner) -> Page:
    tongue, number = planner.timeline.tongue, len(planner.timeline.sources)
    return planner.page(
        addresses.SOURCES,
        "sources",
        title=tongue.gettext("Sources"),
        description=tongue.ngettext(
            "%(num)s source, what it is, when it was published, and how we know.",
            "%(num)s sources, what each is, when it was published, and how we know.",
            number,
        ),
        nav="sources",
        sources=planner.kept.value(tuple(planner.rows.values())),
    )


def _source(source: Source, number: int, citing: Sequence[Event], planner: Planner) -> Page:
    timeline, target = planner.timeline, addresses.source(source.id)
    return planner.page(
        target,
        "source",
        title=source.label,
        description=plain(source.body) or _source_description(source, timeline.tongue),
        nav="sources",
        source=Later(partial(source_view, source, citing, timeline, planner.desk)),
        number=number,
        total_sources=len(timeline.sources),
        shown=planner.shown(source, target),
        coins=planner.coins((source.id,)),
        json_ld=jsonld.source(source, timeline),
    )


def _source_description(source: Source, tongue: Tongue) -> str:
    return tongue.gettext("%(title)s: what it is, and every claim here that rests on it.", title=source.title)


_MANY: tuple[Callable[[Planner], Iterator[Page]], ...] = (events, _sources, disagreements, frames)
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
