"""How the dates of this site were read: the rules that were used, each with a case from its pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline import addresses
from dateline.dates import Reading, reasoning
from dateline.model import Citation, Event, Statement, Timeline
from dateline.pages.dateviews import DateView
from dateline.pages.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleUse:
    """One rule of reading, as this site used it."""

    rule: str
    explain: str
    count: int
    words: str
    """The first words that it read here."""
    language: str
    source: str
    date: DateView
    target: str
    """The event where they stand."""
    event: str


def rules_used(timeline: Timeline, desk: Desk) -> tuple[RuleUse, ...]:
    """Every rule that read a date, the most used first."""
    told = [
        (event, citation, said, said.reading)
        for event in timeline.events
        for citation in event.citations
        for said in citation.says
        if said.reading
    ]
    counts = Counter(reading.rule for *_, reading in told)
    first = {
        reading.rule: (event, citation, said, reading) for event, citation, said, reading in reversed(told)
    }
    return tuple(
        _use(*first[rule], counts[rule], desk)
        for rule in sorted(counts, key=lambda rule: (-counts[rule], desk.tongue.gettext(rule)))
    )


def _use(
    event: Event, citation: Citation, said: Statement, reading: Reading, count: int, desk: Desk
) -> RuleUse:
    return RuleUse(
        rule=desk.tongue.gettext(reading.rule),
        explain=reasoning(reading, desk.tongue),
        count=count,
        words=said.words.text,
        language=desk.language(citation.source),
        source=desk.name(citation.source),
        date=desk.date(reading),
        target=addresses.event(event.id),
        event=event.title,
    )
