"""The output folder: writes what changed, removes what it wrote before and no longer writes, and no more.

The folder belongs to the builder. A manifest inside it lists what we wrote; a folder that holds files but
no manifest was made by someone else, and is left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from secrets import token_hex
from typing import Final

from dateline.problems import UserError

MANIFEST: Final = ".dateline"
_HALF: Final = ".dateline-part"
_IS_HALF: Final = re.compile(rf"(.+?)(?:\.[0-9a-f]{{8}})?{re.escape(_HALF)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a write did, as counts of files."""

    changed: int
    unchanged: int
    removed: int


def write(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Make `folder` hold exactly `files` (relative paths with forward slashes → bytes).

    Each file is replaced at once or not at all, and only when its bytes differ. The manifest names a file
    before it is written and until after it is removed, so a killed build never leaves one behind unowned.
    Raises UserError when the folder is not ours or the system refuses.
    """
    try:
        owned = claim(folder)
        folder.mkdir(parents=True, exist_ok=True)
        _write_manifest(folder, owned | files.keys())
        _remove_halves(folder, owned | files.keys())
        stale = owned - files.keys()
        for path in sorted(stale):
            _remove(folder, path)
        changed = sum(write_one(folder / path, content) for path, content in files.items())
        _write_manifest(folder, files.keys())
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError(f"{folder.name}/ cannot be written: {reason} ({error.filename}).") from error
    return Written(changed=changed, unchanged=len(files) - changed, removed=len(stale))


def claim(folder: Path) -> frozenset[str]:
    """The paths that we wrote into this folder before; raises UserError when it is not ours."""
    if not folder.exists():
        return frozenset()
    if not folder.is_dir():
        raise UserError(f"{folder.name} is a file, so no site can be written there. {_ELSEWHERE}")
    manifest = folder / MANIFEST
    if manifest.is_file():
        return _read_manifest(manifest)
    stranger = next((path for path in sorted(folder.iterdir())), None)
    if stranger is not None:
        raise UserError(
            f'{folder.name}/ holds files that dateline did not make, such as "{stranger.name}". '
            f"Nothing was written. {_ELSEWHERE}"
        )
    return frozenset()


def _read_manifest(path: Path) -> frozenset[str]:
    try:
        names = json.loads(path.read_bytes())["files"]
        return frozenset(name for name in names if _is_inside(name))
    except (ValueError, TypeError, KeyError) as error:
        raise UserError(
            f"{path.parent.name}/{MANIFEST} is damaged, so dateline cannot tell which files it made. "
            f"Delete the folder {path.parent.name}/ and build again."
        ) from error


def _is_inside(name: str) -> bool:
    """Whether a manifest's path stays in its folder, whoever wrote the manifest."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and "\\" not in name and ":" not in name


def _write_manifest(folder: Path, files: Collection[str]) -> None:
    listing = {"made by": "dateline; it removes only what it lists", "files": sorted(files)}
    write_one(folder / MANIFEST, json.dumps(listing, ensure_ascii=False, indent=0).encode())


def write_one(path: Path, content: bytes) -> bool:
    """Make the file hold this, at once or not at all; whether its bytes had to change."""
    if path.is_file() and not path.is_symlink() and path.read_bytes() == content:
        return False
    if path.is_dir() and not path.is_symlink():
        _prune_empty(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Nobody else writes there: threads, and other builds, may be at the same file.
    half = path.with_name(f"{path.name}.{token_hex(4)}{_HALF}")
    try:
        half.write_bytes(content)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return True


def _remove_halves(folder: Path, names: Collection[str]) -> None:
    """Remove what killed builds left of our files."""
    ours = {folder / name for name in names}
    for parent in {path.parent for path in ours}:
        for half in parent.glob(f"*{_HALF}") if parent.is_dir() else ():
            whole = _IS_HALF.fullmatch(half.name)
            if whole and parent / whole.group(1) in ours:
                half.unlink(missing_ok=True)


def _remove(folder: Path, name: str) -> None:
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.relative_to(folder).parents:
        if parent.name:
            _prune_empty(folder / parent)


def _prune_empty(folder: Path) -> None:
    """Remove a folder when nothing is left in it; anybody's file keeps it."""
    if folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir()):
        folder.rmdir()


_ELSEWHERE: Final = "Empty it, or name another folder (in site.py: output=…)."
