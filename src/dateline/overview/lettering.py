"""How wide words come out, judged from above, so that labels never meet: no font is asked."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import east_asian_width

_NARROW = frozenset("iljftr.,:;'’‘|!()[] “”-·")
_HANGING = " ,;:–—、，。：；「（"
_BROAD = frozenset("mwMWQO@%&—…")


@lru_cache(maxsize=1 << 14)
def width_of(text: str, size: float) -> float:
    """The most that `text` takes at this size, in the same unit: widths of the broadest common sans."""
    return size * sum(_advance(c) for c in text)


@lru_cache(maxsize=1 << 14)
def fit(text: str, width: float, size: float, *, least: int = 8) -> str:
    """As many whole words as fit, with an ellipsis when some do not; "" when under `least` letters do.

    A text of wide letters (Chinese, Japanese) has no spaces and may end after any; each counts for two.
    """
    if width_of(text, size) <= width:
        return text
    kept = ""
    for end in (i for i, c in enumerate(text) if c == " " or (i and _is_wide(text[i - 1]))):
        if width_of(text[:end].rstrip(_HANGING) + "…", size) > width:
            break
        kept = text[:end].rstrip(_HANGING) + "…"
    return kept if len(kept) + sum(map(_is_wide, kept)) > least else ""


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in ("W", "F")


@lru_cache(maxsize=1 << 12)
def _advance(character: str) -> float:
    if _is_wide(character):
        return 1.0
    if character in _NARROW:
        return 0.42
    if character in _BROAD:
        return 1.0
    return 0.72 if character.isupper() else 0.62
