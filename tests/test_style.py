"""The style sheets that a site gets: of which parts, and what stays behind."""

import re
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest

from conftest import ROOT
from dateline.model import Site
from dateline.palette import PALETTES, THEMES, Theme
from dateline.render import render_site
from dateline.style import FONTS, published, sheets, style_sheets
from dateline.theme import locate
from dateline.tongue import Tongue
from timelines import EMPTY, SITE

FILES = locate().static_files()


def site(theme: Theme = "editorial", **options: str) -> Site:
    return replace(SITE, theme=theme, theme_options=options)


def sheet(theme: Theme = "editorial", name: str = "style.css", **options: str) -> str:
    return style_sheets(site(theme, **options), FILES)[name].decode()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["style.css", "embed.css"])
def test_the_colours_in_a_sheet_are_those_of_the_table(theme: Theme, name: str) -> None:
    """And no sheet writes a theme's colour by hand, so that nothing can drift from the table."""
    light, dark = PALETTES[theme]["light"], PALETTES[theme]["dark"]
    text = sheet(theme, name)
    for colour in ("paper", "faint", "ink", "soft", "rule", "accent"):
        pair = f"--{colour}: light-dark({getattr(light, colour)}, {getattr(dark, colour)});"
        assert text.count(pair) == 1
    by_hand = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "static").rglob("*.css"))
    assert not [
        c for c in (light.paper, light.accent, dark.paper, dark.accent) if c in by_hand and c != "#ffffff"
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_changes_both_kinds_of_page(theme: Theme) -> None:
    assert f"/* {theme}: " in sheet(theme)
    assert f"/* {theme}, in a frame" in sheet(theme, "embed.css")


@pytest.mark.parametrize("path", sorted((ROOT / "static").rglob("*.css")), ids=lambda path: path.name)
def test_no_sheet_knows_left_from_right(path: Path) -> None:
    """Logical directions only, so that Arabic and Hebrew are mirrored; a gradient has its own for them."""
    rules = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    physical = r"(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right)\s*:|(?:align|float): *(?:left|right)"
    assert not re.findall(physical, rules)
    four = re.findall(r"(?:margin|padding|inset): ([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+);", rules)
    assert not [sides for sides in four if sides[1] != sides[3]]
    if "to right" in rules:
        assert ":dir(rtl)" in rules


@pytest.mark.parametrize("path", sorted((ROOT / "static").rglob("*.css")), ids=lambda path: path.name)
def test_every_brace_is_closed_and_every_property_known(path: Path) -> None:
    """A custom property that is used has a value somewhere, or a way out."""
    rules = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.S)
    assert rules.count("{") == rules.count("}")
    every = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "static").rglob("*.css"))
    given = set(re.findall(r"(--[\w-]+)\s*:", every)) | {
        f"--{c}" for c in PALETTES["ledger"]["light"].__slots__
    }
    assert set(re.findall(r"var\((--[\w-]+)\)", rules)) <= given | {"--exhibit"}


@pytest.mark.parametrize("name", ["style.css", "embed.css"])
def test_the_shape_of_a_status_is_printed(name: str) -> None:
    """A browser leaves backgrounds out on paper, unless it is asked for them."""
    drawn = re.findall(r"\{[^}]*mask: var\(--shape\)[^}]*\}", sheet(name=name))
    assert drawn and all("; print-color-adjust: exact" in rule for rule in drawn)


def test_an_accent_reaches_the_pages_and_the_frames() -> None:
    for name in ("style.css", "embed.css"):
        assert "--accent: light-dark(#0055aa, #ffcc00);" in sheet(
            "docket", name, accent="#0055aa", accent_dark="#ffcc00"
        )


def test_options_are_in_the_sheet_only_when_they_are_chosen() -> None:
    usual = sheet("ledger")
    assert "@font-face" not in usual
    assert "--tight: .88" not in usual
    assert "color-scheme: dark;" not in usual
    assert "--tight: .88" in sheet("ledger", density="compact")
    assert "{ color-scheme: dark; }" in sheet("ledger", scheme="dark")
    assert "{ color-scheme: dark; }" in sheet("ledger", "embed.css", scheme="dark")


@pytest.mark.parametrize("theme", THEMES)
def test_a_bundled_typeface_brings_its_files_and_its_licence_and_no_others(theme: Theme) -> None:
    """Latin alone, never swapped in before a reader's eyes; a stand-in as wide and high; under 70 kB."""
    files = published(site(theme, fonts="bundled"), FILES)
    faces = {path for path in files if path.startswith("fonts/")}
    assert {Path(path).parent.as_posix() + "/" for path in faces} == {FONTS[theme]}
    assert FONTS[theme] + "LICENSE.txt" in faces
    text = sheet(theme, fonts="bundled")
    named = set(re.findall(r'url\("(fonts/[^"]+)"\)', text))
    assert named == {path for path in faces if path.endswith(".woff2")}
    assert text.count("font-display: optional") == len(named)
    assert "size-adjust" in text
    assert "ascent-override" in text
    assert sum(files[path].stat().st_size for path in named) < 70_000


HOLDERS = {
    "fonts/source-serif-4/": "Copyright 2014 - 2023 Adobe (http://www.adobe.com/), with Reserved Font Name ",
    "fonts/public-sans/": "Copyright 2015 The Public Sans Project Authors",
    "fonts/courier-prime/": "Copyright 2015 The Courier Prime Project Authors",
    "fonts/ibm-plex-mono/": "Copyright 2017 IBM Corp.",
}
OFL = "This Font Software is licensed under the SIL Open Font License, Version 1.1.\n"


@pytest.mark.parametrize("folder", FONTS.values())
def test_every_licence_names_the_holder_of_the_copyright_before_its_terms(folder: str) -> None:
    """The licence asks that each copy contains both (condition 2)."""
    text = FILES[folder + "LICENSE.txt"].read_text(encoding="utf-8")
    assert text.startswith(HOLDERS[folder])
    assert OFL in text
    assert "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007" in text


def test_the_letters_of_the_pictures_have_the_notices_of_all_they_are_made_of() -> None:
    folder = ROOT / "src/dateline/sharing/fonts"
    notices, terms, _ = (folder / "OFL.txt").read_text(encoding="utf-8").partition(OFL)
    assert terms
    for holder in (*HOLDERS.values(), "Copyright 2022 The Noto Project Authors"):
        assert f"\n{holder}" in notices
    assert {path.name for path in folder.glob("*.woff2")} == set(re.findall(r"[\w-]+\.woff2", notices))


def test_what_a_sheet_is_made_of_is_not_published() -> None:
    files = render_site(EMPTY, [])[0]
    static = {path for path in files if path.startswith("static/")}
    assert {"static/style.css", "static/embed.css", "static/icon.svg"} <= static
    assert not [
        p for p in static if p.startswith(("static/themes/", "static/fonts/")) or p == "static/base.css"
    ]


def test_a_sites_own_sheet_is_linked_last(tmp_path: Path) -> None:
    assert sheets(FILES) == {"style.css": ("style.css",), "embed.css": ("embed.css",)}
    (tmp_path / "static").mkdir()
    for name in ("site.css", "site-embed.css", "base.css"):
        (tmp_path / "static" / name).write_bytes(b"/* own \xff */")
    files = locate(tmp_path).static_files()
    assert sheets(files) == {
        "style.css": ("style.css", "site.css"),
        "embed.css": ("embed.css", "site-embed.css"),
    }
    assert {"site.css", "site-embed.css"} <= published(SITE, files).keys()
    assert style_sheets(SITE, files)["style.css"].startswith(b"/* own \xff */")


def own(root: Path, *names: str) -> Path:
    for name in names:
        path = root / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"/* own */")
    return root


def test_all_that_a_site_has_of_its_own_is_published(tmp_path: Path) -> None:
    """Also what has the name of a part of the theme, or stands where its typefaces do."""
    names = (
        *("fonts/mine/faces.css", "faces.css", "fonts/courier-prime/mine.woff2"),
        *("media.css", "fonts/public-sans/faces.css", "themes/mine.css"),
    )
    files, problems = render_site(replace(EMPTY, root=own(tmp_path, *names)), [])
    assert problems == ()
    assert [files[f"static/{name}"] for name in names] == [b"/* own */"] * len(names)
    assert not {"static/base.css", "static/fonts/public-sans/LICENSE.txt"} & files.keys()


@pytest.mark.parametrize(
    ("name", "instead"),
    {
        "style.css": "Name yours site.css: it is linked after ours.",
        "embed.css": "Name yours site-embed.css: it is linked after ours.",
        "words.js": "Give yours another name.",
    }.items(),
)
def test_a_file_that_is_made_is_not_overwritten_unannounced(name: str, instead: str, tmp_path: Path) -> None:
    files, problems = render_site(replace(EMPTY, root=own(tmp_path, name)), [])
    assert [str(problem) for problem in problems] == [
        f"static/{name}: error: dateline makes a file of this name itself. {instead}"
    ]
    assert files[f"static/{name}"] != b"/* own */"


def test_words_in_a_sheet_are_in_the_sites_language() -> None:
    class German(NullTranslations):
        def gettext(self, message: str) -> str:
            return {"Ex.": 'Anl. "'}[message]

    assert '--exhibit: "Ex.";' in sheet("docket")
    german = Tongue(language="de", catalogue=German())
    made = style_sheets(site("docket"), FILES, german)["style.css"].decode()
    assert '--exhibit: "Anl. \\"";' in made


def test_scripts_are_named_one_by_one() -> None:
    """Chromium drops a rule whose `:lang()` has a list."""
    for path in (ROOT / "static").rglob("*.css"):
        assert not re.findall(r":lang\([^)]*,", path.read_text(encoding="utf-8"))
