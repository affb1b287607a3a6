"""The flagship in a real browser, as readers meet it: on a phone, scriptless, on paper, under a path."""

import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from conftest import flagship_in
from dateline.build import build
from serving import Folder, serving

pytestmark = pytest.mark.browser
BASE = "/ford-xiaomi/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The flagship, built by the lock; returns its output folder."""
    root = flagship_in(tmp_path_factory.mktemp("browser"))
    outcome = build(root)
    assert outcome.written is not None, "\n".join(map(str, outcome.problems))
    return root / "build"


class Pages(Folder):
    """A host such as Pages: the site stands under a project path, and nothing else is there."""

    def translate_path(self, path: str) -> str:
        if not path.startswith(BASE):
            return os.devnull + "/nothing"
        return super().translate_path(path.removeprefix(BASE.rstrip("/")))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serving(partial(Pages, directory=str(site))) as port:
        yield f"http://127.0.0.1:{port}{BASE}"


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


def watched(page: Page) -> list[str]:
    """Complaints of the console and requests that leave the site, as they come."""
    complaints: list[str] = []

    def listen(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    def follow(request: Request) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "file:", "data:")):
            complaints.append(f"asked for {request.url}")

    page.on("console", listen)
    page.on("request", follow)
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


KINDS = ["", "events/ft-report/", "sources/", "sources/carwikihub/", "disagreements/", "actors/"]
KINDS += ["actors/ford/", "statuses/denied/", "tags/", "about/", "404.html"]


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    yield context
    context.close()


BEYOND_THE_EDGE = """found => found.filter(one => one.getBoundingClientRect().right > innerWidth + 1)
    .map(one => one.textContent)"""


def enlarge(page: Page) -> None:
    """As a reader does who sets letters twice as large."""
    sizes = {"fontSizes": {"standard": 32, "fixed": 26}}
    page.context.new_cdp_session(page).send("Page.setFontSizes", sizes)


@pytest.mark.parametrize("path", KINDS)
def test_a_page_loads_clean_and_fits_a_phone(phone: BrowserContext, address: str, path: str) -> None:
    page = phone.new_page()
    complaints = watched(page)
    response = page.goto(address + path, wait_until="load")
    assert response is not None and response.ok
    assert page.locator("h1").count() == 1
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert (brightness_of(page) < 80) if scheme == "dark" else (brightness_of(page) > 180)
    tops = "found => found.map(one => [...one.children].map(part => part.getBoundingClientRect().top))"
    assert all(max(row) - min(row) < 16 for row in page.locator(".event > .when").evaluate_all(tops))
    enlarge(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.locator(".st").evaluate_all(BEYOND_THE_EDGE) == []
    assert complaints == []
    page.close()


def test_on_a_phone_two_facts_do_not_run_into_one_another(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.goto(f"{address}disagreements/")
    one, other = (found.bounding_box() for found in page.locator(".facts > :not(.dot)").all())
    assert one and other
    assert other["y"] >= one["y"] + one["height"] or other["x"] >= one["x"] + one["width"] + 8


def test_on_a_phone_no_way_on_is_left_alone_in_a_row(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.goto(f"{address}sources/")
    tops = [found["y"] for link in page.locator(".top li a").all() if (found := link.bounding_box())]
    assert len(set(tops)) > 1
    assert min(Counter(tops).values()) >= len(tops) // len(set(tops)) - 1
    page.close()


def test_in_the_widget_of_an_event_its_dek_follows_its_title(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.goto(f"{address}embed/one/ft-report/")
    page.locator("h1 a").evaluate("found => found.textContent = 'They deny it'")
    title, dek = page.locator("h1").bounding_box(), page.locator(".dek").bounding_box()
    assert title and dek
    assert title["height"] < 30 and dek["y"] - title["y"] - title["height"] < 1
    page.close()


def brightness_of(page: Page) -> float:
    """Of its background, 0 to 255."""
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(int(n) for n in re.findall(r"\d+", background)[:3]) / 3


def test_every_link_and_fragment_leads_somewhere(site: Path, address: str) -> None:
    """Read from the files, so that all pages are walked."""
    ids: dict[str, set[str]] = {}
    links: list[tuple[str, str]] = []
    for path in site.rglob("*.html"):
        where = path.relative_to(site).as_posix().removesuffix("index.html")
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        ids[address + where] = {str(tag["id"]) for tag in soup.find_all(id=True)}
        for tag in soup.find_all(["a", "link", "script", "img", "use"]):
            target = tag.get("href") or tag.get("src")
            if target:
                links.append((address + where, str(target)))
    missing = set()
    for where, target in links:
        whole, _, fragment = urljoin(where, target).partition("#")
        if not whole.startswith(address):
            assert whole.startswith(("https://", "http://", "mailto:")), (where, target)
            continue
        file = site / whole.removeprefix(address)
        if (not (file / "index.html").is_file() and not file.is_file()) or (
            fragment and whole in ids and fragment not in ids[whole]
        ):
            missing.add((where, target))
    assert not missing
    assert len(links) > 1000


def test_without_script_the_whole_story_is_there(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    titles = page.locator("article h3").all_inner_texts()
    assert len(titles) == len(list((site / "events").iterdir()))
    assert page.get_by_text("Trump may visit China for trade talks").first.is_visible()
    context.close()


def test_the_keyboard_alone_goes_from_the_index_to_a_source_and_back(
    reader: BrowserContext, address: str
) -> None:
    page = reader.new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to the text"
    page.get_by_role("link", name="The Financial Times reports that Ford").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/ft-report/")
    page.locator('a[href="#c1"]').first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/ft-report/#c1")
    assert page.locator("#c1").get_by_text("Financial Times reported Saturday").is_visible()
    page.locator("#c1").get_by_role("link", name="eletric-vehicles", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/eletric-vehicles/")
    page.go_back()
    page.locator('#c1 a[href="#r1"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/ft-report/#r1")


@pytest.mark.parametrize("width", [360, 800, 1280])
def test_what_is_not_in_sight_is_given_room_enough(reader: BrowserContext, address: str, width: int) -> None:
    """Otherwise what asks where things are is told that one period lies over the next."""
    page = reader.new_page()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert page.locator(".long").count() > 3
    bottom = "getBoundingClientRect().bottom"
    over = f"all => all.filter(e => e.lastElementChild.{bottom} > e.{bottom} + 1).map(e => e.id)"
    assert page.locator(".long").evaluate_all(over) == []


def test_a_quotation_on_the_index_opens_in_place(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    page.goto(address)
    note = page.locator("details.note").first
    note.locator("summary").focus()
    page.keyboard.press("Enter")
    assert note.get_attribute("open") is not None
    assert note.get_by_text("Verified").is_visible()


def test_both_dates_of_the_report_stand_and_are_called_disputed(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    page.goto(address + "events/ft-report/")
    head = page.locator("main header").first
    assert "31 January 2026" in head.inner_text()
    assert "early 2024" in head.inner_text()
    assert "disputed" in head.inner_text()


def test_paper_holds_every_event_and_every_address(
    browser: Browser, address: str, site: Path, tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext on this machine")
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    titles = page.locator("article h3").all_inner_texts()
    page.pdf(path=str(tmp_path / "index.pdf"))
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "index.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    words = set(re.findall(r"\w+", text))
    assert not [title for title in titles if not set(re.findall(r"\w+", title)) <= words]
    page.goto(address + "sources/torquecafe/")
    page.pdf(path=str(tmp_path / "source.pdf"))
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "source.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "torquecafe.com/ford-xiaomi-partnership" in re.sub(r"\s", "", text)
    context.close()


def test_a_title_of_two_lines_begins_beside_its_date(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    page.goto(f"{address}sources/carwikihub/")
    heights = page.locator(".readings > li").evaluate_all(
        "rows => rows.map(row => [...row.children].map(one => one.getBoundingClientRect().top))"
    )
    assert heights and all(max(tops) - min(tops) < 8 for tops in heights)
    page.close()


def test_in_forced_colours_uncertain_spans_are_hatched(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address)
    fills = page.locator("svg.strip *").evaluate_all("nodes => nodes.map(n => getComputedStyle(n).fill)")
    assert any("#hatch" in fill for fill in fills)
    context.close()


def test_the_site_reads_from_a_file_system_too(reader: BrowserContext, site: Path) -> None:
    page = reader.new_page()
    complaints = watched(page)
    page.goto((site / "index.html").as_uri())
    page.wait_for_load_state("networkidle")
    of_modules = ("/static/reader.js", "net::ERR_FAILED")  # which browsers load from no file
    assert [each for each in complaints if not any(words in each for words in of_modules)] == []
    assert page.evaluate("getComputedStyle(document.querySelector('.vh')).position") == "absolute"
