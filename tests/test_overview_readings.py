"""The figure of how a date was read: phrases, readings, and the publication they were read from."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Source, Words
from dateline.overview import ReadingFigure, reading_figure
from dateline.overview.lettering import width_of
from drawn import HERE, html, read, reported, stated

SATURDAY = stated("Saturday", "2026-01-31", "2026-02-01")
WEEKEND = stated("over the weekend", "2026-01-31/2026-02-01", "2026-02-02", unit="weekend")
SOURCES = {"a": Source(id="a", title="A visit", name="Electrek", place=HERE)}
MONDAY = stated("on Monday", "2026-02-02", "2026-02-02/2026-02-06")
EARLY = stated("In early 2024", "2024", part="early")


def figure(date: str, *statements: object) -> ReadingFigure:
    found = reading_figure(reported(date, *statements), SOURCES)
    assert found is not None
    return found


def test_each_phrase_is_told_with_its_reading() -> None:
    assert figure("2026-01-31", SATURDAY, EARLY).title == (
        "“Saturday” (Electrek) is read as 31 January 2026; “In early 2024” (Electrek) is read as early 2024"
    )


def test_one_explicit_phrase_needs_no_figure_and_no_phrase_has_none() -> None:
    assert reading_figure(reported("2024-10", stated("in October 2024", "2024-10")), {}) is None
    assert reading_figure(reported("2024-10"), {}) is None


def test_a_phrase_that_two_sources_use_alike_is_drawn_once() -> None:
    again = stated("saturday", "2026-01-31", "2026-02-01")
    found = figure("2026-01-31", SATURDAY, again, WEEKEND)
    assert len(found.wide.rows) == 2
    assert found.title.count("Electrek") == 2


def test_a_reading_that_excludes_the_date_stands_in_the_accent() -> None:
    rows = figure("2026-01-31", SATURDAY, WEEKEND, EARLY).wide.rows
    assert [row.fill for row in rows] == ["core", "pale", "apale"]
    assert [row.excluded for row in rows] == [False, False, True]


def test_an_arrow_leads_from_the_publication_to_the_reading() -> None:
    (row,) = figure("2026-01-31", SATURDAY).wide.rows
    assert row.pub_width == 7 and row.arrow and row.note == "published"
    assert row.pub_x > row.x + row.width
    (row,) = figure("2026-02-07", stated("on Saturday", "2026-02-07", "2026-02-02")).wide.rows
    assert row.pub_x + row.pub_width < row.x and row.arrow.endswith("l5 4l-5 4")


def test_an_explicit_phrase_has_no_publication() -> None:
    rows = figure("2026-01-31", SATURDAY, EARLY).wide.rows
    assert [bool(row.pub_width) for row in rows] == [True, False]
    assert rows[1].arrow == "" and rows[1].note == ""


def test_a_publication_on_the_same_day_stands_in_the_reading_without_an_arrow() -> None:
    (row,) = figure("2026-02-02", stated("today", "2026-02-02", "2026-02-02")).wide.rows
    assert row.arrow == ""
    assert row.x < row.pub_x < row.x + row.width


def test_a_publication_within_several_days_is_a_long_ring() -> None:
    (row,) = figure("2026-01-31", stated("Saturday", "2026-01-31", "2026-02-02/2026-02-06")).wide.rows
    assert row.pub_width > 100
    (row,) = figure("2026-02-02", MONDAY).wide.rows
    assert row.pub_long
    page = html("reading-figure", "reading_figure", figure("2026-02-02", MONDAY))
    assert page.index('class="pub"') < page.index('class="core"')


def test_readings_years_apart_break_the_axis() -> None:
    assert figure("2026-01-31", SATURDAY, EARLY).wide.breaks
    assert figure("2026-01-31", SATURDAY, WEEKEND).wide.breaks == ""


def test_an_open_reading_fades_to_the_edge() -> None:
    (row,) = figure("2021/..", stated("since 2021", "2021/..", "2026-02-02")).wide.rows
    assert row.fill == "fr" and row.x + row.width == pytest.approx(860)
    (row,) = figure("../2021", stated("until 2021", "../2021", "2026-02-02")).wide.rows
    assert row.fill == "fl" and row.x == 0


def test_the_editors_own_date_is_drawn_too() -> None:
    event = replace(reported("2024-02", EARLY), stated_date=Words(text="2024-02", place=HERE))
    found = reading_figure(event, {})
    assert found is not None
    assert found.title.endswith("“2024-02” (the editor) is read as February 2024")


def test_words_without_a_date_are_left_out() -> None:
    undated = replace(SATURDAY, reading=None)
    boundless = replace(SATURDAY, reading=read("../.."))
    assert len(figure("2026-01-31", SATURDAY, undated, boundless).wide.rows) == 1


def test_words_that_fit_beside_no_bar_stand_above_them_all() -> None:
    long = stated("on Monday in a statement that was posted on its own platform", "2026-02-02", "2026-02-03")
    today = stated("today", "2026-02-02", "2026-02-02")
    rows = figure("2026-02-02", today, long).wide.rows
    assert all(row.words_y < row.y for row in rows)
    assert not any(row.words_end for row in rows)


DATE = st.builds("20{:02}-{:02}-{:02}".format, st.integers(10, 40), st.integers(1, 12), st.integers(1, 28))
PHRASE = st.text("abcd WM中", min_size=1, max_size=80)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PHRASE, DATE, DATE), min_size=1, max_size=12))
def test_nothing_runs_off_the_edge(facts: list[tuple[str, str, str]]) -> None:
    found = figure(facts[0][1], *(stated(words, d, p) for words, d, p in facts))
    for chart, letters in ((found.wide, 14), (found.narrow, 12.5)):
        assert len(chart.rows) <= 10
        for row in chart.rows:
            wide = width_of(row.words, letters)
            left = row.words_x - wide if row.words_end else row.words_x
            assert left >= -0.1 and left + wide <= chart.width + 0.1
            assert row.x >= -0.1 and row.x + row.width <= chart.width + 3
            assert row.y + chart.bar < chart.height


def test_the_page_gets_two_pictures_that_say_what_they_show() -> None:
    page = html("reading-figure", "reading_figure", figure("2026-01-31", SATURDAY, WEEKEND, EARLY))
    assert page.count('role="img"') == 2
    assert "“over the weekend” (Electrek) is read as" in page
    assert "style=" not in page
