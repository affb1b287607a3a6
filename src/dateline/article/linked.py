"""What a page states about itself for machines, as JSON-LD in the words of schema.org."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bs4 import BeautifulSoup

Thing = Mapping[str, Any]
"""A JSON object; whatever a page likes to put there."""

TYPES: Final[Mapping[str, str]] = {
    "NewsArticle": "article-newspaper",
    "AnalysisNewsArticle": "article-newspaper",
    "BackgroundNewsArticle": "article-newspaper",
    "OpinionNewsArticle": "article-newspaper",
    "ReportageNewsArticle": "article-newspaper",
    "ReviewNewsArticle": "article-newspaper",
    "Article": "webpage",
    "BlogPosting": "post-weblog",
    "LiveBlogPosting": "post-weblog",
    "SocialMediaPosting": "post",
    "DiscussionForumPosting": "post",
    "Report": "report",
    "ScholarlyArticle": "article-journal",
}
"""What schema.org calls an article, and what CSL does."""
_INWARD: Final = ("@graph", "mainEntity", "mainEntityOfPage")


def things(page: BeautifulSoup) -> tuple[Thing, ...]:
    """Every object that the page states of its own accord; blocks that are no JSON are passed over."""
    found: list[Thing] = []
    waiting = list(_blocks(page))
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found.append(node)
            waiting += [node[key] for key in _INWARD if key in node]
    return tuple(found)


def _blocks(page: BeautifulSoup) -> Iterator[Any]:
    for script in page.find_all("script", type=lambda kind: bool(kind) and "ld+json" in str(kind).lower()):
        try:
            yield json.loads(script.get_text(), strict=False)
        except (ValueError, RecursionError):
            continue


def article_among(found: tuple[Thing, ...], titles: frozenset[str], addresses: frozenset[str]) -> Thing:
    """The one article that the page is; empty where there is none, or nobody can tell which of several.

    Pages also describe other articles that they lead to: one of several must have the page's own title or
    address.
    """
    articles = [thing for thing in found if type_of(thing)]
    if len(articles) > 1:
        articles = [
            thing
            for thing in articles
            if titles & set(texts(thing, "headline")) or addresses & set(addresses_of(thing))
        ]
    return articles[0] if len(articles) == 1 else {}


def type_of(thing: Thing) -> str:
    """What kind of article this is, as CSL has it; "" for what is none."""
    named = thing.get("@type")
    names = [str(name).replace(":", "/").rpartition("/")[2] for name in _listed(named)]
    return next((TYPES[name] for name in names if name in TYPES), "")


def addresses_of(thing: Thing) -> tuple[str, ...]:
    """The addresses that it gives as its own."""
    return (*texts(thing, "url"), *texts(thing, "mainEntityOfPage"), *texts(thing, "@id"))


def texts(thing: Thing, key: str, found: tuple[Thing, ...] = ()) -> tuple[str, ...]:
    """The texts under a key: as they stand, or the names or ids of objects; a bare id is looked up."""
    by_id = {each["@id"]: each for each in found if isinstance(each.get("@id"), str) and "name" in each}
    return tuple(text for value in _listed(thing.get(key)) if (text := _text(value, by_id)))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any, by_id: Mapping[str, Thing]) -> str:
    if isinstance(value, dict):
        id = value.get("@id")
        value = value.get("name") or (by_id[id]["name"] if isinstance(id, str) and id in by_id else id)
    return " ".join(html.unescape(value).split()) if isinstance(value, str) else ""
