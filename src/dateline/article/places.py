"""The places of a page that may state something: how each is called, and what stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from bs4.element import Comment

from dateline.article import linked
from dateline.article.page import Page, attributes, texts
from dateline.article.text import text_below

Place = tuple[str, Callable[[Page], Iterator[str]]]
"""How a place is called, and what stands there."""


def in_json(key: str) -> Place:
    """The value of a key of the article, as JSON-LD or microdata have it."""
    return f"JSON-LD {key}", lambda page: iter(linked.texts(page.article, key, page.things))


def in_meta(name: str) -> Place:
    """What the first `meta` of this name holds."""
    return f"meta {name}", lambda page: iter(page.meta.get(name.lower(), ())[:1])


def each_meta(name: str) -> Place:
    """What every `meta` of this name holds."""
    return f"meta {name}", lambda page: iter(page.meta.get(name.lower(), ()))


def element(selector: str, where: str) -> Place:
    """The text of an element, where the page has one such alone."""

    def read(page: Page) -> Iterator[str]:
        found = tuple(dict.fromkeys(texts(page.soup, selector)))
        return iter(found if len(found) == 1 else ())

    return where, read


def attribute(selector: str, name: str, where: str) -> Place:
    """An attribute of the first element that has it."""
    return where, lambda page: iter(attributes(page.soup, selector, name)[:1])


def saved_from(page: Page) -> Iterator[str]:
    """What browsers note in a page that they save, and SingleFile."""
    for comment in page.soup.find_all(string=lambda text: isinstance(text, Comment)):
        noted = re.search(r"(?:saved from url=\(\d+\)|^\s*url:\s*)(https?://\S+)", str(comment), re.M)
        if noted:
            yield noted[1]


def by_line(page: Page) -> Iterator[str]:
    """The one line of the page that is “By” and names."""
    lines = {line for line in text_below(page.soup).split("\n") if _BY.fullmatch(line)}
    return iter(lines if len(lines) == 1 else ())


_BY: Final = re.compile(r"By [^\W\d_a-z][\w.’'-]*(?: (?:and|de|van|von|[^\W\d_a-z][\w.’'-]*)){1,6}")


def kind(page: Page) -> Iterator[str]:
    """What the article says it is, as a type of CSL."""
    yield linked.type_of(page.article)
