"""Which pages there are, and what stands on them."""

import re
from dataclasses import replace
from itertools import pairwise

import html5lib
import pytest
from bs4 import BeautifulSoup

from dateline import pages
from dateline.kept import Kept
from dateline.model import Disagreement, Event, Value
from dateline.named import by_name
from dateline.pages.dateviews import excludes, outcome, rival_values
from dateline.render import render_site
from timelines import (
    CLAIM,
    DENIAL,
    EARLY,
    EMPTY,
    EV_COM,
    EXPLAINER,
    REPORT,
    SATURDAY,
    TIMELINE,
    event,
    many,
    reading,
    with_events,
)


def files(timeline: object = TIMELINE) -> dict[str, str]:
    planned, problems = pages.plan(timeline)
    assert problems == ()
    rendered, faults = render_site(timeline, planned)
    assert faults == ()
    return {path: content.decode() for path, content in rendered.items() if not path.startswith("static/")}


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return files()


def words(page: str) -> str:
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    body = tree.find("body")
    return " ".join("".join(body.itertext()).split())


def test_every_record_has_its_page(site: dict[str, str]) -> None:
    html = {path.removesuffix("index.html") for path in site if path.endswith(".html")}
    assert {path for path in html if not path.startswith("embed/")} == {
        *("", "404.html", "about/", "corrections/", "data/", "disagreements/", "method/"),
        *("sources/", "sources/ev-com/", "sources/explainer/", "sources/uncited/"),
        *("events/trip/", "events/podcast/", "events/ft-report/", "events/ford-denies/"),
        *("events/visit/", "events/claim/", "events/report/"),
        *("actors/", "actors/ford/", "actors/financial-times/", "tags/", "tags/the-report/"),
        *("statuses/", "statuses/reported/", "statuses/alleged/"),
        *("statuses/confirmed/", "statuses/possible/"),
    }


def test_pages_stand_in_the_order_of_their_addresses() -> None:
    planned, _ = pages.plan(TIMELINE)
    assert [page.path for page in planned] == sorted(page.path for page in planned)


def test_an_empty_site_still_has_its_fixed_pages() -> None:
    html = {path for path in files(EMPTY) if path.endswith(".html")}
    assert html == {
        *("index.html", "404.html", "about/index.html", "data/index.html"),
        *("disagreements/index.html", "sources/index.html"),
    }


def test_an_empty_timeline_says_so_and_shows_neither_counts_nor_filters() -> None:
    made = files(EMPTY)
    page = made["index.html"]
    assert '<p class="facts">There are no events yet.</p>' in page
    for told in ("verified", "Narrow the timeline", 'class="timeline"', "<figure"):
        assert told not in page.partition("<main")[2].partition("</main>")[0]
    assert "There are no sources yet." in words(made["sources/index.html"])
    assert "There are no events yet." in words(made["disagreements/index.html"])
    about = words(made["about/index.html"])
    assert "There are no quotations yet." in about
    for told in ("0 ", "rules below", "How closely"):
        assert told not in about + words(made["disagreements/index.html"])


def test_pages_are_well_formed_and_have_one_h1(site: dict[str, str]) -> None:
    for path, page in site.items():
        if path.endswith(".html"):
            tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
            levels = [int(e.tag[1]) for e in tree.iter() if str(e.tag) in {"h1", "h2", "h3", "h4"}]
            assert levels.count(1) == 1, path
            assert all(b - a <= 1 for a, b in pairwise(levels)), path


def test_no_page_has_inline_style_or_script(site: dict[str, str]) -> None:
    for path, page in site.items():
        if path.endswith(".html"):
            assert " style=" not in page and "<style" not in page, path
            for attributes, inside in re.findall(r"(?s)<script([^>]*)>(.*?)</script>", page):
                assert "application/ld+json" in attributes or (" src=" in attributes and not inside), path


def test_a_hostile_title_stays_text_everywhere(site: dict[str, str]) -> None:
    for path, page in site.items():
        assert path.endswith((".json", ".csv", ".ics")) or "<script>alert(1)" not in page, path
    assert "A claim that </script><script>alert(1)</script> nobody dates" in words(
        site["events/claim/index.html"]
    )
    assert "A text <b>nobody</b> cites" in words(site["sources/uncited/index.html"])


def test_both_dates_of_a_dispute_stand_with_their_sources_and_words(site: dict[str, str]) -> None:
    page = words(site["index.html"])
    assert "31 January 2026 Saturday EV.com disputed early 2024 In early 2024 Explainer" in page


def test_an_event_page_says_how_each_date_was_read_and_which_one_stands(site: dict[str, str]) -> None:
    page = words(site["events/ft-report/index.html"])
    assert "The nearest one back. Published: 1 February 2026." in page
    assert "31 January 2026 the date we use" in page
    assert "early 2024 contradicts the date we use" in page
    assert "Verdict: error in ExplainerIt knows the sales of all 2025.Decided by the editor." in page


BY_RULE = "Chosen by rule: First cited beats later cited."


def with_verdict(verdict: str, standing: str) -> dict[str, str]:
    """The site with another verdict on the date of the report, which a rule had to choose by."""
    report = next(event for event in TIMELINE.events if event.id == "ft-report")
    dated, *others = report.disagreements
    values = tuple(replace(value, stands=value.words == standing) for value in dated.values)
    found = replace(dated, verdict=verdict, values=values, rule="first cited beats later cited")
    made = replace(report, disagreements=(found, *others))
    return files(
        replace(TIMELINE, events=tuple(made if each is report else each for each in TIMELINE.events))
    )


def test_a_verdict_in_free_words_is_shown_as_the_editors_beside_the_rule_that_chose() -> None:
    made = with_verdict("superseded", "Saturday")
    rule = f"The timeline uses 31 January 2026. {BY_RULE} Nothing else decides"
    page = words(made["events/ft-report/index.html"])
    assert f"In the editor’s words: supersededIt knows the sales of all 2025.{rule}" in page
    assert "Decided by the editor" not in page
    assert f"Superseded. It knows the sales of all 2025. {rule}" in words(made["disagreements/index.html"])


def test_contradictions_come_before_what_is_only_worded_differently() -> None:
    mild, *_ = (one for event in TIMELINE.events for one in event.disagreements)
    mild = replace(mild, relation="compatible", field="outlet")
    (first, *others), found = TIMELINE.events, next(e for e in TIMELINE.events if e.id == "ft-report")
    softened = replace(first if first is not found else others[0], disagreements=(mild,))
    both = replace(found, disagreements=(mild, *found.disagreements))
    made = {softened.id: softened, both.id: both}
    told = tuple(made.get(event.id, event) for event in TIMELINE.events)
    page = BeautifulSoup(files(replace(TIMELINE, events=told))["disagreements/index.html"], "html.parser")
    kinds = ["mild" in (tag.get("class") or ()) for tag in page.select(".dispute")]
    assert kinds == sorted(kinds) and len(set(kinds)) == 2
    contradicted, reworded = ([a.text for a in part.select("h3 a")] for part in page.select(".period"))
    assert found.title in contradicted and softened.title not in contradicted
    assert {found.title, softened.title} <= set(reworded), "one event may have both"


def test_the_counts_of_differences_lead_to_the_parts_that_are_counted(site: dict[str, str]) -> None:
    page = BeautifulSoup(site["disagreements/index.html"], "html.parser")
    for link in page.select(".facts a"):
        part = page.find(id=str(link["href"]).removeprefix("#"))
        assert part and link.text.split()[0] == str(len(part.find_parent("section").select(".dispute")))


def test_an_unresolved_date_is_said_to_stand_nowhere() -> None:
    made = with_verdict("unresolved", "")
    placed = f"No date stands. The event is placed at 31 January 2026. {BY_RULE}"
    page, list = words(made["events/ft-report/index.html"]), words(made["disagreements/index.html"])
    assert f"Verdict: unresolvedIt knows the sales of all 2025.{placed}" in page
    assert f"Unresolved. It knows the sales of all 2025. {placed}" in list
    assert "the event is placed here" in page and "contradicts another date; neither stands" in page
    for text in (page, list):
        dated = text.partition("disagree on the date")[2].partition("Unresolved")[0]
        assert "this one stands" not in dated
    assert "Decided by the editor" not in page and "the date we use" not in page
    assert "31 January 2026 Saturday EV.com disputed early 2024" in words(made["index.html"])


def test_a_source_says_when_it_was_seen_in_the_words_of_any_other_date() -> None:
    seen = replace(EV_COM, accessed="2026-02-03")
    page = files(replace(TIMELINE, sources=(seen, *TIMELINE.sources[1:])))["sources/ev-com/index.html"]
    assert "https://ev.example/deny, as seen on 3 February 2026" in words(page)


def test_a_source_without_an_address_says_so(site: dict[str, str]) -> None:
    assert "No public address is known, so we give none." in words(site["sources/explainer/index.html"])
    assert "https://ev.example/deny" in words(site["sources/ev-com/index.html"])


def test_a_source_lists_what_rests_on_it_and_what_is_held_against_it(site: dict[str, str]) -> None:
    against = words(site["sources/explainer/index.html"])
    assert "Sources disagree on the date" in against
    ev_com = words(site["sources/ev-com/index.html"])
    assert "Events that cite this source: 2 of 6." in ev_com
    assert "118d91b4 0537815e" in ev_com
    assert "the decision did not go against it" in ev_com


def test_a_date_that_holds_the_one_that_stands_is_not_held_against_its_source() -> None:
    """As a weekend holds its Saturday: what a verdict denied was a third source's date."""
    report = next(event for event in TIMELINE.events if event.id == "ft-report")
    dated, *others = report.disagreements
    stands, early = dated.values
    weekend = replace(early, words="over the weekend", reading=reading("2026-01-31/2026-02-01"))
    third = replace(early, sources=("uncited",), citations=())
    made = replace(report, disagreements=(replace(dated, values=(stands, weekend, third)), *others))
    events = tuple(made if each is report else each for each in TIMELINE.events)
    page = words(files(replace(TIMELINE, events=events))["sources/explainer/index.html"])
    decided = page.partition("Decided against it")[2].partition("Disputed, but not decided against it")
    assert "over the weekend" in decided[2] and "over the weekend" not in decided[0]


def test_a_narrowed_timeline_holds_only_its_events(site: dict[str, str]) -> None:
    page = words(site["tags/the-report/index.html"])
    assert "2 events of 6." in page
    assert "A trip" in page and "Ford denies it" not in page


def test_names_that_differ_only_in_case_share_a_page() -> None:
    found = by_name(TIMELINE, "actors")
    assert {name: [e.id for e in events] for name, events in found.items()} == {
        "ford": ["podcast", "ft-report", "ford-denies"],
        "Financial Times": ["ft-report"],
    }


def test_an_old_address_leads_to_the_new_one(site: dict[str, str]) -> None:
    page = site["events/report/index.html"]
    assert 'content="0; url=../../events/ft-report/"' in page
    assert '<link rel="canonical" href="https://example.org/repo/events/ft-report/">' in page
    assert "events/report/" not in site["sitemap.xml"]


def test_the_page_for_missing_pages_works_at_any_depth(site: dict[str, str]) -> None:
    assert 'href="/repo/static/style.css"' in site["404.html"]
    assert 'href="../' not in site["404.html"]


def test_links_in_texts_are_made_for_the_page_they_stand_on(site: dict[str, str]) -> None:
    assert 'href="events/ford-denies/"' in site["index.html"]
    assert 'href="../../events/ford-denies/"' in site["events/ft-report/index.html"]
    assert 'href="../about/"' in site["method/index.html"]


def test_a_link_that_leads_nowhere_is_a_problem_told_once() -> None:
    broken = event("x", "X", body="See [this](nothing.md).", tags=("t",))
    _, problems = pages.plan(with_events(broken))
    assert [str(p.place) for p in problems] == ["content/events/x.md:9:12"]
    assert problems[0].message == 'there is no page "nothing.md".'


def test_references_lead_to_notes_and_back(site: dict[str, str]) -> None:
    for path, here in [("index.html", "n-ft-report-"), ("events/ft-report/index.html", "")]:
        page = site[path]
        for number in (1, 2):
            assert f'href="#{here}c{number}"' in page and f'id="{here}c{number}"' in page
            assert f'href="#{here}r{number}"' in page and f'id="{here}r{number}"' in page


def test_a_long_list_prints_the_most_needed_quotation_of_every_event_and_counts_the_rest() -> None:
    page = files(with_events(*many(90)))["index.html"]
    assert all(f"the words number {n} " in page for n in range(90))
    printed = page.count('<details class="note">')
    assert 90 <= printed < 100 and page.count(">1 more citation</a>") == 180 - printed


@pytest.mark.long
def test_a_list_with_no_room_for_that_names_the_sources_of_what_least_is_cited_for() -> None:
    """A page of 200 events is not much heavier than one of 69; all on one page has everything."""
    events = many(150)
    cited = (replace(c, number=n) for n, c in enumerate(events[149].citations * 3, 1))
    busy = replace(events[149], citations=tuple(cited))
    page = files(with_events(*events[:149], busy))["index.html"]
    printed = page.count('<details class="note">')
    assert 20 < printed < 100 and "the words number 149" in page
    named = re.findall(r'#citations">(<cite.*?)</a>', page)
    assert named == ["<cite>EV.com</cite>, <cite>Explainer</cite>"] * (150 - printed)
    longer = files(with_events(*many(201)))["all/index.html"]
    assert longer.count('<details class="note">') == 201


@pytest.mark.long
def test_a_list_with_no_room_still_quotes_both_sides_of_a_disputed_date() -> None:
    page = files(with_events(*many(198), REPORT, DENIAL))["index.html"]
    assert "The Financial Times reported Saturday" in page and "several media outlets" in page
    assert page.count('<details class="note">') < 20


def test_a_long_list_spends_its_words_on_what_most_is_cited_for() -> None:
    busy = replace(many(90)[7], body="The most cited of all.", citations=many(1)[0].citations * 3)
    page = files(with_events(*many(90)[:7], busy, *many(90)[8:]))["index.html"]
    assert "The most cited of all." in page
    assert page.count('class="prose"') < 90


def test_one_turns_from_event_to_event_as_the_timeline_lists_them() -> None:
    """What is still to come follows what the sources saw, though its spring began before."""
    spring = event("spring", "A spring", status="scheduled", date=reading("2026-21"))
    april = event("april", "In April", date=reading("2026-04-10"))
    newest = replace(EV_COM, published=reading("2026-04-11"))
    found = files(replace(TIMELINE, events=(CLAIM, spring, april), sources=(newest, EXPLAINER)))
    listed = re.findall(r'<article class="event" id="e-([^"]+)"', found["index.html"])
    assert listed == ["april", "spring", "claim"]
    for here, there in pairwise(listed):
        assert f'rel="next" href="../../events/{there}/"' in found[f"events/{here}/index.html"]
        assert f'rel="prev" href="../../events/{here}/"' in found[f"events/{there}/index.html"]


def test_an_event_page_counts_sources_of_one_origin_once(site: dict[str, str]) -> None:
    assert "2 sources, 1 origin: Financial Times." in words(site["events/ft-report/index.html"])
    assert "origin" not in words(site["events/ford-denies/index.html"])


def test_undated_and_unquoted_events_say_so(site: dict[str, str]) -> None:
    page = words(site["events/claim/index.html"])
    assert "undated alleged" in page
    assert "No source gives a date, so we do not give one either." in page
    assert "Nobody is cited here." in page


def test_the_corrections_of_an_event_are_on_its_page_and_on_theirs(site: dict[str, str]) -> None:
    for path in ("events/ft-report/index.html", "corrections/index.html"):
        assert "23 November 2026" in words(site[path])
        assert "<del>a Sunday</del>" in site[path]


def dispute(*values: Value) -> Event:
    found = Disagreement(
        event="x", field="date", relation="disagree", values=values, verdict="", because="", by_editor=False
    )
    return replace(REPORT, disagreements=(found,))


def test_a_date_that_holds_the_standing_one_is_no_rival() -> None:
    weekend = replace(SATURDAY, value=type(SATURDAY.value).parse("2026-01-31/2026-02-01"))
    standing = Value(words="Saturday", citations=(1,), sources=("ev-com",), reading=SATURDAY, stands=True)
    around = Value(words="weekend", citations=(2,), sources=("explainer",), reading=weekend)
    against = Value(words="early 2024", citations=(2,), sources=("explainer",), reading=EARLY)
    assert rival_values(dispute(standing, around)) == ()
    assert rival_values(dispute(around, standing, against)) == (standing, against)
    assert not excludes(weekend, SATURDAY)
    assert outcome(weekend, SATURDAY) == "agrees; the date we use is more exact"
    assert outcome(SATURDAY, weekend) == "agrees, and is more exact than the date we use"
    assert outcome(EARLY, SATURDAY) == "contradicts the date we use"
    assert outcome(None, SATURDAY) == outcome(SATURDAY, None) == "not used"


def test_the_front_page_says_how_much_is_verified() -> None:
    unverified = replace(DENIAL, citations=tuple(replace(c, verification=None) for c in DENIAL.citations))
    assert "all 4 quotations verified" in files()["index.html"]
    assert "3 of 4 verified" in files(with_events(REPORT, unverified))["index.html"]


def test_the_same_timeline_gives_the_same_bytes() -> None:
    assert files() == files()


def test_a_source_that_is_not_there_does_not_stop_the_page() -> None:
    lost = replace(TIMELINE, sources=(EV_COM,), events=(REPORT, DENIAL))
    assert "explainer" in words(files(lost)["events/ft-report/index.html"])


def test_a_page_of_a_name_is_not_made_of_how_often_the_events_of_others_cite() -> None:
    kept = Kept()
    before, _ = pages.plan(TIMELINE, kept)
    kept.turn(whole=True)
    fewer = [
        event if "Financial Times" in event.actors else replace(event, citations=())
        for event in TIMELINE.events
    ]
    after, _ = pages.plan(with_events(*fewer), kept)
    path = "actors/financial-times/index.html"
    (old,), (new,) = ([page for page in planned if page.path == path] for planned in (before, after))
    assert new is old
