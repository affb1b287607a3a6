"""The order of dates: total for a list, and Allen's relations only where they are certain."""

from __future__ import annotations

from typing import Final, Literal

from dateline.dates.day import Day, ordinal
from dateline.dates.edtf import Edtf
from dateline.dates.reading import Reading

SortKey = tuple[int, int, int, int, int, str]
"""Undated last; then the first day, the width, the part, the last day; then the id."""
Relation = Literal["before", "after", "equals", "contains", "during", "undetermined"]

_FOREVER: Final = 10**15
_PARTS: Final = {None: 0, "early": 1, "mid": 2, "late": 3}


def sort_key(reading: Reading | None, id: str) -> SortKey:
    """Where an event stands in a timeline.

    A year stands before the months inside it that begin later, and after its own first day: of two dates
    that begin together the narrower comes first. An open start sorts by its end; the undated stand last.
    """
    if reading is None:
        return (1, 0, 0, 0, 0, id)
    first, last = reading.earliest, reading.latest
    end = ordinal(last) if last else _FOREVER
    begin = ordinal(first) if first else (end if last else _FOREVER)
    return (0, begin, end - begin, _PARTS[reading.part], end, id)


def relation(a: Edtf | Reading, b: Edtf | Reading) -> Relation:
    """How two dates stand to each other in time, as far as their bounds prove it.

    `before` holds only where a's last day lies before b's first. Dates that overlap are undetermined,
    unless one contains the other or both are the same stretch of time.
    """
    first, last, other_first, other_last = a.earliest, a.latest, b.earliest, b.latest
    if last and other_first and last < other_first:
        return "before"
    if first and other_last and first > other_last:
        return "after"
    if (first, last) == (other_first, other_last):
        return "equals"
    if _starts_no_later(first, other_first) and _ends_no_earlier(last, other_last):
        return "contains"
    if _starts_no_later(other_first, first) and _ends_no_earlier(other_last, last):
        return "during"
    return "undetermined"


def _starts_no_later(first: Day | None, other: Day | None) -> bool:
    return first is None or (other is not None and first <= other)


def _ends_no_earlier(last: Day | None, other: Day | None) -> bool:
    return last is None or (other is not None and last >= other)
