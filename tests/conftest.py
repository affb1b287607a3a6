"""Shared ground of the tests: where things stand, and what may be missing."""

import os
import pkgutil
import shutil
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import coverage
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

import dateline

# Machines are slow in their own ways: a law holds or not, however long it takes. Examples are the same in
# every run, so that a failure is the change's and not the day's.
settings.register_profile("dateline", deadline=None, derandomize=True)
settings.load_profile("dateline")

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.hookimpl(trylast=True)
def pytest_sessionstart() -> None:
    """Modules are imported while they are traced, and not first by a test that is not."""
    if coverage.Coverage.current():
        for module in pkgutil.walk_packages(dateline.__path__, "dateline."):
            if not module.name.endswith("__main__"):
                import_module(module.name)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that workers, who take a file each, come to an end together."""
    long = {item.path for item in items if _takes_long(item)}
    items.sort(key=lambda item: item.path not in long)


def _takes_long(item: pytest.Item) -> bool:
    drives = {"browser", "forge", "scene"} & set(getattr(item, "fixturenames", ()))
    return bool(drives) or item.get_closest_marker("long") is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Whatever takes long is not traced, with all that is set up for it.

    A tracer makes Python more than twice as slow, and these build whole sites over and over or repeat one
    law ten thousand times: the bar on the branches is held by the other tests alone.
    """
    tracer = coverage.Coverage.current() if _takes_long(item) else None
    if tracer:
        tracer.stop()
    try:
        return (yield)
    finally:
        if tracer:
            tracer.start()


@pytest.fixture(scope="session", autouse=True)
def _one_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What one test had drawn, the next need not draw again, whichever worker has it."""
    own = tmp_path_factory.getbasetemp()
    of_all = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    os.environ["DATELINE_CACHE"] = str(of_all / "cache")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of private test material beside the repository, for those who have it.

    The gate sets DATELINE_SHARED=required where it stands, so that these tests cannot be skipped there.
    """
    if not SHARED.is_dir():
        if os.environ.get("DATELINE_SHARED") == "required":
            pytest.fail("the shared folder must stand beside the repository")
        pytest.skip("needs the shared folder beside the repository")
    return SHARED


@pytest.fixture(scope="session")
def flagship_copies(shared: Path) -> dict[str, Path]:
    """The saved articles by source id, known by the digests in the lock."""
    lock = tomllib.loads((ROOT / "citations.lock").read_text(encoding="utf-8"))
    by_digest = {sha256(path.read_bytes()).hexdigest(): path for path in (shared / "seeds").glob("*.txt")}
    return {id: by_digest[entry["sha256"]] for id, entry in lock["snapshots"].items()}


@pytest.fixture
def flagship(tmp_path: Path) -> Path:
    """A copy of this repository's own site, without snapshots, to build and to break."""
    return flagship_in(tmp_path)


def flagship_in(folder: Path) -> Path:
    """Such a copy, in a folder."""
    root = folder / "flagship"
    shutil.copytree(ROOT / "content", root / "content")
    for name in ("site.py", "citations.lock"):
        shutil.copy(ROOT / name, root / name)
    return root


@pytest.fixture
def flagship_with_copies(flagship: Path, flagship_copies: dict[str, Path]) -> Path:
    """The same with its snapshots."""
    (flagship / "snapshots").mkdir()
    for id, path in flagship_copies.items():
        shutil.copy(path, flagship / "snapshots" / f"{id}.txt")
    return flagship


@pytest.fixture
def scaffolded(tmp_path: Path) -> Iterator[Path]:
    """A site as `dateline new` makes it."""
    from datetime import date

    from dateline.scaffold import scaffold

    root = tmp_path / "site"
    scaffold(root, date(2026, 1, 2))
    yield root


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium; without one these tests skip, except where the gate says that they may not."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        if os.environ.get("DATELINE_BROWSER") == "required":
            pytest.fail("a chromium must be on this machine")
        pytest.skip("no chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()
