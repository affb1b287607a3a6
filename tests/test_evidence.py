"""Where a quotation stands, how exactly, and what is nearest when it does not."""

from __future__ import annotations

import pytest

from dateline.evidence import Found, Missing, Several, Text, find
from dateline.evidence.beside import negation_beside
from dateline.evidence.matching import holds
from dateline.evidence.nearest import nearest
from dateline.evidence.pieces import fault_between

SOURCE = """\
Harbour Line is not planning to end its ferry service, the company said on Tuesday.

“This report is simply untrue. There is nothing behind it,” Jon Marsh said. Northern Sail added that it “does
not operate passenger ships and is not negotiating to do so”.

The Courier reported that Harbour Line would sell four of its eleven ships for $2.4 billion this year. Marsh
said the US market couldn’t be ruled out; it may bring 12% of sales, and non-binding talks go on — for now.

“For us, [the weather] has been a worry,” he said, calling the line “unsinkable”. The council approved the
timetable in May. Winter traffic was never better, the council said. Winter traffic is 40 years old. The
council said no more. Harbour Line’s owners met on 14 March 2025–26. He denied that
it had sold ships, and left. Ford may build the plant. He said Northern Sail would pay US$5 million,
or two million in all, for 3+ years and >20 berths. Will the US owners sell them? Nobody at the Courier
knew the plan-
ning rules, nor the non-
binding vote. « We are done… » he said.
"""

ACCEPTED = [
    ("Harbour Line is not planning to end", "exact"),
    ("“This report is simply untrue.", "exact"),
    ('"This report is simply untrue.', "typographic"),
    ("non‑binding talks go on – for now", "typographic"),
    ("SELL FOUR OF ITS ELEVEN SHIPS", "typographic"),
    ("the Courier reported that", "edges"),
    ("the company said on Tuesday,", "edges"),
    ("‘this report is simply untrue’", "edges"),
    ("Harbour Line is not … its ferry service", "elided"),
    ("Harbour Line is not [...] its ferry service", "elided"),
    ("… would sell four of its eleven ships …", "elided"),
    ("There is nothing behind it . . . Jon Marsh said", None),
    ("[the weather] has been a worry", "exact"),
    ("[Northern Sail] does not operate passenger ships", "editorial"),
    ("would sell four [big ships] for $2.4 billion", None),
    ("would sell four of [the line’s] ships for $2.4 billion", None),
    ("the company [Harbour Line] said on Tuesday", "editorial"),
    ("[t]his report is simply untrue", "editorial"),
    ("sell four of its eleven ship[s] for", "editorial"),
    ("is not plan[ning] to end", "editorial"),
    ("approve[s] the timetable in May", "editorial"),
    ("the council … approved [its] timetable in May", None),
    ("unsinkable", "exact"),
    ("“unsinkable”", "exact"),
    ("Unsinkable,", "edges"),
    ("would sell four [sic] of its eleven ships", "editorial"),
    ("knew the planning rules, nor the non-binding vote", "typographic"),
    ("knew the plan- ning rules", "typographic"),
    ("“We are done ...” he said", "typographic"),
    ("NORTHERN SAIL ADDED that it “does not operate", "typographic"),
    ("[Northern Sail] had sold ships, and left", "editorial"),
    ("[the company] may bring 12% of sales", "editorial"),
    ("that it [has] sold ships, and left", "editorial"),
    ("Harbour Line [was] not planning to end", "editorial"),
    ("Harbour Line is not planning to end [Harbour Line’s] ferry service", "editorial"),
    ("Northern Sail added that [Northern Sail] “does not operate", "editorial"),
    ("Will the US owners [of Northern Sail] sell them?", "editorial"),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "match"), [case for case in ACCEPTED if case[1]])
def test_a_quotation_is_found_at_its_level(quote: str, match: str) -> None:
    found = find(quote, SOURCE)
    assert isinstance(found, Found)
    assert found.match == match


REFUSED = [
    ("Harbour Line is planning to end", "absent"),
    ("Harbour Line is … planning to end its ferry", "absent"),
    ("binding talks go on", "absent"),
    ("the US market could", "absent"),
    ("said the us market couldn’t be ruled", "absent"),
    ("it May bring 12% of sales", "absent"),
    ("ships for $2", "absent"),
    ("4 billion this year", "absent"),
    ("2.4 billion this year", "absent"),
    ("it may bring 12", "absent"),
    ("met on 14 March 2025", "absent"),
    ("simply untrue? There is nothing", "absent"),
    ("This report is simply untrue?", "absent"),
    ("[Northern Sail] would sell four of its eleven ships", "absent"),
    ("[The company] would sell four of its eleven ships", "absent"),
    ("There is nothing behind it … Northern Sail added that", "absent"),
    ("would sell [nine] of its eleven ships", "absent"),
    ("would [not] sell four of its eleven ships", "absent"),
    ("is [now] planning to end its ferry", "absent"),
    ("said on [Monday] “This report is", "absent"),
    ("“For us, [the sea] has been a worry", "absent"),
    ("Harbour … Line … ships", "absent"),
    ("Winter traffic was … 40 years old", "absent"),
    ("The council said … met on 14 March", "absent"),
    ("He denied … it had sold ships", "absent"),
    ("… it had sold ships, and left", "exact"),
    ("he could[n’t] be ruled out", "absent"),
    ("timetable", "short"),
    ("Harbour Line", "short"),
    ("", "short"),
    ("…", "short"),
    ("four five six seven eight", "absent"),
    ("Ford … build the plant.", "absent"),
    ("Ford [will] build the plant", "absent"),
    ("He said … would pay US$5 million", "absent"),
    ("[Ford and Xiaomi] may build the plant", "absent"),
    ("[They] may build the plant", "absent"),
    ("[it] may build the plant", "absent"),
    ("[The firm] would sell four of its eleven ships", "absent"),
    ("Harbour Line [secretly] would sell four", "absent"),
    ("Harbour Line would [simply] sell four", "absent"),
    ("four of its eleven [stolen] ships", "absent"),
    ("the [janitor] said on Tuesday", "absent"),
    ("This [forgery] is simply untrue", "absent"),
    ("This [unsinkable report] is simply untrue", "absent"),
    ("added that [Toyota] “does not operate", "absent"),
    ("[Toyota] may bring 12% of sales", "absent"),
    ("[A rival of the company] may build the plant", "absent"),
    ("Northern Sail [rival] added that", "absent"),
    ("Harbour Line [imagined] not planning", "absent"),
    ("Harbour Line [has] not planning", "absent"),
    ("added that [?] “does not operate", "absent"),
    ("the company [the] said on Tuesday", "absent"),
    ("would pay US", "absent"),
    ("$5 million, or two", "absent"),
    ("would pay US$5", "absent"),
    ("million in all, for 3+", "absent"),
    ("two million in all, for 3", "absent"),
    ("20 berths. Will the US", "absent"),
    ("Will the US owners sell them.", "absent"),
    ("Will the us owners sell them?", "absent"),
    ("knew the plan ning rules", "absent"),
    ("simply untrue. There is nothing … will … sell them", "absent"),
    ("Ford may build … two million in all", "absent"),
]


@pytest.mark.parametrize(("quote", "why"), [case for case in REFUSED if case[1] != "exact"])
def test_what_the_source_does_not_say_is_refused(quote: str, why: str) -> None:
    found = find(quote, SOURCE)
    assert isinstance(found, Missing)
    assert found.why == why


def test_whoever_speaks_may_be_named_or_become_he_and_they() -> None:
    source = "“We have our own doubts, and I said so,” Mr Farley wrote of Ford. He left when they did."
    for quote in ("[They] have our own doubts", "[Ford has] our own doubts", "and [he] said so"):
        found = find(quote, source)
        assert isinstance(found, Found), quote
        assert found.match == "editorial"
    assert isinstance(find("[She] said so", source, suffix=","), Missing)
    assert isinstance(find("[They] left when they did", source), Missing), "one pronoun for another"
    assert isinstance(find("[Xiaomi has] our own doubts", source), Missing)
    assert isinstance(find("[Ford is] building a plant", "Ford said: “It’s building a plant.”"), Found)


def test_a_quotation_that_stands_twice_needs_its_context() -> None:
    source = "On Monday he said that he would go. On Friday she said that he would go. “Why?” he asked."
    twice = find("said that he would go", source)
    assert isinstance(twice, Several)
    assert [place.start for place in twice.places] == [13, 50]
    assert find("said that he would go", source, prefix="she") == Found("exact", 50, 71)
    assert find("said that he would go", source, suffix=". On Friday") == Found("exact", 13, 34)
    assert find("said that he would go", source, prefix="they") == Missing(
        nearest("said that he would go", Text(source)), "context"
    )


def test_the_more_exact_of_two_places_is_meant() -> None:
    source = "HARBOUR LINE SELLS SHIPS. Yesterday harbour line sells ships was the headline."
    assert find("HARBOUR LINE SELLS SHIPS", source) == Found("exact", 0, 24)


def test_a_short_quotation_needs_quotation_marks_or_its_context() -> None:
    assert find("untrue", SOURCE) == Missing(nearest("untrue", Text(SOURCE)), "short")
    assert isinstance(find("untrue", SOURCE, prefix="simply"), Found)
    assert isinstance(find("unsinkable", SOURCE), Found)


def test_a_negation_beside_the_quotation_is_seen() -> None:
    for quote, before, after in [
        ("planning to end its ferry", "not", ""),
        ("is not planning", "", ""),
        ("This report is simply", "", ""),
    ]:
        found = find(quote, SOURCE)
        assert isinstance(found, Found)
        assert negation_beside(SOURCE, found.start, found.end) == (before, after)
    assert negation_beside("whether or not, who knows", 0, 10) == ("", "not")
    assert negation_beside("He didn’t go there", 10, 18) == ("didn’t", "")
    assert negation_beside("Is it? No. He went there", 11, 24) == ("", "")


def test_more_than_ten_places_are_not_counted() -> None:
    many = find("the same old words", "the same old words again; " * 40)
    assert isinstance(many, Several)
    assert len(many.places) == 10


NEAREST = [
    ("would sell five of its eleven ships", "number", "five", "four"),
    ("ships for $2.5 billion this year", "number", "2.5", "2.4"),
    ("owners met on 14 March 2025–27.", "number", "2025–27", "2025–26"),
    ("Harbour Line is planning to end", "negation", "is planning", "is not planning"),
    ("The council approved the timetable in June.", "date", "June", "May"),
    ("The Herald reported that Harbour Line", "name", "Herald", "Courier"),
    ("approved the schedule in May", "other", "schedule", "timetable"),
]


@pytest.mark.parametrize(("quote", "kind", "wrote", "reads"), NEAREST)
def test_the_nearest_passage_shows_what_differs(quote: str, kind: str, wrote: str, reads: str) -> None:
    near = nearest(quote, Text(SOURCE))
    assert near is not None
    assert (near.kind, near.wrote, near.reads) == (kind, wrote, reads)
    assert SOURCE[near.offset :].startswith(near.passage)


@pytest.mark.parametrize(
    ("quote", "kind"),
    [
        ("made her final crossing on Friday", "other"),
        ("and comes back last Friday", "date"),
        ("and comes back Friday", "date"),
        ("made her last crossing on Monday", "date"),
    ],
)
def test_last_and_next_are_of_a_date_only_before_one(quote: str, kind: str) -> None:
    near = nearest(quote, Text("The boat made her last crossing on Friday, and comes back next Friday."))
    assert near is not None
    assert near.kind == kind


def test_the_nearest_passage_is_whole_words_from_the_first_to_the_last() -> None:
    near = nearest("The Herald reported that Harbor Line would sell four", Text(SOURCE))
    assert near is not None
    assert near.passage == "The Courier reported that Harbour Line would sell four"


def test_each_difference_is_told_of() -> None:
    near = nearest("Northern Sail said that it does not operate cargo ships", Text(SOURCE))
    assert near is not None
    assert [(each.wrote, each.source) for each in near.differences] == [
        ("said", "added"),
        ("cargo", "passenger"),
    ]


def test_other_punctuation_is_no_difference_of_words() -> None:
    near = nearest("simply untrue; there is nothing", Text(SOURCE))
    assert near is not None
    assert near.differences == ()


def test_nothing_is_near_what_is_about_something_else() -> None:
    assert nearest("an orchard opened its gates after repairs", Text(SOURCE)) is None
    assert nearest("anything at all", Text("")) is None
    assert nearest("…", Text(SOURCE)) is None


def test_the_nearest_passage_of_a_long_text_is_found_where_its_words_stand() -> None:
    long = "Nothing of note was said that day. " * 8000 + SOURCE
    near = nearest("Northern Sail added that it does not operate cargo ships", Text(long))
    assert near is not None
    assert near.wrote == "cargo"
    assert nearest("zebra quagga okapi", Text(long)) is None


def test_words_are_held_whole_anywhere_in_a_text() -> None:
    text = Text(SOURCE)
    assert holds("Tuesday", text)
    assert holds("on tuesday", text)
    assert not holds("Tues", text)
    assert not holds("", text)


ECHO = (
    "The bridge was opened in June 1968. After three days of rain, 20 ounces of silt lay on the dam, and "
    "the council closed the footbridge on Sunday. It was for years the only way across."
)
FAULTS = {
    "[T]he bridge was opened … the only way across": "elision",
    "[The] bridge was opened … the only way across": "elision",
    "the council close[d] the … only way across": "elision",
    "[T]he bridge … in June 1968": "few words",
    "the council closed the footbridge on [Monday] Sunday": "insertion",
    "After three days …, 20 ounces [ten] of silt": "insertion",
    "After three days … ounc … he dam": None,
    "After three days … of fire and ash": None,
}


@pytest.mark.parametrize(("quote", "fault"), FAULTS.items())
def test_what_joins_the_pieces_of_a_quotation_is_blamed_for_its_own_fault(
    quote: str, fault: str | None
) -> None:
    assert not isinstance(find(quote, ECHO), Found)
    assert fault_between(quote, Text(ECHO)) == fault


HOSTILE = [
    "a " * 200_000,
    "a" * 300_000,
    "a… " * 100_000,
    "\u00ad " * 100_000,
    "not " * 100_000,
    "“" * 200_000,
]


@pytest.mark.long
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "quote", ["a a a a b", "a a a " * 1500, "a a a … a a a … b b b", "[x] a a a [y] not"]
)
def test_a_hostile_text_is_answered_all_the_same(text: str, quote: str) -> None:
    assert isinstance(find(quote, text), Found | Missing | Several)
    assert fault_between(quote, Text(text)) in (None, "few words", "elision", "insertion")
