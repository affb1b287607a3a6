"""Random edits for a while, then a question: does the preview show what a clean build would?

`python bench/preview_soak.py [SECONDS]` (60 when not said). Edits are saves in place and by rename, bursts,
deletions, new files, nonsense, a template broken for every event or for one and mended, and everything put
back; a reader asks for pages all the while. It fails when
the server stops answering, when the last edition is not a clean build's, or when memory grows by 100 MB.
"""

from __future__ import annotations

import asyncio
import random
import resource
import shutil
import sys
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import monotonic
from urllib.request import urlopen

from dateline.build import prepare
from dateline.preview import Preview, Round
from dateline.problems import has_errors
from dateline.scaffold import scaffold

NONSENSE = ("", "---\n", "---\ntitle: x\n---\n", "\x00", "{% if %}", "---\n- a\n---\n", "é" * 5000)

TEMPLATE = '{% extends "theme/event.html.jinja" %}{% block main %}{{ super() }}TEXT{% endblock %}'
TEMPLATES = (
    "{% if %}",
    TEMPLATE.replace("TEXT", "{{ nothing.of.this }}"),
    TEMPLATE.replace(
        "TEXT", "{% if event.title == 'The footbridge opens' %}{{ nothing.of.this }}{% endif %}"
    ),
    TEMPLATE.replace("TEXT", "<p>Our own words.</p>"),
    "",
)
"""Broken for every event, in two ways, and for one; sound; and none."""


def resident() -> float:
    """Megabytes of memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def disturb(root: Path, chance: random.Random) -> None:
    """One edit, of any kind."""
    path = chance.choice(sorted(path for path in root.rglob("*") if path.is_file()))
    kind = chance.randrange(6)
    if kind == 0:
        path.write_text(chance.choice(NONSENSE), encoding="utf-8")
    elif kind == 1:
        path.unlink()
    elif kind == 2:
        with suppress(shutil.SameFileError):
            shutil.copy2(path, path.with_name(f"copy-{chance.randrange(9)}{path.suffix}"))
    elif kind == 3:
        beside = path.with_name(path.name + "~")
        beside.write_bytes(path.read_bytes() + b"\nMore.\n")
        beside.replace(path)
    elif kind == 4:
        raw = bytearray(path.read_bytes() or b"x")
        raw[chance.randrange(len(raw))] = chance.randrange(256)
        path.write_bytes(raw)
    else:
        path.rename(path.with_name(f"moved-{path.name[-20:]}"))


def save_template(root: Path, chance: random.Random) -> None:
    """Another template of events, or none."""
    path = root / "templates" / "event.html.jinja"
    path.parent.mkdir(exist_ok=True)
    text = chance.choice(TEMPLATES)
    path.write_text(text, encoding="utf-8") if text else path.unlink(missing_ok=True)


def failed(done: Round) -> bool:
    """Whether a build met an error."""
    return has_errors(done.edition.problems)


def put_back(root: Path, clean: Path) -> None:
    for path in root.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(clean, root, dirs_exist_ok=True)


async def soak(root: Path, clean: Path, seconds: float) -> None:
    chance = random.Random(6)
    rounds: list[bool] = []  # whether each build failed; a round itself would hold its whole edition
    addresses: asyncio.Queue[str] = asyncio.Queue()
    preview = Preview(root, heard=lambda done: rounds.append(failed(done)), ready=addresses.put_nowait)
    running = asyncio.create_task(preview.run(port=5800))
    address = await addresses.get()
    begun, before = monotonic(), resident()
    ends, edits = begun + seconds, 0
    while monotonic() < ends:
        for _ in range(chance.choice((1, 1, 5))):
            chance.choice((disturb, disturb, save_template))(root, chance)
            edits += 1
        await asyncio.sleep(chance.choice((0.01, 0.1, 0.5)))
        if chance.random() < 0.2:
            put_back(root, clean)
        answer = await asyncio.to_thread(urlopen, address, timeout=30)
        assert answer.status == 200
        answer.close()
        assert not running.done(), running.exception()
    put_back(root, clean)
    afresh = prepare(root, preview=True)[1]
    for _ in range(100):
        await asyncio.sleep(0.1)
        if preview.edition.files == afresh and not preview.edition.problems:
            break
    else:
        raise SystemExit("the preview does not show what a clean build would")
    after, most = resident(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    minutes = (monotonic() - begun) / 60
    print(f"{minutes:.0f} minutes, {edits} edits, {len(rounds)} builds, {sum(rounds)} with errors")
    print(f"memory: {before:.0f} MB at first, {after:.0f} MB at the end, never more than {most:.0f} MB")
    assert after - before < 100, "memory grows"
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder:
        root, clean = Path(folder) / "site", Path(folder) / "clean"
        scaffold(clean, date(2026, 1, 2))
        shutil.copytree(clean, root)
        asyncio.run(soak(root, clean, seconds))


if __name__ == "__main__":
    main()
