"""The guides: every link in them leads somewhere, and every file of ours that they name is there."""

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
OURS = r"`((?:src|tests|bench|templates|docs|\.ci|\.github)/[\w./-]+)`"


def prose(guide: Path) -> str:
    """Without examples, in which links are an author's."""
    return re.sub(r"(?ms)^ *```.*?^ *```$|`[^`\n]*\]\([^`\n]*`", "", guide.read_text(encoding="utf-8"))


@cache
def anchors(guide: Path) -> frozenset[str]:
    """Where a link into a guide can lead: its headings, as GitHub names them."""
    headings = re.findall(r"(?m)^#+ (.+)$", prose(guide))
    return frozenset(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_link_leads_somewhere(guide: Path) -> None:
    links = [link for link in re.findall(r"\]\(([^)\s]+)\)", prose(guide)) if not link.startswith("http")]
    for path, _, anchor in (link.partition("#") for link in links):
        target = (guide.parent / path).resolve() if path else guide
        assert target.exists(), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_file_of_ours_that_is_named_is_there(guide: Path) -> None:
    assert [path for path in re.findall(OURS, prose(guide)) if not (ROOT / path).exists()] == []
