"""Long timelines: which periods have pages, what stands on them, and where every link leads."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline import addresses, pages
from dateline.dates import Day
from dateline.model import Event, Timeline
from dateline.pages import Page
from dateline.pages.paging import MOST, PAGED, Paging, leanings, narrowings, paged
from dateline.pages.periods import periods
from dateline.pages.spans import DAY, LADDER, MONTH, QUARTER, YEARS, Span, span_of
from dateline.pages.ways import OPENING
from dateline.reconcile import in_time_order
from dateline.render import render_site
from timelines import EMPTY, SITE, TIMELINE, cite, event, reading

TEN, HUNDRED, BILLION = YEARS[2], YEARS[4], YEARS[18]


def years(counts: dict[int, int], **more: object) -> tuple[Event, ...]:
    """So many events in each year."""
    found = [
        event(f"y{year}-{n}".replace("--", "-bce-"), f"In {year}", date=reading(dated(year, n)), **more)
        for year, count in counts.items()
        for n in range(count)
    ]
    return in_time_order(found)


def dated(year: int, n: int) -> str:
    if not 0 <= year <= 9999:
        return f"Y{year}" if abs(year) > 9999 else f"-{-year:04d}"
    return f"{year:04d}-{n % 12 + 1:02d}-{n // 12 % 28 + 1:02d}"


def cut(events: Sequence[Event]) -> Paging:
    found = paged(events, None)
    assert found is not None
    return found


def addresses_of(events: Sequence[Event]) -> list[str]:
    return [leaf.target for leaf in cut(events).leaves]


@pytest.mark.parametrize(
    ("year", "unit", "address", "heading"),
    [
        (1984, YEARS[0], "1984/", "1984"),
        (1984, TEN, "1980-1989/", "1980 to 1989"),
        (1984, HUNDRED, "1900-1999/", "1900 to 1999"),
        (5, TEN, "1-9/", "AD 1 to AD 9"),
        (-43, YEARS[0], "44-bce/", "44 BCE"),
        (-43, TEN, "49-40-bce/", "49 BCE to 40 BCE"),
        (0, TEN, "9-1-bce/", "9 BCE to 1 BCE"),
        (-4_600_000_000, BILLION, "5000000000-4000000000-bce/", "5 billion years ago to 4 billion years ago"),
        (2024, QUARTER, "2024/q2/", "Second quarter of 2024"),
        (2024, MONTH, "2024/05/", "May 2024"),
        (2024, DAY, "2024/05/17/", "17 May 2024"),
    ],
)
def test_a_period_is_named_as_readers_name_it(year: int, unit: object, address: str, heading: str) -> None:
    span = span_of(Day(year, 5, 17), unit)
    assert (span.address, span.heading()) == (address, heading)
    assert addresses.is_period(span.address)


@given(st.integers(-10_000, 10_000), st.integers(1, 12), st.integers(1, 28))
def test_each_unit_is_cut_evenly_by_the_finer_ones(year: int, month: int, day: int) -> None:
    spans = [span_of(Day(year, month, day), unit) for unit in LADDER if unit.step < 10_000]
    for coarse, fine in pairwise(spans):
        assert span_of(fine.first, coarse.unit) == coarse
    assert len({span.address for span in spans}) == len(spans)


def test_two_hundred_events_stand_on_one_page() -> None:
    assert paged(years({2024: PAGED}), None) is None
    assert paged(years({2024: PAGED + 1}), None) is not None


def test_forty_years_are_paged_by_decades_and_those_that_are_too_full_by_halves_of_them() -> None:
    even = cut(years(dict.fromkeys(range(1985, 2025), 20)))
    assert [part.target for part in even.parts] == [
        *("1980-1989/", "1990-1999/", "2000-2009/", "2010-2019/", "2020-2029/"),
    ]
    assert [leaf.target for leaf in even.leaves][:3] == ["1980-1989/", "1990-1994/", "1995-1999/"]


def test_a_full_year_is_paged_by_quarters_and_a_full_quarter_by_months() -> None:
    assert addresses_of(years({2024: 300})) == ["2024/q1/", "2024/q2/", "2024/q3/", "2024/q4/"]
    found = cut(years({2022: 2, 2023: 2, 2024: 600, 2025: 2}))
    assert [part.target for part in found.parts] == ["2022/", "2023/", "2024/", "2025/"]
    in_january = [event(f"j{n}", "J", date=reading(f"2024-01-{n % 28 + 1:02d}")) for n in range(400)]
    days = addresses_of(in_time_order((*years({2024: 12}), *in_january)))
    assert days[:2] == ["2024/01/01/", "2024/01/02/"] and days[-1] == "2024/q4/"


def test_what_the_calendar_does_not_divide_stays_on_one_page() -> None:
    noon = [event(f"n{n}", "N", date=reading("2024-01-05")) for n in range(300)]
    assert addresses_of(noon) == ["2024/01/05/"]


def test_ages_are_paged_by_ages() -> None:
    found = addresses_of(years({-4_000_000_000: 90, -2_000_000_000: 90, -66_000_000: 90, 2000: 3}))
    assert (
        found
        == [
            "5000000000-4000000000-bce/",
            "3000000000-2000000000-bce/",
            "1000000000-1-bce/",
            "1-999999999/",
        ]
        or len(found) == 4
    )


def test_what_is_to_come_and_what_nobody_dates_have_pages_of_their_own() -> None:
    hoped = event("hoped", "H", status="possible", date=reading("2030"))
    found = addresses_of((*years({2022: 70, 2023: 70, 2024: 70}), hoped, event("u", "U")))
    assert found == ["2022/", "2023/", "2024/", "still-to-come/", "undated/"]


def test_what_is_added_to_one_period_moves_nothing_in_another() -> None:
    counts = dict.fromkeys(range(1985, 2025), 20)
    before = set(addresses_of(years(counts)))
    after = set(addresses_of(years(counts | {2021: 500})))
    assert before - after == {"2020-2029/"}
    parts = {part.target for part, _ in cut(years(counts | {2021: 500})).walk()}
    assert "2020-2029/" in parts, "a period that is divided keeps its page"


def test_every_year_that_has_events_has_an_address_whatever_page_it_is_on() -> None:
    found = cut(years(dict.fromkeys(range(1985, 2025), 20)))
    assert {f"{year}/" for year in range(1985, 2025)} == set(found.years())
    assert list(cut(years({2024: 300})).years()) == ["2024/"]
    assert list(cut(years({2022: 2, 2023: 2, 2024: 600})).years()) == [], "each has a page of its own"


@settings(max_examples=15)
@given(
    st.dictionaries(st.integers(-3000, 2100), st.integers(1, 260), min_size=1, max_size=8),
    st.integers(0, 3),
)
def test_every_event_is_on_one_page_and_no_page_is_longer_than_need_be(
    counts: dict[int, int], undated: int
) -> None:
    events = (*years(counts), *(event(f"u{n}", "U") for n in range(undated)))
    found = paged(events, None)
    if found is None:
        assert len(events) <= PAGED
        return
    assert [e for leaf in found.leaves for e in leaf.events] == list(events)
    targets = [part.target for part, _ in found.walk()]
    assert len(set(targets)) == len(targets)
    for leaf in found.leaves:
        days = {e.date.earliest for e in leaf.events if e.date}
        assert len(leaf.events) <= MOST or len(days) <= 1
        assert not leaf.parts
    assert not set(found.years()) & set(targets)


LONG = replace(
    EMPTY,
    events=(
        *years(dict.fromkeys(range(1990, 2000), 20), actors=("Ford",), tags=("law",)),
        *years({2003: 5, 2012: 3, 2024: 160}, tags=("law",)),
        event("undated", "U"),
    ),
)


def planned(timeline: Timeline) -> dict[str, Page]:
    return {page.address: page for page in pages.plan(timeline)[0]}


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    files, problems = render_site(LONG, pages.plan(LONG)[0])
    assert problems == ()
    return {path: content.decode() for path, content in files.items() if path.endswith((".html", ".xml"))}


def test_the_pages_of_a_long_timeline(site: dict[str, str]) -> None:
    periods = {path.removesuffix("index.html") for path in site if re.match(r"\d+(-\d+)?/", path)}
    assert {target for target in periods if 'http-equiv="refresh"' not in site[f"{target}index.html"]} == {
        *("1990-1994/", "1990-1999/", "1995-1999/", "2000-2009/", "2010-2019/", "2020-2029/"),
        *("2024/q1/", "2024/q2/", "2024/q3/", "2024/q4/"),
    }
    assert "all/index.html" in site and "undated/index.html" in site


def listed(html: str) -> list[str]:
    return re.findall(r'<article class="event" id="e-([^"]+)"', html)


def test_each_event_is_listed_by_the_page_of_its_period_and_by_the_page_of_all(site: dict[str, str]) -> None:
    ids = [e.id for e in LONG.events]
    assert listed(site["all/index.html"]) == ids
    leaves = [leaf.target for leaf in cut(LONG.events).leaves]
    assert [id for target in leaves for id in listed(site[f"{target}index.html"])] == ids
    assert listed(site["index.html"]) == ids[:OPENING]


def test_every_link_between_lists_leads_to_a_place_that_is_there(site: dict[str, str]) -> None:
    lists = [path for path in site if path.endswith("index.html") and not path.startswith("embed/")]
    for path in lists:
        for href in re.findall(r'href="([^"]+)"', site[path]):
            target, _, fragment = href.partition("#")
            if "://" in href or not fragment:
                continue
            steps = [*path.split("/")[:-1], *target.split("/")] if target else path.split("/")
            found: list[str] = []
            for step in steps:
                found = found[:-1] if step == ".." else found + [step] * (step not in ("", "."))
            file = "/".join(found) if target == "" else "/".join((*found, "index.html"))
            assert file in site, (path, href)
            assert f'id="{fragment}"' in site[file], (path, href)


def test_one_goes_from_page_to_page_by_links(site: dict[str, str]) -> None:
    leaves = [leaf.target for leaf in cut(LONG.events).leaves]
    for target, following in pairwise(leaves):
        assert f'rel="next" href="{addresses.url(following, page=target)}"' in site[f"{target}index.html"]
        assert f'rel="prev" href="{addresses.url(target, page=following)}"' in site[f"{following}index.html"]
    assert f'rel="next" href="{leaves[0]}"' in site["index.html"], "its first period goes on there"


def test_a_narrowed_list_is_paged_as_the_timeline_is(site: dict[str, str]) -> None:
    """The pages of its periods hold all its events once, each leads to the next, and counts its own."""
    law = [e.id for e in LONG.events if "law" in e.tags]
    leaves = [leaf.target for leaf in narrowings(LONG, {}, {"law": LONG.events[:-1]})["tags/law/"].leaves]
    assert leaves[:2] == ["tags/law/1990-1994/", "tags/law/1995-1999/"] and "tags/law/2012/" not in leaves
    assert [id for target in leaves for id in listed(site[f"{target}index.html"])] == law
    assert listed(site["tags/law/index.html"]) == law[:OPENING]
    for target, following in pairwise(("tags/law/", *leaves)):
        assert f'rel="next" href="{addresses.url(following, page=target)}"' in site[f"{target}index.html"]
    page = site[f"{leaves[0]}index.html"]
    assert "100 events of 368." in page and "368 events of 369." in site["tags/law/index.html"]
    assert "<title>law · 1990 to 1994 · " in page and "<h1>1990 to 1994</h1>" in page
    assert 'href="../../../tags/law/atom.xml"' in page, "it is followed as the list is"
    assert "<loc>https://example.org/repo/tags/law/1990-1994/</loc>" in site["sitemap.xml"]


def test_a_period_of_a_narrowed_list_that_has_parts_shows_where_its_events_lie(site: dict[str, str]) -> None:
    page = site["statuses/reported/1990-1999/index.html"]
    assert 'class="strip strip-wide"' in page and "<article" not in page
    assert 'href="../../../statuses/reported/1990-1994/"' in page


def test_a_narrowed_list_of_two_hundred_stands_on_one_page(site: dict[str, str]) -> None:
    assert len(listed(site["actors/ford/index.html"])) == PAGED
    assert not [path for path in site if path.startswith("actors/ford/1")]


def test_a_source_on_which_much_rests_is_paged_as_a_list_is() -> None:
    """Its own page has what is decided against it, and how its first period begins; periods have the rest."""
    told = {1990: MOST - 30, 1991: 60, 2003: 3, 2012: 1}
    events = tuple(replace(e, citations=(cite(1, "echo", "Seen"),)) for e in years(told))
    timeline = replace(EMPTY, events=events, sources=(replace(TIMELINE.sources[0], id="echo"),))
    files, problems = render_site(timeline, pages.plan(timeline)[0])
    assert problems == ()

    def rests(target: str) -> list[str]:
        return re.findall(r'<h3><a href="[./]*events/([^"/]+)/"', files[f"{target}index.html"].decode())

    ids = [e.id for e in events]
    leaves = [leaf.target for leaf in leanings(timeline)["sources/echo/"].leaves]
    assert leaves == [f"sources/echo/{period}/" for period in ("1990", "1991", "2000-2009", "2010-2019")]
    assert [id for target in leaves for id in rests(target)] == ids
    assert rests("sources/echo/") == ids[:OPENING]
    own = files["sources/echo/index.html"].decode()
    assert f"Events that cite this source: {len(ids)} of {len(ids)}." in own
    assert 'href="../../sources/echo/2000-2009/"' in own
    assert 'rel="next" href="../../../sources/echo/2010-2019/"' in files[f"{leaves[2]}index.html"].decode()
    assert leanings(replace(timeline, events=events[:MOST])) == {}


def test_what_nobody_dates_has_a_page_of_its_own_in_a_narrowed_list(site: dict[str, str]) -> None:
    assert listed(site["statuses/reported/undated/index.html"]) == ["undated"]


def test_a_year_leads_to_its_part_of_a_page(site: dict[str, str]) -> None:
    page = site["1992/index.html"]
    assert 'content="0; url=../1990-1994/#y1992-01"' in page
    assert 'id="y1992-01"' in site["1990-1994/index.html"]
    assert "<loc>https://example.org/repo/1992/</loc>" not in site["sitemap.xml"]
    assert "<loc>https://example.org/repo/1990-1994/</loc>" in site["sitemap.xml"]


def test_lists_are_laid_out_part_by_part_and_say_how_many_cards_a_part_has(site: dict[str, str]) -> None:
    """A style sheet guesses by it how high a part is that is not in sight."""
    page, worth = site["all/index.html"], {"h": 100, "t": 10, "u": 1}
    parts = re.findall(r'class="period long ([htu0-9 ]+)"(.*?)</section>', page, re.DOTALL)
    assert parts
    for digits, cards in parts:
        assert sum(worth[d[0]] * int(d[1:]) for d in digits.split()) == cards.count("<article")


@pytest.mark.parametrize(("events", "long"), [(30, False), (31, True)])
def test_a_list_that_a_high_window_shows_to_its_end_is_laid_out_at_once(events: int, long: bool) -> None:
    """What stands below it would move."""
    assert planned(replace(EMPTY, events=years({2022: events})))[""].context["long"] is long


def test_a_timeline_of_several_years_has_links_to_each() -> None:
    def steps(counts: dict[int, int]) -> list[str]:
        page = planned(replace(EMPTY, events=years(counts)))[""]
        rows = page.values()["rows"]
        return [step.words for row in rows for step in row]

    assert steps({2022: 1, 2023: 20, 2024: 1}) == ["2022", "2023", "2024"]
    assert steps({2023: 20, 2024: 20}) == []


def test_the_first_gap_of_a_page_is_counted_from_the_page_before() -> None:
    early, late = years({1990: 1}), years({2020: 1})
    assert periods(late, None, "day-month", before=early)[0].entries[0].gap == "Thirty years later"
    assert periods(late, None, "day-month")[0].entries[0].gap == ""


def test_a_swollen_month_is_told_by_its_days() -> None:
    days = Counter(span.id for span in _spans_of(150))
    assert set(days) == {"y2024-03-01", "y2024-03-02", "y2024-03-03"}


def _spans_of(count: int) -> list[Span]:
    events = [event(f"e{n}", "E", date=reading(f"2024-03-{n % 3 + 1:02d}")) for n in range(count)]
    found = periods(in_time_order(events), None, "day-month")
    return [span_of(Day(2024, 3, int(period.id[-2:])), DAY) for period in found]


def test_a_long_site_says_what_it_is() -> None:
    assert planned(LONG)["all/"].context["title"] == "All on one page"
    assert planned(replace(LONG, events=LONG.events[:50])).get("all/") is None
    assert SITE.title in str(planned(LONG)["1990-1999/"].context["description"])
