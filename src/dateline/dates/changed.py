"""Words around a date that make it another one, or none: “not Monday”, “any day but Monday”.

What they would make of it no rule reads; so it is no date, rather than a wrong one. “Monday instead of
Tuesday” and “Monday, not Tuesday” deny the second, and leave the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.dates.cars import of_a_model
from dateline.dates.counted import COUNTED
from dateline.dates.lexicon import Token, tokens
from dateline.dates.wordlists import words

_NEGATED: Final = re.compile(
    r"(?:(?<![\w’'])(?P<no>not|never|neither|nor|no)|\b(?:is|was|are|were)n['’]t)"
    r"(?P<lead>\s+(?:on|in|at|during|for|this|the))*\s+$",
    re.I,
)
_DENIAL: Final = re.compile(r"no|ne[vi]|n['’]t")
"""What there is in every negation; a search for it is quick."""
_HELPING: Final = re.compile(
    r"\b(?:did|do|does|could|can|would|will|shall|should|may|might|must|has|have|had)\s+not\b[^.]*$", re.I
)
"""“could not on Monday confirm” denies the confirming, and not the day."""
_REACH: Final = 40
_LEADS: Final = words("on in at during for this the by from of")


def negated(text: str, begin: int) -> bool:
    """Whether a negation stands right before a date that begins at a place in a text."""
    front = text[max(0, begin - _REACH) : begin]
    found = _NEGATED.search(front) if _DENIAL.search(front.lower()) else None
    if found is None or _HELPING.search(front):
        return False
    said = text[begin : begin + _REACH].split(" ", 1)[0].lower() in _LEADS or found["lead"]
    return not (said and (found["no"] or "").lower() == "no")  # “said no on Monday”


_BEFORE: Final = words("never neither nor except excepting excluding than rather instead")
_AFTER: Final = words("except excepting excluding nor neither")
_MORE: Final = words("more less fewer")
"""“more than two years ago” is about then."""
_ONLY: Final = words("only just merely")
_ALL_BUT: Final = words("all any every everything anything day days week month year none nothing")
_SIDES: Final = words("before after following")
_JOINING: Final = words("and or but nor & not , then")
_JOINTS: Final = _JOINING | words("on in at the of from by again early late next last")
_VERBS: Final = words("may march sat")
_NAMING: Final = ("MONTH", "WEEKDAY", "YEAR", "ISO", "NUMERIC", "DECADE", "WEEKDAYS")
_NEAR: Final = 5
"""How many words on another date may begin."""
_TO: Final = words("- – — to until till through thru and or &")
_HOURS: Final = words("hours hrs people men women votes points percent dollars euros pounds miles km")


def changed(text: str, begin: int, end: int) -> bool:
    """Whether what else a stated phrase says changes the date that stands from one place to another."""
    if not (text[:begin].strip() or text[end:].strip()):
        return False
    row = [_plain(word, text) for word in tokens(text)]
    before = [word for word in row if word.end <= begin]
    date = [word for word in row if begin <= word.start < end]
    after = [word for word in row if word.start >= end]
    if not date:
        return False
    return (
        (bool(before) and _ends_raised(before[-1]))
        or of_a_model(text, begin, end)
        or _says_otherwise(before, after)
        or _related(before, date, after)
        or _joined(before[::-1], counting=False)
        or _joined(after)
        or _number_left(before, date, after)
    )


def _ends_raised(word: Token) -> bool:
    """Whether a figure above the line ends it, of a power or a note: “3² March 2020”."""
    return word.text[-1].isdigit() and not word.text[-1].isdecimal()


def _plain(word: Token, text: str) -> Token:
    """A word as it is, but a verb is no month: “Monday, and may close”."""
    return replace(word, terminals=()) if text[word.start : word.end] in _VERBS else word


def _says_otherwise(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """“except Monday”, “any day but Monday”, “not only Monday”, “rather than Monday”."""
    front = [word.text for word in before if word.text not in _LEADS]
    last, last_but_one = ["", "", *front][-1], ["", "", *front][-2]
    if last == "than" and last_but_one in _MORE:
        return False
    if last in _BEFORE or (last == "but" and last_but_one in _ALL_BUT):
        return True
    if last in _ONLY and last_but_one == "not":
        return True
    follow = next((word.text for word in after if word.text != ","), "")
    return follow in _AFTER


def _related(before: Sequence[Token], date: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether another is before or after it: “Friday before Christmas”, “Monday after the vote”."""
    follows = len(after) > 1 and after[0].text in _SIDES
    return follows or (date[0].text in _SIDES and bool(before) and _names(before[-1]))


def _joined(words_on: Sequence[Token], *, counting: bool = True) -> bool:
    """Whether another date is joined to it: “Monday and Wednesday”; the words lead away from the date.

    Figures that a word follows may count what that names: “in 2024, and 2000 people”.
    """
    for index, word in enumerate(words_on[:_NEAR]):
        if word.text not in _JOINTS:
            joints = {joint.text for joint in words_on[:index]}
            if counting and "not" in joints:
                return False
            beyond = words_on[index + 1 : index + 2]
            counted = counting and word.kind == "figures" and beyond and beyond[0].kind != "sign"
            return not joints.isdisjoint(_JOINING) and not counted and _names(word)
    return False


def _names(word: Token) -> bool:
    return any(category in _NAMING for category, _ in word.terminals)


def _number_left(before: Sequence[Token], date: Sequence[Token], after: Sequence[Token]) -> bool:
    """Figures beside the date that it should have taken in: “the 32nd of May”, “March 3, 20256”."""
    if len(date) == 1 and date[0].kind == "figures" and after and _counts(after[0]):
        return True
    if date[0].kind == "figures" and before and _of_a_month(before[-1]):
        return True
    lead = next((word for word in reversed(before) if word.text not in ("of", ",", "the")), None)
    if _of_a_month(date[0]) and lead and lead.kind in ("figures", "ordinal"):
        return True
    rest = [word for word in after[:3] if word.text not in (",", "the")]
    if rest and rest[0].text in _TO and _of_a_month(date[0]):
        rest = rest[1:]
    if not rest or rest[0].kind not in ("figures", "ordinal"):
        return False
    beyond = after[after.index(rest[0]) + 1 :]
    ends = not beyond or (beyond[0].kind == "sign" and not _is_fraction(beyond))
    counted = bool(beyond) and beyond[0].text in COUNTED
    return ends or (after[0] is rest[0] and _of_a_month(date[-1]) and not counted)


def _is_fraction(words_on: Sequence[Token]) -> bool:
    """Whether a point and figures go on with a number: the “.5” of “12.5 million”."""
    point, figures = (*words_on[:2], words_on[0])[:2]
    return point.text == "." and figures.kind == "figures" and figures.start == point.end


def _of_a_month(word: Token) -> bool:
    return any(category == "MONTH" for category, _ in word.terminals)


def _counts(word: Token) -> bool:
    """Whether it makes a number of the figures before it: “1500 hours”, “2000 years”."""
    return word.text in _HOURS or any(category in ("UNITS", "WEEKDAY") for category, _ in word.terminals)
