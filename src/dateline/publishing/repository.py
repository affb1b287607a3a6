"""What must be known of a site's repository before anything is published from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.files import typed
from dateline.problems import UserError
from dateline.publishing.git import Git, GitError
from dateline.publishing.hosting import pages_address
from dateline.publishing.refusals import explain
from dateline.text import suggest


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A repository that can be published from."""

    git: Git
    remote: str
    tip_at: str
    """Where that branch is fetched: from the remote, or from the other address that pushes go to."""
    served: str
    """Where Pages serves what is pushed to the remote; empty when that is not on GitHub."""
    commit: str
    """The full hash of the commit at hand; empty before the first one."""
    on: str
    """The branch that is checked out; empty for a detached HEAD."""

    def uncommitted(self, output: str) -> int:
        """How many files of the site differ from the commit, what `output` holds aside."""
        found = self.git.run("status", "--porcelain", "-z", "--no-renames", "--", ".", f":(exclude){output}")
        return found.count(b"\0")


def open_repository(root: Path, remote: str, branch: str) -> Repository:
    """The repository that holds the site; raises UserError when nothing can be published from it.

    `branch` must be one that is checked out nowhere: moving it would pull the ground from under a folder.
    """
    git = Git(folder=root)
    _require_repository(git)
    addresses = _addresses_of(git, remote)
    _require_free(git, branch)
    return Repository(
        git=git,
        remote=remote,
        tip_at=remote if git.ask("remote", "get-url", "--", remote) == addresses[0] else addresses[0],
        served=next(filter(None, map(pages_address, addresses)), ""),
        commit=git.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}") or "",
        on=git.ask("symbolic-ref", "--quiet", "--short", "HEAD") or "",
    )


def _require_repository(git: Git) -> None:
    if not git.folder.is_dir():
        raise UserError(f'there is no folder "{git.folder}".')
    try:
        inside = git.line("rev-parse", "--is-inside-work-tree")
    except GitError as error:
        if "not a git repository" not in error.words:
            raise explain(error) from error
        inside = "false"
        _require_whole(git.folder.resolve())
    if inside != "true":
        raise UserError(
            f'"{git.folder.resolve().name}" is not in a git repository, so there is nowhere to publish from. '
            "Make one and tell it where it lives on GitHub: git init, then "
            "git remote add origin https://github.com/USER/REPOSITORY.git"
        )


def _require_whole(folder: Path) -> None:
    """Raises UserError where there is a repository, though git takes it for none."""
    for above in (folder, *folder.parents):
        if (above / ".git").exists():
            raise UserError(
                f"{above / '.git'} is there, but git can make nothing of it: this repository is damaged. "
                "A fresh clone beside it, with your files copied over, often helps."
            )


def _addresses_of(git: Git, remote: str) -> tuple[str, ...]:
    """As git reaches it, and as it was written: a setting `insteadOf` makes them two."""
    if reached := git.ask("remote", "get-url", "--push", "--", remote):
        return reached, git.ask("config", "--get", f"remote.{remote}.url") or ""
    known = (git.ask("remote") or "").split()
    if not known:
        raise UserError(
            "this repository has no remote to publish to. Make a repository on GitHub, then: "
            f"git remote add {remote} https://github.com/USER/REPOSITORY.git"
        )
    hint = suggest(remote, known) or f"Write --remote {known[0]}."
    raise UserError(f'there is no remote "{remote}"; there is {" and ".join(known)}. {hint}')


def _require_free(git: Git, branch: str) -> None:
    if git.ask("check-ref-format", f"refs/heads/{branch}") is None:
        raise UserError(
            f'"{branch}" cannot be the name of a branch. Write --branch gh-pages, or leave it out.'
        )
    holder = _checked_out_in(git, branch)
    if holder and not git.folder.resolve().is_relative_to(holder.resolve()):
        there = typed(holder)
        raise UserError(
            f"{branch} is checked out in {there}, which would fall behind what is published. "
            f"Let go of it there: git -C {there} switch --detach. Or choose another with --branch."
        )
    if holder:
        raise UserError(
            f"{branch} is checked out here: it holds what the site is made from, and that would be replaced. "
            "Choose another with --branch, or check out the branch that holds your content: git switch main"
        )


def _checked_out_in(git: Git, branch: str) -> Path | None:
    """The folder in which this branch is checked out, of all that share the repository."""
    for told in (git.ask("worktree", "list", "--porcelain") or "").split("\n\n"):
        first, *more = told.splitlines() or [""]
        if f"branch refs/heads/{branch}" in more:
            return Path(first.removeprefix("worktree "))
    return None
