"""Our quicker Jinja makes of every template what Jinja makes."""

from collections.abc import Callable
from functools import partial

import pytest
from jinja2 import Environment, Undefined, pass_context, pass_environment, pass_eval_context
from markupsafe import Markup

from dateline.templating import QuickEnvironment


class Shouting:
    """Called like a function, and marked as wanting the page's context."""

    @pass_context
    def __call__(self, context: object, word: str) -> str:
        return f"{context['name']}: {word.upper()}"  # type: ignore[index]


def ended() -> str:
    raise StopIteration


GIVEN: dict[str, object] = {
    "name": "R&D",
    "html": Markup("<b>&amp;</b>"),
    "number": 7,
    "plain": lambda text, **more: f"<{text}>{sorted(more)}",
    "seen": pass_context(lambda context, key: context[key]),
    "escaping": pass_eval_context(lambda evaluating: evaluating.autoescape),
    "strict": pass_environment(lambda environment: environment.undefined is Undefined),
    "partial": partial("{}-{}".format, "<1>"),
    "shouting": Shouting(),
    "ended": ended,
}
TEMPLATES = (
    "{{ name }} {{ html }} {{ number }} {{ none }} {{ name ~ html }}",
    "{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(name) }}{{ m(html, b=1) }}",
    "{% macro m(a) %}[{{ caller(a) }}]{% endmacro %}{% call(x) m('<') %}{{ x }}{{ name }}{% endcall %}",
    "{% for k in [1, 2] %}{% set n = k %}{{ plain(n, a=k) }}{{ loop.cycle(1) }}{{ seen('n') }}{% endfor %}",
    "{{ seen('name') }}{{ escaping() }}{{ strict() }}{{ partial('&') }}{{ shouting('x') }}{{ name.lower() }}",
    "{{ ended() }}|{{ ended() is defined }}{{ 'a' if ended() }}",
    "{% autoescape false %}{{ name }}{{ html }}{% endautoescape %}{% set x %}{{ name }}{% endset %}{{ x }}",
)


@pytest.mark.parametrize("template", TEMPLATES)
def test_pages_are_what_jinja_makes_of_them(template: str) -> None:
    def made(kind: Callable[..., Environment]) -> str:
        return kind(autoescape=True).from_string(template).render(GIVEN)

    assert made(QuickEnvironment) == made(Environment) != ""
