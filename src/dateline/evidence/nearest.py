"""The passage nearest to a quotation that is not there, and what differs.

Only ever a suggestion to the author. rapidfuzz finds the neighbourhood; an alignment word by word then sets
its bounds and says which words differ, and of what kind they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz import fuzz

from dateline.evidence.searched import Text
from dateline.text import WORD, Folded, fold
from dateline.wordkinds import KINDS, Kind, gravest, is_negation, leads_to_date

MOST_WORDS = 120
"""A longer quotation is compared by its first words; an author needs no more to find the place."""
LARGE = 100_000
"""Folded characters; in a longer text only the most promising stretch is searched, which bounds the work."""
ALIKE = 0.4
"""The share of the quotation's words that must stand in a passage for it to be worth showing."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where quotation and source part: the words of each, as typed; either may be empty."""

    wrote: str
    source: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Nearest:
    """The likest passage of a source."""

    offset: int
    """Its first character's, in the source's text."""
    passage: str
    kind: Kind
    """The gravest kind of word that differs."""
    differences: tuple[Difference, ...]
    """In order; () when only punctuation differs."""
    wrote: str
    """The quotation from its first difference to its last, with a word around where it would be empty."""
    reads: str
    """The same stretch of the source."""


def nearest(quote: str, text: Text) -> Nearest | None:
    """The passage of a text that is likest to a quotation; None when nothing in it is like it."""
    asked = _tokens(fold(quote))[:MOST_WORDS]
    if not asked:
        return None
    wanted = " ".join(token.folded for token in asked)
    begin, end = _neighbourhood(wanted, text.folded.text)
    there = _tokens(text.folded, begin, end)
    steps = _with_negation(_aligned([t.folded for t in asked], [t.folded for t in there]), there)
    same = sum(1 for i, j in steps if i is not None and j is not None and asked[i].folded == there[j].folded)
    if not any(j is not None for _, j in steps) or same < ALIKE * len(asked):
        return None
    return _described(quote, text.raw, asked, there, steps)


@dataclass(frozen=True, slots=True)
class _Token:
    folded: str
    start: int
    end: int
    """In the original."""


def _tokens(folded: Folded, begin: int = 0, end: int | None = None) -> list[_Token]:
    found = WORD.finditer(folded.text, begin, len(folded.text) if end is None else end)
    return [_Token(match[0], *folded.raw_span(*match.span())) for match in found]


def _neighbourhood(wanted: str, folded: str) -> tuple[int, int]:
    """Folded bounds of a stretch that holds the likest passage, with room on both sides, at whole words."""
    low, high = _promising(wanted, folded)
    begin, end = low, high
    if len(wanted) < high - low:
        alignment = fuzz.partial_ratio_alignment(wanted, folded[low:high])
        if alignment:
            room = 30 + len(wanted) // 4
            begin = max(low, low + alignment.dest_start - room)
            end = min(high, low + alignment.dest_end + room)
    begin = folded.rfind(" ", 0, begin + 1) + 1
    following = folded.find(" ", end)
    return begin, following if following >= 0 else len(folded)


def _promising(wanted: str, folded: str) -> tuple[int, int]:
    """The stretch of a long text where most runs of three of the wanted words begin."""
    if len(folded) <= LARGE:
        return 0, len(folded)
    several = wanted.split(" ")
    runs = [" ".join(several[i : i + 3]) for i in range(len(several))]
    size = max(2 * len(wanted), 1000)
    places = Counter(at // size for run in runs if (at := folded.find(run)) >= 0)
    if not places:
        return 0, LARGE
    best = places.most_common(1)[0][0]
    return max(0, (best - 1) * size), min(len(folded), (best + 2) * size)


_Step = tuple[int | None, int | None]
"""A word of the quotation, of the source, or one of each that answer to one another."""
_GAP = 70
"""The cost of a word on one side alone; exchanging it for any other costs a little less."""


def _aligned(asked: Sequence[str], there: Sequence[str]) -> list[_Step]:
    """The cheapest alignment; the source's words before and after it cost nothing and are left out."""
    columns = len(there) + 1
    costs = [[0] * columns]
    for i, word in enumerate(asked, 1):
        above, row = costs[-1], [i * _GAP]
        for j in range(1, columns):
            exchange = above[j - 1] + _exchange(word, there[j - 1])
            row.append(min(exchange, above[j] + _GAP, row[-1] + _GAP))
        costs.append(row)
    j = min(range(columns), key=costs[-1].__getitem__)
    return _traced(costs, asked, there, j)


def _exchange(one: str, other: str) -> int:
    if one == other:
        return 0
    unlike = len(other) > _LONGER * len(one)
    return 69 if unlike else 69 - int(fuzz.ratio(one, other)) // 2


_LONGER = 20
"""A word that is so many times longer is not like another; there may be one of a million letters."""


def _traced(costs: list[list[int]], asked: Sequence[str], there: Sequence[str], j: int) -> list[_Step]:
    steps: list[_Step] = []
    i = len(asked)
    while i:
        here = costs[i][j]
        if j and here == costs[i - 1][j - 1] + _exchange(asked[i - 1], there[j - 1]):
            i, j = i - 1, j - 1
            steps.append((i, j))
        elif here == costs[i - 1][j] + _GAP:
            i -= 1
            steps.append((i, None))
        else:
            j -= 1
            steps.append((None, j))
    return steps[::-1]


def _with_negation(steps: list[_Step], there: Sequence[_Token]) -> list[_Step]:
    """A negation right before the passage, or a "not" right after it, is shown as a part of it."""
    met = [j for _, j in steps if j is not None]
    if met and met[0] > 0 and is_negation(there[met[0] - 1].folded):
        steps = [(None, met[0] - 1), *steps]
    if met and met[-1] + 1 < len(there) and there[met[-1] + 1].folded in {"not", "never"}:
        steps = [*steps, (None, met[-1] + 1)]
    return steps


def _described(
    quote: str, raw: str, asked: Sequence[_Token], there: Sequence[_Token], steps: Sequence[_Step]
) -> Nearest:
    met = [j for _, j in steps if j is not None]
    start, end = there[met[0]].start, there[met[-1]].end
    same = [i is not None and j is not None and asked[i].folded == there[j].folded for i, j in steps]
    parts = [
        _difference(quote, raw, asked, there, [steps[n] for n in group])
        for alike, group in groupby(range(len(steps)), same.__getitem__)
        if not alike
    ]
    wrote, reads = _stretch(quote, raw, asked, there, steps, same)
    kinds = {part.kind for part in parts}
    kind: Kind = next((each for each in KINDS if each in kinds), "other")
    return Nearest(start, raw[start:end], kind, tuple(parts), wrote, reads)


def _difference(
    quote: str, raw: str, asked: Sequence[_Token], there: Sequence[_Token], steps: Sequence[_Step]
) -> Difference:
    typed = [asked[i] for i, _ in steps if i is not None]
    printed = [there[j] for _, j in steps if j is not None]
    wrote, source = _slice(quote, typed), _slice(raw, printed)
    one, other = WORD.findall(wrote), WORD.findall(source)
    changed = [w for w in one if w not in other] + [w for w in other if w not in one]
    following = [
        text[tokens[-1].end : tokens[-1].end + _NEXT_WORD]
        for text, tokens in ((quote, typed), (raw, printed))
        if tokens
    ]
    return Difference(wrote, source, gravest(w for w in changed if leads_to_date(w, *following)))


_NEXT_WORD = 20
"""Characters in which the word after a difference stands."""


def _stretch(
    quote: str,
    raw: str,
    asked: Sequence[_Token],
    there: Sequence[_Token],
    steps: Sequence[_Step],
    same: Sequence[bool],
) -> tuple[str, str]:
    """From the first difference to the last, one word wider on both sides where a side would be empty.

    What no space parts is shown whole: of 22:45 for 22:40 not only 45.
    """
    changed = [n for n, alike in enumerate(same) if not alike] or [0, len(steps) - 1]
    low, high = changed[0], changed[-1] + 1
    while low > 0 and _is_one(quote, raw, asked, there, steps[low - 1], steps[low]):
        low -= 1
    while high < len(steps) and _is_one(quote, raw, asked, there, steps[high - 1], steps[high]):
        high += 1
    for wider in (0, 1):
        chosen = steps[max(0, low - wider) : high + wider]
        wrote = _slice(quote, [asked[i] for i, _ in chosen if i is not None])
        reads = _slice(raw, [there[j] for _, j in chosen if j is not None])
        if wrote and reads:
            break
    return wrote, reads


def _is_one(
    quote: str,
    raw: str,
    asked: Sequence[_Token],
    there: Sequence[_Token],
    step: _Step,
    after: _Step,
) -> bool:
    """Whether no space parts these two, neither as typed nor in the source."""
    if step[0] is None or step[1] is None or after[0] is None or after[1] is None:
        return False
    between = (
        quote[asked[step[0]].end : asked[after[0]].start],
        raw[there[step[1]].end : there[after[1]].start],
    )
    return not any(each.strip() != each or not each for each in between)


def _slice(text: str, tokens: Sequence[_Token]) -> str:
    return re.sub(r"\s+", " ", text[tokens[0].start : tokens[-1].end]) if tokens else ""
