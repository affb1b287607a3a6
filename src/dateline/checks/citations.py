"""Every event cites a source, and every source that is named has its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dateline.model import Event, Source, Timeline
from dateline.problems import Place, Problem, Problems
from dateline.text import bare_id, nearest_spelling, slug, suggest


def known_sources(timeline: Timeline) -> Problems:
    """Every citation's source has its file, if one that is not read, and so has one that a verdict blames."""
    known = {source.id: source for source in timeline.sources}
    return tuple(
        Problem(place, f'there is no source "{id}".', _meant_source(id, known))
        for event in timeline.events
        for id, place in _sources_named(event)
        if id not in known and id not in timeline.unread
    )


def _meant_source(id: str, known: Mapping[str, Source]) -> str:
    """A misspelt id; or the name of a source, where the name of its file is wanted."""
    named = {name: source.id for source in known.values() for name in (source.label, source.title)}
    name = nearest_spelling(id, [*named, *known])
    if name in named and name not in known:
        return f'Write the name of its file, "{named[name]}".'
    longer = next((each for each in known if f"-{bare_id(id)}-" in f"-{each}-"), "")
    meant = f'Did you mean "{longer}"?' if longer else suggest(bare_id(id), known)
    return meant or f"Write content/sources/{slug(bare_id(id))}.md."


def _sources_named(event: Event) -> Iterator[tuple[str, Place]]:
    for citation in event.citations:
        yield citation.source, citation.place
    for resolution in event.resolutions:
        if blamed := re.fullmatch(r"error in ([a-z0-9]+(?:-[a-z0-9]+)*)", resolution.verdict):
            yield blamed.group(1), resolution.place


def cited_events(timeline: Timeline) -> Problems:
    """Every event rests on at least one source."""
    hint = "List at least one source under citations."
    return tuple(
        Problem(event.place, "this event cites no source.", hint)
        for event in timeline.events
        if not event.citations and "citations" not in event.unread
    )
