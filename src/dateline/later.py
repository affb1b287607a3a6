"""Files of which some are made only when they are asked for: a preview is seldom asked for its downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

Make = Callable[[], Mapping[str, bytes]]
"""Makes one file or several, by path."""


class Files(Mapping[str, bytes]):
    """Files by path. What is made later is made once, and is what it would have been at first."""

    def __init__(self, made: Mapping[str, bytes] | None = None) -> None:
        self._made: dict[str, bytes] = dict(made or {})
        self._later: dict[str, Make] = {}

    def add(self, made: Mapping[str, bytes]) -> None:
        """These are there."""
        self._made.update(made)

    def add_later(self, paths: Iterable[str], make: Make) -> None:
        """These will be, by one call of `make`."""
        self._later.update(dict.fromkeys(paths, make))

    def __getitem__(self, path: str) -> bytes:
        if path not in self._made and path in self._later:
            self._made.update(self._later[path]())
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made | self._later)

    def __len__(self) -> int:
        return len(self._made.keys() | self._later.keys())

    def __contains__(self, path: object) -> bool:
        return path in self._made or path in self._later

    def other(self, before: Mapping[str, bytes]) -> tuple[str, ...]:
        """Paths that are new, gone, or other than before; what is made later is not compared."""
        there = before if isinstance(before, Files) else Files(before)
        named = set(self) ^ set(there)
        both = {
            path
            for path, content in self._made.items()
            if there._made.get(path, content) != content and path not in self._later
        }
        return tuple(sorted(named | both))
