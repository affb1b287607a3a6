"""A headline in a box: as large as it fits, its lines of like length, never cut without a sign of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

Measure = Callable[[str], float]
"""The width of a text at a size of one pixel."""

LEADING: Final = 1.14
ELLIPSIS: Final = "…"
_CJK: Final = "\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_CLOSING: Final = "、。，．！？：；）」』】〉》〕％ー々"
_OPENING: Final = "（「『【〈《〔"
_PIECE: Final = re.compile(rf"[{_OPENING}]*[{_CJK}][{_CLOSING}]*|[^\s{_CJK}]+[{_CLOSING}]*|\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The lines, and their size in pixels."""

    lines: tuple[str, ...]
    size: int

    @property
    def height(self) -> int:
        """In pixels."""
        return round(len(self.lines) * self.size * LEADING)


def fit(text: str, measure: Measure, box: tuple[int, int], sizes: Sequence[int]) -> Setting:
    """The text in the first size in which it fits `box` (width, height); in the last, cut if need be."""
    width, height = box
    for size in sizes:
        most = int(height / (size * LEADING))
        lines = _lines(text, measure, width / size)
        if len(lines) <= most and all(measure(line) <= width / size for line in lines):
            return Setting(lines=_balanced(text, lines, measure, width / size), size=size)
    size = sizes[-1]
    most, narrow = max(1, int(height / (size * LEADING))), width / size
    lines = _lines(_broken(text, measure, narrow), measure, narrow)
    return Setting(lines=_cut(lines, most, measure, narrow), size=size)


def one_line(text: str, measure: Measure, width: float, size: int) -> str:
    """The text, or as much of it as one line holds."""
    return text if measure(text) * size <= width else _shortened(text, measure, width / size)


def _lines(text: str, measure: Measure, width: float) -> tuple[str, ...]:
    """Filled from the first; a word that is too wide has a line of its own."""
    lines: list[str] = []
    line = ""
    for piece in _PIECE.findall(text):
        if line.strip() and measure((line + piece).strip()) > width and not piece.isspace():
            lines.append(line.strip())
            line = piece
        else:
            line += piece
    return (*lines, line.strip()) if line.strip() else tuple(lines)


def _balanced(text: str, lines: tuple[str, ...], measure: Measure, width: float) -> tuple[str, ...]:
    """As many lines, in the narrowest measure that needs no more of them."""
    narrow, wide = width / max(len(lines), 1), width
    for _ in range(8):
        middle = (narrow + wide) / 2
        tried = _lines(text, measure, middle)
        if len(tried) <= len(lines) and all(measure(line) <= width for line in tried):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def _broken(text: str, measure: Measure, width: float) -> str:
    """With spaces inside words that no line holds."""
    words = []
    for word in text.split(" "):
        rest = word
        while measure(rest) > width and len(rest) > 1:
            at = next((n for n in range(len(rest) - 1, 1, -1) if measure(rest[:n]) <= width), 1)
            words.append(rest[:at])
            rest = rest[at:]
        words.append(rest)
    return " ".join(words)


def _cut(lines: tuple[str, ...], most: int, measure: Measure, width: float) -> tuple[str, ...]:
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], _shortened(" ".join(lines[most - 1 :]), measure, width))


def _shortened(text: str, measure: Measure, width: float) -> str:
    """As many words, or else letters, as go before an ellipsis."""
    ends = [m.end() for m in re.finditer(rf"[^\s{_CJK}]+(?=\s)|[{_CJK}]", text)]
    for end in (*reversed(ends), *range(min(len(text), 200), 0, -1)):
        short = text[:end].rstrip(" ,;:–—-.") + ELLIPSIS
        if measure(short) <= width:
            return short
    return ELLIPSIS
