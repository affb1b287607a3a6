"""Words broken at the end of a line with a plain hyphen, as in the text of a PDF: `plan-`, `ning`.

Nobody can tell such a hyphen from one of the word's own, so either will do there, and nowhere else.
"""

from __future__ import annotations

import re

from dateline.text import fold

_L = r"[^\W\d_]"
_BREAK = re.compile(rf"(?<!{_L})({_L}{{1,80}})[-‐](?=[ \t]*[\r\n]\s*({_L}{{1,80}}))")
_LINE_END = re.compile(r"[-‐][ \t]*[\r\n]")
_HYPHENATED = re.compile(rf"(?<!{_L})({_L}+)-(?=({_L}+))")
_TYPED = re.compile(r"(?<=[^\W\d_])[-‐]\s+(?=[^\W\d_])")
"""As an author pastes it; the line's end may have become a space."""
_SOFT = "\u00ad"


def rejoined(text: str, quote: str) -> str:
    """A source's text with broken words put together, but for those that the quotation has with a hyphen.

    Each hyphen becomes a soft one, so that no offset changes.
    """
    if not _LINE_END.search(text):
        return text
    hyphenated = frozenset(_HYPHENATED.findall(fold(quote).text))
    if not hyphenated:
        return _BREAK.sub(rf"\g<1>{_SOFT}", text)

    def join(found: re.Match[str]) -> str:
        as_one = (fold(found[1]).text, fold(found[2]).text)
        return found[0] if as_one in hyphenated else f"{found[1]}{_SOFT}"

    return _BREAK.sub(join, text)


def rejoined_quote(quote: str) -> str:
    """A quotation with words put together that were broken where it was copied."""
    return _TYPED.sub("", quote)
