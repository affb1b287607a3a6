"""A source as its page shows it: what it is, what is held against it, what rests on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline import addresses
from dateline.kept import same
from dateline.model import Event, Source, Status, Timeline, Value
from dateline.pages.dateviews import DateView, excludes, is_unresolved, outcome
from dateline.pages.desk import Desk
from dateline.pages.views import CitationView, DisagreementView
from dateline.tongue import N_, Tongue

_BASIS: Final = {
    "explicit": N_("The text itself says so."),
    "inferred": N_("Inferred."),
    "unknown": "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A source in a list."""

    id: str
    name: str
    title: str
    language: str
    """Of its title and its text; empty where its file does not say."""
    target: str
    url: str
    published: DateView | None
    basis: str
    cited: str
    """How many events cite it, and how many disagreements it is part of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An event as far as it rests on one source."""

    title: str
    target: str
    status: Status
    date: DateView
    citations: tuple[CitationView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A date that the source states, in its words and as it was read."""

    words: str
    language: str
    """Of the source."""
    date: DateView | None
    rule: str
    title: str
    target: str
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A source's page."""

    row: SourceRow
    author: str
    publisher: str
    archived_url: str
    accessed: str
    """The day on which the editor saw it, in words, or empty."""
    because: str
    timezone: str
    type: str
    derived_from: tuple[tuple[str, str], ...]
    """(name, target of its page or "")."""
    same_origin: tuple[tuple[str, str], ...]
    """Other sources that relay the same."""
    sha256: str
    characters: int
    held: tuple[DisagreementView, ...]
    """Disagreements in which another value stands than the one that this source states."""
    disputed: tuple[DisagreementView, ...]
    """Disagreements in which its value stands, or none does."""
    citing: int
    """How many events cite it ..."""
    of_events: int
    """... and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """What rests on a source: all of it, or what does in one period."""

    claims: tuple[Claim, ...]
    stated: tuple[StatedDate, ...]


def source_row(source: Source, citing: Sequence[Event], desk: Desk) -> SourceRow:
    """A source in a list; `citing` are the events that cite it."""
    return SourceRow(
        id=source.id,
        name=source.label,
        title=source.title,
        language=desk.language(source.id),
        target=addresses.source(source.id),
        url=source.url,
        published=desk.date(source.published) if source.published else None,
        basis=desk.tongue.gettext(basis) if (basis := _BASIS[source.published_basis]) else "",
        cited=_cited(len(citing), sum(len(_held(event, source)) for event in citing), desk.tongue),
    )


def _cited(events: int, held: int, tongue: Tongue) -> str:
    cited = tongue.ngettext("%(num)s event cites it.", "%(num)s events cite it.", events)
    if not held:
        return cited
    part = tongue.ngettext(
        "It is involved in %(num)s disagreement.", "It is involved in %(num)s disagreements.", held
    )
    return tongue.joined([cited, part])


def source_view(source: Source, citing: Sequence[Event], timeline: Timeline, desk: Desk) -> SourceView:
    """What a source is, and what the timeline holds against it; `citing` are its events."""
    parts = [part for event in citing for part in _parts(event, source, desk)]
    sha256, characters = next(((s, n) for id, s, n in timeline.snapshots if id == source.id), ("", 0))
    return SourceView(
        row=source_row(source, citing, desk),
        author=source.author,
        publisher=source.publisher,
        archived_url=source.archived_url,
        accessed=desk.day(source.accessed),
        because=source.published_because,
        timezone=source.timezone,
        type=source.type,
        derived_from=tuple(_origin(origin, desk) for origin in source.derived_from),
        same_origin=tuple(
            (other.label, addresses.source(other.id))
            for other in timeline.sources
            if other.id != source.id and set(other.derived_from) & set(source.derived_from)
        ),
        sha256=sha256,
        characters=characters,
        held=tuple(view for view, overruled in parts if overruled),
        disputed=tuple(view for view, overruled in parts if not overruled),
        citing=len(citing),
        of_events=len(timeline.events),
    )


def resting(source: Source, events: Sequence[Event], desk: Desk) -> Resting:
    """As far as these events rest on the source."""
    return Resting(
        claims=tuple(_claim(event, source, desk) for event in events),
        stated=tuple(found for event in events for found in _stated(event, source, desk)),
    )


def _held(event: Event, source: Source) -> list[int]:
    """Which of the event's disagreements the source states a value in."""
    return [
        at
        for at, found in enumerate(event.disagreements)
        if found.relation == "disagree" and any(source.id in value.sources for value in found.values)
    ]


def _parts(event: Event, source: Source, desk: Desk) -> list[tuple[DisagreementView, bool]]:
    """Each disagreement that the source is part of, and whether it was overruled there."""
    views = desk.event(event).disagreements
    found = []
    for at in _held(event, source):
        found.append((views[at], _overruled(event.disagreements[at].values, source)))
    return found


def _overruled(values: Sequence[Value], source: Source) -> bool:
    """Whether what stands excludes all that the source states: a weekend is not denied by its Saturday."""
    ours = [value for value in values if source.id in value.sources]
    standing = [value for value in values if value.stands]
    return bool(standing) and all(_denied(value, standing) for value in ours)


def _denied(value: Value, standing: Sequence[Value]) -> bool:
    if value.reading is None:
        return not value.stands
    return all(excludes(value.reading, other.reading) for other in standing)


def _origin(origin: str, desk: Desk) -> tuple[str, str]:
    return (desk.name(origin), addresses.source(origin) if origin in desk.sources else "")


def _claim(event: Event, source: Source, desk: Desk) -> Claim:
    key = (Claim, same(event), source.id, desk.key)
    return desk.kept.under(key, lambda: _made_claim(event, source, desk))


def _made_claim(event: Event, source: Source, desk: Desk) -> Claim:
    view = desk.event(event)
    return Claim(
        title=view.title,
        target=view.target,
        status=view.status,
        date=view.date,
        citations=tuple(citation for citation in view.citations if citation.source_id == source.id),
    )


def _stated(event: Event, source: Source, desk: Desk) -> tuple[StatedDate, ...]:
    key = (StatedDate, same(event), source.id, desk.key)
    return desk.kept.under(key, lambda: tuple(_all_stated(event, source, desk)))


def _all_stated(event: Event, source: Source, desk: Desk) -> list[StatedDate]:
    return [
        StatedDate(
            words=said.words.text,
            language=desk.language(source.id),
            date=desk.date(said.reading) if said.reading else None,
            rule=desk.tongue.gettext(said.reading.rule) if said.reading else "",
            title=event.title,
            target=f"{addresses.event(event.id)}#c{citation.number}",
            outcome=outcome(said.reading, event.date, desk.tongue, unresolved=is_unresolved(event)),
        )
        for citation in event.citations
        if citation.source == source.id
        for said in citation.says
        if said.field == "date"
    ]
