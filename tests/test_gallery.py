"""`dateline themes`: a site in every theme, to choose from."""

import re
from pathlib import Path

import pytest

from conftest import ROOT
from dateline.cli import main
from dateline.palette import PALETTES, THEMES

Capture = pytest.CaptureFixture[str]


def test_the_themes_are_listed_with_a_word_about_each(capsys: Capture) -> None:
    assert main(["themes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(THEMES)
    assert lines[1] == "ledger     an account book: ruled rows, aligned figures, sums under a double line"


def test_a_site_is_built_in_every_theme_side_by_side(
    scaffolded: Path, tmp_path: Path, capsys: Capture
) -> None:
    """Its accent goes along where it can be read; the site's own folder is not touched."""
    site = scaffolded / "site.py"
    text = site.read_text(encoding="utf-8")
    options = 'theme="docket", theme_options={"accent": "#6a6a6a", "density": "compact"}, title='
    site.write_text(text.replace("title=", options, 1), encoding="utf-8")
    folder = tmp_path / "four"
    assert main(["themes", str(folder)], root=scaffolded) == 0
    assert capsys.readouterr().out == f"Open {folder}/index.html: the site in 4 themes, side by side.\n"
    page = (folder / "index.html").read_text(encoding="utf-8")
    for theme in THEMES:
        assert f'<iframe src="{theme}/index.html"' in page
        sheet = (folder / theme / "static/style.css").read_text(encoding="utf-8")
        assert f"--paper: light-dark({PALETTES[theme]['light'].paper}, " in sheet
        assert ("--accent: light-dark(#6a6a6a, " in sheet) == (theme in ("docket", "editorial"))
        assert "--tight: .88" in sheet
    assert (folder / "gallery.css").is_file()
    assert not (folder / "ledger/static/gallery.css").exists()
    assert not (scaffolded / "build").exists()


def test_the_frames_are_no_wider_than_a_small_phone() -> None:
    css = (ROOT / "static/gallery.css").read_text(encoding="utf-8")
    (away,) = re.findall(r"width < 25rem\) { :root { --away: ([.\d]+)", css)
    assert 1280 * float(away) + 2 <= 360 - 2 * 16


def test_nothing_is_written_over_what_others_made(scaffolded: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("Dear")
    assert main(["themes", str(tmp_path / "mine")], root=scaffolded) == 2
    assert 'mine/ holds files that dateline did not make, such as "letter.txt".' in capsys.readouterr().err


def test_a_folder_is_named_however_it_was_typed(
    scaffolded: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (scaffolded / "mine").mkdir()
    (scaffolded / "mine" / "letter.txt").write_text("Dear", encoding="utf-8")
    monkeypatch.chdir(scaffolded / "mine")
    assert main(["themes", "."], root=scaffolded) == 2
    assert 'mine/ holds files that dateline did not make, such as "letter.txt".' in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["build", "build/four", "content/../build"])
def test_the_site_itself_is_not_replaced_by_the_choice(
    folder: str, scaffolded: Path, capsys: Capture
) -> None:
    (scaffolded / "build").mkdir()
    (scaffolded / "build/.dateline").write_text('{"files": ["index.html"]}', encoding="utf-8")
    (scaffolded / "build/index.html").write_text("built", encoding="utf-8")
    assert main(["themes", str(scaffolded / folder)], root=scaffolded) == 2
    assert capsys.readouterr().err.endswith(
        "build/ is where the site itself is built, to be published. Nothing was written. "
        "Name another folder for the themes: dateline themes ../themes\n"
    )
    assert (scaffolded / "build/index.html").read_text(encoding="utf-8") == "built"
    assert not (scaffolded / "build/four").exists()


def test_a_site_with_errors_is_shown_in_no_theme(scaffolded: Path, tmp_path: Path, capsys: Capture) -> None:
    broken = next((scaffolded / "content/events").glob("*.md"))
    broken.write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert main(["themes", str(tmp_path / "four")], root=scaffolded) == 1
    assert "Nothing was written: " in capsys.readouterr().err
    assert not (tmp_path / "four").exists()
