"""A date in the words that a reader reads."""

from __future__ import annotations

from typing import Literal

from dateline.dates.component import Date
from dateline.dates.day import MONTHS
from dateline.dates.edtf import Edtf
from dateline.dates.reading import Reading

Order = Literal["day-month", "month-day"]


def label(
    value: Edtf | Reading, *, order: Order = "day-month", weekday: bool = False, short: bool = False
) -> str:
    """The date in English words."""
    edtf = value.value if isinstance(value, Reading) else value
    start, end = edtf.members[0][0], edtf.members[-1][1]
    if start is end:
        return _date(start, order)
    return f"{_date(start, order)} – {_date(end, order)}"


def _date(date: Date, order: Order) -> str:
    if not 1 <= date.code <= 12 or not date.day.isdigit():
        return f"{MONTHS[date.code - 1]} {date.year}" if 1 <= date.code <= 12 else date.text
    month, day = MONTHS[date.code - 1], int(date.day)
    return f"{day} {month} {date.year}" if order == "day-month" else f"{month} {day}, {date.year}"
