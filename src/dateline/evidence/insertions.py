"""What an editor's [words] may stand for in a quotation, so that they explain it and do not change it.

They may name what the source only points to, or put another form of its word; they bring and take away no
negation, hedge, quantity, date or company, and no one's name takes another's place.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.text import WORD, fold
from dateline.wordkinds import Kind, kind_of, negations, of_kind, points, same_word, shades

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
    given = WORD.findall(inserted)
    words = WORD.findall(replaced)
    if not all(_yields(word, given) for word in words) or not keeps(inserted, replaced):
        return False
    return bool(words) or _explains(inserted, before, after, source)


def may_stand_beside(inserted: str, near: Sequence[str], sentence: Sequence[str]) -> bool:
    """Whether an insertion at a quotation's end may stand for the words next to it, nearest first."""
    if not inserted or fold(inserted).text in REMARKS:
        return True
    reach = near[:LONGEST_INSERTION]
    kept = keeps(inserted, " ".join(reach)) or keeps(inserted, " ".join(sentence))
    if not kept or not near or not _yields(near[0], WORD.findall(inserted)):
        return False
    return negations(inserted) == 0 and shades(inserted) <= shades(" ".join(reach))


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


def _yields(word: str, given: Sequence[str]) -> bool:
    """Whether an editor's words may take the place of this one."""
    return points(word) or kind_of(word) == "name" or any(same_word(word, each) for each in given)


def _explains(inserted: str, before: str, after: str, source: str) -> bool:
    """Whether what stands for nothing only adds to its neighbours what the source itself says."""
    words = WORD.findall(inserted)
    if any(kind_of(word) == "number" and not (word.isdigit() and len(word) == 4) for word in words):
        return False
    if not any(kind_of(word) == "name" for word in words):
        return True
    beside = (f"{before} {inserted}", f"{inserted} {after}")
    named = [kind_of(word) == "name" for word in (before or "-", after or "-")]
    return not any(
        is_name and fold(joined).text not in source for is_name, joined in zip(named, beside, strict=True)
    )
