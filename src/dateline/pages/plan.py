"""Which pages a timeline has, and what each of them shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline import addresses, embeds, overview
from dateline.filters import plural, shortened
from dateline.formats import coins, jsonld
from dateline.kept import Kept, digest
from dateline.markup import plain
from dateline.model import STATUSES, Event, Source, Timeline
from dateline.pages.bodies import Bodies
from dateline.pages.cards import Stretch, stretches
from dateline.pages.dateviews import newest_published
from dateline.pages.directory import (
    COLOPHON,
    MENU,
    Links,
    by_name,
    corrected,
    essay_links,
    known_links,
    targets,
)
from dateline.pages.eventviews import (
    correction,
    corrections_of,
    description,
    neighbour,
    origins,
    reading_rows,
)
from dateline.pages.guide import rules_used
from dateline.pages.periods import gaps_before, periods
from dateline.pages.sourceviews import source_row, source_view
from dateline.pages.views import MATCH_WORDS, STATUS_MEANINGS, Desk
from dateline.pages.widgets import Framed, by_page, lists, snippets, widget_pages
from dateline.problems import Problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page before it is rendered."""

    path: str
    """Its file, relative to the output folder: `events/ft-report/index.html`."""
    template: str
    context: Mapping[str, object]
    widget: embeds.Widget | None = None
    """What stands for it in other people's pages."""

    @property
    def address(self) -> str:
        """Its target, as `addresses` has it: `events/ft-report/`."""
        return addresses.address_of(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planner:
    timeline: Timeline
    desk: Desk
    bodies: Bodies
    kept: Kept
    sources: bytes
    """Their digest."""
    menu: Links
    colophon: Links
    framed: tuple[Framed, ...]
    """The lists among the widgets."""
    widgets: Mapping[str, embeds.Widget]
    """By the page that each stands for."""

    def page(
        self, target: str, template: str, *, title: str, description: str, nav: str = "", **context: object
    ) -> Page:
        fallback = None if template in ("404", "moved", "withdrawn") else self.widgets.get(addresses.FRONT)
        widget = self.widgets.get(target, fallback)
        shared = self.framed[:1] if widget is fallback else ()
        common = {
            "title": title,
            "description": shortened(description),
            "nav": nav,
            "menu": self.menu,
            "colophon": self.colophon,
            "json_ld": None,
            "share": snippets(widget, shared, self.timeline.site),
        }
        return Page(
            path=addresses.file_of(target),
            template=f"{template}.html.jinja",
            context=common | context,
            widget=widget,
        )

    def figure(self, event: Event) -> object:
        """The drawing of how the event was dated."""
        key = (overview.reading_figure, digest(event), self.sources)
        return self.kept.under(key, lambda: overview.reading_figure(event, self.desk.sources))

    def stretches(self, events: Sequence[Event], page: str) -> tuple[Stretch, ...]:
        newest = newest_published(self.timeline.sources)
        return stretches(periods(events, newest, self.desk.order), self.desk, self.bodies, page)


def plan(timeline: Timeline, kept: Kept | None = None) -> tuple[tuple[Page, ...], Problems]:
    """Every page of the site in the order of its address, and what was wrong in the texts on them."""
    kept = kept or Kept()
    bodies = Bodies(timeline, targets(timeline), kept)
    desk = Desk(timeline.sources, timeline.site.date_order)
    framed = lists(timeline, by_name(timeline, "actors"), by_name(timeline, "tags"))
    planner = _Planner(
        timeline=timeline,
        desk=desk,
        bodies=bodies,
        kept=kept,
        sources=digest(timeline.sources),
        menu=known_links(timeline, MENU),
        colophon=(*essay_links(timeline), *known_links(timeline, COLOPHON)),
        framed=framed,
        widgets=by_page(framed, timeline.events, desk),
    )
    pages = [page for make in _MAKERS for page in make(planner)]
    return tuple(sorted(pages, key=lambda page: page.path)), bodies.problems


def _front(planner: _Planner) -> Iterator[Page]:
    timeline, site = planner.timeline, planner.timeline.site
    listing = planner.stretches(timeline.events, addresses.FRONT)
    statuses = [(status, sum(e.status == status for e in timeline.events)) for status in STATUSES]
    yield planner.page(
        addresses.FRONT,
        "index",
        title=site.title,
        description=site.dek
        or f"A timeline of {plural(len(timeline.events), 'event')}, each with its sources.",
        nav="timeline",
        facts=_facts(timeline),
        stretches=listing,
        overview=_overview(timeline.events, listing),
        statuses=[(status, count) for status, count in statuses if count],
        actors=[(n, addresses.actor(n), len(e)) for n, e in by_name(timeline, "actors").items()],
        tags=[(n, addresses.tag(n), len(e)) for n, e in by_name(timeline, "tags").items()],
        sources=[source_row(source, timeline, planner.desk) for source in timeline.sources],
        json_ld=jsonld.site(timeline),
    )


def _facts(timeline: Timeline) -> Mapping[str, object]:
    """The line under the title: how much there is, and how much of it is verified."""
    quotations = [c for event in timeline.events for c in event.citations if c.quote]
    verified = sum(citation.verification is not None for citation in quotations)
    whole = f"all {plural(len(quotations), 'quotation')} verified"
    return {
        "events": len(timeline.events),
        "sources": len(timeline.sources),
        "disagreements": len(timeline.disagreements),
        "verified": whole if verified == len(quotations) else f"{verified} of {len(quotations)} verified",
    }


def _overview(events: Sequence[Event], listing: Sequence[Stretch]) -> object:
    """The strip, its links leading to the same page's list."""
    section = {card.view.id: f"#{stretch.id}" for stretch in listing for card in stretch.cards}
    undated = "#undated" if any(event.date is None for event in events) else ""
    return overview.draw(
        events,
        href=lambda event: f"#e-{event.id}",
        section=lambda event: section[event.id],
        undated_href=undated,
    )


def _events(planner: _Planner) -> Iterator[Page]:
    events = planner.timeline.events
    gaps = gaps_before(events)
    for at, event in enumerate(events):
        view = planner.desk.event(event)
        body = planner.bodies.event(event, view.target)
        before, after = events[at - 1] if at else None, events[at + 1] if at + 1 < len(events) else None
        yield planner.page(
            view.target,
            "event",
            title=event.title,
            description=description(event, view.date.label),
            event=view,
            blocks_html=tuple(block.html for block in body.blocks),
            cited=frozenset(number for block in body.blocks for number in block.cites),
            figure=planner.figure(event),
            readings=reading_rows(event, planner.desk),
            editor_because=next((r.because for r in event.resolutions if r.field == "date"), ""),
            origins=origins(event, planner.timeline),
            corrections=[correction(record, event, planner.desk) for record in event.corrections],
            before=neighbour(before, planner.desk, gaps[at]),
            after=neighbour(after, planner.desk, gaps[at + 1] if after else ""),
            coins=_coins((citation.source for citation in event.citations), planner),
            json_ld=jsonld.event(event, planner.timeline),
        )


def _sources(planner: _Planner) -> Iterator[Page]:
    timeline = planner.timeline
    count = plural(len(timeline.sources), "source")
    yield planner.page(
        addresses.SOURCES,
        "sources",
        title="Sources",
        description=f"{count}, what each is, when it was published, and how we know.",
        nav="sources",
        sources=[source_row(source, timeline, planner.desk) for source in timeline.sources],
    )
    for number, source in enumerate(timeline.sources, 1):
        target = addresses.source(source.id)
        body = planner.bodies.text(source, target)
        yield planner.page(
            target,
            "source",
            title=source.label,
            description=_source_description(source),
            nav="sources",
            source=source_view(source, timeline, planner.desk),
            number=number,
            total_sources=len(timeline.sources),
            blocks_html=tuple(block.html for block in body.blocks),
            coins=_coins((source.id,), planner),
            json_ld=jsonld.source(source, timeline),
        )


def _coins(ids: Iterable[str], planner: _Planner) -> tuple[str, ...]:
    """The sources that a page cites, each once, for reference managers."""
    known = (planner.desk.sources[id] for id in dict.fromkeys(ids) if id in planner.desk.sources)
    return tuple(coins.context_object(source, planner.timeline.site.date_order) for source in known)


def _source_description(source: Source) -> str:
    return plain(source.body) or f"{source.title}: what it is, and every claim here that rests on it."


def _disagreements(planner: _Planner) -> Iterator[Page]:
    views = [planner.desk.event(event) for event in planner.timeline.events if event.disagreements]
    found = [disagreement for view in views for disagreement in view.disagreements]
    yield planner.page(
        addresses.DISAGREEMENTS,
        "disagreements",
        title="Disagreements",
        description="Every point on which the sources differ, value by value, with the verdicts.",
        nav="disagreements",
        events=views,
        excluding=sum(disagreement.relation == "disagree" for disagreement in found),
        compatible=sum(disagreement.relation == "compatible" for disagreement in found),
    )


def _narrowed(planner: _Planner) -> Iterator[Page]:
    for field, index, title, target_of in (
        ("actors", addresses.ACTORS, "Actors", addresses.actor),
        ("tags", addresses.TAGS, "Tags", addresses.tag),
    ):
        names = by_name(planner.timeline, field)
        if not names:
            continue
        yield planner.page(
            index,
            "names",
            title=title,
            description=f"The timeline narrowed to one of {len(names)} {title.lower()}.",
            nav=field,
            names=[(name, target_of(name), len(events)) for name, events in names.items()],
        )
        for name, events in names.items():
            target = target_of(name)
            yield planner.page(
                target,
                "narrowed",
                title=name,
                description=f"{name} in “{planner.timeline.site.title}”: {plural(len(events), 'event')}.",
                nav=field,
                kind=title,
                kind_target=index,
                count=len(events),
                total=len(planner.timeline.events),
                stretches=planner.stretches(events, target),
            )


def _about(planner: _Planner) -> Iterator[Page]:
    timeline = planner.timeline
    citations = [citation for event in timeline.events for citation in event.citations]
    verified = [citation.verification for citation in citations if citation.verification]
    yield planner.page(
        addresses.ABOUT,
        "about",
        title="How this was made",
        description="How the dates were read and the quotations verified, and what that proves and does not.",
        nav="about",
        statuses=STATUS_MEANINGS,
        rules=rules_used(timeline, planner.desk),
        matches=[(MATCH_WORDS[m], n) for m in MATCH_WORDS if (n := sum(v.match == m for v in verified))],
        quotations=sum(citation.quote is not None for citation in citations),
        fresh=sum(found.fresh for found in verified),
        locked=planner.desk.day(max((found.verified for found in verified), default="")),
    )


def _corrections(planner: _Planner) -> Iterator[Page]:
    if not corrected(planner.timeline):
        return
    records = [(record, event) for event in corrected(planner.timeline) for record in corrections_of(event)]
    newest_first = sorted(records, key=lambda pair: pair[0].date, reverse=True)
    yield planner.page(
        addresses.CORRECTIONS,
        "corrections",
        title="Corrections",
        description="What was wrong on these pages, and what they say now.",
        nav="corrections",
        corrections=[correction(record, event, planner.desk) for record, event in newest_first],
    )


def _withdrawn(planner: _Planner) -> Iterator[Page]:
    for event in planner.timeline.withdrawn:
        records = [correction(record, event, planner.desk) for record in corrections_of(event)]
        yield planner.page(
            addresses.event(event.id),
            "withdrawn",
            title=event.title,
            description=f"“{event.title}” was withdrawn.",
            corrections=records[:-1],
            withdrawal=records[-1],
        )


def _essays(planner: _Planner) -> Iterator[Page]:
    for essay in planner.timeline.essays:
        yield planner.page(
            addresses.essay(essay.id),
            "essay",
            title=essay.title,
            description=essay.dek or plain(essay.body) or essay.title,
            nav=essay.id,
            dek=essay.dek,
            blocks_html=tuple(
                block.html for block in planner.bodies.text(essay, addresses.essay(essay.id)).blocks
            ),
        )


def _embeds(planner: _Planner) -> Iterator[Page]:
    timeline, facts = planner.timeline, _facts(planner.timeline)
    told = f"{plural(len(timeline.sources), 'source')} · {facts['verified']}"
    for target, template, context in widget_pages(planner.framed, timeline, planner.desk, told):
        yield Page(path=addresses.file_of(target), template=f"{template}.html.jinja", context=context)


def _not_found(planner: _Planner) -> Iterator[Page]:
    yield planner.page(
        addresses.NOT_FOUND, "404", title="No such page", description="There is nothing at this address."
    )


def _aliases(planner: _Planner) -> Iterator[Page]:
    for event in (*planner.timeline.events, *planner.timeline.withdrawn):
        for alias in event.aliases:
            yield planner.page(
                alias, "moved", title=event.title, description=event.title, to=addresses.event(event.id)
            )


_MAKERS: tuple[Callable[[_Planner], Iterator[Page]], ...] = (
    _front,
    _events,
    _withdrawn,
    _sources,
    _disagreements,
    _narrowed,
    _about,
    _corrections,
    _essays,
    _embeds,
    _not_found,
    _aliases,
)
"""One row for each kind of page."""
