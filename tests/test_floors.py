"""The house has floors, and imports only go down."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "dateline"

FLOORS: dict[int, str] = {
    0: "problems scratch kept later litter text wordkinds tongue palette dates media",
    1: "model options addresses named evidence reconcile checks",
    2: "records dialect markup article explain formats illustrations",
    3: "theme template_faults template_sayings template_strays style catalogues filters overview embeds "
    "pages calling render pixels sharing",
    4: "files contentfiles slips declaration project snapshots cache compiled mediafiles pictures locking "
    "importing output build embedding scaffold gallery preview publishing",
    5: "cli __main__ __init__",
}
FLOOR_OF = {module: floor for floor, names in FLOORS.items() for module in names.split()}
UP_BY_NAME = {("model", "cli")}  # Site.run() starts the command line when it is called

WORLD = {
    "os", "socket", "subprocess", "tempfile", "shutil", "time", "glob", "http", "urllib.request", "runpy",
}  # fmt: skip
CALLS = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "rglob", "glob", "unlink",
    "mkdir", "exists", "is_file", "is_dir", "now", "utcnow", "today", "perf_counter",
}  # fmt: skip
"""Names of functions that reach for disk or clock; `today` as an attribute that is not called is a value."""


def module_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def name_in_full(path: Path) -> str:
    """As it is imported."""
    return ".".join(("dateline", *path.relative_to(SRC).with_suffix("").parts)).removesuffix(".__init__")


def modules() -> list[Path]:
    return sorted(path for path in SRC.rglob("*.py") if "_scaffold" not in path.parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> Iterator[str]:
    return imported_by(tree_of(path))


def imported_by(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported, in full; of `from a import b` both `a` and `a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(path: Path) -> set[str]:
    named = {name.split(".")[1] for name in imports_of(path) if name.startswith("dateline.")}
    return named - {"Site"}


def test_imports_only_go_down() -> None:
    assert {module_of(path) for path in modules()} == FLOOR_OF.keys(), "the table has every module, once"
    going_up = [
        f"{path.relative_to(SRC)} imports {name}"
        for path in modules()
        for name in own_imports(path) - {module_of(path)}
        if FLOOR_OF[name] > FLOOR_OF[module_of(path)] and (module_of(path), name) not in UP_BY_NAME
    ]
    assert going_up == []


def test_no_two_modules_need_each_other() -> None:
    """Not even by an import inside a function, but for the one that goes up by name."""
    files = {name_in_full(path): path for path in modules()}
    above = {f"dateline.{name}" for _, name in UP_BY_NAME}
    needs = {name: files.keys() & set(imports_of(path)) - above for name, path in files.items()}
    for name, needed in needs.items():  # of `from a import b`, where `b` is a module, `a` is but its folder
        needed -= {name, *(other.rpartition(".")[0] for other in needed)}
    while free := {name for name, needed in needs.items() if not needed}:
        needs = {name: needed - free for name, needed in needs.items() if name not in free}
    assert needs == {}, "these are in a circle, or need one that is"


def test_below_floor_three_nothing_reaches_for_the_world() -> None:
    """No disk, network or clock: by what a module imports, and by what it calls."""
    low = (path for path in modules() if FLOOR_OF[module_of(path)] <= 2)
    assert {str(path.relative_to(SRC)): found for path in low if (found := reached(tree_of(path)))} == {}


def reached(tree: ast.AST) -> set[str]:
    imported = {name for name in imported_by(tree) if name in WORLD or name.partition(".")[0] in WORLD}
    called = {name_of(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return imported | (called & CALLS)


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


@pytest.mark.parametrize(
    "line",
    ["import os", "from urllib import request", "import urllib.request", "open('x')", "p.read_text()",
     "datetime.now()", "date.today()", "from time import sleep", "import http.client"],
)  # fmt: skip
def test_the_test_of_the_world_sees_each_way_to_it(line: str) -> None:
    assert reached(ast.parse(line))


def test_no_module_takes_a_name_of_the_standard_library() -> None:
    import sys

    # `site.py` stands at the root by the user's wish; inside the package no such name is taken.
    assert not {path.stem for path in modules()} & (sys.stdlib_module_names - {"__main__"})


def test_every_dependency_is_used() -> None:
    """What is declared is for something: each is imported somewhere in the package."""
    names = {
        "python-dateutil": "dateutil",
        "beautifulsoup4": "bs4",
        "PyYAML": "yaml",
        "Babel": "babel",
        "Pillow": "PIL",
    }
    declared = tomllib.loads((SRC.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))
    imported = {name.partition(".")[0] for path in modules() for name in imports_of(path)}
    for requirement in declared["project"]["dependencies"]:
        name = re.split(r"[^\w-]", requirement)[0]
        if "sys_platform" not in requirement:
            assert names.get(name, name) in imported, f"{name} is declared and never imported"


def test_the_page_on_architecture_has_every_module_on_its_floor() -> None:
    page = (SRC.parent.parent / "docs" / "architecture.md").read_text(encoding="utf-8")
    for floor, modules_there in FLOORS.items():
        (row,) = re.findall(rf"(?m)^\| {floor} .*$", page)
        assert set(re.findall(r"`(\w+)/?`", row)) >= set(modules_there.split()), floor
