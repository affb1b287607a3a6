"""A date in the words of other languages: the CLDR's names and orders, and our own table of words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_compact_decimal

from dateline.dates.component import Date
from dateline.dates.day import Day
from dateline.dates.edtf import Edtf
from dateline.dates.reading import Reading
from dateline.dates.wording.vocabulary import WORDS, Words

_LENGTHS = {(False, False): "long", (False, True): "medium", (True, False): "full", (True, True): "full"}
_SEASONS = ("spring", "summer", "autumn", "winter")
_WIDTHS = {"decade": 1, "century": 100, "millennium": 1000}
_DOUBTS = {"?": "possibly", "~": "about", "%": "possibly about"}


def other_language(locale: str) -> OtherLanguage | None:
    """The language of a locale, as `de` or `zh-Hant`; None where the table of words has no column for it."""
    words = WORDS.get(locale.replace("_", "-").partition("-")[0].lower())
    if words is None:
        return None
    try:
        return OtherLanguage(Locale.parse(locale.replace("-", "_")), words)
    except (UnknownLocaleError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """One language: where the CLDR has its dates, and our words in it."""

    locale: Locale
    words: Words
    weekday: bool = False
    short: bool = False

    def reading(self, reading: Reading) -> str:
        """A reading: its value, with what EDTF has no word for."""
        if reading.side == "by":
            return self._say("by", self._date(reading.value.members[0][1]))
        first = reading.value.earliest
        if reading.unit == "week" and first:
            words = self._doubt(self._say("week of", self._day(first)), reading.qualifier)
        else:
            words = self.value(reading.value)
        if reading.unit == "weekend":
            words = self._say("weekend", words)
        if reading.side:
            return self._say(reading.side, words)
        return self._part(reading.part, reading.value, words) if reading.part else words

    def _part(self, part: str, value: Edtf, words: str) -> str:
        """The early, middle or late part of a time that is already in words."""
        date = value.members[0][0]
        whole = self._of(date) if value.shape == "date" else ""
        return self._doubt(self._say(f"{part} of", whole), date.marks[0]) if whole else self._say(part, words)

    def _of(self, date: Date) -> str:
        """The whole that something is a part of; empty where it is called as when it stands alone."""
        if self._has_name(date):
            return self._named(date, f"of {date.precision}")
        return self._season("of ", date.code, date.earliest) if date.earliest and 20 < date.code < 33 else ""

    def value(self, value: Edtf) -> str:
        """A date, an interval or a set."""
        if value.shape == "date":
            return self._date(value.members[0][0])
        if value.shape == "interval":
            return self._interval(*value.members[0])
        members = [self._member(start, end, value.shape == "one of") for start, end in value.members]
        joined = members[-1]
        for member in reversed(members[:-1]):
            joined = self._say("or" if value.shape == "one of" else "and", member, joined)
        return joined

    def _say(self, key: str, *parts: str) -> str:
        return self.words[key].format(*parts)

    def _doubt(self, words: str, sign: str) -> str:
        return self._say(_DOUBTS[sign], words) if sign else words

    def _date(self, date: Date) -> str:
        marks = date.marks[: len([part for part in (date.year, date.month, date.day) if part])]
        words = self._plain(date)
        if len(set(marks)) == 1:
            return self._doubt(words, marks[0])
        return self._say("partly doubtful", words) if any(marks) else words

    def _plain(self, date: Date) -> str:
        if "X" in date.month + date.day or ("X" in date.year and date.month):
            return self._masked(date)
        first = date.earliest
        if first is None:
            return date.text
        if date.code > 12:
            return self._coded(date.code, first)
        if date.day:
            time = date.time.removeprefix("T").replace("Z", " UTC")
            return self._say("at", self._day(first), time) if time else self._day(first)
        return self._month(first) if date.month else self._years(date)

    def _masked(self, date: Date) -> str:
        first, last = date.earliest, date.latest
        if "X" in date.year and date.month.isdigit() and 1 <= date.code <= 12:
            day = Day(2000, date.code, int(date.day)) if date.day.isdigit() else None
            pattern = "MMMMd" if day else "MMMM"
            named = format_skeleton(
                pattern, datetime.date(2000, date.code, day.day if day else 1), locale=self.locale
            )
            return self._say("of unknown year", named)
        if "X" not in date.year and date.month.isdigit() and first:
            return self._say("some day of", self._month(first))
        if "X" not in date.year and date.month == "XX" and first:
            return self._say("some day of" if date.day else "some month of", self._year(first.year))
        if first and last:
            return self._say("between", self._day(first), self._day(last))
        return self._say("year unknown")

    def _day(self, day: Day) -> str:
        if not 1000 <= day.year <= 9999:
            named = format_skeleton("MMMMd", datetime.date(2000, day.month, day.day), locale=self.locale)
            return f"{named} {self._year(day.year)}"
        length = _LENGTHS[self.weekday, self.short]
        return format_date(_python(day), length, locale=self.locale)

    def _month(self, day: Day) -> str:
        if not 1000 <= day.year <= 9999:
            named = format_skeleton("MMMM", datetime.date(2000, day.month, 1), locale=self.locale)
            return f"{named} {self._year(day.year)}"
        return format_skeleton("yMMM" if self.short else "yMMMM", _python(day), locale=self.locale)

    def _year(self, number: int) -> str:
        """A year as the language writes it: 2026, 2026年, 44 v. Chr."""
        if number <= -1_000_000:
            length: Literal["long", "short"] = (
                "long" if "long" in self.locale.compact_decimal_formats else "short"
            )
            count = format_compact_decimal(-number, format_type=length, locale=self.locale, fraction_digits=1)
            return self._say("years ago", count)
        if number <= 0:
            return self._say("BCE", self._plain_year(1 - number))
        return self._plain_year(number) if number >= 1000 else self._say("CE", self._plain_year(number))

    def _plain_year(self, number: int | str) -> str:
        written = format_skeleton("y", datetime.date(2000, 1, 1), locale=self.locale)
        return written.replace("2000", str(number))

    def _coded(self, code: int, first: Day) -> str:
        """Seasons, quarters, thirds and halves."""
        if code < 33:
            return self._season("", code, first)
        if code < 37 and 1000 <= first.year <= 9999:
            return format_skeleton("yQQQQ", _python(first), locale=self.locale)
        if code < 40:
            return self._say("from to", self._month(first), self._month(first.plus_months(3)))
        return self._say("first half" if code == 40 else "second half", self._year(first.year))

    def _season(self, before: str, code: int, first: Day) -> str:
        """Spring to winter in the words of `before` and its name; a winter has both of its years."""
        over = first.month == 12 and first.year >= 1000
        years = f"{first.year}/{(first.year + 1) % 100:02d}" if over else ""
        year = self._plain_year(years) if over else self._year(first.year)
        return self._say(before + _SEASONS[(code - 21) % 4], year)

    def _years(self, date: Date) -> str:
        """A year, a decade, a century, or more."""
        first, last = date.earliest, date.latest
        if first is None or last is None:
            return self._say("year unknown")
        if date.precision == "year":
            return self._doubt(self._year(first.year), "~" if "S" in date.year else "")
        if not self._has_name(date):
            return self._say("year unknown") if "X" in date.year else date.text
        return self._named(date, date.precision)

    def _has_name(self, date: Date) -> bool:
        """Whether it is a whole decade, century or millennium."""
        return date.precision in _WIDTHS and "X" not in date.year.strip("-").rstrip("X")

    def _named(self, date: Date, key: str) -> str:
        """A decade, a century or a millennium, in the words of `key`."""
        first, last, width = date.earliest, date.latest, _WIDTHS[date.precision]
        assert first and last
        near = first.year if first.year >= 0 else -last.year
        count = near if width == 1 else near // width + 1
        words = self._say(key, str(count), _roman(count))
        return words if first.year >= 0 else self._say("BCE", words)

    def _interval(self, start: Date, end: Date) -> str:
        if end.text == "..":
            return self._say("since", self._date(start)) if start.text.strip(".") else self._say("always")
        if start.text == "..":
            return self._say("until", self._date(end))
        if not end.text:
            return self._say("to unknown", self._date(start))
        if not start.text:
            return self._say("from unknown", self._date(end))
        return self._joined(start, end) or self._say("from to", self._date(start), self._date(end))

    def _joined(self, start: Date, end: Date) -> str:
        """What the CLDR writes for two days or months, saying once what they share; else empty."""
        a, b = start.earliest, end.earliest
        marks = {*start.marks[:2], *end.marks[:2]}
        plain = a and b and start.precision == end.precision and len(marks) == 1
        if not plain or start.precision not in ("day", "month") or start.time or end.time:
            return ""
        if not (a and b and a.year >= 1000 and b.year <= 9999 and a < b) or "X" in start.text + end.text:
            return ""
        skeleton = "yMMMd" if start.precision == "day" else "yMMMM"
        return self._doubt(format_interval(_python(a), _python(b), skeleton, locale=self.locale), marks.pop())

    def _member(self, start: Date, end: Date, one: bool) -> str:
        if start is end:
            return self._date(start)
        if not start.text.strip("."):
            return self._say("or earlier", self._date(end))
        if not end.text.strip("."):
            return self._say("or later", self._date(start))
        return self._say("between" if one else "from to", self._date(start), self._date(end))


def _python(day: Day) -> datetime.date:
    return datetime.date(day.year, day.month, day.day)


_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN if number < 4000 else ():
        written += sign * (number // value)
        number %= value
    return written
