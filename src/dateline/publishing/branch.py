"""The branch that is served, written with git's plumbing: no working tree, no index, no local branch moves.

A site becomes blobs, trees and one commit on top of what the remote has; then one push moves the remote's
branch, at once or not at all. Until then nothing that we wrote can be reached, and git clears it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dateline import addresses
from dateline.publishing.git import Git, GitError

SOURCE: Final = "Dateline-Source"
"""The trailer by which we know our own commits again; its value is the commit the site was made from."""
NO_SIGNATURE: Final = ("-c", "log.showSignature=false")
UNCOMMITTED: Final = "uncommitted"
"""Its value before a repository's first commit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Paths of files by what a publication does to them, each in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paths)

    @property
    def paths(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.added, *self.changed, *self.removed)

    @property
    def other_files(self) -> int:
        """How many of them are not pages: widgets, feeds, pictures, data."""
        return len(self.paths) - len(pages(self.paths))


NO_CHANGES: Final = Changes()


def pages(paths: Iterable[str]) -> tuple[str, ...]:
    """The addresses of those that are pages."""
    return tuple(addresses.address_of(path) or "./" for path in paths if addresses.is_page(path))


def fetch_tip(git: Git, remote: str, branch: str) -> str:
    """The commit that the branch is at in a remote, or at an address, with all it holds; "" for no branch.

    Writes objects only: no ref moves, not even the remote-tracking one, so that a kill leaves no lock behind.
    """
    heads = git.line("ls-remote", "--heads", remote, f"refs/heads/{branch}")
    if not heads:
        return ""
    git.run(
        "fetch", "--quiet", "--refmap=", "--no-tags", "--no-prune", "--no-write-fetch-head",
        "--no-auto-maintenance", "--recurse-submodules=no", remote, f"refs/heads/{branch}",
    )  # fmt: skip
    return heads.split()[0]


def file_at(git: Git, commit: str, path: str) -> bytes | None:
    """The file's bytes in this commit; None when it has no such file."""
    if not commit:
        return None
    try:
        return git.run("cat-file", "blob", f"{commit}:{path}")
    except GitError:
        return None


def last_publication(git: Git, tip: str) -> tuple[str, str]:
    """The newest commit of ours below `tip`, and the commit it was made from; "" and "" for none."""
    trailer = f"%(trailers:key={SOURCE},valueonly,separator=%x20)"
    found = git.line(*NO_SIGNATURE, "log", "-1", f"--grep=^{SOURCE}: ", f"--format=%H {trailer}", tip)
    commit, _, source = found.partition(" ")
    return commit, source.strip()


def changes(git: Git, old: str, new: str) -> Changes:
    """What tells the tree (or commit) `new` from `old`; from nothing when `old` is empty."""
    before = old or git.line("mktree")
    listing = git.run("diff-tree", "-r", "-z", "--no-renames", "--name-status", before, new)
    fields = listing.decode().split("\0")
    listed = list(zip(fields[::2], fields[1::2], strict=False))

    def of(kinds: str) -> tuple[str, ...]:
        return tuple(sorted(path for kind, path in listed if kind in kinds))

    return Changes(added=of("A"), changed=of("MT"), removed=of("D"))


def write_tree(git: Git, files: Mapping[str, bytes]) -> str:
    """The tree that holds exactly these files; the same files give the same tree."""
    folders: dict[str, list[str]] = {"": []}
    for path, blob in zip(files, _write_blobs(git, list(files.values())), strict=True):
        folder, _, name = path.rpartition("/")
        for above in _and_above(folder):
            folders.setdefault(above, [])
        folders[folder].append(f"100644 blob {blob}\t{name}\0")
    for _, level in groupby(sorted(folders, key=_depth, reverse=True), key=_depth):
        together = list(level)
        listing = "".join("".join(folders[folder]) + "\0" for folder in together)
        trees = git.run("mktree", "-z", "--batch", given=listing.encode()).decode().split()
        for folder, tree in zip(together, trees, strict=True):
            if not folder:
                return tree
            above, _, name = folder.rpartition("/")
            folders[above].append(f"040000 tree {tree}\t{name}\0")
    raise AssertionError("the root is the last folder")


def _write_blobs(git: Git, contents: Sequence[bytes]) -> list[str]:
    """Their hashes, in order; one process for all of them (one each takes 3 ms a file)."""
    stream = b"".join(
        b"blob\nmark :%d\ndata %d\n%b\nget-mark :%d\n" % (mark, len(content), content, mark)
        for mark, content in enumerate(contents, start=1)
    )
    return git.run("fast-import", "--quiet", given=stream).decode().split()


def _and_above(folder: str) -> list[str]:
    """A folder and those it stands in, up to the root."""
    parts = folder.split("/") if folder else []
    return ["/".join(parts[:end]) for end in range(len(parts) + 1)]


def _depth(folder: str) -> int:
    return folder.count("/") + 1 if folder else 0


def write_commit(git: Git, tree: str, parent: str, message: str) -> str:
    """A commit that no ref holds yet, by the author that git is told of: never by one that it guesses."""
    above = ["-p", parent] if parent else []
    settings = ["-c", "user.useConfigOnly=true", "-c", "i18n.commitEncoding=UTF-8"]
    return git.line(*settings, "commit-tree", tree, *above, given=message.encode())


def push(git: Git, remote: str, branch: str, commit: str) -> None:
    """Move the remote's branch to `commit`, never forced: a branch that moved since raises GitError."""
    moved = f"{commit}:refs/heads/{branch}"
    git.run("push", "--porcelain", "--no-follow-tags", "--recurse-submodules=no", remote, moved)
