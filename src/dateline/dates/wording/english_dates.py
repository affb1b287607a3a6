"""One date in English words: “Monday 2 February 2026”, “winter 2023–24”, “c. 1980”, “44 BCE”."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from dateline.dates.component import Date
from dateline.dates.day import MONTHS, WEEKDAYS, Day

DateOrder = Literal["day-month", "month-day"]
"""Which of the two comes first where both are written."""


class Style(NamedTuple):
    """How days are written."""

    order: DateOrder = "day-month"
    weekday: bool = False
    short: bool = False

    def month(self, number: int) -> str:
        """A month's name, whole or in three letters."""
        return MONTHS[number - 1][:3] if self.short else MONTHS[number - 1]

    def day(self, day: Day) -> str:
        """Monday 2 February 2026, or Monday, February 2, 2026."""
        name = WEEKDAYS[day.weekday][:3] if self.short else WEEKDAYS[day.weekday]
        if self.order == "month-day":
            front = f"{name}, " if self.weekday else ""
            return f"{front}{self.month(day.month)} {day.day}, {year(day.year)}"
        front = f"{name} " if self.weekday else ""
        return f"{front}{day.day} {self.month(day.month)} {year(day.year)}"

    def month_year(self, number: int, of: int) -> str:
        """February 2026."""
        return f"{self.month(number)} {year(of)}"


_COMPONENTS: Final = ("year", "month", "day")
_DOUBTS: Final = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}


def date_words(date: Date, style: Style) -> str:
    """One date with its qualifiers: in front when they are of the whole, else named after it."""
    words = _plain(date, style)
    parts = [part for part in (date.year, date.month, date.day) if part]
    marks = date.marks[: len(parts)]
    if len(set(marks)) == 1:
        return doubted(words, marks[0])
    remarks = [f"{name} {_DOUBTS[sign]}" for name, sign in zip(_COMPONENTS, marks, strict=False) if sign]
    return f"{words} ({', '.join(remarks)})"


def _plain(date: Date, style: Style) -> str:
    if "X" in date.month + date.day or ("X" in date.year and date.month):
        return _masked(date, style)
    if date.code > 12 and date.earliest:
        return _coded(date.code, date.earliest.year)
    if date.day and date.earliest:
        return style.day(date.earliest) + _clock(date.time)
    if date.month and date.earliest:
        return style.month_year(date.code, date.earliest.year)
    return _years(date)


def _clock(time: str) -> str:
    """“, 09:30 UTC”."""
    match = re.fullmatch(r"T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:(Z)|([+-]\d\d:?\d*))?", time)
    if not match:
        return ""
    return f", {match[1]}" + (" UTC" if match[2] else f" UTC{match[3].replace('-', '−')}" if match[3] else "")


_SEASON_NAMES: Final = ("spring", "summer", "autumn", "winter")
_NTH: Final = ("first", "second", "third", "fourth")


def _coded(code: int, of: int) -> str:
    """Seasons, quarters, thirds and halves of a year; a winter names both of its years."""
    if code < 33:
        name = _SEASON_NAMES[(code - 21) % 4]
        over = {21: code in (24, 28), 29: code == 30}[21 if code < 29 else 29]
        place = " (southern)" if code >= 29 else ""
        return f"{name} {_school_year(of) if over else year(of)}{place}"
    if code < 37:
        return f"{_NTH[code - 33]} quarter of {year(of)}"
    if code < 40:
        months = ("January–April", "May–August", "September–December")[code - 37]
        return f"{months} {year(of)}"
    return f"{_NTH[code - 40]} half of {year(of)}"


def _school_year(first: int) -> str:
    """“2023–24”, “1999–2000”, and in full before the common era."""
    if first < 1000:
        return f"{year(first)}–{year(first + 1)}"
    following = str(first + 1)
    return f"{first}–{following if following.endswith('00') else following[-2:]}"


def _years(date: Date) -> str:
    """A year, a decade, a century, or more."""
    if date.earliest is None or date.latest is None:
        return date.text
    first, last = date.earliest.year, date.latest.year
    if date.precision == "year":
        return f"c. {year(first)}" if "S" in date.year else year(first)
    if "X" in date.year.strip("-").rstrip("X"):
        return f"a year {date.year}"
    if date.precision == "decade":
        return f"{first}s" if first >= 0 else f"{-last}s BCE"
    if date.precision == "century":
        return (
            f"{_ordinal(first // 100 + 1)} century"
            if first >= 0
            else f"{_ordinal(-last // 100 + 1)} century BCE"
        )
    if date.precision == "millennium":
        return (
            f"{_ordinal(first // 1000 + 1)} millennium"
            if first >= 0
            else f"{_ordinal(-last // 1000 + 1)} millennium BCE"
        )
    return "year unknown"


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _masked(date: Date, style: Style) -> str:
    """“some day in June 2004”, “some month of 2004”, “25 December, 1560s”."""
    whole = date.year if "X" not in date.year else ""
    month_known, day_known = date.month.isdigit(), date.day.isdigit()
    of = _years(Date.parse(date.year))
    month = style.month(int(date.month)) if month_known and 1 <= int(date.month) <= 12 else ""
    if month and day_known:
        written = f"{int(date.day)} {month}" if style.order == "day-month" else f"{month} {int(date.day)}"
        return f"{written}, {of}"
    if month:
        return f"some day in {month} {of}" if date.day and whole else f"{month}, {of}"
    if whole and not date.day and date.month[0] != "X" and date.earliest and date.latest:
        return f"{style.month(date.earliest.month)}–{style.month_year(date.latest.month, date.latest.year)}"
    if whole and set(date.month + date.day) == {"X"}:
        return f"some {'day' if date.day else 'month'} of {of}"
    return date.text


def doubted(words: str, qualifier: str) -> str:
    """Words for a date, with that it is uncertain, approximate, or both before them."""
    return {"": "", "?": "possibly ", "~": "c. ", "%": "possibly c. "}[qualifier] + words


def year(number: int) -> str:
    """A year as it is said: `2026`, `44 BCE`, `AD 79`, `12,000 BCE`, `66 million years ago`.

    >>> year(-43), year(79), year(-65_998_049)
    ('44 BCE', 'AD 79', '66 million years ago')
    """
    if number <= -1_000_000:
        return _ages_ago(-number)
    if number <= 0:
        return f"{1 - number:,} BCE" if number < -9998 else f"{1 - number} BCE"
    if number < 1000:
        return f"AD {number}"
    return f"{number:,}" if number > 9999 else str(number)


def _ages_ago(years: int) -> str:
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if years >= size * 0.9995:
            return f"{float(f'{years / size:.3g}'):g} {name} years ago"
    return f"{years:,} years ago"
