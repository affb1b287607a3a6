"""So many units on from a day, and why another day was not meant."""

from __future__ import annotations

from typing import Final

from dateline.dates.day import Day
from dateline.dates.setting import Setting

DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_OF: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def moved(day: Day, number: int, unit: str) -> Day | None:
    """The day so many units on; None for hours and minutes."""
    if unit in DAYS_OF:
        return day.plus(number * DAYS_OF[unit])
    return day.plus_months(number * MONTHS_OF[unit]) if unit in MONTHS_OF else None


def why_not(at: Setting, name: str, past: bool) -> str:
    """Why a date on the other side of publication was not taken; `past`: the one that was lies behind."""
    direction = "past" if past else "future"
    if at.cue.word and at.direction == direction:
        return f"{name}, but “{at.cue.word}” speaks of {'the past' if past else 'what is to come'}."
    if at.cue.word:
        return f"{name}, as “{at.cue.word}” has it, but it is too far away."
    return f"{name}, but it is further away, and nothing points to it."
