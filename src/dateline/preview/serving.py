"""The preview's server: an edition over HTTP, under the path it will be published at.

It answers from memory alone: what is not a file of the edition does not exist. livereload's socket and script
do the reloading; its other handlers (static files, the forced reload) are left out, for they trust anyone.
"""

from __future__ import annotations

import asyncio
import errno
import json
import os
import socket
from collections.abc import Callable, Sequence
from inspect import isawaitable
from ipaddress import ip_address
from pathlib import Path
from types import SimpleNamespace
from typing import Final
from urllib.parse import unquote

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from dateline.preview.answering import answer, type_of
from dateline.preview.edition import Edition
from dateline.preview.injecting import OWN, inject, split_host
from dateline.problems import UserError

LOOPBACK: Final = "127.0.0.1"
_PORTS_TRIED: Final = 50
_CLIENT: Final = Path(__file__).parent / "client"
_NOT_UNDERSTOOD: Final = 1007
"""RFC 6455, 7.4.1: a message that is not what it should be."""
_REFUSED: Final = "This preview answers to the addresses of its own machine only.\n"

Current = Callable[[], Edition]
"""Gives the edition to answer from."""


def application(current: Current, host: str = LOOPBACK) -> Application:
    """The server's handlers; `current` gives the edition to answer from, `host` is where it listens."""
    given = {"current": current, "host": host}
    return Application(
        [
            (r"/livereload", Socket, given),
            (OWN + r"livereload\.js", Script, given),
            (OWN + r"(preview\.(?:js|css))", Client, given),
            (OWN + r"news\.json", News, given),
            (r"/.*", Pages, given),
        ],
        log_function=lambda handler: None,
    )


def admits(name: str, host: str) -> bool:
    """Whether a request for this Host may be answered by a server that listens on `host`.

    A page elsewhere can give any name of its own our address (DNS rebinding), but not an address as a name.
    """
    bare = name.strip("[]").lower()
    if bare == "localhost" or bare.endswith(".localhost") or bare == host.strip("[]").lower():
        return True
    try:
        return ip_address(bare).is_loopback or not is_loopback(host)
    except ValueError:
        own = socket.gethostname().lower()
        return not is_loopback(host) and bare in (own, f"{own}.local")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server that listens there."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def listen(host: str, port: int) -> tuple[socket.socket, int]:
    """A socket on this port or the first free one after it, and which it is. Raises UserError."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except OSError as error:
        raise UserError(f'"{host}" is no address of this machine.') from error
    family, address = found[0][0], str(found[0][4][0])
    last = min(port + _PORTS_TRIED, 65535)
    for number in range(port, last + 1):
        try:
            listening = socket.create_server((address, number), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                reason = os.strerror(error.errno or 0)
                raise UserError(f"cannot listen on {host}, port {number}: {reason.lower()}.") from error
        else:
            listening.setblocking(False)
            return listening, listening.getsockname()[1]
    raise UserError(f"ports {port} to {last} are all taken. Name another one: --port N.")


def tell(paths: Sequence[str]) -> None:
    """Tell every open page of these paths; call it on the server's loop."""
    for path in paths:
        Socket.reload_waiters(path)


class _Guarded(RequestHandler):
    """Answers nobody who comes by another name than ours."""

    def initialize(self, current: Current, host: str) -> None:
        """Take what `application` gives."""
        self.current = current
        self.listens_on = host

    def prepare(self) -> None:
        """Refuse a request for a foreign host before anything is read of it."""
        self.set_header("Server", "dateline")
        if not admits(split_host(self.request.host)[0], self.listens_on):
            self.set_status(403)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(_REFUSED)

    def set_default_headers(self) -> None:
        """Nothing is kept: the next save may change it."""
        self.set_header("Cache-Control", "no-cache")
        self.set_header("X-Content-Type-Options", "nosniff")

    async def head(self, *parts: str) -> None:
        """As GET; tornado leaves the body out."""
        answered = self.get(*parts)
        if isawaitable(answered):
            await answered


class Pages(_Guarded):
    """The site itself."""

    async def get(self) -> None:
        """A file of the edition, with the preview's scripts in a page; one that takes long stops no other."""
        edition = self.current()
        found = await asyncio.to_thread(answer, edition, unquote(self.request.path))
        self.set_status(found.status)
        self.set_header("Content-Type", found.type)
        if found.location:
            self.set_header("Location", found.location)
        is_page = found.body and found.type.startswith("text/html")
        self.finish(inject(found.body, self.request.host, edition.version) if is_page else found.body)


class News(_Guarded):
    """What open pages ask for: the problems, where each page is written, and how new the edition is."""

    def get(self) -> None:
        """The news as JSON."""
        edition = self.current()
        self.finish(
            {
                "version": edition.version,
                "base": edition.base,
                "built": bool(edition.files),
                "problems": [problem.as_dict() for problem in edition.problems],
                "marks": dict(edition.marks),
                "written": {target: (at.path, at.line) for target, at in edition.written.items()},
                "editor": edition.editor if is_loopback(self.listens_on) else "",
            }
        )


class Client(_Guarded):
    """The preview's own script and style sheet."""

    def get(self, name: str) -> None:
        """One of the two; the address has no room for another."""
        self.set_header("Content-Type", type_of(name))
        self.finish((_CLIENT / name).read_bytes())


class Script(_Guarded, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload.js, from the package."""

    def get(self) -> None:
        """The script as it was shipped."""
        LiveReloadJSHandler.get(self)


class Socket(_Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's socket, for pages of this server only."""

    live_css = True
    watcher = SimpleNamespace(filepath="")  # livereload logs it; what watches here is not one of its own

    def check_origin(self, origin: str) -> bool:
        """Whether the page that opens the socket came from here; livereload itself lets any in."""
        return WebSocketHandler.check_origin(self, origin)

    async def get(self, *parts: str) -> None:
        """Open the socket."""
        await LiveReloadHandler.get(self, *parts)

    def on_message(self, message: str) -> None:
        """Answer as livereload does, and from the first greeting on leave out no news.

        Whoever speaks otherwise than its script is heard no more.
        """
        if not _is_command(message):
            self.close(_NOT_UNDERSTOOD)
            return
        LiveReloadHandler.on_message(self, message)
        LiveReloadHandler.waiters.add(self)


def _is_command(message: str | bytes) -> bool:
    try:
        said = json.loads(message)
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and isinstance(said.get("command"), str)
