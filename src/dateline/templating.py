"""Jinja, but quicker where pages spend their time: in calls, and in escaping what is HTML already."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import FunctionType, MethodType
from typing import Any, Final

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from markupsafe import Markup, escape

_PLAIN: Final = frozenset({FunctionType, MethodType, partial})
"""Of these Jinja wants to know nothing but whether they are marked as wanting the page's context."""


class QuickContext(Context):
    """What Jinja looks for at every call, this knows of macros, and finds for functions in one look."""

    @internalcode
    def call(self, wanted: Callable[..., Any], /, *given: Any, **named: Any) -> Any:  # as in Jinja
        """What `wanted` gives for these values."""
        if type(wanted) is Macro:
            given = (self.eval_ctx, *given)
        elif type(wanted) not in _PLAIN or hasattr(wanted, "jinja_pass_arg"):
            return super().call(wanted, *given, **named)
        if named:
            named.pop("_block_vars", None)
            named.pop("_loop_vars", None)
        try:
            return wanted(*given, **named)
        except StopIteration:  # it would end the template
            return self.environment.undefined("value was undefined because a callable raised a StopIteration")


class QuickGenerator(CodeGenerator):
    """Compiles `{{ value }}` so that what is HTML already is not wrapped again."""

    def _output_child_pre(self, node: Expr, frame: Any, finalize: Any) -> None:
        quick = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None
        if quick:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


class QuickEnvironment(Environment):
    """For templates that escape."""

    context_class = QuickContext
    code_generator_class = QuickGenerator

    @staticmethod
    def shown(value: object) -> str:
        """The value as HTML."""
        return value if type(value) is Markup else escape(value)
