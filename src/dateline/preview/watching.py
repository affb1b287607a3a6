"""What the author's files are like now, so that it can be seen when they change.

The tree is looked at whole, many times a second. That notices what events of the system miss or double: a
save by rename, a file with an old time, a folder that is moved in, a disk shared over the network.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from dateline import catalogues
from dateline.declaration import DECLARATION
from dateline.files import Stamp, stamp_of
from dateline.model import Site
from dateline.project import LOCK
from dateline.theme import locate

Tree = Mapping[str, Stamp]
"""Every watched file by its path."""

_DEFAULTS: Final = Site(title="", url="")
_CREDIBLE: Final = 1.0
"""Seconds. A change that seems older when it is first seen was dated by another clock, or is an old file."""


def look(root: Path, site: Site | None = None) -> Tree:
    """All files that a build of the site in `root` reads; `site` says how its folders are called."""
    declared = site or _DEFAULTS
    theme = locate(root)
    own = (declared.content, declared.snapshots, catalogues.OWN)
    folders = (*(root / name for name in own), *theme.templates, *theme.static)
    files = [root / name for name in (DECLARATION, LOCK, declared.share_font) if name]
    return dict((*_stamped(files), *_below(map(str, folders))))


def changed(before: Tree, after: Tree) -> tuple[str, ...]:
    """The paths that are new, gone or otherwise than they were, in order."""
    paths = before.keys() | after.keys()
    return tuple(sorted(path for path in paths if before.get(path) != after.get(path)))


def unchanged(tree: Tree, paths: Iterable[str]) -> bool:
    """Whether these files are as they are in the tree."""
    files = {path: tree[path] for path in paths if path in tree}
    return files == dict(_stamped(map(Path, files)))


def age(before: Tree, after: Tree, now: float) -> float:
    """Seconds since the last of the changes that can be dated: 0 where one cannot, as of a file that is gone.

    Where the clock of the disk and our own differ by more than a burst can last, nothing can.
    """
    stamps = [after.get(path) for path in changed(before, after)]
    if None in stamps:
        return 0
    since = min(now - max(stamp[:2]) / 1e9 for stamp in stamps if stamp)
    return since if 0 <= since <= _CREDIBLE else 0


def _stamped(files: Iterable[Path]) -> Iterator[tuple[str, Stamp]]:
    for path in files:
        try:
            yield str(path), stamp_of(path.stat())
        except OSError:
            continue


def _below(folders: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    """Files at any depth; links to folders are not followed, as the builder does not follow them."""
    waiting = list(folders)
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if _is_scratch(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.is_file():
                        yield entry.path, stamp_of(entry.stat())
        except OSError:
            continue  # gone, or not there yet: the next look shows it


def _is_scratch(name: str) -> bool:
    """Whether an editor keeps this for itself."""
    return name.startswith(".") or name.endswith("~")
