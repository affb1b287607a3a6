"""EDTF, the Extended Date/Time Format of ISO 8601-2:2019, levels 0 to 2: a string becomes a value.

>>> v = Edtf.parse("2026-02")
>>> v.earliest, v.latest
(Day(year=2026, month=2, day=1), Day(year=2026, month=2, day=28))
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal, get_args

from dateline.dates.bounds import Precision
from dateline.dates.component import OPEN, UNKNOWN, Date
from dateline.dates.day import Day
from dateline.dates.fault import EdtfError
from dateline.dates.marks import Qualifier, both

Kind = Literal["within", "lasting", "one of"]
"""`within`: one moment somewhere inside; `lasting`: all of it; `one of`: one of those listed."""
Shape = Literal["date", "interval", "one of", "all of"]
PRECISIONS: Final[tuple[Precision, ...]] = get_args(Precision)
_SETS: Final[dict[str, Shape]] = {"[": "one of", "{": "all of"}
_COARSENESS: Final = {unit: rank for rank, unit in enumerate(PRECISIONS)}


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF value. Two are equal when their canonical texts are."""

    text: str
    """Canonical: `Edtf.parse(v.text) == v`."""
    members: tuple[tuple[Date, Date], ...] = field(compare=False)
    """A date is one member, both of whose ends are the date; an interval, one; a set, any number."""

    @classmethod
    def parse(cls, text: str) -> Edtf:
        """Read EDTF; raises EdtfError. The same string gives the same object."""
        return _parsed(text)

    def __str__(self) -> str:
        return self.text

    @property
    def shape(self) -> Shape:
        """Whether it is one date, an interval, or a set, and of which kind."""
        return _SETS.get(self.text[0]) or ("interval" if "/" in self.text else "date")

    @property
    def earliest(self) -> Day | None:
        """The first day that it can mean; None for a start that is open or unknown.

        A date with a time is bounded by the day as written, where it happened, whatever its offset.
        """
        if len(self.members) == 1:
            return self.members[0][0].earliest
        if self.members[0][0].earliest is None:
            return None
        return min((start.earliest for start, _ in self.members if start.earliest), default=None)

    @property
    def latest(self) -> Day | None:
        """The last day that it can mean, inclusive; None for an end that is open or unknown."""
        if len(self.members) == 1:
            return self.members[0][1].latest
        if self.members[-1][1].latest is None:
            return None
        return max((end.latest for _, end in self.members if end.latest), default=None)

    @property
    def precision(self) -> Precision:
        """The coarsest unit that it is written in."""
        return max((d.precision for d in self.dates), key=_COARSENESS.__getitem__, default="age")

    @property
    def qualifier(self) -> Qualifier:
        """Uncertain ``?``, approximate ``~`` or both ``%``, if any part of it is."""
        return both("".join("".join(d.marks) for d in self.dates))

    @property
    def kind(self) -> Kind:
        """Whether an event so dated fell somewhere inside it, lasted all of it, or fell on one of a list."""
        if self.shape in ("interval", "all of"):
            return "lasting"
        if self.shape == "date" or len(self.members) == 1:
            return "within"
        return "one of"

    @property
    def dates(self) -> tuple[Date, ...]:
        """Every date in it, in order, without open and unknown ends."""
        ends = (d for start, end in self.members for d in ((start,) if start is end else (start, end)))
        return tuple(d for d in ends if d.text not in ("", ".."))


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Edtf:
    if text[:1] in _CLOSING:
        return _set(text)
    if "/" in text:
        return _interval(text)
    if not text or text.isspace():
        raise EdtfError(text, 0, "there is nothing in it", "Write it as 2026, 2026-02 or 2026-02-28.")
    date = Date.parse(text)
    return Edtf(date.text, ((date, date),))


def _interval(text: str) -> Edtf:
    start_text, _, end_text = text.partition("/")
    if "/" in end_text:
        position = len(start_text) + 1 + end_text.index("/")
        raise EdtfError(
            text, position, "an interval has one slash", "Write it as 2019/2021 or 2026-02-01/2026-02-03."
        )
    at = len(start_text) + 1
    if not start_text and not end_text:
        raise EdtfError(
            text,
            0,
            "an interval needs at least one end that is known or open",
            "Write ../.. if both are open.",
        )
    start, end = _end(start_text, text, 0), _end(end_text, text, at)
    _check_order(text, start, end, at)
    return Edtf(f"{start.text}/{end.text}", ((start, end),))


def _end(part: str, whole: str, at: int) -> Date:
    if part == "..":
        return OPEN
    return Date.parse(part, whole, at) if part else UNKNOWN


def _check_order(text: str, start: Date, end: Date, at: int) -> None:
    """That an interval begins before it ends, and that its ends can be compared at all."""
    if start.earliest is None or end.earliest is None or end.latest is None:
        return
    if start.earliest > end.latest:
        raise EdtfError(
            text, at, "it ends before it begins", f"Write {end.text}/{start.text}, or correct one of them."
        )
    if bool(start.time) != bool(end.time):
        raise EdtfError(
            text, at, "one end has a time and the other has none", "Give both a time, or neither."
        )
    if (start.precision == "season") != (end.precision == "season"):
        raise EdtfError(
            text, at, "one end is a season and the other is not", "Write both as seasons, or both as months."
        )
    if start.year.startswith("Y") != end.year.startswith("Y"):
        raise EdtfError(text, at, "only one end has a year with Y", "Write both with Y, as in Y-61000/Y-2E3.")
    if "X" not in start.text + end.text and end.earliest < start.earliest:
        hint = f"Write {start.text}/{end.latest}, or {end.text} with X for the day."
        raise EdtfError(text, at, "its end would begin before its start", hint)


_SEPARATOR: Final = re.compile(r"\s*,\s*")
_CLOSING: Final = {"[": "]", "{": "}"}


def _set(text: str) -> Edtf:
    opening = text[0]
    closing = _CLOSING[opening]
    if not text.endswith(closing) or len(text) < 3:
        raise EdtfError(
            text,
            len(text) - 1,
            f"a set that opens with {opening} closes with {closing}",
            f"Write it as {opening}1667,1668{closing}.",
        )
    inner, members, at = text[1:-1], [], 1
    pieces = _SEPARATOR.split(inner)
    for index, piece in enumerate(pieces):
        at = text.find(piece, at) if piece else at
        members.append(_member(piece, text, at, first=index == 0, last=index == len(pieces) - 1))
        at += len(piece)
    written = ",".join(_member_text(member) for member in members)
    return Edtf(f"{opening}{written}{closing}", tuple(members))


def _member(piece: str, whole: str, at: int, *, first: bool, last: bool) -> tuple[Date, Date]:
    if ".." not in piece:
        date = Date.parse(piece, whole, at)
        return date, date
    start_text, _, end_text = piece.partition("..")
    if (not start_text and not first) or (not end_text and not last) or not (start_text or end_text):
        reason = "only the first of a set can be open at its start, and the last at its end"
        raise EdtfError(whole, at, reason, "Write it as [..1984] or [1667,1760..].")
    start = Date.parse(start_text, whole, at) if start_text else OPEN
    end_at = at + len(start_text) + 2
    end = Date.parse(end_text, whole, end_at) if end_text else OPEN
    if start is not OPEN and end is not OPEN and start.precision != end.precision:
        raise EdtfError(
            whole,
            end_at,
            "the ends of a range in a set have one precision",
            "Write both as years, both as months or both as days.",
        )
    _check_order(whole, start, end, end_at)
    return start, end


def _member_text(member: tuple[Date, Date]) -> str:
    start, end = member
    if start is end:
        return start.text
    return f"{start.text.replace('..', '')}..{end.text.replace('..', '')}"
