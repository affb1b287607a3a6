"""The author's pictures and recordings: read from `content/media/`, made ready, or told of.

Only what a page shows is looked at, and only that is published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple, cast

from dateline import addresses, pixels
from dateline.cache import Cache
from dateline.files import below, read_bytes
from dateline.illustrations import faults, illustrations
from dateline.kept import Kept
from dateline.media import Picture, Recording, Shelf, kind_of, type_of
from dateline.media.kinds import FOLDER
from dateline.media.recordings import recording_fault
from dateline.model import Essay, Event, Medium, Source, Timeline
from dateline.pixels import PictureError, Recipe
from dateline.pixels.looking import Make
from dateline.problems import Place, Problem, Problems, Severity
from dateline.text import slug, suggest

_THREADS: Final = 4
"""Pillow gives way to other threads while it packs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """All that was made of the author's files."""

    shelf: Shelf = field(default_factory=Shelf)
    files: Mapping[str, bytes] = field(default_factory=dict)
    """By target."""


class _Fault(NamedTuple):
    """What is wrong with a file, wherever it is shown."""

    message: str
    hint: str
    severity: Severity = "error"


class _Made(NamedTuple):
    """What became of one file."""

    asset: Picture | Recording | None = None
    files: Mapping[str, bytes] = {}
    fault: _Fault | None = None


def gather(timeline: Timeline, content: Path, cache: Cache, kept: Kept) -> tuple[Media, Problems]:
    """Everything that the timeline's pages show, ready; and what keeps a file from being shown."""
    records: list[Event | Source | Essay] = [*timeline.events, *timeline.sources, *timeline.essays]
    found = kept.each(lambda record: (tuple(_wanted(record)), faults(record)), zip(records), _wanted)
    places: dict[str, list[Place]] = {}
    for name, place in (file for files, _ in found for file in files):
        places.setdefault(name, []).append(place)
    unsaid = tuple(problem for _, problems in found for problem in problems)
    if not places:
        return Media(), unsaid
    made = _make(list(places), content / FOLDER, cache, kept)
    told = tuple(
        Problem(place, fault.message, fault.hint, fault.severity)
        for name, at in places.items()
        if (fault := made[name].fault)
        for place in at
    )
    return _shelved(made), (*unsaid, *told)


def _wanted(record: Event | Source | Essay) -> Iterator[tuple[str, Place]]:
    """The files that one record shows, each with the place that says so."""
    if isinstance(record, Event) and "media" in record.unread:
        return
    for medium in illustrations(record).all:
        yield from _files_of(medium)


def _files_of(medium: Medium) -> Iterator[tuple[str, Place]]:
    for key, name in (("file", medium.file), ("poster", medium.poster), ("captions", medium.captions)):
        if name:
            yield name, medium.at(key)


def _make(names: Sequence[str], folder: Path, cache: Cache, kept: Kept) -> dict[str, _Made]:
    files = (path for name, _ in below(folder) if (path := Path(name)).is_file())
    there = {path.relative_to(folder).as_posix(): path for path in files}
    ready = partial(_ready, there=there, cache=cache, kept=kept)
    with ThreadPoolExecutor(_THREADS) as threads:
        return dict(zip(names, threads.map(ready, names), strict=True))


def _ready(name: str, *, there: Mapping[str, Path], cache: Cache, kept: Kept) -> _Made:
    path = there.get(name)
    if path is None:
        hint = suggest(name, there) or f"Save it there, as content/{FOLDER}/{name}."
        return _Made(fault=_Fault(f'there is no "{name}" in content/{FOLDER}/.', hint))
    stat = path.stat()
    made_of = (str(path), stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)
    prepare = _picture if kind_of(name) == "picture" else _recording
    return kept.under((prepare, made_of), lambda: prepare(name, path, cache))


def _recording(name: str, path: Path, cache: Cache) -> _Made:
    """A video, a sound or captions, as they are."""
    raw, unread = read_bytes(path, Place(name))
    if raw is None:
        return _Made(fault=_Fault(unread[0].message, unread[0].hint))
    said = recording_fault(name, raw)
    fault = _Fault(*said) if said else None
    if fault and fault.severity == "error":
        return _Made(fault=fault)
    stem, suffix = slug(PurePosixPath(name).stem), PurePosixPath(name).suffix.lower()
    digest = blake2b(raw, digest_size=4).hexdigest()
    target = f"{addresses.MEDIA}{stem or kind_of(name)}-{digest}{suffix}"
    asset = Recording(target=target, type=type_of(name), size=len(raw))
    return _Made(asset=asset, files={target: raw}, fault=fault)


def _picture(name: str, path: Path, cache: Cache) -> _Made:
    """A picture in all its sizes and forms."""
    raw, unread = read_bytes(path, Place(name))
    if raw is None:
        return _Made(fault=_Fault(unread[0].message, unread[0].hint))
    try:
        seen = pixels.size_of(raw)
        key = (pixels.MADE_BY, blake2b(raw).hexdigest())
        make = cast(Make, cache.under((key, "make"), lambda: pixels.make_of(raw).encode()).decode())
        recipe = pixels.recipe(name, raw, seen, make)
        files = _found(recipe, key, cache)
        if files is None:
            files = pixels.encode(raw, recipe)
            for one in recipe.renditions:
                cache.keep((key, one.type, one.width), files[one.target])
    except PictureError as error:
        return _Made(fault=_Fault(f'"{name}": {error.message}', error.hint))
    return _Made(asset=recipe.picture, files=files)


def _found(recipe: Recipe, key: tuple[str, str], cache: Cache) -> dict[str, bytes] | None:
    """All files of a picture as they were made before; None when one of them was not."""
    found = {one.target: cache.find((key, one.type, one.width)) for one in recipe.renditions}
    whole = {target: content for target, content in found.items() if content is not None}
    return whole if len(whole) == len(found) else None


def _shelved(made: Mapping[str, _Made]) -> Media:
    pictures = {name: one.asset for name, one in made.items() if isinstance(one.asset, Picture)}
    recordings = {name: one.asset for name, one in made.items() if isinstance(one.asset, Recording)}
    files = {target: content for one in made.values() for target, content in one.files.items()}
    return Media(shelf=Shelf(pictures=pictures, recordings=recordings), files=files)
