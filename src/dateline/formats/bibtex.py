"""`data/sources.bib`: the sources as BibTeX, with biblatex's `date`, `url` and `urldate` beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.formats.reference import accessed, container, line, published, publisher
from dateline.model import Source, Timeline

_TYPES: Final = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "manuscript": "unpublished",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "review": "article",
    "review-book": "article",
}
_OUTLET: Final = {"article": "journal", "misc": "howpublished"}
"""Where each type of entry says what the work stands in."""
_PUBLISHER: Final = {"techreport": "institution", "book": "publisher", "incollection": "publisher"}
_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ESCAPES: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}


def write(timeline: Timeline, pages: Sequence[str] = ()) -> str:
    """The file's text, in the order of ids, which are the keys."""
    return "\n".join(_entry(source, timeline) for source in timeline.sources)


def _entry(source: Source, timeline: Timeline) -> str:
    kind = _TYPES.get(source.type, "misc")
    fields = {
        "author": _kept(source.author),
        "title": _kept(source.title),
        _OUTLET.get(kind, "howpublished"): _text(container(source)),
        _PUBLISHER.get(kind, "publisher"): _text(publisher(source)),
        **_dates(source, timeline),
        "url": _address(source.url),
        "urldate": accessed(source).iso,
        "language": source.language,
    }
    rows = "".join(f"  {name} = {_value(name, value)},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{source.id},\n{rows}}}\n"


def _dates(source: Source, timeline: Timeline) -> dict[str, str]:
    """Year and month for BibTeX, the whole for biblatex, and words where these do not say it all."""
    when = published(source, timeline.site.date_order)
    first = when.parts[0] if when.parts else ()
    note = f"Published: {when.literal}" if when.literal else ""
    return {
        "year": f"{first[0]:04d}" if first else "",
        "month": _MONTHS[first[1] - 1] if len(first) > 1 and len(when.parts) == 1 else "",
        "date": when.iso + "~" * (when.circa and len(when.parts) == 1) if first else "",
        "note": _text(note),
    }


def _value(name: str, value: str) -> str:
    """A month is one of BibTeX's own macros."""
    return value if name == "month" else f"{{{value}}}"


def _text(text: str) -> str:
    return re.sub(r"[\\{}~^&%$#_]", lambda sign: _ESCAPES[sign[0]], line(text))


def _kept(text: str) -> str:
    """In braces of its own: a title keeps its capitals, and a name is not taken apart."""
    return f"{{{_text(text)}}}" if text else ""


def _address(url: str) -> str:
    """As it is but for what would unbalance the entry."""
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
