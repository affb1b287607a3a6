"""Languages by their BCP 47 tags, and what is meant by other names of theirs."""

from __future__ import annotations

import re
from typing import Final

from babel import Locale
from babel.core import get_global

from dateline.tongue import LANGUAGES

LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The shape of a tag."""
_LIKE: Final = "Write one like en, en-GB or zh-Hans."
_OF_COUNTRIES: Final = {
    **{"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "kr": "ko", "ua": "uk", "us": "en-US"},
    **{"gb": "en-GB"},
}
"""What the codes of countries are taken for, where none is a language's."""


def language_fault(tag: str) -> tuple[str, str] | None:
    """What is wrong with the tag of a language, and what to write; None for one that there may be."""
    code, _, region = tag.partition("-")
    if not LANGUAGE.fullmatch(tag) or not _is_known(code.lower()):
        return f'"{tag}" is not the code of a language.', _hint(tag)
    if region.upper() == "UK":
        return f'"{tag}" is not the code of a language: the United Kingdom is GB.', f"Write {code}-GB."
    return None


def _is_known(code: str) -> bool:
    """Whether there is a language with this code; of three letters there are more than anybody lists."""
    return len(code) > _SHORT or code in get_global("likely_subtags") or code in _names()


_SHORT: Final = 2


def _names() -> dict[str, str]:
    return dict(Locale("en").languages)


def _hint(tag: str) -> str:
    meant = tag.replace("_", "-")
    if meant != tag:
        fault = language_fault(meant)
        return fault[1] if fault else f"Write {meant}."
    if country := _OF_COUNTRIES.get(tag.lower()):
        return f"Write {country}."
    named = {name: code.replace("_", "-") for code, name in _names().items()}
    own = {name: code for code, name in LANGUAGES.items()}
    codes = {name.casefold(): code for name, code in (named | own).items()}
    code = codes.get(tag.casefold())
    return f"Write {code}." if code else _LIKE
