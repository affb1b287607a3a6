"""Widgets in other people's pages: how high each is, the code that puts one there, and its oEmbed.

Every part of a widget has a fixed height, whatever its width and words, so a snippet can state the whole:
nothing moves on the page that takes it, and no script is needed. `static/embed.css` has the same numbers.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Literal, get_args

from dateline import addresses
from dateline.model import Site

Scheme = Literal["auto", "light", "dark"]
Density = Literal["comfortable", "compact"]
Part = Literal["head", "row", "foot", "when", "rivals", "title", "dek", "points", "quote", "more"]

SCHEMES: Final[tuple[Scheme, ...]] = get_args(Scheme)
LATEST: Final = (3, 5, 10)
"""How many of the latest events there are widgets of."""
MOST_ROWS: Final = 100
"""A widget of more events shows the latest of them, and says how many there are."""
SCRIPT: Final = "static/embed/dateline.v1.js"
INTEGRITY: Final = "sha384-/G5jTa7p47u1b7onqhjd9FWfJekGCedHK0W56sp+xJrXl4uW7V0g96Muz2OEttWe"
"""Of the script, which therefore never changes: another one is another version, with a name of its own."""
_OEMBED_WIDTH: Final = 600

HEIGHTS: Final[Mapping[Density, Mapping[Part, int]]] = {
    "comfortable": {
        **{"head": 52, "row": 96, "foot": 44},
        **{"when": 36, "rivals": 56, "title": 60, "dek": 54, "points": 30, "quote": 92, "more": 34},
    },
    "compact": {
        **{"head": 40, "row": 64, "foot": 36},
        **{"when": 28, "rivals": 46, "title": 48, "dek": 0, "points": 26, "quote": 60, "more": 34},
    },
}
"""In CSS pixels, borders included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a widget is to appear; the fragment of its address says so, which works without script."""

    scheme: Scheme = "auto"
    density: Density = "comfortable"
    opens: bool = False
    """Whether its quotations can be opened, for which its frame has to grow."""

    @property
    def name(self) -> str:
        """`dark-compact-open`; empty for the usual one."""
        named = (
            self.scheme if self.scheme != "auto" else "",
            self.density if self.density != "comfortable" else "",
            "open" if self.opens else "",
        )
        return "-".join(filter(None, named))


USUAL: Final = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """One page for frames."""

    target: str
    page: str
    """The target of the page that it is a part of, and leads to."""
    title: str
    """What a screen reader calls the frame."""
    parts: tuple[tuple[Part, int], ...]
    """What it is made of, from top to bottom, and how many of each."""

    def height(self, look: Look = USUAL) -> int:
        """In CSS pixels, at any width, with nothing opened."""
        heights = HEIGHTS[look.density]
        return sum(heights[part] * count for part, count in self.parts if part != "more" or look.opens)


LOOKS: Final[tuple[str, ...]] = tuple(
    look.name
    for opens in (False, True)
    for density in get_args(Density)
    for scheme in SCHEMES
    if (look := Look(scheme=scheme, density=density, opens=opens)) != USUAL
)
"""The name of every look but the usual one: each is the id of a mark on the widget's page."""


def frame(widget: Widget, site: Site, look: Look = USUAL) -> str:
    """A frame of known height: the snippet for anybody."""
    return _element("iframe", **_frame(widget, site, look), loading="lazy", frameborder="0")


def following(widget: Widget, site: Site, look: Look = USUAL) -> str:
    """A frame whose quotations open, and the script by which it grows; where that is lost, it scrolls.

    Browsers that know `frame-sizing` need no script; they cannot load such a frame lazily.
    """
    given = _frame(widget, site, look)
    style = f"height:auto;min-height:{given['height']}px;frame-sizing:content-height"
    code = _element("iframe", **given, frameborder="0", style=style, **{"data-dateline": ""})
    return code + "\n" + script(site)


def element(widget: Widget, site: Site, lines: Sequence[tuple[str, str, str]], look: Look = USUAL) -> str:
    """A `<dateline-timeline>`: a list that a script replaces by the widget, and that is there without it.

    `lines` are the (title, target, what else to say) of its events.
    """
    given = _frame(widget, site, look)
    height = given["height"]
    items = "".join(
        f'<li><a href="{_absolute(target, site)}">{escape(title)}</a> {escape(rest)}</li>\n'
        for title, target, rest in lines
    )
    start = _element(
        "dateline-timeline",
        src=given["src"],
        label=widget.title,
        height=height,
        style=f"display:block;height:{height}px;overflow:auto",
    ).removesuffix("</dateline-timeline>")
    whole = f'<p><a href="{_absolute(widget.page, site)}">{escape(widget.title)}</a></p>'
    return f"{start}\n{whole}\n<ul>\n{items}</ul>\n</dateline-timeline>\n{script(site)}"


def script(site: Site) -> str:
    """The script that goes with the two that follow their content; once on a page is enough."""
    address = _absolute(SCRIPT, site)
    return f'<script async src="{address}" integrity="{INTEGRITY}" crossorigin="anonymous"></script>'


def oembed(widget: Widget, site: Site, page: str, title: str) -> str:
    """What a page's `oembed.json` says (oEmbed 1.0): WordPress and others make a frame of a pasted link."""
    given = _frame(widget, site, USUAL) | {"width": str(_OEMBED_WIDTH)}
    quotation = f'<blockquote><a href="{_absolute(page, site)}">{escape(title)}</a></blockquote>'
    said = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.title,
        "provider_url": site.url,
        "width": _OEMBED_WIDTH,
        "height": widget.height(),
        "html": quotation + _element("iframe", **given, frameborder="0"),
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _frame(widget: Widget, site: Site, look: Look) -> dict[str, str]:
    return {
        "src": _absolute(widget.target + (f"#{look.name}" if look.name else ""), site),
        "title": widget.title,
        "width": "100%",
        "height": str(widget.height(look)),
    }


def _element(tag: str, **attributes: str) -> str:
    written = "".join(
        f' {name}="{escape(value)}"' if value else f" {name}" for name, value in attributes.items()
    )
    return f"<{tag}{written}></{tag}>"


def _absolute(target: str, site: Site) -> str:
    return addresses.url(target, base=site.url)
