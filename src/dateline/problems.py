"""What is wrong, where, and what to write instead: errors as values.

Every step of a build returns what it could make *and* its problems; nothing is raised for bad input,
nothing stops at the first fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file that an author wrote.

    `path` is relative to the site's folder, with forward slashes. `line` and `column` count from 1;
    0 means that the whole file (or the whole line) is meant.
    """

    path: str
    line: int = 0
    column: int = 0

    def into(self, text: str, offset: int) -> Place:
        """The place of what stands so many characters into a text whose first line is this one."""
        begins = text.rfind("\n", 0, offset) + 1
        return Place(self.path, self.line + text.count("\n", 0, offset), offset - begins + 1)

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it stands, what was seen and why it is wrong (`message`), what to write (`hint`)."""

    place: Place
    message: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        text = f"{self.place}: {self.severity}: {self.message}"
        return f"{text} {self.hint}" if self.hint else text

    def as_dict(self) -> dict[str, str | int]:
        """The form that `dateline check --json` prints."""
        return {
            "path": self.place.path,
            "line": self.place.line,
            "column": self.place.column,
            "severity": self.severity,
            "message": self.message,
            "hint": self.hint,
        }


Problems = tuple[Problem, ...]


class UserError(Exception):
    """Nothing sensible can go on (no site here, no permission to write); its text is for the author."""


def warning(place: Place, message: str, hint: str = "") -> Problem:
    """A problem that does not stop a build."""
    return Problem(place, message, hint, "warning")


_RANKS: Final = {"site.py": 0, "citations.lock": 2}
"""Of files that are told before or after all others (1): an author mends the lock last, by one command."""


def in_order(problems: Iterable[Problem]) -> Problems:
    """By file, line and column, each told once; `site.py` comes first and the lock last."""
    return tuple(sorted(dict.fromkeys(problems), key=_order))


def _order(problem: Problem) -> tuple[int, Place, str, str]:
    return _RANKS.get(problem.place.path, 1), problem.place, problem.severity, problem.message


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of these stops a build."""
    return any(p.severity == "error" for p in problems)
