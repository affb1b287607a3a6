"""The layout of our JSON files: one record a line, which reads and compares well, and is quick to write."""

from __future__ import annotations

import json
from collections.abc import Mapping


def jsontext(value: object) -> str:
    """The value as a JSON text that ends in a line's end; always the same for the same value.

    >>> print(jsontext({"a": 1, "b": [{"c": 2}, {"c": 3}]}), end="")
    {
    "a": 1,
    "b": [
    {"c": 2},
    {"c": 3}
    ]
    }
    """
    if isinstance(value, Mapping):
        members = (f"{_plain(name)}: {_rows(member)}" for name, member in value.items())
        return "{\n" + ",\n".join(members) + "\n}\n"
    return _rows(value) + "\n"


def _rows(value: object) -> str:
    if isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value):
        return "[\n" + ",\n".join(map(_plain, value)) + "\n]"
    return _plain(value)


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
