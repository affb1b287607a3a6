"""The ruler under a date: which period it shows, and how the date is drawn on it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from dateline.model import STATUSES, Status
from dateline.overview import ruler
from dateline.overview.paths import LOOKS, mark
from drawn import html, read


@pytest.mark.parametrize(
    ("edtf", "divisions", "look", "d"),
    [
        ("2026-01-31T12:00", 4, "core", "M61 2h3v5h-3z"),  # a minute in its day
        ("2024-01-01", 4, "core", "M1 2h3v5h-3z"),  # a day in its year
        ("2024-12-31", 4, "core", "M118 2h3v5h-3z"),
        ("2024-10", 4, "pale", "M91 2h10v5h-10z"),  # a month in its year: somewhere in there
        ("2024-04~", 4, "fc", "M23 2h26v5h-26z"),  # about then: beyond its bounds
        ("2025-11?", 4, "fb", "M101 2h10v5h-10z"),
        ("2024-02/2024-07", 4, "core", "M11 2h60v5h-60z"),  # it lasted
        ("2024", 10, "pale", "M49 2h12v5h-12z"),  # a year in its decade
        ("198X", 10, "pale", "M97 2h12v5h-12z"),  # a decade in its century
        ("19XX", 10, "pale", "M109 2h12v5h-12z"),
        ("2019/2021", 2, "core", "M55 2h18v5h-18z"),  # across two decades
        ("2025-12/2026-02", 2, "core", "M56 2h15v5h-15z"),
        ("2019/..", 10, "fr", "M109 2h12v5h-12z"),  # an open end fades away
        ("../1989-05", 4, "fl", "M1 2h50v5h-50z"),
        ("-0043-03-15", 4, "core", "M25 2h3v5h-3z"),
        ("Y-170000000", 10, "pale", "M109 2h12v5h-12z"),
    ],
)
def test_a_date_stands_in_the_next_longer_period(edtf: str, divisions: int, look: str, d: str) -> None:
    found = ruler(read(edtf))
    assert found is not None
    (stroke,) = found.strokes
    assert (found.divisions, stroke.look, stroke.d) == (divisions, look, d)


def test_no_date_has_no_ruler() -> None:
    assert ruler(None) is None
    assert ruler(read("../..")) is None
    assert ruler(None, [read("2024")]) is None


def test_disputed_dates_stand_on_one_ruler_in_the_accent() -> None:
    found = ruler(read("2026-01-31"), [read("2024-02")])
    assert found is not None
    assert found.divisions == 3  # 2024, 2025, 2026
    assert [s.look for s in found.strokes] == ["acore", "apale"]


@given(
    st.one_of(
        st.builds("{:04}-{:02}".format, st.integers(1, 9999), st.integers(1, 12)),
        st.builds("{:04}/{:04}".format, st.integers(0, 999), st.integers(1000, 9999)),
        st.builds("Y-{}".format, st.integers(10_000, 10**10)),
        st.builds("{:04}-{:02}-{:02}".format, st.integers(0, 9999), st.integers(1, 12), st.integers(1, 28)),
    )
)
def test_a_date_never_leaves_its_ruler(edtf: str) -> None:
    found = ruler(read(edtf))
    assert found is not None and found.divisions in (2, 3, 4, 10)
    match = re.fullmatch(r"M([\d.]+) 2h([\d.]+)v5h-[\d.]+z", found.strokes[0].d)
    assert match
    assert float(match[1]) >= 1 and float(match[1]) + float(match[2]) <= 121


def test_the_page_shares_the_ruler_and_hides_it_from_readers_who_hear_the_words() -> None:
    page = html("ruler", "ruler", ruler(read("2024-10-03")))
    assert '<use href="#ruler4"/>' in page and 'aria-hidden="true"' in page
    sprite = html("sprite", "sprite")
    assert all(f'id="ruler{n}"' in sprite for n in (2, 3, 4, 10))


def test_what_is_possible_is_open_where_what_is_scheduled_is_closed() -> None:
    """At reading size dots alone are not seen; the style sheet and the drawings have the same two shapes."""
    status: Status
    sprite, masks = html("sprite", "sprite", STATUSES), (ROOT / "static/shapes.css").read_text("utf-8")
    for status, closed in (("scheduled", True), ("possible", False)):
        drawn = re.search(rf'id="s-{status}".*? d="([^"]+)"', sprite)
        mask = re.search(rf"--{status}: .*? d='([^']+)'", masks)
        assert drawn and mask and drawn[1] == mask[1]
        assert drawn[1].endswith("z") is mark(LOOKS[status], 0, 0, 8, 8).endswith("z") is closed


def test_the_sprite_has_every_shape_that_drawings_use() -> None:
    sprite = html("sprite", "sprite", STATUSES)
    ids = set(re.findall(r'id="([\w-]+)"', sprite))
    assert {f"s-{status}" for status in STATUSES} <= ids
    assert {tone + fade for tone in ("", "a") for fade in ("fb", "fl", "fr", "fc")} <= ids
    assert "hatch" in ids
