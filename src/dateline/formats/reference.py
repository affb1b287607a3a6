"""A source as reference managers have it: what CSL-JSON, BibTeX, RIS and COinS have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from dateline.dates import DateOrder, Day, Reading, label, read_stated
from dateline.dates.component import Date
from dateline.model import Source

Parts = tuple[int, ...]
"""A year, a year and a month, or all three: no more than is known."""

_SIGN: Final = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\x9f]")
_IN_SOMETHING: Final = ("article", "post", "webpage", "review", "entry", "broadcast")


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date in the few shapes that these formats know, never more exact than ours."""

    parts: tuple[Parts, ...] = ()
    """One date, or both ends of a span; () where not even a year is certain."""
    season: int = 0
    """1 is spring; 0 is none."""
    circa: bool = False
    """Whether the parts are uncertain, or coarser than we know it."""
    literal: str = ""
    """As a reader reads it, wherever the parts do not say it all."""

    def __bool__(self) -> bool:
        return bool(self.parts or self.literal)

    @property
    def iso(self) -> str:
        """As `2026-02-01`, `2026-02` or `2026`, a span with a slash; the literal where there are no parts."""
        return "/".join("-".join(f"{part:02d}" for part in parts) for parts in self.parts) or self.literal

    @property
    def wording(self) -> str:
        """The literal, or the parts where they say it all: for fields of free text."""
        return self.literal or self.iso


def published(source: Source, order: DateOrder) -> When:
    """When a source appeared; empty when nobody knows."""
    return when(source.published, order) if source.published else When()


def accessed(source: Source) -> When:
    """When it was looked at."""
    return when(read_stated(source.accessed), "day-month") if source.accessed else When()


def when(reading: Reading, order: DateOrder) -> When:
    """A reading as parts as far as they are certain, and in words where that is not all."""
    words = label(reading, order=order)
    value = reading.value
    uncertain = bool(reading.qualifier)
    exact = tuple(_exact(date) for date in value.dates)
    whole = all(exact) and len(exact) == (2 if value.shape == "interval" else 1)
    if whole and value.shape in ("date", "interval") and not reading.unit:
        said = not uncertain and not reading.part
        return When(parts=exact, circa=uncertain, literal="" if said else words)
    season = _season(value.dates[0]) if value.shape == "date" else 0
    if season:
        return When(parts=((int(value.dates[0].year),),), season=season, circa=uncertain, literal=words)
    shared = _shared(reading.earliest, reading.latest)
    return When(parts=(shared,) if shared else (), circa=bool(shared), literal=words)


def container(source: Source) -> str:
    """The newspaper or site that it stands in; empty for a work that stands by itself, or for nobody's."""
    known = source.publisher and source.type.startswith(_IN_SOMETHING)
    return line(source.label) if known else ""


def publisher(source: Source) -> str:
    """Who publishes it, where that is not said by what it stands in."""
    name = line(source.publisher)
    return name if name != container(source) else ""


def line(text: str) -> str:
    """The text on one line, without characters that a line of a file cannot hold."""
    return " ".join(_SIGN.sub(" ", text).split())


def _exact(date: Date) -> Parts:
    """The parts of a date that names one year, month or day; () of any other."""
    written = [date.year, *filter(None, (date.month, date.day))]
    if not all(re.fullmatch(r"\d+", part) for part in written) or len(date.year) != 4:
        return ()
    year, *rest = map(int, written)
    return () if year == 0 or date.code > 12 else (year, *rest)


def _season(date: Date) -> int:
    """Spring to winter as 1 to 4, of either hemisphere; 0 for a date that names none."""
    known = date.year.isdigit() and len(date.year) == 4 and 21 <= date.code <= 32
    return (date.code - 21) % 4 + 1 if known else 0


def _shared(earliest: Day | None, latest: Day | None) -> Parts:
    """What the first and the last day that it can mean have in common."""
    if earliest is None or latest is None or not 0 < earliest.year < 10_000:
        return ()
    shared: list[int] = []
    for first, last in zip(earliest, latest, strict=True):
        if first != last:
            break
        shared.append(first)
    return tuple(shared)
