"""Servers for tests: each on a port of its own, in a thread of its own, and without a word."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

POLL = 0.02
"""Seconds; a server is stopped no sooner than it looks whether it shall."""


class Folder(SimpleHTTPRequestHandler):
    """A folder as a host serves it."""

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


@contextmanager
def serving(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[int]:
    """The port; the server has two names there, 127.0.0.1 and localhost, which are two sites to a browser."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(POLL,), daemon=True)
    thread.start()
    yield server.server_port
    server.shutdown()
    server.server_close()
    thread.join()


@contextmanager
def serving_folder(folder: Path, handler: type[SimpleHTTPRequestHandler] = Folder) -> Iterator[str]:
    """The address at which the files of a folder stand."""
    with serving(partial(handler, directory=str(folder))) as port:
        yield f"http://127.0.0.1:{port}/"
