"""What Jinja and Python say of a template, in our words: what is wrong, and what to write."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from dateline.text import suggest


class Names(NamedTuple):
    """What there is by these names in a template."""

    filters: Iterable[str]
    tests: Iterable[str]
    values: Iterable[str]
    macros: Iterable[str]


class _Saying(NamedTuple):
    said: str
    """A pattern that the whole of it answers to."""
    message: str
    hint: str = ""
    """Said where no name is suggested."""
    known: Callable[[Names, re.Match[str]], Iterable[str]] = lambda names, match: ()
    """The names among which the last group is looked for."""


def told(said: str, names: Names) -> tuple[str, str] | None:
    """What is wrong, and what to write; None for what is not in the table."""
    for saying in _SAYINGS:
        if match := re.fullmatch(saying.said, said, re.DOTALL):
            seen = [_called(group or "") for group in match.groups()]
            meant = suggest(match.groups()[-1] or "", saying.known(names, match)) if match.groups() else ""
            return saying.message.format(*seen), meant or saying.hint.format(*seen)
    return None


_CALLED: Final = {
    "end of statement block": "%}", "end of print statement": "}}", "begin of statement block": "{%",
    "begin of print statement": "{{", "str": "text", "int": "number", "float": "number", "bool": "yes or no",
    "NoneType": "nothing", "dict": "table", "tuple": "list", "Markup": "piece of HTML",
    "TemplateReference": "template", "TemplateModule": "file of macros",
}  # fmt: skip
"""What Jinja and Python call things, and what authors know them by."""


def _called(word: str) -> str:
    return _CALLED.get(word, word)


def _members(names: Names, match: re.Match[str]) -> Iterable[str]:
    """What a value of a class has, or a file of macros."""
    module, kind, _ = match.groups()
    if kind == "TemplateModule":
        return names.macros
    found = dir(getattr(sys.modules.get(module or ""), kind, str if kind == "str" else None))
    return [name for name in found if not name.startswith("_")]


_TAGS: Final = (
    *("autoescape", "block", "call", "elif", "else", "endautoescape", "endblock", "endcall", "endfilter"),
    *("endfor", "endif", "endmacro", "endraw", "endset", "endtrans", "endwith", "extends", "filter", "for"),
    *("from", "if", "import", "include", "macro", "pluralize", "print", "raw", "set", "trans", "with"),
)
_CALL: Final = r"(?:\w+\.)?(?:do_)?(\w+)\(\) "

_SAYINGS: Final = tuple(
    _Saying(*row)
    for row in (
        (r"No filter named '([\w.]+)'\.", 'there is no filter "{0}".', "", lambda names, _: names.filters),
        (r"No test named '([\w.]+)'\.", 'there is no test "{0}".', "", lambda names, _: names.tests),
        (r"'(\w+)' is undefined", 'nothing here is called "{0}".', "", lambda names, _: names.values),
        (r"'(?:([\w.]+)\.)?(\w+) object' has no attribute '(\w+)'", 'a {1} has no "{2}".', "", _members),
        (r"(\w+) object has no element (.+)", "this {0} has no item {1}."),
        (
            r"the template '(.+)' \(imported on .*\) does not export the requested name '(\w+)'\.?",
            *('"{0}" has no macro "{1}".', "", lambda names, _: names.macros),
        ),
        (
            r"Unexpected end of template\..* that needs to be closed is '(\w+)'\.",
            *('this template ends before its "{0}" is closed.', "Write {{% end{0} %}} where it ends."),
        ),
        (
            r"Encountered unknown tag '(end\w+)'\..* that needs to be closed is '(\w+)'\.",
            *('"{0}" does not close "{1}", which is open here.', "Write {{% end{1} %}} before it."),
        ),
        (r"Encountered unknown tag '(end\w+)'\..*", '"{0}" closes nothing.', "Delete it."),
        (
            r"Encountered unknown tag '(\w+)'.*",
            'there is no tag "{0}".',
            "Delete it; or, to show a value, write {{{{ {0} }}}}.",
            lambda names, _: _TAGS,
        ),
        (
            "unexpected char '[“”„«»‘’‚]' at \\d+",
            *("a quotation mark here is not a straight one.", 'Write "…".'),
        ),
        ("Missing end of comment tag", "this comment is never closed.", "Write #}} where it ends."),
        ("Missing end of raw directive", "this is never closed.", "Write {{% endraw %}} where it ends."),
        (r"Expected an expression, got '(.+)'", 'a value is missing before "{0}".'),
        (r"expected token '(.+)', got '(.+)'", '"{1}" stands where "{0}" is wanted.'),
        (r"unexpected '(.+)', expected '(.+)'", '"{0}" stands where "{1}" is wanted.'),
        (
            r"unexpected end of template, expected '(.+)'\.",
            *('this template ends before "{0}".', "Write it where it is missing."),
        ),
        (
            r"can only concatenate str .*|unsupported operand type\(s\) for \+: (?:.* and )?'str'.*",
            *('a text and something else cannot be added with "+".', "Join them with ~ instead."),
        ),
        (r"'\S+' not supported between instances of '(\w+)' and '(\w+)'", "a {0} and a {1} have no order."),
        (r"'(\w+)' object is not iterable", "a {0} is not a list, whose items could be taken one by one."),
        (r"'(\w+)' object is not callable", "a {0} takes no brackets after it.", "Delete them."),
        (r"Object of type (\w+) is not JSON serializable", "a {0} cannot be written as JSON."),
        (
            _CALL + r"missing \d+ required positional arguments?: (.+)",
            *('"{0}" is not given {1}.', "Write it between the brackets."),
        ),
        (_CALL + r"takes .* positional arguments? but .*", '"{0}" is given too much between its brackets.'),
        (
            _CALL + r"got an unexpected keyword argument '(\w+)'.*",
            '"{0}" takes nothing called "{1}".',
        ),
        (
            r"macro '(\w+)' takes no keyword argument '(\w+)'",
            'the macro "{0}" takes nothing called "{1}".',
        ),
        (
            r"macro '(\w+)' takes not more than \d+ argument\(s\)",
            'the macro "{0}" is given too much between its brackets.',
        ),
        (r"Range too big.*\((\d+)\)\.", "this range has more than {0} items.", "Check how it is counted."),
    )
)
"""The special before the general."""
