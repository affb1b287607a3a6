"""The list of events cut into periods, with the long gaps between them in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dateline.dates import Day, Edtf, Reading, label
from dateline.filters import number_words
from dateline.model import Event, Status
from dateline.pages.views import Order

CROWDED: Final = 12
"""A year that holds more events than this is told by its months."""
SPARSE: Final = 40
"""With more headings than this, years give way to decades, decades to centuries, and so on."""
_MONTH: Final = 30.44
_YEAR: Final = 365.25
_AHEAD: Final[tuple[Status, ...]] = ("scheduled", "possible")

Key = tuple[int, int, int]
"""(start in years, span in years, month or 0)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event in its place, and the gap before it in words ("Six months later"), if there is one."""

    event: Event
    gap: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of the list under one heading."""

    id: str
    heading: str
    note: str
    entries: tuple[Entry, ...]


def periods(events: Sequence[Event], newest: Edtf | None, order: Order) -> tuple[Period, ...]:
    """Dated events by year or month, what the sources see ahead, and at last what nobody dates.

    `newest` is the publication of the newest source: a scheduled or possible event that may fall after it
    is still to come, whatever today's date is.
    """
    undated = [event for event in events if event.date is None]
    dated = [(event, _is_ahead(event, newest)) for event in events if event.date is not None]
    past = [event for event, is_ahead in dated if not is_ahead]
    ahead = [event for event, is_ahead in dated if is_ahead]
    found = [*_past(past), *_ahead(ahead, newest, order)]
    if undated:
        entries = tuple(Entry(event=event) for event in undated)
        found.append(Period(id="undated", heading="Undated", note="dated by no source", entries=entries))
    return tuple(found)


def _is_ahead(event: Event, newest: Edtf | None) -> bool:
    if event.status not in _AHEAD or event.date is None:
        return False
    end, known = event.date.latest, newest.latest if newest else None
    return end is None or known is None or end > known


def _past(events: Sequence[Event]) -> Iterable[Period]:
    key = _keys(events)
    ordered = sorted(events, key=key)
    gaps = dict(zip((event.id for event in ordered), gaps_before(ordered), strict=True))
    for period, group in groupby(ordered, key=key):
        entries = tuple(Entry(event=event, gap=gaps[event.id]) for event in group)
        yield Period(id=_id(period), heading=_heading(period), note="", entries=entries)


def _ahead(events: Sequence[Event], newest: Edtf | None, order: Order) -> Iterable[Period]:
    if not events:
        return
    gaps = gaps_before(events)
    entries = tuple(Entry(event=event, gap=gap) for event, gap in zip(events, gaps, strict=True))
    note = f"as of the sources, the newest of {label(newest, order=order)}" if newest else "as of the sources"
    yield Period(id="still-to-come", heading="Still to come", note=note, entries=entries)


def _keys(events: Sequence[Event]) -> Callable[[Event], Key]:
    """Which period an event belongs to, at the finest scale that keeps the headings few."""
    years = [_start(event).year for event in events]
    span = next((n for n in (1, 10, 100, 1000) if len({y // n for y in years}) <= SPARSE), 10_000)
    crowded = {year for year, count in Counter(years).items() if span == 1 and count > CROWDED}

    def key(event: Event) -> Key:
        start = _start(event)
        month = start.month if start.year in crowded and _within_month(event.date) else 0
        return (start.year // span * span, span, month)

    return key


def _start(event: Event) -> Day:
    """The day by which a dated event is filed: its earliest, or its latest where the start is open."""
    reading = event.date
    assert reading is not None  # only dated events come here
    return reading.earliest or reading.latest or Day(0, 1, 1)


def _within_month(reading: Reading | None) -> bool:
    """Whether the date names a month at least: an open start is filed by its end, and names none."""
    if reading is None or reading.earliest is None or reading.latest is None:
        return False
    return reading.earliest[:2] == reading.latest[:2] or _days(reading.earliest, reading.latest) < _MONTH


def _heading(period: Key) -> str:
    year, span, month = period
    if span > 1:
        return f"{_year(year)} to {_year(year + span - 1)}"
    if month:
        return label(Edtf.parse(f"{_edtf_year(year)}-{month:02d}"))
    return _year(year)


def _year(year: int) -> str:
    return label(Edtf.parse(_edtf_year(year)))


def _edtf_year(year: int) -> str:
    return f"{year:04d}" if 0 <= year <= 9999 else (f"Y{year}" if abs(year) > 9999 else f"-{-year:04d}")


def _id(period: Key) -> str:
    year, span, month = period
    name = f"y{year}" if span == 1 else f"y{year}-{span}"
    return re.sub("--", "-bce-", f"{name}-{month:02d}" if month else name)


def gaps_before(events: Sequence[Event]) -> tuple[str, ...]:
    """For each event the time since all before it were over, in words where that is long for this timeline.

    Dates without both ends and dates as vague as a quarter of the whole measure nothing. Counted is what
    nobody could read otherwise: from the latest end so far to the earliest start.
    """
    bounds = [_bounds(event.date) for event in events]
    known = [span for span in bounds if span]
    whole = _days(min(known)[0], max(span[1] for span in known)) if known else 0
    words: list[str] = []
    last: tuple[Day, Day] | None = None
    for event, span in zip(events, bounds, strict=True):
        lasting = event.date is not None and event.date.kind == "lasting"
        if span is None or (not lasting and _days(*span) > whole / 4):
            words.append("")
            continue
        arrival = (span[0], span[0]) if lasting else span
        words.append(_gap(last, arrival, whole) if last else "")
        if last is None or span[1] > last[1]:
            last = (span[1], span[1]) if lasting else span
    return tuple(words)


def _gap(last: tuple[Day, Day], span: tuple[Day, Day], whole: float) -> str:
    least = _days(last[1], span[0])
    if least < max(_MONTH, whole / 60):
        return ""
    if least > 2 * _YEAR:
        low, high, unit = span[0].year - last[1].year, span[1].year - last[0].year, "year"
    else:
        low, high, unit = _months(last[1], span[0]), _months(last[0], span[1]), "month"
    words = f"{number_words(low)} {unit}{'' if low == 1 else 's'} later"
    return words[0].upper() + words[1:] if low == high else f"At least {words}"


def _months(first: Day, second: Day) -> int:
    return (second.year - first.year) * 12 + second.month - first.month


def _bounds(reading: Reading | None) -> tuple[Day, Day] | None:
    if reading is None or reading.earliest is None or reading.latest is None:
        return None
    return reading.earliest, reading.latest


def _days(first: Day, second: Day) -> float:
    """Days between two dates, near enough to compare lengths with; exact counting is not needed here."""
    years, months, days = (b - a for a, b in zip(first, second, strict=True))
    return years * _YEAR + months * _MONTH + days
