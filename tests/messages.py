"""The messages that readers may see, as they stand in templates, in Python and in tables; and the catalogues.

`make messages` (or `python tests/messages.py`) brings every catalogue up to date: new messages come in
without a translation, those that are no longer said go. `docs/translating.md` says the rest.
"""

import re
import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from dateline.catalogues import catalogue_file
from dateline.dates.rules import RULES, SENTENCES
from dateline.dates.rules.nothing import RULES as NO_DATES
from dateline.model import STATUSES
from dateline.tongue import LANGUAGES

ROOT = Path(__file__).parent.parent
KEYWORDS = {
    **{"_": None, "gettext": None, "say": None, "N_": None},
    **{"ngettext": (1, 2), "NN_": (1, 2), "pgettext": ((1, "c"), 2)},
}
COMMENTS = ("Translators:",)
HEADER = """\
# What dateline says to readers: {name}.
# `make messages` keeps the list of messages; docs/translating.md says how to translate them.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural_forms}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

Found = tuple[str, str | tuple[str, ...], list[str], str | None]
"""(file, message, comments, context)."""


def messages() -> Catalog:
    """Every message, once, with the files that say it."""
    catalogue = Catalog()
    for file, message, comments, context in found():
        if not _is_empty(message):
            catalogue.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalogue


@cache
def found() -> tuple[Found, ...]:
    """Each time that a message is said."""
    return (*_in_python(), *_in_templates(), *_in_tables())


def translated(language: str) -> Catalog:
    """The catalogue of a language as it stands in its file."""
    with catalogue_file(language).open("rb") as file:
        return read_po(file, locale=language)


def brought_up_to_date(language: str) -> Catalog:
    """All messages, with the translations that are there already."""
    known = translated(language) if catalogue_file(language).exists() else Catalog(locale=language)
    catalogue = Catalog(locale=language)
    # an edition of CLDR may count more plural forms than the translations have
    catalogue.mime_headers = [(name, of) for name, of in known.mime_headers if name == "Plural-Forms"]
    for message in messages():
        if message.id:
            old = known.get(_key(message), message.context)
            catalogue.add(
                message.id,
                old.string if old and _same_kind(old, message) else "",
                locations=message.locations,
                auto_comments=message.auto_comments,
                context=message.context,
            )
    return catalogue


def untranslated(catalogue: Catalog) -> list[Message]:
    """Messages without words in that language."""
    return [message for message in catalogue if message.id and not all(strings_of(message))]


def strings_of(message: Message) -> tuple[str, ...]:
    """The translation, or its plural forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def _in_python() -> Iterator[Found]:
    for path in sorted((ROOT / "src" / "dateline").rglob("*.py")):
        text = path.read_bytes()
        if _SAYS.search(text):
            yield from _named(path, extract("python", BytesIO(text), KEYWORDS, COMMENTS))


_SAYS = re.compile(rb"\b(?:%s)\(" % b"|".join(keyword.encode() for keyword in KEYWORDS))
"""Few files do, and to take one apart is slow."""


def _in_templates() -> Iterator[Found]:
    for path in sorted((ROOT / "templates").rglob("*.jinja")):
        with path.open("rb") as file:
            found = extract(babel_extract, file, KEYWORDS, COMMENTS, {"newstyle_gettext": "true"})
            yield from _named(path, found)


def _in_tables() -> Iterator[Found]:
    """What stands in tables of the package as plain strings."""
    for status in STATUSES:
        yield "src/dateline/model/event.py", status, ["The status of an event."], None
    for rule in RULES:
        if rule not in NO_DATES:
            yield "src/dateline/dates/rules", rule.name, ["The name of a rule by which a date is read."], None
    unsaid = {rule.because for rule in NO_DATES}
    for sentence in SENTENCES:
        if sentence not in unsaid:
            yield "src/dateline/dates/rules", sentence, [], None


def _named(path: Path, found: Iterator[tuple[int, object, list[str], str | None]]) -> Iterator[Found]:
    for _, message, comments, context in found:
        yield path.relative_to(ROOT).as_posix(), message, comments, context


def _is_empty(message: str | tuple[str, ...]) -> bool:
    return not (message if isinstance(message, str) else message[0])


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _same_kind(old: Message, message: Message) -> bool:
    return isinstance(old.id, str) == isinstance(message.id, str)


_IS_NO_WORD = re.compile(
    r"\{#.*?#\}|\{% trans.*?endtrans %\}|\{% block (?:og_type|\w+_class) %\}.*?\{% endblock %\}"
    r"|\{%.*?%\}|\{\{.*?\}\}|<script.*?</script>",
    re.DOTALL,
)
_SPOKEN = re.compile(r'(?:aria-label|title|alt|placeholder)="([^"]*)"')
_WORDS = re.compile(r"(?!SHA)\b[^\W\d_]{2,}")


def in_template(path: Path) -> list[str]:
    """Words of a template that no message holds, in its text or where a screen reader says them."""
    bare = _IS_NO_WORD.sub("", path.read_text(encoding="utf-8"))
    texts = [re.sub(r'<[^>]*>|[\w-]+="[^"]*"', " ", bare), *_SPOKEN.findall(bare)]
    return [word for text in texts for word in _WORDS.findall(text)]


def write(catalogue: Catalog, language: str) -> None:
    """The file: messages in the order of the files that say them, without line numbers, which only move."""
    written = BytesIO()
    write_po(written, catalogue, width=110, sort_by_file=True, include_lineno=False, omit_header=True)
    name, forms = LANGUAGES[language], catalogue.plural_forms
    header = HEADER.format(name=name, language=language, plural_forms=forms)
    path = catalogue_file(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header.encode() + written.getvalue())


def main() -> None:
    """Bring every catalogue up to date and say what is left to translate."""
    for language in LANGUAGES:
        if language != "en":
            catalogue = brought_up_to_date(language)
            write(catalogue, language)
            rest = len(untranslated(catalogue))
            sys.stdout.write(f"{language}: {len(catalogue)} messages, {rest} to translate\n")


if __name__ == "__main__":
    main()
