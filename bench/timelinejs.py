"""Side by side with TimelineJS: `python bench/timelinejs.py [--events 10 100 1000] [--npm FOLDER]`.

The same invented events are given to both: to dateline as a site, and to TimelineJS (from the npm registry)
as the `data/timelinejs.json` that the site's build writes. Measured in one run, in Chromium, as a phone of
360 by 740 pixels with a slow connection (1.6 Mbit/s, 150 ms) and a processor slowed four times; one server
compresses both. Nothing leaves this machine but for npm: what a page asks of other hosts is counted and
refused. Printed is a table in Markdown.
"""

from __future__ import annotations

import argparse
import re
import runpy
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final

from hosting import chromium, npm, served, version
from playwright.sync_api import Browser, BrowserContext, Page

from dateline.build import build

PACKAGE: Final = "@knight-lab/timelinejs"
PHONE: Final[Mapping[str, Any]] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
NETWORK: Final = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
SLOWED: Final = 4
PATIENCE: Final = 180_000
ROUNDS: Final = 3

WATCH: Final = """
(titles) => {
  const wanted = new Set(titles);
  const flat = (text) => text.replace(/\\s+/g, " ").trim();
  const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && element.getClientRects().length > 0;
  const look = () => {
    if (document.body) {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(), seen = 0; node && seen < 4000; node = walker.nextNode(), seen++) {
        if (wanted.has(flat(node.data)) && shown(node.parentElement)) {
          requestAnimationFrame(() => { window.firstEvent = performance.now(); });
          return;
        }
      }
    }
    setTimeout(look, 50);
  };
  look();
}
"""
"""Notes when the title of any event is first drawn, wherever on the page."""

SHOWN: Final = """
(titles) => {
  const flat = (text) => text.replace(/\\s+/g, " ").trim();
  const wanted = new Set(titles.map(flat));
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const title = flat(node.data);
    if (wanted.has(title)
      && node.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      found.add(title);
  }
  return titles.filter((title) => found.has(flat(title))).length;
}
"""
"""How many of the titles are displayed; what waits to be scrolled to, and is laid out then, is displayed."""

AXE: Final = """
() => axe.run(document, { resultTypes: ["violations"] })
  .then((found) => found.violations.map((rule) => rule.nodes.length))
"""

HOST: Final = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="css/timeline.css"><script src="js/timeline.js"></script>
<style>html, body {{ height: 100%; margin: 0 }} #timeline-embed {{ height: 100% }}</style></head>
<body><div id="timeline-embed"></div>
<script>window.timeline = new TL.Timeline("timeline-embed", "timelinejs.json");</script></body></html>
"""
"""As its documentation has it for pages that host it themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one page came to."""

    wire: int
    """Bytes, compressed, headers included."""
    requests: int
    elsewhere: int
    """How many of them went to other hosts."""
    first: float
    """Seconds until the first event is drawn."""
    without_script: float
    """Share of the events whose titles are there to read with JavaScript off."""
    in_print: float
    """Share of the events whose titles are in a PDF of the page."""
    axe_rules: int
    axe_places: int


def measure(browser: Browser, address: str, titles: Sequence[str], axe: str) -> Figures:
    """All figures of one page."""
    runs = [load(browser, address, titles) for _ in range(ROUNDS)]
    return Figures(
        wire=max(run[0] for run in runs),
        requests=max(run[1] for run in runs),
        elsewhere=max(run[2] for run in runs),
        first=median(run[3] for run in runs),
        without_script=shown_without_script(browser, address, titles),
        in_print=share(titles, text_in_print(browser, address)),
        **faults(browser, address, axe),
    )


def load(browser: Browser, address: str, titles: Sequence[str]) -> tuple[int, int, int, float]:
    """Bytes, requests, requests elsewhere, and seconds to the first event, on a throttled phone."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    asked = Asked(page, address)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    received: list[int] = []
    session.on("Network.loadingFinished", lambda event: received.append(int(event["encodedDataLength"])))
    page.add_init_script(f"({WATCH})({list(titles)!r})")
    page.goto(address, wait_until="commit", timeout=PATIENCE)
    first = waited(page) / 1000
    page.wait_for_load_state("networkidle", timeout=PATIENCE)
    context.close()
    return sum(received), asked.all, asked.elsewhere, first


def waited(page: Page) -> float:
    """Milliseconds until the first event; its page's policy forbids the library's own way of waiting."""
    for _ in range(PATIENCE // 200):
        if first := page.evaluate("() => window.firstEvent"):
            return float(first)
        page.wait_for_timeout(200)
    raise SystemExit("no event was drawn")


class Asked:
    """Counts what a page asks for; what it asks of other hosts is refused."""

    def __init__(self, page: Page, address: str) -> None:
        self.all = self.elsewhere = 0
        self._host = "/".join(address.split("/")[:3])
        page.route("**/*", self._answer)

    def _answer(self, route: Any) -> None:
        self.all += 1
        if route.request.url.startswith((self._host, "data:", "blob:")):
            route.continue_()
        else:
            self.elsewhere += 1
            route.abort()


def opened(context: BrowserContext, address: str) -> Page:
    """The page when it has come to rest, other hosts refused."""
    page = context.new_page()
    Asked(page, address)
    page.goto(address, timeout=PATIENCE)
    page.wait_for_load_state("networkidle", timeout=PATIENCE)
    page.wait_for_timeout(1500)
    return page


def shown_without_script(browser: Browser, address: str, titles: Sequence[str]) -> float:
    """The share of the titles that are displayed with JavaScript off, wherever on the page."""
    context = browser.new_context(**PHONE, java_script_enabled=False)
    found = opened(context, address).evaluate(SHOWN, list(titles))
    context.close()
    return float(found) / len(titles)


def text_in_print(browser: Browser, address: str) -> str:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = opened(context, address)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.pdf"
        page.pdf(path=file, format="A4")
        context.close()
        done = subprocess.run(
            ["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, text=True
        )
    return done.stdout


def share(titles: Sequence[str], text: str) -> float:
    """How many of the titles stand in the text, wherever its lines end and words are parted."""
    flat = squeezed(text)
    return sum(squeezed(title) in flat for title in titles) / len(titles)


def squeezed(text: str) -> str:
    return re.sub(r"[\s\-\u00ad\u2010]+", "", text)


def faults(browser: Browser, address: str, axe: str) -> dict[str, int]:
    """Rules that axe finds broken, and in how many places."""
    context = browser.new_context(**PHONE, bypass_csp=True)
    page = opened(context, address)
    page.evaluate(axe)
    found = page.evaluate(AXE)
    context.close()
    return {"axe_rules": len(found), "axe_places": sum(found)}


def sites(folder: Path, modules: Path, events: int) -> tuple[Path, Path, list[str]]:
    """Our site and theirs, of the same events, and the events' titles."""
    make = runpy.run_path(str(Path(__file__).parent / "sites.py"))["write_site"]
    root = make(folder / f"site-{events}", "long", events=events)
    outcome = build(root)
    if outcome.failed or outcome.timeline is None:
        raise SystemExit("\n".join(map(str, outcome.problems)))
    theirs = folder / f"timelinejs-{events}"
    for part in ("css", "js"):
        shutil.copytree(
            modules / PACKAGE / "dist" / part, theirs / part, ignore=shutil.ignore_patterns("*.map")
        )
    shutil.copy(root / "build/data/timelinejs.json", theirs)
    (theirs / "index.html").write_text(HOST.format(title=outcome.timeline.site.title), encoding="utf-8")
    return root / "build", theirs, [event.title for event in outcome.timeline.events]


ROWS: Final[tuple[tuple[str, Callable[[Figures], str]], ...]] = (
    ("bytes on the wire", lambda f: f"{f.wire / 1000:,.1f} kB"),
    ("requests", lambda f: str(f.requests)),
    ("of them to other hosts", lambda f: str(f.elsewhere)),
    ("first event drawn, on a throttled phone", lambda f: f"{f.first:.2f} s"),
    ("events readable without script", lambda f: f"{f.without_script:.0%}"),
    ("events in print", lambda f: f"{f.in_print:.0%}"),
    ("axe: rules broken (places)", lambda f: f"{f.axe_rules} ({f.axe_places})"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--events", type=int, nargs="+", default=[10, 100, 1000])
    parser.add_argument("--npm", type=Path, help="where to install the packages, or where they are")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        modules = npm(chosen.npm or folder / "npm", f"{PACKAGE}@3", "axe-core@4")
        axe = (modules / "axe-core/axe.min.js").read_text(encoding="utf-8")
        print(
            f"TimelineJS {version(modules, PACKAGE)}, axe {version(modules, 'axe-core')}, "
            f"Chromium {browser.version}\n"
        )
        found: dict[str, Figures] = {}
        for events in chosen.events:
            ours, theirs, titles = sites(folder, modules, events)
            with served(ours) as address, served(theirs) as other:
                found[f"dateline, {events:,}"] = measure(browser, address, titles, axe)
                if (ours / "all").is_dir():
                    found[f"dateline, {events:,} on one page"] = measure(
                        browser, f"{address}all/", titles, axe
                    )
                found[f"TimelineJS, {events:,}"] = measure(browser, other, titles, axe)
        print("| | " + " | ".join(found) + " |\n|--|" + "--|" * len(found))
        for words, cell in ROWS:
            print(f"| {words} | " + " | ".join(cell(one) for one in found.values()) + " |")


if __name__ == "__main__":
    main()
