"""How long after a save the preview has the new pages: `python bench/preview.py [EVENTS ...]`.

For each number of events a site is made from this repository's own (its events over and over, under other
names, with the private copies where they are at hand, else by the lock), previewed, and one title is saved
again and again. Printed are medians in milliseconds: from the save to the new edition being served (with the
watcher's pause and its wait for the end of a burst), and of that the build alone, beside a clean build.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from dateline.build import prepare
from dateline.locking import relock
from dateline.preview import Preview, Round

ROOT = Path(__file__).parent.parent
SAVES = 7


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


async def saves(root: Path) -> tuple[list[float], list[float], int]:
    """Seconds from a save to its edition, the seconds of its build, and how many files changed."""
    rounds: asyncio.Queue[Round] = asyncio.Queue()
    running = asyncio.create_task(Preview(root, heard=rounds.put_nowait).run(port=5700))
    first = await rounds.get()
    assert first.edition.files, [str(problem) for problem in first.edition.problems][:3]
    await asyncio.sleep(1)
    event = sorted((root / "content/events").glob("*.md"))[len(first.edition.marks)]
    waited: list[float] = []
    built: list[float] = []
    changed = 0
    for number in range(SAVES):
        text = event.read_text(encoding="utf-8")
        text = re.sub(r"^title: .*", f"title: Saved {number}", text, count=1, flags=re.MULTILINE)
        began = perf_counter()
        event.write_text(text, encoding="utf-8")
        done = await rounds.get()
        waited.append(perf_counter() - began)
        built.append(done.seconds)
        changed = len(done.changed)
        await asyncio.sleep(0.3)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    return waited, built, changed


def main() -> None:
    if not (ROOT / "snapshots").is_dir():
        raise SystemExit("this measurement needs the private copies in snapshots/")
    counts = [int(argument) for argument in sys.argv[1:]] or [100, 1000]
    print("events  save to served  of it building  a clean build  files changed")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            root = site_of(Path(folder), count)
            began = perf_counter()
            prepare(root)
            clean = perf_counter() - began
            waited, built, changed = asyncio.run(saves(root))
        figures = (median(waited), median(built), clean)
        print(f"{count:6}" + "".join(f"{seconds * 1000:13.0f} ms" for seconds in figures) + f"{changed:13}")


if __name__ == "__main__":
    main()
