"""The examples beside the functions hold."""

import doctest
import importlib
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src"


def modules() -> list[str]:
    """Every module of the package in whose docstrings an example stands."""
    files = (path for path in sorted(SRC.rglob("*.py")) if ">>> " in path.read_text(encoding="utf-8"))
    return [".".join(path.relative_to(SRC).with_suffix("").parts) for path in files]


@pytest.mark.parametrize("name", modules())
def test_the_examples_beside_the_functions_hold(name: str) -> None:
    results = doctest.testmod(importlib.import_module(name))
    assert results.attempted and not results.failed
