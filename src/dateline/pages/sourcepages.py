"""The pages of sources: the list of them, and each one's own; where much rests on it, its periods as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from dateline import addresses
from dateline.formats import jsonld
from dateline.kept import same
from dateline.later import Later
from dateline.markup import plain
from dateline.model import Event, Source
from dateline.pages.lists import narrow, paged_overview
from dateline.pages.paging import Paging, Part
from dateline.pages.planner import Page, Planner
from dateline.pages.sourceviews import resting, source_view
from dateline.pages.ways import ALONE, first_of, ways_from, ways_on


def sources(planner: Planner) -> Iterator[Page]:
    """Every page that is about a source."""
    yield planner.steady(_list(planner))
    for number, source in enumerate(planner.timeline.sources, 1):
        target = addresses.source(source.id)
        planner.bodies.text(source, target)  # for its problems
        citing, paging = planner.citing[source.id], planner.leanings.get(target)
        made_of = (same(source), number, planner.kept.token(*citing), len(planner.timeline.events))
        yield planner.keep(_own, target, made_of, partial(_own, source, number, citing, paging, planner))
        if paging:
            yield from _periods(source, paging, len(citing), planner)


def _list(planner: Planner) -> Page:
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


def _own(
    source: Source, number: int, citing: Sequence[Event], paging: Paging | None, planner: Planner
) -> Page:
    """What it is, what was decided against it, and what rests on it: all of that, or how it begins."""
    timeline, target = planner.timeline, addresses.source(source.id)
    about = timeline.tongue.gettext(
        "%(title)s: what it is, and every claim here that rests on it.", title=source.title
    )
    listed, ways = (first_of(paging), ways_on(paging)) if paging else (citing, {"rows": (), **ALONE})
    return planner.page(
        target,
        "source",
        title=source.label,
        description=plain(source.body) or about,
        nav="sources",
        source=Later(partial(source_view, source, citing, timeline, planner.desk)),
        resting=Later(partial(resting, source, listed, planner.desk)),
        number=number,
        total_sources=len(timeline.sources),
        shown=planner.shown(source, target),
        coins=planner.coins((source.id,)),
        json_ld=jsonld.source(source, timeline),
        **ways,
    )


def _periods(source: Source, paging: Paging, total: int, planner: Planner) -> Iterator[Page]:
    for part, above in paging.walk():
        ways = ways_from(paging, part, above)
        made_of = (same(source), planner.kept.token(*part.events), total, *ways.values())
        make = partial(_period, source, part, paging, total, ways, planner)
        yield planner.keep(_period, part.target, made_of, make)


def _period(
    source: Source, part: Part, paging: Paging, total: int, ways: dict[str, Any], planner: Planner
) -> Page:
    """What rests on it in that time, or where the events lie for which there are pages."""
    title = f"{source.label} · {part.heading}"
    listed = () if part.parts else part.events
    strip = paged_overview(planner, paging, part.events, part.target) if part.parts else None
    return planner.page(
        part.target,
        "resting",
        title=title,
        description=narrow(planner, title, part.events),
        nav="sources",
        heading=part.heading,
        above=(
            (planner.timeline.tongue.gettext("Sources"), addresses.SOURCES),
            (source.label, addresses.source(source.id)),
        ),
        meaning="",
        count=len(part.events),
        total=total,
        overview=strip,
        resting=Later(partial(resting, source, listed, planner.desk)),
        **ways,
    )
