"""A table of front matter against the keys that it may have, each with a reader of its value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from dateline.problems import Problem, Problems
from dateline.records.nodes import Scalar, Table
from dateline.records.readers import Reader, blank
from dateline.text import nearest_spelling

# Any: each key's value has its own type, which the record's constructor states again.
Values: TypeAlias = dict[str, Any]


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
