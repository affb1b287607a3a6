"""So many units on from a day, and why another date was not meant."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.dates.day import Day
from dateline.dates.edtf import Edtf
from dateline.dates.history import time_told, year_told
from dateline.dates.reading import Alternative
from dateline.dates.sentences import THE_ONE_AFTER, THE_ONE_BEFORE, THE_ONE_NEAREST
from dateline.dates.setting import Setting
from dateline.dates.span import Span

DAYS_OF: Final = {"day": 1, "week": 7, "fortnight": 14}
MONTHS_OF: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}

PLAINLY_AHEAD: Final = ("will", "won't", "shall")
"""Words that leave no doubt that a date is to come."""


def moved(day: Day, number: int, unit: str) -> Day | None:
    """The day so many units on; None for hours and minutes."""
    if unit in DAYS_OF:
        return day.plus(number * DAYS_OF[unit])
    return day.plus_months(number * MONTHS_OF[unit]) if unit in MONTHS_OF else None


def antecedent_of_tense(at: Setting, before: Span | None) -> Span | None:
    """The date that words lean on; none where they look ahead and it is over."""
    over = before and before.last and at.day and before.last < at.day and at.direction == "future"
    return None if over else before


def rejected(at: Setting, other: str, *, ahead: bool, weighed: bool = True) -> Alternative:
    """A date that was not taken, and why; `ahead`: it lies after publication.

    `weighed` says that the one that was taken lies on the other side, so that the tense had a say.
    """
    against = "past" if ahead else "future"
    word = at.cue.word if weighed else ""
    ground = "distance" if not word else "tense" if at.direction == against else "reach"
    return Alternative(Edtf.parse(other), (THE_ONE_AFTER if ahead else THE_ONE_BEFORE)[ground], word)


def in_year_told(
    at: Setting, month: int, in_year: Callable[[int], Span | None], nearest: Callable[[], Span | None]
) -> Span | None:
    """A date without its year: of the one that the text tells of, else the nearest to publication."""
    told = year_told(at, month)
    if told is None:
        return nearest()
    found = in_year(told)
    of_news = found is not None and at.day is not None and time_told(at) is None
    return found and found._replace(
        supplied="year", alternatives=_outdone(found, nearest()) if of_news else ()
    )


def _outdone(found: Span, nearest: Span | None) -> tuple[Alternative, ...]:
    """The date nearest to publication, where a sentence of news tells of another year."""
    if nearest is None or nearest.first == found.first:
        return ()
    return (Alternative(Edtf.parse(nearest.edtf()), THE_ONE_NEAREST),)
