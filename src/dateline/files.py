"""Files as values: their bytes and text, or the problem that kept them from us."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.problems import Place, Problem, Problems
from dateline.scratch import is_scratch

Stamp = tuple[int, int, int, int]
"""Times of the last change of the contents and of the entry in nanoseconds, size in bytes, inode."""


def stamp_of(status: os.stat_result) -> Stamp:
    """What changes whenever the file does."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


def stamp_at(file: Path | os.DirEntry[str]) -> Stamp | None:
    """Of a link to nothing the stamp is the link's own; None for a file that is gone."""
    for follow_links in (True, False):
        try:
            return stamp_of(file.stat(follow_symlinks=follow_links))
        except OSError:
            continue
    return None


def typed(path: Path) -> str:
    """A path as it is typed into a command: with its marks, where it has spaces."""
    if os.name == "nt":
        return f'"{path}"' if " " in str(path) else str(path)
    return shlex.quote(str(path))


def called(program: Path) -> str:
    """A program's path as it begins a line: PowerShell takes a path between marks for words, but for a &."""
    marked = typed(program)
    return f"& {marked}" if os.name == "nt" and marked != str(program) else marked


def below(folder: Path) -> list[tuple[str, Stamp]]:
    """All of `walk` in order of their paths."""
    return sorted(walk([str(folder)]), key=lambda file: file[0].replace(os.sep, "\0"))


def walk(folders: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    """Files at any depth, without what editors keep for themselves; links to folders are not followed.

    A link to nothing is among them, and a folder by the name of a page: whoever reads it will say so.
    """
    waiting = list(folders)
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue  # gone, or not there yet
        for entry in entries:
            if is_scratch(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            is_read = not _is_folder(entry) or entry.name.endswith(".md")
            if is_read and (stamp := stamp_at(entry)):
                yield entry.path, stamp


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False  # a link to itself


def read_text(path: Path, place: Place) -> tuple[str | None, Problems]:
    """The text of a UTF-8 file, its byte order mark dropped and its line ends kept; None with a problem."""
    raw, problems = read_bytes(path, place)
    return decode(raw, place) if raw is not None else (None, problems)


def read_bytes(path: Path, place: Place) -> tuple[bytes | None, Problems]:
    """What the file holds; None with a problem when the system does not give it."""
    try:
        if not _holds_bytes(path):
            seen = "this is a device or a pipe, not a file."
            return None, (Problem(place, seen, "Move it away."),)
        return path.read_bytes(), ()
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        seen = f"this file cannot be read: {reason}."
        return None, (Problem(place, seen, "Check its name and its permissions."),)


def _holds_bytes(path: Path) -> bool:
    """Not so a pipe, which would be waited for, nor a device, which may never end."""
    mode = path.stat().st_mode
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def decode(raw: bytes, place: Place) -> tuple[str | None, Problems]:
    """UTF-8 to text; where a byte is wrong, the problem has its line and column."""
    try:
        return raw.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        seen = f"byte 0x{raw[error.start]:02x} is not UTF-8."
        return None, (Problem(Place(place.path, line, column), seen, "Save the file as UTF-8."),)
