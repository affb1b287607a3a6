"""Every rule of the date grammar reads its own examples, and only those that it should."""

from __future__ import annotations

import pytest

from dateline.dates import Anchor, Edtf, find_dates, read_phrase
from dateline.dates.examples import Example, _example, examples_of, shown
from dateline.dates.rules import RULES

EXAMPLES = [example for rule in RULES for example in examples_of(rule)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}: {e.text} {e.language} {e.published}")
def test_a_rule_reads_its_examples(example: Example) -> None:
    reading = read_phrase(example.text, example.anchor, sentence=example.sentence, offset=example.offset)
    assert shown(reading) == example.expected
    assert reading is None or reading.rule == example.rule


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_an_element_of_a_pattern_is_one_category_or_words() -> None:
    """With both, the rule's function would not know what it is handed."""
    elements = {element for rule in RULES for element in rule.pattern.split() if "|" in element}
    assert not [element for element in elements if element != element.lower()]


EDGES = """
It fell on 4 May 1941. On 6 June it rose, and [the next day] it burned @ 2012-03-15 = 1941-06-07
They met on 4 May 1941. In June they parted; [that winter] they met again @ 2012-03-15 = 1941-24
It began in May 1941. The following year it grew, and [on 3 July] it ended @ 2012-03-15 = 1942-07-03
[Chinese New Year] @ 1900-05-05 = no date
will meet at [Christmas] @ 2024-05-05 = 2024-12-25
met at [Christmas] @ 2024-05-05 = 2023-12-25
[Chinese New Year 1900 weekend] @ 2024-05-05 = 1900
rose in 1988, and by [the end of the year] fell @ 1989-11-02 = 1988, late
rose in 1988, and [later in the year] fell @ 1989-11-02 = 1988
[later this decade] = 202X
[later this fortnight] = no date
[next millennium] @ 9500-01-01 = no date
[last day] = no date
[last fortnight] = no date
will open in [the spring] @ 2024-07-01 = 2025-21
opened in [the spring] @ 2024-07-01 = 2024-21
[the spring] @ 2024-07-01 = 2024-21
[the fiscal fifth quarter] = no date
[the third half of the 1990s] = 199X
[the first half of the 1990s] = 1990/1994
[the second half of the 20th century] = 1950/1999
[the week ended Friday] @ 1989-11-02 = 1989-10-21/1989-10-27
[the sixth weekend of May 2024] = 2024-05
[the fortieth day of May 2024] = 2024-05
[the first 40 days of May 2024] = 2024-05
[the first two weeks] = no date
[the first eighteen months] = no date
will rise in [the first nine months] @ 2024-02-01 = 2024-01/2024-09
[the eleventh decade of the 20th century] = 19XX
[the remainder of 1998] @ 2024-02-01 = 1998
[from May 2024 to March 2024] = no date
[the latter May] = 2024-05, late
[1667 and 1666] = no date
[May 12 or 3] = no date
[30-31 February 2024] = no date
[the first six months of 2024] = 2024-40
[the last six months of 2024] = 2024-41
[the last four months of 2024] = 2024-09/2024-12
[the first two quarters of 2024] = 2024-40
[the first five quarters of 2024] = 2024
[eighteen hundred and forty-eight] = 1848
[two thousand five hundred] = 2500
[13:60 on 5 May 2024] = 2024-05-05
[0 p.m. on 5 May 2024] = 2024-05-05
[12:30 in the evening] = 2024-11-21T12:30
[not earlier than May 2024] = [2024-05..]
[no sooner than May 2024] = [2024-05..]
[not until March 2024] = [2024-03..]
[not prior to May 2024] = [2024-05..]
[no later than 1 May 2024] = ../2024-05-01
[not after May 2024] = ../2024-05
[44-50 BC] = no date
[from 14 to 44 BC] = no date
[between 44 and 50 BC] = no date
[5-1 May 2024] = no date
[May 5-1, 2024] = no date
[between the 23rd and 21st] = no date
fell in spring 1941, and [that autumn] = 1941-23
fell in February 1943, and [that winter] = 1942-24
fell in July 1943, and [that December] = 1943-12
fell in July 1943 after [the previous autumn] = 1942-23
fell in July 1943 after [the previous March] = 1943-03
fell in July 1943, and [later that year] = 1943
fell in July 1943, and [early the next year] = 1944, early
fell on 3 July 1943, and [six months later] = 1944-01
fell in mid-March 1944; [three years earlier] = 1941
the night of [24/25 August 2024] = 2024-08-24/2024-08-25
[the summer months of 1943] = 1943-22
[a weekend] = no date
for [the week] ended Nov. 17 = no date
The landings began on 6 June 1944, and by [25 August] Paris was free = 1944-08-25
[a summer] = no date
[winter months] = no date
[the year-long] = no date
[her thirties] = no date
[the winter months of 1943] = 1943-24
[FY98] @ 1998-02-13 = 1998~
['02] @ 1998-02-13 = 2002
[the corresponding 2023 quarter] = 2023
[the previous autumn] = 2023-23
[from the 23rd to the 4th of this month] = no date
[between June 5 and June 1, 2025] = no date
[from May 5 to May 1, 2024] = no date
[from May 5, 2024 to May 1] = no date
[from December 28 to January 3] = 2024-12-28/2025-01-03
"""
"""Beyond what the examples show; where not all the words are a date, the longest one in them is."""


@pytest.mark.parametrize("line", EDGES.strip().splitlines())
def test_words_at_the_edge_of_a_rule_give_what_they_say_and_no_more(line: str) -> None:
    example = _example("", line)
    reading = read_phrase(example.text, example.anchor, sentence=example.sentence, offset=example.offset)
    assert shown(reading) == example.expected


OTHERWISE = """
not Monday
not on Monday
never in 2024
it wasn’t on Monday
not Monday but Tuesday
not only Monday
instead of Monday
a 2015 Camry
the 2024 F-150
the 2024 Ford Explorer
Monday and Wednesday
Monday, Tuesday and Thursday
on Monday and again on Wednesday
on Monday and in March 2024
rather than Monday
other than Monday
except Monday
any day but Monday
1500 hours Monday
in 2000 years
in May 2024 and 2025
in 2024, 2025 and 2026
March 3, 20256
1 January 0
May 5-1
the 32nd of May
32 May 2024
"""


@pytest.mark.parametrize("text", OTHERWISE.strip().splitlines())
def test_a_date_that_the_words_around_it_change_is_not_read_as_if_they_were_not_there(text: str) -> None:
    anchor = Anchor(published=Edtf.parse("2024-11-21"))
    assert read_phrase(text, anchor) is None
    assert read_phrase(f"\u200b{text}".replace(" ", "\u200b \u2060"), anchor) is None


UNCHANGED = """
The Financial Times reported Saturday = 2024-11-16
said so on Monday, and may close the plant = 2024-11-18
but on Monday it was withdrawn = 2024-11-18
said no on Monday = 2024-11-18
could not on Saturday confirm that it had been sold = 2024-11-16
could not do it, Ford said Monday = 2024-11-18
Ford was not in talks in 2024 = 2024
other officials said on Saturday that talks continue = 2024-11-16
Police arrested 12 Saturday = 2024-11-16
March 3, 2024, 12 people died = 2024-03-03
in 2024, and 2000 people came = 2024
opened on May 5, 2024 and 20 people came = 2024-05-05
without a deal by Monday = ../2024-11-25
the 2006 Ford strike = 2006
in 2008 Ford lost = 2008
called for a strike on Saturday = 2024-11-23
a hearing set for Saturday = 2024-11-23
The show celebrates its birthday in January = 2025-01
on Monday instead of Tuesday = 2024-11-18
on Monday rather than Tuesday = 2024-11-18
on Monday, not Tuesday = 2024-11-18
On Monday, 5 people were killed = 2024-11-18
On Monday 5 people were killed = 2024-11-18
On Monday five people were killed = 2024-11-18
on Monday 18 in the afternoon = 2024-11-18
met minutes after each other Friday = 2024-11-15
He will be 19 in March = 2025-03
The boy turned six last month = 2024-10
It began more than two years ago = 2022~
"""


@pytest.mark.parametrize("line", UNCHANGED.strip().splitlines())
def test_a_date_inside_a_longer_quotation_is_read(line: str) -> None:
    text, expected = line.split(" = ")
    anchor = Anchor(published=Edtf.parse("2024-11-21"))
    for written in (text, f"\u200b{text}".replace(" ", "\u200b \u2060")):
        reading = read_phrase(written, anchor)
        assert reading is not None
        assert str(reading.value) == expected


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("It was not Monday but Tuesday that they met.", ["Tuesday"]),
        ("They never in 2024 spoke of it.", []),
        ("It opens no earlier than Monday.", ["no earlier than Monday"]),
        ("He said no on Monday.", ["Monday"]),
        ("In 2000 years nothing has changed.", []),
    ],
)
def test_a_date_that_is_denied_is_not_found(text: str, stated: list[str]) -> None:
    assert [date.stated for date in find_dates(text, "2024-11-21")] == stated
