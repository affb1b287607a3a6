"""Numbers that count what follows them, and are no day of a month: “in March two sailors drowned”."""

from __future__ import annotations

import re
from typing import Final

from dateline.dates.numerals import CARDINALS, ORDINALS
from dateline.dates.wordlists import words

COUNTED: Final = words(
    """
    people men women percent per % points dollars euros pounds yen yuan votes jobs miles km kilometres
    kilometers feet metres meters tonnes tons barrels troops soldiers members employees workers units
    cars vehicles homes houses companies pages words copies times million billion thousand hundred mg kg
    degrees mph hp rpm students children seats stores shares years hours
    """
)
"""What figures mostly count."""
AFTER_A_DATE: Final = words(
    """
    and or but of to until till through at in on for with when while as by from that which who where after
    before , . ; : ) ( — – ? ! " ” ’ is was were are has had have will would said
    says the a an it he she they we
    """
) | {""}
"""What may follow a date, and is counted by no number."""

_NUMBER: Final = re.compile(r"(?P<tens>\b[a-z]+ty[\s-]+)?\b(?P<number>[a-z]+|\d+)$", re.I)
_FRACTION: Final = re.compile(r"\.\d|,\d{3}(?!\d)")
_WORD: Final = re.compile(r"\s*(%|[^\W\d_]+)")


def counts(text: str, start: int, end: int, after: int = -1) -> bool:
    """Whether text[start:end] ends in a number that is no day, for it counts what follows.

    A figure counts what figures mostly do (“March 12 per cent”, “March 12.5”), an ordinal any noun (“March
    first responders”); a number in one word always counts: nobody writes “March two” for its second day.
    `after` is where what it counts begins, if other words stand between.
    """
    named = _NUMBER.search(text, start, end)
    if not named:
        return False
    number, after = named["number"].lower(), after if after >= 0 else end
    if number.isdigit():
        return bool(_FRACTION.match(text, after)) or counts_things(text, after)
    if number in CARDINALS:
        return not named["tens"] or before_a_noun(text, after)
    return number in ORDINALS and before_a_noun(text, after)


def counts_things(text: str, end: int) -> bool:
    """Whether text[:end] is followed by what figures mostly count: the “people” of “2000 people”."""
    return _word(text, end) in COUNTED


def figures_count(text: str, end: int) -> bool:
    """The same of figures only: not of “in May of that year students met”."""
    return text[end - 1].isdigit() and counts_things(text, end)


def before_a_noun(text: str, end: int) -> bool:
    """Whether text[:end] is followed by a word that no date is, as far as one can tell."""
    return _word(text, end) not in AFTER_A_DATE


def _word(text: str, start: int) -> str:
    found = _WORD.match(text, start)
    return found[1].lower() if found else ""
