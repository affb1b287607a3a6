"""What a saved page tells that has a date: drafts of events, their quotations found in it already."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import Tag

from dateline.article.text import parsed, text_below, text_of
from dateline.dates import Anchor, Hemisphere, Reading, find_dates
from dateline.evidence.citing import Passage, cite, scalar
from dateline.evidence.searched import Text
from dateline.evidence.sentences import widened
from dateline.model import Source, Status

_FURNITURE: Final = (
    "nav, aside, footer, form, button, figcaption, h1, h2, h3, h4, h5, h6, "
    '[role="navigation"], [role="complementary"]'
)
_BODIES: Final = ('[itemprop~="articleBody"]', "article", "main", '[role="main"]')
_STATEMENT: Final = re.compile(r".*[.!?…。！？][’”\"»)\]」』]*")
"""A line that ends as sentences do; others are labels."""
_LONGEST_TITLE: Final = 90


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that says what happened, or may, and when."""

    passage: Passage
    status: Status

    def front_matter(self) -> str:
        """The text of the draft's file."""
        return "\n".join(
            (
                "---",
                "# Imported: write your own title, choose the status, then delete the line draft.",
                f"title: {scalar(_shortened(self.passage.quote))}",
                f"status: {self.status}",
                "draft: true",
                "citations:",
                self.passage.yaml(),
                "---",
                "",
            )
        )


def candidates(html: str, source: Source, hemisphere: Hemisphere = "north") -> tuple[Candidate, ...]:
    """One for each passage of the article that names a date which can be read, in the order of the text."""
    text = Text(text_of(html))
    quotes = dict.fromkeys(_dated_passages(html, _anchor(source, hemisphere)))
    found = (passage for quote in quotes for passage in cite(quote, source, text, hemisphere)[:1])
    return tuple(
        Candidate(passage, _status(reading, source, passage.quote))
        for passage in found
        if passage.dates and (reading := passage.dates[0].reading)
    )


def _anchor(source: Source, hemisphere: Hemisphere) -> Anchor | None:
    if source.published is None:
        return None
    published = source.published.value
    return Anchor(published=published, zone=source.timezone, language=source.language, hemisphere=hemisphere)


def _dated_passages(html: str, anchor: Anchor | None) -> Iterator[str]:
    """The sentence around each date of the article's own text, or its clauses where it is long."""
    for line in filter(_STATEMENT.fullmatch, body_of(html).split("\n")):
        for date in find_dates(line, anchor, whole=True):
            yield line[slice(*widened(line, (date.start, date.end)))]


def body_of(html: str) -> str:
    """The text of the article, without what stands around it on every page of its site."""
    soup = parsed(html)
    for tag in soup.select(_FURNITURE):
        tag.decompose()
    for selector in _BODIES:
        if parts := soup.select(selector):
            return max(map(text_below, parts), key=len)
    return text_below(_densest(soup))


def _densest(soup: BeautifulSoup) -> Tag:
    """The element with the most text in paragraphs directly below it."""
    holders = {id(p.parent): p.parent for p in soup.find_all("p") if p.parent is not None}
    return max(
        holders.values(),
        key=lambda holder: sum(len(p.get_text()) for p in holder.find_all("p", recursive=False)),
        default=soup,
    )


def _status(reading: Reading, source: Source, quote: str) -> Status:
    """Reported; for what was still to come when it was written scheduled, or possible where it is hedged."""
    first, written = reading.earliest, source.published and source.published.latest
    if not first or not written or first <= written:
        return "reported"
    return "possible" if _HEDGED.search(quote) else "scheduled"


_HEDGED: Final = re.compile(
    r"\b(may|might|could|[Pp]ossibly|[Pp]erhaps|[Mm]aybe|[Pp]robably|likely|[Rr]eportedly|[Aa]pparently"
    r"|[Aa]llegedly|[Ss]upposedly|expects?|expected|hopes?|hoped|hoping|considering|[Ii]f|[Uu]nless)\b"
)
"""“May” with a capital is a month, and “would” in reported speech is “will”."""


def _shortened(quote: str) -> str:
    if len(quote) <= _LONGEST_TITLE:
        return quote
    return quote[:_LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:–—-") + " …"
