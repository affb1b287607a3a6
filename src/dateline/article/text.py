"""The text of a saved web page: what a quotation from it is compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from bs4 import BeautifulSoup
from bs4.element import Comment, Doctype, NavigableString, PageElement, Tag

EXTRACTION: Final = 2
"""The version of `text_of`; a change that gives any page another text raises it."""

_UNSEEN: Final = frozenset(
    re.findall(r"\w+", "script style noscript template svg head iframe object rt rp del s strike")
)
"""What nobody reads, and what a page has struck out, which it no longer says."""
_HIDDEN: Final = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_RAISED: Final = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}
_EXPONENT: Final = re.compile("[0-9+−-]+")
_MARK: Final = {"sup": "^", "sub": "_"}
_QUOTED: Final = ("“", "”")
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
    characters stay as they are. Raised and lowered figures stay apart from those before them (10², H₂O),
    notes stand in brackets, and `q` in quotation marks. Never raises on malformed markup.
    """
    return text_below(parsed(html))


def parsed(html: str) -> BeautifulSoup:
    """The tree of a page. Never raises, and takes no long time over what is left open.

    As in browsers, `<![` is passed over up to its `>`, and a tag that the page ends in is none.
    """
    plain = _DECLARATION.sub("", html)
    whole = plain.rfind(">") + 1
    cut_short = _TAG.search(plain, whole)
    plain = plain[: cut_short.start()] if cut_short else plain
    open_from = plain.find("<!--", plain.rfind("-->") + 1)
    if plain.count("<!--", max(open_from, 0)) > _MOST_OPEN:
        plain = plain[:open_from]
    return BeautifulSoup(plain, "html.parser")


_DECLARATION: Final = re.compile(r"<!\[[^>]*>?")
_TAG: Final = re.compile("<[a-zA-Z/!?]")
_MOST_OPEN: Final = 50
"""Comments in a row that are never closed; each would be looked for to the page's end."""


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
            if node.name in _UNSEEN or _is_hidden(node):
                continue
            if node.name == "q":
                found.append(NavigableString(_QUOTED[closing]))
            elif node.name in _RAISED and not closing and (raised := _raised(node)):
                found.append(NavigableString(raised))
                continue
            found.append(node)
            if not closing:
                waiting.append((node, True))
                waiting.extend((child, False) for child in reversed(node.contents))
        elif isinstance(node, NavigableString) and not isinstance(node, Comment | Doctype):
            found.append(node)
    return found


def _is_hidden(tag: Tag) -> bool:
    return tag.get("hidden") is not None or _HIDDEN.search(str(tag.get("style") or "")) is not None


def _raised(tag: Tag) -> str:
    """What a `sup` or `sub` says where it is figures or a note; nothing where it is other words."""
    inside = list(islice(_below(tag), _LONGEST_RAISED + 1))
    text = " ".join(tag.get_text().split()) if len(inside) <= _LONGEST_RAISED else ""
    if not 0 < len(text) <= _LONGEST_RAISED or text[0] in ("[", "("):
        return ""
    if tag.name == "sup" and tag.find("a") is not None:
        return f"[{text}]"
    if _EXPONENT.fullmatch(text):
        return text.translate(_RAISED[tag.name])
    return f"{_MARK[tag.name]}{text}" if re.search(r"\d", text) else ""


def _below(tag: Tag) -> Iterator[PageElement]:
    """Its descendants in order; `tag.descendants` first goes to the last of them, however deep it is."""
    waiting: list[PageElement] = [tag]
    while waiting:
        node = waiting.pop()
        if node is not tag:
            yield node
        if isinstance(node, Tag):
            waiting.extend(reversed(node.contents))


_LONGEST_RAISED: Final = 12
"""Characters, or tags; a longer one was left open by mistake."""
