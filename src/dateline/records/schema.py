"""Which keys an event, a source and a page may have, and what each holds.

One row a key. To add one, add its row here, its attribute in `model`, and its paragraph in
`docs/authoring.md` (a test looks for it).
"""

from __future__ import annotations

from dateline.model import (
    PUBLISHED_BASES,
    STANCES,
    STATUSES,
    Citation,
    Correction,
    Resolution,
    Statement,
    Withdrawal,
)
from dateline.problems import Problem, Problems
from dateline.records.addresses import site_address, web_address
from dateline.records.dates import edtf, reading, stated
from dateline.records.keys import Key, read_table
from dateline.records.media import media
from dateline.records.nodes import Entry, Node, Table
from dateline.records.prose import prose
from dateline.records.readers import (
    Reader,
    blank,
    choice,
    flag,
    language,
    list_of,
    names,
    text,
    time_zone,
    words,
)
from dateline.records.source_types import CALLED, CSL_TYPES, USUAL


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
    Key("speaker", prose),
    Key("stance", choice("a stance", STANCES)),
    Key("says", _says),
    Key("note", prose),
)
RESOLUTION_KEYS = (
    Key("verdict", text, required=True),
    Key("because", prose, required=True),
)
CORRECTION_KEYS = (
    Key("date", edtf, required=True),
    Key("was", prose, required=True),
    Key("now", prose, required=True),
)
WITHDRAWAL_KEYS = (
    Key("date", edtf, required=True),
    Key("because", prose, required=True),
)
EVENT_KEYS = (
    Key("title", prose, required=True),
    Key("status", choice("a status", STATUSES), required=True),
    Key("dek", prose),
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
    Key("title", prose, required=True),
    Key("name", prose),
    Key("author", prose),
    Key("publisher", prose),
    Key("url", web_address),
    Key("archived_url", web_address),
    Key("accessed", edtf),
    Key("published", reading),
    Key("published_basis", choice("a basis", PUBLISHED_BASES)),
    Key("published_because", prose),
    Key("timezone", time_zone),
    Key("language", language),
    Key("type", choice("a type of source", CSL_TYPES, CALLED, USUAL)),
    Key("derived_from", names),
    Key("media", media),
)
ESSAY_KEYS = (
    Key("title", prose, required=True),
    Key("dek", prose),
    Key("media", media),
)
