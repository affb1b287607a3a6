"""The nodes of front matter: text, lists and tables, each with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from dateline.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A value as typed, after YAML's unfolding and unquoting."""

    text: str
    place: Place
    """Of its first character; inside the quotation marks, and on the first line of text of a `>-` block."""
    raw: str = ""
    """The same in the file, from its first to its last character, quotation marks included."""

    def at(self, offset: int) -> Place:
        """The place of `text[offset]`, found by counting visible characters through the folding."""
        visible = sum(not c.isspace() for c in self.text[:offset])
        found = next(islice(visible_in(self.raw), visible, None), None)
        return self.place if found is None else moved(self.place, self.raw, start_of(self.raw), found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A YAML sequence."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One `key: value`."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A YAML mapping; its keys are distinct."""

    entries: tuple[Entry, ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value under this key."""
        return next((e.value for e in self.entries if e.key.text == key), None)


Node: TypeAlias = Scalar | Listing | Table


# How each style of scalar spells one character of its text; the group is for those that can be seen.
_SPELLINGS = {
    "'": re.compile(r"(''|[^\s'])"),
    '"': re.compile(r'\\(?:\s+|[nrtNLP_])|(\\(?:x..|u.{4}|U.{8}|.)|[^\s"\\])'),
    "": re.compile(r"(\S)"),
}


def visible_in(raw: str) -> Iterator[int]:
    """Offsets in `raw` of the visible characters of its text."""
    style = raw[:1] if raw[:1] in ("'", '"') else ""
    return (match.start() for match in _SPELLINGS[style].finditer(raw, start_of(raw)) if match.group(1))


def start_of(raw: str) -> int:
    """The offset in `raw` at which its text begins: past a quotation mark, or past the line of `>-`."""
    if raw[:1] in ("'", '"'):
        return 1
    block = re.match(r"[>|][^\n]*\n\s*(?=\S)", raw)
    return block.end() if block else 0


def moved(place: Place, raw: str, start: int, end: int) -> Place:
    """`place` belongs to `raw[start]`: the place of `raw[end]`."""
    passed = raw[start:end]
    if "\n" not in passed:
        return Place(place.path, place.line, place.column + len(passed))
    return Place(place.path, place.line + passed.count("\n"), len(passed) - passed.rindex("\n"))
