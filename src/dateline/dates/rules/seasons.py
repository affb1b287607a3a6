"""Seasons, quarters, halves and fiscal years."""

from __future__ import annotations

from typing import Final

from dateline.dates import span
from dateline.dates.bounds import SEASONS
from dateline.dates.day import Day
from dateline.dates.grammar import Rule
from dateline.dates.rules.moving import in_year_told
from dateline.dates.rules.written import century_of
from dateline.dates.setting import Setting
from dateline.dates.span import Span, days_between

AGAINST: Final = 4
"""A bare quarter is the nearest; one on the wrong side of the tense counts as so many times as far."""


_ABOUT_TO_BEGIN: Final = 75
"""Days before a season in which it is called “this” one."""


def _code(at: Setting, code: int) -> int:
    """The EDTF code, by hemisphere: 21 to 24 in the north, 29 to 32 in the south."""
    return code + 8 if at.southern else code


def season_year(at: Setting, code: int, year: int) -> Span:
    """“spring 2023”."""
    return span.coded(year, _code(at, code))


def season_years(at: Setting, code: int, years: tuple[int, int]) -> Span | None:
    """“winter 2023–24”."""
    return span.coded(years[0], _code(at, code)) if (years[0] + 1) % 100 == years[1] else None


def season_of_year(at: Setting, code: int, year: Span) -> Span | None:
    """“the summer of last year”."""
    return season_year(at, code, year.first.year) if year.first else None


def _around(at: Setting, code: int) -> list[Span]:
    return [span.coded(at.today.year + step, _code(at, code), supplied="year") for step in (-2, -1, 0, 1, 2)]


def bare_season(at: Setting, code: int) -> Span | None:
    """“in the spring”: of the year that the text tells of, else the nearest."""
    return in_year_told(
        at, SEASONS[code][0], lambda year: season_year(at, code, year), lambda: _nearest_season(at, code)
    )


def _nearest_season(at: Setting, code: int) -> Span:
    """The season that is on; else by tense; else the nearest."""
    begun = [s for s in _around(at, code) if s.first and s.first <= at.today][-1]
    coming = next(s for s in _around(at, code) if s.last and s.last >= at.today)
    if begun is coming or begun == coming:
        return begun
    if at.direction:
        return begun if at.direction == "past" else coming
    gone = days_between(begun.last or at.today, at.today)
    return begun if gone <= days_between(at.today, coming.first or at.today) else coming


def last_season(at: Setting, _: object, code: int) -> Span | None:
    """“last summer”: the last that is over; “the previous summer” may lean on a date before it."""
    if at.says("previous") and at.antecedent:
        return None
    return [s for s in _around(at, code) if s.last and s.last < at.today][-1]


def season_before_last(at: Setting, code: int) -> Span:
    """“the summer before last”."""
    return [s for s in _around(at, code) if s.last and s.last < at.today][-2]


def past_season(at: Setting, code: int) -> Span:
    """As in “this past summer”."""
    return [s for s in _around(at, code) if s.first and s.first <= at.today][-1]


def next_season(at: Setting, _: object, code: int) -> Span:
    """“next summer”: the first that has not begun, but not “this summer”, which is about to."""
    first, second = [s for s in _around(at, code) if s.first and s.first > at.today][:2]
    near = first.first and first.first.year == at.today.year
    soon = near and first.first and days_between(at.today, first.first) <= _ABOUT_TO_BEGIN
    return second if soon else first


def this_season(at: Setting, _: object, code: int) -> Span:
    """As in “this winter”: the one that is on, else that of the year of publication."""
    on = (s for s in _around(at, code) if s.first and s.last and s.first <= at.today <= s.last)
    return next(on, span.coded(at.today.year, _code(at, code), supplied="year"))


def quarter_of_year(at: Setting, number: int, year: Span) -> Span | None:
    """“the third quarter of 2024”."""
    return span.coded(year.first.year, 32 + number) if year.first and 1 <= number <= 4 else None


def year_quarter(at: Setting, year: int, number: int) -> Span | None:
    """“2019 Q1”."""
    return quarter_of_year(at, number, span.year(year))


def last_quarter_of(at: Setting, _: object, year: Span) -> Span | None:
    """“the final quarter of 2024”."""
    return span.coded(year.first.year, 36) if year.first else None


def half_of_year(at: Setting, number: int, year: Span) -> Span | None:
    """“the first half of 2025”."""
    return span.coded(year.first.year, 39 + number) if year.first and 1 <= number <= 2 else None


def half_of_period(at: Setting, number: int, period: Span) -> Span | None:
    """“the second half of October”, “the first half of the 20th century”."""
    first, last = period.first, period.last
    if first is None or last is None or number not in (1, 2) or period.part:
        return None
    if period.unit == "month":
        ends = (first, first.plus(14)) if number == 1 else (first.plus(15), last)
        return span.range_(span.day(ends[0]), span.day(ends[1]))
    if period.unit in ("decade", "century"):
        low, high = first.year, last.year
        middle = (low + high + 1) // 2
        years = (low, middle - 1) if number == 1 else (middle, high)
        return span.range_(span.year(years[0]), span.year(years[1]))
    return None


def year_half(at: Setting, year: int, number: int) -> Span | None:
    """“2019 H1”."""
    return half_of_year(at, number, span.year(year))


def bare_quarter(at: Setting, number: int) -> Span | None:
    """“the third quarter”: the nearest, with a thumb on the scale for the tense."""
    return _nearest(at, 32 + number) if 1 <= number <= 4 else None


def quarter_a_year_ago(at: Setting, number: int) -> Span | None:
    """“the year-earlier fourth quarter”."""
    found = bare_quarter(at, number)
    return found.in_year(found.first.year - 1) if found and found.first else None


def bare_half(at: Setting, number: int) -> Span | None:
    """“the first half”."""
    return _nearest(at, 39 + number) if number in (1, 2) else None


def _nearest(at: Setting, code: int) -> Span:
    around = (span.coded(at.today.year + step, code, supplied="year") for step in (-1, 0, 1))
    return min(around, key=lambda found: _off(at, found))


def _off(at: Setting, found: Span) -> int:
    """How many days a stretch is from publication, more where the tense speaks against it."""
    if not found.first or not found.last:
        return 0
    if found.first > at.today:
        return days_between(at.today, found.first) * (1 if at.direction == "future" else AGAINST)
    gone = max(0, days_between(found.last, at.today))
    return gone * (AGAINST if at.direction == "future" else 1)


def fiscal_year(at: Setting, number: int) -> Span:
    """“fiscal 2025”, “FY25”: by the site's table, else the calendar year, about."""
    year = number if number > 99 else century_of(at, number)
    return _of_fiscal_year(at, year, 0, 12) or span.year(year)._replace(mark="~")


def _of_fiscal_year(at: Setting, year: int, begin: int, months: int) -> Span | None:
    """So many months of a fiscal year by the site's table: it bears the name of the year in which it ends."""
    if at.fiscal_start is None:
        return None
    month, number = at.fiscal_start
    first = Day(year - (at.fiscal_start != (1, 1)), month, number).plus_months(begin)
    last = first.plus_months(months).plus(-1)
    if first.day > 1:
        return span.range_(span.day(first), span.day(last))
    return span.range_(span.month(first.year, first.month), span.month(last.year, last.month))


def fiscal_quarter(at: Setting, number: int) -> Span | None:
    """“the fiscal third quarter”: the nearest."""
    if not 1 <= number <= 4:
        return None
    around = (_fiscal_quarter(at, number, at.today.year + step) for step in (-1, 0, 1))
    return min(around, key=lambda found: _off(at, found)).leaning


def quarter_of_fiscal(at: Setting, number: int, year: int) -> Span | None:
    """“the third quarter of fiscal 1990”."""
    return _fiscal_quarter(at, number, year) if 1 <= number <= 4 else None


def _fiscal_quarter(at: Setting, number: int, year: int) -> Span:
    """A quarter of a fiscal year, as its three months; about the calendar's, where no table says more."""
    return _of_fiscal_year(at, year, 3 * (number - 1), 3) or span.coded(year, 32 + number)._replace(mark="~")


def fiscal_year_around(at: Setting, which: object) -> Span:
    """“last fiscal year”: seen from the one in which publication falls."""
    steps = {"last": -1, "next": 1}.get(str(which), 0)
    month, day = at.fiscal_start or (1, 1)
    begun = (month, day) != (1, 1) and at.today[1:] >= (month, day)
    return fiscal_year(at, at.today.year + begun + steps).leaning


RULES: Final = (
    Rule("season and year", """
         the? SEASON months? ,? of? in? YEAR
         YEAR SEASON""", lambda at, a, b: season_year(at, a, b) if a < 100 else season_year(at, b, a),
         "Seasons are those of the weather: spring is March to May, and a winter belongs to the year in "
         "which it begins.", """
         spring 2023 = 2023-21
         the winter of 2023 = 2023-24"""),
    Rule("season and years", "the? SEASON ,? of? YEARS", season_years,
         "A winter belongs to the year in which it begins.",
         "winter 2023-24 = 2023-24"),
    Rule("season of a year", "the? SEASON ,? of? <year>", season_of_year,
         "Seasons are those of the weather: spring is March to May, and a winter belongs to the year in "
         "which it begins.",
         "the summer of last year = 2023-22"),
    Rule("bare season", "the? SEASON", bare_season,
         "A season is the one that is on, else by the tense of the sentence, else the nearest.",
         "in the spring @ 2009-04-01 = 2009-21"),
    Rule("last season", "LAST SEASON", last_season,
         "“Last” before a season is the last one that is over.",
         "last summer = 2024-22"),
    Rule("season before last", "the? SEASON before last", season_before_last,
         "The one before the last that is over.",
         "the summer before last = 2023-22"),
    Rule("season just gone", "this? past SEASON", past_season,
         "“Past” before a season is the last one that has begun.",
         "this past summer = 2024-22"),
    Rule("next season", "NEXT SEASON", next_season,
         "“Next” before a season is the first one that has not begun, but not the one of this year that is "
         "about to begin.", """
         next summer = 2025-22
         next summer @ 2003-04-10 = 2004-22"""),
    Rule("this season", "THIS SEASON", this_season,
         "“This” before a season is the one that is on, else that of the year of publication.",
         "this winter = 2024-24"),
    Rule("year-earlier quarter", "the? year -? earlier|ago|before ORD -? quarter", quarter_a_year_ago,
         "One year before the quarter that its number alone would name.",
         "up from [the year-earlier fourth quarter] @ 1990-02-01 = 1988-36"),
    Rule("quarter of a year", """
         QUARTER ,? -? of|in? <year>
         the? ORD -? quarter|qtr ,? of|in? <year>
         <year> 's ORD -? quarter|qtr
         <year> ORD -? quarter|qtr""",
         lambda at, a, b: quarter_of_year(at, b, a) if isinstance(a, Span) else quarter_of_year(at, a, b),
         "Quarters are those of the calendar year.", """
         Q3 2024 = 2024-35
         the third quarter of last year = 2023-35
         last year's third quarter = 2023-35
         [the 1989 third quarter] rose @ 1990-02-01 = 1989-35"""),
    Rule("last quarter of a year", "the? final|last quarter of <year>",
         lambda at, year: last_quarter_of(at, None, year),
         "Quarters are those of the calendar year.",
         "the final quarter of 2024 = 2024-36"),
    Rule("year and quarter", "YEAR ,? -? QUARTER", year_quarter,
         "Quarters are those of the calendar year.",
         "2019 Q1 = 2019-33"),
    Rule("half of a year", """
         HALF ,? of|in? <year>
         the? ORD -? half of|in <year>
         <year> 's? ORD -? half""",
         lambda at, a, b: half_of_year(at, b, a) if isinstance(a, Span) else half_of_year(at, a, b),
         "The first half of a year is January to June.", """
         H1 2025 = 2025-40
         the second half of last year = 2023-41
         this year's second half = 2024-41
         [the 1990 first half] @ 1990-02-01 = 1990-40"""),
    Rule("latter half of a year", "the? latter half of <year>", lambda at, year: half_of_year(at, 2, year),
         "The first half of a year is January to June.",
         "the latter half of 1990 = 1990-41"),
    Rule("half of a period", """
         the? ORD half of|in <period>
         the? ORD half of the <period>""", half_of_period,
         "A month is halved after its 15th day, a decade after its fifth year, a century after its "
         "fiftieth.", """
         the second half of October 2024 = 2024-10-16/2024-10-31
         the first half of the 20th century = 1900/1949"""),
    Rule("year and half", "YEAR ,? -? HALF", year_half,
         "The first half of a year is January to June.",
         "2019 H2 = 2019-41"),
    Rule("bare quarter", """
         the? ORD -? quarter|qtr
         QUARTER""", bare_quarter,
         "A quarter without a year is the nearest one; the tense of the sentence counts fourfold.", """
         rose in [the third quarter] = 2024-35
         the fourth quarter @ 2024-02-01 = 2023-36"""),
    Rule("final quarter", "the? final|closing quarter", lambda at: bare_quarter(at, 4),
         "The last quarter of a year is the nearest one; the tense of the sentence counts fourfold.",
         "earned less in [the final quarter] @ 2024-02-01 = 2023-36"),
    Rule("bare half", "the? ORD -? half", bare_half,
         "A half without a year is the nearest one; the tense of the sentence counts fourfold.",
         "the first half = 2024-40"),
    Rule("quarter of a fiscal year", """
         the? ORD -? fiscal? quarter|qtr ,? of|in? fiscal year? YEAR
         fiscal year? YEAR 's? ORD -? quarter|qtr""",
         lambda at, a, b: quarter_of_fiscal(at, a, b) if a < b else quarter_of_fiscal(at, b, a),
         "A fiscal quarter is that of the site's table; without one it is about the calendar's.",
         "the second quarter of fiscal 2025 = 2025-34~"),
    Rule("fiscal quarter", "the? fiscal ORD -? quarter|qtr", fiscal_quarter,
         "A fiscal quarter is that of the site's table; without one it is about the calendar's.",
         "rose in [the fiscal third quarter] = 2024-35~"),
    Rule("present fiscal year", """
         the? THIS fiscal year
         the? LAST fiscal year
         the? NEXT fiscal year""", fiscal_year_around,
         "A fiscal year is taken from the site's table; without one it is about the calendar year.", """
         the current fiscal year = 2024~
         last fiscal year = 2023~"""),
    Rule("fiscal year", """
         the? fiscal year? YEAR
         the? fy YEAR
         the? YEAR fiscal year
         the? fiscal - year YEAR
         fiscal year? SHORT
         FISCAL
         FISCAL YEAR""", lambda at, *years: fiscal_year(at, years[-1]),
         "A fiscal year is taken from the site's table; without one it is about the calendar year.", """
         fiscal 2025 = 2025~
         FY25 = 2025~"""),
)  # fmt: skip
