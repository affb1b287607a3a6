"""What readers follow: for the whole timeline, and for each actor and tag, a file of each kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.formats import atom, icalendar, jsonfeed
from dateline.formats.channels import Channel, Item, channels, items, newest_first
from dateline.model import Event, Timeline
from dateline.tongue import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One kind of file that is followed."""

    file: str
    media_type: str
    name: str
    most: int | None
    """How many entries it has at most, those that changed last; None is all of them."""
    entry: Callable[[Item, Timeline], str]
    """One event; "" where it has no place in this kind."""
    whole: Callable[[Channel, Sequence[Item], Sequence[str], Timeline], str]
    """The file, from its items and their entries; "" where there is to be none."""


_MOST: Final = 100

FEEDS: Final[tuple[Feed, ...]] = (
    Feed(
        file=atom.FILE,
        media_type="application/atom+xml",
        name=N_("Atom feed"),
        most=_MOST,
        entry=atom.entry,
        whole=atom.whole,
    ),
    Feed(
        file=jsonfeed.FILE,
        media_type="application/feed+json",
        name=N_("JSON Feed"),
        most=_MOST,
        entry=jsonfeed.entry,
        whole=jsonfeed.whole,
    ),
    Feed(
        file=icalendar.FILE,
        media_type="text/calendar",
        name=N_("Calendar"),
        most=None,
        entry=icalendar.entry,
        whole=icalendar.whole,
    ),
)


def write(timeline: Timeline) -> dict[str, str]:
    """Every feed's text by its path."""
    told = items(timeline)
    entries = {feed.file: _Entries(feed, timeline) for feed in FEEDS}
    files: dict[str, str] = {}
    for channel in channels(timeline):
        listed = newest_first(channel, told)
        for feed in FEEDS:
            some = listed[: feed.most]
            text = feed.whole(channel, some, [entries[feed.file](item) for item in some], timeline)
            if text:
                files[channel.page + feed.file] = text
    return files


def paths(timeline: Timeline) -> tuple[str, ...]:
    """Those of all that `write` gives."""
    return tuple(path for each in channels(timeline) for path, _ in offered(each.page, each.events))


def offered(page: str, events: Sequence[Event]) -> tuple[tuple[str, Feed], ...]:
    """The target and the kind of each file by which a page with these events can be followed."""
    placed = any(not isinstance(icalendar.days(event), str) for event in events)
    return tuple((page + feed.file, feed) for feed in FEEDS if placed or feed.file != icalendar.FILE)


class _Entries:
    """Writes the entry of each event once, for all the channels that have it."""

    def __init__(self, feed: Feed, timeline: Timeline) -> None:
        self._feed, self._timeline = feed, timeline
        self._written: dict[str, str] = {}

    def __call__(self, item: Item) -> str:
        if item.event.id not in self._written:
            self._written[item.event.id] = self._feed.entry(item, self._timeline)
        return self._written[item.event.id]
