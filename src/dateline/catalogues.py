"""Our words in other languages: the catalogues beside this module, as translators edit them.

Only the `.po` files are kept; what gettext needs is made of them in memory, so it is never behind.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from dateline.tongue import ENGLISH, Tongue, spoken

FOLDER: Final = Path(__file__).parent / "locale"
DOMAIN: Final = "dateline"


def catalogue_file(language: str) -> Path:
    """Where the catalogue of one of our languages stands."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def tongue_for(language: str) -> Tongue:
    """What a site in this language speaks; English where we do not speak it."""
    known = spoken(language)
    if known in ("", "en"):
        return Tongue(language=language) if known else ENGLISH
    return Tongue(language=language, catalogue=_catalogue(known))


@lru_cache
def _catalogue(language: str) -> GNUTranslations:
    # Half a second of imports that an English site need not wait for.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with catalogue_file(language).open("rb") as file:
        messages = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)
