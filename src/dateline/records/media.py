"""`media:` of an event, a source or a page: pictures, recordings, and videos that another site plays."""

from __future__ import annotations

from dateline.media import Kind, fault_of, kind_of, name_of, page_fault, player_for
from dateline.media.players import HOSTS
from dateline.model import Medium, Words
from dateline.problems import Place, Problem, Problems, warning
from dateline.records.addresses import web_address
from dateline.records.keys import Key, read_table
from dateline.records.nodes import Listing, Node, Scalar, Table
from dateline.records.prose import prose
from dateline.records.readers import Reader, language, list_of, words

ALT_HINT = 'Say what it shows, in a sentence; or write alt: "" if it shows nothing that matters.'


def medium(node: Node) -> tuple[Medium | None, Problems]:
    """One item of the list; None where it names nothing that can be shown."""
    if not isinstance(node, Table):
        message = "a table of keys and values is wanted here."
        return None, (Problem(node.place, message, "Write it as - {file: bridge.jpg, alt: ...}."),)
    values, problems = read_table(node, MEDIUM_KEYS, "a medium")
    if _says_nothing(node):
        values["alt"] = ""
    typed = tuple((entry.key.text, entry.value.place) for entry in node.entries)
    faults = tuple(_faults(node, {name for name, _ in typed}, values.get("alt"), values.get("file", "")))
    place = typed[0][1] if typed else node.place
    if not values.get("file") and not values.get("url"):
        return None, (*problems, *faults)
    return Medium(place=place, typed=typed, **values), (*problems, *faults)


def media(node: Node) -> tuple[tuple[Medium, ...] | None, Problems]:
    """The list; one medium may stand alone."""
    if isinstance(node, Table):
        node = Listing(items=(node,), place=node.place)
    return list_of(medium, "file: bridge.jpg")(node)


def _says_nothing(table: Table) -> bool:
    """Whether `alt: ""` is typed, and not merely left empty."""
    alt = table.get("alt")
    return isinstance(alt, Scalar) and alt.raw.strip() in ('""', "''")


def _faults(table: Table, typed: set[str], alt: str | None, file: str) -> list[Problem]:
    """What is wrong between the keys."""
    found: list[Problem] = []
    if "file" in typed and "url" in typed:
        found.append(Problem(_place(table, "url"), "a medium has a file or a url, not both.", "Keep one."))
    elif not typed & {"file", "url"} and typed <= {key.name for key in MEDIUM_KEYS}:
        hint = "Write file: bridge.jpg (it stands in content/media/), or url: and the page of a video."
        found.append(Problem(table.place, "a medium needs a file or a url.", hint))
    if alt is None:
        place = _place(table, "alt") if "alt" in typed else table.place
        found.append(Problem(place, "this medium has no alt.", ALT_HINT))
    elif not alt and (not file or kind_of(file) != "picture"):
        message = "only a picture can do without an alt."
        found.append(Problem(_place(table, "alt"), message, "Say what is seen or heard."))
    elif alt and kind_of(alt) and " " not in alt:
        message = f'"{alt}" is the name of a file, which says nothing to those who do not see it.'
        found.append(warning(_place(table, "alt"), message, ALT_HINT))
    is_video = bool(file) and kind_of(file) == "video"
    for key, of in (("poster", is_video or "url" in typed), ("captions", is_video)):
        if key in typed and not of:
            found.append(
                warning(_place(table, key), f"{key}: is for videos, and this is not a video.", "Delete it.")
            )
    return found


def _place(table: Table, key: str) -> Place:
    return next(entry.value.place for entry in table.entries if entry.key.text == key)


def _file(*wanted: Kind) -> Reader[str]:
    """A reader of the name of a file in `content/media/`, of one of these kinds."""

    def read(node: Node) -> tuple[str | None, Problems]:
        typed, problems = words(node)
        if typed is None or problems:
            return None, problems
        fault = fault_of(typed.text, wanted)
        if fault is None:
            return name_of(typed.text), ()
        message, hint = fault
        return None, (Problem(typed.place, message, _as_url(typed) or hint),)

    return read


def _as_url(typed: Words) -> str:
    return f"Write it as url: {typed.text}." if player_for(typed.text) else ""


def _player_page(node: Node) -> tuple[str | None, Problems]:
    address, problems = web_address(node)
    if address is None or player_for(address):
        return address, problems
    message = f'no player is known for "{address}".'
    hint = f"Players are known for {', '.join(HOSTS)}; link to others in the text."
    return None, (Problem(node.place, *(page_fault(address) or (message, hint))),)


MEDIUM_KEYS = (
    Key("file", _file("picture", "video", "audio")),
    Key("url", _player_page),
    Key("alt", prose),
    Key("caption", prose),
    Key("credit", prose),
    Key("credit_url", web_address),
    Key("language", language),
    Key("poster", _file("picture")),
    Key("captions", _file("captions")),
)
