"""Tense: does the clause around a date speak of the past or of what is to come?

A part-of-speech tagger would know better; the nearest of some hundred verbs and signals is right in about
95 % of news, and takes microseconds.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

Direction = Literal["past", "future", ""]


class Cue(NamedTuple):
    """What the clause says about the time of its date."""

    direction: Direction
    word: str = ""
    """The word that says so, as it stands."""


NONE: Final = Cue("")

_FUTURE: Final = (
    r"will|won['’]t|['’]ll|shall|would|going\s+to|(?:is|are|was|were|be|been)\s+(?:to|set|due|slated|scheduled|expected|"
    r"planned|likely|poised|supposed|bound)|set\s+to|due|slated|scheduled|expected|expects?|expecting|plans?|planning|"
    r"planned|intends?|intended|aims?|hopes?|hoping|proposed|upcoming|forthcoming|deadline|until|till|may|might|could|"
    r"should|must|can|let['’]s|to\s+(?:be|begin|start|meet|hold|vote|take|open|visit|release|announce|"
    r"play|face|arrive|resume|discuss|decide|launch|leave|go|make|give|come|appear|speak|travel|attend|sign|run|"
    r"deliver|complete|finish|end|close|return|join|testify|consider|hear)|(?:is|are)\s+\w+ing|ahead\s+of|"
    r"(?:starting|beginning|effective|tickets|forecasts?|predicts?|predicted|projected|promised|pledged|vowed|by)"
)
_PAST: Final = (
    r"was|were|had|has|have|did|been|said|says|told|went|came|took|made|gave|began|sold|bought|met|left|held|sent|led|"
    r"hit|shot|found|got|saw|kept|became|broke|ran|spoke|wrote|grew|paid|built|fought|struck|drew|flew|threw|stood|"
    r"brought|thought|felt|fell|rose|won|lost|died|lay|lent|bid|drove|chose|sank|sought|taught|caught|stole|swore|"
    r"wore|hung|dealt|meant|read|heard|knew|showed|put|quit|cut|split|burst|spent|slid|fled|bore|beat|bit|blew|ate|"
    r"drank|froze|forgot|overcame|withdrew|understood|since|recently|[a-z]{2,}ed"
)
_VERB: Final = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))\b", re.IGNORECASE)
_BREAK: Final = re.compile(
    r"[;:!?]|\.(?=\s+[\"“'‘A-Z]|$)|\s[-–—]+\s|,\s+(?:and|but|while|when|where|which|who|whose|as|after|before|although|though)\b"
)
_REACH: Final = 110
_NOT_VERBS: Final = frozenset(
    {
        "need",
        "feed",
        "seed",
        "speed",
        "breed",
        "united",
        "hundred",
        "indeed",
        "red",
        "bed",
        "unprecedented",
        "related",
        "limited",
        "combined",
    }
)


def cue(text: str, start: int, end: int) -> Cue:
    """The nearest sign of tense to text[start:end]: before it in its clause, else after it."""
    return _before(text, start) or _after(text, end) or NONE


def _before(text: str, start: int) -> Cue | None:
    begin = max(0, start - _REACH)
    for match in _BREAK.finditer(text, begin, start):
        begin = match.end()
    found = None
    for match in _VERB.finditer(text, begin, start):
        found = _cue(match) or found
    return found


def _after(text: str, end: int) -> Cue | None:
    stop = _BREAK.search(text, end)
    limit = min(len(text), end + _REACH, stop.start() if stop else len(text))
    for match in _VERB.finditer(text, end, limit):
        found = _cue(match)
        if found:
            return found
    return None


def _cue(match: re.Match[str]) -> Cue | None:
    word = match[0]
    if word.lower() in _NOT_VERBS or word == "May":
        return None
    return Cue("future" if match["future"] else "past", word)
