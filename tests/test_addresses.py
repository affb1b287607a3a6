"""One function makes every address."""

import pytest

from dateline import addresses
from dateline.addresses import url

BASE = "https://example.org/repo/"


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("", "", "./"),
        ("", "events/ft-report/", "../../"),
        ("events/ft-report/", "", "events/ft-report/"),
        ("events/ford-denies/", "events/ft-report/", "../../events/ford-denies/"),
        ("sources/", "sources/ev-com/", "../../sources/"),
        ("static/style.css", "about/", "../static/style.css"),
        ("about/#quotations", "about/", "#quotations"),
        ("about/#quotations", "", "about/#quotations"),
        ("#main", "events/ft-report/", "#main"),
        ("tags/été/", "", "tags/%C3%A9t%C3%A9/"),
        ("a b?c", "", "a%20b%3Fc"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(target: str, page: str, expected: str) -> None:
    assert url(target, page=page) == expected


def test_with_a_base_an_address_is_absolute() -> None:
    assert url("", base=BASE) == BASE
    assert url("events/ft-report/#c2", page="about/", base=BASE) == f"{BASE}events/ft-report/#c2"


def test_a_page_and_its_file_are_two_names_of_one_thing() -> None:
    for target, file in [
        ("", "index.html"),
        ("events/x/", "events/x/index.html"),
        ("404.html", "404.html"),
        ("old.html", "old.html"),
    ]:
        assert addresses.file_of(target) == file
        assert addresses.address_of(file) == target


def test_names_that_differ_only_in_case_share_an_address() -> None:
    assert addresses.actor("Ford") == addresses.actor("ford") == "actors/ford/"


def test_a_name_that_cannot_be_spelt_has_an_address_all_the_same() -> None:
    assert addresses.name_id("!!!") != addresses.name_id("???")
