"""A preview that runs beside a test, and what it reports."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from queue import Queue
from time import monotonic

from dateline.preview import Preview, Round
from dateline.preview.edition import Edition
from dateline.scaffold import scaffold

PATIENCE = 20.0  # seconds after which a test gives up; none waits this long when all is well


def small_site(root: Path) -> Path:
    """Three events, two sources."""
    scaffold(root, date(2026, 1, 2))
    return root


def replace_in(path: Path, old: str, new: str) -> None:
    """Save as careful editors do: a new file beside the old one, then renamed over it."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path.name}"
    beside = path.with_name(path.name + "~new")
    beside.write_text(text.replace(old, new), encoding="utf-8")
    beside.replace(path)


class Served:
    """One running preview."""

    def __init__(self, root: Path, port: int = 0) -> None:
        self.root = root
        self.port = port
        self.rounds: Queue[Round] = Queue()
        self.address = ""
        self.first: Round | None = None
        self.loop: asyncio.AbstractEventLoop | None = None
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._main()), daemon=True)

    async def _main(self) -> None:
        self.loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        self._preview = preview = Preview(self.root, heard=self.rounds.put, ready=self._on_ready)
        running = asyncio.create_task(preview.run("127.0.0.1", self.port))
        await asyncio.wait({running, asyncio.create_task(self._stop.wait())}, return_when="FIRST_COMPLETED")
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    def _on_ready(self, address: str) -> None:
        self.address = address
        self._ready.set()

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(PATIENCE), "the preview does not start"
        self.first = self.rounds.get(timeout=PATIENCE)

    def stop(self) -> None:
        assert self.loop is not None
        self.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE)

    @property
    def edition(self) -> Edition:
        """What is shown now."""
        return self._preview.edition

    def built(self) -> Round:
        """The next build, when it is done."""
        return self.rounds.get(timeout=PATIENCE)

    def until(self, holds: Callable[[Round], bool]) -> Round:
        """The next build of which this holds; a busy machine may first build a file that is half saved."""
        until = monotonic() + PATIENCE
        while not holds(built := self.built()):
            assert monotonic() < until, "it never came to pass"
        return built


@contextmanager
def previewed(root: Path, port: int = 0) -> Iterator[Served]:
    served = Served(root, port)
    served.start()
    try:
        yield served
    finally:
        served.stop()
