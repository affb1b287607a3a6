"""A misquotation is never accepted; another printing of the same words always is."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.evidence import Found, Text, find
from dateline.evidence.matching import search
from misquoting import (
    ARTICLE,
    MISQUOTES,
    OTHER,
    PRINTINGS,
    accepted,
    is_still_true,
    misquotes,
    printings,
    refused,
    sentences,
)

pytestmark = pytest.mark.long


def test_no_misquotation_of_ten_thousand_is_accepted() -> None:
    tried, through = accepted(misquotes(ARTICLE, 20, seed=7), ARTICLE)
    assert through == []
    assert tried.total() >= 10_000
    assert tried.keys() >= MISQUOTES.keys(), "every kind of misquotation was tried"


def test_every_other_printing_is_accepted() -> None:
    tried, out = refused(printings(ARTICLE, 6, seed=7), ARTICLE)
    assert out == []
    assert tried.total() >= 5_000


def test_a_quotation_is_found_in_any_printing_of_its_source() -> None:
    """The other way round: the author types plainly what the source sets in its own way."""
    chance = random.Random(3)
    for kind, change in PRINTINGS.items():
        for sentence in sentences(ARTICLE):
            printed = f"Before it, he said: {change(sentence, chance)} And after it."
            plain = sentence.rstrip(".,;:”’")
            assert isinstance(search(plain, Text(printed)), Found), (kind, sentence)


def test_no_sentence_is_found_in_another_source() -> None:
    assert [s for s in sentences(ARTICLE) if isinstance(find(s, OTHER), Found)] == []
    assert [s for s in sentences(OTHER) if isinstance(find(s, ARTICLE), Found)] == []


WORD = st.sampled_from(ARTICLE.split())


@given(st.lists(WORD, min_size=3, max_size=8))
@settings(max_examples=300, deadline=None)
def test_words_of_the_source_in_another_order_are_not_its_words(words: list[str]) -> None:
    quote = " ".join(words)
    if isinstance(find(quote, ARTICLE), Found):
        assert is_still_true(quote, Text(ARTICLE))


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_what_is_found_exactly_is_that_very_passage(data: st.DataObject) -> None:
    words = list(re.finditer(r"\S+", ARTICLE))
    first = data.draw(st.integers(0, len(words) - 8))
    last = first + data.draw(st.integers(3, 7))
    quote = ARTICLE[words[first].start() : words[last].end()]
    found = find(quote, ARTICLE)
    if isinstance(found, Found):
        assert ARTICLE[found.start : found.end] == quote
        assert found.match == "exact"


@given(st.text(max_size=60), st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_two_texts_can_be_compared(quote: str, text: str) -> None:
    found = find(quote, text)
    if isinstance(found, Found):
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.shared
def test_no_misquotation_of_a_real_article_is_accepted_and_every_printing_is(shared: Path) -> None:
    texts = {path.name: path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))}
    total = 0
    for text in texts.values():
        once = {s for s in sentences(text) if isinstance(search(s, Text(text)), Found)}
        tried, through = accepted(misquotes(text, 5, seed=11), text)
        total += tried.total()
        assert through == []
        cases = (case for case in printings(text, 1, seed=11) if case[1] in once)
        assert refused(cases, text)[1] == []
    assert total >= 10_000
