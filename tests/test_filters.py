"""Wording that templates ask for."""

import json

from dateline import filters


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
