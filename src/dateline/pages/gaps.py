"""The time between events of a list, in words where it is long."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.dates import Day, Reading
from dateline.model import Event
from dateline.tongue import ENGLISH, NN_, Tongue, capital

_COUNTED: Final = 10_000
"""So many years after an event nobody counts them one by one."""
MEAN_MONTH: Final = 30.44
"""Days of a mean month, as `days_between` counts them."""
_YEAR: Final = 365.25


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
    whole = days_between(min(known)[0], max(span[1] for span in known)) if known else 0
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
    return not _lasts(event) and days_between(*span) > whole / 4


def _lasts(event: Event) -> bool:
    return event.date is not None and event.date.kind == "lasting"


def _gap(last: tuple[Day, Day], span: tuple[Day, Day], whole: float, tongue: Tongue) -> str:
    least = days_between(last[1], span[0])
    if least < max(MEAN_MONTH, whole / 60):
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


def days_between(first: Day, second: Day) -> float:
    """Days between two dates, near enough to compare lengths with; exact counting is not needed here."""
    years, months, days = (b - a for a, b in zip(first, second, strict=True))
    return years * _YEAR + months * MEAN_MONTH + days


def passed(events: Sequence[Event]) -> tuple[Event, ...]:
    """Those of the events before a page that its gaps are counted from: the first, and the last to end.

    Of those that end last one may be too vague to count from, so the last of each width is among them.
    """
    known = [(event, span) for event in events if (span := _bounds(event.date))]
    if not known:
        return ()
    whole = days_between(min(span[0] for _, span in known), max(span[1] for _, span in known))
    narrow = [(event, span) for event, span in known if not _is_vague(event, span, whole)]
    first = min(known, key=lambda pair: pair[1][0])
    lasts = [max(found, key=lambda pair: pair[1][1]) for found in (known, narrow) if found]
    return tuple({event.id: event for event, _ in (first, *lasts)}.values())
