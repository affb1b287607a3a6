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
    """A currency code, `%`, or the word after the number in its singular; empty when there is none.

    With a slash, what it is counted by: `USD/year`.
    """
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
        return self.unit == "%" or self.unit.partition("/")[0] in _CURRENCIES.values()

    def comparable(self, other: Quantity) -> bool:
        """Whether both count the same thing, or one does not say what it counts."""
        return self.unit == other.unit or (
            not (self.unit and other.unit) and "%" not in (self.unit, other.unit)
        )


def read_quantity(text: str) -> Quantity | None:
    """The one quantity that a text names; None when it names none, or several.

    >>> read_quantity("$3bn") == read_quantity("$3 billion")
    True
    """
    folded = fold(text).text.strip(" '")
    part = _PART.fullmatch(folded)
    if part:
        share = _PARTS[part["part"]]
        low, high = _bounds(part["modifier"] or "", share, share)
        return Quantity(low=low, high=high, unit="%", rest=f"#{part['of'] or ''}")
    found = list(_QUANTITY.finditer(folded))
    return _read(found[0], folded) if len(found) == 1 else None


def _read(match: re.Match[str], folded: str) -> Quantity | None:
    scale = _SCALES.get(match["scale"] or match["letter"] or "", Decimal(1))
    first = _number(match["first"]) * scale
    last = _number(match["last"]) * scale if match["last"] else first
    if first > last:  # "5 to 1" is how two numbers stand to each other
        return None
    low, high = _bounds(match["modifier"] or "", *((-last, -first) if match["sign"] else (first, last)))
    rest = f"{folded[: match.start()]}#{folded[match.end() :]}"
    by = _BY.search(rest)
    return Quantity(low=low, high=high, unit=_unit(match) + (f"/{by[1]}" if by else ""), rest=rest)


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
        (3, ("thousand", "k", "tausend", "mil", "mille")),
        (5, ("lakh",)),
        (6, ("million", "mn", "m", "mio", "mio.", "millionen", "millions", "millón", "millones")),
        (7, ("crore",)),
        (9, ("billion", "bn", "b", "mrd", "mrd.", "milliarde", "milliarden", "milliard", "milliards")),
        (12, ("trillion", "tn")),
    )
    for name in names
} | {"dozen": Decimal(12)}
_CURRENCIES = {
    name: code
    for code, names in (
        ("USD", ("$", "us$", "usd", "dollar")),
        ("EUR", ("€", "eur", "euro")),
        ("GBP", ("£", "gbp", "pound")),
        ("JPY", ("jpy", "yen")),
        ("CNY", ("rmb", "cny", "yuan", "renminbi")),
        ("AUD", ("a$", "au$", "aud")),
        ("CAD", ("c$", "ca$", "cad")),
        ("HKD", ("hk$", "hkd")),
        ("NZD", ("nz$", "nzd")),
        ("SGD", ("s$", "sgd")),
        ("TWD", ("nt$", "twd")),
        ("INR", ("₹", "inr", "rupee")),
        ("CHF", ("chf", "franken")),
        ("¥", ("¥",)),
    )
    for name in names
}
_AT_LEAST = ("over", "more than", "at least", "above", "exceeding", "upwards of", "no fewer than")
_AT_MOST = ("up to", "at most", "less than", "fewer than", "under", "below", "no more than")
_UNITS = {"kilometer": "km", "kilometre": "km", "kilogram": "kg", "kilogramme": "kg", "mi": "mile"}
_BY = re.compile(r"^#\s(?:an?|per|each|every)\s(\w+)|(?<=#)/(\w+)")
_PARTS = {
    name: Decimal(share)
    for share, names in (
        ("50", ("half", "one half", "a half")),
        ("25", ("a quarter", "one quarter")),
        ("75", ("three quarters", "three-quarters")),
        ("33.3", ("a third", "one third", "one-third")),
        ("66.7", ("two thirds", "two-thirds")),
        ("20", ("a fifth", "one fifth", "one in five")),
        ("10", ("a tenth", "one tenth", "one in ten")),
    )
    for name in names
}
_NEARLY = ("nearly", "almost", "close to", "just under")
_ABOUT = ("about", "around", "roughly", "approximately", "some", "an estimated", "circa", "c.", "~")


def _either(*names: str) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_NUMBER = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?: \d{3})+|\d+,\d{1,2}(?!\d)|\d+(?:\.\d+)?"
    r"|half\sa(?=\s(?:dozen|hundred|thousand|million|billion|trillion)\b)"
    r"|a(?=\s(?:dozen|hundred|thousand|million|billion|trillion)\b)"
    rf"|(?:{_either(*_TENS)})(?:[- ](?:{_either(*_DIGITS)}))?|(?:{_either(*_DIGITS)})"
)
_MODIFIER = rf"(?:(?P<modifier>{_either(*_AT_LEAST, *_AT_MOST, *_NEARLY, *_ABOUT)})\s*)?"
_PART = re.compile(rf"{_MODIFIER}(?P<part>{_either(*_PARTS)})(?P<of> of .*)?")
_SIGNS = rf"{_either(*(sign for sign in _CURRENCIES if not sign.isalpha()))}"
_CODES = "usd|eur|gbp|rmb|cny|aud|cad|hkd|chf|inr"
_LONG_SCALES = _either(*(name for name in _SCALES if len(name) > 1))
_QUANTITY = re.compile(
    rf"{_MODIFIER}(?P<between>between\s)?(?<![\w.,])(?P<sign>-(?=\S)|(?:minus|negative)\s)?"
    rf"(?(sign)|(?<![\w.,-]))(?P<currency>{_SIGNS}|(?:{_CODES})\s)?\s?"
    rf"(?P<first>{_NUMBER})(?:\s?(?:-|to|(?(between)and|to))\s?(?:[$€£¥])?(?P<last>{_NUMBER}))?"
    rf"(?:[\s-]?(?P<scale>{_LONG_SCALES})(?!\w)"
    r"|(?(currency)\s?)(?P<letter>[kmb])\b)?"
    r"(?(currency)|(?:\s?(?P<percent>%|per\s?cent\b|percent\b)|[\s-](?:d'|de\s)?(?P<unit>[^\W\d_]+|[€£])|(?P<after>[€£]))?)"
    r"(?![\w%]|[.,]\d)"
)


def _number(text: str) -> Decimal:
    if text[0].isdigit():
        decimal = re.fullmatch(r"(\d+),(\d{1,2})", text)
        if decimal:
            return Decimal(f"{decimal[1]}.{decimal[2]}")
        grouped = text.count(".") > 1
        return Decimal(re.sub("[, .]" if grouped else "[, ]", "", text))
    if text in ("a", "half a"):
        return Decimal(1) if text == "a" else Decimal("0.5")
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
    word = (match["unit"] or match["after"] or "").removesuffix("s")
    return _CURRENCIES.get((match["currency"] or word).strip(), _UNITS.get(word, word))
