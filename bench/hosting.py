"""What the side-by-side measurements share: packages from npm, a server that compresses, and a browser."""

from __future__ import annotations

import gzip
import mimetypes
import shutil
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

COMPRESSED = ("text/", "application/json", "application/javascript", "image/svg+xml")


def npm(folder: Path, *packages: str) -> Path:
    """Install packages from the npm registry into a folder of their own; returns its node_modules."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in packages if not (folder / "node_modules" / each.rpartition("@")[0]).is_dir()]
    if wanted:
        command = ["npm", "install", "--prefix", str(folder), "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run([*command, *packages], check=True, capture_output=True)
    return folder / "node_modules"


def version(modules: Path, package: str) -> str:
    """Which version was installed."""
    import json

    return str(json.loads((modules / package / "package.json").read_text(encoding="utf-8"))["version"])


@contextmanager
def served(root: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """A folder on a port of the loopback, compressed as GitHub Pages does; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            file = root / path
            if file.is_dir():
                file = file / "index.html"
            found = file.is_file()
            body = file.read_bytes() if found else b"none"
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            self.send_response(200 if found else 404)
            if kind.startswith(COMPRESSED):
                body = gzip.compress(body, 6)
                self.send_header("Content-Encoding", "gzip")
                kind += "; charset=utf-8" if kind.startswith("text/") else ""
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Access-Control-Allow-Origin", "*")
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        raise SystemExit("this measurement needs a Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
