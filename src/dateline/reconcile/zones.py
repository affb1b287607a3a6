"""Dates a day apart that two time zones alone may explain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import combinations
from zoneinfo import ZoneInfo

from dateline.dates import Day, sort_key
from dateline.dates.day import ordinal
from dateline.model import Source
from dateline.reconcile.weighing import Entry


def zones_between(entries: Sequence[Entry], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Two zones that explain a day's difference, for the later day stands in the one further east."""
    for one, other in combinations(entries, 2):
        early, late = sorted((one, other), key=lambda each: sort_key(each.value.reading, ""))
        days = _day(early), _day(late)
        here, there = _zone(early, sources), _zone(late, sources)
        if not (days[0] and days[1] and here and there) or ordinal(days[1]) - ordinal(days[0]) != 1:
            continue
        if _ahead(there, days[0]) > _ahead(here, days[0]):
            return here, there
    return ()


def _day(entry: Entry) -> Day | None:
    """The day that a value names, if it names one."""
    reading = entry.value.reading
    return reading.earliest if reading and reading.earliest == reading.latest else None


def _ahead(zone: str, day: Day) -> float:
    """How many hours a zone's clocks are ahead of UTC's at noon of a day; nothing before the year 1."""
    if not 1 <= day.year <= 9999:
        return 0
    offset = datetime(*day, 12, tzinfo=ZoneInfo(zone)).utcoffset()
    return offset.total_seconds() / 3600 if offset else 0


def _zone(entry: Entry, sources: Mapping[str, Source]) -> str:
    """The zone that all sources of a value write in; empty where they differ."""
    zones = {sources[id].timezone for id in entry.value.sources if id in sources}
    return zones.pop() if len(zones) == 1 else ""
