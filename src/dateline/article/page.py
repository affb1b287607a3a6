"""A saved page, parsed, and ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bs4 import BeautifulSoup

from dateline.article import linked
from dateline.article.text import parsed


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page, and the article among the things that it describes."""

    soup: BeautifulSoup
    things: tuple[linked.Thing, ...]
    article: linked.Thing
    meta: Mapping[str, tuple[str, ...]]
    """What its `meta` elements hold, by name, property or itemprop in small letters."""


def read_page(html: str) -> Page:
    """The page, ready to be asked."""
    soup = parsed(html)
    meta: dict[str, list[str]] = {}
    for tag in soup.find_all("meta"):
        for attribute in ("name", "property", "itemprop"):
            if name := str(tag.get(attribute) or ""):
                meta.setdefault(name.lower(), []).append(" ".join(str(tag.get("content") or "").split()))
    things = linked.things(soup)
    titles = frozenset((*meta.get("og:title", ()), *texts(soup, "h1")))
    addresses = frozenset((*meta.get("og:url", ()), *attributes(soup, 'link[rel~="canonical"]', "href")))
    article = linked.article_among(things, titles, addresses)
    return Page(soup, things, article, {name: tuple(values) for name, values in meta.items()})


def texts(soup: BeautifulSoup, selector: str) -> list[str]:
    """The words of each element that has any."""
    return [text for tag in soup.select(selector) if (text := " ".join(tag.get_text(" ").split()))]


def attributes(soup: BeautifulSoup, selector: str, name: str) -> list[str]:
    """The attribute of each element that has one."""
    return [str(tag[name]) for tag in soup.select(selector) if tag.get(name)]
