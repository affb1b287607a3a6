"""Which pictures and recordings a record shows: those of its text in their places, the rest after it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from dateline.markup import media
from dateline.model import Essay, Event, Medium, Source
from dateline.problems import Place, Problem, Problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustrations:
    """All of one record's, each with all that is said of it."""

    placed: tuple[Medium, ...]
    """In its text, in their order."""
    after: tuple[Medium, ...]
    """Listed in its front matter, and not in the text."""

    @property
    def all(self) -> tuple[Medium, ...]:
        """As a reader meets them."""
        return (*self.placed, *self.after)


def illustrations(record: Event | Source | Essay) -> Illustrations:
    """What the record shows, and where.

    A file that is listed and stands in the text, too, is shown there alone, with what the list says of it.
    """
    placed = media(record.body, Place(record.place.path, record.body_line))
    named = {(medium.file, medium.url) for medium in placed}
    after = tuple(medium for medium in record.media if (medium.file, medium.url) not in named)
    return Illustrations(placed=tuple(whole(medium, record.media) for medium in placed), after=after)


def whole(placed: Medium, listed: Iterable[Medium]) -> Medium:
    """A medium in a text, with what the front matter says of the same file where the text says nothing."""
    same = next((m for m in listed if (m.file, m.url) == (placed.file, placed.url)), None)
    if same is None:
        return placed
    said = {name: getattr(placed, name) for name in _SAID if getattr(placed, name) not in ("", None)}
    if placed.alt is not None:
        said["alt"] = placed.alt
    return replace(same, place=placed.place, typed=(), **said)


_SAID = tuple(f.name for f in fields(Medium) if f.name not in ("place", "file", "url", "typed"))


def faults(record: Event | Source | Essay) -> Problems:
    """Pictures of the text that nothing is said of; those that are listed have been looked at when read."""
    hint = 'Write what it shows between the brackets, or "" there if it shows nothing that matters.'
    return tuple(
        Problem(medium.place, "this picture has no alt.", hint)
        for medium in illustrations(record).placed
        if medium.alt is None
    )
