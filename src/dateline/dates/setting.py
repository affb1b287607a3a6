"""Where and when a text speaks: what a relative date is read against."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from dateline.dates.cues import cue
from dateline.dates.day import Day
from dateline.dates.span import NOTHING, RANGE, Span
from dateline.dates.verbs import Cue, Direction

DayOrder = Literal["month-day", "day-month", ""]


class Named(NamedTuple):
    """A date that a text has named, and where its words begin and end."""

    span: Span
    start: int
    end: int


def may_be_leant_on(span: Span) -> bool:
    """Whether “that day” or “a year later” may be counted from it: not from a range, nor from a decade."""
    return span.unit not in (RANGE, NOTHING, "decade", "century", "millennium")


_SENTENCE_ENDS: Final = re.compile(r"[.!?][\"”’)]*\s+[\"“‘(]*[A-Z]|\n\s*\n")


class Unanchored(Exception):
    """The words need the day on which they were written, and it is not known."""


@dataclass(slots=True)
class Setting:
    """The day, the place and the tense; the reader sets the place anew for every phrase."""

    day: Day | None = None
    """The day of publication in the source's own zone."""
    order: DayOrder = ""
    """How the source's language writes 10/11/2024; empty when the language does not say."""
    southern: bool = False
    text: str = ""
    """What is being read, for rules that ask what it is about."""
    start: int = 0
    """Where in the text the words begin that are being read."""
    end: int = 0
    look_back: Callable[[], Sequence[Named]] = tuple
    """Finds the dates that the text has named; asked only by rules for "that day" and its kind."""
    zone: str = ""
    """Where the source is published, as IANA names it: whose "CST" a time is in."""
    fiscal_start: tuple[int, int] | None = None
    """The month and day on which the fiscal year begins, where the site says it."""
    of_history: bool | None = None
    """Whether the text tells of another time than its own; None until somebody has asked."""
    story: tuple[int, Named | None] = (0, None)
    """How many of the dates that the text named were looked through, and to which the story moved last."""
    cues: dict[tuple[int, int], Cue] = field(default_factory=dict)
    """The tense of each clause that was asked for, by where its date stands."""

    @property
    def today(self) -> Day:
        """The day of publication; raises Unanchored when it is not known."""
        if self.day is None:
            raise Unanchored
        return self.day

    def says(self, word: str) -> bool:
        """Whether the words begin with one."""
        return self.text[self.start : self.start + len(word)].lower() == word

    @property
    def antecedent(self) -> Span | None:
        """The date that the text named last before these words."""
        named = self.look_back()
        return named[-1].span if named else None

    def antecedent_of(self, *units: str) -> Span | None:
        """The last of the dates that the text named before these words which is of one of these units."""
        return next((span for span, *_ in reversed(self.look_back()) if span.unit in units), None)

    @property
    def antecedent_here(self) -> Span | None:
        """The same, if it was named in the same sentence."""
        named = self.look_back()
        if not named or _SENTENCE_ENDS.search(self.text, named[-1].end, self.start):
            return None
        return named[-1].span

    @property
    def listed_after(self) -> Span | None:
        """The date right before these words, where a comma or an “and” is all that stands between."""
        named = self.look_back()
        between = self.text[named[-1].end : self.start] if named else "-"
        return named[-1].span if between.strip(" ,") in ("", "and", "or") else None

    @property
    def cue(self) -> Cue:
        """The word of the clause that tells its tense, if one does."""
        place = (self.start, self.end)
        found = self.cues.get(place)
        if found is None:
            found = self.cues[place] = cue(self.text, *place)
        return found

    @property
    def direction(self) -> Direction:
        """`past` or `future` where the clause says so."""
        return self.cue.direction
