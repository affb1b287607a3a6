"""An event as lists show it: its text, and as many of its quotations as the page has room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from dateline.kept import same
from dateline.markup import Body
from dateline.model import Event
from dateline.pages.bodies import Bodies
from dateline.pages.desk import Desk
from dateline.pages.periods import Period
from dateline.pages.room import most_needed, room_for, select
from dateline.pages.views import CitationView, EventView


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

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of all its sources, each once."""
        return tuple(dict.fromkeys(citation.source for citation in self.view.citations))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period's cards."""

    id: str
    heading: str
    note: str
    year: str
    cards: tuple[Card, ...]

    @property
    def size(self) -> str:
        """How many cards there are, digit by digit (`t2 u4`): a style sheet guesses its height by it."""
        digits = f"{min(len(self.cards), 999):03}"
        return " ".join(place + digit for place, digit in zip("htu", digits, strict=True) if digit != "0")


def stretches(periods: Sequence[Period], desk: Desk, bodies: Bodies, page: str) -> tuple[Stretch, ...]:
    """The periods of one page, as whole as it has room for."""
    events = [entry.event for period in periods for entry in period.entries]
    views = {event.id: desk.event(event) for event in events}
    selection = select(events, views, room_for(desk.tongue), partial(desk.kept.of, most_needed))

    def card(event: Event, gap: str) -> Card:
        view = views[event.id]
        if selection.whole:
            body = bodies.event(event, page, id_prefix=f"n-{event.id}-")
            return desk.kept.under((Card, same(view), gap, same(body)), lambda: _whole(view, gap, body))
        shown, opening = selection.quotations[view.id], selection.openings.get(view.id, "")
        key = (Card, same(view), gap, shown, opening)
        return desk.kept.under(key, lambda: _opened(view, gap, shown, opening))

    def stretch(period: Period) -> Stretch:
        named = (period.id, period.heading, period.note, period.year)
        cards = tuple(card(entry.event, entry.gap) for entry in period.entries)
        return desk.kept.under((Stretch, *named, desk.kept.token(*cards)), lambda: Stretch(*named, cards))

    return tuple(map(stretch, periods))


def _whole(view: EventView, gap: str, body: Body) -> Card:
    return Card(
        view=view,
        gap=gap,
        whole=True,
        blocks_html=tuple(block.html for block in body.blocks if block.html),
        opening="" if body else view.dek,
        notes=view.citations,
        cited=frozenset(number for block in body.blocks for number in block.cites),
        unseen=0,
    )


def _opened(view: EventView, gap: str, shown: frozenset[int], opening: str) -> Card:
    return Card(
        view=view,
        gap=gap,
        whole=False,
        blocks_html=(),
        opening=opening,
        notes=tuple(citation for citation in view.citations if citation.number in shown),
        cited=frozenset(),
        unseen=len(view.citations) - len(shown),
    )
