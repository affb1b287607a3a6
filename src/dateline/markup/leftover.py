"""What is left in a text though it looks like markup: a citation, a link, a picture, HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline import dialect
from dateline.markup.task import Task
from dateline.problems import Severity
from dateline.text import nearest_spelling

PICTURE: Final = 'Write ![what it shows](media/bridge.jpg "caption").'


class _LeftOver(NamedTuple):
    message: str
    hint: str
    severity: Severity


_LEFT_OVER: Final = {
    "[@": _LeftOver(
        "this is not a citation.", "Write [@source], [@source, 2] or [@source; @another].", "error"
    ),
    "[^": _LeftOver(
        "footnotes are not read here; readers see this as you typed it.",
        "Write the note into the text, or cite a source: [@source]; \\[^ if you mean the signs.",
        "warning",
    ),
    "](": _LeftOver(
        "this is not a link.", "Write [words](address), or [words](<address>) if it holds spaces.", "warning"
    ),
    "![": _LeftOver(
        "this is not a picture.", PICTURE, "error"
    ),
    "<": _LeftOver(
        "HTML is not read here; readers see it as you typed it.",
        "Write *emphasis*, **strong** or [words](address), or \\< if you mean the sign.",
        "warning",
    ),
}  # fmt: skip


def finish_text(text: str | None, task: Task, is_code: bool) -> str | None:
    """The text as readers see it; what looks like markup in it, and is none, is told."""
    if not text:
        return text
    if not is_code:
        for match in dialect.LEFT_OVER.finditer(text):
            sign, mark = match.groups()
            if not text.startswith("/", match.end(2)):  # </b> closes what was told
                told = _LEFT_OVER[sign]
                if sign == "[@" and (id := _source_called(text[match.end(2) :], task)):
                    told = told._replace(hint=f"Write [@{id}].")
                task.report(dialect.offset_of(mark) - len(sign), *told)
        _warn_of_uncited(text, task)
    return dialect.without_marks(text)


_BLOCK_OF_CODE: Final = re.compile(r"(?ms)^(```|~~~)[^`\n]*$(?:.*?^\1)?")
_CODE: Final = re.compile(r"(?s)(?<![\\`])(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)")
_UNREAD: Final = tuple(
    (re.compile(pattern, re.MULTILINE), message, hint)
    for pattern, message, hint in (
        (
            r"^[ ]{0,3}\|?[ ]*:?-{3,}:?[ ]*\|[-| :]*$",
            "tables are not read here; readers see the signs as you typed them.",
            "Write a list, each item on a line that begins with a hyphen.",
        ),
        (
            r"(?<![\\!\]`\w])\[(?!@)[^\[\]\n]+\]\[(?!@)[^\[\]\n]*\]",
            "links by number or name are not read here; readers see the signs as you typed them.",
            "Write [words](address).",
        ),
        (
            r"(?<!\\)\[(?!@)[^\[\]\n]+\] \((?:https?:|/|[^\s()]+\.md)[^()\s]*\)",
            "a space parts the words of this link from its address; readers see the signs as you typed them.",
            "Delete the space.",
        ),
        (
            r"(?<=[^\n]\n)^={4,}[ ]*$",
            "underlined headings are not read here; readers see the signs as you typed them.",
            "Write ## and a space before the heading, and delete this line.",
        ),
        (
            r"(?<![\\~])~~(?=[^\s~])[^\n~]+~~(?!~)",
            "text is not struck out here; readers see the signs as you typed them.",
            "Delete it; what was wrong in an event belongs in its corrections.",
        ),
        (
            r"(?<=^[-*+] )\[[ xX]\] ",
            "lists of tasks are not read here; readers see the signs as you typed them.",
            "Delete the brackets.",
        ),
    )
)
"""What Markdown elsewhere has, and bodies here do not; in code it is meant as it stands."""


def warn_of_unread(task: Task) -> None:
    """Tell what is written as Markdown elsewhere has it."""
    blocks = tuple(_BLOCK_OF_CODE.finditer(task.text))
    for block in blocks:
        message = "blocks of code are not read here; readers see the signs as you typed them."
        task.report(block.start(), message, "Write `code` within a line.", "warning")
    task.code = tuple(range(block.start() + 1, block.end()) for block in blocks)
    prose = _CODE.sub(lambda code: re.sub(r"[^\n]", "`", code.group()), task.text)
    for pattern, message, hint in _UNREAD:
        for match in pattern.finditer(prose):
            task.report(match.start(), message, hint, "warning")
    for offset in _unclosed(prose):
        message = "this emphasis is never closed; readers see the signs as you typed them."
        task.report(offset, message, r"Write ** where it ends, or \*\* if you mean the signs.", "warning")


_STRONG: Final = re.compile(r"(?<!\\)\*\*")


def _unclosed(prose: str) -> Iterator[int]:
    """Where the last `**` of a paragraph stands that has an odd number of them."""
    for paragraph in _PARAGRAPH.finditer(prose) if "**" in prose else ():
        marks = list(_STRONG.finditer(prose, *paragraph.span()))
        if len(marks) % 2 and "***" not in paragraph.group():
            yield marks[-1].start()


_PARAGRAPH: Final = re.compile(r"[^\n]+(?:\n[^\n]*\S[^\n]*)*")


def _source_called(text: str, task: Task) -> str:
    """The source cited here whose printed name stands in the text before "]"; "" where there is none."""
    name, closed, _ = text.partition("]")
    if not closed:
        return ""
    ids = {task.sources[number]: id for id, numbers in task.citations.items() for number in numbers}
    plain = dialect.without_marks(name)
    which = re.search(r",\s*\d+$", plain)
    meant = ids.get(nearest_spelling(plain[: which.start()] if which else plain, ids), "")
    return f"{meant}{which.group() if which else ''}" if meant else ""


def _warn_of_uncited(text: str, task: Task) -> None:
    """What looks like a citation of a source that is cited here, and is read as it stands."""
    for offset, typed, source in dialect.nearly_citations(text):
        if task.citations.get(source):
            message = f'"{typed}" is not a citation; readers see it as it stands.'
            hint = f"To cite, write [@{source}]; if readers should see it so, \\{typed}."
            task.report(offset, message, hint, "warning")
