"""What must stand around words in running text before they are taken for a date.

A phrase that an editor picked is a date until it proves otherwise; in a whole article it is the other way
round. "May" is mostly a verb, "2000" mostly a number, "the day" mostly any day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from dateline.dates.cars import begins_a_car
from dateline.dates.chart import Match
from dateline.dates.lexicon import A_NAME, Token
from dateline.dates.numerals import ORDINALS
from dateline.dates.wordlists import words


class Place(NamedTuple):
    """A match in a text, and the words around it."""

    text: str
    words: Sequence[Token]
    match: Match

    @property
    def before(self) -> str:
        """The word before it, in lower case; empty at the start."""
        return self.words[self.match.start - 1].text if self.match.start else ""

    @property
    def after(self) -> str:
        """The word after it, in lower case; empty at the end."""
        return self.words[self.match.end].text if self.match.end < len(self.words) else ""

    @property
    def first(self) -> Token:
        """Its first word."""
        return self.words[self.match.start]

    @property
    def last(self) -> Token:
        """Its last word."""
        return self.words[self.match.end - 1]

    @property
    def following(self) -> Token | None:
        """The token after it, if there is one."""
        return self.words[self.match.end] if self.match.end < len(self.words) else None

    @property
    def width(self) -> int:
        """How many words it takes."""
        return self.match.end - self.match.start

    @property
    def capital(self) -> bool:
        """Whether its last word is written with a capital."""
        return self.text[self.last.start].isupper()


_PREPOSITIONS: Final = words(
    """
    in on by since until till from to during before after through between of for around at late early
    mid last next this past and or throughout over
    """
)
_AFTER_A_DATE: Final = words(
    """
    and or but of to at in on for with when while as by from that which who where after before , . ; : )
    ( — – ? ! " ” ’ is was were are has had have will would said says the a an it he she they we
    """
) | {""}
_AFTER_A_PERIOD: Final = words(". , ; : ) and but as on from at with by were was is rose fell") | {""}
_OTHER_PERIODS: Final = words("of to - – that ended ending before after mile century back ahead")
_OWNERS: Final = words("the its their his her our a an 's")
_BESIDE_A_NAME: Final = words("and or of for to between")
_OF_A_STRETCH: Final = words("the these those first last for")
_END_OF_A_CLAUSE: Final = words(". , ; : ) and but when as in on at for by from with") | {""}
_MONEY: Final = re.compile(
    r"%|\$|£|€|\b(?:percent|profits?|earnings|income|sales|revenues?|growth|loss(?:es)?|orders|exports|imports|"
    r"economy|output|million|billion|dividend)\b"
)
_MONEY_REACH: Final = 90
_NO_AGE: Final = re.compile(
    r"\b(?:degrees|temperatures?|highs?|lows?|sunny|cloudy|scores?|shot|shooting|round|percentile|mph|speeds?)\b",
    re.I,
)
_NEAR: Final = 60
_COUNTED: Final = words(
    """
    people men women percent per % points dollars euros pounds yen yuan votes jobs miles km kilometres
    kilometers feet metres meters tonnes tons barrels troops soldiers members employees workers units
    cars vehicles homes houses companies pages words copies times million billion thousand hundred mg kg
    degrees mph hp rpm students children seats stores shares years hours
    """
)
_PRODUCTS: Final = words(
    """
    windows office word excel server model type flight route highway room number no galaxy photoshop
    chapter iso box
    flight fifa nba formula boeing airbus peugeot bmw $ # £ € us$ pixel series section article resolution
    iphone
    """
)


def _year(place: Place) -> bool:
    """“in 2004”, “the 1991 settlement”, “WWDC 2005”; not “2000 people”, “$ 2000” or “Windows 2000”."""
    if place.before in _PRODUCTS or place.after in _COUNTED or _glued(place) or _is_model(place):
        return False
    if place.before == "at":
        return False
    if place.before in _PREPOSITIONS or place.before in ("the", "("):
        return True
    if _counts_things(place):
        return False
    return 1900 <= int(place.last.text) <= 2100 if place.last.text.isdigit() else True


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


_OWNED: Final = words("a an used his her their my our your new")


def _is_model(place: Place) -> bool:
    """“a 2015 Camry”, “the 2024 Ford F-150”; not “the 2006 Ford strike”."""
    following = place.following
    if following is None:
        return False
    if place.before in _OWNED:
        return begins_a_car(place.text, following.start)
    the = place.before == "the" or place.first.text == "the"
    return the and begins_a_car(place.text, following.start, in_full=True)


def _is_tail(place: Place) -> bool:
    """The end of another number: “555-2010”."""
    start = place.first.start
    return start > 1 and place.text[start - 1] in "-.," and place.text[start - 2].isdigit()


_VERBS: Final = words("may march mar mar.")
_GIVEN_NAMES: Final = words("april june august jan dec sep jun oct nov") | _VERBS


def _month(place: Place) -> bool:
    """“in March”, “the August report”; not “may”, “March on Washington”, a Ms. May or August Wilson."""
    if not place.capital or _glued(place):
        return False
    if place.before in _BESIDE_A_NAME and _before_a_name(place):
        return False
    if place.last.text not in _GIVEN_NAMES or place.before in _PREPOSITIONS:
        return True
    return _of_a_thing(place) and place.last.text not in _VERBS | {"jan", "dec", "sep", "jun", "oct", "nov"}


def _before_a_name(place: Place) -> bool:
    return bool(place.following and place.following.terminals == A_NAME)


def _of_a_thing(place: Place) -> bool:
    """“the August report”, “its April sales”: an article or an owner before it, a thing after it."""
    things = place.following and place.following.kind == "word" and place.after not in _AFTER_A_DATE
    return bool(things) and not _before_a_name(place) and place.before in _OWNERS


def _weekday(place: Place) -> bool:
    """“Tuesday”, and “Tues.” after a preposition; not “sun”, “He sat.” or “the Friday Club”."""
    if not place.capital or _glued(place):
        return False
    if place.before == "the" and _before_a_name(place):
        return False
    return len(place.last.text) > 5 or place.before in _PREPOSITIONS


def _season(place: Place) -> bool:
    """“in the spring”, “by summer”; not “the fall of Rome”."""
    if place.after in ("of", "from", "in"):
        return False
    return place.before in _PREPOSITIONS - {"of", "and", "or", "to", "for", "from", "at"}


def _clock(place: Place) -> bool:
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


def _figures(place: Place) -> bool:
    return place.before in ("on", "by", "until", "since", "from", "dated")


def _nth(place: Place) -> bool:
    """“on the 13th”; not “the 13th floor”."""
    return (
        place.before in ("on", "by", "until", "since", "from", "through", "of", "before", "after")
        and place.after in _AFTER_A_DATE
    )


def _holiday(place: Place) -> bool:
    """“Easter”; not “the Easter Rising”."""
    named = "the" in (place.before, place.first.text) and _before_a_name(place)
    return _capital(place) and not named


def _tonight(place: Place) -> bool:
    """“tonight”; not “World News Tonight”."""
    if not place.match.start or not place.capital:
        return True
    return place.words[place.match.start - 1].terminals != A_NAME


def _dated_season(place: Place) -> bool:
    """“winter 2002”; not “the 2002 Winter Olympics”."""
    named = place.last.kind == "word" and place.capital and _before_a_name(place)
    return _end_is_no_count(place) and not named


def _capital(place: Place) -> bool:
    return place.text[place.first.start].isupper() or place.capital


def _decade(place: Place) -> bool:
    """“the 1990s”, “the '80s”; not “temperatures in the 80s” or “a man in his 80s”."""
    words = place.words[place.match.start : place.match.end]
    if _glued(place):
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


def _bare_tens(place: Place) -> bool:
    """“mid-60s”, of people and temperatures; not “the mid-'60s”."""
    words = [word.text for word in place.words[place.match.start : place.match.end]]
    return place.last.kind == "decade" and len(words[-1]) == 3 and words[0] != "the"


def _period(place: Place) -> bool:
    """“for the year”, “during the entire quarter”; not “the year of the rat”, “the day”."""
    if place.last.text == "day":
        return place.before in ("for", "end", "ended", "ending", "finished", "closed")
    if place.last.text == "quarter" or place.before == "for":
        return place.before in ("for", "in", "during", "of") and place.after not in _OTHER_PERIODS
    return place.before in ("for", "in", "during", "of") and place.after in _AFTER_A_PERIOD


def _half(place: Place) -> bool:
    """“profit in the first half”; not of a match."""
    begin = max(0, place.first.start - _MONEY_REACH)
    return _MONEY.search(place.text, begin, place.last.end + _MONEY_REACH) is not None


def _leans_on_nothing(place: Place) -> bool:
    """“a year before.”; not “a year before the war”, which leans on what follows."""
    return place.last.text not in ("before", "after") or place.after in _END_OF_A_CLAUSE


_GAME: Final = re.compile(
    r"\b(?:games?|match|touchdowns?|goals?|scored|halftime|yards?|quarterback|baskets?|rebounds|led \d)\b",
    re.I,
)


def _quarter(place: Place) -> bool:
    """“the third quarter”; not of a game."""
    begin = max(0, place.first.start - _NEAR)
    return not _GAME.search(place.text, begin, place.last.end + _NEAR)


def _glued(place: Place) -> bool:
    """Whether a hyphen ties it to the next word: “1990s-style”, “June-born”."""
    end = place.last.end
    return place.text[end : end + 1] == "-" and place.text[end + 1 : end + 2].isalpha()


def _end_is_no_count(place: Place) -> bool:
    """That figures at its end do not count something: “by 2000 votes”."""
    return not (place.last.kind == "figures" and place.after in _COUNTED) and not _glued(place)


LICENCES: Final[dict[str, Callable[[Place], bool]]] = {
    "year": _year,
    "short year": lambda place: place.before in ("of", "in", "since", "class", "summer", "winter"),
    "bare month": _month,
    "bare weekday": _weekday,
    "bare season": _season,
    "time of day": _clock,
    "hour of the day": _end_is_no_count,
    "day and month in figures": _figures,
    "day of the month": _nth,
    "weekday and day": lambda place: (
        _capital(place) and (place.last.kind == "ordinal" or place.last.text in ORDINALS)
    ),
    "part of a period": lambda place: _end_is_no_count(place) and not _bare_tens(place),
    "nth weekday": _capital,
    "decade": _decade,
    "holiday": _holiday,
    "season and year": _dated_season,
    "tonight": _tonight,
    "named day of history": _capital,
    "the period": _period,
    "bare half": _half,
    "bare quarter": _quarter,
    "about": lambda place: (
        _end_is_no_count(place)
        and (place.last.kind != "figures" or place.width > 2 or place.first.text.startswith("c"))
    ),
    "weekend": lambda place: place.width > 1,
    "before a date": lambda place: place.before not in _OF_A_STRETCH,
    "after a date": lambda place: place.before not in _OF_A_STRETCH,
    "so much earlier or later": _leans_on_nothing,
    "the day before": _leans_on_nothing,
    "the night before": _leans_on_nothing,
    "years, the second short": _end_is_no_count,
}
"""By the rule that read it; a rule that is not here needs nothing but an end that counts nothing."""


OPEN: Final = frozenset(("since", "until", "before", "after", "stretch that ended"))
"""The rules that take in a preposition and leave an end open, or a stretch with the day on which it ended."""
NEVER: Final = frozenset(("part of the day", "that time", "numbered week", "both"))
"""The rules that no running text is read by: “the morning” and “that time” are hardly ever a date in it."""


def stands(place: Place) -> bool:
    """Whether a match may be taken for a date in running text."""
    if place.first.kind == "figures" and _is_tail(place):
        return False
    return LICENCES.get(place.match.rule.name, _end_is_no_count)(place)
