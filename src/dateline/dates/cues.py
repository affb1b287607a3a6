"""Tense: does the clause around a date speak of the past or of what is to come?

A part-of-speech tagger would know better; the nearest of some hundred verbs and signals is right in about
95 % of news, and takes microseconds.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.dates import tenses
from dateline.dates.verbs import NONE, Clause, Cue, Says, clause_of, future, nearest

_OF_ANOTHER_VERB: Final = re.compile(
    r",|\b(?:that|which|who|is|are|be|stays?|stands?|remains?|will|must|may|can|should|has|have)\b"
)
"""What, between such a verb and “until”, gives that to another: “edited it and is on leave until May”."""
_STILL_TO_COME: Final = re.compile(r"\b(?:will|won['’]t|shall|would)\b|['’]ll\b")
_HAD_DONE: Final = re.compile(
    r"\b([Hh]ad) (?:already |all |not )?(?:[a-z]+ed|been|become|[a-z]+en|gone|left|done)\b"
)
_OWNED: Final = re.compile(r"['’]s\b")
_POSSIBLE: Final = frozenset(("could", "would", "might", "should", "be"))
_BREAK: Final = re.compile(
    r";|!|\?|\n|:(?!\d)"
    r"|\.(?<![\s.][A-Za-z]\.)(?<!Mr\.|Dr\.|St\.|Co\.)(?<!Gov\.|Sen\.|Rep\.|Gen\.|Inc\.|Mrs\.)(?=\s+[\"“'‘A-Z]|$)"
    r"|-(?<=\s-)[-–—]*\s|–(?<=\s–)[-–—]*\s|—(?<=\s—)[-–—]*\s"
    r"|,\s+(?:and|but|while|when|where|which|who|whose|as|after|before|although|though)\b"
)
"""What ends a clause. Each part begins with one sign, for then the search leaps from such to such."""
_REACH: Final = 110
"""How far a cue may stand from its date, in characters."""


def cue(text: str, start: int, end: int) -> Cue:
    """The nearest sign of tense to text[start:end]: before it in its clause, else after it."""
    if end - start == len(text):
        return NONE  # nothing stands around it
    known = _of_a_thing(text, end)
    if known:
        return known
    front, rest = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    begin = 0
    for match in _BREAK.finditer(front):
        begin = match.end()
    before = clause_of(front[begin:], rest)
    return _before(before) or _after(rest) or _following(before) or NONE


_THING: Final = re.compile(r"['’]s (\w+) ?(\w*)")


def _of_a_thing(text: str, end: int) -> Cue | None:
    """What a date belongs to: “December delivery” is to come, and “Saturday's raid” is over."""
    traded = tenses.TRADED_AHEAD.match(text, end)
    if traded:
        return Cue("future", traded[1])
    thing = _THING.match(text, end)
    over = next((word for word in thing.groups() if word in tenses.UNFORESEEN), "") if thing else ""
    return Cue("past", over) if over else None


def _before(clause: Clause) -> Cue | None:
    found = _leading(clause) or nearest(clause, range(len(clause.lower) - 1, -1, -1))
    return _questioned(clause, found) or _named_event(clause)


def _after(rest: str) -> Cue | None:
    stop = _BREAK.search(rest)
    clause = clause_of(rest[: stop.start()] if stop else rest, follows=True)
    return nearest(clause, range(len(clause.lower)))


def _following(clause: Clause) -> Cue | None:
    """“after Friday's report”, where nothing else tells."""
    word = clause.at(len(clause.lower) - 1)
    owned = word in ("after", "following", "from") and _OWNED.match(clause.rest)
    return Cue("past", clause.written[-1]) if owned else None


def _named_event(clause: Clause) -> Cue | None:
    """“the decision Friday to close the plant”."""
    word = clause.at(len(clause.lower) - 1)
    happened = word in tenses.PRONOUNCED or word in tenses.UNFORESEEN
    return Cue("past", clause.written[-1]) if happened else None


def _leading(clause: Clause) -> Cue | None:
    """A sign right before the date: “by the end of June”, “as early as June”."""
    last = len(clause.lower) - 1
    if clause.at(last) == "beginning":
        return future(clause, last)
    index = last
    while index >= 0 and clause.lower[index] in tenses.BETWEEN:
        index -= 1
    says = _LEADS.get(clause.at(index))
    return says(clause, index) if says else None


def _by(clause: Clause, index: int) -> Cue | None:
    """“must be done by Friday”; not “the toll had risen by Friday”."""
    done = _HAD_DONE.search(clause.text)
    if done and not _STILL_TO_COME.search(clause.text):
        return Cue("past", done[1])
    if index == 0:
        found = _after(clause.rest)
        told = found and found.direction == "past" and found.word.lower() not in tenses.REPORTING
        return found if told else future(clause, index)
    found = nearest(clause, range(index - 1, -1, -1))
    return found if found and found.word in tenses.GROWN else future(clause, index)


def _until(clause: Clause, index: int) -> Cue | None:
    return _lasted(clause, index) or future(clause, index)


def _lasted(clause: Clause, index: int) -> Cue | None:
    """“lived there until January”: a past verb of lasting, before “until”."""
    found = nearest(clause, range(index - 1, -1, -1))
    if found is None or found.direction != "past":
        return None
    *before, rest = re.split(rf"\b{found.word}\b", clause.text)
    own = clause.lower.index(found.word.lower())
    if found.word not in tenses.LASTED or clause.at(own - 1) in ("was", "were", "been"):
        state = found.word in ("was", "were") and clause.at(own + 1) in tenses.A_STATE
        return found if state and not _OF_ANOTHER_VERB.search(rest) else None
    return None if _STILL_TO_COME.search(before[-1]) or _OF_ANOTHER_VERB.search(rest) else found


def _is_then(clause: Clause, index: int) -> Cue | None:
    """“The funeral is Tuesday.”"""
    return None if _OWNED.match(clause.rest) else future(clause, index)


def _booked(clause: Clause, index: int) -> Cue | None:
    """“has called a strike for Wednesday”; not “claimed responsibility for Friday's attack”."""
    booked = clause.has(tenses.BOOKED, index) and not _OWNED.match(clause.rest)
    return future(clause, index) if booked else None


def _runs_from(clause: Clause, index: int) -> Cue | None:
    """“runs from July 4 to 6”, “continues through Friday”."""
    return future(clause, index - 1) if clause.at(index - 1) in ("runs", "run", "continue") else None


def _put_off_to(clause: Clause, index: int) -> Cue | None:
    """“was delayed to Tuesday”."""
    return future(clause, index - 1) if clause.at(index - 1) in tenses.PUT_OFF else None


_OPEN: Final = tenses.REPORTING | {"was", "were"}
"""“A deal was possible as early as Monday”, somebody “said”, and it is still to come."""


def _as_early_as(clause: Clause, index: int) -> Cue | None:
    """“may come as early as June”; not “was sold as early as June”."""
    if clause.lower[index - 2 : index] not in (["as", "early"], ["as", "soon"]):
        return None
    found = nearest(clause, range(index - 3, -1, -1))
    if found and found.direction == "past" and found.word.lower() not in _OPEN:
        return found
    return Cue("future", " ".join(clause.written[index - 2 : index + 1]))


def _questioned(clause: Clause, found: Cue | None) -> Cue | None:
    """A past verb of asking, over a modal: “asked whether it could be likened to” tells of no future."""
    if found is None or found.word.split()[0].lower() not in _POSSIBLE:
        return found
    asking = next((i for i, word in enumerate(clause.lower) if word in tenses.ASKING), -1)
    doubtful = "whether" in clause.lower or "if" in clause.lower
    return Cue("past", clause.written[asking]) if asking >= 0 and doubtful else found


_LEADS: Final[dict[str, Says]] = {
    "by": _by,
    "until": _until,
    "till": _until,
    "starting": future,
    "effective": future,
    "ahead": future,
    "is": _is_then,
    "are": _is_then,
    "for": _booked,
    "to": _put_off_to,
    "runs": future,
    "from": _runs_from,
    "through": _runs_from,
    "as": _as_early_as,
}
"""What a word says that leads right up to a date."""
