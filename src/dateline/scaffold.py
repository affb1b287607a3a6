"""`dateline new`: a small, complete site in the shape of every other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from dateline.filters import listed
from dateline.locking import relock
from dateline.model import Site
from dateline.problems import UserError

_NAMES: Final = {"site.py.in": "site.py", "gitignore.in": ".gitignore", "README.md.in": "README.md"}
"""Files whose true names would mislead tools that read this package's own folder."""

_VALUES: Final = ("author", "title", "dek")
_FOLDERS: Final = ("pages", "events", "sources")
"""What a new site has of its own, and authors replace; in the order in which it is told."""
_TOLD: Final = 3
"""How many files are named, however many there are."""


def scaffold(folder: Path, today: date) -> tuple[Path, ...]:
    """Write the site and lock its quotations as of `today`; the paths made, in order.

    Raises UserError when the folder holds anything already, or cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(f'"{folder}" is not empty. Nothing was written. Choose a new folder.')
    try:
        made = tuple(_copy(files("dateline") / "_scaffold", folder))
    except OSError as error:
        raise UserError(f'"{folder}" cannot be written: {error.strerror}.') from error
    relock(folder, today)
    return tuple(sorted(made))


def untouched(root: Path, site: Site) -> str:
    """What a site still has of the example that it began as, in a sentence for its author; "" for nothing."""
    model = files("dateline") / "_scaffold"
    declared = (model / "site.py.in").read_text(encoding="utf-8")
    values = [name for name in _VALUES if f'{name}="{getattr(site, name)}",' in declared]
    paths = list(_unchanged(model / "content", root / site.content))
    more = f"{len(paths) - _TOLD} more files" if len(paths) > _TOLD + 1 else ""
    named = [f"{site.content}/{path}" for path in (paths[:_TOLD] if more else paths)]
    left = [*([f"{listed(values)} in site.py"] if values else []), *named, *([more] if more else [])]
    them = "it" if len(values) + len(paths) == 1 else "them"
    return f"Still from the example: {listed(left)}. Write your own, or delete {them}." if left else ""


def _unchanged(model: Traversable, content: Path) -> Iterator[str]:
    """Files of the example's that an author has as they were; line ends do not count."""
    for folder in _FOLDERS:
        for item in sorted((model / folder).iterdir(), key=lambda item: item.name):
            own = content / folder / item.name
            if own.is_file() and own.read_bytes().split() == item.read_bytes().split():
                yield f"{folder}/{item.name}"


def _copy(source: Traversable, target: Path) -> list[Path]:
    target.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    for item in source.iterdir():
        place = target / _NAMES.get(item.name, item.name)
        if item.is_dir():
            made.extend(_copy(item, place))
        else:
            place.write_bytes(item.read_bytes())
            made.append(place)
    return made
