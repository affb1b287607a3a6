"""Every date has words that a reader can read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import Anchor, Edtf, EdtfError, label, read_phrase

LABELS = """
2026-02-02                  2 February 2026
2026-02                     February 2026
2026                        2026
0079                        AD 79
0000                        1 BCE
-0043                       44 BCE
-0043-03-15                 15 March 44 BCE
199X                        1990s
-004X                       40s BCE
19XX                        20th century
-01XX                       2nd century BCE
2XXX                        3rd millennium
-2XXX                       3rd millennium BCE
XXXX                        year unknown
20X3                        a year 20X3
201                         2010s
2024-21                     spring 2024
2023-24                     winter 2023–24
1999-24                     winter 1999–2000
-0043-24                    winter 44 BCE–43 BCE
2024-30                     summer 2024–25 (southern)
2024-35                     third quarter of 2024
2025-38                     May–August 2025
2025-40                     first half of 2025
2024-05-02/2024-05-05       2–5 May 2024
2024-04-30/2024-05-02       30 April – 2 May 2024
2023-12-31/2024-01-02       31 December 2023 – 2 January 2024
2024-05-02~/2024-05-05~     c. 2–5 May 2024
2024-05/2024-07             May–July 2024
2024-05/2024-05             May 2024
2019/2021                   2019–2021
1980~/2004-06               c. 1980 – June 2004
2024-11-11/2024-11-11       11 November 2024
2019/..                     since 2019
../2024-05                  until May 2024
2019/                       2019 to an unknown date
/2019                       an unknown date to 2019
../..                       always
1980~                       c. 1980
2026-04?                    possibly April 2026
1980%                       possibly c. 1980
1950S2                      c. 1950
2004-06~-11                 11 June 2004 (year approximate, month approximate)
?2004-06-11                 11 June 2004 (year uncertain)
[2024-05-13,2024-05-14]     13 or 14 May 2024
[1667,1760-12]              1667 or December 1760
[2019..2021]                between 2019 and 2021
[..1984]                    1984 or earlier
[1984..]                    1984 or later
{1667,1668,1670..1672}      1667, 1668 and 1670–1672
2004-06-XX                  some day in June 2004
2004-XX                     some month of 2004
2004-XX-XX                  some day of 2004
2004-1X                     October–December 2004
156X-12-25                  25 December, 1560s
XXXX-12                     December, year unknown
Y-13800000000               13.8 billion years ago
Y-66000000                  66 million years ago
Y-12000                     12,001 BCE
Y12000                      12,000
2026-02-02T09:30Z           2 February 2026, 09:30 UTC
2026-02-02T09:30:00-05:00   2 February 2026, 09:30 UTC−05:00
2026-02-02T09:30            2 February 2026, 09:30
"""


@pytest.mark.parametrize("line", LABELS.strip().splitlines())
def test_a_value_has_these_words(line: str) -> None:
    text, words = (part.strip() for part in line.split("  ", 1))
    assert label(Edtf.parse(text)) == words


AMERICAN = [
    ("2026-02-02", "Monday, February 2, 2026"),
    ("2024-05-02/2024-05-05", "May 2–5, 2024"),
    ("2024-04-30/2024-05-02", "April 30 – May 2, 2024"),
    ("[2024-05-13,2024-05-14]", "May 13 or 14, 2024"),
    ("XXXX-12-25", "December 25, year unknown"),
]


@pytest.mark.parametrize(("text", "words"), AMERICAN)
def test_the_month_may_come_before_the_day(text: str, words: str) -> None:
    assert label(Edtf.parse(text), order="month-day", weekday=True) == words


def test_a_label_may_be_short_or_name_the_weekday() -> None:
    day = Edtf.parse("2026-02-02")
    assert label(day, weekday=True) == "Monday 2 February 2026"
    assert label(day, weekday=True, short=True) == "Mon 2 Feb 2026"


PHRASES = [
    ("last week", "week of 11 November 2024"),
    ("three weeks ago", "c. week of 28 October 2024"),
    ("late last week", "late in the week of 11 November 2024"),
    ("mid last week", "middle of the week of 11 November 2024"),
    ("last weekend", "16–17 November 2024"),
    ("early 2024", "early 2024"),
    ("mid-2024", "mid-2024"),
    ("circa mid 1995", "c. mid-1995"),
    ("the early 20th century", "early 20th century"),
    ("late March 2024", "late March 2024"),
    ("by summer 2027", "by summer 2027"),
    ("no later than Friday", "by 22 November 2024"),
    ("until summer 2027", "until summer 2027"),
    ("by the third quarter of 2027", "by the third quarter of 2027"),
    ("since the second half of 2023", "since the second half of 2023"),
    ("by the 2030s", "by the 2030s"),
    ("early in the third quarter of 2024", "early in the third quarter of 2024"),
]


@pytest.mark.parametrize(("phrase", "words"), PHRASES)
def test_a_reading_has_the_words_that_edtf_lacks(phrase: str, words: str) -> None:
    reading = read_phrase(phrase, Anchor(published=Edtf.parse("2024-11-21")))
    assert reading is not None
    assert label(reading) == words


@given(st.text(alphabet="0123456789-/.XYES?~%[]{},:T+Z", max_size=20))
def test_whatever_is_a_date_has_a_label(text: str) -> None:
    try:
        value = Edtf.parse(text)
    except EdtfError:
        return
    assert label(value).strip()
    assert label(value, order="month-day", weekday=True, short=True).strip()
