"""Readers of front matter: each takes one node and gives its value (None: nothing to keep) and its problems.

`schema` is tables of keys with a reader each; here are the kinds of value that keys have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias, TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from dateline.dates import EdtfError, Reading, is_either_day, read_stated
from dateline.model import Words
from dateline.problems import Place, Problem, Problems, warning
from dateline.records.halves import INVISIBLE, called
from dateline.records.nodes import Listing, Node, Scalar, Table
from dateline.records.yaml_faults import wrong_mark
from dateline.text import nearest_spelling, suggest

T = TypeVar("T")
Reader: TypeAlias = Callable[[Node], tuple[T | None, Problems]]

# Any: each key's value has its own type, which the record's constructor states again.
Values: TypeAlias = dict[str, Any]
# Any: of options of any type there are none.
_NO_NAMES: Mapping[str, Any] = MappingProxyType({})


class Key(NamedTuple):
    """One key of one table of front matter."""

    name: str
    read: Reader[Any]
    into: str = ""
    """The record's attribute, where it has another name than the key."""
    required: bool = False


def read_table(
    table: Table, keys: Sequence[Key], of: str, unread: Collection[str] = ()
) -> tuple[Values, Problems]:
    """Every known key's value by attribute; a key without a value counts as not typed.

    `of` names the thing in messages ("event"); keys in `unread` are not missed, nor misspelt ones.
    """
    known = {key.name: key for key in keys}
    values: Values = {}
    problems: list[Problem] = []
    given = {e.key.text for e in table.entries if not blank(e.value)}
    for entry in table.entries:
        key = known.get(entry.key.text)
        if key is None:
            problems.append(_unknown(entry.key, known, given, of))
        elif not blank(entry.value):
            value, faults = key.read(entry.value)
            problems += faults
            if value is not None:
                values[key.into or key.name] = value
    missing = [key for key in keys if key.required and key.name not in given | set(unread)]
    meant = {meant_by(word, known) for word in given - known.keys()} if missing else ()
    problems += (_missing(table, key.name, of) for key in missing if key.name not in meant)
    return values, tuple(problems)


_OTHER_WORDS: Mapping[str, str] = {
    "headline": "title", "heading": "title", "name": "title",
    "summary": "dek", "description": "dek", "subtitle": "dek", "lede": "dek", "standfirst": "dek",
    "when": "date", "day": "date", "date": "published",
    "who": "actors", "people": "actors", "persons": "actors", "parties": "actors",
    "keywords": "tags", "topics": "tags", "categories": "tags", "category": "tags",
    "where": "places", "locations": "places", "location": "places",
    "image": "media", "images": "media", "picture": "media", "pictures": "media", "photo": "media",
    "photos": "media", "video": "media", "videos": "media",
    "sources": "citations", "references": "citations", "evidence": "citations", "quotes": "citations",
    "text": "quote", "quotation": "quote", "words": "quote", "said": "speaker",
    "comment": "note", "remark": "note",
    "link": "url", "address": "url", "website": "url", "archive": "archived_url", "retrieved": "accessed",
    "byline": "author", "writer": "author", "outlet": "publisher", "newspaper": "publisher",
    "zone": "timezone", "reason": "because", "why": "because", "before": "was", "after": "now",
}  # fmt: skip
"""What people call a key, and what it is called here; only where a table has that one."""


def meant_by(word: str, known: Iterable[str]) -> str:
    """The key that is meant by a word that is none; "" where nobody can tell."""
    other = _OTHER_WORDS.get(word.lower(), "")
    return nearest_spelling(word, known) or (other if other in known else "")


def _unknown(key: Scalar, known: Mapping[str, Key], given: Collection[str], of: str) -> Problem:
    meant = meant_by(key.text, known)
    hint = f'Did you mean "{meant}"?' if meant else f"It may have {', '.join(known)}."
    if meant in given:
        hint = f'If you mean "{meant}", it is given already: delete one of them.'
    return Problem(key.place, f'{of} has no key "{key.text}".', hint)


def _missing(table: Table, name: str, of: str) -> Problem:
    typed = next((e.key for e in table.entries if e.key.text == name), None)
    if typed is not None:
        return Problem(typed.place, f'"{name}" is empty.', "Write its value after the colon.")
    return Problem(table.place, f"{of} needs {name}.", f"Write a line {name}: and its value.")


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
    """`true` or `false`; `yes` and `no` mean the same."""
    word, problems = choice("true or false", tuple(_FLAGS))(node)
    return (None if word is None else _FLAGS[word]), problems


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


def _date_problem(node: Scalar, error: EdtfError) -> Problem:
    return Problem(node.at(max(error.position, 0)), str(error), error.hint)


def _dated(node: Node, read: Callable[[str], T]) -> tuple[Words | None, T | None, Problems]:
    typed, problems = words(node)
    if typed is None or not isinstance(node, Scalar) or problems:
        return None, None, problems
    try:
        return typed, read(typed.text), ()
    except EdtfError as error:
        return None, None, (_date_problem(node, error),)


def edtf(node: Node) -> tuple[str | None, Problems]:
    """A date as EDTF: as typed, or of words that need no anchor and that EDTF can say."""
    typed, value, problems = _dated(node, read_stated)
    if typed is None or value is None:
        return None, problems
    if value.part or value.side:
        message = f'"{typed.text}" is not exact enough here.'
        return None, (
            Problem(typed.place, message, "Write the day, as 2026-02-28, or the month, as 2026-02."),
        )
    return (typed.text if value.rule == "EDTF" else str(value.value)), _two_days(typed, value)


def stated(node: Node) -> tuple[Words | None, Problems]:
    """An editor's date, EDTF or a phrase that needs no anchor; checked and kept as typed."""
    typed, value, problems = _dated(node, read_stated)
    return typed, (*problems, *_two_days(typed, value))


def reading(node: Node) -> tuple[Reading | None, Problems]:
    """The reading of an editor's date; none of one that may be two days, which is asked."""
    typed, value, problems = _dated(node, read_stated)
    asked = _two_days(typed, value)
    return None if asked else value, (*problems, *asked)


def _two_days(typed: Words | None, value: Reading | None) -> Problems:
    if typed is None or value is None or not is_either_day(value):
        return ()
    first, _, second = str(value.value).strip("[]").partition(",")
    message = f'"{typed.text}" may be {first} or {second}.'
    return (Problem(typed.place, message, "Write the one that is meant, year first."),)


WEB_SCHEMES = ("https", "http")


def web_address(node: Node) -> tuple[str | None, Problems]:
    """A public address: http or https, with a host."""
    typed, problems = words(node)
    if typed is None or problems:
        return None, problems
    fault = address_fault(typed.text)
    if fault is None:
        return typed.text, ()
    message, hint = fault
    return None, (Problem(typed.place, f'"{typed.text}" is not a web address: {message}', hint),)


def address_fault(address: str) -> tuple[str, str] | None:
    """What is wrong with a public address, and what to write; None when it is whole."""
    unknown = "Leave the key out where no address is known."
    if re.search(r"[\s<>\"\\^`{|}]", address):
        return "it holds a space or a sign that cannot be in an address.", "Copy it again from the browser."
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "its host cannot be read.", "Copy it again from the browser."
    if parts.scheme not in WEB_SCHEMES:
        looks_bare = re.match(r"[\w-]+(\.[\w-]+)+(/|$)", address)
        hint = f"Write https://{address} if that is where it is." if looks_bare else unknown
        return "it must begin with https:// or http://.", hint
    return None if host else ("it names no host.", unknown)


def site_address(node: Node) -> tuple[str | None, Problems]:
    """An address inside the site, from its root: `events/old-name/`, without the slash before it."""
    typed, problems = words(node)
    if typed is None or problems:
        return None, problems
    address = typed.text.removeprefix("/")
    steps = address.removesuffix("/").split("/")
    for is_fault, why, hint in _STEP_FAULTS:
        if any(is_fault(step) for step in steps):
            message = f'"{typed.text}" is not an address inside this site{why}.'
            return None, (Problem(typed.place, message, hint),)
    return (address if address.endswith(("/", ".html")) else address + "/"), ()


_FROM_THE_ROOT = "Write it from the site's root, as events/old-name/."
_STEP_FAULTS: tuple[tuple[Callable[[str], bool], str, str], ...] = (
    (lambda step: set(step) <= {"."}, "", _FROM_THE_ROOT),
    (lambda step: "%" in step, ': it holds "%"', "Write the letters themselves, as é for %C3%A9."),
    (lambda step: not re.fullmatch(r"[\w.~-]+", step), "", _FROM_THE_ROOT),
    (
        lambda step: step.startswith("."),
        ": a step of it begins with a dot",
        "Write it without the dot; names with a dot are reserved.",
    ),
    (
        lambda step: len(step) > 100 or len(step.encode()) > 240,
        ": a step of it is too long for a file's name",
        "Between two slashes, write at most 100 characters, or 240 bytes.",
    ),
)
"""What no step between two slashes may be, why, and what to write; the first that holds is told."""


def time_zone(node: Node) -> tuple[str | None, Problems]:
    """An IANA time zone by its name."""
    typed, problems = words(node)
    if typed is None or problems:
        return None, problems
    try:
        ZoneInfo(typed.text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        hint = suggest(typed.text, sorted(available_timezones())) or "Write one like Europe/London or UTC."
        return None, (Problem(typed.place, f'"{typed.text}" is not a time zone.', hint),)
    return typed.text, ()


LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The shape of a BCP 47 tag."""


def language(node: Node) -> tuple[str | None, Problems]:
    """A language by its BCP 47 tag."""
    typed, problems = words(node)
    if typed is None or problems or LANGUAGE.fullmatch(typed.text):
        return (None if typed is None or problems else typed.text), problems
    message = f'"{typed.text}" is not the code of a language.'
    meant = typed.text.replace("_", "-")
    hint = f"Write {meant}." if LANGUAGE.fullmatch(meant) else "Write one like en, en-GB or zh-Hans."
    return None, (Problem(typed.place, message, hint),)
