"""Quotations with … and [words]: the pieces that must stand in the source, and what may stand between.

An elision must not leave out a word that turns the sense round or the one of whom it is said, nor splice two
half sentences; what an insertion must not do is in `insertions`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice

from dateline.evidence.insertions import LONGEST_INSERTION, REMARKS, may_replace, may_stand_beside
from dateline.model import Match
from dateline.text import WORD, Folded, fold
from dateline.wordkinds import is_modal, is_reversal, kind_of, negations

LONGEST_ELISION = 300
"""Folded characters that one … may stand for: about two sentences."""
FEWEST_WORDS = 3
"""On each side of an elision; fewer could be gathered from anywhere."""
_MOST_BEGINNINGS = 10_000
"""Occurrences of the first piece that are tried, which bounds the work on a hostile text."""

_JOINT = re.compile(
    r"\s*[\[(]\s*(?:\.{3,4}|(?:\. ){2,3}\.)\s*[\])]\s*"
    r"|\s*\.{3,4}\s*|\s*(?:\. ){2,3}\.\s*"
    r"|\s*\[(?P<inserted>[^\[\]]{1,80})\]\s*"
)
_ENDINGS = frozenset({"s", "es", "d", "ed", "ing"})
_ENDED = re.compile(r"[.!?]['’”\"»)]*$")
_SENTENCE_END = re.compile(r"[.!?]['’”\"»)]*(?:\s|$)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Joint:
    """What stands between two pieces."""

    elided: bool
    inserted: str
    ending: bool = False
    """Whether the insertion is a grammatical ending: `vehicle[s]`."""
    opens: bool = False
    """Whether the words after it are typed as the beginning of a sentence."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A quotation taken apart: n pieces, folded, and n + 1 joints, of which the outer ones may be empty."""

    pieces: tuple[str, ...]
    joints: tuple[Joint, ...]
    whole: str
    """The quotation with its brackets taken off, folded: perhaps the words are the source's after all."""
    match: Match


def parse(quote: str) -> Layout | None:
    """A quotation's pieces and joints; None without … or [ ], or with too few words of the source's own."""
    typed = fold(quote, keep_case=True).text.strip()
    found = list(_JOINT.finditer(typed))
    if not found:
        return None
    pieces, joints = _taken_apart(typed, found)
    if not pieces or not _enough_words(pieces, joints):
        return None
    whole = "" if any(j.elided for j in joints) else re.sub(r"[\[\]]", "", typed)
    inserted = any(j.inserted for j in joints)
    return Layout(tuple(pieces), tuple(joints), fold(whole).text, "editorial" if inserted else "elided")


def spans(
    layout: Layout, raw: str, folded: Folded, cuts: Callable[[str, int], bool]
) -> Iterator[tuple[int, int]]:
    """Folded spans of the passages that a layout may stand for; the shortest where several end together."""
    if layout.whole and layout.whole in folded.text:
        at = folded.text.index(layout.whole)
        yield at, at + len(layout.whole)
        return
    shortest: dict[int, int] = {}
    for start in islice(_places(layout.pieces[0], folded.text, 0, len(folded.text)), _MOST_BEGINNINGS):
        end = _follow(layout, start, raw, folded, cuts)
        if end is not None:
            shortest[end] = start
    yield from ((start, end) for end, start in shortest.items())


def _taken_apart(typed: str, found: list[re.Match[str]]) -> tuple[list[str], list[Joint]]:
    """Pieces and joints in turn; joints without words between them become one."""
    pieces: list[str] = []
    joints = [Joint(False, "")]
    done = 0
    for match in [*found, None]:
        piece = typed[done : match.start() if match else len(typed)]
        if WORD.search(piece):
            pieces.append(_trimmed(piece, joints[-1].elided, match is None or not match["inserted"]))
            joints[-1] = replace(joints[-1], opens=not WORD.findall(piece)[0][0].islower())
            joints.append(Joint(False, ""))
        if match:
            joints[-1] = _with(joints[-1], match, typed)
            done = match.end()
    return pieces, joints


def _trimmed(piece: str, after_elision: bool, before_elision: bool) -> str:
    """The piece folded; beside an elision, punctuation goes with what was left out."""
    piece = fold(piece).text.strip()
    piece = piece.lstrip(".,;:'- ") if after_elision else piece.lstrip("'- ")
    return piece.rstrip(".,;:'- ") if before_elision else piece


def _with(joint: Joint, match: re.Match[str], typed: str) -> Joint:
    inserted = match["inserted"]
    if inserted is None:
        return Joint(True, joint.inserted)
    attached = match.start() > 0 and typed[match.start()] == "[" and typed[match.start() - 1].isalnum()
    return Joint(joint.elided, f"{joint.inserted} {inserted}".strip(), attached and inserted in _ENDINGS)


def _enough_words(pieces: list[str], joints: list[Joint]) -> bool:
    """At least three words of the source between one elision and the next."""
    numbered, group = [], 0
    for joint, piece in zip(joints, pieces, strict=False):
        group += joint.elided
        numbered.append((group, len(WORD.findall(piece))))
    return all(
        sum(count for _, count in counts) >= FEWEST_WORDS for _, counts in groupby(numbered, lambda n: n[0])
    )


def _places(piece: str, text: str, start: int, end: int) -> Iterator[int]:
    at = text.find(piece, start, end)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1, end)


def _follow(
    layout: Layout, start: int, raw: str, folded: Folded, cuts: Callable[[str, int], bool]
) -> int | None:
    """Where a passage that begins here ends; None when a piece or a guard is missing."""
    end = start + len(layout.pieces[0])
    for joint, piece in zip(layout.joints[1:], layout.pieces[1:], strict=False):
        reach = end + len(piece) + (LONGEST_ELISION if joint.elided else 20 * LONGEST_INSERTION)
        for at in islice(_places(piece, folded.text, end, reach), 1 if joint.elided else 8):
            left, right = folded.raw_span(end - 1, end)[1], folded.offset(at)
            if _may_stand(joint, _Gap(raw, folded.text, left, right), cuts(raw, left), cuts(raw, right)):
                end = at + len(piece)
                break
        else:
            return None
    first, last = folded.raw_span(start, end)
    before, after = _sentence(raw[max(0, first - 80) : first], -1), _sentence(raw[last : last + 80], 0)
    led = may_stand_beside(layout.joints[0].inserted, before[::-1], before, folded.text)
    closed = led and may_stand_beside(layout.joints[-1].inserted, after, after, folded.text)
    return end if closed else None


@dataclass(frozen=True, slots=True)
class _Gap:
    """The words of a source that a joint stands for, in their place."""

    raw: str
    folded: str
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.raw[self.start : self.end]

    def beside(self) -> tuple[str, str]:
        """The words before and after it; "" where there is none."""
        before = WORD.findall(self.raw[max(0, self.start - 40) : self.start])
        after = WORD.findall(self.raw[self.end : self.end + 40])
        return before[-1] if before else "", after[0] if after else ""


def _may_stand(joint: Joint, gap: _Gap, cut_left: bool, cut_right: bool) -> bool:
    """Whether a joint may stand for these words; an insertion of the source's own is quoted as it stands."""
    text = gap.text
    if not joint.elided and re.search(r"[\[\]]", text):
        return False
    if joint.ending:
        return re.fullmatch(r"\w{0,3}\W+", text) is not None and negations(text) == 0
    if cut_left or cut_right:
        return False
    if joint.elided:
        ended = _ENDED.search(gap.raw, max(0, gap.start - 4), gap.start)
        spliced = _splices((ended[0] if ended else "") + text, joint.opens)
        return _may_be_elided(text) and not spliced and _keeps_in_elision(joint, gap)
    few = len(WORD.findall(text)) <= LONGEST_INSERTION and not _SENTENCE_END.search(text)
    return few and may_replace(joint.inserted, text, *gap.beside(), gap.folded)


def _keeps_in_elision(joint: Joint, gap: _Gap) -> bool:
    """An insertion beside an elision may stand for its last words, or for its first."""
    words = WORD.findall(gap.text)
    if not joint.inserted or fold(joint.inserted).text in REMARKS:
        return True
    return any(may_stand_beside(joint.inserted, near, words, gap.folded) for near in (words[::-1], words))


_CLOSED = re.compile(r"[,;:)—–-]['’”\"»]*\s*$")
_SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they", "who", "which"})
_LAST_WORDS = 3


def _may_be_elided(gap: str) -> bool:
    """Whether these words turn nothing round, and none of them is the one of whom the next words are said."""
    words = WORD.findall(gap)
    if any(map(is_reversal, words)):
        return False
    if not words or _CLOSED.search(gap) or _SENTENCE_END.search(gap):
        return True
    if any(map(is_modal, words[-_LAST_WORDS:])):
        return False
    return kind_of(words[-1]) != "name" and fold(words[-1]).text not in _SUBJECTS


def _splices(gap: str, opens: bool) -> bool:
    """Whether an elision joins what it should not across the end of a sentence.

    The words after it begin a sentence; and are typed so, where those before it do not end theirs.
    """
    ends = [match.span() for match in _SENTENCE_END.finditer(gap)]
    if not ends:
        return False
    cut_short = WORD.search(gap[: ends[0][0]]) is not None
    return WORD.search(gap[ends[-1][1] :]) is not None or (cut_short and not opens)


def _sentence(text: str, side: int) -> list[str]:
    """The words of the same sentence next to a passage."""
    return WORD.findall(_SENTENCE_END.split(text)[side])
