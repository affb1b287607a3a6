"""The site as `site.py` declares it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import get_args

from dateline.dates import DateOrder, Hemisphere
from dateline.palette import Theme

DATE_ORDERS: tuple[DateOrder, ...] = get_args(DateOrder)
HEMISPHERES: tuple[Hemisphere, ...] = get_args(Hemisphere)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What `site.py` declares."""

    title: str
    url: str
    """The published address with its path, `https://user.github.io/repo/`; ends with a slash."""
    dek: str = ""
    """A paragraph under the title."""
    language: str = "en"
    author: str = ""
    license: str = ""
    theme: Theme = "editorial"
    theme_options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Accent, density, scheme, date order, fonts: see `options`."""
    date_order: DateOrder = "day-month"
    hemisphere: Hemisphere = "north"
    fiscal: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """By actor, or under "" for all others, the month and day on which a fiscal year begins: `10-01`."""
    content: str = "content"
    output: str = "build"
    snapshots: str = "snapshots"
    cname: str = ""
    """A domain of the author's own that GitHub Pages serves the site at: `timeline.example.org`."""
    share_pictures: bool = True
    """Whether a picture for sharing is drawn for the site and for each event."""
    share_font: str = ""
    """A font file of the site's, for titles in letters that ours do not have: `fonts/NotoSansJP.otf`."""
    variables: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """For template overrides: `site.variables.name`."""

    def run(self, arguments: Sequence[str] | None = None) -> int:
        """Do what the command line asks of this site, as `dateline` would; returns the exit code."""
        # The one import that goes up, so that `python site.py build` works without a second file.
        from dateline.cli import main

        started = getattr(sys.modules["__main__"], "__file__", None)
        return main(arguments, root=Path(started).resolve().parent if started else None)
