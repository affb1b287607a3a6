"""`data/sources.ris`: the sources as RIS, which EndNote, Mendeley and Zotero read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.formats.reference import When, accessed, container, line, published, publisher
from dateline.model import Source, Timeline

_TYPES: Final = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "MPCT",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "song": "SOUND",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The file's text, in the order of ids."""
    return "\n".join(_record(source, timeline) for source in timeline.sources)


def _record(source: Source, timeline: Timeline) -> str:
    when = published(source, timeline.site.date_order)
    rows = (
        ("TY", _TYPES.get(source.type, "GEN")),
        ("ID", source.id),
        ("TI", line(source.title)),
        ("AU", line(source.author)),
        ("T2", container(source)),
        ("PB", publisher(source)),
        ("PY", f"{when.parts[0][0]:04d}" if when.parts else ""),
        ("DA", _date(when)),
        ("UR", source.url),
        ("L2", source.archived_url),
        ("Y2", _date(accessed(source))),
        ("LA", source.language),
    )
    return "".join(f"{tag}  - {value}\n" for tag, value in rows if value) + "ER  - \n"


def _date(when: When) -> str:
    """`YYYY/MM/DD/words`, each part empty where it is not known; words alone where not even the year is."""
    if not when:
        return ""
    year, month, day = (*when.parts[0], 0, 0)[:3] if when.parts else (0, 0, 0)
    digits = (f"{year:04d}" if year else "", f"{month:02d}" if month else "", f"{day:02d}" if day else "")
    words = when.literal or (when.iso if len(when.parts) > 1 else "")
    return "/".join((*digits, words.replace("/", "–")))
