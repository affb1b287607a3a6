"""The ways between the pages of a long list: rows of links to its periods, and the pages before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dateline.model import Event
from dateline.pages.paging import Paging, Part

OPENING: Final = 60
"""How many events of its first period a long list's own page shows, at most."""
ALONE: Final[Mapping[str, None]] = {"before": None, "after": None}
"""Of a page that has nothing before or after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A link of a row in "Jump to"."""

    words: str
    target: str
    count: int = 0
    """How many events; 0 where that is not said."""
    current: str = ""
    """`page` where it leads to the page itself, `true` where to one that this is a part of."""


def first_of(paging: Paging) -> tuple[Event, ...]:
    """The events on the list's own page: how its first period begins."""
    return paging.leaves[0].events[:OPENING]


def ways_on(paging: Paging) -> dict[str, Any]:
    """The ways from the list's own page: to the next period, or to what of the first one it does not show."""
    first = paging.leaves[0]
    turns = _turns(paging, first) if len(first.events) <= OPENING else {**ALONE, "after": _step(first)}
    return {"rows": _rows(paging), **turns}


def ways_from(paging: Paging, part: Part, above: Sequence[Part]) -> dict[str, Any]:
    """The ways from the page of a period, which is a part of those `above` it."""
    return {"rows": _rows(paging, part, above), **_turns(paging, part)}


def _rows(
    paging: Paging, part: Part | None = None, above: Sequence[Part] = ()
) -> tuple[tuple[Step, ...], ...]:
    """The periods beside those that a page is a part of, row by row, and what it is divided into itself."""
    path = (*above, part) if part else ()
    levels = (paging.parts, *(one.parts for one in path if one.parts))
    return tuple(tuple(_step(one, part, path) for one in level) for level in levels)


def _step(one: Part, part: Part | None = None, path: Sequence[Part] = ()) -> Step:
    current = "page" if one is part else "true" if one in path else ""
    return Step(words=one.heading, target=one.target, count=len(one.events), current=current)


def _turns(paging: Paging, part: Part) -> Mapping[str, Step | None]:
    """The pages before and after; the list's own page stands for the first."""
    if part.parts:
        return ALONE
    at = paging.leaves.index(part)
    before, after = paging.leaves[at - 1 : at], paging.leaves[at + 1 : at + 2]
    return {"before": _first_step(before), "after": _first_step(after)}


def _first_step(parts: Sequence[Part]) -> Step | None:
    return _step(parts[0]) if parts else None
