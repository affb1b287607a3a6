"""Figures in running text, which mostly count something: years, decades, hours, days of a month."""

from __future__ import annotations

import re
from typing import Final

from dateline.dates.cars import of_a_model
from dateline.dates.counted import AFTER_A_DATE, COUNTED
from dateline.dates.day import WEEKDAYS
from dateline.dates.licence.place import PREPOSITIONS, Place, glued
from dateline.dates.wordlists import words

PRODUCTS: Final = words(
    """
    windows office word excel server model type flight route highway room number no galaxy photoshop
    chapter iso box
    flight fifa nba formula boeing airbus peugeot bmw $ # £ € us$ pixel series section article resolution
    iphone version release firmware ip build v
    """
)
_NO_AGE: Final = re.compile(
    r"\b(?:degrees|temperatures?|highs?|lows?|sunny|cloudy|scores?|shot|shooting|round|percentile|mph|speeds?)\b",
    re.I,
)
_NEAR: Final = 60


def year(place: Place) -> bool:
    """“in 2004”, “the 1991 settlement”, “WWDC 2005”; not “2000 people”, “$ 2000” or “Windows 2000”."""
    if place.before in PRODUCTS or place.after in COUNTED or glued(place):
        return False
    if is_title(place):
        return False
    if place.before == "at" or of_a_model(place.text, place.first.start, place.last.end):
        return False
    if _is_amount(place):
        return False
    if place.before in PREPOSITIONS or place.before in ("the", "("):
        return True
    if _counts_things(place):
        return False
    return 1900 <= int(place.last.text) <= 2100 if place.last.text.isdigit() else True


_AMOUNTS: Final = words(
    """
    crowd total group low high staff population average maximum minimum force membership workforce capacity
    peak record level rate distance
    """
)
_LATEST: Final = 2150
_LED_UP_TO: Final = words("in by until since year from to")


def _is_amount(place: Place) -> bool:
    """“a crowd of 2000”, “its low of 2569”: a year so far ahead is one only after “in” or “by”."""
    number = int(place.last.text) if place.last.text.isdigit() else 0
    if number > _LATEST and place.before not in _LED_UP_TO:
        return True
    of_what = place.words[place.match.start - 2].text if place.match.start > 1 else ""
    return place.before == "of" and of_what in _AMOUNTS


def _counts_things(place: Place) -> bool:
    """“carried 2010 bags”, of a verb and a noun; not “the country's 2011 elections” or “WWDC 2005 talks”."""
    following = place.following
    things = following and following.text.endswith("s") and place.text[following.start].islower()
    return bool(things and following and len(following.text) > 3 and _is_plain_word(place))


def _is_plain_word(place: Place) -> bool:
    """Whether a word without a capital stands before it, and no name with its 's."""
    if not place.match.start:
        return False
    word = place.words[place.match.start - 1]
    return word.kind == "word" and place.text[word.start].islower()


_CLOSED: Final = re.compile(r"[,.]?[\"”]")
_SAID_OR_IN: Final = re.compile(
    r"\b(?:in|on|since|until|till|during|before|after|said|says|say|asked|answered|replied|added),?\s+[\"“]$",
    re.I,
)
_SAID_REACH: Final = 12


def is_title(place: Place) -> bool:
    """“his novel, “1984,” appeared”: all within quotation marks; not “in “1984””, nor what somebody said."""
    front = place.text[max(0, place.first.start - _SAID_REACH) : place.first.start]
    quoted = front.endswith(("“", '"')) and _CLOSED.match(place.text, place.last.end) is not None
    return quoted and _SAID_OR_IN.search(front) is None


def is_tail(place: Place) -> bool:
    """The end of another number: “555-2010”."""
    start = place.first.start
    return start > 1 and place.text[start - 1] in "-.," and place.text[start - 2].isdigit()


def decade(place: Place) -> bool:
    """“the 1990s”, “the '80s”; not “temperatures in the 80s” or “a man in his 80s”."""
    words = place.words[place.match.start : place.match.end]
    if glued(place):
        return False
    if place.before in ("and", "or", "to") and _decade_before(place):
        return True
    if len(place.last.text) > 3 or any("'" in word.text for word in words) or place.last.kind == "word":
        return True
    begin = max(0, place.first.start - _NEAR)
    return words[0].text == "the" and not _NO_AGE.search(place.text, begin, place.last.end + _NEAR)


def _decade_before(place: Place) -> bool:
    """Whether it goes on from another: “the 70s and 80s”."""
    return any(
        word.kind == "decade" for word in place.words[max(0, place.match.start - 3) : place.match.start]
    )


def bare_tens(place: Place) -> bool:
    """“mid-60s”, of people and temperatures; not “the mid-'60s”."""
    words = [word.text for word in place.words[place.match.start : place.match.end]]
    return place.last.kind == "decade" and len(words[-1]) == 3 and words[0] != "the"


_OF_ANOTHER_DAY: Final = re.compile(
    rf"(?:\s+(?!(?:and|but|then)\b)[a-z]+){{1,3}}\s+(?:{'|'.join(WEEKDAYS)})\b"
)


def hour(place: Place) -> bool:
    """“at 9 a.m.”; not “the 9 a.m. flight on Monday”, whose day the hour does not know."""
    return end_is_no_count(place) and not _OF_ANOTHER_DAY.match(place.text, place.last.end)


def clock(place: Place) -> bool:
    """“6:40 p.m.”, “at 14:58”; not a score."""
    return place.width > 1 or place.before in (
        "at",
        "around",
        "about",
        "by",
        "until",
        "since",
        "before",
        "after",
    )


_SHARP: Final = words("noon midday midnight midmorning midafternoon dawn daybreak dusk nightfall")
_BESIDE_A_TIME: Final = words("at by before after around about until since near")


def sharp(place: Place) -> bool:
    """“by midafternoon”, “shortly before noon”; not “in the morning”, which is mostly any."""
    led = place.first.text in _BESIDE_A_TIME or place.before in _BESIDE_A_TIME
    return place.last.text in _SHARP and led and not place.capital


def nth(place: Place) -> bool:
    """“on the 13th”; not “the 13th floor”."""
    return (
        place.before in ("on", "by", "until", "since", "from", "through", "of", "before", "after")
        and place.after in AFTER_A_DATE
    )


def end_is_no_count(place: Place) -> bool:
    """That figures at its end do not count something: “by 2000 votes”."""
    return not (place.last.kind == "figures" and place.after in COUNTED) and not glued(place)
