"""Kills a publication at random moments, and looks each time at what is left.

    python bench/publish_kills.py --kills 100 --whole 3

A kill falls into one of the git commands that a publication consists of: once into each of them, then more
often into those that take longer; the moment within the command is random. The site is rendered once and a
few of its files are published: rendering writes nothing, and git does the same for eight files as for eight
hundred. `--whole` kills `dateline publish` itself at any moment from its start on, with all its files.

A publication has a process group of its own, and the whole group is killed. The remote stands behind a pipe
with a session of its own, as a server does: it lives on, and sees its client vanish. Then: the branch is the
old one or the new one, complete, file by file; the working tree, the index, HEAD and all local branches are
byte for byte as they were; and the next publication, in the same repository, succeeds.
"""

import argparse
import fcntl
import io
import os
import random
import signal
import stat
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import count, pairwise
from pathlib import Path
from statistics import median

from dateline.build import prepare
from dateline.publishing import Wishes, publication, publish
from dateline.publishing.git import Git
from dateline.scaffold import scaffold

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}
WISHES = Wishes(allow_warnings=True)
WHOLE = (sys.executable, "-m", "dateline", "publish", "--allow-warnings")
FEW = ("index.html", "404.html", "events/")
TOO_LATE = "over before the kill"

Digests = dict[str, str]
"""The SHA-256 of files by path."""


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--whole", type=int, default=3)
    options.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    chosen = options.parse_args()
    os.environ.update(ENVIRONMENT)
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        forge = make_forge(Path(folder))
        for what, kills, run in (
            ("git commands", chosen.kills, kill_commands),
            ("whole processes", chosen.whole, kill_processes),
        ):
            began = time.perf_counter()
            left = run(forge, kills, chance)
            seconds = time.perf_counter() - began
            states = ", ".join(f"{count} {state}" for state, count in left.most_common())
            print(f"{kills} kills of {what} (--seed {chosen.seed}) in {seconds:.0f} s: {states}")
    return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Forge:
    """A site in a repository, and the bare one that it is published to."""

    root: Path
    bare: Path
    lock: Path
    """Held while the bare repository's server runs."""
    untouched: Digests

    def after(self, kill: Callable[[], bool], old: Digests, new: Digests, where: str) -> str:
        """What state a publication is left in by the kill; an AssertionError tells of any that may not be."""
        finished = kill()
        with self.lock.open("w") as file:  # until the server has ended, too
            fcntl.flock(file, fcntl.LOCK_EX)
        seen = published(self.bare)
        assert seen in (old, new), f"{where}: the branch is neither old nor new"
        subprocess.run(["git", "rev-list", "--objects", "--quiet", "--all"], cwd=self.bare, check=True)
        assert untouchables(self.root) == self.untouched, f"{where}: the working tree or a branch changed"
        done = publish(self.root, WISHES)
        assert published(self.bare) == new, f"{where}: the next publication failed"
        assert bool(done.commit) == (seen == old), f"{where}: a commit too many, or too few"
        return TOO_LATE if finished else "left new" if seen == new else "left old"

    def unpublish(self) -> None:
        """So that the next publication is the first."""
        subprocess.run(["git", "update-ref", "-d", "refs/heads/gh-pages"], cwd=self.bare, check=True)


# Kills within git's commands


def kill_commands(forge: Forge, kills: int, chance: random.Random) -> Counter[str]:
    """How often each state was left behind; every fourth is the first publication of its branch."""
    outcome, built = prepare(forge.root)
    few = {path: content for path, content in built.items() if path.startswith(FEW)}
    rounds = count()

    def render() -> Digests:
        """The site as it will be rendered next, every page another one than before."""
        files = {path: content + f"<!-- {next(rounds)} -->".encode() for path, content in few.items()}
        publication.prepare = lambda *_: (outcome, files)
        return digests({**files, publication.NO_JEKYLL: b""})

    def rehearsed(first: bool) -> Iterator[tuple[int, float]]:
        timings = []
        for _ in range(3):
            render()
            if first:
                forge.unpublish()
            timings.append(timed(forge.root))
        return moments([median(seconds) for seconds in zip(*timings, strict=True)], chance)

    to_come = {first: rehearsed(first) for first in (True, False)}
    left: Counter[str] = Counter()
    new = published(forge.bare)
    for number in count():
        if left.total() - left[TOO_LATE] == kills:
            break
        if first := number % 4 == 0:
            forge.unpublish()
        old, new = {} if first else new, render()
        command, seconds = next(to_come[first])
        where = f"round {number}, command {command} of a publication, after {seconds:.3f} s"
        left[forge.after(partial(kill_in, forge.root, command, seconds), old, new, where)] += 1
    publication.prepare = prepare
    return left


def moments(durations: Sequence[float], chance: random.Random) -> Iterator[tuple[int, float]]:
    """Commands by number, and seconds from the start of each."""
    commands = range(len(durations))
    for command in commands:
        yield command, chance.uniform(0, durations[command])
    while True:
        (command,) = chance.choices(commands, durations)
        yield command, chance.uniform(0, durations[command])


def timed(root: Path) -> list[float]:
    """The seconds that each git command of a publication takes, with what comes between it and the next."""
    child, told = fork(root)
    began = []
    while os.read(told, 1):
        began.append(time.perf_counter())
    began.append(time.perf_counter())
    os.close(told)
    _, status = os.waitpid(child, 0)
    assert status == 0, "a publication that nobody kills succeeds"
    return [later - earlier for earlier, later in pairwise(began)]


def kill_in(root: Path, command: int, seconds: float) -> bool:
    """Start a publication, kill it so long after it began that git command; whether it had ended by then."""
    child, told = fork(root)
    for _ in range(command + 1):
        os.read(told, 1)
    time.sleep(seconds)
    finished, _ = os.waitpid(child, os.WNOHANG)
    if not finished:
        kill_group(child)
        os.waitpid(child, 0)
    os.close(told)
    return bool(finished)


def fork(root: Path) -> tuple[int, int]:
    """A publication in a process group of its own: its id, and a pipe with a byte for each command begun."""
    told, tells = os.pipe()
    child = os.fork()
    if child:
        os.close(tells)
        return child, told
    run = Git.run

    def telling(self: Git, *arguments: str, given: bytes = b"") -> bytes:
        os.write(tells, b".")
        return run(self, *arguments, given=given)

    code = 1
    try:
        os.setpgid(0, 0)
        os.close(told)
        Git.run = telling
        publish(root, WISHES)
        code = 0
    finally:
        os._exit(code)


# Kills of all that `dateline publish` is


def kill_processes(forge: Forge, kills: int, chance: random.Random) -> Counter[str]:
    """How often each state was left behind by first publications, killed in turn earlier and later."""
    _, built = prepare(forge.root)
    new = digests({**built, publication.NO_JEKYLL: b""})
    forge.unpublish()
    began = time.perf_counter()
    subprocess.run(WHOLE, cwd=forge.root, capture_output=True, check=True)
    usual = time.perf_counter() - began
    left: Counter[str] = Counter()
    for number in range(kills):
        forge.unpublish()
        seconds = usual * (number + chance.random()) / kills
        where = f"a whole publication after {seconds:.3f} s"
        left[forge.after(partial(kill_process, forge.root, seconds), {}, new, where)] += 1
    return left


def kill_process(root: Path, seconds: float) -> bool:
    """Start `dateline publish` and kill it after so long; whether it had ended by then."""
    silent = subprocess.DEVNULL
    with subprocess.Popen(WHOLE, cwd=root, stdout=silent, stderr=silent, start_new_session=True) as process:
        time.sleep(seconds)
        if process.poll() is not None:
            return True
        kill_group(process.pid)
    return False


def kill_group(leader: int) -> None:
    try:
        os.killpg(leader, signal.SIGKILL)
    except ProcessLookupError:  # it has not made its group yet
        os.kill(leader, signal.SIGKILL)


# What is there, and what is left


def make_forge(folder: Path) -> Forge:
    root, bare, lock = folder / "bridge", folder / "bridge.git", folder / "server.lock"
    scaffold(root, date(2026, 1, 2))
    server = folder / "server"
    # Its own session outlives the client's; the lock tells when it has ended.
    server.write_text(f'#!/bin/sh\nfor last; do :; done\nexec setsid flock "{lock}" sh -c "$last"\n')
    server.chmod(server.stat().st_mode | stat.S_IXUSR)
    os.environ["GIT_SSH_COMMAND"] = str(server)
    os.environ["GIT_SSH_VARIANT"] = "simple"
    os.environ["DATELINE_CACHE"] = str(folder / "cache")  # a cache half written is no harm
    for command in (
        ["git", "init", "--quiet", "--bare", "--template=", str(bare)],
        ["git", "-C", str(root), "init", "--quiet", "--template="],
        ["git", "-C", str(root), "remote", "add", "origin", f"ssh://forge{bare}"],
        ["git", "-C", str(root), "add", "--all"],
        ["git", "-C", str(root), "commit", "--quiet", "--message", "All"],
    ):
        subprocess.run(command, check=True)
    publish(root, WISHES)
    return Forge(root=root, bare=bare, lock=lock, untouched=untouchables(root))


def published(bare: Path) -> Digests:
    """The branch, file by file, as a reader's clone would have it; nothing when there is none."""
    if subprocess.run(
        ["git", "show-ref", "--quiet", "refs/heads/gh-pages"], cwd=bare, check=False
    ).returncode:
        return {}
    archive = subprocess.run(["git", "archive", "gh-pages"], cwd=bare, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return digests({entry.name: file.read() for entry in tar if (file := tar.extractfile(entry))})


def untouchables(root: Path) -> Digests:
    """All files of the site and its repository, but for objects and what is known of the remote."""
    free = (".git/objects", ".git/refs/remotes", ".git/logs/refs/remotes")
    found = {}
    for folder, within, names in os.walk(root):
        at = Path(folder)
        within[:] = [name for name in within if (at / name).relative_to(root).as_posix() not in free]
        found |= {(at / name).relative_to(root).as_posix(): (at / name).read_bytes() for name in names}
    return digests(found)


def digests(files: dict[str, bytes]) -> Digests:
    return {path: sha256(content).hexdigest() for path, content in files.items()}


if __name__ == "__main__":
    sys.exit(main())
