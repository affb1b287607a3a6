"""Numbers in words: "three", "twenty-first", "nineteen ninety-six", "two thousand and fifteen"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.dates.wordlists import row

_ONES: Final = row(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
)
_TENS: Final = row("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINAL_ONES: Final = row(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
    """
)

CARDINALS: Final = {word: number for number, word in enumerate(_ONES, 1)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
"""One word each, to ninety."""
ORDINALS: Final = {word: number for number, word in enumerate(_ORDINAL_ONES, 1)} | {
    word[:-1] + "ieth": number for word, number in CARDINALS.items() if number >= 20
}

Found = tuple[str, object, int]


def spelt_number(words: Sequence[str], index: int) -> list[Found]:
    """The numbers that begin at the first of these words, as (category, value, index after it)."""
    found: list[Found] = []
    number, used = _below_hundred(words)
    if not used:
        first = ORDINALS.get(words[0])
        return [("DAY", first, index + 1)] if first and first <= 31 else []
    ordinal = _joined_ordinal(words, number, used)
    if ordinal:
        value, width = ordinal
        found.append(("ORD", value, index + width))
        if value <= 31:
            found.append(("DAY", value, index + width))
    if used > 1:
        found.append(("NUM", number, index + used))
    if number <= 31:
        found.append(("DAY", number, index + used))
    year, width = _year(words, number, used)
    if year:
        found.append(("YEAR", year, index + width))
    return found


def _below_hundred(words: Sequence[str]) -> tuple[int, int]:
    """The cardinal at the front, and how many words it takes: `twenty - three` takes three."""
    number = CARDINALS.get(words[0], 0)
    if not number:
        return 0, 0
    if number >= 20:
        step = 2 if len(words) > 2 and words[1] == "-" else 1
        ones = CARDINALS.get(words[step], 0) if len(words) > step else 0
        if 0 < ones < 10:
            return number + ones, step + 1
    return number, 1


def _joined_ordinal(words: Sequence[str], number: int, used: int) -> tuple[int, int] | None:
    """`twenty - first`."""
    if number % 10 or number < 20 or used != 1:
        return None
    step = 2 if len(words) > 2 and words[1] == "-" else 1
    ones = ORDINALS.get(words[step], 0) if len(words) > step else 0
    return (number + ones, step + 1) if 0 < ones < 10 else None


def _year(words: Sequence[str], number: int, used: int) -> tuple[int, int]:
    """`nineteen ninety-six`, `twenty twenty-three`, `two thousand (and) fifteen`, `nineteen hundred`."""
    rest = words[used:]
    if not rest:
        return 0, 0
    if rest[0] in ("thousand", "hundred"):
        base, width = number * (1000 if rest[0] == "thousand" else 100), used + 1
        if not 1000 <= base < 3000:
            return 0, 0
        return _with_remainder(words, base, width)
    tail, width = _below_hundred(rest)
    if 10 <= number <= 29 and used == 1 and 10 <= tail <= 99:
        return number * 100 + tail, used + width
    return 0, 0


def _with_remainder(words: Sequence[str], base: int, width: int) -> tuple[int, int]:
    rest = words[width:]
    skip = 1 if rest and rest[0] == "and" else 0
    if len(rest) > 1 and CARDINALS.get(rest[0], 99) < 10 and rest[1] == "hundred":
        base, width = base + CARDINALS[rest[0]] * 100, width + 2
        rest = words[width:]
        skip = 1 if rest and rest[0] == "and" else 0
    tail, used = _below_hundred(rest[skip:]) if len(rest) > skip else (0, 0)
    return (base + tail, width + skip + used) if used else (base, width)
