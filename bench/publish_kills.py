"""Kills a publication at random moments, and looks each time at what is left.

    python bench/publish_kills.py --kills 100

Each round changes every page, starts a publication in a process group of its own and kills the whole group.
The remote stands behind a pipe with a session of its own, as a server does: it lives on, and sees its client
vanish. The site is rendered once, since rendering writes nothing: all kills fall where git is at work. Then:
the branch is the old one or the new one, complete, file by file; the working tree, the index, HEAD and all
local branches are byte for byte as they were; and the next publication, in the same repository, succeeds.
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
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path

from dateline.build import prepare
from dateline.publishing import Wishes, publication, publish
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
TOO_LATE = "over before the kill"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=time.time_ns() % 10**6)
    chosen = options.parse_args()
    os.environ.update(ENVIRONMENT)
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        left = run(Path(folder), chosen.kills, chance)
        seconds = time.perf_counter() - began
    states = ", ".join(f"{count} {what}" for what, count in left.most_common())
    print(f"{chosen.kills} kills (--seed {chosen.seed}) in {seconds:.0f} s: {states}")
    return 0


def run(folder: Path, kills: int, chance: random.Random) -> Counter[str]:
    """How often each state was left behind; an AssertionError tells of any that may not be."""
    root, bare, lock = make_repositories(folder)
    outcome, pages = prepare(root)

    def render(text: str) -> dict[str, str]:
        """The site as it will be rendered next, every page with this text in it; its digests by path."""
        files = {path: content + f"<!-- {text} -->".encode() for path, content in pages.items()}
        files[".nojekyll"] = b""
        publication.prepare = lambda *_: (outcome, files)
        return {path: sha256(content).hexdigest() for path, content in files.items()}

    usual = timed(root, render)
    left: Counter[str] = Counter()
    for number in count():
        if left.total() - left[TOO_LATE] == kills:
            break
        if number % 10 == 0:  # a first publication, too
            subprocess.run(["git", "update-ref", "-d", "refs/heads/gh-pages"], cwd=bare, check=True)
        old, new = published(bare), render(f"round {number}")
        before = untouchables(root)
        moment = chance.uniform(0, usual * 1.2)
        finished = kill_after(root, moment)
        wait_for_server(lock)
        seen = published(bare)
        assert seen in (old, new), f"round {number}: the branch is neither old nor new after {moment:.3f} s"
        subprocess.run(["git", "rev-list", "--objects", "--quiet", "--all"], cwd=bare, check=True)
        assert untouchables(root) == before, f"round {number}: the working tree changed after {moment:.3f} s"
        left[TOO_LATE if finished else "left new" if seen == new else "left old"] += 1
        began = time.perf_counter()
        done = publish(root, WISHES)
        usual += (time.perf_counter() - began - usual) / 8  # a busy machine is slower
        assert published(bare) == new, f"round {number}: the next publication failed"
        assert bool(done.commit) == (seen == old), f"round {number}: a commit too many, or too few"
    return left


def timed(root: Path, render: Callable[[str], object]) -> float:
    """The seconds of a usual publication: the median of five."""
    spans = []
    for number in range(6):
        render(f"timed {number}")
        began = time.perf_counter()
        publish(root, WISHES)
        spans.append(time.perf_counter() - began)
    return sorted(spans[1:])[2]


def make_repositories(folder: Path) -> tuple[Path, Path, Path]:
    root, bare, lock = folder / "bridge", folder / "bridge.git", folder / "server.lock"
    scaffold(root, date(2026, 1, 2))
    server = folder / "server"
    # Its own session outlives the client's; the lock tells when it has ended.
    server.write_text(f'#!/bin/sh\nfor last; do :; done\nexec setsid flock "{lock}" sh -c "$last"\n')
    server.chmod(server.stat().st_mode | stat.S_IXUSR)
    os.environ["GIT_SSH_COMMAND"] = str(server)
    os.environ["GIT_SSH_VARIANT"] = "simple"
    for command in (
        ["git", "init", "--quiet", "--bare", str(bare)],
        ["git", "-C", str(root), "init", "--quiet"],
        ["git", "-C", str(root), "remote", "add", "origin", f"ssh://forge{bare}"],
        ["git", "-C", str(root), "add", "--all"],
        ["git", "-C", str(root), "commit", "--quiet", "--message", "All"],
    ):
        subprocess.run(command, check=True)
    return root, bare, lock


def published(bare: Path) -> dict[str, str]:
    """The branch, file by file, as a reader's clone would have it; nothing when there is none."""
    if subprocess.run(
        ["git", "show-ref", "--quiet", "refs/heads/gh-pages"], cwd=bare, check=False
    ).returncode:
        return {}
    archive = subprocess.run(["git", "archive", "gh-pages"], cwd=bare, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        return {
            entry.name: sha256(file.read()).hexdigest()
            for entry in tar
            if (file := tar.extractfile(entry)) is not None
        }


def untouchables(root: Path) -> dict[str, str]:
    free = (".git/objects/", ".git/refs/remotes/", ".git/logs/refs/remotes/")
    files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {
        name: sha256(path.read_bytes()).hexdigest()
        for name, path in files.items()
        if not name.startswith(free)
    }


def kill_after(root: Path, seconds: float) -> bool:
    """Start a publication, kill its whole process group; whether it had ended by then."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        try:
            publish(root, WISHES)
        finally:
            os._exit(0)
    time.sleep(seconds)
    finished, _ = os.waitpid(child, os.WNOHANG)
    if not finished:
        try:
            os.killpg(child, signal.SIGKILL)
        except ProcessLookupError:
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return bool(finished)


def wait_for_server(lock: Path) -> None:
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)


if __name__ == "__main__":
    sys.exit(main())
