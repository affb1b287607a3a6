"""The language a site speaks to its readers: our own words through gettext, English where nothing is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from gettext import NullTranslations
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language and its catalogue of our words.

    Messages are whole English sentences or phrases with named places, `"%(name)s later"`; a literal
    per cent sign is `%%`, as in templates.
    """

    language: str
    """BCP 47: "en", "zh-Hans"."""
    catalogue: NullTranslations = field(default_factory=NullTranslations, compare=False, repr=False)

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language, its places filled."""
        return self.catalogue.gettext(message) % values

    def ngettext(self, one: str, many: str, num: int, **values: object) -> str:
        """The form of the message that `num` takes in this language; `%(num)s` is its place."""
        return self.catalogue.ngettext(one, many, num) % {"num": num, **values}


ENGLISH: Final = Tongue(language="en")
