"""A long list over many pages, one for each period; a period that is too long for a page has parts.

How a period is divided depends on its own events alone: what is added to one moves nothing in another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline import addresses
from dateline.dates import DateOrder, Day, Edtf
from dateline.model import Event, Timeline
from dateline.named import Named, by_source, by_status
from dateline.pages.dateviews import newest_published
from dateline.pages.periods import filed, is_ahead
from dateline.pages.spans import LADDER, YEAR, Unit, span_of
from dateline.tongue import ENGLISH, Tongue

PAGED: Final = 200
"""A list of more events than this is paged."""
MOST: Final = 100
"""A period of more events than this is divided, as long as the calendar divides it."""
_Cut = tuple[int, int]
_FEWEST_PARTS: Final = 3
"""The whole timeline is divided by the longest unit that gives so many periods."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One period of a list, and its page."""

    target: str
    heading: str
    events: tuple[Event, ...]
    parts: tuple[Part, ...] = ()
    """What it is divided into; () where its page lists its events."""

    def leaves(self) -> Iterator[Part]:
        """The pages that list its events, in the order of time."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def below(self, target: str) -> Part:
        """The same period of a list that stands at `target`."""
        parts = tuple(part.below(target) for part in self.parts)
        return replace(self, target=target + self.target, parts=parts)


class Paging:
    """All pages of a long list."""

    def __init__(self, parts: tuple[Part, ...]) -> None:
        self.parts = parts
        self.leaves = tuple(leaf for part in parts for leaf in part.leaves())
        self._page_of = {event.id: leaf.target for leaf in self.leaves for event in leaf.events}

    def place(self, event: Event) -> str:
        """Where the event stands on the page of its period: `1984/#e-ID`."""
        return f"{self._page_of[event.id]}#e-{event.id}"

    def page(self, event: Event) -> str:
        """The page that lists it."""
        return self._page_of[event.id]

    def walk(self) -> Iterator[tuple[Part, tuple[Part, ...]]]:
        """Every period with those that it is a part of, outermost first."""
        waiting: list[tuple[Part, tuple[Part, ...]]] = [(part, ()) for part in reversed(self.parts)]
        while waiting:
            part, above = waiting.pop()
            yield part, above
            waiting += [(inner, (*above, part)) for inner in reversed(part.parts)]

    def years(self) -> Mapping[str, Event]:
        """The addresses of years that have no page of their own, and the first event of each.

        They lead to the page that has the year now: a year's address holds, however its period is divided.
        """
        taken = {part.target for part, _ in self.walk()}
        found: dict[str, Event] = {}
        for leaf in self.leaves:
            if leaf.target not in (addresses.AHEAD, addresses.UNDATED):
                for event in leaf.events:
                    found.setdefault(span_of(filed(event), YEAR).address, event)
        return {target: event for target, event in found.items() if target not in taken}


def paging_of(timeline: Timeline) -> Paging | None:
    """The pages of a timeline; None where its front page holds all its events."""
    newest = newest_published(timeline.sources)
    return paged(timeline.events, newest, timeline.site.date_order, timeline.tongue, most=PAGED)


def narrowings(timeline: Timeline, actors: Named, tags: Named) -> dict[str, Paging]:
    """The pages of those narrowed lists that one page does not hold, by the target of the list.

    Its periods stand below it, at the addresses that they have in the whole timeline: `tags/money/1984/`.
    """
    lists = (
        *((addresses.actor(name), events) for name, events in actors.items()),
        *((addresses.tag(name), events) for name, events in tags.items()),
        *((addresses.status(status), events) for status, events in by_status(timeline).items()),
    )
    return dict(_below(lists, timeline, PAGED))


def leanings(timeline: Timeline) -> dict[str, Paging]:
    """The pages of those sources on which more rests than one page holds, by the target of the source.

    An event stands there twice, by its quotations and by its date, so that fewer of them fill a page.
    """
    lists = ((addresses.source(id), events) for id, events in by_source(timeline).items())
    return dict(_below(lists, timeline, MOST))


def _below(
    lists: Iterable[tuple[str, Sequence[Event]]], timeline: Timeline, most: int
) -> Iterator[tuple[str, Paging]]:
    newest, order, tongue = newest_published(timeline.sources), timeline.site.date_order, timeline.tongue
    for target, events in lists:
        if found := paged(events, newest, order, tongue, most=most):
            yield target, Paging(tuple(part.below(target) for part in found.parts))


def paged(
    events: Sequence[Event],
    newest: Edtf | None,
    order: DateOrder = "day-month",
    tongue: Tongue = ENGLISH,
    *,
    most: int = PAGED,
) -> Paging | None:
    """The pages of these events, which are in the order of time; None where one page holds them all."""
    if len(events) <= most:
        return None
    undated = tuple(event for event in events if event.date is None)
    ahead = tuple(event for event in events if is_ahead(event, newest))
    past = tuple(event for event in events if event.date is not None and not is_ahead(event, newest))
    parts = [*_whole(past, order, tongue)]
    if ahead:
        heading = tongue.gettext("Still to come")
        parts.append(Part(target=addresses.AHEAD, heading=heading, events=ahead))
    if undated:
        parts.append(Part(target=addresses.UNDATED, heading=tongue.gettext("Undated"), events=undated))
    return Paging(tuple(parts))


def _whole(events: tuple[Event, ...], order: DateOrder, tongue: Tongue) -> tuple[Part, ...]:
    """By the longest unit that gives a choice; by the shortest where none does."""
    days = [filed(event) for event in events]
    for at, unit in enumerate(LADDER):
        cuts = list(_cuts(days, 0, len(days), unit))
        if len(cuts) >= _FEWEST_PARTS or unit is LADDER[-1]:
            return tuple(_part(events, days, cut, at, order, tongue) for cut in cuts)
    return ()


def _part(
    events: tuple[Event, ...], days: Sequence[Day], cut: _Cut, at: int, order: DateOrder, tongue: Tongue
) -> Part:
    """One period, divided further where it is too long."""
    span = span_of(days[cut[0]], LADDER[at])
    parts: tuple[Part, ...] = ()
    if cut[1] - cut[0] > MOST:
        for finer in range(at + 1, len(LADDER)):
            cuts = list(_cuts(days, *cut, LADDER[finer]))
            if len(cuts) > 1:
                parts = tuple(_part(events, days, inner, finer, order, tongue) for inner in cuts)
                break
    heading = span.heading(order, tongue)
    return Part(target=span.address, heading=heading, events=events[slice(*cut)], parts=parts)


def _cuts(days: Sequence[Day], start: int, end: int, unit: Unit) -> Iterator[_Cut]:
    """Where the periods begin and end among the days, which are in the order of time."""
    while start < end:
        cut = bisect_right(days, span_of(days[start], unit).last, start, end)
        yield start, cut
        start = cut
