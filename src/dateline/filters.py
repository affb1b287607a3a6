"""Small pieces of wording that templates ask for by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from markupsafe import Markup

_ONES: Final = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def number_words(number: int) -> str:
    """A whole number in words below one hundred, in figures from there; zero is "no".

    >>> number_words(13), number_words(42), number_words(1200)
    ('thirteen', 'forty-two', '1,200')
    """
    if not 0 <= number < 100:
        return f"{number:,}"
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")


def plural(number: int, one: str, many: str = "") -> str:
    """The number in figures with its noun: "1 event", "64 events"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str], joint: str = "and") -> str:
    """Words in a row as a sentence has them: "a, b and c"."""
    *most, last = [str(word) for word in words] or [""]
    return f"{', '.join(most)} {joint} {last}" if most else last


def sentence(words: str) -> str:
    """With a capital at the start and a full stop at the end, unless it ends in a mark of its own."""
    text = words.strip()
    if not text:
        return ""
    end = "" if text[-1] in ".!?…" or text[-2:] in (".”", ".’", '."') else "."
    return text[0].upper() + text[1:] + end


def spaced(name: str) -> str:
    """A field's name as a reader says it: `sales_figure` is "sales figure"."""
    return name.replace("_", " ").replace("-", " ")


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


def json_script(value: object) -> Markup:
    r"""JSON that may stand inside `<script>`: no `<` survives to close it early.

    >>> str(json_script("</script>"))
    '"\\u003c/script>"'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for mark, escape in (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(mark, escape)
    return Markup(text)


FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "number_words": number_words,
    "plural": plural,
    "listed": listed,
    "sentence": sentence,
    "spaced": spaced,
    "in_eights": in_eights,
    "shortened": shortened,
    "json_script": json_script,
}
TESTS: Final[Mapping[str, Callable[..., bool]]] = {"wearing_marks": wears_marks}
