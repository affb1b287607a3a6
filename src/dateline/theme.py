"""Where a theme's templates and static files are: with the package, and with the site that overrides them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from jinja2 import BaseLoader, Environment, TemplateNotFound

from dateline.scratch import is_scratch

SHIPPED: Final = "theme"
"""`theme/base.html.jinja` is the theme's own template, also where the site hides it by one of that name."""
_PACKAGE: Final = Path(__file__).parent
Texts = tuple[tuple[str, str, bytes], ...]
"""Templates: the folder, the name in it, and what stands in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Folders in the order in which they are looked in: the site's own before the theme's."""

    templates: tuple[Path, ...]
    static: tuple[Path, ...]

    def static_files(self) -> dict[str, Path]:
        """Every static file by its path under `static/`; the site's hides the theme's of the same name."""
        found: dict[str, Path] = {}
        for folder in reversed(self.static):
            found |= {path.relative_to(folder).as_posix(): path for path in files_below(folder)}
        return dict(sorted(found.items()))

    def own_files(self) -> frozenset[str]:
        """Those of the static files that are the site's, not the theme's."""
        shipped = self.static[-1]
        return frozenset(p for p, file in self.static_files().items() if not file.is_relative_to(shipped))

    def texts(self) -> Texts:
        """Every template, whether it is used or hidden, as it stands in its file; the site's first."""
        return tuple(
            (str(folder), path.relative_to(folder).as_posix(), path.read_bytes())
            for folder in self.templates
            for path in files_below(folder)
        )

    def loader(self, texts: Texts | None = None) -> BaseLoader:
        """Finds a template by its name, and the theme's own under `theme/`, so that it can be extended."""
        texts = self.texts() if texts is None else texts
        shipped = str(self.templates[-1])
        hidden = [(folder, f"{SHIPPED}/{name}", text) for folder, name, text in texts if folder == shipped]
        return _Texts({name: (folder, text) for folder, name, text in (*hidden, *reversed(texts))})


class _Texts(BaseLoader):
    """Templates as they were read: a page that is rendered later is made of the same texts."""

    def __init__(self, texts: Mapping[str, tuple[str, bytes]]) -> None:
        self._texts = texts

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text, its file, and that it never changes. Raises TemplateNotFound, and UnicodeDecodeError."""
        if template not in self._texts:
            raise TemplateNotFound(template)
        folder, text = self._texts[template]
        return text.decode(), f"{folder}/{template.removeprefix(f'{SHIPPED}/')}", lambda: True

    def list_templates(self) -> list[str]:
        """Every name by which a template is found."""
        return sorted(self._texts)


def files_below(folder: Path) -> Iterator[Path]:
    """A theme's files at any depth in order of their paths, without what editors keep for themselves."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(map(is_scratch, path.relative_to(folder).parts)):
            yield path


def locate(root: Path | None = None) -> Theme:
    """The theme that came with the package, behind the overrides of the site in `root`.

    In an installed wheel the theme stands inside the package; in a checkout at its top level.
    """
    shipped = _PACKAGE / "_theme"
    home = shipped if shipped.is_dir() else _PACKAGE.parent.parent
    homes = [home] if root is None or root.resolve() == home.resolve() else [root, home]
    return Theme(templates=_folders(homes, "templates"), static=_folders(homes, "static"))


def _folders(homes: list[Path], name: str) -> tuple[Path, ...]:
    return tuple(home / name for home in homes if (home / name).is_dir())
