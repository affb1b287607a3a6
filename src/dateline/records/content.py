"""A content file becomes a record: an event, a source, a page; every fault with its place."""

from __future__ import annotations

from dataclasses import replace

from dateline.model import Essay, Event, Source, Typed
from dateline.problems import Place, Problem, Problems
from dateline.records import frontmatter
from dateline.records.frontmatter import Front
from dateline.records.keys import Key, Values, meant_by, read_table
from dateline.records.nodes import Listing, Table
from dateline.records.readers import blank
from dateline.records.schema import ESSAY_KEYS, EVENT_KEYS, SOURCE_KEYS


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
    front, values, problems = _read(path, text, ESSAY_KEYS, "a page")
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
    """`citations`, where one of them came to nothing, or what it says."""
    listed = next((e.value for e in front.fields.entries if e.key.text == "citations"), None)
    items = [i for i in listed.items if not blank(i)] if isinstance(listed, Listing) else []
    says = [item.get("says") for item in items if isinstance(item, Table)]
    unsaid = any(each and not blank(each) and not isinstance(each, Table) for each in says)
    lost = unsaid or len(items) > len(values.get("citations", ()))
    return frozenset({"citations"} if lost else ())


def _typed(front: Front) -> Typed:
    return tuple((entry.key.text, entry.value.place) for entry in front.fields.entries)


_KINDS = (
    ("an event", "events", EVENT_KEYS),
    ("a source", "sources", SOURCE_KEYS),
    ("a page", "pages", ESSAY_KEYS),
)
_TELLING = (
    *("status", "citations", "resolutions", "withdrawn"),
    *("published", "published_basis", "publisher", "accessed", "archived_url", "timezone", "derived_from"),
)
"""Keys that one kind alone has; `status: draft` and `published: true` are of other programs."""
