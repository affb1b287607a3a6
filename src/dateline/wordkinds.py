"""What kind of word a word is, as far as a misquotation turns on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from dateline.text import WORD, fold

Kind = Literal["negation", "number", "date", "name", "other"]
KINDS: tuple[Kind, ...] = ("negation", "number", "date", "name", "other")
"""Gravest first: where several kinds differ, this is the order in which they are told."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


NEGATIONS = _words(
    "no not never nor neither none nobody nothing nowhere without cannot",
    "nicht kein keine keinen nie pas jamais non nunca",
)
"""A word ending in n't, or beginning with non-, is one too."""
REVERSALS = NEGATIONS | _words(
    "deny denies denied denying denial refuse refuses refused refusing reject rejects rejected rejecting",
    "false falsely untrue fail fails failed failing unless except hardly barely scarcely instead if",
    "dismiss dismisses dismissed refute refutes refuted allegedly reportedly rumoured rumored",
)
"""What an elision must not leave out: these too turn a sentence round, or take it back."""
NUMBERS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand",
    "million billion trillion dozen half third quarter single double triple first second fourth fifth",
    "once twice",
)
DATES = _words(
    "january february april june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday weekend",
    "spring summer autumn winter yesterday today tomorrow last next ago early late earlier later",
    "week weeks month months year years day days decade century",
)
_DATES_IF_CAPITAL = _words("march may fall")
_PLAIN_CAPITALS = _words(
    "a an the this that these those it its he she his her they their them we our us you your i my me",
    "in on at by of for from to with as and or but so if when while after before since there here",
    "what who which how why is are was were has have had do does did yes",
)
"""Words that are no names although a sentence begins with them; `US` is one, `Us` is not."""


@lru_cache(maxsize=4096)
def is_negation(word: str) -> bool:
    """Whether a word denies: `not`, `don’t`, `non-binding`."""
    folded = fold(word).text
    return folded in NEGATIONS or folded.endswith("n't") or folded.startswith("non-")


def is_reversal(word: str) -> bool:
    """Whether leaving a word out could turn a sentence's meaning round: `denied`, `falsely`, `not`."""
    return is_negation(word) or fold(word).text in REVERSALS


def kind_of(word: str) -> Kind:
    """The kind of one word, with its capitals as they were typed."""
    folded = fold(word).text
    if is_negation(word):
        return "negation"
    if any(c.isdigit() for c in folded) or folded in NUMBERS:
        return "number"
    if folded in DATES or (folded in _DATES_IF_CAPITAL and word[:1].isupper()):
        return "date"
    acronym = len(word) > 1 and word.isupper()
    if acronym or (folded not in _PLAIN_CAPITALS and any(c.isupper() for c in word)):
        return "name"
    return "other"


def of_kind(kind: Kind, text: str) -> frozenset[str]:
    """The words of that kind in a text, folded."""
    return frozenset(fold(w).text for w in WORD.findall(text) if kind_of(w) == kind)


def gravest(words: Iterable[str]) -> Kind:
    """The first of `KINDS` that any of these words is of."""
    kinds = {kind_of(word) for word in words}
    return next((kind for kind in KINDS if kind in kinds), "other")


def negations(text: str) -> int:
    """How many negations a text holds."""
    return sum(is_negation(word) for word in WORD.findall(text))


def changes_sense_by_case(quoted: str, passage: str) -> bool:
    """Whether two texts of the same letters mean different things by their capitals: `us` and `US`.

    A text that is all in capitals says nothing by them.
    """
    if quoted.isupper() or passage.isupper():
        return False
    pairs = zip(re.findall(r"[^\W\d_]+", quoted), re.findall(r"[^\W\d_]+", passage), strict=False)
    return any(_differ_in_sense(one, other) for one, other in pairs)


def _differ_in_sense(one: str, other: str) -> bool:
    if one == other:
        return False
    acronym = len(one) > 1 and one.isupper() != other.isupper()
    return acronym or (fold(one).text in {"may", "march"} and one[:1] != other[:1])
