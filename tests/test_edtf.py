"""EDTF: what a string means, where it is wrong, and how two values stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import Day, Edtf, EdtfError, relation
from dateline.dates.day import days_in_month, from_ordinal, ordinal

BOUNDS = """
2026                    2026-01-01  2026-12-31
2026-02                 2026-02-01  2026-02-28
2024-02                 2024-02-01  2024-02-29
2026-02-02              2026-02-02  2026-02-02
0000                    0000-01-01  0000-12-31
-0043-03-15             -0043-03-15 -0043-03-15
Y170000002              Y170000002-01-01 Y170000002-12-31
Y-17E7                  Y-170000000-01-01 Y-170000000-12-31
Y3388E2S3               Y338800-01-01 Y338800-12-31
1950S2                  1950-01-01  1950-12-31
199X                    1990-01-01  1999-12-31
19XX                    1900-01-01  1999-12-31
-01XX                   -0199-01-01 -0100-12-31
20X3                    2003-01-01  2093-12-31
XXXX                    0000-01-01  9999-12-31
19                      1900-01-01  1999-12-31
201                     2010-01-01  2019-12-31
2004-XX                 2004-01-01  2004-12-31
2004-1X                 2004-10-01  2004-12-31
2004-02-XX              2004-02-01  2004-02-29
2004-06-2X              2004-06-20  2004-06-29
156X-12-25              1560-12-25  1569-12-25
19XX-02-29              1904-02-29  1996-02-29
15XX-X2                 1500-02-01  1599-12-31
2024-21                 2024-03-01  2024-05-31
2023-24                 2023-12-01  2024-02-29
2024-29                 2024-09-01  2024-11-30
2024-35                 2024-07-01  2024-09-30
2024-38                 2024-05-01  2024-08-31
2024-41                 2024-07-01  2024-12-31
2004-06~-11             2004-06-11  2004-06-11
2019/2021               2019-01-01  2021-12-31
2004-02-01/2005-02      2004-02-01  2005-02-28
1919-XX-02/1919-XX-01   1919-01-02  1919-12-01
2019/..                 2019-01-01  -
2019/                   2019-01-01  -
../2019                 -           2019-12-31
../..                   -           -
[1667,1668,1670..1672]  1667-01-01  1672-12-31
[..1760-12-03]          -           1760-12-03
[1760-12..]             1760-12-01  -
{1960,1961-12}          1960-01-01  1961-12-31
2026-02-02T23:30-05:00  2026-02-02  2026-02-02
"""


@pytest.mark.parametrize("line", BOUNDS.strip().splitlines())
def test_bounds_are_inclusive_days(line: str) -> None:
    text, first, last = line.split()
    value = Edtf.parse(text)
    assert [str(bound) if bound else "-" for bound in (value.earliest, value.latest)] == [first, last]


CANONICAL = """
2004-06~-11         2004-06~-11
2004~-~06-11        2004-06~-11
?2004               2004?
%2001-05            2001%-05
2004?-06?           2004-06?
?2004-06~           2004%-~06
2004-%06-11         2004-%06-11
~-0100/~2020        -0100~/2020~
[1667, 1668 ,1670]  [1667,1668,1670]
"""


@pytest.mark.parametrize("line", CANONICAL.strip().splitlines())
def test_the_same_value_has_one_canonical_text(line: str) -> None:
    text, canonical = (part.strip() for part in line.split("  ", 1))
    assert str(Edtf.parse(text)) == canonical
    assert Edtf.parse(canonical) == Edtf.parse(text)


FAULTS = [
    ("2026-02-31", 8, "February 2026 has 28 days", "Write 2026-02-28, or just 2026-02."),
    ("1999-02-29", 8, "February 1999 has 28 days", "Write 1999-02-28, or just 1999-02."),
    ("2026-13", 5, "there is no month 13",
     "Months are 01 to 12; seasons 21 to 24; quarters 33 to 36."),
    ("2026-31-01", 5, "there is no month 31", "If 31 is the day, write 2026-01-31."),
    ("1999-02-3X", 0, "no day of the calendar fits its X",
     "Write the month alone, or let X stand for days that it has."),
    ("2026-04-00", 8, "days count from 01", "Write 2026-04 for the month."),
    ("2024-21-15", 8, "21 is a season, and a season has no days", "Write 2024-21."),
    ("2024-21-05", 5, "there is no month 21", "If 21 is the day, write 2024-05-21."),
    ("2008/1964", 5, "it ends before it begins", "Write 1964/2008, or correct one of them."),
    ("2026-2-3", 5, "months and days have two digits", "Write 2026-02-03."),
    ("10.11.2026", 0, "its parts are joined by other signs than hyphens",
     "Write year, month, day: 2026-02-28."),
    ("Y1745", 0, "Y is for years of more than four digits", "Write 1745."),
    (" 2020", 0, "it has a space at its edge", "Write 2020."),
    ("٢٠٢٤-02", 0, '"٢" cannot stand in a date', "Write it in figures, as 2026, 2026-02 or 2026-02-28."),
    ("19wtf85", 2, '"w" cannot stand in a date', "Write it in figures, as 2026, 2026-02 or 2026-02-28."),
    ("12 3 2026", 2, "a space cannot stand in a date",
     "Write it in figures, as 2026, 2026-02 or 2026-02-28."),
    ("2026–03–12", 4, '"–" is a dash', "Write hyphens: 2026-03-12."),
    ("n.d.", 0, "it names no day, month or year",
     "Write 2026, 2026-02 or 2026-02-28, or leave the date out."),
    ("", 0, "there is nothing in it", "Write it as 2026, 2026-02 or 2026-02-28."),
    ("-0000", 0, "the year 0 has no sign", "Write 0000; it is 1 BCE."),
    ("~2021?", 0, "two qualifiers stand on one year", "Write 2021%."),
    ("1985/2000/2010", 9, "an interval has one slash", "Write it as 2019/2021 or 2026-02-01/2026-02-03."),
    ("/", 0, "an interval needs at least one end that is known or open", "Write ../.. if both are open."),
    ("[1999", 4, "a set that opens with [ closes with ]", "Write it as [1667,1668]."),
    ("[2025-01..2026]", 10, "the ends of a range in a set have one precision",
     "Write both as years, both as months or both as days."),
    ("[1999,..2000]", 6, "only the first of a set can be open at its start, and the last at its end",
     "Write it as [..1984] or [1667,1760..]."),
    ("2018/2018-23", 5, "one end is a season and the other is not",
     "Write both as seasons, or both as months."),
    ("Y-61000/-2000", 8, "only one end has a year with Y", "Write both with Y, as in Y-61000/Y-2E3."),
    ("2005-07-25/2006-01-01T10:10:10Z", 11, "one end has a time and the other has none",
     "Give both a time, or neither."),
    ("0000-01-03/0000-01", 11, "its end would begin before its start",
     "Write 0000-01-03/0000-01-31, or 0000-01 with X for the day."),
    ("2026-02-02T25:00", 0, "there is no time 25:00", "Hours run to 23, minutes and seconds to 59."),
    ("2026-02-02T10", 0, "its time is not in the form T09:30 or T09:30:00Z",
     "Write T09:30, T09:30:00 or T09:30:00Z."),
    ("2026-02-02T10:00-13:00", 0, "no place on Earth is at -13:00 from UTC",
     "Offsets run from -12:00 to +14:00."),
    ("201X-XX-XXT10:00", 0, "a time needs a day without an X", "Leave out the time, or give the whole day."),
    ("201-05", 0, "a decade, a century or a rounded year has no months", "Write the year with four digits."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "position", "reason", "hint"), FAULTS)
def test_a_fault_is_told_with_place_and_cure(text: str, position: int, reason: str, hint: str) -> None:
    with pytest.raises(EdtfError) as caught:
        Edtf.parse(text)
    error = caught.value
    assert (error.text, error.position, error.reason, error.hint) == (text, position, reason, hint)
    assert str(error) == f'"{text}" is not a date: {reason}.'


def test_a_fault_can_point_into_the_string() -> None:
    with pytest.raises(EdtfError) as caught:
        Edtf.parse("2026-02-31")
    assert caught.value.pointed() == "2026-02-31\n        ^ February 2026 has 28 days"


REFUSED = """
-00 156X-09-31 15XX-02-3X 1960-06-31 1984?? 1999-42 1999-XX-32 2004-(06)% 2016-05-02T01:01:60
2016-05-02T12:00:00-0000 2020-05-01T24:30:00Z 2020-AB XXXX-13-01 Y00001 {2020] [] 20X3-02-29
{1999-01-01,1999-02-30} 2012\\2013 2019-21-05
2000/12-12 [1999,] Y1E5-05-40
"""


@pytest.mark.parametrize("text", REFUSED.split())
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(EdtfError):
        Edtf.parse(text)


KINDS = [
    ("2026-02", "within"), ("2019/2021", "lasting"), ("{1667,1668}", "lasting"), ("[2019..2021]", "within"),
    ("[2024-05-13,2024-05-14]", "one of"), ("2019/..", "lasting"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_between_two_years_is_not_three_years_long(text: str, kind: str) -> None:
    assert Edtf.parse(text).kind == kind


PRECISIONS = [
    ("2026", "year"), ("2026-02", "month"), ("2026-02-02", "day"), ("2026-02-02T10:00", "minute"),
    ("2026-02-02T10:00:00Z", "second"), ("199X", "decade"), ("19XX", "century"), ("2XXX", "millennium"),
    ("XXXX", "age"), ("2024-22", "season"), ("2024-35", "quarter"), ("2024-38", "third"), ("2024-40", "half"),
    ("2004-XX", "year"), ("2004-06-XX", "month"), ("2026-02-02/2026-03", "month"), ("../..", "age"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "precision"), PRECISIONS)
def test_the_precision_is_that_of_the_coarsest_part(text: str, precision: str) -> None:
    assert Edtf.parse(text).precision == precision


QUALIFIERS = [("2004-06?", "?"), ("~2004-06", "~"), ("2004?/2006~", "%"), ("2004", "")]


@pytest.mark.parametrize(("text", "qualifier"), QUALIFIERS)
def test_the_qualifier_of_a_value_is_that_of_all_its_parts(text: str, qualifier: str) -> None:
    assert Edtf.parse(text).qualifier == qualifier


RELATIONS = [
    ("2024-05", "2024-06", "before"), ("2025", "2024-12-31", "after"), ("2024", "2024-06", "contains"),
    ("2024-06", "2024", "during"), ("2024-05/2024-07", "2024-06/2024-08", "undetermined"),
    ("2024", "2024-01/2024-12", "equals"), ("2019/..", "2020", "contains"), ("../2019", "2020", "before"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), RELATIONS)
def test_one_date_is_before_another_only_where_their_bounds_prove_it(a: str, b: str, expected: str) -> None:
    assert relation(Edtf.parse(a), Edtf.parse(b)) == expected


YEARS = st.integers(-20_000, 20_000)
DAYS = st.integers(-4_000_000, 4_000_000).map(from_ordinal)
MARKS = st.sampled_from(["", "?", "~", "%"])


@st.composite
def dates(draw: st.DrawFn) -> str:
    """Any EDTF date, with signs before and after its parts."""
    year = draw(st.sampled_from(["2024", "-0043", "199X", "20X4", "X9XX", "0000"]))
    parts = [draw(MARKS) + year + draw(MARKS)] if draw(st.booleans()) else [year + draw(MARKS)]
    if draw(st.booleans()):
        month = draw(st.sampled_from(["01", "06", "12", "0X", "XX", "21", "33", "41"]))
        parts.append(draw(MARKS) + month + draw(MARKS))
    if len(parts) == 2 and draw(st.booleans()):
        parts.append(draw(MARKS) + draw(st.sampled_from(["01", "29", "3X", "XX", "X1"])) + draw(MARKS))
    return "-".join(parts)


INTERVALS = st.tuples(dates(), dates()).map("/".join)
SETS = st.lists(dates(), min_size=1).map(lambda members: f"[{','.join(members)}]")


@given(st.one_of(dates(), INTERVALS, SETS))
def test_what_is_read_is_written_and_read_again(text: str) -> None:
    try:
        value = Edtf.parse(text)
    except EdtfError:
        return
    again = Edtf.parse(str(value))
    assert again == value
    assert str(again) == str(value)
    assert (again.earliest, again.latest, again.kind) == (value.earliest, value.latest, value.kind)
    assert value.earliest is None or value.latest is None or value.earliest <= value.latest


@given(st.text(alphabet="0123456789-/.XYEST?~%[]{},:+Z ", max_size=24) | st.text(max_size=12))
def test_no_string_raises_anything_but_an_edtf_error(text: str) -> None:
    try:
        Edtf.parse(text)
    except EdtfError as error:
        assert error.text == text
        assert 0 <= error.position <= len(text)
        assert error.reason


@given(DAYS, st.integers(-100_000, 100_000))
def test_days_can_be_counted_over_any_years(day: Day, days: int) -> None:
    assert from_ordinal(ordinal(day)) == day
    assert ordinal(day.plus(days)) - ordinal(day) == days
    assert (day.plus(days).weekday - day.weekday) % 7 == days % 7


@given(DAYS, st.integers(-5000, 5000))
def test_months_on_keep_the_day_or_take_the_last(day: Day, months: int) -> None:
    moved = day.plus_months(months)
    assert moved.year * 12 + moved.month - (day.year * 12 + day.month) == months
    assert moved.day == min(day.day, days_in_month(moved.year, moved.month))


@given(YEARS)
def test_any_year_can_be_written_as_a_day(year: int) -> None:
    assert Edtf.parse(str(Day(year, 3, 15))).earliest == Day(year, 3, 15)
