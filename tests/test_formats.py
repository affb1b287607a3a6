"""What machines read, checked by other people's parsers."""

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import html5lib
import jsonschema
import pytest

from dateline import pages
from dateline.dates import Day
from dateline.formats import FORMATS, jsonld, sitemap, timeline_json, timeline_schema
from dateline.formats.changed import changes, instant, site_changed
from dateline.model import Timeline
from dateline.render import render_site
from timelines import CLAIM, EMPTY, EV_COM, EXPLAINER, REPORT, TIMELINE

TARGETS = [page.address for page in pages.plan(TIMELINE)[0]]


def as_json(timeline: Timeline = TIMELINE) -> Any:
    return json.loads(timeline_json.write(timeline))


@pytest.mark.parametrize("timeline", [TIMELINE, EMPTY], ids=["full", "empty"])
def test_the_data_keeps_to_its_published_schema(timeline: Timeline) -> None:
    schema = json.loads(timeline_schema.write(timeline))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(as_json(timeline), schema, cls=jsonschema.Draft202012Validator)
    assert schema["$id"] == as_json(timeline)["$schema"]


def test_the_data_holds_the_date_with_its_words_rule_and_bounds() -> None:
    date = next(e for e in as_json()["events"] if e["id"] == "ft-report")["date"]
    assert date == {
        "edtf": "2026-01-31",
        "earliest": "2026-01-31",
        "latest": "2026-01-31",
        "precision": "day",
        "part": None,
        "side": None,
        "qualifier": "",
        "kind": "within",
        "label": "31 January 2026",
        "stated": "Saturday",
        "rule": "bare weekday",
        "anchor": {"published": "2026-02-01", "timezone": "America/New_York", "source": "ev-com"},
    }


def test_the_data_holds_both_values_of_a_disagreement() -> None:
    report = next(e for e in as_json()["events"] if e["id"] == "ft-report")
    values = report["disagreements"][0]["values"]
    assert [(v["words"], v["sources"], v["stands"], v["date"]["earliest"]) for v in values] == [
        ("Saturday", ["ev-com"], True, "2026-01-31"),
        ("In early 2024", ["explainer"], False, "2024-01-01"),
    ]
    assert report["citations"][0]["verification"]["verified"] == "2026-11-22"


def test_what_is_not_known_is_null_and_not_invented() -> None:
    data = as_json()
    explainer = next(s for s in data["sources"] if s["id"] == "explainer")
    assert (explainer["url"], explainer["published"], explainer["snapshot"]) == (None, None, None)
    assert next(e for e in data["events"] if e["id"] == "claim")["date"] is None


def test_nothing_asks_the_clock_when_something_changed() -> None:
    assert changes(TIMELINE)["ford-denies"] == Day(2026, 11, 22)
    assert changes(TIMELINE)["claim"] == site_changed(TIMELINE) == Day(2026, 11, 23)
    unlocked = replace(TIMELINE, events=(CLAIM,))
    assert site_changed(unlocked) == Day(2026, 2, 1)
    assert site_changed(replace(unlocked, sources=(replace(EV_COM, accessed="2026-03-04"),))) == Day(
        2026, 3, 4
    )
    assert site_changed(replace(unlocked, sources=(EXPLAINER,))) == Day(1970, 1, 1)
    assert instant(Day(2026, 2, 1)) == "2026-02-01T00:00:00Z"


def test_the_sitemap_lists_every_page_that_can_be_found() -> None:
    root = ElementTree.fromstring(sitemap.write(TIMELINE, TARGETS))
    rows = {row[0].text: row[1].text for row in root}
    assert rows["https://example.org/repo/"] == "2026-11-23"
    assert rows["https://example.org/repo/events/ford-denies/"] == "2026-11-22"
    assert not any("404" in str(address) or address.endswith("events/report/") for address in rows if address)
    assert len(rows) == len([target for target in TARGETS if not target.startswith("embed/")]) - 2


def test_robots_are_told_where_the_sitemap_is() -> None:
    assert sitemap.write_robots(TIMELINE) == (
        "User-agent: *\nAllow: /\n\nSitemap: https://example.org/repo/sitemap.xml\n"
    )


def test_every_format_has_its_own_file() -> None:
    assert len({made.path for made in FORMATS}) == len(FORMATS)
    assert next(made for made in FORMATS if made.path == ".nojekyll").write(TIMELINE, TARGETS) == ""


def test_linked_data_is_only_as_exact_as_the_date_is_known() -> None:
    claim = jsonld.event(REPORT, TIMELINE)
    assert claim["temporalCoverage"] == "2026-01-31"
    assert "temporalCoverage" not in jsonld.event(CLAIM, TIMELINE)
    assert jsonld.source(EV_COM, TIMELINE)["mainEntity"]["datePublished"] == "2026-02-01"
    assert "datePublished" not in jsonld.source(EXPLAINER, TIMELINE)["mainEntity"]


def test_linked_data_holds_the_quotations_and_corrections() -> None:
    claim: Any = jsonld.event(REPORT, TIMELINE)
    assert [q["text"] for q in claim["citation"]] == [
        "The Financial Times reported Saturday",
        "In early 2024, several media outlets",
        "according to “people familiar”",
    ]
    assert claim["citation"][2]["spokenByCharacter"]["name"] == "an analyst"
    assert claim["correction"][0]["datePublished"] == "2026-11-23"
    assert "url" not in claim["citation"][1]["isPartOf"]


def test_linked_data_in_a_page_reads_back_as_it_was_and_closes_nothing() -> None:
    files, _ = render_site(TIMELINE, pages.plan(TIMELINE)[0])
    for path in ("index.html", "events/claim/index.html", "sources/ev-com/index.html"):
        tree = html5lib.parse(files[path], namespaceHTMLElements=False)
        text = "".join(tree.find(".//script[@type='application/ld+json']").itertext())
        assert json.loads(text)["@context"] == "https://schema.org"
        assert not re.search("<", text)
