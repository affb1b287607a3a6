"""The language a site speaks to its readers: our own words through gettext, English where nothing is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import NullTranslations
from typing import TYPE_CHECKING, Final, Literal
from unicodedata import bidirectional

if TYPE_CHECKING:
    from babel import Locale  # an English site never asks the CLDR, which takes half a second to come

Direction = Literal["ltr", "rtl"]
Joint = Literal["and", "or", ","]

LANGUAGES: Final[Mapping[str, str]] = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "zh": "简体中文",
    "ja": "日本語",
    "ar": "العربية",
}
"""What we speak, each by its own name; all but English has a catalogue."""

_TRADITIONAL: Final = ("zh-hant", "zh-tw", "zh-hk", "zh-mo")
"""Chinese that simplified characters are not."""
_LEFTWARD: Final = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "syr"})
_COMMAS: Final = {"zh": "、", "ja": "、", "ar": "، "}
_SEMICOLONS: Final = {"zh": "；", "ja": "；", "ar": "؛ "}
_FULL_STOPS: Final = {"zh": "。", "ja": "。"}
_UNSPACED: Final = ("zh", "ja")
_ENDS: Final = tuple(".!?…。！？؟")
_CLOSING: Final = "”’\"'»」』"
_ISOLATE, _END_OF_ISOLATE = "\u2068", "\u2069"

_ONES: Final = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def N_(message: str) -> str:
    """Marks a message in a table, by the name that translators' tools look for; it is translated later."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:
    """The same for a message that counts."""
    return one, many


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language and its catalogue of our words.

    Messages are whole English sentences or phrases with named places, `"%(name)s later"`; a literal
    per cent sign is `%%`, as in templates.
    """

    language: str
    """BCP 47: "en", "de-AT", "zh-Hans"."""
    catalogue: NullTranslations = field(default_factory=NullTranslations, compare=False, repr=False)
    edition: str = ""
    """Told apart by it, where a site has a catalogue of its own."""

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, its places filled."""
        return stopped_once(self.catalogue.gettext(message), values) % self.placed(values)

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """The same for a word that has more than one meaning: `context` says which."""
        return self.catalogue.pgettext(context, message) % self.placed(values)

    def ngettext(self, one: str, many: str, num: int, /, **values: object) -> str:
        """The form of the message that `num` takes in this language; `%(num)s` is its place."""
        return self.catalogue.ngettext(one, many, num) % self.placed({"num": num, **values})

    def placed(self, values: Mapping[str, object]) -> dict[str, object]:
        """Values ready for their places: numbers in figures, words set apart that run against the text.

        What is HTML already and what is an address (`href`) stays as it is.
        """
        return {name: self._placed(name, value) for name, value in values.items()}

    def _placed(self, name: str, value: object) -> object:
        if type(value) is int:
            return self.number(value)
        if self.direction == "ltr" or type(value) is not str or name.startswith("href"):
            return value
        return f"{_ISOLATE}{value}{_END_OF_ISOLATE}" if direction_in(value) == "ltr" else value

    @property
    def main(self) -> str:
        """The language alone: "de" of "de-AT"."""
        return self.language.partition("-")[0].lower()

    @property
    def is_english(self) -> bool:
        """Whether our words stand as they are written."""
        return self.main == "en"

    @property
    def direction(self) -> Direction:
        """Where its lines run."""
        return direction_of(self.language)

    @property
    def locale(self) -> Locale:
        """What the CLDR knows it by."""
        return _locale(self.language)

    @property
    def comma(self) -> str:
        """What stands between the parts of a list."""
        return _COMMAS.get(self.main, ", ")

    @property
    def semicolon(self) -> str:
        """What stands between the parts of a list where they have commas of their own."""
        return _SEMICOLONS.get(self.main, "; ")

    @property
    def space(self) -> str:
        """What stands between two sentences."""
        return "" if self.main in _UNSPACED else " "

    def number(self, number: int) -> str:
        """A whole number in figures: 1,200; 1.200.

        >>> ENGLISH.number(1200), Tongue(language="de").number(1200)
        ('1,200', '1.200')
        """
        if self.is_english:
            return f"{number:,}"
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=self.locale))

    def spelled(self, number: int) -> str:
        """A whole number as a sentence has it: in English in words below one hundred, and zero is "no".

        >>> [ENGLISH.spelled(number) for number in (0, 13, 42, 1200, 170_000_000)]
        ['no', 'thirteen', 'forty-two', '1,200', '170 million']
        """
        if self.is_english and number >= 10**6 and number % 10**4 == 0:
            return f"{number / 10**9:g} billion" if number >= 10**9 else f"{number / 10**6:g} million"
        if not self.is_english or not 0 <= number < 100:
            return self.number(number)
        if number < 20:
            return _ONES[number]
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_ONES[ones]}" if ones else "")

    def listed(self, words: Iterable[str], joint: Joint = "and") -> str:
        """Words in a row as a sentence has them: "a, b and c"."""
        parts = [str(self._placed("", word)) for word in words]
        if joint == ",":
            return self.comma.join(parts)
        if not self.is_english:
            return _list(parts, joint, self.locale)
        *most, last = parts or [""]
        return f"{', '.join(most)} {joint} {last}" if most else last

    def field(self, name: str) -> str:
        """A field's name in a sentence: "the office", but "who reported it"."""
        if name == "date":
            return self.gettext("the date")
        words = spaced(name)
        as_it_is = not self.is_english or words.startswith(("wh", "how", "the "))
        return words if as_it_is else f"the {words}"

    def sentence(self, words: str) -> str:
        """With a capital at the start and a full stop at the end, unless it ends in a mark of its own."""
        text = words.strip()
        bare = text.rstrip(_CLOSING)
        ended = text.endswith(_ENDS) or (len(text) - len(bare) == 1 and bare.endswith("."))
        return capital(text) + ("" if not text or ended else _FULL_STOPS.get(self.main, "."))

    def joined(self, sentences: Iterable[str]) -> str:
        """Sentences one after another, those that say nothing left out."""
        return self.space.join(filter(None, sentences))


ENGLISH: Final = Tongue(language="en")


def spoken(language: str) -> str:
    """Which of `LANGUAGES` a page in this language speaks; empty where it is none of them.

    >>> spoken("de-AT"), spoken("zh-Hans"), spoken("zh-TW"), spoken("fi")
    ('de', 'zh', '', '')
    """
    tag = language.lower()
    main = tag.partition("-")[0]
    return main if main in LANGUAGES and not tag.startswith(_TRADITIONAL) else ""


@lru_cache(maxsize=256)
def same_language(one: str, other: str) -> bool:
    """Whether a text in one needs no mark of its own on a page in the other: the regions may differ.

    >>> same_language("en-GB", "en-US"), same_language("zh-Hant", "zh-Hans")
    (True, False)
    """
    known = spoken(one)
    return known == spoken(other) if known else one.lower() == other.lower()


@lru_cache(maxsize=256)
def direction_of(language: str) -> Direction:
    """Where the lines of a language run."""
    tag = language.lower()
    return "rtl" if tag.partition("-")[0] in _LEFTWARD and "latn" not in tag else "ltr"


def direction_in(text: str) -> Direction | None:
    """Where a text runs by its first letter that says so; None where none does.

    >>> direction_in("2026: فورد"), direction_in("Ford"), direction_in("2026")
    ('rtl', 'ltr', None)
    """
    for sign in text:
        kind = bidirectional(sign)
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return None


def stopped_once(message: str, values: Mapping[str, object]) -> str:
    """The message without the full stops after those of its places whose value ends in one.

    >>> stopped_once("Published: %(date)s.", {"date": "44 v. Chr."})
    'Published: %(date)s'
    """
    for name, value in values.items():
        if isinstance(value, str) and value.endswith("."):
            message = message.replace(f"%({name})s.", f"%({name})s")
    return message


def capital(words: str) -> str:
    """With a capital first letter and all else as it is."""
    return words[:1].upper() + words[1:]


def spaced(name: str) -> str:
    """A field's name as a reader says it: `sales_figure` is "sales figure"."""
    return name.replace("_", " ").replace("-", " ")


def _list(parts: list[str], joint: Joint, locale: Locale) -> str:
    from babel.lists import format_list

    return str(format_list(parts, "or" if joint == "or" else "standard", locale=locale))


def _locale(language: str) -> Locale:
    from babel.core import Locale, UnknownLocaleError

    for tag in (language, language.partition("-")[0]):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")
