"""How wide words come out, judged from above, so that labels never meet: no font is asked."""

from __future__ import annotations

from unicodedata import east_asian_width

_NARROW = frozenset("iljftr.,:;'’‘|!()[] “”-·")
_BROAD = frozenset("mwMWQO@%&—…")


def width_of(text: str, size: float) -> float:
    """The most that `text` takes at this size, in the same unit: widths of the broadest common sans."""
    return size * sum(_advance(c) for c in text)


def fit(text: str, width: float, size: float, *, least: int = 8) -> str:
    """As many whole words as fit, with an ellipsis when some do not; "" when under `least` letters do."""
    if width_of(text, size) <= width:
        return text
    kept = ""
    for end in (i for i, c in enumerate(text) if c == " "):
        if width_of(text[:end].rstrip(" ,;:–—") + "…", size) > width:
            break
        kept = text[:end].rstrip(" ,;:–—") + "…"
    return kept if len(kept) > least else ""


def _advance(character: str) -> float:
    if east_asian_width(character) in "WF":
        return 1.0
    if character in _NARROW:
        return 0.42
    if character in _BROAD:
        return 1.0
    return 0.72 if character.isupper() else 0.62
