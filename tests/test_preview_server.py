"""The preview's server over real sockets: who is answered, with what, and what comes of saves."""

import asyncio
import json
import socket
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from time import monotonic, sleep

import pytest
from click.testing import CliRunner
from tornado.websocket import websocket_connect

from dateline.cli import commands
from dateline.preview import Preview
from dateline.preview.serving import listen
from dateline.problems import UserError
from previewing import PATIENCE, Served, previewed, replace_in, small_site

EVENTS = "content/events"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = small_site(tmp_path_factory.mktemp("served") / "site")
    (root.parent / "secret.txt").write_text("secret")
    with previewed(root) as running:
        yield running


def ask(served: Served, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    port = int(served.address.split(":")[2].split("/")[0])
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def test_the_site_stands_under_its_published_path(served: Served) -> None:
    assert served.address.endswith("/footbridge/")
    response, _ = ask(served, "/")
    assert (response.status, response.headers["Location"]) == (302, "/footbridge/")
    response, page = ask(served, "/footbridge/")
    assert response.status == 200 and b"The Millbrook footbridge" in page
    response, _ = ask(served, "/footbridge/events/bridge-opens")
    assert (response.status, response.headers["Location"]) == (301, "/footbridge/events/bridge-opens/")


def test_a_missing_page_is_the_sites_own_with_status_404(served: Served) -> None:
    response, page = ask(served, "/footbridge/nothing/here/")
    assert response.status == 404 and b"No such page" in page
    assert ask(served, "/nothing")[0].status == 404


def test_types_are_right_and_nothing_is_kept(served: Served) -> None:
    response, _ = ask(served, "/footbridge/static/style.css?livereload=1")
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert ask(served, "/footbridge/data/timeline.json")[0].headers["Content-Type"] == "application/json"


def test_head_has_no_body_and_other_methods_are_refused(served: Served) -> None:
    response, page = ask(served, "/footbridge/", "HEAD")
    assert response.status == 200 and page == b"" and int(response.headers["Content-Length"]) > 1000
    assert ask(served, "/footbridge/", "POST")[0].status == 405


@pytest.mark.parametrize(
    "path",
    [
        "/footbridge/../../secret.txt",
        "/footbridge/..%2f..%2fsecret.txt",
        "/footbridge/%2e%2e/%2e%2e/secret.txt",
        "/footbridge/..\\..\\secret.txt",
        "//etc/passwd",
        "/footbridge//etc/passwd",
        "/footbridge/site.py",
        "/footbridge/../site.py",
        "/footbridge/snapshots/echo.txt",
        "/footbridge/%00",
        "/footbridge/%ff%fe",
        "/_dateline/../serving.py",
        "/_dateline/preview.py",
        "/forcereload",
    ],
)
def test_nothing_outside_the_site_is_served(served: Served, path: str) -> None:
    response, page = ask(served, path)
    assert response.status == 404
    assert b"secret" not in page and b"root:" not in page and b"from dateline" not in page


@pytest.mark.parametrize(
    "path", ["/footbridge/", "/_dateline/news.json", "/_dateline/livereload.js", "/livereload"]
)
def test_who_comes_by_another_name_is_refused(served: Served, path: str) -> None:
    response, page = ask(served, path, Host="evil.example")
    assert (response.status, page) == (
        403,
        b"This preview answers to the addresses of its own machine only.\n",
    )
    assert ask(served, path, Host="evil.example:5500")[0].status == 403


HANDSHAKE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def test_the_socket_is_open_to_our_own_pages_only(served: Served) -> None:
    own = served.address.split("/footbridge/")[0]
    for origin, status in (
        ("http://evil.example", 403),
        ("null", 403),
        ("http://127.0.0.1:1", 403),
        (own, 101),
    ):
        assert ask_socket(served, Origin=origin) == status


@pytest.mark.parametrize(
    "said", ["", "hello", "[]", "{}", '{"command": 5}', "[" * 100_000, b"\xff", b"{}"], ids=range(8)
)
def test_what_is_no_message_of_livereloads_closes_the_socket(
    served: Served, said: str | bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async def talk() -> int | None:
        address = served.address.replace("http", "ws").split("/footbridge/")[0] + "/livereload"
        line = await websocket_connect(address)
        await line.write_message(said, binary=isinstance(said, bytes))
        assert await asyncio.wait_for(line.read_message(), PATIENCE) is None
        line.close()
        return line.close_code

    assert asyncio.run(talk()) == 1007
    assert not caplog.records


def ask_socket(served: Served, **headers: str) -> int:
    """The status that an opening of the socket is answered with."""
    host, port = served.address.removeprefix("http://").split("/")[0].split(":")
    lines = [f"{name}: {value}" for name, value in ({"Host": f"{host}:{port}"} | HANDSHAKE | headers).items()]
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall("\r\n".join(["GET /livereload HTTP/1.1", *lines, "", ""]).encode())
        return int(line.recv(1024).split()[1])


def news(served: Served) -> dict[str, object]:
    loaded = json.loads(ask(served, "/_dateline/news.json")[1])
    assert isinstance(loaded, dict)
    return loaded


def test_a_broken_save_is_listed_and_the_last_good_pages_stay(served: Served) -> None:
    path = served.root / EVENTS / "bridge-opens.md"
    replace_in(path, "status: reported", "status: reportde")
    served.built()
    told = news(served)
    assert told["problems"] == [
        {
            "path": "content/events/bridge-opens.md",
            "line": 3,
            "column": 9,
            "severity": "error",
            "message": '"reportde" is not a status.',
            "hint": 'Did you mean "reported"?',
        }
    ]
    assert ask(served, "/footbridge/events/bridge-opens/")[0].status == 200
    replace_in(path, "reportde", "reported")
    served.built()
    assert news(served)["problems"] == []


def test_five_files_saved_at_once_make_one_build(served: Served) -> None:
    for name in ("bridge-opens", "bridge-closes", "bridge-rebuilt"):
        replace_in(
            served.root / EVENTS / f"{name}.md", "actors: [Millbrook Council]", "actors: [The Council]"
        )
    for name in ("one", "two"):
        (served.root / "content/pages" / f"{name}.md").write_text(f"---\ntitle: {name}\n---\nText.\n")
    built = served.built()
    assert len(built.saved) == 5
    assert ask(served, "/footbridge/actors/the-council/")[0].status == 200
    assert ask(served, "/footbridge/one/")[0].status == 200
    assert served.rounds.empty()


def test_what_is_saved_during_a_build_makes_the_next(served: Served) -> None:
    path = served.root / EVENTS / "bridge-opens.md"
    for title in ("First", "Second", "Third"):
        text = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([text[0], f"title: {title}", *text[2:]]), encoding="utf-8")
        if title != "Third":
            served.built()
    served.until(lambda built: b"<h1>Third</h1>" in built.edition.files["events/bridge-opens/index.html"])
    assert b"<h1>Third</h1>" in ask(served, "/footbridge/events/bridge-opens/")[1]


def test_requests_are_answered_while_a_build_runs(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    from dateline.preview import edition

    begun, asked, prepare = Event(), Event(), edition.prepare

    def slow(*arguments: object, **named: object) -> object:
        begun.set()
        assert asked.wait(10), "the request waited for the build"
        return prepare(*arguments, **named)

    monkeypatch.setattr(edition, "prepare", slow)
    replace_in(served.root / EVENTS / "bridge-closes.md", "title: The", "title: How the")
    assert begun.wait(10)
    assert ask(served, "/footbridge/")[0].status == 200
    asked.set()
    served.built()


def test_a_page_that_nobody_asked_for_is_made_and_its_fault_is_told(served: Served) -> None:
    template = served.root / "templates/event.html.jinja"
    template.parent.mkdir(exist_ok=True)
    template.write_text(
        '{% extends "theme/event.html.jinja" %}{% block main %}'
        "{{ super() }}{% if title == 'Untold' %}{{ nothing }}{% endif %}{% endblock %}"
    )
    served.until(lambda built: built.saved == ("templates/event.html.jinja",))
    wait_until(lambda: served.edition.files.complete)
    page = "/footbridge/events/bridge-closes/"
    last = ask(served, page)[1]
    replace_in(served.root / EVENTS / "bridge-closes.md", "title:", "title: Untold #")
    assert not served.built().edition.problems
    found = served.built()
    assert found.saved == () and served.edition.version == news(served)["version"]
    assert [str(problem) for problem in found.edition.problems] == [
        'templates/event.html.jinja:1: error: nothing here is called "nothing".'
    ]
    assert len(news(served)["problems"]) == 1
    assert ask(served, page)[1].count(b"<h1>") == last.count(b"<h1>") == 1
    replace_in(served.root / EVENTS / "bridge-closes.md", "title: Untold #", "title:")
    assert not served.built().edition.problems
    template.unlink()
    served.built()


def test_a_fault_on_the_page_that_is_asked_for_is_told_at_once(served: Served) -> None:
    template = served.root / "templates/essay.html.jinja"
    template.parent.mkdir(exist_ok=True)
    template.write_text(
        '{% extends "theme/essay.html.jinja" %}{% block main %}'
        "{{ super() }}{% if title == 'Untold' %}{{ nothing }}{% endif %}{% endblock %}"
    )
    served.until(lambda built: built.saved == ("templates/essay.html.jinja",))
    path = served.root / "content/pages/method.md"
    before = ask(served, "/footbridge/method/")[1]
    replace_in(path, "title:", "title: Untold #")
    served.until(lambda built: built.saved == ("content/pages/method.md",))
    answered, body = ask(served, "/footbridge/method/")
    assert answered.status == 200 and len(body) == len(before)
    found = served.until(lambda built: bool(built.edition.problems))
    assert [problem.severity for problem in found.edition.problems] == ["error"]
    replace_in(path, "title: Untold #", "title:")
    template.unlink()
    served.until(lambda built: not built.edition.problems)


def wait_until(holds: Callable[[], bool]) -> None:
    until = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < until, "it never came to pass"
        sleep(0.02)


def test_another_base_path_in_site_py_moves_the_preview(served: Served) -> None:
    replace_in(served.root / "site.py", "example.org/footbridge/", "example.org/bridge/")
    served.until(lambda built: built.edition.base == "/bridge/")
    assert ask(served, "/")[0].headers["Location"] == "/bridge/"
    replace_in(served.root / "site.py", "example.org/bridge/", "example.org/footbridge/")
    served.until(lambda built: built.edition.base == "/footbridge/")


def test_a_port_that_is_taken_gives_way_to_the_next() -> None:
    first, number = listen("127.0.0.1", 5600)
    second, other = listen("127.0.0.1", number)
    assert other > number
    first.close()
    second.close()


def test_a_port_that_is_taken_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run(preview: Preview, host: str, port: int) -> None:
        preview._ready(f"http://{host}:{port + 1}/footbridge/")

    monkeypatch.setattr(Preview, "run", run)
    asked = CliRunner().invoke(commands, ["serve", "--port", "5544"], obj=Path())
    assert asked.stderr == "dateline: port 5544 is taken; using 5545.\n"
    assert asked.stdout.startswith("http://127.0.0.1:5545/footbridge/  (")
    assert CliRunner().invoke(commands, ["serve", "--port", "0"], obj=Path()).stderr == ""


def test_a_host_that_is_not_ours_is_a_message() -> None:
    with pytest.raises(UserError, match=r'"no\.such\.host\.invalid" is no address of this machine\.'):
        listen("no.such.host.invalid", 5600)
    with pytest.raises(UserError, match=r"cannot listen on 203\.0\.113\.9, port 5600: cannot assign"):
        listen("203.0.113.9", 5600)


def test_no_site_is_a_message_and_misuse(tmp_path: Path) -> None:
    from dateline.cli import main

    assert main(["serve"], root=tmp_path) == 2


def test_the_command_says_its_options() -> None:
    told = CliRunner().invoke(commands, ["serve", "--help"]).output
    assert all(option in told for option in ("--host", "--port", "--open"))
