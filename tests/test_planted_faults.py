"""One word is corrupted in every quotation, statement and lock entry of the flagship, one by one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.evidence import verify
from dateline.evidence.lock import check
from dateline.evidence.lockfile import parse
from dateline.model import Citation, Event, Words
from dateline.problems import Place
from dateline.project import Project, read_project
from dateline.text import WORD

LOCK = "citations.lock"
Planted = tuple[Event, Place]
"""An event with one corrupted word, and the place at which the author must be told."""


def read(root: Path) -> Project:
    project, problems = read_project(root)
    assert project is not None
    assert problems == ()
    return project


def corrupted(words: Words) -> Iterator[Words]:
    """With its first, middle or last word spelt backwards, or one letter longer where that is the same."""
    found = list(WORD.finditer(words.text))
    for word in {found[at].start(): found[at] for at in (0, len(found) // 2, -1)}.values():
        wrong = word[0][::-1] if word[0].casefold() != word[0][::-1].casefold() else f"{word[0]}x"
        yield replace(words, text=words.text[: word.start()] + wrong + words.text[word.end() :])


def with_citation(event: Event, citation: Citation) -> Event:
    return replace(
        event, citations=tuple(citation if c.number == citation.number else c for c in event.citations)
    )


def quotations(project: Project) -> Iterator[Planted]:
    for event in project.events:
        for citation in event.citations:
            for wrong in corrupted(citation.quote) if citation.quote else ():
                yield with_citation(event, replace(citation, quote=wrong)), wrong.place


def statements(project: Project) -> Iterator[Planted]:
    for event in project.events:
        for citation in event.citations:
            for statement in citation.says:
                for wrong in corrupted(statement.words):
                    said = replace(statement, words=wrong)
                    says = tuple(said if each is statement else each for each in citation.says)
                    yield with_citation(event, replace(citation, says=says)), wrong.place


def errors(project: Project, event: Event) -> set[Place]:
    verified, problems = verify(event, project.snapshots, project.lock)
    found = (*problems, *check([verified], project.lock))
    return {problem.place for problem in found if problem.severity == "error"}


@pytest.mark.shared
@pytest.mark.parametrize(("plant", "fewest"), [(quotations, 450), (statements, 250)])
def test_every_corrupted_word_is_told_where_it_stands(
    flagship_with_copies: Path, plant: Callable[[Project], Iterator[Planted]], fewest: int
) -> None:
    project = read(flagship_with_copies)
    planted = list(plant(project))
    assert [place for event, place in planted if place not in errors(project, event)] == []
    assert len(planted) >= fewest


@pytest.mark.parametrize(("plant", "fewest"), [(quotations, 450), (statements, 250)])
def test_without_the_copies_the_lock_tells_every_corrupted_word(
    flagship: Path, plant: Callable[[Project], Iterator[Planted]], fewest: int
) -> None:
    project = read(flagship)
    planted = list(plant(project))
    missed = [p for event, p in planted if p.path not in {each.path for each in errors(project, event)}]
    assert missed == []
    assert len(planted) >= fewest


def test_the_flagship_itself_has_no_fault(flagship: Path) -> None:
    project = read(flagship)
    at_fault = {place.path for event in project.events for place in errors(project, event)}
    assert at_fault == {LOCK}, "only the entries of the events that are left out each time"


def test_every_corrupted_value_in_the_lock_is_told_at_its_entry(flagship: Path) -> None:
    """Each entry by itself behind the table of its copy, and each of its values changed by one letter."""
    head, *tables = re.split(r"\n(?=\[)", (flagship / LOCK).read_text(encoding="utf-8"))
    copies = {table.split('"')[1]: table for table in tables if table.startswith("[snapshots.")}
    tried = 0
    for table in tables:
        source = re.search(r'^source = "(.+)"$', table, re.MULTILINE)
        before = [head, copies[source[1]]] if source else [head]
        assert parse("\n".join([*before, table]), LOCK)[1] == ()
        for wrong in changed(table):
            lock, problems = parse("\n".join([*before, wrong]), LOCK)
            name = table.split('"')[1]
            assert [problem.place.path for problem in problems] == [LOCK], wrong
            assert not {name} & {*lock.citations, *(() if source else lock.snapshots)}
            tried += 1
    assert tried > 1_000


def changed(table: str) -> Iterator[str]:
    """The table with one of its values another, for each of them; and with another name."""
    for match in re.finditer(r'(?<=")[^"\n]+(?=")|(?<= = )\d+$', table, re.MULTILINE):
        value = match[0]
        if value not in SOURCES:
            middle = len(value) // 2
            other = "1" if value[middle] != "1" else "2"
            yield table[: match.start() + middle] + other + table[match.start() + middle + 1 :]


SOURCES = {path.stem for path in (Path(__file__).parent.parent / "content" / "sources").glob("*.md")}


def test_an_entry_for_another_source_is_told_at_its_citation(flagship: Path) -> None:
    project = read(flagship)
    entries = project.lock.citations
    for event in project.events:
        for name in project.lock.of_event(event.id):
            other = next(iter(SOURCES - {entries[name].source}))
            lock = replace(project.lock, citations={**entries, name: replace(entries[name], source=other)})
            told = verify(event, {}, lock)[1]
            assert [problem.place.path for problem in told] == [event.place.path]
