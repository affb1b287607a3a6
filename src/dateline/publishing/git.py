"""git, run in a site's folder: in English, never asking a question, never touching the index."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dateline.problems import UserError

_SETTINGS: Final = {
    "GIT_TERMINAL_PROMPT": "0",  # a missing password is an answer, not a question to wait on
    "GIT_OPTIONAL_LOCKS": "0",  # `git status` would refresh the index otherwise
    "LC_ALL": "C",  # its words are looked up in `refusals`
    "LANGUAGE": "",
}
_OF_ANOTHER_RUN: Final = (
    "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH",
)  # fmt: skip
"""What git sets for its hooks: started from one, we would write into the commit that is being made."""
_SECRET: Final = re.compile(r"(?<=://)[^/@\s]+@")


class GitError(Exception):
    """git said no; `words` is all that it said, without passwords."""

    def __init__(self, command: str, words: str) -> None:
        super().__init__(f"git {command}: {words}")
        self.command = command
        self.words = words


@dataclass(frozen=True, slots=True, kw_only=True)
class Git:
    """The repository that a folder belongs to."""

    folder: Path

    def run(self, *arguments: str, given: bytes = b"") -> bytes:
        """What one command prints, told `given` on its standard input.

        Raises GitError when it fails, and UserError when there is no git at all.
        """
        inherited = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_RUN}
        try:
            done = subprocess.run(
                ["git", *arguments],
                cwd=self.folder,
                input=given,
                capture_output=True,
                check=False,
                env=inherited | _SETTINGS,
            )
        except FileNotFoundError as error:
            raise UserError(
                "git is not installed, or not on the PATH. Get it from https://git-scm.com/ and try again."
            ) from error
        if done.returncode:
            words = (done.stderr + done.stdout).decode(errors="replace").strip()
            raise GitError(_command(arguments), without_secrets(words))
        return done.stdout

    def line(self, *arguments: str, given: bytes = b"") -> str:
        """The one line that a command prints."""
        return self.run(*arguments, given=given).decode(errors="replace").strip()

    def ask(self, *arguments: str) -> str | None:
        """The same for a question that may have no answer: None when the command fails."""
        try:
            return self.line(*arguments)
        except GitError:
            return None


def _command(arguments: Sequence[str]) -> str:
    """The verb among git's arguments: settings (`-c name=value`) come before it."""
    return next(word for word in arguments if not word.startswith("-") and "=" not in word)


def without_secrets(text: str) -> str:
    """The same text with the names and passwords taken out of its addresses.

    >>> without_secrets("https://me:token@github.com/me/site.git")
    'https://github.com/me/site.git'
    """
    return _SECRET.sub("", text)
