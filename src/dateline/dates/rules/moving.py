"""So many units on from a day."""

from __future__ import annotations

from typing import Final

from dateline.dates.day import Day

DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_OF: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def moved(day: Day, number: int, unit: str) -> Day | None:
    """The day so many units on; None for hours and minutes."""
    if unit in DAYS_OF:
        return day.plus(number * DAYS_OF[unit])
    return day.plus_months(number * MONTHS_OF[unit]) if unit in MONTHS_OF else None
