"""Texts that tell of another time than their own: in a history, “on 22 June” is of the year it tells of.

News counts from its day of publication. It says “Monday”, “yesterday”, “last week”; a history says “1941”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Final

from dateline.dates.day import WEEKDAYS
from dateline.dates.setting import Named, Setting
from dateline.dates.span import Span
from dateline.dates.tenses import PAST

_YEARS: Final = re.compile(r"[12]\d\d\d(?!\d|,\d|%)(?<![\d,.$£€-]....)")
_ERA: Final = re.compile(r"\d(?=\sBCE?\b|\sB\.C)")
_BARE_DAYS: Final = (rf"{day}(?!,? (?:the )?\d|,? [A-Z])" for day in WEEKDAYS)
_BESIDE: Final = (
    rf"{which} {unit}(?<!he {which} {unit})"
    for which in ("Last", "last", "This", "this", "Next", "next")
    for unit in ("week", "month", "year")
)
_NEWS: Final = re.compile(
    "|".join((*_BARE_DAYS, "Yesterday", "yesterday", "Tomorrow", "tomorrow", "Tonight", "tonight", *_BESIDE))
)
"""Words that count from the day on which they were written.

No part of the pattern is shared, for then the search goes from one first letter to the next.
"""
_NOW: Final = re.compile(r"\b(?:[Tt]oday\b(?!['’]s)|(?:said|says)\b)")
"""“Today”: what news calls its day, and a history the present. And who “said” it mostly told a reporter."""
_WEIGHT_OF_NEWS: Final = 8
_WEIGHT_OF_NOW: Final = 3
"""How many distant years outweigh one such word: in histories it is rare, in news it leads."""
_FEWEST: Final = 2
"""Fewer distant years than that are enough only where they are long ago."""
_LATELY: Final = 1
"""A year is distant from this many years before publication on."""
_LONG_AGO: Final = 10
"""Years after which one date is enough: nobody leaves out the year of what was “in March” since."""
_REPORTING: Final = frozenset(("said", "says", "told", "announced", "reported", "added"))
_BACKGROUND: Final = re.compile(r"\b(?:who|which|whose|that|born|founded|established|formed|created|built)\b")
_BACKGROUND_REACH: Final = 60
"""What tells of a person or a thing in passing, and how far before its date."""
_SENTENCES: Final = re.compile(r"[A-Za-z0-9]{2}[.!?][\"”’)]*\s+[\"“‘(]*[A-Z]")
_AHEAD: Final = frozenset(("will", "won't", "shall", "due", "scheduled", "expected", "plans", "going"))
_HALF: Final = 6
"""Months: a date further back than that from the one named last is in the year after it."""
_ASIDE: Final = re.compile(r"\b(?:since|than|to|until|till|like|as)\s+(?:the\s+)?$", re.I)
"""What a date is compared or bounded with; the story does not move there."""
_ASIDE_REACH: Final = 12


def is_history(text: str, year: int) -> bool:
    """Whether a text that was published in a year tells mostly of years before, and hardly of its own day.

    A single sentence does not show it.
    """
    named = [int(match[0]) for match in _YEARS.finditer(text)]
    named += (0 for _ in _ERA.finditer(text)) if "BC" in text or "B.C" in text else ()
    distant = [number for number in named if number < year - _LATELY]
    enough = len(distant) >= _FEWEST or (distant and distant[0] <= year - _LONG_AGO)
    if not enough or not _SENTENCES.search(text):
        return False
    return not _weighs_more(text, 2 * len(distant) - len(named))


def _weighs_more(text: str, limit: int) -> bool:
    """Whether the words of news in a text outweigh so many years; of news, the first few tell."""
    weighed = chain(
        (_WEIGHT_OF_NEWS for _ in _NEWS.finditer(text)), (_WEIGHT_OF_NOW for _ in _NOW.finditer(text))
    )
    return limit < 0 or any(weight > limit for weight in accumulate(weighed))


def time_told(at: Setting) -> Span | None:
    """In a history, the date from which those that leave something out are counted; else None."""
    here = _told_last(at)
    return here.span if here and (at.day is None or _of_history(at, at.day.year)) else None


def year_told(at: Setting, month: int) -> int | None:
    """The year of a month that is named without one: that of the time told, or the next one over its end."""
    base = time_told(at) or _told_in_its_sentence(at)
    if base is None or base.first is None:
        return None
    passed = base.first.month - month if base.unit != "year" else 0
    return base.first.year + (passed > _HALF)


def _of_history(at: Setting, year: int) -> bool:
    if at.of_history is None:
        at.of_history = is_history(at.text, year)
    return at.of_history


def _told_last(at: Setting) -> Named | None:
    """The last date that the text named by itself and that what follows may be told of; none of late."""
    here = _moved_last(at, at.look_back())
    if here is None or here.span.first is None:
        return None
    lately = at.day is not None and here.span.first.year >= at.day.year - _LATELY
    return None if lately else here


def _moved_last(at: Setting, named: Sequence[Named]) -> Named | None:
    """The last date to which the story moved; of those that were looked at before, none is asked again."""
    seen, here = at.story
    if seen == len(named):
        return here
    here = next((date for date in reversed(named[seen:]) if _moves_the_story(at, date)), here)
    at.story = len(named), here
    return here


def _moves_the_story(at: Setting, date: Named) -> bool:
    """Whether what follows may be told of a date: not of “since 1933”, nor of “about two years earlier”."""
    if date.span.anchored or date.span.mark or date.span.first is None:
        return False
    return not _ASIDE.search(at.text, max(0, date.start - _ASIDE_REACH), date.start)


def _told_in_its_sentence(at: Setting) -> Span | None:
    """“in 1983, when a bomb went off on April 18”; “in July 1937 …, and in December the capital fell”."""
    if at.cue.word.lower() in _AHEAD:
        return None
    explained = _explained(at)
    if explained:
        return explained
    here = _told_last(at)
    if here is None or here.span != at.antecedent_here:
        return None
    told = _opens_the_sentence(at, here) or (_is_long_ago(at, here) and not _is_background(at, here))
    return here.span if told else None


def _explained(at: Setting) -> Span | None:
    """“until the spring of 1972, when tanks came on 30 March”: the date that a “when” goes on from."""
    named = at.look_back()
    if at.antecedent_here is None or named[-1].span.anchored or named[-1].span.unit not in _OF_A_YEAR:
        return None
    return named[-1].span if at.text.startswith((", when ", " when "), named[-1].end) else None


_OF_A_YEAR: Final = ("day", "month", "season", "quarter", "half", "year")
_IN_AT_ITS_START: Final = re.compile(r"(?:^|[.!?][\"”’)]*\s|\n)\s*[\"“‘]?In\s+$")
_OF_ANOTHER_CLAUSE: Final = re.compile(
    r"[,;:–—]|\b(?:that|which|who|whom|whose|where)\b"
    rf"|\b(?:and|but)\s+(?:{'|'.join(sorted(PAST))}|[a-z]+ed)\b"
    r"|^\s+(?:dollars|euros|pounds|yen|money|terms)\b"
)
"""What ends the clause that a year leads, a second verb in it that may be of any time, or “2024 dollars”."""


def _opens_the_sentence(at: Setting, date: Named) -> bool:
    """“In 1991 Gorbachev resigned on 25 December”: of a year that leads the clause, all of it is told."""
    reported = at.cue.word.lower() in _REPORTING or at.direction != "past"
    leads = _IN_AT_ITS_START.search(at.text, max(0, date.start - _ASIDE_REACH), date.start)
    between = at.text[date.end : at.start].removeprefix(",")
    return leads is not None and not reported and not _OF_ANOTHER_CLAUSE.search(between)


def _is_long_ago(at: Setting, date: Named) -> bool:
    year = date.span.first.year if date.span.first else 0
    return date.span.unit != "year" and at.today.year - year >= _LONG_AGO


def _is_background(at: Setting, date: Named) -> bool:
    """“who was born on 3 May 1921”, in a sentence that goes on to something else; or one that reports."""
    front = at.text[max(0, date.start - _BACKGROUND_REACH) : date.start]
    return _BACKGROUND.search(front) is not None or at.cue.word.lower() in _REPORTING
