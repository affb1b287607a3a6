"""The law of the preview: after any sequence of edits it shows what a clean build would, byte for byte."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT
from dateline.kept import Kept, digest
from dateline.later import Files, Later
from dateline.locking import relock
from dateline.pages import paging
from dateline.preview.edition import Edition, next_edition
from dateline.problems import Place, Problem
from previewing import small_site

TODAY = date(2026, 3, 1)
FEW = 4
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


def other_card(root: Path) -> None:
    text = (ROOT / "templates/parts/card.html.jinja").read_text(encoding="utf-8")
    written("templates/parts/card.html.jinja", text.replace('class="event"', 'class="event own"'))(root)


def part_of_a_template(words: str) -> Callable[[Path], None]:
    """A template includes another for one event alone."""

    def edit(root: Path) -> None:
        extended = '{% extends "theme/event.html.jinja" %}{% block main %}'
        included = '{% if event.id == "bridge-opens" %}{% include "own.html.jinja" %}{% endif %}'
        written("templates/event.html.jinja", f"{extended}{included}{{{{ super() }}}}{{% endblock %}}")(root)
        written("templates/own.html.jinja", f"<p>{words}</p>")(root)

    return edit


def crowded(root: Path) -> None:
    """More events than one page has: the law is tested with pages that are short."""
    for n in range(FEW + 3):
        written(f"content/events/added-{n}.md", ADDED.format(n=n, year=1990 + n, day=n + 1))(root)


ADDED = """---
title: Added {n}
status: reported
date: {year}-05-0{day}
citations:
  - source: echo
    quote: closed the footbridge on Sunday
---
Added [@echo].
"""


def uncrowded(root: Path) -> None:
    for path in (root / "content/events").glob("added-*.md"):
        path.unlink()


def own_words(undated: str) -> Callable[[Path], None]:
    """A site's own catalogue, which says some of what lists, cards, feeds and pictures hold."""
    said = {"%(date)s, %(status)s.": f"{undated}: %(date)s, %(status)s.", "reported": f"{undated} reported",
            "confirmed": f"{undated} confirmed", "scheduled": f"{undated} scheduled", "Sources": undated,
            "%(title)s. %(date)s, %(status)s.": f"{undated}: %(title)s. %(date)s, %(status)s."}  # fmt: skip
    rows = "".join(f'msgid "{english}"\nmsgstr "{words}"\n\n' for english, words in said.items())
    return written("locale/en/LC_MESSAGES/dateline.po", f'msgid ""\nmsgstr ""\n\n{rows}')


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
    "another card": other_card,
    "many more events": crowded,
    "as many as before": uncrowded,
    "another theme": edited("site.py", 'language="en"', 'language="en", theme="ledger"'),
    "another language": edited("site.py", 'language="en"', 'language="de"'),
    "words of its own": own_words("Date"),
    "other words of its own": own_words("Day"),
    "a folder by a page's name": lambda root: (root / "content/events/folder.md").mkdir(exist_ok=True),
    "a style": written("static/own.css", "p { color: red }"),
    "another style": written("static/own.css", "p { color: tan }"),
    "a template's part": part_of_a_template("Here"),
    "another part": part_of_a_template("There"),
}


def restored(root: Path, clean: Path) -> None:
    for name in ORIGINALS:
        shutil.copy(clean / name, root / name)


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "PAGED", FEW)
    monkeypatch.setattr(paging, "MOST", FEW - 1)


def assert_a_clean_build_after(names: Sequence[str]) -> None:
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


@pytest.mark.long
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(sorted([*EDITS, "everything as it was"])), min_size=1, max_size=5))
def test_a_preview_is_a_clean_build_after_any_edits(names: list[str]) -> None:
    assert_a_clean_build_after(names)


@pytest.mark.long
@pytest.mark.parametrize(
    "names",
    [
        ("many more events", "a title", "another card", "as many as before"),
        ("many more events", "another name of a source", "no copy", "another language", "no event"),
        ("words of its own", "a title", "other words of its own", "another language"),
        ("another theme", "a broken date", "everything as it was", "many more events", "another template"),
    ],
)
def test_a_preview_is_a_clean_build_when_its_pages_are_divided(names: tuple[str, ...]) -> None:
    assert_a_clean_build_after(names)


def test_many_more_events_divide_the_pages(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    crowded(root)
    assert "all/index.html" in next_edition(Edition(), root, TODAY).files


def test_a_page_that_is_made_later_is_made_of_the_templates_as_they_were(tmp_path: Path) -> None:
    root, kept = small_site(tmp_path / "site"), Kept()
    page = "events/bridge-opens/index.html"
    part_of_a_template("Here")(root)
    first = next_edition(Edition(), root, TODAY, kept)
    part_of_a_template("There")(root)
    EDITS["a broken date"](root)
    second = next_edition(first, root, TODAY, kept)
    assert second.problems and b"<p>Here</p>" in second.files[page], "the pages stay as they were"


def test_what_is_kept_by_identity_is_kept_for_that_very_object() -> None:
    made: list[object] = []
    kept, one, equal = Kept(), ["a"], ["a"]

    def note(value: object) -> int:
        made.append(value)
        return len(made)

    assert [kept.of(note, value) for value in (one, one, equal)] == [1, 1, 2]
    assert kept.token(one, equal) == kept.token(one, equal) != kept.token(equal, one)
    first = kept.value(("x", 1))
    assert kept.value(("x", int("1"))) is first
    kept.turn(whole=True)
    assert kept.value(("x", int("1"))) is first


def test_of_many_records_only_those_are_worked_out_that_are_others() -> None:
    made: list[tuple[object, str]] = []
    kept, one, equal = Kept(), ["a"], ["a"]

    def note(record: list[str], word: str) -> int:
        made.append((record, word))
        return len(made)

    def ask(*items: tuple[list[str], str], beside: str = "x") -> list[int]:
        return kept.each(note, items, note, beside)

    assert ask((one, "w"), (equal, "w"), (one, "w")) == [1, 2, 1]
    kept.turn(whole=True)
    assert ask((equal, "".join("w")), (one, "v")) == [2, 3], "texts are compared"
    assert ask((one, "w")) == [4], "what the first call left out is forgotten"
    kept.turn(whole=True)
    assert ask((one, "v"), (one, "w")) == [3, 4], "all that one build asked for"
    assert ask((one, "v"), beside="y") == [5]


def test_what_is_made_later_is_made_once_and_when_it_is_asked_for() -> None:
    made: list[str] = []

    def make() -> dict[str, bytes]:
        made.append("b")
        return {"b": b"2", "c": b"3"}

    files = Files({"a": b"1"})
    files.add_later(["b", "c"], make)
    assert (sorted(files), len(files), "c" in files, made) == (["a", "b", "c"], 3, True, [])
    assert files.other(Files({"a": b"1"})) == ("b", "c")
    same = Files({"a": b"0"})
    same.add_later(["b", "c"], make)
    assert files.other(same) == ("a",), "what nobody asked for is not compared"
    assert (files["c"], files["b"], made) == (b"3", b"2", ["b"])
    assert files == {"a": b"1", "b": b"2", "c": b"3"}


def test_a_page_that_is_not_made_is_another_where_it_is_made_of_something_else() -> None:
    first, second, third = (Later[bytes | Problem](lambda: b"1") for _ in range(3))
    fault = Later[bytes | Problem](lambda: Problem(Place("templates/x"), "no."))
    of = [Files() for _ in range(4)]
    for files, page in zip(of, (first, second, third, fault), strict=True):
        files.add_pages({"p": page})
    assert of[0].other(of[0]) == ()
    assert of[1].other(of[0]) == ("p",)
    assert of[1]["p"] == of[0]["p"] and of[1].other(of[0]) == (), "both are made, and are the same"
    assert of[2].other(of[0]) == ("p",)
    assert "p" in of[3] and of[3].get("p") is None and "p" not in of[3] and not len(of[3])
    assert of[3].faults == (Problem(Place("templates/x"), "no."),)


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
