"""What an author did when YAML says "did not find expected key", and how to write it instead.

Both of PyYAML's parsers mark where they gave up, in different words; so the words here are made from the
author's own line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, cast

import yaml

from dateline.problems import Place, Problem

TOO_DEEP = "nested too deeply"

_LONG = 60
_ELSE = "or write >- after the key and put the text on the next line, indented"
_LINE = re.compile(r"(?P<lead>\s*(?:-\s+)*(?:(?P<key>[^\s:\"'\[{][^:]*):(?:\s+|$))?)(?P<value>.*)")


class _Fault(NamedTuple):
    line: int
    column: int
    message: str
    hint: str


class _Rule(NamedTuple):
    value: re.Pattern[str]
    message: str
    """`{0}` is what the pattern's group caught."""


_VALUES = (
    _Rule(
        re.compile(r"\"[^\"]*\"\s*(.+)"),
        "a value that begins with a quotation mark must end with it, but `{0}` follows.",
    ),
    _Rule(
        re.compile(r"'(?:[^']|'')*'\s*(.+)"),
        "a value that begins with a single quotation mark must end with it, but `{0}` follows.",
    ),
    _Rule(
        re.compile(r"\[.*\]\s*(.+)"),
        'a value that begins with "[" is a list, but `{0}` follows it.',
    ),
    _Rule(re.compile(r"\{.*\}\s*(.+)"), 'a value that begins with "{{" is a table, but `{0}` follows it.'),
    _Rule(re.compile(r"([-?])\s"), 'a value cannot begin with "{0}" and a space.'),
    _Rule(re.compile(r"([@`%,\]}>|&*!])"), 'a value cannot begin with "{0}".'),
    _Rule(
        re.compile(r"(?!\{.*\}$).*?(\S+:)(?:\s|$)"),
        'a value cannot hold a colon and a space, as after "{0}".',
    ),
)


def explain(error: yaml.MarkedYAMLError, block: Sequence[str], path: str) -> Problem:
    """One problem for one failure; `block` is the lines of front matter, which begins on line 2."""
    fault = _unread(error, block)
    return Problem(Place(path, fault.line + 2, fault.column + 1), fault.message, fault.hint)


def wrapped(value: str) -> str:
    """What to do about a value that a sign in it has cut: put it between straight quotation marks."""
    return f"Wrap the whole value in {_marks_for(value)}: {in_quotation_marks(unwrapped(value))}."


def in_quotation_marks(value: str) -> str:
    """The same text as YAML would read it whole."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def _unread(error: yaml.MarkedYAMLError, block: Sequence[str]) -> _Fault:
    # Typed as optional; both parsers set the first always, and the second with a context.
    mark, opened = cast(yaml.Mark, error.problem_mark), cast(yaml.Mark, error.context_mark)
    line, column = min(mark.line, len(block) - 1), mark.column
    if error.problem == TOO_DEEP:
        return _Fault(line, column, "this is nested too deeply to be front matter.", "Remove some brackets.")
    if tab := re.match(r" *\t", block[line]):
        return _Fault(line, tab.end() - 1, "this line is indented with a tab.", "Indent it with spaces.")
    if "quoted scalar" in (error.context or ""):
        return _in_quotes(error, opened.line, opened.column)
    if "flow" in (error.context or "") and (bracket := _bracket_before(block, opened)):
        return bracket
    return _list_mark(block, line) or _in_value(block, line) or _between_lines(block, line, column)


_MARKS = re.compile(r"\s*(?P<mark>[–—•·]|\*(?=\s)|-(?=[^\s-]))\s*(?P<value>.*)")
"""What word processors make of a hyphen and a space; and a hyphen without the space."""


def wrong_mark(line: str) -> tuple[str, str] | None:
    """What is wrong with a line that begins an item of a list with something else, and what to write."""
    match = _MARKS.fullmatch(line)
    if match is None:
        return None
    hint = f"Write a hyphen and a space: - {match['value'].rstrip()}."
    return f'"{match["mark"]}" does not begin an item of a list.', hint


def _list_mark(block: Sequence[str], line: int) -> _Fault | None:
    """An item of a list on this line, or the one above it, that does not begin with a hyphen and a space."""
    above = _line_above(block, line)
    for number in (line, *([] if above is None else [above])):
        if told := wrong_mark(block[number]):
            return _Fault(number, _indent(block[number]), *told)
    return None


def _line_above(block: Sequence[str], line: int) -> int | None:
    return next((n for n in range(line - 1, -1, -1) if block[n].strip()), None)


def _in_quotes(error: yaml.MarkedYAMLError, line: int, column: int) -> _Fault:
    if "escape" in (error.problem or ""):
        hint = "Use single quotation marks, which leave it alone."
        return _Fault(
            line, column, "a backslash inside double quotation marks is an instruction to YAML.", hint
        )
    return _Fault(line, column, "this quotation mark is never closed.", f"Close it, {_ELSE}.")


def _bracket_before(block: Sequence[str], mark: yaml.Mark) -> _Fault | None:
    """The bracket that is open at this mark, unless its line has closed it."""
    for line in range(min(mark.line, len(block) - 1), -1, -1):
        end = mark.column + 1 if line == mark.line else None
        column = max(block[line].rfind(sign, 0, end) for sign in _BRACKETS)
        if column >= 0:
            return (
                None if _is_after_brackets(block[line]) else _in_brackets(line, column, block[line][column])
            )
    return None


def _is_after_brackets(line: str) -> bool:
    value = _LINE.fullmatch(line)
    return value is not None and any(rule.value.match(value["value"]) for rule in _VALUES[2:4])


_BRACKETS = {"[": ("this list", "]"), "{": ("this table", "}")}


def _in_brackets(line: int, column: int, sign: str) -> _Fault:
    thing, close = _BRACKETS[sign]
    hint = f'Close it with "{close}"; a value inside with a comma, colon or bracket needs quotation marks.'
    return _Fault(line, column, f"{thing} is not closed, or a value inside it is not plain.", hint)


def _in_value(block: Sequence[str], line: int) -> _Fault | None:
    """The value on this line cannot stand as it is."""
    parts = _LINE.fullmatch(block[line])
    if parts is None or not parts["value"]:
        return None
    value = parts["value"].rstrip()
    for rule in _VALUES:
        if match := rule.value.match(value):
            message = rule.message.format(match.group(1))
            return _Fault(line, len(parts["lead"]), message, _wrap(value))
    return None


def _wrap(value: str) -> str:
    if len(value) > _LONG:
        return f"Wrap the whole in quotation marks, {_ELSE}."
    # 'It's so' was meant to be wrapped already, in marks that also stand inside.
    meant = value[1:-1] if value[0] in "\"'" and value[-1] == value[0] else unwrapped(value)
    return f"Wrap the whole in {_marks_for(value)}, {in_quotation_marks(meant)}, {_ELSE}."


_CURLY = re.compile("[“„«”](.*)[”“»]|[‘‚](.*)[’‘]", re.DOTALL)


def unwrapped(value: str) -> str:
    """A value without the curly quotation marks around it, which YAML takes for text."""
    match = _CURLY.fullmatch(value)
    return (match[1] or match[2] or "") if match else value


def _marks_for(value: str) -> str:
    return "straight quotation marks" if _CURLY.fullmatch(value) else "quotation marks"


def _between_lines(block: Sequence[str], line: int, column: int) -> _Fault:
    """A line that is sound, and does not follow from the one above it."""
    above = _line_above(block, line)
    parts = None if above is None else _LINE.fullmatch(block[above])
    if above is not None and parts is not None and parts["value"]:
        if parts["key"] is None and not block[above].lstrip().startswith("- "):
            return _no_colon(block, above, parts)
        if _indent(block[line]) > _indent(block[above]):
            message = f'this line does not begin under "{parts["key"]}", so it is read as more of its value.'
            hint = f"Begin it in column {parts.start('key') + 1}, {_ELSE}."
            return _Fault(line, _indent(block[line]), message, hint)
    message = "this line does not fit the lines above it."
    return _Fault(line, column, message, "Give keys that belong together the same indentation.")


_MEANT = re.compile(r"([\w-]+)\s*[:：=]\s*(.*)")
"""A key and its value, parted by something else than a colon and a space."""


def _no_colon(block: Sequence[str], line: int, parts: re.Match[str]) -> _Fault:
    value, column = parts["value"], len(parts["lead"])
    if meant := _MEANT.fullmatch(value):
        hint = f"Write {meant[1]}: {meant[2]}."
    elif _line_above(block, line) is not None:
        hint = "If it goes on with the value above it, indent it further than that key; else delete it."
    else:
        hint = f"Write {value.split()[0]}: and then its value, or delete it."
    return _Fault(line, column, 'this line has no colon and space, so it is not "key: value".', hint)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
