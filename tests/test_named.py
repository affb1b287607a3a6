"""Names that may be one name."""

import pytest

from dateline.named import look_alikes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Sand Ltd", "North Sands Ltd"),
        ("Xiaomi", "Xioami"),
        ("Jim Farley", "Jim Fraley"),
        ("Moolenaar", "Moolenar"),
        ("Citroën SA", "Citroen SAS"),
    ],
)
def test_a_letter_more_less_other_or_swapped_looks_alike(one: str, other: str) -> None:
    assert {frozenset(pair) for pair in look_alikes([one, other])} == {frozenset((one, other))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ford", "Fords"),
        ("Model 3", "Model S"),
        ("July 2024", "July 2025"),
        ("BYD", "BYK"),
        ("Jim Farley", "Jo Farley"),
    ],
)
def test_short_names_figures_and_two_letters_do_not(one: str, other: str) -> None:
    assert look_alikes([one, other]) == ()
