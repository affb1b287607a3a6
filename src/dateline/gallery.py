"""A site in every theme, to choose from: the same content each time, and a page that shows them together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from jinja2 import Environment

from dateline import output
from dateline.build import prepare
from dateline.kept import Kept
from dateline.palette import THEMES, Theme
from dateline.problems import Problems, UserError, has_errors
from dateline.style import GALLERY
from dateline.theme import locate

IN_WORDS: Final[Mapping[Theme, str]] = {
    "editorial": "a newspaper: a serif with room to read, the evidence in the margin",
    "ledger": "an account book: ruled rows, aligned figures, sums under a double line",
    "docket": "a case file: numbered paragraphs, typed dates, exhibits; made for print",
    "terminal": "dense rows in one typeface and one size; designed for dark screens first",
}
_PAGE: Final = "gallery.html.jinja"


def build_gallery(root: Path, folder: Path, progress: Callable[[str], None]) -> tuple[Problems, bool]:
    """Write the site of `root` into `folder`, once a theme; its problems, and whether it was written.

    Raises UserError when the folder holds what we did not make, or is where the site itself is built.
    """
    files: dict[str, bytes] = {}
    kept = Kept()
    for theme in THEMES:
        progress(theme)
        outcome, made = prepare(root, kept=kept, theme=theme)
        if outcome.failed or outcome.timeline is None:
            return outcome.problems, False
        _keep_apart(folder, root / outcome.timeline.site.output)
        files |= {f"{theme}/{path}": content for path, content in made.items()}
        problems, timeline = outcome.problems, outcome.timeline
    folder = folder.resolve()
    event = timeline.events[len(timeline.events) // 2].id if timeline.events else ""
    files |= {"index.html": _page(root, timeline.site.title, event), GALLERY: _sheet(root)}
    output.write(folder, files)
    return problems, not has_errors(problems)


def _keep_apart(folder: Path, output: Path) -> None:
    """The site as it is published is not to be replaced by the choice of themes, nor to hold it."""
    built = output.resolve()
    if built == folder.resolve() or built in folder.resolve().parents:
        raise UserError(
            f"{output.name}/ is where the site itself is built, to be published. Nothing was written. "
            "Name another folder for the themes: dateline themes ../themes"
        )


def _page(root: Path, title: str, event: str) -> bytes:
    environment = Environment(
        loader=locate(root).loader(), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    template = environment.get_template(_PAGE)
    return template.render(title=title, event=event, themes=IN_WORDS, sheet=GALLERY).encode()


def _sheet(root: Path) -> bytes:
    return locate(root).static_files()[GALLERY].read_bytes()
