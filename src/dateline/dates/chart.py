"""What the rules of a grammar make of a row of words: every date in it, the longest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from dateline.dates.day import made
from dateline.dates.grammar import Ending, Following, Grammar, Node, Rule
from dateline.dates.lexicon import STARTS, Terminal, Token, wider_terminals
from dateline.dates.setting import Setting, Unanchored
from dateline.dates.span import Span


class Match(NamedTuple):
    """Words that were read: from one token up to another, what they mean, and the rule that read them."""

    start: int
    end: int
    span: Span
    rule: Rule


_Complete = tuple[int, int, Ending, tuple[object, ...]]
"""A rule all of whose pattern was found: its rank, where the words end, and what was caught in them."""
_rank: Final = itemgetter(0)
_end: Final = itemgetter(1)
_end_of: Final = attrgetter("end")


class Chart:
    """All that the rules can read in one row of tokens."""

    def __init__(self, grammar: Grammar, text: str, words: Sequence[Token], setting: Setting) -> None:
        self.grammar = grammar
        self.text = text
        self.words = words
        self.setting = setting
        self._spans: dict[int, list[Match]] = {}
        self._completed: dict[int, list[_Complete]] = {}
        self._wider: dict[int, Sequence[Terminal]] = {}

    def matches(self, start: int) -> list[Match]:
        """Everything that begins at a token, each stretch of words and unit once."""
        found = self._spans.get(start)
        if found is None:
            begins = self.grammar.may_begin(self.words[start])
            found = self._spans[start] = self._grown(start, self._complete(start)) if begins else []
        return found

    def longest(self, start: int) -> Match | None:
        """What takes in the most words from a token on; of two that are as long, the earlier rule's."""
        complete = self._complete(start)
        if not complete:
            return None
        end = max(map(_end, complete))
        if end == len(self.words):
            match = self._first(start, [done for done in complete if done[1] == end])
        else:
            telling = [done for done in complete if done[1] == end or self._goes_on(done[1])]
            grown = self._grown(start, telling)
            if len(telling) == len(complete):
                self._spans[start] = grown
            match = max(grown, key=_end_of, default=None)
        if match is None or match.end < end:
            match = max(self.matches(start), key=_end_of, default=None)
        return match

    def read_anew_from(self, index: int) -> None:
        """Forget what was read from a token on: “a day later” leans on a date that was named since."""
        for start in [start for start in self._spans if start >= index]:
            del self._spans[start]

    def _goes_on(self, index: int) -> Following:
        """The kinds of span that a rule goes on from with the word at an index, and where it then stands."""
        return self.grammar.following(self.words[index]) if index < len(self.words) else ()

    def _complete(self, start: int) -> list[_Complete]:
        """The rules that begin with a word or a category at a token and are complete, in their order."""
        known = self._completed.get(start)
        if known is None:
            known = self._completed[start] = []
            self._walk(self.grammar.tree, start, (), known)
            if len(known) > 1:
                known.sort(key=_rank)
        return known

    def _first(self, start: int, complete: Iterable[_Complete]) -> Match | None:
        """What the earliest of these rules that means anything makes of its words."""
        for done in complete:
            match = self._read(start, done)
            if match is not None:
                return match
        return None

    def _grown(self, start: int, complete: Iterable[_Complete]) -> list[Match]:
        """What complete rules mean, and what rules make of it that begin with what those have read."""
        known: dict[tuple[int, str], Match] = {}
        waiting = list(complete)
        for done in waiting:  # which grows on the way
            match = self._read(start, done)
            if match is None or (match.end, match.span.unit) in known:
                continue
            known[match.end, match.span.unit] = match
            if self._goes_on(match.end):
                waiting += self._extended(match)
        return list(known.values())

    def _extended(self, match: Match) -> list[_Complete]:
        """The rules that begin with a span which was read and are complete, in their order."""
        complete: list[_Complete] = []
        for is_kind, node in self._goes_on(match.end):
            if is_kind(match.span):
                self._walk(node, match.end, (match.span,), complete)
        complete.sort(key=_rank)
        return complete

    def _walk(self, node: Node, index: int, caught: tuple[object, ...], complete: list[_Complete]) -> None:
        """Add every rule that the words from `index` on can complete from a node of the tree."""
        words, count, root = self.words, len(self.words), self.grammar.tree
        paths = [(node, index, caught)]
        for node, index, caught in paths:  # which grow on the way
            for ending in node.endings:
                complete.append((ending.rank, index, ending, caught))
            if index == count:
                continue
            ways = node.ways
            if ways:
                token = words[index]
                for name, value in token.steps:
                    if name in ways:
                        paths.append((ways[name], index + 1, caught + value))
                if token.text in STARTS:
                    for name, number, end in self._wider_from(index):
                        if name in ways:
                            paths.append((ways[name], end, (*caught, number)))
            if node.kinds and node is not root:
                for match in self.matches(index):
                    for is_kind, following in node.kinds:
                        if is_kind(match.span):
                            paths.append((following, match.end, (*caught, match.span)))

    def _wider_from(self, index: int) -> Sequence[Terminal]:
        """Numbers in words and names of holidays that begin at a token."""
        found = self._wider.get(index)
        if found is None:
            found = self._wider[index] = wider_terminals(self.words, index)
        return found

    def _read(self, start: int, done: _Complete) -> Match | None:
        """What a complete rule means; None where its words do not mean that."""
        _, end, ending, caught = done
        setting = self.setting
        setting.start, setting.end = self.words[start].start, self.words[end - 1].end
        try:
            span = ending.read(setting, *(caught if ending.whole else ending.arguments(caught)))
        except Unanchored:
            return None
        if span is None:
            return None
        if ending.leans and not span.anchored and any(isinstance(a, Span) and a.anchored for a in caught):
            span = span.leaning
        return made(Match, (start, end, span, ending.rule))
