"""Every catalogue has exactly the messages that readers may see, and says each of them without a slip."""

import re
from collections import Counter

import pytest
from babel.messages.catalog import Catalog, Message

from dateline.catalogues import FOLDER, catalogue_file, check, tongue_for
from dateline.tongue import LANGUAGES, Tongue
from messages import ROOT, found, in_template, messages, strings_of, translated

LANGUAGES_WITH_CATALOGUES = [language for language in LANGUAGES if language != "en"]
PLACE = re.compile(r"%\((\w+)\)s")
TAG = re.compile(r"</?\w+")


@pytest.fixture(scope="module")
def said() -> Catalog:
    return messages()


@pytest.fixture(scope="module", params=LANGUAGES_WITH_CATALOGUES)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return translated(request.param)


def keys(catalogue: Catalog) -> set[tuple[str, object]]:
    return {(message.context or "", message.id) for message in catalogue if message.id}


def pairs(catalogue: Catalog) -> list[tuple[Message, str]]:
    return [(message, string) for message in catalogue if message.id for string in strings_of(message)]


def english(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def test_there_is_a_catalogue_for_every_language_that_we_claim_to_speak() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(LANGUAGES_WITH_CATALOGUES)


def test_none_is_missing_and_none_is_left_over(catalogue: Catalog, said: Catalog) -> None:
    """`make messages` brings the lists together; translating what is new is for somebody who can."""
    assert keys(said) - keys(catalogue) == set(), "messages without a translation"
    assert keys(catalogue) - keys(said) == set(), "translations of what nobody says any more"
    assert not catalogue.obsolete


def test_none_is_empty_or_a_guess(catalogue: Catalog) -> None:
    assert [message.id for message, string in pairs(catalogue) if not string.strip()] == []
    assert [message.id for message in catalogue if message.fuzzy and message.id] == []


COLOURS = re.compile(
    r"(?i)\b(red|blue|green|rote?[rnms]?|blaue?[rnms]?|rouges?|bleue?s?|roj[oa]s?|azul(es)?)\b|赤い|青い|红色|蓝色|أحمر|أزرق"
)


def test_none_names_a_colour_which_every_theme_and_author_chooses(said: Catalog, catalogue: Catalog) -> None:
    words = [text for message in said for text in english(message)]
    words += [string for _, string in pairs(catalogue)]
    assert [text for text in words if COLOURS.search(text)] == []


def test_each_has_as_many_forms_as_its_language_counts(catalogue: Catalog) -> None:
    for message in catalogue:
        if message.id and not isinstance(message.id, str):
            assert len(strings_of(message)) == catalogue.num_plurals, message.id


def test_places_are_those_of_the_english(catalogue: Catalog) -> None:
    """All of them, each as often; only the number may be missing from a form that says it in words."""
    for message, string in pairs(catalogue):
        places = Counter(PLACE.findall(string))
        wanted = Counter(PLACE.findall(english(message)[-1]))
        if not isinstance(message.id, str):
            places.pop("num", None), wanted.pop("num", None)
        assert places == wanted, f"{message.id}: {string}"


def test_no_sign_stands_where_python_or_html_would_stumble(catalogue: Catalog) -> None:
    for message, string in pairs(catalogue):
        assert "%" not in PLACE.sub("", string).replace("%%", ""), string
        assert Counter(TAG.findall(string)) == Counter(TAG.findall(english(message)[-1])), string
        assert string == string.strip(), f"{string!r} begins or ends with a space"
        if "<" not in english(message)[0]:
            assert not set('<>"') & set(string), string


def test_the_number_is_said_in_every_form_that_more_than_one_number_takes(catalogue: Catalog) -> None:
    forms: dict[int, set[int]] = {}
    tongue = tongue_for(str(catalogue.locale))
    index = tongue.catalogue.plural
    for number in range(1000):
        forms.setdefault(index(number), set()).add(number)
    for message in catalogue:
        if message.id and not isinstance(message.id, str) and "%(num)s" in message.id[0]:
            for form, string in enumerate(strings_of(message)):
                assert "%(num)s" in string or len(forms[form]) == 1, f"{message.id}: {string}"


def test_english_messages_are_html_that_needs_no_escape(said: Catalog) -> None:
    for message in said:
        for text in english(message):
            if "<" in text:
                assert re.fullmatch(r'(?:[^<>&"]|</?(?:a|del|ins|span)(?: \w+="[^"]*")?>)*', text), text
            else:
                assert not set('>"&') & set(text), text


def test_no_message_both_counts_and_does_not() -> None:
    """A catalogue would have room for one of the two: the other is to have a context."""
    single = {message for _, message, _, context in found() if isinstance(message, str) and not context}
    counting = {message[0] for _, message, _, _ in found() if not isinstance(message, str)}
    assert single & counting == set()


def test_what_translates_is_called_so_that_the_list_of_messages_finds_it() -> None:
    """A `gettext` under another name than `say` would hide its messages."""
    for path in sorted((ROOT / "src" / "dateline").rglob("*.py")):
        for name in re.findall(r"(\w+) = [^\n]*\.gettext$", path.read_text(encoding="utf-8"), re.MULTILINE):
            assert name in ("say", "gettext"), f"{path.name}: {name}"


def test_a_template_holds_no_words_outside_of_messages() -> None:
    for path in sorted((ROOT / "templates").rglob("*.jinja")):
        if path.name != "gallery.html.jinja":  # the themes side by side, for authors
            assert in_template(path) == [], path.name


def test_the_header_says_the_plural_rule_that_the_forms_follow(catalogue: Catalog) -> None:
    language = str(catalogue.locale)
    header = catalogue_file(language).read_text(encoding="utf-8").partition("\n\n")[0]
    assert f'"Plural-Forms: {catalogue.plural_forms}\\n"' in header


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "حدث واحد"), (2, "حدثان"), (3, "3 أحداث"), (11, "11 حدثًا"), (100, "100 حدث"), (1_102, "1,102 حدث")],
)
def test_arabic_counts_in_six_forms(number: int, words: str) -> None:
    assert tongue_for("ar").ngettext("%(num)s event", "%(num)s events", number) == words


def test_a_region_speaks_the_words_of_its_language_and_writes_its_own_numbers() -> None:
    assert tongue_for("de-CH").gettext("Sources") == "Quellen"
    editions_of_cldr = {"12’345", "12'345"}
    assert tongue_for("de-CH").number(12_345) in editions_of_cldr


def test_a_language_that_we_do_not_speak_gets_english_and_says_so() -> None:
    finnish = tongue_for("fi")
    assert (finnish.language, finnish.gettext("Sources")) == ("en", "Sources")


def own(tmp_path, text: str) -> Tongue:
    path = catalogue_file("fi", tmp_path / "locale")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return tongue_for("fi", tmp_path)


HEADER = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def test_a_site_may_bring_its_own_catalogue(tmp_path) -> None:
    tongue = own(tmp_path, HEADER + 'msgid "Sources"\nmsgstr "Lähteet"\n')
    assert (tongue.language, tongue.gettext("Sources"), tongue.gettext("Tags")) == ("fi", "Lähteet", "Tags")
    assert check("fi", tmp_path) == ()


def test_two_editions_of_a_sites_own_catalogue_are_told_apart(tmp_path) -> None:
    one = own(tmp_path / "one", HEADER)
    other = own(tmp_path / "other", HEADER + 'msgid "Sources"\nmsgstr "Lähteet"\n')
    assert one != other


def test_a_sites_own_catalogue_may_rephrase_some_of_our_words(tmp_path) -> None:
    path = catalogue_file("de", tmp_path / "locale")
    path.parent.mkdir(parents=True)
    path.write_text(HEADER + 'msgid "Sources"\nmsgstr "Belege"\n', encoding="utf-8")
    tongue = tongue_for("de", tmp_path)
    assert (tongue.gettext("Sources"), tongue.gettext("Corrections")) == ("Belege", "Berichtigungen")


def test_a_file_that_is_no_catalogue_is_told(tmp_path) -> None:
    assert own(tmp_path, HEADER + "nonsense\n").gettext("Sources") == "Sources"
    (problem,) = check("fi", tmp_path)
    assert str(problem) == (
        "locale/fi/LC_MESSAGES/dateline.po:5: error: it is not a catalogue: Unknown or misformatted keyword. "
        "See docs/translating.md."
    )


SAID = {
    ("Sources", "100 % Streit"): "has a per cent sign that is not written %%",
    ("Sources", "Lähteet %(num)d"): "has a per cent sign that is not written %%",
    ("Sources", "Streit %(x)s"): "has the place %(x)s, which the English does not have",
    ("%(name)s later", "%(naem)s myöhemmin"): "has the place %(naem)s, which the English does not have",
    ("%(name)s later", "myöhemmin"): "lacks the place %(name)s",
    ("Sources", "<b>Lähteet"): "does not have the tags of the English",
    (
        '<a href=\\"%(href)s\\">All</a>',
        '</a>Kaikki<a href=\\"%(href)s\\">',
    ): "does not have the tags of the English",
    (
        '<a href=\\"%(href)s\\">All</a>',
        '<a href=\\"%(href)s\\"Kaikki</a>',
    ): "does not have the tags of the English",
    ("Sources", 'Läh\\"teet'): 'has a " that is not part of a tag',
    ("Sources", "100 %% lähteitä"): "",
    ("<b>%(a)s</b> of %(b)s", "%(b)s: <b>%(a)s</b>"): "",
}


@pytest.mark.parametrize(("english", "said"), SAID)
def test_what_could_not_be_said_is_not_used_and_told(tmp_path, english: str, said: str) -> None:
    slip, unescaped = SAID[english, said], english.replace("\\", "")
    tongue = own(
        tmp_path, HEADER + f'msgid "Tags"\nmsgstr "Tunnisteet"\n\nmsgid "{english}"\nmsgstr "{said}"\n'
    )
    hint = "so it is not used. See docs/translating.md."
    told = f'locale/fi/LC_MESSAGES/dateline.po:8: warning: the translation of "{unescaped}" {slip}, {hint}'
    assert [str(problem) for problem in check("fi", tmp_path)] == ([told] if slip else [])
    assert tongue.gettext("Tags") == "Tunnisteet"
    places = dict.fromkeys(PLACE.findall(unescaped), "?")
    assert (tongue.gettext(unescaped, **places) == unescaped % places) == bool(slip)


def test_each_form_of_what_counts_is_looked_at(tmp_path) -> None:
    counted = 'msgid "%(num)s event"\nmsgid_plural "%(num)s events"\n'
    tongue = own(tmp_path, HEADER + counted + 'msgstr[0] "yksi"\nmsgstr[1] "%(number)s tapahtumaa"\n')
    assert [problem.place.line for problem in check("fi", tmp_path)] == [5]
    assert tongue.ngettext("%(num)s event", "%(num)s events", 3) == "3 events"


def test_a_slip_of_a_sites_own_leaves_our_words_of_its_language(tmp_path) -> None:
    path = catalogue_file("de", tmp_path / "locale")
    path.parent.mkdir(parents=True)
    path.write_text(HEADER + 'msgid "Sources"\nmsgstr "100 %"\n', encoding="utf-8")
    assert tongue_for("de", tmp_path).gettext("Sources") == "Quellen"


def test_a_language_that_nobody_knows_may_have_a_catalogue(tmp_path) -> None:
    path = catalogue_file("x-foo", tmp_path / "locale")
    path.parent.mkdir(parents=True)
    path.write_text(HEADER + 'msgid "Sources"\nmsgstr "Foo"\n', encoding="utf-8")
    assert (tongue_for("x-foo", tmp_path).gettext("Sources"), check("x-foo", tmp_path)) == ("Foo", ())


def test_a_catalogue_that_babel_stumbles_on_is_told(tmp_path) -> None:
    assert own(tmp_path, 'msgid "a"\nmsgid_plural "b"\nmsgstr[x] "c"\n').language == "en"
    (problem,) = check("fi", tmp_path)
    assert str(problem).startswith("locale/fi/LC_MESSAGES/dateline.po: error: it is not a catalogue: ")


def test_a_language_without_words_is_told_with_those_that_there_are(tmp_path) -> None:
    (problem,) = check("fi", tmp_path)
    assert str(problem) == (
        'site.py: warning: language="fi": the words around your text will be English, because dateline '
        "does not have that language; it has en (English), de (Deutsch), fr (Français), es (Español), "
        "zh (简体中文), ja (日本語), ar (العربية). Translate them: locale/fi/LC_MESSAGES/dateline.po, as "
        "docs/translating.md says."
    )
    assert check("de-AT", tmp_path) == check("en", tmp_path) == ()
