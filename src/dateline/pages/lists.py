"""The pages that list events: the front page, the periods of a long timeline, and its narrowed copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from dateline import addresses, overview
from dateline.formats import jsonld
from dateline.kept import same
from dateline.later import Later
from dateline.model import STATUSES, Event, Timeline
from dateline.pages.paging import Part
from dateline.pages.periods import Period
from dateline.pages.planner import Page, Planner
from dateline.pages.views import STATUS_MEANINGS

_FEWEST_YEARS: Final = 3
"""With fewer years there is nothing to jump over."""
_OPENING: Final = 60
"""How many events of its first period the front page of a long timeline lists, at most."""
_IN_SIGHT: Final = 30
"""No window is so high that it shows the end of a list of more: its parts may be laid out as they come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A link of a row in "Jump to"."""

    words: str
    target: str
    count: int = 0
    """How many events; 0 where that is not said."""
    current: str = ""
    """`page` where it leads to the page itself, `true` where to one that this is a part of."""


def _front(planner: Planner) -> Iterator[Page]:
    timeline, site, paging = planner.timeline, planner.timeline.site, planner.paging
    counts = Counter(event.status for event in timeline.events)
    first = paging.leaves[0] if paging else None
    given = _listing(planner, first.events[:_OPENING] if first else timeline.events, addresses.FRONT)
    if first:
        given["overview"] = _paged_overview(planner, timeline.events, addresses.FRONT)
        (row,) = _rows(planner, None, ())
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
        paged=first is not None,
        **given,
        **(_turns(planner, first) if first is None or len(first.events) <= _OPENING else _goes_on(first)),
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
        **_turns(planner, None),
    )


def _periods(planner: Planner) -> Iterator[Page]:
    """The pages of a long timeline, and of periods that are too long for one."""
    if planner.paging is None:
        return
    for part, above in planner.paging.walk():
        rows = _rows(planner, part, above)
        if part.parts:
            strip = _paged_overview(planner, part.events, part.target)
            given = {"stretches": (), "long": False, "sources": (), "overview": strip, "rows": rows}
        else:
            listed = _listing(planner, part.events, part.target)
            given = listed | {"rows": (*rows, *listed["rows"])}
        yield planner.page(
            part.target,
            "period",
            title=part.heading,
            description=_narrow(planner, part.heading, part.events),
            nav="timeline",
            count=len(part.events),
            **given,
            **_turns(planner, part),
        )
    for target, event in planner.paging.years().items():
        year = target.removesuffix("/")
        yield planner.page(target, "moved", title=year, description=year, to=planner.sections[event.id])


def _narrow(planner: Planner, name: str, events: Sequence[Event]) -> str:
    """What a part of the timeline is, for machines."""
    return planner.timeline.tongue.ngettext(
        "%(name)s in “%(title)s”: %(num)s event.",
        "%(name)s in “%(title)s”: %(num)s events.",
        len(events),
        name=name,
        title=planner.timeline.site.title,
    )


def _listing(planner: Planner, events: Sequence[Event], target: str) -> dict[str, Any]:
    """What a template needs to list these events: their cards, overview, sources, and ways to jump."""
    leaf = planner.leaves.get(target)
    listed = planner.periods(events) if leaf is None else leaf
    key = (_listed, target, same(listed), planner.common)
    given, cited = planner.kept.under(key, lambda: _listed(planner, events, listed, target))
    whole = len(events) == len(planner.timeline.events)
    sources = tuple(row for id, row in planner.rows.items() if whole or id in cited)
    return {**given, "sources": planner.kept.value(sources)}


def _listed(
    planner: Planner, events: Sequence[Event], listed: Sequence[Period], target: str
) -> tuple[dict[str, Any], frozenset[str]]:
    """The same but for the sources, and the ids of those."""
    years = _years(listed)
    narrowed = target.startswith((addresses.ACTORS, addresses.TAGS, addresses.STATUSES))
    given = {
        "stretches": Later(partial(planner.stretches, listed, target)),
        "long": len(events) > _IN_SIGHT,
        "overview": None if narrowed else Later(partial(_overview, planner, events, listed)),
        "rows": (years,) if years else (),
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


def _paged_overview(planner: Planner, events: Sequence[Event], target: str) -> Later[object]:
    """The strip, its links leading to the pages of periods."""
    paging, sections = planner.paging, planner.sections
    assert paging is not None
    undated = any(event.date is None for event in events)
    places = tuple((paging.place(event), sections[event.id]) for event in events)
    key = (overview.draw, target, planner.kept.token(*events), places, planner.desk.key)
    draw = partial(
        overview.draw,
        events,
        href=lambda event: addresses.url(paging.place(event), page=target),
        section=lambda event: addresses.url(sections[event.id], page=target),
        undated_href=addresses.url(addresses.UNDATED, page=target) if undated else "",
        tongue=planner.timeline.tongue,
        kept=planner.kept,
    )
    return planner.kept.under(key, lambda: Later(draw))


def _years(listed: Sequence[Period]) -> tuple[Step, ...]:
    """To the first part of each year; none where there is little to choose from."""
    steps: dict[str, Step] = {}
    for period in listed:
        if period.year:
            steps.setdefault(period.year, Step(words=period.year, target=f"#{period.id}"))
    return tuple(steps.values()) if len(steps) >= _FEWEST_YEARS else ()


def _rows(planner: Planner, part: Part | None, above: Sequence[Part]) -> tuple[tuple[Step, ...], ...]:
    """The periods beside those that a page is a part of, row by row, and what it is divided into itself."""
    assert planner.paging is not None
    path = (*above, part) if part else ()
    levels = (planner.paging.parts, *(one.parts for one in path if one.parts))
    return tuple(tuple(_step(one, part, path) for one in level) for level in levels)


def _step(one: Part, part: Part | None, path: Sequence[Part]) -> Step:
    current = "page" if one is part else "true" if one in path else ""
    return Step(words=one.heading, target=one.target, count=len(one.events), current=current)


def _goes_on(first: Part) -> dict[str, object]:
    """From the front page, which has not all of the first period."""
    return {"before": None, "after": _step(first, None, ())}


def _turns(planner: Planner, part: Part | None) -> dict[str, object]:
    """The pages before and after; the front page stands for the first."""
    leaves = planner.paging.leaves if planner.paging else ()
    at = leaves.index(part) if part in leaves else -1
    known = part is not None and at >= 0
    before = leaves[at - 1] if known and at else None
    after = leaves[at + 1] if known and at + 1 < len(leaves) else None
    return {name: one and _step(one, None, ()) for name, one in (("before", before), ("after", after))}


def _narrowed(planner: Planner) -> Iterator[Page]:
    tongue = planner.timeline.tongue
    of_actors = tongue.ngettext(
        "The timeline narrowed to its one actor.",
        "The timeline narrowed to one of %(num)s actors.",
        len(planner.actors),
    )
    of_tags = tongue.ngettext(
        "The timeline narrowed to its one tag.",
        "The timeline narrowed to one of %(num)s tags.",
        len(planner.tags),
    )
    for field, names, index, title, told, target_of in (
        ("actors", planner.actors, addresses.ACTORS, tongue.gettext("Actors"), of_actors, addresses.actor),
        ("tags", planner.tags, addresses.TAGS, tongue.gettext("Tags"), of_tags, addresses.tag),
    ):
        if not names:
            continue
        yield planner.page(
            index,
            "names",
            title=title,
            description=told,
            nav=field,
            names=[(name, target_of(name), len(events)) for name, events in names.items()],
        )
        for name, events in names.items():
            target = target_of(name)
            yield planner.page(
                target,
                "narrowed",
                title=name,
                description=_narrow(planner, name, events),
                nav=field,
                kind=title,
                kind_target=index,
                count=len(events),
                total=len(planner.timeline.events),
                feeds=planner.feeds(target, events),
                **_listing(planner, events, target),
            )


def _statuses(planner: Planner) -> Iterator[Page]:
    """The timeline narrowed to each status that it has."""
    say, events = planner.timeline.tongue.gettext, planner.timeline.events
    held = [(status, tuple(event for event in events if event.status == status)) for status in STATUSES]
    held = [(status, found) for status, found in held if found]
    if held:
        yield planner.page(
            addresses.STATUSES,
            "names",
            title=say("Statuses"),
            description=say("The timeline narrowed to events of one status."),
            nav="statuses",
            names=[(say(status), addresses.status(status), len(found)) for status, found in held],
        )
    for status, found in held:
        yield planner.page(
            addresses.status(status),
            "narrowed",
            title=say(status),
            description=_narrow(planner, say(status), found),
            nav="statuses",
            kind=say("Statuses"),
            kind_target=addresses.STATUSES,
            meaning=say(STATUS_MEANINGS[status]),
            count=len(found),
            total=len(events),
            **_listing(planner, found, addresses.status(status)),
        )


LISTS: tuple[Callable[[Planner], Iterator[Page]], ...] = (_front, _whole, _periods, _narrowed, _statuses)
"""One row for each kind of page."""
