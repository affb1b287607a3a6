"""Where and when a text speaks: what a relative date is read against."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dateline.dates.cues import NONE, Cue, Direction
from dateline.dates.day import Day
from dateline.dates.span import Span

DayOrder = Literal["month-day", "day-month", ""]


def nothing() -> None:
    """The antecedent of a text that has none."""


class Unanchored(Exception):
    """The words need the day on which they were written, and it is not known."""


@dataclass(slots=True)
class Setting:
    """The day, the place and the tense; the reader sets the tense anew for every phrase."""

    day: Day | None = None
    """The day of publication in the source's own zone."""
    order: DayOrder = ""
    """How the source's language writes 10/11/2024; empty when the language does not say."""
    southern: bool = False
    text: str = ""
    """What is being read, for rules that ask what it is about."""
    look_around: Callable[[], Cue] = lambda: NONE
    """Finds the tense of the clause; asked only by rules that need it."""
    look_back: Callable[[], Span | None] = nothing
    """Finds the date that the text named last; asked only by rules for "that day" and its kind."""
    zone: str = ""
    """Where the source is published, as IANA names it: whose "CST" a time is in."""
    fiscal_start: int = 0
    """The month in which the fiscal year begins, where the site says it."""

    @property
    def today(self) -> Day:
        """The day of publication; raises Unanchored when it is not known."""
        if self.day is None:
            raise Unanchored
        return self.day

    @property
    def antecedent(self) -> Span | None:
        """The date that the text named last before these words."""
        return self.look_back()

    @property
    def cue(self) -> Cue:
        """The word of the clause that tells its tense, if one does."""
        return self.look_around()

    @property
    def direction(self) -> Direction:
        """`past` or `future` where the clause says so."""
        return self.look_around().direction
