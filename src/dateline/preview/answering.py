"""Which file of an edition answers to which address, with what status and type: as GitHub Pages does it."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote

from dateline.addresses import NOT_FOUND
from dateline.preview.edition import Edition

_HTML: Final = "text/html; charset=utf-8"
_BUILT_IN: Final = mimetypes.MimeTypes()
"""Python's own table: what the machine has in its files would differ from one to the next."""
_TYPES: Final = {
    ".html": _HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".geojson": "application/geo+json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the server says to a request for a page or file."""

    status: int
    body: bytes = b""
    type: str = _HTML
    location: str = ""


def answer(edition: Edition, path: str) -> Answer:
    """To a request for `path`, percent-decoded and beginning with a slash, as GitHub Pages would answer."""
    base = edition.base
    if path in ("/", base.rstrip("/")) and path != base:
        return Answer(status=302, location=quote(base))
    if not edition.files:
        return Answer(status=503, body=_message("There is no page yet: the site could not be built."))
    if not path.startswith(base):
        return Answer(status=404, body=_message("This address is outside the site.", base))
    target = path.removeprefix(base)
    file = target + "index.html" if not target or target.endswith("/") else target
    body = edition.files.get(file)
    if body is not None:
        return Answer(status=200, body=body, type=type_of(file))
    if edition.files.is_faulty(file):
        return Answer(status=503, body=_message("This page could not be made."))
    if f"{target}/index.html" in edition.files:
        return Answer(status=301, location=quote(f"{path}/"))
    return Answer(status=404, body=edition.files.get(NOT_FOUND, _message("There is no such page.")))


def type_of(file: str) -> str:
    """The content type by a file's name."""
    ending = Path(file).suffix.lower()
    return _TYPES.get(ending) or _BUILT_IN.guess_type(file)[0] or "application/octet-stream"


def _message(words: str, base: str = "") -> bytes:
    link = f'<p>The site is at <a href="{quote(base)}">{escape(base)}</a>.</p>' if base else ""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head>'
        f"<body><p>{escape(words)}</p>{link}</body></html>"
    ).encode()
