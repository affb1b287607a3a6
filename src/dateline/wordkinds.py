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


def words_of(*lines: str) -> frozenset[str]:
    """The words of some lines."""
    return frozenset(word for line in lines for word in line.split())


NEGATIONS = words_of(
    "no not never nor neither none nobody nothing nowhere without cannot",
    "nicht kein keine keinen keiner keinem keines nie niemals niemand nichts nirgends",
    "ne pas jamais non aucun aucune nunca jamás nadie tampoco",
    "не ни нет לא אין لا لم لن ليس ليست",
)
"""A word ending in n't, or beginning with non- or n', is one too."""
REVERSALS = NEGATIONS | words_of(
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
    "potential possible preliminary proposed planned eventual hypothetical attempted so-called would-be",
    "far anything opposite contrary rather whether seems seemed appears appeared",
    "kaum ohne weder wohl vielleicht angeblich vermutlich wahrscheinlich möglicherweise soll sollen könnte",
    "dementiert bestreitet bestritt sans ni peut-être probablement prétendument nie dément démenti",
    "sin ni quizás tal presuntamente supuestamente podría niega negó бы без якобы возможно בלי بدون قد ربما",
)
"""What an elision must not leave out: these too turn a sentence round, weaken it, or take it back."""
MODALS = words_of("will would shall should can must 'll 'd")
"""Nor these, right before the words that go on: `would … sell` is no `sell`."""
SHADES = words_of(
    "all some many few most several every each any both either more less fewer just exactly always often",
    "sometimes rarely seldom again still already yet also even ever certain sure certainly surely definitely",
    "suggest suggests suggested consider considers considered considering believe",
    "believes believed expected and or but with plus alongside including versus",
)
"""With reversals, modals, numbers and dates, what an editor's [insertion] neither brings nor takes away."""
GLUE = words_of("a an the of from")
"""What an editor may put before a name without the source's leave."""
_SPEAKERS = words_of(
    "i you we me us my your our mine yours ours myself yourself yourselves ourselves",
)
"""Words that mean whoever speaks or is spoken to; where their words are reported, they become he and they."""
_PRONOUNS = _SPEAKERS | words_of(
    "this that these those here there who whom whose which what one ones he she it they him her them",
    "his its their theirs hers himself herself itself themselves",
)
_ROLES = words_of(
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
    words_of("be am is are was were been being 's 're 'm"),
    words_of("have has had having 's 've"),
    words_of("do does did doing done"),
)
NUMBERS = words_of(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen",
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand",
    "million billion trillion dozen half third quarter single double triple first second fourth fifth",
    "sixth seventh eighth ninth tenth once twice thrice dozens hundreds thousands millions billions",
)
DATES = words_of(
    "january february april june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday weekend",
    "spring summer autumn winter yesterday today tomorrow last next ago early late earlier later",
    "week weeks month months year years day days decade century",
)
_DATES_IF_CAPITAL = words_of("march may fall")
_DATES_BESIDE_OTHERS = words_of("last next early late")
"""Words of a date in `last Friday`, and of none in `her last crossing`."""
_PLAIN_CAPITALS = words_of(
    "a an the this that these those it its he she his her they their them we our us you your i my me",
    "in on at by of for from to with as and or but so if when while after before since there here",
    "what who which how why is are was were has have had do does did yes",
)
"""Words that are no names although a sentence begins with them; `US` is one, `Us` is not."""


@lru_cache(maxsize=4096)
def is_negation(word: str) -> bool:
    """Whether a word denies: `not`, `don’t`, `non-binding`."""
    folded = fold(word).text
    return folded in NEGATIONS or folded.endswith("n't") or folded.startswith(("non-", "n'"))


def is_reversal(word: str) -> bool:
    """Whether leaving a word out could turn a sentence's meaning round: `denied`, `falsely`, `may`, `not`."""
    return is_negation(word) or (fold(word).text in REVERSALS and word not in ("May", "March"))


def turns_round(text: str) -> bool:
    """Whether leaving a text out could turn round what is said beside it, or weaken it."""
    return any(map(is_reversal, WORD.findall(text))) or _TURNS_UNSPACED.search(text) is not None


_TURNS_UNSPACED = re.compile(
    "[不没沒無无未非否莫勿別别疑]|可能|或[许許]|也[许許]|据[称说]|據[稱說]|拒[绝絕]"
    "|ない|なか[っろ]|なく|ませ|ず|まい|かも|らしい|そうだ|という"
)
"""Negations and hedges of Chinese and Japanese, which are written without spaces."""


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
    return fold(word).text in _ROLES and kind_of(word) != "name"


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
_INFLECTIONS = words_of("s es d ed ing e y ies ied n en 's") | {""}


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


def leads_to_date(word: str, *following: str) -> bool:
    """Whether a word belongs to a date, where what follows decides it: `last` before `Friday`."""
    first = (found[0] for text in following if (found := WORD.search(text)))
    return fold(word).text not in _DATES_BESIDE_OTHERS or any(kind_of(next) == "date" for next in first)


def gravest(words: Iterable[str]) -> Kind:
    """The first of `KINDS` that any of these words is of."""
    kinds = {kind_of(word) for word in words}
    return next((kind for kind in KINDS if kind in kinds), "other")


def negations(text: str) -> int:
    """How many negations a text holds."""
    return sum(is_negation(word) for word in WORD.findall(text))
