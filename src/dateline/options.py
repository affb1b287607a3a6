"""What a site may choose about its theme, `Site(theme_options={…})`, and whether readers can read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal, cast, get_args

from dateline.model import DATE_ORDERS, Site
from dateline.palette import (
    READABLE,
    SCHEMES,
    Colour,
    Palette,
    Scheme,
    Theme,
    contrast,
    nearest_readable,
    palette,
    read_colour,
    worst,
)
from dateline.problems import Place, Problem, Problems
from dateline.text import suggest

Density = Literal["comfortable", "compact"]
Fonts = Literal["system", "bundled"]
Schemes = Literal["auto", "light", "dark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices about a theme; every one has a usual answer."""

    accent: Colour = ""
    """On light paper; empty leaves the theme's own."""
    accent_dark: Colour = ""
    """On dark paper."""
    density: Density = "comfortable"
    scheme: Schemes = "auto"
    """`auto` follows the reader's system."""
    date_order: str = ""
    """Another place to say `Site(date_order=…)`; empty leaves that."""
    fonts: Fonts = "system"
    """`bundled`: the theme's own typefaces, from the site itself."""


_ACCENTS: Final[Mapping[str, Scheme]] = {"accent": "light", "accent_dark": "dark"}
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "density": get_args(Density),
    "scheme": get_args(Schemes),
    "date_order": DATE_ORDERS,
    "fonts": get_args(Fonts),
}
OPTIONS: Final = tuple(field.name for field in fields(Options))


def check_options(site: Site, at: Callable[[str], Place]) -> Problems:
    """What is wrong with the site's `theme_options`, each `at` its place; its theme is a known one."""
    given: object = site.theme_options
    if not isinstance(given, Mapping):
        hint = 'Write theme_options={"accent": "#0b5fa5"}.'
        return (Problem(at("theme_options"), f"theme_options={given!r} is not a table of options.", hint),)
    return tuple(
        Problem(at(f'theme_options["{key}"]'), message, hint)
        for key, value in given.items()
        for message, hint in _faults(key, value, site.theme)
    )


def options_of(site: Site) -> Options:
    """The options of a site that `check_options` has nothing against."""
    given = {key: value.strip() for key, value in site.theme_options.items()}
    accents = {key: read_colour(given[key]) or "" for key in _ACCENTS if key in given}
    return Options(**cast(Any, given | accents))  # the choices were checked, and Literals cannot tell


def settled(site: Site) -> Site:
    """The site with what its options say of it in the field that the rest of the builder reads."""
    order = options_of(site).date_order
    return replace(site, date_order=cast(Any, order)) if order else site


def dressed(site: Site, theme: Theme) -> Site:
    """The site in another theme, without an accent that could not be read there."""
    kept = {key: value for key, value in site.theme_options.items() if not [*_faults(key, value, theme)]}
    return replace(site, theme=theme, theme_options=kept)


def colours(site: Site) -> Mapping[Scheme, Palette]:
    """The site's colours by day and by night.

    An accent that is given for one paper is made darker or lighter for the other until it can be read.
    """
    chosen = options_of(site)
    given = {"light": chosen.accent, "dark": chosen.accent_dark}
    either = chosen.accent or chosen.accent_dark
    found: dict[Scheme, Palette] = {}
    for scheme in SCHEMES:
        base = palette(site.theme, scheme)
        derived = nearest_readable(either, base.grounds) if either else ""
        found[scheme] = palette(site.theme, scheme, given[scheme] or derived)
    return found


def _faults(key: object, value: object, theme: Theme) -> Iterator[tuple[str, str]]:
    """(what is wrong, what to write instead) of one option."""
    said = f'theme_options["{key}"]'
    if key not in OPTIONS:
        hint = suggest(str(key), OPTIONS) or f"It may have {', '.join(OPTIONS)}."
        yield f'theme_options has no "{key}".', hint
    elif not isinstance(value, str):
        yield f"{said}={value!r} is not text.", "Write it in quotes."
    elif key in _ACCENTS:
        yield from _accent_faults(said, str(key), value, theme)
    elif value.strip() not in _CHOICES[str(key)]:
        choices = _CHOICES[str(key)]
        yield (
            f'{said}="{value}" is not known.',
            suggest(value, choices) or f"Write one of {', '.join(choices)}.",
        )


def _accent_faults(said: str, key: str, value: str, theme: Theme) -> Iterator[tuple[str, str]]:
    colour = read_colour(value)
    if colour is None:
        example = palette(theme, _ACCENTS[key]).accent
        yield f'{said}="{value}" is not a colour that we read.', f'Write it in hex, like "{example}".'
        return
    scheme = _ACCENTS[key]
    grounds = palette(theme, scheme).grounds
    ground = worst(colour, grounds)
    ratio = contrast(colour, ground)
    if ratio < READABLE:
        shown = int(ratio * 100) / 100  # rounded down, so that 4.499 is never shown as enough
        yield (
            f'{said}="{value}" cannot be read on the {scheme} paper of "{theme}": its contrast with '
            f"{ground} is {shown:.2f}:1, and text needs {READABLE}:1.",
            f'The nearest colour that can be read is "{nearest_readable(colour, grounds)}".',
        )
