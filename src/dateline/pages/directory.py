"""The map of a site: every address that a link may lead to, the menus, and who and what is named."""

from __future__ import annotations

from dateline import addresses
from dateline.model import Event, Timeline
from dateline.pages.eventviews import corrections_of

Links = tuple[tuple[str, str, str], ...]
"""(key, words, target)."""


def targets(timeline: Timeline) -> tuple[str, ...]:
    """Every address that a link on the site may lead to."""
    actors, tags = by_name(timeline, "actors"), by_name(timeline, "tags")
    return (
        *(addresses.FRONT, addresses.SOURCES, addresses.DISAGREEMENTS, addresses.ABOUT),
        *(addresses.FEED, addresses.TIMELINE_JSON, addresses.TIMELINE_SCHEMA),
        *(addresses.CSL_JSON, addresses.BIBTEX, addresses.RIS, addresses.ANNOTATIONS),
        *(addresses.event(event.id) for event in (*timeline.events, *timeline.withdrawn)),
        *(addresses.source(source.id) for source in timeline.sources),
        *(addresses.essay(essay.id) for essay in timeline.essays),
        *((addresses.ACTORS,) if actors else ()),
        *((addresses.TAGS,) if tags else ()),
        *((addresses.CORRECTIONS,) if corrected(timeline) else ()),
        *(addresses.actor(name) for name in actors),
        *(addresses.tag(name) for name in tags),
    )


def known_links(timeline: Timeline, rows: Links) -> Links:
    """Those of the links that lead somewhere on this site."""
    known = targets(timeline)
    return tuple(row for row in rows if row[2] in known)


def essay_links(timeline: Timeline) -> Links:
    """To the author's own pages."""
    return tuple((essay.id, essay.title, addresses.essay(essay.id)) for essay in timeline.essays)


MENU: Links = (
    ("timeline", "Timeline", addresses.FRONT),
    ("sources", "Sources", addresses.SOURCES),
    ("disagreements", "Disagreements", addresses.DISAGREEMENTS),
    ("actors", "Actors", addresses.ACTORS),
    ("about", "About", addresses.ABOUT),
)
COLOPHON: Links = (
    ("tags", "Tags", addresses.TAGS),
    ("corrections", "Corrections", addresses.CORRECTIONS),
    ("feed", "Atom feed", addresses.FEED),
    ("data", "All of it as JSON", addresses.TIMELINE_JSON),
)


def by_name(timeline: Timeline, field: str) -> dict[str, tuple[Event, ...]]:
    """Events by actor or by tag, the most frequent first; names of one id count as one, as first spelt."""
    spelt: dict[str, str] = {}
    found: dict[str, list[Event]] = {}
    for event in timeline.events:
        for name in dict.fromkeys(getattr(event, field)):
            first = spelt.setdefault(addresses.name_id(name), name)
            if not found.setdefault(first, []) or found[first][-1] is not event:
                found[first].append(event)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), addresses.name_id(item[0])))
    return {name: tuple(events) for name, events in ordered}


def corrected(timeline: Timeline) -> tuple[Event, ...]:
    """Events that were corrected."""
    return tuple(e for e in (*timeline.events, *timeline.withdrawn) if corrections_of(e))
