"""The invented sites that everything is measured on build without a word of complaint."""

import runpy
from pathlib import Path

import pytest

from conftest import ROOT
from dateline.build import check

SITES = runpy.run_path(str(ROOT / "bench/sites.py"))


@pytest.mark.long
@pytest.mark.parametrize(
    ("site", "events"), [("small", 12), ("arabic", 16), ("chinese", 9), ("japanese", 7), ("long", 40)]
)
def test_a_site_for_measuring_has_no_problem(tmp_path: Path, site: str, events: int) -> None:
    outcome = check(SITES["write_site"](tmp_path / site, site, events=40))
    assert [str(problem) for problem in outcome.problems] == []
    assert outcome.timeline is not None
    assert len(outcome.timeline.events) == events


def test_the_long_site_is_always_the_same_and_has_disagreements() -> None:
    files = SITES["long_site"](60)
    assert files == SITES["long_site"](60)
    assert len([name for name in files if name.startswith("content/events/")]) == 60
    assert len([name for name in files if name.startswith("content/sources/")]) == 20


def test_a_theme_is_written_into_the_declaration(tmp_path: Path) -> None:
    SITES["write_site"](tmp_path, "small", theme="editorial")
    assert '    theme="editorial",\n' in (tmp_path / "site.py").read_text()
