"""Templates as bytecode: taken from the cache as long as they would be compiled to the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import jinja2
import pytest

from dateline.cache import Cache
from dateline.compiled import Compiled
from dateline.model import Site
from dateline.pages import Page
from dateline.render import Renderer
from dateline.theme import Theme
from dateline.tongue import ENGLISH, Tongue

SITE = Site(title="t", url="https://example.org/")
PAGE = Page(path="a/index.html", template="a.html.jinja", context={})


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the templates that are compiled meanwhile."""
    names: list[str] = []
    compiles = jinja2.Environment.compile

    def compiling(self, source, name=None, *rest, **options):
        names.append(name)
        return compiles(self, source, name, *rest, **options)

    with monkeypatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", compiling)
        yield names


def rendered(folder: Path, tongue: Tongue = ENGLISH) -> bytes:
    """The page, by a renderer that has nothing but what the cache has."""
    compiled = Compiled(Cache(folder / "cache"), tongue)
    theme = Theme(templates=(folder,), static=())
    return Renderer(SITE, theme=theme, tongue=tongue, compiled=compiled).render(PAGE)


def test_a_template_is_compiled_once_for_all_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html.jinja").write_text("{{ 1 + 1 }}")
    with counted(monkeypatch) as names:
        assert [rendered(tmp_path), rendered(tmp_path)] == [b"2", b"2"]
        assert names == ["a.html.jinja"]


def test_a_template_that_was_changed_is_compiled_anew(tmp_path: Path) -> None:
    (tmp_path / "a.html.jinja").write_text("{{ 1 + 1 }}")
    rendered(tmp_path)
    (tmp_path / "a.html.jinja").write_text("{{ 1 + 2 }}")
    assert rendered(tmp_path) == b"3"


def test_what_a_filter_makes_of_a_constant_is_its_languages(tmp_path: Path) -> None:
    (tmp_path / "a.html.jinja").write_text('{{ ["a", "b"]|listed }}')
    assert rendered(tmp_path) == b"a and b"
    assert rendered(tmp_path, Tongue(language="de")) == b"a und b"


def test_bytecode_that_cannot_be_read_is_compiled_anew(tmp_path: Path) -> None:
    (tmp_path / "a.html.jinja").write_text("{{ 1 + 1 }}")
    rendered(tmp_path)
    for path in (tmp_path / "cache").iterdir():
        path.write_bytes(b"not ours")
    assert rendered(tmp_path) == b"2"
