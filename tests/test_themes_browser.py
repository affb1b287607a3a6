"""Every theme in a real browser: on a narrow phone, mirrored, in frames, with its typeface, for any need."""

import runpy
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route

from dateline.gallery import build_gallery
from dateline.palette import PALETTES, SCHEMES, THEMES, Theme, channels
from dateline.scaffold import scaffold
from serving import serving_folder

pytestmark = pytest.mark.browser

SITES = runpy.run_path(str(Path(__file__).parent.parent / "bench/sites.py"))
FAMILIES = {
    "editorial": "Source Serif 4",
    "ledger": "Public Sans",
    "docket": "Courier Prime",
    "terminal": "IBM Plex Mono",
}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SMALL_TARGETS = """() => [...document.querySelectorAll("a, summary, button, input")].filter(found => {
    const box = found.getBoundingClientRect();
    // 2.5.8 excepts what stands in a sentence; what is only for a keyboard is not pressed
    const inline = found.closest("figcaption, dd, .prose, .foot p, .take, .sheet > div > p, .share p");
    return box.width && box.height < 24 && !inline && !found.matches(".skip, .ref") && !found.closest("svg");
}).map(found => `${found.outerHTML.slice(0, 80)} ${found.getBoundingClientRect().height}`)"""
SHIFTS = """() => new Promise(done => {
    let sum = 0;
    new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; })
        .observe({type: "layout-shift", buffered: true});
    document.fonts.ready.then(() => setTimeout(() => done(sum), 200));
})"""


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a folder with the scaffolded site in every theme, each with its own typeface."""
    root = tmp_path_factory.mktemp("themes")
    scaffold(root / "site", date(2026, 1, 2))
    declared = (root / "site/site.py").read_text(encoding="utf-8")
    chosen = declared.replace("    language=", '    theme_options={"fonts": "bundled"},\n    language=')
    (root / "site/site.py").write_text(chosen, encoding="utf-8")
    problems, written = build_gallery(root / "site", root / "four", lambda step: None)
    assert written, problems
    with serving_folder(root / "four") as address:
        yield address


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a folder with a site in Arabic in every theme, which quotes English, too."""
    root = tmp_path_factory.mktemp("mirrored")
    SITES["write_site"](root / "site", "arabic")
    problems, written = build_gallery(root / "site", root / "four", lambda step: None)
    assert written, problems
    with serving_folder(root / "four") as address:
        yield address


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One page for all: what each test changes, it sets."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    chosen: Theme = request.param
    return chosen


@pytest.fixture(scope="module")
def front(theme: Theme, four: str, browser: Browser) -> Iterator[Page]:
    """The front page in this theme, on a desk."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.goto(f"{four}{theme}/")
    yield opened
    context.close()


@pytest.mark.parametrize("path", ["", "events/bridge-closes/", "sources/echo/"])
def test_a_page_fits_the_narrowest_phone_either_way_and_all_can_be_pressed(
    theme: Theme, path: str, four: str, page: Page
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(f"{four}{theme}/{path}")
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(SMALL_TARGETS) == []
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert page.evaluate(SIDEWAYS) <= 0
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(SIDEWAYS) <= 0
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.set_viewport_size({"width": 1280, "height": 700})
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(SMALL_TARGETS) == []


WHERE = """([selector, side]) => [...document.querySelectorAll(selector)].map(found => {
    const text = document.createRange();
    text.selectNodeContents(found);
    const rects = [...text.getClientRects()];
    const line = rects.filter(rect => Math.abs(rect.bottom - rects[0].bottom) < 4);
    return Math.round(Math.max(...line.map(rect => rect[side])));
})"""
"""Where the first line of each text is."""


@pytest.mark.parametrize("path", ["", "events/first-light/", "sources/authority/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_all_can_be_pressed_where_there_are_years_to_jump_to(
    theme: Theme, path: str, width: int, mirrored: str, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{mirrored}{theme}/{path}")
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("width", [360, 1280])
def test_words_that_run_the_other_way_begin_where_the_pages_own_lines_do(
    theme: Theme, width: int, mirrored: str, page: Page
) -> None:
    """A short quotation in English on an Arabic page does not stand at the far end of the column."""
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{mirrored}{theme}/events/first-light/")
    (words,), (day,) = (page.evaluate(WHERE, [f".head .{name}", "right"]) for name in ("words", "date"))
    assert abs(words - day) < 12, "but for a mark, which is no text"
    foreign, own = page.evaluate(WHERE, [".cits blockquote p", "right"])
    assert abs(foreign - own) < 12


@pytest.mark.parametrize("width", [360, 1280])
def test_the_facts_of_a_foreign_source_stand_under_one_another(
    theme: Theme, width: int, mirrored: str, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{mirrored}{theme}/sources/blog/")
    edges = page.evaluate(WHERE, [".facts-list dd", "right"])
    assert max(edges) - min(edges) <= 2


def test_on_a_phone_the_date_and_the_status_stand_on_one_line(
    theme: Theme, mirrored: str, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{mirrored}{theme}/events/first-light/")
    boxes = [page.locator(f".head {name}").bounding_box() for name in ("time", ".status")]
    day, status = (box["y"] + box["height"] / 2 for box in boxes if box)
    assert abs(day - status) <= 3


def test_on_a_phone_the_way_to_the_next_event_is_as_wide_as_the_page(
    theme: Theme, mirrored: str, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{mirrored}{theme}/events/first-light/")
    following, both = (page.locator(name).bounding_box() for name in (".turn [rel=next]", ".turn"))
    assert following and both and following["width"] == both["width"]


def test_a_sheet_without_a_lead_begins_beside_its_heading(theme: Theme, mirrored: str, page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(f"{mirrored}{theme}/sources/blog/")
    tops = (page.evaluate(WHERE, [name, "bottom"]) for name in ("#h-held", ".held h3"))
    heading, first = (found[0] for found in tops)
    assert abs(heading - first) <= 6


@pytest.mark.parametrize("path", ["", "embed/"])
def test_what_is_to_come_points_to_where_the_page_goes_on(
    theme: Theme, path: str, mirrored: str, page: Page
) -> None:
    page.goto(f"{mirrored}{theme}/{path}")
    mark = "getComputedStyle(document.querySelector('.s-possible'), '::before').transform"
    assert page.evaluate(mark) == "matrix(-1, 0, 0, 1, 0, 0)"


def test_a_widget_is_as_high_in_every_theme(theme: Theme, four: str, page: Page) -> None:
    """The heights stand in other people's pages: 52 + 3 * 96 + 44, whoever dresses them."""
    page.goto(f"{four}{theme}/embed/")
    high = "document.querySelector('main').getBoundingClientRect().height"
    for look, expected in (("", 384), ("dark-compact", 268)):
        page.evaluate("look => location.hash = look", look)
        for width in (300, 700):
            page.set_viewport_size({"width": width, "height": 300})
            assert page.evaluate(high) == expected


WORDS = "The mayor, who is 94, saw it. Three days later the Neighbourhoodadministration closed it for good."
ARABIC = "قال المجلس البلدي إن الجسر القديم أغلق يوم الأحد بعد أن تشققت إحدى دعاماته في الفيضان الأخير."
CUTS = """(cut, words) => words.map((_, at) => {
    cut.firstElementChild.textContent = words.slice(0, at + 1).join(" ");
    return cut.scrollHeight > cut.clientHeight;
})"""
"""Whether the first word alone, the first two, … are more than what is shown of them."""
SAY = """(cut, words) => {
    cut.firstElementChild.textContent = words;
    cut.firstElementChild.style.color = "transparent";
}"""


@pytest.mark.parametrize(
    ("site", "path", "which", "words"),
    [
        ("four", "bridge-closes", 0, WORDS),
        ("mirrored", "first-light", 0, WORDS),
        ("mirrored", "first-light", 1, ARABIC),
    ],
    ids=["English", "English in Arabic", "Arabic"],
)
@pytest.mark.parametrize(("look", "width"), [("", 375), ("", 700), ("#compact", 375)])
def test_a_quotation_that_is_cut_says_so_and_a_whole_one_does_not(
    theme: Theme,
    site: str,
    path: str,
    which: int,
    words: str,
    look: str,
    width: int,
    page: Page,
    request: pytest.FixtureRequest,
) -> None:
    """What stands after it has the colour of our own marks: from the very word on that has no room."""
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{request.getfixturevalue(site)}{theme}/embed/one/{path}/{look}")
    cut = page.locator(".cut").nth(which)
    spoken = words.split() * 3
    missing = cut.evaluate(CUTS, spoken)
    fits = missing.index(True)
    assert fits and missing == sorted(missing), "the more words, the less room"
    for count in (fits, fits + 1, len(spoken)):
        said = " ".join(spoken[:count])
        cut.evaluate(SAY, said)
        colours = Image.open(BytesIO(cut.screenshot())).getcolors(10**6) or ()
        assert (len(colours) > 1) is missing[count - 1], said


@pytest.mark.parametrize("look", ["", "#compact"])
@pytest.mark.parametrize("width", [320, 375, 700])
def test_a_disputed_date_of_a_widget_is_on_one_line_and_in_sight(
    theme: Theme, look: str, width: int, four: str, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{four}{theme}/embed/one/bridge-closes/{look}")
    box = page.locator(".rivals").bounding_box()
    dates = page.locator(".rival")
    assert box and dates.count() == 2
    for which, words in enumerate(("30 September 2025", "14 November 2025")):
        dates.nth(which).evaluate("(found, words) => found.textContent = words", words)
    lines = [dates.nth(which).bounding_box() for which in range(2)]
    for line in lines:
        assert line and line["height"] <= 20
        assert box["y"] <= line["y"] and line["y"] + line["height"] <= box["y"] + box["height"]


def test_the_themes_own_typeface_arrives_and_nothing_moves(theme: Theme, four: str, front: Page) -> None:
    assert front.evaluate(SHIFTS) <= 0.01
    loaded = front.evaluate("[...document.fonts].filter(f => f.status == 'loaded').map(f => f.family)")
    assert FAMILIES[theme] in {name.strip('"') for name in loaded}
    asked = front.evaluate("performance.getEntriesByType('resource').map(asked => asked.name)")
    assert len(asked) < 8
    assert all(url.startswith(four) for url in asked)


@pytest.mark.parametrize("width", [375, 1280])
def test_nothing_moves_when_the_typeface_is_late(
    theme: Theme, width: int, four: str, browser: Browser
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    opened, held = context.new_page(), list[Route]()

    def hold(route: Route) -> None:
        held.append(route)

    opened.route("**/*.woff2", hold)
    opened.goto(f"{four}{theme}/", wait_until="domcontentloaded")
    opened.wait_for_timeout(400)  # three times what a page waits for it
    for route in held:
        route.continue_()
    assert held
    assert opened.evaluate(SHIFTS) == 0
    context.close()


def test_light_and_dark_are_the_readers_choice(theme: Theme, front: Page) -> None:
    for scheme in SCHEMES:
        front.emulate_media(color_scheme=scheme)
        red, green, blue = channels(PALETTES[theme][scheme].paper)
        seen = front.evaluate("getComputedStyle(document.body).backgroundColor")
        assert seen == f"rgb({red}, {green}, {blue})"


def test_every_need_is_met(front: Page) -> None:
    """More contrast makes one voice of two; forced colours keep the shapes; less motion means none."""
    voices = "[...document.querySelectorAll('.date, .src, .words')].map(e => getComputedStyle(e).color)"
    front.emulate_media(contrast="more")
    assert len(set(front.evaluate(voices))) == 1
    front.emulate_media(contrast="no-preference", forced_colors="active")
    shape = front.evaluate("getComputedStyle(document.querySelector('.status'), '::before').backgroundColor")
    assert shape != "rgba(0, 0, 0, 0)"
    front.emulate_media(forced_colors="none", reduced_motion="reduce")
    assert front.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert front.evaluate("document.getAnimations().length") == 0


def test_on_paper_every_quotation_is_whole_and_the_paper_is_white(front: Page) -> None:
    front.emulate_media(media="print", color_scheme="dark")
    cut = """[...document.querySelectorAll(".said, .note summary")].filter(
        e => e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflowY != "visible").length"""
    assert front.evaluate(cut) == 0
    assert front.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    front.emulate_media(media="screen")
