"""What a saved page states about itself, fact by fact, each with the place where it was found.

A fact that the page does not state, or states in two ways, is left out: none is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from bs4.element import Comment, Tag

from dateline.article import linked
from dateline.article.publication import published
from dateline.article.text import parsed, text_below
from dateline.records.addresses import address_fault
from dateline.records.readers import LANGUAGE
from dateline.text import visible


class Fact(NamedTuple):
    """A value, and where the page states it."""

    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page, and the article among the things that it describes."""

    soup: BeautifulSoup
    things: tuple[linked.Thing, ...]
    article: linked.Thing
    meta: Mapping[str, tuple[str, ...]]
    """What its `meta` elements hold, by name, property or itemprop in small letters."""


Place = tuple[str, Callable[[Page], Iterator[str]]]
"""How a place is called, and what stands there."""


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


def read_page(html: str) -> Page:
    """The page, ready to be asked."""
    soup = parsed(html)
    meta: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        for attribute in ("name", "property", "itemprop"):
            if name := str(tag.get(attribute) or ""):
                meta.setdefault(name.lower(), []).append(" ".join(str(tag.get("content") or "").split()))
    things = linked.things(soup)
    titles = frozenset((*meta.get("og:title", ()), *_texts(soup, "h1")))
    addresses = frozenset((*meta.get("og:url", ()), *_attributes(soup, 'link[rel~="canonical"]', "href")))
    article = linked.article_among(things, titles, addresses)
    return Page(soup, things, article, {name: tuple(values) for name, values in meta.items()})


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


def _in_json(key: str) -> Place:
    return f"JSON-LD {key}", lambda page: iter(linked.texts(page.article, key, page.things))


def _in_meta(name: str) -> Place:
    return f"meta {name}", lambda page: iter(page.meta.get(name.lower(), ())[:1])


def _each_meta(name: str) -> Place:
    return f"meta {name}", lambda page: iter(page.meta.get(name.lower(), ()))


def _element(selector: str, where: str) -> Place:
    """The text of an element, where the page has one such alone."""

    def read(page: Page) -> Iterator[str]:
        texts = tuple(dict.fromkeys(_texts(page.soup, selector)))
        return iter(texts if len(texts) == 1 else ())

    return where, read


def _attribute(selector: str, name: str, where: str) -> Place:
    return where, lambda page: iter(_attributes(page.soup, selector, name)[:1])


def _texts(soup: BeautifulSoup, selector: str) -> list[str]:
    return [text for tag in soup.select(selector) if (text := " ".join(tag.get_text(" ").split()))]


def _attributes(soup: BeautifulSoup, selector: str, name: str) -> list[str]:
    return [str(tag[name]) for tag in soup.select(selector) if tag.get(name)]


def _saved_from(page: Page) -> Iterator[str]:
    """What browsers note in a page that they save, and SingleFile."""
    for comment in page.soup.find_all(string=lambda text: isinstance(text, Comment)):
        noted = re.search(r"(?:saved from url=\(\d+\)|^\s*url:\s*)(https?://\S+)", str(comment), re.M)
        if noted:
            yield noted[1]


def _by_line(page: Page) -> Iterator[str]:
    """The one line of the page that is “By” and names."""
    lines = {line for line in text_below(page.soup).split("\n") if _BY.fullmatch(line)}
    return iter(lines if len(lines) == 1 else ())


_BY: Final = re.compile(r"By [^\W\d_a-z][\w.’'-]*(?: (?:and|de|van|von|[^\W\d_a-z][\w.’'-]*)){1,6}")


def _kind(page: Page) -> Iterator[str]:
    yield linked.type_of(page.article)


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
    return tag if LANGUAGE.fullmatch(tag) else ""


_SOUGHT: Final[Mapping[str, tuple[tuple[Place, ...], Callable[[str], str]]]] = {
    "title": (
        (
            _in_json("headline"),
            _in_meta("og:title"),
            _in_meta("citation_title"),
            _in_meta("dc.title"),
            _element("h1", "h1"),
            _element("title:not(svg *)", "title"),
        ),
        _plain,
    ),
    "author": (
        (
            _in_json("author"),
            _each_meta("citation_author"),
            _in_meta("author"),
            _each_meta("article:author"),
            _in_meta("parsely-author"),
            _in_meta("dc.creator"),
            _element('[itemprop="author"] [itemprop="name"]', "itemprop author"),
            _element('a[rel~="author"]', "rel=author"),
            _element(".byline, .by-line, .author-name, .article-author", "the byline"),
            ("the line “By …”", _by_line),
        ),
        _person,
    ),
    "publisher": (
        (
            _in_json("publisher"),
            _in_meta("og:site_name"),
            _in_meta("citation_publisher"),
            _in_meta("dc.publisher"),
        ),
        _plain,
    ),
    "url": (
        (
            _attribute('link[rel~="canonical"]', "href", "link canonical"),
            _in_meta("og:url"),
            _in_json("url"),
            _in_json("mainEntityOfPage"),
            ("a note of the browser that saved it", _saved_from),
        ),
        _address,
    ),
    "language": (
        (
            _attribute("html", "lang", "html lang"),
            _in_json("inLanguage"),
            _in_meta("og:locale"),
        ),
        _language,
    ),
    "type": ((("JSON-LD @type", _kind), ("nothing says more", lambda _: iter(["webpage"]))), str),
}
"""Where each fact is looked for, best first, and what may stand for one."""

_DAYS: Final[tuple[Place, ...]] = (
    _in_json("datePublished"),
    _in_meta("article:published_time"),
    _in_meta("datePublished"),
    _in_meta("citation_publication_date"),
    _in_meta("dc.date.issued"),
    _in_meta("dcterms.issued"),
    _in_meta("parsely-pub-date"),
    _in_meta("sailthru.date"),
    _in_meta("pubdate"),
    _in_meta("publishdate"),
    _attribute('time[itemprop~="datePublished"]', "datetime", "time datePublished"),
    _attribute("time[pubdate]", "datetime", "time pubdate"),
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
