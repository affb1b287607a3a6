"""Templates, their faults, and the files that become a site."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline import pages
from dateline.render import render_site
from timelines import TIMELINE


def overridden(root: Path, name: str, text: str) -> tuple[dict[str, bytes], list[str]]:
    (root / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
    (root / "templates" / name).write_text(text, encoding="utf-8")
    timeline = replace(TIMELINE, root=root)
    files, problems = render_site(timeline, pages.plan(timeline)[0])
    return files, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a line\n{{ nobody }}",
            "templates/404.html.jinja:2: error: 'nobody' is undefined.",
        ),
        (
            "{% if %}",
            "templates/404.html.jinja:1: error: Expected an expression, got 'end of statement block'.",
        ),
        (
            '{% extends "none.html.jinja" %}',
            'templates/404.html.jinja:1: error: there is no template "none.html.jinja".',
        ),
    ],
)
def test_a_fault_in_a_template_has_its_place_and_stops_only_its_page(
    tmp_path: Path, text: str, problem: str
) -> None:
    files, problems = overridden(tmp_path, "404.html.jinja", text)
    assert problems == [problem]
    assert "404.html" not in files and "index.html" in files


@pytest.mark.long
@pytest.mark.parametrize(
    ("text", "problems"),
    [
        (
            '{% extends "theme/index.html.jinja" %}\n{% block mian %}x{% endblock %}',
            [
                'templates/index.html.jinja:2: error: there is no block "mian" in what this template '
                'extends. Did you mean "main"?'
            ],
        ),
        (
            '{% extends "theme/index.html.jinja" %}{% block main %}{{ self.more() }}'
            "{% block own %}{% endblock %}{% endblock %}{% block more %}x{% endblock %}",
            [],
        ),
        ('{% extends "theme/" ~ "index.html.jinja" %}{% block mian %}{% endblock %}', []),
        (
            "{{ site.variables.phone }}",
            ['templates/index.html.jinja:1: error: variables in site.py has no "phone".'],
        ),
    ],
)
def test_a_block_or_variable_that_is_nowhere_is_told(tmp_path: Path, text: str, problems: list[str]) -> None:
    assert overridden(tmp_path, "index.html.jinja", text)[1] == problems


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "problems"),
    [
        (
            "bas.html.jinja",
            [
                "templates/bas.html.jinja: warning: no page uses this template. "
                'Did you mean "base.html.jinja"?'
            ],
        ),
        (
            "index.html",
            ['templates/index.html: warning: no page uses this template. Did you mean "index.html.jinja"?'],
        ),
        ("parts/share.html.jinja", []),
    ],
)
def test_a_template_that_no_page_uses_is_told(tmp_path: Path, name: str, problems: list[str]) -> None:
    assert overridden(tmp_path, name, "")[1] == problems


def test_a_template_that_another_of_the_site_includes_is_used(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "ours.html.jinja").write_text("Ours.", encoding="utf-8")
    text = '{% extends "theme/404.html.jinja" %}{% block head %}{% include "ours.html.jinja" %}{% endblock %}'
    assert overridden(tmp_path, "404.html.jinja", text)[1] == []


def test_a_template_that_a_faulty_one_includes_is_not_called_unused(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "ours.html.jinja").write_text("Ours.", encoding="utf-8")
    text = '{% extends "theme/404.html.jinja" %}{% include "ours.html.jinja" %}{% if %}'
    (told,) = overridden(tmp_path, "404.html.jinja", text)[1]
    assert told.startswith("templates/404.html.jinja:1: error: ")


def test_a_fault_met_on_many_pages_is_told_once(tmp_path: Path) -> None:
    _, problems = overridden(tmp_path, "event.html.jinja", "\n\n{{ event.nothing }}")
    assert len(problems) == 1
    assert problems[0].startswith("templates/event.html.jinja:3: error: ")


def test_a_site_is_pages_and_files_for_machines_and_the_themes_own() -> None:
    files, problems = render_site(TIMELINE, pages.plan(TIMELINE)[0])
    assert problems == ()
    assert {"index.html", ".nojekyll", "atom.xml", "sitemap.xml", "robots.txt"} <= files.keys()
    assert {"data/timeline.json", "data/timeline.schema.json", "static/style.css"} <= files.keys()
    assert files["index.html"].endswith(b"</html>")
