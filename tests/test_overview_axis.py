"""Units of the calendar, extents, cuts, and the names along an axis."""

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dates import Day
from dateline.dates.day import ordinal
from dateline.dates.stated import read_stated
from dateline.overview.axis import lay, set_apart, shown
from dateline.overview.extents import Extent, day_at, extent_of, overlap
from dateline.overview.lettering import fit, width_of
from dateline.overview.names import stretch_name, year_name, years_name
from dateline.overview.ticks import ticks
from dateline.overview.units import LADDER, Unit, finer, finest
from drawn import read


def at(year: int, month: int = 1, day: int = 1) -> float:
    return float(ordinal(Day(year, month, day)))


def extent(edtf: str) -> Extent:
    found = extent_of(read(edtf))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2024", at(2024), at(2025)),
        ("2024-02", at(2024, 2), at(2024, 3)),
        ("2024-02-29", at(2024, 2, 29), at(2024, 3)),
        ("2019/2021", at(2019), at(2022)),
        ("2019/..", at(2019), inf),
        ("../2019", -inf, at(2020)),
        ("-0043-03-15", at(-43, 3, 15), at(-43, 3, 16)),
        ("2026-01-31T12:00", at(2026, 1, 31) + 0.5, at(2026, 1, 31) + 0.5 + 1 / 1440),
        ("2026-01-31T06:00/2026-01-31T18:00", at(2026, 1, 31) + 0.25, at(2026, 1, 31) + 0.75 + 1 / 1440),
    ],
)
def test_an_extent_reaches_from_the_first_moment_to_the_end_of_the_last(
    edtf: str, start: float, end: float
) -> None:
    found = extent(edtf)
    assert (found.start, found.end) == (pytest.approx(start), pytest.approx(end))


def test_no_date_and_a_date_open_at_both_ends_have_no_extent() -> None:
    assert extent_of(None) is None
    assert extent_of(read("../..")) is None


def test_of_an_open_date_the_named_unit_is_known() -> None:
    assert extent("2019/..").known == (at(2019), at(2020))
    assert extent("../2019-06").known == (at(2019, 6), at(2019, 7))
    assert extent("2019").known == (at(2019), at(2020))


def test_what_is_due_by_a_day_is_drawn_as_some_moment_up_to_it() -> None:
    assert extent_of(read_stated("by 31 August 2027")) == extent("[..2027-08-31]")
    assert extent_of(read_stated("until summer 2027")) == extent("../2027-22")


def test_an_open_date_begins_and_finishes_at_its_known_end() -> None:
    assert (extent("2019/..").begin, extent("2019/..").finish) == (at(2019), at(2019))
    assert (extent("../2019").begin, extent("../2019").finish) == (at(2020), at(2020))
    assert extent("2019/..").width == inf


def test_days_that_follow_each_other_do_not_overlap() -> None:
    assert not overlap(extent("2026-01-31"), extent("2026-02-01"))
    assert overlap(extent("2026-01"), extent("2026-01-31"))


def test_the_ladder_of_units_rises() -> None:
    assert all(one.days < other.days for one, other in pairwise(LADDER))


@given(st.sampled_from(LADDER), st.floats(-1e12, 1e12))
def test_every_moment_lies_between_two_boundaries(unit: Unit, moment: float) -> None:
    if unit.kind == "minutes":
        moment %= 1_000_000  # finer than a float is, far from here
    start = unit.floor(moment)
    assert start <= moment + 0.001 and moment <= unit.next(start)
    assert unit.floor(start) == start
    assert unit.ceil(start) == start


@pytest.mark.parametrize(
    ("unit", "moment", "start"),
    [
        (Unit("years", 100), at(-43), at(-99)),
        (Unit("years", 100), at(43), at(1)),
        (Unit("years", 10), at(2026, 5), at(2020)),
        (Unit("months", 3), at(2026, 5), at(2026, 4)),
        (Unit("days", 7), at(2026, 2, 1), at(2026, 1, 26)),
        (Unit("minutes", 60), at(2026) + 0.52, at(2026) + 0.5),
    ],
)
def test_units_count_from_round_years_on_each_side_of_the_era(
    unit: Unit, moment: float, start: float
) -> None:
    assert unit.floor(moment) == pytest.approx(start)


def test_centuries_before_the_era_end_where_it_begins() -> None:
    bounds = Unit("years", 100).bounds(at(-250), at(250))
    assert [day_at(b).year for b in bounds] == [-199, -99, 1, 100, 200]


def test_a_finer_unit_divides_a_coarser_one() -> None:
    assert Unit("days", 7) not in finer(Unit("months", 1))
    assert Unit("years", 2) not in finer(Unit("years", 5))
    assert finest(40) == Unit("months", 3)
    assert finest(1e20) == LADDER[-1]


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (2026, "2026"), (476, "476 CE"), (0, "1 BCE"), (-43, "44 BCE"), (12_000, "12,000"),
        (-12_000, "12,000 BCE"), (-66_000_000, "66 million BCE"), (-999_999_999, "1 billion BCE"),
        (-4_600_000_000, "4.6 billion BCE"),
    ],
)  # fmt: skip
def test_years_are_named_as_readers_write_them(year: int, name: str) -> None:
    assert year_name(year) == name


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [
        (at(2024), at(2025), "2024"),
        (at(2024), at(2026), "2024 to 2025"),
        (at(2024), at(2024, 7), "January to June 2024"),
        (at(2024, 5), at(2024, 6), "May 2024"),
        (at(2024, 11), at(2025, 3), "November 2024 to February 2025"),
        (at(2026, 1, 31), at(2026, 2, 1), "31 January 2026"),
        (at(2026, 1, 3), at(2026, 1, 6), "3 to 5 January 2026"),
        (at(2026, 1, 31), at(2026, 2, 3), "31 January to 2 February 2026"),
        (at(2025, 12, 31), at(2026, 1, 2), "31 December 2025 to 1 January 2026"),
        (at(-99), at(-49), "100 to 51 BCE"),
        (at(2026) + 0.5, at(2026) + 0.75, "12:00 to 18:00 on 1 January 2026"),
        (at(2026) + 0.5, at(2026) + 1.25, "12:00 on 1 January 2026 to 06:00 on 2 January 2026"),
    ],
)
def test_a_stretch_is_named_as_exactly_as_its_ends_ask(start: float, end: float, name: str) -> None:
    assert stretch_name(start, end) == name


def test_the_years_of_a_stretch() -> None:
    assert years_name(at(2024, 3), at(2026, 2)) == "2024 to 2026"
    assert years_name(at(2024, 3), at(2025)) == "2024"


def test_an_empty_stretch_is_cut_out_and_everything_else_is_at_one_scale() -> None:
    days = [extent(f"2024-0{m}-01") for m in (1, 2, 3)] + [extent(f"2034-0{m}-01") for m in (1, 2, 3)]
    axis = lay(shown(days), 900, 20)
    assert len(axis.segments) == 2
    assert axis.segments[0].scale == pytest.approx(axis.segments[1].scale)
    (start, end) = axis.cuts()[0]
    assert all(end <= d.start or d.end <= start for d in days)
    assert axis.x((start + end) / 2) == axis.segments[1].left
    assert axis.x_before((start + end) / 2) == axis.segments[0].right


def test_things_that_are_spread_almost_evenly_are_not_cut_apart() -> None:
    assert len(shown([extent(d) for d in ("2001", "2004", "2010", "2013", "2018")])) == 1


def test_three_things_are_not_cut_apart() -> None:
    assert len(shown([extent(d) for d in ("2001", "2002", "2024")])) == 1


def test_what_lasted_across_an_empty_stretch_is_drawn_on_both_sides_of_the_cut() -> None:
    days = [extent(f"2024-0{m}-01") for m in (1, 2, 3)] + [extent(f"2034-0{m}-01") for m in (1, 2, 3)]
    reign = extent("2024-02/2034-02")
    axis = lay(shown([*days, reign]), 900, 20)
    assert len(axis.pieces(reign.start, reign.end)) == 2


def test_a_single_day_has_days_around_it() -> None:
    ((start, end),) = shown([extent("2025-03-04")] * 3)
    assert start < at(2025, 3, 4) and at(2025, 3, 5) < end


def test_readings_far_apart_are_each_drawn_at_their_own_scale() -> None:
    axis = set_apart([(at(2024), at(2024, 5)), (at(2026, 1, 31), at(2026, 2, 1))], 860, 36)
    first, second = axis.segments
    assert second.scale > 5 * first.scale


dates = st.builds(Day, st.integers(-3000, 3000), st.integers(1, 12), st.integers(1, 28))


@settings(deadline=None)
@given(dates, st.floats(0.01, 2e6), st.sampled_from([320.0, 960.0]), st.sampled_from([0.0, 1.0]))
def test_names_along_an_axis_never_meet_nor_run_off(
    day: Day, days: float, width: float, grain: float
) -> None:
    start = float(ordinal(day))
    axis = lay([(start, start + max(days, grain))], width, 0, grain)
    named, small = ticks(axis, 12)
    spans = [(t.x + 4, t.x + 4 + width_of(t.text, 12)) for t in named]
    assert all(one[1] < other[0] for one, other in pairwise(spans))
    assert all(a >= 0 and b <= width for a, b in spans)
    assert all(-0.01 <= x <= width + 0.01 for x in small)


def test_among_days_one_name_gives_the_year_and_the_wanted_day_keeps_its_own() -> None:
    axis = lay([(at(2026, 1, 30), at(2026, 2, 5))], 400, 0, 1)
    named, _ = ticks(axis, 12, {at(2026, 1, 31)})
    assert [t.text for t in named] == ["Fri 30", "Sat 31", "1 Feb 2026", "Tue 3", "Wed 4"]
    assert [t.strong for t in named] == [False, False, True, False, False]


def test_weeks_are_not_counted_where_all_that_matters_begins_with_a_month() -> None:
    axis = lay([(at(2025, 12, 22), at(2026, 2, 9))], 500, 0, 1)
    assert [t.text for t in ticks(axis, 12, {at(2026)})[0]] == ["Jan 2026", "Feb"]
    assert "5 Jan 2026" in [t.text for t in ticks(axis, 12)[0]]


def test_a_segment_without_room_for_a_boundary_is_named_by_where_it_begins_and_not_ruled() -> None:
    def names(width: float) -> list[tuple[str, bool]]:
        return [(t.text, t.ruled) for t in ticks(lay([(at(2020, 2), at(2020, 9))], width, 0, 300), 12)[0]]

    assert names(34) == [("2020", False)]
    assert names(20) == []
    assert [t.text for t in ticks(lay([(at(2020) + 0.18, at(2020) + 0.2)], 60, 0, 0.1), 12)[0]] == ["04:19"]


def test_text_that_does_not_fit_is_cut_after_a_word() -> None:
    assert fit("Ford denies the report", 400, 12) == "Ford denies the report"
    assert fit("Ford denies the report, again and again", 160, 12) == "Ford denies the report…"
    assert fit("Ford denies the report", 40, 12) == ""
    assert fit("Ford denies the report", 45, 12, least=0) == "Ford…"


def test_chinese_is_as_wide_as_it_is_high() -> None:
    assert width_of("小米汽车", 10) == 40
