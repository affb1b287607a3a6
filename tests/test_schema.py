"""Content files become records, and every mistake in them is told with its place and its cure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import records
from dateline.model import Correction, Event, Resolution, Source, Statement, Words
from dateline.problems import Place
from dateline.records import read_essay, read_event, read_source, schema
from dateline.records.source_types import CALLED, CSL_TYPES, USUAL

PATH = "content/events/ft-report.md"
EVENT = """---
title: The Financial Times reports talks
status: alleged
dek: One or two
  sentences.
date: early 2024
actors: [Financial Times, Ford]
tags: the report
places: [Dearborn]
citations:
  - source: ev-com
    quote: >-
      The Financial Times reported
      Saturday
    prefix: before
    suffix: after
    speaker: Jim Farley
    stance: denies
    says: {date: Saturday, outlet: The Financial Times}
    note: A remark.
  - source: electrek
resolutions:
  date:
    verdict: error in electrek
    because: It says so.
corrections:
  - {date: 2026-11-22, was: one, now: two}
aliases: [events/old-name/, /old, x/y.html]
draft: yes
---

The body.
"""


def words(text: str, line: int, column: int) -> Words:
    return Words(text=text, place=Place(PATH, line, column))


def test_an_event_is_read_with_the_place_of_what_can_be_wrong_later() -> None:
    event, problems = read_event("ft-report", PATH, EVENT)
    assert problems == () and isinstance(event, Event)
    assert (event.id, event.title, event.status) == (
        "ft-report",
        "The Financial Times reports talks",
        "alleged",
    )
    assert (event.place, event.dek, event.draft) == (Place(PATH), "One or two sentences.", True)
    assert event.stated_date == words("early 2024", 6, 7)
    assert (event.actors, event.tags, event.places) == (
        ("Financial Times", "Ford"),
        ("the report",),
        ("Dearborn",),
    )
    assert event.aliases == ("events/old-name/", "old/", "x/y.html")
    assert (event.body, event.body_line) == ("\nThe body.\n", 31)
    assert event.resolutions == (
        Resolution(
            field="date", verdict="error in electrek", because="It says so.", place=Place(PATH, 23, 3)
        ),
    )
    assert event.corrections == (
        Correction(date="2026-11-22", was="one", now="two", place=Place(PATH, 27, 5)),
    )


def test_a_citation_keeps_its_quotation_and_what_its_source_says() -> None:
    event, _ = read_event("ft-report", PATH, EVENT)
    assert event is not None
    first, second = event.citations
    assert (first.number, first.source, first.place) == (1, "ev-com", Place(PATH, 11, 13))
    assert first.quote == words("The Financial Times reported Saturday", 13, 7)
    assert (first.prefix, first.suffix, first.speaker) == ("before", "after", "Jim Farley")
    assert (first.stance, first.note) == ("denies", "A remark.")
    assert first.says == (
        Statement(field="date", words=words("Saturday", 19, 18)),
        Statement(field="outlet", words=words("The Financial Times", 19, 36)),
    )
    assert (second.number, second.source, second.stance, second.quote) == (2, "electrek", "reports", None)


SOURCE = """---
title: no
name: EV.com
author: A. Writer
publisher: EV
url: https://example.org/a?b=c
archived_url: http://archive.example/x
accessed: 2026-11-22
published: 2026-02
published_basis: inferred
published_because: It says Sunday.
timezone: America/New_York
language: en-US
type: post-weblog
derived_from: [electrek, Bloomberg]
---
Notes.
"""


def test_a_source_is_read() -> None:
    source, problems = read_source("ev-com", "s.md", SOURCE)
    assert problems == () and isinstance(source, Source)
    assert (source.id, source.title, source.label) == ("ev-com", "no", "EV.com")
    assert (source.author, source.publisher) == ("A. Writer", "EV")
    assert (source.url, source.archived_url) == ("https://example.org/a?b=c", "http://archive.example/x")
    assert source.published is not None and str(source.published.value) == "2026-02"
    assert (source.accessed, source.published_basis) == ("2026-11-22", "inferred")
    assert (source.published_because, source.timezone) == ("It says Sunday.", "America/New_York")
    assert (source.language, source.type) == ("en-US", "post-weblog")
    assert source.derived_from == ("electrek", "Bloomberg")
    assert (source.body, source.body_line) == ("Notes.\n", 17)


def test_a_page_is_read() -> None:
    essay, problems = read_essay("how", "p.md", "---\ntitle: How\ndek: Why.\n---\nBody.")
    assert problems == () and essay is not None
    assert (essay.id, essay.title, essay.dek, essay.body, essay.body_line) == (
        "how",
        "How",
        "Why.",
        "Body.",
        5,
    )


def faults_of(front: str, kind: str = "event") -> list[str]:
    """The problems of an event, source or page with this front matter, without its path."""
    record, problems = getattr(records, f"read_{kind}")("x", "x.md", f"---\n{front}\n---\n")
    assert record is not None
    return [str(problem).removeprefix("x.md:") for problem in problems]


def test_a_name_in_quotation_marks_may_begin_as_it_likes() -> None:
    names = """['-ism', "– x\n  – y", a-b, 'a\n  - b']"""
    assert faults_of(f"tags: {names}\ntitle: x\nstatus: reported") == []


OF_EVENTS = {
    "actros: x": '2:1: error: an event has no key "actros". Did you mean "actors"?',
    "titel: x": '2:1: error: an event has no key "titel". If you mean "title", it is given already: '
    "delete one of them.",
    "dek: x\nsummary: y": '3:1: error: an event has no key "summary". '
    'If you mean "dek", it is given already: delete one of them.',
    "tags:\n  – the bridge\n  – the flood": '3:3: error: "–" does not begin an item of a list. '
    "Write a hyphen and a space: - the bridge.",
    "dek: >-\n  The *Echo* of\n  R&amp;D closes": '3:7: warning: "*Echo*" is not read here; readers see it '
    'as you typed it. Write "The Echo of R&D closes".',
    "dek: see [the **report**](https://e.example) [@wire]": '2:10: warning: "[the '
    '**report**](https://e.example)" is not read here; readers see it as you typed it. '
    'Write "see the report".',
    "dek: <b>Shut</b> & <x> 5 < 6 * 7 * 8 R&D; a*b*c": '2:6: warning: "<b>" is not read here; readers see it '
    'as you typed it. Write "Shut & <x> 5 < 6 * 7 * 8 R&D; a*b*c".',
    f"dek: <i>{'far ' * 40}</i>": '2:6: warning: "<i>" is not read here; readers see it as you typed it. '
    "Write it without the signs.",
    "actors:\n  -Ann Lock\n  -Bob": '3:3: error: "-" does not begin an item of a list. '
    "Write a hyphen and a space: - Ann Lock.",
    "tags:\n  - the bridge\n  • the flood": '4:3: error: "•" does not begin an item of a list. '
    "Write a hyphen and a space: - the flood.",
    "tags: –the bridge": '2:7: error: "–" does not begin an item of a list. '
    "Write a hyphen and a space: - the bridge.",
    "zzzz: x": '2:1: error: an event has no key "zzzz". It may have title, status, dek, date, actors, tags, '
    "places, media, citations, resolutions, corrections, withdrawn, aliases, draft.",
    "dek: [a]": "2:6: error: text is wanted here, and this is a list. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    "dek: {a: b}": "2:6: error: text is wanted here, and this is a table. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    'dek: "a\\u202eb"': "2:7: error: this text holds an invisible character: "
    "U+202E (right-to-left override). Delete it; it can hide or reorder what readers see.",
    "date: 2026-02-31": '2:15: error: "2026-02-31" is not a date: February 2026 has 28 days. '
    "Write 2026-02-28, or just 2026-02.",
    "date: [2026]": "2:7: error: text is wanted here, and this is a list. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    "actors: Ford, Xiaomi": '2:9: warning: "Ford, Xiaomi" is read as one name. '
    'Write [Ford, Xiaomi] if these are several, or ["Ford, Xiaomi"] if it is one.',
    "actors: {a: b}": "2:9: error: a list is wanted here. Begin each item with a hyphen: - the name",
    "actors: [Ford, '']": "2:17: error: this item of the list is empty. Delete it.",
    "actors: [Ford, [a]]": "2:16: error: text is wanted here, and this is a list. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    "draft: maybe": '2:8: error: "maybe" is not true or false. Write one of true, yes, false, no.',
    "aliases: [../x]": '2:11: error: "../x" is not an address inside this site. '
    "Write it from the site's root, as events/old-name/.",
    "aliases: ['javascript:alert(1)']": '2:12: error: "javascript:alert(1)" is not an address inside this '
    "site. Write it from the site's root, as events/old-name/.",
    "aliases: [//x.org/]": '2:11: error: "//x.org/" is not an address inside this site. '
    "Write it from the site's root, as events/old-name/.",
    "aliases: [old/.git/x]": '2:11: error: "old/.git/x" is not an address inside this site: a step of it '
    "begins with a dot. Write it without the dot; names with a dot are reserved.",
    "aliases: [.nojekyll]": '2:11: error: ".nojekyll" is not an address inside this site: a step of it '
    "begins with a dot. Write it without the dot; names with a dot are reserved.",
    "aliases: [caf%C3%A9]": '2:11: error: "caf%C3%A9" is not an address inside this site: it holds "%". '
    "Write the letters themselves, as é for %C3%A9.",
    f"aliases: [old/{'a' * 101}/]": f'2:11: error: "old/{"a" * 101}/" is not an address inside this site: '
    "a step of it is too long for a file's name. "
    "Between two slashes, write at most 100 characters, or 240 bytes.",
    f"aliases: [{'米' * 81}]": f'2:11: error: "{"米" * 81}" is not an address inside this site: '
    "a step of it is too long for a file's name. "
    "Between two slashes, write at most 100 characters, or 240 bytes.",
    "aliases: [[a]]": "2:11: error: text is wanted here, and this is a list. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    "citations: x": "2:12: error: a list is wanted here. Begin each item with a hyphen: - source: the-source",
    "citations: [x]": "2:13: error: a table of keys and values is wanted here. "
    "Write it as - source: the-source.",
    "citations: [{quote: x}]": "2:13: error: a citation needs source. Write a line source: and its value.",
    "citations: [{source: }]": '2:14: error: "source" is empty. Write its value after the colon.',
    "citations: [{source: [a]}]": "2:22: error: text is wanted here, and this is a list. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    "citations: [{source: a, stance: denys}]": '2:33: error: "denys" is not a stance. Did you mean "denies"?',
    "citations: [{source: a, stance: [denies]}]": "2:33: error: text is wanted here, and this is a list. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    "citations: [{source: a, qoute: b}]": '2:25: error: a citation has no key "qoute". Did you mean "quote"?',
    "citations: [{source: a, says: Saturday}]": "2:31: error: a table of keys and values is wanted here. "
    "Write it as says: {date: Saturday}.",
    "citations: [{source: a, says: {amount: $3,000}}]": "2:43: error: the comma before this "
    'ends the value of "amount". Wrap the whole value in quotation marks: "$3,000".',
    "citations: [{source: a, says: {of: 'Moss', Una, chair, cause: rain, wind}}]": (
        '2:44: error: the comma before this ends the value of "of". '
        "Wrap the whole value in quotation marks: \"'Moss', Una, chair\".",
        '2:69: error: the comma before this ends the value of "cause". '
        'Wrap the whole value in quotation marks: "rain, wind".',
    ),
    "citations: [{source: a, says: {in May}}]": '2:32: error: "in May" has no value. '
    "Write the field before it: {date: in May}.",
    "citations: [{source: a, says: {cause: }}]": '2:32: error: "cause" has no value. '
    "Write it after the colon.",
    "citations: [{source: a, says: {Date: Monday}}]": '2:32: error: "Date" is not the name of a field: '
    "lower case is wanted. Write date.",
    "citations: [{source: a, says: {'': Monday}}]": '2:33: error: "" is not the name of a field: '
    "lower case is wanted. Write the field's name before the colon.",
    "citations: [{source: a, says: {date: [x]}}]": "2:38: error: text is wanted here, and this is a list. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    "resolutions: [a]": "2:14: error: a table of keys and values is wanted here. "
    "Write it as the field, and under it verdict: and because:.",
    "resolutions: {date: unresolved}": "2:21: error: a table of keys and values is wanted here. "
    "Write it as date: {verdict: unresolved, because: ...}.",
    "resolutions: {date: {verdict: unresolved}}": "2:21: error: a resolution needs because. "
    "Write a line because: and its value.",
    "corrections: [a]": "2:15: error: a table of keys and values is wanted here. "
    "Write it as - {date: 2026-11-22, was: ..., now: ...}.",
    "corrections: [{date: 2026-11-22, was: a, b, now: c}]": "2:42: error: the comma before this ends "
    'the value of "was". Wrap the whole value in quotation marks: "a, b".',
    "corrections: [{date: today, was: a, now: c}]": '2:22: error: "today" is not a date: it counts '
    "from the day on which it was said. Write the date that it came to, as 2026-02-28. "
    "If these are the words of a source, give them as what its citation says.",
}


@pytest.mark.parametrize(("line", "message"), OF_EVENTS.items())
def test_a_mistake_in_an_event_is_told(line: str, message: str | tuple[str, ...]) -> None:
    messages = [message] if isinstance(message, str) else list(message)
    assert faults_of(f"{line}\ntitle: x\nstatus: reported") == messages


REQUIRED = {
    "status: reported": "2:1: error: an event needs title. Write a line title: and its value.",
    "title: x": "2:1: error: an event needs status. Write a line status: and its value.",
    "title:\nstatus: reported": '2:1: error: "title" is empty. Write its value after the colon.',
    'title: "\\u200b "\nstatus: reported': '2:1: error: "title" is empty. Write its value after the colon.',
    "title: x\nstatus: reporte": '3:9: error: "reporte" is not a status. Did you mean "reported"?',
    "title: x\nstatus: gone": '3:9: error: "gone" is not a status. Write one of reported, alleged, denied, '
    "confirmed, disputed, retracted, scheduled, possible.",
}


@pytest.mark.parametrize("kind", ["event", "source", "essay"])
@pytest.mark.parametrize(("front", "seen"), [("- a", "a list"), ("words", "plain text")])
def test_front_matter_that_is_no_table_is_one_fault(kind: str, front: str, seen: str) -> None:
    assert faults_of(front, kind) == [
        f"2:1: error: front matter is made of keys and values, and this is {seen}. Write title: first."
    ]


def test_a_record_knows_where_its_keys_are_typed() -> None:
    event, _ = read_event("x", "x.md", "---\ntitle: x\ntags:\n  - a\n---\n")
    source, _ = read_source("x", "x.md", '---\ntitle: "x"\n---\n')
    assert event is not None and source is not None
    assert [str(event.at(key)) for key in ("title", "tags", "status")] == ["x.md:2:8", "x.md:4:3", "x.md"]
    assert [str(source.at(key)) for key in ("title", "url")] == ["x.md:2:9", "x.md"]


@pytest.mark.parametrize(("front", "message"), REQUIRED.items())
def test_an_event_needs_a_title_and_a_status(front: str, message: str) -> None:
    assert faults_of(front) == [message]


def test_a_key_that_yaml_could_not_read_is_not_missed_as_well() -> None:
    faults = faults_of('title: "Ford" denies\nstatus: reported')
    assert len(faults) == 1 and "must end with it" in faults[0]


def test_a_key_without_a_value_is_as_good_as_not_typed() -> None:
    assert faults_of("title: x\nstatus: reported\ndek:\ndate:\ncitations:\nactors:\ndraft:") == []


OF_SOURCES = {
    "url: javascript:alert(1)": '2:6: error: "javascript:alert(1)" is not a web address: it must begin with '
    "https:// or http://. Leave the key out where no address is known.",
    "url: example.org/x": '2:6: error: "example.org/x" is not a web address: it must begin with https:// or '
    "http://. Write https://example.org/x if that is where it is.",
    "url: htps:/example.org/x": '2:6: error: "htps:/example.org/x" is not a web address: it must begin with '
    "https:// or http://. Write https://example.org/x if that is where it is.",
    "url: https://": '2:6: error: "https://" is not a web address: it names no host. '
    "Leave the key out where no address is known.",
    "url: https://a b": '2:6: error: "https://a b" is not a web address: it holds a space or a sign that '
    "cannot be in an address. Copy it again from the browser.",
    'archived_url: "https://x/\\"><script>"': '2:16: error: "https://x/"><script>" is not a web address: '
    "it holds a space or a sign that cannot be in an address. Copy it again from the browser.",
    "url: https://[x/": '2:6: error: "https://[x/" is not a web address: its host cannot be read. '
    "Copy it again from the browser.",
    "url: https://x:99999/": '2:6: error: "https://x:99999/" is not a web address: its host cannot be read. '
    "Copy it again from the browser.",
    "url: [a]": "2:6: error: text is wanted here, and this is a list. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    "timezone: America/New_Yrok": '2:11: error: "America/New_Yrok" is not a time zone. '
    'Did you mean "America/New_York"?',
    "timezone: BST": '2:11: error: "BST" is not a time zone. '
    "Write Europe/London, or that of another city with its clocks.",
    "timezone: UTC+2": '2:11: error: "UTC+2" is not a time zone. '
    "Write the zone of a city, as Europe/London: an offset may change with the season.",
    "timezone: new york": '2:11: error: "new york" is not a time zone. Did you mean "America/New_York"?',
    "timezone: ../../etc/passwd": '2:11: error: "../../etc/passwd" is not a time zone. '
    "Write one like Europe/London or UTC.",
    "timezone: [a]": "2:11: error: text is wanted here, and this is a list. "
    "Write it after the colon; a value with brackets or braces of its own needs quotation marks.",
    "language: en_GB": '2:11: error: "en_GB" is not the code of a language. Write en-GB.',
    "language: en-UK": '2:11: error: "en-UK" is not the code of a language: the United Kingdom is GB. '
    "Write en-GB.",
    "language: English": '2:11: error: "English" is not the code of a language. Write en.',
    "language: Deutsch": '2:11: error: "Deutsch" is not the code of a language. Write de.',
    "language: jp": '2:11: error: "jp" is not the code of a language. Write ja.',
    "language: xx": '2:11: error: "xx" is not the code of a language. Write one like en, en-GB or zh-Hans.',
    "language: English!": '2:11: error: "English!" is not the code of a language. '
    "Write one like en, en-GB or zh-Hans.",
    "accessed: 10/11/2024": '2:11: error: "10/11/2024" may be 2024-10-11 or 2024-11-10. '
    "Write the one that is meant, year first.",
    "accessed: early 2024": '2:11: error: "early 2024" is not exact enough here. '
    "Write the day, as 2026-02-28, or the month, as 2026-02.",
    "accessed: 31 February 2026": '2:11: error: "31 February 2026" is not a date: February 2026 has 28 days. '
    "Write 2026-02-28, or just 2026-02.",
    "type: press release": '2:7: error: "press release" is not a type of source. Did you mean "document"?',
    "type: Blog-Post": '2:7: error: "Blog-Post" is not a type of source. Did you mean "post-weblog"?',
    "type: qqqq": '2:7: error: "qqqq" is not a type of source. Write for example article-newspaper, '
    "article-magazine, webpage, post, post-weblog, broadcast, interview, report, book, speech, legislation, "
    "document.",
    "type: article-newspapr": '2:7: error: "article-newspapr" is not a type of source. '
    'Did you mean "article-newspaper"?',
    "published_basis: explict": '2:18: error: "explict" is not a basis. Did you mean "explicit"?',
    "published: 2026-13": '2:17: error: "2026-13" is not a date: there is no month 13. '
    "Months are 01 to 12; seasons 21 to 24; quarters 33 to 36.",
    "quote: x": '2:1: error: a source has no key "quote". It may have title, name, author, publisher, url, '
    "archived_url, accessed, published, published_basis, published_because, timezone, language, type, "
    "derived_from, media.",
}


@pytest.mark.parametrize(("line", "message"), OF_SOURCES.items())
def test_a_mistake_in_a_source_is_told(line: str, message: str) -> None:
    assert faults_of(f"{line}\ntitle: x", "source") == [message]


@pytest.mark.parametrize("typed", ["12 March 2026", "March 12, 2026", "Thursday 12 March 2026", "2026/03/12"])
def test_a_day_that_is_written_out_is_read_wherever_a_day_is_wanted(typed: str) -> None:
    source, faults = read_source("x", "x.md", f"---\ntitle: x\npublished: {typed}\naccessed: {typed}\n---\n")
    event, more = read_event(
        "x", "x.md", f"---\ntitle: x\nstatus: possible\nwithdrawn: {{date: '{typed}', because: y}}\n---\n"
    )
    assert (faults, more) == ((), ())
    assert source and source.published and event and event.withdrawn
    assert {str(source.published.value), source.accessed, event.withdrawn.date} == {"2026-03-12"}


def test_a_value_that_a_comma_cut_is_read_whole() -> None:
    """The fault is told; what would follow from half a value is not."""
    event, problems = read_event(
        "x",
        "x.md",
        "---\ntitle: x\nstatus: reported\ncitations: [{source: a, quote: rain, wind and\n snow}]\n---\n",
    )
    assert len(problems) == 1
    assert event and event.citations[0].quote and event.citations[0].quote.text == "rain, wind and snow"


def test_all_mistakes_are_told_at_once() -> None:
    front = (
        "stauts: x\ntitle: x\nstatus: maybe\ndate: 2026-02-31\ndraft: 1\ncitations: [{source: a, stance: z}]"
    )
    assert len(faults_of(front)) == 5


@pytest.mark.parametrize("kind", ["event", "essay"])
def test_without_front_matter_there_is_no_record(kind: str) -> None:
    record, problems = getattr(records, f"read_{kind}")("x", "x.md", "Just words.")
    assert record is None and len(problems) == 1


def test_a_source_without_front_matter_is_there_and_nothing_of_it_could_be_read() -> None:
    source, problems = read_source("x", "x.md", "Just words.")
    assert source is not None and len(problems) == 1
    assert "published" in source.unread


def test_what_a_source_has_no_value_for_is_not_unread() -> None:
    source, _ = read_source("x", "x.md", "---\ntitle: x\npublished:\ntimezone: Nowhere\n---\n")
    assert source is not None and source.unread == {"timezone"}


def test_every_name_of_a_type_leads_to_one_that_there_is() -> None:
    assert {*CALLED.values(), *USUAL} <= set(CSL_TYPES)
    assert not CALLED.keys() & set(CSL_TYPES), "what is a type itself is never corrected"
    assert all(name == " ".join(name.casefold().replace("-", " ").split()) for name in CALLED)


def test_a_name_that_is_typed_twice_counts_once() -> None:
    event, _ = read_event("x", "x.md", "---\ntitle: x\nstatus: reported\nactors: [Ford, Ford]\n---\n")
    assert event is not None and event.actors == ("Ford",)


KEYS = [key.name for key in (*schema.EVENT_KEYS, *schema.CITATION_KEYS, *schema.SOURCE_KEYS)]


@given(
    st.dictionaries(
        st.sampled_from(KEYS),
        st.text(alphabet="a-[]{}:, \"'\n2026éX", max_size=20),
        max_size=5,
    )
)
def test_no_front_matter_raises_anything(fields: dict[str, str]) -> None:
    text = "---\n" + "\n".join(f"{key}: {value}" for key, value in fields.items()) + "\n---\n"
    for read in (read_event, read_source, read_essay):
        record, problems = read("x", "x.md", text)
        assert record is not None or "has the keys of" in problems[-1].message
