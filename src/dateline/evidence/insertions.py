"""What an editor's [words] may stand for in a quotation, so that they explain it and do not change it.

They name what the source points to, in the source's own words, or put another form of its word; they bring
and take away no negation, hedge, quantity, date or company, and no one's name takes another's place. Whether
the source means the one by the other cannot be told here: `[the council]` for `it` may be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dateline.text import WORD, fold
from dateline.wordkinds import (
    GLUE,
    Kind,
    is_auxiliary,
    is_pronoun,
    is_role,
    is_speaker,
    kind_of,
    negations,
    of_kind,
    same_auxiliary,
    same_word,
    shades,
)

LONGEST_INSERTION = 4
"""Words of the source that one [insertion] may stand for."""
REMARKS = frozenset(
    {"sic", "emphasis added", "emphasis mine", "emphasis in original", "laughs", "laughter", "pause"}
)
"""What an editor puts in without saying anything for the source."""

_NOT_EXCHANGED: tuple[Kind, ...] = ("number", "date", "name")


def may_replace(inserted: str, replaced: str, before: str, after: str, source: str) -> bool:
    """Whether an insertion may stand for these words of the source (none: it stands between its neighbours).

    `before` and `after` are the source's words beside it, `source` is its whole text, folded.
    """
    if not inserted or fold(inserted).text in REMARKS:
        return True
    if negations(inserted) != negations(replaced) or not _same_shades(inserted, replaced):
        return False
    if _makes_a_few(inserted, after) != _makes_a_few(replaced, after):
        return False
    given, words = _words(inserted), _words(replaced)
    if not _is_justified(given, words, source) or not keeps(inserted, replaced):
        return False
    return (
        all(_yields(word, given) for word in words) if words else _explains(inserted, before, after, source)
    )


def _makes_a_few(text: str, after: str) -> bool:
    """Whether words end in the article by which `few` and `little` turn from next to none into some."""
    return after in ("few", "little") and WORD.findall(fold(text).text)[-1:] == ["a"]


def may_stand_beside(
    inserted: str, near: Sequence[str], sentence: Sequence[str], source: str, after: str = ""
) -> bool:
    """Whether an insertion at a quotation's end may stand for the words next to it, nearest first.

    `after` is the quotation's own first word where the insertion leads it.
    """
    if not inserted or fold(inserted).text in REMARKS:
        return True
    if _makes_a_few(inserted, after):
        return False
    reach = " ".join(near[:LONGEST_INSERTION])
    kept = keeps(inserted, reach) or keeps(inserted, " ".join(sentence))
    if not kept or not near or negations(inserted) or not shades(inserted) <= shades(reach):
        return False
    given = _words(inserted)
    return all(_yields(word, given) for word in _words(near[0])) and _is_justified(
        given, _words(reach), source
    )


def keeps(inserted: str, replaced: str) -> bool:
    """Whether no number, date or name takes the place of another."""
    pairs = ((of_kind(kind, inserted), of_kind(kind, replaced)) for kind in _NOT_EXCHANGED)
    return all(not (new and old) or new <= old for new, old in pairs)


def _same_shades(inserted: str, replaced: str) -> bool:
    """Whether what decides how far a sentence goes is in both, in whatever form."""
    new, old = shades(inserted), shades(replaced)
    return all(any(word == other or same_word(word, other) for other in old) for word in new) and all(
        any(word == other or same_word(word, other) for other in new) for word in old
    )


_CONTRACTED = re.compile(r"(?=['’](?:s|re|m|ve)$)")


def _words(text: str) -> list[str]:
    """The words of a text; `it's` is two."""
    parts = ((word, _CONTRACTED.split(word)) for word in WORD.findall(text))
    return [each for word, two in parts for each in (two if is_pronoun(two[0]) else [word])]


def _is_justified(given: Sequence[str], replaced: Sequence[str], source: str) -> bool:
    """Whether each row of an editor's words stands in the source, or is made of forms of those it replaces.

    Pronouns and auxiliaries stand in every source, so that would be no reason for them.
    """
    rows: list[list[str]] = [[]]
    for word in given:
        if fold(word).text in GLUE or any(same_auxiliary(word, each) for each in replaced):
            rows.append([])
        elif is_auxiliary(word) or (is_pronoun(word) and not _may_point(word, replaced)):
            return False
        else:
            rows[-1].append(word)
    return all(_are_forms(row, replaced) or _stands(fold(" ".join(row)).text, source) for row in rows)


def _may_point(pronoun: str, replaced: Sequence[str]) -> bool:
    return any(is_speaker(each) or _is_form(pronoun, each) for each in replaced)


def _are_forms(row: Sequence[str], replaced: Sequence[str]) -> bool:
    return all(any(_is_form(word, each) for each in replaced) for word in row)


@lru_cache(maxsize=64)
def _stands(row: str, source: str) -> bool:
    """Whether words stand in a source in this row; asked anew wherever a quotation may begin."""
    spaced = r"\W{1,3}".join(map(re.escape, row.removesuffix("'s").split()))
    return re.search(rf"(?<!\w){spaced}(?!\w)", source) is not None


def _is_form(word: str, other: str) -> bool:
    return fold(word).text == fold(other).text or same_auxiliary(word, other) or same_word(word, other)


def _yields(word: str, given: Sequence[str]) -> bool:
    """Whether an editor's words, which have their reasons, may take the place of this one."""
    if any(_is_form(each, word) for each in given) or (given and is_pronoun(word)):
        return True
    return (fold(word).text in GLUE or is_role(word)) and not all(fold(each).text in GLUE for each in given)


def _explains(inserted: str, before: str, after: str, source: str) -> bool:
    """Whether what stands for nothing only adds to its neighbours what the source itself says."""
    words = WORD.findall(inserted)
    if any(kind_of(word) == "number" and not (word.isdigit() and len(word) == 4) for word in words):
        return False
    if all(fold(word).text in GLUE for word in words):
        return False
    glued = fold(words[0]).text in GLUE
    if glued or not any(kind_of(word) == "name" for word in words):
        return glued
    beside = ((before, f"{before} {inserted}"), (after, f"{inserted} {after}"))
    names = [joined for word, joined in beside if word and kind_of(word) == "name"]
    pointed = any(is_role(word) or is_pronoun(word) for word, _ in beside)
    return bool(names or pointed) and all(fold(joined).text in source for joined in names)
