"""Wording that templates ask for."""

import doctest
import json

import pytest

from dateline import addresses, filters
from dateline.pages import room


def test_the_examples_beside_the_functions_hold() -> None:
    for module in (addresses, filters, room):
        assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no"), (1, "one"), (19, "nineteen"), (20, "twenty"), (64, "sixty-four"), (100, "100")],
)
def test_numbers_below_a_hundred_are_words(number: int, words: str) -> None:
    assert filters.number_words(number) == words


def test_one_of_a_thing_is_singular() -> None:
    assert filters.plural(1, "event") == "1 event"
    assert filters.plural(1234, "event") == "1,234 events"
    assert filters.plural(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_reads_as_a_sentence_has_it(words: list[str], expected: str) -> None:
    assert filters.listed(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ""),
        ("error in explainer", "Error in explainer."),
        ("Really?", "Really?"),
        ("he said “no.”", "He said “no.”"),
        (" two  ", "Two."),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends(words: str, expected: str) -> None:
    assert filters.sentence(words) == expected


def test_a_description_is_cut_at_a_word() -> None:
    assert filters.shortened("one two three", 9) == "one two…"
    assert filters.shortened("one  two\nthree") == "one two three"


def test_json_in_a_page_cannot_close_its_script() -> None:
    hostile = {"name": "</script><!-- \u2028 & 'x'"}
    text = str(filters.json_script(hostile))
    assert "<" not in text
    assert "\u2028" not in text
    assert json.loads(text) == hostile


def test_a_quotation_with_marks_of_its_own_is_known() -> None:
    assert filters.wears_marks("calling it “false”")
    assert not filters.wears_marks("it’s false")
