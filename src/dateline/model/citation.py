"""What one source says for one event: its quotation, its statements, and whether they are verified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from dateline.dates import Reading
from dateline.model.record import Words
from dateline.problems import Place

Stance = Literal["reports", "denies", "confirms", "context"]
"""What a citation does to its event, after CiTO. `context` neither supports nor opposes."""
Match = Literal["exact", "typographic", "edges", "elided", "editorial"]
"""How a quotation was found in its snapshot, from strictest to loosest; see `evidence`."""

STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one source states for one field, in its own words: `date: Saturday`, `amount: $3 billion`."""

    field: str
    words: Words
    reading: Reading | None = None
    """Found by `reconcile`, for the field `date` only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """That a quotation stands in a snapshot, and how we know."""

    match: Match
    start: int
    end: int
    """Character offsets into the snapshot's text, half-open."""
    sha256: str
    """Of the snapshot's bytes, in hex."""
    verified: str
    """The day it was locked, YYYY-MM-DD; empty when it is not in the lock yet."""
    fresh: bool
    """True when compared with the snapshot in this build; False when the lock vouches for it."""
    fragment: str = ""
    """Leads a browser to the passage (see `fragments`); empty when not locked, or when none is safe."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One source's support for one event (W3C Web Annotation terms)."""

    source: str
    place: Place
    quote: Words | None = None
    """TextQuoteSelector `exact`: verbatim words of the source."""
    prefix: str = ""
    suffix: str = ""
    """The words around it, needed where the quotation stands in the source more than once."""
    speaker: str = ""
    """Who says it, as against the outlet that relays it; empty for the article itself."""
    stance: Stance = "reports"
    says: tuple[Statement, ...] = ()
    note: str = ""
    """A remark of the editor's, plain text."""
    number: int = 0
    """Counts from 1 within its event, in the author's order."""
    verification: Verification | None = None
    """Found by `evidence`; None for a citation without a quotation."""
