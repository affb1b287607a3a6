"""What is wrong with a video, a sound or captions, by its bytes: it is published as it is."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from dateline.media.kinds import kind_of
from dateline.problems import Severity

HEAVY: Final = 100_000_000
"""Bytes. GitHub takes no file above it."""

_HEADS: Final[dict[str, re.Pattern[bytes]]] = {
    ".mp4": re.compile(rb"....ftyp", re.S),
    ".m4v": re.compile(rb"....ftyp", re.S),
    ".m4a": re.compile(rb"....ftyp", re.S),
    ".webm": re.compile(rb"\x1a\x45\xdf\xa3"),
    ".mp3": re.compile(rb"ID3|\xff[\xe0-\xff]"),
    ".ogg": re.compile(rb"OggS"),
    ".oga": re.compile(rb"OggS"),
    ".opus": re.compile(rb"OggS"),
    ".flac": re.compile(rb"fLaC"),
    ".wav": re.compile(rb"RIFF....WAVE", re.S),
    ".vtt": re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT(?=\s|$)"),
}
"""How files of each type begin."""
_WHERE: Final = re.compile(rb"\xa9xyz|com\.apple\.quicktime\.location\.ISO6709")
"""In the head or the tail of a video: the place where it was filmed."""
_ENDS: Final = 4_000_000


def recording_fault(name: str, raw: bytes) -> tuple[str, str, Severity] | None:
    """What is wrong with a file that is published as it is, and what to do; None when nothing is seen."""
    suffix = PurePosixPath(name).suffix.lower()
    if not _HEADS[suffix].match(raw):
        if suffix == ".vtt":
            return f'"{name}" holds no captions.', "Its first line must be WEBVTT.", "error"
        message = f'"{name}" is not what its name says: it does not begin like a {suffix} file.'
        return message, "Convert it again, or download it again.", "error"
    if len(raw) > HEAVY:
        message = f'"{name}" has {len(raw) // 1_000_000} MB, and GitHub accepts no file above 100 MB.'
        return message, "Save it smaller, or show it from another site with url:.", "warning"
    if kind_of(name) == "video" and (_WHERE.search(raw, 0, _ENDS) or _WHERE.search(raw[-_ENDS:])):
        message = f'"{name}" says where it was filmed, and readers get it as it is.'
        return message, "Remove that: ffmpeg -i IN.mp4 -map_metadata -1 -c copy OUT.mp4.", "warning"
    return None
