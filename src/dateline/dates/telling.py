"""The words and figures without which there is no date, and the stretches of a text around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.dates.lexicon import LEXICON
from dateline.dates.rules.feasts import HISTORIC, NAMED
from dateline.dates.wordlists import words

_CATEGORIES: Final = words("MONTH WEEKDAY SEASON UNIT UNITS DAYPART DECADE BC MIDDLE MIDSEASON")
_ALSO: Final = words("today tomorrow yesterday overnight tonight half fiscal nineteen clock")
_WORDS: Final = (
    {word.rstrip(".") for word, kinds in LEXICON.items() if any(name in _CATEGORIES for name, _ in kinds)}
    | {name.split()[-1] for name in (*NAMED, *HISTORIC)} - words("jr new")
    | _ALSO
)
_VERBS: Final = words("may march sat")
"""Verbs, where they have no capital; a year beside them tells of the date."""
_REACH: Final = 20
_REACH_BACK: Final = 24
"""How far after and before a telling word its date may reach, in characters."""
_LONGEST: Final = 320
"""Characters that are read at once: a list of nothing but days is deeper than Python's stack."""
_OVERLAP: Final = 80
"""Where that ends among dates, how much further the last of them may go on."""


def stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """The parts of a text that a date may stand in, from one word's edge to another's.

    With each, where its last telling word begins: no date begins after that.
    """
    start = end = last = -1
    for low, high in _telling(text):
        if start >= 0 and low - _REACH_BACK <= end and high - start <= _LONGEST:
            end, last = high + _REACH, low
            continue
        if start >= 0:
            crowded = low - _REACH_BACK <= end
            yield *_edges(text, start, end + _OVERLAP * crowded), last
        start, end, last = max(0, low - _REACH_BACK), high + _REACH, low
    if start >= 0:
        yield *_edges(text, start, end), last


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch, without the words that it cuts."""
    if start > 0:
        start = text.find(" ", start, end) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", start, end), start)
    return start, min(end, len(text))


def _telling(text: str) -> list[tuple[int, int]]:
    """Where the words and figures stand without which there is no date, in their order."""
    lower = text.replace("İ", "I").lower()  # the one letter that two stand for in lower case
    places = [match.span(1) for match in _WORD.finditer(f" {lower}")]
    words = [(low - 1, high - 1) for low, high in places if text[low - 1 : high - 1] not in _VERBS]
    figures = [
        match.span() for match in _FIGURES.finditer(text) if _TELLING_FIGURES.match(text, match.start())
    ]
    return sorted(words + figures)


def _any_of(words: Iterable[str]) -> str:
    """A pattern of many words, in which those that begin alike share their beginning."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words):
        rests.setdefault(word[:1], []).append(word[1:])
    optional = "?" if rests.pop("", None) else ""
    ways = "|".join(letter + _any_of(rest) for letter, rest in rests.items())
    return f"(?:{ways}){optional}" if ways else ""


_WORD: Final = re.compile(f"[^a-z]({_any_of(filter(re.compile('[a-z]{3,}').fullmatch, _WORDS))})(?![a-z])")
_FIGURES: Final = re.compile(r"\d\d*+(?:st|nd|rd|th|s)?")
"""Both begin with signs of one kind, for then the search leaps from one such sign to the next."""
_TELLING_FIGURES: Final = re.compile(
    r"(?:1\d|20)\d\ds?(?![\d%])(?!,\d)|\d{1,2}(?:st|nd|rd|th)|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}/\d{1,2}\b|\d{1,2}[:.]\d\d(?!\d|%)"
    r"|\d{1,2}\s?[ap]\.?m\b|(?:19|20)\d{6}\b|[1-4][QHqh]\b|['’]?\d0s\b|[1-4]\b(?<=[QqHh][1-4])"
    r"|\d{1,4}\s(?:BCE?\b|CE\b|AD\b|B\.C|C\.E|A\.D)|(?:(?<=AD\s)|(?<=A\.D\.\s))\d{1,4}\b"
)
