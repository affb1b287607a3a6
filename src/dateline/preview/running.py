"""The preview as it runs: look, build, tell; look again."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic, thread_time, time
from typing import Final

from tornado.httpserver import HTTPServer

from dateline.declaration import read_site
from dateline.kept import Kept
from dateline.preview.edition import Edition, changed_files, news, next_edition, with_faults
from dateline.preview.serving import LOOPBACK, application, listen, tell
from dateline.preview.watching import Tree, age, changed, look, unchanged

PAUSE: Final = 0.05
"""Seconds between two looks at a small tree."""
LEISURE: Final = 15
"""A pause is at least so many times the look before it: a large tree takes a sixteenth of a core."""
SETTLED: Final = 0.03
"""Seconds without another change that end a burst of saves, counted from the last save itself."""
PATIENCE: Final = 1.0
"""Seconds after which a burst that will not end is built as it stands; the rest makes the next build."""
LATELY: Final = 8
"""How many of the files that were saved last are looked at after every pause."""
QUIET: Final = 0.25
"""Seconds without a request after which pages are made that nobody asked for."""
LITTER: Final = 100_000
"""How many objects may be left lying before Python looks for garbage. A build leaves some six hundred, and
looking through all that is kept of a thousand events takes longer than the build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One build of a preview, and what it came to."""

    edition: Edition
    saved: tuple[str, ...] = ()
    """The files whose change began it, relative to the site's folder where they are in it; () at first, and
    when a page that nobody had asked for could not be made."""
    changed: tuple[str, ...] = ()
    """Files of the site that are others than before, or may be."""
    seconds: float = 0.0


class Preview:
    """A server of one site that builds it anew whenever a file is saved.

    `heard` is called after every build, `ready` once with the address when the server listens.
    """

    def __init__(
        self,
        root: Path,
        *,
        heard: Callable[[Round], None] = lambda round: None,
        ready: Callable[[str], None] = lambda address: None,
    ) -> None:
        self.root = root.resolve()
        self.edition = Edition()
        self._kept = Kept()
        self._cost = 0.0  # of the last look, in seconds of the processor
        self._lately: tuple[str, ...] = ()  # files that were saved, the last first
        self._asked = monotonic()  # when there last was a request, or a build to ask for
        self._heard = heard
        self._ready = ready

    async def run(self, host: str = LOOPBACK, port: int = 5500) -> None:
        """Serve until cancelled. Raises UserError when there is no site, or no port to listen on."""
        site, _ = read_site(self.root)
        self.edition = Edition(site=site)
        listening, number = listen(host, port)
        server = HTTPServer(application(self._current, host))
        with _seldom_collected():
            seen = await self._look()
            await self._round(())
            server.add_socket(listening)
            try:
                self._ready(f"http://{_shown(host)}:{number}{self.edition.base}")
                await self._watch(seen)
            finally:
                server.stop()
                await server.close_all_connections()

    async def _watch(self, seen: Tree) -> None:
        """Build after every change. What is saved during a build differs from `seen`, and makes the next."""
        while True:
            now = await self._look()
            if now != seen:
                now = await self._settled(seen, now)
                saved, seen = changed(seen, now), now
                self._lately = tuple(dict.fromkeys((*saved, *self._lately)))[:LATELY]
                await self._round(saved)
            else:
                await self._rest(seen)

    async def _rest(self, seen: Tree) -> None:
        """Until the next look. Whoever saves a file saves it again: the last ones are looked at meanwhile."""
        until = monotonic() + self._cost * LEISURE
        while True:
            await self._pause()
            if monotonic() >= until or not unchanged(seen, self._lately):
                return

    async def _pause(self) -> None:
        """As long as between two looks at a small tree. While nobody asks for a page, more are made."""
        files, until = self.edition.files, monotonic() + PAUSE
        if files.complete or monotonic() < self._asked + QUIET:
            await asyncio.sleep(PAUSE)
        else:
            await asyncio.to_thread(files.make_pages, lambda: monotonic() < until)
        before, self.edition = self.edition, with_faults(self.edition)
        if self.edition is not before:
            tell(news(before, self.edition))
            self._heard(Round(edition=self.edition))

    async def _settled(self, seen: Tree, tree: Tree) -> Tree:
        """The tree once a burst of saves is over; one that was over when it was noticed costs no time."""
        deadline = monotonic() + PATIENCE
        while monotonic() < deadline and (rest := SETTLED - age(seen, tree, time())) > 0:
            await asyncio.sleep(min(rest, SETTLED))
            later = await self._look()
            if later == tree:
                break
            tree = later
        return tree

    async def _look(self) -> Tree:
        return await asyncio.to_thread(self._look_now)

    def _look_now(self) -> Tree:
        began = thread_time()
        tree = look(self.root, self.edition.site)
        self._cost = thread_time() - began
        return tree

    async def _round(self, saved: tuple[str, ...]) -> None:
        """One build in a thread of its own; requests are answered from the edition before it meanwhile."""
        began = monotonic()
        before = self.edition
        today, names = datetime.now(UTC).date(), tuple(self._named(path) for path in saved)
        self.edition = await asyncio.to_thread(next_edition, before, self.root, today, self._kept, names)
        self._asked = monotonic()
        tell(news(before, self.edition))
        self._heard(
            Round(
                edition=self.edition,
                saved=names,
                changed=changed_files(before, self.edition),
                seconds=monotonic() - began,
            )
        )

    def _current(self) -> Edition:
        self._asked = monotonic()
        return self.edition

    def _named(self, path: str) -> str:
        file = Path(path)
        return file.relative_to(self.root).as_posix() if file.is_relative_to(self.root) else file.name


@contextmanager
def _seldom_collected() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(LITTER, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _shown(host: str) -> str:
    """The host as it stands in an address; a server on every address is shown by one that leads to it."""
    if host in ("0.0.0.0", "::", ""):
        return LOOPBACK if host != "::" else "[::1]"
    return f"[{host}]" if ":" in host and not host.startswith("[") else host
