"""Widgets for other people's pages: their heights, the code that shows them, and their oEmbed."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from conftest import ROOT
from dateline import addresses, embeds, pages
from dateline.cli import main
from dateline.embeds import HEIGHTS, INTEGRITY, LOOKS, SCRIPT, Look, Widget
from dateline.model import Timeline
from dateline.pages.desk import Desk
from dateline.pages.widgets import event_widget, lines, lists
from dateline.render import render_site
from timelines import CLAIM, DENIAL, EMPTY, REPORT, SITE, TIMELINE, many, with_events

GUIDE = (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
WIDGET = Widget(
    target="embed/latest/5/",
    page="",
    title='Timeline: “A” & "B" <b>',
    parts=(("head", 1), ("row", 5), ("foot", 1)),
)
DESK = Desk(TIMELINE.sources, "day-month")


def files(timeline: Timeline = TIMELINE) -> dict[str, str]:
    rendered, faults = render_site(timeline, pages.plan(timeline)[0])
    assert faults == ()
    return {path: content.decode() for path, content in rendered.items() if not path.startswith("static/")}


@pytest.fixture(scope="module")
def site() -> dict[str, str]:
    return files()


def test_the_style_sheet_has_the_heights_that_snippets_state() -> None:
    style = (ROOT / "static" / "embed.css").read_text(encoding="utf-8")
    comfortable, compact = style.split('[id*="compact"]:target')
    for text, heights in ((comfortable, HEIGHTS["comfortable"]), (compact, HEIGHTS["compact"])):
        stated = {name: int(px) for name, px in re.findall(r"--([a-z]+): (\d+)px;", text)}
        assert stated == {part: height for part, height in heights.items() if part in stated}
        assert stated.keys() >= heights.keys() - {"more"}


def test_the_height_is_the_sum_of_the_parts() -> None:
    assert WIDGET.height() == 52 + 5 * 96 + 44
    assert WIDGET.height(Look(density="compact")) == 40 + 5 * 64 + 36


def test_what_opens_counts_only_where_it_can_be_opened() -> None:
    widget = replace(WIDGET, parts=(("head", 1), ("more", 1)))
    assert widget.height() == 52
    assert widget.height(Look(opens=True)) == 52 + 34


def test_a_published_script_never_changes() -> None:
    digest = hashlib.sha384((ROOT / SCRIPT).read_bytes()).digest()
    assert f"sha384-{base64.b64encode(digest).decode()}" == INTEGRITY, (
        "pages elsewhere hold this version to its hash: give the changed script a new version and name"
    )


@pytest.mark.parametrize(
    ("look", "name"),
    [
        (Look(), ""),
        (Look(scheme="dark"), "dark"),
        (Look(density="compact"), "compact"),
        (Look(scheme="light", density="compact", opens=True), "light-compact-open"),
    ],
)
def test_a_look_has_a_name_that_is_a_mark_on_every_widget(
    look: Look, name: str, site: dict[str, str]
) -> None:
    assert look.name == name
    assert not name or f'<i id="{name}" hidden></i>' in site["embed/index.html"]
    assert len(set(LOOKS)) == len(LOOKS) == 11


def test_a_frame_states_its_height_and_needs_no_script() -> None:
    assert embeds.frame(WIDGET, SITE, Look(scheme="dark")) == (
        '<iframe src="https://example.org/repo/embed/latest/5/#dark"'
        ' title="Timeline: “A” &amp; &quot;B&quot; &lt;b&gt;"'
        ' width="100%" height="576" loading="lazy" frameborder="0"></iframe>'
    )


def test_a_frame_that_follows_is_not_lazy_and_never_forbids_to_scroll() -> None:
    code = embeds.following(WIDGET, SITE, Look(opens=True))
    assert 'height="576"' in code and "data-dateline" in code and "frame-sizing:content-height" in code
    assert f'src="https://example.org/repo/{SCRIPT}" integrity="{INTEGRITY}" crossorigin="anonymous"' in code
    assert "lazy" not in code and "scrolling" not in code


def test_an_element_holds_the_list_that_stays_without_script() -> None:
    code = embeds.element(WIDGET, SITE, tuple(lines((REPORT, CLAIM), DESK)), Look(opens=True))
    soup = BeautifulSoup(code, "html.parser")
    items = [" ".join(item.get_text().split()) for item in soup.select("dateline-timeline li")]
    assert items == [
        "The Financial Times reports talks 31 Jan 2026, disputed; reported; 2 sources: EV.com, Explainer",
        "A claim that </script><script>alert(1)</script> nobody dates undated; alleged; nobody is cited",
    ]
    assert len(soup.select("script")) == 1
    assert soup.select_one("dateline-timeline")["height"] == "576"


def test_the_parts_of_an_event_follow_from_what_is_known_of_it() -> None:
    assert dict(event_widget(REPORT, DESK).parts) == {
        **{"head": 1, "rivals": 1, "title": 1, "dek": 1, "quote": 2, "foot": 1, "more": 1}
    }
    assert dict(event_widget(DENIAL, DESK).parts) == {
        **{"head": 1, "when": 1, "title": 1, "dek": 1, "quote": 1, "foot": 1}
    }
    assert dict(event_widget(CLAIM, DESK).parts) == {"head": 1, "when": 1, "title": 1, "foot": 1}


def test_the_latest_events_are_dated_ones() -> None:
    whole, three, *_ = lists(TIMELINE, {}, {})
    assert whole.events == TIMELINE.events
    assert [event.id for event in three.events] == ["ft-report", "ford-denies", "visit"]


def test_a_long_list_shows_the_latest_hundred_and_says_how_many_there_are() -> None:
    timeline = with_events(*many(120))
    page = files(timeline)["embed/index.html"]
    assert page.count('<li class="row">') == 100
    assert "All 120 events" in page and "the latest 100 ·" in page


def test_there_is_a_widget_for_the_timeline_the_latest_each_event_actor_and_tag(site: dict[str, str]) -> None:
    assert {path.removesuffix("index.html") for path in site if path.startswith("embed/")} == {
        *("embed/", "embed/latest/3/", "embed/latest/5/", "embed/latest/10/"),
        *("embed/one/trip/", "embed/one/podcast/", "embed/one/ft-report/", "embed/one/ford-denies/"),
        *("embed/one/visit/", "embed/one/claim/"),
        *("embed/actors/ford/", "embed/actors/financial-times/", "embed/tags/the-report/"),
    }


def test_an_empty_site_has_no_widgets() -> None:
    assert not [path for path in files(EMPTY) if "embed" in path]


def test_a_widget_keeps_sources_and_marks_of_disagreement(site: dict[str, str]) -> None:
    row = BeautifulSoup(site["embed/index.html"], "html.parser").select("li.row")[2]
    assert row.select_one(".or").get_text() == "disputed"
    assert row.select_one("p.line").get_text() == "2 sources: EV.com, Explainer"
    assert [q.get_text() for q in row.select("details q")] == [
        "The Financial Times reported Saturday",
        "In early 2024, several media outlets",
    ]
    event = BeautifulSoup(site["embed/one/ft-report/index.html"], "html.parser")
    assert " ".join(event.select_one(".date").get_text().split()) == "31 January 2026 disputed early 2024"
    assert [q.get_text() for q in event.select("article > ol q")] == [
        "The Financial Times reported Saturday",
        "In early 2024, several media outlets",
    ]
    assert event.select_one("details summary").get_text() == "1 more quotation"


def test_widgets_lead_to_their_pages_and_out_of_the_frame(site: dict[str, str]) -> None:
    for path, page in site.items():
        if not path.startswith("embed/"):
            continue
        soup = BeautifulSoup(page, "html.parser")
        canonical = str(soup.select_one("link[rel=canonical]")["href"]).removeprefix(SITE.url)
        assert addresses.file_of(canonical) in site and not canonical.startswith("embed/")
        assert soup.base is not None and soup.base["target"] == "_top"
        assert soup.select_one("meta[name=robots]")["content"] == "noindex"
        assert not [a for a in soup.select("a[href]") if str(a["href"]).startswith(("http", "#"))]


def test_the_sitemap_has_no_widgets(site: dict[str, str]) -> None:
    assert "/embed/" not in site["sitemap.xml"]


def test_every_page_that_can_be_pasted_announces_its_oembed(site: dict[str, str]) -> None:
    announced = 0
    for path, page in site.items():
        if not path.endswith(".html") or path.startswith("embed/"):
            continue
        link = BeautifulSoup(page, "html.parser").find("link", type="application/json+oembed")
        if path in ("404.html", "events/report/index.html"):
            assert link is None
            continue
        told = json.loads(site[str(link["href"]).removeprefix(SITE.url)])
        assert told["version"] == "1.0" and told["type"] == "rich" and "<script" not in told["html"]
        # WordPress keeps these two elements, in this order, and their attributes only as they are here
        assert re.fullmatch(
            r'<blockquote><a href="[^"]+">[^<]+</a></blockquote>'
            r'<iframe src="[^"]+" title="[^"]+" width="600" height="\d+" frameborder="0"></iframe>',
            told["html"],
        )
        assert f'href="{SITE.url}{path.removesuffix("index.html")}"' in told["html"]
        announced += 1
    assert announced == sum(path.endswith("oembed.json") for path in site)


@pytest.mark.parametrize(
    ("page", "widget"),
    [
        ("", "embed/latest/5/"),
        ("events/ft-report/", "embed/one/ft-report/"),
        ("actors/ford/", "embed/actors/ford/"),
        ("tags/the-report/", "embed/tags/the-report/"),
        ("sources/ev-com/", "embed/latest/5/"),
    ],
)
def test_a_page_becomes_its_own_widget(page: str, widget: str, site: dict[str, str]) -> None:
    told = json.loads(site[page + "oembed.json"])
    assert f'src="{SITE.url}{widget}"' in told["html"]
    shared = BeautifulSoup(site[page + "index.html"], "html.parser").select(".share code")
    assert f'src="{SITE.url}{widget}"' in shared[0].get_text()


Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["--event", "zzz"],
            'dateline: there is no event "zzz". Give the name of its file in content/events/, without .md.\n',
        ),
        (["--event", "ft-repot"], 'dateline: there is no event "ft-repot". Did you mean "ft-report"?\n'),
        (["--actor", "Frod"], 'dateline: there is no actor "Frod". Did you mean "Ford"?\n'),
        (["--tag", "zzz"], 'dateline: there is no tag "zzz". Give a tag as the events name it.\n'),
        (
            ["--event", "ft-report", "--latest", "5"],
            "dateline: --event and --latest are two widgets. Ask for one at a time.\n",
        ),
        (
            ["--element", "--auto-height"],
            "dateline: --element follows its content already. Leave out --auto-height.\n",
        ),
    ],
)
def test_a_widget_that_is_not_there_is_said_so(
    arguments: list[str], told: str, flagship: Path, capsys: Capture
) -> None:
    assert main(["embed", *arguments], root=flagship) == 2
    assert capsys.readouterr().err == told


def test_names_are_known_however_they_are_spelt(flagship: Path, capsys: Capture) -> None:
    assert main(["embed", "--actor", "FORD"], root=flagship) == 0
    assert "/embed/actors/ford/" in capsys.readouterr().out
    assert main(["embed", "--tag", "The Report"], root=flagship) == 0
    assert "/embed/tags/the-report/" in capsys.readouterr().out


def test_a_draft_has_no_widget(scaffolded: Path, capsys: Capture) -> None:
    event = scaffolded / "content" / "events" / "bridge-opens.md"
    event.write_text(event.read_text().replace("---\n", "---\ndraft: true\n", 1))
    assert main(["embed", "--event", "bridge-opens"], root=scaffolded) == 2
    assert capsys.readouterr().err == (
        'dateline: "bridge-opens" is a draft, which has no widget. Publish it first.\n'
    )


def test_a_site_without_events_has_nothing_to_embed(scaffolded: Path, capsys: Capture) -> None:
    for path in (scaffolded / "content" / "events").iterdir():
        path.unlink()
    (scaffolded / "citations.lock").unlink()
    assert main(["embed"], root=scaffolded) == 2
    assert "has no events yet" in capsys.readouterr().err


def test_a_broken_site_has_its_problems_told_instead(scaffolded: Path, capsys: Capture) -> None:
    (scaffolded / "content" / "events" / "bridge-opens.md").write_text("---\ntitle: [\n---\n")
    assert main(["embed"], root=scaffolded) == 1
    told = capsys.readouterr()
    assert told.out == "" and "bridge-opens.md" in told.err


DOCUMENTED = re.findall(r"(?s)```sh\ndateline (embed[^\n]*)\n```\n\n```html\n(.*?)```", GUIDE)


@pytest.mark.parametrize(("command", "code"), DOCUMENTED, ids=[command for command, _ in DOCUMENTED])
def test_the_guide_shows_what_the_command_prints(
    command: str, code: str, flagship: Path, capsys: Capture
) -> None:
    assert main(command.split(), root=flagship) == 0
    assert capsys.readouterr().out == code


def test_the_guide_names_every_kind_and_option() -> None:
    from dateline.cli import commands

    options = [name for option in commands.commands["embed"].params for name in option.opts]
    assert [name for name in options if name not in GUIDE] == []
