"""Reading a source's words: from which day, in which place, and what is kept of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dates import (
    Anchor,
    Day,
    Edtf,
    EdtfError,
    Reading,
    edtf_for,
    find_dates,
    label,
    read_phrase,
    read_stated,
    reasoning,
    sort_key,
)


def anchored(published: str, zone: str = "America/New_York", language: str = "en-US") -> Anchor:
    return Anchor(published=Edtf.parse(published), zone=zone, language=language, source="paper")


def read(text: str, published: str = "2026-02-01", sentence: str = "") -> Reading:
    reading = read_phrase(text, anchored(published), sentence=sentence)
    assert reading is not None
    return reading


TENSES = """
Two men were killed by rebels on [Friday]               2024-11-15
The match was abandoned due to rain on [Friday]         2024-11-15
It must be done by [Friday]                             2024-11-22
It must be done by the end of [Friday]                  2024-11-22
He is due to meet them on [Friday]                      2024-11-22
The bill will be signed on [Friday]                     2024-11-22
The bill was signed on [Friday]                         2024-11-15
He said it would close on [Friday]                      2024-11-22
The talks, officials said [Friday], will go on          2024-11-15
On [Friday], the index fell                             2024-11-15
The ship, which arrives soon, was sold on [Friday]      2024-11-15
They proposed [Friday] to wait                          2024-11-15
A meeting is scheduled for [Friday]                     2024-11-22
May had left on [Friday]                                2024-11-15
The need on [Friday]                                    2024-11-22
The trial begins [Friday]                               2024-11-22
It may start as early as [Friday]                       2024-11-22
He was asked whether it could be likened to [Friday]    2024-11-15
The club, beaten at Hull on [Friday], is last           2024-11-15
After losing to Hull [Friday], they need a win          2024-11-15
The figures come after [Friday]'s report                2024-11-15
He is accused of shooting two men [Friday]              2024-11-15
A bus plunge kills nine in Peru [Friday]                2024-11-15
Nobody could be reached [Friday]                        2024-11-22
Officials could not be reached [Friday]                 2024-11-15
He would not say [Friday] whether he would run          2024-11-15
The decision [Friday] to close the plant costs jobs     2024-11-15
They failed to reach a deal [Friday]                    2024-11-15
It helped rebels take the town [Friday]                 2024-11-15
The toll rose to 44 by [Friday]                         2024-11-15
By [Friday], the fire was out                           2024-11-15
They had left by [Friday]                               2024-11-15
The talks continued until [Friday]                      2024-11-15
The talks were continued until [Friday]                 2024-11-22
He was in jail until [Friday]                           2024-11-15
She heard of it on [Friday]                             2024-11-15
Lawmakers return [Tuesday] from their recess            2024-11-26
They won in March and face Hull on [Tuesday]            2024-11-26
Voters in three states go to the polls [Tuesday]        2024-11-26
Schools reopen [Tuesday]                                2024-11-26
The president is meeting leaders [Tuesday]              2024-11-26
The funeral is [Tuesday]                                2024-11-26
It is [Tuesday]'s vote that counts                      2024-11-19
The union has called a strike for [Tuesday]             2024-11-26
They claimed responsibility for [Tuesday]'s attack      2024-11-19
The launch was delayed to [Tuesday] by the weather      2024-11-26
Traders are waiting for [Tuesday]'s figures             2024-11-26
Ahead of [Tuesday]'s vote, both toured the state        2024-11-26
Talks are due to restart on [Tuesday]                   2024-11-26
The pope leaves for Mexico [Tuesday]                    2024-11-26
The fair runs through [Tuesday]                         2024-11-26
Delegates gather [Tuesday] in the town hall             2024-11-26
They threatened to walk out [Tuesday]                   2024-11-26
Lawyers were preparing for [Tuesday]'s hearing          2024-11-26
The Hounds can clinch a Rose Bowl berth [Tuesday]       2024-11-26
The Hounds, who visit Hull [Tuesday], have lost four    2024-11-26
He would resign after [Friday]'s defeat                 2024-11-15
The cause of [Friday]'s blackout is not known           2024-11-15
The mayor, in a speech [Friday], called for calm        2024-11-15
They had been due to fly home [Friday]                  2024-11-15
It was found in milk sold as early as [Friday]          2024-11-15
He told Gov. Brown [Friday]                             2024-11-15
Ayle Corp. reports its results [Tuesday]                2024-11-26
The Herald reports that it fell on [Tuesday]            2024-11-19
[Tuesday] marks a year since they met                   2024-11-26
Most banks are closed [Tuesday]                         2024-11-26
New fees apply beginning [Tuesday]                      2024-11-26
"""


@pytest.mark.parametrize("line", TENSES.strip().splitlines())
def test_the_tense_of_its_clause_decides_which_friday_is_meant(line: str) -> None:
    marked, expected = line.rsplit(maxsplit=1)
    front, weekday, rest = re.split(r"[\[\]]", marked.strip())
    sentence = f"{front}{weekday}{rest}"
    assert edtf_for(weekday, "2024-11-21", sentence=sentence, offset=len(front)) == expected


FLAGSHIP = """
Saturday                2026-01-31
on Sunday               2026-02-01
over the weekend        2026-01-31/2026-02-01
February 2, 2026        2026-02-02
in 2024                 2024
In early 2024           2024
Since 2024              2024/..
in October 2024         2024-10
last month              2026-01
last year               2025
next year               2027
this year               2026
earlier this Sunday     2026-02-01
in January              2026-01
since August            2025-08/..
a year ago              2025~
from December           2025-12
later in the month      2026-02
for 2025                2025
in November             2025-11
in April                2026-04
for six months          -
recently                -
the past five years     -
sometime maybe          -
"""


@pytest.mark.parametrize("line", FLAGSHIP.strip().splitlines())
def test_the_words_of_the_five_articles_are_read(line: str) -> None:
    text, expected = (part.strip() for part in line.split("  ", 1))
    reading = read_phrase(text, anchored("2026-02-01"))
    assert (str(reading.value) if reading else "-") == expected


def test_a_visit_that_is_due_is_in_the_april_to_come() -> None:
    reading = read("in April", "2026-02", "Mr Trump is reportedly due to visit China in April")
    assert str(reading.value) == "2026-04"


def test_today_is_today_where_the_source_was_published() -> None:
    just_after_midnight_utc = "2026-02-01T03:30:00Z"
    assert str(read("today", just_after_midnight_utc).value) == "2026-01-31"
    assert edtf_for("today", "2026-02-01") == "2026-02-01"


def test_a_span_of_days_that_all_give_the_same_date_gives_it() -> None:
    reading = read("reported Saturday", "2026-02-02/2026-02-06")
    assert str(reading.value) == "2026-01-31"
    assert reading.stated == "Saturday"
    assert str(read("last month", "2026-02").value) == "2026-01"


def test_a_span_of_days_that_give_different_dates_gives_all_from_first_to_last() -> None:
    reading = read("was seen yesterday", "2026-02-02/2026-02-04")
    assert str(reading.value) == "[2026-02-01..2026-02-03]"
    assert reading.kind == "within"
    assert reasoning(reading) == (
        "Yesterday is the day before publication. "
        "When it was published is not known better than: 2–4 February 2026."
    )


def test_from_an_open_end_only_dates_written_in_full_are_read() -> None:
    assert read_phrase("Saturday", anchored("2026-02-01/..")) is None
    explicit = read_phrase("early 2024", anchored("2026-02-01/.."))
    assert explicit is not None
    assert explicit.explicit


def test_a_span_of_more_than_a_year_is_too_vague_for_a_weekday() -> None:
    assert read_phrase("last week", anchored("2020/2026")) is None


def test_a_reading_keeps_the_words_the_rule_the_anchor_and_what_it_rejected() -> None:
    reading = read("The Financial Times reported Saturday")
    assert (reading.stated, reading.rule, reading.start, reading.end) == ("Saturday", "bare weekday", 29, 37)
    assert reading.anchor is not None
    assert reading.anchor.source == "paper"
    (other,) = reading.alternatives
    assert str(other.value) == "2026-02-07"
    assert other.explain() == "The one after publication, but “reported” speaks of the past."
    assert reasoning(reading).startswith("A weekday is the day of publication if that is the same weekday.")


def test_words_that_need_no_anchor_keep_none() -> None:
    assert read("10 May 2024").anchor is None
    assert read("March 5").anchor is not None


def test_a_part_narrows_the_bounds_and_not_the_value() -> None:
    reading = read_stated("late March 2024")
    assert (str(reading.value), reading.part) == ("2024-03", "late")
    assert (reading.earliest, reading.latest) == (Day(2024, 3, 21), Day(2024, 3, 31))
    assert str(reading.narrowed) == "2024-03-21/2024-03-31"


NARROWED = [
    ("early 2024", "2024-01/2024-04"), ("late 1990s", "1997/1999"), ("circa mid 20th century", "1934~/1966~"),
    ("2024", "2024"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NARROWED)
def test_a_part_can_be_written_out(text: str, expected: str) -> None:
    assert str(read_stated(text).narrowed) == expected


PARTS = [
    ("early 2024", "2024-01-01", "2024-04-30"), ("mid-2024", "2024-05-01", "2024-08-31"),
    ("late 2024", "2024-09-01", "2024-12-31"), ("mid February 2024", "2024-02-11", "2024-02-20"),
    ("early 1990s", "1990-01-01", "1993-12-31"), ("late 1990s", "1997-01-01", "1999-12-31"),
    ("mid 20th century", "1934-01-01", "1966-12-31"), ("late Q1 2024", "2024-03-01", "2024-03-31"),
    ("early H2 2024", "2024-07-01", "2024-08-31"), ("late summer 2024", "2024-08-01", "2024-08-31"),
    ("the end of the first week of May 2024", "2024-05-03", "2024-05-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "first", "last"), PARTS)
def test_early_middle_and_late_are_thirds(text: str, first: str, last: str) -> None:
    reading = read_stated(text)
    assert (str(reading.earliest), str(reading.latest)) == (first, last)


def test_an_event_in_a_week_did_not_last_it() -> None:
    assert (read("last week").kind, read("last week").precision) == ("within", "week")
    assert (read("over the weekend").kind, read("over the weekend").precision) == ("within", "weekend")
    assert read("from 2019 to 2021").kind == "lasting"


def test_the_south_has_its_spring_in_september() -> None:
    south = Anchor(published=Edtf.parse("2024-11-21"), hemisphere="south")
    reading = read_phrase("last spring", south)
    assert reading is not None
    assert str(reading.value) == "2023-29"


def test_figures_are_never_guessed_silently() -> None:
    assert edtf_for("10/11/2024", "2024-12-01") == "2024-10-11"
    plain = read_phrase("10/11/2024", None)
    assert plain is not None
    assert str(plain.value) == "[2024-10-11,2024-11-10]"
    american = read_phrase("10/11/2024", anchored("2024-12-01"))
    assert american is not None
    assert [str(a.value) for a in american.alternatives] == ["2024-11-10"]


@pytest.mark.parametrize(
    "text",
    ["2026-02-02", "2024?", "[2019..2021]", "31 January 2026", "c. 1980", "early 2024", "May or June 2027"],
)
def test_an_editor_may_write_edtf_or_plain_words(text: str) -> None:
    assert read_stated(text).explicit


@pytest.mark.parametrize("text", ["2026-02-31", "last week", "sometime maybe", "", "March 5"])
def test_an_editor_may_not_write_what_is_no_date_by_itself(text: str) -> None:
    with pytest.raises(EdtfError):
        read_stated(text)


def test_a_month_that_has_no_such_day_is_not_read_as_the_month() -> None:
    assert edtf_for("February 30", "2024-11-21") is None


MORE = """
Easter 2024                         2024-03-31
Orthodox Easter 2024                2024-05-05
Good Friday 2025                    2025-04-18
Thanksgiving last year              2023-11-23
Lunar New Year 2025                 2025-01-29
Lunar New Year 2060                 2060
Memorial Day 2024                   2024-05-27
next Labor Day                      2025-09-01
last Christmas                      2023-12-25
this Thanksgiving                   2024-11-28
two weeks from now                  2024-12-02~/2024-12-08~
a fortnight ago                     2024-11-04~/2024-11-10~
two hours ago                       2024-11-21
a quarter ago                       2024-35~
a century ago                       19XX~
two months after May 2024           2024-07
two quarters before Q3 2024         2024-33
a week after the week of 4 May 2024 2024-05-06/2024-05-12
ten years before 1999               1989
a year after 5 May 2024             2025-05-05
two hours after 5 May 2024          2024-05-05
before May 2024                     [..2024-04]
after 5 May 2024                    [2024-05-06..]
until the end of March 2024         ../2024-03-31
since the third quarter of 2023     2023-35/..
from spring 2023 to June 2024       2023-03-01/2024-06-30
from spring 2023 to summer 2024     2023-21/2024-22
Monday to Friday                    2024-11-18/2024-11-22
from Nov. to March 2024             2023-11/2024-03
from May to now                     2024-05/2024-11-21
6 p.m. EDT                          2024-11-21T18:00-04:00
13 p.m.                             -
25:10 p.m.                          -
the last two weeks of May           2024-05-18/2024-05-31
3² March 2020                       -
5 March² 2020                       -
the second week of last week        2024-11-11/2024-11-17
the fifth Monday of February 2024   -
AD 79                               0079
0 BC                                -
the 1995s                           1995
H3                                  -
"""


@pytest.mark.parametrize("line", MORE.strip().splitlines())
def test_many_other_words_are_read(line: str) -> None:
    text, expected = line.rsplit(maxsplit=1)
    assert (edtf_for(text, "2024-11-21") or "-") == expected


ORDER = [None, "2019/..", "2024-05", "2024", "../2023", "2024-05-03", "2024-05-01", "-0043", "Y-66000000"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.2.2026", "2026-02-04"),
        ("10/11/2024", "2024-11-10"),
        ("2026", "2026"),
        ("in April 2026", "2026-04"),
        ("am 4. Februar 2026", None),
        ("Ende Januar 2026", None),
    ],
)
def test_words_of_another_language_are_no_year_with_a_rest(text: str, value: str | None) -> None:
    reading = read_phrase(text, anchored("2026-02-05", "Europe/Berlin", "de"))
    assert (reading and str(reading.value)) == value


def test_dates_stand_in_one_order_the_undated_last() -> None:
    readings = [read_stated(text) if text else None for text in ORDER]
    ordered = sorted(readings, key=lambda r: sort_key(r, "x"))
    assert [str(r.value) if r else None for r in ordered] == [
        "Y-66000000", "-0043", "2019/..", "../2023", "2024", "2024-05-01", "2024-05", "2024-05-03", None,
    ]  # fmt: skip


def test_a_day_stands_before_the_month_that_begins_on_it() -> None:
    day, month = read_stated("2024-05-01"), read_stated("2024-05")
    assert sort_key(day, "z") < sort_key(month, "a")
    assert sort_key(day, "a") < sort_key(day, "b")


ARTICLE = (
    "The Financial Times reported Saturday that talks began in early 2024. Ford denied it on Sunday; "
    "“CBS Sunday Morning” had asked in November. About 2000 people may march on Washington, the 1990s-style "
    "protest said. It sold 2024 cars last month, up from a year earlier. On 3 April 2025 a deal was signed, "
    "and the next day it was off."
)


def test_dates_are_found_in_running_text_with_their_places() -> None:
    found = find_dates(ARTICLE, "2026-02-02", zone="America/New_York", language="en-US")
    assert [(r.stated, str(r.value)) for r in found] == [
        ("Saturday", "2026-01-31"), ("early 2024", "2024"), ("Sunday", "2026-02-01"), ("November", "2025-11"),
        ("last month", "2026-01"), ("a year earlier", "2025-01"), ("3 April 2025", "2025-04-03"),
        ("the next day", "2025-04-04"),
    ]  # fmt: skip
    assert all(ARTICLE[r.start : r.end] == r.stated for r in found)


NO_DATES = """
They may go.
May I?
She sat in the sun.
He won 6-4, 7-5 at a price of $2000.
The iPhone 14 and Windows 2000
the Sunday Times
Christmas sales
every Monday
for six months
the past five years
a few days ago
recently
a 12-year low
temperatures in the 80s
the 13th floor
the fall of Rome
version 1.2.3
"""


@pytest.mark.parametrize("text", NO_DATES.strip().splitlines())
def test_what_only_looks_like_a_date_is_not_found(text: str) -> None:
    assert find_dates(text, "2024-11-21") == ()


def test_without_a_day_only_dates_written_in_full_are_found() -> None:
    assert [r.stated for r in find_dates("On Monday and on 5 May 2024.", None)] == ["5 May 2024"]


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    for reading in (edtf_for(text, "2024-11-21"), edtf_for(text, None)):
        assert reading is None or Edtf.parse(reading)
    assert all(text[r.start : r.end] == r.stated for r in find_dates(text, "2024-11-21"))


WORDS = """
from to between and since until the of in on or last next this early late mid end week month year day days ago
later before after Monday Friday March May 2024 1999 13 5th third three two a , - / quarter spring weekend
Christmas circa possibly yesterday today now 10:30 p.m. UTC BC 1990s '80s 2024-05-01 7/8/07 every for than
"""


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=9).map(" ".join))
def test_no_row_of_date_words_breaks_the_reader(text: str) -> None:
    reading = read_phrase(text, anchored("2024-11-21"))
    if reading:
        assert Edtf.parse(str(reading.value)) == reading.value
        assert text[reading.start : reading.end] == reading.stated
        assert label(reading)
        assert reading.earliest is None or reading.latest is None or reading.earliest <= reading.latest


NEWS = """
Earnings rose from [the year-earlier quarter] | 1989-11-02 | 1988-35
in [this year's third quarter] | 1989-11-02 | 1989-35
[January through September] sales | 1989-11-02 | 1989-01/1989-09
It runs from [November to February] | 1989-11-02 | 1989-11/1990-02
The measure has been law since [Jan. 1] | 1989-11-02 | 1989-01-01
by [mid-year] | 1989-11-02 | 1989
as of [March 1] | 2013-03-22 | 2013-03-01
[on or before March 31] | 2013-03-22 | ../2013-03-31
[on or after April 1] | 2013-03-22 | [2013-04-01..]
The offer expires [Nov. 22], unless extended | 1989-11-02 | 1989-11-22
[Labor Day weekend] | 1989-09-01 | 1989-09-02/1989-09-03
at [about 5 p.m. Tuesday] he fell | 1998-02-18 | 1998-02-17
[Tuesday at about 5 p.m.] he fell | 1998-02-18 | 1998-02-17T17:00
[before dawn Tuesday] he left | 1998-02-18 | 1998-02-17
[2/15/98] | 1998-02-18 | 1998-02-15
[15-Jan-2003] | 2013-03-22 | 2003-01-15
[Tuesday (Feb 3)] | 1998-02-18 | 1998-02-03
[a year ago Friday] | 2013-03-22 | 2012-03-22
[1996/97] | 1998-02-18 | 1996/1997
[two weeks from Monday] | 1998-02-18 | 1998-03-09
[post-1945] | 1998-02-18 | [1946..]
[over the past year] | 1998-02-18 | -
in [recent weeks] | 1998-02-18 | -
[the last decade] | 1998-02-18 | -
on [the 15th of each month] | 1998-02-18 | -
[the turn of the century] | 1998-02-18 | -
"""


@pytest.mark.parametrize("line", NEWS.strip().splitlines())
def test_what_newspapers_write_is_read(line: str) -> None:
    marked, published, expected = line.split(" | ")
    offset, end = marked.index("["), marked.index("]")
    sentence = marked.replace("[", "").replace("]", "")
    found = edtf_for(marked[offset + 1 : end], published, sentence=sentence, offset=offset)
    assert (found or "-") == expected


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (
            "last Saturday",
            '"last Saturday" is not a date: it counts from the day on which it was said. Write '
            "the date that it came to, as 2026-02-28. If these are the words of a source, give them as what "
            "its citation says.",
        ),
        (
            "sometime maybe",
            '"sometime maybe" is not a date: it names no day, month or year. Write 2026, 2026-02 or '
            "2026-02-28, or leave the date out.",
        ),
        (
            "31/02/2026",
            '"31/02/2026" is not a date: February 2026 has 28 days. Write 2026-02-28, or just 2026-02.',
        ),
        (
            "29 February",
            '"29 February" is not a date: it names no year. Write 2024-02-29, with the year that it was.',
        ),
        (
            "13/13/2026",
            '"13/13/2026" is not a date: there is no month 13. '
            "Months are 01 to 12; seasons 21 to 24; quarters 33 to 36.",
        ),
        (
            "31 April",
            '"31 April" is not a date: April never has more than 30 days. '
            "Write the day that it was, with its year: 2026-02-28.",
        ),
        (
            "31 February 2026",
            '"31 February 2026" is not a date: February 2026 has 28 days. Write 2026-02-28, or just 2026-02.',
        ),
        (
            "March 5",
            '"March 5" is not a date: it names no year. Write 2024-03-05, with the year that it was.',
        ),
        (
            "2024 or so they say",
            '"2024 or so they say" is not a date: only "2024" in it is a date. Write 2024 alone, or the '
            "whole date in figures: 2026-02-28.",
        ),
        (
            "Wednesday 2 February 2026",
            '"Wednesday 2 February 2026" is not a date: 2026-02-02 is a Monday; the nearest Wednesday is '
            "2026-02-04. Write 2026-02-02, if its figures are right, or 2026-02-04.",
        ),
    ],
)
def test_an_editor_is_told_why_words_are_no_date(typed: str, message: str) -> None:
    with pytest.raises(EdtfError) as fault:
        read_stated(typed)
    assert f"{fault.value} {fault.value.hint}" == message


def test_later_in_the_month_is_any_day_of_it_to_come() -> None:
    reading = read("later in the month", "2026-02-01", "figures are due later in the month")
    assert (str(reading.value), str(reading.earliest), str(reading.latest)) == (
        "2026-02", "2026-02-02", "2026-02-28",
    )  # fmt: skip
    assert str(reading.narrowed) == "[2026-02-02..2026-02-28]"
    assert reading.kind == "within"
    assert label(reading) == "later in February 2026"


def test_later_this_year_from_several_days_of_publication_is_what_any_of_them_leaves() -> None:
    reading = read_phrase("later this week", anchored("2026-02-02/2026-02-04"))
    assert reading is not None
    assert (str(reading.earliest), str(reading.latest)) == ("2026-02-03", "2026-02-08")


HEDGES = [
    ("is reportedly due in April", "2026-04?", "April 2026 (reported)"),
    ("could come in April", "2026-04?", "possibly April 2026"),
    ("possibly as early as April", "2026-04?", "possibly April 2026"),
    ("is reportedly due to visit China in April", "2026-04", "April 2026"),
]


@pytest.mark.parametrize(("sentence", "value", "words"), HEDGES)
def test_a_hedge_makes_uncertain_what_it_leads_up_to(sentence: str, value: str, words: str) -> None:
    reading = read("April", "2026-02-01", sentence)
    assert (str(reading.value), label(reading)) == (value, words)


def test_a_fiscal_year_begins_where_the_anchor_says() -> None:
    anchor = Anchor(published=Edtf.parse("2024-11-21"), fiscal_start="10-01")
    year, quarter = read_phrase("fiscal 2025", anchor), read_phrase("the fiscal third quarter", anchor)
    assert year is not None
    assert str(year.value) == "2024-10/2025-09"
    assert quarter is not None
    assert str(quarter.value) == "2024-04/2024-06"


FISCAL = [
    ("fiscal 2025", "01-01", "2025-01/2025-12"),
    ("fiscal 2025", "04-06", "2024-04-06/2025-04-05"),
    ("the first quarter of fiscal 2025", "10-01", "2024-10/2024-12"),
    ("the current fiscal year", "10-01", "2024-10/2025-09"),
    ("last fiscal year", "10-01", "2023-10/2024-09"),
    ("fiscal 2025", "02-29", "2025~"),
    ("fiscal 2025", "October", "2025~"),
]


@pytest.mark.parametrize(("words", "begins", "value"), FISCAL)
def test_a_fiscal_year_bears_the_name_of_the_year_in_which_it_ends(
    words: str, begins: str, value: str
) -> None:
    reading = read_phrase(words, Anchor(published=Edtf.parse("2024-11-21"), fiscal_start=begins))
    assert reading is not None
    assert str(reading.value) == value


ZONES = [
    ("9 a.m. CST", "America/Chicago", "2024-11-21T09:00-06:00"),
    ("9 a.m. CST", "Asia/Shanghai", "2024-11-21T09:00+08:00"),
    ("9 a.m. CST", "Europe/Berlin", "2024-11-21T09:00"),
    ("9 a.m. IST", "Asia/Kolkata", "2024-11-21T09:00+05:30"),
    ("9 a.m. ET", "Europe/Berlin", "2024-11-21T09:00-05:00"),
    ("9 a.m. ET on 5 July 2024", "Europe/Berlin", "2024-07-05T09:00-04:00"),
]


@pytest.mark.parametrize(("text", "zone", "value"), ZONES)
def test_a_zone_of_several_names_is_that_of_the_sources_country(text: str, zone: str, value: str) -> None:
    reading = read_phrase(text, Anchor(published=Edtf.parse("2024-11-21"), zone=zone))
    assert reading is not None
    assert str(reading.value) == value


RUNNING = [
    ("Arsenal won 2-1 on Saturday, 6-4 on penalties", ["Saturday"]),
    ("USA Today and the Today show reported it", []),
    ("20th Century Fox; a man in his mid-60s; call 555-2010; the Nasdaq closed at 2010", []),
    ("ROME, Feb. 1 - The Pope said Monday", ["Feb. 1", "Monday"]),
    ("open from 9 a.m. to 5 p.m. Sunday", ["from 9 a.m. to 5 p.m. Sunday"]),
    ("Easter Island, the fall of Rome and Windows 2000", []),
]


@pytest.mark.parametrize(("text", "stated"), RUNNING)
def test_running_text_gives_its_dates_and_no_others(text: str, stated: list[str]) -> None:
    assert [reading.stated for reading in find_dates(text, "2024-11-21", language="en-US")] == stated


@pytest.mark.parametrize(
    "text", ["1\u200f2 Mar\u00adch 2020", "\u206612\u2069 March 2020", "12 Ma\0rch 20\ufeff20"], ids=ascii
)
def test_signs_that_nobody_sees_are_no_part_of_a_date_and_stay_in_its_words(text: str) -> None:
    sentence = f"\u200eIt fell\u200b on {text}, they say."
    (found,) = find_dates(sentence, "2024-11-21")
    assert str(found.value) == "2020-03-12"
    assert sentence[found.start : found.end] == found.stated == text.removeprefix("\u2066")
    read = read_phrase(text, None, sentence=sentence, offset=sentence.index(text))
    assert read and read.value == found.value


FAR = "9" * 5000


@pytest.mark.parametrize(
    "text",
    [
        f"{FAR} years ago",
        "999999999999999 years ago",
        "999999999999 billion years ago",
        f"Y{FAR}",
        "Y1E13",
        "Y17E99999",
        f"in {FAR}",
    ],
    ids=lambda text: text[:20],
)
def test_a_number_beyond_all_dates_is_none(text: str) -> None:
    """Neither a traceback nor a year that no axis can be drawn for: hostile pages are read, too."""
    assert edtf_for(text, "2026-01-01") is None
    assert find_dates(f"It began {text}, they say.", "2026-01-01") == ()
    with pytest.raises(EdtfError):
        Edtf.parse(text)


def test_what_is_counted_from_a_date_is_as_explicit_as_that_date() -> None:
    anchor = Anchor(published=Edtf.parse("2025-10-16"), language="en-GB")
    for year, explicit in (("", False), (" 2025", True)):
        sentence = f"On 12 October{year} the mayor resigned. Three days later the council voted."
        found = read_phrase("Three days later", anchor, sentence=sentence, offset=sentence.index("Three"))
        assert found is not None and (str(found.value), found.explicit) == ("2025-10-15", explicit)
