"""What a file of the author's is, by the end of its name, and what it is called below `content/media/`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final, Literal
from urllib.parse import unquote

from dateline.scratch import is_scratch

FOLDER: Final = "media"
"""Below the content folder: where the files stand."""

Kind = Literal["picture", "video", "audio", "captions"]

_KINDS: Final[Mapping[str, tuple[Kind, str]]] = {
    ".jpg": ("picture", "image/jpeg"),
    ".jpeg": ("picture", "image/jpeg"),
    ".png": ("picture", "image/png"),
    ".gif": ("picture", "image/gif"),
    ".webp": ("picture", "image/webp"),
    ".avif": ("picture", "image/avif"),
    ".mp4": ("video", "video/mp4"),
    ".m4v": ("video", "video/mp4"),
    ".webm": ("video", "video/webm"),
    ".mp3": ("audio", "audio/mpeg"),
    ".m4a": ("audio", "audio/mp4"),
    ".ogg": ("audio", "audio/ogg"),
    ".oga": ("audio", "audio/ogg"),
    ".opus": ("audio", "audio/ogg"),
    ".flac": ("audio", "audio/flac"),
    ".wav": ("audio", "audio/wav"),
    ".vtt": ("captions", "text/vtt"),
}
_INSTEAD: Final[Mapping[str, tuple[str, str]]] = {
    ".svg": (
        "a drawing in SVG can carry scripts, and fonts and pictures from elsewhere",
        "Save it as PNG, at twice the size at which it is shown.",
    ),
    ".heic": ("few browsers can show it", "Save it as JPEG."),
    ".heif": ("few browsers can show it", "Save it as JPEG."),
    ".tif": ("browsers cannot show it", "Save it as JPEG or PNG."),
    ".tiff": ("browsers cannot show it", "Save it as JPEG or PNG."),
    ".bmp": ("it has no compression", "Save it as PNG."),
    ".pdf": ("a document is not a picture", "Cite it as a source, or save the page that you mean as PNG."),
    ".mov": ("not every browser can play it", "Save it as MP4 (H.264)."),
    ".avi": ("browsers cannot play it", "Save it as MP4 (H.264)."),
    ".mkv": ("browsers cannot play it", "Save it as MP4 (H.264)."),
    ".srt": ("browsers read no captions in this form", "Save them as WebVTT (.vtt)."),
}
"""Types that authors have, and why a page does not take them."""


def kind_of(name: str) -> Kind | None:
    """What a file is; None for a type that pages do not show."""
    found = _KINDS.get(posixpath.splitext(name)[1].lower())
    return found[0] if found else None


def type_of(name: str) -> str:
    """Its media type, `video/mp4`; KeyError for a type that pages do not show."""
    return _KINDS[posixpath.splitext(name)[1].lower()][1]


def name_of(typed: str) -> str:
    """The file's path below `content/media/`, however a text that stands elsewhere leads there.

    >>> name_of("../media/1984/bridge.jpg"), name_of("bridge.jpg"), name_of("/media/a%20b.png")
    ('1984/bridge.jpg', 'bridge.jpg', 'a b.png')
    """
    path = posixpath.normpath("/" + unquote(typed).lstrip("/")).removeprefix("/")
    return path.removeprefix(f"{FOLDER}/")


def fault_of(typed: str, wanted: tuple[Kind, ...] = ("picture", "video", "audio")) -> tuple[str, str] | None:
    """What is wrong with a file by its name alone, and what to do; None when it may be shown."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", typed):
        message = f'"{typed}" is not a file of this site.'
        return message, f"Save it in content/{FOLDER}/: pages load pictures from this site only."
    if "\\" in typed:
        plain = name_of(typed.replace("\\", "/").lstrip("./"))
        return f'"{typed}" is a path of Windows: here folders are parted by "/".', f"Write {plain}."
    if any(map(is_scratch, name_of(typed).split("/"))):
        return f'"{typed}" is passed over: it is hidden, or an editor\'s backup.', "Give it another name."
    end = posixpath.splitext(typed)[1].lower()
    if end in _INSTEAD:
        why, instead = _INSTEAD[end]
        return f'"{typed}" cannot be shown: {why}.', instead
    kind = kind_of(typed)
    if kind in wanted:
        return None
    ends = [e.removeprefix(".") for e, (one, _) in _KINDS.items() if one in wanted]
    seen = f'"{typed}" is not a {" or ".join(wanted)} that pages can show.'
    return seen, f"It may end in {', '.join(ends[:-1])} or {ends[-1]}." if len(
        ends
    ) > 1 else "It ends in vtt."
