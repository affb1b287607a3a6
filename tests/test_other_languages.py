"""Dates in other languages: every word is there, and every date has words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import Anchor, Edtf, EdtfError, label, read_phrase
from dateline.dates.wording.vocabulary import ENGLISH, WORDS

LANGUAGES = ["de", "fr", "es", "zh", "ja", "ar"]


def test_six_languages_have_words() -> None:
    assert set(LANGUAGES) <= set(WORDS)


@pytest.mark.parametrize("language", WORDS)
def test_a_language_lacks_no_word_and_has_none_too_many(language: str) -> None:
    assert set(WORDS[language]) == set(ENGLISH)


@pytest.mark.parametrize("language", WORDS)
def test_a_row_has_the_braces_that_its_english_has(language: str) -> None:
    for key, words in WORDS[language].items():
        wanted, found = set(re.findall(r"{\d}", ENGLISH[key])), set(re.findall(r"{\d}", words))
        assert found == wanted or (
            key.removeprefix("of ") in ("century", "millennium") and found == {"{1}"}
        ), key


LABELS = """
de  2026-02-01                  1. Februar 2026
de  199X                        1990er-Jahre
de  19XX                        20. Jahrhundert
de  -0043                       44 v. Chr.
de  0079                        79 n. Chr.
de  2023-24                     Winter 2023/24
de  2024-35                     3. Quartal 2024
de  2024-38                     Mai 2024 – August 2024
de  2025-40                     erstes Halbjahr 2025
de  2024-05-02/2024-05-05       2.–5. Mai 2024
de  2019/2021                   2019 – 2021
de  Y-13800000000               vor 13,8 Milliarden Jahren
de  2026-02-02T09:30Z           2. Februar 2026, 09:30 UTC
de  2004-1X                     zwischen 1. Oktober 2004 und 31. Dezember 2004
de  1950S2                      um 1950
de  2004?-06                    Juni 2004 (teilweise unsicher)
fr  2026-02-02                  2 février 2026
fr  19XX                        XXe siècle
fr  2019/..                     depuis 2019
fr  ../2030                     jusqu’à 2030
fr  2004-06-XX                  un jour, juin 2004
fr  2019/                       2019 – date inconnue
fr  /2019                       date inconnue – 2019
es  2024-21                     primavera de 2024
es  [2024-05-13,2024-05-14]     13 de mayo de 2024 o 14 de mayo de 2024
es  [..1984]                    1984 o antes
es  -01XX                       siglo II a. C.
zh  2026-02                     2026年2月
zh  2024-05-02/2024-05-05       2024年5月2日至5日 | 2024年5月2日 – 5日
zh  [2019..2021]                2019年与2021年之间
zh  2023-24                     2023/24年冬季
zh  Y-66000000                  6600万年前
ja  1980~                       1980年頃
ja  XXXX-12-25                  12月25日、年不明
ja  XXXX                        年不明
ja  -0043-03-15                 3月15日 紀元前44年
ar  2026-04?                    ربما أبريل 2026
ar  {1667,1668}                 1667 و1668
"""


# Two wordings beside each other are those of two editions of CLDR, as Babel's releases have them.
@pytest.mark.parametrize("line", LABELS.strip().splitlines())
def test_a_value_has_these_words(line: str) -> None:
    language, text, words = re.split(r"\s\s+", line, maxsplit=2)
    assert label(Edtf.parse(text), locale=language) in words.split(" | ")


PHRASES = [
    ("last week", "de", "Woche vom 26. Januar 2026"),
    ("three weeks ago", "de", "um Woche vom 12. Januar 2026"),
    ("early 2024", "fr", "début 2024"),
    ("early 1980s", "de", "Anfang der 1980er-Jahre"),
    ("early spring 2024", "de", "Anfang des Frühlings 2024"),
    ("mid-winter 2024", "de", "Mitte des Winters 2024/25"),
    ("late summer 2024", "fr", "fin de l’été 2024"),
    ("late autumn 2024", "es", "finales del otoño de 2024"),
    ("early spring 2024", "ja", "2024年春の初め"),
    ("early spring 2024", "ar", "أوائل ربيع 2024"),
    ("late 19th century", "de", "Ende des 19. Jahrhunderts"),
    ("the early 5th century BC", "de", "Anfang des 5. Jahrhunderts v. Chr."),
    ("mid-1980s", "fr", "milieu des années 1980"),
    ("early 20th century", "fr", "début du XXe siècle"),
    ("mid-1980s", "es", "mediados de los años 1980"),
    ("late 19th century", "es", "finales del siglo XIX"),
    ("mid-19th century", "ja", "19世紀半ば"),
    ("late 1980s", "ar", "أواخر عقد 1980"),
    ("early 1980s", "zh", "1980年代初"),
    ("late 2024", "zh", "2024年末"),
    ("later this year", "es", "más adelante, en 2026"),
    ("by summer 2027", "de", "spätestens Sommer 2027"),
    ("no later than 14 April", "ja", "2026年4月14日までに"),
    ("reportedly due in April", "de", "April 2026 (Berichten zufolge)"),
    ("last weekend", "ja", "週末、2026年1月31日～2月1日"),
]


@pytest.mark.parametrize(("phrase", "language", "words"), PHRASES)
def test_a_reading_has_the_words_that_edtf_lacks(phrase: str, language: str, words: str) -> None:
    reading = read_phrase(phrase, Anchor(published=Edtf.parse("2026-02-02")))
    assert reading is not None
    assert label(reading, locale=language) == words


def test_a_region_and_a_length_are_heeded() -> None:
    day = Edtf.parse("2026-02-01")
    assert label(day, locale="de-AT", weekday=True) == "Sonntag, 1. Februar 2026"
    assert label(day, locale="fr", short=True) == "1 févr. 2026"


@pytest.mark.parametrize("locale", ["pl", "en-GB", "de-QQ-nonsense-", ""])
def test_a_locale_without_words_gets_english(locale: str) -> None:
    assert label(Edtf.parse("2026-02-01"), locale=locale) == "1 February 2026"


@given(st.text(alphabet="0123456789-/.XYES?~%[]{},:T+Z", max_size=20), st.sampled_from(LANGUAGES))
def test_whatever_is_a_date_has_a_label(text: str, language: str) -> None:
    try:
        value = Edtf.parse(text)
    except EdtfError:
        return
    assert label(value, locale=language).strip()
