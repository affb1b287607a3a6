"""One EDTF date, as it stands alone, at an end of an interval or in a set.

`Date.parse` reads `2026-02-28`, `2004-06~-11`, `199X`, `2024-21`, `Y-17E7`, `19` (a century) and
`2026-02-02T09:30Z`; its bounds are days, inclusive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import Final, Literal, NamedTuple

from dateline.dates.day import Day, days_in_month
from dateline.dates.fault import EdtfError, date_fault

Marks = tuple[str, str, str]
Precision = Literal[
    "second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "season", "third", "half",
    "year", "decade", "century", "millennium", "age",
]  # fmt: skip
"""How much time the words name, finest first. `age` is any span of more than a thousand years."""

SEASONS: Final = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""Code in place of a month (EDTF level 2, sub-year groupings): the month it begins with and how many it has.

The standard leaves the seasons' bounds open. Here they are meteorological, and a winter belongs to the
year in which it begins: 2023-24 is December 2023 to February 2024. 21–24 are read as northern.
"""

_PLAIN: Final = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")
_DATE: Final = re.compile(
    r"([?~%]?)(Y?)(-?)([\dX]+)(?:E(\d{1,3}))?(?:S(\d{1,3}))?([?~%]?)"
    r"(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(T[^?~%]+)?)?)?"
)
_TIME: Final = re.compile(r"T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?")
_YEAR_UNITS: Final[dict[int, Precision]] = {0: "year", 1: "decade", 2: "century", 3: "millennium"}


class Date(NamedTuple):
    """One date; or, as `OPEN` and `UNKNOWN`, what stands in place of one at an end of an interval.

    Two are equal when their texts are: all else is worked out from it.
    """

    text: str
    """Canonical."""
    year: str = ""
    """As written, without qualifiers: `2026`, `-0043`, `199X`, `Y17E7`, `19` (a century), `1950S2`."""
    month: str = ""
    """Two signs, digits or X; from 21 on, a season, quarter, third or half. Empty if there is none."""
    day: str = ""
    time: str = ""
    """From the T on: `T09:30:00Z`."""
    marks: Marks = ("", "", "")
    """The qualifier of the year, of the month, of the day: ``""``, ``?``, ``~`` or ``%``."""
    earliest: Day | None = None
    latest: Day | None = None
    precision: Precision = "day"

    @property
    def code(self) -> int:
        """The month, season or quarter as a number; 0 where there is none, or it has an X."""
        return int(self.month) if self.month.isdigit() else 0

    @classmethod
    def parse(cls, text: str, whole: str = "", at: int = 0) -> Date:
        """Read one date, which stands in `whole` at `at`; raises EdtfError."""
        plain = _PLAIN.fullmatch(text)
        date = _build_plain(text, *plain.groups()) if plain else None
        if date:
            return date
        match = _DATE.fullmatch(text)
        if not match:
            raise date_fault(whole or text, at, text)
        try:
            return _build(match)
        except _Unreal as fault:
            raise (fault.told(whole or text, at) or date_fault(whole or text, at, text)) from None


OPEN: Final = Date("..")
"""An end that is known to be open: it goes on."""
UNKNOWN: Final = Date("")
"""An end that nobody knows."""


FURTHEST: Final = 13
"""Digits of a year at most: a trillion years, some seventy times the age of the universe."""


class _Unreal(Exception):
    """The form is right, and there is no such date; a reason of its own, or none."""

    def told(self, whole: str, at: int) -> EdtfError | None:
        if not self.args:
            return None
        reason, hint = self.args
        return EdtfError(whole, at, reason, hint)


def _build_plain(text: str, year: str, month: str | None, day: str | None, mark: str) -> Date | None:
    """A plain year, month or day, as nearly all dates are; None for what needs a closer look."""
    number = int(year)
    if month is None:
        if number or year[0] != "-":
            return Date(
                text, year, "", "", "", (mark, "", ""), Day(number, 1, 1), Day(number, 12, 31), "year"
            )
        return None
    of_year = int(month)
    if not 1 <= of_year <= 12 or (not number and year[0] == "-"):
        return None
    length = days_in_month(number, of_year)
    if day is None:
        first, last = Day(number, of_year, 1), Day(number, of_year, length)
        return Date(text, year, month, "", "", (mark, mark, ""), first, last, "month")
    if not 1 <= int(day) <= length:
        return None
    only = Day(number, of_year, int(day))
    return Date(text, year, month, day, "", (mark, mark, mark), only, only, "day")


def _build(match: re.Match[str]) -> Date:
    before, letter, sign, digits, power, significant, after, m1, month, m2, d1, day, d2, time = match.groups()
    year, low, high, year_unit = _year(letter, sign, digits, power, significant)
    month, day = month or "", day or ""
    if month and (len(digits) < 4 or significant):
        raise _Unreal(
            "a decade, a century or a rounded year has no months", "Write the year with four digits."
        )
    earliest, latest, precision = _bounds(low, high, digits, month, day, year_unit)
    if before and after and not month:
        raise _Unreal("two qualifiers stand on one year", f"Write {year}{both(before + after)}.")
    marks = _marks(before, after, m1 or "", m2 or "", d1 or "", d2 or "", parts=1 + bool(month) + bool(day))
    if time:
        if "X" in year + month + day:
            raise _Unreal("a time needs a day without an X", "Leave out the time, or give the whole day.")
        precision = _time_precision(time)
    return Date(_canonical(year, month, day, marks) + (time or ""), year, month, day, time or "", marks,
                earliest, latest, precision)  # fmt: skip


def _year(
    letter: str, sign: str, digits: str, power: str | None, significant: str | None
) -> tuple[str, int, int, Precision]:
    """The year as written, the first and last year that it can mean, and what it names."""
    if not letter and not power and len(digits) == 4:
        if "X" not in digits:
            number = int(sign + digits)
            if sign and not number:
                raise _Unreal("the year 0 has no sign", "Write 0000; it is 1 BCE.")
            if not significant:
                return sign + digits, number, number, "year"
        low, high = _negated(sign, int(digits.replace("X", "0")), int(digits.replace("X", "9")))
        unit = _YEAR_UNITS.get(len(digits) - digits.find("X") if "X" in digits else 0, "age")
        return sign + digits + (f"S{significant}" if significant else ""), low, high, unit
    if letter:
        return _long_year(sign, digits, power, significant)
    return _short_year(sign, digits, power or significant)


def _long_year(
    sign: str, digits: str, power: str | None, significant: str | None
) -> tuple[str, int, int, Precision]:
    if "X" in digits or digits.startswith("0") or (len(digits) < 5 and not power):
        raise _Unreal
    if len(digits) > FURTHEST or len(power or "") > 2 or len(digits) + int(power or 0) > FURTHEST:
        raise _Unreal("no year is so far away", "A trillion years, Y1E12 or Y-1E12, are the most.")
    number = int(digits) * 10 ** int(power or 0)
    low, high = _negated(sign, number, number)
    text = (
        f"Y{sign}{digits}"
        + (f"E{int(power)}" if power else "")
        + (f"S{int(significant)}" if significant else "")
    )
    return text, low, high, "year"


def _short_year(sign: str, digits: str, suffixed: str | None) -> tuple[str, int, int, Precision]:
    """Two digits are a century, three a decade: `19`, `201`."""
    if suffixed or "X" in digits or len(digits) not in (2, 3) or (sign and not int(digits)):
        raise _Unreal
    width = 10 ** (4 - len(digits))
    low, high = _negated(sign, int(digits) * width, int(digits) * width + width - 1)
    return sign + digits, low, high, "century" if len(digits) == 2 else "decade"


def _negated(sign: str, low: int, high: int) -> tuple[int, int]:
    return (-high, -low) if sign else (low, high)


def _bounds(
    low: int, high: int, digits: str, month: str, day: str, unit: Precision
) -> tuple[Day, Day, Precision]:
    if not month:
        return Day(low, 1, 1), Day(high, 12, 31), unit
    months = _masked(month, 41)
    if not months:
        raise _Unreal
    if months[0] > 12:
        if day:
            raise _Unreal
        return _season_bounds(low, high, months)
    if not day:
        first, last = months[0], months[-1]
        return (
            Day(low, first, 1),
            Day(high, last, days_in_month(high, last)),
            "month" if "X" not in month else "year",
        )
    if low == high and "X" not in month + day:
        if not 1 <= (number := int(day)) <= days_in_month(low, months[0]):
            raise _Unreal
        only = Day(low, months[0], number)
        return only, only, "day"
    return _masked_days(low, high, digits, months, _masked(day, 31), "X" in month, "X" in day)


def _season_bounds(low: int, high: int, codes: tuple[int, ...]) -> tuple[Day, Day, Precision]:
    start = SEASONS[codes[0]][0]
    ends = [SEASONS[code] for code in codes]
    month = max(first + length - 1 for first, length in ends)
    year, month = (high, month) if month <= 12 else (high + 1, month - 12)
    return Day(low, start, 1), Day(year, month, days_in_month(year, month)), season_unit(codes[0])


def season_unit(code: int) -> Precision:
    """What a code in place of a month names."""
    return "season" if code < 33 else "quarter" if code < 37 else "third" if code < 40 else "half"


def _masked_days(
    low: int,
    high: int,
    digits: str,
    months: tuple[int, ...],
    days: tuple[int, ...],
    month_masked: bool,
    day_masked: bool,
) -> tuple[Day, Day, Precision]:
    """The first and the last day that fit; a 29 February may need a search for a leap year."""
    negative = high < 0 or low < 0
    first = _first_fit(_years(digits, negative, descending=negative), months, days)
    last = _first_fit(_years(digits, negative, descending=not negative), months[::-1], days[::-1])
    return first, last, "year" if month_masked else "month" if day_masked else "day"


def _years(digits: str, negative: bool, *, descending: bool) -> Iterator[int]:
    """The years that a mask can stand for, by size; lazily, for there may be ten thousand."""
    choices = "9876543210" if descending else "0123456789"
    for chosen in product(*(choices if digit == "X" else digit for digit in digits)):
        year = int("".join(chosen))
        yield -year if negative else year


def _first_fit(years: Iterator[int], months: tuple[int, ...], days: tuple[int, ...]) -> Day:
    for year in years:
        for month in months:
            length = days_in_month(year, month)
            for day in days:
                if day <= length:
                    return Day(year, month, day)
    raise _Unreal(
        "no day of the calendar fits its X", "Write the month alone, or let X stand for days that it has."
    )


def _masked(mask: str, highest: int) -> tuple[int, ...]:
    """The numbers that two signs can stand for: of months (and seasons) up to 41, of days up to 31."""
    if mask.isdigit():
        number = int(mask)
        if highest == 31:
            return (number,) if 1 <= number <= 31 else ()
        return (number,) if 1 <= number <= 12 or 21 <= number <= 41 else ()
    return _choices(mask, highest)


@lru_cache(maxsize=512)
def _choices(mask: str, highest: int) -> tuple[int, ...]:
    if highest == 41:
        highest = 41 if mask[0] in "234" else 12
    lowest = 21 if highest == 41 else 1
    return tuple(
        n
        for n in range(lowest, highest + 1)
        if all(m in ("X", d) for m, d in zip(mask, f"{n:02d}", strict=True))
    )


def _time_precision(time: str) -> Precision:
    match = _TIME.fullmatch(time)
    if not match:
        raise _Unreal(
            "its time is not in the form T09:30 or T09:30:00Z", "Write T09:30, T09:30:00 or T09:30:00Z."
        )
    hour, minute, second, zone = int(match[1]), int(match[2]), int(match[3] or 0), match[4] or "Z"
    if not (hour < 24 or (hour == 24 and not minute and not second)) or minute > 59 or second > 59:
        raise _Unreal(f"there is no time {time[1:9]}", "Hours run to 23, minutes and seconds to 59.")
    if zone != "Z":
        minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
        odd = (zone[3:].lstrip(":") or "0") > "59" or (zone[0] == "-" and not minutes)
        if odd or minutes > (14 * 60 if zone[0] == "+" else 12 * 60):
            raise _Unreal(f"no place on Earth is at {zone} from UTC", "Offsets run from -12:00 to +14:00.")
    return "second" if match[3] else "minute"


def _marks(year_before: str, year_after: str, m1: str, m2: str, d1: str, d2: str, *, parts: int) -> Marks:
    """Each component's own qualifier. A sign after a component covers it and all before (EDTF level 2)."""
    if not (year_before or year_after or m1 or m2 or d1 or d2):
        return ("", "", "")
    return (
        both(year_before + year_after + m2 + d2),
        both(m1 + m2 + d2) if parts > 1 else "",
        both(d1 + d2) if parts > 2 else "",
    )


@lru_cache(maxsize=256)
def both(signs: str) -> str:
    """Several qualifiers as one: uncertain and approximate together are ``%``."""
    if not signs:
        return ""
    uncertain, approximate = "?" in signs or "%" in signs, "~" in signs or "%" in signs
    return "%" if uncertain and approximate else "?" if uncertain else "~"


def _canonical(year: str, month: str, day: str, marks: Marks) -> str:
    """The shortest way to write it: one sign for the leading components that share it, one before each other.

    That is `2004-06~-11` for an approximate year and month, and `2004-?06` for an uncertain month.
    """
    parts = [part for part in (year, month, day) if part]
    if marks == ("", "", ""):
        return "-".join(parts)
    shared = 1
    while shared < len(parts) and marks[shared] == marks[0]:
        shared += 1
    if not marks[0]:
        shared = 0
    written = [part if index < shared else marks[index] + part for index, part in enumerate(parts)]
    if shared:
        written[shared - 1] += marks[0]
    return "-".join(written)
