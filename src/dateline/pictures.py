"""The pictures for sharing of a whole site, each drawn once; the system's fonts, where ours lack letters."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import lru_cache, partial
from hashlib import blake2b
from pathlib import Path
from typing import Final

from dateline import sharing
from dateline.cache import Cache
from dateline.declaration import DECLARATION
from dateline.files import Stamp, stamp_of
from dateline.kept import Kept
from dateline.later import Files
from dateline.model import Timeline
from dateline.problems import Problem, Problems
from dateline.sharing import Deck, Typeface
from dateline.slips import values_in

_FOLDERS: Final = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "/System/Library/Fonts",
    "C:/Windows/Fonts",
)
_FONTS: Final = (
    "NotoSansCJK-Bold", "NotoSansCJK-Regular", "SourceHanSans-Bold", "NotoSansSC-Bold", "NotoSansJP-Bold",
    "PingFang", "Hiragino Sans GB", "msyhbd", "msyh", "YuGothB", "meiryob", "wqy-microhei", "wqy-zenhei",
    "DroidSansFallbackFull", "Arial Unicode", "DejaVuSans-Bold",
)  # fmt: skip
"""Fonts of systems that have many letters, the most wanted first."""
_COLLECTED: Final = {"ko": 1, "zh": 2, "zh-hans": 2, "zh-hant": 3}
"""In a collection of Noto Sans CJK: which font draws letters as this language does; the first is Japanese."""
_THREADS: Final = 2


def deal_pictures(timeline: Timeline, kept: Kept | None = None) -> tuple[Deck, Problems]:
    """What is to be drawn: nothing, where the site does not wish it. And what is wrong with the site's font.

    The system's fonts are looked for only when a title has letters that ours have not.
    """
    if not timeline.site.share_pictures:
        return Deck(shared={}, cards={}, untitled=0), ()
    own, problems = _own_font(timeline)
    deck = sharing.deal(timeline, own, kept)
    if deck.untitled:
        deck = sharing.deal(timeline, (*own, *_system_fonts(timeline.site.language.lower())), kept)
    return deck, problems


def draw_pictures(deck: Deck, cache: Cache) -> dict[str, bytes]:
    """Every picture by its target; only those that no build has drawn before take time."""
    drawn = partial(_drawn, deck, cache)
    with ThreadPoolExecutor(_THREADS) as threads:
        return dict(zip(deck.cards, threads.map(drawn, deck.cards), strict=True))


def later_pictures(files: Files, deck: Deck, cache: Cache) -> None:
    """The same, each when it is asked for."""
    for target in deck.cards:
        files.add_later([target], partial(_one, deck, cache, target))


def _one(deck: Deck, cache: Cache, target: str) -> dict[str, bytes]:
    return {target: _drawn(deck, cache, target)}


def _drawn(deck: Deck, cache: Cache, target: str) -> bytes:
    card = deck.cards[target]
    return cache.under((sharing.MADE_BY, card), partial(sharing.draw, card))


def _own_font(timeline: Timeline) -> tuple[tuple[Typeface, ...], Problems]:
    """The font that `site.py` names."""
    name = timeline.site.share_font
    if not name or timeline.root is None:
        return (), ()
    path, at = timeline.root / name, values_in(timeline.root / DECLARATION)
    if not path.is_file():
        seen = f'share_font="{name}": there is no such file.'
        return (), (Problem(at("share_font"), seen, "Write its path from the site's folder."),)
    face = None
    with suppress(OSError):
        face = _typeface(path, 0)
    if face is None or not sharing.is_font(face):
        seen = f'share_font="{name}" is not a font that can be read.'
        return (), (Problem(at("share_font"), seen, "Name a file in TrueType, OpenType or WOFF2."),)
    return (face,), ()


def _system_fonts(language: str) -> Iterator[Typeface]:
    found: dict[str, Path] = {}
    for folder in _FOLDERS:
        for path in sorted(Path(folder).expanduser().rglob("*.[to]t[cf]")):
            found.setdefault(path.stem.lower(), path)
    for name in _FONTS:
        if name.lower() in found:
            path = found[name.lower()]
            index = _COLLECTED.get(language, _COLLECTED.get(language.partition("-")[0], 0))
            with suppress(OSError):
                yield _typeface(path, index if "CJK" in name and path.suffix == ".ttc" else 0)


def _typeface(path: Path, index: int) -> Typeface:
    return Typeface(path=str(path), index=index, stamp=_digest(path, stamp_of(path.stat())))


@lru_cache(maxsize=32)
def _digest(path: Path, stamp: Stamp) -> str:
    """Of a file's bytes; the file is read once as long as it stays as it is."""
    return blake2b(path.read_bytes(), digest_size=16).hexdigest()
