"""Reads a site's folder: `site.py`, `content/`, `snapshots/` and `citations.lock` become records."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from dateline import addresses
from dateline.contentfiles import NOT_READ, ContentFile, files_below
from dateline.declaration import DECLARATION, read_site
from dateline.evidence.lock import Lock
from dateline.evidence.lockfile import parse as parse_lock
from dateline.files import Stamp, below, read_text, stamp_of
from dateline.kept import Kept, same
from dateline.model import Essay, Event, Site, Snapshot, Source
from dateline.problems import Place, Problem, Problems, warning
from dateline.records import read_essay, read_event, read_source
from dateline.scratch import is_scratch
from dateline.slips import values_in
from dateline.snapshots import read_snapshots
from dateline.text import slug

LOCK: Final = "citations.lock"

Record = TypeVar("Record", Event, Source, Essay)
Reader = Callable[[str, str, str], tuple[Record | None, Problems]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A site's folder as it was read; nothing in it is checked against anything else yet."""

    root: Path
    site: Site
    events: tuple[Event, ...]
    sources: tuple[Source, ...]
    essays: tuple[Essay, ...]
    snapshots: Mapping[str, Snapshot]
    lock: Lock
    unread: frozenset[str] = frozenset()
    """Ids of files that could not be read, and of events whose citations could not; all that is told."""
    unread_pages: tuple[tuple[str, str], ...] = ()
    """(path, target) that events and pages of the author's own will have, which could not be read: told."""


def read_project(root: Path, kept: Kept | None = None) -> tuple[Project | None, Problems]:
    """All that the folder holds, and every problem met on the way; None when `site.py` declares no site.

    Raises UserError when there is no `site.py`. A file that reads as it did is not parsed again.
    """
    kept = kept or Kept()
    site, problems = read_site(root)
    if site is None:
        return None, problems
    content = root / site.content
    if not content.is_dir():
        message = f'there is no folder "{site.content}", which holds all that is written for this site.'
        hint = "Make it, with folders events, sources and pages in it, or name the right one: content=…"
        return None, (*problems, Problem(values_in(root / DECLARATION)("content"), message, hint))
    event_files, source_files, essay_files = (files_below(root, content / name, kept) for name in _FOLDERS)
    events, of_events = _read_records(event_files, read_event, kept)
    sources, of_sources = _read_records(source_files, read_source, kept)
    essays, of_essays = _read_records(essay_files, read_essay, kept)
    sound = [source for source in sources if not source.is_unread]
    kinds = ((event_files, events), (source_files, sound), (essay_files, essays))
    unread = {id for files, records in kinds for id in _ids(files) - {record.id for record in records}}
    cited = {citation.source for event in events for citation in event.citations}  # a lack is told there
    ids = {source.id for source in sources} | unread | cited
    snapshots, of_snapshots = read_snapshots(root / site.snapshots, ids, site.snapshots, kept)
    lock, of_lock = _read_lock(root / LOCK, kept)
    project = Project(
        root=root,
        site=site,
        events=events,
        sources=sources,
        essays=essays,
        snapshots=snapshots,
        lock=lock,
        unread=frozenset(unread | {event.id for event in events if "citations" in event.unread}),
        unread_pages=(
            *_unread_pages(event_files, events, addresses.event),
            *_unread_pages(essay_files, essays, addresses.essay),
        ),
    )
    told = (*problems, *of_events, *of_sources, *of_essays, *of_snapshots, *of_lock)
    return project, (*told, *_astray(root, content))


def _ids(files: Iterable[tuple[ContentFile, Stamp]]) -> set[str]:
    return {slug(file.stem) if file.fault else file.stem for file, _ in files if file.is_page}


def _unread_pages(
    files: Iterable[tuple[ContentFile, Stamp]], records: Iterable[Record], target: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    known = {record.id for record in records}
    for file, _ in files:
        id = slug(file.stem)
        if file.is_page and id not in known:
            yield f"{posixpath.dirname(file.place.path)}/{id}.md", target(id)


def _read_records(
    files: Sequence[tuple[ContentFile, Stamp]], read: Reader[Record], kept: Kept
) -> tuple[tuple[Record, ...], Problems]:
    """Every record below a content folder, in order of path; the id is the file's name."""
    records: dict[str, Record] = {}
    owners: dict[str, Place] = {}
    problems: list[Problem] = []
    for file, stamp in files:
        stem = file.stem
        if file.fault or not file.is_page:
            problems.extend(file.fault)
        elif stem in owners:
            hint = f"It is taken by {owners[stem].path}. Give one of them another name."
            problems.append(Problem(file.place, f'the id "{stem}" is used twice.', hint))
        else:
            owners[stem] = file.place
            reading = partial(read_text, file.path, file.place)
            text, unread = kept.under((read_text, same(file), stamp), reading)
            made_of = (read, same(file), text, unread)
            record, faults = kept.under(made_of, partial(_read_record, read, file, text, unread))
            problems.extend(faults)
            if record is not None:
                records[stem] = record
    return tuple(records.values()), tuple(problems)


def _read_record(
    read: Reader[Record], file: ContentFile, text: str | None, unread: Problems
) -> tuple[Record | None, Problems]:
    return (None, unread) if text is None else read(file.stem, file.place.path, text)


_FOLDERS: Final = ("events", "sources", "pages")
_MEDIA: Final = "media"


def _astray(root: Path, content: Path) -> Problems:
    """Files that look like content and stand where nothing is read; of a folder, the first."""
    if not content.is_dir():
        return ()
    known = (*_FOLDERS, _MEDIA)
    beside = (p for p in sorted(content.iterdir()) if p.name not in known and not is_scratch(p.name))
    found = ([name for name, _ in below(path)] if path.is_dir() else [str(path)] for path in beside)
    pages = [next((name for name in names if name.endswith(".md")), "") for names in found]
    where = ", ".join(f"{content.name}/{folder}/" for folder in _FOLDERS)
    return tuple(
        warning(Place(Path(name).relative_to(root).as_posix()), NOT_READ, f"Move it to one of {where}.")
        for name in filter(None, pages)
    )


def _read_lock(path: Path, kept: Kept) -> tuple[Lock, Problems]:
    if not path.exists():
        return Lock(), ()
    return kept.under((parse_lock, str(path), stamp_of(path.stat())), lambda: _read_lock_file(path))


def _read_lock_file(path: Path) -> tuple[Lock, Problems]:
    text, problems = read_text(path, Place(LOCK))
    return parse_lock(text, LOCK) if text is not None else (Lock(unread=True), problems)
