"""Dates in running text: what is found, in which words, and what is left alone."""

from __future__ import annotations

import pytest

from dateline.dates import find_dates, reasoning
from dateline.dates.sentences import OF_A_HISTORY

PUBLISHED = "1989-11-02"
"""A Thursday."""


def found(text: str, published: str = PUBLISHED, *, whole: bool = False) -> list[str]:
    """Each date as `words = value`."""
    readings = find_dates(text, published, language="en-US", whole=whole)
    return [f"{reading.stated} = {reading.value}" for reading in readings]


NEWS = """
Trading rose yesterday | yesterday = 1989-11-01
Net rose in the third quarter from a year earlier | the third quarter = 1989-35; a year earlier = 1988-35
It will close in the first quarter of next year | the first quarter of next year = 1990-33
for the nine months ended Sept. 30 they rose | Sept. 30 = 1989-09-30
the first nine months were good | the first nine months = 1989-01/1989-09
They expect to finish by year-end | year-end = 1989
It has 5,000 employees; it hired 1,200 in 1988 | 1988 = 1988
sold next Tuesday and Wednesday | next Tuesday = 1989-11-07; Wednesday = 1989-11-08
On Thursday, a day earlier, they had left | Thursday = 1989-11-02; a day earlier = 1989-11-01
On Sunday morning a crowd gathered | Sunday morning = 1989-10-29
It was opened over the weekend | the weekend = 1989-10-28/1989-10-29
The country's 1988 elections and the 1988 Ford strike | 1988 = 1988; 1988 = 1988
After the 1984 and 1988 elections | 1984 = 1984; 1988 = 1988
The 9 a.m. session on Wednesday was moved to 9 a.m. | Wednesday = 1989-11-01; 9 a.m. = 1989-11-01T09:00
His novel “1984” and “1985,” a sequel, came in 1978 | 1978 = 1978
“It began in 1984,” he said | 1984 = 1984
It came in "1984" and was over when she said, "1986." | 1984 = 1984; 1986 = 1986
In 1979 he fled, and in May of that year students marched | 1979 = 1979; May of that year = 1979-05
It lasted until spring 1972, when they left on 30 March | spring 1972 = 1972-21; 30 March = 1972-03-30
He cut his estimate for the year to $2.90 | the year = 1989
“Monday,” he said, was a good day | Monday = 1989-10-30
The last race of the year was run | the year = 1989
It is closed until at least June | June = 1990-06
It has until 5 p.m. Monday to answer | 5 p.m. Monday = 1989-11-06T17:00
It is planned for the spring | the spring = 1990-21
It will recover by midyear | midyear = 1989
Net rose in the year to September | September = 1989-09
It is open Tuesday from 7 a.m. to noon | Tuesday = 1989-10-31; 7 a.m. = 1989-10-31T07:00; noon = 1989-10-31
It lost money in 1988 and will close a plant by the end of the year | 1988 = 1988; the end of the year = 1989
He was arrested in 1984 and will be 56 in September | 1984 = 1984; September = 1990-09
He left at 9 a.m. and returned home Tuesday | 9 a.m. = 1989-11-02T09:00; Tuesday = 1989-10-31
In 1944 they met on Christmas Day | 1944 = 1944; Christmas Day = 1944-12-25
In 1984 she joined the firm that collapsed on Oct. 5 | 1984 = 1984; Oct. 5 = 1989-10-05
In 1984 he was sentenced and was freed on Oct. 5 | 1984 = 1984; Oct. 5 = 1989-10-05
In 1984 he was sentenced, and freed on Oct. 5 | 1984 = 1984; Oct. 5 = 1989-10-05
In 1984 he and his brother were freed on Oct. 5 | 1984 = 1984; Oct. 5 = 1984-10-05
In 1984 dollars it was sold for more in March | March = 1989-03
In 1984 they lost, but on Oct. 5 they won | 1984 = 1984; Oct. 5 = 1989-10-05
She lived there until May | May = 1989-05
It was suspended until May | May = 1990-05
He served in May until June | May = 1989-05; June = 1989-06
The court ruled that the ban stays in force until Friday | Friday = 1989-11-03
The firm, which led the market, is closed until Friday | Friday = 1989-11-03
The coach, who played for Leeds, is banned until May | May = 1990-05
She edited the paper and is on leave until May | May = 1990-05
They will have waited until March | March = 1990-03
The trial was continued until Friday | Friday = 1989-11-03
Prices fell for the third straight month in September | September = 1989-09
He left at 7:30 Friday night | 7:30 Friday night = 1989-10-27T19:30
December delivery fell 1.25 cents | December = 1989-12
Sales rose in May 1988, and for the year were down | May 1988 = 1988-05; the year = 1988
Sales rose in May 1988. Orders for the year were down | May 1988 = 1988-05; the year = 1989
It was the worst since October 1982 | October 1982 = 1982-10
from 2009 to 2011 it grew | 2009 = 2009; 2011 = 2011
between July and October it fell | July = 1989-07; October = 1989-10
from Monday to Wednesday it rained | Monday = 1989-10-30; Wednesday = 1989-11-01
from May to July 1988 it grew | May = 1988-05; July 1988 = 1988-07
It will come in 1990 or 1991 | 1990 = 1990; 1991 = 1991
1861-67 was a bad time | 1861-67 = 1861/1867
in 218 BC he crossed, and by 201 B.C. had lost | 218 BC = -0217; 201 B.C. = -0200
In AD 79 it erupted | AD 79 = 0079
in the 70s and 80s it grew | the 70s = 197X; 80s = 198X
the April unemployment report and its June sales fell | April = 1989-04; June = 1989-06
Earnings for the quarter fell to $3 million | the quarter = 1989-35
profit fell in the first half | the first half = 1989-40
For the day, the index closed down 6 points | the day = 1989-11-02
It came in the spring | the spring = 1989-21
It met at 9:15 and parted | 9:15 = 1989-11-02T09:15
They met on Friday and on 10/14 | Friday = 1989-10-27; 10/14 = 1989-10-14
(1968) is its year | 1968 = 1968
Thanksgiving was quiet | Thanksgiving = 1989-11-23
In nineteen seventy-three nineteen met | nineteen seventy-three = 1973
March 21, 1989 / 10:06 AM, in New York | March 21, 1989 = 1989-03-21; 10:06 AM = 1989-03-21T10:06
It fell at noon, and rose by midafternoon | noon = 1989-11-02; midafternoon = 1989-11-02
It was built in about 1954 | about 1954 = 1954~
Around 1980, it carried about 2000 people | Around 1980 = 1980~
They met tonight, on News Tonight | tonight = 1989-11-02
Last March, 12 people left, and in May, two more | Last March = 1989-03; May = 1989-05
In June 12.5 million came, in July 3 per cent more | June = 1989-06; July = 1989-07
In August, 2000 people went, and by noon on Friday all must | August = 1989-08; noon on Friday = 1989-11-03
Between Oct. 3 and 5, two ships sank | Between Oct. 3 and 5 = 1989-10-03/1989-10-05
On Oct. 5, two sailors were hurt, and on October sixth, one | Oct. 5 = 1989-10-05; October sixth = 1989-10-06
"""
NOTHING = """
The film “Saturday Night Fever” made him a star
He made "Any Given Sunday" and “Friday Night Lights”
“2001: A Space Odyssey” and “A Midsummer Night's Dream” are works
The song “Yesterday” and NBC's “Today” show were on
The Day After Tomorrow is a film
The Tonight Show called
The October Revolution brought them to power
She lives on May Street
She was Miss January
A crowd of 2000 gathered
The index hit its low of 2569
The first quarter ended with the Bears ahead 14-7
The man of the year was named
Yesterday's men have gone
The store opens daily at 9 a.m.
A curfew from 10 p.m. to 5 a.m. is in force
The trains run from 5 a.m. to midnight
Version 10.11.12 and the address 10.11.12.13
The palace was shut for the summer recess
May I go, or may she have to march on?
The March of Dimes held a dinner for Ms. April Jones and August Wilson.
He ran the 1500 metres on Route 2000 in a Boeing 747 at 2010 feet.
He scored in the first half. Temperatures are in the 80s, with highs in the 60s.
It fell to $1.2930 late, at 555-2010, or 6-4, 7-5.
At half-time it was 35-31; the 24-year-old was in his mid-60s.
The first Monday of every month, every other week and each spring.
the Sunday Times, the Mail on Sunday and CBS Sunday Morning
for six months, over the past five years, in recent weeks and in the next few days
strong Christmas and New Year sales, the Christmas trees, and Easter Island
It sold 5 million units in its first weekend.
the fall from grace and the spring of the trap
a year before the war, the day before they left, eight years to the day after
1990s-style music for June-born boys
Flights carried 2010 bags; the Friday Club and 20th Century Fox met; temperatures will reach the 80s.
She sold a 1985 Camry and the 1987 Ford Mustang, and drives a used 1988 Honda.
In the winter months, on a weekend in a year-long row, she was in her thirties and he in his mid-30s.
Any Monday, every 4 July and every July 4, at P.O. Box 1989.
The Easter Rising, the morning after the dance, a May fair.
The third quarter of the game was dull. Shops open on Monday mornings for today's young people.
"""


@pytest.mark.parametrize("line", NEWS.strip().splitlines())
def test_the_dates_of_news_are_found_in_their_own_words(line: str) -> None:
    text, expected = (part.strip() for part in line.split(" | "))
    assert found(text) == expected.split("; ")


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_what_looks_like_a_date_and_is_none_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_stretches_are_whole_for_whom_they_matter() -> None:
    text = "It has stood since August 1988, and must be gone before Monday."
    assert found(text) == ["August 1988 = 1988-08", "Monday = 1989-11-06"]
    assert found(text, whole=True) == ["since August 1988 = 1988-08/..", "before Monday = [..1989-11-05]"]
    assert found("from May to July 1988 it grew", whole=True) == ["from May to July 1988 = 1988-05/1988-07"]
    ended = "for the nine months ended Sept. 30 they rose"
    assert found(ended, whole=True) == ["the nine months ended Sept. 30 = 1989-01/1989-09"]


def test_what_leans_on_a_date_leans_on_the_last_one_that_the_text_named() -> None:
    text = "The quake struck on Oct. 17. Three days later power was back. The next day it rained."
    assert found(text) == [
        "Oct. 17 = 1989-10-17",
        "Three days later = 1989-10-20",
        "The next day = 1989-10-21",
    ]


HISTORY = """
The war lasted from October 1938 to June 1940. On 4 May 1921 a treaty had been signed. On 3 October 1938 the
army crossed the river. Two days later the town fell; on 9 October the staff ordered a retreat. In November
snow stopped them. At 6 a.m. on 12 January 1939 the guns opened fire. That night the bridge was blown up, and
the next morning the cavalry attacked. By the end of the month all was lost. In March the river rose. During
the summer nobody moved. The year ended badly. The following year a conference met; on 11 June peace was made.
"""


def test_a_history_counts_from_the_date_that_it_named_last() -> None:
    dates = [date.partition(" = ")[2] for date in found(HISTORY.replace("\n", " "), "2010-04-14")]
    assert dates == [
        "1938-10", "1940-06", "1921-05-04", "1938-10-03", "1938-10-05", "1938-10-09", "1938-11",
        "1939-01-12T06:00", "1939-01-12", "1939-01-13", "1939-01", "1939-03", "1939-22", "1940",
        "1940-06-11",
    ]  # fmt: skip


def test_one_year_long_ago_is_enough_where_no_word_of_news_stands() -> None:
    text = "The war was fought in 1982. It began on April 2; on June 14 it was over. The next year was quiet."
    assert found(text, "2023-04-10")[1:3] == ["April 2 = 1982-04-02", "June 14 = 1982-06-14"]
    assert found(f"{text} Veterans met Monday.", "2023-04-10")[1] == "April 2 = 2023-04-02"


def test_a_history_is_read_without_a_day_of_publication() -> None:
    readings = find_dates("He was born on 3 May 1921, and left on 9 June.", None)
    assert [str(reading.value) for reading in readings] == ["1921-05-03", "1921-06-09"]


def test_a_history_before_our_era_counts_from_its_years() -> None:
    text = (
        "Peace came in 421 BC. In 415 BC a fleet was sent, and in March it was back; the next year it sank."
    )
    assert found(text, "2010-04-14")[2:] == ["March = -0414-03", "the next year = -0413"]


def test_a_day_of_no_month_in_a_history_is_none() -> None:
    text = "In January 1842 they left; on the 10th they were back. In 1850, on the 12th, they left again."
    assert found(text, "2010-04-14") == ["January 1842 = 1842-01", "the 10th = 1842-01-10", "1850 = 1850"]


def test_today_in_a_history_is_no_day() -> None:
    text = "The fort was built in 1807, and again in 1808. On 9 July 1809 it fell. Today it is a museum."
    assert found(text, "2010-04-14") == ["1807 = 1807", "1808 = 1808", "9 July 1809 = 1809-07-09"]


def test_an_aside_does_not_move_a_history() -> None:
    text = (
        "In May 1917 they dug in, the worst since June 1871 and worse than 1 July 1916. On 9 June it rained."
    )
    assert found(text, "2010-04-14")[-1] == "9 June = 1917-06-09"


def test_news_counts_from_its_day_of_publication_whatever_years_it_names() -> None:
    text = "The firm, founded in 1921 and sold in 1962 and 1983, said Monday it would close in March."
    assert found(text)[3:] == ["Monday = 1989-10-30", "March = 1990-03"]


IN_PASSING = """
The law, passed in 1962 and amended in 1974, takes effect in January | January = 1990-01
The actress, who was born on May 3, 1921, won the title in March | March = 1989-03
He was born on May 3, 1921, and died Tuesday | Tuesday = 1989-10-31
The firm was founded in May 1921 and was sold in April | April = 1989-04
In July 1937 fighting broke out, and in December the capital fell | December = 1937-12
"""


@pytest.mark.parametrize("line", IN_PASSING.strip().splitlines())
def test_a_sentence_of_news_that_names_an_old_date_in_passing_is_no_history(line: str) -> None:
    text, expected = line.split(" | ")
    assert found(text)[-1] == expected


def test_a_clause_about_a_year_counts_from_it_even_in_news() -> None:
    text = "The last raid was in 1983, when a bomb killed two on April 18, officials said Monday."
    assert found(text) == ["1983 = 1983", "April 18 = 1983-04-18", "Monday = 1989-10-30"]


HEADED = """
In 1983 a bomb killed two on April 18 = 1983-04-18, not 1989-04-18
In 1983 a bomb killed two in April = 1983-04, not 1989-04
In 1983 they met on Christmas Day = 1983-12-25, not 1989-12-25
In 1983 they met over the summer = 1983-22, not 1989-22
"""


@pytest.mark.parametrize("line", HEADED.strip().splitlines())
def test_a_date_of_the_year_that_heads_its_sentence_keeps_the_one_nearest_to_publication(line: str) -> None:
    text, expected = line.split(" = ")
    _, reading = find_dates(text, PUBLISHED)
    (other,) = reading.alternatives
    assert f"{reading.value}, not {other.value}" == expected
    assert other.explain() == "The one nearest to publication, but its sentence tells of another year."
    assert reasoning(reading) == OF_A_HISTORY
    assert not reading.explicit


@pytest.mark.parametrize("days", ["Monday ", "May ", "3 May, ", "Mon Tue Wed Thu Fri Sat Sun ", "2024-"])
def test_a_list_of_nothing_but_days_is_read_to_its_end(days: str) -> None:
    listed = days * 600
    assert found(f"{listed}and it rained. It was 4 July 1976 by then.")[-1] == "4 July 1976 = 1976-07-04"
