"""Qualifiers of a date: which sign stands for which component, and how that is written shortest."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

Qualifier = Literal["", "?", "~", "%"]
Marks = tuple[str, str, str]

COVERING: Final[dict[str, tuple[Marks, Marks, Marks]]] = {
    sign: ((sign, "", ""), (sign, sign, ""), (sign, sign, sign)) for sign in ("", "?", "~", "%")
}
"""By the sign at its end, the marks of a year, of a month and of a day: it covers all that is before it."""


@lru_cache(maxsize=256)
def both(signs: str) -> Qualifier:
    """Several qualifiers as one: uncertain and approximate together are ``%``."""
    if not signs:
        return ""
    uncertain, approximate = "?" in signs or "%" in signs, "~" in signs or "%" in signs
    return "%" if uncertain and approximate else "?" if uncertain else "~"


def marks_of(year: str, m1: str, m2: str, d1: str, d2: str, *, parts: int) -> Marks:
    """Each component's own qualifier. A sign after a component covers it and all before (EDTF level 2)."""
    return (
        both(year + m2 + d2),
        both(m1 + m2 + d2) if parts > 1 else "",
        both(d1 + d2) if parts > 2 else "",
    )


def written(year: str, month: str, day: str, marks: Marks) -> str:
    """The shortest way: one sign for the leading components that share it, one before each other.

    That is `2004-06~-11` for an approximate year and month, and `2004-?06` for an uncertain month.
    """
    text, shared, leading = year, marks[0], True
    for part, sign in ((month, marks[1]), (day, marks[2])):
        if not part:
            break
        if leading and sign == shared:
            text += f"-{part}"
        else:
            text += f"{shared if leading else ''}-{sign}{part}"
            leading = False
    return text + shared if leading else text
