"""Where templates and static files are looked for."""

from pathlib import Path

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from dateline.pages import Page
from dateline.render import Renderer, render_site
from dateline.theme import Theme, locate
from timelines import EMPTY, SITE

PAGE = Page(path="x/index.html", template="x.html.jinja", context={"word": "<b>"})

SCRATCH = (
    ".hidden", ".git/config", ".site.html.swp", ".#site.html",
    "site.css~", "site.html~", "old~/site.html", "#site.css#",
)  # fmt: skip


def made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_the_theme_is_found_without_a_site() -> None:
    theme = locate()
    assert (theme.templates[0] / "base.html.jinja").is_file()
    assert "base.css" in theme.static_files()


def test_a_site_that_is_the_checkout_itself_is_looked_in_once() -> None:
    home = locate().templates[0].parent
    assert len(locate(home).templates) == 1


def test_the_sites_own_files_come_before_the_themes(tmp_path: Path) -> None:
    made(tmp_path, {"templates/404.html.jinja": "mine", "static/icon.svg": "mine", "static/a.png": "x"})
    theme = locate(tmp_path)
    files = theme.static_files()
    assert files["icon.svg"] == tmp_path / "static/icon.svg"
    assert {"a.png", "figures.css"} <= files.keys()
    assert render_site(EMPTY, [])[0]["static/icon.svg"] != b"mine"
    page = Page(path="404.html", template="404.html.jinja", context={})
    assert Renderer(SITE, tmp_path).render(page) == b"mine"


@pytest.mark.parametrize("name", SCRATCH)
def test_what_editors_keep_for_themselves_is_no_part_of_a_theme(tmp_path: Path, name: str) -> None:
    made(tmp_path, {f"static/{name}": "x", f"templates/{name}": "x", "static/a.css": "x"})
    theme = locate(tmp_path)
    assert theme.own_files() == {"a.css"}
    assert not [path for path, *_ in theme.texts() if Path(path).is_relative_to(tmp_path)]
    assert Renderer(SITE, tmp_path).strays == ()


def test_everything_is_escaped_and_nothing_undefined_is_silent(tmp_path: Path) -> None:
    folder = made(tmp_path, {"x.html.jinja": "{{ word }}", "y.html.jinja": "{{ nobody }}"})
    renderer = Renderer(SITE, theme=Theme(templates=(folder,), static=()))
    assert renderer.render(PAGE) == b"&lt;b&gt;"
    with pytest.raises(UndefinedError):
        renderer.render(Page(path="y", template="y.html.jinja", context={}))
    with pytest.raises(TemplateNotFound):
        renderer.render(Page(path="z", template="z.html.jinja", context={}))
