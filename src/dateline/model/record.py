"""What an author typed, with the place of each value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from dateline.problems import Place

Typed: TypeAlias = tuple[tuple[str, Place], ...]
"""The keys of a record as typed, each with the place of its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A table of keys that an author typed: an event, a source, a picture."""

    place: Place
    """Where it begins; for an event and a source, the file."""
    typed: Typed = ()

    def at(self, key: str) -> Place:
        """Where the value of this key is typed; where the record begins, when it is not."""
        return dict(self.typed).get(key, self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that an author typed, and where."""

    text: str
    place: Place

    def __str__(self) -> str:
        return self.text
