"""What a point or a stretch of time is called on the drawings: ticks, headings, captions."""

from __future__ import annotations

import datetime

from dateline.dates import Day, Edtf, label
from dateline.dates.day import MONTHS, WEEKDAYS
from dateline.overview.extents import day_at
from dateline.overview.units import HALF_A_MINUTE, Unit
from dateline.tongue import ENGLISH, Tongue


def tick_name(unit: Unit, at: float, tongue: Tongue = ENGLISH, *, short: bool = False) -> str:
    """What a tick at this boundary says beside its neighbours: 14:30, Sat 31 or 31, Jun, 400 BCE."""
    day = day_at(at + HALF_A_MINUTE)
    if unit.kind == "minutes":
        return clock(at)
    if unit.kind == "years":
        return year_name(day.year, tongue)
    alone = short or unit.step > 1
    if not tongue.is_english:
        return _by_cldr(day, "MMM" if unit.kind == "months" else "d" if alone else "Ed", tongue)
    if unit.kind == "months":
        return MONTHS[day.month - 1][:3]
    return str(day.day) if alone else f"{WEEKDAYS[day.weekday][:3]} {day.day}"


def full_name(unit: Unit, at: float, tongue: Tongue = ENGLISH) -> str:
    """The same where no neighbour gives the rest: 31 Jan 2026, 14:30; 31 Jan 2026; Jun 2026."""
    day = day_at(at + HALF_A_MINUTE)
    if unit.kind == "years":
        return year_name(day.year, tongue)
    if unit.kind == "months":
        return _short_month(day, tongue)
    named = _short_day(day, tongue)
    if unit.kind == "days" or clock(at) == "00:00":
        return named
    return tongue.gettext("%(day)s, %(time)s", day=named, time=clock(at))


def opening_name(unit: Unit, at: float, tongue: Tongue = ENGLISH, *, short: bool = False) -> str:
    """The same where a larger unit begins: Sun 1 Feb, or all of it."""
    day = day_at(at + HALF_A_MINUTE)
    if unit.kind != "days" or day.month == 1:
        return full_name(unit, at, tongue)
    if not tongue.is_english:
        return _by_cldr(day, "MMMd" if short or unit.step > 1 else "MMMEd", tongue)
    return f"{tick_name(unit, at, short=short)} {MONTHS[day.month - 1][:3]}"


def clock(at: float) -> str:
    """The time of day."""
    minutes = round(at * 1440) % 1440
    return f"{minutes // 60:02}:{minutes % 60:02}"


def year_name(year: int, tongue: Tongue = ENGLISH) -> str:
    """A year as readers write it; `year` is astronomical, so 0 is 1 BCE."""
    if not tongue.is_english:
        return label(Edtf.parse(_edtf_years(Day(year, 1, 1))), locale=tongue.language)
    if year >= 1000:
        return str(year) if year < 10_000 else f"{year:,}"
    if year > 0:
        return f"{year} CE"
    # Beyond ten thousand years the missing year zero is far below what such a figure says.
    before = 1 - year if year > -9999 else -year
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if before >= 0.9995 * size:
            return f"{before / size:.4g} {name} BCE"
    return f"{before} BCE" if before < 10_000 else f"{before:,} BCE"


def day_name(day: Day, tongue: Tongue = ENGLISH) -> str:
    """Saturday 31 January 2026."""
    if not tongue.is_english:
        return label(Edtf.parse(_edtf_day(day)), locale=tongue.language, weekday=True)
    return f"{WEEKDAYS[day.weekday]} {day.day} {MONTHS[day.month - 1]} {year_name(day.year)}"


def stretch_name(start: float, end: float, tongue: Tongue = ENGLISH) -> str:
    """A stretch in words, as exactly as its ends ask: 2024, January to June 2024, 31 January 2026."""
    first, last = day_at(start + HALF_A_MINUTE), day_at(end - HALF_A_MINUTE)
    if end - start < 1 or start % 1 or end % 1:
        return _clock_stretch(start, end, first, last, tongue)
    whole_months = first.day == 1 and day_at(end).day == 1
    whole_years = whole_months and first.month == 1 and day_at(end).month == 1
    if not tongue.is_english:
        edtf = _edtf_years if whole_years else _edtf_month if whole_months else _edtf_day
        return _interval(edtf(first), edtf(last), tongue)
    if whole_years:
        return _joined([year_name(first.year), year_name(last.year)])
    day = [f"{d.day} " * (not whole_months) + MONTHS[d.month - 1] for d in (first, last)]
    if first.year == last.year:
        if not whole_months and first.month == last.month and first != last:
            return f"{first.day} to {day[1]} {year_name(last.year)}"
        return f"{_joined(day)} {year_name(last.year)}"
    return _joined([f"{words} {year_name(d.year)}" for words, d in zip(day, (first, last), strict=True)])


def years_name(start: float, end: float, tongue: Tongue = ENGLISH) -> str:
    """The years that a stretch touches: 2024 to 2026."""
    first, last = (day_at(at) for at in (start, end - HALF_A_MINUTE))
    if not tongue.is_english:
        return _interval(_edtf_years(first), _edtf_years(last), tongue)
    return _joined([year_name(day.year) for day in (first, last)])


def _clock_stretch(start: float, end: float, first: Day, last: Day, tongue: Tongue) -> str:
    days = [_long_day(day, tongue) for day in (first, last)]
    if days[0] == days[1]:
        return tongue.gettext(
            "%(first)s to %(last)s on %(day)s", first=clock(start), last=clock(end), day=days[0]
        )
    return tongue.gettext(
        "%(first)s on %(day)s to %(last)s on %(other)s",
        first=clock(start),
        day=days[0],
        last=clock(end),
        other=days[1],
    )


def _long_day(day: Day, tongue: Tongue) -> str:
    if not tongue.is_english:
        return label(Edtf.parse(_edtf_day(day)), locale=tongue.language)
    return f"{day.day} {MONTHS[day.month - 1]} {year_name(day.year)}"


def _short_day(day: Day, tongue: Tongue) -> str:
    if not tongue.is_english:
        return label(Edtf.parse(_edtf_day(day)), locale=tongue.language, short=True)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {year_name(day.year)}"


def _short_month(day: Day, tongue: Tongue) -> str:
    if not tongue.is_english:
        return label(Edtf.parse(_edtf_month(day)), locale=tongue.language, short=True)
    return f"{MONTHS[day.month - 1][:3]} {year_name(day.year)}"


def _by_cldr(day: Day, skeleton: str, tongue: Tongue) -> str:
    """A day without its year, as the language writes it."""
    from babel.dates import format_skeleton  # an English site never asks the CLDR

    # Weekdays repeat after 400 years, and Python knows no year before 1.
    date = datetime.date(2000 + day.year % 400, day.month, day.day)
    return format_skeleton(skeleton, date, locale=tongue.locale)


def _interval(first: str, last: str, tongue: Tongue) -> str:
    return label(Edtf.parse(first if first == last else f"{first}/{last}"), locale=tongue.language)


def _edtf_years(day: Day) -> str:
    year = day.year
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def _edtf_month(day: Day) -> str:
    return f"{_edtf_years(day)}-{day.month:02d}" if abs(day.year) <= 9999 else _edtf_years(day)


def _edtf_day(day: Day) -> str:
    return f"{_edtf_month(day)}-{day.day:02d}" if abs(day.year) <= 9999 else _edtf_years(day)


def _joined(ends: list[str]) -> str:
    one, other = ends
    if one == other:
        return one
    era = one.rpartition(" ")[2]
    if era == "BCE" and other.endswith(" BCE"):
        one = one.removesuffix(" BCE")
    return f"{one} to {other}"
