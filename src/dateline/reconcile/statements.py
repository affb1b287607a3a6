"""What each source states about a date, read from that source's own day and place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dateline.dates import Anchor, Edtf, Hemisphere, Reading, misnamed, read_phrase
from dateline.dates.day import WEEKDAYS
from dateline.model import Citation, Event, Source, Statement
from dateline.problems import Problem, Problems, warning

NO_TABLE: Mapping[str, str] = MappingProxyType({})
"""Of fiscal years: by actor, or under "" for all others, the month and day on which they begin."""
DATE = "date"
"""The field whose words are read as dates."""
_ANY_DAY = Edtf.parse("2020-06-17")
"""Only asked whether words would name a date if the day were known."""


def read_dates(
    event: Event, sources: Mapping[str, Source], hemisphere: Hemisphere, fiscal: Mapping[str, str] = NO_TABLE
) -> tuple[Event, Problems]:
    """The event with every date statement read, and a warning for each that cannot be.

    The fiscal year is that of the first of its actors that the table names, else the table's own, under "".
    """
    begins = next((fiscal[actor] for actor in event.actors if actor in fiscal), fiscal.get("", ""))
    problems: list[Problem] = []
    citations: list[Citation] = []
    for citation in event.citations:
        source = sources.get(citation.source)
        says: list[Statement] = []
        for statement in citation.says:
            if statement.field == DATE:
                quote = citation.quote.text if citation.quote else ""
                reading = read_words(statement.words.text, quote, source, hemisphere, begins)
                if reading is None and source and not source.wants_day:
                    problems.append(_unread(statement, quote, source))
                problems += _slips(statement, reading)
                says.append(replace(statement, reading=reading))
            else:
                says.append(statement)
        citations.append(replace(citation, says=tuple(says)))
    return replace(event, citations=tuple(citations)), tuple(problems)


def read_words(
    words: str, quote: str, source: Source | None, hemisphere: Hemisphere, fiscal_start: str = ""
) -> Reading | None:
    """The date that words of a source mean, with the quotation around them where they stand in it."""
    return _read(words, quote, _anchor(source, hemisphere, fiscal_start=fiscal_start))


def _read(words: str, quote: str, anchor: Anchor | None) -> Reading | None:
    at = quote.find(words)
    return read_phrase(words, anchor, sentence=quote if at >= 0 else "", offset=at)


def leans(words: str, anchor: Anchor) -> bool:
    """Whether they name a date only beside another: “the next day”."""
    front = "On 5 May 2000, and "
    beside = read_phrase(words, anchor, sentence=front + words, offset=len(front))
    return beside is not None and read_phrase(words, anchor) is None


def _anchor(
    source: Source | None, hemisphere: Hemisphere, day: Edtf | None = None, fiscal_start: str = ""
) -> Anchor | None:
    published = source.published.value if source and source.published else None
    if source is None or (published is None and day is None):
        return None
    return Anchor(
        published=day or published or _ANY_DAY,
        zone=source.timezone,
        language=source.language,
        source=source.id,
        hemisphere=hemisphere,
        fiscal_start=fiscal_start,
    )


def _slips(statement: Statement, reading: Reading | None) -> Problems:
    """A warning where a source, or whoever copied from it, gave a date the weekday of another."""
    wrong = misnamed(reading) if reading else None
    if wrong is None:
        return ()
    words = statement.words.text
    return (
        warning(
            statement.words.place,
            f'"{words}" is read as {wrong.day}, which is a {wrong.its_own}.',
            f"If the mistake is the source's, say in the text which is meant; the nearest "
            f"{WEEKDAYS[wrong.said]} is {wrong.meant}.",
        ),
    )


def _unread(statement: Statement, quote: str, source: Source) -> Problem:
    """Why a statement's words could not be read."""
    words = statement.words.text
    probe = _anchor(source, "north", _ANY_DAY) or Anchor(published=_ANY_DAY)
    if _read(words, quote, probe):
        why, cure = _no_anchor(source)
        seen = f"cannot be read: {why}"
    elif leans(words, probe):
        seen, cure = "counts from a date named earlier", "Quote the sentence that names it, too."
    else:
        seen, cure = "names no date", "Give the words that say when, or use another field."
    return warning(statement.words.place, f'"{words}" {seen}.', cure)


def _no_anchor(source: Source) -> tuple[str, str]:
    name = f'source "{source.id}"'
    if source.published is None:
        return f"when {name} was published is not known", f"Give {source.place.path} a published date."
    value = source.published.value
    if value.earliest is None or value.latest is None:
        return (
            f"the publication date of {name}, {value}, is open-ended",
            f"Close it in {source.place.path}, or quote words that name the date in full.",
        )
    return (
        f"the publication date of {name}, {value}, leaves it open which is meant",
        f"Narrow it in {source.place.path}, or quote words that name the date in full.",
    )
