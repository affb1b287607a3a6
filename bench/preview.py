"""How long after a save the preview has the new pages: `python bench/preview.py [EVENTS ...]`.

For each number of events a site is made from this repository's own (its events over and over, under other
names, with the private copies where they are at hand, else by the lock), previewed, and one title is saved
again and again, with a second between the saves. Printed are medians in milliseconds: from the save to the
new edition being served (with the watcher's pause and its wait for the end of a burst), of that the build
alone, and from the save to the event's page with the new title, read over HTTP.

Some virtual machines take an idle guest's memory from it page by page, and giving it back costs more than
the build that asks for it. So a walk over a hundred thousand small objects is timed, too: at once, and after
the same second of rest. Where the C library can ask for huge pages, all is measured once more with them: that
is what the program does, without what such a machine adds.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.request import urlopen

from dateline.locking import relock
from dateline.preview import Preview, Round
from dateline.problems import has_errors

ROOT = Path(__file__).parent.parent
SAVES = 9
PAUSE = 1.0
"""Seconds between two saves."""
HUGE_PAGES = {
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
    "MALLOC_ARENA_MAX": "1",
    "PYTHONMALLOC": "malloc",
}
"""What makes Python's memory come from the C library, and the C library ask Linux for pages of 2 MB."""


def site_of(folder: Path, events: int) -> Path:
    """The flagship's events, `events` of them; links between them are taken out of the texts."""
    root = folder / str(events)
    shutil.copytree(ROOT / "content/sources", root / "content/sources")
    shutil.copytree(ROOT / "snapshots", root / "snapshots")
    shutil.copy(ROOT / "site.py", root)
    own = sorted((ROOT / "content/events").glob("*.md"))
    (root / "content/events").mkdir()
    for number in range(events):
        source = own[number % len(own)]
        text = re.sub(r"(?<!!)\[([^\]@]*)\]\([^)]*\)", r"\1", source.read_text(encoding="utf-8"))
        text = re.sub(r"^aliases:.*\n", "", text, flags=re.MULTILINE)
        (root / f"content/events/{source.stem}-{number}.md").write_text(text, encoding="utf-8")
    relock(root, date(2026, 1, 1))
    return root


@dataclass(frozen=True)
class Measured:
    """Seconds: medians of all saves but the first build's."""

    first: float
    """From the start of the preview to its first edition."""
    served: float
    """From a save to the edition that has it."""
    built: float
    """Of it the build alone."""
    read: float
    """From a save to the last byte of the event's page, fetched over HTTP with the title just saved in it."""
    changed: int
    """Files of the site that were others, or may have been."""


async def saves(root: Path) -> Measured:
    rounds: asyncio.Queue[Round] = asyncio.Queue()
    address: asyncio.Queue[str] = asyncio.Queue()
    began = perf_counter()
    preview = Preview(root, heard=rounds.put_nowait, ready=address.put_nowait)
    running = asyncio.create_task(preview.run(port=5700))
    done = await rounds.get()
    first = perf_counter() - began
    assert done.edition.files, [str(problem) for problem in done.edition.problems][:3]
    event = sorted((root / "content/events").glob("*.md"))[len(done.edition.marks)]
    page = f"{await address.get()}events/{event.stem}/"
    while not preview.edition.files.complete:
        await asyncio.sleep(0.1)
    times: list[tuple[float, float, float]] = []
    for number in range(SAVES):
        text = event.read_text(encoding="utf-8")
        text = re.sub(r"^title: .*", f"title: Saved {number}", text, count=1, flags=re.MULTILINE)
        began = perf_counter()
        event.write_text(text, encoding="utf-8")
        done = await rounds.get()
        while has_errors(done.edition.problems):  # a busy machine may look at a file that is half saved
            done = await rounds.get()
        served = perf_counter() - began
        shown = await asyncio.to_thread(fetched, page)
        times.append((served, done.seconds, perf_counter() - began))
        assert f"<h1>Saved {number}</h1>" in shown
        await asyncio.sleep(PAUSE)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    return Measured(first, *map(median, zip(*times, strict=True)), len(done.changed))


def fetched(address: str) -> str:
    with urlopen(address) as answer:
        return str(answer.read().decode())


def walks() -> tuple[float, float]:
    """Seconds for a walk over a hundred thousand small objects: at once after another, and after a rest."""
    objects = [{number: [number]} for number in range(100_000)]

    def walk(rest: float) -> float:
        sleep(rest)
        began = perf_counter()
        sum(len(each) for each in objects)
        return perf_counter() - began

    return median(walk(0) for _ in range(SAVES)), median(walk(PAUSE) for _ in range(SAVES))


def main() -> None:
    if not (ROOT / "snapshots").is_dir():
        raise SystemExit("this measurement needs the private copies in snapshots/")
    huge = os.environ.get("GLIBC_TUNABLES") == HUGE_PAGES["GLIBC_TUNABLES"]
    counts = [int(argument) for argument in sys.argv[1:]] or [100, 1000]
    at_once, rested = walks()
    memory = "in huge pages" if huge else "as it comes"
    print(f"memory {memory}: a walk takes {at_once * 1000:.0f} ms, after a rest {rested * 1000:.0f} ms")
    print("events  first build  save to served  of it building  save to page read  files changed", flush=True)
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            found = asyncio.run(saves(site_of(Path(folder), count)))
        columns = ((found.first, 10), (found.served, 13), (found.built, 13), (found.read, 16))
        figures = "".join(f"{seconds * 1000:{width}.0f} ms" for seconds, width in columns)
        print(f"{count:6}{figures}{found.changed:15}", flush=True)
    if sys.platform == "linux" and not huge:
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | HUGE_PAGES)


if __name__ == "__main__":
    main()
