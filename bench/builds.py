"""Whole builds beside Pelican's: `python bench/builds.py [EVENTS ...] [--peer FOLDER]`.

The same invented events, as a site of ours and as articles of Pelican's with their quotations, are built by
both in one run: cold, with no output and no cache, and warm, with all of both and nothing changed. Printed
are seconds of the processor, the least of three, and how many files came of it. Pelican comes from PyPI, with
its plainest theme, into a temporary environment, or into the one that --peer names.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from sites import write_site

from dateline.project import read_project

RUNS: Final = 3
PEER: Final = "pelican[markdown]"
_SETTINGS: Final = """\
SITENAME = "The Ardle barrage"
SITEURL = "https://example.github.io/long"
PATH = "content"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE = (2025, 1, 1)
THEME = "simple"
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
FEED_ALL_ATOM = "atom.xml"
"""


def articles(ours: Path, theirs: Path) -> None:
    """The events of our site as Pelican's articles: title, tags, people, text and quotations."""
    project, problems = read_project(ours)
    assert project is not None, problems
    (theirs / "content").mkdir(parents=True)
    (theirs / "pelicanconf.py").write_text(_SETTINGS, encoding="utf-8")
    for event in project.events:
        head = {
            "Slug": event.id,
            "Title": event.title,
            "Tags": ", ".join(event.tags),
            "Author": event.actors[0],
        }
        quoted = [f"> {cited.quote.text}\n>\n> {cited.source}" for cited in event.citations if cited.quote]
        text = "\n\n".join((event.body.partition("[@")[0], *quoted))
        text = "".join(f"{key}: {value}\n" for key, value in head.items()) + f"\n{text}\n"
        (theirs / f"content/{event.id}.md").write_text(text, encoding="utf-8")


def measured(
    folder: Path, made: str, kept: Sequence[str], command: Sequence[str]
) -> tuple[float, float, int]:
    """Seconds of the processor for a cold build and a warm one in `folder`, and how many files are `made`."""

    def run(prepare: Callable[[], None]) -> float:
        prepare()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def bare() -> None:
        for name in (made, *kept):
            shutil.rmtree(folder / name, ignore_errors=True)

    cold = min(run(bare) for _ in range(RUNS))
    warm = min(run(lambda: None) for _ in range(RUNS))
    return cold, warm, sum(path.is_file() for path in (folder / made).rglob("*"))


def pelican(folder: Path) -> Path:
    """The peer's program, installed where it is not there yet."""
    program = folder / "bin/pelican"
    if not program.is_file():
        venv.create(folder, with_pip=True)
        subprocess.run([folder / "bin/pip", "install", "--quiet", PEER], check=True)
    return program


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("events", type=int, nargs="*", default=[100, 1000])
    parser.add_argument("--peer", type=Path, help="an environment to install Pelican into, or that has it")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        program = pelican(chosen.peer or folder / "peer")
        print("events  builder     cold     warm    files")
        for events in chosen.events:
            ours, theirs = folder / f"ours-{events}", folder / f"theirs-{events}"
            write_site(ours, "long", events=events)
            articles(ours, theirs)
            build = [sys.executable, "-m", "dateline", "build"]
            for builder, row in (
                ("dateline", measured(ours, "build", [".dateline-cache"], build)),
                ("Pelican", measured(theirs, "output", ["cache"], [str(program), "--quiet"])),
            ):
                print(f"{events:6}  {builder:9}{row[0]:6.2f} s {row[1]:6.2f} s {row[2]:8}")


if __name__ == "__main__":
    main()
