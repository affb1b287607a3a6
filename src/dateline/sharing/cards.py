"""What each picture for sharing says: a card for the site, and one for each event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Final

from dateline import addresses, overview
from dateline.kept import Kept, digest
from dateline.model import Event, Shared, Status, Timeline
from dateline.options import colours
from dateline.overview.extents import Extent, extent_of
from dateline.overview.rulers import Ruler
from dateline.pages.dateviews import excludes, rival_values
from dateline.pages.desk import Desk
from dateline.palette import FIRST, Palette, Theme
from dateline.sharing.typefaces import Role, Typeface, drawable, face_for
from dateline.tongue import Direction

WIDTH: Final = 1200
HEIGHT: Final = 630
BARS: Final = 120
"""Of the drawing of when the events lie, from the first to the last."""

EDITION: Final = 2
"""Raised when `drawing` makes another picture of the same card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text in a typeface that has all its letters."""

    text: str
    face: Typeface


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One picture, before it is drawn. A line that no typeface at hand can set is None."""

    theme: Theme
    palette: Palette
    direction: Direction
    title: Line | None
    over: Line | None = None
    """Over an event's title, the site's."""
    date: Line | None = None
    status: Status | None = None
    status_word: Line | None = None
    ruler: Ruler | None = None
    facts: Line | None = None
    bars: tuple[float, ...] = ()
    """How many events lie in each part of the site's whole time, the fullest being 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """All cards of a site."""

    shared: Mapping[str, Shared]
    """What pages say of their picture, by the page's target."""
    cards: Mapping[str, Card]
    """By the target of the picture."""
    untitled: int
    """How many have no title, for want of letters."""


def deal(timeline: Timeline, others: tuple[Typeface, ...] = (), kept: Kept | None = None) -> Deck:
    """A card for the site and for each of its events; `others` are typefaces beside our own."""
    dealer = _Dealer(timeline, others, kept or Kept())
    shared: dict[str, Shared] = {}
    cards: dict[str, Card] = {}
    for page, picture, card in dealer.all():
        shared[page] = picture
        cards[picture.target] = card
    return Deck(shared=shared, cards=cards, untitled=sum(card.title is None for card in cards.values()))


class _Dealer:
    def __init__(self, timeline: Timeline, others: tuple[Typeface, ...], kept: Kept) -> None:
        self.kept = kept
        self.timeline = timeline
        self.tongue = timeline.tongue
        self.desk = Desk(timeline.sources, timeline.site.date_order, timeline.tongue)
        self.others = others
        self.theme: Theme = timeline.site.theme
        self.blank = Card(
            theme=self.theme,
            palette=colours(timeline.site)[FIRST[self.theme]],
            direction=self.tongue.direction,
            title=None,
        )

    def all(self) -> Iterator[tuple[str, Shared, Card]]:
        """(page, what it says of its picture, the card)."""
        title = self.timeline.site.title
        yield addresses.FRONT, *self.dealt("site", self.of_site(), title)
        over = self.line(title, "label")
        beside = digest(self.timeline.site, self.others), self.tongue
        events = self.timeline.events
        told = self.kept.each(lambda event: self.told(event, over), zip(events), Card, beside)
        for event, found in zip(events, told, strict=True):
            yield addresses.event(event.id), *found

    def told(self, event: Event, over: Line | None) -> tuple[Shared, Card]:
        """The picture of an event, and its card."""
        date = self.date(event)
        alt = self.tongue.gettext(
            "%(title)s. %(date)s, %(status)s.",
            title=event.title, date=date, status=self.tongue.gettext(event.status),
        )  # fmt: skip
        return self.dealt(event.id, replace(self.of_event(event, date), over=over), alt)

    def dealt(self, name: str, card: Card, alt: str) -> tuple[Shared, Card]:
        """A card with the name of its picture, which changes with all that is on it."""
        target = f"{addresses.SHARED}{name}-{_digest(card)}.png"
        return Shared(target=target, alt=alt, width=WIDTH, height=HEIGHT), card

    def line(self, text: str, role: Role) -> Line | None:
        """The text with a face that has its letters; None when none has, or when it is empty."""
        shown = drawable(text)
        face = face_for(shown, self.theme, role, self.others) if shown else None
        return Line(text=shown, face=face) if face else None

    def of_site(self) -> Card:
        """Its title, how much it holds, and where on the axis its events are."""
        events = self.timeline.events
        count = self.tongue.ngettext("%(num)s event", "%(num)s events", len(events))
        sources = self.tongue.ngettext("%(num)s source", "%(num)s sources", len(self.timeline.sources))
        extents = self.kept.each(lambda event: extent_of(event.date), zip(events), extent_of)
        return replace(
            self.blank,
            title=self.line(self.timeline.site.title, "title"),
            facts=self.line(f"{count} · {sources}", "label"),
            bars=_bars([extent for extent in extents if extent and not extent.open]),
        )

    def of_event(self, event: Event, date: str) -> Card:
        """Its title, date and status, and its date beside those of sources that exclude it."""
        others = [value.reading for value in rival_values(event) if value.reading]
        rivals = [reading for reading in others if excludes(reading, event.date)]
        return replace(
            self.blank,
            title=self.line(event.title, "title"),
            date=self.line(date, "date"),
            status=event.status,
            status_word=self.line(self.tongue.gettext(event.status), "label"),
            ruler=overview.ruler(event.date, rivals),
        )

    def date(self, event: Event) -> str:
        """The date; where sources exclude each other, all that stand."""
        said = [self.desk.label(v.reading) if v.reading else v.words for v in rival_values(event)]
        if said:
            return self.tongue.gettext("%(dates)s, disputed", dates=self.tongue.listed(said, "or"))
        return self.desk.label(event.date) if event.date else self.tongue.gettext("undated")


def _bars(extents: list[Extent]) -> tuple[float, ...]:
    """Each event counts for one, spread evenly over all the time it may mean."""
    if len(extents) < 2:
        return ()
    first, last = min(e.start for e in extents), max(e.end for e in extents)
    step = (last - first) / BARS
    sums = [0.0] * BARS
    for extent in extents:
        start, end = (extent.start - first) / step, (extent.end - first) / step
        for bar in range(int(start), min(BARS, int(end) + 1)):
            sums[bar] += max(0.0, min(end, bar + 1) - max(start, bar)) / max(end - start, 1e-9)
    return tuple(value / max(sums) for value in sums)


def _digest(card: Card) -> str:
    return blake2b(repr((EDITION, card)).encode(), digest_size=4).hexdigest()
