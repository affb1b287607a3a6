"""An event that is taken back leaves its lists, and a page that says so."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dateline.build import build, check
from dateline.records import read_event

EVENT = "content/events/bridge-opens.md"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def withdrawn(scaffolded: Path) -> Path:
    """A site of three events, one of which is withdrawn, and has an old address and a correction."""
    file = scaffolded / EVENT
    keys = (
        "withdrawn: {date: 2026-11-22, because: It was another bridge.}\n"
        "corrections:\n  - {date: 2026-11-20, was: May 1968, now: June 1968}\n"
        "aliases: [events/old-bridge/]\n"
    )
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("---\n", f"---\n{keys}", 1), encoding="utf-8")
    outcome = build(scaffolded)
    assert [str(problem) for problem in outcome.problems] == []
    return scaffolded


def page(root: Path, address: str) -> str:
    return (root / "build" / address / "index.html").read_text(encoding="utf-8")


def title_of(root: Path) -> str:
    event, _ = read_event("x", "x.md", (root / EVENT).read_text(encoding="utf-8"))
    assert event is not None
    return event.title


def test_its_address_says_that_it_was_withdrawn_and_why(withdrawn: Path) -> None:
    said = page(withdrawn, "events/bridge-opens")
    assert f"<h1>Withdrawn: {title_of(withdrawn)}</h1>" in said
    assert "<ins>Withdrawn. It was another bridge.</ins>" in said
    assert "<del>May 1968</del>" in said, "what was corrected before stays told"
    assert '<meta name="robots" content="noindex">' in said
    assert "events/bridge-opens/" in page(withdrawn, "events/old-bridge"), "an old address leads there"


def test_it_stands_among_the_corrections_newest_first(withdrawn: Path) -> None:
    said = page(withdrawn, "corrections")
    assert said.index("It was another bridge.") < said.index("June 1968")
    assert "../events/bridge-opens/" in said


def test_it_is_on_no_list_and_in_no_data(withdrawn: Path) -> None:
    data = json.loads((withdrawn / "build" / "data" / "timeline.json").read_text(encoding="utf-8"))
    assert "bridge-opens" not in [event["id"] for event in data["events"]]
    assert "events/bridge-opens/" not in page(withdrawn, "sources")
    assert "e-bridge-opens" not in page(withdrawn, ".")


def test_the_feed_says_so_under_the_address_that_readers_know(withdrawn: Path) -> None:
    feed = ElementTree.parse(withdrawn / "build" / "atom.xml").getroot()
    entry = feed.findall(f"{ATOM}entry")[0]
    assert entry.findtext(f"{ATOM}title") == f"Withdrawn: {title_of(withdrawn)}"
    assert str(entry.findtext(f"{ATOM}id")).endswith("/events/bridge-opens/")
    assert entry.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"
    assert entry.findtext(f"{ATOM}summary") == "Withdrawn on 22 November 2026. It was another bridge."
    assert [each.get("term") for each in entry.findall(f"{ATOM}category")] == ["withdrawn"]


def test_its_quotations_are_checked_as_before(withdrawn: Path) -> None:
    file = withdrawn / EVENT
    file.write_text(file.read_text(encoding="utf-8").replace("June 1968", "July 1968"), encoding="utf-8")
    assert {problem.place.path for problem in check(withdrawn).problems} == {EVENT}


def test_a_draft_that_is_withdrawn_was_never_published(scaffolded: Path) -> None:
    file = scaffolded / EVENT
    keys = "draft: true\nwithdrawn: {date: 2026-11-22, because: x}\n"
    file.write_text(file.read_text(encoding="utf-8").replace("---\n", f"---\n{keys}", 1), encoding="utf-8")
    build(scaffolded)
    assert not (scaffolded / "build" / "events" / "bridge-opens").exists()


WRONG = {
    "no reason": (
        "withdrawn: {date: 2026-11-22}",
        "e.md:4:12: error: a withdrawal needs because. Write a line because: and its value.",
    ),
    "no day": (
        "withdrawn: {because: x}",
        "e.md:4:12: error: a withdrawal needs date. Write a line date: and its value.",
    ),
    "no table": (
        "withdrawn: true",
        "e.md:4:12: error: a table of keys and values is wanted here. "
        "Write it as withdrawn: {date: 2026-11-22, because: ...}.",
    ),
    "no date": (
        "withdrawn: {date: soon, because: x}",
        'e.md:4:19: error: "soon" is not a date',
    ),
}


@pytest.mark.parametrize(("typed", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_withdrawal_is_told(typed: str, message: str) -> None:
    _, problems = read_event("e", "e.md", f"---\ntitle: T\nstatus: reported\n{typed}\n---\n")
    (problem,) = problems
    assert str(problem).startswith(message)
