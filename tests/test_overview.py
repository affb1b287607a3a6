"""The overview strip: what is drawn, where, and what is said of it."""

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import STATUSES, Event
from dateline.overview.lanes import Link
from dateline.overview.lettering import fit, width_of
from dateline.overview.paths import LOOKS, box, mark, tidy
from dateline.overview.strip import NARROW, WIDE, Strip
from drawn import drawn, drawn_or_none, event, html


def days(*numbers: int, month: str = "2026-02") -> list[Event]:
    return [event(f"d{month}-{n}-{i}", f"{month}-{n:02}") for i, n in enumerate(numbers)]


def caption(*events: Event) -> str:
    return " ".join(drawn(*events).caption)


def looks(strip: Strip) -> set[str]:
    return {look for group in strip.groups for look in group.look.split()}


YEAR = [event("a", "2024-01-05"), event("b", "2024-06-10"), event("c", "2024-12-20")]


def test_fewer_than_three_dates_make_no_overview() -> None:
    assert drawn_or_none(*YEAR[:2], event("u", None)) is None
    assert drawn_or_none(*YEAR) is not None


def test_the_title_counts_what_is_drawn_and_the_undated_are_said() -> None:
    view = drawn(*YEAR, event("u", None))
    assert view.title == "Three events at true scale, 5 January to 20 December 2024"
    assert view.undated == "One event has no date"
    assert drawn(*YEAR).undated == ""
    assert drawn(*YEAR, *(event(f"u{n}", None) for n in range(13))).undated == "13 events have no date"


@pytest.mark.parametrize("status", STATUSES)
def test_every_status_has_a_look_and_its_words(status: str) -> None:
    events = [event(f"e{n}", f"2024-0{n}-01", status=status) for n in (1, 4, 8)]
    assert looks(drawn(*events).wide) == {LOOKS[status]}
    assert f"if {status}." in caption(*events)


def test_no_two_statuses_that_stand_for_different_things_look_alike() -> None:
    shapes = {look: mark(look, 0, 0, 10, 6) for look in ("m-line", "m-struck", "m-split", "m-next")}
    assert len(set(shapes.values())) == 4


def test_paths_are_short() -> None:
    assert tidy(12.4) == 12 and tidy(12.6) == 13
    assert box(0.04, 1, 2.6, 3) == "M0 1h3v3h-3z"


def test_a_mark_is_as_wide_as_its_date_is_vague() -> None:
    events = [*days(1, 2, 3, month="2024-02"), event("m", "2025-06"), event("z", "2026-12-31")]
    path = "".join(group.d for group in drawn(*events).wide.groups)
    widths = sorted(float(w) for w in re.findall(r"h([\d.]+)v", path))
    assert widths[0] == WIDE.least
    assert 20 < widths[-1] < 30


def test_what_lasted_is_a_dark_bar_and_what_is_lost_in_a_year_a_pale_one() -> None:
    reign, lost = event("r", "2024-02/2024-08"), event("l", "2025")
    view = drawn(*YEAR, reign, lost)
    fills = {(p.fill, p.lasting) for p in view.wide.pieces}
    assert fills == {("core", True), ("fb", False)}
    assert (
        "A dark bar is an event that lasted all that time; "
        "a pale, fading one (hatched on paper) falls at some point within it."
    ) in view.caption


def test_looks_that_have_an_and_of_their_own_are_told_apart_by_commas() -> None:
    mixed = (event("r", "2024-02-02", status="reported"), event("p", "2024-05-02", status="possible"))
    assert "outlined if reported, pointed and dashed if possible." in caption(*YEAR, *mixed)


def test_the_caption_speaks_of_bars_only_where_there_are_some() -> None:
    assert "bar" not in caption(*YEAR)
    assert "dark" not in caption(*YEAR, event("l", "2025"))
    assert "pale" not in caption(*YEAR, event("r", "2024-02/2024-08"))


@pytest.mark.parametrize(
    ("edtf", "fill"),
    [("2024-02/..", "fr"), ("../2024-08", "fl"), ("2024-02~/2024-08", "fb"), ("2024-02/2024-08", "core")],
)
def test_a_bar_fades_where_its_end_is_not_known(edtf: str, fill: str) -> None:
    view = drawn(*YEAR, event("r", edtf))
    assert [p.fill for p in view.wide.pieces] == [fill]
    assert ("fades where an end is uncertain" in " ".join(view.caption)) is (fill != "core")


def test_a_bar_links_to_its_event_and_a_mark_to_its_part_of_the_page() -> None:
    view = drawn(*YEAR, event("r", "2024-02/2024-08", title="A reign"))
    (link,) = [bar.link for bar in view.wide.bars if bar.link]
    assert (link.href, link.text) == ("events/r/", "A reign")
    assert {hit.href for hit in view.wide.hits} == {"#p-2024"}


def test_the_links_of_the_axis_count_every_mark_once() -> None:
    view = drawn(*YEAR, *days(1, 2, 2, 3), event("u", None))
    for strip in (view.wide, view.narrow):
        counts = [int(re.search(r": ([\d,]+) events?$", hit.words)[1]) for hit in strip.hits]
        assert sum(counts) == 7
    assert all("1 events" not in hit.words for hit in view.wide.hits)


def test_an_empty_stretch_is_cut_out_and_named() -> None:
    view = drawn(*days(1, 2, 3, month="2010-01"), *days(1, 2, 3))
    assert view.wide.breaks and view.narrow.breaks
    assert re.search(
        r"The axis leaves out .* 2010 to .* 2026, when nothing begins or ends\.", " ".join(view.caption)
    )
    assert "broken" not in caption(*YEAR)


def test_a_dispute_joins_both_dates_with_a_bracket_and_names_them() -> None:
    view = drawn(*YEAR, *days(1, 2, 3), event("ft", "2026-01-31", rivals=("2024-03",)))
    (bracket,) = view.wide.brackets
    assert bracket.text == "What happened at ft: March 2024 or 31 January 2026, disputed"
    assert len(view.wide.rivals) == 1
    assert "The bracket joins dates on which sources disagree." in view.caption
    assert "acc" in looks(view.wide)


def test_a_rival_that_overlaps_or_is_too_near_to_see_has_no_bracket() -> None:
    assert drawn(*YEAR, event("x", "2024-05-01", rivals=("2024-05",))).wide.brackets == ()
    far = drawn(*YEAR, event("w", "2000"), event("x", "2024-05-01", rivals=("2024-05-02",)))
    assert far.wide.brackets == ()


def test_disputes_beyond_the_third_are_counted() -> None:
    disputed = [event(f"x{n}", f"2024-0{n}-01", rivals=("2025-06-01",)) for n in range(1, 6)]
    view = drawn(*YEAR, *disputed)
    assert len(view.wide.brackets) == 3
    assert "Each bracket joins dates on which sources disagree; two more dates are disputed." in view.caption


def test_crowded_days_are_enlarged_with_their_heaviest_events_by_name() -> None:
    crowd = [
        event("light", "2026-02-01"),
        *(event(f"heavy{n}", "2026-02-01", citations=5) for n in range(3)),
        event("next", "2026-02-02"),
        event("both", "2026-02-01/2026-02-02"),
    ]
    view = drawn(*YEAR, *crowd)
    assert view.wide.lens is not None
    first, second = view.wide.lens.columns
    assert (first.title, second.title) == ("Sunday 1 February 2026", "Monday 2 February 2026")
    assert [link.href for link in first.links] == ["events/heavy0/", "events/heavy1/", "events/heavy2/"]
    assert (first.more, second.more) == ("and 1 more", "")
    assert (
        "The columns name events of 1 to 2 February 2026; one more event covers several columns."
        in view.caption
    )


def test_a_crowd_whose_events_are_all_named_above_needs_no_lens() -> None:
    view = drawn(*days(4, 4, 4, 4))
    assert view.wide.lens is None
    assert all(bar.link for bar in view.wide.bars)


def test_an_empty_day_between_crowded_ones_says_nothing() -> None:
    view = drawn(*YEAR, *days(1, 1, 1, 3, 3))
    assert view.wide.lens is not None
    assert [c.more for c in view.wide.lens.columns] == ["", "nothing", ""]


def test_evenly_spread_events_need_no_lens() -> None:
    assert drawn(*(event(f"y{n}", f"20{n:02}-06-01") for n in range(24))).wide.lens is None


def test_a_crowd_of_centuries_is_named_by_the_years_in_it() -> None:
    ages = [event(f"a{n}", f"Y-{n}000000000") for n in (4, 3, 2, 1)]
    recent = [event(f"r{n}", date) for n, date in enumerate(("Y-300000", "-3300", "1969-07-20", "2026"))]
    view = drawn(*ages, *recent)
    assert view.title == "Eight events at true scale, 4 billion BCE to 2026"
    assert "The columns name events of 300,000 BCE to 2026." in view.caption


def test_hundreds_of_events_become_a_profile_with_counts() -> None:
    many = [event(f"m{n}", f"{1800 + n % 220}-0{1 + n % 9}") for n in range(400)]
    view = drawn(*many)
    assert view.wide.profile and not view.wide.groups
    assert sum(int(hit.count) for hit in view.wide.hits) == 400
    assert view.caption[0].startswith("The profile shows 400 events")


def test_too_many_vague_events_for_labels_are_pale_marks_or_thin_bars() -> None:
    years = [event(f"y{n}", f"{2020 + n % 5}") for n in range(60)]
    view = drawn(*years)
    assert "faint" in looks(view.wide)
    assert "very wide ones are pale" in view.caption[0]
    spans = drawn(*(event(f"s{n}", f"{2000 + n % 20}/..") for n in range(20)))
    assert spans.wide.bars and all(bar.link is None for bar in spans.wide.bars)
    assert sum(int(h.words.split(": ")[1].split()[0]) for h in spans.wide.hits) == 20


def test_far_too_many_bars_join_the_profile() -> None:
    view = drawn(*(event(f"s{n}", f"{1900 + n % 100}/..") for n in range(300)))
    assert view.wide.bars == () and view.wide.profile


def test_hours_of_one_day_have_hours_on_the_axis() -> None:
    log = [event(f"h{n}", f"1986-04-26T{n:02}:2{n}") for n in range(1, 7)]
    view = drawn(*log)
    assert view.title == "Six events at true scale, 01:21 to 06:27 on 26 April 1986"
    assert "03:00" in [t.text for t in view.wide.ticks]


def links(strip: Strip) -> list[Link]:
    named = [bar.link for bar in strip.bars if bar.link]
    return named + [link for column in (strip.lens.columns if strip.lens else ()) for link in column.links]


def meet(one: Link, other: Link) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


EDTF = st.one_of(
    st.integers(1990, 2030).map(str),
    st.builds("{:04}-{:02}".format, st.integers(1990, 2030), st.integers(1, 12)),
    st.builds("{:04}-{:02}-{:02}".format, st.integers(2020, 2026), st.integers(1, 12), st.integers(1, 28)),
    st.builds("{:04}/{:04}".format, st.integers(1980, 2000), st.integers(2001, 2030)),
    st.builds("{:04}/..".format, st.integers(1980, 2030)),
    st.builds("../{:04}-{:02}".format, st.integers(1980, 2030), st.integers(1, 12)),
    st.builds("-{:04}".format, st.integers(1, 3000)),
    st.builds("Y-{}".format, st.integers(10_000, 5_000_000_000)),
)
TITLE = st.text("abcdefgh WM中", min_size=1, max_size=90)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(EDTF, TITLE, st.sampled_from(STATUSES)), min_size=3, max_size=60))
def test_no_labels_meet_and_nothing_runs_off_the_edge(facts: list[tuple[str, str, str]]) -> None:
    events = [event(f"e{n}", d, t, status=s) for n, (d, t, s) in enumerate(facts)]
    view = drawn(*events)
    for strip, size in ((view.wide, WIDE), (view.narrow, NARROW)):
        named = links(strip)
        assert not any(meet(a, b) for a, b in combinations(named, 2))
        assert all(link.text_x + width_of(link.text, size.letters) <= size.width + 1 for link in named)
        assert all(link.left >= 0 and link.left + link.width <= size.width + 0.1 for link in named)
        assert all(link.height >= 24 for link in named)
        assert all(hit.width >= 24 for hit in view.narrow.hits)
        assert all(p.x >= 0 and p.x + p.width <= size.width + size.least for p in strip.pieces)
        assert all(p.y >= 0 and p.y + p.height <= strip.base for p in strip.pieces)
        ends = [(t.x, t.x + width_of(t.text, size.letters)) for t in strip.ticks]
        assert all(a[1] <= b[0] for a, b in pairwise(ends))
        assert all(end <= size.width for _, end in ends)
        for x in re.findall(r"M(-?[\d.]+) ", "".join(g.d for g in strip.groups)):
            assert 0 <= float(x) <= size.width


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(2020, 2026), st.integers(1, 12), st.integers(2020, 2026)),
        min_size=3,
        max_size=30,
    )
)
def test_brackets_and_their_words_stay_on_the_drawing(facts: list[tuple[int, int, int]]) -> None:
    events = [event(f"e{n}", f"{y}-{m:02}-03", rivals=(f"{r}-07",)) for n, (y, m, r) in enumerate(facts)]
    view = drawn(*events)
    for strip, size in ((view.wide, WIDE), (view.narrow, NARROW)):
        for bracket in strip.brackets:
            assert bracket.x >= 0 and bracket.x + width_of(bracket.text, size.letters) <= size.width
            assert -strip.base <= bracket.y <= 0
        words = [(b.x, b.y, width_of(b.text, size.letters)) for b in strip.brackets]
        assert not any(
            a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and abs(a[1] - b[1]) < size.letters
            for a, b in combinations(words, 2)
        )


def test_every_sign_that_stands_beside_a_name_is_explained_in_the_caption() -> None:
    events = [
        event("fair", "2026-01/2026-05", "The fair", status="scheduled"),
        event("move", "2026-02/2026-08", "The move", status="possible"),
        event("works", "2026-03/2026-10", "The works"),
    ]
    view = drawn(*events)
    assert {"scheduled", "possible"} <= set(view.statuses)
    caption = html("overview", "overview", view).partition("<figcaption>")[2]
    for status in view.statuses:
        assert f'<span class="status s-{status}">{status}</span>' in caption


def test_the_page_gets_a_group_with_a_title_links_and_a_caption() -> None:
    page = html("overview", "overview", drawn(*YEAR, *days(1, 1, 1, 1), event("u", None)))
    assert page.count('role="group"') == 2
    assert '<title id="ov-wide">Seven events at true scale, 2024 to 2026</title>' in page
    assert '<a href="#undated">see the end</a>.</p></figcaption>' in page
    assert 'aria-label="' in page
    assert "style=" not in page and "<script" not in page


def test_titles_are_escaped() -> None:
    page = html("overview", "overview", drawn(*YEAR, event("r", "2024-02/2024-08", title="<b>&</b>")))
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in page


def test_a_title_without_spaces_is_cut_after_a_letter_that_fits() -> None:
    assert fit("福特与小米商谈在美国制造电动汽车", 80, 10) == "福特与小米商谈…"
