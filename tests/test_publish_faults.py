"""Thirty-odd faults of a publication: each is told, nothing is lost, and once mended it succeeds."""

import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from conftest import ROOT
from dateline.cli import main
from dateline.publishing import hosting
from dateline.publishing.git import GitError
from dateline.publishing.refusals import explain
from faults import EVENT, FAULTS, Fault, Scene
from forge import ME, git, make_forge, remember_builds
from serving import serving

Capture = pytest.CaptureFixture[str]


class Web(BaseHTTPRequestHandler):
    """A web server that answers with the status its path begins with."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.split("/")[1]))
        self.send_header("WWW-Authenticate", 'Basic realm="GitHub"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    with serving(Web) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: str) -> Scene:
    for name, value in ME.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("NO_PROXY", "*")
    remember_builds(monkeypatch)
    return Scene(make_forge(tmp_path), tmp_path, monkeypatch, web)


def matches(line: str, pattern: str) -> bool:
    """Whether the line is the pattern, in which `…` stands for anything."""
    parts = pattern.split("…")
    at = 0
    for part in parts:
        found = line.find(part, at)
        if found < 0 or (at == 0 and found > 0):
            return False
        at = found + len(part)
    return pattern.endswith("…") or at == len(line)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_told_loses_nothing_and_can_be_mended(fault: Fault, scene: Scene, capsys: Capture) -> None:
    forge = scene.forge
    if fault.published:
        forge.publish()
        forge.edit(EVENT, "title: ", "title: Once more, ")
        forge.commit("Once more")
    fault.breaks(scene)
    before = forge.untouchables()
    refs = git_refs(scene.bare)
    capsys.readouterr()

    code = main(["publish", *fault.options], root=scene.root)

    out, err = capsys.readouterr()
    assert matches(err.splitlines()[-1], fault.says), err
    assert (code in (1, 2), out) == (True, "")
    assert "secret" not in err
    if fault.name != "a remote that moves while we push":
        assert git_refs(scene.bare) == refs
    assert forge.untouchables() == before

    fault.mends(scene)
    assert main(["publish", *fault.way_out], root=scene.root) == 0, capsys.readouterr().err
    assert (
        "already" if fault.mends is Scene.pull else "Published to origin/gh-pages"
    ) in capsys.readouterr().out
    if refs.get("refs/heads/gh-pages", "1" * 40) != "1" * 40:
        git(scene.bare, "merge-base", "--is-ancestor", refs["refs/heads/gh-pages"], "gh-pages")


def git_refs(bare: Path) -> dict[str, str]:
    """Of the remote, read without git, which may be missing or may mind what it reads."""
    return {
        path.relative_to(bare).as_posix(): path.read_text().strip()
        for path in sorted((bare / "refs").rglob("*"))
        if path.is_file()
    }


def test_there_are_thirty_of_them() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 30


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: Capture) -> None:
    assert main(["publish"], root=tmp_path / "nowhere") == 2
    assert capsys.readouterr().err == f'dateline: there is no folder "{tmp_path / "nowhere"}".\n'


# What is told of places in the site


def test_sizes_are_told_with_the_file_and_the_figure() -> None:
    sizes = {"index.html": 10_000, "static/a.mp4": 150 * 1024**2, "static/b.mp4": 900 * 1000**2}
    assert [str(problem) for problem in hosting.check_files(sizes)] == [
        "static/a.mp4: error: this file has 150 MB, and GitHub accepts no file over 100 MB. "
        "Put it elsewhere and link to it, or make it smaller.",
        "static/b.mp4: error: this file has 858 MB, and GitHub accepts no file over 100 MB. "
        "Put it elsewhere and link to it, or make it smaller.",
        "site.py: error: the site has 1.06 GB, and GitHub Pages serves no more than 1 GB. "
        "The largest of its files is static/b.mp4, 900 MB.",
    ]
    assert hosting.check_files({"static/a.bin": 100 * 1024**2}) == ()


# What cannot be brought about here, in the words of those who met it

WORDS = {
    "fatal: write error: No space left on device": "the disk is full, so git cannot write.",
    "error: insufficient permission for adding an object to repository database "
    ".git/objects": "git cannot write to this repository's .git folder.",
    "fatal: loose object 5f3a (stored in .git/objects/5f/3a) is corrupt": "this repository is damaged.",
    "remote: error: GH001: Large files detected.\n! [remote rejected]": "GitHub accepts no file over 100 MB.",
    "error: remote unpack failed: unpack-objects abnormal exit": "origin could not store the site;",
    "ERROR: Repository not found.\nfatal: Could not read from remote repository.": "there is no "
    "repository at",
    "remote: Permission to a/b.git denied to c.\nfatal: unable to access: The requested URL returned "
    "error: 403": "your account may not write to origin.",
    "fatal: detected dubious ownership in repository at '/srv/site'": "git does not trust this folder,",
    "error: RPC failed; curl 92 HTTP/2 stream 5 was not closed cleanly\nfatal: early "
    "EOF": "the connection to origin broke off.",
    "ssh: connect to host github.com port 22: Connection timed out\nfatal: Could not read from "
    "remote": "origin cannot be reached.",
    "remote: error: GH013: Repository rule violations found for refs/heads/gh-pages.": "origin refuses "
    "the push.",
    "fatal: something new": "git push failed. It says: something new",
    "": "git push failed. It says: nothing.",
}


@pytest.mark.parametrize(("words", "meaning"), WORDS.items(), ids=range(len(WORDS)))
def test_gits_words_are_told_in_ours(words: str, meaning: str) -> None:
    told = str(explain(GitError("push", words), "origin", "gh-pages"))
    assert told.startswith(f"nothing was published: {meaning}")


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be divided")
def test_killed_a_hundred_times_the_branch_is_old_or_new_and_the_next_publication_succeeds() -> None:
    """The moments are the same in every run; what a machine does in them is not."""
    bench = ROOT / "bench" / "publish_kills.py"
    done = subprocess.run(
        [sys.executable, str(bench), "--kills", "100", "--whole", "3", "--seed", "6"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | ME,
    )
    assert done.returncode == 0, done.stdout + done.stderr
