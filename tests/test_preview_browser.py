"""The preview as an author has it: an editor on one side, an open page on the other."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import ROOT
from dateline.build import build
from previewing import Served, previewed, replace_in, small_site

pytestmark = pytest.mark.browser
EVENTS = "content/events"
OPENS = "bridge-opens"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = small_site(tmp_path_factory.mktemp("previewed") / "site")
    for folder in ("templates", "static"):
        (root / folder).mkdir(exist_ok=True)
    shutil.copy(ROOT / "static/base.css", root / "static/base.css")
    with previewed(root) as running:
        yield running


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A page that is connected to the preview, in a low window; the console stays clean."""
    context = browser.new_context(viewport={"width": 900, "height": 300})
    opened = context.new_page()
    opened.set_default_timeout(15_000)
    complaints: list[str] = []
    opened.on(
        "console",
        lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None,
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def visit(page: Page, served: Served, target: str = "") -> None:
    page.goto(served.address + target)
    expect(page.locator("#dateline-preview")).to_be_attached(timeout=15_000)


def in_time(page: Page, expression: str) -> object:
    """What the expression has come to once two looks at it agree."""
    seen, now = object(), page.evaluate(expression)
    while now != seen:
        page.wait_for_timeout(100)
        seen, now = now, page.evaluate(expression)
    return now


def event(served: Served, name: str = OPENS) -> Path:
    return served.root / EVENTS / f"{name}.md"


def test_a_title_edited_is_seen_and_the_reader_stays_where_they_were(page: Page, served: Served) -> None:
    visit(page, served)
    page.evaluate("scrollTo(0, 250)")
    before = page.evaluate("scrollY")
    assert before > 0
    replace_in(event(served), "title: The footbridge opens", "title: The bridge is opened")
    page.get_by_role("heading", name="The bridge is opened").wait_for()
    assert in_time(page, "scrollY") == before


def test_a_style_edited_is_swapped_without_loading_the_page_again(page: Page, served: Served) -> None:
    visit(page, served)
    page.evaluate("window.stillHere = true")
    style = served.root / "static/base.css"
    style.write_text(
        style.read_text(encoding="utf-8") + "\nh1 { outline: 7px solid red !important }\n", encoding="utf-8"
    )
    expect(page.locator("h1")).to_have_css("outline-width", "7px", timeout=15_000)
    assert page.evaluate("window.stillHere") is True


def test_a_template_edited_is_seen(page: Page, served: Served) -> None:
    visit(page, served, "about/")
    shutil.copy(ROOT / "templates/about.html.jinja", served.root / "templates/about.html.jinja")
    own = served.root / "templates/about.html.jinja"
    replace_in(own, "{% block main %}", "{% block main %}<p>Our own words</p>")
    page.get_by_text("Our own words").wait_for()
    replace_in(own, "Our own words", "{{ nothing.of.this }}")
    expect(page.locator("#dateline-preview li code")).to_have_text(
        "templates/about.html.jinja:2", timeout=15_000
    )
    assert page.get_by_text("Our own words").is_visible()
    own.unlink()
    expect(page.locator("#dateline-preview li")).to_have_count(0, timeout=15_000)


def test_a_broken_date_is_told_over_the_last_good_page_and_vanishes_when_mended(
    page: Page, served: Served
) -> None:
    visit(page, served, f"events/{OPENS}/")
    replace_in(event(served), "status: reported", "status: reported\ndate: 2026-02-31")
    row = page.locator("#dateline-preview li.error")
    expect(row).to_have_count(1, timeout=15_000)
    assert row.locator("code").inner_text() == f"content/events/{OPENS}.md:4:15"
    assert "February 2026 has 28 days." in row.inner_text()
    assert "Write 2026-02-28, or just 2026-02." in row.locator(".hint").inner_text()
    assert (
        "1 error. Below is the site as it last built."
        in page.locator("#dateline-preview summary").inner_text()
    )
    assert page.locator("h1").is_visible()
    shown = row.evaluate("node => getComputedStyle(node.getRootNode().host).position")
    assert shown == "fixed"  # the preview's own style sheet has come through the policy
    page.reload()
    expect(row).to_have_count(1, timeout=15_000)
    replace_in(event(served), "\ndate: 2026-02-31", "")
    expect(page.locator("#dateline-preview details")).to_have_count(0, timeout=15_000)


def test_two_saves_within_a_second_both_reach_the_browser(page: Page, served: Served) -> None:
    """The second as soon as the first is seen: a reload so soon after another must not be swallowed."""
    visit(page, served, f"events/{OPENS}/")
    text = event(served).read_text(encoding="utf-8").splitlines(keepends=True)
    for title in ("First of two", "Second of two"):
        event(served).write_text("".join([text[0], f"title: {title}\n", *text[2:]]), encoding="utf-8")
        expect(page.locator("h1")).to_have_text(title, timeout=15_000)


def test_a_tab_without_a_page_shows_the_site_once_a_mended_one_is_served(
    browser: Browser, tmp_path: Path
) -> None:
    declaration = small_site(tmp_path / "site") / "site.py"
    sound = declaration.read_text(encoding="utf-8")
    declaration.write_text("site = ", encoding="utf-8")
    context = browser.new_context()
    tab = context.new_page()
    with previewed(declaration.parent) as served:
        visit(tab, served)
        expect(tab.locator("body")).to_contain_text("There is no page yet")
        port = urlsplit(served.address).port
    declaration.write_text(sound, encoding="utf-8")
    with previewed(declaration.parent, port or 0):
        expect(tab.locator("h1")).to_have_text("The Millbrook footbridge", timeout=15_000)
    context.close()


def test_a_page_that_was_open_while_the_preview_was_away_is_brought_up_to_date(
    page: Page, served: Served
) -> None:
    visit(page, served, f"events/{OPENS}/")
    page.evaluate("LiveReload.connector.disconnect()")
    text = event(served).read_text(encoding="utf-8").splitlines(keepends=True)
    event(served).write_text("".join([text[0], "title: Meanwhile\n", *text[2:]]), encoding="utf-8")
    while served.built().saved != (f"{EVENTS}/{OPENS}.md",) or not served.rounds.empty():
        pass
    page.evaluate("LiveReload.connector.connect()")
    expect(page.get_by_role("heading", name="Meanwhile")).to_be_visible(timeout=15_000)


def test_drafts_and_what_is_to_come_are_marked(page: Page, served: Served) -> None:
    visit(page, served)
    replace_in(event(served), "status: reported", "status: reported\ndraft: true")
    mark = page.locator(f'main a[href$="events/{OPENS}/"] small').first
    expect(mark).to_have_text("draft", timeout=15_000)
    visit(page, served, f"events/{OPENS}/")
    expect(page.locator("#dateline-preview .ribbon")).to_have_text(
        "A draft: this page will not be published.", timeout=15_000
    )
    expect(page.locator(".dateline-file b")).to_have_text("Draft")
    drafts = page.locator("#dateline-preview .drafts")
    assert drafts.locator("summary").inner_text() == "1 draft"
    assert drafts.locator("a").text_content() == f"{EVENTS}/{OPENS}.md"
    assert not (served.root / "build").exists()


def test_beside_each_title_stands_its_file_with_its_problems_and_can_be_copied_or_hidden(
    browser: Browser, served: Served
) -> None:
    """The fixture's own page has no leave to write to the clipboard."""
    path = event(served, "bridge-rebuilt")
    before = path.read_text(encoding="utf-8")
    replace_in(path, "\nstatus: ", "\nresolutions: {colour: {verdict: unresolved, because: none}}\nstatus: ")
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, served)
    strip = page.locator(".dateline-file").filter(has_text="bridge-rebuilt.md")
    expect(strip.locator("li.warning")).to_contain_text('this resolves "colour"', timeout=15_000)
    assert strip.locator(".file code").inner_text() == f"{EVENTS}/bridge-rebuilt.md:2"
    strip.get_by_role("button", name=f"Copy {EVENTS}/bridge-rebuilt.md:2").click()
    expect(strip.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{EVENTS}/bridge-rebuilt.md:2"
    page.get_by_role("button", name="Hide files").click()
    expect(page.locator(".dateline-file")).to_have_count(0)
    page.goto(f"{served.address}events/bridge-rebuilt/")
    page.get_by_role("button", name="Show files").press("Enter")
    expect(page.locator(".dateline-file li.warning")).to_have_count(1)
    path.write_text(before, encoding="utf-8")
    expect(page.locator(".dateline-file li")).to_have_count(0, timeout=15_000)
    assert page.locator(".dateline-file code").inner_text() == f"{EVENTS}/bridge-rebuilt.md:2"
    context.close()


@pytest.mark.parametrize("target", ["embed/latest/3/", f"embed/one/{OPENS}/"])
def test_a_widget_is_shown_as_others_will_see_it_and_reloads(page: Page, served: Served, target: str) -> None:
    """Neither files nor problems stand over it, before and after an edit."""
    path = event(served)
    before = path.read_text(encoding="utf-8")
    with page.expect_response("**/news.json"):
        page.goto(served.address + target)
    with page.expect_response("**/news.json"):
        replace_in(path, "status: reported", "status: reported\ndate: 2026-02-31")
    page.wait_for_timeout(200)
    ours = page.locator("#dateline-preview, .dateline-file, [data-dateline-mark]")
    expect(ours).to_have_count(0)
    text = before.splitlines(keepends=True)
    path.write_text("".join([text[0], "title: Seen in the widget\n", *text[2:]]), encoding="utf-8")
    expect(page.get_by_role("link", name="Seen in the widget")).to_be_visible(timeout=15_000)
    page.wait_for_timeout(200)
    expect(ours).to_have_count(0)
    path.write_text(before, encoding="utf-8")
    expect(page.get_by_role("link", name="Seen in the widget")).to_have_count(0, timeout=15_000)


def test_nothing_of_the_preview_is_in_what_is_published(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    assert not build(root).failed
    for path in (root / "build").rglob("*.*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"_dateline/" not in content and b"dateline-file" not in content, path.name
            assert b"content/events/" not in content, f"{path.name} names a file of the author's"


def test_a_deleted_event_goes_from_the_open_page(page: Page, served: Served) -> None:
    visit(page, served)
    link = page.locator('main a[href$="events/bridge-opens/"]')
    assert link.count() > 0
    event(served).unlink()
    expect(link).to_have_count(0, timeout=15_000)
    expect(page.locator("#dateline-preview li.warning code").first).to_contain_text("citations.lock")


def test_a_first_build_that_fails_has_its_problems_on_an_empty_page(browser: Browser, tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    replace_in(root / EVENTS / "bridge-opens.md", "status: reported", "status: reportde")
    context = browser.new_context()
    with previewed(root) as served:
        opened = context.new_page()
        opened.goto(served.address)
        expect(opened.locator("#dateline-preview li code")).to_contain_text(
            "bridge-opens.md:3:9", timeout=15_000
        )
        assert "There is nothing to show yet." in opened.locator("#dateline-preview summary").inner_text()
        replace_in(root / EVENTS / "bridge-opens.md", "reportde", "reported")
        opened.get_by_role("heading", name="The Millbrook footbridge").wait_for()
        context.close()
