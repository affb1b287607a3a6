"""A weekday beside a date that is not its own: “Wednesday 2 February 2026”, which is a Monday."""

from __future__ import annotations

from typing import Final, NamedTuple

from dateline.dates.day import WEEKDAYS, Day
from dateline.dates.lexicon import tokens
from dateline.dates.reading import Reading

_BESIDE: Final = frozenset((
    "month, day and year", "day, month and year", "date in figures", "month and day", "day and month",
    "month and day of a year", "day and month of a year", "day and month in figures", "weekday and day",
))  # fmt: skip
"""The rules that read a weekday and a day of the month side by side; “two days after Monday” is no Monday."""


class Misnamed(NamedTuple):
    """A day, and the weekday that is said of it."""

    day: Day
    said: int
    """0 for Monday to 6 for Sunday."""

    @property
    def its_own(self) -> str:
        """The weekday that it is."""
        return WEEKDAYS[self.day.weekday]

    @property
    def meant(self) -> Day:
        """The nearest day that bears the name; of two, there is always a nearer one."""
        ahead = (self.said - self.day.weekday) % 7
        return self.day.plus(ahead if ahead <= 3 else ahead - 7)

    def __str__(self) -> str:
        return f"{self.day} is a {self.its_own}; the nearest {WEEKDAYS[self.said]} is {self.meant}"


def misnamed(reading: Reading) -> Misnamed | None:
    """The day that a reading names, where the weekday in its words is another one's."""
    day = reading.earliest
    if reading.rule not in _BESIDE or day is None or reading.latest != day:
        return None
    said = [value for word in tokens(reading.stated) for kind, value in word.terminals if kind == "WEEKDAY"]
    weekday = said[0] if len(said) == 1 else None
    return Misnamed(day, weekday) if isinstance(weekday, int) and weekday != day.weekday else None
