"""What a saved page states about itself, fact by fact, each with the place where it was found.

A fact that the page does not state, or states in two ways, is left out: none is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import Tag

from dateline.article.page import Page, read_page
from dateline.article.places import (
    Place,
    attribute,
    by_line,
    each_meta,
    element,
    in_json,
    in_meta,
    kind,
    saved_from,
)
from dateline.article.publication import published
from dateline.article.text import text_below
from dateline.records.addresses import address_fault
from dateline.records.languages import language_fault
from dateline.text import visible


class Fact(NamedTuple):
    """A value, and where the page states it."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found, by key of a source, in the order in which a source's file has them."""

    found: Mapping[str, Fact]
    missing: Mapping[str, str]
    """Why the others are left out."""


def facts_of(html: str) -> Facts:
    """What the page states of what a source's file asks for. Never raises on malformed markup."""
    page = read_page(html)
    found: dict[str, Fact] = {}
    missing: dict[str, str] = {}
    for key, (places, clean) in _SOUGHT.items():
        fact = _first(page, places, clean)
        if fact is None:
            missing[key] = "not stated"
        else:
            found[key] = fact
    day, why_not = published(_stated_days(page), text_below(page.soup))
    if day is None:
        missing["published"] = why_not
    else:
        found["published"] = Fact(*day)
    found = _without_the_site(found)
    return Facts({key: found[key] for key in KEYS if key in found}, missing)


KEYS: Final = ("title", "author", "publisher", "url", "published", "language", "type")
"""What is looked for, in the order of a source's file."""


def _first(page: Page, places: tuple[Place, ...], clean: Callable[[str], str]) -> Fact | None:
    """The first place that states something which may stand; several values there are all of it."""
    for where, read in places:
        values = [value for text in read(page) if (value := clean(visible(text)))]
        if values:
            return Fact(", ".join(dict.fromkeys(values)), where)
    return None


def _without_the_site(found: dict[str, Fact]) -> dict[str, Fact]:
    """With a title that does not end in the name of its site: “Ferry to stop | Harbour Gazette”."""
    title, site = found.get("title"), found.get("publisher")
    if title and site:
        bare = re.sub(rf"\s+[|–—·-]\s+{re.escape(site.value)}$", "", title.value)
        found["title"] = title._replace(value=bare)
    return found


def _plain(text: str) -> str:
    return text if len(text) <= 300 else ""


def _person(text: str) -> str:
    """A name, without the “By” before it; no address, no handle, no sentence."""
    name = re.sub(r"^by:?\s+", "", text, flags=re.I).strip(" ,")
    is_name = len(name) <= 100 and not re.search(r"https?:|www\.|@|\d{4}", name) and name.lower() != "admin"
    return name if is_name and re.search(r"[^\W\d_]", name) else ""


def _address(text: str) -> str:
    """A public address of a page that is not the front page of its site."""
    if address_fault(text):
        return ""
    parts = urlsplit(text)
    return text if parts.path.strip("/") or parts.query else ""


def _language(text: str) -> str:
    tag = text.replace("_", "-")
    return "" if language_fault(tag) else tag


_SOUGHT: Final[Mapping[str, tuple[tuple[Place, ...], Callable[[str], str]]]] = {
    "title": (
        (
            in_json("headline"),
            in_meta("og:title"),
            in_meta("citation_title"),
            in_meta("dc.title"),
            element("h1", "h1"),
            element("title:not(svg *)", "title"),
        ),
        _plain,
    ),
    "author": (
        (
            in_json("author"),
            each_meta("citation_author"),
            in_meta("author"),
            each_meta("article:author"),
            in_meta("parsely-author"),
            in_meta("dc.creator"),
            element('[itemprop="author"] [itemprop="name"]', "itemprop author"),
            element('a[rel~="author"]', "rel=author"),
            element(".byline, .by-line, .author-name, .article-author", "the byline"),
            ("the line “By …”", by_line),
        ),
        _person,
    ),
    "publisher": (
        (
            in_json("publisher"),
            in_meta("og:site_name"),
            in_meta("citation_publisher"),
            in_meta("dc.publisher"),
        ),
        _plain,
    ),
    "url": (
        (
            attribute('link[rel~="canonical"]', "href", "link canonical"),
            in_meta("og:url"),
            in_json("url"),
            in_json("mainEntityOfPage"),
            ("a note of the browser that saved it", saved_from),
        ),
        _address,
    ),
    "language": (
        (
            attribute("html", "lang", "html lang"),
            in_json("inLanguage"),
            in_meta("og:locale"),
        ),
        _language,
    ),
    "type": ((("JSON-LD @type", kind), ("nothing says more", lambda _: iter(["webpage"]))), str),
}
"""Where each fact is looked for, best first, and what may stand for one."""

_DAYS: Final[tuple[Place, ...]] = (
    in_json("datePublished"),
    in_meta("article:published_time"),
    in_meta("datePublished"),
    in_meta("citation_publication_date"),
    in_meta("dc.date.issued"),
    in_meta("dcterms.issued"),
    in_meta("parsely-pub-date"),
    in_meta("sailthru.date"),
    in_meta("pubdate"),
    in_meta("publishdate"),
    attribute('time[itemprop~="datePublished"]', "datetime", "time datePublished"),
    attribute("time[pubdate]", "datetime", "time pubdate"),
)
"""Where pages say when they were published; never when they were changed."""


def _stated_days(page: Page) -> tuple[Fact, ...]:
    """Everything that says when; a `time` below the headline only where nothing else does."""
    stated = [Fact(text, where) for where, read in _DAYS for text in read(page)]
    return tuple(stated) or _time_at_the_head(page.soup)


def _time_at_the_head(soup: BeautifulSoup) -> tuple[Fact, ...]:
    """The `time` elements between the headline and the first paragraph that do not speak of a change.

    Above the headline stands what is of the whole site, such as today's date.
    """
    found: list[Fact] | None = None
    for tag in soup.find_all(["h1", "time", "p"]):
        if tag.name == "h1":
            found = []
        elif tag.name == "p" and len(tag.get_text()) > _A_PARAGRAPH:
            break
        elif found is not None and tag.get("datetime") and not _CHANGED.search(_around(tag)):
            found.append(Fact(str(tag["datetime"]), "time, below the headline"))
    return tuple(found or ())


_A_PARAGRAPH: Final = 120
"""Characters; bylines and labels have fewer."""
_CHANGED: Final = re.compile(r"updat|modif|edited|changed|correct|aktualisiert|geändert|mis à jour", re.I)


def _around(tag: Tag) -> str:
    """The words beside an element, and what its classes are called."""
    parent = tag.parent or tag
    return f"{parent.get_text(' ')[:200]} {tag.get('class')} {parent.get('class')}"
