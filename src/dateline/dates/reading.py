"""What the words of a source mean as a date, and how that was found: the values that travel."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from dateline.dates.bounds import Precision
from dateline.dates.day import Day
from dateline.dates.edtf import Edtf, Kind
from dateline.dates.marks import Qualifier
from dateline.dates.sentences import WRITTEN_OUT
from dateline.tongue import ENGLISH, Tongue

Part = Literal["early", "mid", "late"]
Side = Literal["earlier", "later", "by"]
Hemisphere = Literal["north", "south"]
"""Decides which months are winter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The day and the place from which a source's relative dates are read."""

    published: Edtf
    """A day, an instant, or a span when it is not known better; an open end leaves relative dates unread."""
    zone: str = "UTC"
    """IANA name; "today" in a source means today there."""
    language: str = "en"
    """BCP 47; `en-US` reads 10/11/2024 as 11 October, `en-GB` as 10 November, plain `en` as either."""
    source: str = ""
    """The id of the source; empty when it has none."""
    hemisphere: Hemisphere = "north"
    fiscal_start: str = ""
    """The month and day on which the fiscal year that it speaks of begins, `10-01`; empty: unknown."""


class Alternative(NamedTuple):
    """Another value that the words could have, and why it was not taken."""

    value: Edtf
    message: str
    """A sentence: `The one before publication, but “%(word)s” speaks of what is to come.`"""
    word: str = ""
    """The word of the source that it quotes, if it does."""

    def explain(self, tongue: Tongue = ENGLISH) -> str:
        """Why it was not taken, in a plain sentence."""
        return tongue.gettext(self.message, word=self.word)

    def __str__(self) -> str:
        return f"{self.value}: {self.explain()}"


@dataclass(frozen=True, kw_only=True)  # without slots: its bounds are asked for often, and kept
class Reading:
    """A date as it was read: the value, the words, the anchor and the rule."""

    value: Edtf
    stated: str
    """The source's own words, no more than name the date."""
    rule: str
    """The short name of the rule that read it: `bare weekday`."""
    part: Part | None = None
    """What EDTF has no word for: "early 2024" is 2024, early."""
    anchor: Anchor | None = None
    """None when the words needed none."""
    alternatives: tuple[Alternative, ...] = ()
    because: str = WRITTEN_OUT
    """The rule in a sentence; see `wording.reasoning`."""
    spread: bool = False
    """Whether it covers what several possible days of publication give."""
    unit: Precision | None = None
    """The unit that the words name where EDTF can only write an interval: a week, a weekend."""
    hedge: str = ""
    """The word that hedges the date itself, whose value is then uncertain: “reportedly”."""
    side: Side | None = None
    """“later this year”: the value is the year, and what is left of it are the days of `within`; “by Friday”:
    a deadline, some moment up to the end of the value, which no event lasted until."""
    within: tuple[Day, Day] | None = None
    """The first and the last day of the value on the side that the words name; None where they name none."""
    start: int = field(default=-1, compare=False)
    """Where the words begin in the text that was read, as a character offset; -1 when that is not known."""

    if not TYPE_CHECKING:

        def __init__(self, **fields: object) -> None:
            """As dataclass would write it, but for all fields at once: that is five times as fast."""
            vars(self).update(fields)

    @property
    def end(self) -> int:
        """Where the words end, half-open; -1 when that is not known."""
        return self.start + len(self.stated) if self.start >= 0 else -1

    @property
    def earliest(self) -> Day | None:
        """The first day that it can mean, a part (early, mid, late) taken into account."""
        return self._bounds[0]

    @property
    def latest(self) -> Day | None:
        """The last day that it can mean, inclusive, a part taken into account."""
        return self._bounds[1]

    @property
    def precision(self) -> Precision:
        """The unit that the words name."""
        return self.unit or self.value.precision

    @property
    def kind(self) -> Kind:
        """Whether the event fell somewhere inside, or lasted; an event "last week" fell inside."""
        return "within" if self.unit or self.side else self.value.kind

    @property
    def qualifier(self) -> Qualifier:
        """Uncertain ``?``, approximate ``~``, both ``%``, or none."""
        return self.value.qualifier

    @property
    def explicit(self) -> bool:
        """Whether the words name the date by themselves, without the day on which they were written."""
        return self.anchor is None

    @property
    def narrowed(self) -> Edtf:
        """The value with its part written out: for "early 2024", 2024-01/2024-04."""
        first, last = self._bounds
        if self.within:
            return Edtf.parse(f"[{first}..{last}]")
        if self.part is None or first is None or last is None:
            return self.value
        width = {"decade": 4, "century": 4, "year": 7}.get(self.precision, 10)
        mark = self.qualifier
        return Edtf.parse(f"{str(first)[:width]}{mark}/{str(last)[:width]}{mark}")

    @cached_property
    def _bounds(self) -> tuple[Day | None, Day | None]:
        if self.within:
            return self.within
        first, last = self.value.earliest, self.value.latest
        if self.part is None or first is None or last is None:
            return first, last
        return part_bounds(self.part, self.precision, first, last)


_THIRD = {"early": 0, "mid": 1, "late": 2}
_WEEK = {"early": (0, 2), "mid": (1, 3), "late": (4, 6)}
_DECADE = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_CENTURY = {"early": (1, 33), "mid": (34, 66), "late": (67, 100)}


def part_bounds(part: Part, unit: Precision, first: Day, last: Day) -> tuple[Day, Day]:
    """The days of a period's early, middle or late part, by thirds.

    A month is cut after the 10th and the 20th, a year after April and August, a decade after its years 3
    and 6; an early 20th century is 1901 to 1933.
    """
    third = _THIRD[part]
    if unit == "century":
        low, high = _CENTURY[part]
        return Day(first.year + low, 1, 1), Day(first.year + high, 12, 31)
    if unit == "decade":
        low, high = _DECADE[part]
        return Day(first.year + low, 1, 1), Day(first.year + high, 12, 31)
    if unit == "year":
        begin = first.plus_months(4 * third)
        return begin, begin.plus_months(4).plus(-1)
    if unit in ("quarter", "season"):
        begin = first.plus_months(third)
        return begin, begin.plus_months(1).plus(-1)
    if unit == "half":
        begin = first.plus_months(2 * third)
        return begin, begin.plus_months(2).plus(-1)
    if unit == "month":
        return first.plus(10 * third), last if part == "late" else first.plus(10 * third + 9)
    if unit == "week":
        low, high = _WEEK[part]
        return first.plus(low), first.plus(high)
    return first, last
