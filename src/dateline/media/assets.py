"""What a site has ready to show of an author's files: addresses and sizes, for pages and feeds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A picture in one size and form."""

    target: str
    """Its address from the site's root: `media/bridge-5f0c2a91-800.avif`."""
    type: str
    """`image/avif`."""
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in all the forms that were made of it."""

    fallback: Rendition
    """What every browser shows; JPEG or PNG."""
    choices: tuple[tuple[str, tuple[Rendition, ...]], ...] = ()
    """By type, the best first: the sizes, the smallest first."""
    still: bool = True
    """False where the choices move; the fallback never does."""

    @property
    def width(self) -> int:
        """Of the largest, in pixels."""
        return self.fallback.width

    @property
    def height(self) -> int:
        """Of the largest, in pixels."""
        return self.fallback.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A video, a sound, or the captions of one, as the author made it."""

    target: str
    type: str
    size: int
    """In bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All of it, by the file's path below `content/media/`."""

    pictures: Mapping[str, Picture] = field(default_factory=lambda: MappingProxyType({}))
    recordings: Mapping[str, Recording] = field(default_factory=lambda: MappingProxyType({}))
