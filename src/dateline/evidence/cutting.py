"""Whether a passage's bounds cut a word or a number of its text in two."""

from __future__ import annotations

import re

from dateline.text import INVISIBLE
from dateline.wordkinds import NUMBERS


def cuts(text: str, index: int) -> bool:
    """Whether a quotation that begins or ends at this offset would cut a word or a number in two.

    `don|'t`, `$19|.5`, `US|$5`, `70|%`, `two| million`, `non-|binding` are cuts; `2026|, he` is none,
    nor is `Ford|'s` (see `owns`).
    """
    before = _UNSEEN.sub("", text[max(0, index - 24) : index])
    after = _UNSEEN.sub("", text[index : index + 24])
    if _CUT.search(f"{before[-3:]}\0{after[:3]}"):
        return True
    return _CUT_NUMBER.search(f"{before}\0{after}") is not None


def owns(text: str, end: int) -> bool:
    """Whether the word that ends at this offset has an ’s: `the head of Ford|’s dealers` is not of Ford."""
    return _OWNS.match(text, end) is not None


_W = r"(?:(?![\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff_])\w)"
_APOSTROPHE = "['’‘ʼ]"
_HYPHEN = "[-‐‑]"
_OWNS = re.compile(rf"(?<={_W}){_APOSTROPHE}[sS](?!{_W})")
_CUT = re.compile(
    rf"{_W}\0{_W}"
    rf"|{_W}{_APOSTROPHE}\0{_W}|{_W}\0{_APOSTROPHE}(?![sS](?:{_W})?(?!{_W})){_W}"
    rf"|{_W}{_HYPHEN}\0{_W}|{_W}\0{_HYPHEN}{_W}"
    r"|\d[.,:/–−]\0\d|\d\0[.,:/–−]\d|(?:^|\s)[-−–]\0\d"
    rf"|[$£€¥#+±~≈<>≤≥]\0\d|{_W}\0[$£€¥]|\d(?:\0\s?|\s\0)[%‰]|\d\0\+"
)
_CUT_NUMBER = re.compile(
    rf"(?:\d|(?<!\w)(?:{'|'.join(sorted(NUMBERS))}))\s*\0\s*"
    r"(?:hundreds?|thousands?|[mbtr]+illions?|[mbt]n|lakh|crore|dozens?|per ?cent(?:age)?)(?!\w)"
    r"|(?<!\w)half\s*\0\s*an?\s"
    r"|(?<![\w.,])\d{1,3}(?:\s\d{3})*(?:\0\s|\s\0)\d{3}(?![\d.,]\d|\d)",
    re.IGNORECASE,
)
_UNSEEN = re.compile(f"[{INVISIBLE}]")
