"""What the sources say about each field → one reading, and every disagreement with all its values.

Values that contain one another agree, and the narrower stands; values that overlap are compatible; values
that exclude each other disagree. Nothing is averaged, and no value disappears.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import combinations
from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates import Day, EdtfError, Hemisphere, Reading, is_either_day, read_stated, sort_key
from dateline.dates.day import ordinal
from dateline.model import Disagreement, Event, Relation, Resolution, Source, Value
from dateline.problems import Place, Problem, Problems, warning
from dateline.reconcile import weighing
from dateline.reconcile.comparing import Comparable, DateValue, WordsValue, contains, relation_of
from dateline.reconcile.statements import DATE, NO_TABLE, read_dates
from dateline.reconcile.weighing import OWN, Entry, Rule
from dateline.text import nearest_spelling, suggest
from dateline.tongue import ENGLISH


def reconcile(
    event: Event, sources: Mapping[str, Source], hemisphere: Hemisphere, fiscal: Mapping[str, str] = NO_TABLE
) -> tuple[Event, Problems]:
    """The event with its dates read, its one date, and its disagreements, in the order of the citations.

    The editor's own date stands where there is one; otherwise the editor's resolution, and then the rules
    of `weighing`, choose among what the sources state.
    """
    event, problems = read_dates(event, sources, hemisphere, fiscal)
    own, unread = _own_date(event)
    problems += unread
    date, disagreements, doubts = own, [], Problems()
    for field in _fields(event, own):
        entries = _entries(event, field, own)
        if not entries:
            continue
        resolution = next((each for each in event.resolutions if each.field == field), None)
        chosen, rule = _chosen(entries, field, own, resolution, sources)
        relation = _relation(entries, resolution)
        misnamed = _misnamed(resolution, entries, sources)
        doubts += misnamed
        if relation != "agree":
            zones = () if resolution else _zones(entries, sources)
            verdict = resolution or _default(event.place, field, rule, zones)
            standing, ruled = weighing.outcome(entries, chosen, rule, resolution, dated=field == DATE)
            found = Disagreement(
                event=event.id,
                field=field,
                relation=relation,
                values=tuple(replace(each.value, stands=each in standing) for each in entries),
                verdict=verdict.verdict,
                because=verdict.because,
                by_editor=resolution is not None or rule is OWN,
                rule=rule.name if ruled else "",
                zones=zones,
            )
            disagreements.append(found)
            if resolution and not misnamed:
                problems += _undecided(event, resolution, found, chosen, sources)
        if field == DATE:
            date = chosen.value.reading
            doubts += _unsupported(event, own, entries, resolution)
    event = replace(event, date=date, disagreements=tuple(disagreements))
    return event, problems if event.wants_citations else (*problems, *doubts)


def in_time_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by their dates; undated ones last, in order of id."""
    return tuple(sorted(events, key=lambda event: sort_key(event.date, event.id)))


def _own_date(event: Event) -> tuple[Reading | None, Problems]:
    if event.stated_date is None:
        return None, ()
    try:
        return read_stated(event.stated_date.text), ()
    except EdtfError as error:
        place = event.stated_date.place
        at = Place(place.path, place.line, place.column + max(error.position, 0) if place.column else 0)
        return None, (Problem(at, str(error), error.hint),)


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


def _default(place: Place, field: str, rule: Rule, zones: tuple[str, ...]) -> Resolution:
    """What a rule of ours resolves."""
    remark = weighing.told_by_zones(zones, ENGLISH)
    return Resolution(field=field, verdict=rule.name, because=f"{rule.because} {remark}".strip(), place=place)


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


_WORSE: tuple[Relation, ...] = ("agree", "compatible", "disagree")


def _relation(entries: Sequence[Entry], resolution: Resolution | None) -> Relation:
    """The worst that any two values come to; "compatible" at worst where the editor says so."""
    pairs = (relation_of(one.compared, other.compared) for one, other in combinations(entries, 2))
    worst = max(pairs, key=_WORSE.index, default=_WORSE[0])
    settled = weighing.verdict_of(resolution).casefold().startswith(weighing.COMPATIBLE)
    return "compatible" if worst == "disagree" and settled else worst


def _zones(entries: Sequence[Entry], sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Two zones that explain a day's difference, for the later day stands in the one further east."""
    for one, other in combinations(entries, 2):
        early, late = sorted((one, other), key=lambda each: sort_key(each.value.reading, ""))
        days = _day(early), _day(late)
        here, there = _zone(early, sources), _zone(late, sources)
        if not (days[0] and days[1] and here and there) or ordinal(days[1]) - ordinal(days[0]) != 1:
            continue
        if _ahead(there, days[0]) > _ahead(here, days[0]):
            return here, there
    return ()


def _day(entry: Entry) -> Day | None:
    """The day that a value names, if it names one."""
    reading = entry.value.reading
    return reading.earliest if reading and reading.earliest == reading.latest else None


def _ahead(zone: str, day: Day) -> float:
    """How many hours a zone's clocks are ahead of UTC's at noon of a day; nothing before the year 1."""
    if not 1 <= day.year <= 9999:
        return 0
    offset = datetime(*day, 12, tzinfo=ZoneInfo(zone)).utcoffset()
    return offset.total_seconds() / 3600 if offset else 0


def _zone(entry: Entry, sources: Mapping[str, Source]) -> str:
    """The zone that all sources of a value write in; empty where they differ."""
    zones = {sources[id].timezone for id in entry.value.sources if id in sources}
    return zones.pop() if len(zones) == 1 else ""


def _misnamed(
    resolution: Resolution | None, entries: Sequence[Entry], sources: Mapping[str, Source]
) -> Problems:
    """Sources that a verdict blames although they say nothing of this field.

    That there is no such source at all is told where the verdict is an "error in" it alone (`checks`).
    """
    if resolution is None:
        return ()
    there = sorted({source for each in entries for source in each.value.sources})
    return tuple(
        warning(
            resolution.place,
            f'the verdict names "{name}", which states nothing for {resolution.field} here.',
            suggest(name, there),
        )
        for name in weighing.blamed(resolution)
        if name not in there and ("error" in resolution.verdict or nearest_spelling(name, there, _SLIP))
        if name in sources or resolution.verdict != f"error in {name}"
    )


_SLIP: Final = 0.75
"""How alike a word at the end of a verdict and a source are, for it to be a misspelt one: "in ecco"."""


def _undecided(
    event: Event, resolution: Resolution, found: Disagreement, chosen: Entry, sources: Mapping[str, Source]
) -> Problems:
    """A verdict in words of the editor's own, which choose no value: a rule does, and readers are told so.

    That there is no such source as it blames is told by `checks`. Where citations are wanting, a verdict that
    names a source may yet choose, and nobody can tell which sources there will be.
    """
    verdict, unknown = resolution.verdict, [n for n in weighing.blamed(resolution) if n not in sources]
    wanting = event.wants_citations
    if wanting and (weighing.blamed(resolution) or weighing.followed(resolution)):
        return ()
    if not weighing.is_remark(found) or [verdict] == [f"error in {name}" for name in unknown]:
        return ()
    used = chosen.value.sources
    others = dict.fromkeys(id for value in found.values for id in value.sources if id not in used)
    hint = "Write unresolved, or compatible, or decide it yourself: date: and resolutions: date: because."
    if others and not wanting:
        hint = (
            f'Write e.g. "superseded in {used[0]}", to set that aside, or '
            f'"superseded by {next(iter(others))}", to follow that; '
            f"the sources are {', '.join([*used, *others])}."
        )
    return (
        warning(
            resolution.place,
            f'the verdict "{verdict}" names no source that it sets aside or follows, so the rule '
            f'"{found.rule}" decides for "{chosen.value.words}".',
            hint,
        ),
    )


def _unsupported(
    event: Event, own: Reading | None, entries: Sequence[Entry], resolution: Resolution | None
) -> Problems:
    """A date of the editor's that no source states as exactly, and for which no reason is given."""
    if own is None or event.stated_date is None or (resolution and resolution.because):
        return ()
    mine = DateValue(own)
    cited = [each for each in entries if each.value.citations]
    if any(contains(mine, each.compared) or _has_either_day(each, own) for each in cited):
        return ()
    message = f'no source is cited for the date "{event.stated_date.text}".'
    hint = "Give the source's words (says: {date: ...}), or your reason (resolutions: date: because)."
    if cited:
        says = ", ".join(f'"{each.value.words}"' for each in cited)
        message = f'no source states the date "{event.stated_date.text}". They say {says}.'
        hint = "Leave date out, or give your reason (resolutions: date: because)."
    return (warning(event.stated_date.place, message, hint),)


def _has_either_day(entry: Entry, own: Reading) -> bool:
    """Whether it holds one of the two days that 10/11/2024 may be; which, is asked where it is read."""
    days = (read_stated(day) for day in str(own.value).strip("[]").split(",") if is_either_day(own))
    return any(contains(entry.compared, DateValue(day)) for day in days)
