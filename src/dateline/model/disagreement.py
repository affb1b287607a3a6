"""Where sources do not agree: every value of a field, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.dates import Reading
from dateline.problems import Place

Relation = Literal["agree", "compatible", "disagree"]
"""`agree`: one contains the other; `compatible`: they overlap; `disagree`: they exclude each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One of the values that stand for a field, and everyone who states it."""

    words: str
    """As the first of its sources has it; for the editor's own date, as typed."""
    citations: tuple[int, ...]
    """Numbers of the citations that state it; () for the editor's own."""
    sources: tuple[str, ...]
    reading: Reading | None = None
    """For the field `date`."""
    stands: bool = False
    """Whether the timeline goes by this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One field of one event on which sources do not agree, with every value that stands."""

    event: str
    field: str
    relation: Relation
    """`compatible` or `disagree`; fields that agree are not listed."""
    values: tuple[Value, ...]
    """In the order of the citations; never fewer than two."""
    verdict: str
    """The editor's, or the name of the default rule that chose."""
    because: str
    by_editor: bool
    rule: str = ""
    """The rule that chose the value used, where the editor's date or verdict chooses none."""
    zones: tuple[str, ...] = ()
    """Two time zones that alone may explain dates a day apart, the one of the earlier date first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """The editor's verdict on one field that sources dispute (or on a date that no source states)."""

    field: str
    verdict: str
    because: str
    place: Place
