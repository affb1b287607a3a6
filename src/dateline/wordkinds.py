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
    "may might could perhaps maybe possibly potentially probably likely unlikely apparently supposedly",
    "purportedly alleged rumour rumor rumours rumors speculation unless until only nearly almost",
    "incorrect inaccurate wrong wrongly baseless unfounded unconfirmed hoax myth disputed contradicted lack",
    "lacks lacked stop stops stopped halt halts halted cancel cancels cancelled canceled scrap",
    "scraps scrapped abandon abandons abandoned shelved",
    "suspend suspends suspended cease ceases ceased oppose",
    "opposes opposed opposing claim claims claimed claiming against avoid",
    "avoids avoided prevent prevents prevented ban bans banned block",
    "blocks blocked doubt doubts doubted withdraw withdraws withdrew withdrawn decline declines declined",
)
"""What an elision must not leave out: these too turn a sentence round, weaken it, or take it back."""
MODALS = _words("will would shall should can must 'll 'd")
"""Nor these, right before the words that go on: `would … sell` is no `sell`."""
SHADES = _words(
    "all some many few most several every each any both either more less fewer just exactly always often",
    "sometimes rarely seldom again still already yet also even ever certain sure certainly surely definitely",
    "suggest suggests suggested consider considers considered considering believe",
    "believes believed expected and or but with plus alongside including versus",
)
"""With reversals, modals, numbers and dates, what an editor's [insertion] neither brings nor takes away."""
GLUE = _words("a an the of from")
"""What an editor may put before a name without the source's leave."""
_SPEAKERS = _words(
    "i you we me us my your our mine yours ours myself yourself yourselves ourselves",
)
"""Words that mean whoever speaks or is spoken to; where their words are reported, they become he and they."""
_PRONOUNS = _SPEAKERS | _words(
    "this that these those here there who whom whose which what one ones he she it they him her them",
    "his its their theirs hers himself herself itself themselves",
)
_ROLES = _words(
    "company firm group business maker automaker carmaker manufacturer giant ministry government country",
    "nation state city agency paper newspaper outlet",
    "report article story statement plan deal project product",
    "products car cars vehicle vehicles truck trucks",
    "man woman president minister executive chief ceo official",
    "spokesman spokeswoman spokesperson senator congressman representative",
    "party team union bank brand brands",
    "model models plant site thing things people person guy guys line weather",
)
"""Words for what somebody or something is, which an editor may name: `[Ford] said` for `the company said`."""
_AUXILIARIES = (
    _words("be am is are was were been being 's 're 'm"),
    _words("have has had having 's 've"),
    _words("do does did doing done"),
)
NUMBERS = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand",
    "million billion trillion dozen half third quarter single double triple first second fourth fifth",
    "sixth seventh eighth ninth tenth once twice thrice dozens hundreds thousands millions billions",
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
    """Whether leaving a word out could turn a sentence's meaning round: `denied`, `falsely`, `may`, `not`."""
    return is_negation(word) or (fold(word).text in REVERSALS and word not in ("May", "March"))


def is_modal(word: str) -> bool:
    """Whether a word says of what follows that it is to come, or ought to: `will`, `would`."""
    return fold(word).text in MODALS


def shades(text: str) -> frozenset[str]:
    """The words of a text that decide how far it goes: how many, how sure, together with whom; folded."""
    words = WORD.findall(text)
    deciding = (w for w in words if is_reversal(w) or is_modal(w) or fold(w).text in SHADES)
    return frozenset(fold(word).text for word in deciding)


def is_pronoun(word: str) -> bool:
    """Whether a word only points to something: `it`, `whose`, `these`; `US` does not."""
    return fold(word).text in _PRONOUNS and kind_of(word) != "name"


def is_speaker(word: str) -> bool:
    """Whether a word means whoever says it, or is told it: `I`, `our`, `you`."""
    return is_pronoun(word) and fold(word).text in _SPEAKERS


def is_role(word: str) -> bool:
    """Whether a word says what somebody or something is without a name: `company`, `president`."""
    return fold(word).text in _ROLES


def is_auxiliary(word: str) -> bool:
    """Whether a word is a form of to be, to have or to do."""
    return same_auxiliary(word, word)


def same_auxiliary(one: str, other: str) -> bool:
    """Whether two words are forms of the same of these verbs: `is` and `was`."""
    both = {fold(one).text, fold(other).text}
    return any(both <= forms for forms in _AUXILIARIES)


def same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one: `approve` and `approves`, `sell` and `selling`."""
    first, second = fold(one).text, fold(other).text
    pairs = zip(first, second, strict=False)
    stem = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
    return stem >= _SHORTEST_STEM and {first[stem:], second[stem:]} <= _INFLECTIONS


_SHORTEST_STEM = 4
_INFLECTIONS = _words("s es d ed ing e y ies ied n en 's") | {""}


def kind_of(word: str) -> Kind:
    """The kind of one word, with its capitals as they were typed."""
    folded = fold(word).text
    if is_negation(word):
        return "negation"
    if any(c.isdigit() for c in folded) or not NUMBERS.isdisjoint(folded.split("-")):
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

    Words that are all in capitals beside each other say nothing by them, nor does one that leads in a text.
    """
    words = [[match[0] for match in _LETTERS.finditer(text)] for text in (quoted, passage)]
    return any(
        _differ_in_sense(one, other) and not any(_is_emphatic(at, each) for each in words)
        for at, (one, other) in enumerate(zip(*words, strict=False))
    )


_LETTERS = re.compile(r"[^\W\d_]+")
_NAMES_TOO = _words(
    "us it who aids am pm or in me hi ok pa ma al",
    "id la oh ice nice act sat pin ram cad cap care fast fat fed",
    "gas hat hip led map mint pop rap safe salt seal start",
    "swat unit wasp ap add age arm bat bit cop cope dam",
    "den dip dot ear echo fin gap ira lap mac mode nato net pap past pot raf rest scar so no nor not all",
)
"""English words that in capitals are the names of something else."""


def _differ_in_sense(one: str, other: str) -> bool:
    if one == other or one.casefold() != other.casefold():
        return False
    acronym = one.isupper() != other.isupper() and one.casefold() in _NAMES_TOO
    return acronym or (one.casefold() in {"may", "march"} and one[:1] != other[:1])


def _is_emphatic(at: int, words: list[str]) -> bool:
    """Whether the word there is in capitals as its neighbours are, or as the first of a text may be."""
    if not words[at].isupper():
        return False
    beside = [word for word in words[max(0, at - 1) : at + 2] if word.isupper() and len(word) > 1]
    return len(beside) > 1 or (at == 0 and words[at].casefold() != "us")
