"""The law of the preview: after any sequence of edits it shows what a clean build would, byte for byte."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT
from dateline.kept import Kept, digest
from dateline.locking import relock
from dateline.preview.edition import Edition, next_edition
from previewing import small_site

TODAY = date(2026, 3, 1)
OPENS, CLOSES, HOPED = (f"content/events/bridge-{name}.md" for name in ("opens", "closes", "rebuilt"))
ECHO = "content/sources/echo.md"
ORIGINALS = (OPENS, CLOSES, HOPED, ECHO, "snapshots/echo.txt", "site.py", "content/pages/method.md")


def edited(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        if (root / name).is_file():
            text = (root / name).read_text(encoding="utf-8")
            (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def written(name: str, text: str) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")

    return write


def gone(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink(missing_ok=True)


def renewed(root: Path) -> None:
    relock(root, TODAY)


def other_template(root: Path) -> None:
    text = (ROOT / "templates/event.html.jinja").read_text(encoding="utf-8")
    written("templates/event.html.jinja", text.replace("<article>", '<article class="own">'))(root)


EDITS: dict[str, Callable[[Path], None]] = {
    "a title": edited(OPENS, "title: The footbridge", "title: The bridge"),
    "a draft": edited(OPENS, "status: reported", "status: reported\ndraft: true"),
    "no event": gone(OPENS),
    "no neighbour": gone(HOPED),
    "a broken date": edited(CLOSES, "status: confirmed", "status: confirmed\ndate: 2026-02-31"),
    "another quotation": edited(HOPED, "could open in early 2027", "could open"),
    "a line before the quotations": edited(
        CLOSES, "status: confirmed", "status: confirmed\ndek: One more line."
    ),
    "a link to nowhere": edited(HOPED, "bridge-closes.md", "bridge-closed.md"),
    "another actor": edited(CLOSES, "Millbrook Council", "The Council"),
    "a new page": written(
        "content/pages/more.md", "---\ntitle: More\n---\nSee [it](../events/bridge-opens.md).\n"
    ),
    "another day of publication": edited(ECHO, "published: ", "published: 2025-01-01 # "),
    "another name of a source": edited(ECHO, "title: ", "title: The "),
    "another copy": edited("snapshots/echo.txt", "June", "July"),
    "no copy": gone("snapshots/echo.txt"),
    "another lock": renewed,
    "no lock": gone("citations.lock"),
    "another order of dates": edited("site.py", 'language="en"', 'language="en", date_order="month-day"'),
    "another address": edited("site.py", "/footbridge/", "/bridge/"),
    "a broken site.py": edited("site.py", "Site(", "Site(("),
    "another template": other_template,
    "a broken template": written("templates/event.html.jinja", "{% if %}"),
    "the theme's template": gone("templates/event.html.jinja"),
    "a style": written("static/own.css", "p { color: red }"),
    "another style": written("static/own.css", "p { color: tan }"),
}


def restored(root: Path, clean: Path) -> None:
    for name in ORIGINALS:
        shutil.copy(clean / name, root / name)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(sorted([*EDITS, "everything as it was"])), min_size=1, max_size=5))
def test_a_preview_is_a_clean_build_after_any_edits(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root, clean = small_site(Path(folder) / "site"), Path(folder) / "clean"
        shutil.copytree(root, clean)
        kept = Kept()
        shown = next_edition(Edition(), root, TODAY, kept)
        for name in names:
            restored(root, clean) if name not in EDITS else EDITS[name](root)
            before, shown = shown, next_edition(shown, root, TODAY, kept)
            afresh = next_edition(before, root, TODAY)
            assert shown.files == afresh.files, name
            assert replace(shown, version="") == replace(afresh, version=""), name


def test_what_is_kept_is_kept_under_all_it_was_made_of_and_no_longer_than_it_is_asked_for() -> None:
    made: list[int] = []
    kept = Kept()

    def double(number: int) -> int:
        made.append(number)
        return number * 2

    assert [kept.once(double, 1), kept.once(double, 1), kept.once(double, 2)] == [2, 2, 4]
    kept.turn(whole=True)
    assert kept.once(double, 1) == 2
    kept.turn(whole=False)  # a build that failed before it came to 2
    kept.once(double, 2)
    assert made == [1, 2]
    kept.turn(whole=True)
    kept.once(double, 1)
    assert made == [1, 2, 1]


def test_a_digest_tells_apart_what_python_calls_equal() -> None:
    assert len({digest(value) for value in (1, 1.0, True, "1", 0.0, -0.0)}) == 6
    assert digest(("a", 1), {"b": 2}) == digest(("a", 1), {"b": 2})
