"""Where and when a text speaks: what a relative date is read against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.dates.cues import NONE, Cue, Direction
from dateline.dates.day import Day
from dateline.dates.span import Span

DayOrder = Literal["month-day", "day-month", ""]


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
    cue: Cue = NONE
    antecedent: Span | None = None
    """The date that the text named last, for "that day" and "a year earlier"."""

    @property
    def today(self) -> Day:
        """The day of publication; raises Unanchored when it is not known."""
        if self.day is None:
            raise Unanchored
        return self.day

    @property
    def direction(self) -> Direction:
        """`past` or `future` where the clause says so."""
        return self.cue.direction
