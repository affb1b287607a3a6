"""Each quotation of `quotations.txt` is found in the source above it (+), or is not (-)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.evidence import Found, find

_ESCAPES = {"n": "\n", "r": "\r", "t": "\t"}


def _plain(line: str) -> str:
    return re.sub(
        r"\\(?:u([0-9a-f]{4})|([nrt]))",
        lambda found: chr(int(found[1], 16)) if found[1] else _ESCAPES[found[2]],
        line,
    )


def _blocks() -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Of each source: what its quotations try, its text, those that stand in it, and those that do not."""
    title = ""
    text = Path(__file__).with_name("quotations.txt").read_text("utf-8")
    for block in text.strip().split("\n\n"):
        lines: dict[str, list[str]] = {mark: [] for mark in "#>+-"}
        for line in block.split("\n"):
            lines[line[0]].append(_plain(line[2:]))
        title = lines["#"][0] if lines["#"] else title
        yield title, lines[">"][0], lines["+"], lines["-"]


BLOCKS = list(_blocks())


@pytest.mark.parametrize(("title", "source", "right", "wrong"), BLOCKS, ids=[block[0] for block in BLOCKS])
def test_what_stands_in_a_source_is_found_and_nothing_else_is(
    title: str, source: str, right: list[str], wrong: list[str]
) -> None:
    assert [quote for quote in right if not isinstance(find(quote, source), Found)] == [], title
    assert [quote for quote in wrong if isinstance(find(quote, source), Found)] == [], title


def test_the_cases_are_many() -> None:
    assert sum(len(right) for _, _, right, _ in BLOCKS) >= 150
    assert sum(len(wrong) for _, _, _, wrong in BLOCKS) >= 600
