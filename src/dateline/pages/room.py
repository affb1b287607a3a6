"""What a list prints of its events where it has no room for all of it.

A page is to stay under 14 kB on the wire. Counted are characters before compression: of 69 events with 185
citations 17,600 came to 13.9 kB, the overview above them included.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from dateline.markup import plain
from dateline.model import Event
from dateline.pages.views import CitationView, EventView
from dateline.tongue import Tongue

ROOM: Final = 17_600
"""Characters of a whole list: its headlines, quotations and texts, and what stands around each of them."""
MANY: Final = 200
"""A longer list is asked for because it has everything, and is heavy anyway."""
_ROW: Final = 50
"""What an event costs beside its headline: its date, its status, its ruler."""
_NOTE: Final = 40
"""What a quotation costs beside its own characters: its source, its number, what opens below it."""
_NAMES: Final = 20
"""What an event costs whose sources are but named."""
_REFERENCE: Final = 60
"""What a citation costs in a text that refers to it."""
_VITAL: Final = 2
"""Of the ranks of need, how many no list leaves out."""
_SHORT: Final = 40
"""An opening shorter than this takes the next sentence along."""
_SENTENCE: Final = re.compile(r"(?<=[a-z0-9%)”’\"'][.!?])(?<![ .]\w[.])[”’\"]? +(?=[“‘\"'A-Z0-9])")


Ranking = tuple[tuple[CitationView, bool], ...]
"""Citations, the most needed first, each with whether no list may leave it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is printed."""

    whole: bool
    """Whether everything is: then the rest is empty."""
    quotations: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """By event, the numbers of the citations whose quotations are."""
    openings: Mapping[str, str] = field(default_factory=dict)
    """By event, how its text begins."""


def room_for(tongue: Tongue) -> int:
    """How much a whole list may hold.

    Less where our own words take more bytes and quotations say their language, and less again where every
    name in a drawing is turned round.
    """
    tenths = 10 if tongue.is_english else 9 if tongue.direction == "ltr" else 8
    return ROOM * tenths // 10


def select(
    events: Sequence[Event],
    views: Mapping[str, EventView],
    room: int = ROOM,
    ranking: Callable[[EventView], Ranking] | None = None,
) -> Selection:
    """Everything, where it fits.

    Otherwise no event goes without its first quotation and without rival dates; of what is left,
    three quarters go to the openings of texts and the rest to further quotations. Where even that is too
    much, and the list no longer than `MANY`, the events that least is cited for have their sources' names
    alone. `ranking` stands for `most_needed` where that is known already.
    """
    ranking = ranking or most_needed
    room -= sum(weight(event.title) + _ROW for event in events)
    if sum(_whole_cost(event, views[event.id]) for event in events) <= room:
        return Selection(whole=True)
    ranked = {event.id: ranking(views[event.id]) for event in events}
    vital = {id: [citation for citation, is_vital in found if is_vital] for id, found in ranked.items()}
    needed = sum(_cost(citation) for citations in vital.values() for citation in citations)
    if needed > room and len(events) <= MANY:
        return Selection(whole=False, quotations=_fitting(vital, ranked, room))
    room -= needed
    openings = fitting_openings(events, room * 3 // 4) if room >= 0 else {}
    room -= sum(map(weight, openings.values()))
    quotations = {id: {citation.number for citation in citations} for id, citations in vital.items()}
    for id, citation in _by_turns(ranked) if room >= 0 else ():
        room -= _cost(citation)
        if room < 0:
            break
        quotations[id].add(citation.number)
    numbers = {id: frozenset(found) for id, found in quotations.items()}
    return Selection(whole=False, quotations=numbers, openings=openings)


def most_needed(view: EventView) -> Ranking:
    """The citations with a quotation, the most needed first, each with whether no list may leave it out.

    First the author's own first, then those whose date excludes the one that stands: none of these is left
    out. Then the one that dates the event, denials and confirmations, and the rest as the author has them.
    """
    quoted = [citation for citation in view.citations if citation.quote]

    def need(citation: CitationView) -> int:
        ranks = (
            citation is quoted[0],
            citation.is_rival,
            citation.dates_event,
            citation.stance in ("denies", "confirms"),
            True,
        )
        return ranks.index(True)

    return tuple((citation, need(citation) < _VITAL) for citation in sorted(quoted, key=need))


def _fitting(
    vital: Mapping[str, Sequence[CitationView]], ranked: Mapping[str, Ranking], room: int
) -> dict[str, frozenset[int]]:
    """As many of these as fit: those of disputed dates, then of the events that most is cited for."""
    room -= _NAMES * len(vital)
    chosen: dict[str, frozenset[int]] = {}
    for id in sorted(vital, key=lambda id: (-len(vital[id]), -len(ranked[id]))):
        room -= sum(map(_cost, vital[id])) - _NAMES
        printed = room >= 0 or len(vital[id]) > 1
        chosen[id] = frozenset(citation.number for citation in vital[id] if printed)
    return chosen


def fitting_openings(events: Sequence[Event], room: int) -> dict[str, str]:
    """How the texts of the events begin that most is cited for, by event, as many as `room` holds."""
    found: dict[str, str] = {}
    for event in sorted(events, key=lambda event: -len(event.citations) - 2 * len(event.disagreements)):
        begins = event.dek or opening(plain(event.body))
        room -= weight(begins)
        if room < 0:
            break
        found[event.id] = begins
    return found


def opening(text: str) -> str:
    """The first sentence of a plain text; with the second where the first is short.

    >>> opening("It was over. Two days had passed since the U.S. report was denied by both. More.")
    'It was over. Two days had passed since the U.S. report was denied by both.'
    """
    first, *more = _SENTENCE.split(text, maxsplit=2)
    return f"{first} {more[0]}" if len(first) < _SHORT and more else first


@lru_cache(maxsize=1 << 14)
def weight(text: str) -> int:
    """Its characters, those of other scripts than ours for as many as they have bytes: they compress alike.

    >>> weight("“Ford”"), weight("فورد"), weight("福特")
    (6, 8, 6)
    """
    if text.isascii():
        return len(text)
    return sum(1 if c < "\u0370" or "\u2000" <= c < "\u2070" else len(c.encode()) for c in text)


def _whole_cost(event: Event, view: EventView) -> int:
    return weight(event.body) + sum(_cost(citation) + _REFERENCE for citation in view.citations)


def _cost(citation: CitationView) -> int:
    return weight(citation.quote) + _NOTE


def _by_turns(
    ranked: Mapping[str, Ranking],
) -> Sequence[tuple[str, CitationView]]:
    """What is not vital: every event's most needed, then its second; the most cited events first."""
    rest = [
        (turn, -len(ranking), id, citation)
        for id, ranking in ranked.items()
        for turn, (citation, is_vital) in enumerate(ranking)
        if not is_vital
    ]
    return [(id, citation) for *_, id, citation in sorted(rest, key=lambda found: found[:2])]
