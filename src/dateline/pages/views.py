"""What a page shows of a record: words, numbers and targets, with nothing left for a template to work out."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Relation, Stance, Status
from dateline.pages.dateviews import DateView


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """One citation in full."""

    number: int
    source: str
    source_id: str
    target: str
    url: str
    """The source's public address, or empty."""
    passage: str
    """The address of the very passage (a text fragment), or empty."""
    quote: str
    language: str
    """Of the source; empty where its file does not say."""
    raw: bool
    """Whether the quotation wears quotation marks of its own."""
    speaker: str
    stance: Stance
    stance_words: str
    says: tuple[tuple[str, str], ...]
    date_words: str
    dates_event: bool
    """Whether its date is the one that the timeline goes by."""
    is_rival: bool
    """Whether its date excludes that one."""
    note: str
    match: str
    match_short: str
    verified: str
    """The day it was locked, in words, or empty."""
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueView:
    """One of the values in a disagreement."""

    words: str
    language: str
    raw: bool
    holders: tuple[tuple[str, str, str], ...]
    """(label, target of its page, target of its citation); () for the editor's own."""
    date: DateView | None
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementView:
    """One field on which sources do not agree."""

    field: str
    field_words: str
    """As a sentence has it: "the office"."""
    heading: str
    relation: Relation
    values: tuple[ValueView, ...]
    verdict: str
    because: str
    by_editor: bool
    is_remark: bool
    """Whether the editor's verdict is in words that choose no value."""
    chosen: str
    """Where the editor's verdict chose no value: which is used, and by which rule; else empty."""
    event: str
    event_title: str
    target: str

    @property
    def one_stands(self) -> bool:
        """Whether some values stand and others do not, so that it is worth saying which."""
        return any(value.stands for value in self.values) and not all(value.stands for value in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event on any page."""

    id: str
    title: str
    target: str
    status: Status
    dek: str
    date: DateView
    rivals: tuple[DateView, ...]
    """All dates that stand where sources exclude each other, the one the timeline goes by first; else ()."""
    ruler: object
    citations: tuple[CitationView, ...]
    disagreements: tuple[DisagreementView, ...]
    actors: tuple[tuple[str, str], ...]
    """(name, target)."""
    tags: tuple[tuple[str, str], ...]
    places: tuple[str, ...]
    points: str
    """On which fields, except the date, sources exclude each other, in a sentence; else empty."""

    @property
    def other_disagreements(self) -> tuple[DisagreementView, ...]:
        """All but the one on the date, which has a figure of its own."""
        return tuple(found for found in self.disagreements if found.field != "date")
