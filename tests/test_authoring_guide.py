"""The guide for authors documents every key and every word, and its examples are right."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from dateline.dates import read_stated
from dateline.model import PUBLISHED_BASES, STANCES, STATUSES, Site
from dateline.records import read_event, read_source, schema
from dateline.records.keys import Key
from dateline.records.media import MEDIUM_KEYS

GUIDE = (Path(__file__).parent.parent / "docs" / "authoring.md").read_text(encoding="utf-8")


def section(heading: str) -> str:
    """What stands below a heading, down to the next of its level or higher."""
    found = re.search(rf"(?ms)^(#+) {heading}\n(.*?)(?=^#{{1,3}} (?!#)|\Z)", GUIDE)
    assert found, heading
    return found.group(2)


MEDIA = (Path(__file__).parent.parent / "docs" / "media.md").read_text(encoding="utf-8")


def test_every_key_of_a_medium_is_explained_and_the_example_is_read() -> None:
    for key in MEDIUM_KEYS:
        assert f"**`{key.name}`**" in MEDIA and re.search(rf"\b{key.name}:", MEDIA), key.name
    (example,) = re.findall(r"(?ms)^```yaml\n(.*?)^```", MEDIA)
    event, problems = read_event("x", "x.md", f"---\ntitle: x\nstatus: reported\n{example}---\n")
    assert event and len(event.media) == 4 and problems == ()


KEYS = {
    "An event": schema.EVENT_KEYS,
    "Citations": schema.CITATION_KEYS,
    "Where sources differ": schema.RESOLUTION_KEYS,
    "Corrections": schema.CORRECTION_KEYS,
    "An event taken back": schema.WITHDRAWAL_KEYS,
    "A source": schema.SOURCE_KEYS,
    "A page": schema.ESSAY_KEYS,
}


@pytest.mark.parametrize(("heading", "keys"), KEYS.items(), ids=KEYS)
def test_every_key_is_explained_and_has_an_example(heading: str, keys: tuple[Key, ...]) -> None:
    text = section(heading)
    for key in keys:
        assert f"**`{key.name}`**" in text, f"{key.name} is not explained"
        assert re.search(rf"(?m)[ {{]?\b{key.name}:( |$)", text), f"{key.name} has no example"


@pytest.mark.parametrize("word", [*STATUSES, *STANCES, *PUBLISHED_BASES])
def test_every_status_stance_and_basis_is_explained(word: str) -> None:
    assert f"`{word}`" in GUIDE


def examples() -> list[str]:
    return re.findall(r"(?ms)^```yaml\n(.*?)^```", GUIDE)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.partition("\n")[0])
def test_every_example_of_keys_is_read_without_a_problem(example: str) -> None:
    if "name: EV.com" in example:
        read, needed = read_source, {}
    else:
        read, needed = read_event, {"title": "x", "status": "reported"}
    front = example + "".join(
        f"{k}: {v}\n" for k, v in needed.items() if not re.search(rf"(?m)^{k}:", example)
    )
    record, problems = read("x", "x.md", f"---\n{front}---\n")
    assert record is not None and problems == ()


@pytest.mark.parametrize("date", re.findall(r"(?m)^\| `([-\dX~?/]+)` \|", section("Dates")))
def test_every_date_in_the_table_is_read(date: str) -> None:
    assert str(read_stated(date).value) == date


def test_every_command_is_named() -> None:
    from dateline.cli import commands

    assert {name for name in commands.commands if f"`dateline {name}" not in GUIDE} == set()


def test_every_value_of_a_site_is_explained() -> None:
    explained = section("The site")
    assert not [field.name for field in fields(Site) if f"`{field.name}`" not in explained]
