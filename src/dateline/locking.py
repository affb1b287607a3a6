"""`dateline lock` and `dateline snapshot`: the copies of sources, and the proof that quotations stand in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from dateline.evidence import verify
from dateline.lock import Lock, dump, renew
from dateline.output import write_one
from dateline.problems import Problem, Problems, UserError, in_order
from dateline.project import LOCK, read_project
from dateline.snapshots import take
from dateline.text import suggest


def relock(root: Path, today: date) -> tuple[tuple[str, ...], Problems]:
    """Verify every quotation afresh where its snapshot is at hand, and write the lock.

    Returns what changed, a sentence each, and the problems. A quotation that fails is left out of the
    lock, so it fails the build too. Citations of sources without a snapshot here keep their entries.
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
    renewed = renew(events, project.snapshots, project.lock, today)
    write_one(root / LOCK, dump(renewed).encode())
    return tuple(_changes(project.lock, renewed)), in_order((*problems, *found))


def take_snapshot(root: Path, source: str, file: Path) -> Path:
    """Keep `file` as the snapshot of `source`; raises UserError where there is no such source or file."""
    project, problems = read_project(root)
    if project is None:
        raise UserError("\n".join(map(str, problems)))
    ids = {known.id for known in project.sources}
    if source not in ids:
        hint = suggest(source, ids) or f"Write content/sources/{source}.md first."
        raise UserError(f'no source has the id "{source}". {hint}')
    return take(root / project.site.snapshots, source, file)


def _changes(old: Lock, new: Lock) -> Iterator[str]:
    """One sentence for each entry that came, went or moved."""
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
