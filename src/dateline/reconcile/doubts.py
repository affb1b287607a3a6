"""What is doubtful in an editor's own date and verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.dates import Reading, is_either_day, read_stated
from dateline.model import Disagreement, Event, Source
from dateline.problems import Problems, warning
from dateline.reconcile import weighing
from dateline.reconcile.comparing import DateValue, contains
from dateline.reconcile.question import Question
from dateline.reconcile.weighing import Entry
from dateline.text import nearest_spelling, suggest


def misnamed_in(question: Question, sources: Mapping[str, Source]) -> Problems:
    """Sources that a verdict blames although they say nothing of this field.

    That there is no such source at all is told where the verdict is an "error in" it alone (`checks`).
    """
    resolution = question.resolution
    if resolution is None:
        return ()
    there = sorted({source for each in question.entries for source in each.value.sources})
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


def undecided(
    event: Event, question: Question, found: Disagreement, sources: Mapping[str, Source]
) -> Problems:
    """A verdict in words of the editor's own, which choose no value: a rule does, and readers are told so.

    That there is no such source as it blames is told by `checks`. Where citations are wanting, a verdict that
    names a source may yet choose, and nobody can tell which sources there will be.
    """
    resolution, chosen = question.resolution, question.chosen
    if resolution is None:
        return ()
    verdict, unknown = resolution.verdict, [n for n in weighing.blamed(resolution) if n not in sources]
    wanting = event.wants_citations
    if wanting and (weighing.blamed(resolution) or weighing.followed(resolution)):
        return ()
    if not weighing.is_remark(found) or [verdict] == [f"error in {name}" for name in unknown]:
        return ()
    used = chosen.value.sources
    others = dict.fromkeys(id for value in found.values for id in value.sources if id not in used)
    hint = "Write unresolved, or compatible, or decide it yourself: date: and resolutions: date: because."
    meant = _meant(verdict, (*used, *others))
    if meant:
        hint = f'Did you mean "{meant}"?'
    elif others and not wanting:
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


_LIKENESS: Final = 0.75


def _meant(verdict: str, sources: Sequence[str]) -> str:
    """The verdict with the source that its last word nearly names."""
    words, _, named = verdict.rpartition(" ")
    near = nearest_spelling(named, sources, _LIKENESS) if words.endswith((" by", " in")) else ""
    return f"{words} {near}" if near else ""


_REASON: Final = "resolutions: {date: {verdict: counted back, because: ...}}, in your own words"


def unsupported(event: Event, own: Reading | None, question: Question) -> Problems:
    """A date of the editor's that no source states as exactly, and for which no reason is given."""
    resolution = question.resolution
    if own is None or event.stated_date is None or (resolution and resolution.because):
        return ()
    mine = DateValue(own)
    cited = [each for each in question.entries if each.value.citations]
    if any(contains(mine, each.compared) or _has_either_day(each, own) for each in cited):
        return ()
    message = f'no source is cited for the date "{event.stated_date.text}".'
    hint = f"Give the source's words (says: {{date: ...}}), or your reason ({_REASON})."
    if cited:
        says = ", ".join(f'"{each.value.words}"' for each in cited)
        message = f'no source states the date "{event.stated_date.text}". They say {says}.'
        hint = f"Leave date out, or give your reason ({_REASON})."
    return (warning(event.stated_date.place, message, hint),)


def _has_either_day(entry: Entry, own: Reading) -> bool:
    """Whether it holds one of the two days that 10/11/2024 may be; which, is asked where it is read."""
    days = (read_stated(day) for day in str(own.value).strip("[]").split(",") if is_either_day(own))
    return any(contains(entry.compared, DateValue(day)) for day in days)
