"""What only an event's own page shows of it: how each date was read, whose word it all is, what is next."""

from __future__ import annotations

from dataclasses import dataclass

from dateline import addresses
from dateline.dates import reasoning
from dateline.markup import plain
from dateline.model import Citation, Correction, Event, Statement, Timeline
from dateline.pages.dateviews import DateView, is_unresolved, outcome
from dateline.pages.desk import Desk
from dateline.tongue import Tongue


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow:
    """A date that one citation states: its words, how they were read, and what came of it."""

    words: str
    language: str
    source: str
    number: int
    explain: str
    anchored: bool
    """Whether the words needed the day on which they were published."""
    published: DateView | None
    date: DateView | None
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The event before or after."""

    title: str
    target: str
    date: str
    gap: str
    """The time between, in words, where it is long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """What was wrong, and what it says now."""

    date: str
    was: str
    now: str
    title: str
    target: str


def description(event: Event, date: str, tongue: Tongue) -> str:
    """The event in a line for machines: its date, and its dek or how its text begins."""
    return tongue.joined([tongue.sentence(date), event.dek or plain(event.body) or event.title])


def reading_rows(event: Event, desk: Desk) -> tuple[ReadingRow, ...]:
    """Every date that the event's citations state, in their order."""
    return tuple(
        _reading_row(event, citation, said, desk)
        for citation in event.citations
        for said in citation.says
        if said.field == "date"
    )


def _reading_row(event: Event, citation: Citation, said: Statement, desk: Desk) -> ReadingRow:
    source = desk.sources.get(citation.source)
    reading = said.reading
    return ReadingRow(
        words=said.words.text,
        language=desk.language(citation.source),
        source=desk.name(citation.source),
        number=citation.number,
        explain=reasoning(reading, desk.tongue) if reading else "",
        anchored=bool(reading and not reading.explicit),
        published=desk.date(source.published) if source and source.published else None,
        date=desk.date(reading) if reading else None,
        outcome=outcome(reading, event.date, desk.tongue, unresolved=is_unresolved(event)),
    )


def origins(event: Event, timeline: Timeline) -> str:
    """A sentence where the event's sources relay fewer origins than they are themselves, else empty."""
    cited = {citation.source for citation in event.citations}
    sources = [source for source in timeline.sources if source.id in cited]
    found = {origin for source in sources for origin in (source.derived_from or (source.id,))}
    if len(sources) < 2 or len(found) >= len(sources):
        return ""
    labels = {source.id: source.label for source in timeline.sources}
    tongue = timeline.tongue
    return tongue.ngettext(
        "%(sources)s sources, %(num)s origin: %(names)s.",
        "%(sources)s sources, %(num)s origins: %(names)s.",
        len(found),
        sources=len(sources),
        names=tongue.listed(sorted(labels.get(origin, origin) for origin in found)),
    )


def neighbour(event: Event | None, desk: Desk, gap: str) -> Neighbour | None:
    """The event as the page of the one beside it shows it; None at either end."""
    if event is None:
        return None
    return Neighbour(
        title=event.title, target=addresses.event(event.id), date=desk.event_date(event).label, gap=gap
    )


def corrections_of(event: Event, tongue: Tongue) -> tuple[Correction, ...]:
    """Its corrections, and last of all its withdrawal, which is one too."""
    if event.withdrawn is None:
        return event.corrections
    date, because, place = event.withdrawn.date, event.withdrawn.because, event.withdrawn.place
    now = tongue.gettext("Withdrawn. %(because)s", because=because)
    withdrawal = Correction(date=date, was=event.title, now=now, place=place)
    return (*event.corrections, withdrawal)


def correction(record: Correction, event: Event, desk: Desk) -> CorrectionView:
    """A correction with the event that it belongs to."""
    return CorrectionView(
        date=desk.day(record.date),
        was=record.was,
        now=record.now,
        title=event.title,
        target=addresses.event(event.id),
    )
