"""How the words of a sentence hang together, as far as lists of English words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.text import fold
from dateline.wordkinds import is_auxiliary, is_modal, kind_of, words_of

_COORDINATORS = words_of("and or but")
_ADVERBS = words_of("then later also now soon")
_HOLD_ON = words_of(
    "of to for in on at by with from into onto upon over under about between among against towards than as",
    "like per via that which who whom whose if when while because since before after until and or but",
)
"""Prepositions and conjunctions: what they are said of comes after them."""
_ARTICLES = words_of("a an the his her its their our my your this these those")
_LEAD_ON = (
    _HOLD_ON
    | _ARTICLES
    | words_of(
        "i you he she it we they",
        "around nearly almost roughly approximately exactly least most more less fewer above below only just",
        "some",
    )
)
"""Words that are said of the next ones, beside these."""
_THIRD_PERSONS = words_of("he she it they him her them his hers its their theirs this these those")
_FINITE = words_of(
    "says said tells told asks wrote writes sells sold buys bought gives gave gets got takes took makes made",
    "goes went comes came knows knew thinks thought feels felt finds found holds held keeps kept leaves left",
    "loses lost wins won pays paid means meant meets met sees saw shows shown sends sent sets stands stood",
    "runs ran rises rose falls fell begins began builds built brings brought breaks broke draws drew drives",
    "drove flies flew grows grew hears heard leads led lies lay lays laid lends lent puts reads rides rode",
    "seeks sought sank sinks speaks spoke spends spent steals stole strikes struck swears swore taught",
    "throws threw wears wore adds calls claims wants needs hopes expects plans denies owns uses believes",
    "warns becomes became chose chooses forbids forbade forgot froze hid shot shut spread woke",
)
"""The commonest verbs that no ending tells."""


def holds_on(word: str) -> bool:
    """Whether the words right after a word belong to it: `of`, `who`, `has`, `sold`, `nine`."""
    return is_particle(word) or is_verb(word) or kind_of(word) == "number"


def is_particle(word: str) -> bool:
    """Whether a word is a preposition or a conjunction: `of`, `that`, `when`."""
    return fold(word).text in _HOLD_ON


def is_article(word: str) -> bool:
    """Whether a noun is to follow: `the`, `their`, `those`."""
    return fold(word).text in _ARTICLES


def leads_on(word: str) -> bool:
    """Whether a word is said of those right after it, or is the one of whom they are said."""
    return fold(word).text in _LEAD_ON or is_verb(word) or kind_of(word) == "name"


def is_verb(word: str) -> bool:
    """Whether an English word is a finite verb, as far as its ending and a list of the commonest tell."""
    folded = fold(word).text
    return is_auxiliary(word) or is_modal(word) or folded in _FINITE or _PAST.fullmatch(folded) is not None


_PAST = re.compile("(?!hundred$|indeed$|need$|seed$|speed$|breed$|feed$)[a-z]{2,}ed")


def is_third_person(word: str) -> bool:
    """Whether a word points back to somebody or something: `he`, `its`, `these`."""
    return fold(word).text in _THIRD_PERSONS and kind_of(word) != "name"


def is_coordinated(words: Sequence[str]) -> bool:
    """Whether words end in `and`, `or`, `but`, or in `and then`."""
    last = [fold(word).text for word in words[-2:]]
    return bool(last) and (last[-1] in _COORDINATORS or (last[0] in _COORDINATORS and last[-1] in _ADVERBS))
