"""What the words of a clause say about its time: verbs, modals, and what stands next to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple

from dateline.dates import tenses

Direction = Literal["past", "future", ""]


class Cue(NamedTuple):
    """What the clause says about the time of its date."""

    direction: Direction
    word: str = ""
    """The word that says so, as it stands."""


NONE: Final = Cue("")
_WORD: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]++(?:['’][A-Za-zÀ-ÖØ-öø-ɏ]++)*+")
"""A word in Latin letters: a range of letters is found sooner than a class."""


class Clause(NamedTuple):
    """The words on one side of a date, as far as its clause goes."""

    text: str
    written: list[str]
    """Its words."""
    lower: list[str]
    """The same in lower case, with straight apostrophes."""
    rest: str = ""
    """What stands on the other side of the date, for the words before it."""
    follows: bool = False
    """Whether they are the words after the date."""

    def at(self, index: int) -> str:
        """A word in lower case; empty beyond either end."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def names(self, index: int) -> bool:
        """Whether a word has a capital, and not because the clause begins with it: “a Rose Bowl berth”."""
        return index > 0 and self.written[index][0].isupper()

    def has(self, some: frozenset[str], end: int) -> bool:
        """Whether one of some words stands before an index."""
        return not some.isdisjoint(self.lower[:end])


def clause_of(text: str, rest: str = "", *, follows: bool = False) -> Clause:
    """The words of one side of a date, of which `rest` is the other."""
    written = _WORD.findall(text)
    return Clause(text, written, " ".join(written).lower().replace("’", "'").split(), rest, follows)


def nearest(clause: Clause, indices: Iterable[int]) -> Cue | None:
    """What the first of these words says that says anything."""
    for index in indices:
        word = clause.lower[index]
        says = _SAYS.get(word) or _ENDINGS.get(word[-2:])
        found = says(clause, index) if says and not clause.names(index) else None
        if found:
            return found
    return None


def future(clause: Clause, index: int) -> Cue | None:
    """What a word says that always looks ahead."""
    return Cue("future", clause.written[index])


def _past(clause: Clause, index: int) -> Cue | None:
    """“met”; not “is met”, of which nobody knows when, and “to be met” is to come."""
    before = clause.at(index - 1)
    if before == "be" and clause.lower[max(0, index - 3) : index - 1] != ["could", "not"]:
        return Cue("future", " ".join(clause.written[index - 1 : index + 1]))
    return None if before in tenses.PRESENT else Cue("past", clause.written[index])


def _in_ed(clause: Clause, index: int) -> Cue | None:
    """Nearly every word in -ed is a past tense."""
    word = clause.lower[index]
    return _past(clause, index) if len(word) > 4 and word not in tenses.NOUNS else None


def _in_ll(clause: Clause, index: int) -> Cue | None:
    """“they'll”."""
    return future(clause, index) if clause.lower[index].endswith("'ll") else None


def _in_ng(clause: Clause, index: int) -> Cue | None:
    """“is flying to Geneva”, which is arranged; “after losing”, which is over."""
    before = clause.at(index - 1)
    if before == "after":
        return Cue("past", " ".join(clause.written[index - 1 : index + 1]))
    arranged = before in tenses.PRESENT and clause.lower[index] in tenses.UNDER_WAY
    return future(clause, index) if arranged else None


def _of_many(clause: Clause, index: int) -> Cue | None:
    """“schools reopen”; not “to reopen” or “the vote”, nor “helped rebels take”."""
    before = clause.at(index - 1)
    many = before in tenses.MANY or (len(before) > 3 and before[-1] == "s" and before[-2] not in "'suo")
    many = (
        many
        or (index == 0 and not clause.follows)
        or (before == "and" and clause.lower[index] in tenses.NEVER_A_NOUN)
    )
    return future(clause, index) if many and not clause.has(tenses.SET_GOING, index) else None


def _to(clause: Clause, index: int) -> Cue | None:
    """“to meet”, “is to”; not “to Rome”, nor “due to rain”, and “failed to meet” is over."""
    before, following = clause.at(index - 1), clause.at(index + 1)
    if following not in tenses.VERBS and (before not in tenses.TO_BE or before == "due"):
        return None
    if "had" in clause.lower[max(0, index - 3) : index - 1]:  # “had been due to”, and did not
        return Cue("past", clause.written[clause.lower.index("had")])
    over = nearest(clause, range(index - 1, -1, -1)) if following in tenses.VERBS else None
    if over and over.direction == "past" and over.word.lower() in tenses.GOT_DOING:
        return over
    return Cue("future", f"to {following}".strip())


def _may(clause: Clause, index: int) -> Cue | None:
    """The verb, and not the month."""
    return None if clause.written[index] == "May" else future(clause, index)


def _reports(clause: Clause, index: int) -> Cue | None:
    """“reports its results Tuesday”; not “the Herald reports”."""
    return future(clause, index) if clause.at(index + 1) in tenses.REPORTED else None


def _marks(clause: Clause, index: int) -> Cue | None:
    """“Monday marks the anniversary”, right after a date."""
    return future(clause, index) if clause.follows and index == 0 else None


def _closed(clause: Clause, index: int) -> Cue | None:
    """“Banks are closed Monday”, by the calendar."""
    by_calendar = not clause.follows and clause.at(index - 1) in ("is", "are")
    return future(clause, index) if by_calendar else _past(clause, index)


def _due(clause: Clause, index: int) -> Cue | None:
    """“due to meet”; not “due to rain”, which gives a cause."""
    is_cause = clause.at(index + 1) == "to" and clause.at(index + 2) not in tenses.VERBS
    return None if is_cause else future(clause, index)


def _arranged(clause: Clause, index: int) -> Cue | None:
    """“called for” a date; “called” alone is a past tense, and “call” says nothing."""
    if not clause.follows and clause.at(index + 1) in ("for", "until"):
        return Cue("future", f"{clause.written[index]} {clause.at(index + 1)}")
    return _in_ed(clause, index) if clause.lower[index].endswith("ed") else None


def _denied(clause: Clause, index: int) -> Cue | None:
    """“could not attend” and “would not say” are over; “could meet” is to come."""
    denied = clause.at(index + 1) == "not"
    over = denied and (clause.lower[index] == "could" or clause.at(index + 2) in tenses.SAYING)
    return Cue("past" if over else "future", clause.written[index])


def _blamed(clause: Clause, index: int) -> Cue | None:
    """“is accused of shooting”, which was before."""
    return Cue("past", clause.written[index]) if clause.at(index + 1) in ("of", "with", "for", "in") else None


Says = Callable[[Clause, int], Cue | None]

_SAYS: Final[dict[str, Says]] = {
    **dict.fromkeys(tenses.PAST, _past),
    **dict.fromkeys(tenses.FUTURE | tenses.TIMETABLE, future),
    **dict.fromkeys(tenses.TIMETABLED, _of_many),
    **dict.fromkeys(tenses.ARRANGED, _arranged),
    **dict.fromkeys(tenses.BLAMED, _blamed),
    "to": _to,
    "may": _may,
    "due": _due,
    "reports": _reports,
    "marks": _marks,
    "closed": _closed,
    "could": _denied,
    "would": _denied,
}
"""What a word says about the tense, by itself and with the words next to it."""
_ENDINGS: Final[dict[str, Says]] = {"ed": _in_ed, "ll": _in_ll, "ng": _in_ng}
"""The same of words that are in no list, by their last two letters."""
