"""A forge on this machine: a site in a repository, and the bare one that it is published to."""

import io
import os
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from dateline.build import Outcome, prepare
from dateline.publishing import Publication, Wishes, publish
from dateline.scaffold import scaffold

ME = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_AUTHOR_NAME": "Ada Author",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada Author",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
}
GITHUB = "https://github.com/alice/bridge.git"
SERVED = "https://alice.github.io/bridge/"


def git(folder: Path, *arguments: str, given: str = "") -> str:
    """What git prints; the test fails when it fails."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        text=True,
        env=os.environ | ME,
        check=False,
    )
    assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
    return done.stdout.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """Both ends of a publication."""

    root: Path
    """The site's folder."""
    bare: Path
    """What `https://github.com/alice/bridge.git` leads to."""

    def publish(self, **wishes: str | bool) -> Publication:
        return publish(self.root, Wishes(**wishes))

    def tip(self, branch: str = "gh-pages") -> str:
        """The published commit; "" before the first."""
        return git(self.bare, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}")

    def history(self) -> list[str]:
        return git(self.bare, "log", "--format=%s", "gh-pages").splitlines()

    def files(self) -> dict[str, bytes]:
        """What is published, by path."""
        packed = subprocess.check_output(["git", "archive", "gh-pages"], cwd=self.bare)
        with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
            return {entry.name: file.read() for entry in tar if (file := tar.extractfile(entry))}

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def commit(self, message: str = "Work") -> str:
        git(self.root, "add", "--all")
        git(self.root, "commit", "--quiet", "--allow-empty", "--message", message)
        return git(self.root, "rev-parse", "HEAD")

    def theirs(self, folder: Path) -> "Forge":
        """Somebody else's clone of the same repository, with the content as it is on the remote."""
        git(self.root, "push", "--quiet", "origin", "HEAD:refs/heads/main")
        git(folder.parent, "clone", "--quiet", "--branch", "main", str(self.bare), str(folder))
        git(folder, "config", f"url.{self.bare}.insteadOf", GITHUB)
        git(folder, "remote", "set-url", "origin", GITHUB)
        return Forge(root=folder, bare=self.bare)

    def untouchables(self) -> dict[str, str]:
        """Digests of what no publication may touch: working tree, index, HEAD, local refs, settings."""
        free = (".git/objects", ".git/refs/remotes", ".git/logs/refs/remotes")
        found = {}
        for folder, within, names in os.walk(self.root):
            at = Path(folder).relative_to(self.root)
            within[:] = [name for name in within if (at / name).as_posix() not in free]
            for name in names:
                found[(at / name).as_posix()] = sha256((self.root / at / name).read_bytes()).hexdigest()
        return found


_BUILT: dict[str, tuple[Outcome, dict[str, bytes]]] = {}


def remember_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same files make the same site: most tests here are about git, and need not render it again."""

    def remembered(root: Path, progress: object = None) -> tuple[Outcome, dict[str, bytes]]:
        digest = sha256()
        for path in sorted(root.rglob("*")):
            if path.is_file() and ".git" not in path.relative_to(root).parts[:1]:
                digest.update(
                    f"{path.relative_to(root)}\0{path.stat().st_size}\0".encode() + path.read_bytes()[: 10**6]
                )
        key = digest.hexdigest()
        if key not in _BUILT:
            _BUILT[key] = prepare(root)
        return _BUILT[key]

    monkeypatch.setattr("dateline.publishing.publication.prepare", remembered)


def make_forge(folder: Path) -> Forge:
    """A scaffolded site, committed, with an empty repository for a remote."""
    model = folder.parent / "a-forge"
    if not model.exists():
        _make_model(model)
    shutil.copytree(model, folder, dirs_exist_ok=True)
    root, bare = folder / "bridge", folder / "bridge.git"
    git(root, "config", f"url.{bare}.insteadOf", GITHUB)
    return Forge(root=root, bare=bare)


def _make_it_theirs(root: Path) -> None:
    """Nothing of the example is left as it was."""
    site = root / "site.py"
    declared = site.read_text(encoding="utf-8")
    for old, new in (("Your name", "A. Writer"), ("A small, invented", "A"), ("footbridge", "bridge")):
        declared = declared.replace(old, new)
    site.write_text(declared, encoding="utf-8")
    for path in (root / "content").rglob("*.md"):
        path.write_text(f"{path.read_text(encoding='utf-8')}\nTold anew.\n", encoding="utf-8")


def _make_model(folder: Path) -> None:
    root = folder / "bridge"
    scaffold(root, date(2026, 1, 2))
    git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "bridge.git")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "remote", "add", "origin", GITHUB)
    forge = Forge(root=root, bare=folder / "bridge.git")
    forge.edit("site.py", "https://example.org/footbridge/", SERVED)
    _make_it_theirs(root)
    forge.commit("A timeline of the footbridge")
