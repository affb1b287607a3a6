"""Periods and the gaps between events."""

import pytest

from dateline.catalogues import tongue_for
from dateline.dates import Edtf, read_phrase
from dateline.model import Event
from dateline.pages.gaps import gaps_before
from dateline.pages.periods import CROWDED, periods
from dateline.reconcile import in_time_order
from timelines import event, reading

NEWEST = Edtf.parse("2026-02-06")


def dated(*edtfs: str, **more: object) -> list[Event]:
    return [event(f"e{n}", edtf, date=reading(edtf), **more) for n, edtf in enumerate(edtfs)]


def headings(events: list[Event]) -> list[str]:
    return [period.heading for period in periods(events, NEWEST, "day-month")]


def test_events_stand_under_their_years() -> None:
    assert headings(dated("2024-05", "2024-10-05", "2025")) == ["2024", "2025"]


def test_a_crowded_year_is_told_by_its_months() -> None:
    days = [f"2024-01-{day:02d}" for day in range(1, CROWDED + 2)]
    assert headings(dated("2023", "2024", *days, "2024-03")) == [
        "2023",
        "2024",
        "January 2024",
        "March 2024",
    ]


def test_what_belongs_to_no_month_of_a_crowded_year_stands_before_them_and_measures_no_gap() -> None:
    days = [f"2024-03-{day:02d}" for day in range(1, CROWDED + 1)]
    events = dated("2023-12-31", *days, "2024-22", "2024-12-24")
    _, loose, march, december = periods(events, NEWEST, "day-month")
    assert (loose.heading, loose.note) == ("2024", "in no single month")
    assert [entry.gap for entry in loose.entries] == [""]
    assert march.entries[0].gap == "Two months later"
    assert (december.heading, december.note) == ("December 2024", "")
    assert december.entries[0].gap == "Nine months later"


def test_a_year_that_is_not_told_by_its_months_needs_no_word_for_what_belongs_to_none() -> None:
    assert [period.note for period in periods(dated("2024", "2024-05", "2025"), NEWEST, "day-month")] == [
        "",
        "",
    ]


def test_a_long_history_is_told_by_longer_periods() -> None:
    years = [f"{year}" for year in range(1800, 1900, 2)]
    found = headings(dated(*years))
    assert len(found) == 10
    assert found[0] == "1800 to 1809"


@pytest.mark.parametrize(
    ("edtfs", "found"),
    [
        (("195X",), ["1950s"]),
        (("1953", "195X", "1962"), ["1950s, in no single year", "1953", "1962"]),
        (("18XX", "1957", "195X", "1957-03"), ["19th century", "1950s, in no single year", "1957"]),
        (("[1957,1958]", "1957"), ["1957 to 1958, in no single year", "1957"]),
        (("2019/2021", "2019-05"), ["2019 to 2021, in no single year", "2019"]),
        (("2019-12-20/2020-01-05", "2000-24"), ["2000", "2019"]),
        (("2019/..", "../195X"), ["1959", "2019"]),
        (("-004X", "-0043"), ["40s BCE, in no single year", "44 BCE"]),
        (("-0043/0014", "0014"), ["44 BCE to AD 14, in no single year", "AD 14"]),
        (("Y-170000000", "Y-66000000"), ["170 million years ago", "66 million years ago"]),
        (
            (*map(str, range(1800, 1900, 2)), "181X", "1818/1823", "[1828,1833]"),
            [
                *("1800 to 1809", "1810 to 1819", "1820 to 1829", "1828 to 1833, in no single year"),
                *(f"{year} to {year + 9}" for year in range(1830, 1900, 10)),
            ],
        ),
    ],
)
def test_what_belongs_to_no_single_year_stands_under_the_years_that_it_may_be_of(
    edtfs: tuple[str, ...], found: list[str]
) -> None:
    listed = periods(in_time_order(dated(*edtfs)), NEWEST, "day-month")
    assert [", ".join(filter(None, (one.heading, one.note))) for one in listed] == found
    assert len({one.id for one in listed}) == len(listed)


@pytest.mark.parametrize(
    ("words", "language", "heading"),
    [
        ("in the late 1950s", "en", "Late 1950s"),
        ("in the early 19th century", "en", "Early 19th century"),
        ("in the 1950s", "de", "1950er-Jahre"),
        ("in the 1950s", "fr", "Années 1950"),
    ],
)
def test_a_vague_decade_is_a_heading_in_the_language_of_the_site(
    words: str, language: str, heading: str
) -> None:
    told = event("e", "E", date=read_phrase(words, None))
    (found,) = periods([told], NEWEST, "day-month", tongue=tongue_for(language))
    assert found.heading == found.year == heading


def test_an_open_start_is_filed_by_its_end() -> None:
    assert headings(dated("../2024-05")) == ["2024"]


def test_period_ids_are_unique_and_valid_anchors() -> None:
    ids = [period.id for period in periods(dated("-0044", "-0001", "2024-05"), NEWEST, "day-month")]
    assert len(set(ids)) == len(ids)
    assert all(id[0].isalpha() and " " not in id for id in ids)


@pytest.mark.parametrize("status", ["scheduled", "possible"])
def test_what_the_sources_see_ahead_is_still_to_come(status: str) -> None:
    ahead = periods(dated("2026-04", status=status), NEWEST, "day-month")
    assert [period.heading for period in ahead] == ["Still to come"]
    assert ahead[0].note == "as of the sources, the newest of 6 February 2026"


def test_a_plan_whose_day_was_over_when_the_sources_wrote_is_not_still_to_come() -> None:
    assert headings(dated("2025-04", status="scheduled")) == ["2025"]


def test_a_reported_event_in_the_future_is_not_a_plan() -> None:
    assert headings(dated("2027", status="reported")) == ["2027"]


def test_without_dated_sources_a_plan_is_still_to_come() -> None:
    found = periods(dated("2020", status="scheduled"), None, "day-month")
    assert (found[0].heading, found[0].note) == ("Still to come", "as of the sources")


def test_the_undated_come_last() -> None:
    found = headings([*dated("2024"), event("u", "Undated"), *dated("2027", status="possible")])
    assert found == ["2024", "Still to come", "Undated"]


@pytest.mark.parametrize(
    ("edtfs", "gaps"),
    [
        (("2024-04", "2024-10"), ("", "About six months later")),
        (("2024-10-05", "2025-11-20"), ("", "Thirteen months later")),
        (("2024-10-20", "2025-11-05"), ("", "Twelve months later")),
        (("2024-10-05", "2024-10-20"), ("", "")),
        (("2024-10", "2024-11"), ("", "")),
        (("2024-01-31", "2024-03-31", "2024-04-30"), ("", "Two months later", "")),
        (("2022-03-04", "2024-03-03"), ("", "Twenty-three months later")),
        (("2022-03-04", "2024-03-04"), ("", "Two years later")),
        (("2020-12-31", "2024-01-02"), ("", "Three years later")),
        (("2020-02-29", "2024-02-28"), ("", "Three years later")),
        (("-0001-07-01", "0002-06-30"), ("", "Two years later")),
        (("1990", "2020-05-01"), ("", "About thirty years later")),
        (("2020", "2024-05-01"), ("", "About four years later")),
        (("195X", "2026-02-20"), ("", "At least sixty-six years later")),
        (("1000", "18XX", "2026-02-20"), ("", "At least 799 years later", "At least 126 years later")),
        (("Y-170000000", "-9699"), ("", "About 170 million years later")),
        (("Y-4567890123", "-9699"), ("", "About 4.57 billion years later")),
        (("2024-01-01", "2024-12-31", "2024-06-01"), ("", "Eleven months later", "")),
    ],
)
def test_a_long_gap_is_said_in_words(edtfs: tuple[str, ...], gaps: tuple[str, ...]) -> None:
    assert gaps_before(dated(*edtfs)) == gaps


def test_a_gap_between_vague_dates_is_at_least_so_long() -> None:
    assert gaps_before(dated("1900", "[1990..1992]"))[1:] == ("At least eighty-nine years later",)


def test_what_lasts_is_measured_to_its_beginning_and_from_its_end() -> None:
    found = gaps_before(dated("1900", "1990/2020", "2025-01-01"))
    assert found == ("", "About ninety years later", "About five years later")
    found = gaps_before(dated("1900-05-01", "1990-05-01/2020-03-02", "2025-03-02"))
    assert found == ("", "Ninety years later", "Five years later")


def test_undated_and_open_dates_measure_nothing() -> None:
    assert gaps_before([event("u", "U"), *dated("../2024", "2026-01-01")]) == ("", "", "")
