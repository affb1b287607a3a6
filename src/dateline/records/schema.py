"""Content files into records: which keys an event, a source and a page may have, and what each holds.

One row a key. To add one, add its row here, its attribute in `model`, and its paragraph in
`docs/authoring.md` (a test looks for it).
"""

from __future__ import annotations

from dataclasses import replace

from dateline.model import (
    PUBLISHED_BASES,
    STANCES,
    STATUSES,
    Citation,
    Correction,
    Essay,
    Event,
    Resolution,
    Source,
    Statement,
    Typed,
    Withdrawal,
)
from dateline.problems import Place, Problem, Problems
from dateline.records import frontmatter
from dateline.records.frontmatter import Front
from dateline.records.media import media
from dateline.records.nodes import Entry, Listing, Node, Table
from dateline.records.readers import (
    Key,
    Reader,
    Values,
    blank,
    choice,
    edtf,
    flag,
    language,
    list_of,
    meant_by,
    names,
    read_table,
    reading,
    site_address,
    stated,
    text,
    time_zone,
    web_address,
    words,
)
from dateline.records.source_types import CALLED, CSL_TYPES, USUAL


def read_event(id: str, path: str, text: str) -> tuple[Event | None, Problems]:
    """The event in `content/events/ID.md`; None when it has no front matter, or that of something else."""
    front, values, problems = _read(path, text, EVENT_KEYS, "an event")
    if front is None:
        return None, problems
    unread = _unread(front, values, EVENT_KEYS) | _half_read(front, values)
    numbered = (replace(c, number=n) for n, c in enumerate(values.pop("citations", ()), 1))
    values = {"title": id, "status": "reported", **values}
    event = Event(
        id=id,
        place=Place(path),
        citations=tuple(numbered),
        unread=unread,
        typed=_typed(front),
        body=front.body,
        body_line=front.body_line,
        **values,
    )
    return event, problems


def read_source(id: str, path: str, text: str) -> tuple[Source | None, Problems]:
    """The source in `content/sources/ID.md`; one of which nothing is known when it has no front matter."""
    front, values, problems = _read(path, text, SOURCE_KEYS, "a source")
    if front is None:
        every = frozenset(key.name for key in SOURCE_KEYS)
        return Source(id=id, title=id, place=Place(path), unread=every), problems
    unread = _unread(front, values, SOURCE_KEYS)
    values = {"title": id, **values}
    source = Source(
        id=id,
        place=Place(path),
        unread=unread,
        body=front.body,
        body_line=front.body_line,
        typed=_typed(front),
        **values,
    )
    return source, problems


def read_essay(id: str, path: str, text: str) -> tuple[Essay | None, Problems]:
    """The page in `content/pages/ID.md`; None when it has no front matter, or that of something else."""
    front, values, problems = _read(path, text, PAGE_KEYS, "a page")
    if front is None:
        return None, problems
    values = {"title": id, **values}
    return Essay(id=id, place=Place(path), body=front.body, body_line=front.body_line, **values), problems


def _read(path: str, text: str, keys: tuple[Key, ...], of: str) -> tuple[Front | None, Values, Problems]:
    front, problems = frontmatter.parse(text, path)
    if front is None:
        return None, {}, problems
    if elsewhere := _other_kind(front, keys):
        kind, folder = elsewhere
        here = next(place for name, place, _ in _KINDS if name == of)
        there = path.replace(f"/{here}/", f"/{folder}/", 1)
        message = f"this has the keys of {kind}, and stands in {here}/."
        return None, {}, (*problems, Problem(Place(path), message, f"Move it to {there}."))
    if not front.is_table:  # told already, and what is missing for that is not told again
        front = replace(front, unread=frozenset(key.name for key in keys))
    values, faults = read_table(front.fields, keys, of, front.unread)
    return front, values, (*problems, *faults)


def _other_kind(front: Front, keys: tuple[Key, ...]) -> tuple[str, str] | None:
    """What else it is, and the folder for that: nothing is its own kind's alone, and what tells is not."""
    typed, own = {entry.key.text: entry.value for entry in front.fields.entries}, {key.name for key in keys}
    for kind, folder, others in _KINDS:
        foreign = [key for key in others if key.name in typed.keys() - own]
        tells = any(key.name in _TELLING and not key.read(typed[key.name])[1] for key in foreign)
        if tells and len(foreign) > 1 and not typed.keys() & own - {key.name for key in others}:
            return kind, folder
    return None


def _unread(front: Front, values: Values, keys: tuple[Key, ...]) -> frozenset[str]:
    """Keys that were given something and came to nothing; their fault is told, so that they lack nothing."""
    known = [key.name for key in keys]
    typed = [entry.key.text for entry in front.fields.entries if not blank(entry.value)]
    given = {word if word in known else meant_by(word, known) for word in typed}
    return front.unread | {
        key.name for key in keys if key.name in given and (key.into or key.name) not in values
    }


def _half_read(front: Front, values: Values) -> frozenset[str]:
    """`citations`, where one of them came to nothing."""
    listed = next((e.value for e in front.fields.entries if e.key.text == "citations"), None)
    items = [i for i in listed.items if not blank(i)] if isinstance(listed, Listing) else []
    return frozenset({"citations"} if len(items) > len(values.get("citations", ())) else ())


def _typed(front: Front) -> Typed:
    return tuple((entry.key.text, entry.value.place) for entry in front.fields.entries)


def _wrong_shape(node: Node, example: str) -> Problems:
    return (Problem(node.place, "a table of keys and values is wanted here.", f"Write it as {example}"),)


def _says(node: Node) -> tuple[tuple[Statement, ...] | None, Problems]:
    """What one source states, field by field."""
    if not isinstance(node, Table):
        return None, _wrong_shape(node, "says: {date: Saturday}.")
    results = [_statement(entry) for entry in node.entries]
    statements = tuple(statement for statement, _ in results if statement is not None)
    return statements, tuple(problem for _, faults in results for problem in faults)


def _statement(entry: Entry) -> tuple[Statement | None, Problems]:
    field = entry.key.text
    if blank(entry.value):
        hint = (
            f"Write the field before it: {{date: {field}}}." if " " in field else "Write it after the colon."
        )
        return None, (Problem(entry.key.place, f'"{field}" has no value.', hint),)
    problems = _field_problems(entry)
    found, faults = words(entry.value)
    statement = None if found is None else Statement(field=field.strip().lower(), words=found)
    return statement, (*problems, *faults)


def _field_problems(entry: Entry) -> Problems:
    """Fields meet across sources by name, so a name has one spelling."""
    field = entry.key.text
    if field and field == field.strip().lower():
        return ()
    hint = f"Write {field.strip().lower()}." if field.strip() else "Write the field's name before the colon."
    return (Problem(entry.key.place, f'"{field}" is not the name of a field: lower case is wanted.', hint),)


def _citation(node: Node) -> tuple[Citation | None, Problems]:
    if not isinstance(node, Table):
        return None, _wrong_shape(node, "- source: the-source.")
    values, problems = read_table(node, CITATION_KEYS, "a citation")
    source = values.pop("source", None)
    if source is None:
        return None, problems
    return Citation(source=source.text, place=source.place, **values), problems


def _resolutions(node: Node) -> tuple[tuple[Resolution, ...] | None, Problems]:
    if not isinstance(node, Table):
        return None, _wrong_shape(node, "the field, and under it verdict: and because:.")
    results = [_resolution(entry) for entry in node.entries]
    resolutions = tuple(resolution for resolution, _ in results if resolution is not None)
    return resolutions, tuple(problem for _, faults in results for problem in faults)


def _resolution(entry: Entry) -> tuple[Resolution | None, Problems]:
    problems = _field_problems(entry)
    if not isinstance(entry.value, Table):
        example = f"{entry.key.text}: {{verdict: unresolved, because: ...}}."
        return None, (*problems, *_wrong_shape(entry.value, example))
    values, faults = read_table(entry.value, RESOLUTION_KEYS, "a resolution")
    values = {"verdict": "", "because": "", **values}
    field = entry.key.text.strip().lower()
    return Resolution(field=field, place=entry.key.place, **values), (*problems, *faults)


def _correction(node: Node) -> tuple[Correction | None, Problems]:
    if not isinstance(node, Table):
        return None, _wrong_shape(node, "- {date: 2026-11-22, was: ..., now: ...}.")
    values, problems = read_table(node, CORRECTION_KEYS, "a correction")
    values = {"date": "", "was": "", "now": "", **values}
    return Correction(place=node.place, **values), problems


def _withdrawal(node: Node) -> tuple[Withdrawal | None, Problems]:
    if not isinstance(node, Table):
        return None, _wrong_shape(node, "withdrawn: {date: 2026-11-22, because: ...}.")
    values, problems = read_table(node, WITHDRAWAL_KEYS, "a withdrawal")
    values = {"date": "", "because": "", **values}
    return Withdrawal(place=node.place, **values), problems


_addresses: Reader[tuple[str, ...]] = list_of(site_address, "events/old-name/")

CITATION_KEYS = (
    Key("source", words, required=True),
    Key("quote", words),
    Key("prefix", text),
    Key("suffix", text),
    Key("speaker", text),
    Key("stance", choice("a stance", STANCES)),
    Key("says", _says),
    Key("note", text),
)
RESOLUTION_KEYS = (
    Key("verdict", text, required=True),
    Key("because", text, required=True),
)
CORRECTION_KEYS = (
    Key("date", edtf, required=True),
    Key("was", text, required=True),
    Key("now", text, required=True),
)
WITHDRAWAL_KEYS = (
    Key("date", edtf, required=True),
    Key("because", text, required=True),
)
EVENT_KEYS = (
    Key("title", text, required=True),
    Key("status", choice("a status", STATUSES), required=True),
    Key("dek", text),
    Key("date", stated, into="stated_date"),
    Key("actors", names),
    Key("tags", names),
    Key("places", names),
    Key("media", media),
    Key("citations", list_of(_citation, "source: the-source")),
    Key("resolutions", _resolutions),
    Key("corrections", list_of(_correction, "{date: 2026-11-22, was: ..., now: ...}")),
    Key("withdrawn", _withdrawal),
    Key("aliases", _addresses),
    Key("draft", flag),
)
SOURCE_KEYS = (
    Key("title", text, required=True),
    Key("name", text),
    Key("author", text),
    Key("publisher", text),
    Key("url", web_address),
    Key("archived_url", web_address),
    Key("accessed", edtf),
    Key("published", reading),
    Key("published_basis", choice("a basis", PUBLISHED_BASES)),
    Key("published_because", text),
    Key("timezone", time_zone),
    Key("language", language),
    Key("type", choice("a type of source", CSL_TYPES, CALLED, USUAL)),
    Key("derived_from", names),
    Key("media", media),
)
PAGE_KEYS = (
    Key("title", text, required=True),
    Key("dek", text),
    Key("media", media),
)
_KINDS = (
    ("an event", "events", EVENT_KEYS),
    ("a source", "sources", SOURCE_KEYS),
    ("a page", "pages", PAGE_KEYS),
)
_TELLING = ("status", "citations", "published")
"""Keys that one kind can hardly be without; `status: draft` and `published: true` are of other programs."""
