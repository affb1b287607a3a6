"""Texts that tell of another time than their own: in a history, “on 22 June” is of the year it tells of.

News counts from its day of publication. It says “Monday”, “yesterday”, “last week”; a history says “1941”.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.dates.setting import Setting
from dateline.dates.span import Span

_YEARS: Final = re.compile(r"(?<![\d,.$£€-])(?:1\d|20)\d\d(?!\d|,\d|%)")
_OF_THE_DAY: Final = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!,? (?:the )?\d|,? [A-Z])"
    r"|[Yy]esterday|[Tt]omorrow|[Tt]onight"
    r"|(?<!the )(?:[Ll]ast|[Tt]his|[Nn]ext) (?:week|weekend|month|year))\b"
)
"""Words of news: they count from the day on which they were written; “today” is what a history calls now."""
_FEWEST: Final = 3
_RATIO: Final = 8
"""How many distant years outweigh one word of news; in histories such a word is rare, in news it leads."""
_LATELY: Final = 1
"""A year is distant from this many years before publication on."""
_LONG_AGO: Final = 10
"""Years after which one sentence is enough: nobody leaves out the year of what was “in March” since."""
_REPORTING: Final = frozenset(("said", "says", "told", "announced", "reported", "added"))
_HALF: Final = 6
"""Months: a date further back than that from the one named last is in the year after it."""


def is_history(text: str, year: int) -> bool:
    """Whether a text that was published in a year tells mostly of years before, and hardly of its own day."""
    named = [int(match[0]) for match in _YEARS.finditer(text)]
    distant = sum(number < year - _LATELY for number in named)
    if distant < _FEWEST:
        return False
    return len(named) - distant + _RATIO * sum(1 for _ in _OF_THE_DAY.finditer(text)) <= distant


def time_told(at: Setting) -> Span | None:
    """The date from which days and months without a year are counted, where that is not publication."""
    if not _YEARS.search(at.text, 0, at.start):
        return None
    named = at.look_back()
    base, end = named[-1] if named else (None, 0)
    if base is None or base.anchored or base.first is None:
        return None
    if at.day is None:
        return base
    distance = at.day.year - base.first.year
    if distance <= _LATELY:
        return None
    if at.of_history is None:
        at.of_history = is_history(at.text, at.day.year)
    return base if at.of_history or _in_its_sentence(at, base, end, distance) else None


def _in_its_sentence(at: Setting, base: Span, end: int, distance: int) -> bool:
    """“in 1983, when a bomb went off on April 18”; “in July 1937 …, and in December the capital fell”."""
    if at.antecedent_here is None or at.direction == "future":
        return False
    if at.text.startswith((", when ", " when "), end):
        return True
    return distance >= _LONG_AGO and base.unit != "year" and at.cue.word.lower() not in _REPORTING


def year_told(at: Setting, month: int) -> int | None:
    """The year of a month that is named without one: that of the time told, or the next one over its end."""
    base = time_told(at)
    if base is None or base.first is None:
        return None
    passed = base.first.month - month if base.unit != "year" else 0
    return base.first.year + (passed > _HALF)
