"""The faults of a publication: how each comes about, what is told, and what mends it."""

import os
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from dateline.publishing import hosting
from forge import GITHUB, ME, SERVED, Forge, git

EVENT = "content/events/bridge-opens.md"


class Scene:
    """A forge with somebody else about, on a machine that can be bent."""

    def __init__(self, forge: Forge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, web: str) -> None:
        self.forge, self.tmp_path, self.monkeypatch, self.web = forge, tmp_path, monkeypatch, web
        self.root, self.bare = forge.root, forge.bare

    def git(self, *arguments: str) -> str:
        return git(self.root, *arguments)

    def points_to(self, address: str) -> None:
        """The remote leads elsewhere."""
        self.git("remote", "set-url", "origin", address)

    def points_back(self) -> None:
        self.points_to(GITHUB)

    def script(self, path: Path, text: str) -> Path:
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    def ssh_says(self, words: str) -> None:
        """A remote behind an SSH that ends with these words."""
        self.points_to("git@example.org:alice/bridge.git")
        self.monkeypatch.setenv(
            "GIT_SSH_COMMAND", str(self.script(self.tmp_path / "ssh", f"echo '{words}' >&2; exit 255"))
        )

    def server_hook(self, words: str) -> None:
        self.script(self.bare / "hooks" / "pre-receive", f"cat >/dev/null; echo '{words}'; exit 1")

    def no_server_hook(self) -> None:
        (self.bare / "hooks" / "pre-receive").unlink()

    def web_edit(self, path: str, text: str, *, orphan: bool = False) -> None:
        """Somebody commits to the branch on github.com."""
        clone = self.tmp_path / "web"
        shutil.rmtree(clone, ignore_errors=True)
        if orphan:
            git(self.tmp_path, "init", "--quiet", "--initial-branch=gh-pages", "web")
        else:
            git(self.tmp_path, "clone", "--quiet", "--branch=gh-pages", str(self.bare), "web")
        (clone / path).write_text(text)
        git(clone, "add", path)
        git(clone, "commit", "--quiet", "--message", f"Change {path}")
        git(clone, "push", "--quiet", str(self.bare), "HEAD:refs/heads/gh-pages")

    def colleague_publishes(self) -> None:
        """From newer content than ours."""
        theirs = self.forge.theirs(self.tmp_path / "theirs")
        theirs.edit(EVENT, "title: ", "title: At last, ")
        theirs.commit("At last")
        git(theirs.root, "push", "--quiet", "origin", "main")
        theirs.publish()

    def pull(self) -> None:
        self.git("pull", "--quiet", "origin", "main")


def _nothing(scene: Scene) -> None:
    """No mending is needed, or the options do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    name: str
    breaks: Callable[[Scene], object]
    says: str
    """The last line of stderr, whole; `…` stands for anything."""
    mends: Callable[[Scene], object] = _nothing
    options: tuple[str, ...] = ()
    """With which it fails."""
    way_out: tuple[str, ...] = ()
    """With which it succeeds after mending."""
    published: bool = True
    """Whether an earlier state of the site is on the branch."""


def unread_source(scene: Scene) -> None:
    (scene.root / "content/sources/spare.md").write_text("---\ntitle: A spare source\n---\n")


def moves_while_pushing(scene: Scene) -> None:
    """Another commit reaches the branch after we looked and before our push arrives."""
    other = git(scene.bare, "commit-tree", "gh-pages^{tree}", "-p", "gh-pages", "-m", "faster")
    scene.script(
        scene.root / ".git/hooks/pre-push",
        f"unset GIT_DIR; git -C '{scene.bare}' update-ref refs/heads/gh-pages {other}",
    )


def other_worktree(scene: Scene) -> None:
    scene.git("worktree", "add", "--quiet", "-b", "gh-pages", str(scene.tmp_path / "worktree"))


def big_file(scene: Scene) -> None:
    with (scene.root / "static/film.mp4").open("wb") as file:
        file.truncate(101 * 1024**2)


def lost_objects(scene: Scene) -> None:
    """The remote's branch names a commit that the remote no longer has."""
    (scene.bare / "refs/heads").mkdir(parents=True, exist_ok=True)
    (scene.bare / "refs/heads/gh-pages").write_text("1" * 40 + "\n")


def old_tip_back(scene: Scene) -> None:
    (scene.bare / "refs/heads/gh-pages").unlink()


def no_identity(scene: Scene) -> None:
    for name in ME:
        if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER")):
            scene.monkeypatch.delenv(name)
    scene.monkeypatch.delenv("EMAIL", raising=False)


def identity(scene: Scene) -> None:
    for name, value in ME.items():
        scene.monkeypatch.setenv(name, value)


def no_path(scene: Scene) -> None:
    scene.monkeypatch.setenv("PATH", str(scene.tmp_path))


PATH = os.environ["PATH"]
ON_TOP = ("--force",)
FAULTS = (
    Fault(
        name="no git",
        breaks=no_path,
        says="dateline: git is not installed, or not on the PATH. Get it from https://git-scm.com/ and "
        "try again.",
        mends=lambda scene: scene.monkeypatch.setenv("PATH", PATH),
    ),
    Fault(
        name="not a repository",
        breaks=lambda scene: (scene.root / ".git").rename(scene.tmp_path / "away"),
        says='dateline: "bridge" is not in a git repository, so there is nowhere to publish from. Make '
        "one and tell it "
        "where it lives on GitHub: git init, then git remote add origin "
        "https://github.com/USER/REPOSITORY.git",
        mends=lambda scene: (scene.tmp_path / "away").rename(scene.root / ".git"),
    ),
    Fault(
        name="a broken repository",
        breaks=lambda scene: (scene.root / ".git/HEAD").write_text("nonsense\n"),
        says="dateline: …bridge/.git is there, but git can make nothing of it: this repository is damaged. "
        "A fresh clone beside it, with your files copied over, often helps.",
        mends=lambda scene: (scene.root / ".git/HEAD").write_text("ref: refs/heads/main\n"),
    ),
    Fault(
        name="no site",
        breaks=lambda scene: (scene.root / "site.py").rename(scene.tmp_path / "away"),
        says='dateline: there is no site.py in "bridge". Go to a site\'s folder, name it with -C DIR, '
        "or make one: dateline new DIR",
        mends=lambda scene: (scene.tmp_path / "away").rename(scene.root / "site.py"),
    ),
    Fault(
        name="a quotation that is not there",
        breaks=lambda scene: scene.forge.edit(EVENT, "1968", "1967"),
        says="Nothing was published: …",
        mends=lambda scene: scene.forge.edit(EVENT, "1967", "1968"),
    ),
    Fault(
        name="a warning",
        breaks=unread_source,
        says="Nothing was published: 1 warning. Fix what is listed above, or add --allow-warnings.",
        way_out=("--allow-warnings",),
    ),
    Fault(
        name="no remote",
        breaks=lambda scene: scene.git("remote", "remove", "origin"),
        says="dateline: this repository has no remote to publish to. Make a repository on GitHub, then: "
        "git remote add origin https://github.com/USER/REPOSITORY.git",
        mends=lambda scene: scene.git("remote", "add", "origin", GITHUB),
    ),
    Fault(
        name="a remote misspelt",
        breaks=_nothing,
        options=("--remote", "orgin"),
        says='dateline: there is no remote "orgin"; there is origin. Did you mean "origin"?',
    ),
    Fault(
        name="a remote that leads nowhere",
        breaks=lambda scene: scene.points_to(str(scene.tmp_path / "gone.git")),
        says="dateline: nothing was published: there is no repository at the address of origin, or you "
        "may not see it. "
        "Look at it with git remote -v, and correct it: git remote set-url origin ADDRESS",
        mends=Scene.points_back,
    ),
    Fault(
        name="a remote that GitHub does not know",
        breaks=lambda scene: scene.points_to(f"{scene.web}/404/bridge.git"),
        says="dateline: nothing was published: there is no repository at the address of origin, …",
        mends=Scene.points_back,
    ),
    Fault(
        name="the branch of the content",
        breaks=_nothing,
        options=("--branch", "main"),
        says="dateline: main is checked out here: it holds what the site is made from, and that would "
        "be replaced. "
        "Choose another with --branch, or check out the branch that holds your content: git switch main",
    ),
    Fault(
        name="a branch that another worktree has",
        breaks=other_worktree,
        says="dateline: gh-pages is checked out in …worktree, which would fall behind what is published. "
        "Let go of it there: git -C …worktree switch --detach. Or choose another with --branch.",
        mends=lambda scene: scene.git("worktree", "remove", str(scene.tmp_path / "worktree")),
    ),
    Fault(
        name="a branch beside one that goes on after a slash",
        breaks=lambda scene: scene.git("push", "--quiet", str(scene.bare), "HEAD:refs/heads/pages/x"),
        options=("--branch", "pages"),
        says="dateline: nothing was published: origin cannot have pages beside a branch whose name goes on "
        "after a slash, as pages/x does, or is only the part before one. "
        "See which: git ls-remote --heads origin. Choose another with --branch.",
    ),
    Fault(
        name="a branch that cannot be",
        breaks=_nothing,
        options=("--branch", "gh pages"),
        says='dateline: "gh pages" cannot be the name of a branch. Write --branch gh-pages, or leave it out.',
    ),
    Fault(
        name="nobody to commit as",
        breaks=no_identity,
        says="dateline: nothing was published: git does not know whose name to put on the commit. Tell it: "
        'git config --global user.name "YOUR NAME", then git config --global user.email YOU@EXAMPLE.ORG',
        mends=identity,
    ),
    Fault(
        name="a password is asked for",
        breaks=lambda scene: scene.points_to(f"{scene.web}/401/bridge.git"),
        says="dateline: nothing was published: origin does not accept your credentials, or got none. "
        "Sign in once: "
        "gh auth login, or git config --global credential.helper store and a token that may write to "
        "this repository.",
        mends=Scene.points_back,
    ),
    Fault(
        name="a wrong password",
        breaks=lambda scene: scene.points_to(f"{scene.web}/401/bridge.git".replace("://", "://me:secret@")),
        says="dateline: nothing was published: origin does not accept your credentials, …",
        mends=Scene.points_back,
    ),
    Fault(
        name="no right to write",
        breaks=lambda scene: scene.points_to(f"{scene.web}/403/bridge.git"),
        says="dateline: nothing was published: your account may not write to origin. Ask its owner for "
        "write access, "
        "or publish to your own fork with --remote.",
        mends=Scene.points_back,
    ),
    Fault(
        name="a server that breaks down",
        breaks=lambda scene: scene.points_to(f"{scene.web}/500/bridge.git"),
        says="dateline: nothing was published: the host of origin answered with an error of its own. "
        "Try again later; nothing is half done.",
        mends=Scene.points_back,
    ),
    Fault(
        name="nobody listens",
        breaks=lambda scene: scene.points_to("http://127.0.0.1:9/bridge.git"),
        says="dateline: nothing was published: origin cannot be reached. Check your network, then run "
        "the command "
        "again.",
        mends=Scene.points_back,
    ),
    Fault(
        name="a host without an address",
        breaks=lambda scene: scene.points_to("http://nowhere.invalid/bridge.git"),
        says="dateline: nothing was published: origin cannot be reached. …",
        mends=Scene.points_back,
    ),
    Fault(
        name="an unknown SSH key",
        breaks=lambda scene: scene.ssh_says("git@example.org: Permission denied (publickey)."),
        says="dateline: nothing was published: origin does not know your SSH key. "
        "Add it at https://github.com/settings/keys, or load it: ssh-add",
        mends=Scene.points_back,
    ),
    Fault(
        name="an unknown host key",
        breaks=lambda scene: scene.ssh_says("Host key verification failed."),
        says="dateline: nothing was published: this machine does not know the host of origin yet. "
        "Connect once and answer yes: ssh -T git@github.com",
        mends=Scene.points_back,
    ),
    Fault(
        name="a connection that breaks off",
        breaks=lambda scene: scene.ssh_says("client_loop: send disconnect: Broken pipe"),
        says="dateline: nothing was published: the connection to origin broke off. Run the command again; "
        "nothing is half done.",
        mends=Scene.points_back,
    ),
    Fault(
        name="a branch that others made",
        breaks=lambda scene: scene.web_edit("index.html", "Hand-made", orphan=True),
        published=False,
        says="dateline: origin/gh-pages was not made by dateline; its newest commit is “Change "
        "index.html” by "
        "Ada Author, …. Nothing was published. Choose another branch with --branch, or put the site on "
        "top of what "
        "is there with --force.",
        way_out=ON_TOP,
    ),
    Fault(
        name="an edit by hand",
        breaks=lambda scene: scene.web_edit("index.html", "Mended on the web"),
        says="dateline: origin/gh-pages was edited since dateline wrote it: index.html (“Change "
        "index.html” by "
        "Ada Author, …). Nothing was published. Make the same edit in your content, then publish over "
        "it with "
        "--force; the history keeps it.",
        way_out=ON_TOP,
    ),
    Fault(
        name="a remote that moved",
        breaks=Scene.colleague_publishes,
        says="dateline: origin/gh-pages was published from commit …, which is not in what you have "
        "checked out. "
        "Nothing was published. Get it with git pull, or publish over it with --force.",
        mends=Scene.pull,
    ),
    Fault(
        name="a remote that moved, and is published over",
        breaks=Scene.colleague_publishes,
        says="dateline: origin/gh-pages was published from commit …",
        way_out=ON_TOP,
    ),
    Fault(
        name="a history that was rewritten",
        breaks=lambda scene: scene.git(
            "reset", "--soft", scene.git("commit-tree", "HEAD^{tree}", "-m", "In one")
        ),
        says="dateline: origin/gh-pages was published from commit …",
        way_out=ON_TOP,
    ),
    Fault(
        name="a remote that moves while we push",
        breaks=moves_while_pushing,
        says="dateline: nothing was published: origin/gh-pages moved while we were publishing: somebody "
        "else was "
        "faster. Run the command again; it starts from what is there now.",
        mends=lambda scene: (scene.root / ".git/hooks/pre-push").unlink(),
    ),
    Fault(
        name="a hook of our own",
        breaks=lambda scene: scene.script(
            scene.root / ".git/hooks/pre-push", "echo No pushes on Sundays. >&2; exit 1"
        ),
        says="dateline: nothing was published: this repository's own hook pre-push stopped the push. "
        "It says: No pushes on Sundays.",
        mends=lambda scene: (scene.root / ".git/hooks/pre-push").unlink(),
    ),
    Fault(
        name="a rule of the remote",
        breaks=lambda scene: scene.server_hook("Ask the editor first."),
        says="dateline: nothing was published: origin refuses the push. It says: Ask the editor first. "
        "[remote rejected] (pre-receive hook declined)",
        mends=Scene.no_server_hook,
    ),
    Fault(
        name="a protected branch",
        breaks=lambda scene: scene.server_hook(
            "GH006: Protected branch update failed for refs/heads/gh-pages."
        ),
        says="dateline: nothing was published: gh-pages is a protected branch on origin. Let your "
        "account push to it "
        "(Settings → Branches), or choose another with --branch.",
        mends=Scene.no_server_hook,
    ),
    Fault(
        name="a remote that lost its objects",
        breaks=lost_objects,
        published=False,
        says="dateline: nothing was published: …",
        mends=old_tip_back,
    ),
    Fault(
        name="a huge file",
        breaks=big_file,
        says="Nothing was published: 1 error.",
        mends=lambda scene: (scene.root / "static/film.mp4").unlink(),
    ),
    Fault(
        name="a site that is too large",
        breaks=lambda scene: scene.monkeypatch.setattr(hosting, "SITE_LIMIT", 1000),
        says="Nothing was published: 1 error.",
        mends=lambda scene: scene.monkeypatch.setattr(hosting, "SITE_LIMIT", 1000**3),
    ),
    Fault(
        name="an address that is not where Pages serves it",
        breaks=lambda scene: scene.forge.edit("site.py", SERVED, "https://bob.github.io/bridge/"),
        says="Nothing was published: 1 warning. …",
        way_out=("--allow-warnings",),
    ),
    Fault(
        name="a domain that is none",
        breaks=lambda scene: scene.forge.edit(
            "site.py", f'"{SERVED}"', f'"{SERVED}", cname="https://x.org/"'
        ),
        says="Nothing was published: 1 error.",
        mends=lambda scene: scene.forge.edit("site.py", ', cname="https://x.org/"', ""),
    ),
)
