"""What must stand around words in running text before they are taken for a date.

A phrase that an editor picked is a date until it proves otherwise; in a whole article it is the other way
round. "May" is mostly a verb, "2000" mostly a number, "the day" mostly any day.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.dates.licence import figures, names, periods
from dateline.dates.licence.figures import end_is_no_count
from dateline.dates.licence.place import Place, capital
from dateline.dates.licence.titles import MAY_STAND_IN_ONE, in_a_title
from dateline.dates.numerals import ORDINALS
from dateline.dates.wordlists import words

__all__ = ["NEVER", "OPEN", "Place", "stands"]

_OF_A_STRETCH: Final = words("the these those first last for")


LICENCES: Final[dict[str, Callable[[Place], bool]]] = {
    "year": figures.year,
    "short year": lambda place: place.before in ("of", "in", "since", "class", "summer", "winter"),
    "bare month": names.month,
    "bare weekday": names.weekday,
    "bare season": names.season,
    "time of day": figures.clock,
    "part of the day": figures.sharp,
    "hour of the day": figures.hour,
    "day and month in figures": lambda place: place.before in ("on", "by", "until", "since", "from", "dated"),
    "day of the month": figures.nth,
    "date in figures": lambda place: end_is_no_count(place) and place.before not in figures.PRODUCTS,
    "day after tomorrow": lambda place: not place.capital,
    "tomorrow": lambda place: place.before != "after" or not place.capital,
    "weekday and day": lambda place: (
        capital(place) and (place.last.kind == "ordinal" or place.last.text in ORDINALS)
    ),
    "part of a period": lambda place: end_is_no_count(place) and not figures.bare_tens(place),
    "nth weekday": capital,
    "decade": figures.decade,
    "holiday": names.holiday,
    "season and year": names.dated_season,
    "tonight": names.tonight,
    "named day of history": capital,
    "the period": periods.period,
    "bare half": periods.half,
    "bare quarter": periods.quarter,
    "final quarter": periods.quarter,
    "about": lambda place: (
        end_is_no_count(place)
        and (
            place.last.kind != "figures"
            or place.width > 2
            or place.first.text.startswith("c")
            or figures.year(place.without_first)
        )
    ),
    "weekend": lambda place: place.width > 1,
    "from one date to another": periods.ends,
    "before a date": lambda place: place.before not in _OF_A_STRETCH,
    "after a date": lambda place: place.before not in _OF_A_STRETCH,
    "so much earlier or later": periods.leans_on_nothing,
    "the day before": periods.leans_on_nothing,
    "the night before": periods.leans_on_nothing,
    "years, the second short": end_is_no_count,
}
"""By the rule that read it; a rule that is not here needs nothing but an end that counts nothing."""


OPEN: Final = frozenset(("since", "until", "deadline", "before", "after", "stretch that ended"))
"""The rules that take in a preposition and leave an end open, or a stretch with the day on which it ended."""
NEVER: Final = frozenset(
    ("that time", "numbered week", "both", "days of one year", "days and months of one year")
)
"""The rules that no running text is read by: “that time” is hardly ever a date in it."""


def stands(place: Place) -> bool:
    """Whether a match may be taken for a date in running text."""
    if place.first.kind in ("figures", "numeric") and figures.is_tail(place):
        return False
    if place.match.rule.name in MAY_STAND_IN_ONE and in_a_title(place):
        return False
    return LICENCES.get(place.match.rule.name, end_is_no_count)(place)
