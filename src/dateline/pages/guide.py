"""How the dates of this site were read: the rules that were used, each with a case from its pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline import addresses
from dateline.model import Timeline
from dateline.pages.dateviews import DateView
from dateline.pages.views import Desk


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
    found: dict[str, list[RuleUse]] = {}
    for event in timeline.events:
        for citation in event.citations:
            for said in citation.says:
                if said.reading is None:
                    continue
                use = RuleUse(
                    rule=desk.tongue.gettext(said.reading.rule),
                    explain=said.reading.explain(desk.tongue),
                    count=1,
                    words=said.words.text,
                    language=desk.language(citation.source),
                    source=desk.name(citation.source),
                    date=desk.date(said.reading),
                    target=addresses.event(event.id),
                    event=event.title,
                )
                found.setdefault(said.reading.rule, []).append(use)
    most_used = sorted(found.values(), key=lambda uses: (-len(uses), uses[0].rule))
    return tuple(replace(uses[0], count=len(uses)) for uses in most_used)
