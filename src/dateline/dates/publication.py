"""When and where a source was published, as what its dates are read against."""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates.day import Day, days_in_month
from dateline.dates.edtf import Edtf
from dateline.dates.reading import Anchor
from dateline.dates.setting import DayOrder, Setting

_ORDERS: Final[dict[str, DayOrder]] = {"en-us": "month-day", "en-ph": "month-day", "en-ca": ""}
_YEAR_FIRST: Final = frozenset({"hu", "ja", "ko", "lt", "mn", "zh"})
_MONTH_AND_DAY: Final = re.compile(r"(\d\d)-(\d\d)")
_COMMON: Final = 2023
"""A year of 365 days."""
LONGEST_SPAN: Final = 400
"""Days of publication that a relative phrase is tried from; beyond, "last week" is anybody's guess."""


def setting_of(anchor: Anchor | None, day: Day | None) -> Setting:
    """What a source's dates are read against on one of the days on which it may have appeared."""
    if anchor is None:
        return Setting(day=day)
    return Setting(
        day=day,
        order=_order(anchor.language),
        southern=anchor.hemisphere == "south",
        zone=anchor.zone,
        fiscal_start=month_and_day(anchor.fiscal_start),
    )


def days_of(anchor: Anchor) -> tuple[Day, ...]:
    """Every day on which the source may have been published, in its own zone; none where that is open."""
    return _days(anchor.published, anchor.zone)


@lru_cache(maxsize=256)
def _days(published: Edtf, zone: str) -> tuple[Day, ...]:
    date = published.members[0][0]
    if date.time and published.shape == "date":
        return (_local_day(date.text, zone),)
    first, last = published.earliest, published.latest
    if first is None or last is None:
        return ()
    days = [first]
    while days[-1] < last and len(days) <= LONGEST_SPAN:
        days.append(days[-1].plus(1))
    return tuple(days) if len(days) <= LONGEST_SPAN else ()


@lru_cache(maxsize=64)
def month_and_day(text: str) -> tuple[int, int] | None:
    """`10-01` as (10, 1); None for what is no day of every year."""
    match = _MONTH_AND_DAY.fullmatch(text)
    month, day = (int(match[1]), int(match[2])) if match else (0, 0)
    return (month, day) if 1 <= month <= 12 and 1 <= day <= days_in_month(_COMMON, month) else None


@lru_cache(maxsize=64)
def _order(language: str) -> DayOrder:
    """Of figures; English without a country has two, and where the year comes first there may be either."""
    language = language.lower()
    known = "-" in language or (is_foreign(language) and language not in _YEAR_FIRST)
    return _ORDERS.get(language, "day-month" if known else "")


@lru_cache(maxsize=64)
def is_foreign(language: str) -> bool:
    """Whether that is another language than English."""
    return language.partition("-")[0].lower() not in ("", "en")


def _local_day(text: str, zone: str) -> Day:
    moment = datetime.fromisoformat(text)
    return Day.of(moment.astimezone(ZoneInfo(zone)).date() if moment.tzinfo else moment.date())
