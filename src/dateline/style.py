"""The style sheets: what all themes share, the theme, its colours and the site's options, in one file each.

One file is one request. A site adds a sheet of its own, `static/site.css`, which is linked last.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from dateline.model import Site
from dateline.options import colours, options_of
from dateline.palette import THEMES, Theme, custom_properties
from dateline.problems import Place, Problem
from dateline.tongue import ENGLISH, Tongue

PAGES: Final = "style.css"
FRAMES: Final = "embed.css"

_SHARED: Final[Mapping[str, tuple[str, ...]]] = {
    PAGES: ("base.css", "letters.css", "shapes.css", "figures.css", "media.css"),
    FRAMES: ("embed.css", "letters.css", "shapes.css"),
}
"""What each sheet is made of before the theme; the first of them puts the layers in order."""
_THEMES: Final[Mapping[str, str]] = {PAGES: "themes/{}.css", FRAMES: "themes/{}-embed.css"}
_OWN: Final[Mapping[str, str]] = {PAGES: "site.css", FRAMES: "site-embed.css"}
"""Sheets that a site may have of its own."""
_COMPACT: Final = "compact.css"
GALLERY: Final = "gallery.css"
"""Of the page that shows a site in every theme."""

FONTS: Final[Mapping[Theme, str]] = {
    "editorial": "fonts/source-serif-4/",
    "ledger": "fonts/public-sans/",
    "docket": "fonts/courier-prime/",
    "terminal": "fonts/ibm-plex-mono/",
}
"""Where each theme's own typeface stands: its files, its licence, and the sheet that names them."""
_FACES: Final = "faces.css"


def sheets(files: Mapping[str, Path]) -> Mapping[str, tuple[str, ...]]:
    """The sheets that a kind of page links, in order, by the first one's name; `files` are all there are."""
    return {made: (made, *([own] if (own := _OWN[made]) in files else [])) for made in _SHARED}


def style_sheets(site: Site, files: Mapping[str, Path], tongue: Tongue = ENGLISH) -> dict[str, bytes]:
    """The text of both sheets."""
    return {made: b"\n".join(_parts(made, site, files, tongue)) for made in _SHARED}


def published(site: Site, files: Mapping[str, Path], own: Collection[str] = ()) -> dict[str, Path]:
    """The static files that go to the site as they are: all of its `own`, and of the theme's what is used.

    The ingredients of a sheet stay behind, and so do the typefaces that the site does not wear.
    """
    bundled = options_of(site).fonts == "bundled"
    unused = tuple(folder for theme, folder in FONTS.items() if not (bundled and theme == site.theme))
    return {
        path: file
        for path, file in files.items()
        if path in own
        or (path not in _INGREDIENTS and not path.startswith(unused) and not path.endswith("/" + _FACES))
    }


def typefaces(site: Site, files: Collection[str]) -> tuple[str, ...]:
    """The upright files of the theme's own typeface, where the site wears it: pages ask for them at once."""
    if options_of(site).fonts != "bundled":
        return ()
    return tuple(sorted(f for f in files if f.startswith(FONTS[site.theme]) and f.endswith("-normal.woff2")))


def misnamed(path: str) -> Problem:
    """Of a static file of the site's own that has the name of one that we make."""
    mine = _OWN.get(path)
    hint = f"Name yours {mine}: it is linked after ours." if mine else "Give yours another name."
    return Problem(Place(f"static/{path}"), "dateline makes a file of this name itself.", hint)


def _parts(made: str, site: Site, files: Mapping[str, Path], tongue: Tongue) -> Iterator[bytes]:
    chosen = options_of(site)
    first, *others = _SHARED[made]
    yield files[first].read_bytes()
    yield _tokens(site, tongue).encode()
    for name in (*others, _THEMES[made].format(site.theme)):
        yield files[name].read_bytes()
    if chosen.density == "compact" and made == PAGES:
        yield files[_COMPACT].read_bytes()
    if chosen.fonts == "bundled":
        yield files[FONTS[site.theme] + _FACES].read_bytes()


def _tokens(site: Site, tongue: Tongue) -> str:
    """The colours, the words that a sheet prints, and the scheme where the site has but one."""
    found = colours(site)
    exhibit = json.dumps(tongue.gettext("Ex."), ensure_ascii=False)
    lines = custom_properties(found["light"], found["dark"]) + f"\n--exhibit: {exhibit};"
    scheme = options_of(site).scheme
    pinned = f"@layer options {{ :root {{ color-scheme: {scheme}; }} }}\n" if scheme != "auto" else ""
    return f"@layer tokens {{ :root {{\n{lines}\n}} }}\n{pinned}"


_INGREDIENTS: Final = frozenset(
    {_COMPACT, GALLERY}
    | {name for shared in _SHARED.values() for name in shared}
    | {pattern.format(theme) for pattern in _THEMES.values() for theme in THEMES}
)
