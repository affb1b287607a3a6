"""What an editor decides is something that sources dispute."""

from __future__ import annotations

from typing import Final

from dateline.model import Event, Resolution, Timeline
from dateline.problems import Problems, warning
from dateline.text import nearest_spelling, suggest


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
    if resolution.field not in stated:
        return suggest(resolution.field, stated)
    near = nearest_spelling(resolution.field, stated - {resolution.field}, _LIKENESS)
    return near and f'Another citation calls it "{near}": write one of the two in both.'


_LIKENESS: Final = 0.75


def _may_differ(event: Event, undatable: set[str]) -> bool:
    """Whether its date is the editor's own, or a source's that a fault keeps from being read."""
    return event.stated_date is not None or any(c.source in undatable for c in event.citations)
