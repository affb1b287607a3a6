"""What git says when it says no, and what that means for an author."""

from __future__ import annotations

import re
from typing import Final

from dateline.problems import UserError
from dateline.publishing.git import GitError

_REFUSALS: Final[tuple[tuple[str, str], ...]] = (
    (
        "dubious ownership",
        "git does not trust this folder, because another user owns it. "
        "If it is yours: git config --global --add safe.directory '*'",
    ),
    (
        "auto-detection is disabled|empty ident name|no email was given|tell me who you are",
        "git does not know whose name to put on the commit. Tell it: "
        'git config --global user.name "YOUR NAME", then git config --global user.email YOU@EXAMPLE.ORG',
    ),
    (
        "exists; cannot create|directory file conflict",
        "{remote} cannot have {branch} beside a branch whose name goes on after a slash, as {branch}/x does, "
        "or is only the part before one. See which: git ls-remote --heads {remote}. "
        "Choose another with --branch.",
    ),
    (
        r"\[rejected\]|fetch first|non-fast-forward|cannot lock ref|failed to update ref|but expected",
        "{remote}/{branch} moved while we were publishing: somebody else was faster. "
        "Run the command again; it starts from what is there now.",
    ),
    (
        "GH006|protected branch",
        "{branch} is a protected branch on {remote}. "
        "Let your account push to it (Settings → Branches), or choose another with --branch.",
    ),
    (
        "GH001|file size limit",
        "GitHub accepts no file over 100 MB. Put large files elsewhere and link to them.",
    ),
    (
        "unpacker error|unpack-objects abnormal|remote unpack failed",
        "{remote} could not store the site; its disk may be full or not writable. It says: {words}",
    ),
    (
        r"hook declined|\[remote rejected\]|GH013",
        "{remote} refuses the push. It says: {words}",
    ),
    (
        "could not read (Username|Password)|terminal prompts disabled|Authentication failed|Invalid username"
        "|Access denied|error: 401",
        "{remote} does not accept your credentials, or got none. Sign in once: gh auth login, "
        "or git config --global credential.helper store and a token that may write to this repository.",
    ),
    (
        r"Permission denied \(publickey|Permission denied, please try again",
        "{remote} does not know your SSH key. "
        "Add it at https://github.com/settings/keys, or load it: ssh-add",
    ),
    (
        "Host key verification failed",
        "this machine does not know the host of {remote} yet. Connect once and answer yes: "
        "ssh -T git@github.com",
    ),
    (
        "error: 403|Permission to .* denied|Write access to repository not granted",
        "your account may not write to {remote}. Ask its owner for write access, "
        "or publish to your own fork with --remote.",
    ),
    (
        "[Rr]epository.* not found|does not appear to be a git repo|error: 404|No such file or directory",
        "there is no repository at the address of {remote}, or you may not see it. "
        "Look at it with git remote -v, and correct it: git remote set-url {remote} ADDRESS",
    ),
    (
        r"(error:|HTTP) 5\d\d",
        "the host of {remote} answered with an error of its own. Try again later; nothing is half done.",
    ),
    (
        "hung up unexpectedly|early EOF|unexpected disconnect|RPC failed|[Bb]roken pipe|Connection reset",
        "the connection to {remote} broke off. Run the command again; nothing is half done.",
    ),
    (
        "Could not resolve host|Failed to connect|Couldn't connect|timed out|Connection refused"
        "|Network is unreachable|unable to access",
        "{remote} cannot be reached. Check your network, then run the command again.",
    ),
    (
        "No space left|Disk quota",
        "the disk is full, so git cannot write. Make room and run the command again.",
    ),
    (
        "corrupt|is empty|bad object|unable to read|not a valid object|missing (blob|tree|commit)"
        "|did not send all",
        "this repository is damaged. See what is missing with git fsck; a fresh clone beside it often helps.",
    ),
    (
        "insufficient permission|Permission denied|Read-only file system|unable to (create|write|open)",
        "git cannot write to this repository's .git folder. Change its permissions. git says: {words}",
    ),
    (
        "failed to push some refs",
        "this repository's own hook pre-push stopped the push. It says: {words}",
    ),
)
"""Patterns over git's words, the more telling first, and what to do about each."""

_NOISE: Final = re.compile(r"^To .*$|^Done$|^(error|fatal|remote|hint):\s*|^!?\s*\S+:refs/heads/\S+\s*", re.M)


def explain(error: GitError, remote: str = "the remote", branch: str = "the branch") -> UserError:
    """The same for an author: what happened, and what to do; git's own words where we know no better ones."""
    words = _gist(error.words)
    for pattern, meaning in _REFUSALS:
        if re.search(pattern, error.words):
            return UserError(
                f"nothing was published: {meaning.format(remote=remote, branch=branch, words=words)}"
            )
    return UserError(f"nothing was published: git {error.command} failed. It says: {words}")


def _gist(words: str) -> str:
    """The last few lines that say anything, on one."""
    lines = [line.strip() for line in _NOISE.sub("", words).splitlines()]
    telling = [line for line in lines if line and "failed to push some refs" not in line]
    return " ".join((telling or lines)[-3:])[:400] or "nothing."
