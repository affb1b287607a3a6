"""Links to the passage: made from the source's own text, and followed in a real browser."""

import re
from collections.abc import Iterator
from datetime import date
from html import escape
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from dateline.build import build
from dateline.evidence.fragments import FEWEST, FORM, MOST, fragment, link
from dateline.evidence.matching import Found, search
from dateline.evidence.searched import Text
from dateline.locking import relock
from serving import serving, serving_folder

SOURCE = """\
A bridge and an orchard
The mayor of Lower Ashby said “the bridge won’t re-open before spring”, and left the hall. Nobody asked why.
The river rose by 3.5 metres on Monday, and by 3.5 metres on Tuesday. Ford’s men measured it twice.
“It was slow & wet, and co­operation was poor,” the mayor told the Ashby Herald on Wednesday.
Nobody asked why the orchard gate stood open. Reed (of the Herald) did ask: nobody knew.
"""
LONG = (
    "He began with the weather, "
    + "and then he went on about the weather, " * 12
    + "until the lamps went out."
)


def of(quote: str, source: str = SOURCE, prefix: str = "") -> str:
    text = Text(source)
    found = search(quote, text, prefix)
    assert isinstance(found, Found), f"{quote!r} is not in the source"
    return fragment(quote, text, found.start, found.end)


FRAGMENTS = [
    (
        "said “the bridge won’t re-open before spring”",
        "said%20%E2%80%9Cthe%20bridge%20won%E2%80%99t%20re%2Dopen%20before%20spring",
    ),
    # What the source has goes into the link, not what we typed.
    (
        "the bridge won't re-open before spring",
        "the%20bridge%20won%E2%80%99t%20re%2Dopen%20before%20spring",
    ),
    (
        "It was slow & wet, and cooperation was",
        "It%20was%20slow%20%26%20wet%2C%20and%20co%C2%ADoperation%20was",
    ),
    # Found twice, or too short to be told from a menu: with a few words of context.
    ("Nobody asked why", "the%20hall.-,Nobody%20asked%20why", "left the hall."),
    ("Reed (of the Herald)", "stood%20open.-,Reed%20%28of%20the%20Herald"),
    # What an editor left out or put in is not published by the link.
    (
        "The river rose by … Ford’s men measured it twice",
        "The%20river%20rose%20by,men%20measured%20it%20twice",
    ),
    ("Ford’s men measured [the river] twice.", "Ford%E2%80%99s%20men%20measured,twice"),
]


@pytest.mark.parametrize("case", FRAGMENTS, ids=lambda case: case[0][:24])
def test_a_fragment_holds_the_sources_own_words(case: tuple[str, ...]) -> None:
    quote, expected, *prefix = case
    made = of(quote, SOURCE, *prefix)
    assert made == expected


def test_without_a_safe_fragment_there_is_none() -> None:
    cut = "and by 3.5 metres on Tuesday. Ford"
    start = SOURCE.index(cut)
    made = fragment(cut, Text(SOURCE), start, start + len(cut))
    assert made == "", "a word is cut: a browser takes Ford’s for one"
    assert of("measured it twice. “It was slow") == "", "two blocks"
    assert of("3.5 litres", "She had 3.5 litres", "had") == "", "under twenty characters are all there is"
    alike = "First he came in from the cold. Later he came in from the cold."
    assert of("in from the cold", alike, "First he came") == "in%20from%20the%20cold,-.%20Later%20he"
    far = "First, as we know, he came in from the cold of the night. " * 2
    assert of("in from the cold", f"Then: {far}", "Then: First, as we know, he came") == "", (
        "it would take a sentence to tell"
    )
    assert fragment("…", Text("…"), 0, 1) == ""


HALL = "We were told that the hall of Ford’s men rose by 3.5 metres, that the co_op won’t."
WITHIN = ["the ha", "hat the", "Ford", "s men", "by 3", "5 metres", "the co", "won"]
WHOLE = ["the hall", "told that", "Ford’s", "men rose", "by 3.5", "3.5 metres", "the co_op", "metres"]


@pytest.mark.parametrize("words", WITHIN + WHOLE)
def test_a_word_is_never_cut(words: str) -> None:
    at = HALL.index(words, 8)
    made = fragment(words, Text(HALL), at, at + len(words))
    assert bool(made) == (words in WHOLE)


def test_of_a_long_passage_only_its_ends_are_named() -> None:
    made = of(LONG, f"{LONG}\nMore.")
    assert made == "He%20began%20with%20the,the%20lamps%20went%20out"


def test_where_the_ends_stand_elsewhere_too_more_words_are_taken() -> None:
    twice = f"He began with the wind.\n{LONG}"
    assert (
        of(LONG, twice)
        == "He%20began%20with%20the%20weather%2C%20and,weather%2C%20until%20the%20lamps%20went%20out"
    )


def test_a_link_keeps_what_the_address_has() -> None:
    assert link("https://a.example/x?y=1", "the%20bridge") == "https://a.example/x?y=1#:~:text=the%20bridge"
    assert link("https://a.example/x#part", "the%20bridge") == "https://a.example/x#part:~:text=the%20bridge"
    assert link("", "the%20bridge") == ""
    assert link("https://a.example/x", "") == "https://a.example/x"


def found_by(made: str, raw: str) -> list[tuple[int, int]]:
    """Where a browser might see the fragment's passage, told in the simplest way."""
    parts = made.split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    named = ".*?".join(rf"\b{re.escape(unquote(part))}\b" for part in parts)
    around = rf"{re.escape(prefix)}\s*({named})\s*{re.escape(suffix)}"
    return [match.span(1) for match in re.finditer(around, raw, re.IGNORECASE | re.DOTALL)]


WORDS = st.sampled_from(["bridge", "won’t", "re-open", "3.5", "mayor,", "“slow”", "—", "&", "100%", "naïve"])


@given(st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4), st.data())
def test_a_fragment_names_its_passage_alone(lines: list[str], data: st.DataObject) -> None:
    raw = "\n".join(lines)
    start = data.draw(st.integers(0, len(raw) - 1))
    end = data.draw(st.integers(start + 1, len(raw)))
    made = fragment(raw[start:end], Text(raw), start, end)
    if made:
        assert FORM.fullmatch(made)
        ((begin, finish),) = found_by(made, raw)
        left_out = raw[start:begin] + raw[finish:end]
        assert start <= begin < finish <= end
        assert not re.search(r"\w", left_out)
        assert FEWEST <= len(unquote(made)) <= MOST + len(",-,,-")


class Served(BaseHTTPRequestHandler):
    """The source as its publisher might set it, far down a page; and a page of links to it."""

    pages: dict[str, str]

    def do_GET(self) -> None:
        self.send_response(200 if self.path in self.pages else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.pages.get(self.path, "").encode())

    def log_message(self, format: str, *args: object) -> None:
        """Tests are quiet."""


def page_of(body: str) -> str:
    style = "body { font: 20px/1.5 serif; width: 30em } div { height: 2000px }"
    return f"<!doctype html><html lang=en><meta charset=utf-8><title>x</title><style>{style}</style>{body}"


LOST = [("over two blocks", "it%20twice.%20%E2%80%9CIt%20was%20slow"), ("a word cut", "Tuesday.%20Ford")]
"""What `fragment` refuses to make, made by hand: a browser does not find it."""
FOLLOWED = [(quote, of(quote, SOURCE, *prefix)) for quote, _, *prefix in FRAGMENTS]


A = '<p><a href="{to}" rel="external noopener noreferrer">{words}</a></p>'
"""As our pages have it; and the source is on another host."""


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A reader with a list of links before them."""
    blocks = "".join(f"<p>{escape(line)}</p><div></div>" for line in SOURCE.splitlines())
    served = {"/source": page_of(f"<div></div>{blocks}")}
    with serving(type("Pages", (Served,), {"pages": served})) as port:
        rows = [(quote, link(f"http://localhost:{port}/source", made)) for quote, made in FOLLOWED + LOST]
        served["/"] = page_of("".join(A.format(to=escape(to), words=escape(words)) for words, to in rows))
        yield browser.new_page(viewport={"width": 800, "height": 600}, base_url=f"http://127.0.0.1:{port}")


def follow(reader: Page, words: str) -> None:
    reader.goto("/")
    reader.get_by_role("link", name=words, exact=True).click()
    reader.wait_for_url("**/source*")


@pytest.mark.browser
@pytest.mark.parametrize(("quote", "made"), FOLLOWED, ids=lambda each: each[:24])
def test_a_browser_goes_to_the_passage_and_marks_it(reader: Page, quote: str, made: str) -> None:
    follow(reader, quote)
    reader.wait_for_function("scrollY > 0")
    begins = unquote(made.split("-,")[-1].split(",")[0])
    block = reader.locator("p").filter(has_text=begins).first
    box = block.bounding_box()
    assert box is not None and 0 <= box["y"] <= 600 - box["height"], "the passage is before the reader"
    marked = block.screenshot()
    reader.goto("/source")
    assert block.screenshot() != marked, "there was a mark on it"


@pytest.mark.browser
@pytest.mark.parametrize("words", [words for words, _ in LOST])
def test_what_is_refused_would_have_led_nowhere(reader: Page, words: str) -> None:
    follow(reader, words)
    reader.wait_for_function("document.readyState == 'complete'")
    reader.wait_for_timeout(300)
    assert reader.evaluate("scrollY") == 0


def tab_to(page: Page, address: str) -> None:
    """Press Tab until a link to somewhere that begins so has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if str(page.evaluate("document.activeElement.href")).startswith(address):
            return
    pytest.fail(f"Tab does not reach {address!r}")


def alt_left(page: Page) -> None:
    """The key that a browser without a window goes back by, too, if it is told as a keyboard tells it."""
    keys = page.context.new_cdp_session(page)
    left = {"key": "ArrowLeft", "code": "ArrowLeft", "windowsVirtualKeyCode": 37, "nativeVirtualKeyCode": 113}
    for kind in ("rawKeyDown", "keyUp"):
        keys.send("Input.dispatchKeyEvent", {"type": kind, "modifiers": 1, "isSystemKey": True, **left})


@pytest.mark.browser
def test_by_keyboard_alone_from_the_index_to_the_marked_passage_and_back(
    browser: Browser, scaffolded: Path
) -> None:
    radio = scaffolded / "content/sources/valley-radio.md"
    article = (scaffolded / "snapshots/valley-radio.txt").read_text(encoding="utf-8").split("\n\n")
    with serving_folder(scaffolded / "build") as here:
        told = radio.read_text(encoding="utf-8")
        named = "publisher: Valley Radio"
        there = f"{here.replace('127.0.0.1', 'localhost')}radio.html"
        radio.write_text(told.replace(named, f"{named}\nurl: {there}"), encoding="utf-8")
        relock(scaffolded, date(2026, 1, 2))
        assert build(scaffolded).written is not None
        paragraphs = "<div></div>".join(f"<p>{escape(each)}</p>" for each in article)
        (scaffolded / "build/radio.html").write_text(page_of(paragraphs), encoding="utf-8")

        page = browser.new_page(viewport={"width": 800, "height": 600})
        page.set_default_timeout(10_000)
        page.goto(here)
        tab_to(page, f"{here}events/bridge-closes/")
        page.keyboard.press("Enter")
        page.wait_for_url("**/events/bridge-closes/")
        tab_to(page, f"{there}#:~:text=")
        page.keyboard.press("Enter")
        page.wait_for_url("**/radio.html*")
        page.wait_for_function("scrollY > 1000")
        box = page.get_by_text("The bridge has been shut since last Saturday").bounding_box()
        assert box is not None and 0 < box["y"] < 600
        alt_left(page)
        page.wait_for_url(f"{here}events/bridge-closes/")
        alt_left(page)
        page.wait_for_url(here)
