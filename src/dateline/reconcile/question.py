"""One field of one event: every value that is stated for it, and which of them the timeline goes by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.dates import Reading
from dateline.model import Event, Resolution, Source, Value
from dateline.reconcile import weighing
from dateline.reconcile.comparing import Comparable, DateValue, WordsValue
from dateline.reconcile.statements import DATE
from dateline.reconcile.weighing import OWN, Entry, Rule


@dataclass(frozen=True, slots=True)
class Question:
    """What a field holds, as its sources state it and as it was decided."""

    field: str
    entries: tuple[Entry, ...]
    """At least one."""
    resolution: Resolution | None
    """The editor's."""
    chosen: Entry
    """The value that the timeline goes by."""
    rule: Rule
    """Why by this one."""


def questions(event: Event, own: Reading | None, sources: Mapping[str, Source]) -> Iterator[Question]:
    """Every field that anybody states a value for; `own` is the editor's date."""
    for field in _fields(event, own):
        if entries := _entries(event, field, own):
            resolution = next((each for each in event.resolutions if each.field == field), None)
            chosen, rule = _chosen(entries, field, own, resolution, sources)
            yield Question(field, entries, resolution, chosen, rule)


def _fields(event: Event, own: Reading | None) -> tuple[str, ...]:
    """Every field that a citation speaks of, in order; the date also when only the editor gives one."""
    spoken_of = [statement.field for citation in event.citations for statement in citation.says]
    return tuple(dict.fromkeys([*spoken_of, *([DATE] if own else [])]))


def _entries(event: Event, field: str, own: Reading | None) -> tuple[Entry, ...]:
    """One entry for each value that is stated, everybody who states it beside it; the editor's own last."""
    entries: dict[object, Entry] = {}
    for citation in event.citations:
        for statement in citation.says:
            if statement.field != field or (field == DATE and statement.reading is None):
                continue
            compared = _comparable(statement.words.text, statement.reading)
            value = Value(
                words=statement.words.text,
                citations=(citation.number,),
                sources=(citation.source,),
                reading=statement.reading,
            )
            entries[compared.key] = _joined(entries.get(compared.key), Entry(value, compared))
    if field == DATE and own is not None and event.stated_date is not None:
        mine = Entry(
            Value(words=event.stated_date.text, citations=(), sources=(), reading=own), DateValue(own)
        )
        entries.setdefault(mine.compared.key, mine)
    return tuple(entries.values())


def _comparable(words: str, reading: Reading | None) -> Comparable:
    return DateValue(reading) if reading is not None else WordsValue.of(words)


def _joined(known: Entry | None, new: Entry) -> Entry:
    if known is None:
        return new
    value = replace(
        known.value,
        citations=tuple(dict.fromkeys(known.value.citations + new.value.citations)),
        sources=tuple(dict.fromkeys(known.value.sources + new.value.sources)),
    )
    return Entry(value, known.compared)


def _chosen(
    entries: Sequence[Entry],
    field: str,
    own: Reading | None,
    resolution: Resolution | None,
    sources: Mapping[str, Source],
) -> tuple[Entry, Rule]:
    if field == DATE and own is not None:
        return next(each for each in entries if each.compared.key == DateValue(own).key), OWN
    out = weighing.overruled(resolution, entries)
    return weighing.choose([each for each in entries if each not in out], sources)
