"""The preview without a server: what it notices and shows, and how its pages differ."""

import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dateline.build import build, prepare
from dateline.kept import Kept
from dateline.later import Files
from dateline.model import Site
from dateline.preview.answering import answer, type_of
from dateline.preview.edition import (
    ALL,
    NEWS,
    Edition,
    changed_files,
    editor_link,
    news,
    next_edition,
    with_faults,
)
from dateline.preview.injecting import inject, split_host
from dateline.preview.serving import admits, is_loopback
from dateline.preview.watching import Tree, age, changed, look, unchanged
from previewing import replace_in, small_site

TODAY = date(2026, 3, 1)
OPENS, CLOSES = "content/events/bridge-opens.md", "content/events/bridge-closes.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_site(tmp_path / "site")


# What it notices


def noticed(root: Path, before: Tree) -> list[str]:
    return [Path(path).relative_to(root).as_posix() for path in changed(before, look(root))]


def test_single_files_are_as_they_were_or_not(root: Path) -> None:
    tree = look(root)
    opens, unknown = str(root / OPENS), str(root / "content/events/later.md")
    assert unchanged(tree, [opens, unknown])
    replace_in(root / OPENS, "title:", "title: ")
    assert not unchanged(tree, [opens]) and unchanged(tree, [str(root / CLOSES)])
    (root / CLOSES).unlink()
    assert not unchanged(tree, [str(root / CLOSES)])


@pytest.mark.parametrize(
    "name",
    [
        OPENS,
        "content/sources/echo.md",
        "content/pages/method.md",
        "snapshots/echo.txt",
        "site.py",
        "citations.lock",
    ],
)
def test_a_save_by_rename_and_one_in_place_are_noticed(root: Path, name: str) -> None:
    before = look(root)
    text = (root / name).read_text(encoding="utf-8")
    replace_in(root / name, text, text)
    assert noticed(root, before) == [name]
    before = look(root)
    with (root / name).open("r+", encoding="utf-8") as file:
        file.write(text[0])
    assert noticed(root, before) == [name]


def test_a_new_file_with_an_old_time_is_noticed(root: Path) -> None:
    before = look(root)
    shutil.copy2(root / OPENS, root / "content/events/unpacked.md")
    os.utime(root / "content/events/unpacked.md", (0, 0))
    assert noticed(root, before) == ["content/events/unpacked.md"]


def test_another_file_of_the_same_size_and_time_is_noticed(root: Path) -> None:
    path = root / OPENS
    status = path.stat()
    before = look(root)
    path.write_text(path.read_text(encoding="utf-8").replace("June", "July"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert noticed(root, before) == [OPENS]


def test_folders_that_come_and_go_are_noticed(root: Path) -> None:
    (root / "templates").mkdir(exist_ok=True)
    (root / "static/deep").mkdir(parents=True)
    before = look(root)
    (root / "templates/404.html.jinja").write_text("x")
    (root / "static/deep/own.css").write_text("x")
    assert noticed(root, before) == ["static/deep/own.css", "templates/404.html.jinja"]
    before = look(root)
    shutil.rmtree(root / "static/deep")
    (root / OPENS).unlink()
    assert noticed(root, before) == [OPENS, "static/deep/own.css"]


@pytest.mark.parametrize(
    "make", [Path.mkdir, lambda path: path.symlink_to("nothing")], ids=["folder", "link"]
)
def test_what_is_named_like_a_page_and_is_none_is_looked_at(root: Path, make: Callable[[Path], None]) -> None:
    """It is an error for as long as it is there."""
    path = root / "content/events/odd.md"
    before = look(root)
    make(path)
    assert noticed(root, before) == ["content/events/odd.md"]
    before = look(root)
    assert unchanged(before, [str(path)])
    path.rmdir() if path.is_dir() else path.unlink()
    assert noticed(root, before) == ["content/events/odd.md"]


@pytest.mark.parametrize(
    ("saved", "now", "seconds"),
    [
        ({"a": 99.0, "b": 99.98}, 100.0, 0.02),
        ({"a": 99.98}, 100.0, 0.02),
        ({"a": 99.98, "gone": None}, 100.0, 0),
        ({"a": 100.02}, 100.0, 0),  # by a clock that is ahead of ours
        ({"moved-in": 3.0}, 100.0, 0),
    ],
)
def test_a_burst_is_as_old_as_its_last_save(
    saved: dict[str, float | None], now: float, seconds: float
) -> None:
    stamps = {path: (int(at * 1e9), 0, 1, 1) for path, at in saved.items() if at is not None}
    before = dict.fromkeys((*saved, "untouched"), (0, 0, 0, 0))
    after = {"untouched": (0, 0, 0, 0), **stamps}
    assert age(before, after, now) == pytest.approx(seconds)


def test_scratch_files_and_what_no_build_reads_are_not_noticed(root: Path) -> None:
    before = look(root)
    for name in (".bridge-opens.md.swp", "bridge-opens.md~", ".#bridge-opens.md", "#bridge-opens.md#"):
        (root / "content/events" / name).write_text("x")
    (root / "notes.txt").write_text("x")
    (root / "build").mkdir()
    (root / "build/index.html").write_text("x")
    assert noticed(root, before) == []


def test_folders_that_the_site_calls_otherwise_are_looked_at(root: Path) -> None:
    site = Site(title="t", url="https://example.org/", content="chronicle")
    (root / "chronicle").mkdir()
    before = look(root, site)
    (root / "chronicle/new.md").write_text("x")
    assert changed(before, look(root, site)) == (str(root / "chronicle/new.md"),)


def test_the_font_of_a_site_is_looked_at(root: Path) -> None:
    site = Site(title="t", url="https://example.org/", share_font="fonts/own.otf")
    before = look(root, site)
    (root / "fonts").mkdir()
    (root / "fonts/own.otf").write_bytes(b"one")
    assert changed(before, look(root, site)) == (str(root / "fonts/own.otf"),)
    before = look(root, site)
    (root / "fonts/own.otf").write_bytes(b"two")
    assert changed(before, look(root, site)) == (str(root / "fonts/own.otf"),)


# What it shows


def test_drafts_and_events_to_come_are_shown_and_marked_and_nothing_is_written(root: Path) -> None:
    replace_in(root / OPENS, "status: reported", "status: reported\ndraft: true")
    edition = next_edition(Edition(), root, TODAY)
    assert dict(edition.marks) == {"events/bridge-opens/": "draft", "events/bridge-rebuilt/": "future"}
    assert "events/bridge-opens/index.html" in edition.files
    assert not (root / "build").exists()
    build(root)
    assert not (root / "build/events/bridge-opens").exists()


def test_each_page_of_the_authors_is_known_by_the_file_it_is_written_in(root: Path) -> None:
    kept = Kept()
    edition = next_edition(Edition(), root, TODAY, kept)
    written = {target: f"{at.path}:{at.line}" for target, at in edition.written.items()}
    assert written["events/bridge-opens/"] == "content/events/bridge-opens.md:2"
    assert written["sources/echo/"] == "content/sources/echo.md:2"
    (root / "content/events/early").mkdir()
    (root / OPENS).rename(root / "content/events/early/bridge-opens.md")
    moved = next_edition(edition, root, TODAY, kept)
    assert moved.written["events/bridge-opens/"].path == "content/events/early/bridge-opens.md"
    assert news(edition, moved) == (ALL,)


@pytest.mark.parametrize(
    ("environment", "link"),
    [
        ({"TERM_PROGRAM": "vscode"}, "vscode://file/home/ann/a%20site/"),
        ({"TERM_PROGRAM": "vscode", "SSH_CONNECTION": "1 2"}, ""),
        ({"TERM_PROGRAM": "Apple_Terminal"}, ""),
        ({}, ""),
    ],
)
def test_files_open_in_the_editor_in_whose_terminal_the_preview_runs(
    environment: dict[str, str], link: str
) -> None:
    assert editor_link(Path("/home/ann/a site"), environment) == link


def test_without_drafts_a_preview_is_the_published_site_byte_for_byte(root: Path) -> None:
    edition = next_edition(Edition(), root, TODAY)
    build(root)
    published = {
        path.relative_to(root / "build").as_posix(): path.read_bytes()
        for path in (root / "build").rglob("*")
        if path.is_file() and path.name != ".dateline"
    }
    assert dict(edition.files) == published


def broken(root: Path) -> None:
    replace_in(root / OPENS, "status: reported", "status: reported\ndate: 2026-02-31")


def test_a_broken_save_keeps_the_last_good_pages_and_lists_the_problem(root: Path) -> None:
    good = next_edition(Edition(), root, TODAY)
    broken(root)
    bad = next_edition(good, root, TODAY)
    assert bad.files is good.files and bad.version == good.version
    assert [str(problem) for problem in bad.problems] == [
        f'{OPENS}:4:15: error: "2026-02-31" is not a date: February 2026 has 28 days. '
        "Write 2026-02-28, or just 2026-02."
    ]
    assert news(good, bad) == (NEWS,)


def test_a_first_build_that_fails_has_no_pages_but_its_base_and_problems(root: Path) -> None:
    broken(root)
    edition = next_edition(Edition(), root, TODAY)
    assert not edition.files and edition.problems and edition.base == "/footbridge/"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("site = (", 'site.py:1:8: error: this "(" is never closed. Close it after the last value.'),
        ("raise SystemExit(3)", "site.py:1: error: SystemExit: 3"),
        ("", "site.py: error: it declares no `site`. Write site = Site(title=…, url=…)."),
    ],
)
def test_a_site_py_that_cannot_be_run_is_a_problem_like_others(root: Path, text: str, told: str) -> None:
    good = next_edition(Edition(), root, TODAY)
    (root / "site.py").write_text(text)
    assert [str(problem) for problem in next_edition(good, root, TODAY).problems] == [told]


def test_a_site_py_that_is_gone_for_a_moment_is_a_problem_like_others(root: Path) -> None:
    kept = Kept()
    good = next_edition(Edition(), root, TODAY, kept)
    (root / "site.py").rename(root / "elsewhere.py")
    bad = next_edition(good, root, TODAY, kept)
    assert bad.problems[0].message.startswith("there is no site.py") and bad.files is good.files
    (root / "elsewhere.py").rename(root / "site.py")
    assert next_edition(bad, root, TODAY, kept) == good


def test_a_fault_of_our_own_is_told_and_not_raised(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = next_edition(Edition(), root, TODAY)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("dateline.preview.edition.prepare", fail)
    bad = next_edition(good, root, TODAY)
    assert "by no fault that dateline knows: RuntimeError: boom" in bad.problems[0].message


def test_open_pages_are_told_no_more_than_they_need(root: Path) -> None:
    kept = Kept()
    (root / "static").mkdir(exist_ok=True)
    (root / "static/own.css").write_text("p {}")
    first = next_edition(Edition(), root, TODAY, kept)
    assert news(first, next_edition(first, root, TODAY, kept)) == ()
    replace_in(root / OPENS, "title:", "title:")
    assert news(first, next_edition(first, root, TODAY, kept)) == (), "saved as it was"
    (root / "static/own.css").write_text("p { color: red }")
    styled = next_edition(first, root, TODAY, kept)
    assert news(first, styled) == ("static/own.css", NEWS)
    replace_in(root / OPENS, "title: The", "title: Then the")
    titled = next_edition(styled, root, TODAY, kept)
    assert news(styled, titled) == (ALL,)
    (root / "static/own.css").unlink()
    assert news(titled, next_edition(titled, root, TODAY, kept)) == (ALL,)


def test_a_deleted_event_has_no_page_any_more(root: Path) -> None:
    first = next_edition(Edition(), root, TODAY)
    (root / OPENS).unlink()
    second = next_edition(first, root, TODAY)
    assert "events/bridge-opens/index.html" in changed_files(first, second)
    assert [problem.severity for problem in second.problems] == ["warning"]  # its entry in the lock
    assert answer(second, "/footbridge/events/bridge-opens/").status == 404


# Pages that are made later


OPENS_PAGE = "/footbridge/events/bridge-opens/"


def demanding(root: Path, title: str) -> None:
    """A template that does not bear one title; but all others, so that it is not known before it is met."""
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates/event.html.jinja").write_text(
        '{% extends "theme/event.html.jinja" %}{% block main %}'
        f"{{{{ super() }}}}{{% if title == '{title}' %}}{{{{ nothing }}}}{{% endif %}}{{% endblock %}}"
    )


def retitled(root: Path, before: Edition, kept: Kept, title: str) -> Edition:
    text = (root / OPENS).read_text(encoding="utf-8")
    (root / OPENS).write_text(re.sub("title: .*", f"title: {title}", text, count=1), encoding="utf-8")
    return next_edition(before, root, TODAY, kept)


def titled(edition: Edition) -> str:
    found = re.search(b"<h1>(.*)</h1>", answer(edition, OPENS_PAGE).body)
    return found[1].decode() if found else ""


FAULT = "templates/event.html.jinja:1: error: "


def told(edition: Edition) -> list[str]:
    return [str(problem)[: len(FAULT)] for problem in with_faults(edition).problems]


def test_pages_are_made_when_they_are_asked_for_or_bit_by_bit(root: Path) -> None:
    kept = Kept()
    first = next_edition(Edition(), root, TODAY, kept)
    turns = iter([True, True, False])
    first.files.make_pages(lambda: next(turns))
    assert not first.files.complete
    first.files.make_pages()
    assert first.files.complete and with_faults(first) is first
    second = retitled(root, first, kept, "Then it opens")
    assert not second.files.complete and titled(second) == "Then it opens"
    clean = prepare(root, preview=True)[1]
    assert dict(second.files) == dict(clean) and second.files.complete
    third = next_edition(second, root, TODAY, kept)
    assert third.files.complete and third.version == second.version


@pytest.mark.parametrize("asked", [True, False])
def test_in_place_of_a_page_that_cannot_be_made_stands_the_last_one_that_could(
    root: Path, asked: bool
) -> None:
    kept = Kept()
    demanding(root, "A toll")
    good = retitled(root, next_edition(Edition(), root, TODAY, kept), kept, "Open")
    assert not asked or titled(good) == "Open"
    bad = retitled(root, good, kept, "A toll")
    assert told(bad) == [], "nobody has met it yet"
    assert titled(bad) == "Open", "made by its own template, if it was not made before"
    assert told(bad) == [FAULT] and news(bad, with_faults(bad)) == (NEWS,)
    assert b"A toll" in answer(bad, "/footbridge/").body, "the other pages are new"
    again = retitled(root, bad, kept, "A toll #")
    assert titled(again) == "Open"
    replace_in(root / CLOSES, "title: ", "title: Then ")
    beside = next_edition(again, root, TODAY, kept)
    assert titled(beside) == "Open" and told(beside) == [FAULT], "it is told as long as it stands"
    mended = retitled(root, beside, kept, "No toll")
    assert titled(mended) == "No toll" and told(mended) == [] and mended.files.complete is False


def test_a_fault_is_told_beside_those_that_stop_the_build(root: Path) -> None:
    kept = Kept()
    demanding(root, "A toll")
    bad = retitled(root, next_edition(Edition(), root, TODAY, kept), kept, "A toll")
    bad.files.make_pages()
    replace_in(root / CLOSES, "status:", "state:")
    stopped = next_edition(bad, root, TODAY, kept)
    assert FAULT in told(stopped) and len(told(stopped)) > 1 and stopped.files is bad.files
    saved = next_edition(stopped, root, TODAY, kept, ["templates/event.html.jinja"])
    assert FAULT not in told(saved) and FAULT not in told(next_edition(saved, root, TODAY, kept))
    replace_in(root / CLOSES, "state:", "status:")
    sound = next_edition(saved, root, TODAY, kept)
    sound.files.make_pages()
    assert told(sound) == [FAULT], "it was saved and not mended"


def test_a_page_that_never_could_be_made_says_so(root: Path) -> None:
    kept = Kept()
    demanding(root, "The footbridge opens")
    edition = next_edition(Edition(), root, TODAY, kept)
    assert edition.files, "the first event's page can be made"
    found = answer(edition, OPENS_PAGE)
    assert found.status == 503 and b"This page could not be made." in found.body
    assert told(edition) == [FAULT] and "events/bridge-opens/index.html" not in edition.files
    assert answer(edition, "/footbridge/events/bridge-closes/").status == 200


# Which address gets what

SHOWN = Edition(
    files=Files(
        {
            "index.html": b"front",
            "404.html": b"none",
            "a/index.html": b"a",
            "static/x.css": b"x",
            "é/index.html": b"e",
        }
    ),
    site=Site(title="t", url="https://example.org/re-po/"),
    version="1",
)


@pytest.mark.parametrize(
    ("path", "status", "body", "location"),
    [
        ("/", 302, b"", "/re-po/"),
        ("/re-po", 302, b"", "/re-po/"),
        ("/re-po/", 200, b"front", ""),
        ("/re-po/index.html", 200, b"front", ""),
        ("/re-po/a/", 200, b"a", ""),
        ("/re-po/a", 301, b"", "/re-po/a/"),
        ("/re-po/é", 301, b"", "/re-po/%C3%A9/"),
        ("/re-po/static/x.css", 200, b"x", ""),
        ("/re-po/static/", 404, b"none", ""),
        ("/re-po/../site.py", 404, b"none", ""),
        ("/re-po//etc/passwd", 404, b"none", ""),
        ("/re-po/a/../../site.py", 404, b"none", ""),
        ("/re-po/.dateline", 404, b"none", ""),
    ],
)
def test_an_address_is_answered_as_pages_would(path: str, status: int, body: bytes, location: str) -> None:
    found = answer(SHOWN, path)
    assert (found.status, found.body, found.location) == (status, body, location)


def test_an_address_outside_the_base_path_says_where_the_site_is() -> None:
    found = answer(SHOWN, "/static/x.css")
    assert found.status == 404 and b'<a href="/re-po/">' in found.body


def test_a_site_at_the_root_of_its_host_has_no_redirect() -> None:
    at_root = Edition(files=Files({"index.html": b"front"}), site=Site(title="t", url="https://example.org/"))
    assert answer(at_root, "/").body == b"front"


@pytest.mark.parametrize(
    ("file", "type"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("atom.xml", "application/xml"),
        ("data/timeline.json", "application/json"),
        ("static/icon.svg", "image/svg+xml"),
        ("static/face.woff2", "font/woff2"),
        ("static/module.mjs", "text/javascript; charset=utf-8"),
        ("photo.JPG", "image/jpeg"),
        (".nojekyll", "application/octet-stream"),
    ],
)
def test_files_have_their_content_type_whatever_the_machine_thinks(file: str, type: str) -> None:
    assert type_of(file) == type


@pytest.mark.parametrize(
    ("name", "host", "admitted"),
    [
        ("localhost", "127.0.0.1", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("[::1]", "127.0.0.1", True),
        ("site.localhost", "127.0.0.1", True),
        ("evil.example", "127.0.0.1", False),
        ("localhost.evil.example", "127.0.0.1", False),
        ("192.168.1.5", "127.0.0.1", False),
        ("", "127.0.0.1", False),
        ("192.168.1.5", "0.0.0.0", True),
        ("evil.example", "0.0.0.0", False),
        ("desk.example", "desk.example", True),
    ],
)
def test_only_names_that_nobody_else_can_give_us_are_answered(name: str, host: str, admitted: bool) -> None:
    assert admits(name, host) is admitted


def test_loopback_is_told_from_the_rest() -> None:
    assert [
        is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "desk.example")
    ] == [*(True, True, True, False, False, False)]


# How its pages differ

POLICY = "default-src 'none'; style-src 'self'; img-src data:"
STRICT = f'<head><meta content="{POLICY}" http-equiv="Content-Security-Policy"></head>'.encode()


def test_the_scripts_stand_in_the_head_and_the_policy_lets_them_run() -> None:
    page = inject(STRICT, "localhost:5500", "v1").decode()
    assert (
        "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'; "
        "connect-src 'self' ws://localhost:5500"
    ) in page
    assert page.endswith(
        '<script src="/_dateline/preview.js" data-version="v1" defer></script>'
        '<script src="/_dateline/livereload.js?host=localhost&amp;port=5500&amp;maxdelay=2000" defer>'
        "</script></head>"
    )


@pytest.mark.parametrize(
    ("policy", "becomes"),
    [
        ("script-src 'none'", "script-src 'self'"),
        ("script-src 'sha256-x='", "script-src 'sha256-x=' 'self'"),
        ("default-src 'self'", "default-src 'self'; script-src 'self'"),
        ("img-src 'self'", "img-src 'self'"),
    ],
)
def test_a_policy_is_loosened_no_more_than_it_must(policy: str, becomes: str) -> None:
    page = inject(
        f'<meta http-equiv=content-security-policy content="{policy}">'.encode(), "h:1", ""
    ).decode()
    assert f'content="{becomes}' in page


@pytest.mark.parametrize(
    "page", ["<HTML><HEAD ><title>x</title></HEAD ><body>", "<title>x</title><body class=y>", "text", ""]
)
def test_the_scripts_find_a_place_on_any_page(page: str) -> None:
    assert inject(page.encode(), "localhost:1", "").count(b"<script") == 2


def test_a_policy_in_the_text_of_a_page_is_not_touched() -> None:
    page = b"<head></head><body>&lt;meta http-equiv=Content-Security-Policy content=&quot;x&quot;&gt;"
    assert inject(page, "h:1", "").endswith(page.removeprefix(b"<head>"))


@pytest.mark.parametrize(
    ("host", "parts"),
    [("localhost:5500", ("localhost", 5500)), ("[::1]:8", ("[::1]", 8)), ("[::1]", ("[::1]", 80))],
)
def test_a_host_is_split_from_its_port(host: str, parts: tuple[str, int]) -> None:
    assert split_host(host) == parts
