"""What an … may leave out, so that the words beside it still say together what the source says.

It leaves out whole sentences, or what a sentence stands without: nothing that turns the sense round or
weakens it, nothing that the words beside it are said of, or are governed by, and no change of speaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dateline.evidence.syntax import (
    holds_on,
    is_article,
    is_coordinated,
    is_particle,
    is_third_person,
    is_verb,
    leads_on,
)
from dateline.text import WORD, fold
from dateline.wordkinds import is_auxiliary, is_modal, kind_of, turns_round


@dataclass(frozen=True)
class Gap:
    """The words of a source that … or [words] stand for, in their place."""

    raw: str
    folded: str
    start: int
    end: int
    sentence_end: re.Pattern[str]

    @cached_property
    def text(self) -> str:
        """The words themselves."""
        return self.raw[self.start : self.end]

    @cached_property
    def words(self) -> list[str]:
        """Each of them."""
        return WORD.findall(self.text)

    @cached_property
    def beside(self) -> tuple[str, str]:
        """The words before and after it; "" where there is none."""
        before = WORD.findall(self.raw[max(0, self.start - 40) : self.start])
        after = WORD.findall(self.raw[self.end : self.end + 40])
        return before[-1] if before else "", after[0] if after else ""


def may_be_elided(gap: Gap, opens: bool) -> bool:
    """Whether an elision may stand for these words; `opens` tells that those after it begin a sentence."""
    if turns_round(gap.text) or _changes_speaker(gap):
        return False
    ended = _ENDED.search(gap.raw, max(0, gap.start - 4), gap.start)
    around = (ended[0] if ended else "") + gap.text
    ends = [match.span() for match in gap.sentence_end.finditer(around)]
    if not ends:
        return not gap.words or _stands_without(gap)
    cut_short = WORD.search(around[: ends[0][0]]) is not None
    begins_anew = WORD.search(around[ends[-1][1] :]) is None
    points_back = bool(gap.words) and is_third_person(gap.beside[1])
    return begins_anew and (opens or not cut_short) and not points_back


_ENDED = re.compile(r"[.!?]['’”\"»)]*$")
_OPENED = re.compile(r"\s*['’”\"»)]*\s*[,;:(—–-]")
_CLOSED = re.compile(r"[,;:)—–-]['’”\"»]*\s*$")
_LAST_WORDS = 3


def _stands_without(gap: Gap) -> bool:
    """Whether the sentence around these words stands without them."""
    before, after = gap.beside
    opened, closed = _OPENED.match(gap.text) is not None, _CLOSED.search(gap.text) is not None
    if not opened and not _follows(before, gap.words[0], after):
        return False
    if is_article(before) and (is_particle(after) or is_verb(after)):
        return False
    if is_third_person(after) and any(kind_of(word) == "name" for word in gap.words):
        return False
    if is_coordinated(gap.words):
        return is_verb(after) and kind_of(gap.words[0]) != "name"
    if is_verb(after):
        return opened and closed and not any(is_coordinated([word]) for word in gap.words)
    governed = leads_on(gap.words[-1]) or any(map(is_modal, gap.words[-_LAST_WORDS:]))
    return closed or not (governed or fold(after).text in _OF_WHAT_IS_BEFORE)


def _follows(before: str, first: str, after: str) -> bool:
    """Whether a word needs nothing of what is left out, but perhaps an adverbial: `said [on Sunday] that`."""
    adverbial = is_verb(before) and not (is_auxiliary(before) or is_modal(before))
    return not holds_on(before) or (adverbial and is_particle(first) and is_particle(after))


_OF_WHAT_IS_BEFORE = frozenset({"of", "than"})

_QUOTED = re.compile(r"(?<!\w)[“„\"«»‘'](?=\w)[^“”„\"«»\n]*[”“\"»«’'](?!\w)")
_MARK = re.compile(r"[“”„\"«»‘]|(?<=[,.!?])['’](?!\w)|(?<![\w,.!?])'(?=\w)")


def _changes_speaker(gap: Gap) -> bool:
    """Whether it leads out of a speech or into one, past the end of a sentence or whoever speaks."""
    left = _QUOTED.sub("", gap.raw[max(0, gap.start - 1) : gap.end])
    marks = len(_MARK.findall(left))
    return marks > 1 or (marks == 1 and gap.sentence_end.search(left) is not None)
