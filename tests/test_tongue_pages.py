"""A site speaks one language to its readers: no English is left on its pages, and other texts say theirs."""

import json
import re
import runpy
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from conftest import ROOT
from dateline import pages
from dateline.build import prepare
from dateline.catalogues import tongue_for
from dateline.kept import Kept
from dateline.render import render_site
from dateline.tongue import LANGUAGES
from messages import messages, strings_of, translated
from timelines import many, with_events

pytestmark = pytest.mark.long

SITES = runpy.run_path(str(ROOT / "bench/sites.py"))
OTHERS = [language for language in LANGUAGES if language != "en"]
LATIN = re.compile(r"[A-Za-z][A-Za-z’'-]+")
SILENT = re.compile(r'<(script|style|code)\b.*?</\1>|<span class="Z3988"[^>]*>', re.DOTALL)
SPOKEN = re.compile(r'(?:aria-label|title|alt|placeholder)="([^"]*)"')
TOLD = re.compile(r'<meta (?:name|property)="[\w:]*(?:description|title)" content="([^"]*)"')
TAG = re.compile(r"<[^>]*>")
MORE = {
    "content/events/taken-back.md": """---
title: خبر سُحب
status: reported
aliases: [old/name]
citations: [{source: letters}]
withdrawn: {date: 2026-11-01, because: لم يثبت.}
---
""",
    "content/events/worded.md": """---
title: ساعة الميناء
status: reported
date: 1990
citations:
  - source: letters
  - source: gazette
  - source: pilot-book
---
""",
    "content/events/of-two-days.md": """---
title: أول ضوء
status: reported
citations:
  - source: pilot-book
    quote: first lit on 12 May 1889
    says: {date: 12 May 1889}
  - source: gazette
    quote: وُضع حجر الأساس عام 1887
    says: {date: "1887"}
---
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = SITES["write_site"](tmp_path_factory.mktemp("site"), "arabic")
    for name, text in MORE.items():
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def kept() -> Kept:
    """What is the same in every language is worked out once."""
    return Kept()


@pytest.fixture(scope="module", params=OTHERS)
def built(request: pytest.FixtureRequest, folder: Path, kept: Kept) -> tuple[str, dict[str, str]]:
    declaration = folder / "site.py"
    text = re.sub('language="[^"]*"', f'language="{request.param}"', declaration.read_text(encoding="utf-8"))
    declaration.write_text(text, encoding="utf-8")
    outcome, files = prepare(folder, preview=True, kept=kept)
    assert not outcome.failed, outcome.problems
    return request.param, {path: made.decode() for path, made in files.items() if is_text(path)}


def is_text(path: str) -> bool:
    return path.endswith((".html", ".xml", "feed.json", ".ics", "words.js")) and path != "sitemap.xml"


def text_of(page: str) -> str:
    """What a reader sees or hears of a page."""
    page = SILENT.sub(" ", page)
    return unescape(" ".join([*SPOKEN.findall(page), *TOLD.findall(page), TAG.sub(" ", page)]))


ADDRESS = re.compile(r"(?:https?|tag):\S+")
CALENDAR = re.compile(r"^(?:NAME|X-WR-\w+|SUMMARY|DESCRIPTION|LOCATION)[:;](.*)$", re.MULTILINE)


def text_of_feed(path: str, feed: str) -> str:
    """What a reader of a feed or a calendar is shown."""
    if path.endswith(".ics"):
        unfolded = feed.replace("\r\n ", "").replace("\r\n", "\n")
        return ADDRESS.sub(" ", " ".join(CALENDAR.findall(unfolded)))
    if path.endswith(".json"):
        told = json.loads(feed)
        items = [
            text for item in told["items"] for text in map(item.get, ("title", "summary", "content_html"))
        ]
        parts = [told["title"], told.get("description"), *items]
        return text_of(" ".join(filter(None, parts)))
    parts = BeautifulSoup(feed, "xml").find_all(["title", "subtitle", "summary", "content"])
    return text_of(" ".join(part.get_text() for part in parts))


def latin(text: str) -> set[str]:
    return set(LATIN.findall(text))


@pytest.fixture(scope="module")
def authored(folder: Path) -> set[str]:
    """Latin words that the site's author typed."""
    files = [*folder.glob("content/**/*.md"), folder / "site.py"]
    typed = latin(" ".join(file.read_text(encoding="utf-8") for file in files))
    return typed | {word.capitalize() for word in typed}


def test_no_english_word_is_left_where_another_script_is_written(
    built: tuple[str, dict[str, str]], authored: set[str]
) -> None:
    language, files = built
    if language not in ("ar", "zh", "ja"):
        pytest.skip("tells nothing where the language itself is written in Latin letters")
    known = authored | latin(" ".join(s for message in translated(language) for s in strings_of(message)))
    names = latin(" ".join(files) + " data timelinejs annotations schema sources ris bib events csv json ics")
    for path, page in files.items():
        if path.endswith(".html"):
            assert latin(text_of(page)) - known - names == set(), path
        if path.endswith((".xml", "feed.json", ".ics")):
            assert latin(text_of_feed(path, page)) - known - names == set(), path


def test_no_english_message_is_left_where_latin_letters_are_written(
    built: tuple[str, dict[str, str]],
) -> None:
    language, files = built
    if language in ("ar", "zh", "ja"):
        pytest.skip("the other test sees more")
    ours = " ".join(s for message in translated(language) for s in strings_of(message))
    parts = {
        bare
        for message in messages()
        for english in ([message.id] if isinstance(message.id, str) else message.id)
        for part in re.split(r"%\(\w+\)s|<[^>]*>", english)
        if " " in (bare := part.strip(" .:,;")) and bare not in ours
    }
    said = "\n".join(text_of(page) if path.endswith(".html") else page for path, page in files.items())
    assert {part for part in parts if part in said} == set()


def test_a_page_says_its_language_and_where_its_lines_run(built: tuple[str, dict[str, str]]) -> None:
    language, files = built
    direction = ' dir="rtl"' if language == "ar" else ""
    for path, page in files.items():
        if path.endswith(".html"):
            assert f'<html lang="{language}"{direction}>' in page, path


def test_texts_of_others_say_their_language(built: tuple[str, dict[str, str]]) -> None:
    language, files = built
    page = files["events/lighthouse-begun/index.html"]
    quotation = BeautifulSoup(page, "html.parser").select("blockquote")[1]
    assert quotation.get_text(strip=True) == "a tower of 28 metres, begun in 1887"
    assert quotation["lang"] == "en-GB"
    assert quotation.get("dir") == ("ltr" if language == "ar" else None)


def test_a_feed_says_its_language(built: tuple[str, dict[str, str]]) -> None:
    language, files = built
    assert f'xml:lang="{language}"' in files["atom.xml"]
    assert f'"language": "{language}"' in files["feed.json"]


def test_a_feed_and_a_calendar_name_what_is_disputed_as_a_page_does(
    built: tuple[str, dict[str, str]],
) -> None:
    language, files = built
    tongue = tongue_for(language)
    named = tongue.gettext("Sources disagree on %(fields)s", fields=tongue.field("date"))
    for path in ("atom.xml", "feed.json", "timeline.ics"):
        assert named in files[path].replace("\r\n ", ""), path


@pytest.mark.parametrize("language", ["zh", "ar"])
def test_a_long_timeline_speaks_the_language_on_all_its_pages(language: str) -> None:
    timeline = replace(with_events(*many(201)), tongue=tongue_for(language))
    timeline = replace(timeline, site=replace(timeline.site, language=language))
    planned, _ = pages.plan(timeline)
    shown = tuple(page for page in planned if page.template in ("index.html.jinja", "period.html.jinja"))
    files, problems = render_site(timeline, shown)
    assert problems == ()
    own = latin(re.sub("[\"']", " ", repr(timeline)))
    known = own | latin(" ".join(s for message in translated(language) for s in strings_of(message)))
    for page in shown:
        assert latin(text_of(files[page.path].decode())) - known == set(), page.path


def test_a_site_in_a_language_that_we_do_not_speak_marks_what_its_author_wrote() -> None:
    timeline = replace(with_events(*many(3)), tongue=tongue_for("fi"))
    timeline = replace(timeline, site=replace(timeline.site, language="fi"))
    planned, _ = pages.plan(timeline)
    files, _ = render_site(timeline, planned)
    page = BeautifulSoup(files["index.html"].decode(), "html.parser")
    assert page.html is not None and page.html["lang"] == "en"
    assert {str(heading.get("lang")) for heading in page.select("h1, h3 a")} == {"fi"}
    assert page.select_one("header.top ul a").get("lang") is None


def test_an_english_page_carries_no_marks_for_languages() -> None:
    files, _ = render_site(timeline := with_events(*many(3)), pages.plan(timeline)[0])
    page = files["index.html"].decode()
    assert page.count(" lang=") == 1
    assert " dir=" not in page
