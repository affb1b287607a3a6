"""The list of events cut into periods, with the long gaps between them in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dateline.dates import Day, Edtf, Reading, label
from dateline.model import Event, Status
from dateline.pages.spans import DAY, MONTH, YEAR, YEARS, Span, Unit, span_of
from dateline.pages.views import Order
from dateline.tongue import ENGLISH, NN_, Tongue, capital

CROWDED: Final = 12
"""A year that holds more events than this is told by its months ..."""
SWOLLEN: Final = 100
"""... and a month that holds more than this by its days."""
SPARSE: Final = 40
"""With more headings than this, years give way to decades, decades to centuries, and so on."""
_COUNTED: Final = 10_000
"""So many years after an event nobody counts them one by one."""
_MONTH: Final = 30.44
_YEAR: Final = 365.25
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
    order: Order,
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


def passed(events: Sequence[Event]) -> tuple[Event, ...]:
    """Those of the events before a page that its gaps are counted from: the first, and the last to end.

    Of those that end last one may be too vague to count from, so the last of each width is among them.
    """
    known = [(event, span) for event in events if (span := _bounds(event.date))]
    if not known:
        return ()
    whole = _days(min(span[0] for _, span in known), max(span[1] for _, span in known))
    narrow = [(event, span) for event, span in known if not _is_vague(event, span, whole)]
    first = min(known, key=lambda pair: pair[1][0])
    lasts = [max(found, key=lambda pair: pair[1][1]) for found in (known, narrow) if found]
    return tuple({event.id: event for event, _ in (first, *lasts)}.values())


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


def _past(events: Sequence[Event], before: Sequence[Event], order: Order, tongue: Tongue) -> Iterator[Period]:
    placed = sorted(zip(_spans(events), events, strict=True), key=lambda pair: pair[0].sort_key)
    gaps = gaps_before([event for _, event in placed], before, tongue)
    told = zip(placed, gaps, strict=True)
    for span, group in groupby(told, key=lambda one: one[0][0]):
        entries = tuple(Entry(event=event, gap=gap) for (_, event), gap in group)
        heading = span.heading(order, tongue)
        year = heading if span.unit in YEARS else span_of(span.first, YEAR).heading(order, tongue)
        yield Period(id=span.id, heading=heading, note="", entries=entries, year=year)


def _ahead(events: Sequence[Event], newest: Edtf | None, order: Order, tongue: Tongue) -> Iterator[Period]:
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
        if span_of(day, YEAR) not in crowded or not _within_month(event.date):
            return span_of(day, years)
        month = span_of(day, MONTH)
        return span_of(day, DAY) if month in swollen and _within_day(event.date) else month

    return [span(event, day) for event, day in zip(events, days, strict=True)]


def _fuller(days: Sequence[Day], unit: Unit, most: int) -> set[Span]:
    counts = Counter(span_of(day, unit) for day in days)
    return {span for span, count in counts.items() if count > most}


def _within_month(reading: Reading | None) -> bool:
    """Whether the date names a month at least: an open start is filed by its end, and names none."""
    if reading is None or reading.earliest is None or reading.latest is None:
        return False
    return reading.earliest[:2] == reading.latest[:2] or _days(reading.earliest, reading.latest) < _MONTH


def _within_day(reading: Reading | None) -> bool:
    return reading is not None and reading.earliest is not None and reading.earliest == reading.latest


def gaps_before(
    events: Sequence[Event], before: Sequence[Event] = (), tongue: Tongue = ENGLISH
) -> tuple[str, ...]:
    """For each event the time since all before it were over, in words where that is long for this timeline.

    Dates without both ends and dates as vague as a quarter of the whole measure nothing. Counted is what
    nobody could read otherwise: from the latest end so far to the earliest start.
    """
    told = (*before, *events)
    bounds = [_bounds(event.date) for event in told]
    known = [span for span in bounds if span]
    whole = _days(min(known)[0], max(span[1] for span in known)) if known else 0
    words: list[str] = []
    last: tuple[Day, Day] | None = None
    for event, span in zip(told, bounds, strict=True):
        if span is None or _is_vague(event, span, whole):
            words.append("")
            continue
        lasting = _lasts(event)
        arrival = (span[0], span[0]) if lasting else span
        words.append(_gap(last, arrival, whole, tongue) if last else "")
        if last is None or span[1] > last[1]:
            last = (span[1], span[1]) if lasting else span
    return tuple(words[len(before) :])


def _is_vague(event: Event, span: tuple[Day, Day], whole: float) -> bool:
    """Whether its date leaves open more than a quarter of the whole, so that nothing is measured by it."""
    return not _lasts(event) and _days(*span) > whole / 4


def _lasts(event: Event) -> bool:
    return event.date is not None and event.date.kind == "lasting"


def _gap(last: tuple[Day, Day], span: tuple[Day, Day], whole: float, tongue: Tongue) -> str:
    least = _days(last[1], span[0])
    if least < max(_MONTH, whole / 60):
        return ""
    if least > 2 * _YEAR:
        low, high, unit = span[0].year - last[1].year, span[1].year - last[0].year, "year"
    else:
        low, high, unit = _months(last[1], span[0]), _months(last[0], span[1]), "month"
    exact, least_so = _LATER[unit]
    one, many = exact if low == high else least_so
    low = rounded(low, up=low == high)
    return capital(tongue.ngettext(one, many, low, num=tongue.spelled(low)))


def rounded(years: int, *, up: bool) -> int:
    """Three figures of a number too long to have been counted; the nearest, or the one below.

    >>> rounded(9_743, up=True), rounded(169_990_301, up=True), rounded(169_990_301, up=False)
    (9743, 170000000, 169000000)
    """
    if years < _COUNTED:
        return years
    unit = int(10 ** (len(str(years)) - 3))
    return (years + (unit // 2 if up else 0)) // unit * unit


_LATER: Final = {
    "year": (
        NN_("%(num)s year later", "%(num)s years later"),
        NN_("At least %(num)s year later", "At least %(num)s years later"),
    ),
    "month": (
        NN_("%(num)s month later", "%(num)s months later"),
        NN_("At least %(num)s month later", "At least %(num)s months later"),
    ),
}
"""One and many, where the time is known and where only the least of it is."""


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
