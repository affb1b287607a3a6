"""Figures in a real browser: nothing from elsewhere before a click, no jump, all of it on paper."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Request, Route, expect

from dateline.build import build
from dateline.scaffold import scaffold
from serving import serving_folder

pytestmark = pytest.mark.browser
EVENT = "events/bridge-opens/"
MEDIA = """\
media:
  - {file: arch.png, alt: An arch of iron, caption: The bridge.}
  - {url: "https://youtu.be/dQw4w9WgXcQ", alt: The opening on film, poster: arch.png}
  - {url: "https://vimeo.com/76979871", alt: A walk over the bridge}
  - {file: talk.mp3, alt: The mayor’s speech}
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the built site is served."""
    root = tmp_path_factory.mktemp("media-browser") / "site"
    scaffold(root, date(2026, 1, 2))
    (root / "content/media").mkdir()
    slope = Image.linear_gradient("L").resize((1000, 500))
    Image.merge("RGB", (slope, slope.rotate(180), slope)).save(root / "content/media/arch.png")
    (root / "content/media/talk.mp3").write_bytes(b"ID3" + bytes(99))
    path = root / "content/events/bridge-opens.md"
    path.write_text(path.read_text(encoding="utf-8").replace("---\n", f"---\n{MEDIA}", 1), encoding="utf-8")
    assert not build(root).problems
    with serving_folder(root / "build") as address:
        yield address


@contextmanager
def opened(browser: Browser, url: str, **options: object) -> Iterator[tuple[Page, list[Request]]]:
    """A page, and all that it asks for; other sites answer with an empty page."""
    context = browser.new_context(**options)
    page = context.new_page()
    asked: list[Request] = []
    faults: list[str] = []

    def note(request: Request) -> None:
        asked.append(request)

    page.on("request", note)
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)

    def answer(route: Route) -> None:
        route.fulfill(body="<!doctype html><title>A player</title>", content_type="text/html")

    context.route(lambda asked_for: not asked_for.startswith("http://127.0.0.1"), answer)
    page.goto(url)
    yield page, asked
    assert faults == []
    context.close()


def elsewhere(asked: list[Request]) -> list[str]:
    return [request.url for request in asked if not request.url.startswith("http://127.0.0.1")]


def test_nothing_of_another_site_is_asked_for_before_a_click(browser: Browser, address: str) -> None:
    with opened(browser, address + EVENT) as (page, asked):
        page.mouse.wheel(0, 5000)
        page.wait_for_function("document.querySelector('.facade .says').textContent.startsWith('Play')")
        page.wait_for_load_state("networkidle")
        assert elsewhere(asked) == []
        assert page.locator("iframe").count() == 0

        page.get_by_role("button", name="The opening on film").click()
        frame = page.locator("iframe")
        assert frame.get_attribute("src") == "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1"
        assert frame.get_attribute("title") == "The opening on film"
        assert page.evaluate("document.activeElement.tagName") == "IFRAME"
        page.frame_locator("iframe").locator("html").wait_for()
        assert {url.split("/")[2] for url in elsewhere(asked)} == {"www.youtube-nocookie.com"}


def test_a_player_is_started_by_keys(browser: Browser, address: str) -> None:
    for key in ("Enter", "Space"):
        with opened(browser, address + EVENT) as (page, _):
            link = page.get_by_role("button", name="A walk over the bridge")
            link.focus()
            page.keyboard.press(key)
            player = page.locator('iframe[src^="https://player.vimeo.com/video/76979871"]')
            expect(player).to_have_count(1)


def test_a_click_that_asks_for_a_new_tab_gets_one(browser: Browser, address: str) -> None:
    with opened(browser, address + EVENT) as (page, _):
        with page.context.expect_page():
            page.get_by_role("button", name="A walk over the bridge").click(modifiers=["Control"])
        assert page.locator("iframe").count() == 0


def test_without_script_a_video_is_a_link_to_its_page(browser: Browser, address: str) -> None:
    with opened(browser, address + EVENT, java_script_enabled=False) as (page, asked):
        link = page.get_by_role("link", name="The opening on film Watch at YouTube")
        assert link.get_attribute("href") == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
        assert elsewhere(asked) == []


def test_pictures_come_in_the_best_form_and_no_larger_than_needed(browser: Browser, address: str) -> None:
    with opened(browser, address + EVENT, viewport={"width": 360, "height": 700}) as (page, asked):
        page.wait_for_load_state("networkidle")
        first = next(request.url for request in asked if "/media/" in request.url)
        assert first.endswith("-480.avif")
        assert page.evaluate("document.querySelector('.medium img').complete")


def test_the_page_does_not_jump_while_pictures_come(browser: Browser, address: str) -> None:
    with opened(browser, address + EVENT, viewport={"width": 360, "height": 700}) as (page, _):
        shifts = """() => new Promise(done => new PerformanceObserver(list =>
            done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
            .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done(0), 300))"""
        assert page.evaluate(shifts) <= 0.01
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_paper_a_video_is_its_address(browser: Browser, address: str) -> None:
    with opened(browser, address + EVENT) as (page, _):
        page.emulate_media(media="print")
        assert page.get_by_text(
            "The opening on film: https://www.youtube.com/watch?v=dQw4w9WgXcQ"
        ).is_visible()
        assert page.get_by_text("https://example.org/footbridge/media/talk-").is_visible()
        assert not page.locator("audio").is_visible()
        assert page.locator(".medium.picture img").is_visible()


def test_every_page_has_a_picture_for_sharing_that_is_one(browser: Browser, address: str) -> None:
    found = set()
    for path in ("", EVENT, "about/"):
        with opened(browser, address + path) as (page, _):
            told = page.locator('meta[property="og:image"]').get_attribute("content") or ""
            name = told.removeprefix("https://example.org/footbridge/")
            answer = page.request.get(address + name)
            assert Image.open(io.BytesIO(answer.body())).size == (1200, 630)
            assert page.locator('meta[name="twitter:card"]').get_attribute("content") == "summary_large_image"
            found.add(name)
    assert len(found) == 2
