"""How templates call macros and functions: hundreds of thousands of times for a large site."""

from __future__ import annotations

from functools import partial
from types import FunctionType, MethodType
from typing import Any, Final

from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode

_OURS: Final = (FunctionType, MethodType, partial)
_INNER: Final = ("_loop_vars", "_block_vars")
"""Jinja gives these to every call, for functions that want the context."""


class Calling(Context):
    """Jinja's, which searches whatever is called for what it wants to be given; most of it wants nothing."""

    @internalcode
    def call(self, called: Any, /, *given: Any, **named: Any) -> Any:  # as Jinja has it
        """What `called` gives."""
        kind = type(called)
        if kind is not Macro and (kind not in _OURS or hasattr(called, "jinja_pass_arg")):
            return super().call(called, *given, **named)
        for name in _INNER:
            named.pop(name, None)
        return called(self.eval_ctx, *given, **named) if kind is Macro else called(*given, **named)
