"""The examples beside the rules: what their tests run and what the documentation shows."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from dateline.dates.edtf import Edtf
from dateline.dates.grammar import Rule
from dateline.dates.reading import Anchor, Reading

PUBLISHED: Final = "2024-11-21"
"""A Thursday: the day of publication of every example that does not say another."""

_LINE: Final = re.compile(
    r"(?P<words>.+?)(?:\s+\[(?P<language>en-\w\w)\])?(?:\s+@\s+(?P<published>\S+))?\s+=\s+(?P<value>.+)"
)


class Example(NamedTuple):
    """Words, where they stand, when they were written, and what they mean."""

    rule: str
    text: str
    sentence: str
    offset: int
    published: str
    language: str
    expected: str
    """EDTF, with `, early` (or mid, late) after it where there is a part, or the days that are left of it."""

    @property
    def anchor(self) -> Anchor:
        """The source that it would stand in."""
        return Anchor(published=Edtf.parse(self.published), language=self.language)


def examples_of(rule: Rule) -> tuple[Example, ...]:
    """A rule's examples, in their order; square brackets stand around the date in its sentence."""
    return tuple(_example(rule.name, line.strip()) for line in rule.examples.strip().splitlines())


def _example(rule: str, line: str) -> Example:
    match = _LINE.fullmatch(line)
    if not match:
        raise ValueError(f'rule "{rule}": "{line}" is not of the form: words = EDTF')
    words, offset = match["words"], -1
    text = words
    if "[" in words:
        offset = words.index("[")
        text = words[offset + 1 : words.index("]")]
        words = words.replace("[", "").replace("]", "")
    sentence = words if offset >= 0 else ""
    return Example(
        rule,
        text,
        sentence,
        offset,
        match["published"] or PUBLISHED,
        match["language"] or "en",
        match["value"],
    )


def shown(reading: Reading | None) -> str:
    """A reading in the form of an example's value."""
    if reading is None:
        return "no date"
    if reading.within:
        first, last = reading.within
        return f"{reading.value}, {first} to {last}"
    return f"{reading.value}, {reading.part}" if reading.part else str(reading.value)
