"""The map of a site: every address that a link may lead to, the menus, and who and what is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline import addresses
from dateline.model import Event, Timeline
from dateline.named import Named
from dateline.pages.paging import Paging
from dateline.tongue import N_, Tongue

Links = tuple[tuple[str, str, str], ...]
"""(key, words, target)."""


def targets(
    timeline: Timeline, actors: Named, tags: Named, paging: Paging | None, narrowed: Iterable[Paging]
) -> frozenset[str]:
    """Every address that a link on the site may lead to; `narrowed` are the lists of many pages."""
    found = (
        *(addresses.FRONT, addresses.SOURCES, addresses.DISAGREEMENTS, addresses.ABOUT),
        *(addresses.DATA, addresses.FEED, addresses.JSON_FEED, addresses.CALENDAR),
        *(addresses.TIMELINE_JSON, addresses.TIMELINE_SCHEMA, addresses.EVENTS_CSV, addresses.TIMELINEJS),
        *(addresses.CSL_JSON, addresses.BIBTEX, addresses.RIS, addresses.ANNOTATIONS),
        *(addresses.event(event.id) for event in (*timeline.events, *timeline.withdrawn)),
        *(addresses.source(source.id) for source in timeline.sources),
        *(addresses.essay(essay.id) for essay in timeline.essays),
        *((addresses.ACTORS,) if actors else ()),
        *((addresses.TAGS,) if tags else ()),
        *((addresses.STATUSES,) if timeline.events else ()),
        *((addresses.CORRECTIONS,) if corrected(timeline) else ()),
        *(addresses.actor(name) for name in actors),
        *(addresses.tag(name) for name in tags),
        *(addresses.status(name) for name in dict.fromkeys(event.status for event in timeline.events)),
        *(_periods(paging) if paging else ()),
        *(part.target for pages in narrowed for part, _ in pages.walk()),
    )
    return frozenset(found)


def _periods(paging: Paging) -> Iterator[str]:
    """The pages of a long timeline."""
    yield addresses.ALL
    yield from (part.target for part, _ in paging.walk())
    yield from paging.years()


def known_links(known: frozenset[str], rows: Links, tongue: Tongue) -> Links:
    """Those of the links that lead somewhere on this site, in its language."""
    return tuple((key, tongue.gettext(words), target) for key, words, target in rows if target in known)


def essay_links(timeline: Timeline) -> Links:
    """To the author's own pages."""
    return tuple((essay.id, essay.title, addresses.essay(essay.id)) for essay in timeline.essays)


MENU: Links = (
    ("timeline", N_("Timeline"), addresses.FRONT),
    ("sources", N_("Sources"), addresses.SOURCES),
    ("disagreements", N_("Disagreements"), addresses.DISAGREEMENTS),
    ("actors", N_("Actors"), addresses.ACTORS),
    ("about", N_("About"), addresses.ABOUT),
)
COLOPHON: Links = (
    ("tags", N_("Tags"), addresses.TAGS),
    ("corrections", N_("Corrections"), addresses.CORRECTIONS),
    ("feed", N_("Atom feed"), addresses.FEED),
    ("data", N_("Data and feeds"), addresses.DATA),
)


def corrected(timeline: Timeline) -> tuple[Event, ...]:
    """Events that were corrected."""
    return tuple(e for e in (*timeline.events, *timeline.withdrawn) if e.corrections or e.withdrawn)
