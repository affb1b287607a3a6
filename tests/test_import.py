"""`dateline import`: a saved page becomes a source, and nothing that it does not state is made up."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.article.candidates import body_of, candidates
from dateline.article.facts import facts_of
from dateline.build import build, check
from dateline.cli import main
from dateline.dates import read_stated
from dateline.model import Source
from dateline.problems import Place

Capture = pytest.CaptureFixture[str]

NEWS = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "Organization", "@id": "#paper", "name": "Harbour Gazette"},
        {"@type": "Person", "@id": "#jo", "name": "Jo Tern"},
        {
            "@type": "NewsArticle",
            "headline": "Ferry to stop, operator &amp; council say",
            "author": [{"@id": "#jo"}, {"@type": "Person", "name": "Ed Skua"}],
            "publisher": {"@id": "#paper"},
            "datePublished": "2026-03-02T08:30:00+01:00",
            "dateModified": "2026-03-09T10:00:00+01:00",
            "inLanguage": "en-GB",
        },
    ],
}

PAGE = f"""<!doctype html><html lang="en-GB"><head>
<title>Ferry to stop | Harbour Gazette</title>
<link rel="canonical" href="https://gazette.example/2026/ferry">
<script type="application/ld+json">{json.dumps(NEWS)}</script>
</head><body>
<nav><p>On Monday we moved to a new address.</p></nav>
<article>
<h1>Ferry to stop in May</h1><p>By Jo Tern</p>
<p>The operator said on Friday that the boat will be withdrawn. It has run since 1954.</p>
<p>A bus could take its place in early June.</p>
<figure><figcaption>The boat in May 2024.</figcaption></figure>
<p>Nobody gave a reason.</p>
<aside><p>Last week we wrote about buses.</p></aside>
</article>
<footer><p>Founded in 1890 in the harbour.</p></footer>
</body></html>"""


def page(head: str = "", body: str = "") -> str:
    return f"<html><head>{head}</head><body>{body}</body></html>"


def linked(*things: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(things)}</script>'


def test_every_fact_says_where_it_was_found() -> None:
    facts = facts_of(PAGE)
    assert [(key, *fact) for key, fact in facts.found.items()] == [
        ("title", "Ferry to stop, operator & council say", "JSON-LD headline"),
        ("author", "Jo Tern, Ed Skua", "JSON-LD author"),
        ("publisher", "Harbour Gazette", "JSON-LD publisher"),
        ("url", "https://gazette.example/2026/ferry", "link canonical"),
        ("published", "2026-03-02", "JSON-LD datePublished"),
        ("language", "en-GB", "html lang"),
        ("type", "article-newspaper", "JSON-LD @type"),
    ]
    assert facts.missing == {}


FACTS = [
    ("title", '<meta property="og:title" content="A  title">', "", "A title", "meta og:title"),
    ("title", "", "<h1>One <b>bold</b> line</h1>", "One bold line", "h1"),
    ("title", "<title>By itself</title>", "<h1>Two</h1><h1>headings</h1>", "By itself", "title"),
    (
        "title",
        '<title>Ferry – The Sun</title><meta property="og:site_name" content="The Sun">',
        "",
        "Ferry",
        "title",
    ),
    ("author", '<meta name="author" content="by Jo Tern">', "", "Jo Tern", "meta author"),
    (
        "author",
        '<meta name="citation_author" content="Tern, J."><meta name="citation_author" content="Skua, E.">',
        "",
        "Tern, J., Skua, E.",
        "meta citation_author",
    ),
    ("author", "", '<p class="byline">By Jo Tern</p>', "Jo Tern", "the byline"),
    ("author", "", "<p>By Jo Tern and Ed Skua</p>", "Jo Tern and Ed Skua", "the line “By …”"),
    ("author", '<meta property="article:author" content="https://x.example/jo">', "", None, "not stated"),
    ("author", '<meta name="author" content="admin">', "", None, "not stated"),
    ("author", "", "<p>By Jo Tern</p><p>By Ed Skua</p>", None, "not stated"),
    ("author", "", "<p>By Friday the boat had gone and nobody knew.</p>", None, "not stated"),
    ("url", '<link rel="canonical" href="/ferry">', "", None, "not stated"),
    ("url", '<link rel="canonical" href="https://gazette.example/">', "", None, "not stated"),
    (
        "url",
        "<!-- saved from url=(0028)https://gazette.example/a -->",
        "",
        "https://gazette.example/a",
        "a note of the browser that saved it",
    ),
    ("language", '<meta property="og:locale" content="de_AT">', "", "de-AT", "meta og:locale"),
    ("type", linked({"@type": "http://schema.org/BlogPosting"}), "", "post-weblog", "JSON-LD @type"),
    ("type", "", "", "webpage", "nothing says more"),
]


@pytest.mark.parametrize(("key", "head", "body", "value", "where"), FACTS)
def test_a_fact_is_taken_from_where_pages_state_it(
    key: str, head: str, body: str, value: str | None, where: str
) -> None:
    facts = facts_of(page(head, body))
    fact = facts.found.get(key)
    assert (fact and fact.value, fact.where if fact else facts.missing[key]) == (value, where)


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


LONG = f"<p>{'The ferry will be gone. ' * 8}</p>"
DAYS = [
    (meta("article:published_time", "2026-03-02T23:30:00-05:00"), "", "2026-03-02"),
    (meta("article:published_time", "2026-03-02"), "", "2026-03-02"),
    (meta("citation_publication_date", "2026/03/02"), "", "2026-03-02"),
    (meta("pubdate", "March 2, 2026"), "", "2026-03-02"),
    ("", '<h1>Ferry</h1><time datetime="2026-03-02T09:00">2 March</time>' + LONG, "2026-03-02"),
    ("", "<p>Published 2 March 2026</p>", "2026-03-02"),
    ("", "<p>Posted on March 2, 2026 at 9:15 am</p>", "2026-03-02"),
    # one moment in two zones: the newsroom's day
    (
        meta("article:published_time", "2026-03-03T04:30:00Z")
        + linked({"@type": "NewsArticle", "datePublished": "2026-03-02T23:30:00-05:00"}),
        "",
        "2026-03-02",
    ),
    # a machine's UTC is not the newsroom's day: the moment is kept, or the day that is stated beside it
    (meta("article:published_time", "2026-03-03T04:30:00.512+00:00"), "", "2026-03-03T04:30:00Z"),
    (
        meta("article:published_time", "2026-03-03T04:30:00Z") + meta("pubdate", "2026-03-02"),
        "",
        "2026-03-02",
    ),
    (meta("article:published_time", "2026-03-03T15:30:00Z") + meta("pubdate", "2026-03-02"), "", None),
    # whatever nobody can be sure of
    (meta("article:modified_time", "2026-03-02"), "", None),
    (meta("article:published_time", "1970-01-01T00:00:00Z"), "", None),
    (meta("article:published_time", "0001-01-01T00:00:00"), "", None),
    (meta("pubdate", "10/11/2024"), "", None),
    (meta("pubdate", "March 2026"), "", None),
    ("", "<h1>Ferry</h1>" + LONG + '<time datetime="2026-05-31">the last day</time>', None),
    ("", '<h1>Ferry</h1><p>Updated <time datetime="2026-03-09">9 March</time></p>' + LONG, None),
    ("", '<time datetime="2026-11-29">Today</time><h1>Ferry</h1>' + LONG, None),
    ("", '<h1>The Gazette</h1><time datetime="2026-11-29">Today</time><h1>Ferry</h1>' + LONG, None),
    ("", "<p>Copyright 2026. The ferry stopped on 2 March 2026.</p>", None),
    (
        linked(
            {"@type": "NewsArticle", "headline": "Another", "datePublished": "2026-01-01"},
            {"@type": "NewsArticle", "headline": "A third", "datePublished": "2026-01-05"},
        ),
        "<h1>Ferry</h1>",
        None,
    ),
]


@pytest.mark.parametrize(("head", "body", "day"), DAYS)
def test_a_day_of_publication_is_stated_or_left_empty(head: str, body: str, day: str | None) -> None:
    found = facts_of(page(head, body)).found.get("published")
    assert (found.value if found else None) == day


def test_two_days_that_differ_are_both_told_and_neither_is_taken() -> None:
    facts = facts_of(
        page(meta("article:published_time", "2026-03-02") + meta("sailthru.date", "2026-03-05T00:00"))
    )
    assert "published" not in facts.found
    assert facts.missing["published"] == (
        "stated as 2026-03-02 (meta article:published_time) and as 2026-03-05 (meta sailthru.date)"
    )


def test_of_several_articles_the_one_with_the_pages_own_title_is_it() -> None:
    things = (
        {"@type": "NewsArticle", "headline": "Another", "datePublished": "2026-01-01"},
        {"@type": "NewsArticle", "headline": "Ferry", "datePublished": "2026-03-02"},
    )
    assert facts_of(page(linked(*things), "<h1>Ferry</h1>")).found["published"].value == "2026-03-02"


@settings(max_examples=30)
@given(st.text(), st.recursive(st.none() | st.text() | st.integers(), st.lists, max_leaves=5))
def test_no_page_whatever_raises(markup: str, thing: object) -> None:
    facts_of(markup)
    facts_of(page(linked({"@type": "NewsArticle", "author": thing, "datePublished": thing, "@id": thing})))
    facts_of(page('<script type="application/ld+json">{not json</script>'))
    candidates(markup, Source(id="x", title="x", place=Place("x.md")))


GAZETTE = Source(id="gazette", title="x", place=Place("x.md"), published=read_stated("2026-03-02"))


def test_passages_with_a_date_are_candidates_and_nothing_around_the_article_is() -> None:
    found = candidates(PAGE, GAZETTE)
    assert [(c.passage.quote, c.passage.dates[0].words, c.status) for c in found] == [
        ("The operator said on Friday that the boat will be withdrawn.", "Friday", "reported"),
        ("It has run since 1954.", "since 1954", "reported"),
        ("A bus could take its place in early June.", "early June", "possible"),
    ]


def test_without_a_day_of_publication_only_dates_that_need_none_are_candidates() -> None:
    undated = Source(id="gazette", title="x", place=Place("x.md"))
    assert [c.passage.quote for c in candidates(PAGE, undated)] == ["It has run since 1954."]


def test_an_article_without_an_element_of_its_own_is_where_most_of_the_text_is() -> None:
    body = "<div><p>Home.</p></div><div><p>One long line of the story.</p><p>Two.</p></div>"
    assert body_of(page("", body)) == "One long line of the story.\nTwo."


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "ferry.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_import_writes_the_source_its_copy_and_drafts_that_a_build_accepts(
    scaffolded: Path, saved: Path, capsys: Capture
) -> None:
    assert main(["import", str(saved)], root=scaffolded) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[0] == "Made content/sources/harbour-gazette.md, its copy and 3 drafts:"
    assert (scaffolded / "content/sources/harbour-gazette.md").read_text(encoding="utf-8") == (
        "---\n"
        'title: "Ferry to stop, operator & council say"  # JSON-LD headline\n'
        'author: "Jo Tern, Ed Skua"  # JSON-LD author\n'
        "publisher: Harbour Gazette  # JSON-LD publisher\n"
        'url: "https://gazette.example/2026/ferry"  # link canonical\n'
        "published: 2026-03-02  # JSON-LD datePublished\n"
        "language: en-GB  # html lang\n"
        "type: article-newspaper  # JSON-LD @type\n"
        "published_basis: explicit\n"
        "# timezone:  (no page states it: the zone of its “today”; UTC until you say)\n"
        "---\n"
    )
    assert (scaffolded / "snapshots/harbour-gazette.html").read_bytes() == saved.read_bytes()
    assert [str(problem) for problem in check(scaffolded).problems] == [
        'citations.lock: warning: 3 citations are not in the lock yet. Run "dateline lock".'
    ]
    for draft in (scaffolded / "content/events").glob("harbour-gazette-*.md"):
        draft.write_text(draft.read_text(encoding="utf-8").replace("draft: true\n", ""), encoding="utf-8")
    assert main(["lock"], root=scaffolded) == 0
    outcome = build(scaffolded)
    assert [str(problem) for problem in outcome.problems] == []
    assert (scaffolded / "build/events/harbour-gazette-3/index.html").is_file()


def test_import_tells_what_it_left_empty(scaffolded: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "note.html").write_text("<title>A note</title><p>Nothing more.</p>")
    assert main(["import", str(tmp_path / "note.html"), "--no-drafts"], root=scaffolded) == 0
    assert capsys.readouterr().out == (
        "Made content/sources/note.md, its copy:\n"
        "  title      A note   title\n"
        "  type       webpage  nothing says more\n"
        "  author     left empty: not stated\n"
        "  publisher  left empty: not stated\n"
        "  url        left empty: not stated\n"
        "  language   left empty: not stated\n"
        "  published  left empty: not stated\n"
        "Write published: in content/sources/note.md; “Monday” and “last month” are read from that day.\n"
        'Find a passage to cite: dateline cite note "ROUGH WORDS"\n'
    )


def test_a_moment_in_utc_is_read_in_the_zone_that_the_author_names(scaffolded: Path, saved: Path) -> None:
    text = PAGE.replace("2026-03-02T08:30:00+01:00", "2026-03-03T04:30:00Z")
    saved.write_text(
        text.replace("</article>", "<p>The crew was told today.</p></article>"), encoding="utf-8"
    )
    assert main(["import", str(saved), "--zone", "America/New_York"], root=scaffolded) == 0
    source = (scaffolded / "content/sources/harbour-gazette.md").read_text(encoding="utf-8")
    assert 'published: "2026-03-03T04:30:00Z"  # JSON-LD datePublished\n' in source
    assert source.endswith("timezone: America/New_York  # as you said\n---\n")
    drafts = [file.read_text(encoding="utf-8") for file in (scaffolded / "content/events").glob("harbour-*")]
    assert any("says: {date: today}  # 2026-03-02, today" in draft for draft in drafts)


def test_a_zone_that_is_none_is_refused(scaffolded: Path, saved: Path, capsys: Capture) -> None:
    before = sorted(scaffolded.rglob("*"))
    assert main(["import", str(saved), "--zone", "Mars"], root=scaffolded) == 2
    assert '"Mars" is not a time zone. Write one like Europe/London or UTC.' in capsys.readouterr().err
    assert sorted(scaffolded.rglob("*")) == before


def test_an_id_that_is_taken_gives_way_to_one_with_the_day(scaffolded: Path, saved: Path) -> None:
    other = PAGE.replace("2026/ferry", "2026/bus").replace(
        "2026-03-02T08:30:00+01:00", "2026-04-01T07:30:00Z"
    )
    assert main(["import", str(saved), "--no-drafts"], root=scaffolded) == 0
    saved.write_text(other, encoding="utf-8")
    assert main(["import", str(saved), "--no-drafts"], root=scaffolded) == 0
    assert (scaffolded / "content/sources/harbour-gazette-2026-04-01.md").is_file()


REFUSED = [
    (["--id", "echo"], 'there is a source "echo" already. Choose another id.'),
    (["--id", "The Echo"], '"The Echo" cannot be an id: it becomes an address. Write the-echo.'),
]


@pytest.mark.parametrize(("options", "told"), REFUSED)
def test_an_id_that_cannot_be_is_refused(
    options: list[str], told: str, scaffolded: Path, saved: Path, capsys: Capture
) -> None:
    before = sorted(scaffolded.rglob("*"))
    assert main(["import", str(saved), *options], root=scaffolded) == 2
    assert capsys.readouterr().err == f"dateline: {told}\n"
    assert sorted(scaffolded.rglob("*")) == before


@pytest.mark.parametrize("command", [["import"], ["snapshot", "echo"]])
def test_whoever_gives_an_address_is_told_to_save_the_page(
    command: list[str], scaffolded: Path, capsys: Capture
) -> None:
    assert main([*command, "https://gazette.example/2026/ferry"], root=scaffolded) == 2
    assert "Save it in your browser as HTML, and give the file." in capsys.readouterr().err


def test_a_page_is_imported_once(scaffolded: Path, saved: Path, capsys: Capture) -> None:
    main(["import", str(saved)], root=scaffolded)
    before = sorted(scaffolded.rglob("*"))
    capsys.readouterr()
    assert main(["import", str(saved), "--id", "again"], root=scaffolded) == 2
    assert capsys.readouterr().err == (
        'dateline: source "harbour-gazette" is this page already: https://gazette.example/2026/ferry. '
        f"To renew its copy: dateline snapshot --replace harbour-gazette {saved}\n"
    )
    assert sorted(scaffolded.rglob("*")) == before


def test_a_page_without_an_address_is_known_by_its_words(
    scaffolded: Path, tmp_path: Path, capsys: Capture
) -> None:
    for name, head in (("note", "<title>A note</title>"), ("again", "<title>A note</title><meta name=x>")):
        (tmp_path / f"{name}.html").write_text(page(head, "<p>The pier will close in May 2026.</p>"))
    assert main(["import", str(tmp_path / "note.html")], root=scaffolded) == 0
    before = sorted(scaffolded.rglob("*"))
    capsys.readouterr()
    assert main(["import", str(tmp_path / "again.html")], root=scaffolded) == 2
    assert capsys.readouterr().err == (
        'dateline: source "note" is this page already: its copy has the same words. '
        "To cite it: source: note\n"
    )
    assert sorted(scaffolded.rglob("*")) == before


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The council will vote on 14 April.", "scheduled"),
        ("The operator said the ferry would stop running in May.", "scheduled"),
        ("If it passes, work begins in May.", "possible"),
        ("It may close in May.", "possible"),
        ("The road will reopen before the end of next month.", "scheduled"),
        ("The fine is to be paid by the end of June.", "scheduled"),
        ("The operator could appeal before June.", "possible"),
        ("The firm was founded before 1990.", "reported"),
        ("The pier is expected to open in June.", "possible"),
        ("The council voted on 24 February.", "reported"),
    ],
)
def test_what_is_announced_is_scheduled_and_what_is_hedged_is_possible(sentence: str, status: str) -> None:
    [found] = candidates(page("", f"<article><p>{sentence}</p></article>"), GAZETTE)
    assert found.status == status


def test_what_is_no_saved_page_is_refused(scaffolded: Path, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "b.html").write_bytes(b"<p>caf\xe9</p>")
    assert main(["import", str(tmp_path / "a.txt")], root=scaffolded) == 2
    assert '".txt" is not a saved page. Save the page as HTML; or' in capsys.readouterr().err
    assert main(["import", str(tmp_path / "b.html")], root=scaffolded) == 2
    assert "byte 0xe9 is not UTF-8." in capsys.readouterr().err


def test_a_page_without_a_title_is_refused_and_nothing_is_written(
    scaffolded: Path, tmp_path: Path, capsys: Capture
) -> None:
    page = tmp_path / "frame.html"
    page.write_text("<frameset><frame src=x></frameset>")
    before = sorted(scaffolded.rglob("*"))
    assert main(["import", str(page)], root=scaffolded) == 2
    assert "frame.html: the page states no title. Write the source's file" in capsys.readouterr().err
    assert sorted(scaffolded.rglob("*")) == before
