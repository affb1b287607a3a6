"""Events made by hand for the tests of drawings, and the drawings' templates."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dateline.dates import Anchor, Edtf, Reading
from dateline.filters import filters_for, globals_for
from dateline.model import Citation, Disagreement, Event, Statement, Status, Value, Words
from dateline.overview import Overview, draw
from dateline.problems import Place
from dateline.tongue import ENGLISH

HERE = Place("content/events/x.md", 1)


def read(edtf: str, **found: Any) -> Reading:
    return Reading(value=Edtf.parse(edtf), stated=edtf, rule="written as EDTF", **found)


def event(
    id: str,
    date: str | None,
    title: str = "",
    *,
    status: Status = "confirmed",
    citations: int = 1,
    rivals: tuple[str, ...] = (),
) -> Event:
    reading = read(date) if date else None
    values = [
        Value(words=words, citations=(n,), sources=("a",), reading=read(words), stands=n == 1)
        for n, words in enumerate((date, *rivals), 1)
        if words
    ]
    dispute = Disagreement(
        event=id,
        field="date",
        relation="disagree",
        values=tuple(values),
        verdict="",
        because="",
        by_editor=False,
    )
    return Event(
        id=id,
        title=title or f"What happened at {id}",
        status=status,
        place=HERE,
        date=reading,
        citations=tuple(Citation(source="a", place=HERE, number=n + 1) for n in range(citations)),
        disagreements=(dispute,) if rivals else (),
    )


def stated(words: str, edtf: str, published: str = "", **found: Any) -> Statement:
    anchor = Anchor(published=Edtf.parse(published)) if published else None
    return Statement(
        field="date", words=Words(text=words, place=HERE), reading=read(edtf, anchor=anchor, **found)
    )


def reported(date: str, *statements: Statement) -> Event:
    citations = tuple(
        Citation(source="a", place=HERE, number=n, says=(s,)) for n, s in enumerate(statements, 1)
    )
    return Event(
        id="e", title="A report", status="reported", place=HERE, date=read(date), citations=citations
    )


def drawn(*events: Event) -> Overview:
    view = drawn_or_none(*events)
    assert view is not None
    return view


def drawn_or_none(*events: Event) -> Overview | None:
    return draw(
        events,
        href=lambda e: f"events/{e.id}/",
        section=lambda e: f"#p-{e.date.earliest.year if e.date and e.date.earliest else 'open'}",
        undated_href="#undated",
    )


@cache
def templates() -> Environment:
    folder = Path(__file__).parent.parent / "templates"
    environment = Environment(
        loader=FileSystemLoader(folder),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(filters_for(ENGLISH))
    environment.globals.update(globals_for(ENGLISH, "en"))
    environment.newstyle_gettext = True
    return environment


def html(part: str, macro: str, *views: object) -> str:
    module = templates().get_template(f"parts/{part}.html.jinja").module
    return str(getattr(module, macro)(*views))
