"""Files below a content folder: which are meant for records, and what is wrong with their names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.files import Stamp, below, read_bytes
from dateline.kept import Kept
from dateline.problems import Place, Problem, warning
from dateline.text import slug

NOT_READ: Final = "this file is not read."
_MARKDOWN: Final = (".md", ".markdown", ".mdown")
_NEARLY: Final = (".txt", ".yaml", ".yml", "")
_OF_WORD_PROCESSORS: Final = (".doc", ".docx", ".odt", ".pages", ".rtf", ".htm", ".html")
"""What looks like content and would be passed over in silence."""
_DEVICE: Final = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file below a content folder, and what its name says."""

    path: Path
    stem: str
    place: Place
    fault: tuple[Problem, ...]
    is_page: bool
    """Whether it is meant for a record, although a fault of its name may keep it from being read."""


def files_below(root: Path, folder: Path, kept: Kept) -> list[tuple[ContentFile, Stamp]]:
    """Files at any depth, in order of path, without what editors keep for themselves."""
    return [
        (kept.once(_content_file, str(root), path, _is_record(path, stamp, kept)), stamp)
        for path, stamp in below(folder)
    ]


def _is_record(name: str, stamp: Stamp, kept: Kept) -> bool:
    """Whether a file has front matter, or must have it by its name."""
    suffix = Path(name).suffix.lower()
    if suffix not in _NEARLY:
        return suffix in _MARKDOWN
    return kept.under((_begins_with_front_matter, name, stamp), lambda: _begins_with_front_matter(Path(name)))


def _begins_with_front_matter(path: Path) -> bool:
    raw, _ = read_bytes(path, Place(path.name))
    return raw is not None and re.match(rb"(?:\xef\xbb\xbf)?---\s*\n", raw) is not None


def _content_file(root: str, name: str, is_record: bool) -> ContentFile:
    path = Path(name)
    stem = path.stem if path.suffix == ".md" else path.stem.removesuffix(".md")
    place = Place(path.relative_to(root).as_posix())
    fault = _fault(path, stem, place, is_record)
    is_page = is_record or path.suffix.lower() in _OF_WORD_PROCESSORS
    return ContentFile(path, stem, place, (fault,) if fault else (), is_page)


def _fault(path: Path, stem: str, place: Place, is_record: bool) -> Problem | None:
    """What is wrong with a name; None for a page's, and for one that nobody would take for a page's."""
    suffix = path.suffix.lower()
    if path.suffix == ".md":
        if stem != slug(stem):
            message = f'"{stem}" cannot be an id: it becomes the page\'s address.'
            return Problem(place, message, f'Name it "{slug(stem)}.md".')
        if _DEVICE.fullmatch(stem):
            message = f'"{stem}" cannot be an id: Windows can have no folder of that name.'
            return Problem(place, message, f'Name it "{stem}-1.md", say.')
        return None
    hint = f'Name it "{slug(stem)}.md", or move it away.'
    if is_record:
        ends = f'its name ends in "{path.suffix}"' if path.suffix else "its name has no ending"
        return Problem(place, f"this file is not read: {ends}.", hint)
    if suffix in _OF_WORD_PROCESSORS:
        return warning(place, NOT_READ, f'Save its text as "{slug(stem)}.md", or move it away.')
    return warning(place, NOT_READ, hint) if suffix in _NEARLY and suffix else None
