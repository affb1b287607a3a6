"""docs/themes.md is followed to the letter, by somebody who knows no Python: what it says comes true."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import ROOT
from dateline.build import build
from dateline.gallery import IN_WORDS
from dateline.options import OPTIONS, check_options
from dateline.palette import THEMES
from dateline.problems import Place
from dateline.style import FONTS
from dateline.theme import locate
from timelines import SITE

GUIDE = (ROOT / "docs/themes.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"(?s)```{language}\n(.*?)```", GUIDE)


def declaration(text: str) -> str:
    """The lines from `site = Site(` to its closing bracket."""
    (found,) = re.findall(r"(?ms)^site = Site\(.*?^\)\n", text)
    return found


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, with every step of the guide taken; its output folder."""
    from datetime import date

    from dateline.scaffold import scaffold

    root = tmp_path_factory.mktemp("followed") / "site"
    scaffold(root, date(2026, 1, 2))
    declared = (root / "site.py").read_text(encoding="utf-8")
    (root / "site.py").write_text(declared.replace(declaration(declared), blocks("python")[1]), "utf-8")
    (root / "static").mkdir(exist_ok=True)
    (root / "static/site.css").write_text("".join(blocks("css")), encoding="utf-8")
    (root / "templates").mkdir(exist_ok=True)
    for text, name in zip(blocks("jinja"), ("base.html.jinja", "index.html.jinja"), strict=True):
        assert f"theme/{name}" in text
        (root / "templates" / name).write_text(text, encoding="utf-8")
    outcome = build(root)
    assert outcome.written is not None, "\n".join(map(str, outcome.problems))
    return root / "build"


def test_the_guide_adds_lines_to_the_declaration_of_a_new_site(tmp_path: Path) -> None:
    from datetime import date

    from dateline.scaffold import scaffold

    scaffold(tmp_path / "site", date(2026, 1, 2))
    new = declaration((tmp_path / "site/site.py").read_text(encoding="utf-8"))
    theme, options = blocks("python")
    assert theme.replace('    theme="ledger",\n', "") == new
    assert re.sub(r"(?s)    theme_options=\{.*?\},\n", "", options) == theme


def test_the_theme_the_accent_the_density_and_the_fonts_are_those_chosen(followed: Path) -> None:
    for sheet in ("style.css", "embed.css"):
        text = (followed / "static" / sheet).read_text(encoding="utf-8")
        assert "/* ledger" in text
        assert "--accent: light-dark(#0b5fa5, " in text
        assert '"Public Sans"' in text
    assert "--tight: .88" in (followed / "static/style.css").read_text(encoding="utf-8")
    assert (followed / "static/fonts/public-sans/LICENSE.txt").is_file()


def test_the_sites_own_sheet_is_the_last_on_every_page(followed: Path) -> None:
    for page in ("index.html", "about/index.html"):
        linked = re.findall(r'rel="stylesheet" href="([^"]+)"', (followed / page).read_text(encoding="utf-8"))
        assert [Path(path).name for path in linked] == ["style.css", "site.css"]
    assert "40rem" in (followed / "static/site.css").read_text(encoding="utf-8")


def test_a_block_is_rewritten_and_the_rest_stays(followed: Path) -> None:
    pages = [*followed.glob("*/index.html"), *followed.glob("events/*/index.html"), followed / "index.html"]
    for page in pages:
        text = page.read_text(encoding="utf-8")
        if "embed" not in page.parts and 'http-equiv="refresh"' not in text:
            assert "Millbrook Historical Society" in text
            assert "compared, character by character" not in text
            assert '<main id="main"' in text
    front = (followed / "index.html").read_text(encoding="utf-8")
    assert front.index("kept by volunteers") < front.index("<h1")


def test_the_message_about_a_pale_accent_is_the_one_that_is_told() -> None:
    site = replace(SITE, theme_options={"accent": "#ffd400"})
    [problem] = check_options(site, lambda name: Place("site.py", 19, 9))
    assert str(problem) in blocks("text")[0]


def test_every_option_theme_and_custom_property_is_in_the_guide() -> None:
    for option in OPTIONS:
        assert f"\n| `{option}` |" in GUIDE
    for theme in THEMES:
        assert f"\n## {theme}\n" in GUIDE
        assert theme in IN_WORDS
    base = (ROOT / "static/base.css").read_text(encoding="utf-8")
    named = set(re.findall(r"`(--[\w-]+)`", GUIDE))
    assert {name for name in named if f"var({name})" not in base} == set()


def test_every_block_that_is_named_is_there() -> None:
    table = GUIDE.partition("| template | block |")[2].partition("\n\n")[0]
    template = ""
    for first, block in re.findall(r"(?m)^\| (.*?) \| `(\w+)` \|", table):
        template = (re.search(r"`(.*?)`", first) or re.match("", ""))[1] if first.strip() else template
        assert f"{{% block {block} %}}" in (ROOT / "templates" / template).read_text(encoding="utf-8")


def test_there_is_a_small_picture_of_each_theme() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\((themes/\w+\.webp)\)", GUIDE)
    assert [Path(path).stem for path in pictures] == list(THEMES)
    assert sum((ROOT / "docs" / path).stat().st_size for path in pictures) < 400_000


def test_the_weights_of_the_typefaces_are_those_of_their_files() -> None:
    files = locate().static_files()
    for theme, folder in FONTS.items():
        line = re.search(rf"(?m)^\| {theme} \|.*", GUIDE)
        assert line
        sizes = [
            file.stat().st_size for path, file in files.items() if path.startswith(folder) and "woff2" in path
        ]
        told = int(re.findall(r"(\d+) kB", line[0])[-1])
        assert abs(sum(sizes) / 1000 - told) < 1, theme


def test_a_template_of_the_sites_own_that_is_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    from datetime import date

    from dateline.scaffold import scaffold

    scaffold(tmp_path / "site", date(2026, 1, 2))
    own = tmp_path / "site/templates"
    own.mkdir(exist_ok=True)
    (own / "base.html.jinja").write_text('{% extends "theme/bas.html.jinja" %}\n', encoding="utf-8")
    told = [str(problem) for problem in build(tmp_path / "site").problems]
    meant = 'Did you mean "theme/base.html.jinja"?'
    assert f'templates/base.html.jinja:1: error: there is no template "theme/bas.html.jinja". {meant}' in told
    shutil.rmtree(tmp_path / "site")
