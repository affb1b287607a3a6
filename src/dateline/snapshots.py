"""Private copies of sources, `snapshots/ID.txt` or `.html`: what quotations are compared with.

They are other people's texts: ignored by git, never written into `build/`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from dateline.files import decode, read_bytes, stamp_of
from dateline.kept import Kept
from dateline.model import Snapshot
from dateline.output import write_one
from dateline.problems import Place, Problem, Problems, UserError, warning
from dateline.scratch import is_scratch
from dateline.text import suggest

TYPES: Final = (".txt", ".html", ".htm")


def read_snapshots(
    folder: Path, ids: Iterable[str], shown: str, kept: Kept | None = None
) -> tuple[Mapping[str, Snapshot], Problems]:
    """The snapshot of each source that has one. `shown` is how the folder is named in problems."""
    kept = kept or Kept()
    known = frozenset(ids)
    found: dict[str, Snapshot] = {}
    seen: set[str] = set()
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        place = Place(f"{shown}/{path.name}")
        if is_scratch(path.name) or not path.is_file():
            continue
        if path.suffix.lower() not in TYPES:
            problems.append(warning(place, f'"{path.suffix}" is not a kind of snapshot.', _KINDS))
        elif path.stem not in known:
            hint = _meant(path, known, folder) or "Name the file after a source, or delete it."
            problems.append(warning(place, f'no source has the id "{path.stem}".', hint))
        elif path.stem in seen:
            found.pop(path.stem, None)  # nobody can tell which of them was meant
            problems.append(Problem(place, f'source "{path.stem}" has two snapshots.', "Keep one of them."))
        else:
            seen.add(path.stem)
            made_of = (str(path), place.path, stamp_of(path.stat()))
            snapshot, unread = kept.under((_read, made_of), partial(_read, path, place))
            problems.extend(unread)
            if snapshot:
                found[path.stem] = snapshot
    return found, tuple(problems)


def _meant(path: Path, known: Collection[str], folder: Path) -> str:
    """The source whose copy it may be: the one that has none, or else the likest name."""
    kept = {other.stem for other in folder.iterdir()}
    bare = [id for id in known if id not in kept]
    alone = f'If it is the copy of "{bare[0]}", name it "{bare[0]}{path.suffix}".' if len(bare) == 1 else ""
    return suggest(path.stem, bare) or alone or suggest(path.stem, known)


def take(folder: Path, id: str, file: Path, *, replace: bool = False) -> Path:
    """Copy a saved page or text to be the snapshot of source `id`.

    Raises UserError when the file cannot be read, is no text, or is of a kind that is not kept; and when
    the source has another copy already, which nobody else may have, unless `replace` is true.
    """
    if file.suffix.lower() not in TYPES:
        raise UserError(f'{file}: "{file.suffix}" is not a kind of snapshot. {_KINDS}')
    snapshot, problems = _read(file, Place(str(file)), id)
    if snapshot is None:
        raise UserError("\n".join(map(str, problems)))
    target = folder / f"{id}{file.suffix.lower()}"
    copy = file.read_bytes()
    others = [path for kind in TYPES if (path := folder / f"{id}{kind}").exists()]
    if any(path.read_bytes() != copy for path in others) and not replace:
        raise UserError(
            f'source "{id}" has another copy, {folder.name}/{others[0].name}. Nothing was written. '
            "To put this one in its place, add --replace."
        )
    try:
        write_one(target, copy)
        for other in others:
            if other != target:
                other.unlink()
    except OSError as error:
        raise UserError(f"{folder.name}/{target.name} cannot be written: {error.strerror}.") from error
    return target


def _read(path: Path, place: Place, id: str | None = None) -> tuple[Snapshot | None, Problems]:
    raw, problems = read_bytes(path, place)
    if raw is None:
        return None, problems
    text, problems = decode(raw, place)
    if text is None:
        return None, problems
    words, extraction = (text, 0) if path.suffix.lower() == ".txt" else _seen(text)
    if not words.strip():
        return None, (Problem(place, "this copy has no words in it.", _KINDS),)
    digest = sha256(raw).hexdigest()
    return Snapshot(source=id or path.stem, text=words, sha256=digest, extraction=extraction), ()


def _seen(html: str) -> tuple[str, int]:
    """The words of a page, and by which version of their extraction."""
    from dateline.article import EXTRACTION, text_of  # and with it what reads HTML, which few sites need

    return text_of(html), EXTRACTION


_KINDS: Final = "Save the page as text (.txt) or as HTML (.html)."
