"""In which sizes and forms a picture is offered, and what each file is called."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Final

from PIL import features

from dateline import addresses
from dateline.media import Picture, Rendition
from dateline.pixels.looking import Make, Size
from dateline.text import slug

WIDTHS: Final = (480, 800, 1200)
"""Pixels. A column of text is 576 px wide; twice that for sharp screens."""
_NEAR: Final = 1.15
"""A width is left out when the next one is hardly wider."""
TALLEST: Final = 16_383
"""Pixels that a WebP may be high; what is taller is made narrower."""

EDITION: Final = 1
"""Raised when `encoding` makes other files of the same picture."""
MADE_BY: Final = " ".join(
    (str(EDITION), *(str(features.version(name)) for name in ("pil", "webp", "avif", "libjpeg_turbo")))
)
"""All that the bytes of a file depend on beside the picture itself."""

_SUFFIXES: Final = {"image/avif": "avif", "image/webp": "webp", "image/jpeg": "jpg", "image/png": "png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What is to be made of one picture."""

    make: Make
    fallback: Rendition
    choices: tuple[tuple[str, tuple[Rendition, ...]], ...]

    @property
    def picture(self) -> Picture:
        """What pages show."""
        return Picture(fallback=self.fallback, choices=self.choices, still=self.make != "moving")

    @property
    def renditions(self) -> tuple[Rendition, ...]:
        """Every file."""
        return (*(one for _, sizes in self.choices for one in sizes), self.fallback)


_FORMS: Final[dict[Make, tuple[tuple[str, ...], str]]] = {
    "photo": (("image/avif", "image/webp"), "image/jpeg"),
    "clear": (("image/avif", "image/webp"), "image/png"),
    "drawing": (("image/webp",), "image/png"),
    "moving": (("image/webp",), "image/jpeg"),
}
"""What it is offered as, the best first, and what stays for a browser that takes none of these."""


def recipe(name: str, raw: bytes, seen: Size, make: Make) -> Recipe:
    """The files to make of a picture: never wider than it is; their names change with what is in them."""
    types, plain = _FORMS[make]
    widths = _widths(_widest(seen), make)
    stem = f"{addresses.MEDIA}{slug(PurePosixPath(name).stem) or 'picture'}-{_digest(raw)}"

    def rendition(type: str, width: int) -> Rendition:
        height = max(1, round(seen.height * width / seen.width))
        target = f"{stem}-{width}.{_SUFFIXES[type]}"
        return Rendition(target=target, type=type, width=width, height=height)

    choices = tuple((type, tuple(rendition(type, width) for width in widths)) for type in types)
    return Recipe(make=make, choices=choices, fallback=rendition(plain, widths[-1]))


def _widest(seen: Size) -> int:
    """The picture's own width, or as much of it as keeps the height within what can be saved."""
    return max(1, min(seen.width, seen.width * TALLEST // seen.height))


def _widths(widest: int, make: Make) -> tuple[int, ...]:
    """Those that are wanted below the widest it can have, and then that or the widest wanted."""
    if make == "moving":
        return (min(widest, WIDTHS[1]),)
    last = min(widest, WIDTHS[-1])
    # A drawing made smaller has more colours than before, and so more bytes.
    return (*(width for width in WIDTHS if width * _NEAR < last and make != "drawing"), last)


def _digest(raw: bytes) -> str:
    return blake2b(raw, digest_size=4, person=str(EDITION).encode()).hexdigest()
