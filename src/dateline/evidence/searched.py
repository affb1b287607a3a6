"""A source's text, as quotations are looked for in it."""

from __future__ import annotations

import re
from functools import cached_property

from dateline.evidence.footnotes import without_notes
from dateline.evidence.sentences import BLANK_LINE, block_end
from dateline.text import Folded, fold


class Text:
    """A source's text with what searching it needs, made once for any number of quotations."""

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @cached_property
    def folded(self) -> Folded:
        """The text as it is compared."""
        return fold(self.raw)

    @cached_property
    def sentence_end(self) -> re.Pattern[str]:
        """Where a sentence of it ends, and with it a paragraph, a heading or an item of a list."""
        return _ENDS if block_end(self.raw) is BLANK_LINE else _ENDS_AT_LINES

    @cached_property
    def bracketed(self) -> frozenset[str]:
        """The words, folded, that it has in [brackets] of its own."""
        return frozenset(_BRACKETED.findall(self.folded.text))

    @cached_property
    def without_notes(self) -> Text | None:
        """The same with the marks of its footnotes made invisible; None where it has none."""
        unmarked = without_notes(self.raw)
        return Text(unmarked) if unmarked != self.raw else None


_BRACKETED = re.compile(r"\[([^\[\]]{1,80})\]")
_MARKS = r"[.!?]['’”\"»)]*(?:\s|$)"
_ENDS = re.compile(rf"{_MARKS}|\n\s*\n")
_ENDS_AT_LINES = re.compile(rf"{_MARKS}|\n")
