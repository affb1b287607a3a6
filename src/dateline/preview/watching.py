"""What the author's files are like now, so that it can be seen when they change.

The tree is looked at whole, many times a second. That notices what events of the system miss or double: a
save by rename, a file with an old time, a folder that is moved in, a disk shared over the network.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from dateline import catalogues
from dateline.declaration import DECLARATION
from dateline.files import Stamp, stamp_at, walk
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
    return dict((*_stamped(files), *walk(map(str, folders))))


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
        if stamp := stamp_at(path):
            yield str(path), stamp
