"""A stretch of time under construction: what the rules of the date grammar make and combine."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from dateline.dates.bounds import SEASONS, Precision, season_unit
from dateline.dates.day import Day, days_in_month, made, ordinal, year_text
from dateline.dates.edtf import Edtf
from dateline.dates.fault import EdtfError
from dateline.dates.reading import Alternative, Part, Side, part_bounds

Supplied = Literal["", "year", "month", "week"]
"""What the words left out and the anchor supplied: the year of "5 March", the week of "Monday"."""

RANGE: Final = "range"
NOTHING: Final = "nothing"
Unit = Precision | Literal["range", "nothing"]
"""What the words name: a unit of the calendar; a stretch or a choice of dates; or, for certain, no date."""


class Span(NamedTuple):
    """Days from `first` to `last`, inclusive, and the unit in which the words named them."""

    first: Day | None
    last: Day | None
    unit: Unit
    text: str = ""
    """EDTF, for what the unit and the days do not say by themselves: ranges, sets, times."""
    part: Part | None = None
    mark: str = ""
    """``?``, ``~`` or ``%``."""
    code: int = 0
    """The EDTF code of a season, a quarter or a half."""
    supplied: Supplied = ""
    anchored: bool = False
    """Whether the day of publication was needed."""
    alternatives: tuple[Alternative, ...] = ()
    side: Side | None = None
    """For "later this year": the days are those that are left; the EDTF is still the whole year's."""

    def edtf(self) -> str:
        """The value in EDTF; the part is not in it."""
        text = self.text or self._written()
        return mark(text, self.mark) if self.mark else text

    def _written(self) -> str:
        first, last, unit = self[:3]
        if first is None or last is None:
            return f"{first or '..'}/{last or '..'}"
        if unit == "day":
            return str(first)
        year = year_text(first.year)
        if unit == "month":
            return f"{year}-{first.month:02d}"
        if unit in ("season", "quarter", "half", "third"):
            return f"{year}-{self.code}"
        if unit == "year":
            return year
        if self.side and unit == "week":
            whole = week(first)
            return f"{whole.first}/{whole.last}"
        if unit in ("decade", "century", "millennium"):
            return _masked(first.year, last.year, unit)
        return f"{first}/{last}"

    @property
    def leaning(self) -> Span:
        """The same, as one that the day of publication was needed for."""
        return self if self.anchored else made(Span, (*self[:8], True, *self[9:]))

    def in_year(self, year: int) -> Span:
        """The same month, day or season, of another year."""
        if self.first is None or self.last is None:
            return self
        shift = year - self.first.year
        first = self.first.plus_months(12 * shift)
        if self.unit == "month":
            return self._replace(first=first, last=Day(year, first.month, days_in_month(year, first.month)))
        return self._replace(first=first, last=self.last.plus_months(12 * shift))


def _masked(first: int, last: int, unit: str) -> str:
    width = {"decade": 1, "century": 2, "millennium": 3}[unit]
    low = min(abs(first), abs(last)) // 10**width
    return ("-" if last < 0 else "") + f"{low:0{4 - width}d}" + "X" * width


def mark(text: str, qualifier: str) -> str:
    """The EDTF text with a qualifier on each date in it."""
    if text[0] in "[{":
        return text
    return "/".join(part if part in ("", "..") else part + qualifier for part in text.split("/"))


def _plain(
    first: Day, last: Day, unit: Unit, supplied: Supplied = "", alternatives: tuple[Alternative, ...] = ()
) -> Span:
    """Days and their unit, as nearly all spans are; what the anchor supplied, it was needed for."""
    return made(Span, (first, last, unit, "", None, "", 0, supplied, supplied != "", alternatives, None))


def day(value: Day, *, supplied: Supplied = "", alternatives: tuple[Alternative, ...] = ()) -> Span:
    """One day."""
    return _plain(value, value, "day", supplied, alternatives)


def nothing() -> Span:
    """Words that name no date, for certain."""
    return Span(None, None, NOTHING)


def calendar_day(year: int, month: int, number: int) -> Span | None:
    """One day by its numbers; None where the month has no such day."""
    if 1 <= month <= 12 and 1 <= number <= days_in_month(year, month):
        return day(made(Day, (year, month, number)))
    return None


def month(
    year: int, number: int, *, supplied: Supplied = "", alternatives: tuple[Alternative, ...] = ()
) -> Span:
    """A whole month."""
    last = made(Day, (year, number, days_in_month(year, number)))
    return _plain(made(Day, (year, number, 1)), last, "month", supplied, alternatives)


def months(year: int, number: int) -> tuple[int, int]:
    """A year and a month brought into range: (2024, 14) is (2025, 2)."""
    carry, index = divmod(number - 1, 12)
    return year + carry, index + 1


def year(number: int) -> Span:
    """A whole year, astronomical."""
    return _plain(made(Day, (number, 1, 1)), made(Day, (number, 12, 31)), "year")


def years(first: int, last: int, unit: Precision) -> Span:
    """A decade, a century or a millennium."""
    return _plain(Day(first, 1, 1), Day(last, 12, 31), unit)


def week(of: Day, weeks: int = 0) -> Span:
    """The ISO week, Monday to Sunday, of a day; or one so many weeks on."""
    monday = of.plus(7 * weeks - of.weekday)
    return _plain(monday, monday.plus(6), "week")


def weekend(of: Day, weeks: int = 0) -> Span:
    """The Saturday and Sunday of the ISO week of a day."""
    saturday = of.plus(7 * weeks + 5 - of.weekday)
    return _plain(saturday, saturday.plus(1), "weekend")


def coded(year: int, code: int, *, supplied: Supplied = "") -> Span:
    """A season, quarter, third or half of a year, by its EDTF code."""
    start, length = SEASONS[code]
    first = Day(year, start, 1)
    last = first.plus_months(length).plus(-1)
    return Span(first, last, season_unit(code), code=code, supplied=supplied, anchored=bool(supplied))


def range_(start: Span, end: Span) -> Span | None:
    """From the beginning of one to the end of the other; None where that runs backwards."""
    (first, _), (_, last) = narrow(start), narrow(end)
    if first and last and first > last:
        return None
    for text in (f"{_end_text(start, first)}/{_end_text(end, last)}", f"{first or '..'}/{last or '..'}"):
        if _is_edtf(text):
            return Span(first, last, RANGE, text=text)
    return None


def _is_edtf(text: str) -> bool:
    """Whether two ends can be written as one interval: a season and a day cannot."""
    try:
        Edtf.parse(text)
    except EdtfError:
        return False
    return True


_FINER: Final = {"decade": "year", "century": "year", "millennium": "year", "year": "month"}


def _end_text(span: Span, bound: Day | None) -> str:
    """One end of a range: as it is written, or its bound where it has a part or is a stretch itself."""
    if bound is None:
        return ".."
    whole = span.edtf().partition("T")[0]
    if span.part is None and "/" not in whole and "X" not in whole:
        return whole
    return coarse(bound, _FINER.get(span.unit, "day")) + span.mark


def coarse(bound: Day, unit: str) -> str:
    """A bound written in a unit: the year, the month or the day that it is in."""
    text = year_text(bound.year)
    return text if unit == "year" else f"{text}-{bound.month:02d}" if unit == "month" else str(bound)


def narrow(span: Span) -> tuple[Day | None, Day | None]:
    """The bounds, a part taken into account."""
    if span.part is None or span.first is None or span.last is None:
        return span.first, span.last
    if span.unit == "range" or span.unit == "nothing":
        return span.first, span.last
    return part_bounds(span.part, span.unit, span.first, span.last)


def days_between(a: Day, b: Day) -> int:
    """How many days b is after a."""
    return ordinal(b) - ordinal(a)
