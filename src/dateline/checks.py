"""What must hold of a whole timeline: a tuple of checks, each from a timeline to its problems.

To add one, write the function and put it in the table it belongs to: at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from dateline.claims import one_thing_an_address
from dateline.kept import Kept, digest
from dateline.model import Citation, Event, Resolution, Source, Status, Timeline
from dateline.problems import Place, Problem, Problems, in_order, warning
from dateline.text import bare_id, nearest_spelling, slug, suggest

Check = Callable[[Timeline], Problems]


def run(timeline: Timeline, kept: Kept | None = None) -> Problems:
    """Everything that every check finds, in order of place."""
    kept = kept or Kept()
    beside = (*timeline.sources, *timeline.essays)
    known = kept.token(timeline.unread, *timeline.sources)
    of_one = kept.each(partial(_of_one, timeline), zip(timeline.events), run, known)
    told = kept.each(_names, zip((*timeline.events, *timeline.withdrawn)), _names)
    key = (run, len(timeline.events), *told, kept.token(*beside))
    of_names = kept.under(key, lambda: _found(OF_NAMES, timeline))
    return in_order(
        (*(problem for found in of_one for problem in found), *of_names, *_found(OF_ALL, timeline))
    )


def _found(checks: Iterable[Check], timeline: Timeline) -> Problems:
    return tuple(problem for check in checks for problem in check(timeline))


def _of_one(timeline: Timeline, event: Event) -> Problems:
    return _found(OF_ONE, replace(timeline, events=(event,)))


def _names(event: Event) -> bytes:
    """What the checks of names see of an event: the same for two that differ in nothing else."""
    keys = ("aliases", "actors", "tags", "places")
    named = ((getattr(event, key), event.at(key)) for key in keys)
    return digest(event.id, event.place, *named)


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
    return suggest(bare_id(id), known) or f"Write content/sources/{slug(bare_id(id))}.md."


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


def needed_resolutions(timeline: Timeline) -> Problems:
    """An editor's verdict is about something that is disputed, or about a date of the editor's own."""
    undatable = {source.id for source in timeline.sources if source.published is None}
    return tuple(
        warning(
            resolution.place,
            f'this resolves "{resolution.field}", which the sources do not dispute.',
            _meant_field(resolution, event) or "Delete it, or add what each source says.",
        )
        for event in timeline.events
        for resolution in event.resolutions
        if resolution.field not in {d.field for d in event.disagreements}
        and not event.wants_citations
        and not (resolution.field == "date" and _may_differ(event, undatable))
    )


def _meant_field(resolution: Resolution, event: Event) -> str:
    stated = {each.field for citation in event.citations for each in citation.says}
    return "" if resolution.field in stated else suggest(resolution.field, stated)


def _may_differ(event: Event, undatable: set[str]) -> bool:
    """Whether its date is the editor's own, or a source's that a fault keeps from being read."""
    return event.stated_date is not None or any(c.source in undatable for c in event.citations)


def one_spelling(timeline: Timeline) -> Problems:
    """A name has one spelling: two that differ in case or punctuation would share one address."""
    return tuple(
        problem
        for key, kind in (("actors", "actor"), ("tags", "tag"), ("places", "place"))
        for problem in _spellings(timeline.events, key, kind)
    )


def _spellings(events: Iterable[Event], key: str, kind: str) -> Iterator[Problem]:
    first: dict[str, tuple[str, Event]] = {}
    for event in sorted(events, key=lambda event: event.id):
        for name in getattr(event, key):
            spelling, where = first.setdefault(slug(name), (name, event))
            if spelling != name:
                message = f'the {kind} "{name}" is spelt "{spelling}" in {where.place.path}.'
                yield Problem(event.at(key), message, "Write one of the two everywhere.")


class _Support(NamedTuple):
    holds: Callable[[Event], bool]
    why: str
    hint: str


def _has(stance: str) -> Callable[[Event], bool]:
    return lambda event: any(citation.stance == stance for citation in event.citations)


def _party_speaks(event: Event) -> bool:
    return any(_is_partys_own(citation, event) for citation in event.citations)


def _is_partys_own(citation: Citation, event: Event) -> bool:
    speaker = _by_words(citation.speaker)
    return citation.stance == "confirms" or any(_by_words(actor) in speaker for actor in event.actors)


def _by_words(text: str) -> str:
    """Words as slugs between hyphens, possessives as their owners: a text is in another by whole words."""
    plain = re.sub(r"['’]s\b", "", text)
    return f"-{'-'.join(slug(word) for word in plain.split())}-"


def _is_undenied(event: Event) -> bool:
    return not _has("denies")(event)


def _is_disputed(event: Event) -> bool:
    disagrees = any(d.relation == "disagree" for d in event.disagreements)
    return _has("denies")(event) or disagrees


_DENIED: Final = _Support(
    _is_undenied, "a citation denies it", 'Write "denied" or "disputed", or correct the citation\'s stance.'
)
_SUPPORT: Final[dict[Status, _Support]] = {
    "reported": _DENIED,
    "alleged": _DENIED,
    "confirmed": _Support(
        _party_speaks,
        "no citation has a party's own words",
        'Give the one that does "stance: confirms" or its speaker, or write "reported".',
    ),
    "denied": _Support(
        _has("denies"),
        "no citation denies it",
        'Give the one that does "stance: denies", or write "alleged".',
    ),
    "disputed": _Support(
        _is_disputed, "its sources agree", 'Add a citation with "stance: denies" or what each source says.'
    ),
}
"""What must be true of an event with each status; scheduled, possible and retracted are the editor's."""


def supported_status(timeline: Timeline) -> Problems:
    """An event's citations bear out its status."""
    return tuple(
        warning(event.at("status"), f'the status is "{event.status}", and {support.why}.', support.hint)
        for event in timeline.events
        if (support := _SUPPORT.get(event.status))
        and not event.wants_citations
        and not support.holds(event)
        and not (event.status == "disputed" and _holds_unread_dates(event))
    )


def _holds_unread_dates(event: Event) -> bool:
    """Whether words that state its date could not be read, which is told: its sources may well disagree."""
    stated = (each for citation in event.citations for each in citation.says)
    return any(each.field == "date" and each.reading is None for each in stated)


OF_ONE: Final[tuple[Check, ...]] = (known_sources, cited_events, needed_resolutions, supported_status)
"""What is found of an event is found of it alone, whatever the others are."""
OF_NAMES: Final[tuple[Check, ...]] = (one_spelling, one_thing_an_address)
"""These see the ids, names, aliases and places of all records, and nothing else of the events."""
OF_ALL: Final[tuple[Check, ...]] = (cited_sources, sound_origins, explained_publication)
