"""Reads `site.py`: what the site declares, and every slip in it, told in our words instead of Python's."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from dateline import catalogues
from dateline.dates import month_and_day
from dateline.model import DATE_ORDERS, HEMISPHERES, Site
from dateline.options import check_options, settled
from dateline.palette import THEMES
from dateline.problems import Place, Problem, Problems, UserError, has_errors
from dateline.records.addresses import address_fault
from dateline.records.halves import INVISIBLE, called
from dateline.records.languages import language_fault
from dateline.slips import DECLARATION as DECLARATION
from dateline.slips import At, raised, unread, values_in
from dateline.text import suggest


def read_site(root: Path) -> tuple[Site | None, Problems]:
    """The `site` that `site.py` declares; raises UserError when there is no such file."""
    path = root / DECLARATION
    if not path.is_file():
        raise UserError(
            f'there is no {DECLARATION} in "{root.name or root}". '
            "Go to a site's folder, name it with -C DIR, or make one: dateline new DIR"
        )
    try:
        declared = runpy.run_path(str(path)).get("site")
    except SyntaxError as error:
        return None, (unread(error),)
    except (Exception, SystemExit) as error:
        return None, (raised(path, error),)
    if not isinstance(declared, Site):
        seen = "it declares no `site`" if declared is None else f"its `site` is a {type(declared).__name__}"
        return None, (Problem(Place(DECLARATION), f"{seen}.", "Write site = Site(title=…, url=…)."),)
    at = values_in(path)
    faults = _check_site(declared, at)
    if has_errors(faults):
        return _usable(declared), faults
    return settled(declared), (*faults, *catalogues.check(declared.language, root, at))


def _usable(site: Site) -> Site:
    """A faulty site as the rest of the builder can read it, to find what else is wrong; nothing shows it."""
    plain = Site(title="", url="https://example.org/")
    untyped = {field.name for field in _untyped(site)}
    unsound = {"theme", "theme_options", *untyped}
    unsound |= {name for name, options in _FEW if getattr(site, name) not in options}
    if any(_check_fiscal(site, lambda name: Place(DECLARATION))):
        unsound.add("fiscal")
    if "url" not in untyped and address_fault(site.url):
        unsound.add("url")
    return replace(site, **{name: getattr(plain, name) for name in unsound})


def _untyped(site: Site) -> list[Field[Any]]:
    """Fields for text that hold something else: Python does not check what it is told of types."""
    texts = (field for field in fields(site) if field.type == "str")
    return [field for field in texts if not isinstance(getattr(site, field.name), str)]


def _check_site(site: Site, at: At) -> Problems:
    """What Python let pass: it does not check what it is told of types, nor what an address is."""
    untyped = tuple(
        Problem(
            at(field.name),
            f"{field.name}={getattr(site, field.name)!r} is not text.",
            "Write it in quotes.",
        )
        for field in _untyped(site)
    )
    return untyped or (
        *_check_words(site, at),
        *_check_address(site.url, at),
        *_check_folders(site, at),
        *_choices(site, at),
    )


def _check_words(site: Site, at: At) -> Iterator[Problem]:
    for name in ("title", "dek", "language", "author", "license"):
        hidden = INVISIBLE.search(getattr(site, name).replace("\n", " "))
        if hidden:
            message = f"{name} holds an invisible character: {called(hidden.group())}."
            yield Problem(at(name), message, "Delete it; it can hide or reorder what readers see.")
    if not site.title.strip():
        yield Problem(at("title"), 'title="" names nothing.', "Write the site's name.")
    if fault := language_fault(site.language):
        yield Problem(at("language"), f"language={fault[0]}", fault[1])


_BARE: Final = re.compile(r"[\w-]+(\.[\w-]+)+(/|$)")
"""An address that lacks nothing but https://."""


def _check_address(url: str, at: At) -> Iterator[Problem]:
    if address_fault(url):
        meant = f'"https://{url.rstrip("/")}/"' if _BARE.match(url) else "https://USER.github.io/REPOSITORY/"
        yield Problem(at("url"), f'url="{url}" is not an address.', f"Write {meant}.")
    elif not urlsplit(url).path.endswith("/") or "?" in url or "#" in url:
        folder = re.sub(r"/[^/]+\.html?$", "", url)
        yield Problem(
            at("url"), f'url="{url}" is not a folder\'s address.', f'Write "{folder.rstrip("/")}/".'
        )


def _check_folders(site: Site, at: At) -> Iterator[Problem]:
    """The builder's folder and the author's are apart, and all of them inside the site's."""
    taken = {"templates": "templates", "static": "static", ".git": ".git"}
    for name, default in (("content", "content"), ("snapshots", "snapshots"), ("output", "build")):
        value = getattr(site, name)
        other = next((folder for folder in taken if _share(value, folder)), None)
        message = ""
        if not _is_below(value):
            message = f'{name}="{value}" leaves the site\'s folder.'
        elif other:
            message = f'{name}="{value}" and the folder {taken[other]} are one, or one in the other.'
        if message:
            yield Problem(at(name), message, f'Write {name}="{default}".')
        taken[value] = name


def _share(one: str, other: str) -> bool:
    """Whether two folders are the same, or one stands in the other; on any system's file names."""
    first, second = (Path(folder.casefold()) for folder in (one, other))
    return first.is_relative_to(second) or second.is_relative_to(first)


_FEW: Final = (("theme", THEMES), ("date_order", DATE_ORDERS), ("hemisphere", HEMISPHERES))
"""Fields that have one of a few values."""


def _choices(site: Site, at: At) -> Iterator[Problem]:
    """Fields of few values that hold another: Python does not check what it is told of types."""
    for name, options in _FEW:
        value = getattr(site, name)
        if value not in options:
            hint = suggest(str(value), options) or f"Write one of {', '.join(options)}."
            yield Problem(at(name), f'{name}="{value}" is not known.', hint)
    yield from _check_fiscal(site, at)
    if site.theme in THEMES:
        yield from check_options(site, at)


def _check_fiscal(site: Site, at: At) -> Iterator[Problem]:
    """A table of actors, with the month and day on which the fiscal year of each begins."""
    hint = 'Write fiscal={"": "10-01"}.'
    table: object = site.fiscal  # Python does not check what it is told of types
    if not isinstance(table, Mapping):
        yield Problem(at("fiscal"), f"fiscal={table!r} is not a table.", hint)
        return
    for actor, begins in table.items():
        if month_and_day(str(begins)) is None:
            message = f'fiscal={{"{actor}": "{begins}"}}: there is no day {begins} in every year.'
            yield Problem(at(f'fiscal["{actor}"]'), message, hint)


def _is_below(folder: str) -> bool:
    """Whether this names a folder under the site's own, and not that folder itself."""
    path = Path(folder)
    return bool(folder.strip("./\\")) and not path.is_absolute() and ".." not in path.parts
