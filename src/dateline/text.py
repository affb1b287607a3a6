"""Text as it is compared: folded, with a way back to the original; slugs; near spellings.

Folding removes what a typesetter decides and a speaker does not say: the shape of quotation marks and
dashes and the spaces inside them, how many marks stand together, the points of an ellipsis, white space and
line ends, ligatures, soft hyphens, invisible marks, case. It keeps every letter, digit, accent, other sign.
`FOLDING` is its version; a change here by which a quotation may be found elsewhere, or at another level,
raises it.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import string
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

FOLDING = 3

QUOTES = "\"'`´‘’‚‛“”„‟‹›«»′″‵‶ʼʹ＂＇「」『』"
"""Every mark folds to the straight apostrophe: nested quotations swap single for double by house style."""
DASHES = "-‐‑‒–—―−﹘﹣－⸺⸻"
INVISIBLE = (
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e0fff"
)
"""A character class's inside: soft hyphen, joiners, zero-width and direction marks, variation selectors."""

_KEPT_APART = {"<super>", "<sub>", "<fraction>", "<circle>"}
"""Decompositions that would turn 10² into 102 and 1½ into 11/2: these characters stay themselves.

So do accents that stand alone, which would become a space and a mark.
"""
_IDEOGRAPH = "\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff"
WORD = re.compile(rf"[{_IDEOGRAPH}]|(?:(?![{_IDEOGRAPH}_])\w)+(?:['’.,‑-](?:(?![{_IDEOGRAPH}_])\w)+)*")
"""A word, with its inner apostrophes, hyphens and decimal points; an ideograph is one by itself."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made comparable, and the map from its characters back to the original's."""

    text: str
    starts: array[int]
    """Where each stretch begins in the folded text; in a stretch both run in step, or it is one unit."""
    origins: array[int]
    """Where the same stretches begin in the original; one longer, to hold its end."""

    def offset(self, index: int) -> int:
        """The original offset at which the folded character `index` begins."""
        return self._stretch(index)[0]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The original half-open span of a folded one; an empty span maps to an empty span."""
        if end <= start:
            return self.offset(start), self.offset(start)
        return self.offset(start), self._stretch(end - 1)[1]

    def _stretch(self, index: int) -> tuple[int, int]:
        at = bisect_right(self.starts, index) - 1
        begin, finish = self.origins[at], self.origins[at + 1]
        folded_end = self.starts[at + 1] if at + 1 < len(self.starts) else len(self.text)
        if finish - begin == folded_end - self.starts[at]:
            step = index - self.starts[at]
            return begin + step, begin + step + 1
        return begin, finish


def fold(text: str, *, keep_case: bool = False) -> Folded:
    """The text as it is compared. Takes time linear in its length; folding a folded text changes nothing.

    >>> fold("“Ford\u00a0– is”").text
    "'ford-is'"
    """
    characters = frozenset(text) - _PLAIN
    even, uneven = _changes(characters, keep_case, _has_spaced_marks(text, characters))
    parts: list[str] = []
    starts, origins = array("q", [0]), array("q", [0])
    units: dict[str, str] = {}
    length = done = 0
    for match in uneven.finditer(text):
        begin, end = match.span()
        raw = match[0]
        unit = units[raw] if raw in units else units.setdefault(raw, _folded_unit(raw, keep_case))
        parts += (text[done:begin], unit)
        length += begin - done
        starts.append(length)
        origins.append(begin)
        length += len(unit)
        starts.append(length)
        origins.append(end)
        done = end
    parts.append(text[done:])
    origins.append(len(text))
    folded = "".join(parts)
    if not keep_case:
        folded = folded.casefold()
    for old, new in even:
        folded = folded.replace(old, new)
    return Folded(folded, starts, origins)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(WORD.findall(fold(text).text))


def visible(text: str) -> str:
    """The text on one line, as a message may quote it: runs of white space become one space."""
    return " ".join(re.sub(f"[{INVISIBLE}]", "", text).split())


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """The text as a piece of an address: a-z, 0-9 and single hyphens; never empty.

    A text without a Latin letter or digit becomes a short digest, so that it has an address of its own; one
    that is too long for a file's name is cut, and ends with a digest of the whole.

    >>> slug("Citroën’s e-C3")
    'citroens-e-c3'
    """
    plain = unicodedata.normalize("NFKD", text).translate(_LATIN).casefold()
    plain = re.sub(f"[{re.escape(QUOTES)}{INVISIBLE}]", "", plain)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(made) > _SLUG_CUT + 1 + _SLUG_DIGEST:  # a cut one is no longer than that, so stays itself
        return f"{made[:_SLUG_CUT]}-{_digest(made)}".replace("--", "-")
    return made or "x" + _digest(text)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_SLUG_DIGEST]


def suggest(word: str, known: Iterable[str]) -> str:
    """`Did you mean "x"?` for the nearest known spelling, or nothing."""
    near = nearest_spelling(word, known)
    return f'Did you mean "{near}"?' if near else ""


def bare_id(typed: str) -> str:
    """What is left of a file's path, or of a citation's sign, where a bare id is wanted.

    >>> bare_id("content/sources/echo.md"), bare_id("@echo")
    ('echo', 'echo')
    """
    return re.sub(r"^.*[/\\]|^@|\.md$", "", typed)


def nearest_spelling(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The known spelling that a misspelt word is nearest to; "" when it is near to none."""
    spellings = {fold(each).text: each for each in known}
    near = difflib.get_close_matches(fold(word).text, spellings, n=1, cutoff=likeness)
    return spellings[near[0]] if near else ""


_SLUG_CUT = 80
_SLUG_DIGEST = 8
_LATIN = str.maketrans(
    {"æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d"}
    | {"ł": "l", "Ł": "l", "þ": "th", "Þ": "th", "ı": "i"}
)


_PLAIN = frozenset(string.ascii_letters + string.digits + ".,;:!?()[]/%$&")
"""Characters that folding leaves alone, case apart; without them, few sets of characters are met."""
_Changes = tuple[tuple[tuple[str, str], ...], re.Pattern[str]]


@lru_cache(maxsize=256)
def _changes(characters: frozenset[str], keep_case: bool, spaced_marks: bool) -> _Changes:
    """For a text of these characters: what is replaced one for one, and where its length may change."""
    even: list[tuple[str, str]] = []
    long: list[str] = []
    for character in sorted(characters):
        unit = _folded_character(character, keep_case)
        simple = character if keep_case else character.casefold()
        if len(unit) != 1 or len(simple) != 1:
            long.append(character)
        elif unit != simple:
            even.append((simple, unit))
    return tuple(even), re.compile("|".join(_uneven(characters, long, spaced_marks)) or "(?!)")


def _has_spaced_marks(text: str, characters: frozenset[str]) -> bool:
    """Whether the text holds an ellipsis, or white space before a mark: which is slow to find."""
    if not characters.isdisjoint("…；：！？«»‹›") or ".." in text or _SPACED_QUOTES.search(text):
        return True
    spaces = [c for c in characters if c.isspace() or _is_invisible(c)]
    return any(f"{space}{mark}" in text for space in spaces for mark in ".;:!?")


_THIN = "\u00a0\u2009\u200a\u202f"
_SPACED_QUOTES = re.compile(rf"[“‘][{_THIN}]|[{_THIN} ][”’]")


def _uneven(characters: frozenset[str], long: list[str], spaced_marks: bool) -> Iterator[str]:
    """Patterns of what folds as one unit, of only the characters that are there: several times faster."""
    marks = _inside(c for c in characters if _combines(c))
    gaps = _inside(c for c in characters if c.isspace() or c in DASHES or _is_invisible(c))
    spaces = _inside(c for c in characters if c.isspace() or _is_invisible(c))
    quotes = _inside(c for c in characters if c in QUOTES)
    if marks:
        yield rf"[^\s{marks}][{marks}]+"
    if spaced_marks:
        space = f"[{spaces or ' '}]"
        ellipsis = rf"(?:[.…]{space}*)*…|\.(?:{space}*\.){{2}}"
        yield rf"(?=[{spaces}.…]){space}*(?:{ellipsis})(?:{space}*[.…])*{space}*"
        yield rf"{space}+[;:!?；：！？]"
        yield rf"(?<![^\s(\[])[«‹]{space}+(?=\S)|(?<=\S){space}+[»›](?!\w)"
        yield rf"(?<![^\s(\[])[“‘][{_THIN}]+(?=\S)|(?<=\S)[{_THIN}]+[”’](?![\w{quotes}])"
        yield rf"[”’»][{_THIN} ][”’»](?!\w)"
    if quotes:
        yield f"[{quotes}][{quotes}]+"
    if gaps:
        yield f"[{gaps}][{gaps}]+"
    if long:
        yield f"[{_inside(long)}]"


def _inside(characters: Iterable[str]) -> str:
    """The inside of a character class."""
    return "".join(re.escape(c) for c in sorted(characters))


@lru_cache(maxsize=4096)
def _is_invisible(character: str) -> bool:
    return re.match(f"[{INVISIBLE}]", character) is not None


def _combines(character: str) -> bool:
    jamo = "\u1160" <= character <= "\u11ff"
    return (unicodedata.combining(character) != 0 or jamo) and not _is_invisible(character)


def _folded_unit(unit: str, keep_case: bool) -> str:
    if _combines(unit[-1]):
        composed = unicodedata.normalize("NFC", unit)
        return "".join(_folded_character(c, keep_case) for c in composed)
    if any(c in QUOTES for c in unit):
        return "'"
    if unit[-1] in ";:!?；：！？":
        return unicodedata.normalize("NFKC", unit[-1])
    if any(c in ".…" for c in unit):
        return " ... "
    if any(c in DASHES for c in unit):
        return "-"
    if unit[0] == "\u00ad" and "\n" in unit:
        return ""  # a word broken at its soft hyphen
    if any(c.isspace() for c in unit):
        return " "
    return "".join(_folded_character(c, keep_case) for c in unit)


@lru_cache(maxsize=4096)
def _folded_character(character: str, keep_case: bool) -> str:
    if character.isspace():
        return " "
    if character in DASHES:
        return "-"
    if character in QUOTES:
        return "'"
    if _is_invisible(character):
        return ""
    plain = unicodedata.normalize("NFKC", character)
    if plain[0] == " " or unicodedata.decomposition(character).split(" ")[0] in _KEPT_APART:
        plain = character
    plain = plain if keep_case else unicodedata.normalize("NFC", plain.casefold())
    if plain == character or (len(plain) == 1 and plain == character.casefold()):
        return plain
    return "".join(_folded_character(c, keep_case) if c != character else c for c in plain)
