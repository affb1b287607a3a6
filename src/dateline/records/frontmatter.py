"""A content file, split: its front matter with the place of every value, and its body.

YAML is read for its shape alone: every scalar is the text that the author typed (`no`, `2026-02`, `1_000`
and `12:30` stay so), and keeps where it stands in the file. Tags, anchors and aliases are refused, so a
file means what it says and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, cast

import yaml

from dateline.problems import Place, Problem, Problems, in_order, warning
from dateline.records import yaml_faults
from dateline.records.halves import split
from dateline.records.nodes import Entry, Listing, Node, Scalar, Table, moved, start_of

DEEPEST = 8
"""Collections inside one another; a citation's `says` is the third."""

_PARSER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ENDED = "for YAML, the front matter ends above this line."
_ROUNDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """A content file."""

    fields: Table
    body: str
    body_line: int
    """The line of the file on which the body begins."""
    unread: frozenset[str] = frozenset()
    """Top-level keys that are typed but could not be read; each has its problem already."""
    is_table: bool = True
    """False when there are no keys and values at all but something else, which has its problem already."""


def parse(text: str, path: str) -> tuple[Front | None, Problems]:
    """Split a file at its two lines of three hyphens and read what is between them.

    None when there is no front matter to read; otherwise all that could be read, and every fault.
    """
    halves, problems = split(text, path)
    if halves is None:
        return None, problems
    fields, unread, faults = _read_block(list(halves.block), path)
    front = Front(
        fields=fields or Table(entries=(), place=Place(path, 2, 1)),
        body=halves.body,
        body_line=len(halves.block) + 3,
        unread=unread,
        is_table=fields is not None,
    )
    return front, in_order((*problems, *faults))


def _read_block(block: list[str], path: str) -> tuple[Table | None, frozenset[str], Problems]:
    """Read the YAML; where it breaks, set that top-level key aside and read on, so that all faults show."""
    problems: list[Problem] = []
    unread: set[str] = set()
    for _ in range(_ROUNDS):
        reader = _Reader(path=path, lines=tuple(block))
        try:
            fields = reader.root()
        except yaml.MarkedYAMLError as error:
            fault = yaml_faults.explain(error, block, path)
            problems.append(fault)
            key, start, end = _entry_around(block, fault.place.line - 2)
            unread |= {key, *re.findall(r"(?m)^\s+([\w-]+):\s*$", "\n".join(block[start:end]))}
            block = [*block[:start], *[""] * (end - start), *block[end:]]
        else:
            return fields, frozenset(unread), (*problems, *reader.problems)
    return None, frozenset(unread), tuple(problems)


def _entry_around(block: list[str], line: int) -> tuple[str, int, int]:
    """The top-level key whose lines hold this one, and those lines, half-open."""
    begins = [n for n, text in enumerate(block) if re.match(r"[^\s#\-\]}]", text)]
    start = max((n for n in begins if n <= line), default=line)
    end = min((n for n in begins if n > line), default=len(block))
    key = re.match(r"[\"']?([\w-]*)", block[start])
    return (key[1] if key else ""), start, end


class _Pair(NamedTuple):
    at_key: yaml.Event
    key: Node
    at_value: yaml.Event
    value: Node


_KEYLESS = re.compile(r"\s*[,}]")
"""What follows a word inside braces that has no colon, and so is no key."""


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Makes nodes from YAML's events; depth is counted, so hostile nesting costs nothing."""

    path: str
    lines: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)
    text: str = field(init=False)
    events: Iterator[yaml.Event] = field(init=False)

    def __post_init__(self) -> None:
        self.text = "\n".join(self.lines) + "\n"
        self.events = iter(yaml.parse(self.text, Loader=_PARSER))

    def root(self) -> Table | None:
        """The whole; None when it is not a table, which is told."""
        event = next(self._content(), None)
        if event is None:
            return Table(entries=(), place=Place(self.path, 1, 1))
        node = self._node(event, 1)
        second = next(self._content(), None)
        if second is not None:
            self._fault(second, _ENDED, "Delete the line of dots or hyphens above it.")
        if isinstance(node, Table):
            return node
        seen = "a list" if isinstance(node, Listing) else "plain text"
        self._fault(
            event, f"front matter is made of keys and values, and this is {seen}.", "Write title: first."
        )
        return None

    def _content(self) -> Iterator[yaml.Event]:
        """The events that stand for something in the file."""
        kinds = (yaml.ScalarEvent, yaml.AliasEvent, yaml.CollectionStartEvent)
        return (event for event in self.events if isinstance(event, kinds))

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._refuse_references(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._node(e, self._deeper(e, depth)) for e in self._until(yaml.SequenceEndEvent))
            return Listing(items=items, place=self._place(event))
        return self._scalar(event)

    def _deeper(self, event: yaml.Event, depth: int) -> int:
        if depth < DEEPEST:
            return depth + 1
        raise yaml.MarkedYAMLError(problem=yaml_faults.TOO_DEEP, problem_mark=_start_mark(event))

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self.events), end):
            yield event

    def _table(self, event: yaml.Event, depth: int) -> Table:
        pairs = list(self._pairs(depth))
        if isinstance(event, yaml.MappingStartEvent) and event.flow_style:
            pairs = [self._whole(pieces) for pieces in self._by_value(pairs)]
        entries: dict[str, Entry] = {}
        for at_key, key, _, value in pairs:
            if not isinstance(key, Scalar):
                self._fault(at_key, "a key must be a plain word.", "Write it as key: value.")
            elif key.text in entries:
                first = entries[key.text].key.place.line
                self._fault(
                    at_key, f'"{key.text}" is given twice, first on line {first}.', "Keep one of them."
                )
            else:
                entries[key.text] = Entry(key=key, value=value)
        return Table(entries=tuple(entries.values()), place=self._place(event))

    def _pairs(self, depth: int) -> Iterator[_Pair]:
        for at_key in self._until(yaml.MappingEndEvent):
            key = self._node(at_key, self._deeper(at_key, depth))
            at_value = next(self.events)
            yield _Pair(at_key, key, at_value, self._node(at_value, self._deeper(at_value, depth)))

    def _by_value(self, pairs: Iterable[_Pair]) -> Sequence[Sequence[_Pair]]:
        """Inside braces a comma ends a value: each pair, with what a comma has cut off its value."""
        groups: list[list[_Pair]] = []
        for pair in pairs:
            before = groups[-1][0].value if groups else None
            keyless = _KEYLESS.match(self.text, _end_mark(pair.at_key).index)
            if keyless and isinstance(before, Scalar) and before.raw and isinstance(pair.key, Scalar):
                groups[-1].append(pair)
            else:
                groups.append([pair])
        return groups

    def _whole(self, pieces: Sequence[_Pair]) -> _Pair:
        """The pair as it was meant, its value in one piece; that it was cut is told."""
        whole, *cut = pieces
        if not cut or not isinstance(whole.key, Scalar):
            return whole
        raw = self.text[_start_mark(whole.at_value).index : _end_mark(cut[-1].at_key).index]
        message = f'the comma before this ends the value of "{whole.key.text}".'
        self._fault(cut[0].at_key, message, yaml_faults.wrapped(raw))
        text = " ".join(yaml_faults.unwrapped(raw).split())
        return whole._replace(value=Scalar(text=text, place=self._place(whole.at_value), raw=raw))

    def _scalar(self, event: yaml.Event) -> Scalar:
        raw = self.text[_start_mark(event).index : _end_mark(event).index]
        place = self._place(event)
        if not isinstance(event, yaml.ScalarEvent):
            return Scalar(text=raw, place=place, raw=raw)
        if event.style in (None, ""):
            self._warn_of_comment(event)
        return Scalar(text=event.value, place=moved(place, raw, 0, start_of(raw)), raw=raw)

    def _warn_of_comment(self, event: yaml.ScalarEvent) -> None:
        """`Group #1 wins` loses its end in silence, where `# a remark` is meant to be lost."""
        mark = _end_mark(event)
        rest = self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
        if match := re.match(r"\s+(#\w.*)", rest):
            place = Place(self.path, mark.line + 2, mark.column + match.start(1) + 1)
            message = f'"{match.group(1)}" is left out: after a space, # begins a comment.'
            self.problems.append(
                warning(place, message, "Wrap the whole value in quotation marks to keep it.")
            )

    def _refuse_references(self, event: yaml.Event) -> None:
        kinds = (("alias", "*"), ("anchor", "&"), ("tag", "!"))
        alias = isinstance(event, yaml.AliasEvent)
        for kind, sign in kinds:
            if alias if kind == "alias" else not alias and getattr(event, kind, None) is not None:
                message = f'a value that begins with "{sign}" is an instruction to YAML, not text.'
                self._fault(event, message, f"Wrap it in quotation marks: {_quoted(event, self.text)}.")

    def _fault(self, event: yaml.Event, message: str, hint: str) -> None:
        self.problems.append(Problem(self._place(event), message, hint))

    def _place(self, event: yaml.Event) -> Place:
        mark = _start_mark(event)
        return Place(self.path, mark.line + 2, mark.column + 1)


def _start_mark(event: yaml.Event) -> yaml.Mark:
    # Typed as optional, and as either parser's class of the same shape; the parsers always set it.
    return cast(yaml.Mark, event.start_mark)


def _end_mark(event: yaml.Event) -> yaml.Mark:
    return cast(yaml.Mark, event.end_mark)


def _quoted(event: yaml.Event, text: str) -> str:
    line = text[_start_mark(event).index :].partition("\n")[0]
    return yaml_faults.in_quotation_marks(line)
