"""Slips in `site.py`: where its values stand, and what Python says of a slip in words for its author."""

from __future__ import annotations

import ast
import re
import tokenize
import traceback
from collections.abc import Callable, Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Final

from dateline.model import Site
from dateline.options import OPTIONS
from dateline.problems import Place, Problem
from dateline.text import nearest_spelling, suggest

DECLARATION: Final = "site.py"

At = Callable[[str], Place]
"""Where the value of a name stands: of `theme`, or of `theme_options["accent"]`."""


def values_in(path: Path) -> At:
    """Where each value of `Site(…)` stands; the whole file for one that is not written there plainly.

    The file is read when the first place is asked for: only a slip needs one.
    """

    @cache
    def found() -> dict[str, Place]:
        return dict(_values(*_parsed(path)))

    return lambda name: found().get(name, Place(DECLARATION))


def _parsed(path: Path) -> tuple[ast.Module, list[str]]:
    """The file and its lines; nothing where it is no longer the file that was run."""
    try:
        with tokenize.open(path) as file:  # as Python reads it: its encoding, and its ends of lines
            text = file.read()
        return ast.parse(text), text.split("\n")
    except (OSError, SyntaxError, UnicodeDecodeError):
        return ast.Module([], []), []


def _values(tree: ast.Module, lines: list[str]) -> Iterator[tuple[str, Place]]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for keyword in (each for call in calls if _is_site(call.func) for each in call.keywords):
        name = keyword.arg or ""
        yield name, _place(keyword.value, lines)
        if isinstance(keyword.value, ast.Dict):
            for key in keyword.value.keys:
                if isinstance(key, ast.Constant):
                    yield f'{name}["{key.value!s}"]', _place(key, lines)


def _is_site(called: ast.expr) -> bool:
    return (called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")) == "Site"


def _place(node: ast.expr, lines: list[str]) -> Place:
    """Python counts the bytes before it on its line."""
    before = lines[node.lineno - 1].encode()[: node.col_offset].decode()
    return Place(DECLARATION, node.lineno, len(before) + 1)


_LIKE: Final = 'Each value is a line like title="The mill", with a comma at its end.'
_SYNTAX: Final = (
    (
        r"invalid character '[“”„«»‘’‚]'.*",
        "this quotation mark is not a straight one.",
        """Write straight ones: "…".""",
    ),
    (
        r"invalid syntax\. Perhaps you forgot a comma.*",
        "a comma is missing after this value, or the value holds the quotation mark that ends it.",
        """End each value with a comma. Text with " in it stands between single ones: 'The "old" mill'.""",
    ),
    (r"unterminated string literal.*", "this quotation mark is never closed.", "Close it on the same line."),
    (r"unterminated triple-quoted.*", "these three quotation marks are never closed.", "Close them."),
    (
        r"expression cannot contain assignment.*",
        "what stands before the equals sign is not a name.",
        "A name has letters and underscores only, without quotation marks: date_order=…",
    ),
    (
        r"cannot assign to literal.*",
        "an equals sign stands where a colon is wanted.",
        'Write {"accent": "#0b5fa5"}.',
    ),
    (r"'(.)' was never closed", 'this "{0}" is never closed.', "Close it after the last value."),
    (
        r"closing parenthesis '(.)' does not match opening parenthesis '(.)' on line (\d+)",
        'this "{0}" comes before the "{1}" of line {2} is closed.',
        "Close that first.",
    ),
    (r"\(unicode error\) .* byte 0x(\w\w) .*", "byte 0x{0} is not UTF-8.", "Save the file as UTF-8."),
    (
        r"invalid syntax\. Maybe you meant '==' or ':=' instead of '='\?.*",
        "an equals sign stands where a colon is wanted.",
        'Write {"accent": "#0b5fa5"}, the name between quotation marks.',
    ),
    (r"keyword argument repeated: (\w+)", "{0} is given twice.", "Keep one of them."),
    (r"positional argument follows.*", "this value has no name.", _LIKE),
)
"""What Python says of a line that it cannot read, what is wrong there, and what to write."""


def unread(error: SyntaxError) -> Problem:
    """Why Python cannot read the file."""
    place = Place(DECLARATION, max(error.lineno or 0, 0), max(error.offset or 0, 0))
    for pattern, message, hint in _SYNTAX:
        if match := re.fullmatch(pattern, error.msg):
            return Problem(place, message.format(*match.groups()), hint)
    return Problem(place, f"Python cannot read this: {error.msg.rstrip('.?')}.", _LIKE)


_IMPORTED: Final = 'Write "from dateline import Site" above it.'


def raised(path: Path, error: BaseException) -> Problem:
    """What stopped the file; a name that `Site` does not know, or lacks, in our words instead of Python's."""
    place, said = _raised_at(path, error), str(error)
    if unknown := re.search(r"Site\.__init__\(\) got an unexpected keyword argument '(\w+)'", said):
        return _no_such_value(place, unknown[1])
    if missing := re.search(r"Site\.__init__\(\) missing .*: (.*)", said):
        return Problem(place, f"a site needs {missing[1].replace(chr(39), '')}.", 'Write it as title="…".')
    if isinstance(error, NameError) and (bare := re.match(r"name '(\w+)' is not defined", said)):
        hint = _IMPORTED if bare[1] == "Site" else f'Text stands between quotation marks: "{bare[1]}".'
        return Problem(_of_word(path, bare[1], place), f"{bare[1]} is not a word that Python knows.", hint)
    if isinstance(error, ImportError) and nearest_spelling(error.name or "", ["dateline"]):
        return Problem(
            place, f"{_imported(error)} is not there to import.", "Write from dateline import Site."
        )
    return Problem(place, f"{type(error).__name__}: {error}")


def _imported(error: ImportError) -> str:
    found = re.match(r"cannot import name '(\w+)'", str(error))
    return found[1] if found else str(error.name)


def _of_word(path: Path, word: str, place: Place) -> Place:
    """Where a name stands on the line of a place."""
    tree, lines = _parsed(path)
    named = (node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == word)
    return next((_place(node, lines) for node in named if node.lineno == place.line), place)


def _no_such_value(place: Place, name: str) -> Problem:
    message = f'a site has no "{name}".'
    if name in OPTIONS:
        return Problem(place, message, f'Write it as theme_options={{"{name}": …}}.')
    names = [field.name for field in fields(Site)]
    return Problem(place, message, suggest(name, names) or f"It may have {', '.join(names)}.")


def _raised_at(path: Path, error: BaseException) -> Place:
    """The last line of the file itself that the error came through."""
    frames = [
        frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)
    ]
    return Place(DECLARATION, (frames[-1] or 0) if frames else 0)
