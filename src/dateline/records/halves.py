"""A content file in its two halves, parted by lines of three hyphens; and signs that no text holds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

from dateline.problems import Place, Problem, Problems

FENCE = "---"
_SHOWN_FAULTS = 10
# C0 but tab and newline, C1, the line separators that YAML 1.1 would count as lines, embeddings, overrides
# and isolates of direction, lone surrogates, non-characters.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\ufeff]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """What stands between the fences, and what stands below them."""

    block: tuple[str, ...]
    """Lines of YAML; the first is line 2 of the file. Invisible signs and odd spaces are plain spaces."""
    body: str


def split(text: str, path: str) -> tuple[Halves | None, Problems]:
    """The file in its halves, and every sign that does not belong there; None where there are no two."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if (merged := _unfinished_merge("\n".join(lines), path)) is not None:
        return None, (merged,)
    hidden = _hidden_characters(lines, path)
    if lines[0].rstrip() != FENCE:
        return None, (*hidden, _no_front_matter(lines, path))
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        return None, (*hidden, _unclosed(lines, path))
    block = [INVISIBLE.sub(" ", line) for line in lines[1:closing]]
    if any(map(_ODD_SPACE.search, block)):
        hidden += _odd_spaces(block, path)
        block = list(map(_with_plain_spaces, block))
    return Halves(block=tuple(block), body="\n".join(lines[closing + 1 :])), hidden


_MERGE = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)


def _unfinished_merge(text: str, path: str) -> Problem | None:
    """What git leaves in a file that two people changed, told once and before all else."""
    conflict = _MERGE.search(text)
    if conflict is None:
        return None
    return Problem(
        Place(path, text.count("\n", 0, conflict.start()) + 1, 1),
        "a merge was left unfinished here.",
        'Keep what is right of both sides, and delete the lines of "<<<<<<<", "=======" and ">>>>>>>".',
    )


_LIKE_A_FENCE = re.compile(r"\s*(?:[-‐‑‒–—−]+|[*]{3,}|[+]{3,}|[=]{3,}|[_]{3,})\s*")
"""What word processors make of three hyphens, and what people write for them."""


def _no_front_matter(lines: list[str], path: str) -> Problem:
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        hint = "Begin it with --- on a line of its own, then title: and so on."
        return Problem(Place(path, 1, 1), "this file is empty.", hint)
    if _LIKE_A_FENCE.fullmatch(lines[first]) and lines[first].rstrip() != FENCE:
        return _not_a_fence(lines, first, path)
    message = "this file has no front matter: its first line must be three hyphens."
    if FENCE in (line.rstrip() for line in lines[:_NEAR_THE_TOP]):
        return Problem(Place(path, 1, 1), message, "Delete what stands above the line ---.")
    return Problem(
        Place(path, 1, 1), message, "Begin it with --- on a line of its own, then title: and so on."
    )


_NEAR_THE_TOP = 4


def _not_a_fence(lines: list[str], number: int, path: str) -> Problem:
    message = f'"{lines[number].strip()}" is not the line of three hyphens that belongs here.'
    return Problem(Place(path, number + 1, 1), message, "Write --- on a line of its own.")


def _unclosed(lines: list[str], path: str) -> Problem:
    near = next((n for n, line in enumerate(lines[1:], 1) if _LIKE_A_FENCE.fullmatch(line)), None)
    if near is not None:
        return _not_a_fence(lines, near, path)
    message = "the front matter that begins here is never closed."
    return Problem(Place(path, 1, 1), message, "Write --- on a line of its own after the last key.")


_LEAD = re.compile(r"\s*(?:-\s+)*(?:[\w-]+:\s+)?")
"""Where YAML counts spaces: before a line's key, and after its colon."""
_ODD_SPACE = re.compile(r"[^\S \t]")


def _with_plain_spaces(line: str) -> str:
    lead = _LEAD.match(line)
    end = lead.end() if lead else 0
    return _ODD_SPACE.sub(" ", line[:end]) + line[end:]


def _odd_spaces(lines: list[str], path: str) -> Problems:
    """Spaces that only look like one, as no-break spaces, where YAML wants a plain one; one a line."""
    found = (
        Problem(
            Place(path, number, match.start() + 1),
            f"this space is not a plain one: {called(match.group())}.",
            "Delete it and type a space.",
        )
        for number, line in enumerate(lines, 2)
        if (lead := _LEAD.match(line)) and (match := _ODD_SPACE.search(lead.group()))
    )
    return tuple(islice(found, _SHOWN_FAULTS))


def _hidden_characters(lines: list[str], path: str) -> Problems:
    found = (
        Problem(
            Place(path, number, match.start() + 1),
            f"an invisible character stands here: {called(match.group())}.",
            "Delete it; it can hide or reorder what readers see.",
        )
        for number, line in enumerate(lines, 1)
        for match in INVISIBLE.finditer(line)
    )
    return tuple(islice(found, _SHOWN_FAULTS))


def called(character: str) -> str:
    """What an invisible character is called: `U+202E (right-to-left override)`."""
    name = unicodedata.name(character, "control character").lower()
    return f"U+{ord(character):04X} ({name})"
