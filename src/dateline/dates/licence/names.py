"""Months, weekdays, seasons and holidays in running text, which are also words and names."""

from __future__ import annotations

from typing import Final

from dateline.dates.counted import AFTER_A_DATE
from dateline.dates.lexicon import A_NAME
from dateline.dates.licence.figures import end_is_no_count
from dateline.dates.licence.place import PREPOSITIONS, Place, before_a_name, capital, glued
from dateline.dates.wordlists import words

_OWNERS: Final = words("the its their his her our a an 's")
_BESIDE_A_NAME: Final = words("and or of for to between")
_STREETS: Final = words("street st avenue ave road rd lane drive court square place company group")
_GIVEN_NAMES: Final = words("april june august")
_WORDS: Final = words("may march mar mar. jan dec sep jun oct nov") | _GIVEN_NAMES
"""Months that are mostly something else, but after a preposition."""


def month(place: Place) -> bool:
    """“in March”, “the August report”; not “may”, “March on Washington”, a Ms. May or August Wilson."""
    if not place.capital or glued(place):
        return False
    if place.before in _BESIDE_A_NAME and before_a_name(place):
        return False
    if place.before in ("miss", "ms", "mr", "mrs") or _of_a_street(place):
        return False
    if place.last.text not in _WORDS or place.before in PREPOSITIONS or _as_early_as(place):
        return True
    return place.last.text in _GIVEN_NAMES and _of_a_thing(place)


def _of_a_street(place: Place) -> bool:
    """“on May Street”."""
    return place.after in _STREETS and place.text[place.last.end + 1].isupper()


def _as_early_as(place: Place) -> bool:
    """“as recently as March”."""
    return place.before == "as" and place.match.start > 2 and place.words[place.match.start - 3].text == "as"


def _of_a_thing(place: Place) -> bool:
    """“the August report”, “its April sales”: an article or an owner before it, a thing after it."""
    things = place.following and place.following.kind == "word" and place.after not in AFTER_A_DATE
    return bool(things) and not before_a_name(place) and place.before in _OWNERS


def weekday(place: Place) -> bool:
    """“Tuesday”, and “Tues.” after a preposition; not “sun”, “He sat.” or “the Friday Club”."""
    if not place.capital or glued(place):
        return False
    if place.before == "the" and before_a_name(place):
        return False
    return len(place.last.text) > 5 or place.before in PREPOSITIONS


def season(place: Place) -> bool:
    """“in the spring”, “by summer”; not “the fall of Rome”."""
    if place.after in ("of", "from", "in") or place.after in _SEASONAL:
        return False
    planned = place.before == "for" and place.first.text == "the"
    return planned or place.before in PREPOSITIONS - {"of", "and", "or", "to", "for", "from", "at"}


_SEASONAL: Final = words("recess olympics games camp school vacation palace solstice holiday holidays break")
"""Of “the summer recess” and its kind, the season is no date."""


def dated_season(place: Place) -> bool:
    """“winter 2002”; not “the 2002 Winter Olympics”."""
    named = place.last.kind == "word" and place.capital and before_a_name(place)
    return end_is_no_count(place) and not named


def holiday(place: Place) -> bool:
    """“Easter”; not “the Easter Rising”."""
    named = "the" in (place.before, place.first.text) and before_a_name(place)
    return capital(place) and not named


def tonight(place: Place) -> bool:
    """“tonight”; not “World News Tonight”, nor “the Tonight Show”."""
    if not place.match.start or not place.capital:
        return True
    in_a_name = place.before == "the" and before_a_name(place)
    return not in_a_name and place.words[place.match.start - 1].terminals != A_NAME
