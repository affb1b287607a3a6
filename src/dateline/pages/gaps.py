"""The time between events of a list, in words where it is long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from dateline.dates import Day, Reading
from dateline.dates.day import days_in_month
from dateline.model import Event
from dateline.tongue import ENGLISH, NN_, Tongue, capital

_COUNTED: Final = 10_000
"""So many years after an event nobody counts them one by one."""
MEAN_MONTH: Final = 30.44
MEAN_YEAR: Final = 365.25
"""Days of a mean month and year, as `days_between` counts them."""


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
        began, ended = _ends(event, span)
        words.append(_gap(last, began, whole, tongue) if last else "")
        if last is None or span[1] > last[1]:
            last = ended
    return tuple(words[len(before) :])


def _is_vague(event: Event, span: tuple[Day, Day], whole: float) -> bool:
    """Whether its date leaves open more than a quarter of the whole, so that nothing is measured by it."""
    return not _lasts(event) and days_between(*span) > whole / 4


def _lasts(event: Event) -> bool:
    return event.date is not None and event.date.kind == "lasting"


def _ends(event: Event, span: tuple[Day, Day]) -> tuple[tuple[Day, Day], tuple[Day, Day]]:
    """When it began and when it was over, each between two days: the same two where it did not last."""
    if event.date is None or event.date.kind != "lasting":
        return span, span
    (start, _), *_, (_, end) = (*event.date.value.members, *event.date.value.members)
    return (span[0], start.latest or span[0]), (end.earliest or span[1], span[1])


def _gap(last: tuple[Day, Day], span: tuple[Day, Day], whole: float, tongue: Tongue) -> str:
    if days_between(last[1], span[0]) < max(MEAN_MONTH, whole / 60):
        return ""
    least, most = _months(last[1], span[0]), _months(last[0], span[1])
    unit, size = ("year", 12) if least >= 24 else ("month", 1)
    how, number = _told(least // size, most // size)
    one, many = _LATER[unit, how]
    return capital(tongue.ngettext(one, many, number, num=tongue.spelled(number)))


def _told(least: int, most: int) -> tuple[_How, int]:
    """How a number of whole units is said that is known to be between these two.

    >>> _told(3, 3), _told(29, 30), _told(66, 69), _told(169_990_301, 169_990_301)
    (('', 3), ('about', 30), ('at least', 66), ('about', 170000000))
    """
    if most - least > 2:
        return "at least", rounded(least, up=False)
    near = rounded(least + (most > least), up=True)
    return "" if near == least == most else "about", near


def rounded(years: int, *, up: bool) -> int:
    """Three figures of a number too long to have been counted; the nearest, or the one below.

    >>> rounded(9_743, up=True), rounded(169_990_301, up=True), rounded(169_990_301, up=False)
    (9743, 170000000, 169000000)
    """
    if years < _COUNTED:
        return years
    unit = int(10 ** (len(str(years)) - 3))
    return (years + (unit // 2 if up else 0)) // unit * unit


_How = Literal["", "about", "at least"]
_LATER: Final[Mapping[tuple[str, _How], tuple[str, str]]] = {
    ("year", ""): NN_("%(num)s year later", "%(num)s years later"),
    ("year", "about"): NN_("About %(num)s year later", "About %(num)s years later"),
    ("year", "at least"): NN_("At least %(num)s year later", "At least %(num)s years later"),
    ("month", ""): NN_("%(num)s month later", "%(num)s months later"),
    ("month", "about"): NN_("About %(num)s month later", "About %(num)s months later"),
    ("month", "at least"): NN_("At least %(num)s month later", "At least %(num)s months later"),
}
"""One and many, where the time is known, nearly known, and where only the least of it is."""


def _months(first: Day, second: Day) -> int:
    """Whole months between two days: the last day of a month ends one, as 31 January to 29 February does."""
    months = (second.year - first.year) * 12 + second.month - first.month
    return months - (second.day < min(first.day, days_in_month(second.year, second.month)))


def _bounds(reading: Reading | None) -> tuple[Day, Day] | None:
    if reading is None or reading.earliest is None or reading.latest is None:
        return None
    return reading.earliest, reading.latest


def days_between(first: Day, second: Day) -> float:
    """Days between two dates, near enough to compare lengths with; exact counting is not needed here."""
    years, months, days = (b - a for a, b in zip(first, second, strict=True))
    return years * MEAN_YEAR + months * MEAN_MONTH + days


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
