"""Our words in other languages: the catalogues beside this module, and one that a site brings for itself.

Only the `.po` files are kept; what gettext needs is made of them in memory, so it is never behind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from gettext import GNUTranslations
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dateline.problems import Place, Problem, Problems, warning
from dateline.tongue import ENGLISH, LANGUAGES, Tongue, spoken

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

FOLDER: Final = Path(__file__).parent / "locale"
OWN: Final = "locale"
"""The folder of a site's own catalogue, in the site."""
_PLACE: Final = re.compile(r"%\((\w+)\)s")
_TAG: Final = re.compile(r"</?\w+[^<>]*>")


def catalogue_file(language: str, folder: Path = FOLDER) -> Path:
    """Where the catalogue of a language stands."""
    return folder / language / "LC_MESSAGES" / "dateline.po"


def tongue_for(language: str, root: Path | None = None) -> Tongue:
    """What a site in this language, whose folder is `root`, speaks; English where nobody has the words."""
    own = _own(language, root) if root else None
    words = _sites(own, language)[0] if own is not None else None
    if own is not None and words:
        edition = blake2b(own, digest_size=8).hexdigest()
        return Tongue(language=language, catalogue=words, edition=edition)
    known = spoken(language)
    if known in ("", "en"):
        return Tongue(language=language) if known else ENGLISH
    return Tongue(language=language, catalogue=_ours(known))


def check(language: str, root: Path, at: Callable[[str], Place] = lambda name: Place("site.py")) -> Problems:
    """What is wrong with a site's own catalogue, or, `at` its language, that this has none at all."""
    own = _own(language, root)
    if own is not None:
        return _sites(own, language)[1]
    if spoken(language):
        return ()
    there = ", ".join(f"{tag} ({name})" for tag, name in LANGUAGES.items())
    return (
        warning(
            at("language"),
            f'language="{language}": the words around your text will be English, because dateline does not '
            f"have that language; it has {there}.",
            f"Translate them: {catalogue_file(language, Path(OWN)).as_posix()}, as docs/translating.md says.",
        ),
    )


def _own(language: str, root: Path) -> bytes | None:
    path = catalogue_file(language, root / OWN)
    return path.read_bytes() if path.is_file() else None


@lru_cache(maxsize=4)
def _sites(own: bytes, language: str) -> tuple[GNUTranslations | None, Problems]:
    """A site's own words, and ours where it says nothing that can be said; and what is wrong there."""
    from babel.messages.pofile import PoFileError

    path, known = catalogue_file(language, Path(OWN)).as_posix(), spoken(language)
    try:
        catalogue = _read(own, language)
        slips = _without_slips(catalogue, path)
        translations = _compiled(catalogue)
    except PoFileError as error:
        said = str(error).removesuffix(f" on {error.lineno}")
        return None, (_no_catalogue(Place(path, error.lineno + 1), said),)
    except (ValueError, LookupError, AttributeError, TypeError, ArithmeticError) as error:
        return None, (_no_catalogue(Place(path), error),)  # Babel raises what it meets
    if known not in ("", "en"):
        translations.add_fallback(_ours(known))
    return translations, slips


def _no_catalogue(place: Place, error: object) -> Problem:
    return Problem(place, f"it is not a catalogue: {error}.", "See docs/translating.md.")


def _without_slips(catalogue: Catalog, path: str) -> Problems:
    """Takes out of a catalogue what could not be said, and tells each."""
    found: list[Problem] = []
    for message in [message for message in catalogue if message.id]:
        forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        slip = next(filter(None, (slip_in(form, english) for form in forms if form)), "")
        if slip or not any(forms):
            catalogue.delete(message.id, message.context)
        if slip and not message.fuzzy:
            told = f'the translation of "{english[0]}" {slip}, so it is not used.'
            found.append(warning(Place(path, message.lineno or 0), told, "See docs/translating.md."))
    return tuple(found)


def slip_in(said: str, english: tuple[str, ...]) -> str:
    """What a translation of a message, or of its forms, must not have or lack; empty where nothing.

    >>> slip_in("%(nmu)s lähdettä", ("%(num)s source", "%(num)s sources"))
    'has the place %(nmu)s, which the English does not have'
    """
    places, wanted = Counter(_PLACE.findall(said)), Counter(_PLACE.findall(english[-1]))
    if len(english) > 1:
        wanted["num"] = places["num"]  # a form may say its number in words
    if more := places - wanted:
        return f"has the place %({min(more)})s, which the English does not have"
    if fewer := wanted - places:
        return f"lacks the place %({min(fewer)})s"
    if "%" in _PLACE.sub("", said).replace("%%", ""):
        return "has a per cent sign that is not written %%"
    if Counter(_TAG.findall(said)) != Counter(_TAG.findall(english[-1])) or not _is_balanced(said):
        return "does not have the tags of the English"
    stray = next((sign for sign in _TAG.sub("", said) if sign in '<>"'), "")
    return f"has a {stray} that is not part of a tag" if stray else ""


def _is_balanced(said: str) -> bool:
    """Whether each tag is closed, the last opened first."""
    opened: list[str] = []
    for end, name in re.findall(r"<(/?)(\w+)", said):
        if not end:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


@lru_cache
def _ours(language: str) -> GNUTranslations:
    return _compiled(_read(catalogue_file(language).read_bytes(), language))


def _read(written: bytes, language: str) -> Catalog:
    # Half a second of imports that an English site need not wait for.
    from babel.messages.pofile import read_po

    return read_po(BytesIO(written), locale=Tongue(language=language).locale, abort_invalid=True)


def _compiled(catalogue: Catalog) -> GNUTranslations:
    from babel.messages.mofile import write_mo

    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return GNUTranslations(compiled)
