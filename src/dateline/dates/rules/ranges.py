"""From one date to another, one or the other, and open ends."""

from __future__ import annotations

import re
from typing import Any, Final

from dateline.dates import span
from dateline.dates.counted import counts
from dateline.dates.day import Day
from dateline.dates.grammar import Rule
from dateline.dates.rules.days import nearest_in_year
from dateline.dates.rules.seasons import season_year
from dateline.dates.setting import Setting
from dateline.dates.span import RANGE, Span, days_between


def from_to(at: Setting, start: Span, end: Span) -> Span | None:
    """“from October 2024 to May 2025”; what one side leaves out, the other supplies."""
    first, last = start.first, end.last
    if first is None or last is None:
        return None
    if "year" in (start.supplied, end.supplied) and _days_run_back(start, end):
        return span.nothing()
    if start.supplied == end.supplied == "year" and first > last:
        return _whole_cycle(at, start, end, last)
    if start.supplied == "year" and end.supplied != "year":
        start = _earlier(start, last)
    elif end.supplied == "year":
        end = _later(end, first)
    elif end.supplied == "week" and end.unit == "day" and last < first:
        end = span.day(first.plus((last.weekday - first.weekday) % 7), supplied="week")
    found = span.range_(start, end)
    if found is None and not (start.supplied or end.supplied):
        return span.nothing()  # “from May 2024 to March 2024”: an error, and not March 2025
    return found


def _days_run_back(start: Span, end: Span) -> bool:
    """“from May 5 to May 1”: a slip, and not a stretch of a year; only months go on over its end."""
    a, b = start.first, end.first
    days = start.unit == end.unit == "day"
    return days and a is not None and b is not None and a.month == b.month and a.day > b.day


def _whole_cycle(at: Setting, start: Span, end: Span, last: Day) -> Span | None:
    """“January through September”, where the nearest January lies after the nearest September."""
    back, ahead = _earlier(start, last), _later(end, start.first or last)
    gone = days_between(last, at.today)
    past = at.direction == "past" or (
        not at.direction and gone <= days_between(at.today, start.first or last)
    )
    past = past or (at.direction != "future" and gone <= 62)
    return span.range_(back, end) if past else span.range_(start, ahead)


def _earlier(found: Span, than: Day) -> Span:
    """The same day or month in the year of `than`, or in the one before if it would be later."""
    moved = found.in_year(than.year)
    return moved if moved.first and moved.first <= than else found.in_year(than.year - 1)


def _later(found: Span, than: Day) -> Span:
    moved = found.in_year(than.year)
    return moved if moved.last and moved.last >= than else found.in_year(than.year + 1)


def to_now(at: Setting, start: Span, _: object) -> Span | None:
    """“from May 2019 until now”."""
    return span.range_(start, span.day(at.today, supplied="week"))


def from_now(at: Setting, _: object, end: Span) -> Span | None:
    """“between now and November 15”."""
    return from_to(at, span.day(at.today), end)


def since(at: Setting, start: Span) -> Span | None:
    """“since 2019”."""
    first, _ = span.narrow(start)
    return Span(first, None, RANGE, text=f"{_named(start, first)}/..") if first else None


def until(at: Setting, end: Span) -> Span | None:
    """“until May”."""
    _, last = span.narrow(end)
    return Span(None, last, RANGE, text=f"../{_named(end, last)}") if last else None


def by(at: Setting, end: Span) -> Span | None:
    """“by 2030”: a deadline."""
    found = until(at, end)
    return _ahead(at, found._replace(side="by")) if found else None


def _ahead(at: Setting, found: Span) -> Span:
    """The same, in a sentence about the future: after publication, and a deadline."""
    if at.day is None or found.last is None or found.last <= at.day or at.direction != "future":
        return found
    return found._replace(first=at.day.plus(1), side="by")


def before(at: Setting, end: Span) -> Span | None:
    """“before 1990”: not later than 1989."""
    first, _ = span.narrow(end)
    if first is None:
        return None
    if "T" in end.text:  # shortly before an hour is on its day
        return span.day(first)
    last = first.plus(-1)
    return _ahead(at, Span(None, last, RANGE, text=f"[..{span.coarse(last, _unit(end))}]"))


def after(at: Setting, start: Span) -> Span | None:
    """“after 1990”: not earlier than 1991."""
    _, last = span.narrow(start)
    if last is None:
        return None
    if "T" in start.text:  # shortly after an hour is on its day
        return span.day(last)
    first = last.plus(1)
    return Span(first, None, RANGE, text=f"[{span.coarse(first, _unit(start))}..]")


def or_later(at: Setting, start: Span) -> Span | None:
    """“1930 or later”."""
    first, _ = span.narrow(start)
    return Span(first, None, RANGE, text=f"[{_simple(start, first)}..]") if first else None


def or_earlier(at: Setting, end: Span) -> Span | None:
    """“1984 or earlier”."""
    _, last = span.narrow(end)
    return _ahead(at, Span(None, last, RANGE, text=f"[..{_simple(end, last)}]")) if last else None


def _unit(found: Span) -> str:
    return found.unit if found.unit in ("year", "month") and not found.part else "day"


def _simple(found: Span, bound: Day | None) -> str:
    """A date as it is written where that is one date, else its bound."""
    text = found.edtf()
    if bound and (
        found.part or "/" in text or "X" in text or found.unit in ("season", "quarter", "half", "third")
    ):
        return str(bound)
    return text


def _named(found: Span, bound: Day) -> str:
    """The one end of a stretch that is open at the other: as it is written, or its bound if it has a part."""
    text = found.edtf()
    return _simple(found, bound) if found.part or "/" in text else text


def either(at: Setting, *caught: Any) -> Span | None:
    """“1863 or 1864”, “late May or June 2027”, whose year is that of both."""
    a, b = caught if len(caught) == 2 else _of_one_year(at, *caught)
    return _set("[]", a, b)


def _of_one_year(at: Setting, *caught: Any) -> tuple[Span, Span]:
    """Two seasons and a year, or two months with parts and a year; the first may be of the year before."""
    *named, year = caught
    if len(named) == 2:
        a, b = (season_year(at, code, year) for code in named)
    else:
        a, b = (span.month(year, month)._replace(part=part) for part, month in (named[:2], named[2:]))
    return a._replace(supplied="year"), b


def together(at: Setting, a: Span, b: Span) -> Span | None:
    """“1667 and 1668”."""
    return _set("{}", a, b)


def _set(brackets: str, a: Span, b: Span) -> Span | None:
    """Both in one set, if each is one date and they are in order; a year that is left out is the other's."""
    if a.supplied == "year" and not b.supplied and b.last:
        a = _earlier(a, b.last)
    if not a.first or not b.last or a.first >= b.last or any("/" in one.edtf() for one in (a, b)):
        return None
    (first, end), (start, last) = span.narrow(a), span.narrow(b)
    if (a.part or b.part) and end and start and end.plus(1) >= start:
        members = f"{first}..{last}"
    else:
        members = f"{_member(a)},{_member(b)}"
    return Span(first, last, RANGE, text=f"{brackets[0]}{members}{brackets[1]}")


def _member(found: Span) -> str:
    """A date as it stands in a set: with a part, by its days."""
    return "..".join(map(str, span.narrow(found))) if found.part else found.edtf()


def days_of_month(at: Setting, a: int, b: int, month: int, year: int | None) -> Span | None:
    """“3 to 5 May 2024”; backwards it is none, and not the day that is named last."""
    return span.nothing() if b <= a else _days(at, month, a, b, year)


def month_days(at: Setting, month: int, a: int, b: int, year: int | None) -> Span | None:
    """“May 3-5, 2024”."""
    return span.nothing() if year and b <= a else _days(at, month, a, b, year)


def days_of_period(at: Setting, a: int, b: int, month: Span) -> Span | None:
    """“4 to 23 of this month”."""
    if b <= a:
        return span.nothing()
    return _days(at, month.first.month, a, b, month.first.year) if month.first else None


def _days(at: Setting, month: int, a: int, b: int, year: int | None) -> Span | None:
    if not year and counts(at.text, at.start, at.end):
        return None
    start = span.calendar_day(year, month, a) if year else nearest_in_year(at, month, a)
    if start is None or start.first is None or b <= a:
        return None
    end = span.calendar_day(start.first.year, month, b)
    found = span.range_(start, end) if end else None
    return found._replace(anchored=year is None) if found else None


def bare_days(at: Setting, a: int, b: int) -> Span | None:
    """“between the 21st and 23rd”."""
    if b <= a:
        return span.nothing()
    return _days(at, at.today.month, a, b, at.today.year) if at.today else None


def days_or(at: Setting, a: int, b: int, month: int, year: int | None) -> Span | None:
    """“13 or 14 May 2024”."""
    found = _days(at, month, a, b, year)
    return found._replace(text=f"[{found.first},{found.last}]") if found else None


def month_days_or(at: Setting, month: int, a: int, b: int, year: int | None) -> Span | None:
    """“May 13 or 14, 2024”."""
    return days_or(at, a, b, month, year)


def both_days(at: Setting, month: int, a: int, b: int, year: int | None) -> Span | None:
    """“May 9 and 10”."""
    found = _days(at, month, a, b, year)
    return found._replace(text=f"{{{found.first},{found.last}}}") if found and b > a + 1 else found


def both_and_month(at: Setting, *caught: Any) -> Span | None:
    """“9 and 12 May”, “the night of 24/25 August”."""
    *days, month, year = caught
    a, b = days if len(days) == 2 else (int(day) for day in days[0].split("/"))
    return both_days(at, month, a, b, year)


def months_of_year(at: Setting, a: int, b: int, year: int) -> Span | None:
    """“June to July 1964”."""
    start = year if a <= b else year - 1
    return span.range_(span.month(start, a), span.month(year, b))


def short_years(at: Setting, years: tuple[int, int]) -> Span | None:
    """“1861–67”."""
    first, last = years
    end = first // 100 * 100 + last
    end = end + 100 if end <= first and last == 0 else end
    return span.range_(span.year(first), span.year(end)) if end > first else None


_OR: Final = re.compile(r"\s(or|and)\s")


def days_of_year(at: Setting, month: int, a: int, last_month: int, b: int, year: int) -> Span | None:
    """“from May 5 to June 7, 2027”, “May 5 or June 7, 2027”, whose year is that of both."""
    back = month > last_month
    start, end = span.calendar_day(year - back, month, a), span.calendar_day(year, last_month, b)
    if not (start and start.first and end and end.first and start.first < end.first):
        return span.nothing()
    words = at.text[at.start : at.end].lower()
    joint = None if words.startswith("between") else _OR.search(words)
    return _set("[]" if joint[1] == "or" else "{}", start, end) if joint else span.range_(start, end)


def days_before_months(at: Setting, a: int, month: int, b: int, last_month: int, year: int) -> Span | None:
    """“5 May or 7 June 2027”."""
    return days_of_year(at, month, a, last_month, b, year)


RULES: Final = (
    Rule("two days of a month", """
         MONTH the? DAY and the? DAY ,? YEAR?
         MONTH DAY & DAY ,? YEAR?""", both_days,
         "Both of them; two that follow each other are one stretch.",
         "May 9 and 12, 2024 = {2024-05-09,2024-05-12}"),
    Rule("two days and their month", """
         the? DAY and|& the? DAY of? MONTH ,? YEAR?
         PAIR of? MONTH ,? YEAR?""", both_and_month,
         "Both of them; two that follow each other are one stretch.",
         "9 and 12 May 2024 = {2024-05-09,2024-05-12}"),
    Rule("days of one month", """
         from|between? the? DAY to|until|till|through|thru|-|–|— the? DAY of? MONTH ,? YEAR?
         between the? DAY and the? DAY of? MONTH ,? YEAR?
         the? night of|between the? DAY to|-|–|and the? DAY of? MONTH ,? YEAR?
         the? DAY -|– DAY - MONTH - YEAR""", days_of_month,
         "Both days are of the month that follows, and both are included.", """
         from 3 to 5 May 2024 = 2024-05-03/2024-05-05
         3-5 May @ 2024-04-01 = 2024-05-03/2024-05-05"""),
    Rule("month and days", """
         from|between? MONTH the? DAY to|until|till|through|thru|-|–|— the? DAY ,? YEAR?
         between MONTH the? DAY and the? DAY ,? YEAR?
         the? night of|between MONTH the? DAY to|-|–|and the? DAY ,? YEAR?""", month_days,
         "Both days are of the month before them, and both are included.", """
         May 3-5, 2024 = 2024-05-03/2024-05-05
         the night of May 3–4, 2024 = 2024-05-03/2024-05-04
         May 3 to 5 @ 2024-04-01 = 2024-05-03/2024-05-05"""),
    Rule("days of a named month",
         "from|between? the? DAY to|until|till|through|-|–|and the? DAY of|in? <month>",
         days_of_period,
         "Both days are of the month that is named, and both are included.",
         "4 till 23 of this month = 2024-11-04/2024-11-23"),
    Rule("days of the month", """
         between the ORD and the? ORD
         from the ORD to|until|till|through the? ORD""", bare_days,
         "Both days are of the month of publication, and both are included.",
         "between the 21st and 23rd = 2024-11-21/2024-11-23"),
    Rule("days of one year", """
         from|either? MONTH the? DAY to|until|till|through|thru|-|–|—|or|and MONTH the? DAY ,? YEAR
         between MONTH the? DAY and MONTH the? DAY ,? YEAR""", days_of_year,
         "Both days are of the year that follows.", """
         May 5 or June 7, 2027 = [2027-05-05,2027-06-07]
         from May 5 to June 7, 2027 = 2027-05-05/2027-06-07
         Dec. 30 to Jan. 2, 2027 = 2026-12-30/2027-01-02"""),
    Rule("days and months of one year", """
         from|either? the? DAY of? MONTH to|until|till|through|thru|-|–|—|or|and the? DAY of? MONTH ,? YEAR
         between the? DAY of? MONTH and the? DAY of? MONTH ,? YEAR""", days_before_months,
         "Both days are of the year that follows.", """
         5 May and 7 June 2027 = {2027-05-05,2027-06-07}
         between 5 May and 7 June 2027 = 2027-05-05/2027-06-07"""),
    Rule("one day or the other", "the? DAY or the? DAY of? MONTH ,? YEAR?", days_or,
         "It was one of the two.",
         "13 or 14 May 2024 = [2024-05-13,2024-05-14]"),
    Rule("one day of a month or the other", "MONTH the? DAY or the? DAY ,? YEAR?", month_days_or,
         "It was one of the two.",
         "May 13 or 14, 2024 = [2024-05-13,2024-05-14]"),
    Rule("months of one year", "from|between? MONTH to|until|till|through|-|–|—|and MONTH ,? in|of? YEAR",
         months_of_year,
         "Both months are of the year that follows, or the first of the year before where it comes later "
         "in the year.", """
         between May and July 2024 = 2024-05/2024-07
         December – January 2024 = 2023-12/2024-01"""),
    Rule("years, the second short", "YEARS", short_years,
         "The second year has the century of the first.",
         "1861-67 = 1861/1867"),
    Rule("from one date to another", """
         from? <point> to|until|till|through|thru|-|–|— <point>
         between <point> and|to|-|– <point>""", from_to,
         "Both ends are included; what one of them leaves out, the other supplies.", """
         from October 2024 to May 2025 = 2024-10/2025-05
         from 1964 to 2008 = 1964/2008
         17 August 2013 - 19 August 2013 = 2013-08-17/2013-08-19
         from today to next Friday = 2024-11-21/2024-11-22"""),
    Rule("until now", """
         from? <point> to|until|till NOW
         between <point> and NOW""", to_now,
         "“Now” is the day of publication.",
         "from May 2019 to date = 2019-05/2024-11-21"),
    Rule("from now until", """
         from? NOW to|until|till <point>
         between NOW and <point>""", from_now,
         "“Now” is the day of publication.",
         "between now and 25 December 2024 = 2024-11-21/2024-12-25"),
    Rule("since", """
         since|starting|beginning <point>
         from <point> on|onward|onwards
         starting|beginning from|on|in <point>""", since,
         "From then on, with no known end.", """
         since 2019 = 2019/..
         since August = 2024-08/.."""),
    Rule("until", """
         up? until|till|through <point>
         up to <point>""", until,
         "Up to then, with no known beginning.",
         "until May 2024 = ../2024-05"),
    Rule("deadline", """
         by <point>
         no|not later than <point>
         not after <point>
         on or before <point>""", by,
         "Then at the latest; how much earlier, the words leave open.", """
         by 2030 = ../2030
         by summer 2027 = ../2027-22
         not later than May 2024 = ../2024-05
         will be paid [by June 2025] = ../2025-06, 2024-11-22 to 2025-06-30"""),
    Rule("before", """
         shortly|just|minutes|hours? before <point>
         prior to <point>
         earlier than <point>
         pre - <year>""", before,
         "At some time before it began.",
         """
         before 1990 = [..1989]
         may resign [before Christmas] = [..2024-12-24], 2024-11-22 to 2024-12-24
         just before 9 a.m. on 5 May 2024 = 2024-05-05"""),
    Rule("after", """
         shortly|just|minutes|hours? after <point>
         later than <point>
         post - <year>""", after,
         "At some time after it was over.",
         """
         after 1990 = [1991..]
         shortly after 10 p.m. Wednesday = 2024-11-20"""),
    Rule("or later", """
         <point> or later|after
         on or after <point>
         no|not earlier|sooner than <point>
         not before|until|till <point>
         not prior to <point>
         <point> and after|later""", or_later,
         "It, or some time after it.",
         """
         1930 or later = [1930..]
         no earlier than Monday @ 2024-11-21 = [2024-11-18..]
         not before May 2024 = [2024-05..]"""),
    Rule("or earlier", "<point> or earlier|before", or_earlier,
         "It, or some time before it.",
         "1984 or earlier = [..1984]"),
    Rule("either", """
         either? <point> or <point>
         either? PART? -? MONTH or|/ PART? -? MONTH ,? of|in? YEAR
         either? the? SEASON or the? SEASON ,? of|in? YEAR
         one of : <point> , <point>""", either,
         "It was one of the two.",
         """
         1863 or 1864 = [1863,1864]
         May or June 2027 = [2027-05,2027-06]
         March/April 2027 = [2027-03,2027-04]
         either December or January of 2027 = [2026-12,2027-01]
         winter or spring 2027 = [2026-24,2027-21]
         late May or early June 2027 = [2027-05-21..2027-06-10]
         early May or late June 2027 = [2027-05-01..2027-05-10,2027-06-21..2027-06-30]"""),
    Rule("both", """
         both? <year> and <year>
         all of : <point> , <point>""", together,
         "Both of them.",
         "1667 and 1668 = {1667,1668}"),
)  # fmt: skip
