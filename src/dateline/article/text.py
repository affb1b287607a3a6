"""The text of a saved web page: what a quotation from it is compared with."""

from __future__ import annotations

import re
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, NavigableString, PageElement, Tag

EXTRACTION: Final = 1
"""The version of `text_of`; a change that gives any page another text raises it."""

_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe", "object"})
_BREAKS: Final = frozenset(
    re.findall(
        r"\w+",
        """address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer
        form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th
        thead tr ul""",
    )
)
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")


def text_of(html: str) -> str:
    """The words a reader of this page would see, one block a line; markup, scripts and styles left out.

    White space inside a block is one space, as a browser shows it; no-break spaces and all other
    characters stay as they are. Never raises on malformed markup.
    """
    return text_below(BeautifulSoup(html, "html.parser"))


def text_below(root: Tag) -> str:
    """The same of a part of a page."""
    pieces: list[str] = []
    for node in _nodes(root):
        if isinstance(node, Tag):
            pieces.append("\n" if node.name in _BREAKS else "")
        else:
            pieces.append(_SPACES.sub(" ", str(node)))
    lines = (_SPACES.sub(" ", line).strip(" ") for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _nodes(root: Tag) -> list[PageElement]:
    """Text nodes, and each tag both where it opens and where it closes, in order; unseen parts skipped.

    A loop and not a recursion: saved pages nest deeper than Python's stack.
    """
    found: list[PageElement] = []
    waiting: list[tuple[PageElement, bool]] = [(root, False)]
    while waiting:
        node, closing = waiting.pop()
        if isinstance(node, Tag):
            if node.name in _UNSEEN or node.get("hidden") is not None:
                continue
            found.append(node)
            if not closing:
                waiting.append((node, True))
                waiting.extend((child, False) for child in reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, Comment | Doctype):
            found.append(node)
    return found
