"""Parts of a longer stretch, counted: the first week of March, the nine months ended Sept. 30."""

from __future__ import annotations

from typing import Any, Final

from dateline.dates import span
from dateline.dates.grammar import Rule
from dateline.dates.rules.days import nearest_in_year
from dateline.dates.rules.moving import moved
from dateline.dates.rules.periods import unit_around
from dateline.dates.setting import Setting
from dateline.dates.span import Span


def stretch_ended(at: Setting, *caught: Any) -> Span | None:
    """“the nine months ended Sept. 30”, “the year ended June”: so long, up to and with that day or month."""
    number, unit, end = caught if len(caught) > 2 else (1, *caught)
    first = moved(end.last.plus(1), -number, unit) if end.last else None
    if first is None or end.last is None or end.unit not in ("day", "month"):
        return None
    if first.day == 1 and end.last.plus(1).day == 1:
        ends = span.month(first.year, first.month), span.month(end.last.year, end.last.month)
        return span.range_(*ends)
    return span.range_(span.day(first), span.day(end.last))


def nth_day(at: Setting, number: int, period: Span) -> Span | None:
    """“the first day of March”."""
    if not period.first or not period.last or period.unit in ("day", "week", "weekend"):
        return None
    day = period.first.plus(number - 1)
    return span.day(day) if day <= period.last else None


def last_day(at: Setting, period: Span) -> Span | None:
    """“the last day of the month”."""
    return span.day(period.last) if period.last and period.unit != "day" else None


def nth_weekend(at: Setting, number: int, month: Span) -> Span | None:
    """“the first weekend of March”: by its Saturday."""
    if not month.first or number > 5:
        return None
    saturday = month.first.plus((5 - month.first.weekday) % 7 + 7 * (number - 1))
    return span.weekend(saturday)


def weekend_of(at: Setting, day: Span) -> Span | None:
    """“the weekend of 5 May”."""
    return span.weekend(day.first) if day.first else None


def weekend_of_month_day(at: Setting, month: int, number: int, _: int) -> Span | None:
    """“the weekend of Dec. 2-3”."""
    day = nearest_in_year(at, month, number)
    found = weekend_of(at, day) if day else None
    return found.leaning if found else None


def nth_week(at: Setting, number: int, period: Span) -> Span | None:
    """“the first week of March”: the first ISO week that is mostly inside."""
    if not period.first or number > 53 or period.unit in ("week", "weekend"):
        return None
    return span.week(period.first.plus(3 + 7 * (number - 1)))


def last_week_of(at: Setting, _: object, period: Span) -> Span | None:
    """“the last week of March”: the last ISO week that is mostly inside."""
    return span.week(period.last.plus(-3)) if period.last else None


def week_of(at: Setting, day: Span) -> Span | None:
    """“the week of November 11”."""
    return span.week(day.first) if day.first else None


def numbered_week(at: Setting, number: int, year: Span | None) -> Span | None:
    """“week 10”, of the year of publication or of a named one."""
    first = year.first if year else span.year(at.today.year).first
    return span.week(first.plus(3 + 7 * (number - 1))) if first and 1 <= number <= 53 else None


def nth_month(at: Setting, number: int, year: Span) -> Span | None:
    """“the third month of 2021”."""
    return span.month(year.first.year, number) if year.first and number <= 12 else None


def first_months(at: Setting, number: int, year: Span) -> Span | None:
    """“the first three months of 2021”."""
    return _months(year.first.year, 1, number) if year.first and 2 <= number <= 11 else None


def last_months(at: Setting, number: int, year: Span) -> Span | None:
    """“the last three months of 2021”."""
    return _months(year.first.year, 13 - number, 12) if year.first and 2 <= number <= 11 else None


def first_quarters(at: Setting, number: int, year: Span) -> Span | None:
    """“the first three quarters of 2021”."""
    return first_months(at, 3 * number, year) if number <= 3 else None


def _months(year: int, first: int, last: int) -> Span | None:
    """Some months of a year in a row; a quarter or a half where they are one."""
    if last - first in (2, 5) and first % (last - first + 1) == 1:
        return span.coded(year, 33 + first // 3 if last - first == 2 else 40 + first // 6)
    return span.range_(span.month(year, first), span.month(year, last))


def first_months_gone(at: Setting, number: int, unit: str) -> Span | None:
    """“the first nine months”: of the year of publication, if they are over; else of the one before."""
    months = {"month": number, "quarter": 3 * number}.get(unit, 0)
    if not 2 <= months <= 11:
        return None
    over = at.today.month > months or at.direction == "future"
    found = _months(at.today.year - (not over), 1, months)
    return found.leaning if found else None


def first_days(at: Setting, number: int, unit: str, period: Span) -> Span | None:
    """“the first ten days of October”, “the first two weeks of 2021”."""
    length = {"day": 1, "week": 7}.get(unit, 0) * number
    if not period.first or not 2 <= length <= 28 or period.unit in ("day", "week", "weekend"):
        return None
    return span.range_(span.day(period.first), span.day(period.first.plus(length - 1)))


def last_days(at: Setting, number: int, unit: str, period: Span) -> Span | None:
    """“the last three weeks of this year”."""
    length = {"day": 1, "week": 7}.get(unit, 0) * number
    if not period.last or not 2 <= length <= 28 or period.unit in ("day", "week", "weekend"):
        return None
    return span.range_(span.day(period.last.plus(1 - length)), span.day(period.last))


def nth_decade(at: Setting, number: int, century: Span) -> Span | None:
    """“the first decade of the 21st century”."""
    if not century.first or century.unit != "century" or number > 10:
        return None
    start = century.first.year + 10 * (number - 1)
    return span.years(start, start + 9, "decade")


def rest_of(at: Setting, unit: str) -> Span | None:
    """“the rest of the year”: from publication to its end."""
    whole = unit_around(at, unit, 0)
    rest = span.range_(span.day(at.today), span.day(whole.last)) if whole and whole.last else None
    return rest.leaning if rest else None


def rest_of_year(at: Setting, year: Span) -> Span | None:
    """“the remainder of 1998”: from publication to its end."""
    whole = year.first and year.first <= at.today and year.last and at.today <= year.last
    return rest_of(at, "year") if whole else None


RULES: Final = (
    Rule("stretch that ended", """
         the? NUM UNITS ended|ending|through on? <point>
         the? NUM - UNIT period? ended|ending|through|to on? <point>
         the? NUM UNITS to|until <month>
         the? UNIT to <month>
         the? fiscal? UNIT ended|ending|through on? <point>
         the? fiscal? UNIT that ended|ends on? <point>""", stretch_ended,
         "So long, up to and with the day that is named.", """
         the nine months ended Sept. 30 @ 1989-11-02 = 1989-01/1989-09
         the week ended Oct. 29 @ 1989-11-02 = 1989-10-23/1989-10-29
         the quarter ended Dec. 31 @ 1998-01-15 = 1997-10/1997-12
         the three months to June 2010 = 2010-04/2010-06
         the year ended June 2010 = 2009-07/2010-06"""),
    Rule("nth day of a period", "the? ORD day of <period>", nth_day,
         "Days are counted from the first.",
         "the first day of 2021 = 2021-01-01"),
    Rule("last day of a period", "the? last|final day of <period>", last_day,
         "The day on which the period ends.", """
         the last day of 1997 = 1997-12-31
         the last day of the month = 2024-11-30"""),
    Rule("nth weekend of a month", "the? ORD weekend of|in <month>", nth_weekend,
         "Weekends are counted by their Saturdays.",
         "the first weekend of March 1998 = 1998-03-07/1998-03-08"),
    Rule("weekend of a day", "the? weekend of <day>", weekend_of,
         "The Saturday and Sunday of the week in which that day falls.",
         "the weekend of 4 May 2024 = 2024-05-04/2024-05-05"),
    Rule("weekend of two days", "the? weekend of MONTH the? DAY -|–|and|to the? DAY", weekend_of_month_day,
         "The Saturday and Sunday of the week in which the first of them falls.",
         "the weekend of Dec. 2-3 @ 1989-11-02 = 1989-12-02/1989-12-03"),
    Rule("nth week of a period", "the? ORD full? week of|in <period>", nth_week,
         "Weeks run from Monday to Sunday; the first of a month or year is the one that is mostly inside.",
         "the first week of 2019 = 2018-12-31/2019-01-06"),
    Rule("last week of a period", "the? LAST week of|in <period>", last_week_of,
         "Weeks run from Monday to Sunday; the last of a month or year is the one that is mostly inside.",
         "the last week of March @ 2009-04-01 = 2009-03-23/2009-03-29"),
    Rule("week of a day", "the? week of|beginning|starting|commencing on? <day>", week_of,
         "The week, Monday to Sunday, in which that day falls.", """
         the week of November 11 = 2024-11-11/2024-11-17
         the week of the 18th = 2024-11-18/2024-11-24"""),
    Rule("numbered week", """
         week NUM
         week NUM of <year>""", lambda at, number, year=None: numbered_week(at, number, year),
         "Weeks are numbered as in ISO 8601: the first is the one with 4 January.", """
         week 10 = 2024-03-04/2024-03-10
         week 3 of 2027 = 2027-01-18/2027-01-24"""),
    Rule("nth month of a year", "the? ORD month of <year>", nth_month,
         "Months are counted from January.",
         "the third month of 2021 = 2021-03"),
    Rule("first months of a year", "the? first NUM months of <year>", first_months,
         "Months are counted from January; three are the first quarter, six the first half.", """
         the first three months of 2021 = 2021-33
         the first six months of the year = 2024-40
         the first nine months of last year = 2023-01/2023-09"""),
    Rule("last months of a year", "the? last|final|closing NUM months of <year>", last_months,
         "Months are counted back from December; three are the last quarter, six the second half.",
         "the last three months of 1989 = 1989-36"),
    Rule("first quarters of a year", "the? first NUM quarters of <year>", first_quarters,
         "Quarters are those of the calendar year.",
         "the first three quarters of 2021 = 2021-01/2021-09"),
    Rule("first months", "the first NUM UNITS", first_months_gone,
         "Of the year of publication where they are over by then; else of the year before.", """
         rose in [the first nine months] = 2024-01/2024-09
         rose in [the first nine months] @ 2024-02-01 = 2023-01/2023-09"""),
    Rule("first days of a period", """
         the? first NUM UNITS of|in <period>
         the? first NUM UNITS of the <period>""", first_days,
         "Days and weeks are counted from the first day.", """
         the first ten days of October 2024 = 2024-10-01/2024-10-10
         the first two weeks of 2021 = 2021-01-01/2021-01-14"""),
    Rule("last days of a period", """
         the? last|final|closing NUM UNITS of|in <period>
         the? last|final|closing NUM UNITS of the <period>""", last_days,
         "Days and weeks are counted back from the last day.", """
         the last 3 weeks of this year = 2024-12-11/2024-12-31
         the final ten days of October 2024 = 2024-10-22/2024-10-31"""),
    Rule("decade of a century", "the? ORD decade of <period>", nth_decade,
         "The first decade of a century is that of its years 0 to 9.",
         "the first decade of the 21st century = 200X"),
    Rule("rest of the period", "the? rest|remainder|balance of the|this|my UNIT", rest_of,
         "From the day of publication to the end of its week, month or year.",
         "the rest of the year = 2024-11-21/2024-12-31"),
    Rule("rest of a year", "the? rest|remainder|balance of <year>", rest_of_year,
         "From the day of publication to the end of its week, month or year.",
         "the remainder of 2024 = 2024-11-21/2024-12-31"),
)  # fmt: skip
