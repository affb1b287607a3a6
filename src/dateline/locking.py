"""`dateline lock` and `dateline snapshot`: copies of sources, and the proof that quotations stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from dateline.evidence import verify
from dateline.evidence.citing import Passage, cite
from dateline.evidence.lock import Lock, renew
from dateline.evidence.lockfile import dump
from dateline.evidence.searched import Text
from dateline.model import Source
from dateline.output import write_one
from dateline.problems import Problem, Problems, UserError, has_errors, in_order
from dateline.project import LOCK, Project, read_project
from dateline.snapshots import take
from dateline.text import bare_id, suggest


def relock(root: Path, today: date) -> tuple[tuple[str, ...], Problems]:
    """Verify every quotation afresh where its snapshot is at hand, and write the lock.

    Returns what changed, a sentence each, and the problems. With any error nothing is written: an entry
    that is dropped for a slip of the pen could not be had again without its copy. Citations of sources
    without a snapshot here keep their entries. Raises UserError where the lock cannot be written.
    """
    project, problems = read_project(root)
    if project is None:
        return (), problems
    trusted = project.lock.without(project.snapshots.keys())
    events = []
    found: list[Problem] = []
    for event in project.events:
        verified, unverified = verify(event, project.snapshots, trusted)
        events.append(verified)
        found.extend(unverified)
    problems = in_order((*problems, *found))
    if _would_lose(project, problems):
        return (), problems
    renewed = renew(events, project.snapshots, project.lock, today)
    try:
        write_one(root / LOCK, dump(renewed).encode())
    except OSError as error:
        raise UserError(f"{LOCK} cannot be written: {error.strerror}.") from error
    return tuple(_changes(project.lock, renewed)), tuple(p for p in problems if p.place.path != LOCK)


def _would_lose(project: Project, problems: Problems) -> bool:
    """Whether an entry might be dropped that cannot be made again here.

    Faults of the lock itself are what renewing mends, as long as every cited source has its copy.
    """
    cited = {citation.source for event in project.events for citation in event.citations}
    elsewhere = [problem for problem in problems if problem.place.path != LOCK]
    return has_errors(elsewhere) or (has_errors(problems) and not cited <= project.snapshots.keys())


def take_snapshot(root: Path, source: str, file: Path, *, replace: bool = False) -> Path:
    """Keep `file` as the snapshot of `source`, in place of another only where `replace` says so.

    Raises UserError where there is no such source or file, or another copy would be lost.
    """
    project = _project(root)
    _source(project, source)
    return take(root / project.site.snapshots, source, file, replace=replace)


def passages(root: Path, source: str, words: str) -> tuple[tuple[Passage, ...], str]:
    """The passages of a source that rough words may mean, as citations; where there is none, why.

    Raises UserError where there is no such source, or no copy of it here.
    """
    project = _project(root)
    record = _source(project, source)
    if source not in project.snapshots:
        hint = f"Save it as text or HTML, then: dateline snapshot {source} FILE"
        raise UserError(f'source "{source}" has no copy here. {hint}')
    hemisphere, fiscal = project.site.hemisphere, project.site.fiscal.get("", "")
    found = cite(words, record, Text(project.snapshots[source].text), hemisphere, fiscal)
    if found:
        return found, ""
    elsewhere = _elsewhere(words, project, source)
    hint = (
        f'Source "{elsewhere}" has something like it.' if elsewhere else "Try other words, or more of them."
    )
    return (), f'nothing like "{words}" stands in source "{source}". {hint}'


def _project(root: Path) -> Project:
    """The site's folder, whatever is wrong with its content; raises UserError where it declares no site."""
    project, problems = read_project(root)
    if project is None:
        raise UserError("\n".join(map(str, problems)))
    return project


def _source(project: Project, id: str) -> Source:
    """The source with this id; raises UserError where there is none."""
    known = {source.id: source for source in project.sources}
    if id not in known:
        hint = suggest(bare_id(id), known) or f"Write content/sources/{bare_id(id)}.md first."
        raise UserError(f'no source has the id "{id}". {hint}')
    return known[id]


def _elsewhere(words: str, project: Project, source: str) -> str:
    """Another source that holds something like these words; "" when none does."""
    others = [each for each in project.sources if each.id != source and each.id in project.snapshots]
    found = (each.id for each in others if cite(words, each, Text(project.snapshots[each.id].text)))
    return next(found, "")


def _changes(old: Lock, new: Lock) -> Iterator[str]:
    """One sentence for each entry that came, went or moved, and for other rules of comparison."""
    if new.folding != old.folding:
        yield f"verified afresh by the rules of comparison of version {new.folding}"
    for kind, before, after in (
        ("copy of", old.snapshots, new.snapshots),
        ("citation", old.citations, new.citations),
    ):
        yield from _differences(kind, before, after)


def _differences(kind: str, before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[str]:
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            yield f"added {kind} {name}"
        elif name not in after:
            yield f"removed {kind} {name}"
        elif before[name] != after[name]:
            yield f"changed {kind} {name}"
