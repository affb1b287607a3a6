"""Quotations against snapshots: is it there, how exactly, and if not, what is nearest?"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.matching import Found, Several, Text, Why, search
from dateline.nearest import Nearest, nearest

__all__ = ["Found", "Missing", "Several", "Text", "find"]


@dataclass(frozen=True, slots=True)
class Missing:
    """The quotation is not in the text, or may not be published so; see `matching.Unfound` for why."""

    nearest: Nearest | None
    why: Why = "absent"


def find(quote: str, text: str | Text, *, prefix: str = "", suffix: str = "") -> Found | Missing | Several:
    """Where a quotation stands in a source's text.

    Pass a `Text` to look for several quotations in one source. `prefix` and `suffix` are words directly
    before and after, for a quotation that stands there more than once, or is shorter than three words and
    not in quotation marks in the source. Likeness never makes a match; it only fills `Missing.nearest`.
    """
    source = text if isinstance(text, Text) else Text(text)
    outcome = search(quote, source, prefix, suffix)
    if isinstance(outcome, Found | Several):
        return outcome
    return Missing(nearest(quote, source), outcome.why)
