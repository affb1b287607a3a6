"""Finding in a real browser: words, filters, keys, and an address that can be passed on."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from dateline import pages
from dateline.pages import paging
from dateline.render import render_site
from serving import serving_folder
from timelines import TIMELINE, cite, event, many, reading

pytestmark = pytest.mark.browser
expect.set_options(timeout=20_000)  # a busy machine is slow, and not wrong
HOSTILE = "<img src=x onerror=document.title=1>"
EVENTS = (
    *TIMELINE.events,
    event("hostile", HOSTILE, date=reading("2026-02-14"), status="alleged"),
    event("muller", "Müller reist an die Straße nach Łódź", date=reading("2025-03-01"), tags=("Reise",)),
    event("emirates", "الإمارات تعلن عن الصفقة", date=reading("2025-04-02")),
    event("beijing", "北京車展開幕", date=reading("2025-04-23"), actors=("Xiaomi",)),
    event(
        "oxford",
        "Oxford sells 25 cars for $3,200",
        date=reading("1999"),
        citations=(cite(1, "ev-com", "so"),),
    ),
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two sites beside each other: one page of eleven events, and `long/`, paged."""
    root = tmp_path_factory.mktemp("finding")
    one = replace(TIMELINE, events=EVENTS)
    long = replace(TIMELINE, events=many(40))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paging, "PAGED", 20)
        for folder, timeline in ((root, one), (root / "long", long)):
            files, problems = render_site(timeline, pages.plan(timeline)[0])
            assert problems == ()
            for path, content in files.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
    with serving_folder(root) as address:
        yield address


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    """A page that must not be complained about, by the console or by its policy."""
    page = reader.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []


def shown(page: Page) -> list[str]:
    """The headlines that are in sight, of the list or of what was found."""
    links = page.locator(".event h3 a:visible, .hits a:visible").all_inner_texts()
    return [link.strip() for link in links]


def told(page: Page) -> str:
    expect(page.locator(".told")).not_to_be_empty()
    return page.locator(".told").inner_text()


def test_a_filter_stands_in_the_address_that_can_be_passed_on_and_gone_back_from(
    page: Page, reader: BrowserContext, address: str
) -> None:
    page.goto(address)
    page.locator("#find").get_by_role("link", name="Ford").click()
    assert told(page) == "3 of 11 events: ford"
    assert page.url == f"{address}?who=ford#find"
    page.locator("#find").get_by_role("link", name="confirmed").click()
    expect(page.locator(".told")).to_have_text("1 of 11 events: confirmed · ford")
    assert page.url == f"{address}?status=confirmed&who=ford#find"
    assert shown(page) == ["Ford denies it"]
    assert page.locator("#find [aria-current]").count() == 2

    other = reader.new_page()
    other.goto(page.url)
    assert told(other) == "1 of 11 events: confirmed · ford" and shown(other) == ["Ford denies it"]

    page.go_back()
    expect(page.locator(".told")).to_have_text("3 of 11 events: ford")
    page.go_back()
    expect(page.locator(".told")).to_be_empty()
    assert len(shown(page)) == 11
    page.go_forward()
    expect(page.locator(".told")).to_have_text("3 of 11 events: ford")
    page.locator("#find").get_by_role("link", name="Ford").click()
    expect(page.locator(".told")).to_be_empty()
    assert page.url == address


def test_selects_filter_by_every_name_and_by_whether_sources_disagree(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="More filters").click()
    page.locator("select[name=source]").select_option("Explainer")
    assert told(page) == "1 of 11 events: Explainer"
    page.locator("select[name=source]").select_option("any")
    page.locator("select[name=disputed]").select_option("not disputed")
    expect(page.locator(".told")).to_have_text("10 of 11 events: not disputed")
    page.locator("select[name=what]").select_option("Reise")
    expect(page.locator(".told")).to_have_text("1 of 11 events: Reise · not disputed")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".told")).to_be_empty()
    expect(page.locator("#q")).to_be_focused()
    assert len(shown(page)) == 11


FOUND = [
    ("feb 2026", ["Ford denies it", HOSTILE]),
    ("2026-02", ["Ford denies it", HOSTILE]),
    ("muller strasse lodz", ["Müller reist an die Straße nach Łódź"]),
    ("الامارات", ["الإمارات تعلن عن الصفقة"]),
    ("صفقة", ["الإمارات تعلن عن الصفقة"]),
    ("車展", ["北京車展開幕"]),
    ("XIAOMI", ["北京車展開幕"]),
    ("oxford", ["Oxford sells 25 cars for $3,200"]),
    ("25 cars", ["Oxford sells 25 cars for $3,200"]),
    ("3,200", ["Oxford sells 25 cars for $3,200"]),
    ("3200", ["Oxford sells 25 cars for $3,200"]),
    ("3.200", ["Oxford sells 25 cars for $3,200"]),
    ("“people familiar”", ["The Financial Times reports talks"]),
    ('"familiar people"', []),
    ("<img onerror", [HOSTILE]),
]
"""Words, and the headlines of all events that hold them."""


def test_words_names_and_dates_are_found_in_every_script(page: Page, address: str) -> None:
    page.goto(address)
    for words, found in FOUND:
        page.locator("#q").fill(words)
        count = f"{len(found)} of 11 events: " if found else "Nothing found: "
        asked = words if words[0] in '“"' else f"“{words}”"
        expect(page.locator(".told")).to_have_text(count + asked)
        assert shown(page) == found
    assert "1" not in page.title()


def test_short_words_are_found_where_a_word_begins(page: Page, address: str) -> None:
    page.goto(f"{address}?q=ford")
    assert told(page) == "3 of 11 events: “ford”"
    assert "Oxford" not in str(shown(page))


def test_typing_is_one_step_of_the_history_and_announced_politely(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#q").press_sequentially("trip", delay=200)
    expect(page.locator(".told")).to_have_text("1 of 11 events: “trip”")
    assert page.locator(".told").get_attribute("role") == "status"
    page.go_back()
    expect(page.locator(".told")).to_be_empty()
    expect(page.locator("#q")).to_have_value("")


def test_sources_are_found_by_their_names_and_titles(page: Page, address: str) -> None:
    page.goto(f"{address}?q=explainer#find")
    link = page.locator(".sources").get_by_role("link")
    expect(link).to_have_text(["Explainer"])
    assert link.evaluate("e => getComputedStyle(e).textDecorationLine") == "underline"
    link.click()
    page.wait_for_url("**/sources/explainer/")


def test_what_is_left_out_is_dim_in_the_overview_and_its_gaps_and_counts_are_no_others(
    page: Page, address: str
) -> None:
    page.goto(f"{address}?q=ford%20denies")
    assert told(page) == "1 of 11 events: “ford denies”"
    strip = page.locator(".strip-wide")
    lit = strip.locator('g > [class^="m-"]:not(.dim)').evaluate_all(
        "all => all.map(p => p.getAttribute('d')).join('')"
    )
    dim = strip.locator('g > [class^="m-"].dim').evaluate_all(
        "all => all.map(p => p.getAttribute('d')).join('')"
    )
    bars = strip.locator("> rect")
    assert (lit.count("M"), dim.count("M") + bars.count()) == (1, 9)
    assert bars.evaluate_all("all => all.every(bar => bar.matches('.dim'))")
    assert page.locator(".period:visible").count() == 1 and page.locator(".gap:visible").count() == 0
    assert page.locator(".period:visible header p").inner_text() == "1 of 3"
    page.locator(".strip-wide a[href*='#e-']").first.click()
    expect(page.locator(".told")).to_be_empty()


def test_nobody_is_asked_for_the_index_before_somebody_looks(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(address, wait_until="networkidle")
    assert {path for path in asked if path} == {
        *("static/style.css", "static/reader.js", "static/words.js", "static/icon.svg")
    }
    page.locator("#q").focus()
    page.get_by_role("button", name="More filters").click()
    assert {"static/find.js", "data/search.json"} <= set(asked)


def test_an_address_that_ends_in_a_lone_per_cent_sign_is_no_fault(page: Page, address: str) -> None:
    page.goto(f"{address}?who=ford#find")
    assert told(page)
    page.evaluate("location.hash = '#100%'")
    page.wait_for_url("**#100%")
    page.evaluate("new Promise(requestAnimationFrame)")  # what is thrown meanwhile is a complaint


def test_where_the_index_cannot_be_had_the_links_still_lead_on(reader: BrowserContext, address: str) -> None:
    page = reader.new_page()
    page.route("**/search.json", lambda route: route.fulfill(status=404, body="no"))
    page.goto(f"{address}?who=ford")
    expect(page.get_by_role("alert")).to_have_text("The index could not be loaded. The links still work.")
    page.locator("#find").get_by_role("link", name="confirmed").click()
    page.wait_for_url("**/statuses/confirmed/")


def test_on_a_paged_timeline_links_to_all_that_was_found_are_listed(page: Page, address: str) -> None:
    page.goto(f"{address}long/?q=number%2039#find")
    assert told(page) == "1 of 40 events: “number 39”"
    assert shown(page) == ["Event number 39"]
    page.goto(f"{address}long/")
    page.locator(".jump a").first.click()
    page.wait_for_url(re.compile("/long/2024"))
    page.goto(f"{page.url}?q=event&status=reported")
    assert told(page).startswith("40 of 40 events")
    assert len(shown(page)) == 40
    page.get_by_role("link", name="Event number 12", exact=True).click()
    page.wait_for_url("**/long/events/e12/")
    page.goto(f"{address}long/all/?q=%22number%207%22")
    assert told(page) == '1 of 40 events: "number 7"'
    assert page.locator(".event:visible").count() == 1


def test_the_keyboard_alone_goes_from_the_top_of_the_index_to_a_source_and_back(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("financial times report")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="The Financial Times reports talks")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/events/ft-report/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.ref')"):
            break
    page.keyboard.press("Enter")
    assert page.url.endswith("#c1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "EV.com"
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/ev-com/")
    page.go_back()
    page.wait_for_url("**/events/ft-report/#c1")
    page.go_back()
    page.go_back()
    page.wait_for_url("**/?q=*")
    assert told(page) == "1 of 11 events: “financial times report”"


def test_keys_step_through_events_and_pages_and_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("k")
    assert [first, second] == shown(page)[:2]
    assert page.evaluate("document.activeElement.textContent") == first
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    assert dialog.locator("kbd").all_inner_texts() == ["/", "j", "k", "?"]
    page.keyboard.press("j")
    dialog.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()
    page.goto(f"{address}events/podcast/")
    page.keyboard.press("j")
    page.wait_for_url("**/events/muller/")
    page.keyboard.press("/")
    page.wait_for_url(f"{address}#find")
    expect(page.locator("#q")).to_be_focused()


def test_nothing_moves_when_the_controls_appear(page: Page, address: str) -> None:
    page.add_init_script(
        "window.moved = []; new PerformanceObserver(l => l.getEntries().forEach("
        "e => moved.push(e.value, ...e.sources.map(s => s.node?.outerHTML?.slice(0, 80)))))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 4000})
        page.goto(address, wait_until="networkidle")
        expect(page.locator("#q")).to_be_visible()
        assert page.evaluate("moved") == []


def test_sources_that_were_found_are_told_apart(page: Page, address: str) -> None:
    page.goto(f"{address}?q=e#find")
    expect(page.locator(".sources")).to_contain_text("EV.com · Explainer")


def test_texts_that_run_against_the_page_run_their_own_way_from_one_edge(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate(
        "document.documentElement.dir = 'rtl'; document.querySelector('main').innerHTML ="
        "'<h1 dir=ltr>Ford</h1><p class=dek dir=ltr>Ford</p><div class=\"prose body\"><p>Ford.</p></div>'"
    )
    texts = page.locator("h1, .dek, .body p")
    assert len({box["x"] for box in (text.bounding_box() for text in texts.all()) if box}) == 1
    assert texts.last.evaluate("e => getComputedStyle(e).unicodeBidi") == "plaintext"


def test_from_a_file_system_no_room_is_kept_for_what_cannot_come(
    reader: BrowserContext, tmp_path: Path
) -> None:
    for path, content in render_site(TIMELINE, pages.plan(TIMELINE)[0])[0].items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    page = reader.new_page()
    page.goto((tmp_path / "index.html").as_uri())
    assert page.locator("#find input").count() == 0
    assert page.evaluate("getComputedStyle(document.getElementById('find'), '::before').content") == "none"


@pytest.mark.parametrize("width", [320, 640])
def test_the_controls_fit_a_phone_and_a_page_at_twice_its_size(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{address}?q=ford&status=confirmed#find")
    page.get_by_role("button", name="More filters").click()
    page.get_by_role("button", name="More filters").press("?")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    heights = page.locator("#find :is(a, button, input, select):visible").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 24


def test_in_forced_colours_a_chosen_filter_is_told_by_a_sign(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}?status=confirmed")
    chosen = page.locator("#find [aria-current]")
    chosen.wait_for()
    assert "×" in chosen.evaluate("e => getComputedStyle(e, '::after').content")
    context.close()


def test_who_wants_less_motion_is_moved_at_once(browser: Browser, address: str) -> None:
    for wish, behaviour in (("reduce", "auto"), ("no-preference", "smooth")):
        context = browser.new_context(reduced_motion=wish)
        page = context.new_page()
        page.goto(address)
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour
        before = page.evaluate("scrollY")
        for _ in range(4):
            page.keyboard.press("j")
        assert page.evaluate("scrollY") > before
        context.close()


def test_paper_says_that_it_is_filtered_and_where_the_whole_is(
    page: Page, address: str, tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext on this machine")
    page.goto(f"{address}?status=confirmed")
    assert told(page)
    page.pdf(path=str(tmp_path / "page.pdf"))
    done = subprocess.run(
        ["pdftotext", str(tmp_path / "page.pdf"), "-"], capture_output=True, text=True, check=True
    )
    text = re.sub(r"\s+", " ", done.stdout)
    assert f"1 of 11 events: confirmed. The whole timeline: {address}" in text
    assert "Ford denies it" in text and "A podcast" not in text


def test_the_code_to_embed_is_copied_by_a_button_that_says_so(reader: BrowserContext, address: str) -> None:
    reader.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.new_page()
    page.goto(address)
    page.get_by_text("Share and embed").click()
    button = page.get_by_role("button", name="Copy").first
    button.click()
    expect(page.locator(".copy [role=status]").first).to_have_text("Copied.")
    code = page.locator(".share pre").first.inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == code
    page.evaluate("() => { Clipboard.prototype.writeText = () => Promise.reject() }")
    button.click()
    expect(page.locator(".copy [role=status]").first).to_have_text("Selected, for you to copy.")
    assert page.evaluate("getSelection().toString()") == code


def test_without_script_nothing_is_offered_that_does_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}?status=confirmed")
    assert page.locator("input, button, select, dialog").count() == 0
    assert page.locator(".event:visible").count() == 11
    page.get_by_role("link", name="Find", exact=True).click()
    assert page.url.endswith("#find")
    page.locator("#find").get_by_role("link", name="confirmed").click()
    page.wait_for_url("**/statuses/confirmed/")
    assert page.locator(".event h3:visible").all_inner_texts() == ["Ford denies it"]
    context.close()


def test_the_many_claims_of_a_source_are_laid_out_as_they_come_into_sight_and_all_are_printed(
    reader: BrowserContext, address: str
) -> None:
    page = reader.new_page()
    laid_out = "getComputedStyle(document.querySelector('.rests > li:last-child')).contentVisibility"
    page.goto(f"{address}sources/ev-com/")
    assert page.evaluate(laid_out) == "visible"
    page.goto(f"{address}long/sources/ev-com/")
    assert page.evaluate(laid_out) == "auto"
    page.locator(".rests > li:last-child a").first.focus()
    expect(page.locator(".rests > li:last-child h3")).to_be_in_viewport()
    page.emulate_media(media="print")
    assert page.evaluate(laid_out) == "visible"
