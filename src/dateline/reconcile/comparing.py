"""Whether two values for one field agree, are compatible, or exclude each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.dates import Reading, relation
from dateline.model import Relation
from dateline.reconcile.quantities import Quantity, read_quantity
from dateline.text import WORD, fold
from dateline.wordkinds import is_negation

_ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, compared by its bounds."""

    reading: Reading

    @property
    def key(self) -> object:
        """Equal for what is one and the same date, however it was worded."""
        return str(self.reading.value), self.reading.part, self.reading.earliest, self.reading.latest

    def contains(self, other: DateValue) -> bool:
        """Whether every day of the other is one of this; a stretch that lasted does not contain its days."""
        how = relation(self.reading, other.reading)
        lasted = self.reading.kind == "lasting" and other.reading.kind != "lasting"
        return how == "equals" or (how == "contains" and not lasted)

    def excludes(self, other: DateValue) -> bool:
        """Whether no day is one of both."""
        return relation(self.reading, other.reading) in ("before", "after")


@dataclass(frozen=True, slots=True)
class WordsValue:
    """Words, compared folded and without articles; a single number among them is compared by value."""

    words: tuple[str, ...]
    quantity: Quantity | None
    around: tuple[str, ...]
    """The words beside the quantity."""

    @classmethod
    def of(cls, text: str) -> WordsValue:
        """The value that a source's words state."""
        quantity = read_quantity(text)
        return cls(_words(text), quantity, _words(quantity.rest) if quantity else ())

    @property
    def key(self) -> object:
        """Equal for what is the same but for its spelling: `$3bn` and `$3 billion`."""
        if self.quantity is None:
            return self.words
        return self.quantity.low, self.quantity.high, self.quantity.unit, self.around

    def contains(self, other: WordsValue) -> bool:
        """Whether the other says all that this says, and perhaps more: `John Smith`, `Senator John Smith`.

        A denial never contains, nor is contained in, what it denies.
        """
        if any(map(is_negation, self.words)) != any(map(is_negation, other.words)):
            return False
        mine, others = self.quantity, other.quantity
        if mine is None or others is None:
            return _within(self.words, other.words)
        if not mine.comparable(others):
            fixed = mine.in_money_or_parts or others.in_money_or_parts
            return not fixed and _within(self.words, other.words)
        return mine.contains(others) and (
            _within(self.around, other.around) or (mine != others and _within(other.around, self.around))
        )

    def excludes(self, other: WordsValue) -> bool:
        """Whether both cannot hold; other words are another value, and only ranges of numbers overlap."""
        mine, others = self.quantity, other.quantity
        if mine is None or others is None or not mine.comparable(others):
            return True
        beside = _within(self.around, other.around) or _within(other.around, self.around)
        return not (beside and mine.overlaps(others))


Comparable = DateValue | WordsValue


def contains(wider: Comparable, narrower: Comparable) -> bool:
    """Whether the narrower value agrees with the wider one and says at least as much."""
    if isinstance(wider, DateValue):
        return isinstance(narrower, DateValue) and wider.contains(narrower)
    return isinstance(narrower, WordsValue) and wider.contains(narrower)


def relation_of(one: Comparable, other: Comparable) -> Relation:
    """How two values for the same field stand to each other."""
    if contains(one, other) or contains(other, one):
        return "agree"
    return "disagree" if _exclude(one, other) else "compatible"


def _exclude(one: Comparable, other: Comparable) -> bool:
    if isinstance(one, DateValue):
        return not isinstance(other, DateValue) or one.excludes(other)
    return not isinstance(other, WordsValue) or one.excludes(other)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in WORD.findall(fold(text).text) if word not in _ARTICLES)


def _within(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether the words stand together in the others."""
    return any(part == whole[at : at + len(part)] for at in range(len(whole) - len(part) + 1))
