"""What happened, or is said to have; and how its page was corrected since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.dates import Reading
from dateline.model.citation import Citation
from dateline.model.disagreement import Disagreement, Resolution
from dateline.model.medium import Medium
from dateline.model.record import Record, Words
from dateline.problems import Place

Status = Literal[
    "reported", "alleged", "denied", "confirmed", "disputed", "retracted", "scheduled", "possible"
]

STATUSES: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What was wrong here, and what it says now."""

    date: str
    """EDTF, as typed and checked."""
    was: str
    now: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """That an event was taken back after it had been published, and why."""

    date: str
    """EDTF, as typed and checked."""
    because: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """One thing that happened, or is said to have, or may yet; or a claim that nobody dates."""

    id: str
    title: str
    status: Status
    dek: str = ""
    """One or two sentences, plain text, for the head of its page and for machines; may be empty."""
    stated_date: Words | None = None
    """The editor's own date, EDTF or a phrase that needs no anchor; None leaves it to the citations."""
    actors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    """A withdrawn event keeps its address, and is on no list."""
    aliases: tuple[str, ...] = ()
    """Old addresses, relative to the site's root, that must go on working."""
    draft: bool = False
    media: tuple[Medium, ...] = ()
    body: str = ""
    """Markdown."""
    body_line: int = 1
    """The line of the file on which the body begins."""
    unread: frozenset[str] = frozenset()
    """Keys that are typed but could not be read; what is missing for that has its problem already."""
    date: Reading | None = None
    """Found by `reconcile`: the one reading the timeline goes by; None is undated."""
    disagreements: tuple[Disagreement, ...] = ()
    """Found by `reconcile`."""

    @property
    def wants_citations(self) -> bool:
        """Whether its citations are not all there, or not what they will be.

        The fault is told, and what follows from it is not.
        """
        uncited = not self.citations and not self.draft and self.withdrawn is None
        return uncited or "citations" in self.unread
