"""One rendering of a body: what it was asked, and what it has met so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from dateline.problems import Place, Problem, Severity
from dateline.tongue import Tongue


@dataclass(slots=True, kw_only=True)
class Task:
    """Asked by `render`; filled as elements are finished in reading order."""

    text: str
    citations: Mapping[str, tuple[int, ...]]
    place: Place
    resolve: Callable[[str], str | None]
    id_prefix: str
    known: Callable[[], Collection[str]]
    is_draft: Callable[[str], bool]
    sources: Mapping[int, str]
    """What the source of each citation is called."""
    tongue: Tongue
    met: Counter[int] = field(default_factory=Counter)
    """How often each citation was cited."""
    code: tuple[range, ...] = ()
    """The insides of blocks of code, each of which is told as a whole."""
    problems: list[Problem] = field(default_factory=list)
    _lines: list[int] = field(default_factory=list)
    """Where each line begins: hostile texts have a fault in every word."""

    def report(self, offset: int, message: str, hint: str, severity: Severity = "error") -> None:
        """A problem with what stands `offset` characters into the text; no warning of what is in `code`."""
        if severity == "error" or not any(offset in inside for inside in self.code):
            self.problems.append(Problem(self.place_of(offset), message, hint, severity))

    def place_of(self, offset: int) -> Place:
        """The place in the file of what stands there."""
        if not self._lines:
            self._lines = [0, *(newline.end() for newline in re.finditer("\n", self.text))]
        line = bisect_right(self._lines, offset)
        return Place(self.place.path, self.place.line + line - 1, offset - self._lines[line - 1] + 1)
