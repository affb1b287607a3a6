"""What is wrong with a template of the site's own, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from jinja2 import (
    Environment,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    meta,
    nodes,
)

from dateline.problems import Place, Problem
from dateline.template_sayings import Names, told
from dateline.template_strays import parsed
from dateline.text import nearest_spelling
from dateline.theme import Theme


def explain(
    error: Exception, template: str, environment: Environment, theme: Theme, given: Iterable[str]
) -> Problem:
    """What stopped a page, which is made by this template of what is `given`, at its line.

    A fault that a template of the site's own brings into one of the theme's is told where it is brought.
    """
    if isinstance(error, UnicodeDecodeError):
        return Problem(
            Place(_path(_unreadable(error, template))), "this file is not UTF-8.", "Save the file as UTF-8."
        )
    if isinstance(error, TemplateSyntaxError):
        place = Place(_path(error.filename or error.name or template), error.lineno)
    else:
        place = _innermost(error, template, theme)
    name = place.path.removeprefix("templates/")
    if isinstance(error, TemplateNotFound):
        near = nearest_spelling(str(error.name), environment.list_templates(), _LIKENESS)
        hint = f'Did you mean "{near}"?' if near else ""
        return Problem(place, f'there is no template "{error.name}".', hint)
    if isinstance(error, RecursionError):
        hint = f'The theme\'s own is {{% extends "theme/{name}" %}}.'
        return Problem(place, "this template includes or extends itself.", hint)
    said = error.message if isinstance(error, TemplateError) else str(error)
    known = told(said or "", _names(name, environment, given))
    if known:
        return Problem(place, *known)
    plain = said if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return Problem(place, f"{(plain or '').rstrip('.')}.")


_LIKENESS: Final = 0.8
"""Of names that all have one ending."""


def _names(name: str, environment: Environment, given: Iterable[str]) -> Names:
    """What can be named in a template, for suggestions."""
    template = parsed(name, environment)
    bound = [each.name for each in template.find_all(nodes.Name) if each.ctx != "load"] if template else []
    macros = [macro.name for each in _read_by(name, environment) for macro in each.find_all(nodes.Macro)]
    return Names(
        filters=environment.filters,
        tests=environment.tests,
        values=(*given, *environment.globals, *bound, *macros),
        macros=macros,
    )


def _read_by(name: str, environment: Environment) -> Iterator[nodes.Template]:
    """A template and those that it names, as far as they can be read."""
    template = parsed(name, environment)
    if template:
        yield template
        others = (parsed(other, environment) for other in meta.find_referenced_templates(template) if other)
        yield from filter(None, others)


def _innermost(error: Exception, template: str, theme: Theme) -> Place:
    """The last template line that was being rendered, of the site's own if it has one in this."""
    lines: list[tuple[str, int]] = []
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".jinja"):
            lines.append((file, trace.tb_lineno))
        trace = trace.tb_next
    own = [line for line in lines if not Path(line[0]).is_relative_to(theme.templates[-1])]
    found = (own or lines)[-1:]
    return Place(_path(found[0][0]), found[0][1]) if found else Place(_path(template))


def _path(file: str) -> str:
    """A template by its path in the site's folder, whether Jinja has its file or its name."""
    return "templates/" + Path(file).as_posix().rpartition("/templates/")[2].removeprefix("theme/")


def _unreadable(error: Exception, template: str) -> str:
    """The file that Jinja's loader was reading; it names none in what it raises."""
    name, trace = template, error.__traceback__
    while trace is not None:
        name = str(trace.tb_frame.f_locals.get("template", name))
        trace = trace.tb_next
    return name
