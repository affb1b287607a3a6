"""Our words in the language of a site: numbers, lists, sentences, and texts in other languages."""

import pytest

from dateline.filters import globals_for, lang
from dateline.tongue import ENGLISH, Tongue

GERMAN, CHINESE, ARABIC = (Tongue(language=language) for language in ("de", "zh-Hans", "ar"))


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no"), (1, "one"), (19, "nineteen"), (20, "twenty"), (64, "sixty-four"), (100, "100")],
)
def test_numbers_below_a_hundred_are_words(number: int, words: str) -> None:
    assert ENGLISH.spelled(number) == words


def test_other_languages_write_numbers_in_figures_with_their_own_signs() -> None:
    assert [GERMAN.spelled(12), GERMAN.number(12_345)] == ["12", "12.345"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_reads_as_a_sentence_has_it(words: list[str], expected: str) -> None:
    assert ENGLISH.listed(words) == expected


def test_lists_are_those_of_the_language() -> None:
    assert GERMAN.listed(["a", "b", "c"], "or") == "a, b oder c"
    assert CHINESE.listed(["甲", "乙", "丙"]) == "甲、乙和丙"
    assert CHINESE.listed(["甲", "乙"], ",") == "甲、乙"


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
    assert ENGLISH.sentence(words) == expected


def test_a_chinese_sentence_ends_in_its_own_stop_and_no_space_follows() -> None:
    assert CHINESE.joined(map(CHINESE.sentence, ["来源一致", "没有问题。", ""])) == "来源一致。没有问题。"


def test_words_in_a_text_that_runs_left_are_set_apart_and_addresses_are_not() -> None:
    message = "%(name)s %(href)s %(num)s"
    assert ARABIC.gettext(message, name="Ford", href="a/b", num=1200) == "\u2068Ford\u2069 a/b 1,200"
    assert GERMAN.gettext(message, name="Ford", href="a/b", num=1200) == "Ford a/b 1.200"


def test_a_sentence_that_ends_in_a_date_with_a_stop_gets_no_second_one() -> None:
    shown = globals_for(GERMAN, "de")["gettext"]
    assert callable(shown)
    for date, told in (("44 v. Chr.", "Published: 44 v. Chr."), ("1980", "Published: 1980.")):
        assert GERMAN.gettext("Published: %(date)s.", date=date) == told
        assert str(shown("Published: %(date)s.", date=date)) == told


def test_parts_with_commas_are_told_apart_by_the_semicolon_of_the_language() -> None:
    assert [Tongue(language=tag).semicolon for tag in ("en", "ar", "ja")] == ["; ", "؛ ", "；"]


@pytest.mark.parametrize(
    ("page", "language", "text", "attributes"),
    [
        ("en", "en-GB", "Ford", ""),
        ("en", "", "Ford", ""),
        ("de", "en", "Ford", ' lang="en"'),
        ("en", "ar", "فورد", ' lang="ar" dir="rtl"'),
        ("ar", "ar", "فورد", ""),
        ("ar", "", "Ford", ' dir="ltr"'),
        ("ar", "", "2026", ""),
        ("ar", "en", "", ' lang="en" dir="ltr"'),
        ("en", "he", "2026", ' lang="he" dir="rtl"'),
        ("zh", "zh-Hant", "福特", ' lang="zh-Hant"'),
    ],
)
def test_a_text_says_its_language_only_where_it_is_not_the_pages(
    page: str, language: str, text: str, attributes: str
) -> None:
    assert lang(Tongue(language=page), language, text) == attributes
