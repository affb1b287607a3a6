"""What is shipped works where nothing else of ours is: the wheel, in an empty environment."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_theme_and_the_scaffold_and_nothing_private(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    theme = {name for name in names if name.startswith("dateline/_theme/")}
    assert theme == {
        f"dateline/_theme/{path.relative_to(ROOT).as_posix()}"
        for folder in ("templates", "static")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert "dateline/_scaffold/site.py.in" in names
    assert "dateline/py.typed" in names
    licences = {name.partition(".dist-info/licenses/")[2] for name in names if "/licenses/" in name}
    assert licences == {
        *("LICENSE", "src/dateline/sharing/fonts/OFL.txt"),
        *(path.relative_to(ROOT).as_posix() for path in (ROOT / "static/fonts").glob("*/LICENSE.txt")),
    }
    assert "dateline/locale/ar/LC_MESSAGES/dateline.po" in names
    assert not [name for name in names if name.startswith(("content", "tests", "snapshots"))]


def test_a_scaffolded_site_builds_with_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    """The wheel's own code runs; what it depends on is borrowed from here, since tests have no network."""
    environment = tmp_path / "empty"
    venv.create(environment, with_pip=False)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    packages = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()
    )
    zipfile.ZipFile(wheel).extractall(packages)
    borrowed = Path(pytest.__file__).parent.parent
    for item in borrowed.iterdir():
        if "dateline" not in item.name and not item.name.endswith(".pth"):
            (packages / item.name).symlink_to(item)
    run = [str(python), "-m", "dateline"]
    done = subprocess.run([*run, "new", "story"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    built = subprocess.run(
        [*run, "build"], cwd=tmp_path / "story", capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    assert "The Millbrook footbridge" in (tmp_path / "story" / "build" / "index.html").read_text(
        encoding="utf-8"
    )
