"""A small grammar of dates: rules written as patterns, and the tree that holds them all.

A pattern is words, categories and spans in a row::

    the? ORD of? MONTH YEAR?       words as they stand, categories in capitals, ? after what may be missing
    <month> to|until|- <month>     spans that other rules have read; | between words that do the same work

Categories and spans are handed to the rule's function in their order; what is missing comes as None.
All patterns make one tree of shared beginnings, so a text is read in about the time of its longest one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeVar

from dateline.dates.lexicon import A_NAME, STARTS, Token
from dateline.dates.span import NOTHING, RANGE, Span


@dataclass(frozen=True, slots=True)
class Rule:
    """One way in which English names a date."""

    name: str
    """A few words; shown beside every date that it reads."""
    pattern: str
    """One or more, one a line."""
    read: Callable[..., Span | None] = field(compare=False)
    """From the setting and what the pattern caught to a span; None where the words do not mean that."""
    because: str
    """The rule in a sentence, for readers of the page."""
    examples: str
    """One a line, `words = EDTF`: its tests, and its part of the documentation."""


@dataclass(slots=True)
class Ending:
    """A rule that is complete at a node."""

    rank: int
    rule: Rule
    read: Callable[..., Span | None]
    """The rule's own function."""
    slots: tuple[int, ...]
    """For each thing caught on the way, which of the function's arguments it is."""
    arity: int
    whole: bool
    """Whether all of the arguments are caught on this way, each in its turn."""
    leans: bool
    """Whether it takes in a span, and needs the day of publication where that does."""

    def arguments(self, caught: tuple[object, ...]) -> tuple[object, ...]:
        """What the rule's function is handed: what was caught, and None for what is missing."""
        whole: list[object] = [None] * self.arity
        for slot, value in zip(self.slots, caught, strict=True):
            whole[slot] = value
        return tuple(whole)


IsKind = Callable[[Span], bool]

KINDS: Final[dict[str, IsKind]] = {
    "day": lambda span: span.unit == "day" and not (span.text or span.mark),
    "week": lambda span: span.unit == "week" and not (span.part or span.mark),
    "month": lambda span: span.unit == "month" and not (span.part or span.mark),
    "year": lambda span: span.unit == "year" and not (span.part or span.mark),
    "period": lambda span: span.unit not in (RANGE, NOTHING, "day"),
    "point": lambda span: span.unit not in (RANGE, NOTHING),
}
"""What may stand where a pattern has a span in angle brackets."""


@dataclass(slots=True)
class Node:
    """A place in the tree of patterns, and where each kind of element leads from it."""

    ways: dict[str, Node] = field(default_factory=dict)
    """Over a word, in lower case, or over a category, in capitals."""
    kinds: list[tuple[IsKind, Node]] = field(default_factory=list)
    """Over a span: what tells whether it is of a kind, and where that leads."""
    endings: list[Ending] = field(default_factory=list)

    def step(self, element: str) -> list[Node]:
        """The nodes to which an element of a pattern leads; words with | lead to several."""
        if element.startswith("<"):
            return [self._over(KINDS[element[1:-1]])]
        return [self.ways.get(word) or self.ways.setdefault(word, Node()) for word in element.split("|")]

    def _over(self, kind: IsKind) -> Node:
        known = next((node for is_kind, node in self.kinds if is_kind is kind), None)
        if known is None:
            known = Node()
            self.kinds.append((kind, known))
        return known

    def may_go_on(self, token: Token) -> bool:
        """Whether anything leads on from here over a token, as far as one can tell without reading on."""
        return bool(self.kinds) or self.leads_over(token)

    def leads_over(self, token: Token) -> bool:
        """Whether a word or a category leads on from here over a token."""
        return token.text in STARTS or any(name in self.ways for name, _ in token.steps)


Following = tuple[tuple[IsKind, Node], ...]
_Words = TypeVar("_Words")
_Answer = TypeVar("_Answer")
_MOST_KEPT: Final = 8192


class Grammar:
    """Rules made ready for reading. Of two rules that read the same words, the earlier one does."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.tree = Node()
        for rank, rule in enumerate(self.rules):
            for line in rule.pattern.strip().splitlines():
                self._enter(rank, rule, line.split())
        self._beginnings: dict[str, bool] = {}
        self._pairs: dict[tuple[str, str, bool], bool] = {}
        self._following: dict[str, Following] = {}

    def may_begin(self, token: Token) -> bool:
        """Whether any rule begins with such a word; asked of every word of a text, so each is kept."""
        known = self._beginnings.get(token.text)
        if known is None:
            ways = self.tree.ways
            known = token.text in ways or token.text in STARTS
            known = known or any(name in ways for name, _ in token.terminals)
            _keep(self._beginnings, token.text, known)
        return known

    def may_begin_with(self, token: Token, after: Token) -> bool:
        """Whether any rule begins with these two words: “the end”, not “the cat”; or is complete with one."""
        key = (token.text, after.text, after.terminals == A_NAME)
        known = self._pairs.get(key)
        if known is None:
            known = token.text in STARTS or any(
                node.endings or node.leads_over(after) or (node.kinds and self.may_begin(after))
                for node in (self.tree.ways[name] for name, _ in token.steps if name in self.tree.ways)
            )
            _keep(self._pairs, key, known)
        return known

    def following(self, token: Token) -> Following:
        """The kinds of span that some rule goes on from over such a word, and where it then stands."""
        known = self._following.get(token.text)
        if known is None:
            known = tuple(way for way in self.tree.kinds if way[1].may_go_on(token))
            _keep(self._following, token.text, known)
        return known

    def _enter(self, rank: int, rule: Rule, elements: Sequence[str]) -> None:
        """Grow the tree by one pattern, along every way to take or leave what may be missing."""
        paths = [_Path(self.tree)]
        arity = 0
        for element in elements:
            bare = element.removesuffix("?")
            longer = [further for path in paths for further in path.over(bare, arity)]
            paths = [*paths, *longer] if element != bare else longer
            arity += _catches(bare)
        for node, _, slots, leans, open_ in paths:
            known = any(ending.rank == rank and ending.slots == slots for ending in node.endings)
            if not (open_ or known):
                node.endings.append(Ending(rank, rule, rule.read, slots, arity, len(slots) == arity, leans))


class _Path(NamedTuple):
    """How far a pattern has led on one of its ways."""

    node: Node
    began: bool = False
    slots: tuple[int, ...] = ()
    """Which of the things that the pattern catches were caught on the way."""
    leans: bool = False
    open: bool = False
    """Whether a comma is its last element, after which something must come."""

    def over(self, element: str, slot: int) -> Iterator[_Path]:
        """Where it leads over one more element; a comma is none without what stands before it."""
        if element == "," and not self.began:
            return
        slots = (*self.slots, slot) if _catches(element) else self.slots
        for node in self.node.step(element):
            yield _Path(node, True, slots, self.leans or element.startswith("<"), element == ",")


def _keep(table: dict[_Words, _Answer], word: _Words, answer: _Answer) -> None:
    """Remember an answer, of some thousands at most: the words of a text are mostly the same few."""
    if len(table) > _MOST_KEPT:
        table.clear()
    table[word] = answer


def _catches(element: str) -> bool:
    return element.startswith("<") or element.isupper()
