"""Our words in other languages: the catalogues beside this module, and one that a site brings for itself.

Only the `.po` files are kept; what gettext needs is made of them in memory, so it is never behind.
"""

from __future__ import annotations

from functools import lru_cache
from gettext import GNUTranslations
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import Final

from dateline.problems import Place, Problem, Problems, warning
from dateline.tongue import ENGLISH, LANGUAGES, Tongue, spoken

FOLDER: Final = Path(__file__).parent / "locale"
OWN: Final = "locale"
"""The folder of a site's own catalogue, in the site."""


def catalogue_file(language: str, folder: Path = FOLDER) -> Path:
    """Where the catalogue of a language stands."""
    return folder / language / "LC_MESSAGES" / "dateline.po"


def tongue_for(language: str, root: Path | None = None) -> Tongue:
    """What a site in this language, whose folder is `root`, speaks; English where nobody has the words."""
    own = _own(language, root) if root else None
    if own is not None and _fault(own) is None:
        edition = blake2b(own, digest_size=8).hexdigest()
        return Tongue(language=language, catalogue=_sites(own, language), edition=edition)
    known = spoken(language)
    if known in ("", "en"):
        return Tongue(language=language) if known else ENGLISH
    return Tongue(language=language, catalogue=_ours(known))


def check(language: str, root: Path) -> Problems:
    """What is wrong with a site's own catalogue, or that its language has none at all."""
    own = _own(language, root)
    if own is not None:
        fault, path = _fault(own), catalogue_file(language, Path(OWN)).as_posix()
        return (Problem(Place(path), fault, "See docs/translating.md."),) if fault else ()
    if spoken(language):
        return ()
    there = ", ".join(f"{tag} ({name})" for tag, name in LANGUAGES.items())
    return (
        warning(
            Place("site.py"),
            f'language="{language}": the pages around your text will be English, for there are no words of '
            f"ours in that language; there are {there}.",
            f"Translate them: {catalogue_file(language, Path(OWN)).as_posix()}, as docs/translating.md says.",
        ),
    )


def _own(language: str, root: Path) -> bytes | None:
    path = catalogue_file(language, root / OWN)
    return path.read_bytes() if path.is_file() else None


def _fault(catalogue: bytes) -> str | None:
    """Why a file is no catalogue."""
    from babel.messages.pofile import PoFileError

    try:
        _compiled(catalogue, "en")
    except (PoFileError, ValueError, LookupError) as error:
        return f"it is no catalogue: {error}."
    return None


@lru_cache(maxsize=4)
def _sites(catalogue: bytes, language: str) -> GNUTranslations:
    """A site's own, and ours where it says nothing."""
    translations, known = _compiled(catalogue, language), spoken(language)
    if known not in ("", "en"):
        translations.add_fallback(_ours(known))
    return translations


@lru_cache
def _ours(language: str) -> GNUTranslations:
    return _compiled(catalogue_file(language).read_bytes(), language)


def _compiled(catalogue: bytes, language: str) -> GNUTranslations:
    # Half a second of imports that an English site need not wait for.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(catalogue), locale=language.replace("-", "_"), abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
