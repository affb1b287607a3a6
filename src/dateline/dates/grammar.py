"""A small grammar of dates: rules written as patterns, and the chart that reads them.

A pattern is words, categories and spans in a row::

    the? ORD of? MONTH YEAR?       words as they stand, categories in capitals, ? after what may be missing
    <month> to|until|- <month>     spans that other rules have read; | between words that do the same work

Categories and spans are handed to the rule's function in their order; what is missing comes as None.
All patterns make one tree of shared beginnings, so a text is read in about the time of its longest one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, NamedTuple

from dateline.dates.cues import Cue, cue
from dateline.dates.lexicon import STARTS, Terminal, Token, wider_terminals
from dateline.dates.setting import Setting, Unanchored
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


class _Ending(NamedTuple):
    """A rule that is complete at a node."""

    rank: int
    rule: Rule
    slots: tuple[int, ...]
    """For each thing caught on the way, which of the function's arguments it is."""
    arity: int


@dataclass(slots=True)
class _Node:
    """A place in the tree of patterns, and where each kind of element leads from it."""

    words: dict[str, _Node] = field(default_factory=dict)
    categories: dict[str, _Node] = field(default_factory=dict)
    spans: dict[str, _Node] = field(default_factory=dict)
    endings: list[_Ending] = field(default_factory=list)

    def may_go_on(self, token: Token) -> bool:
        """Whether anything leads on from here over a token, as far as one can tell without reading on."""
        if token.text in self.words or self.spans or token.text in STARTS:
            return True
        for category, _ in token.terminals:  # noqa: SIM110 - a generator costs more than the search
            if category in self.categories:
                return True
        return False


KINDS: Final[dict[str, Callable[[Span], bool]]] = {
    "day": lambda span: span.unit == "day" and not (span.text or span.mark),
    "week": lambda span: span.unit == "week" and not (span.part or span.mark),
    "month": lambda span: span.unit == "month" and not (span.part or span.mark),
    "year": lambda span: span.unit == "year" and not (span.part or span.mark),
    "period": lambda span: span.unit not in (RANGE, NOTHING, "day"),
    "point": lambda span: span.unit not in (RANGE, NOTHING),
}
"""What may stand where a pattern has a span in angle brackets."""


_Following = tuple[tuple[Callable[[Span], bool], _Node], ...]


class Match(NamedTuple):
    """Words that were read: from one token up to another, and what they mean."""

    start: int
    end: int
    span: Span


class _Complete(NamedTuple):
    """A rule all of whose pattern was found."""

    rank: int
    end: int
    ending: _Ending
    caught: tuple[object, ...]


_rank = itemgetter(0)
_end_of = itemgetter(1)


_MOST_KEPT: Final = 8192


class Grammar:
    """Rules made ready for reading. Of two rules that read the same words, the earlier one does."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.tree = _Node()
        for rank, rule in enumerate(self.rules):
            for line in rule.pattern.strip().splitlines():
                self._enter(rank, rule, line.split())

        self._beginnings: dict[str, bool] = {}

    def may_begin(self, token: Token) -> bool:
        """Whether any rule begins with such a word; asked of every word of a text, so each is kept."""
        known = self._beginnings.get(token.text)
        if known is None:
            if len(self._beginnings) > _MOST_KEPT:
                self._beginnings.clear()
            of_tree = token.text in self.tree.words or token.text in STARTS
            known = of_tree or any(name in self.tree.categories for name, _ in token.terminals)
            self._beginnings[token.text] = known
        return known

    def _enter(self, rank: int, rule: Rule, elements: list[str]) -> None:
        catching = [index for index, element in enumerate(elements) if _catches(element)]
        for chosen in _choices(elements, 0):
            if elements[chosen[0]] == ",?":  # what stands before the comma was left out
                continue
            slots = tuple(catching.index(index) for index in chosen if index in catching)
            for node in self._nodes([elements[index].removesuffix("?") for index in chosen]):
                node.endings.append(_Ending(rank, rule, slots, len(catching)))

    def _nodes(self, elements: list[str]) -> list[_Node]:
        """The nodes to which a row of elements leads; words with | lead to several."""
        nodes = [self.tree]
        for element in elements:
            table, keys = _key(element)
            nodes = [_branch(getattr(node, table), key) for node in nodes for key in keys]
        return nodes


def _branch(table: dict[str, _Node], key: str) -> _Node:
    node = table.get(key)
    if node is None:
        node = table[key] = _Node()
    return node


def _catches(element: str) -> bool:
    return element.startswith("<") or element.removesuffix("?").isupper()


def _key(element: str) -> tuple[str, list[str]]:
    if element.startswith("<"):
        return "spans", [element[1:-1]]
    return ("categories", [element]) if element.isupper() else ("words", element.split("|"))


def _choices(elements: list[str], index: int) -> Iterator[tuple[int, ...]]:
    """Every way to take or leave the elements that may be missing, as indices."""
    if index == len(elements):
        yield ()
        return
    for rest in _choices(elements, index + 1):
        yield (index, *rest)
        if elements[index].endswith("?"):
            yield rest


class Chart:
    """All that the rules can read in one row of tokens."""

    def __init__(self, grammar: Grammar, text: str, words: list[Token], setting: Setting) -> None:
        self.grammar = grammar
        self.text = text
        self.words = words
        self.setting = setting
        self._spans: dict[int, list[Match]] = {}
        self._completed: dict[int, list[_Complete]] = {}
        self._going_on: dict[int, _Following] = {}
        self._cues: dict[tuple[int, int], Cue] = {}
        self._terminals: dict[int, Sequence[Terminal]] = {}

    def matches(self, start: int) -> list[Match]:
        """Everything that begins at a token, each stretch of words and unit once."""
        found = self._spans.get(start)
        if found is None:
            found = (
                self._grown(start, self._complete(start)) if self.grammar.may_begin(self.words[start]) else []
            )
            self._spans[start] = found
        return found

    def read_anew_from(self, index: int) -> None:
        """Forget what was read from a token on: “a day later” leans on a date that was named since."""
        for start in [start for start in self._spans if start >= index]:
            del self._spans[start]

    def longest(self, start: int) -> Match | None:
        """What takes in the most words from a token on."""
        complete = self._complete(start)
        if not complete:
            return None
        end = max(done.end for done in complete)
        # What is shorter need not be read, where nothing goes on from it, or nothing can be longer.
        open_end = end < len(self.words)
        telling = [done for done in complete if done.end == end or (open_end and self._goes_on(done.end))]
        found = self._spans.get(start) or self._grown(start, telling)
        match = max(found, key=_end_of, default=None)
        if match is None or match.end < end:
            found = self.matches(start)
        return max(found, key=_end_of, default=None)

    def _goes_on(self, index: int) -> _Following:
        """The kinds of span that a rule goes on from with the word at an index, and where it then stands."""
        known = self._going_on.get(index)
        if known is None:
            known = ()
            if index < len(self.words):
                token, spans = self.words[index], self.grammar.tree.spans
                known = tuple((KINDS[kind], node) for kind, node in spans.items() if node.may_go_on(token))
            self._going_on[index] = known
        return known

    def _complete(self, start: int) -> list[_Complete]:
        """The rules that begin with a word or a category at a token and are complete, in their order."""
        known = self._completed.get(start)
        if known is not None:
            return known
        complete: list[_Complete] = []
        self._walk(self.grammar.tree, start, (), complete, spans=False)
        if len(complete) > 1:
            complete.sort(key=_rank)
        self._completed[start] = complete
        return complete

    def _grown(self, start: int, complete: list[_Complete]) -> list[Match]:
        """What rules make of words and categories, then what rules make of what those have read."""
        known: dict[tuple[int, str], Match] = {}
        waiting = self._apply(start, complete)
        while waiting:
            match = waiting.pop(0)
            key = (match.end, match.span.unit)
            if key not in known:
                known[key] = match
                if self._goes_on(match.end):
                    waiting += self._extended(match)
        return list(known.values())

    def _extended(self, match: Match) -> list[Match]:
        """What rules that begin with a span make of one that was read."""
        complete: list[_Complete] = []
        for is_kind, node in self._goes_on(match.end):
            if is_kind(match.span):
                self._walk(node, match.end, (match.span,), complete)
        if not complete:
            return []
        complete.sort(key=_rank)
        return self._apply(match.start, complete)

    def _walk(
        self,
        node: _Node,
        index: int,
        caught: tuple[object, ...],
        complete: list[_Complete],
        *,
        spans: bool = True,
    ) -> None:
        """Add every rule that the words from `index` on can complete from a node of the tree."""
        for ending in node.endings:
            complete.append(_Complete(ending.rank, index, ending, caught))
        if index >= len(self.words):
            return
        token = self.words[index]
        following = node.words.get(token.text)
        if following is not None:
            self._walk(following, index + 1, caught, complete)
        if node.categories:
            for category, value in token.terminals:
                following = node.categories.get(category)
                if following is not None:
                    self._walk(following, index + 1, (*caught, value), complete)
            if token.text in STARTS:
                self._walk_wider(node, index, caught, complete)
        if spans and node.spans:
            for match in self.matches(index):
                for kind, following in node.spans.items():
                    if KINDS[kind](match.span):
                        self._walk(following, match.end, (*caught, match.span), complete)

    def _walk_wider(
        self, node: _Node, index: int, caught: tuple[object, ...], complete: list[_Complete]
    ) -> None:
        for category, value, end in self._wider(index):
            following = node.categories.get(category)
            if following is not None:
                self._walk(following, end, (*caught, value), complete)

    def _wider(self, index: int) -> Sequence[Terminal]:
        """Numbers in words and names of holidays that begin at a token."""
        found = self._terminals.get(index)
        if found is None:
            found = self._terminals[index] = wider_terminals(self.words, index)
        return found

    def _apply(self, start: int, complete: list[_Complete]) -> list[Match]:
        """The spans that complete rules make, in the order of the rules."""
        spans = ((done.end, self._span(start, done.end, done.ending, done.caught)) for done in complete)
        return [Match(start, end, span) for end, span in spans if span is not None]

    def _span(self, start: int, end: int, ending: _Ending, caught: tuple[object, ...]) -> Span | None:
        if len(caught) < ending.arity:
            arguments: list[object] = [None] * ending.arity
            for slot, value in zip(ending.slots, caught, strict=True):
                arguments[slot] = value
            caught = tuple(arguments)
        self.setting.start = self.words[start].start
        self.setting.look_around = lambda: self._cue(start, end)
        try:
            span = ending.rule.read(self.setting, *caught)
        except Unanchored:
            return None
        if span is None:
            return None
        anchored = span.anchored or any(value.anchored for value in caught if isinstance(value, Span))
        return span.read_by(ending.rule, anchored)

    def _cue(self, start: int, end: int) -> Cue:
        found = self._cues.get((start, end))
        if found is None:
            found = self._cues[start, end] = cue(self.text, self.words[start].start, self.words[end - 1].end)
        return found
