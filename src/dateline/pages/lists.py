"""The pages that list events: the front page, and the periods of a long timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, Final

from dateline import addresses, overview
from dateline.formats import jsonld
from dateline.kept import same
from dateline.later import Later
from dateline.model import STATUSES, Event, Timeline
from dateline.pages.paging import Paging, Part
from dateline.pages.periods import Period
from dateline.pages.planner import Page, Planner
from dateline.pages.ways import ALONE, Step, first_of, ways_from, ways_on

_FEWEST_YEARS: Final = 3
"""With fewer years there is nothing to jump over."""
_IN_SIGHT: Final = 30
"""No window is so high that it shows the end of a list of more: its parts may be laid out as they come."""


def _front(planner: Planner) -> Iterator[Page]:
    timeline, site, paging = planner.timeline, planner.timeline.site, planner.paging
    counts = Counter(event.status for event in timeline.events)
    given = opening(planner, paging, timeline.events, addresses.FRONT)
    if paging:
        given["overview"] = paged_overview(planner, paging, timeline.events, addresses.FRONT)
        (row,) = given["rows"]
        given["rows"] = (
            (*row, Step(words=timeline.tongue.gettext("All on one page"), target=addresses.ALL)),
        )
    yield planner.page(
        addresses.FRONT,
        "index",
        title=site.title,
        description=site.dek
        or timeline.tongue.ngettext(
            "A timeline of %(num)s event, with its sources.",
            "A timeline of %(num)s events, each with its sources.",
            len(timeline.events),
        ),
        nav="timeline",
        facts=facts_of(timeline),
        statuses=[(status, counts[status]) for status in STATUSES if counts[status]],
        actors=[(name, addresses.actor(name), len(held)) for name, held in planner.actors.items()],
        tags=[(name, addresses.tag(name), len(held)) for name, held in planner.tags.items()],
        json_ld=jsonld.site(timeline),
        feeds=planner.feeds(addresses.FRONT, timeline.events),
        paged=paging is not None,
        **given,
    )


def facts_of(timeline: Timeline) -> Mapping[str, object]:
    """The line under the title: how much there is, and how much of it is verified."""
    quotations = [c for event in timeline.events for c in event.citations if c.quote]
    verified = sum(citation.verification is not None for citation in quotations)
    tongue, total = timeline.tongue, len(quotations)
    whole = tongue.ngettext("all %(num)s quotation verified", "all %(num)s quotations verified", total)
    part = tongue.gettext("%(number)s of %(total)s verified", number=verified, total=total)
    return {
        "events": len(timeline.events),
        "sources": len(timeline.sources),
        "disagreements": len(timeline.disagreements),
        "verified": whole if verified == total else part,
    }


def _whole(planner: Planner) -> Iterator[Page]:
    """A long timeline on one page, for those who print, search or save it."""
    if planner.paging is None:
        return
    events, tongue = planner.timeline.events, planner.timeline.tongue
    yield planner.page(
        addresses.ALL,
        "period",
        title=tongue.gettext("All on one page"),
        description=tongue.ngettext(
            "The %(num)s event of “%(title)s” on one page.",
            "All %(num)s events of “%(title)s” on one page.",
            len(events),
            title=planner.timeline.site.title,
        ),
        nav="timeline",
        count=len(events),
        **_listing(planner, events, addresses.ALL),
        **ALONE,
    )


def _periods(planner: Planner) -> Iterator[Page]:
    """The pages of a long timeline, and of periods that are too long for one."""
    if planner.paging is None:
        return
    for part, above in planner.paging.walk():
        yield planner.page(
            part.target,
            "period",
            title=part.heading,
            description=narrow(planner, part.heading, part.events),
            nav="timeline",
            count=len(part.events),
            **portion(planner, planner.paging, part, above),
        )
    for target, event in planner.paging.years().items():
        year = target.removesuffix("/")
        yield planner.page(target, "moved", title=year, description=year, to=planner.sections[event.id])


def narrow(planner: Planner, name: str, events: Sequence[Event]) -> str:
    """What a part of the timeline is, for machines."""
    return planner.timeline.tongue.ngettext(
        "%(name)s in “%(title)s”: %(num)s event.",
        "%(name)s in “%(title)s”: %(num)s events.",
        len(events),
        name=name,
        title=planner.timeline.site.title,
    )


def opening(planner: Planner, paging: Paging | None, events: Sequence[Event], target: str) -> dict[str, Any]:
    """What the first page of a list shows: all of it, or how its first period begins and the ways on."""
    if paging is None:
        return {**_listing(planner, events, target), **ALONE}
    return {**_listing(planner, first_of(paging), target), **ways_on(paging)}


def portion(planner: Planner, paging: Paging, part: Part, above: Sequence[Part]) -> dict[str, Any]:
    """What the page of a period shows: its events, or the ways to its parts."""
    ways = ways_from(paging, part, above)
    if part.parts:
        strip = paged_overview(planner, paging, part.events, part.target)
        return {"stretches": (), "long": False, "sources": (), "overview": strip, **ways}
    listed = _listing(planner, part.events, part.target)
    return {**listed, **ways, "rows": (*ways["rows"], *listed["rows"].get())}


def _listing(planner: Planner, events: Sequence[Event], target: str) -> dict[str, Any]:
    """What a template needs to list these events: their cards, ways to jump, overview, and sources.

    Those of one name have neither an overview nor sources.
    """
    leaf = planner.leaves.get(target)
    made_of = planner.kept.token(*events) if leaf is None else same(leaf)
    listed = Later(lambda: planner.periods(events) if leaf is None else leaf)
    key = (_listed, target, made_of, planner.common)
    given, cited = planner.kept.under(key, lambda: _listed(planner, events, listed, target))
    if _is_narrowed(target):
        return given
    whole = len(events) == len(planner.timeline.events)
    sources = tuple(row for id, row in planner.rows.items() if whole or id in cited)
    return {**given, "sources": planner.kept.value(sources)}


def _is_narrowed(target: str) -> bool:
    return target.startswith((addresses.ACTORS, addresses.TAGS, addresses.STATUSES))


def _listed(
    planner: Planner, events: Sequence[Event], listed: Later[tuple[Period, ...]], target: str
) -> tuple[dict[str, Any], frozenset[str]]:
    """The same but for the sources, and the ids of those."""
    strip = Later(lambda: _overview(planner, events, listed.get()))
    given = {
        "stretches": Later(lambda: planner.stretches(listed.get(), target)),
        "long": len(events) > _IN_SIGHT,
        "overview": None if _is_narrowed(target) else strip,
        "rows": Later(lambda: _years(listed.get())),
    }
    return given, frozenset(citation.source for event in events for citation in event.citations)


def _overview(planner: Planner, events: Sequence[Event], listed: Sequence[Period]) -> object:
    """The strip, its links leading to the same page's list."""
    section = {entry.event.id: f"#{period.id}" for period in listed for entry in period.entries}
    undated = "#undated" if any(event.date is None for event in events) else ""
    return overview.draw(
        events,
        href=lambda event: f"#e-{event.id}",
        section=lambda event: section[event.id],
        undated_href=undated,
        tongue=planner.timeline.tongue,
        kept=planner.kept,
    )


def paged_overview(planner: Planner, paging: Paging, events: Sequence[Event], target: str) -> Later[object]:
    """The strip, its links leading to the pages of periods, those of the timeline to their very parts."""
    sections = planner.sections if paging is planner.paging else {}
    section = {event.id: sections.get(event.id, paging.page(event)) for event in events}
    undated = next((paging.page(event) for event in events if event.date is None), "")
    places = tuple((paging.place(event), section[event.id]) for event in events)
    key = (overview.draw, target, planner.kept.token(*events), places, planner.desk.key)
    draw = partial(
        overview.draw,
        events,
        href=lambda event: addresses.url(paging.place(event), page=target),
        section=lambda event: addresses.url(section[event.id], page=target),
        undated_href=addresses.url(undated, page=target) if undated else "",
        tongue=planner.timeline.tongue,
        kept=planner.kept,
    )
    return planner.kept.under(key, lambda: Later(draw))


def _years(listed: Sequence[Period]) -> tuple[tuple[Step, ...], ...]:
    """A row of ways to the first part of each year; none where there is little to choose from."""
    steps: dict[str, Step] = {}
    for period in listed:
        if period.year:
            steps.setdefault(period.year, Step(words=period.year, target=f"#{period.id}"))
    return (tuple(steps.values()),) if len(steps) >= _FEWEST_YEARS else ()


LISTS: tuple[Callable[[Planner], Iterator[Page]], ...] = (_front, _whole, _periods)
"""One row for each kind of page."""
