"""Small pieces of wording that templates ask for by name, and the words of a site's language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Final

from markupsafe import Markup, escape

from dateline.tongue import (
    ENGLISH,
    Joint,
    Tongue,
    capital,
    direction_in,
    direction_of,
    same_language,
    spaced,
    stopped_once,
)


def number_words(number: int) -> str:
    """As `Tongue.spelled` has it in English."""
    return ENGLISH.spelled(number)


def plural(number: int, one: str, many: str = "") -> str:
    """The number in figures with its noun: "1 event", "64 events"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str], joint: Joint = "and") -> str:
    """As `Tongue.listed` has it in English."""
    return ENGLISH.listed(words, joint)


def in_eights(digest: str) -> str:
    """A digest in groups of eight, so that an eye can compare it."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def wears_marks(quotation: str) -> bool:
    """Whether a quotation brings double quotation marks of its own, so that ours around it would confuse."""
    return any(mark in quotation for mark in '“”"«»„')


def shortened(text: str, limit: int = 200) -> str:
    """At most `limit` characters, cut at a word, with an ellipsis where it was cut.

    For descriptions only, in our own words: a quotation is never cut.
    """
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    return flat[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def unbroken(date: str) -> str:
    """A date within a sentence, its day and its month always on one line.

    >>> unbroken("between 2 February 2026 and 6 February 2026").replace(chr(160), "_")
    'between 2_February 2026 and 6_February 2026'
    >>> unbroken("February 2, 2026"), unbroken("2. Februar 2026"), unbroken("2 de febrero de 2026")
    ('February\xa02, 2026', '2.\xa0Februar 2026', '2\xa0de\xa0febrero de 2026')
    """
    return _BESIDE_A_DAY.sub(lambda found: found[0].replace(" ", "\xa0"), date)


_BESIDE_A_DAY: Final = re.compile(r"\b\d{1,2}(?:er|\.)? (?:de )?(?=[^\W\d])|(?<=[^\W\d]) (?=\d{1,2}(?:,|$))")


def json_script(value: object) -> Markup:
    r"""JSON that may stand inside `<script>`: no `<` survives to close it early.

    >>> str(json_script("</script>"))
    '"\\u003c/script>"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark, written in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(mark, written)
    return Markup(text)


def filters_for(tongue: Tongue) -> Mapping[str, Callable[..., object]]:
    """The filters of a site that speaks this language."""
    return {
        "plural": plural,
        "number_words": number_words,
        "number": tongue.number,
        "spelled": tongue.spelled,
        "listed": partial(_listed, tongue),
        "sentence": tongue.sentence,
        "joined": tongue.joined,
        "capital": capital,
        "spaced": spaced,
        "in_eights": in_eights,
        "shortened": shortened,
        "unbroken": unbroken,
        "json_script": json_script,
    }


def globals_for(tongue: Tongue, language: str) -> Mapping[str, object]:
    """What the templates translate with; `lang` for texts in any language, `authored` for the site's own."""
    words = tongue.catalogue
    plain: dict[str, Markup] = {}

    def gettext(message: str, /, **values: object) -> Markup:
        if values:
            return Markup(stopped_once(words.gettext(message), values)) % tongue.placed(values)
        if message not in plain:
            plain[message] = Markup(words.gettext(message)) % {}
        return plain[message]

    def pgettext(context: str, message: str, /, **values: object) -> Markup:
        return Markup(words.pgettext(context, message)) % tongue.placed(values)

    def ngettext(one: str, many: str, num: int, /, **values: object) -> Markup:
        return Markup(words.ngettext(one, many, num)) % tongue.placed({"num": num, **values})

    return {
        **{"gettext": gettext, "_": gettext, "pgettext": pgettext, "ngettext": ngettext},
        **{"tongue": tongue, "lang": partial(lang, tongue), "authored": partial(lang, tongue, language)},
    }


def lang(tongue: Tongue, language: str, text: str = "") -> Markup:
    """The attributes of an element that holds `text`, in `language`, on a page in `tongue`; mostly none.

    Where the letters of the text run the other way than the page does, they say so themselves: of a name
    nobody knows the language.

    >>> str(lang(Tongue(language="en"), "ar", "فورد")), str(lang(Tongue(language="en"), "en-GB", "Ford"))
    (' lang="ar" dir="rtl"', '')
    """
    other = language and not same_language(language, tongue.language)
    runs = (direction_in(text) if text else None) or direction_of(language or tongue.language)
    if not other and runs == tongue.direction:
        return _NOTHING
    return Markup("").join(
        Markup(' {}="{}"').format(name, value)
        for name, value in (("lang", other and language), ("dir", runs != tongue.direction and runs))
        if value
    )


_NOTHING: Final = Markup("")


def _listed(tongue: Tongue, words: Iterable[object], joint: Joint = "and") -> Markup:
    """Words or links in a row, as a sentence has them."""
    return Markup(tongue.listed((escape(word) for word in words), joint))


TESTS: Final[Mapping[str, Callable[..., bool]]] = {"wearing_marks": wears_marks}
