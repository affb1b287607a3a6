"""The list of events cut into periods, with the long gaps between them in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dateline.dates import DateOrder, Day, Edtf, Reading, label
from dateline.model import Event, Status
from dateline.pages.gaps import MEAN_MONTH, MEAN_YEAR, days_between, gaps_before
from dateline.pages.spans import DAY, MONTH, YEAR, YEARS, Span, Unit, open_span, span_of
from dateline.tongue import ENGLISH, N_, Tongue

CROWDED: Final = 12
"""A year that holds more events than this is told by its months ..."""
SWOLLEN: Final = 100
"""... and a month that holds more than this by its days."""
SPARSE: Final = 40
"""With more headings than this, years give way to decades, decades to centuries, and so on."""
_AHEAD: Final[tuple[Status, ...]] = ("scheduled", "possible")


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
    year: str = ""
    """The year that it is a part of, or its own heading where it is longer; empty for what has no time."""


def periods(
    events: Sequence[Event],
    newest: Edtf | None,
    order: DateOrder,
    *,
    before: Sequence[Event] = (),
    tongue: Tongue = ENGLISH,
) -> tuple[Period, ...]:
    """Dated events by year or month, what the sources see ahead, and at last what nobody dates.

    `newest` is the publication of the newest source: a scheduled or possible event that may fall after it
    is still to come, whatever today's date is. `before` are the events of the pages before this one: the
    first gap is counted from them.
    """
    undated = [event for event in events if event.date is None]
    ahead = [event for event in events if is_ahead(event, newest)]
    past = [event for event in events if event.date is not None and not is_ahead(event, newest)]
    found = [*_past(past, before, order, tongue), *_ahead(ahead, newest, order, tongue)]
    if undated:
        entries = tuple(Entry(event=event) for event in undated)
        found.append(
            Period(
                id="undated",
                heading=tongue.gettext("Undated"),
                note=tongue.gettext("dated by no source"),
                entries=entries,
            )
        )
    return tuple(found)


def is_ahead(event: Event, newest: Edtf | None) -> bool:
    """Whether it is planned or expected, and may fall after the newest source."""
    if event.status not in _AHEAD or event.date is None:
        return False
    end, known = event.date.latest, newest.latest if newest else None
    return end is None or known is None or end > known


def filed(event: Event) -> Day:
    """The day by which a dated event is filed: its earliest, or its latest where the start is open."""
    reading = event.date
    assert reading is not None  # only dated events come here
    return reading.earliest or reading.latest or Day(0, 1, 1)


def _past(
    events: Sequence[Event], before: Sequence[Event], order: DateOrder, tongue: Tongue
) -> Iterator[Period]:
    placed = sorted(zip(_spans(events), events, strict=True), key=lambda pair: pair[0].sort_key)
    found = {span for span, _ in placed}
    loose = _divided(found)
    beside = {span for span in found if span.unit.kind == "open" and any(map(span.holds, found - {span}))}
    measured = [event for span, event in placed if span not in loose]
    gaps = dict(zip((event.id for event in measured), gaps_before(measured, before, tongue), strict=True))
    for span, group in groupby(placed, key=lambda one: one[0]):
        entries = tuple(Entry(event=event, gap=gaps.get(event.id, "")) for _, event in group)
        heading = span.heading(order, tongue)
        note = tongue.gettext(_LOOSE[span.unit.kind]) if span in loose or span in beside else ""
        year = (
            heading
            if span.unit.kind in ("years", "open")
            else span_of(span.first, YEAR).heading(order, tongue)
        )
        yield Period(id=span.id, heading=heading, note=note, entries=entries, year=year)


_LOOSE: Final = {
    "open": N_("in no single year"),
    "years": N_("in no single month"),
    "months": N_("on no single day"),
}
"""Of the events that stand before the parts of their years or month, since they belong to none of them."""


def _divided(spans: Collection[Span]) -> set[Span]:
    """The years that are told by their months, and the months by their days: no gap is counted there."""
    return {
        span_of(span.first, unit)
        for unit, parts in ((YEAR, (MONTH, DAY)), (MONTH, (DAY,)))
        for span in spans
        if span.unit in parts
    }.intersection(spans)


def _ahead(
    events: Sequence[Event], newest: Edtf | None, order: DateOrder, tongue: Tongue
) -> Iterator[Period]:
    if not events:
        return
    gaps = gaps_before(events, tongue=tongue)
    entries = tuple(Entry(event=event, gap=gap) for event, gap in zip(events, gaps, strict=True))
    note = tongue.gettext("as of the sources")
    if newest:
        day = label(newest, order=order, locale=tongue.language)
        note = tongue.gettext("as of the sources, the newest of %(date)s", date=day)
    yield Period(id="still-to-come", heading=tongue.gettext("Still to come"), note=note, entries=entries)


def _spans(events: Sequence[Event]) -> list[Span]:
    """Which period each event belongs to, at the finest scale that keeps the headings few."""
    days = [filed(event) for event in events]
    tens = (unit for unit in YEARS if str(unit.step).startswith("1"))
    years = next((u for u in tens if len({span_of(day, u) for day in days}) <= SPARSE), YEARS[-1])
    crowded = _fuller(days, YEAR, CROWDED) if years == YEAR else set()
    swollen = _fuller([day for day in days if span_of(day, YEAR) in crowded], MONTH, SWOLLEN)

    def span(event: Event, day: Day) -> Span:
        if wide := _wider(event.date, span_of(day, years)):
            return wide
        if span_of(day, YEAR) not in crowded or not _within_month(event.date):
            return span_of(day, years)
        month = span_of(day, MONTH)
        return span_of(day, DAY) if month in swollen and _within_day(event.date) else month

    return [span(event, day) for event, day in zip(events, days, strict=True)]


def _wider(reading: Reading | None, span: Span) -> Span | None:
    """The years that a date leaves open, where they are more than those of its period.

    What lasts belongs where it began, once there are so many years that they are not told one by one.
    """
    if reading is None or reading.earliest is None or reading.latest is None:
        return None
    if reading.latest.year <= span.last_year or (reading.kind == "lasting" and span.unit != YEAR):
        return None
    if days_between(reading.earliest, reading.latest) < MEAN_YEAR:
        return None
    return open_span(reading.earliest.year, reading.latest.year)


def _fuller(days: Sequence[Day], unit: Unit, most: int) -> set[Span]:
    counts = Counter(span_of(day, unit) for day in days)
    return {span for span, count in counts.items() if count > most}


def _within_month(reading: Reading | None) -> bool:
    """Whether the date names a month at least: an open start is filed by its end, and names none."""
    if reading is None or reading.earliest is None or reading.latest is None:
        return False
    return (
        reading.earliest[:2] == reading.latest[:2]
        or days_between(reading.earliest, reading.latest) < MEAN_MONTH
    )


def _within_day(reading: Reading | None) -> bool:
    return reading is not None and reading.earliest is not None and reading.earliest == reading.latest
