"""What folding makes alike although it says something else: us and US, 3 mW and 3 MW, 5′ and 5″, −5 and – 5.

Capitals that are set throughout, or in none of a text's words, say nothing.
"""

from __future__ import annotations

import re
import unicodedata

from dateline.text import DASHES, INVISIBLE
from dateline.wordkinds import words_of


def differ_by_capitals(typed: str, printed: str) -> bool:
    """Whether two texts of the same letters mean different things by their capitals."""
    words = [list(_WORD.finditer(text)) for text in (typed, printed)]
    one, other = ([word["letters"] for word in each] for each in words)
    changed = [at for at, pair in enumerate(zip(*words, strict=False)) if _differ(*pair)]
    if not changed or _is_small(one, other) or _is_small(other, one) or _is_large(one) or _is_large(other):
        return False
    named = all(one[at].casefold() in _BY_FIRST_LETTER for at in changed)
    if named and (_is_title(one) or _is_title(other)):
        return False
    return any(not (_is_emphatic(at, words[0]) or _is_emphatic(at, words[1])) for at in changed)


def differ_by_signs(quoted: str, passage: str) -> bool:
    """Whether one has a minus where the other has a dash, or minutes where it has seconds."""
    if _numbers(quoted) != _numbers(passage):
        return True
    primes = "′" in quoted + passage or "″" in quoted + passage
    return primes and _strokes(quoted) != _strokes(passage)


_WORD = re.compile(r"(?:(?<![$€£¥])(?<![$€£¥][\d.,])(?<=\d)(?P<counts>[ \u00a0-]?))?(?P<letters>[^\W\d_]+)")
_ACRONYMS = words_of(
    "us it who aids am pm or in me hi ok pa ma al",
    "id la oh ice nice act sat pin ram cad cap care fast fat fed",
    "gas hat hip led map mint pop rap safe salt seal start",
    "swat unit wasp ap add age arm bat bit cop cope dam",
    "den dip dot ear echo fin gap ira lap mac mode nato net pap past pot raf rest scar so no nor not all",
)
"""English words that in capitals are the names of something else."""
_BY_FIRST_LETTER = words_of(
    "may march august polish turkey reading lent labour catholic orthodox",
    "democrat democrats democratic republican republicans liberal liberals conservative conservatives",
)
"""English words that with a capital name something else."""
_UNITS = words_of("m mm mg ml g mw mwh mhz mj mv ma mpa b kb mb gb tb kbps mbps gbps")
"""Symbols in which a capital is another prefix, or bytes for bits."""
_CLOCK = frozenset({"am", "pm"})


def _differ(typed: re.Match[str], printed: re.Match[str]) -> bool:
    one, other = typed["letters"], printed["letters"]
    word = one.casefold()
    if one == other or word != other.casefold():
        return False
    if typed["counts"] is not None and word in _UNITS | _CLOCK:
        return word in _UNITS
    acronym = one.isupper() != other.isupper() and word in _ACRONYMS
    return acronym or (word in _BY_FIRST_LETTER and one[:1] != other[:1])


def _is_emphatic(at: int, words: list[re.Match[str]]) -> bool:
    """Whether the word there is in capitals as its neighbours are, or as the first of a text may be."""
    word = words[at]["letters"]
    if not word.isupper() or words[at]["counts"] is not None:
        return False
    near = [each["letters"] for each in words[max(0, at - 1) : at + 2]]
    beside = [each for each in near if each.isupper() and len(each) > 1]
    return len(beside) > 1 or (at == 0 and word.casefold() != "us")


def _is_large(words: list[str]) -> bool:
    """Whether a text, of three words at least, is all in capitals."""
    return len(words) > _FEW and "".join(words).isupper()


def _is_small(words: list[str], other: list[str]) -> bool:
    """Whether a text has no capital at all, where several words of the other have one."""
    return "".join(words).islower() and sum(not word.islower() for word in other[1:]) > 1


def _is_title(words: list[str]) -> bool:
    """Whether every longer word of a text, of three at least, has a capital."""
    longer = [word for word in words if len(word) > _SHORT]
    return len(longer) > _FEW and not any(word[0].islower() for word in longer)


_SHORT = 3
_FEW = 2

_UNSEEN = re.compile(f"[{INVISIBLE}]")
_NUMBER = re.compile(rf"(?P<minus>(?<![^\s(\[“‘„«\"'])(?<!\d\s)[{DASHES}](?<![—―⸺⸻]))?[$€£¥]?\d[\d.,]*")


def _numbers(text: str) -> list[bool]:
    """Of each number of a text, whether it is below zero."""
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", text))
    return [number["minus"] is not None for number in _NUMBER.finditer(plain)]


def _strokes(text: str) -> list[int]:
    """Of each mark after a digit, how many strokes it has."""
    return [sum(1 + (mark in '″"”“') for mark in found[0]) for found in _AFTER_DIGIT.finditer(text)]


_AFTER_DIGIT = re.compile("(?<=\\d)[′″'\"’”‘“]+")
