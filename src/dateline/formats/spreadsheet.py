"""`data/events.csv`: one row an event, for spreadsheets (RFC 4180, UTF-8 with its mark at the start)."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from io import StringIO
from typing import Final

from dateline import addresses
from dateline.dates import Day
from dateline.formats.channels import dated, url
from dateline.model import Event, Timeline
from dateline.text import INVISIBLE

_MARK: Final = "\ufeff"
"""Without it Excel takes the file for one in the alphabet of its own country."""
_FORMULA: Final = re.compile(rf"[\s\0-\x1f\x7f-\x9f{INVISIBLE}]*[=+@＝＋－＠-]|[\t\r\n]")
"""A cell that begins so is a formula to some program, which may skip what no one sees, and runs it."""

COLUMNS: Final[Mapping[str, Callable[[Event, Timeline], str]]] = {
    "id": lambda event, timeline: event.id,
    "title": lambda event, timeline: event.title,
    "status": lambda event, timeline: event.status,
    "date": lambda event, timeline: dated(event.date, timeline) if event.date else "",
    "edtf": lambda event, timeline: str(event.date.value) if event.date else "",
    "earliest": lambda event, timeline: _day(event.date.earliest) if event.date else "",
    "latest": lambda event, timeline: _day(event.date.latest) if event.date else "",
    "precision": lambda event, timeline: event.date.precision if event.date else "",
    "kind": lambda event, timeline: event.date.kind if event.date else "",
    "summary": lambda event, timeline: event.dek,
    "actors": lambda event, timeline: _listed(event.actors),
    "tags": lambda event, timeline: _listed(event.tags),
    "places": lambda event, timeline: _listed(event.places),
    "sources": lambda event, timeline: _listed(dict.fromkeys(c.source for c in event.citations)),
    "quotations": lambda event, timeline: str(sum(c.quote is not None for c in event.citations)),
    "verified": lambda event, timeline: str(sum(c.verification is not None for c in event.citations)),
    "disputed": lambda event, timeline: _listed(
        found.field for found in event.disagreements if found.relation == "disagree"
    ),
    "page": lambda event, timeline: url(addresses.event(event.id), timeline),
}
"""Each column, in order, and its cell of an event; lists are joined by a semicolon."""


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The file's text, in the timeline's order."""
    written = StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for event in timeline.events:
        rows.writerow([safe(cell(event, timeline)) for cell in COLUMNS.values()])
    return _MARK + written.getvalue()


def safe(text: str) -> str:
    """The text as no program takes it for a formula: with an apostrophe before it, where one might.

    >>> safe("=1+1"), safe("-0043-03-15"), safe("1 < 2")
    ("'=1+1", "'-0043-03-15", '1 < 2')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def _day(day: Day | None) -> str:
    return "" if day is None else str(day)


def _listed(names: Iterable[str]) -> str:
    return "; ".join(names)
