"""When something on the site last changed, from what the site itself knows: no clock is asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dateline.dates import Day, Edtf
from dateline.model import Event, Timeline

_NEVER: Final = Day(1970, 1, 1)


def changes(timeline: Timeline) -> dict[str, Day]:
    """The newest of an event's corrections, verifications and withdrawal; without any, the whole site's."""
    newest = site_changed(timeline)
    published = (*timeline.events, *timeline.withdrawn)
    return {event.id: max(_days_of(event), default=newest) for event in published}


def site_changed(timeline: Timeline) -> Day:
    """The newest correction or verification; else the newest day a source was looked at or appeared.

    A site that knows none of these says 1970: a feed must give a date, and an invented one would look real.
    """
    verified = [day for event in (*timeline.events, *timeline.withdrawn) for day in _days_of(event)]
    looked_at = [day for source in timeline.sources for day in _readable(source.accessed)]
    appeared = [s.published.latest for s in timeline.sources if s.published and s.published.latest]
    return max(verified or looked_at or appeared, default=_NEVER)


def instant(day: Day) -> str:
    """The day as the date-time that Atom asks for."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}T00:00:00Z"


def _days_of(event: Event) -> list[Day]:
    verified = (c.verification.verified for c in event.citations if c.verification)
    corrected = (correction.date for correction in event.corrections)
    withdrawn = (event.withdrawn.date,) if event.withdrawn else ()
    return [day for text in (*verified, *corrected, *withdrawn) for day in _readable(text)]


def _readable(text: str) -> Iterable[Day]:
    if text and (day := Edtf.parse(text).latest) and 0 < day.year < 10_000:
        yield day
