"""What was slow to make and is made of nothing but its key: a folder of the builder's, safe to delete.

Several builds may share it. A file holds a digest of its name and content, then the content: one that was
torn, or was not made here, is as good as none.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Final

from dateline.output import write_one

FOLDER: Final = ".dateline-cache"
SHARED: Final = "dateline"
"""Our part of a folder that others may use, too."""
MOST: Final = 512 * 1024 * 1024
"""Bytes. Beyond it, what a build did not ask for is removed."""
_SIZE: Final = 16
"""Bytes of a digest."""
_KEPT: Final = re.compile(r"[0-9a-f]{32}(?:\.[0-9a-f]{8}\.dateline-part)?")
"""The names of what we keep, whole or half written. Nothing else is ever removed."""
_OWN: Final = {
    ".gitignore": b"# made by dateline, and safe to delete\n*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# made by dateline, and safe to delete\n",
}


def cache_of(root: Path) -> Cache:
    """The cache of the site in `root`: in its folder, or in a part of the one that DATELINE_CACHE names."""
    named = os.environ.get("DATELINE_CACHE")
    return Cache(Path(named) / SHARED if named else root / FOLDER)


class Cache:
    """Bytes by key. A folder that cannot be written costs time and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asked: set[str] = set()

    def under(self, key: object, make: Callable[[], bytes]) -> bytes:
        """What `make` gives; the `repr` of the key must hold all that it depends on."""
        found = self.find(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found

    def find(self, key: object) -> bytes | None:
        """What was kept under this key."""
        name = self._name(key)
        self._asked.add(name)
        try:
            stored = (self._folder / name).read_bytes()
        except OSError:
            return None
        content = stored[_SIZE:]
        return content if stored[:_SIZE] == _digest(name, content) else None

    def keep(self, key: object, content: bytes) -> None:
        """Keep it for the builds to come."""
        with suppress(OSError):
            for own, text in _OWN.items():
                if not (self._folder / own).exists():
                    write_one(self._folder / own, text)
            name = self._name(key)
            write_one(self._folder / name, _digest(name, content) + content)

    def tidy(self) -> None:
        """Once the folder is too large, remove what was not asked for since it was opened."""
        with suppress(OSError):
            ours = [path for path in self._folder.iterdir() if _KEPT.fullmatch(path.name) and path.is_file()]
            if sum(path.stat().st_size for path in ours) > MOST:
                for path in ours:
                    if path.name not in self._asked:
                        path.unlink(missing_ok=True)

    def _name(self, key: object) -> str:
        return blake2b(repr(key).encode(), digest_size=16).hexdigest()


def _digest(name: str, content: bytes) -> bytes:
    return blake2b(content, digest_size=_SIZE, key=name.encode()).digest()
