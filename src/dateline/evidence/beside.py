"""What stands right beside a passage and changes what it says: a quotation may not leave it out unseen."""

from __future__ import annotations

import re

from dateline.text import QUOTES, WORD
from dateline.wordkinds import is_negation, kind_of


def negation_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What turns or bounds a passage right before it, and a "not" or "?" right after it; each may be empty.

    A quotation that leaves it out is verbatim, and says the opposite, or says what was only asked; or it says
    "half of them" where the source has "less than half of them".
    """
    beside = text[max(0, start - 40) : start]
    last = beside.rsplit(None, 1)[-1] if beside[-1:].isspace() and not beside.isspace() else ""
    before = _WORD_END.search(last)
    bound = _BOUND_BEFORE.search(beside)
    after = _NOT_AFTER.match(text, end, end + 12)
    left = before[0] if before and is_negation(before[0]) else ""
    if bound and (bound["few"] or kind_of((WORD.findall(text[start : start + 40]) or [""])[0]) == "number"):
        left = bound[0].strip()
    return left, after[after.lastindex or 0] if after else ""


_BOUND_BEFORE = re.compile(
    r"\b(?:(?P<few>few|little|hardly|barely|scarcely|rarely|seldom)"
    r"|(?:more|less|fewer) than|at (?:least|most)|up to|nearly|almost)\s+$",
    re.IGNORECASE,
)
_WORD_END = re.compile(r"[^“”\"(\[.,;:!?]+$")
_NOT_AFTER = re.compile(rf"\s+(not|never)\b|(?<![.!?…])[{QUOTES}]*(\?)", re.IGNORECASE)
