"""What the sources say about each field → one reading, and every disagreement with all its values.

Values that contain one another agree, and the narrower stands; values that overlap are compatible; values
that exclude each other disagree. Nothing is averaged, and no value disappears.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dateline.dates import EdtfError, Hemisphere, Reading, read_stated, sort_key
from dateline.model import Disagreement, Event, Relation, Resolution, Source
from dateline.problems import Place, Problem, Problems
from dateline.reconcile import weighing
from dateline.reconcile.comparing import relation_of
from dateline.reconcile.doubts import misnamed_in, undecided, unsupported
from dateline.reconcile.question import Question, questions
from dateline.reconcile.statements import DATE, NO_TABLE, read_dates
from dateline.reconcile.weighing import OWN, Entry, Rule
from dateline.reconcile.zones import zones_between
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
    date, disagreements, doubts = own, [], Problems()
    problems += unread
    for question in questions(event, own, sources):
        found, misnamed = _disagreement(event, question, sources), misnamed_in(question, sources)
        doubts += misnamed
        if found:
            disagreements.append(found)
            problems += () if misnamed else undecided(event, question, found, sources)
        if question.field == DATE:
            date = question.chosen.value.reading
            doubts += unsupported(event, own, question)
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


def _default(place: Place, field: str, rule: Rule, zones: tuple[str, ...]) -> Resolution:
    """What a rule of ours resolves."""
    remark = weighing.told_by_zones(zones, ENGLISH)
    return Resolution(field=field, verdict=rule.name, because=f"{rule.because} {remark}".strip(), place=place)


_WORSE: tuple[Relation, ...] = ("agree", "compatible", "disagree")


def _relation(entries: Sequence[Entry], resolution: Resolution | None) -> Relation:
    """The worst that any two values come to; "compatible" at worst where the editor says so."""
    pairs = (relation_of(one.compared, other.compared) for one, other in combinations(entries, 2))
    worst = max(pairs, key=_WORSE.index, default=_WORSE[0])
    settled = weighing.verdict_of(resolution).casefold().startswith(weighing.COMPATIBLE)
    return "compatible" if worst == "disagree" and settled else worst


def _disagreement(event: Event, question: Question, sources: Mapping[str, Source]) -> Disagreement | None:
    """Every value and what was decided; None where all agree."""
    entries, resolution, rule = question.entries, question.resolution, question.rule
    relation = _relation(entries, resolution)
    if relation == "agree":
        return None
    zones = () if resolution else zones_between(entries, sources)
    verdict = resolution or _default(event.place, question.field, rule, zones)
    standing, ruled = weighing.outcome(
        entries, question.chosen, rule, resolution, dated=question.field == DATE
    )
    return Disagreement(
        event=event.id,
        field=question.field,
        relation=relation,
        values=tuple(replace(each.value, stands=each in standing) for each in entries),
        verdict=verdict.verdict,
        because=verdict.because,
        by_editor=resolution is not None or rule is OWN,
        rule=rule.name if ruled else "",
        zones=zones,
    )
