"""Days of the proleptic Gregorian calendar, for any year: what every bound in this package is made of.

`datetime.date` stops at the years 1 and 9999; timelines do not.
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Final, NamedTuple

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


made: Final = tuple.__new__
"""What makes a NamedTuple, without the call in Python around it: most of a plain date's time."""


class Day(NamedTuple):
    """One calendar day. The year is astronomical: 0 is 1 BCE, -43 is 44 BCE; it may be of any size."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        """The day as EDTF writes it.

        >>> str(Day(-43, 3, 15))
        '-0043-03-15'
        """
        year, month, day = self
        if 0 <= year <= 9999:
            return "%04d-%02d-%02d" % self  # noqa: UP031 (half the time of an f-string)
        return f"{year_text(year)}-{month:02d}-{day:02d}"

    @property
    def weekday(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return (ordinal(self) + 2) % 7

    def plus(self, days: int) -> Day:
        """The day that many days later (earlier, when negative)."""
        month_end = days_in_month(self.year, self.month)
        if 1 <= self.day + days <= month_end:
            return made(Day, (self.year, self.month, self.day + days))
        return from_ordinal(ordinal(self) + days)

    def plus_months(self, months: int) -> Day:
        """The same day of the month that many months later; the month's last where it has no such day."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return made(Day, (year, month + 1, min(self.day, days_in_month(year, month + 1))))

    @classmethod
    def of(cls, date: datetime.date) -> Day:
        """The same day, from the standard library's type."""
        return cls(date.year, date.month, date.day)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February, by the Gregorian rule, backwards without end."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """28 to 31; the month counts from 1."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month - 1]


def year_text(year: int) -> str:
    """A year as EDTF writes it: four digits, a minus, or a Y before more than four.

    >>> year_text(-43), year_text(623), year_text(12_000)
    ('-0043', '0623', 'Y12000')
    """
    text = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    return f"Y{text}" if abs(year) > 9999 else text


@lru_cache(maxsize=4096)
def ordinal(day: Day) -> int:
    """Days since 1970-01-01 plus one; only differences and the remainder by 7 mean anything.

    After Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so that
    the leap day is the last of them.
    """
    year = day.year - (day.month <= 2)
    era, of_era = divmod(year, 400)
    of_year = (153 * ((day.month + 9) % 12) + 2) // 5 + day.day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719467


def from_ordinal(number: int) -> Day:
    """The day of which `number` is the ordinal."""
    era, of_era = divmod(number + 719467, 146097)
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    from_march = (5 * of_year + 2) // 153
    month = from_march + 3 if from_march < 10 else from_march - 9
    year = year_of_era + era * 400 + (month <= 2)
    return made(Day, (year, month, of_year - (153 * from_march + 2) // 5 + 1))
