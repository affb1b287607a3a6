"""Widgets in pages of other sites, in a real browser: on phones, under policies, among hostile frames."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page

from conftest import ROOT, flagship_in
from dateline.build import build
from serving import Folder, serving, serving_folder

pytestmark = pytest.mark.browser
GUIDE = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
SITE = "https://example.github.io/ford-xiaomi/"
SNIPPETS = re.findall(r"(?s)```html\n(.*?)```", GUIDE)
PLAIN, EVENT, COMPACT, OPENING, ELEMENT = SNIPPETS
WORDS = "<p>An article goes on here with enough words for two lines of a phone's screen.</p>" * 3
STRICT = "default-src 'none'; frame-src http://127.0.0.1:*"

Host = Callable[..., str]


class Quiet(Folder):
    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


class Hosting(Quiet):
    """Pages of another site, from memory: path → (body, content policy)."""

    pages: dict[str, tuple[str, str]]

    def do_GET(self) -> None:
        body, policy = self.pages.get(self.path.partition("?")[0], ("", ""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body.encode())


@pytest.fixture(scope="module")
def widgets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The flagship's address, as others embed it."""
    root = flagship_in(tmp_path_factory.mktemp("embeds"))
    outcome = build(root)
    assert outcome.written is not None, "\n".join(map(str, outcome.problems))
    with serving_folder(root / "build", Quiet) as address:
        yield address


@pytest.fixture(scope="module")
def host(widgets: str) -> Iterator[Host]:
    """Puts a snippet into a page of another site; gives the page's address."""
    pages: dict[str, tuple[str, str]] = {}
    handler = type("Handler", (Hosting,), {"pages": pages})
    with serving(handler) as port:
        origin = f"http://localhost:{port}"

        def put(snippet: str, policy: str = "", before: str = "", style: str = "") -> str:
            slot = f'<div id="slot">{snippet.replace(SITE, widgets)}</div>'
            head = f"<meta name=viewport content='width=device-width'><style>body{{margin:0}}{style}</style>"
            path = f"/{len(pages)}"
            pages[path] = (f"<!doctype html><title>Host</title>{head}{before}{slot}{WORDS}", policy)
            return origin + path

        yield put


SHIFTS = """window.shifted = 0; window.heard = [];
addEventListener("message", (event) => heard.push(event.data));
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(SHIFTS)
    yield context
    context.close()


def shown(page: Page) -> Frame:
    """The widget's frame, when it has loaded."""
    while not (found := [frame for frame in page.frames if "/embed/" in frame.url]):
        page.wait_for_timeout(20)
    found[0].wait_for_load_state("load")
    return found[0]


def wait(place: Page | Frame, condition: str) -> None:
    """Until it holds; as a function, which a widget's policy allows where a string is not."""
    place.wait_for_function(f"() => {condition}")


ROOT_BOX = "document.documentElement"
FITS = f"{ROOT_BOX}.scrollHeight === innerHeight && {ROOT_BOX}.scrollWidth <= innerWidth"
FILLS = "document.documentElement.getBoundingClientRect().height === innerHeight"
HEIGHT = "document.querySelector('iframe').getBoundingClientRect().height"


@pytest.mark.parametrize("snippet", SNIPPETS, ids=["latest", "event", "compact", "opening", "element"])
def test_a_documented_widget_fits_exactly_at_every_width_and_moves_nothing(
    reader: BrowserContext, host: Host, snippet: str
) -> None:
    page = reader.new_page()
    address = host(snippet)
    for loaded, resized in ((1280, 700), (320, 360)):
        page.set_viewport_size({"width": loaded, "height": 900})
        page.goto(address)
        if "<dateline" in snippet:
            wait(page, "document.querySelector('dateline-timeline').shadowRoot")
        frame = shown(page)
        wait(frame, f"{FITS} && {FILLS}")
        assert page.evaluate("shifted") == 0
        page.set_viewport_size({"width": resized, "height": 900})
        wait(frame, f"innerWidth === {resized} && {FITS} && {FILLS}")


@pytest.mark.parametrize("path", ["embed/", "embed/tags/the-report/", "embed/one/ford-xiaomi-talks/"])
@pytest.mark.parametrize("look", ["", "#compact", "#dark-open"])
def test_a_widget_is_as_high_at_320_pixels_as_at_1280(
    reader: BrowserContext, widgets: str, path: str, look: str
) -> None:
    page = reader.new_page()
    page.goto(widgets + path + look)
    heights = set()
    for width in (320, 559, 560, 1280):
        page.set_viewport_size({"width": width, "height": 300})
        wait(page, f"innerWidth === {width}")
        heights.add(page.evaluate(f"{ROOT_BOX}.scrollHeight"))
        assert page.evaluate(f"{ROOT_BOX}.scrollWidth") <= width
    assert len(heights) == 1


@pytest.mark.parametrize("snippet", [OPENING, ELEMENT], ids=["frame", "element"])
def test_a_quotation_opens_and_the_frame_grows_with_it(
    reader: BrowserContext, host: Host, snippet: str
) -> None:
    page = reader.new_page()
    page.goto(host(snippet.replace("frame-sizing:content-height", "")))
    if "<dateline" in snippet:
        wait(page, "document.querySelector('dateline-timeline').shadowRoot")
    frame = shown(page)
    wait(frame, "innerHeight === 576")
    frame.locator("summary").first.click()
    wait(frame, f"innerHeight > 576 && {FITS}")
    assert frame.locator("details q").first.is_visible()
    frame.locator("summary").first.click()
    wait(frame, "innerHeight === 576")


def test_where_the_browser_sizes_frames_no_script_is_needed(reader: BrowserContext, host: Host) -> None:
    page = reader.new_page()
    page.goto(host(re.sub(r"(?s)<script.*", "", OPENING)))
    if not page.evaluate("CSS.supports('frame-sizing: content-height')"):
        pytest.skip("this browser does not know frame-sizing")
    frame = shown(page)
    frame.locator("summary").first.click()
    wait(frame, f"innerHeight > 576 && {FITS}")
    assert page.locator("script").count() == 0


def test_forged_heights_are_refused(reader: BrowserContext, host: Host, widgets: str) -> None:
    page = reader.new_page()
    page.goto(host(OPENING.replace("frame-sizing:content-height", "")))
    wait(shown(page), "innerHeight === 576")
    for value in ("4321", "'4321'", "NaN", "Infinity", "null", "{}"):
        page.evaluate(f"postMessage({{dateline: 'height', value: {value}}}, '*')")
    page.evaluate("postMessage('4321', '*'); postMessage(null, '*')")
    page.evaluate(
        """src => new Promise(done => { const evil = document.createElement("iframe"); evil.onload = done;
        evil.srcdoc = "<script>parent.postMessage({dateline: 'height', value: 4321}, '*')</" + "script>";
        document.body.append(evil); })""",
        widgets,
    )
    page.wait_for_timeout(100)
    assert page.evaluate("heard").count({"dateline": "height", "value": 4321}) == 2
    assert page.evaluate(HEIGHT) == 576


@pytest.mark.parametrize(
    ("value", "height"), [("1e9", 100000), ("-5", 576), ("1000.2", 1001), ("NaN", 576), ("'900'", 576)]
)
def test_a_frame_of_ones_own_is_held_to_reason(
    reader: BrowserContext, host: Host, widgets: str, value: str, height: int
) -> None:
    page = reader.new_page()
    mad = f"<!doctype html><script>parent.postMessage({{dateline: 'height', value: {value}}}, '*')</script>"
    page.route("**/embed/latest/5/", lambda route: route.fulfill(body=mad, content_type="text/html"))
    page.goto(host(OPENING.replace("frame-sizing:content-height", "")))
    wait(page, "heard.length")
    page.frames[1].evaluate(f"parent.postMessage({{dateline: 'height', value: {value}}}, '*')")
    wait(page, f"{HEIGHT} === {height}")
    assert page.evaluate(HEIGHT) == height


def test_a_frame_that_has_wandered_to_another_origin_is_not_believed(
    reader: BrowserContext, host: Host
) -> None:
    page = reader.new_page()
    page.goto(host(OPENING.replace("frame-sizing:content-height", "")))
    frame = shown(page)
    wait(frame, "innerHeight === 576")
    elsewhere = host("<script>parent.postMessage({dateline: 'height', value: 4321}, '*')</script>")
    page.evaluate("to => { document.querySelector('iframe').contentWindow.location = to }", elsewhere)
    wait(page, "heard.some((said) => said.value === 4321)")
    assert page.evaluate(HEIGHT) == 576


@pytest.mark.parametrize("way", ["policy", "stripped", "sandbox"])
def test_where_the_host_takes_no_scripts_all_is_there(reader: BrowserContext, host: Host, way: str) -> None:
    page = reader.new_page()
    snippets = "".join(SNIPPETS[:4])
    bare = re.sub(r"(?s)\n<script.*?</script>", "", snippets)
    sandboxed = bare.replace("<iframe", '<iframe sandbox="allow-scripts"')
    page.set_viewport_size({"width": 360, "height": 2600})
    body, policy = {"policy": (snippets, STRICT), "stripped": (bare, ""), "sandbox": (sandboxed, "")}[way]
    page.goto(host(body, policy))
    shown(page)
    while len(page.frames) < 5:
        page.wait_for_timeout(20)
    for frame in page.frames[1:]:
        wait(frame, FITS)
        assert frame.locator("main").inner_text().count("\n") > 8


def test_with_javascript_off_the_look_and_the_text_stand(browser: Browser, host: Host) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(host(COMPACT))
    frame = page.frame_locator("iframe")
    assert frame.locator("li.row").count() == 3
    assert frame.locator(".foot a").is_visible()
    context.close()


@pytest.mark.parametrize(("look", "dark"), [("#dark", True), ("#light", False), ("", True)])
def test_a_look_is_chosen_without_script(browser: Browser, widgets: str, look: str, dark: bool) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(widgets + "embed/latest/3/" + look)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (max(int(n) for n in re.findall(r"\d+", background)[:3]) < 80) is dark
    context.close()


def test_a_look_does_not_scroll_a_page_of_the_same_origin(reader: BrowserContext, widgets: str) -> None:
    page = reader.new_page()
    page.goto(widgets + "404.html")
    page.evaluate(
        """() => new Promise(done => { const frame = document.createElement("iframe");
        frame.src = "embed/latest/3/#dark"; frame.height = 600; frame.onload = done;
        document.body.style.paddingTop = "4000px"; document.body.append(frame); })"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("snippet", [PLAIN, OPENING], ids=["latest", "opening"])
def test_a_widget_in_a_tab_that_is_opened_later_fits(
    reader: BrowserContext, host: Host, snippet: str
) -> None:
    page = reader.new_page()
    page.goto(host(snippet, style="#slot{display:none}"))
    page.evaluate("document.getElementById('slot').style.display = 'block'")
    frame = shown(page)
    wait(frame, f"innerHeight === 576 && {FITS}")
    assert page.evaluate(HEIGHT) == 576


def test_two_on_a_page_follow_each_its_own(reader: BrowserContext, host: Host) -> None:
    page = reader.new_page()
    page.goto(host((OPENING + OPENING).replace("frame-sizing:content-height", "")))
    first, second = page.frames[1:]
    for frame in (first, second):
        wait(frame, "innerHeight === 576")
    first.locator("summary").first.click()
    wait(first, "innerHeight > 576")
    assert second.evaluate("innerHeight") == 576


def test_wordpress_hears_the_height_and_is_told_of_links(
    reader: BrowserContext, host: Host, widgets: str
) -> None:
    """As its wp-embed.js does: a secret in the fragment, a hidden sandboxed frame, a greeting."""
    page = reader.new_page()
    address = f"{widgets}embed/latest/5/#?secret=aB3"
    page.goto(host(f'<iframe sandbox="allow-scripts" height="200" width="600" src="{address}"></iframe>'))
    wait(page, "heard.some((said) => said.secret)")
    said = [message for message in page.evaluate("heard") if "secret" in message]
    assert said[0] == {"message": "height", "value": 576, "secret": "aB3"}
    before = len(page.evaluate("heard"))
    page.evaluate("frames[0].postMessage({message: 'ready', secret: 'aB3'}, '*')")
    wait(page, f"heard.length > {before}")
    shown(page).locator("h2 a").first.click()
    wait(page, "heard.some((said) => said.message === 'link')")
    (link,) = [m["value"] for m in page.evaluate("heard") if m.get("message") == "link"]
    assert link.startswith(widgets + "events/")


def test_wordpress_hears_the_height_though_its_script_comes_late_and_never_asks(
    reader: BrowserContext, host: Host, widgets: str
) -> None:
    page = reader.new_page()
    address = f"{widgets}embed/latest/5/#?secret=aB3"
    page.goto(host(f'<iframe sandbox="allow-scripts" height="200" width="600" src="{address}"></iframe>'))
    wait(page, "heard.some((said) => said.secret)")
    page.evaluate("heard.length = 0")
    wait(page, "heard.some((said) => said.secret)")
    assert next(said["value"] for said in page.evaluate("heard") if "secret" in said) == 576


def test_a_link_opens_in_the_whole_window(reader: BrowserContext, host: Host, widgets: str) -> None:
    page = reader.new_page()
    page.goto(host(EVENT))
    shown(page).locator("h1 a").click()
    page.wait_for_url(widgets + "events/ft-report/")
    assert len(page.frames) == 1  # and the page about it is no frame


@pytest.mark.parametrize("policy", ["", STRICT])
def test_an_element_is_a_list_until_its_script_comes(reader: BrowserContext, host: Host, policy: str) -> None:
    page = reader.new_page()
    page.goto(host(ELEMENT, policy=policy))
    link = page.locator("dateline-timeline a")
    if policy:
        assert link.is_visible() and len(page.frames) == 1
    else:
        wait(page, "document.querySelector('dateline-timeline').shadowRoot")
        assert not link.is_visible() and len(page.frames) == 2


@pytest.mark.parametrize("typed", ["javascript:alert(1)", "", " ", "#open", "http://", "data:text/html,x"])
def test_an_element_takes_web_addresses_only(reader: BrowserContext, host: Host, typed: str) -> None:
    page = reader.new_page()
    page.goto(host(re.sub(r'src="http[^"]*#open"', f'src="{typed}"', ELEMENT)))
    wait(page, "!!customElements.get('dateline-timeline')")
    assert page.locator("dateline-timeline a").is_visible() and len(page.frames) == 1
    page.evaluate("document.querySelector('dateline-timeline').removeAttribute('src')")
    assert page.locator("dateline-timeline a").is_visible() and len(page.frames) == 1


IN_ELEMENT = "document.querySelector('dateline-timeline').shadowRoot.querySelector('iframe')"


def test_an_element_follows_its_attributes(reader: BrowserContext, host: Host, widgets: str) -> None:
    """As a framework makes one: put in the page first, then told what to show, otherwise, or nothing."""
    page = reader.new_page()
    script = re.search(r"<script.*?</script>", ELEMENT)
    assert script
    page.goto(host(f"<dateline-timeline><b>A list</b></dateline-timeline>{script[0]}"))
    wait(page, "!!customElements.get('dateline-timeline')")
    say = "([name, value]) => document.querySelector('dateline-timeline').setAttribute(name, value)"
    for name, value in {"height": "700", "src": f"{widgets}embed/latest/5/#open", "label": "Five"}.items():
        assert page.locator("b").is_visible() is (name != "label")
        page.evaluate(say, [name, value])
    wait(shown(page), f"innerHeight === 576 && {FITS}")
    assert not page.locator("b").is_visible()
    assert page.evaluate(f"{IN_ELEMENT}.title") == "Five"
    page.evaluate(say, ["height", "900"])
    wait(shown(page), f"innerHeight === 576 && {FITS}")
    page.evaluate(say, ["src", f"{widgets}embed/latest/3/"])
    page.frame_locator("iframe").locator("li.row").nth(2).wait_for()
    wait(shown(page), f"location.pathname.endsWith('/3/') && innerHeight === 384 && {FITS}")
    page.evaluate("document.querySelector('dateline-timeline').removeAttribute('src')")
    assert page.locator("b").is_visible() and len(page.frames) == 1
    page.evaluate(say, ["src", f"{widgets}embed/latest/3/"])
    wait(shown(page), f"innerHeight === 384 && {FITS}")


def test_an_element_that_is_told_the_same_does_not_load_again(reader: BrowserContext, host: Host) -> None:
    page = reader.new_page()
    page.goto(host(ELEMENT))
    wait(page, "document.querySelector('dateline-timeline').shadowRoot")
    frame = shown(page)
    wait(frame, "innerHeight === 576")
    frame.locator("summary").first.click()
    wait(frame, "innerHeight > 576")
    page.evaluate(
        "const one = document.querySelector('dateline-timeline');"
        "for (const name of one.getAttributeNames()) one.setAttribute(name, one.getAttribute(name))"
    )
    page.evaluate("new Promise((done) => setTimeout(done, 100))")
    assert frame.locator("details[open]").count() == 1
    assert frame.evaluate("innerHeight") > 576


def test_the_react_component_of_the_guide_is_a_frame_that_fits(reader: BrowserContext, host: Host) -> None:
    """Its one element is handed to a stand-in for React's createElement."""
    (source,) = re.findall(r"(?s)```jsx\n(.*?)```", GUIDE)
    (element,) = re.findall(r"(?s)<iframe\s(.*?)/>", source)
    properties = ", ".join(
        f"{name}: {text or value}"
        for name, text, value in re.findall(r'(\w+)=(?:("[^"]*")|\{(\{[^}]*\}|[^}]*)\})', element)
    )
    made = (
        "<script>const { style, ...plain } = {" + properties + "};"
        "const frame = document.createElement('iframe'); Object.assign(frame, plain);"
        "Object.assign(frame.style, style); document.getElementById('slot').append(frame)</script>"
    )
    page = reader.new_page()
    page.goto(host(f'<div id="slot"></div>{made}'))
    wait(shown(page), f"innerHeight === 576 && {FITS}")
    assert page.evaluate(HEIGHT) == 576


@pytest.mark.parametrize("snippet", [PLAIN, EVENT, OPENING], ids=["latest", "event", "opening"])
def test_a_widget_asks_only_its_site_and_keeps_nothing(
    reader: BrowserContext, host: Host, widgets: str, snippet: str
) -> None:
    page = reader.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    address = host(snippet)
    page.goto(address)
    frame = shown(page)
    page.wait_for_timeout(50)
    of_widget = [url for url in asked if url.startswith(widgets) and not url.endswith("v1.js")]
    assert len(of_widget) <= 4
    others = [url for url in asked if not url.startswith((widgets, address)) and "favicon" not in url]
    assert others == []
    assert frame.evaluate("document.cookie") == "" and reader.cookies() == []
    assert reader.storage_state()["origins"] == []
    assert [line for line in told if "404" not in line] == []
