"""Numbers with their units, as sources write them: `$3bn`, `over 39,000 vehicles`, `70 per cent`.

A quantity is a range, so that "over 39,000" and "41,000" agree, and "about $3 billion" and "$3.5 billion" do
not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dateline.text import fold

ABOUT = Decimal("0.05")
"""How far "about" reaches on either side, as a share of the number."""
NEARLY = Decimal("0.1")
"""How far below the number "nearly" reaches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number or a range of numbers of something."""

    low: Decimal | None
    """Inclusive; None is no lower bound."""
    high: Decimal | None
    """Inclusive; None is no upper bound."""
    unit: str
    """A currency code, `%`, or the word after the number in its singular; empty when there is none."""
    rest: str
    """The folded text with `#` in the quantity's place."""

    def contains(self, other: Quantity) -> bool:
        """Whether every value of the other is one of this."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        return low and (self.high is None or (other.high is not None and other.high <= self.high))

    def overlaps(self, other: Quantity) -> bool:
        """Whether some value is one of both."""
        below = self.high is None or other.low is None or other.low <= self.high
        return below and (other.high is None or self.low is None or self.low <= other.high)

    @property
    def in_money_or_parts(self) -> bool:
        """Whether its unit is a currency or per cent, which nothing else can stand for."""
        return self.unit == "%" or self.unit in _CURRENCIES.values()

    def comparable(self, other: Quantity) -> bool:
        """Whether both count the same thing, or one does not say what it counts."""
        return self.unit == other.unit or not (self.unit and other.unit)


def read_quantity(text: str) -> Quantity | None:
    """The one quantity that a text names; None when it names none, or several.

    >>> read_quantity("$3bn") == read_quantity("$3 billion")
    True
    """
    folded = fold(text).text.strip()
    found = list(_QUANTITY.finditer(folded))
    if len(found) != 1:
        return None
    match = found[0]
    scale = _SCALES.get(match["scale"] or match["letter"] or "", Decimal(1))
    first = _number(match["first"]) * scale
    last = _number(match["last"]) * scale if match["last"] else first
    low, high = _bounds(match["modifier"] or "", min(first, last), max(first, last))
    rest = f"{folded[: match.start()]}#{folded[match.end() :]}"
    return Quantity(low=low, high=high, unit=_unit(match), rest=rest)


_DIGITS = {
    name: value
    for value, name in enumerate(
        re.split(
            r"\s+",
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
            fifteen sixteen seventeen eighteen nineteen""",
        )
    )
}
_TENS = {
    name: value * 10
    for value, name in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
    )
}
_SCALES = {
    name: Decimal(10) ** power
    for power, names in (
        (2, ("hundred",)),
        (3, ("thousand", "k")),
        (6, ("million", "mn", "m")),
        (9, ("billion", "bn", "b")),
        (12, ("trillion", "tn")),
    )
    for name in names
}
_CURRENCIES = {
    name: code
    for code, names in (
        ("USD", ("$", "us$", "usd", "dollar")),
        ("EUR", ("€", "eur", "euro")),
        ("GBP", ("£", "gbp", "pound")),
        ("JPY", ("jpy", "yen")),
        ("CNY", ("rmb", "cny", "yuan", "renminbi")),
        ("¥", ("¥",)),
    )
    for name in names
}
_AT_LEAST = ("over", "more than", "at least", "above", "exceeding", "upwards of", "no fewer than")
_AT_MOST = ("up to", "at most", "less than", "fewer than", "under", "below", "no more than")
_NEARLY = ("nearly", "almost", "close to", "just under")
_ABOUT = ("about", "around", "roughly", "approximately", "some", "an estimated", "circa", "c.", "~")


def _either(*names: str) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_NUMBER = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    rf"|(?:{_either(*_TENS)})(?:[- ](?:{_either(*_DIGITS)}))?|(?:{_either(*_DIGITS)})"
)
_QUANTITY = re.compile(
    rf"(?:(?P<modifier>{_either(*_AT_LEAST, *_AT_MOST, *_NEARLY, *_ABOUT)})\s*)?"
    rf"(?<![\w.,-])(?P<currency>us\$|[$€£¥]|(?:usd|eur|gbp|rmb|cny)\s)?\s?"
    rf"(?P<first>{_NUMBER})(?:\s?(?:-|to)\s?(?:[$€£¥])?(?P<last>{_NUMBER}))?"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|mn|bn|tn)\b"
    r"|(?(currency)\s?)(?P<letter>[kmb])\b)?"
    r"(?(currency)|(?:\s?(?P<percent>%|per\s?cent\b|percent\b)|[\s-](?P<unit>[^\W\d_]+))?)"
    r"(?![\w%]|[.,]\d)"
)


def _number(text: str) -> Decimal:
    if text[0].isdigit():
        return Decimal(text.replace(",", ""))
    return Decimal(sum(_TENS.get(word, _DIGITS.get(word, 0)) for word in re.split("[- ]", text)))


def _bounds(modifier: str, low: Decimal, high: Decimal) -> tuple[Decimal | None, Decimal | None]:
    if modifier in _AT_LEAST:
        return low, None
    if modifier in _AT_MOST:
        return None, high
    if modifier in _NEARLY:
        return low * (1 - NEARLY), high
    if modifier in _ABOUT:
        return low * (1 - ABOUT), high * (1 + ABOUT)
    return low, high


def _unit(match: re.Match[str]) -> str:
    if match["percent"]:
        return "%"
    word = (match["unit"] or "").removesuffix("s")
    return _CURRENCIES.get((match["currency"] or word).strip(), word)
