"""The words of a body, without what Markdown makes of them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element

from dateline import dialect


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """The words of a body on one line, without markup and citations."""
    try:
        root = dialect.tree(text)
    except RecursionError:
        return ""
    words = html.unescape(dialect.without_marks("".join(_words(root))))
    return re.sub(r"\s+", " ", re.sub(rf"\s*{_CITED}", "", words)).strip()


_CITED: Final = "\0"
_INLINE: Final = frozenset({"a", "em", "strong", "code", dialect.CITES})


def _words(element: Element) -> Iterator[str]:
    yield _CITED if element.tag == dialect.CITES else element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
    if element.tag not in _INLINE:
        yield " "
