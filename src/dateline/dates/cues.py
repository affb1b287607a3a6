"""Tense: does the clause around a date speak of the past or of what is to come?

A part-of-speech tagger would know better; the nearest of some hundred verbs and signals is right in about
95 % of news, and takes microseconds.
"""

from __future__ import annotations

import re
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
_BETWEEN: Final = words("the early mid middle late end start beginning of on at in around about next this")
"""What may stand between such a sign and the date: "by the end of June"."""
_PAST: Final = words(
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
_POSSIBLE: Final = words("could would might should be")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BREAK: Final = re.compile(
    r"[;!?\n]|:(?!\d)|\.(?=\s+[\"“'‘A-Z]|$)|\s[-–—]+\s"
    r"|,\s+(?:and|but|while|when|where|which|who|whose|as|after|before|although|though)\b"
)
_REACH: Final = 110
"""How far a cue may stand from its date, in characters."""


def cue(text: str, start: int, end: int) -> Cue:
    """The nearest sign of tense to text[start:end]: before it in its clause, else after it."""
    traded = _TRADED_AHEAD.match(text, end)
    if traded:
        return Cue("future", traded[1])
    found = _before(text, start) if start else None
    return found or (_after(text, end) if end < len(text) else None) or NONE


def _before(text: str, start: int) -> Cue | None:
    begin = max(0, start - _REACH)
    for match in _BREAK.finditer(text, begin, start):
        begin = match.end()
    clause = [match[0] for match in _WORD.finditer(text, begin, start)]
    leading = next((word for word in reversed(clause) if word.lower() not in _BETWEEN), "")
    if leading.lower() in _LEADING:
        return Cue("future", leading)
    if " ".join(clause[-3:]).lower() in ("as early as", "as soon as"):
        return Cue("future", " ".join(clause[-3:]))
    found = next((sign for index in range(len(clause) - 1, -1, -1) if (sign := _sign(clause, index))), None)
    return _question(clause, found) or found


def _question(clause: list[str], found: Cue | None) -> Cue | None:
    """A past verb of asking, over a modal: “asked whether it could be likened to” tells of no future."""
    if found is None or found.word.split()[0].lower() not in _POSSIBLE:
        return None
    lower = [word.lower() for word in clause]
    asking = next((word for word in clause if word.lower() in _ASKING), None)
    return Cue("past", asking) if asking and ("whether" in lower or "if" in lower) else None


def _after(text: str, end: int) -> Cue | None:
    stop = _BREAK.search(text, end, end + _REACH)
    limit = min(len(text), end + _REACH, stop.start() if stop else len(text))
    clause = [match[0] for match in _WORD.finditer(text, end, limit)]
    return next((found for index in range(len(clause)) if (found := _sign(clause, index))), None)


def _sign(clause: list[str], index: int) -> Cue | None:
    """What one word of a clause says, with the words next to it."""
    word = clause[index]
    lower = word.lower().replace("’", "'")
    before = clause[index - 1].lower() if index else ""
    following = clause[index + 1].lower() if index + 1 < len(clause) else ""
    if lower == "to":
        looks_ahead = following in _VERBS or (before in _TO_BE and before != "due")
        return Cue("future", f"to {following}".strip()) if looks_ahead else None
    if word == "May" or (lower == "due" and _is_cause(clause, index)):
        return None
    if lower in _ARRANGED and following in ("for", "until"):
        return Cue("future", f"{word} {following}")
    if lower in _FUTURE or lower in _TIMETABLE or lower.endswith("'ll"):
        return Cue("future", word)
    if lower in _PAST or (lower.endswith("ed") and len(lower) > 4 and lower not in _NOUNS):
        if before == "be":
            return Cue("future", f"{clause[index - 1]} {word}")
        return None if before in _PRESENT else Cue("past", word)
    return None


def _is_cause(clause: list[str], index: int) -> bool:
    """Whether "due" gives a cause: "due to rain", and not "due to meet"."""
    following = [word.lower() for word in clause[index + 1 : index + 3]]
    return following[:1] == ["to"] and not (following[1:] and following[1] in _VERBS)
