"""Readers of dates in front matter: EDTF, or words that need no anchor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from dateline.dates import EdtfError, Reading, is_either_day, read_stated
from dateline.model import Words
from dateline.problems import Problem, Problems
from dateline.records.nodes import Node, Scalar
from dateline.records.readers import words

T = TypeVar("T")


def _date_problem(node: Scalar, error: EdtfError) -> Problem:
    return Problem(node.at(max(error.position, 0)), str(error), error.hint)


def _dated(node: Node, read: Callable[[str], T]) -> tuple[Words | None, T | None, Problems]:
    typed, problems = words(node)
    if typed is None or not isinstance(node, Scalar) or problems:
        return None, None, problems
    try:
        return typed, read(typed.text), ()
    except EdtfError as error:
        return None, None, (_date_problem(node, error),)


def edtf(node: Node) -> tuple[str | None, Problems]:
    """A date as EDTF: as typed, or of words that need no anchor and that EDTF can say."""
    typed, value, problems = _dated(node, read_stated)
    if typed is None or value is None:
        return None, problems
    if value.part or value.side:
        message = f'"{typed.text}" is not exact enough here.'
        return None, (
            Problem(typed.place, message, "Write the day, as 2026-02-28, or the month, as 2026-02."),
        )
    return (typed.text if value.rule == "EDTF" else str(value.value)), _two_days(typed, value)


def stated(node: Node) -> tuple[Words | None, Problems]:
    """An editor's date, EDTF or a phrase that needs no anchor; checked and kept as typed."""
    typed, value, problems = _dated(node, read_stated)
    return typed, (*problems, *_two_days(typed, value))


def reading(node: Node) -> tuple[Reading | None, Problems]:
    """The reading of an editor's date; none of one that may be two days, which is asked."""
    typed, value, problems = _dated(node, read_stated)
    asked = _two_days(typed, value)
    return None if asked else value, (*problems, *asked)


def _two_days(typed: Words | None, value: Reading | None) -> Problems:
    if typed is None or value is None or not is_either_day(value):
        return ()
    first, _, second = str(value.value).strip("[]").partition(",")
    message = f'"{typed.text}" may be {first} or {second}.'
    return (Problem(typed.place, message, "Write the one that is meant, year first."),)
