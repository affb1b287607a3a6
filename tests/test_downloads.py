"""The page of all downloads and feeds: nothing is left off it, and it says what each file cannot hold."""

from dataclasses import replace
from functools import cache

import html5lib

from dateline import addresses, pages
from dateline.formats import FORMATS
from dateline.formats.feeds import FEEDS
from dateline.model import Timeline
from dateline.render import render_site
from timelines import CLAIM, EMPTY, TIMELINE, with_events


@cache
def files() -> dict[str, bytes]:
    """A whole site's."""
    return made(TIMELINE)


def made(timeline: Timeline, *only: str) -> dict[str, bytes]:
    planned = [page for page in pages.plan(timeline)[0] if not only or page.path in only]
    written, problems = render_site(timeline, planned)
    assert not problems
    return written


def page(timeline: Timeline = TIMELINE, path: str = "data/index.html") -> tuple[str, set[str]]:
    """Its words, and where its links lead."""
    found = files() if timeline is TIMELINE else made(timeline, path)
    tree = html5lib.parse(found[path], namespaceHTMLElements=False).find(".//main")
    return " ".join("".join(tree.itertext()).split()), {str(a.get("href")) for a in tree.iter("a")}


def test_every_file_for_programs_is_offered() -> None:
    _, links = page()
    published = {file.path for file in FORMATS if file.path.startswith(addresses.DATA)}
    offered = {f"data/{link}" if not link.startswith("../") else link[3:] for link in links}
    assert published - {addresses.SEARCH} <= offered
    assert {feed.file for feed in FEEDS} <= offered
    assert offered <= files().keys()


def test_it_says_how_many_events_a_file_leaves_out() -> None:
    words, _ = page()
    assert "known and no others. 2 events are left out, because their days are not known." in words
    assert "1 event is left out, because it has no date." in words
    assert "1 event is left out, because it has no date, or one without an end." in words


def test_a_calendar_that_is_not_made_is_not_offered() -> None:
    words, links = page(with_events(CLAIM))
    assert "Calendar" not in words
    assert "../timeline.ics" not in links


def test_it_states_the_licence_or_that_there_is_none() -> None:
    assert "The text of this site: CC BY 4.0." in page()[0]
    unlicensed = replace(TIMELINE, site=replace(TIMELINE.site, license=""))
    assert "This site states no licence" in page(unlicensed)[0]


def test_feeds_of_names_are_promised_where_there_are_names() -> None:
    assert "Every actor and every tag has these" in page()[0]
    assert "Every actor and every tag" not in page(EMPTY)[0]


def test_an_actors_page_leads_to_its_own_feeds_and_no_other_page_does() -> None:
    _, links = page(path="actors/ford/index.html")
    assert {f"../../actors/ford/{feed.file}" for feed in FEEDS} <= links
    assert files()["actors/ford/index.html"].count(b'rel="alternate"') == 1 + len(FEEDS)
    assert files()["events/claim/index.html"].count(b"atom.xml") == 2  # in its head, and at its foot
