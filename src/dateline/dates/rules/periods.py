"""Stretches named from the day of publication: last week, this month, March, over the weekend."""

from __future__ import annotations

import re
from typing import Final

from dateline.dates import span
from dateline.dates.bounds import Precision
from dateline.dates.counted import figures_count
from dateline.dates.day import MONTHS
from dateline.dates.grammar import Rule
from dateline.dates.history import time_told
from dateline.dates.reading import Alternative
from dateline.dates.rules.moving import PLAINLY_AHEAD, antecedent_of_tense, in_year_told, rejected
from dateline.dates.setting import Setting
from dateline.dates.span import Span

CAP: Final = 9
"""A month to come is at most this many months ahead; further on, writers add the year."""
_WIDTHS: Final[dict[str, tuple[int, Precision]]] = {
    "decade": (10, "decade"), "century": (100, "century"), "millennium": (1000, "millennium"),
}  # fmt: skip


def unit_around(at: Setting, unit: str, steps: int) -> Span | None:
    """The week, month, quarter … in which publication falls, or one so many on."""
    today = at.today
    if unit == "day":
        return span.day(today.plus(steps), supplied="week")
    if unit == "week":
        found = span.week(today, steps)
    elif unit == "weekend":
        found = span.weekend(today, steps)
    elif unit == "month":
        found = span.month(*span.months(today.year, today.month + steps))
    elif unit == "quarter":
        year, index = divmod(today.year * 4 + (today.month - 1) // 3 + steps, 4)
        found = span.coded(year, 33 + index)
    elif unit == "year":
        found = span.year(today.year + steps)
    elif unit in _WIDTHS:
        width, name = _WIDTHS[unit]
        start = (today.year // width + steps) * width
        if not 0 <= start < 10_000:
            return None
        found = span.years(start, start + width - 1, name)
    else:
        return None
    return found.leaning


def unit_told(at: Setting, unit: str) -> Span | None:
    """The week, month or year in which the time falls that a history tells of, where it is known so well."""
    told = time_told(at)
    if told is None or told.first is None or unit not in _TOLD_BY.get(told.unit, ()):
        return None
    found = unit_around(Setting(day=told.first), unit, 0)
    return found._replace(anchored=False, supplied="year") if found else None


_TOLD_BY: Final = {
    "day": ("week", "month", "quarter", "year"), "month": ("month", "year"), "year": ("year",),
    "season": ("year",), "quarter": ("quarter", "year"),
}  # fmt: skip
"""What “the month” and “the year” are where such a date was named last."""


def last_unit(at: Setting, _: object, unit: str) -> Span | None:
    """“last month”."""
    if unit == "day":
        return None
    return last_weekend(at) if unit == "weekend" else unit_around(at, unit, -1)


def next_unit(at: Setting, _: object, unit: str) -> Span | None:
    """“next year”; “the next day” leans on another date."""
    return unit_around(at, unit, 1) if unit != "day" else None


def this_unit(at: Setting, _: object, unit: str) -> Span | None:
    """As in “this week”."""
    return unit_around(at, unit, 0)


def the_last_unit(at: Setting, _: object, unit: str) -> Span | None:
    """“the last quarter”; “the last decade” is a stretch up to now, which is no date."""
    return unit_around(at, unit, -1) if unit in ("quarter", "weekend") else span.nothing()


def the_latest_unit(at: Setting, unit: str) -> Span | None:
    """“the latest week”: the last that is over."""
    return unit_around(at, unit, -1) if unit in ("week", "month", "quarter") else None


def the_latest_period(at: Setting) -> Span | None:
    """“the latest period”, of figures."""
    return at.antecedent_of("quarter", "half") or unit_around(at, "quarter", -1)


def unit_before_last(at: Setting, unit: str) -> Span | None:
    """“the week before last”."""
    return unit_around(at, unit, -2)


def unit_after_next(at: Setting, unit: str) -> Span | None:
    """“the week after next”."""
    return unit_around(at, unit, 2)


def last_weekend(at: Setting, *_: object) -> Span | None:
    """The last weekend that is over; on a Sunday, the one that is ending."""
    return unit_around(at, "weekend", 0 if at.today.weekday == 6 else -1)


def bare_weekend(at: Setting) -> Span | None:
    """“over the weekend”: the last, unless the clause looks ahead or publication falls in one."""
    present = at.today.weekday >= 5 or at.direction == "future"
    return unit_around(at, "weekend", 0 if present else -1)


def _month_index(at: Setting) -> int:
    return at.today.year * 12 + at.today.month - 1


def _month_at(index: int, *alternatives: Alternative) -> Span:
    return span.month(index // 12, index % 12 + 1, supplied="year", alternatives=alternatives)


def bare_month(at: Setting, number: int) -> Span | None:
    """“in November”: of the year that the text tells of, else by tense, else the nearest."""
    return in_year_told(at, number, lambda year: span.month(year, number), lambda: _nearest_month(at, number))


def _nearest_month(at: Setting, number: int) -> Span:
    here = _month_index(at)
    ahead = (number - 1 - here) % 12
    behind = (12 - ahead) % 12
    cap = 12 if at.cue.word.lower() in PLAINLY_AHEAD else CAP
    past = behind <= ahead if not at.direction else at.direction == "past" or ahead > cap
    if not behind:
        return _month_at(here)
    chosen, other = (here - behind, here + ahead) if past else (here + ahead, here - behind)
    return _month_at(chosen, rejected(at, _month_at(other).edtf(), ahead=past))


def last_month(at: Setting, _: object, number: int) -> Span | None:
    """“last June”: the last before the month of publication; “the previous June” may lean on a date."""
    if at.says("previous") and at.antecedent:
        return None
    here = _month_index(at)
    return _month_at(here - ((here - number) % 12 + 1))


def next_month(at: Setting, _: object, number: int) -> Span:
    """“next June”: the first strictly after the month of publication."""
    here = _month_index(at)
    return _month_at(here + (number - 2 - here) % 12 + 1)


def month_of_this_year(at: Setting, _: object, number: int) -> Span:
    """As in “this September”: of the year of publication."""
    return span.month(at.today.year, number, supplied="year")


def past_month(at: Setting, number: int) -> Span:
    """As in “this past March”."""
    here = _month_index(at)
    return _month_at(here - (here - (number - 1)) % 12)


def month_of_year(at: Setting, number: int, year: Span) -> Span | None:
    """“March of last year”."""
    if figures_count(at.text, at.end):
        return None
    return span.month(year.first.year, number) if year.first else None


def bare_unit(at: Setting, unit: str) -> Span | None:
    """“for the year”: of the date that the text named last, else of publication."""
    before = antecedent_of_tense(at, at.antecedent if unit != "year" else at.antecedent_here)
    if unit == "day":
        return trading_day(at, before)
    if before is not None and before.first and before.unit in _WITHIN.get(unit, ()):
        whole = span.year(before.first.year) if unit == "year" else before._replace(part=None)
        return whole._replace(anchored=before.anchored)
    told = unit_told(at, unit)
    if told:
        return told
    return unit_around(at, unit, -1 if unit == "quarter" and at.direction != "future" else 0)


_WITHIN: Final = {
    "year": ("quarter", "half", "month", "year"),
    "quarter": ("quarter",),
    "month": ("month",),
    "week": ("week",),
}
"""“The year” is that of a month which the text has named; “the month” is a month that it has named."""
_MARKETS: Final = re.compile(
    r"\b(?:stocks?|shares|index|indices|dow|nasdaq|ftse|nikkei|points|trading|markets?)\b", re.I
)


def trading_day(at: Setting, before: Span | None) -> Span | None:
    """“the day”: the one that the text named last; in a report from the markets, the last day of trading.

    “Later in the day” is not counted in days of trading.
    """
    if before is not None and before.unit == "day" and before.first:
        return span.day(before.first)
    if at.text[: at.start].endswith(" in ") or not _MARKETS.search(at.text):
        return None
    return span.day(at.today.plus(-max(0, at.today.weekday - 4)), supplied="week")


_NAMED_AFTER: Final = re.compile(rf"\s+(?:in|of)\s+(?:{'|'.join(name[:3] for name in MONTHS)}|[12]\d\d\d\b)")


def in_a_row(at: Setting, number: int, unit: str) -> Span | None:
    """“for a third straight week”: the last of them is the present one, unless “in October” says which."""
    if _NAMED_AFTER.match(at.text, at.end):
        return span.nothing()
    return unit_around(at, unit, -1 if unit in ("month", "quarter", "year") else 0)


RULES: Final = (
    Rule("last week, month, year", "LAST -? UNIT", last_unit,
         "“Last” means the whole week, month or year before that of publication.", """
         last week = 2024-11-11/2024-11-17
         last month = 2024-10
         last year = 2023
         last weekend = 2024-11-16/2024-11-17"""),
    Rule("the latest week", """
         the latest UNIT
         the most recent UNIT
         the previous quarter""", lambda at, unit="quarter": the_latest_unit(at, unit),
         "“The latest” week, month or quarter is the last that is over.", """
         the latest quarter = 2024-35
         the most recent month = 2024-10"""),
    Rule("the latest period", "the latest|recent period", the_latest_period,
         "Of a company's figures: the quarter or the half that the text named last, or else the last "
         "quarter that is over.", """
         net fell in [the latest period] = 2024-35
         net fell in the first half of 2023; in [the latest period] it rose = 2023-40"""),
    Rule("the last quarter", "the|this last UNIT", lambda at, unit: the_last_unit(at, None, unit),
         "“The last quarter” is the one before that of publication; “the last decade” is a duration.", """
         the last quarter = 2024-35
         the last decade = no date"""),
    Rule("next week, month, year", "NEXT UNIT", next_unit,
         "“Next” means the whole week, month or year after that of publication.", """
         next week = 2024-11-25/2024-12-01
         next month = 2024-12
         next year = 2025"""),
    Rule("next century", "the NEXT century", lambda at, _: unit_around(at, "century", 1),
         "The century after the one of publication.",
         "the next century @ 1998-02-27 = 20XX"),
    Rule("next quarter", "the NEXT quarter", lambda at, _: unit_around(at, "quarter", 1),
         "The quarter after the one of publication; “the next year” is a duration.",
         "a loss for [the next quarter] = 2025-33"),
    Rule("this week, month, year", "the? THIS calendar? UNIT", this_unit,
         "“This” means the whole week, month or year in which the source was published.", """
         this week = 2024-11-18/2024-11-24
         this month = 2024-11
         this year = 2024
         this weekend = 2024-11-23/2024-11-24"""),
    Rule("week before last", "the? UNIT before last", unit_before_last,
         "Two before the one of publication.",
         "the week before last = 2024-11-04/2024-11-10"),
    Rule("week after next", "the? UNIT after the? next", unit_after_next,
         "Two after the one of publication.",
         "the month after next = 2025-01"),
    Rule("weekend", """
         over|during|at|on? the weekend
         weekend""", bare_weekend,
         "The weekend is the last one, or the next one in a sentence about the future; on a Saturday or "
         "Sunday it is the present one.", """
         was held over [the weekend] = 2024-11-16/2024-11-17
         over the weekend @ 2026-02-01 = 2026-01-31/2026-02-01
         will meet over [the weekend] = 2024-11-23/2024-11-24"""),
    Rule("weekend just gone", "this? past weekend", last_weekend,
         "“Past” is the last weekend that is over.",
         "this past weekend = 2024-11-16/2024-11-17"),
    Rule("bare month", """
         MONTH
         the? month of MONTH""", bare_month,
         "A month without a year is the last one in a sentence about the past, the next one (at most nine "
         "months ahead) in a sentence about the future, and otherwise the nearest.", """
         rose in [November] = 2024-11
         fell in [January] = 2024-01
         is due to visit China in [April] = 2025-04
         in October = 2024-10
         In May, two sailors were hurt = 2024-05
         in August, first at Port Ayle = 2024-08
         in March, three days before the ferry broke down = 2024-03
         In May, 2000 people marched = 2024-05
         In March, 12.5 million euros were paid = 2024-03
         In March two sailors drowned = 2024-03
         in March first responders came = 2024-03
         two March storms = 2025-03"""),
    Rule("last named month", "LAST MONTH", last_month,
         "“Last” before a month is the latest one before the month of publication.", """
         last June = 2024-06
         last November = 2023-11"""),
    Rule("next named month", "NEXT MONTH", next_month,
         "“Next” before a month is the first one after the month of publication.",
         "next June = 2025-06"),
    Rule("this named month", "THIS MONTH", month_of_this_year,
         "“This” before a month is the one of the year of publication.",
         "this September = 2024-09"),
    Rule("named month just gone", "this? past MONTH", past_month,
         "“Past” before a month is the last one, the month of publication included.",
         "this past March = 2024-03"),
    Rule("month of a year", "MONTH ,? of? <year>", month_of_year,
         "The named month of the named year.",
         "March of last year = 2023-03"),
    Rule("in a row", """
         a|the|its|their? ORD straight|consecutive|successive UNIT
         a|the|its|their? ORD UNIT in a row""", in_a_row,
         "The last of a row of days or weeks is the present one; of months, quarters or years, the last "
         "that is over.", """
         a second consecutive day = 2024-11-21
         fourth week in a row = 2024-11-18/2024-11-24"""),
    Rule("the period", "the entire|whole|full? UNIT", bare_unit,
         "“The day” or “the year” is that of the date which the text named last, or else that of "
         "publication; “the quarter” is the last one that is over. “The day” in a report from the markets "
         "is the last day of trading.", """
         for [the day], the Nikkei closed down = 2024-11-21
         lost more in the fourth quarter of 2005 than in [the entire year] = 2005"""),
)  # fmt: skip
