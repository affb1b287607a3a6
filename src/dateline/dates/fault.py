"""Why a string is not EDTF: the one exception of this package, and the search for the first fault."""

from __future__ import annotations

import re
from typing import Final

from dateline.dates.day import MONTHS, days_in_month


class EdtfError(ValueError):
    """A string that is not a date: which, where in it, why, and what to write instead."""

    def __init__(self, text: str, position: int, reason: str, hint: str = "") -> None:
        super().__init__(f'"{text}" is not a date: {reason}.')
        self.text = text
        self.position = position
        """The character of `text`, from 0, at which the fault stands."""
        self.reason = reason
        """A clause, without a full stop: `February 2026 has 28 days`."""
        self.hint = hint
        """A whole sentence, or empty: `Write 2026-02-28, or just 2026-02.`"""

    def pointed(self) -> str:
        """The string with a caret under the fault, for a terminal."""
        return f"{self.text}\n{' ' * self.position}^ {self.reason}"


class Unreal(Exception):
    """The form is right, and there is no such date; with a reason and a hint of its own, or none."""

    def told(self, whole: str, at: int) -> EdtfError | None:
        """The fault, of a date that stands in `whole` at `at`; None where there is no reason of its own."""
        return EdtfError(whole, at, *self.args) if self.args else None


ANY_FORM: Final = "Write 2026, 2026-02 or 2026-02-28."
PLAIN: Final = re.compile(r"(-?\d{4})-(\d\d)(?:-(\d\d))?", re.ASCII)
_SLASHED: Final = re.compile(r"(\d{1,4})[./](\d{1,2})[./](\d{1,4})", re.ASCII)
_SHORT: Final = re.compile(r"(-?\d{4})-(\d{1,2})(?:-(\d{1,2}))?", re.ASCII)
_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_LETTER_YEAR: Final = re.compile(r"Y-?\d{1,4}", re.ASCII)


def date_fault(whole: str, at: int, text: str) -> EdtfError:
    """Why `text`, which stands in `whole` at `at`, is no EDTF date."""
    for finder in (_words, _space, _range_fault, _slashed, _unpadded, _letter_year, _strange):
        found = finder(text)
        if found:
            position, reason, hint = found
            return EdtfError(whole, at + position, reason, hint)
    return EdtfError(
        whole, at, "it is not in the form of a year, month or day", "Write it as 2026, 2026-02 or 2026-02-28."
    )


_Fault = tuple[int, str, str]


_WORDS: Final = re.compile(r"[^\W\d_]{3,}|[^\W\d_]+[ .'’]+[^\W\d_]+")


def _words(text: str) -> _Fault | None:
    """Words, without a figure, that no rule reads as a date."""
    if not _WORDS.search(text) or any(sign.isdigit() for sign in text):
        return None
    return 0, "it names no day, month or year", f"{ANY_FORM[:-1]}, or leave the date out."


def _space(text: str) -> _Fault | None:
    if text.strip() and (text != text.strip()):
        stripped = text.strip()
        position = 0 if text[0].isspace() else len(text.rstrip())
        return position, "it has a space at its edge", f"Write {stripped}."
    return None


def _range_fault(text: str) -> _Fault | None:
    """A month or a day that the calendar does not have."""
    match = PLAIN.match(text)
    if not match:
        return None
    year, month, day = match.groups()
    number = int(month)
    if day and not 1 <= number <= 12 and 1 <= int(day) <= 12 and number <= 31:
        return (
            match.start(2),
            f"there is no month {month}",
            f"If {month} is the day, write {year}-{day}-{month}.",
        )
    if not (1 <= number <= 12 or 21 <= number <= 41):
        return (
            match.start(2),
            f"there is no month {month}",
            "Months are 01 to 12; seasons 21 to 24; quarters 33 to 36.",
        )
    if day and number > 12:
        return match.start(3), f"{month} is a season, and a season has no days", f"Write {year}-{month}."
    if day:
        return _no_such_day(match, year, number, int(day))
    return None


def _no_such_day(match: re.Match[str], year: str, month: int, day: int) -> _Fault | None:
    length = days_in_month(int(year), month)
    if day == 0:
        return match.start(3), "days count from 01", f"Write {year}-{month:02d} for the month."
    if day > length:
        reason = f"{MONTHS[month - 1]} {year} has {length} days"
        return match.start(3), reason, f"Write {year}-{month:02d}-{length}, or just {year}-{month:02d}."
    return None


def _slashed(text: str) -> _Fault | None:
    if _SLASHED.fullmatch(text):
        return 0, "its parts are joined by other signs than hyphens", "Write year, month, day: 2026-02-28."
    return None


def _unpadded(text: str) -> _Fault | None:
    match = _SHORT.fullmatch(text)
    if not match or PLAIN.fullmatch(text):
        return None
    year, month, day = match.groups()
    padded = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    return match.start(2), "months and days have two digits", f"Write {padded}."


def _letter_year(text: str) -> _Fault | None:
    if _LETTER_YEAR.fullmatch(text):
        year = text[1:]
        sign, digits = ("-", year[1:]) if year.startswith("-") else ("", year)
        return 0, "Y is for years of more than four digits", f"Write {sign}{digits.zfill(4)}."
    return None


def _strange(text: str) -> _Fault | None:
    for position, sign in enumerate(text):
        if ord(sign) in _DASHES:
            return position, f'"{sign}" is a dash', f"Write hyphens: {text.translate(_DASHES)}."
        if sign not in "0123456789-XYESTZ:?~%+.":
            named = "a space" if sign == " " else f'"{sign}"'
            return position, f"{named} cannot stand in a date", f"Write it in figures, as {ANY_FORM[6:]}"
    return None
