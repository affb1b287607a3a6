"""The letters of pictures for sharing: which typeface has all that a text needs, and how wide it runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from io import BytesIO
from typing import Final, Literal

from PIL import ImageFont, features

from dateline.palette import Theme

Role = Literal["title", "date", "label"]

_FACES: Final[Mapping[Theme, Mapping[Role, str]]] = {
    "editorial": {"title": "serif", "date": "serif", "label": "sans"},
    "ledger": {"title": "sans-bold", "date": "sans-bold", "label": "sans"},
    "docket": {"title": "serif", "date": "typewriter", "label": "typewriter"},
    "terminal": {"title": "mono", "date": "mono", "label": "mono"},
}
_OURS: Final = ("serif", "sans", "mono", "arabic")
"""Where the theme's own has not the letters, in this order."""

SHAPED: Final = bool(features.check("raqm") and features.version("fribidi"))
"""Whether letters can be joined and set from right to left here; else only simple scripts are drawn."""
_COMPLEX: Final = re.compile(
    r"[\u0590-\u08ff\u0900-\u0eff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc]"
)
_NO_LETTER: Final = ("Z", "Cc", "Cf", "Mn")
_SYMBOLS: Final = ("So", "Sk", "Co", "Cn", "Cs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typeface:
    """One of ours, by its name, or a font of the site's or the system's, by its path."""

    name: str = ""
    path: str = field(default="", repr=False)
    index: int = 0
    """In a collection of several."""
    stamp: str = ""
    """Stands for the file where its place does not matter: a digest of all that is in it."""


def face_for(text: str, theme: Theme, role: Role, others: Iterable[Typeface] = ()) -> Typeface | None:
    """The first typeface that has every letter of the text; None where none has, or none can join them."""
    if _COMPLEX.search(text) and not SHAPED:
        return None
    ours = dict.fromkeys((_FACES[theme][role], *_OURS))
    for face in (*(Typeface(name=name) for name in ours), *others):
        if all(_has(face, letter) for letter in set(text)):
            return face
    return None


def drawable(text: str) -> str:
    """The text on one line, without the symbols (emoji and their like) that no typeface of text has."""
    kept = "".join(
        c for c in text if unicodedata.category(c) not in _SYMBOLS and not "\ufe00" <= c <= "\ufe0f"
    )
    return re.sub(r"\s+", " ", kept).strip()


def is_font(face: Typeface) -> bool:
    """Whether it can be read at all."""
    try:
        font(face, 16)
    except OSError:
        return False
    return True


@lru_cache(maxsize=64)
def font(face: Typeface, size: int) -> ImageFont.FreeTypeFont:
    """The typeface at a size in pixels."""
    engine = ImageFont.Layout.RAQM if SHAPED else ImageFont.Layout.BASIC
    source = face.path or BytesIO(_bytes(face.name))
    return ImageFont.truetype(source, size, index=face.index, layout_engine=engine)


@lru_cache(maxsize=8)
def _bytes(name: str) -> bytes:
    return (resources.files("dateline.sharing") / "fonts" / f"{name}.woff2").read_bytes()


@lru_cache(maxsize=4096)
def width(text: str, face: Typeface) -> float:
    """How wide the text runs at a size of one pixel."""
    return font(face, 100).getlength(text) / 100


@lru_cache(maxsize=8192)
def _has(face: Typeface, letter: str) -> bool:
    """Whether the typeface draws this as itself, and not as the box for what it does not know."""
    if unicodedata.category(letter).startswith(_NO_LETTER):
        return True
    return _drawn(face, letter) != _drawn(face, "\U0010ffff")


@lru_cache(maxsize=8192)
def _drawn(face: Typeface, letter: str) -> tuple[tuple[int, int], bytes]:
    source = face.path or BytesIO(_bytes(face.name))
    mask = _probe(face, source).getmask(letter)
    return mask.size, bytes(mask)


_PROBES: Final[dict[Typeface, ImageFont.FreeTypeFont]] = {}


def _probe(face: Typeface, source: str | BytesIO) -> ImageFont.FreeTypeFont:
    """A small one, which looks letters up one by one."""
    if face not in _PROBES:
        basic = ImageFont.Layout.BASIC
        _PROBES[face] = ImageFont.truetype(source, 16, index=face.index, layout_engine=basic)
    return _PROBES[face]
