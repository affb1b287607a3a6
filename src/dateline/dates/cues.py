"""Tense: does the clause around a date speak of the past or of what is to come?

A part-of-speech tagger would know better; the nearest of some hundred verbs and signals is right in about
95 % of news, and takes microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple

from dateline.dates.wordlists import words

Direction = Literal["past", "future", ""]


class Cue(NamedTuple):
    """What the clause says about the time of its date."""

    direction: Direction
    word: str = ""
    """The word that says so, as it stands."""


NONE: Final = Cue("")

_FUTURE: Final = words(
    """
    will won't shall would going due slated scheduled expected expects expect expecting plan plans
    planning planned intends aims hopes hoping upcoming forthcoming deadline may might could should must
    can let's tickets forecast forecasts predicts likely poised supposed tentatively soon coming
    """
)
_TIMETABLE: Final = words(
    """
    begins opens starts ends arrives meets resumes expires concludes convenes returns departs votes plays
    faces payable takes celebrates
    """
)
"""The present tense that news uses for what is arranged: "the trial begins Monday"."""
_ARRANGED: Final = words("call calls called set fixed postponed rescheduled adjourned delayed")
"""With “for” or “until” after them, verbs of what is to come: “called for a strike on Thursday”."""
_TRADED_AHEAD: Final = re.compile(r"\s+(delivery|futures|contracts?)\b")
"""What is traded before its month has come: “December delivery”, whatever its price did."""
_LEADING: Final = words("by until till beginning starting effective")
"""Signs of the future only where they stand right before the date: "by Friday", not "led by a general"."""
_UNTIL: Final = words("until till")
_LASTED: Final = words(
    """
    lived served worked reigned remained lasted governed chaired headed led taught edited managed
    coached presided waited played owned practiced practised
    """
)
"""After these, “until” leads to what has ended: “served until March”, and not “was suspended until March”."""
_OF_ANOTHER_VERB: Final = re.compile(
    r",|\b(?:that|which|who|is|are|be|stays?|stands?|remains?|will|must|may|can|should|has|have)\b"
)
"""What, between such a verb and “until”, gives that to another: “edited it and is on leave until May”."""
_STILL_TO_COME: Final = re.compile(r"\b(?:will|won['’]t|shall|would)\b|['’]ll\b")
_BETWEEN: Final = words(
    "the early mid middle late end start beginning of on at in around about next this noon midday midnight"
)
"""What may stand between such a sign and the date: "by the end of June"."""
PAST: Final = words(
    """
    was were had has have did been said says told went came took made gave began sold bought met left
    held sent led hit shot found got saw kept became broke ran spoke wrote grew paid built fought struck
    drew flew threw stood brought thought felt fell rose won lost died lay drove chose sank sought
    taught caught stole swore wore hung dealt meant knew showed put quit split burst spent slid fled
    bore beat bit blew ate drank froze forgot overcame withdrew understood since recently wasn't weren't
    didn't hadn't hasn't haven't
    """
)
_PRESENT: Final = words(
    """
    is are am being isn't aren't
    """
)
_TO_BE: Final = words(
    """
    is are was were be set due likely expected scheduled
    """
)
_VERBS: Final = words(
    """
    be begin start meet hold vote take open visit release announce play face arrive resume discuss
    decide launch leave go make give come appear speak travel attend sign run deliver complete finish
    end close return join testify consider hear step retire replace become reach pay buy sell build fly
    host debut unveil report publish
    """
)
"""Verbs that news puts after "to" when it speaks of what is to come."""
_NOUNS: Final = words(
    """
    need feed seed speed breed united hundred indeed red bed unprecedented related limited combined
    embed creed greed proceed exceed succeed
    """
)
"""Words in -ed that are no past tense."""
_ASKING: Final = words("asked wondered questioned doubted disputed")
_AS_EARLY_AS: Final = (["as", "early", "as"], ["as", "soon", "as"])
_POSSIBLE: Final = words("could would might should be")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BREAK: Final = re.compile(
    r";|!|\?|\n|:(?!\d)|\.(?=\s+[\"“'‘A-Z]|$)|-(?<=\s-)[-–—]*\s|–(?<=\s–)[-–—]*\s|—(?<=\s—)[-–—]*\s"
    r"|,\s+(?:and|but|while|when|where|which|who|whose|as|after|before|although|though)\b"
)
"""What ends a clause. Each part begins with one sign, for then the search leaps from such to such."""
_REACH: Final = 110
"""How far a cue may stand from its date, in characters."""


class _Clause(NamedTuple):
    """The words on one side of a date, as far as its clause goes."""

    text: str
    written: list[str]
    """Its words."""
    lower: list[str]
    """The same in lower case, with straight apostrophes."""

    def at(self, index: int) -> str:
        """A word in lower case; empty beyond either end."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""


def cue(text: str, start: int, end: int) -> Cue:
    """The nearest sign of tense to text[start:end]: before it in its clause, else after it."""
    if end - start == len(text):
        return NONE  # nothing stands around it
    traded = _TRADED_AHEAD.match(text, end)
    if traded:
        return Cue("future", traded[1])
    return _before(text[max(0, start - _REACH) : start]) or _after(text[end : end + _REACH]) or NONE


def _before(front: str) -> Cue | None:
    ends = [match.end() for match in _BREAK.finditer(front)]
    clause = _clause(front[ends[-1] :] if ends else front)
    return _leading(clause) or _questioned(clause, _nearest(clause, range(len(clause.lower) - 1, -1, -1)))


def _after(rest: str) -> Cue | None:
    stop = _BREAK.search(rest)
    clause = _clause(rest[: stop.start()] if stop else rest)
    return _nearest(clause, range(len(clause.lower)))


def _clause(text: str) -> _Clause:
    written = _WORD.findall(text)
    return _Clause(text, written, " ".join(written).lower().replace("’", "'").split())


def _leading(clause: _Clause) -> Cue | None:
    """A sign right before the date: “by the end of June”, “as early as June”."""
    index = next((i for i in range(len(clause.written) - 1, -1, -1) if clause.lower[i] not in _BETWEEN), -1)
    if clause.at(index) in _LEADING:
        return _lasted(clause, index) or Cue("future", clause.written[index])
    if clause.lower[-3:] in _AS_EARLY_AS:
        return Cue("future", " ".join(clause.written[-3:]))
    return None


def _lasted(clause: _Clause, index: int) -> Cue | None:
    """“lived there until January”: a past verb of lasting, before “until”."""
    found = _nearest(clause, range(index - 1, -1, -1)) if clause.at(index) in _UNTIL else None
    if found is None or found.direction != "past" or found.word not in _LASTED:
        return None
    *before, rest = re.split(rf"\b{found.word}\b", clause.text)
    return None if _STILL_TO_COME.search(before[-1]) or _OF_ANOTHER_VERB.search(rest) else found


def _nearest(clause: _Clause, indices: Iterable[int]) -> Cue | None:
    """What the first of these words says that says anything."""
    for index in indices:
        word = clause.lower[index]
        says = _SAYS.get(word) or _ENDINGS.get(word[-2:])
        found = says(clause, index) if says else None
        if found:
            return found
    return None


def _questioned(clause: _Clause, found: Cue | None) -> Cue | None:
    """A past verb of asking, over a modal: “asked whether it could be likened to” tells of no future."""
    if found is None or found.word.split()[0].lower() not in _POSSIBLE:
        return found
    asking = next((i for i, word in enumerate(clause.lower) if word in _ASKING), -1)
    doubtful = "whether" in clause.lower or "if" in clause.lower
    return Cue("past", clause.written[asking]) if asking >= 0 and doubtful else found


def _future(clause: _Clause, index: int) -> Cue | None:
    return Cue("future", clause.written[index])


def _past(clause: _Clause, index: int) -> Cue | None:
    """“met”; not “is met”, of which nobody knows when, and “to be met” is to come."""
    before = clause.at(index - 1)
    if before == "be":
        return Cue("future", " ".join(clause.written[index - 1 : index + 1]))
    return None if before in _PRESENT else Cue("past", clause.written[index])


def _in_ed(clause: _Clause, index: int) -> Cue | None:
    """Nearly every word in -ed is a past tense."""
    word = clause.lower[index]
    return _past(clause, index) if len(word) > 4 and word not in _NOUNS else None


def _in_ll(clause: _Clause, index: int) -> Cue | None:
    """“they'll”."""
    return _future(clause, index) if clause.lower[index].endswith("'ll") else None


def _to(clause: _Clause, index: int) -> Cue | None:
    """“to meet”, “is to”; not “to Rome”, nor “due to rain”."""
    before, following = clause.at(index - 1), clause.at(index + 1)
    looks_ahead = following in _VERBS or (before in _TO_BE and before != "due")
    return Cue("future", f"to {following}".strip()) if looks_ahead else None


def _may(clause: _Clause, index: int) -> Cue | None:
    """The verb, and not the month."""
    return None if clause.written[index] == "May" else _future(clause, index)


def _due(clause: _Clause, index: int) -> Cue | None:
    """“due to meet”; not “due to rain”, which gives a cause."""
    is_cause = clause.at(index + 1) == "to" and clause.at(index + 2) not in _VERBS
    return None if is_cause else _future(clause, index)


def _arranged(clause: _Clause, index: int) -> Cue | None:
    """“called for”; “called” alone is a past tense, and “call” says nothing."""
    if clause.at(index + 1) in ("for", "until"):
        return Cue("future", f"{clause.written[index]} {clause.at(index + 1)}")
    return _in_ed(clause, index) if clause.lower[index].endswith("ed") else None


_SAYS: Final[dict[str, Callable[[_Clause, int], Cue | None]]] = {
    **dict.fromkeys(PAST, _past),
    **dict.fromkeys(_FUTURE | _TIMETABLE, _future),
    **dict.fromkeys(_ARRANGED, _arranged),
    "to": _to,
    "may": _may,
    "due": _due,
}
"""What a word says about the tense, by itself and with the words next to it."""
_ENDINGS: Final[dict[str, Callable[[_Clause, int], Cue | None]]] = {"ed": _in_ed, "ll": _in_ll}
"""The same of words that are in no list, by their last two letters."""
