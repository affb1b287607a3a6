"""Every source is cited, and says where it comes from and when it appeared."""

from __future__ import annotations

import re

from dateline.dates import Edtf
from dateline.model import Source, Timeline
from dateline.problems import Problem, Problems, warning
from dateline.text import suggest


def cited_sources(timeline: Timeline) -> Problems:
    """Every source is cited, by a draft at least, or is the origin of one that is.

    Nobody can tell where a file or its citations could not be read.
    """
    told = (*timeline.events, *timeline.withdrawn)
    if timeline.unread or any(event.wants_citations for event in told):
        return ()
    used = {citation.source for event in told for citation in event.citations} | set(timeline.awaited)
    used |= {origin for source in timeline.sources for origin in source.derived_from}
    return tuple(
        warning(source.place, f'no event cites the source "{source.id}".', "Cite it, or delete its file.")
        for source in timeline.sources
        if source.id not in used and not source.is_unread
    )


def sound_origins(timeline: Timeline) -> Problems:
    """No source derives from itself, and a misspelt id is not taken for an origin's plain name."""
    known = {source.id: source for source in timeline.sources}
    problems = [
        Problem(
            source.at("derived_from"),
            f'the source "{source.id}" is derived from itself.',
            "Correct its derived_from.",
        )
        for source in timeline.sources
        if source.id in _origins(source, known)
    ]
    for source in timeline.sources:
        for origin in source.derived_from:
            if origin not in known and re.fullmatch(r"[a-z0-9-]+", origin) and suggest(origin, known):
                message = f'there is no source "{origin}", so derived_from takes it for a plain name.'
                problems.append(warning(source.at("derived_from"), message, suggest(origin, known)))
    return tuple(problems)


def _origins(source: Source, known: dict[str, Source]) -> set[str]:
    """Every source that this one derives from, however far back."""
    found: set[str] = set()
    waiting = list(source.derived_from)
    while waiting:
        id = waiting.pop()
        if id in known and id not in found:
            found.add(id)
            waiting += known[id].derived_from
    return found


def published_when_read(timeline: Timeline) -> Problems:
    """No source was read before it appeared."""
    return tuple(
        warning(
            source.at("accessed"),
            f"the source was accessed on {source.accessed}, and published only after that.",
            "Correct one of the two dates.",
        )
        for source in timeline.sources
        if _is_too_early(source)
    )


def _is_too_early(source: Source) -> bool:
    """By more than a day: it may have been the day before where it was read."""
    accessed = Edtf.parse(source.accessed).latest if source.accessed else None
    published = source.published.value.earliest if source.published else None
    return accessed is not None and published is not None and accessed.plus(1) < published


def explained_publication(timeline: Timeline) -> Problems:
    """A date of publication says how it is known; one that was inferred says from what."""
    problems: list[Problem] = []
    for source in timeline.sources:
        if "published" in source.unread:
            continue
        if source.published is None and source.published_basis != "unknown":
            message = f"published_basis is {source.published_basis}, and there is no published date."
            place = source.at("published_basis")
            problems.append(Problem(place, message, "Write published: and the date, or unknown."))
        elif source.published_basis == "inferred" and not source.published_because:
            message = "this source's date is inferred, and nothing says from what."
            place = source.at("published_basis")
            problems.append(warning(place, message, "Write published_because: and the reason."))
    return tuple(problems)
