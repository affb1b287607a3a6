"""What is wrong with a template of the site's own, where, and what to write instead."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from jinja2 import (
    Environment,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    meta,
    nodes,
)

from dateline.problems import Place, Problem, Problems, warning
from dateline.text import suggest
from dateline.theme import Theme, files_below

_SYNTAX: Final = (
    (
        r"Unexpected end of template\..* that needs to be closed is '(\w+)'\.",
        'this template ends before its "{0}" is closed.',
        "Write {{% end{0} %}} where it ends.",
    ),
    (r"Encountered unknown tag '(end\w+)'\..*", '"{0}" closes nothing.', "Delete it."),
    (r"unexpected char '[“”„«»‘’‚]' at \d+", "a quotation mark here is not a straight one.", 'Write "…".'),
)
"""What Jinja says, what is wrong, and what to write."""


_LACKS: Final = re.compile(r"'([\w.]+)\.(\w+) object' has no attribute '(\w+)'")


def explain(error: Exception, template: str) -> Problem:
    """What stopped a page, which is made by this template, at its line."""
    if isinstance(error, TemplateSyntaxError):
        place, said = Place(f"templates/{error.name}", error.lineno), error.message or ""
        for pattern, message, hint in _SYNTAX:
            if match := re.fullmatch(pattern, said):
                return Problem(place, message.format(*match.groups()), hint.format(*match.groups()))
        return Problem(place, f"{said.rstrip('.')}.")
    if isinstance(error, UnicodeDecodeError):
        return Problem(_unreadable(error, template), "this file is not UTF-8.", "Save the file as UTF-8.")
    place = _innermost(error, template)
    if isinstance(error, TemplateNotFound):
        return Problem(place, f'there is no template "{error.name}".')
    if isinstance(error, RecursionError):
        name = place.path.removeprefix("templates/")
        hint = f'The theme\'s own is {{% extends "theme/{name}" %}}.'
        return Problem(place, "this template includes or extends itself.", hint)
    if isinstance(error, UndefinedError) and (lacks := _LACKS.fullmatch(error.message or "")):
        module, kind, name = lacks.groups()
        hint = suggest(name, dir(getattr(sys.modules.get(module), kind, None)))
        return Problem(place, f'a {kind} has no "{name}".', hint)
    plain = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return Problem(place, f"{plain}.")


def _innermost(error: Exception, template: str) -> Place:
    """The last template line that was being rendered when the fault was met."""
    place = Place(f"templates/{template}")
    trace = error.__traceback__
    while trace is not None:
        file = Path(trace.tb_frame.f_code.co_filename)
        if file.name.endswith(".jinja"):
            place = Place("templates/" + file.as_posix().rpartition("/templates/")[2], trace.tb_lineno)
        trace = trace.tb_next
    return place


def _unreadable(error: Exception, template: str) -> Place:
    """The file that Jinja's loader was reading; it names none in what it raises."""
    name, trace = template, error.__traceback__
    while trace is not None:
        name = str(trace.tb_frame.f_locals.get("template", name))
        trace = trace.tb_next
    return Place(f"templates/{name.removeprefix('theme/')}")


def strays(theme: Theme, environment: Environment) -> Problems:
    """What of the site's own templates nobody would see: whole ones, and blocks."""
    own = [name for folder in theme.templates[:-1] for name in _names(folder)]
    blocks = (problem for name in own for problem in _stray_blocks(name, environment))
    return (*_unused(own, theme, environment), *blocks) if own else ()


def _names(folder: Path) -> Iterator[str]:
    for path in files_below(folder):
        if path.suffix in (".jinja", ".html"):
            yield path.relative_to(folder).as_posix()


def _unused(own: Sequence[str], theme: Theme, environment: Environment) -> Iterator[Problem]:
    """Templates by a name that no page asks for, nor another template of the site."""
    shipped = list(_names(theme.templates[-1]))
    read = [_parsed(name, environment) for name in own]
    asked = {name for template in read if template for name in meta.find_referenced_templates(template)}
    if None in read or None in asked:
        return  # a template with a fault, which may ask for any; a name that is made up while the page is
    for name in own:
        if name not in asked and name not in shipped:
            hint = suggest(name, shipped) or "Name it after the template that it changes, or delete it."
            yield warning(Place(f"templates/{name}"), "no page uses this template.", hint)


def _stray_blocks(name: str, environment: Environment) -> Iterator[Problem]:
    template = _parsed(name, environment)
    parent = template and template.find(nodes.Extends)
    known = _blocks_above(name, environment) if parent else None
    if template is None or known is None:
        return
    called = {
        found.attr
        for found in template.find_all(nodes.Getattr)
        if isinstance(found.node, nodes.Name) and found.node.name == "self"
    }
    for block in template.body:
        if isinstance(block, nodes.Block) and block.name not in known | called:
            place = Place(f"templates/{name}", block.lineno)
            hint = suggest(block.name, known) or f"It may have {', '.join(sorted(known))}."
            yield Problem(place, f'there is no block "{block.name}" in what this template extends.', hint)


def _blocks_above(name: str, environment: Environment) -> set[str] | None:
    """Names of the blocks of all that a template extends; None where that cannot be told before it is run."""
    known: set[str] = set()
    seen: set[str] = set()
    while (template := _parsed(name, environment)) and (extends := template.find(nodes.Extends)):
        if not isinstance(extends.template, nodes.Const) or name in seen:
            return None
        seen.add(name)
        name = extends.template.value
        above = _parsed(name, environment)
        if above is None:
            return None
        known |= {block.name for block in above.find_all(nodes.Block)}
    return known


def _parsed(name: object, environment: Environment) -> nodes.Template | None:
    """None for a template that is not there or has a fault; that is told where it is rendered."""
    try:
        assert environment.loader
        return environment.parse(environment.loader.get_source(environment, str(name))[0])
    except (TemplateError, UnicodeDecodeError, RecursionError):
        return None
