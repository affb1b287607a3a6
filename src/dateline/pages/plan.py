"""Which pages a timeline has, and what each of them shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from dateline import addresses
from dateline.formats import jsonld
from dateline.kept import Kept, same
from dateline.later import Later
from dateline.markup import plain
from dateline.model import Event, Relation, Shared, Source, Timeline
from dateline.named import by_name
from dateline.pages.bodies import Bodies
from dateline.pages.dateviews import newest_published
from dateline.pages.deadends import dead_ends
from dateline.pages.desk import Desk
from dateline.pages.directory import (
    COLOPHON,
    MENU,
    corrected,
    essay_links,
    known_links,
    targets,
)
from dateline.pages.downloads import data
from dateline.pages.eventviews import (
    Neighbour,
    correction,
    corrections_of,
    description,
    neighbour,
    origins,
    reading_rows,
)
from dateline.pages.guide import rules_used
from dateline.pages.lists import LISTS, facts_of
from dateline.pages.meanings import MATCH_WORDS, STATUS_MEANINGS
from dateline.pages.narrowed import narrowed
from dateline.pages.paging import narrowings, paging_of
from dateline.pages.planner import Page, Planner
from dateline.pages.sourceviews import source_view
from dateline.pages.views import DisagreementView, EventView
from dateline.pages.widgets import by_page, event_context, list_context, lists
from dateline.problems import Problems
from dateline.tongue import Tongue

Differing = tuple[EventView, tuple[DisagreementView, ...]]
"""An event, and some of the points on which its sources differ."""


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


def _events(planner: Planner) -> Iterator[Page]:
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


def _disagreements(planner: Planner) -> Iterator[Page]:
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


def _about(planner: Planner) -> Iterator[Page]:
    timeline, tongue = planner.timeline, planner.timeline.tongue
    citations = [citation for event in timeline.events for citation in event.citations]
    verified = [citation.verification for citation in citations if citation.verification]
    yield planner.page(
        addresses.ABOUT,
        "about",
        title=tongue.gettext("How dates and quotations were checked"),
        description=tongue.gettext(
            "How the dates were read and the quotations verified, and what that does and does not prove."
        ),
        nav="about",
        statuses={status: tongue.gettext(meaning) for status, meaning in STATUS_MEANINGS.items()},
        rules=rules_used(timeline, planner.desk),
        matches=[
            (tongue.gettext(words), count)
            for match, words in MATCH_WORDS.items()
            if (count := sum(found.match == match for found in verified))
        ],
        quotations=sum(citation.quote is not None for citation in citations),
        fresh=sum(found.fresh for found in verified),
        locked=planner.desk.day(max((found.verified for found in verified), default="")),
    )


def _corrections(planner: Planner) -> Iterator[Page]:
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


def _withdrawn(planner: Planner) -> Iterator[Page]:
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


def _essays(planner: Planner) -> Iterator[Page]:
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


def _embeds(planner: Planner) -> Iterator[Page]:
    timeline, facts = planner.timeline, facts_of(planner.timeline)
    sources = timeline.tongue.ngettext("%(num)s source", "%(num)s sources", len(timeline.sources))
    told = f"{sources} · {facts['verified']}"
    for one in planner.framed:
        target = one.widget.target
        made_of = (one.widget, one.heading, one.total, told, planner.kept.token(*one.events))
        context = partial(list_context, one, planner.desk, told)
        make = partial(_framed, target, "embed/list", context, planner.picture(one.widget.page))
        yield planner.keep(list_context, target, made_of, make)
    pictures = (planner.picture(addresses.event(event.id)) for event in timeline.events)
    given = zip(timeline.events, pictures, strict=True)
    yield from planner.kept.each(partial(_framed_event, planner), given, event_context, planner.common)


def _framed_event(planner: Planner, event: Event, picture: Shared | None) -> Page:
    context = partial(event_context, event, planner.desk, planner.timeline.site)
    return _framed(addresses.event_embed(event.id), "embed/event", context, picture)


def _framed(
    target: str, template: str, context: Callable[[], Mapping[str, object]], picture: Shared | None
) -> Page:
    path = addresses.file_of(target)
    return Page(path=path, template=f"{template}.html.jinja", context={**context(), "picture": picture})


def _not_found(planner: Planner) -> Iterator[Page]:
    gettext = planner.timeline.tongue.gettext
    title, description = gettext("No such page"), gettext("There is nothing at this address.")
    yield planner.page(addresses.NOT_FOUND, "404", title=title, description=description)


def _aliases(planner: Planner) -> Iterator[Page]:
    for event in (*planner.timeline.events, *planner.timeline.withdrawn):
        for alias in event.aliases:
            yield planner.page(
                alias, "moved", title=event.title, description=event.title, to=addresses.event(event.id)
            )


_MANY: tuple[Callable[[Planner], Iterator[Page]], ...] = (_events, _sources, _disagreements, _embeds)
"""Of these every one is kept, where nothing that it is made of is another."""
_FEW: tuple[Callable[[Planner], Iterator[Page]], ...] = (
    *LISTS,
    narrowed,
    _withdrawn,
    _about,
    _corrections,
    data,
    _essays,
    _not_found,
    _aliases,
)
"""One row for each kind of page."""
