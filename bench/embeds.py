"""Widgets side by side: `python bench/embeds.py [--npm FOLDER]`.

Five events in a page of another origin: with dateline's two kinds of frame, and with what others offer, whose
parts come from the npm registry: pym.js, iframe-resizer (version 4, the last free one), the way of
Datawrapper's snippet (its frame and its message, written here after what it documents), and TimelineJS in its
own frame. dateline's frame shows dateline's widget; pym.js, iframe-resizer and Datawrapper's way, which are
made for pages of any height, show the same five events as an ordinary page; TimelineJS makes its own of them.
Printed is a table in Markdown.
"""

from __future__ import annotations

import argparse
import gzip
import runpy
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Final

from hosting import chromium, npm, served, version
from playwright.sync_api import Browser, Frame, Page

from dateline import embeds
from dateline.build import build
from dateline.model import Event, Timeline
from dateline.pages.widgets import lists

TIMELINEJS: Final = "@knight-lab/timelinejs"
WORDS: Final = "<p>An article goes on here, with words enough for two or three lines of a telephone.</p>" * 4
STRICT: Final = "default-src 'none'; style-src 'unsafe-inline'; frame-src http://127.0.0.1:*"
WIDTHS: Final = (1280, 700, 360)
FORGED: Final = 4321
CLS: Final = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
TALLEST: Final = """
() => {
  const frame = document.querySelector("#slot iframe");
  window.tallest = 0;
  new MutationObserver(() => { window.tallest = Math.max(window.tallest, frame.offsetHeight); })
    .observe(frame, { attributes: true });
}
"""
"""Some correct a height half a second later: noted is the tallest that the frame ever was."""
FORGERY: Final = """
(said) => new Promise((done) => {
  const evil = document.createElement("iframe");
  evil.onload = done;
  const code = `for (const one of ${JSON.stringify(said)}) parent.postMessage(one, "*");`;
  evil.srcdoc = `<script>${code}</scr` + "ipt>";
  document.body.append(evil);
})
"""
"""Puts a frame of a stranger's into the page, which says all this to its host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to show the events in a page."""

    name: str
    snippet: str
    """What is pasted; `{child}` is the address of the framed pages, `{host}` of the host's own files."""
    scripts: tuple[str, ...] = ()
    """Files of the host that it loads."""
    forgeries: tuple[Any, ...] = ()
    """What a stranger would say to make the frame 4,321 pixels high."""


@dataclass(slots=True, kw_only=True)
class Found:
    """What one way came to."""

    shift: float = 0
    misfit: dict[int, int] = field(default_factory=dict)
    """By the width of the window: pixels cut off or left empty, the larger."""
    read: int = 0
    """Events that stand in the frame of a phone to be read."""
    scrollers: int = 0
    """Boxes inside that frame that scroll by themselves."""
    policy: str = ""
    without_script: str = ""
    forged: str = "nothing to forge"
    weight: int = 0
    """Bytes of script on the host, compressed."""


def ways(timeline: Timeline, tall: int) -> tuple[Way, ...]:
    """All that are compared; `tall` is how high the ordinary page is at 600 pixels, as an editor shows it."""
    latest = next(one for one in lists(timeline, {}, {}) if one.widget.target == "embed/latest/5/")
    plain = embeds.frame(latest.widget, timeline.site)
    opening = embeds.following(latest.widget, timeline.site)
    frame = '<iframe id="chart" title="Timeline" src="{child}other/NAME.html"'
    return (
        Way(name="dateline", snippet=plain.replace(timeline.site.url, "{child}")),
        Way(
            name="dateline, auto height",
            snippet=opening.replace(timeline.site.url, "{child}"),
            scripts=("static/embed/dateline.v1.js",),
            forgeries=({"dateline": "height", "value": FORGED},),
        ),
        Way(
            name="pym.js",
            snippet='<div id="chart"></div><script src="{host}pym.v1.min.js"></script>'
            '<script>new pym.Parent("chart", "{child}other/pym.html", {});</script>',
            scripts=("pym.v1.min.js",),
            forgeries=(f"pymxPYMxchartxPYMxheightxPYMx{FORGED}",),
        ),
        Way(
            name="iframe-resizer",
            snippet=frame.replace("NAME", "resizer")
            + ' style="width:1px;min-width:100%;border:0"></iframe><script src="{host}iframeResizer.min.js">'
            '</script><script>iFrameResize({}, "#chart");</script>',
            scripts=("iframeResizer.min.js",),
            forgeries=(f"[iFrameSizer]chart:{FORGED}:900:init", f"[iFrameSizer]chart:{FORGED}:900:size"),
        ),
        Way(
            name="Datawrapper’s way",
            snippet=frame.replace("NAME", "datawrapper")
            + f' scrolling="no" frameborder="0" style="width:0;min-width:100%;border:none" height="{tall}">'
            "</iframe><script>" + DATAWRAPPER + "</script>",
            forgeries=({"datawrapper-height": {"chart": FORGED}},),
        ),
        Way(
            name="TimelineJS",
            snippet='<iframe src="{child}other/timelinejs/index.html" width="100%" height="650" '
            'allowfullscreen frameborder="0"></iframe>',
        ),
    )


DATAWRAPPER: Final = """
addEventListener("message", (event) => {
  const told = event.data["datawrapper-height"];
  if (told === undefined) return;
  for (const frame of document.querySelectorAll("iframe"))
    for (const id in told) if (frame.contentWindow === event.source) frame.style.height = `${told[id]}px`;
});
"""
"""What the script in its snippet does: a height that a frame tells of itself becomes its height."""
CHILD_SCRIPTS: Final[Mapping[str, str]] = {
    "pym": '<script src="pym.v1.min.js"></script><script>new pym.Child({ polling: 500 });</script>',
    "resizer": '<script src="iframeResizer.contentWindow.min.js"></script>',
    "datawrapper": "<script>const tell = () => parent.postMessage({ 'datawrapper-height': "
    "{ chart: document.documentElement.getBoundingClientRect().height } }, '*');"
    "addEventListener('load', tell); addEventListener('resize', tell);</script>",
    "bare": "",
}


def ordinary(events: tuple[Event, ...], script: str) -> str:
    """The five events as a page whose height is that of its words."""
    rows = "".join(
        f"<li><b>{escape(event.title)}</b><p>{escape(', '.join(c.source for c in event.citations))}: "
        f"“{escape(str(event.citations[0].quote))}”</p></li>"
        for event in events
    )
    style = (
        "html{overflow-wrap:anywhere}body{margin:0;font:16px/1.5 sans-serif}"
        "ol{margin:0;padding:1em 1em 1em 2.5em}p{margin:0;padding:.5em 0}"
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width"><title>Events</title><style>{style}</style><ol>{rows}</ol>{script}</html>'
    )


def prepare(folder: Path, modules: Path) -> tuple[Timeline, Path, Path]:
    """The site with the others' framed pages beside it, and the host's own files."""
    make = runpy.run_path(str(Path(__file__).parent / "sites.py"))["write_site"]
    root = make(folder / "site", "long", events=5)
    timeline = build(root).timeline
    assert timeline
    child, host = root / "build", folder / "host"
    other = child / "other"
    shutil.copytree(modules / TIMELINEJS / "dist/css", other / "timelinejs/css")
    shutil.copytree(modules / TIMELINEJS / "dist/js", other / "timelinejs/js")
    shutil.copy(child / "data/timelinejs.json", other / "timelinejs")
    page = runpy.run_path(str(Path(__file__).parent / "timelinejs.py"))["HOST"]
    (other / "timelinejs/index.html").write_text(page.format(title="Events"), encoding="utf-8")
    for name, script in CHILD_SCRIPTS.items():
        (other / f"{name}.html").write_text(ordinary(timeline.events, script), encoding="utf-8")
    host.mkdir()
    for package, file, to in (
        ("pym.js", "dist/pym.v1.min.js", host),
        ("pym.js", "dist/pym.v1.min.js", other),
        ("iframe-resizer", "js/iframeResizer.min.js", host),
        ("iframe-resizer", "js/iframeResizer.contentWindow.min.js", other),
    ):
        shutil.copy(modules / package / file, to)
    return timeline, child, host


class Bench:
    """Measures one way after another."""

    def __init__(
        self, browser: Browser, child: str, host: str, files: Path, built: Path, titles: Sequence[str]
    ) -> None:
        self._titles = titles
        self._browser, self._child, self._files, self._built = browser, child, files, built
        self._host = host.replace("127.0.0.1", "localhost")

    def measure(self, way: Way) -> Found:
        """All of it."""
        found = Found(weight=sum(map(self._weight, way.scripts)))
        for width in (1280, 360):
            with self._opened(way, width) as page:
                found.shift = max(found.shift, float(page.evaluate("() => window.shifted")))
                found.misfit[width] = self._misfit(page)
                found.read, found.scrollers = self._read(page, self._titles)
                if width == 1280:
                    page.set_viewport_size({"width": 700, "height": 900})
                    page.wait_for_timeout(1200)
                    found.misfit[700] = self._misfit(page)
        with self._opened(way, 360, policy=STRICT) as page:
            found.policy = self._left(page)
        with self._opened(way, 360, script=False) as page:
            found.without_script = self._left(page)
        if way.forgeries:
            with self._opened(way, 1280) as page:
                page.evaluate(TALLEST)
                page.evaluate(FORGERY, list(way.forgeries))
                page.wait_for_timeout(1000)
                found.forged = "believed" if page.evaluate("() => window.tallest") == FORGED else "refused"
        return found

    @contextmanager
    def _opened(self, way: Way, width: int, *, policy: str = "", script: bool = True) -> Iterator[Page]:
        told = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
        snippet = way.snippet.replace("{child}", self._child).replace("{host}", self._host)
        (self._files / "index.html").write_text(
            f'<!doctype html><html lang="en"><meta charset="utf-8">{told}<meta name="viewport" '
            f'content="width=device-width"><title>Host</title><style>body{{margin:0}}</style><h1>Host</h1>{WORDS}'
            f'<div id="slot">{snippet}</div>{WORDS}</html>',
            encoding="utf-8",
        )
        context = self._browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        context.add_init_script(CLS)
        page = context.new_page()
        page.route(
            "**/*", lambda route: route.continue_() if self._ours(route.request.url) else route.abort()
        )
        page.goto(self._host)
        page.wait_for_timeout(2500)
        yield page
        context.close()

    def _ours(self, address: str) -> bool:
        return address.startswith((self._host, self._child, "data:", "blob:", "about:"))

    def _weight(self, file: str) -> int:
        there = next(path for path in (self._files / file, self._built / file) if path.is_file())
        return len(gzip.compress(there.read_bytes(), 6))

    def _frame(self, page: Page) -> Frame | None:
        return next((frame for frame in page.frames[1:] if frame.url.startswith(self._child)), None)

    def _misfit(self, page: Page) -> int:
        """Pixels that are cut off or need scrolling, or are left empty, in the frame."""
        frame = self._frame(page)
        if frame is None:
            return -1
        return int(
            frame.evaluate(
                """() => {
                  const last = Math.max(...[...document.body.querySelectorAll("*")]
                    .filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().bottom));
                  const over = document.documentElement.scrollHeight - innerHeight;
                  return Math.round(Math.max(over, innerHeight - last, 0));
                }"""
            )
        )

    def _read(self, page: Page, titles: Sequence[str]) -> tuple[int, int]:
        """How many events stand in the frame to be read, and how many boxes in it scroll by themselves."""
        frame = self._frame(page)
        if frame is None:
            return 0, 0
        seen, scrollers = frame.evaluate(
            """(titles) => {
              const flat = (one) => one.textContent.replace(/\\s+/g, " ").trim();
              const all = [...document.body.querySelectorAll("*")].filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width > 1 && box.left >= 0 && box.right <= innerWidth
                  && one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
              });
              const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflow);
              return [titles.filter((title) => all.some((one) => flat(one) === title)).length,
                      [...document.body.querySelectorAll("*")].filter(scrolls).length];
            }""",
            titles,
        )
        return int(seen), int(scrollers)

    def _left(self, page: Page) -> str:
        """What a reader is left with: all of it, all by scrolling, a part, or nothing."""
        frame = self._frame(page)
        if frame is None or len(frame.evaluate("() => document.body.innerText")) < 200:
            return "nothing"
        read, _ = self._read(page, self._titles)
        if read < len(self._titles):
            return f"{read} of {len(self._titles)} events"
        over = int(frame.evaluate("() => document.documentElement.scrollHeight - innerHeight"))
        if over <= 1:
            return "all"
        holds = page.evaluate(
            "() => document.querySelector('#slot iframe').getAttribute('scrolling') === 'no'"
        )
        return f"cut off, {over} pixels missing" if holds else "all, by scrolling in the frame"


ROWS: Final = (
    ("layout shift of the host, loaded at 1280 and 360", lambda f: f"{f.shift:.2f}".replace("0.00", "0")),
    *(
        (f"pixels cut off or empty at {width}", lambda f, width=width: str(f.misfit[width]))
        for width in WIDTHS
    ),
    ("events to be read on a phone, of 5", lambda f: str(f.read)),
    ("boxes that scroll inside the frame on a phone", lambda f: str(f.scrollers)),
    ("left under a policy that allows the frame alone", lambda f: f.policy),
    ("left with JavaScript off", lambda f: f.without_script),
    ("height forged by a frame of a stranger", lambda f: f.forged),
    (
        "script on the host, compressed",
        lambda f: f"{f.weight / 1000:.1f} kB" if f.weight else "none of its own",
    ),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--npm", type=Path, help="where to install the packages, or where they are")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        packages = ("pym.js@1", "iframe-resizer@4", f"{TIMELINEJS}@3")
        modules = npm(chosen.npm or folder / "npm", *packages)
        timeline, built, files = prepare(folder, modules)
        with served(built) as child, served(files) as host:
            page = browser.new_page(viewport={"width": 600, "height": 900})
            page.goto(f"{child}other/bare.html")
            tall = int(page.evaluate("() => document.documentElement.offsetHeight"))
            titles = [event.title for event in timeline.events]
            bench = Bench(browser, child, host, files, built, titles)
            found = {way.name: bench.measure(way) for way in ways(timeline, tall)}
        versions = {"pym.js": "pym.js", "iframe-resizer": "iframe-resizer", "TimelineJS": TIMELINEJS}
        heads = [f"{n} {version(modules, versions[n])}" if n in versions else n for n in found]
        print("| | " + " | ".join(heads) + " |\n|--|" + "--|" * len(found))
        for words, cell in ROWS:
            print(f"| {words} | " + " | ".join(cell(one) for one in found.values()) + " |")


if __name__ == "__main__":
    main()
