"""A match in a text with the words around it: what a licence looks at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dateline.dates.chart import Match
from dateline.dates.lexicon import A_NAME, Token
from dateline.dates.wordlists import words

PREPOSITIONS: Final = words(
    """
    in on by since until till from to during before after through between of for around at late early
    mid last next this past and or throughout over least
    """
)


class Place(NamedTuple):
    """A match in a text, and the words around it."""

    text: str
    words: Sequence[Token]
    match: Match

    @property
    def before(self) -> str:
        """The word before it, in lower case; empty at the start."""
        return self.words[self.match.start - 1].text if self.match.start else ""

    @property
    def after(self) -> str:
        """The word after it, in lower case; empty at the end."""
        return self.words[self.match.end].text if self.match.end < len(self.words) else ""

    @property
    def without_first(self) -> Place:
        """The same without its first word, which then stands before it."""
        return self._replace(match=self.match._replace(start=self.match.start + 1))

    @property
    def first(self) -> Token:
        """Its first word."""
        return self.words[self.match.start]

    @property
    def last(self) -> Token:
        """Its last word."""
        return self.words[self.match.end - 1]

    @property
    def following(self) -> Token | None:
        """The token after it, if there is one."""
        return self.words[self.match.end] if self.match.end < len(self.words) else None

    @property
    def width(self) -> int:
        """How many words it takes."""
        return self.match.end - self.match.start

    @property
    def capital(self) -> bool:
        """Whether its last word is written with a capital."""
        return self.text[self.last.start].isupper()


def glued(place: Place) -> bool:
    """Whether a hyphen ties it to the next word: “1990s-style”, “June-born”."""
    end = place.last.end
    return place.text[end : end + 1] == "-" and place.text[end + 1 : end + 2].isalpha()


def capital(place: Place) -> bool:
    """Whether its first or its last word is written with a capital."""
    return place.text[place.first.start].isupper() or place.capital


def before_a_name(place: Place) -> bool:
    """Whether a word with a capital follows that is of no other kind."""
    return bool(place.following and place.following.terminals == A_NAME)
