"""Readers of front matter: each takes one node and gives its value (None: nothing to keep) and its problems.

`schema` is tables of keys with a reader each; here are the kinds of value that keys have, but for dates and
addresses, which have modules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias, TypeVar

from dateline.model import Words
from dateline.problems import Place, Problem, Problems, warning
from dateline.records.halves import INVISIBLE, called
from dateline.records.languages import language_fault
from dateline.records.nodes import Listing, Node, Scalar
from dateline.records.yaml_faults import wrong_mark
from dateline.records.zones import zone_fault
from dateline.text import suggest

T = TypeVar("T")
Reader: TypeAlias = Callable[[Node], tuple[T | None, Problems]]

# Any: of options of any type there are none.
_NO_NAMES: Mapping[str, Any] = MappingProxyType({})


def blank(node: Node) -> bool:
    """Whether nothing is typed there, or nothing that can be seen."""
    return isinstance(node, Scalar) and not any(c.isprintable() and not c.isspace() for c in node.text)


def words(node: Node) -> tuple[Words | None, Problems]:
    """Text as typed, without the white space around it, with its place."""
    if not isinstance(node, Scalar):
        kind = "a list" if isinstance(node, Listing) else "a table"
        hint = "Write it after the colon; a value with brackets or braces of its own needs quotation marks."
        return None, (Problem(node.place, f"text is wanted here, and this is {kind}.", hint),)
    leading = len(node.text) - len(node.text.lstrip())
    place = node.at(leading) if leading else node.place
    hidden = INVISIBLE.search(node.text.replace("\n", " "))
    if hidden is None:
        return Words(text=node.text.strip(), place=place), ()
    message = f"this text holds an invisible character: {called(hidden.group())}."
    fault = Problem(place, message, "Delete it; it can hide or reorder what readers see.")
    return Words(text=INVISIBLE.sub(" ", node.text).strip(), place=place), (fault,)


def text(node: Node) -> tuple[str | None, Problems]:
    """Plain text on one line, however many lines it was typed on."""
    found, problems = words(node)
    return (None if found is None else re.sub(r"[ \t\n]+", " ", found.text)), problems


def choice(
    of: str, options: Sequence[T], called: Mapping[str, T] = _NO_NAMES, usual: Sequence[T] = ()
) -> Reader[T]:
    """A reader of one of a few words, each of which is `of`: "a status".

    Of many words only the `usual` are told; `called` are other names of some, in small letters.
    """

    def read(node: Node) -> tuple[T | None, Problems]:
        typed, problems = words(node)
        if typed is None or problems:
            return None, problems
        for option in options:
            if option == typed.text:
                return option, ()
        other = called.get(" ".join(re.split(r"[\s_-]+", typed.text.casefold())))
        names, told = ([str(option) for option in some] for some in (options, usual or options))
        meant = f'Did you mean "{other}"?' if other else suggest(typed.text, names)
        hint = meant or f"Write {'for example' if usual else 'one of'} {', '.join(told)}."
        return None, (Problem(typed.place, f'"{typed.text}" is not {of}.', hint),)

    return read


_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


def flag(node: Node) -> tuple[bool | None, Problems]:
    """`true` or `false`, in capitals too; `yes` and `no` mean the same."""
    if isinstance(node, Scalar) and (known := _FLAGS.get(node.text.strip().lower())) is not None:
        return known, ()
    _, problems = choice("true or false", tuple(_FLAGS))(node)
    return None, problems


def list_of(read: Reader[T], example: str) -> Reader[tuple[T, ...]]:
    """A reader of a list of what `read` reads; `example` shows how to begin an item."""

    def read_all(node: Node) -> tuple[tuple[T, ...] | None, Problems]:
        if not isinstance(node, Listing):
            return None, (
                Problem(node.place, "a list is wanted here.", f"Begin each item with a hyphen: - {example}"),
            )
        empty = [
            Problem(i.place, "this item of the list is empty.", "Delete it.") for i in node.items if blank(i)
        ]
        results = [read(item) for item in node.items if not blank(item)]
        values = tuple(value for value, _ in results if value is not None)
        nothing = not values and bool(node.items)
        return None if nothing else values, (*empty, *_joined(faults for _, faults in results))

    return read_all


def _joined(problems: Iterable[Problems]) -> Problems:
    return tuple(problem for some in problems for problem in some)


def names(node: Node) -> tuple[tuple[str, ...] | None, Problems]:
    """A list of names, or one name as plain text; each once."""
    if isinstance(node, Scalar):
        name, problems = _name(node)
        if name is None or problems or not re.search("[,;] ", name):
            return (None if name is None else (name,)), problems
        message = f'"{name}" is read as one name.'
        several = name.replace("; ", ", ")
        hint = f"Write [{several}] if these are several, or [{_in_double_quotes(name)}] if it is one."
        return (name,), (warning(node.place, message, hint),)
    found, problems = list_of(_name, "the name")(node)
    return (None if found is None else tuple(dict.fromkeys(found))), problems


def _name(node: Node) -> tuple[str | None, Problems]:
    """One name; unless in quotation marks, none of its lines looks like an item of a list."""
    name, problems = text(node)
    plain = node.raw if isinstance(node, Scalar) and node.raw[:1] not in ("'", '"') else ""
    for number, line in enumerate(plain.split("\n")):
        if told := wrong_mark(line):
            column = len(line) - len(line.lstrip()) + (1 if number else node.place.column)
            place = Place(node.place.path, node.place.line + number, column)
            return name, (*problems, Problem(place, *told))
    return name, problems


def _in_double_quotes(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _named(fault_of: Callable[[str], tuple[str, str] | None]) -> Reader[str]:
    """A reader of a name in which there may be a fault: what is wrong, and what to write."""

    def read(node: Node) -> tuple[str | None, Problems]:
        typed, problems = words(node)
        if typed is None or problems:
            return None, problems
        fault = fault_of(typed.text)
        return (None, (Problem(typed.place, *fault),)) if fault else (typed.text, ())

    return read


time_zone = _named(zone_fault)
language = _named(language_fault)
