"""What machines read: one module a format, one row in one table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline import addresses
from dateline.formats import (
    bibtex,
    csl,
    ris,
    search_words,
    sitemap,
    spreadsheet,
    timeline_json,
    timeline_schema,
    timelinejs,
    webannotations,
)
from dateline.model import Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One file that is not a page."""

    path: str
    write: Callable[[Timeline, Sequence[str]], str]
    """From the timeline and the addresses of its pages."""


FORMATS: Final[tuple[Format, ...]] = (
    Format(path=addresses.TIMELINE_JSON, write=timeline_json.write),
    Format(path=addresses.TIMELINE_SCHEMA, write=timeline_schema.write),
    Format(path=addresses.CSL_JSON, write=csl.write),
    Format(path=addresses.BIBTEX, write=bibtex.write),
    Format(path=addresses.RIS, write=ris.write),
    Format(path=addresses.ANNOTATIONS, write=webannotations.write),
    Format(path=addresses.EVENTS_CSV, write=spreadsheet.write),
    Format(path=addresses.TIMELINEJS, write=timelinejs.write),
    Format(path=addresses.WORDS, write=search_words.write),
    Format(path=addresses.SITEMAP, write=sitemap.write),
    Format(path=addresses.ROBOTS, write=sitemap.write_robots),
    Format(path=".nojekyll", write=lambda timeline, pages: ""),
)
