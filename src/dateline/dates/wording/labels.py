"""The label of a date, in the language of whoever reads it."""

from __future__ import annotations

from dataclasses import replace

from dateline.dates.edtf import Edtf
from dateline.dates.reading import Reading
from dateline.dates.wording.english import SAID_SO, reading_words, value_words
from dateline.dates.wording.english_dates import DateOrder, Style


def label(
    value: Edtf | Reading,
    *,
    order: DateOrder = "day-month",
    weekday: bool = False,
    short: bool = False,
    locale: str = "en",
) -> str:
    """The date in words: English ones, or those of `locale` (de, fr, es, zh, ja, ar).

    `weekday` names the weekday of single days, `short` cuts names to three letters; `order` is English's
    own question. A locale that `vocabulary` has no words for gets English.

    >>> label(Edtf.parse("2024-05-02/2024-05-05"))
    '2–5 May 2024'
    """
    if not locale.lower().startswith("en"):
        found = _in_another(value, locale, weekday, short)
        if found:
            return found
    style = Style(order, weekday, short)
    if isinstance(value, Reading):
        return reading_words(value, style)
    return value_words(value, style)


def _in_another(value: Edtf | Reading, locale: str, weekday: bool, short: bool) -> str:
    """The date in another language; empty where there are no words for it."""
    # the CLDR is read from disk, so only where it is asked for
    from dateline.dates.wording.other_languages import other_language

    language = other_language(locale)
    if language is None:
        return ""
    language = replace(language, weekday=weekday, short=short)
    if not isinstance(value, Reading):
        return language.value(value)
    if value.hedge in SAID_SO:
        plain = replace(value, value=Edtf.parse(str(value.value).rstrip("?")), hedge="")
        return language.words["reported"].format(language.reading(plain))
    return language.reading(value)
