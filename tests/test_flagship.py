"""The flagship is the proof: every date was read, every quotation checked, and a changed word is caught."""

import json
import re
from pathlib import Path

import pytest

from conftest import ROOT, flagship_in
from dateline.build import Outcome, build, check
from dateline.model import Timeline


def walk(root: Path) -> tuple[Outcome, Timeline]:
    outcome = build(root)
    assert outcome.timeline is not None
    assert outcome.written is not None, "\n".join(map(str, outcome.problems))
    return outcome, outcome.timeline


@pytest.fixture(scope="module")
def by_lock(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Timeline]:
    """The flagship as it is built without the copies, for tests that only look at it."""
    root = flagship_in(tmp_path_factory.mktemp("by-lock"))
    outcome, timeline = walk(root)
    assert outcome.problems == ()
    return root / "build", timeline


@pytest.mark.shared
def test_every_quotation_stands_in_the_real_article(flagship_with_copies: Path) -> None:
    outcome, timeline = walk(flagship_with_copies)
    assert outcome.problems == ()
    quoted = [c for event in timeline.events for c in event.citations if c.quote]
    assert all(c.verification and c.verification.fresh for c in quoted)
    assert len(quoted) > 100


def test_without_the_copies_the_lock_vouches_for_every_quotation(by_lock: tuple[Path, Timeline]) -> None:
    _, timeline = by_lock
    quoted = [c for event in timeline.events for c in event.citations if c.quote]
    assert all(c.verification and not c.verification.fresh for c in quoted)


@pytest.mark.long
@pytest.mark.shared
def test_copies_and_lock_make_the_same_site_but_for_how_it_was_verified(
    flagship: Path, flagship_with_copies: Path
) -> None:
    """Both fixtures are one folder; the copies are laid in after the first build."""
    assert flagship == flagship_with_copies
    _, with_copies = walk(flagship_with_copies)
    for path in (flagship / "snapshots").iterdir():
        path.unlink()
    _, by_lock = walk(flagship)
    assert [event.date for event in with_copies.events] == [event.date for event in by_lock.events]
    assert with_copies.disagreements == by_lock.disagreements


def test_the_story_holds_what_the_articles_hold(by_lock: tuple[Path, Timeline]) -> None:
    _, timeline = by_lock
    assert len(timeline.events) >= 60
    assert len(timeline.sources) == 5
    assert len(timeline.disagreements) > 30
    assert sum(len(event.citations) for event in timeline.events) > 100


def test_xiaomis_two_denials_are_two_events_on_two_days(by_lock: tuple[Path, Timeline]) -> None:
    _, timeline = by_lock
    dates = {event.id: str(event.date.value) for event in timeline.events if event.date}
    assert dates["xiaomi-denies-by-spokesperson"] == "2026-02-01"
    assert dates["xiaomi-denies-on-x"] == "2026-02-02"


def test_the_visit_in_april_is_possible_and_not_told_as_having_happened(
    by_lock: tuple[Path, Timeline],
) -> None:
    _, timeline = by_lock
    (visit,) = [event for event in timeline.events if event.date and str(event.date.value) == "2026-04"]
    assert visit.status == "possible"


def test_no_words_of_the_articles_are_published_but_quotations(by_lock: tuple[Path, Timeline]) -> None:
    built, _ = by_lock
    assert not list(built.rglob("snapshots*"))
    whole = "".join(path.read_text(encoding="utf-8") for path in built.rglob("*.html"))
    assert "Discussion about this post" not in whole


def test_the_numbers_of_citations_rise_as_a_text_is_read(by_lock: tuple[Path, Timeline]) -> None:
    built, _ = by_lock
    cited = {
        page.parent.name: dict.fromkeys(
            map(int, re.findall(r'href="#c(\d+)" id="r', page.read_text(encoding="utf-8")))
        )
        for page in (built / "events").glob("*/index.html")
    }
    assert sum(map(len, cited.values())) > 100
    assert {id: list(numbers) for id, numbers in cited.items() if list(numbers) != sorted(numbers)} == {}


def test_the_data_file_carries_the_whole_model(by_lock: tuple[Path, Timeline]) -> None:
    built, timeline = by_lock
    data = json.loads((built / "data" / "timeline.json").read_text(encoding="utf-8"))
    assert [event["id"] for event in data["events"]] == [event.id for event in timeline.events]
    assert sum(len(event["disagreements"]) for event in data["events"]) == len(timeline.disagreements)


def quotations(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip().startswith("quote:")]


@pytest.mark.shared
def test_a_changed_word_in_any_quotation_is_caught(flagship_with_copies: Path) -> None:
    """One pass for all files: each first quotation is broken, and each file must be named."""
    broken = set()
    for path in sorted((flagship_with_copies / "content" / "events").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        lines = [line for line in quotations(text) if line.rstrip()[-1] not in ">|-"]
        if lines:
            words = lines[0].split(" ")
            words[-2 if len(words) > 7 else -1] = (
                "zebra" if words[-1][-1] not in "'\"" else f"zebra{words[-1][-1]}"
            )
            path.write_text(text.replace(lines[0], " ".join(words), 1), encoding="utf-8")
            broken.add(path.relative_to(flagship_with_copies).as_posix())
    outcome = check(flagship_with_copies)
    assert {problem.place.path for problem in outcome.problems if problem.severity == "error"} >= broken
    assert len(broken) > 50


def test_the_flagship_commits_no_copy_of_an_article() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "/snapshots/" in ignored
    assert "/build/" in ignored
