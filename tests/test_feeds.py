"""What readers follow and download, read by other people's parsers."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree

import feedparser
import icalendar
import jsonfeed
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.formats import feeds, spreadsheet, timelinejs
from dateline.formats.icalendar import _folded, _text, days, left_out
from dateline.media import Picture, Rendition, Shelf
from dateline.model import Event, Medium, Timeline
from timelines import CLAIM, DENIAL, EMPTY, REPORT, SITE, TIMELINE, TRIP, event, many, reading, with_events

CONTROLS = {*map(chr, range(32)), "\x7f"}


def feed(path: str, timeline: Timeline = TIMELINE) -> str:
    return feeds.write(timeline)[path]


def calendar(timeline: Timeline, path: str = "timeline.ics") -> Any:
    return icalendar.Calendar.from_ical(feed(path, timeline).encode())


def dated(edtf: str, id: str = "e", **more: object) -> Event:
    return event(id, "Something", date=reading(edtf, **more))


def test_the_atom_feed_is_read_by_feedparser() -> None:
    read = feedparser.parse(feed("atom.xml").encode())
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.id == read.feed.link == SITE.url
    assert read.feed.updated == "2026-11-23T00:00:00Z"
    first = next(entry for entry in read.entries if entry.title == REPORT.title)
    assert first.link == "https://example.org/repo/events/ft-report/"
    assert first.summary == (
        "31 January 2026, reported. When it did so is disputed. "
        "Correction of 23 November 2026: was “a Sunday”, is now “a Saturday”."
    )
    assert len({entry.id for entry in read.entries}) == len(TIMELINE.events)


def test_an_entry_has_its_quotations_with_their_sources_and_what_these_disagree_on() -> None:
    entries = feedparser.parse(feed("atom.xml").encode()).entries
    told = next(entry for entry in entries if entry.title == REPORT.title).content[0].value
    quoted = '<q>The Financial Times reported Saturday</q> <a href="https://example.org/repo/sources/ev-com/">EV.com</a>'
    assert quoted in told
    assert "<p>Sources disagree on the date.</p>" in told


def test_among_equals_a_feed_begins_with_the_latest_and_ends_with_the_undated() -> None:
    timeline = with_events(DENIAL, event("b", "B", date=REPORT.date), CLAIM)
    entries = feedparser.parse(feed("atom.xml", timeline).encode()).entries
    items = json.loads(feed("feed.json", timeline))["items"]
    expected = ["B", "Ford denies it", CLAIM.title]
    assert [entry.title for entry in entries] == expected
    assert [item["title"] for item in items] == expected


def test_a_feed_holds_no_character_that_its_format_cannot() -> None:
    odd = event("x", "A \x00bell\x07 \ufffe and 😀", date=reading("2026-01-01"), body="x")
    timeline = with_events(odd)
    titles = ElementTree.fromstring(feed("atom.xml", timeline)).find(".//{*}entry/{*}title")
    assert titles is not None
    assert titles.text == "A bell  and 😀"
    assert json.loads(feed("feed.json", timeline))["items"][0]["title"] == odd.title
    assert not CONTROLS - {"\r", "\n"} & set(feed("timeline.ics", timeline))


def test_what_an_author_typed_is_never_markup_in_a_feed() -> None:
    odd = event("x", "<b>1 & 2</b>", dek="<script>alert(1)</script>", date=reading("2026-01-01"))
    atom = feed("atom.xml", with_events(odd)).encode()
    [entry] = feedparser.parse(atom, sanitize_html=False).entries
    [item] = json.loads(feed("feed.json", with_events(odd)))["items"]
    for content in (entry.content[0].value, item["content_html"]):
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content


def test_the_json_feed_is_read_by_a_reader_of_json_feeds() -> None:
    read = jsonfeed.Feed.parse_string(feed("feed.json"))
    assert (read.title, read.home_page_url) == (SITE.title, SITE.url)
    assert read.feed_url == "https://example.org/repo/feed.json"
    assert read.authors[0].name == "The authors"
    assert {item.id for item in read.items} == {
        f"https://example.org/repo/events/{e.id}/" for e in TIMELINE.events
    }
    for item in read.items:
        assert datetime.fromisoformat(item.date_modified.replace("Z", "+00:00"))
        assert item.content_html.startswith("<p>")


def test_the_json_feed_keeps_to_what_its_standard_says() -> None:
    """JSON Feed 1.1: what must be there, what it may be, and names of extensions begin with a line."""
    said = json.loads(feed("feed.json"))
    assert said["version"] == "https://jsonfeed.org/version/1.1"
    assert set(said) == {
        "version", "title", "home_page_url", "feed_url", "description", "authors", "language", "items",
    }  # fmt: skip
    for item in said["items"]:
        assert set(item) == {
            "id", "url", "title", "summary", "content_html", "date_modified", "tags", "_dateline",
        }  # fmt: skip
        assert "about" in item["_dateline"]


def test_each_actor_and_tag_has_feeds_of_its_own() -> None:
    files = feeds.write(TIMELINE)
    assert {path for path in files if path.startswith("actors/ford/")} == {
        "actors/ford/atom.xml",
        "actors/ford/feed.json",
        "actors/ford/timeline.ics",
    }
    read = feedparser.parse(files["actors/ford/atom.xml"].encode())
    assert not read.bozo
    assert read.feed.id == "https://example.org/repo/actors/ford/"
    assert {entry.title for entry in read.entries} == {REPORT.title, DENIAL.title, "A podcast"}
    assert json.loads(files["tags/the-report/feed.json"])["title"] == "the report · A rumour, day by day"


def test_a_feed_has_the_last_hundred_changes_and_a_calendar_everything() -> None:
    timeline = with_events(*many(130))
    assert len(feedparser.parse(feed("atom.xml", timeline).encode()).entries) == 100
    assert len(json.loads(feed("feed.json", timeline))["items"]) == 100
    assert len(calendar(timeline).walk("VEVENT")) == 130


def test_nobody_is_told_of_a_calendar_that_would_be_empty() -> None:
    assert "timeline.ics" not in feeds.write(with_events(CLAIM))
    assert [target for target, _ in feeds.offered("actors/ford/", (CLAIM,))] == [
        "actors/ford/atom.xml",
        "actors/ford/feed.json",
    ]
    assert [target for target, _ in feeds.offered("", (CLAIM, DENIAL))][-1] == "timeline.ics"
    assert set(feeds.write(EMPTY)) == {"atom.xml", "feed.json"}


@pytest.mark.parametrize(
    ("edtf", "first", "after"),
    [
        ("2026-01-31", date(2026, 1, 31), None),
        ("2026-01-31T14:30-05:00", date(2026, 1, 31), None),
        ("2024-05-02/2024-05-05", date(2024, 5, 2), date(2024, 5, 6)),
        ("2024-12-30/2025-01-01", date(2024, 12, 30), date(2025, 1, 2)),
        ("[2026-02-02..2026-02-06]", date(2026, 2, 2), date(2026, 2, 7)),
        ("2026-02-02?", date(2026, 2, 2), None),
        ("9999-12-30/9999-12-31", date(9999, 12, 30), None),
        ("0001-01-01", date(1, 1, 1), None),
    ],
)
def test_a_calendar_has_the_days_that_are_known(edtf: str, first: date, after: date | None) -> None:
    [entry] = calendar(with_events(dated(edtf))).walk("VEVENT")
    assert entry.errors == []
    assert entry["DTSTART"].dt == first
    assert entry["DTSTART"].params["VALUE"] == "DATE"
    assert (entry["DTEND"].dt if "DTEND" in entry else None) == after


VAGUE = (
    *("2024", "2024-10", "2024-21", "197X", "2024-10-XX", "2026-02-02~", "2026-02-02%"),
    *("[2026-02-02,2026-02-09]", "2026-02-02/..", "2026-02/2026-03-05", "../2026-02-02"),
)
FAR = ("-0043-03-15", "0000-01-01", "Y-170000000~", "Y12000", "-0043/0014")


@pytest.mark.parametrize(
    ("edtf", "reason"), [*((edtf, "vague") for edtf in VAGUE), *((edtf, "far") for edtf in FAR)]
)
def test_no_calendar_has_a_day_that_nobody_knows(edtf: str, reason: str) -> None:
    assert days(dated(edtf)) == reason
    assert "timeline.ics" not in feeds.write(with_events(dated(edtf)))


def test_a_part_of_a_month_is_no_day_and_a_weekend_is_two_of_which_one_is_meant() -> None:
    assert days(dated("2024-01", part="early")) == "vague"
    [entry] = calendar(with_events(dated("2026-01-31/2026-02-01", unit="weekend"))).walk("VEVENT")
    assert str(entry["SUMMARY"]) == "Something (31 January – 1 February 2026)"
    [entry] = calendar(with_events(dated("2026-02-02?"))).walk("VEVENT")
    assert (str(entry["SUMMARY"]), str(entry["STATUS"])) == (
        "Something (possibly 2 February 2026)",
        "TENTATIVE",
    )
    [entry] = calendar(with_events(TRIP)).walk("VEVENT")
    assert str(entry["SUMMARY"]) == "A trip"


def test_a_calendar_says_how_many_events_it_leaves_out_and_why() -> None:
    shown = calendar(TIMELINE)
    assert int(shown["X-DATELINE-LEFT-OUT"]) == 3
    assert str(shown["DESCRIPTION"]) == (
        "Two companies, one report, and three ways to tell it. "
        "2 events are left out, because their days are not known. "
        "1 event is left out, because it has no date."
    )
    assert left_out((*TIMELINE.events, dated("-0043-03-15"))) == {"vague": 2, "far": 1, "undated": 1}
    assert left_out((DENIAL,)) == {}


def test_an_entry_of_a_calendar_is_the_same_event_after_every_build() -> None:
    assert feed("timeline.ics") == feed("timeline.ics")
    entry = next(e for e in calendar(TIMELINE).walk("VEVENT") if str(e["SUMMARY"]) == REPORT.title)
    assert str(entry["UID"]) == "ft-report@example.org/repo"
    assert entry["DTSTAMP"].dt.isoformat() == "2026-11-23T00:00:00+00:00"
    assert int(entry["SEQUENCE"]) == 1
    assert str(entry["URL"]) == "https://example.org/repo/events/ft-report/"
    assert str(entry["DESCRIPTION"]).endswith("is now “a Saturday”. Sources disagree on the date.")
    assert str(entry["LOCATION"]) == "London"
    assert str(entry["TRANSP"]) == "TRANSPARENT"
    assert [str(c) for c in entry["CATEGORIES"].cats] == ["reported", "the report"]


def test_lines_of_a_calendar_are_short_and_end_as_they_should() -> None:
    long = replace(dated("2026-01-31"), dek="Ford — フォード — 😀; one, two \\ three. " * 20)
    text = feed("timeline.ics", with_events(long)).encode()
    assert text.count(b"\n") == text.count(b"\r\n")
    assert max(map(len, text.split(b"\r\n"))) <= 75
    [entry] = calendar(with_events(long)).walk("VEVENT")
    assert long.dek.strip() in str(entry["DESCRIPTION"])


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_folding_and_escaping_are_undone_by_a_reader(text: str) -> None:
    line = _folded(f"SUMMARY:{_text(text)}")
    assert all(len(part.encode()) <= 75 for part in line.split("\r\n"))
    shown = "".join(" " if c in CONTROLS else c for c in text)
    undone = line.removesuffix("\r\n").replace("\r\n ", "").removeprefix("SUMMARY:")
    for written, meant in (("\\\\", "\0"), ("\\;", ";"), ("\\,", ","), ("\0", "\\")):
        undone = undone.replace(written, meant)
    assert undone == shown


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_a_span_ends_on_its_last_day(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    [entry] = calendar(with_events(dated(f"{first}/{last}"))).walk("VEVENT")
    assert (entry["DTEND"].dt if "DTEND" in entry else first + timedelta(days=1)) == last + timedelta(days=1)


def rows(timeline: Timeline = TIMELINE) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(spreadsheet.write(timeline).removeprefix("\ufeff"), newline="")))


def test_the_table_has_a_row_for_each_event() -> None:
    table = rows()
    assert [row["id"] for row in table] == [e.id for e in TIMELINE.events]
    report = next(row for row in table if row["id"] == "ft-report")
    assert (report["date"], report["edtf"], report["earliest"], report["precision"]) == (
        "31 January 2026",
        "2026-01-31",
        "2026-01-31",
        "day",
    )
    assert (report["actors"], report["sources"]) == ("Financial Times; Ford", "ev-com; explainer")
    assert (report["quotations"], report["verified"], report["disputed"]) == ("3", "3", "date")
    assert next(row for row in table if row["id"] == "claim")["date"] == ""


def test_the_table_is_written_as_spreadsheets_want_it() -> None:
    text = spreadsheet.write(with_events(event("x", 'He said "no", twice\nand left', date=reading("2026"))))
    assert text.startswith("\ufeffid,title,status,")
    assert text.count("\r\n") == 2
    assert '"He said ""no"", twice\nand left"' in text


UNSEEN = ["\u00a0=", "\u200b=", "\x0b=", "\u3000@", "\u2060 \u00ad+", "\x00=", "\u202e-", "\ufeff＝"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "  =", *UNSEEN])
def test_no_cell_of_the_table_is_a_formula(start: str) -> None:
    hostile = event(
        "x", f"{start}HYPERLINK(1)", dek=f"{start}1", actors=(f"{start}cmd",), date=reading("-0043-03-15")
    )
    [row] = rows(with_events(hostile))
    assert row["title"] == f"'{start}HYPERLINK(1)"
    assert row["edtf"] == row["earliest"] == "'-0043-03-15"
    assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


def slides(*events: Event) -> Any:
    return json.loads(timelinejs.write(with_events(*events)))["events"]


@pytest.mark.parametrize(
    ("edtf", "start", "end", "words"),
    [
        ("2026-01-31", "2026-1-31", "", "31 January 2026"),
        ("2024-10", "2024-10", "", "October 2024"),
        ("1086", "1086", "", "1086"),
        ("2024-21", "2024", "", "spring 2024"),
        ("134X", "1340", "1349", "1340s"),
        ("2024-10-XX", "2024-10", "", "some day in October 2024"),
        ("1842-03/1846-09", "1842-3", "1846-9", "March 1842 – September 1846"),
        ("-0043-03", "-43-3", "", "March 44 BCE"),
        ("[2026-02-02,2026-02-09]", "2026-2-2", "2026-2-9", "2 or 9 February 2026"),
    ],
)
def test_timelinejs_is_given_no_more_than_is_known(edtf: str, start: str, end: str, words: str) -> None:
    [slide] = slides(dated(edtf))
    given = [
        "-".join(str(slide[key][part]) for part in ("year", "month", "day") if part in slide[key])
        for key in ("start_date", "end_date")
        if key in slide
    ]
    assert (given, slide["display_date"]) == ([start, end] if end else [start], words)


def test_timelinejs_is_given_text_and_never_markup_of_an_authors() -> None:
    [slide] = slides(event("x", "<img src=x onerror=alert(1)>", dek="1 < 2 & 3", date=reading("2026")))
    assert slide["text"]["headline"] == "&lt;img src=x onerror=alert(1)&gt;"
    assert "<p>1 &lt; 2 &amp; 3</p>" in slide["text"]["text"]
    assert '<a href="https://example.org/repo/events/x/">' in slide["text"]["text"]


def test_timelinejs_is_given_neither_open_ends_nor_undated_events_and_its_other_scale_for_deep_time() -> None:
    assert slides(CLAIM, dated("2026-01-31/..")) == []
    written = json.loads(timelinejs.write(with_events(dated("Y-170000000~"))))
    assert written["scale"] == "cosmological"
    assert written["events"][0]["start_date"] == {"year": -170_000_000}
    assert json.loads(timelinejs.write(TIMELINE))["scale"] == "human"


def test_an_events_picture_is_in_its_feeds_with_what_it_shows() -> None:
    medium = Medium(place=REPORT.place, file="a.png", alt='A "map"', caption="1 < 2", credit="Ada")
    drawn = Picture(fallback=Rendition(target="media/a-1.png", type="image/png", width=8, height=6))
    shown = replace(with_events(replace(REPORT, media=(medium,))), shelf=Shelf(pictures={"a.png": drawn}))
    image = "https://example.org/repo/media/a-1.png"
    [item] = json.loads(feed("feed.json", shown))["items"]
    assert item["image"] == image
    assert f'<img src="{image}" alt="A &quot;map&quot;">' in item["content_html"]
    [slide] = json.loads(timelinejs.write(shown))["events"]
    assert slide["media"] == {"url": image, "caption": "1 &lt; 2", "credit": "Ada", "alt": 'A "map"'}
