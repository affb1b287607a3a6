"""Takes the pictures of themes.md: this repository's own site in every theme, on a desk and on a phone.

Needs Playwright and a Chromium: python docs/themes.py [folder for the pictures].
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from dateline.gallery import build_gallery
from dateline.palette import FIRST, THEMES, Scheme

HERE = Path(__file__).parent
SCALE = 0.55
GAP = 24
DESK, PHONE, HEIGHT = 1280, 375, 1440


def take(folder: Path, site: Path) -> None:
    """One picture a theme, in WebP."""
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for theme in THEMES:
            page = (site / theme / "index.html").as_uri()
            first = FIRST[theme]
            other: Scheme = "dark" if first == "light" else "light"
            shots = [_shot(browser, page, DESK, first), _shot(browser, page, PHONE, other)]
            _beside(shots).save(folder / f"{theme}.webp", quality=62, method=6)
        browser.close()


def _shot(browser: Browser, page: str, width: int, scheme: Scheme) -> Image.Image:
    view = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, bypass_csp=True)
    view.goto(page)
    # the head of the page, then the timeline; the drawing between them is the same in every theme
    view.add_style_tag(content=".overview, .filters, .jump { display: none }")
    taken = Image.open(BytesIO(view.screenshot()))
    view.close()
    return taken.resize((round(taken.width * SCALE), round(taken.height * SCALE)), Image.Resampling.LANCZOS)


def _beside(pictures: list[Image.Image]) -> Image.Image:
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) - 1)
    whole = Image.new("RGBA", (width, max(picture.height for picture in pictures)))
    left = 0
    for picture in pictures:
        whole.paste(picture, (left, 0))
        left += picture.width + GAP
    return whole


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "themes"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as built:
        build_gallery(HERE.parent, Path(built) / "four", lambda step: None)
        take(target, Path(built) / "four")
