"""Periods that are named by their kind alone, “the year”, “the third quarter”: of a company, or of a game."""

from __future__ import annotations

import re
from typing import Final

from dateline.dates.licence.figures import end_is_no_count
from dateline.dates.licence.place import Place
from dateline.dates.wordlists import words

_AFTER_A_PERIOD: Final = words(". , ; : ) and but as on from at with by were was is rose fell") | {""}
_OTHER_PERIODS: Final = words("of to - – that ended ending before after mile century back ahead")
_TO_A_FIGURE: Final = re.compile(r"\s+to\s+[\d$£€]")
"""“cut its estimate for the year to $2.90”; not “the year to March”."""
_PRIZED: Final = words(
    "man woman person people player coach manager team rookie athlete car book word time game"
)
"""What is “of the year” and has no date by that: “the man of the year”."""
_END_OF_A_CLAUSE: Final = words(". , ; : ) and but when as in on at for by from with") | {""}
_MONEY: Final = re.compile(
    r"%|\$|£|€|\b(?:percent|profits?|earnings|income|sales|revenues?|growth|loss(?:es)?|orders|exports|imports|"
    r"economy|output|million|billion|dividend)\b"
)
_MONEY_REACH: Final = 90
_GAME: Final = re.compile(
    r"\b(?:games?|match|touchdowns?|goals?|scored|halftime|yards?|quarterback|baskets?|rebounds|led \d"
    r"|(?:ahead|led|leading|trailed|trailing|up|down) \d{1,2}-\d{1,2})\b",
    re.I,
)
_NEAR: Final = 60


def period(place: Place) -> bool:
    """“for the year”, “during the entire quarter”; not “the year of the rat”, “the day”."""
    if place.last.text == "day":
        return place.before in ("for", "end", "ended", "ending", "finished", "closed")
    if place.last.text == "quarter" or place.before == "for":
        length = place.after in _OTHER_PERIODS and not _TO_A_FIGURE.match(place.text, place.last.end)
        return place.before in ("for", "in", "during", "of") and not length
    if place.before == "of" and place.words[place.match.start - 2].text in _PRIZED:
        return False
    return place.before in ("for", "in", "during", "of") and place.after in _AFTER_A_PERIOD


def ends(place: Place) -> bool:
    """“from May to July”; not “the year to September”, which is twelve months long."""
    unit = place.words[place.match.start + 1]
    length = place.first.text == "the" and any(name == "UNIT" for name, _ in unit.terminals)
    return end_is_no_count(place) and not length


def half(place: Place) -> bool:
    """“profit in the first half”; not of a match."""
    begin = max(0, place.first.start - _MONEY_REACH)
    return _MONEY.search(place.text, begin, place.last.end + _MONEY_REACH) is not None


def quarter(place: Place) -> bool:
    """“the third quarter”; not of a game."""
    begin = max(0, place.first.start - _NEAR)
    return not _GAME.search(place.text, begin, place.last.end + _NEAR)


def leans_on_nothing(place: Place) -> bool:
    """“a year before.”; not “a year before the war”, which leans on what follows."""
    return place.last.text not in ("before", "after") or place.after in _END_OF_A_CLAUSE
