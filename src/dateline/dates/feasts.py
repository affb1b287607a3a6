"""Holidays that fall on a certain day, by rule or by table, and days that history has named.

Feasts that wait for the moon to be seen (Ramadan, the Eids) are not here: their day is not certain.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Final, Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN
from dateutil.easter import easter as computed
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from dateline.dates.day import Day
from dateline.dates.wordlists import row

Feast = Callable[[int], "Day | None"]
"""From a year to the day in it, or None where that is not known."""


_WEEKDAYS: Final = (MO, TU, WE, TH, FR, SA, SU)


def _fixed(month: int, day: int) -> Feast:
    return lambda year: Day(year, month, day)


def _nth(order: int, weekday: int, month: int) -> Feast:
    """The first, second … such weekday of a month; -1 for the last. None beyond the years of datetime."""
    first_or_last = relativedelta(day=1 if order > 0 else 31, weekday=_WEEKDAYS[weekday](order))

    def on(year: int) -> Day | None:
        known = datetime.MINYEAR <= year < datetime.MAXYEAR
        return Day.of(datetime.date(year, month, 1) + first_or_last) if known else None

    return on


def _after(feast: Feast, days: int) -> Feast:
    def on(year: int) -> Day | None:
        day = feast(year)
        return day.plus(days) if day else None

    return on


def _easter(method: Literal[1, 2, 3]) -> Feast:
    """Easter Sunday, in the Gregorian calendar; None outside the years for which its rule is certain."""

    def on(year: int) -> Day | None:
        return Day.of(computed(year, method)) if 1583 <= year <= 4099 else None

    return on


easter: Final = _easter(EASTER_WESTERN)
orthodox_easter: Final = _easter(EASTER_ORTHODOX)


_LUNAR: Final = """
    0131 0219 0207 0128 0216 0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219
    0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0206 0126 0213 0203 0123 0211 0131 0219 0208 0128
    0215 0204 0124 0212 0201
"""
_LUNAR_FROM: Final = 1995


def lunar_new_year(year: int) -> Day | None:
    """The first day of the Chinese year, from a table: 1995 to 2041."""
    days = row(_LUNAR)
    if not 0 <= year - _LUNAR_FROM < len(days):
        return None
    month, day = days[year - _LUNAR_FROM][:2], days[year - _LUNAR_FROM][2:]
    return Day(year, int(month), int(day))


_THANKSGIVING: Final = _nth(4, 3, 11)

FEASTS: Final[dict[str, Feast]] = {
    "new year's day|new years day|new year|new year's|new years": _fixed(1, 1),
    "new year's eve|new years eve|new year eve": _fixed(12, 31),
    "epiphany": _fixed(1, 6),
    "martin luther king day|martin luther king jr day|martin luther king jr. day|mlk day": _nth(3, 0, 1),
    "australia day": _fixed(1, 26),
    "groundhog day": _fixed(2, 2),
    "valentine's day|valentines day|valentine day|st valentine's day|st. valentine's day|"
    "saint valentine's day": _fixed(2, 14),
    "presidents' day|presidents day|president's day|washington's birthday": _nth(3, 0, 2),
    "st patrick's day|st. patrick's day|saint patrick's day|saint patricks day|st patricks day|"
    "st paddy's day": _fixed(3, 17),
    "international women's day": _fixed(3, 8),
    "ides of march": _fixed(3, 15),
    "april fools' day|april fool's day|april fools day": _fixed(4, 1),
    "shrove tuesday|pancake day|mardi gras|fat tuesday": _after(easter, -47),
    "ash wednesday": _after(easter, -46),
    "palm sunday|branch sunday": _after(easter, -7),
    "maundy thursday|holy thursday|covenant thursday": _after(easter, -3),
    "good friday": _after(easter, -2),
    "easter|easter sunday|easter day": easter,
    "easter monday|easter mon": _after(easter, 1),
    "ascension day": _after(easter, 39),
    "pentecost|whit sunday": _after(easter, 49),
    "whit monday": _after(easter, 50),
    "trinity sunday": _after(easter, 56),
    "orthodox easter|orthodox easter sunday": orthodox_easter,
    "orthodox good friday|orthodox great friday": _after(orthodox_easter, -2),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "may day|international workers' day|international workers day|int'l workers day": _fixed(5, 1),
    "cinco de mayo": _fixed(5, 5),
    "ve day|v-e day": _fixed(5, 8),
    "mother's day|mothers day": _nth(2, 6, 5),
    "memorial day": _nth(-1, 0, 5),
    "father's day|fathers day": _nth(3, 6, 6),
    "juneteenth|jubilee day": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day|labour day": _nth(1, 0, 9),
    "columbus day|indigenous peoples' day": _nth(2, 0, 10),
    "election day": _after(_nth(1, 0, 11), 1),
    "halloween|hallowe'en": _fixed(10, 31),
    "all saints' day|all saints day": _fixed(11, 1),
    "guy fawkes night|bonfire night": _fixed(11, 5),
    "veterans day|veterans' day|armistice day|remembrance day": _fixed(11, 11),
    "thanksgiving|thanksgiving day|thanks giving day": _THANKSGIVING,
    "black friday": _after(_THANKSGIVING, 1),
    "cyber monday": _after(_THANKSGIVING, 4),
    "christmas eve": _fixed(12, 24),
    "christmas|christmas day|xmas|xmas day": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "lunar new year|chinese new year|chinese new year's day|chinese lunar new year": lunar_new_year,
}  # fmt: skip
"""Every name of a feast, and its rule."""

KNOWN_BY_DATE: Final[dict[tuple[int, int], tuple[Day, str]]] = {
    (9, 11): (
        Day(2001, 9, 11),
        r"(?i:hijack|terror|world trade center|twin towers|pentagon|al.qa|bin laden|ground zero)|\battacks\b",
    ),
    (10, 7): (Day(2023, 10, 7), r"\b(?:Hamas|Gaza|hostages?|Israeli?s?)\b"),
    (1, 6): (Day(2021, 1, 6), r"\b(?:Capitol|riot(?:s|ers?)?|insurrection(?:ists?)?|select committee)\b"),
    (7, 7): (Day(2005, 7, 7), r"\b(?:London|Tube|suicide bomb(?:ings?|ers?))\b.*\bbomb"),
}
"""Days that are called by their date alone, and what is said near it where that one is meant."""

NAMED_DAYS: Final[dict[str, Day]] = {
    "september 11 attacks|september 11th attacks|sept. 11 attacks|september 11 terrorist attacks|9/11|"
    "sept. 11 terrorist attacks|september 11 commission|sept. 11 commission|september 11 hijackers|"
    "sept. 11 hijackers|"
    "sept. 11 , 2001": Day(2001, 9, 11),
    "d-day": Day(1944, 6, 6),
    "black monday": Day(1987, 10, 19),
    "bloody sunday": Day(1972, 1, 30),
    "black tuesday": Day(1929, 10, 29),
}  # fmt: skip
"""Days so well known by a name that the year is not said."""
