"""The documentation of the rules is the rules."""

from __future__ import annotations

import re
from pathlib import Path

from dateline.dates.guide import rules_as_markdown
from dateline.dates.rules import CHAPTERS, RULES, SENTENCES

PAGE = Path(__file__).parent.parent / "docs" / "dates.md"


def test_the_page_about_dates_has_the_present_rules() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert rules_as_markdown() in page, "run: python docs/dates.py"


def test_every_rule_is_in_the_page_once() -> None:
    table = rules_as_markdown()
    assert all(table.count(f"\n| {rule.name} | ") == 1 for rule in RULES)
    assert [line[4:] for line in table.splitlines() if line.startswith("### ")] == list(CHAPTERS)


def test_every_sentence_that_explains_a_date_is_whole_and_in_one_table() -> None:
    assert {rule.because for rule in RULES} < set(SENTENCES)
    assert all(sentence.endswith(".") for sentence in SENTENCES)
    assert {place for sentence in SENTENCES for place in re.findall(r"%\((\w+)\)s", sentence)} == {
        "word",
        "because",
        "published",
    }
