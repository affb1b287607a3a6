"""Templates, their faults, and the files that become a site."""

from dataclasses import replace
from pathlib import Path

import pytest

from dateline import pages
from dateline.render import Renderer, render_site
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
            'templates/404.html.jinja:2: error: nothing here is called "nobody".',
        ),
        (
            "{% if %}",
            'templates/404.html.jinja:1: error: a value is missing before "%}".',
        ),
        (
            '{% extends "nowhere-at-all.jinja" %}',
            'templates/404.html.jinja:1: error: there is no template "nowhere-at-all.jinja".',
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


SAYINGS = {
    "{{ event.title|upperr }}": 'there is no filter "upperr". Did you mean "upper"?',
    "{{ event.title is strin }}": 'there is no test "strin". Did you mean "string"?',
    "{{ evnt }}": 'nothing here is called "evnt". Did you mean "event"?',
    "{% set colour = 1 %}{{ color }}": 'nothing here is called "color". Did you mean "colour"?',
    "{{ event.titel }}": 'a EventView has no "titel". Did you mean "title"?',
    "{{ event.title.uper() }}": 'a text has no "uper". Did you mean "upper"?',
    '{% import "parts/pieces.html.jinja" as it %}{{ it.stauts() }}': 'a file of macros has no "stauts". '
    'Did you mean "status"?',
    '{% from "parts/pieces.html.jinja" import stauts %}{{ stauts() }}': '"parts/pieces.html.jinja" has no '
    'macro "stauts". Did you mean "status"?',
    '{% import "parts/pieces.html.jinja" as it %}{{ it.status(nam="x") }}': 'the macro "status" takes '
    'nothing called "nam".',
    '{% import "parts/pieces.html.jinja" as it %}{{ it.when(event=3) }}': 'a number has no "rivals".',
    '{% include "parts/pices.html.jinja" %}': 'there is no template "parts/pices.html.jinja". '
    'Did you mean "parts/pieces.html.jinja"?',
    "{{ event.citations[99] }}": "this list has no item 99.",
    "{{ event.title + 1 }}": 'a text and something else cannot be added with "+". Join them with ~ instead.',
    "{{ event.title > 1 }}": "a text and a number have no order.",
    "{% for x in event.date %}{% endfor %}": "a DateView is not a list, whose items could be taken "
    "one by one.",
    "{{ event() }}": "a EventView takes no brackets after it. Delete them.",
    "{{ event|tojson }}": "a EventView cannot be written as JSON.",
    "{{ url() }}": "\"url\" is not given 'target'. Write it between the brackets.",
    "{{ url(event.target, 3) }}": '"url" is given too much between its brackets.',
    "{{ event.title|truncate(foo=1) }}": '"truncate" takes nothing called "foo".',
    "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}": 'the macro "m" is given too much between its brackets.',
    "{% for i in range(10 ** 12) %}{% endfor %}": "this range has more than 100000 items. "
    "Check how it is counted.",
    "{% blok main %}": 'there is no tag "blok". Did you mean "block"?',
    "{% break %}": 'there is no tag "break". Delete it; or, to show a value, write {{ break }}.',
    "{% for x in [] %}{% endif %}": '"endif" does not close "for", which is open here. '
    "Write {% endfor %} before it.",
    "{% endif %}": '"endif" closes nothing. Delete it.',
    "{# open": "this comment is never closed. Write #} where it ends.",
    "{{ event.title": 'this template ends before "}}". Write it where it is missing.',
    "{{ event.title | }}": '"}}" stands where "name" is wanted.',
    "{{ url( }}": '"}" stands where ")" is wanted.',
    "{{ 1 / 0 }}": "ZeroDivisionError: division by zero.",
}


@pytest.fixture(scope="module")
def event_page() -> pages.Page:
    return next(page for page in pages.plan(TIMELINE)[0] if page.template == "event.html.jinja")


@pytest.mark.parametrize(("text", "problem"), SAYINGS.items())
def test_what_jinja_says_is_told_in_our_words(
    tmp_path: Path, event_page: pages.Page, text: str, problem: str
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "event.html.jinja").write_text(f"\n{text}", encoding="utf-8")
    fault = Renderer(TIMELINE.site, tmp_path).tried(event_page)
    assert str(fault) == f"templates/event.html.jinja:2: error: {problem}"


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
