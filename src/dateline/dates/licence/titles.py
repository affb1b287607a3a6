"""Titles of works: in “Saturday Night Fever” no night is named."""

from __future__ import annotations

import re
from typing import Final

from dateline.dates.licence.place import Place
from dateline.dates.wordlists import words

MAY_STAND_IN_ONE: Final = frozenset(
    (
        *(
            "bare weekday",
            "part of a day",
            "bare month",
            "bare season",
            "middle of a season",
            "season and year",
        ),
        *("today", "yesterday", "tomorrow", "tonight", "day after tomorrow", "last night", "year"),
    )
)
"""The rules whose dates are asked for whether they are part of a title."""
_REACH: Final = 48
"""How far a title goes on before and after a date in it, in characters."""
_OPENED: Final = re.compile(r"(?:^|[\s(—–-])[“\"]([^“”\"]*)$")
_CLOSED: Final = re.compile(r"([^“”\"]*)[”\"](?!\w)")
_WORD: Final = re.compile(r"[^\W_][\w’']*")
_SMALL: Final = words("a an the of and or in on at for to by from with s")
"""What has no capital in a title."""
_SAID: Final = (",", ".", "!", "?")
"""What ends what somebody said, and no title."""


def in_a_title(place: Place) -> bool:
    """Whether a date stands within quotation marks among words that all have capitals."""
    begin, end = place.first.start, place.last.end
    front = place.text[max(0, begin - _REACH) : begin]
    opened = _OPENED.search(front) if "“" in front or '"' in front else None
    closed = _CLOSED.match(place.text, end, end + _REACH) if opened else None
    if opened is None or closed is None:
        return False
    inside = f"{opened[1]}{place.text[begin:end]}{closed[1]}"
    named = (
        inside.endswith(_SAID) or inside.isdigit()
    )  # what was said, or “1984”, of which a year's licence asks
    return not named and all(map(_fits, _WORD.findall(inside)))


def _fits(word: str) -> bool:
    return not word[0].islower() or word in _SMALL
