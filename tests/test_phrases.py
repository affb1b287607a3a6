"""Every rule of the date grammar reads its own examples, and only those that it should."""

from __future__ import annotations

import pytest

from dateline.dates import read_phrase
from dateline.dates.examples import Example, examples_of, shown
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
