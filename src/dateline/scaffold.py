"""`dateline new`: a small, complete site in the shape of every other."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

from dateline.locking import relock
from dateline.problems import UserError

_NAMES: Final = {"site.py.in": "site.py", "gitignore.in": ".gitignore", "README.md.in": "README.md"}
"""Files whose true names would mislead tools that read this package's own folder."""

AUTHOR: Final = "Your name"
"""Whom a new site names in its footer, until its author does."""


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
