"""Quotations with … and [words]: the pieces that must stand in the source, and what may stand between.

What an elision may leave out is in `elisions`, what an insertion may stand for in `insertions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, islice
from typing import Literal

from dateline.evidence.cutting import cuts, owns
from dateline.evidence.elisions import Gap, may_be_elided
from dateline.evidence.insertions import LONGEST_INSERTION, REMARKS, may_replace, may_stand_beside
from dateline.evidence.searched import Text
from dateline.model import Match
from dateline.text import WORD, fold
from dateline.wordkinds import negations

LONGEST_ELISION = 300
"""Folded characters that one … may stand for: about two sentences."""
FEWEST_WORDS = 3
"""On each side of an elision; fewer could be gathered from anywhere."""
_MOST_BEGINNINGS = 10_000
"""Occurrences of the first piece that are tried, which bounds the work on a hostile text."""
_MOST_TOLD = 20
"""The same for telling what is wrong."""

_JOINT = re.compile(
    r"\s*[\[(]\s*(?:\.{3,4}|(?:\. ){2,3}\.)\s*[\])]\s*"
    r"|\s*\.{3,4}\s*|\s*(?:\. ){2,3}\.\s*"
    r"|\s*\[(?P<inserted>[^\[\]]{1,80})\]\s*"
)
_ENDINGS = frozenset({"s", "es", "d", "ed", "ing"})
_INSERTED = re.compile(r"\[(?![\s.]*\])([^\[\]]{1,80})\]")
_LETTERS = re.compile(r"\[(\w{1,4})\](?=\w)|(?<=\w)\[([\w’'-]{1,4})\]")
"""A part of a word in brackets: `[T]he`, `with[out]`."""


Fault = Literal["few words", "elision", "insertion"]


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
    match: Match


def layouts(quote: str, bracketed: frozenset[str]) -> Iterator[Layout]:
    """The ways to take a quotation with … or [ ] apart.

    Brackets may have been put around words, or letters, of the source's own; they may be its own brackets,
    where it has these very words in some (`bracketed`, folded); or they hold the editor's words.
    """
    typed = fold(quote, keep_case=True).text.strip()
    if _JOINT.search(typed) is None:
        return
    owns = dict.fromkeys((bracketed, frozenset[str]()))
    found = dict.fromkeys(_parse(each, own, each != typed) for each in _readings(typed) for own in owns)
    yield from (layout for layout in found if layout is not None)


def _readings(typed: str) -> dict[str, None]:
    """Without any brackets, without those around letters, and as it was typed; each once."""
    return dict.fromkeys((_INSERTED.sub(r"\1", typed), _LETTERS.sub(r"\1\2", typed), typed))


def _parse(typed: str, bracketed: frozenset[str], unbracketed: bool) -> Layout | None:
    """Its pieces and joints; None where it has none, or too few words of the source's own."""
    found = [m for m in _JOINT.finditer(typed) if fold(m["inserted"] or "").text not in bracketed]
    if not found and not unbracketed:
        return None
    pieces, joints = _taken_apart(typed, found)
    if not pieces or not _enough_words(pieces, joints):
        return None
    edited = unbracketed or any(joint.inserted for joint in joints)
    return Layout(tuple(pieces), tuple(joints), "editorial" if edited else "elided")


def spans(layout: Layout, text: Text) -> Iterator[tuple[int, int]]:
    """Folded spans of the passages that a layout may stand for; the shortest where several end together."""
    folded = text.folded.text
    shortest: dict[int, int] = {}
    for start in islice(_places(layout.pieces[0], folded, 0, len(folded)), _MOST_BEGINNINGS):
        end = _follow(layout, start, text)
        if end is not None:
            shortest[end] = start
    yield from ((start, end) for end, start in shortest.items())


def fault_between(quote: str, text: Text) -> Fault | None:
    """What is wrong between pieces that all stand in a text, in order; None where one of them does not."""
    typed = fold(quote, keep_case=True).text.strip()
    return next((fault for each in _readings(typed) if (fault := _fault_in(each, text))), None)


def _fault_in(typed: str, text: Text) -> Fault | None:
    """An elision is at fault, unless there is a passage in which each may stand: then an insertion is."""
    pieces, joints = _taken_apart(typed, list(_JOINT.finditer(typed)))
    inner = [replace(joint, inserted="") for joint in joints[1:-1]]
    passages = list(_passages(pieces, text)) if pieces else []
    elided, inserted = any(joint.elided for joint in inner), any(joint.inserted for joint in joints)
    if not passages or not (elided or inserted):
        return None
    if elided and not _enough_words(pieces, joints):
        return "few words"
    sound = any(all(map(_is_sound, inner, gaps)) for gaps in passages)
    return "insertion" if inserted and sound else "elision"


def _is_sound(joint: Joint, gap: Gap) -> bool:
    return not joint.elided or (len(gap.text) <= LONGEST_ELISION and _may_stand(joint, gap))


def _passages(pieces: list[str], text: Text) -> Iterator[list[Gap]]:
    """What stands between the pieces, from each beginning of the first to the nearest of the others."""
    for start in islice(_whole(pieces[0], text, 0), _MOST_TOLD):
        end, gaps = start + len(pieces[0]), []
        for piece in pieces[1:]:
            at = next(_whole(piece, text, end), None)
            if at is None:
                return
            gaps.append(_gap(text, end, at))
            end = at + len(piece)
        yield gaps


def _whole(piece: str, text: Text, start: int) -> Iterator[int]:
    """Where a piece stands that begins and ends with a whole word."""
    places = _places(piece, text.folded.text, start, len(text.folded.text))
    for at in islice(places, _MOST_BEGINNINGS):
        first, last = text.folded.raw_span(at, at + len(piece))
        if not cuts(text.raw, first) and not cuts(text.raw, last):
            yield at


def _gap(text: Text, end: int, at: int) -> Gap:
    left, right = text.folded.raw_span(end - 1, end)[1], text.folded.offset(at)
    return Gap(text.raw, text.folded.text, left, right, text.sentence_end)


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


def _follow(layout: Layout, start: int, text: Text) -> int | None:
    """Where a passage that begins here ends; None when a piece or a guard is missing."""
    folded, raw = text.folded, text.raw
    end = start + len(layout.pieces[0])
    for joint, piece in zip(layout.joints[1:], layout.pieces[1:], strict=False):
        reach = end + len(piece) + (LONGEST_ELISION if joint.elided else 20 * LONGEST_INSERTION)
        for at in islice(_places(piece, folded.text, end, reach), 1 if joint.elided else 8):
            if _may_stand(joint, _gap(text, end, at)):
                end = at + len(piece)
                break
        else:
            return None
    first, last = folded.raw_span(start, end)
    before = _sentence(raw[max(0, first - 80) : first], text, -1)
    after = _sentence(raw[last : last + 80], text, 0)
    lead = WORD.findall(layout.pieces[0])[0]
    led = may_stand_beside(layout.joints[0].inserted, before[::-1], before, folded.text, lead)
    closed = led and may_stand_beside(layout.joints[-1].inserted, after, after, folded.text)
    return end if closed else None


def _may_stand(joint: Joint, gap: Gap) -> bool:
    """Whether a joint may stand for these words; an insertion of the source's own is quoted as it stands."""
    if not joint.elided and re.search(r"[\[\]]", gap.text):
        return False
    if joint.ending:
        return re.fullmatch(r"\w{0,3}\W+", gap.text) is not None and negations(gap.text) == 0
    if cuts(gap.raw, gap.start) or cuts(gap.raw, gap.end) or owns(gap.raw, gap.start):
        return False
    if joint.elided:
        return may_be_elided(gap, joint.opens) and _keeps_in_elision(joint, gap)
    few = len(gap.words) <= LONGEST_INSERTION and not gap.sentence_end.search(gap.text)
    return few and may_replace(joint.inserted, gap.text, *gap.beside, gap.folded)


def _keeps_in_elision(joint: Joint, gap: Gap) -> bool:
    """An insertion beside an elision may stand for its last words, or for its first."""
    if not joint.inserted or fold(joint.inserted).text in REMARKS:
        return True
    sides = (gap.words[::-1], gap.words)
    return any(may_stand_beside(joint.inserted, near, gap.words, gap.folded) for near in sides)


def _sentence(passage: str, text: Text, side: int) -> list[str]:
    """The words of the same sentence next to a passage."""
    return WORD.findall(text.sentence_end.split(passage)[side])
