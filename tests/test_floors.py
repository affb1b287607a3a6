"""The house has floors, and imports only go down."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "dateline"

FLOORS: dict[int, str] = {
    0: "problems kept text wordkinds dates",
    1: "model addresses evidence reconcile checks",
    2: "records dialect markup article explain formats",
    3: "theme filters overview embeds pages render",
    4: "embedding files project snapshots output build locking scaffold preview publishing",
    5: "cli summary __main__ __init__",
}
FLOOR_OF = {module: floor for floor, names in FLOORS.items() for module in names.split()}
UP_BY_NAME = {("model", "cli")}  # Site.run() starts the command line when it is called

TOUCHES_THE_WORLD = {"socket", "subprocess", "urllib.request", "http.client", "tempfile", "shutil", "time"}


def module_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return sorted(path for path in SRC.rglob("*.py") if "_scaffold" not in path.parts)


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "dateline")


def own_imports(path: Path) -> set[str]:
    named = {name.split(".")[1] for name in imports_of(path) if name.startswith("dateline.")}
    return named - {"Site"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(SRC).as_posix())
def test_imports_only_go_down(path: Path) -> None:
    module = module_of(path)
    assert module in FLOOR_OF, f"{module} has no floor yet: give it one in this table"
    for name in own_imports(path) - {module}:
        if (module, name) not in UP_BY_NAME:
            assert FLOOR_OF[name] <= FLOOR_OF[module], f"{module} imports {name}, which is a floor above it"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(SRC).as_posix())
def test_below_floor_four_nothing_reaches_for_the_world(path: Path) -> None:
    if FLOOR_OF[module_of(path)] <= 2:
        assert not TOUCHES_THE_WORLD & set(imports_of(path))


def test_no_module_takes_a_name_of_the_standard_library() -> None:
    import sys

    # `site.py` stands at the root by the user's wish; inside the package no such name is taken.
    assert not {path.stem for path in modules()} & (sys.stdlib_module_names - {"__main__"})
