"""A publication puts exactly the built site on the branch, and touches nothing else."""

import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from dateline.addresses import is_page
from dateline.build import build
from dateline.cli import main
from forge import GITHUB, ME, SERVED, Forge, git, make_forge, remember_builds
from serving import Folder, serving_folder

Capture = pytest.CaptureFixture[str]
EVENT = "content/events/bridge-opens.md"


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forge:
    for name, value in ME.items():
        monkeypatch.setenv(name, value)
    remember_builds(monkeypatch)
    return make_forge(tmp_path)


def title_of(forge: Forge) -> str:
    line = next(line for line in (forge.root / EVENT).read_text().splitlines() if line.startswith("title:"))
    return line.removeprefix("title: ")


def test_the_branch_holds_the_built_site_byte_for_byte(forge: Forge, tmp_path: Path) -> None:
    forge.publish()
    build(forge.root)
    built = forge.root / "build"
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(forge.bare), "clone")
    ours = {p.relative_to(built).as_posix(): p.read_bytes() for p in built.rglob("*") if p.is_file()}
    clone = tmp_path / "clone"
    theirs = {p.relative_to(clone).as_posix(): p.read_bytes() for p in clone.rglob("*") if p.is_file()}
    ours.pop(".dateline")  # the builder's own list of what it wrote
    assert ours == {path: content for path, content in theirs.items() if not path.startswith(".git/")}
    assert {".nojekyll", "404.html", "index.html", "data/timeline.json"} <= ours.keys()


def test_a_remote_that_is_pushed_to_elsewhere_is_compared_there(forge: Forge, tmp_path: Path) -> None:
    forge.publish()
    elsewhere = tmp_path / "elsewhere.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(forge.bare), str(elsewhere))
    git(elsewhere, "branch", "-D", "gh-pages")
    git(forge.root, "remote", "set-url", "--push", "origin", str(elsewhere))
    assert forge.publish().first
    assert git(elsewhere, "ls-tree", "--name-only", "gh-pages", "index.html") == "index.html"
    assert not forge.publish().changes


def test_nothing_else_in_the_repository_is_touched(forge: Forge) -> None:
    (forge.root / "notes.txt").write_text("not committed")
    git(forge.root, "add", "notes.txt")
    before = forge.untouchables()
    forge.publish()
    assert forge.untouchables() == before
    assert not (forge.root / "build").exists()
    assert git(forge.root, "branch", "--format=%(refname:short)") == "main"
    assert git(forge.root, "status", "--porcelain") == "A  notes.txt"


def test_a_commit_says_what_was_published_and_from_what(forge: Forge) -> None:
    source = git(forge.root, "rev-parse", "HEAD")
    done = forge.publish()
    assert forge.tip() == done.commit
    assert git(forge.bare, "log", "-1", "--format=%an <%ae>%n%B", "gh-pages").splitlines() == [
        "Ada Author <ada@example.org>",
        f"Publish “The Millbrook bridge”: 3 events, 2 sources, "
        f"{len([p for p in done.changes.added if is_page(p)])} pages",
        "",
        f"Made from {source[:7]} on main.",
        "",
        f"Dateline-Source: {source}",
    ]


def test_nothing_is_committed_when_nothing_changed(forge: Forge) -> None:
    first = forge.publish().commit
    again = forge.publish()
    assert (again.commit, bool(again.changes), forge.tip()) == ("", False, first)


def test_a_second_publication_stands_on_the_first(forge: Forge) -> None:
    first = forge.publish().commit
    forge.edit(EVENT, title_of(forge), "The bridge is opened")
    forge.commit()
    second = forge.publish().commit
    assert git(forge.bare, "log", "--format=%H", "gh-pages").split() == [second, first]


def test_a_deleted_event_leaves_the_branch(forge: Forge) -> None:
    forge.publish()
    (forge.root / EVENT).unlink()
    forge.edit("citations.lock", "", "")
    main(["lock"], root=forge.root)
    forge.commit()
    done = forge.publish(allow_warnings=True)
    assert "events/bridge-opens/index.html" in done.changes.removed
    assert "events/bridge-opens/index.html" not in forge.files()


def test_a_dry_run_says_what_would_change_and_changes_nothing(forge: Forge, capsys: Capture) -> None:
    forge.publish()
    forge.edit(EVENT, title_of(forge), "The bridge is opened")
    (forge.root / "content/pages").mkdir(exist_ok=True)
    (forge.root / "content/pages/thanks.md").write_text("---\ntitle: Thanks\n---\nTo all.\n")
    forge.commit()
    tip, before = forge.tip(), forge.untouchables()
    assert main(["publish", "--dry-run"], root=forge.root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  added    thanks/" in lines
    assert "  changed  events/bridge-opens/" in lines
    assert lines[-1].startswith("Would publish to origin/gh-pages: 1 page added, ")
    assert lines[-1].endswith(" Nothing was published.")
    assert (forge.tip(), forge.untouchables()) == (tip, before)


def test_the_report_names_the_branch_the_commit_and_the_address(forge: Forge, capsys: Capture) -> None:
    assert main(["publish"], root=forge.root) == 0
    title, published, seen, once = capsys.readouterr().out.splitlines()
    assert title == "The Millbrook bridge"
    assert published.startswith(f"Published to origin/gh-pages as {forge.tip()[:7]}: ")
    assert seen == f"Readers see it in a minute or two: {SERVED}"
    assert once == "Once, on GitHub: Settings → Pages → Source: Deploy from a branch → gh-pages."
    main(["publish"], root=forge.root)
    assert capsys.readouterr().out.splitlines()[1] == (
        "origin/gh-pages holds exactly this site already: nothing to publish."
    )


def test_another_remote_and_another_branch_can_be_named(forge: Forge, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "mirror.git")
    git(forge.root, "remote", "add", "mirror", str(tmp_path / "mirror.git"))
    forge.publish(remote="mirror", branch="public/site")
    assert forge.tip() == ""
    assert Forge(root=forge.root, bare=tmp_path / "mirror.git").tip("public/site")


def test_a_site_below_the_top_of_its_repository_is_published_alone(forge: Forge) -> None:
    below = forge.root / "stories" / "bridge"
    below.mkdir(parents=True)
    for name in ("content", "site.py", "citations.lock", "snapshots", ".gitignore"):
        if (forge.root / name).exists():
            (forge.root / name).rename(below / name)
    forge.commit()
    (forge.root / "elsewhere.txt").write_text("not of the site")
    done = Forge(root=below, bare=forge.bare).publish()
    assert "index.html" in done.changes.added
    assert done.notes == ()


# What is said, and does not stop it


def test_files_that_are_not_committed_are_published_and_told(forge: Forge) -> None:
    forge.edit(EVENT, title_of(forge), "The bridge is opened")
    done = forge.publish()
    note = "1 file is changed and not committed: the site was made from the folder as it is."
    assert done.notes == (note,)
    assert note in git(forge.bare, "log", "-1", "--format=%b", "gh-pages")
    assert b"The bridge is opened" in forge.files()["events/bridge-opens/index.html"]


def test_what_is_left_of_the_example_is_told(forge: Forge) -> None:
    forge.edit("site.py", "A. Writer", "Your name")
    forge.edit("content/pages/method.md", "\nTold anew.\n", "")
    forge.commit()
    assert forge.publish().notes == (
        "Still from the example: author in site.py and content/pages/method.md. "
        "Write your own, or delete them.",
    )


def test_a_detached_head_is_told(forge: Forge) -> None:
    git(forge.root, "switch", "--quiet", "--detach")
    commit = git(forge.root, "rev-parse", "HEAD")
    assert forge.publish().notes == (f"No branch is checked out: HEAD is detached at {commit[:7]}.",)
    assert f"Made from {commit[:7]}.\n" in git(forge.bare, "log", "-1", "--format=%b", "gh-pages")


def test_a_repository_without_a_commit_is_told(forge: Forge) -> None:
    git(forge.root, "update-ref", "-d", "HEAD")
    note = "This repository has no commit yet: the site was made from files that only this folder holds."
    assert forge.publish().notes == (note,)
    assert not forge.publish().changes, "and the next publication knows its own branch"


def test_drafts_stay_at_home_and_are_counted(forge: Forge) -> None:
    forge.edit(EVENT, "status:", "draft: true\nstatus:")
    forge.commit()
    done = forge.publish(allow_warnings=True)
    assert done.notes == ("1 draft was left out.",)
    assert "events/bridge-opens/index.html" not in forge.files()


# The domain


def test_a_declared_domain_is_written_every_time(forge: Forge) -> None:
    forge.edit("site.py", f'"{SERVED}"', '"https://bridge.example.org/", cname="bridge.example.org"')
    forge.commit()
    forge.publish()
    assert forge.files()["CNAME"] == b"bridge.example.org\n"
    forge.edit(EVENT, title_of(forge), "The bridge is opened")
    forge.publish()
    assert forge.files()["CNAME"] == b"bridge.example.org\n"


def test_a_domain_that_was_set_on_github_is_kept(forge: Forge, tmp_path: Path) -> None:
    forge.publish()
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(forge.bare), "web")
    (tmp_path / "web" / "CNAME").write_text("bridge.example.org")
    git(tmp_path / "web", "add", "CNAME")
    git(tmp_path / "web", "commit", "--quiet", "--message", "Create CNAME")
    git(tmp_path / "web", "push", "--quiet")
    done = forge.publish()
    assert [str(problem) for problem in done.problems] == [
        f'site.py: warning: url="{SERVED}" is not where GitHub Pages will serve this site, '
        'as the file CNAME on the branch says. Write url="https://bridge.example.org/".'
    ]
    assert done.stopped
    forge.edit("site.py", SERVED, "https://bridge.example.org/")
    done = forge.publish()
    assert done.notes[-1] == (
        "The domain bridge.example.org of the branch was kept. To have it in site.py, too, write "
        'cname="bridge.example.org".'
    )
    assert forge.files()["CNAME"] == b"bridge.example.org\n"


# Settings of the author's that must not matter


SETTINGS = {
    "commit.gpgSign": "true",
    "core.abbrev": "4",
    "core.autocrlf": "true",
    "core.quotePath": "true",
    "diff.external": "false",
    "diff.renames": "copies",
    "fetch.prune": "true",
    "i18n.commitEncoding": "ISO-8859-1",
    "log.showSignature": "true",
    "push.default": "nothing",
    "push.followTags": "true",
    "push.recurseSubmodules": "only",
}


def test_an_authors_settings_of_git_do_not_matter(forge: Forge) -> None:
    for name, value in SETTINGS.items():
        git(forge.root, "config", name, value)
    git(forge.root, "tag", "--annotate", "v1", "--message", "one")
    forge.publish()
    forge.edit(EVENT, title_of(forge), "The bridge is opened")
    done = forge.publish()
    assert forge.tip() == done.commit
    assert git(forge.bare, "for-each-ref", "--format=%(refname)") == "refs/heads/gh-pages"
    assert git(forge.bare, "log", "-1", "--format=%s", "gh-pages").startswith(
        "Publish “The Millbrook bridge”: "
    )
    assert b"\r" not in forge.files()["index.html"]


def test_attributes_do_not_change_what_is_published(forge: Forge) -> None:
    (forge.root / ".gitattributes").write_text("*.html text eol=crlf filter=lfs\n*.css export-ignore\n")
    forge.commit()
    forge.publish()
    assert b"\r" not in forge.files()["index.html"]


def test_it_can_be_started_from_a_hook(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    assert forge.publish().commit


def test_a_shallow_clone_publishes(forge: Forge, tmp_path: Path) -> None:
    forge.publish()
    forge.commit()
    forge.edit(EVENT, title_of(forge), "The bridge is opened")
    forge.commit()
    git(forge.root, "push", "--quiet", "origin", "main")
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=main", forge.bare.as_uri(), "shallow")
    git(tmp_path / "shallow", "config", f"url.{forge.bare}.insteadOf", GITHUB)
    git(tmp_path / "shallow", "remote", "set-url", "origin", GITHUB)
    done = Forge(root=tmp_path / "shallow", bare=forge.bare).publish()
    assert forge.tip() == done.commit


def test_a_local_branch_of_the_same_name_is_left_alone(forge: Forge) -> None:
    git(forge.root, "branch", "gh-pages")
    before = git(forge.root, "rev-parse", "gh-pages")
    forge.publish()
    assert git(forge.root, "rev-parse", "gh-pages") == before


def test_a_lock_that_a_killed_git_left_behind_does_not_matter(forge: Forge) -> None:
    forge.publish()
    for name in ("index.lock", "refs/remotes/origin/gh-pages.lock"):
        (forge.root / ".git" / name).touch()
    forge.edit(EVENT, title_of(forge), "The bridge is opened")
    done = forge.publish()
    assert forge.tip() == done.commit


# As a reader meets it


class Host(Folder):
    """Pages: the clone stands under the project's path, and nothing else is there."""

    def do_GET(self) -> None:
        if self.path.startswith("/bridge/"):
            self.path = self.path.removeprefix("/bridge")
            super().do_GET()
        else:
            self.send_error(404)


@pytest.fixture
def host(forge: Forge, tmp_path: Path) -> Iterator[str]:
    forge.publish()
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(forge.bare), "served")
    with serving_folder(tmp_path / "served", Host) as address:
        yield f"{address}bridge/"


def fetch(address: str) -> tuple[int, str, bytes]:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    found = answer.status, answer.headers.get_content_type(), answer.read()
    connection.close()
    return found


def links_of(address: str, page: bytes) -> Iterator[str]:
    soup = BeautifulSoup(page, "html.parser")
    for tag, attribute in (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src")):
        for element in soup.find_all(tag):
            if element.get(attribute):
                yield urljoin(address, str(element[attribute])).partition("#")[0]


def test_every_page_of_the_clone_is_reached_under_the_projects_path(host: str, forge: Forge) -> None:
    seen: dict[str, int] = {}
    waiting = [host]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        status, kind, content = fetch(address)
        seen[address] = status
        if kind == "text/html" and status == 200:
            here = urlsplit(host).netloc
            followed = (link.replace(SERVED, host) for link in links_of(address, content))
            waiting.extend(link for link in followed if urlsplit(link).netloc == here)
    assert {address: status for address, status in seen.items() if status != 200} == {}
    assert all(address.startswith(host) for address in seen), "no link leaves the project's path"
    pages = {path.removesuffix("index.html") for path in forge.files() if path.endswith("index.html")}
    widgets = {page for page in pages if page.startswith("embed/")}
    assert {host + page for page in pages - widgets} <= seen.keys()
    assert {fetch(host + page)[0] for page in widgets} == {200}, "other people link to widgets, not we"


@pytest.mark.browser
def test_a_browser_walks_the_clone(host: str) -> None:
    import shutil

    sync_api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        failed: list[str] = []
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.on("pageerror", lambda error: failed.append(str(error)))
        page.goto(host)
        page.locator("a[href*='events/bridge-closes/']").first.click()
        page.wait_for_url(f"{host}events/bridge-closes/**")
        assert "footbridge" in page.locator("h1").inner_text()
        page.goto(host)
        assert page.evaluate("getComputedStyle(document.body).fontFamily"), "the style sheet is there"
        assert failed == []
        browser.close()


def test_python_site_py_publishes_the_same(forge: Forge) -> None:
    import os
    import sys

    done = subprocess.run(
        [sys.executable, "site.py", "publish"],
        cwd=forge.root, env=os.environ | ME, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert f"as {forge.tip()[:7]}:" in done.stdout
