"""Places inside a page that links lead to: the headings of its body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from dateline import dialect
from dateline.problems import Place


def named_headings(root: Element) -> Iterator[tuple[Element, str]]:
    """The headings of a body, each with the id by which a link leads to it: its words, as GitHub has them."""
    met: Counter[str] = Counter()
    for element in root.iter():
        if re.fullmatch("h[1-6]", element.tag) and (name := _name(element)):
            met[name] += 1
            yield element, f"{name}-{met[name]}" if met[name] > 1 else name


def anchors(text: str) -> tuple[str, ...]:
    """The ids of a body's headings, in order."""
    return tuple(name for _, name in named_headings(_tree(text))) if "#" in text else ()


def links(text: str, begin: Place) -> Iterator[tuple[Place, str]]:
    """Every link of a body that begins there as it is typed, and the place of its address."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for element in _tree(text).iter("a"):
        yield begin.into(text, int(element.get(dialect.AT, "0"))), element.get("href", "")


def _tree(text: str) -> Element:
    try:
        return dialect.tree(text)
    except RecursionError:
        return Element("div")  # that it cannot be read is told where it is rendered


_OF_THE_THEME: Final = re.compile(
    r"main|citations|corrections|disagreements|hatch|ruler\d+|[a-z](?:-.*|\d.*)"
)
"""Ids that the templates of a page with a body give."""


def _name(heading: Element) -> str:
    words = dialect.without_marks("".join(_words(heading))).casefold()
    name = "-".join(re.findall(r"\w+", words))
    return f"section-{name}" if _OF_THE_THEME.fullmatch(name) else name


def _words(element: Element) -> Iterator[str]:
    if element.tag != dialect.CITES:
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""
