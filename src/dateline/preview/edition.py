"""What the preview shows at one moment: the last good build, and the problems that have come up since."""

from __future__ import annotations

import os
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from dateline import addresses
from dateline.build import prepare
from dateline.declaration import DECLARATION
from dateline.kept import Kept
from dateline.later import Files
from dateline.model import Event, Site, Timeline
from dateline.problems import Place, Problem, Problems, UserError, in_order

NEWS: Final = "dateline:news"
"""Tells open pages that problems or marks are others now; no file's path looks like it."""
ALL: Final = "*"
"""Tells open pages to load again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One state of the preview, complete in itself; the next one takes its place at once."""

    files: Files = field(default_factory=Files)
    """Of the last build without an error, by path; empty until there is one. Pages may be made yet."""
    version: str = ""
    """Another one whenever a file is: a page that was open all along learns by it that it is old."""
    site: Site | None = None
    """As `site.py` last declared it without an error."""
    problems: Problems = ()
    marks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Targets of pages that are not what they will be, with a word for each: draft, future."""
    written: Mapping[str, Place] = field(default_factory=lambda: MappingProxyType({}))
    """Where the page at each target is written: an author's file, and the line of its title."""
    since: frozenset[str] = frozenset()
    """Files of the site that were saved after these pages were planned."""
    editor: str = ""
    """The beginning of a link that opens a file of the site in an editor; empty where none is known."""

    @property
    def base(self) -> str:
        """The path that the site is published under, with a slash at both ends."""
        path = urlsplit(self.site.url).path.strip("/") if self.site else ""
        return f"/{path}/" if path else "/"


def next_edition(
    before: Edition, root: Path, today: date, kept: Kept | None = None, saved: Collection[str] = ()
) -> Edition:
    """Build again, after these files were saved; with any error, the same pages with the new problems.

    A fault of our own is told as a problem, too: the preview goes on, whatever is saved.
    """
    kept = kept or Kept()
    stays = replace(before, since=before.since.union(saved))
    try:
        outcome, files = prepare(root, preview=True, kept=kept)
        kept.turn(whole=bool(files))
    except UserError as error:
        return replace(stays, problems=(Problem(Place(DECLARATION), str(error)),))
    except Exception as error:
        return replace(stays, problems=(_fault(error),))
    timeline = outcome.timeline
    if outcome.failed or timeline is None:
        started = before.site or (timeline.site if timeline else None)
        return with_faults(replace(stays, problems=outcome.problems, site=started))
    files.stands_in(before.files)
    edition = Edition(
        files=files,
        version=before.version if not files.other(before.files) else secrets.token_hex(8),
        site=timeline.site,
        problems=outcome.problems,
        marks=_marks(timeline, today),
        written=_written(timeline),
        editor=editor_link(root, os.environ),
    )
    return with_faults(edition)


def with_faults(edition: Edition) -> Edition:
    """The same with the faults of those pages that could not be made since; itself where there are none.

    The fault of a template that was saved meanwhile may be mended: the next build knows.
    """
    faults = (fault for fault in edition.files.faults if fault.place.path not in edition.since)
    found = [fault for fault in faults if fault not in edition.problems]
    return replace(edition, problems=in_order((*edition.problems, *found))) if found else edition


def news(before: Edition, after: Edition) -> tuple[str, ...]:
    """What open pages have to be told, as paths for livereload: the fewest that bring them up to date."""
    told = (NEWS,) if _told_of(before) != _told_of(after) else ()
    if before.version == after.version:
        return told
    paths = changed_files(before, after)
    kept = before.files.keys() & after.files.keys()
    styles_only = all(path.endswith(".css") and path in kept for path in paths)
    return (*paths, NEWS) if styles_only and before.base == after.base else (ALL,)


def _told_of(edition: Edition) -> tuple[object, ...]:
    return edition.problems, edition.marks, edition.written


def changed_files(before: Edition, after: Edition) -> tuple[str, ...]:
    """Paths of files that are new, gone or may be other, but for downloads, which are made when wanted."""
    return after.files.other(before.files)


def _written(timeline: Timeline) -> Mapping[str, Place]:
    events = (*timeline.events, *timeline.withdrawn)
    return {
        **{addresses.event(event.id): event.at("title") for event in events},
        **{addresses.source(source.id): source.at("title") for source in timeline.sources},
        **{addresses.essay(essay.id): essay.place for essay in timeline.essays},
    }


def editor_link(root: Path, environment: Mapping[str, str]) -> str:
    """A link into the editor in whose terminal the preview was started, where it is on this machine."""
    away = any(name in environment for name in ("SSH_CONNECTION", "WSL_DISTRO_NAME", "REMOTE_CONTAINERS"))
    if environment.get("TERM_PROGRAM") != "vscode" or away:
        return ""
    return f"vscode://file{root.resolve().as_uri().removeprefix('file://')}/"


def _marks(timeline: Timeline, today: date) -> Mapping[str, str]:
    words = {addresses.event(event.id): _mark(event, today) for event in timeline.events}
    return {target: word for target, word in words.items() if word}


def _mark(event: Event, today: date) -> str:
    if event.draft:
        return "draft"
    starts = event.date.earliest if event.date else None
    return "future" if starts and starts > (today.year, today.month, today.day) else ""


def _fault(error: Exception) -> Problem:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "?"
    message = f"the build failed, by no fault that dateline knows: {type(error).__name__}: {error} ({where})."
    return Problem(Place(DECLARATION), message, "Undo the last change; dateline build shows the whole trace.")
