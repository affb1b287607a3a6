"""A reading in English words: “early 2024”, “2–5 May 2024”, “13 or 14 May 2024”."""

from __future__ import annotations

from typing import Final

from dateline.dates.component import Date
from dateline.dates.day import Day
from dateline.dates.edtf import Edtf
from dateline.dates.reading import Part, Reading
from dateline.dates.wording.english_dates import Style, date_words, doubted, year

SAID_SO: Final = ("reportedly", "supposedly", "apparently", "allegedly")


def reading_words(reading: Reading, style: Style) -> str:
    """A reading: as its value, with what EDTF has no word for."""
    if reading.side == "by":
        return f"by {_after_a_word(reading.value.members[0][1], style)}"
    first, last = reading.value.earliest, reading.value.latest
    if reading.unit == "week" and first and last:
        words = doubted(f"week of {style._replace(weekday=False).day(first)}", reading.qualifier)
    else:
        words = value_words(reading.value, style)
    if reading.hedge in SAID_SO:
        words = f"{words.removeprefix('possibly ')} (reported)"
    if reading.side:
        return f"{reading.side} in {'the ' if words.startswith('week') else ''}{words}"
    return _hedged(reading.part, words)


def value_words(value: Edtf, style: Style) -> str:
    """A date, an interval or a set, whichever it is."""
    if value.shape == "date":
        return date_words(value.members[0][0], style)
    if value.shape == "interval":
        return _interval(*value.members[0], style)
    return _set(value, style)


def _hedged(part: Part | None, words: str) -> str:
    """“early 2024”, “mid-2024”, “c. late 1990s”, “the early 20th century” without its article."""
    if part is None:
        return words
    rest = words.rpartition("c. ")[2]
    front = words[: len(words) - len(rest)]
    if rest.startswith(("week of", *_COUNTED)):
        return (
            f"{front}{'middle' if part == 'mid' else part} of the {rest}"
            if part == "mid"
            else f"{front}{part} in the {rest}"
        )
    if part == "mid":
        return f"{front}mid-{rest}"
    return f"{front}{part} {rest}"


def _interval(start: Date, end: Date, style: Style) -> str:
    if end.text == "..":
        return f"since {_after_a_word(start, style)}" if start.text not in ("", "..") else "always"
    if start.text == "..":
        return f"until {_after_a_word(end, style)}"
    if not end.text:
        return f"{date_words(start, style)} to an unknown date"
    if not start.text:
        return f"an unknown date to {date_words(end, style)}"
    if start == end:
        return date_words(start, style)
    return _joined(start, end, style) or _apart(date_words(start, style), date_words(end, style))


def _after_a_word(date: Date, style: Style) -> str:
    """A date after “by”, “since” or “until”: “summer 2027”, but “the third quarter of 2027”."""
    words = date_words(date, style)
    counted = words.startswith(_COUNTED) or (date.precision in _AGES and words[0].isdigit())
    return f"the {words}" if counted else words


_AGES: Final = ("decade", "century", "millennium")
_COUNTED: Final = ("first", "second", "third", "fourth")


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
        return doubted(_joined_days(a, b, style), sign)
    if start.month and end.month and not start.day and not end.day:
        return doubted(f"{style.month(a.month)}–{style.month_year(b.month, b.year)}", sign) if a != b else ""
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
        return date_words(start, style)
    if not start.text.strip("."):
        return f"{date_words(end, style)} or earlier"
    if not end.text.strip("."):
        return f"{date_words(start, style)} or later"
    if one:
        return f"between {date_words(start, style)} and {date_words(end, style)}"
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
