"""Stretches named from the day of publication: last week, this month, March, the third quarter, summer."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.dates import span
from dateline.dates.grammar import Rule
from dateline.dates.setting import Setting
from dateline.dates.span import Span

CAP: Final = 9
"""A month to come is at most this many months ahead; further on, writers add the year."""


def unit_around(at: Setting, unit: str, steps: int) -> Span | None:
    """The week, month, quarter … in which publication falls, or one so many on."""
    today = at.today
    if unit == "day":
        return span.day(today.plus(steps), supplied="week")
    if unit == "week":
        return span.week(today, steps)
    if unit == "fortnight":
        return None
    if unit == "month":
        return span.month(*span.months(today.year, today.month + steps))
    if unit == "quarter":
        index = today.year * 4 + (today.month - 1) // 3 + steps
        return span.coded(index // 4, 33 + index % 4)
    if unit == "half":
        index = today.year * 2 + (today.month - 1) // 6 + steps
        return span.coded(index // 2, 40 + index % 2)
    if unit == "year":
        return span.year(today.year + steps)
    width = {"decade": 10, "century": 100, "millennium": 1000}.get(unit)
    if width:
        start = (today.year // width + steps) * width
        return span.years(start, start + width - 1, unit)  # type: ignore[arg-type]
    return None


def last_unit(at: Setting, word: str, unit: str) -> Span | None:
    """“last month”."""
    return weekend_back(at) if unit == "weekend" else _supplied(unit_around(at, unit, -1))


def next_unit(at: Setting, word: str, unit: str) -> Span | None:
    """“next year”."""
    return _supplied(span.weekend(at.today, 1)) if unit == "weekend" else _supplied(unit_around(at, unit, 1))


def this_unit(at: Setting, word: object, unit: str) -> Span | None:
    """“this week”."""
    return _supplied(span.weekend(at.today)) if unit == "weekend" else _supplied(unit_around(at, unit, 0))


def _supplied(found: Span | None) -> Span | None:
    return replace(found, anchored=True) if found else None


def weekend_back(at: Setting) -> Span | None:
    """“over the weekend”: the last that is over, or the one that publication falls in."""
    return _supplied(span.weekend(at.today, 0 if at.today.weekday == 6 else -1))


def bare_weekend(at: Setting) -> Span | None:
    """“the weekend”: the one just gone, unless the clause looks ahead or publication falls in one."""
    if at.today.weekday >= 5 or at.direction == "future":
        return _supplied(span.weekend(at.today))
    return weekend_back(at)


def bare_month(at: Setting, number: int) -> Span:
    """“in November”: by tense, else the nearest."""
    here = at.today.year * 12 + at.today.month - 1
    ahead = (number - 1 - here) % 12
    behind = (12 - ahead) % 12
    past = behind <= ahead if not at.direction else at.direction == "past" or ahead > CAP
    index = here - behind if past else here + ahead
    return span.month(index // 12, index % 12 + 1, supplied="year")


def last_month_named(at: Setting, word: str, number: int) -> Span:
    """“last June”: the last strictly before the month of publication."""
    here = at.today.year * 12 + at.today.month - 1
    index = here - ((here - (number - 1) - 1) % 12 + 1)
    return span.month(index // 12, index % 12 + 1, supplied="year")


def next_month_named(at: Setting, word: str, number: int) -> Span:
    """“next June”: the first strictly after the month of publication."""
    here = at.today.year * 12 + at.today.month - 1
    index = here + (number - 1 - here - 1) % 12 + 1
    return span.month(index // 12, index % 12 + 1, supplied="year")


def this_month_named(at: Setting, word: object, number: int) -> Span:
    """“this September”: of the year of publication."""
    return span.month(at.today.year, number, supplied="year")


def past_month_named(at: Setting, number: int) -> Span:
    """“this past March”."""
    here = at.today.year * 12 + at.today.month - 1
    index = here - (here - (number - 1)) % 12
    return span.month(index // 12, index % 12 + 1, supplied="year")


def month_of_year(at: Setting, number: int, year: Span) -> Span | None:
    """“March of last year”."""
    return span.month(year.first.year, number) if year.first else None


def season_code(at: Setting, code: int) -> int:
    """The EDTF code, by hemisphere."""
    return code + 8 if at.southern else code


def season_year(at: Setting, code: int, year: int, last: object = None) -> Span:
    """“spring 2023”; “the winter of 2023-24” begins in 2023."""
    return span.coded(year, season_code(at, code))


def season_of_year(at: Setting, code: int, year: Span) -> Span | None:
    """“the summer of last year”."""
    return season_year(at, code, year.first.year) if year.first else None


def _seasons_around(at: Setting, code: int) -> list[Span]:
    code = season_code(at, code)
    return [span.coded(at.today.year + step, code, supplied="year") for step in (-2, -1, 0, 1)]


def bare_season(at: Setting, code: int) -> Span:
    """“in the spring”: the one that is on; else by tense; else the nearest."""
    around = _seasons_around(at, code)
    before = [s for s in around if s.first and s.first <= at.today]
    after = [s for s in around if s.last and s.last >= at.today]
    if before[-1] is after[0]:
        return before[-1]
    if at.direction:
        return before[-1] if at.direction == "past" else after[0]
    gone = span.days_between(before[-1].last or at.today, at.today)
    coming = span.days_between(at.today, after[0].first or at.today)
    return before[-1] if gone <= coming else after[0]


def last_season(at: Setting, word: str, code: int) -> Span:
    """“last summer”: the last that is over."""
    return [s for s in _seasons_around(at, code) if s.last and s.last < at.today][-1]


def next_season(at: Setting, word: str, code: int) -> Span:
    """“next summer”: the first that has not begun."""
    around = [
        *_seasons_around(at, code),
        span.coded(at.today.year + 2, season_code(at, code), supplied="year"),
    ]
    return next(s for s in around if s.first and s.first > at.today)


def this_season(at: Setting, word: object, code: int) -> Span:
    """“this winter”: the one that is on, else that of the year of publication."""
    return next((s for s in _seasons_around(at, code) if s.first and s.last and s.first <= at.today <= s.last),
                span.coded(at.today.year, season_code(at, code), supplied="year"))  # fmt: skip


def quarter_of_year(at: Setting, number: int, year: Span) -> Span | None:
    """“the third quarter of 2024”."""
    return span.coded(year.first.year, 32 + number) if year.first and 1 <= number <= 4 else None


def half_of_year(at: Setting, number: int, year: Span) -> Span | None:
    """“the first half of 2025”."""
    return span.coded(year.first.year, 39 + number) if year.first and 1 <= number <= 2 else None


def bare_quarter(at: Setting, number: int) -> Span | None:
    """“the third quarter”: the last complete one, unless the clause looks ahead."""
    if not 1 <= number <= 4:
        return None
    year = at.today.year
    own = span.coded(year, 32 + number, supplied="year")
    if at.direction == "future":
        return (
            own if own.last and own.last >= at.today else span.coded(year + 1, 32 + number, supplied="year")
        )
    return own if own.first and own.first <= at.today else span.coded(year - 1, 32 + number, supplied="year")


def bare_half(at: Setting, number: int) -> Span | None:
    """“the first half”."""
    if number not in (1, 2):
        return None
    own = span.coded(at.today.year, 39 + number, supplied="year")
    past = at.direction != "future"
    return (
        own
        if not past or (own.first and own.first <= at.today)
        else span.coded(at.today.year - 1, 39 + number, supplied="year")
    )


def decade(at: Setting, value: int) -> Span | None:
    """“the 1990s”, “the '80s”, “the eighties”."""
    if value % 10:
        return None
    start = value if value >= 100 else (2000 + value if value <= 20 else 1900 + value)
    if value >= 100 and value % 100 == 0 and value < 2000:
        return span.years(start, start + 99, "century")
    return span.years(start, start + 9, "decade")


def century(at: Setting, number: int, era: int | None = None) -> Span:
    """“the 20th century”: 1900 to 1999, as 19XX writes it."""
    if era == -1:
        return span.years(-100 * number + 1, -100 * number + 100, "century")
    return span.years(100 * (number - 1), 100 * number - 1, "century")


def era_year(at: Setting, number: int, era: int) -> Span:
    """“44 BC”: the year -43, since 1 BC is the year 0."""
    return span.year(1 - number if era == -1 else number)


def nth_week(at: Setting, number: int, period: Span) -> Span | None:
    """“the first week of March”: the first ISO week that is mostly inside."""
    if not period.first or not period.last or number > 53:
        return None
    monday = period.first.plus(3)
    return span.week(monday.plus(7 * (number - 1)))


def last_week_of(at: Setting, word: str, period: Span) -> Span | None:
    """“the last week of March”: the last ISO week that is mostly inside."""
    return span.week(period.last.plus(-3)) if period.last else None


def week_of(at: Setting, day: Span) -> Span | None:
    """“the week of November 11”."""
    return span.week(day.first) if day.first else None


def nth_month(at: Setting, number: int, year: Span) -> Span | None:
    """“the third month of 2021”."""
    return span.month(year.first.year, number) if year.first and number <= 12 else None


RULES: Final = (
    Rule("last week, month, year", "the? LAST UNIT", last_unit,
         "“Last” is the whole week, month or year before the one of publication.", """
         last week = 2024-11-11/2024-11-17
         last month = 2024-10
         last year = 2023
         the last quarter = 2024-35
         last weekend = 2024-11-16/2024-11-17"""),
    Rule("next week, month, year", "the? NEXT UNIT", next_unit,
         "“Next” is the whole week, month or year after the one of publication.", """
         next week = 2024-11-25/2024-12-01
         next month = 2024-12
         next year = 2025"""),
    Rule("this week, month, year", """
         THIS UNIT
         the THIS UNIT""", this_unit,
         "“This” is the whole week, month or year in which the source was published.", """
         this week = 2024-11-18/2024-11-24
         this month = 2024-11
         this year = 2024
         this weekend = 2024-11-23/2024-11-24"""),
    Rule("weekend", """
         over|during|at|on? the weekend
         the? weekend""", bare_weekend,
         "The weekend is the one just over, or the one that the source was published in.", """
         over the weekend = 2024-11-16/2024-11-17
         over the weekend @ 2026-02-01 = 2026-01-31/2026-02-01
         will meet over [the weekend] = 2024-11-23/2024-11-24"""),
    Rule("bare month", "the? month? of? MONTH", bare_month,
         "A month without a year is, in a sentence about the past, the last one; about the future, the next one, "
         "at most nine months ahead; otherwise the nearest.", """
         rose in [November] = 2024-11
         fell in [January] = 2024-01
         is due to visit China in [April] = 2025-04
         in October = 2024-10"""),
    Rule("last named month", "LAST MONTH", last_month_named,
         "“Last” before a month is the latest one before the month of publication.", """
         last June = 2024-06
         last November = 2023-11"""),
    Rule("next named month", "NEXT MONTH", next_month_named,
         "“Next” before a month is the first one after the month of publication.",
         "next June = 2025-06"),
    Rule("this named month", "THIS MONTH", this_month_named,
         "“This” before a month is the one of the year of publication.",
         "this September = 2024-09"),
    Rule("named month just gone", "this past MONTH", past_month_named,
         "“This past” before a month is the last one, the month of publication included.",
         "this past March = 2024-03"),
    Rule("month of a year", """
         MONTH ,? of? <year>""", month_of_year,
         "The named month of the named year.",
         "March of last year = 2023-03"),
    Rule("season and year", """
         the? SEASON ,? of? in? YEAR
         the? SEASON ,? of? YEAR -|/ YY""", season_year,
         "Seasons are those of the weather: spring is March to May, and a winter belongs to the year in which it "
         "begins.", """
         spring 2023 = 2023-21
         the winter of 2023 = 2023-24"""),
    Rule("season of a year", "the? SEASON of <year>", season_of_year,
         "Seasons are those of the weather: spring is March to May, and a winter belongs to the year in which it "
         "begins.",
         "the summer of last year = 2023-22"),
    Rule("bare season", "the SEASON", bare_season,
         "A season is the one that is on, else by the tense of the sentence, else the nearest.",
         "in the spring @ 2009-04-01 = 2009-21"),
    Rule("last season", "LAST SEASON", last_season,
         "“Last” before a season is the last one that is over.",
         "last summer = 2024-22"),
    Rule("next season", "NEXT SEASON", next_season,
         "“Next” before a season is the first one that has not begun.",
         "next summer = 2025-22"),
    Rule("this season", "THIS SEASON", this_season,
         "“This” before a season is the one that is on, else that of the year of publication.",
         "this winter = 2024-24"),
    Rule("quarter of a year", """
         QUARTER ,? of|in? <year>
         the? ORD -? quarter|qtr ,? of|in? <year>""", quarter_of_year,
         "Quarters are those of the calendar year.", """
         Q3 2024 = 2024-35
         the third quarter of last year = 2023-35"""),
    Rule("year and quarter", "YEAR ,? -? QUARTER", lambda at, year, number: quarter_of_year(at, number, span.year(year)),
         "Quarters are those of the calendar year.",
         "2019 Q1 = 2019-33"),
    Rule("half of a year", """
         HALF ,? of|in? <year>
         the? ORD -? half of|in? <year>""", half_of_year,
         "The first half of a year is January to June.", """
         H1 2025 = 2025-40
         the second half of last year = 2023-41"""),
    Rule("bare quarter", """
         the? ORD -? quarter|qtr
         QUARTER""", bare_quarter,
         "A quarter without a year is the last one that has begun, unless the sentence is about the future.", """
         rose in [the third quarter] = 2024-35
         the fourth quarter @ 2024-02-01 = 2023-36"""),
    Rule("bare half", "the? ORD half of the year", bare_half,
         "A half without a year is the last one that has begun, unless the sentence is about the future.",
         "the first half of the year = 2024-40"),
    Rule("decade", """
         the? DECADE
         the? ' DECADE""", decade,
         "A decade runs from the year that ends in 0 to the one that ends in 9.", """
         the 1990s = 199X
         the '80s = 198X
         the eighties = 198X"""),
    Rule("century", """
         the? ORD -? century AD?
         the? ORD -? century BC""", century,
         "The 20th century is written 19XX, the years from 1900 to 1999; strictly it is 1901 to 2000.", """
         the 20th century = 19XX
         the nineteenth century = 18XX"""),
    Rule("year of an era", """
         ERA_YEAR BC
         ERA_YEAR AD""", era_year,
         "There is no year 0 in BC and AD: 1 BC is written 0000, and 44 BC is -0043.", """
         44 BC = -0043
         79 AD = 0079"""),
    Rule("era and year", "AD ERA_YEAR", lambda at, era, number: span.year(number),
         "A year of the common era.",
         "AD 79 = 0079"),
    Rule("nth week of a period", "the? ORD full? week of|in <period>", nth_week,
         "Weeks run from Monday to Sunday; the first of a month or year is the one that is mostly inside.",
         "the first week of 2019 = 2018-12-31/2019-01-06"),
    Rule("last week of a period", "the? LAST week of|in <period>", last_week_of,
         "Weeks run from Monday to Sunday; the last of a month or year is the one that is mostly inside.",
         "the last week of March @ 2009-04-01 = 2009-03-23/2009-03-29"),
    Rule("week of a day", "the? week of|beginning|starting|ending <day>", week_of,
         "The week, Monday to Sunday, in which that day falls.",
         "the week of November 11 = 2024-11-11/2024-11-17"),
    Rule("nth month of a year", "the? ORD month of <year>", nth_month,
         "Months are counted from January.",
         "the third month of 2021 = 2021-03"),
)  # fmt: skip
