"""A date in the words that a reader reads: "early 2024", "2–5 May 2024", "c. 1980", "44 BCE"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, Literal, NamedTuple

from dateline.dates.component import Date
from dateline.dates.day import MONTHS, WEEKDAYS, Day
from dateline.dates.edtf import Edtf
from dateline.dates.reading import Part, Reading

Order = Literal["day-month", "month-day"]


class Style(NamedTuple):
    """How days are written."""

    order: Order = "day-month"
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


def label(
    value: Edtf | Reading,
    *,
    order: Order = "day-month",
    weekday: bool = False,
    short: bool = False,
    locale: str = "en",
) -> str:
    """The date in words: English ones, or those of `locale` (de, fr, es, zh, ja, ar).

    `weekday` names the weekday of single days, `short` cuts names to three letters; `order` is English's
    own question. A locale that `vocabulary` has no words for gets English.

    >>> label(Edtf.parse("2024-05-02/2024-05-05"))
    '2–5 May 2024'
    """
    if not locale.lower().startswith("en"):
        found = _in_another(value, locale, weekday, short)
        if found:
            return found
    style = Style(order, weekday, short)
    if isinstance(value, Reading):
        return _reading(value, style)
    return _edtf(value, style)


def _in_another(value: Edtf | Reading, locale: str, weekday: bool, short: bool) -> str:
    """The date in another language; empty where there are no words for it."""
    from dateline.dates.tongues import tongue_for  # the CLDR is read from disk, so only where it is asked for

    tongue = tongue_for(locale)
    if tongue is None:
        return ""
    tongue = replace(tongue, weekday=weekday, short=short)
    if not isinstance(value, Reading):
        return tongue.value(value)
    if value.hedge in _SAID_SO:
        plain = replace(value, value=Edtf.parse(str(value.value).rstrip("?")), hedge="")
        return tongue.words["reported"].format(tongue.reading(plain))
    return tongue.reading(value)


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


def _reading(reading: Reading, style: Style) -> str:
    """A reading: as its value, with what EDTF has no word for."""
    if reading.side == "by":
        return f"by {_date(reading.value.members[0][1], style)}"
    first, last = reading.value.earliest, reading.value.latest
    if reading.unit == "week" and first and last:
        words = _doubt(f"week of {style._replace(weekday=False).day(first)}", reading.qualifier)
    else:
        words = _edtf(reading.value, style)
    if reading.hedge in _SAID_SO:
        words = f"{words.removeprefix('possibly ')} (reported)"
    if reading.side:
        return f"{reading.side} in {'the ' if words.startswith('week') else ''}{words}"
    return _hedged(reading.part, words)


_SAID_SO: Final = ("reportedly", "supposedly", "apparently", "allegedly")


def _hedged(part: Part | None, words: str) -> str:
    """“early 2024”, “mid-2024”, “c. late 1990s”, “the early 20th century” without its article."""
    if part is None:
        return words
    rest = words.rpartition("c. ")[2]
    front = words[: len(words) - len(rest)]
    if rest.startswith(("week of", "first", "second", "third", "fourth")):
        return (
            f"{front}{'middle' if part == 'mid' else part} of the {rest}"
            if part == "mid"
            else f"{front}{part} in the {rest}"
        )
    if part == "mid":
        return f"{front}mid-{rest}"
    return f"{front}{part} {rest}"


def _edtf(value: Edtf, style: Style) -> str:
    if value.shape == "date":
        return _date(value.members[0][0], style)
    if value.shape == "interval":
        return _interval(*value.members[0], style)
    return _set(value, style)


def _doubt(words: str, qualifier: str) -> str:
    return {"": "", "?": "possibly ", "~": "c. ", "%": "possibly c. "}[qualifier] + words


_COMPONENTS: Final = ("year", "month", "day")
_DOUBTS: Final = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}


def _date(date: Date, style: Style) -> str:
    """One date with its qualifiers: in front when they are of the whole, else named after it."""
    words = _plain(date, style)
    parts = [part for part in (date.year, date.month, date.day) if part]
    marks = date.marks[: len(parts)]
    if len(set(marks)) == 1:
        return _doubt(words, marks[0])
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


def _interval(start: Date, end: Date, style: Style) -> str:
    if end.text == "..":
        return f"since {_date(start, style)}" if start.text not in ("", "..") else "always"
    if start.text == "..":
        return f"until {_date(end, style)}"
    if not end.text:
        return f"{_date(start, style)} to an unknown date"
    if not start.text:
        return f"an unknown date to {_date(end, style)}"
    if start == end:
        return _date(start, style)
    return _joined(start, end, style) or _apart(_date(start, style), _date(end, style))


def _apart(a: str, b: str) -> str:
    """Two dates with a dash: spaced when either has spaces in it."""
    return f"{a} – {b}" if " " in a + b else f"{a}–{b}"


def _joined(start: Date, end: Date, style: Style) -> str:
    """Two dates that share a month or a year, which is then said once; empty where they do not."""
    a, b = start.earliest, end.earliest
    plain = start.marks == end.marks and not (start.time or end.time) and len(set(start.marks)) <= 2
    if (
        not a
        or not b
        or not plain
        or "X" in start.text + end.text
        or a.year != b.year
        or max(start.code, end.code) > 12
    ):
        return ""
    sign = start.marks[0]
    if start.day and end.day and start.marks in (("", "", ""), (sign,) * 3):
        return _doubt(_joined_days(a, b, style), sign)
    if start.month and end.month and not start.day and not end.day:
        return _doubt(f"{style.month(a.month)}–{style.month_year(b.month, b.year)}", sign) if a != b else ""
    return ""


def _joined_days(a: Day, b: Day, style: Style) -> str:
    style = style._replace(weekday=False)
    if a == b:
        return style.day(a)
    if style.order == "month-day":
        front = f"{style.month(a.month)} {a.day}"
        return f"{front}–{b.day}, {year(b.year)}" if a.month == b.month else f"{front} – {style.day(b)}"
    front = f"{a.day}" if a.month == b.month else f"{a.day} {style.month(a.month)}"
    return f"{front}–{style.day(b)}" if a.month == b.month else f"{front} – {style.day(b)}"


def _set(value: Edtf, style: Style) -> str:
    """One of several, or all of them."""
    word = "or" if value.shape == "one of" else "and"
    shared = _shared_month(value, style, word)
    if shared:
        return shared
    words = [_member(start, end, value.shape == "one of", style) for start, end in value.members]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {word} {words[-1]}"


def _member(start: Date, end: Date, one: bool, style: Style) -> str:
    if start is end:
        return _date(start, style)
    if not start.text.strip("."):
        return f"{_date(end, style)} or earlier"
    if not end.text.strip("."):
        return f"{_date(start, style)} or later"
    if one:
        return f"between {_date(start, style)} and {_date(end, style)}"
    return _interval(start, end, style)


def _shared_month(value: Edtf, style: Style, word: str) -> str:
    """“13 or 14 May 2024”."""
    days = [
        start
        for start, end in value.members
        if start is end and start.precision == "day" and start.marks == ("", "", "")
    ]
    if len(days) != len(value.members) or len({(d.year, d.month) for d in days}) != 1 or "X" in days[0].text:
        return ""
    numbers = [str(int(d.day)) for d in days]
    listed = f"{', '.join(numbers[:-1])} {word} {numbers[-1]}" if len(numbers) > 1 else numbers[0]
    of = days[0].earliest
    if of is None:
        return ""
    if style.order == "month-day":
        return f"{style.month(of.month)} {listed}, {year(of.year)}"
    return f"{listed} {style.month_year(of.month, of.year)}"
