"""A page of the author's own."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.medium import Medium
from dateline.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay:
    """A page of the author's own, from `content/pages/`."""

    id: str
    title: str
    place: Place
    dek: str = ""
    media: tuple[Medium, ...] = ()
    body: str = ""
    body_line: int = 1
