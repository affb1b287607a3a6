"""What a site may choose about its theme, and what it is told where readers could not read it."""

from dataclasses import replace

import pytest

from dateline.options import Options, check_options, colours, options_of, settled
from dateline.palette import PALETTES, READABLE, contrast, worst
from dateline.problems import Place
from timelines import SITE


def told(options: object, theme: str = "editorial") -> list[str]:
    site = replace(SITE, theme=theme, theme_options=options)
    return [str(problem) for problem in check_options(site, lambda name: Place("site.py"))]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (
            {"acent": "#0b5fa5"},
            'site.py: error: theme_options has no "acent". Did you mean "accent"?',
        ),
        (
            {"sidebar": "wide"},
            'site.py: error: theme_options has no "sidebar". '
            "It may have accent, accent_dark, density, scheme, date_order, fonts.",
        ),
        (
            {3: "wide"},
            'site.py: error: theme_options has no "3". '
            "It may have accent, accent_dark, density, scheme, date_order, fonts.",
        ),
        ({"density": 2}, 'site.py: error: theme_options["density"]=2 is not text. Write it in quotes.'),
        (
            {"density": "compct"},
            'site.py: error: theme_options["density"]="compct" is not known. Did you mean "compact"?',
        ),
        (
            {"fonts": "Comic Sans"},
            'site.py: error: theme_options["fonts"]="Comic Sans" is not known. Write one of system, bundled.',
        ),
        (
            {"accent": "teal"},
            'site.py: error: theme_options["accent"]="teal" is not a colour that we read. '
            'Write it in hex, like "#b1201c".',
        ),
        (
            {"accent": "#ffd400"},
            'site.py: error: theme_options["accent"]="#ffd400" cannot be read on the light paper of '
            '"editorial": its contrast with #f3f3ef is 1.28:1, and text needs 4.5:1. '
            'The nearest colour that can be read is "#836d00".',
        ),
        (
            {"accent_dark": "#1d3f8f"},
            'site.py: error: theme_options["accent_dark"]="#1d3f8f" cannot be read on the dark paper of '
            '"editorial": its contrast with #1e2126 is 1.66:1, and text needs 4.5:1. '
            'The nearest colour that can be read is "#5f85de".',
        ),
        (
            ["accent"],
            "site.py: error: theme_options=['accent'] is not a table of options. "
            'Write theme_options={"accent": "#0b5fa5"}.',
        ),
    ],
)
def test_a_wrong_option_is_told_with_what_to_write(options: object, problem: str) -> None:
    assert told(options) == [problem]


def test_each_theme_has_its_own_paper() -> None:
    """What can be read on white may be too pale on a ledger's green."""
    assert told({"accent": "#6a6a6a"}, "docket") == []
    assert len(told({"accent": "#6a6a6a"}, "ledger")) == 1


def test_every_wrong_option_is_told_at_once() -> None:
    assert len(told({"accent": "red", "fonts": "own", "colour": "#000000"})) == 3


def test_a_suggested_colour_passes() -> None:
    [problem] = told({"accent": "#5ac8fa"})
    suggested = problem.rpartition('is "')[2].removesuffix('".')
    assert told({"accent": suggested}) == []


def test_the_usual_options_leave_the_theme_as_it_is() -> None:
    assert told({}) == []
    assert options_of(SITE) == Options()
    assert colours(SITE) == PALETTES["editorial"]
    assert settled(SITE) is SITE


def test_options_are_read() -> None:
    chosen = {"accent": " #05A ", "density": "compact", "scheme": "dark", "fonts": "bundled"}
    read = options_of(replace(SITE, theme_options=chosen))
    assert read == Options(accent="#0055aa", density="compact", scheme="dark", fonts="bundled")


def test_an_order_of_dates_among_the_options_is_the_sites() -> None:
    assert settled(replace(SITE, theme_options={"date_order": "month-day"})).date_order == "month-day"


@pytest.mark.parametrize("key", ["accent", "accent_dark"])
def test_an_accent_for_one_paper_is_made_readable_on_the_other(key: str) -> None:
    given = {"accent": "#0055aa", "accent_dark": "#8fc4ff"}[key]
    found = colours(replace(SITE, theme_options={key: given}))
    assert given in {found["light"].accent, found["dark"].accent}
    for palette in found.values():
        assert contrast(palette.accent, worst(palette.accent, palette.grounds)) >= READABLE


def test_two_accents_stand_as_they_are() -> None:
    found = colours(replace(SITE, theme_options={"accent": "#0055aa", "accent_dark": "#ffcc00"}))
    assert (found["light"].accent, found["dark"].accent) == ("#0055aa", "#ffcc00")
