"""What is worked out only when it is asked for: a preview is seldom asked for all of a site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from threading import RLock
from typing import Generic, TypeVar, cast

from dateline.problems import Problem, Problems

Made = TypeVar("Made")
Make = Callable[[], Mapping[str, bytes]]
"""Makes one file or several, by path."""


class Later(Generic[Made]):
    """A value that is worked out once, when it is first asked for, by whichever thread."""

    __slots__ = ("_lock", "_make", "_value")

    def __init__(self, make: Callable[[], Made]) -> None:
        self._lock = RLock()
        self._make: Callable[[], Made] | None = make

    def get(self) -> Made:
        """What it is."""
        with self._lock:
            if self._make:
                self._value = self._make()
                self._make = None  # and of all that it was made of
            return self._value

    @property
    def made(self) -> bool:
        """Whether it is known already."""
        return self._make is None


Rendered = Later["bytes | Problem"]
"""A page, or what is wrong with its template."""


class Files(Mapping[str, bytes]):
    """Files by path, of which some are made when they are asked for; they are then what they would have been.

    In place of a page whose template fails stands the last one at its path that could be made, where there
    `stands_in` any; else it is missing.
    """

    def __init__(self, made: Mapping[str, bytes] | None = None) -> None:
        self._made: dict[str, bytes] = dict(made or {})
        self._later: dict[str, Make] = {}
        self._pages: dict[str, Rendered] = {}
        self._last: dict[str, Rendered] = {}
        self._faults: dict[Problem, None] = {}
        self._complete = False

    def add(self, made: Mapping[str, bytes]) -> None:
        """These are there."""
        self._made.update(made)

    def add_later(self, paths: Iterable[str], make: Make) -> None:
        """These will be, by one call of `make`."""
        self._later.update(dict.fromkeys(paths, make))

    def add_pages(self, pages: Mapping[str, Rendered]) -> None:
        """These will be, each by itself."""
        self._pages.update(pages)
        self._complete = False
        for path in filter(self.is_faulty, pages):
            self.rendered(path)

    def stands_in(self, before: Files) -> None:
        """Pages from before take the place of those that cannot be made."""
        for path, page in self._pages.items():
            known = (before._pages.get(path), before._last.get(path))
            pages = [last for last in known if last and last is not page and not _is_bad(last)]
            if pages and not _is_good(page):
                self._last[path] = next(filter(_is_good, pages), pages[0])

    def rendered(self, path: str) -> bytes | Problem:
        """The page at a path, or what is wrong with its template."""
        found = self._pages[path].get()
        if isinstance(found, Problem):
            self._faults[found] = None
        return found

    def make_pages(self, going: Callable[[], bool] = lambda: True) -> None:
        """Make what pages are not made yet, for as long as it is `going`."""
        for path, page in self._pages.items():
            if not page.made:
                if not going():
                    return
                self.rendered(path)

    @property
    def complete(self) -> bool:
        """Whether every page was made, or cannot be."""
        self._complete = self._complete or all(page.made for page in self._pages.values())
        return self._complete

    @property
    def faults(self) -> Problems:
        """What is wrong with the templates of those pages that were to be made, each once."""
        return tuple(self._faults)

    def is_faulty(self, path: str) -> bool:
        """Whether there was to be a page that cannot be made."""
        return _is_bad(self._pages.get(path))

    def __getitem__(self, path: str) -> bytes:
        if path in self._pages:
            found = self.rendered(path)
            if isinstance(found, Problem) and path in self._last:
                found = self._last[path].get()
            if isinstance(found, Problem):
                raise KeyError(path)
            return found
        if path not in self._made and path in self._later:
            self._made.update(self._later[path]())
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        pages = (path for path in self._pages if not self._is_missing(path))
        return iter(dict.fromkeys((*self._made, *self._later, *pages)))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return bool(self._made or self._later or self._pages)

    def __contains__(self, path: object) -> bool:
        there = path in self._made or path in self._later or path in self._pages
        return there and not self._is_missing(cast(str, path))

    def _is_missing(self, path: str) -> bool:
        return self.is_faulty(path) and (path not in self._last or _is_bad(self._last[path]))

    def other(self, before: Files) -> tuple[str, ...]:
        """Paths that are new, gone, or other than before. Downloads that are made later are not compared.

        A page that is not made yet is another where it is made of something else.
        """
        named = set(self) ^ set(before)
        files = {
            path
            for path, content in self._made.items()
            if before._made.get(path, content) != content and path not in self._later
        }
        pages = {path for path, page in self._pages.items() if _differ(page, before._pages.get(path, page))}
        return tuple(sorted(named | files | pages))


def _is_good(page: Rendered | None) -> bool:
    return page is not None and page.made and isinstance(page.get(), bytes)


def _is_bad(page: Rendered | None) -> bool:
    return page is not None and page.made and isinstance(page.get(), Problem)


def _differ(page: Rendered, before: Rendered) -> bool:
    known = page.made and before.made
    return page is not before and not (known and page.get() == before.get())
