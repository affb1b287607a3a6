"""Folding, slugs, suggestions."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.text import fold, slug, suggest, visible, words

SAME = [
    ("“Ford”", "'ford'"),
    ("«Ford» ‹x› „y‟ `z´", "'ford' 'x' 'y' 'z'"),
    ("Ford’s Ford‘s Fordʼs", "ford's ford's ford's"),
    ("car—maker car – maker car -- maker", "car-maker car-maker car-maker"),
    ("write‑down write‐down", "write-down write-down"),
    ("a\u00a0b\u202fc\u2003d\r\n\te", "a b c d e"),
    ("joint ven\u00adture, joint ven\u00ad\nture", "joint venture, joint venture"),
    ("ze\u200bro\ufeff", "zero"),
    ("eﬃcient ﬂight", "efficient flight"),
    ("and so on…", "and so on ... "),
    ("STRASSE Straße", "strasse strasse"),
    ("cafe\u0301 café CAFÉ", "café café café"),
    ("Ｆｏｒｄ", "ford"),
    ("\u1112\u1161\u11ab", "한"),
    ("İstanbul", "i\u0307stanbul"),
    ("", ""),
]
APART = [
    ("10²", "102"),
    ("1½", "11⁄2"),
    ("①", "1"),
    ("resume", "résumé"),
    ("resign", "re-sign"),
    ("$3", "€3"),
    ("6%", "6 %"),
    ("is.", "is?"),
]


@pytest.mark.parametrize(("text", "folded"), SAME)
def test_what_a_typesetter_decides_is_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_a_speaker_says_is_kept(one: str, other: str) -> None:
    assert fold(one).text != fold(other).text


def test_case_can_be_kept() -> None:
    assert fold("“Ford — the US ﬁrm”", keep_case=True).text == "'Ford-the US firm'"
    assert fold("Straße", keep_case=True).text == "Straße"


def test_a_folded_span_leads_back_to_the_original() -> None:
    text = "He said:  “The ﬁrst ca\u00adr — café…”"
    folded = fold(text)
    for wanted, raw in [
        ("'the", "“The"),
        ("first", "ﬁrst"),
        ("car", "ca\u00adr"),
        ("café", "café"),
        ("...", "…"),
    ]:
        start = folded.text.index(wanted)
        begin, end = folded.raw_span(start, start + len(wanted))
        assert text[begin:end] == raw
    assert folded.raw_span(3, 3) == (3, 3)
    assert folded.offset(0) == 0


LETTERS = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from("“”’‘–— \n\t\u00a0\u00ad\u200bﬁﬀßİe\u0301éＡ…½²ȷ́"))
)


@given(LETTERS)
@settings(max_examples=400, deadline=None)
@example("\u0345\u00ad\n e\u0301\u200b\u0301")
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(LETTERS, st.integers(0, 50), st.integers(1, 50))
@settings(max_examples=400, deadline=None)
def test_every_folded_span_comes_from_somewhere(text: str, start: int, length: int) -> None:
    folded = fold(text)
    start = min(start, len(folded.text))
    end = min(start + length, len(folded.text))
    begin, finish = folded.raw_span(start, end) if folded.text else (0, 0)
    assert 0 <= begin <= finish <= len(text)
    if end > start:
        assert begin < finish


def test_words_keep_their_apostrophes_hyphens_and_points() -> None:
    assert words("Don’t sell the $19.5-billion e-C3, 39,000 of it.") == (
        "don't", "sell", "the", "19.5-billion", "e-c3", "39,000", "of", "it",
    )  # fmt: skip
    assert words("小米 SU7") == ("小", "米", "su7")


def test_a_message_quotes_a_text_on_one_line() -> None:
    assert visible(" one\n two\u00ad\u200b \tthree ") == "one two three"


SLUGS = [
    ("Ford’s e-C3", "fords-e-c3"),
    ("Citroën & Škoda", "citroen-skoda"),
    ("Łódź Øresund Æsir Þór ırmak", "lodz-oresund-aesir-thor-irmak"),
    ("  --U.S.--  ", "u-s"),
    ("Straße", "strasse"),
]


@pytest.mark.parametrize(("text", "made"), SLUGS)
def test_a_slug_is_a_readable_address(text: str, made: str) -> None:
    assert slug(text) == made


@given(st.text())
@settings(deadline=None)
def test_a_slug_is_never_empty_and_stays_itself(text: str) -> None:
    made = slug(text)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(made) == made


def test_a_long_slug_is_cut_to_what_a_file_may_be_called() -> None:
    long = "The Committee " * 30
    assert slug(long) == "-".join(["the-committee"] * 5) + "-the-commit-3890af18"
    assert slug(long.upper()) == slug(long) != slug(long + "again")
    assert slug("a" * 89) == "a" * 89
    assert len(slug("a" * 90)) == 89
    assert slug("a" * 79 + "-" + "b" * 20).startswith("a" * 79 + "-")


@given(st.text("ab -", min_size=60, max_size=200))
def test_no_slug_is_longer_than_a_file_may_be_called(text: str) -> None:
    made = slug(text)
    assert len(made) <= 89
    assert "--" not in made
    assert slug(made) == made


def test_texts_without_latin_letters_have_slugs_of_their_own() -> None:
    assert slug("小米") != slug("华为")


def test_the_near_spelling_is_suggested() -> None:
    assert suggest("elektrek", ["electrek", "ev-com"]) == 'Did you mean "electrek"?'
    assert suggest("Electrek", ["electrek"]) == 'Did you mean "electrek"?'
    assert suggest("guardian", ["electrek", "ev-com"]) == ""
