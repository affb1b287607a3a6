"""What readers see as it is typed: a title, a remark, a caption. Markup in one is told."""

from __future__ import annotations

import html
import re
from typing import Final

from dateline.problems import Problems, warning
from dateline.records.nodes import Node, Scalar
from dateline.records.readers import text, words
from dateline.text import visible

_TAGS: Final = "a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|ins|mark|p|q|s|small|span|strong|sub|sup|u"
_MARKUP: Final = re.compile(
    rf"(?P<tag></?(?:{_TAGS})\b[^<>]*>)|(?P<sign>&(?:#\d+|#x[0-9a-f]+|[a-z]{{2,8}}\d?);)"
    r"|(?P<cited>\s*\[@[^\[\]]+\])|(?P<linked>\[(?P<words>[^\[\]]+)\]\([^()\s]+\))"
    r"|(?<![\w*])(?P<stars>\*{1,3})(?P<starred>[^\s*](?:[^*]*[^\s*])?)(?P=stars)(?![\w*])"
    r"|(?<![\w`])`(?P<code>[^`]+)`(?![\w`])",
    re.IGNORECASE,
)


def prose(node: Node) -> tuple[str | None, Problems]:
    """Plain text on one line; a warning where HTML or Markdown in it would be shown as it stands."""
    value, problems = text(node)
    return value, problems or _marked(node)


def _marked(node: Node) -> Problems:
    typed, _ = words(node)
    found = typed and _MARKUP.search(typed.text)
    if not typed or not found or not isinstance(node, Scalar):
        return ()
    leading = len(node.text) - len(node.text.lstrip())
    message = f'"{found.group().strip()}" is not read here; readers see it as you typed it.'
    bare = visible(_unmarked(typed.text))
    hint = f'Write "{bare}".' if len(bare) <= _LONGEST else "Write it without the signs."
    return (warning(node.at(leading + found.start()), message, hint),)


_LONGEST: Final = 120
"""Characters of a text that a hint repeats."""


def _unmarked(text: str) -> str:
    for _ in range(_NESTED):
        text = _MARKUP.sub(_bare, text)
    return text


_NESTED: Final = 3


def _bare(match: re.Match[str]) -> str:
    sign, linked, starred, code = match.group("sign", "words", "starred", "code")
    return html.unescape(sign) if sign else linked or starred or code or ""
