"""Lists of words, written as running text."""

from __future__ import annotations


def row(text: str) -> tuple[str, ...]:
    """The words of a text, between its white space, in their order."""
    return tuple(text.split())


def words(text: str) -> frozenset[str]:
    """The words of a text, for asking whether one is among them."""
    return frozenset(row(text))
