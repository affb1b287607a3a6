"""What was slow to make and is made of nothing but its key: a folder of the builder's, safe to delete."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Final

from dateline.output import write_one

FOLDER: Final = ".dateline-cache"
MOST: Final = 512 * 1024 * 1024
"""Bytes. Beyond it, what a build did not ask for is removed."""
_OWN: Final = {
    ".gitignore": b"# made by dateline, and safe to delete\n*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# made by dateline, and safe to delete\n",
}


def cache_of(root: Path) -> Cache:
    """The cache of the site in `root`: in its folder, or in the one that DATELINE_CACHE names."""
    return Cache(Path(os.environ.get("DATELINE_CACHE") or root / FOLDER))


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
            return (self._folder / name).read_bytes()
        except OSError:
            return None

    def keep(self, key: object, content: bytes) -> None:
        """Keep it for the builds to come."""
        try:
            if not (self._folder / ".gitignore").exists():
                for name, text in _OWN.items():
                    write_one(self._folder / name, text)
            write_one(self._folder / self._name(key), content)
        except OSError:
            pass

    def tidy(self) -> None:
        """Once the folder is too large, remove what was not asked for since it was opened."""
        try:
            sizes = {path: path.stat().st_size for path in self._folder.iterdir() if path.name not in _OWN}
            if sum(sizes.values()) > MOST:
                for path in sizes:
                    if path.name not in self._asked:
                        path.unlink(missing_ok=True)
        except OSError:
            pass

    def _name(self, key: object) -> str:
        return blake2b(repr(key).encode(), digest_size=16).hexdigest()
