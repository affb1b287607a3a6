"""What of a site's own templates nobody would see: whole ones, and blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, TemplateError, meta, nodes

from dateline.problems import Place, Problem, Problems, warning
from dateline.text import suggest
from dateline.theme import Theme, files_below


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
    read = [parsed(name, environment) for name in own]
    asked = {name for template in read if template for name in meta.find_referenced_templates(template)}
    if None in read or None in asked:
        return  # a template with a fault, which may ask for any; a name that is made up while the page is
    for name in own:
        if name not in asked and name not in shipped:
            hint = suggest(name, shipped) or "Name it after the template that it changes, or delete it."
            yield warning(Place(f"templates/{name}"), "no page uses this template.", hint)


def _stray_blocks(name: str, environment: Environment) -> Iterator[Problem]:
    template = parsed(name, environment)
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
    while (template := parsed(name, environment)) and (extends := template.find(nodes.Extends)):
        if not isinstance(extends.template, nodes.Const) or name in seen:
            return None
        seen.add(name)
        name = extends.template.value
        above = parsed(name, environment)
        if above is None:
            return None
        known |= {block.name for block in above.find_all(nodes.Block)}
    return known


def parsed(name: object, environment: Environment) -> nodes.Template | None:
    """None for a template that is not there or has a fault; that is told where it is rendered."""
    try:
        assert environment.loader
        return environment.parse(environment.loader.get_source(environment, str(name))[0])
    except (TemplateError, UnicodeDecodeError, RecursionError):
        return None
