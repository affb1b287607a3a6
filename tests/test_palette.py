"""The colours of the themes: every word on every ground can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.palette import (
    FIRST,
    PALETTES,
    READABLE,
    SCHEMES,
    THEMES,
    Palette,
    Scheme,
    Theme,
    channels,
    contrast,
    custom_properties,
    luminance,
    nearest_readable,
    palette,
    read_colour,
    worst,
)

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
EVERY = [(theme, scheme) for theme in THEMES for scheme in SCHEMES]


@pytest.mark.parametrize(("theme", "scheme"), EVERY)
@pytest.mark.parametrize("voice", ["ink", "soft", "accent"])
def test_every_voice_can_be_read_on_every_ground(theme: Theme, scheme: Scheme, voice: str) -> None:
    colours = PALETTES[theme][scheme]
    for ground in colours.grounds:
        assert contrast(getattr(colours, voice), ground) >= READABLE


@pytest.mark.parametrize(("theme", "scheme"), EVERY)
def test_light_is_light_and_dark_is_dark(theme: Theme, scheme: Scheme) -> None:
    colours = PALETTES[theme][scheme]
    assert (luminance(colours.paper) > luminance(colours.ink)) == (scheme == "light")
    assert FIRST[theme] in SCHEMES


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    # the last two are the well-known greys on either side of what WCAG asks
    [("#000000", "#ffffff", 21), ("#ffffff", "#ffffff", 1), ("#777777", "#ffffff", 4.48),
     ("#767676", "#ffffff", 4.54)],
)  # fmt: skip
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("#0B5FA5", "#0b5fa5"), (" #05a ", "#0055aa"), ("0b5fa5", None), ("#12", None), ("red", None),
     ("", None), ("#0b5fa5;}", None), ("#\uff11\uff12\uff13", None)],
)  # fmt: skip
def test_a_colour_is_read_in_two_forms(typed: str, kept: str | None) -> None:
    assert read_colour(typed) == kept


@given(COLOURS, st.sampled_from(EVERY))
def test_the_nearest_readable_colour_can_be_read(colour: str, where: tuple[Theme, Scheme]) -> None:
    grounds = PALETTES[where[0]][where[1]].grounds
    found = nearest_readable(colour, grounds)
    assert contrast(found, worst(found, grounds)) >= READABLE
    assert nearest_readable(found, grounds) == found


def test_the_nearest_readable_colour_is_near() -> None:
    """Only as much darker as it must be, and still as yellow."""
    found = nearest_readable("#ffd400", ("#ffffff",))
    assert READABLE <= contrast(found, "#ffffff") < READABLE + 0.2
    red, green, blue = channels(found)
    assert red > green > blue


def test_where_nothing_can_be_read_it_is_said() -> None:
    with pytest.raises(ValueError, match=r"nothing is readable at 4\.5:1 on #ffffff, #888888, #000000"):
        nearest_readable("#808080", ("#ffffff", "#888888", "#000000"))


def test_a_site_brings_its_own_accent() -> None:
    assert palette("ledger", "dark") == PALETTES["ledger"]["dark"]
    assert palette("ledger", "dark", "#00ff00").accent == "#00ff00"


def test_custom_properties_pair_the_schemes() -> None:
    light = Palette(
        paper="#ffffff", faint="#eeeeee", ink="#000000", soft="#333333", rule="#cccccc", accent="#aa0000"
    )
    assert (
        custom_properties(light, PALETTES["docket"]["dark"]).splitlines()[2]
        == "--ink: light-dark(#000000, #e8e6e3);"
    )
