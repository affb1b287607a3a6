"""`citations.lock` as text: TOML, always the same for the same lock.

One table a citation, in a stable order, with blank lines between, so that two people's changes conflict only
where they touch one citation, or neighbours. Each table ends in a seal, a checksum of it and of the copy it
speaks of: it shows a slip of the hand, or a merge of what does not belong together. It is no signature.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeAlias, TypeVar, get_args
from zlib import crc32

from dateline.evidence.fragments import FORM
from dateline.evidence.lock import Lock, LockedCitation, LockedSnapshot
from dateline.model import Match
from dateline.problems import Place, Problem, Problems
from dateline.text import FOLDING

_HEAD = """\
# What every quotation was compared with, and where it stands there.
# Written by `dateline lock`; two people's changes may be merged line by line.
"""
_RENEW = 'Run "dateline lock".'


def dump(lock: Lock) -> str:
    """The lock as TOML."""
    tables = [f"{_HEAD}folding = {lock.folding}\n"]
    for id, copy in sorted(lock.snapshots.items()):
        tables.append(_sealed(_snapshot_table(id, copy), ""))
    for name, entry in sorted(lock.citations.items()):
        tables.append(_sealed(_citation_table(name, entry), _copy_of(entry, lock.snapshots)))
    return "\n".join(tables)


def parse(text: str, path: str) -> tuple[Lock, Problems]:
    """A lock file's content; entries that cannot be read are left out, each with its problem."""
    if not text.strip():
        return Lock(path=path), ()
    lock = _as_dumped(text, path)
    return (lock, ()) if lock is not None else _as_toml(text, path)


def _snapshot_table(id: str, copy: LockedSnapshot) -> str:
    taken = f"extraction = {copy.extraction}\n" if copy.extraction else ""
    of_text = f"characters = {copy.characters}\n{taken}"
    return f"[snapshots.{_quoted(id)}]\nsha256 = {_quoted(copy.sha256)}\n{of_text}"


def _citation_table(name: str, entry: LockedCitation) -> str:
    place = f'match = "{entry.match}"\nstart = {entry.start}\nend = {entry.end}\n' if entry.match else ""
    link = f"fragment = {_quoted(entry.fragment)}\n" if entry.fragment else ""
    head = f"[citations.{_quoted(name)}]\nsource = {_quoted(entry.source)}\n"
    return f"{head}{place}{link}verified = {_quoted(entry.verified)}\n"


def _quoted(text: str) -> str:
    """A TOML basic string, which JSON's is but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def _sealed(table: str, copy: str) -> str:
    return f'{table}seal = "{_seal(table, copy)}"\n'


def _seal(table: str, copy: str) -> str:
    return f"{crc32(f'{table}{copy}'.encode('utf-8', 'replace')):08x}"


def _copy_of(entry: LockedCitation, snapshots: Mapping[str, LockedSnapshot]) -> str:
    """The digest of the copy that an entry speaks of; "" when the lock does not know it."""
    copy = snapshots.get(entry.source)
    return copy.sha256 if copy else ""


_LEVELS: Mapping[str, Match | None] = {"": None, **{level: level for level in get_args(Match)}}
_STRING = r'"([^"\\\x00-\x1f\x7f]+)"'
_COUNT = r"(0|[1-9][0-9]*)"
_DUMPED_HEAD = re.compile(re.escape(_HEAD) + rf"folding = {FOLDING}\n")
_DUMPED_SNAPSHOT = re.compile(
    rf"\n(\[snapshots\.{_STRING}\]\n"
    rf'sha256 = "([0-9a-f]{{64}})"\ncharacters = {_COUNT}\n'
    r'(?:extraction = ([1-9][0-9]*)\n)?)seal = "([0-9a-f]{8})"\n'
)
_DUMPED_CITATION = re.compile(
    rf"\n(\[citations\.{_STRING}\]\nsource = {_STRING}\n"
    rf'(?:match = "({"|".join(get_args(Match))})"\nstart = {_COUNT}\nend = {_COUNT}\n'
    r'(?:fragment = "([A-Za-z0-9_.~%,-]+)"\n)?)?'
    r'verified = "([0-9]{4}-[0-9]{2}-[0-9]{2})"\n)seal = "([0-9a-f]{8})"\n'
)


def _as_dumped(text: str, path: str) -> Lock | None:
    """The lock, where the text is to the letter what `dump` writes: thirty times quicker than any TOML."""
    head = _DUMPED_HEAD.match(text)
    if head is None:
        return None
    at, line = head.end(), head[0].count("\n") + 2
    snapshots: dict[str, LockedSnapshot] = {}
    while match := _DUMPED_SNAPSHOT.match(text, at):
        table, id, sha256, characters, taken, seal = match.groups()
        if _seal(table, "") != seal or id in snapshots:
            return None
        snapshots[id] = LockedSnapshot(
            sha256=sha256, characters=int(characters), extraction=int(taken or 0), line=line
        )
        at, line = match.end(), line + table.count("\n") + 2
    citations = _citations_as_dumped(text[at:], line, snapshots)
    return None if citations is None else Lock(snapshots=snapshots, citations=citations, path=path)


def _citations_as_dumped(
    text: str, line: int, snapshots: Mapping[str, LockedSnapshot]
) -> dict[str, LockedCitation] | None:
    """The entries, where there is nothing else in the text, and each is whole."""
    copies = {id: copy.sha256 for id, copy in snapshots.items()}
    citations: dict[str, LockedCitation] = {}
    read = 0
    for table, name, source, level, start, end, link, day, seal in _DUMPED_CITATION.findall(text):
        if _seal(table, copies.get(source, "")) != seal or name in citations:
            return None
        citations[name] = LockedCitation(
            source=source,
            verified=day,
            match=_LEVELS[level],
            start=int(start or 0),
            end=int(end or 0),
            fragment=link,
            line=line,
        )
        read += len(table) + _BESIDE_TABLE
        line += table.count("\n") + 2
    whole = read == len(text) and all(map(_is_day, {entry.verified for entry in citations.values()}))
    return citations if whole else None


_BESIDE_TABLE = len('\nseal = "01234567"\n')


_RESTORE = 'Take it from git again; or, where every copy is at hand, delete it and run "dateline lock".'


def _as_toml(text: str, path: str) -> tuple[Lock, Problems]:
    """The lock, however its TOML is laid out, and what is wrong with it."""
    try:
        content = tomllib.loads(text)
    except RecursionError:
        return Lock(path=path, unread=True), (
            Problem(Place(path), "this lock is nested too deeply to be read.", _RESTORE),
        )
    except tomllib.TOMLDecodeError as error:
        return Lock(path=path, unread=True), (_not_toml(text, path, str(error)),)
    lines = _lines(text)
    snapshots, bad_snapshots = _records("snapshots", content, lines, path, _read_snapshot)
    read_citation = partial(_read_citation, snapshots)
    citations, bad_citations = _records("citations", content, lines, path, read_citation)
    problems = (*bad_snapshots, *bad_citations)
    folding = content.get("folding")
    if type(folding) is not int or not 1 <= folding <= FOLDING:
        message = f'the key "folding" must be a whole number, and no more than {FOLDING}.'
        problems += (Problem(Place(path), message, _RENEW),)
        folding = FOLDING  # told already
    return Lock(snapshots=snapshots, citations=citations, folding=folding, path=path), problems


# Any: as tomllib gives it, until `_wrong` has looked at each.
_Table: TypeAlias = Any
_Lines: TypeAlias = dict[tuple[str, str], int]
Record = TypeVar("Record", LockedSnapshot, LockedCitation)


def _records(
    kind: str, content: _Table, lines: _Lines, path: str, read: Callable[[str, _Table, int], Record | str]
) -> tuple[dict[str, Record], Problems]:
    """The records of a kind; `read` gives what is wrong with a table instead of its record."""
    records: dict[str, Record] = {}
    problems: list[Problem] = []
    tables = content.get(kind)
    for name, table in tables.items() if isinstance(tables, dict) else ():
        line = lines.get((kind, name), 0)
        record = read(name, table, line)
        if isinstance(record, str):
            shown = name if kind == "citations" else f"{kind}.{name}"
            message = f'the entry "{shown}" cannot be used: {record}.'
            problems.append(Problem(Place(path, line), message, _RENEW))
        else:
            records[name] = record
    return records, tuple(problems)


def _read_snapshot(id: str, table: _Table, line: int) -> LockedSnapshot | str:
    wrong = _wrong(table, _SNAPSHOT)
    if wrong:
        return wrong
    copy = LockedSnapshot(**_without_seal(table), line=line)
    return copy if table["seal"] == _seal(_snapshot_table(id, copy), "") else _BROKEN


def _read_citation(
    snapshots: Mapping[str, LockedSnapshot], name: str, table: _Table, line: int
) -> LockedCitation | str:
    words_only = isinstance(table, dict) and "match" not in table
    wrong = _wrong(table, _WORDS_ONLY if words_only else _CITATION)
    if wrong:
        return wrong
    entry = LockedCitation(**_without_seal(table), line=line)
    copy = snapshots.get(entry.source)
    if copy is None:
        return entry  # the fault is its copy's, or `evidence` tells that there is none
    return entry if table["seal"] == _seal(_citation_table(name, entry), copy.sha256) else _BROKEN


_BROKEN = "it is not as it was written, for its seal does not fit"


def _without_seal(table: dict[str, _Table]) -> dict[str, _Table]:
    return {key: value for key, value in table.items() if key != "seal"}


def _not_toml(text: str, path: str, reason: str) -> Problem:
    conflict = re.search(r"^<{7} ", text, re.MULTILINE)
    if conflict:
        line = text.count("\n", 0, conflict.start()) + 1
        return Problem(
            Place(path, line),
            "a merge was left unfinished here.",
            'Keep the entries of both sides, then run "dateline lock".',
        )
    where = re.search(r" \(at line (\d+), column (\d+)\)$", reason)
    place = Place(path, int(where[1]), int(where[2])) if where else Place(path)
    said = reason[: where.start()] if where else reason
    return Problem(place, f"this is not TOML: {said}.", _RESTORE)


def _lines(text: str) -> _Lines:
    """The line of each table's heading, as `dump` writes them."""
    headings = re.compile(r'^\[(snapshots|citations)\."?([^"\]]+)"?\]$')
    found = ((number, headings.match(line)) for number, line in enumerate(re.split("\r?\n", text), 1))
    return {(match[1], match[2]): number for number, match in found if match}


def _is_count(value: object) -> bool:
    return type(value) is int and value >= 0


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None


def _is_seal(value: object) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{8}", value) is not None


def _is_id(value: object) -> bool:
    return isinstance(value, str) and value != ""


_Shape = Mapping[str, Callable[[object], bool]]
_SNAPSHOT: _Shape = {
    "sha256": _is_digest,
    "characters": _is_count,
    "extraction": lambda value: _is_count(value) and value != 0,
    "seal": _is_seal,
}
_WORDS_ONLY: _Shape = {"source": _is_id, "verified": _is_day, "seal": _is_seal}
_CITATION: _Shape = {
    **_WORDS_ONLY,
    "match": lambda value: value in get_args(Match),
    "start": _is_count,
    "end": _is_count,
    "fragment": lambda value: isinstance(value, str) and FORM.fullmatch(value) is not None,
}
_MAY_BE_MISSING = ("fragment", "extraction")


def _wrong(table: object, shape: _Shape) -> str:
    """The first key that is missing, unknown or of the wrong form; "" when all are right."""
    if not isinstance(table, dict):
        return "it is not a table"
    for name, is_right in shape.items():
        if name not in table:
            if name in _MAY_BE_MISSING:
                continue
            return f'it lacks "{name}"'
        if not is_right(table[name]):
            return f'its "{name}" cannot be {json.dumps(table[name], default=str)}'
    extra = sorted(table.keys() - shape.keys())
    return f'"{extra[0]}" is not known' if extra else ""
