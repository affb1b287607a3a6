"""Signs that nobody sees and that copied texts are full of: marks of direction, joiners, soft hyphens, NUL.

They are no part of what is said, even within a word or a number. A text is read without them, and its
dates are told where they stand in the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final, NamedTuple

from dateline.dates.reading import Reading

_SIGNS: Final = re.compile("[\0\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
"""The Default_Ignorable_Code_Points of running text; and NUL, which HTML leaves out too (13.2.6.4.7)."""


def has_invisible(text: str) -> bool:
    """Whether there is anything in a text that nobody sees."""
    return "\0" in text if text.isascii() else _SIGNS.search(text) is not None


class Seen(NamedTuple):
    """A text as it is seen, and as it is."""

    text: str
    whole: str
    places: Sequence[int]
    """Where each sign of the text stands in the whole one, and where that ends."""

    @classmethod
    def of(cls, whole: str) -> Seen:
        """A text without what nobody sees."""
        parts = _SIGNS.split(whole)
        shifts = accumulate((len(match[0]) for match in _SIGNS.finditer(whole)), initial=0)
        places: list[int] = []
        at = 0
        for part, shift in zip(parts, shifts, strict=True):
            places += range(at + shift, at + shift + len(part))
            at += len(part)
        return cls("".join(parts), whole, (*places, len(whole)))

    def place_in(self, offset: int) -> int:
        """Where in the seen text stands what is at an offset of the whole one, or the next that is seen."""
        return len(_SIGNS.sub("", self.whole[:offset]))

    def restored(self, reading: Reading) -> Reading:
        """A date in the seen text, as its words and its place are in the whole one."""
        if reading.start < 0:
            return reading
        begin, close = self.places[reading.start], self.places[reading.end - 1] + 1
        return replace(reading, stated=self.whole[begin:close], start=begin)
