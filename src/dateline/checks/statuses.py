"""An event's status is one that its citations bear out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from dateline.model import Citation, Event, Status, Timeline
from dateline.problems import Problems, warning
from dateline.text import slug


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
