"""The colours of each theme, by day and by night, and how well one can be read on another.

The style sheets and the pictures for sharing are both made from this table.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from typing import Final, Literal, TypeAlias, get_args

Theme = Literal["editorial", "ledger", "docket", "terminal"]
Scheme = Literal["light", "dark"]
Colour: TypeAlias = str
"""`#rrggbb`, in lower case."""

THEMES: Final[tuple[Theme, ...]] = get_args(Theme)
SCHEMES: Final[tuple[Scheme, ...]] = get_args(Scheme)
READABLE: Final = 4.5
"""What WCAG 2.2 asks of text (1.4.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """Six colours; each is the custom property of its name."""

    paper: Colour
    faint: Colour
    """A tint of the paper, for what is singled out."""
    ink: Colour
    soft: Colour
    """Second voice: labels, counts, notes."""
    rule: Colour
    """Lines that divide; they say nothing."""
    accent: Colour
    """The one: what is cited, disputed, or in focus."""

    @property
    def grounds(self) -> tuple[Colour, Colour]:
        """What words stand on."""
        return self.paper, self.faint


PALETTES: Final[Mapping[Theme, Mapping[Scheme, Palette]]] = {
    "editorial": {
        "light": Palette(
            paper="#fefefc", faint="#f3f3ef", ink="#191a1c", soft="#5b5d61", rule="#d8d8d4", accent="#b1201c"
        ),
        "dark": Palette(
            paper="#15171b", faint="#1e2126", ink="#e4e1da", soft="#a2a4a8", rule="#34373d", accent="#f08e80"
        ),
    },
    "ledger": {
        "light": Palette(
            paper="#f1f5ef", faint="#e4ece3", ink="#16201a", soft="#4c5a51", rule="#c3d0c5", accent="#a3241b"
        ),
        "dark": Palette(
            paper="#121815", faint="#1b2420", ink="#dbe4dc", soft="#98a79d", rule="#2c3931", accent="#f0917f"
        ),
    },
    "docket": {
        "light": Palette(
            paper="#ffffff", faint="#f2f2f0", ink="#0b0b0c", soft="#4d4d4f", rule="#b9b9b7", accent="#1d3f8f"
        ),
        "dark": Palette(
            paper="#17171a", faint="#222226", ink="#e8e6e3", soft="#adabab", rule="#45454a", accent="#9db8ff"
        ),
    },
    "terminal": {
        "light": Palette(
            paper="#f6f6f3", faint="#e9eae6", ink="#1b1d1e", soft="#565b5c", rule="#d0d2ce", accent="#7e4b00"
        ),
        "dark": Palette(
            paper="#0d1012", faint="#161b1e", ink="#cfd3d1", soft="#8f9799", rule="#2a3135", accent="#e5b567"
        ),
    },
}

FIRST: Final[Mapping[Theme, Scheme]] = {
    "editorial": "light",
    "ledger": "light",
    "docket": "light",
    "terminal": "dark",
}
"""The scheme in which a theme was drawn, and in which its pictures for sharing are."""


def palette(theme: Theme, scheme: Scheme, accent: Colour = "") -> Palette:
    """The theme's colours in this scheme, with the site's own accent where it has one."""
    found = PALETTES[theme][scheme]
    return replace(found, accent=accent) if accent else found


def custom_properties(light: Palette, dark: Palette) -> str:
    """Both schemes as CSS, a custom property a line: `--ink: light-dark(#191a1c, #e4e1da);`."""
    pairs = ((field.name, getattr(light, field.name), getattr(dark, field.name)) for field in fields(Palette))
    return "\n".join(f"--{name}: light-dark({day}, {night});" for name, day, night in pairs)


def read_colour(text: str) -> Colour | None:
    """`#0B5FA5` or `#05a` in the one form that we keep; None for anything else."""
    digits = text.strip().lower().removeprefix("#")
    if not re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", digits) or not text.strip().startswith("#"):
        return None
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def luminance(colour: Colour) -> float:
    """WCAG 2.x relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (_linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2.x contrast ratio of two colours, from 1 to 21; their order does not matter."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def worst(colour: Colour, grounds: Collection[Colour]) -> Colour:
    """The ground on which the colour is the hardest to read."""
    return min(grounds, key=lambda ground: contrast(colour, ground))


def nearest_readable(colour: Colour, grounds: Collection[Colour], ratio: float = READABLE) -> Colour:
    """The colour itself where it can be read on all `grounds`; else the least darker or lighter one that can.

    Its hue stays. The grounds are one paper's, all light or all dark. Raises ValueError where not even black
    or white has this contrast on them.
    """
    hue, start, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in channels(colour)))
    towards = 0 if luminance(next(iter(grounds))) > 0.18 else 1
    for step in range(257):
        lightness = start + (towards - start) * step / 256
        tried = _hex(colorsys.hls_to_rgb(hue, lightness, saturation)) if step else colour
        if contrast(tried, worst(tried, grounds)) >= ratio:
            return tried
    raise ValueError(f"nothing is readable at {ratio}:1 on {', '.join(grounds)}")


def channels(colour: Colour) -> tuple[int, int, int]:
    """Red, green and blue, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(channel: int) -> float:
    value = channel / 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _hex(rgb: tuple[float, float, float]) -> Colour:
    return "#" + "".join(f"{round(value * 255):02x}" for value in rgb)
