"""An event as lists show it: its text, and as many of its quotations as the page has room for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.bodies import Bodies
from dateline.markup import plain
from dateline.model import Event
from dateline.periods import Period
from dateline.views import CitationView, Desk, EventView

ROOM: Final = 9_000
"""Characters of texts and quotations that a list prints whole; of more, it prints each text's opening."""
QUOTATIONS: Final = 6_000
"""Characters of quotations in such a longer list: with 80 events it stays under 14 kB on the wire."""
OPENINGS: Final = 3_300
"""Characters of openings in it: what more citations and disagreements speak of is told at more length."""
_AROUND: Final = 40
"""What a quotation costs beside its own characters: its source, its number, what opens below it."""
_VITAL: Final = 2
"""Of the ranks of need, how many no list leaves out."""
_OPENING: Final = 40
"""An opening shorter than this takes the next sentence along."""
_SENTENCE: Final = re.compile(r"(?<=[a-z0-9%)”’\"'][.!?])(?<![ .]\w[.])[”’\"]? +(?=[“‘\"'A-Z0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An event in a list."""

    view: EventView
    gap: str
    whole: bool
    """Whether the list has room for all of it."""
    blocks_html: tuple[str, ...]
    """The text with its references; empty where the list prints openings."""
    opening: str
    """How the text begins, in plain words; empty where `blocks_html` has all of it."""
    notes: tuple[CitationView, ...]
    cited: frozenset[int]
    """Numbers that the text refers to, so that a note can lead back to it."""
    unseen: int
    """How many citations only the event's own page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A period's cards."""

    id: str
    heading: str
    note: str
    cards: tuple[Card, ...]


def stretches(periods: Sequence[Period], desk: Desk, bodies: Bodies, page: str) -> tuple[Stretch, ...]:
    """The periods of one page, as whole as it has room for."""
    events = [entry.event for period in periods for entry in period.entries]
    views = {event.id: desk.event(event) for event in events}
    quotations = sum(len(citation.quote) for view in views.values() for citation in view.citations)
    whole = quotations + sum(len(event.body) for event in events) <= ROOM
    shown = fitting(views.values(), QUOTATIONS)
    openings = {} if whole else fitting_openings(events)

    def card(event: Event, gap: str) -> Card:
        view = views[event.id]
        return (
            _whole(view, event, gap, bodies, page)
            if whole
            else _opened(view, openings.get(event.id, ""), gap, shown[event.id])
        )

    return tuple(
        Stretch(
            id=period.id,
            heading=period.heading,
            note=period.note,
            cards=tuple(card(entry.event, entry.gap) for entry in period.entries),
        )
        for period in periods
    )


def fitting(views: Iterable[EventView], room: int) -> dict[str, frozenset[int]]:
    """Numbers of the citations to print for each event: all of them, where `room` characters hold them all.

    Otherwise every event has what it cannot do without, then each one more, until the room is taken.
    """
    ranked = {view.id: most_needed(view) for view in views}
    shown: dict[str, frozenset[int]] = {id: frozenset() for id in ranked}
    left = room
    for turn in range(max((len(ranking) for ranking in ranked.values()), default=0)):
        for id, ranking in ranked.items():
            if turn < len(ranking):
                citation, vital = ranking[turn]
                left -= len(citation.quote) + _AROUND
                if left >= 0 or vital:
                    shown[id] |= {citation.number}
    return shown


def most_needed(view: EventView) -> tuple[tuple[CitationView, bool], ...]:
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


def fitting_openings(events: Iterable[Event], room: int = OPENINGS) -> dict[str, str]:
    """How the texts of the events begin that most is cited for, by event, as many as `room` holds."""
    found: dict[str, str] = {}
    for event in sorted(events, key=lambda event: -len(event.citations) - 2 * len(event.disagreements)):
        begins = event.dek or opening(plain(event.body))
        room -= len(begins)
        if room < 0:
            break
        found[event.id] = begins
    return found


def _whole(view: EventView, event: Event, gap: str, bodies: Bodies, page: str) -> Card:
    body = bodies.event(event, page, id_prefix=f"n-{event.id}-")
    return Card(
        view=view,
        gap=gap,
        whole=True,
        blocks_html=tuple(block.html for block in body.blocks),
        opening="" if body else view.dek,
        notes=view.citations,
        cited=frozenset(number for block in body.blocks for number in block.cites),
        unseen=0,
    )


def _opened(view: EventView, opening: str, gap: str, shown: frozenset[int]) -> Card:
    notes = tuple(citation for citation in view.citations if citation.number in shown)
    return Card(
        view=view,
        gap=gap,
        whole=False,
        blocks_html=(),
        opening=opening,
        notes=notes,
        cited=frozenset(),
        unseen=len(view.citations) - len(notes),
    )


def opening(text: str) -> str:
    """The first sentence of a plain text; with the second where the first is short.

    >>> opening("It was over. Two days had passed since the U.S. report was denied by both. More.")
    'It was over. Two days had passed since the U.S. report was denied by both.'
    """
    first, *more = _SENTENCE.split(text, maxsplit=2)
    return f"{first} {more[0]}" if len(first) < _OPENING and more else first
