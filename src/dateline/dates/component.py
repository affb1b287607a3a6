"""One EDTF date, as it stands alone, at an end of an interval or in a set.

`Date.parse` reads `2026-02-28`, `2004-06~-11`, `199X`, `2024-21`, `Y-17E7`, `19` (a century) and
`2026-02-02T09:30Z`; its bounds are days, inclusive.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.dates.bounds import Precision, bounds_of
from dateline.dates.day import Day, days_in_month, made
from dateline.dates.fault import Unreal, date_fault
from dateline.dates.marks import COVERING, Marks, both, marks_of, written

_PLAIN: Final = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)", re.ASCII)
_DATE: Final = re.compile(
    r"([?~%]?)(Y?)(-?)([\dX]+)(?:E(\d{1,3}))?(?:S(\d{1,3}))?([?~%]?)"
    r"(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)(T[^?~%]+)?)?)?",
    re.ASCII,
)
_TIME: Final = re.compile(r"T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?", re.ASCII)
_YEAR_UNITS: Final[dict[int, Precision]] = {1: "decade", 2: "century", 3: "millennium"}


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
        date = _plain(text, *plain.groups("")) if plain else None
        if date:
            return date
        match = _DATE.fullmatch(text)
        try:
            if match:
                return _date(*match.groups(""))
        except Unreal as fault:
            raise (fault.told(whole or text, at) or date_fault(whole or text, at, text)) from None
        raise date_fault(whole or text, at, text)


OPEN: Final = Date("..")
"""An end that is known to be open: it goes on."""
UNKNOWN: Final = Date("")
"""An end that nobody knows."""


FURTHEST: Final = 13
"""Digits of a year at most: a trillion years, some seventy times the age of the universe."""


def _plain(text: str, year: str, month: str, day: str, sign: str) -> Date | None:
    """A plain year, month or day, as nearly all dates are; None for what needs a closer look."""
    number, of_year = int(year), int(month or 1)
    if not 1 <= of_year <= 12 or (not number and year[0] == "-"):
        return None
    if not month:
        first, last = made(Day, (number, 1, 1)), made(Day, (number, 12, 31))
        return made(Date, (text, year, "", "", "", COVERING[sign][0], first, last, "year"))
    length = days_in_month(number, of_year)
    if not day:
        first, last = made(Day, (number, of_year, 1)), made(Day, (number, of_year, length))
        return made(Date, (text, year, month, "", "", COVERING[sign][1], first, last, "month"))
    if not 1 <= int(day) <= length:
        return None
    only = made(Day, (number, of_year, int(day)))
    return made(Date, (text, year, month, day, "", COVERING[sign][2], only, only, "day"))


def _date(
    before: str, letter: str, sign: str, digits: str, power: str, significant: str, after: str,
    m1: str, month: str, m2: str, d1: str, day: str, d2: str, time: str,
) -> Date:  # fmt: skip
    """A date of any form, from its pieces; raises Unreal."""
    year, low, high, unit = _year(letter, sign, digits, power, significant)
    if month and (len(digits) < 4 or significant):
        raise Unreal(
            "a decade, a century or a rounded year has no months", "Write the year with four digits."
        )
    earliest, latest, precision = bounds_of(low, high, digits, month, day, unit)
    if before and after and not month:
        raise Unreal("two qualifiers stand on one year", f"Write {year}{both(before + after)}.")
    marks = marks_of(before + after, m1, m2, d1, d2, parts=1 + bool(month) + bool(day))
    if time:
        if "X" in year + month + day:
            raise Unreal("a time needs a day without an X", "Leave out the time, or give the whole day.")
        precision = _time_precision(time)
    text = written(year, month, day, marks) + time
    return Date(text, year, month, day, time, marks, earliest, latest, precision)


def _year(
    letter: str, sign: str, digits: str, power: str, significant: str
) -> tuple[str, int, int, Precision]:
    """The year as written, the first and last year that it can mean, and what it names."""
    if letter:
        return _long_year(sign, digits, power, significant)
    if power or len(digits) != 4:
        return _short_year(sign, digits, power or significant)
    text = sign + digits + (f"S{significant}" if significant else "")
    if "X" in digits:
        low, high = _negated(sign, int(digits.replace("X", "0")), int(digits.replace("X", "9")))
        return text, low, high, _YEAR_UNITS.get(len(digits) - digits.find("X"), "age")
    number = int(sign + digits)
    if sign and not number:
        raise Unreal("the year 0 has no sign", "Write 0000; it is 1 BCE.")
    return text, number, number, "year"


def _long_year(sign: str, digits: str, power: str, significant: str) -> tuple[str, int, int, Precision]:
    """Y and more than four digits, or an exponent: `Y17E7`."""
    if "X" in digits or digits.startswith("0") or (len(digits) < 5 and not power):
        raise Unreal
    if len(digits) > FURTHEST or len(power) > 2 or len(digits) + int(power or 0) > FURTHEST:
        raise Unreal("no year is so far away", "A trillion years, Y1E12 or Y-1E12, are the most.")
    number = int(digits) * 10 ** int(power or 0)
    low, high = _negated(sign, number, number)
    text = (
        f"Y{sign}{digits}"
        + (f"E{int(power)}" if power else "")
        + (f"S{int(significant)}" if significant else "")
    )
    return text, low, high, "year"


def _short_year(sign: str, digits: str, suffixed: str) -> tuple[str, int, int, Precision]:
    """Two digits are a century, three a decade: `19`, `201`."""
    if suffixed or "X" in digits or len(digits) not in (2, 3) or (sign and not int(digits)):
        raise Unreal
    width = 10 ** (4 - len(digits))
    low, high = _negated(sign, int(digits) * width, int(digits) * width + width - 1)
    return sign + digits, low, high, "century" if len(digits) == 2 else "decade"


def _negated(sign: str, low: int, high: int) -> tuple[int, int]:
    return (-high, -low) if sign else (low, high)


def _time_precision(time: str) -> Precision:
    match = _TIME.fullmatch(time)
    if not match:
        raise Unreal(
            "its time is not in the form T09:30 or T09:30:00Z", "Write T09:30, T09:30:00 or T09:30:00Z."
        )
    hour, minute, second, zone = int(match[1]), int(match[2]), int(match[3] or 0), match[4] or "Z"
    if not (hour < 24 or (hour == 24 and not minute and not second)) or minute > 59 or second > 59:
        raise Unreal(f"there is no time {time[1:9]}", "Hours run to 23, minutes and seconds to 59.")
    if zone != "Z":
        minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
        odd = (zone[3:].lstrip(":") or "0") > "59" or (zone[0] == "-" and not minutes)
        if odd or minutes > (14 * 60 if zone[0] == "+" else 12 * 60):
            raise Unreal(f"no place on Earth is at {zone} from UTC", "Offsets run from -12:00 to +14:00.")
    return "second" if match[3] else "minute"
