"""The workflow that publishes on GitHub: what it asks for, and that its steps do what they say."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from conftest import ROOT
from dateline.cli import main
from dateline.publishing.workflow import PATH, installed_from
from forge import ME, git

pytestmark = pytest.mark.long

Capture = pytest.CaptureFixture[str]
CHECK, COMPARE = "Check and build", "Compare that with the url in site.py"
BINARIES = Path(sys.executable).parent


@pytest.fixture(autouse=True)
def no_settings_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ME.items():
        monkeypatch.setenv(name, value)


def workflow_of(root: Path) -> dict[str, Any]:
    """The file as GitHub reads it; in YAML 1.1 the key `on` is the truth value, which is put right here."""
    loaded = yaml.safe_load((root / PATH).read_text(encoding="utf-8"))
    loaded["on"] = loaded.pop(True)
    return dict(loaded)


def run_steps(root: Path, served: str, only: str = "") -> list[tuple[str, int, str]]:
    """Every `run:` step of the build, in order, as a runner would: its name, exit code and output.

    There is no network: pip finds dateline in this very environment.
    """
    came: list[tuple[str, int, str]] = []
    base = {**os.environ, "PATH": f"{BINARIES}:{os.environ['PATH']}", "PIP_NO_INDEX": "1"}
    for step in workflow_of(root)["jobs"]["build"]["steps"]:
        if "run" not in step or (only and step["name"] != only):
            continue
        given = {
            name: value.replace("${{ steps.pages.outputs.base_url }}", served)
            for name, value in step.get("env", {}).items()
        }
        assert "${{" not in step["run"] + "".join(given.values()), "no expression is pasted into a script"
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=root,
            env=base | given,
            capture_output=True,
            text=True,
            check=False,
        )
        came.append((step["name"], done.returncode, done.stdout + done.stderr))
        if done.returncode:
            break
    return came


def test_a_sites_steps_install_check_build_and_compare(scaffolded: Path) -> None:
    assert main(["workflow"], root=scaffolded) == 0
    came = run_steps(scaffolded, "https://example.org/footbridge")
    assert [(name, code) for name, code, _ in came] == [
        ("Install dateline", 0),
        (CHECK, 0),
        (COMPARE, 0),
    ], came
    assert (scaffolded / "build" / "index.html").is_file()


def test_only_a_site_with_the_address_that_pages_serves_is_published(scaffolded: Path) -> None:
    main(["workflow"], root=scaffolded)
    main(["build"], root=scaffolded)
    for served in ("https://example.org/footbridge", "http://example.org/footbridge/"):
        assert run_steps(scaffolded, served, COMPARE) == [(COMPARE, 0, "")]
    for served in (
        "https://alice.github.io/bridge/",
        "https://example.org",
        "https://example.org/footbridge/x",
    ):
        written = served.rstrip("/") + "/"
        told = f"::error file=site.py::the url is not where Pages serves this site. Write {written}\n"
        assert run_steps(scaffolded, served, COMPARE) == [(COMPARE, 1, told)]


def test_a_pull_request_is_checked_and_no_more(scaffolded: Path) -> None:
    main(["workflow"], root=scaffolded)
    jobs = workflow_of(scaffolded)["jobs"]
    always = [step for step in jobs["build"]["steps"] if step.get("if") is None]
    assert [step["name"] for step in always if "run" in step] == ["Install dateline", CHECK]
    assert [step["uses"] for step in always if "uses" in step] == [
        "actions/checkout@v7",
        "actions/setup-python@v7",
    ]
    assert jobs["deploy"]["if"] == "github.event_name != 'pull_request'"


def test_a_problem_stops_the_workflow(scaffolded: Path) -> None:
    main(["workflow"], root=scaffolded)
    event = scaffolded / "content/events/bridge-opens.md"
    event.write_text(event.read_text().replace("1968", "1967"))
    [(_, code, said)] = run_steps(scaffolded, "", CHECK)
    assert code == 1
    assert "content/events/bridge-opens.md:" in said


def test_this_repositorys_own_steps_build_with_the_package_beside_them(flagship: Path) -> None:
    made_of = ("pyproject.toml", ".ci/constraints.txt")
    for name in ("Makefile", PATH, *made_of):
        (flagship / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, flagship / name)
    # `make site` finds its environment ready: this one, newer than what it is made of
    (flagship / ".venv").mkdir()
    (flagship / ".venv" / "bin").symlink_to(BINARIES)
    (flagship / ".venv" / ".installed").touch()
    for name in made_of:
        os.utime(flagship / name, (0, 0))
    came = run_steps(flagship, "https://example.github.io/ford-xiaomi")
    assert [(name, code) for name, code, _ in came] == [
        ("Check and build with the package in this checkout", 0),
        (COMPARE, 0),
    ], came
    assert (flagship / "build" / "index.html").is_file()


def test_the_workflow_in_this_repository_is_the_one_that_would_be_written(capsys: Capture) -> None:
    assert main(["workflow", "--print", "--branch", "main"], root=ROOT) == 0
    assert capsys.readouterr().out == (ROOT / PATH).read_text(encoding="utf-8")


# What it asks of GitHub


def test_it_uses_current_actions_and_the_least_permissions(scaffolded: Path) -> None:
    main(["workflow"], root=scaffolded)
    workflow = workflow_of(scaffolded)
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    assert [step["uses"] for step in (*build["steps"], *deploy["steps"]) if "uses" in step] == [
        "actions/checkout@v7",
        "actions/setup-python@v7",
        "actions/configure-pages@v6",
        "actions/upload-pages-artifact@v5",
        "actions/deploy-pages@v5",
    ]
    assert workflow["permissions"] == {}
    assert build["permissions"] == {"contents": "read", "pages": "read"}
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert deploy["needs"] == "build"
    assert deploy["environment"] == {
        "name": "github-pages",
        "url": "${{ steps.deployment.outputs.page_url }}",
    }
    assert workflow["on"] == {"push": {"branches": ["main"]}, "pull_request": None, "workflow_dispatch": None}
    assert workflow["concurrency"] == {
        "group": "${{ github.event_name == 'pull_request' && github.ref || 'pages' }}",
        "cancel-in-progress": "${{ github.event_name == 'pull_request' }}",
    }
    assert build["steps"][-1]["with"] == {"path": "build"}


# Where and when it is written


def test_it_is_written_once_and_told(
    scaffolded: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(
        "dateline.publishing.workflow.distribution", lambda name: SimpleNamespace(read_text={}.get)
    )
    assert main(["workflow"], root=scaffolded) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Wrote .github/workflows/pages.yml: a push to main builds, checks and publishes the site.",
        "Once, on GitHub: Settings → Pages → Build and deployment → Source: GitHub Actions.",
        "It installs dateline from PyPI. From elsewhere: --from git+https://HOST/USER/dateline@TAG",
    ]
    assert main(["workflow"], root=scaffolded) == 0
    assert capsys.readouterr().out == ".github/workflows/pages.yml is up to date.\n"


def test_one_that_cannot_find_dateline_is_cautioned_of(
    scaffolded: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    noted = {"direct_url.json": '{"url": "file:///home/ada/dateline", "dir_info": {"editable": true}}'}
    monkeypatch.setattr(
        "dateline.publishing.workflow.distribution", lambda name: SimpleNamespace(read_text=noted.get)
    )
    main(["workflow"], root=scaffolded)
    assert capsys.readouterr().err == (
        "Caution: the dateline here was installed from a folder or file of this machine. GitHub will look "
        "for it on PyPI, and the workflow fails if it is not there. Say where GitHub gets it: "
        "dateline workflow --force --from git+https://HOST/USER/dateline@TAG\n"
    )


def test_an_edited_workflow_is_left_alone_unless_forced(scaffolded: Path, capsys: Capture) -> None:
    main(["workflow"], root=scaffolded)
    path = scaffolded / PATH
    path.write_text(path.read_text().replace("3.13", "3.12"))
    edited = path.read_bytes()
    capsys.readouterr()
    assert main(["workflow"], root=scaffolded) == 2
    assert capsys.readouterr().err == (
        "dateline: .github/workflows/pages.yml is not what would be written. Nothing was written. See the "
        "difference with dateline workflow --print | diff .github/workflows/pages.yml -, and replace it with "
        "--force.\n"
    )
    assert path.read_bytes() == edited
    assert main(["workflow", "--force"], root=scaffolded) == 0
    assert b"3.13" in path.read_bytes()


def test_the_branch_that_is_checked_out_is_published_or_the_one_that_is_named(scaffolded: Path) -> None:
    git(scaffolded, "init", "--quiet", "--initial-branch=trunk")
    main(["workflow"], root=scaffolded)
    assert workflow_of(scaffolded)["on"]["push"] == {"branches": ["trunk"]}
    main(["workflow", "--branch", "release/2", "--force"], root=scaffolded)
    assert workflow_of(scaffolded)["on"]["push"] == {"branches": ["release/2"]}


def test_a_site_below_the_top_of_its_repository_is_built_from_there(scaffolded: Path) -> None:
    top = scaffolded.parent / "news desk"
    shutil.copytree(scaffolded, top / "our bridge")
    git(top, "init", "--quiet", "--initial-branch=main")
    assert main(["workflow"], root=top / "our bridge") == 0
    for step in (CHECK, COMPARE):
        came = run_steps(top, "https://example.org/footbridge", step)
        assert [code for _, code, _ in came] == [0], came
    assert (top / "our bridge" / "build" / "index.html").is_file()
    upload = next(
        step for step in workflow_of(top)["jobs"]["build"]["steps"] if "upload" in step.get("uses", "")
    )
    assert upload["with"]["path"] == "our bridge/build"


def test_dateline_is_installed_from_where_the_author_says(
    scaffolded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """From a tag of a git repository, which here holds next to nothing; pip says what it would install."""
    package = tmp_path / "dateline"
    package.mkdir()
    (package / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
    )
    (package / "backend.py").write_text(
        "from pathlib import Path\n"
        "def prepare_metadata_for_build_wheel(folder, settings=None):\n"
        "    made = Path(folder, 'dateline-99.dist-info')\n"
        "    made.mkdir()\n"
        "    (made / 'METADATA').write_text('Metadata-Version: 2.1\\nName: dateline\\nVersion: 99\\n')\n"
        "    return made.name\n"
        "def build_wheel(*arguments): raise NotImplementedError\n"
    )
    git(package, "init", "--quiet")
    git(package, "add", "--all")
    git(package, "commit", "--quiet", "--message", "All")
    git(package, "tag", "v99")
    wanted = f"git+{package.as_uri()}@v99"
    assert main(["workflow", "--from", wanted], root=scaffolded) == 0
    assert "PyPI" not in capsys.readouterr().out
    monkeypatch.setenv("PIP_DRY_RUN", "1")
    [(_, code, said)] = run_steps(scaffolded, "", "Install dateline")
    assert code == 0, said
    assert "Would install dateline-99" in said


def test_without_a_word_it_is_installed_as_it_was_here(
    scaffolded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = {
        "url": "https://git.example/ada/dateline",
        "vcs_info": {"vcs": "git", "commit_id": "0123abc", "requested_revision": "main"},
    }
    said = {"direct_url.json": json.dumps(noted)}
    monkeypatch.setattr(
        "dateline.publishing.workflow.distribution", lambda name: SimpleNamespace(read_text=said.get)
    )
    main(["workflow"], root=scaffolded)
    install = workflow_of(scaffolded)["jobs"]["build"]["steps"][2]
    assert install["run"] == "python -m pip install 'git+https://git.example/ada/dateline@0123abc'"
    for other in ({"url": "file:///home/ada/dateline", "dir_info": {"editable": True}}, {}):
        said["direct_url.json"] = json.dumps(other)
        assert installed_from() == ""


@pytest.mark.parametrize("package", ["a'b", "--pre", "a b", "x;y", "$(date)"])
def test_what_a_shell_or_pip_would_read_otherwise_is_not_installed(
    scaffolded: Path, capsys: Capture, package: str
) -> None:
    assert main(["workflow", f"--from={package}"], root=scaffolded) == 2
    assert capsys.readouterr().err == (
        f'dateline: pip cannot be told to install "{package}" in a workflow. '
        "Write dateline==VERSION, or git+https://HOST/USER/REPOSITORY@TAG.\n"
    )


def test_names_that_a_shell_would_read_are_refused(scaffolded: Path, capsys: Capture) -> None:
    assert main(["workflow", "--branch", "a$(date)"], root=scaffolded) == 2
    assert capsys.readouterr().err == (
        'dateline: a workflow cannot name "a$(date)". Use letters, digits, spaces and . _ - + @ / only.\n'
    )
    assert not (scaffolded / ".github").exists()


def test_a_place_that_cannot_be_written_is_told(scaffolded: Path, capsys: Capture) -> None:
    (scaffolded / ".github").write_text("a file")
    assert main(["workflow"], root=scaffolded) == 2
    assert capsys.readouterr().err.startswith("dateline: .github/workflows/pages.yml cannot be written: ")


def test_a_folder_that_declares_no_site_gets_no_workflow(tmp_path: Path, capsys: Capture) -> None:
    assert main(["workflow"], root=tmp_path) == 2
    assert "there is no site.py" in capsys.readouterr().err
    (tmp_path / "site.py").write_text("site = 1\n")
    assert main(["workflow"], root=tmp_path) == 1
    assert not (tmp_path / ".github").exists()


def test_another_projects_pyproject_does_not_make_it_ours(scaffolded: Path) -> None:
    (scaffolded / "pyproject.toml").write_text('[project]\nname = "bridge"\n')
    main(["workflow"], root=scaffolded)
    assert "pip install 'dateline'" in (scaffolded / PATH).read_text()
    (scaffolded / "pyproject.toml").write_text("[project\n")
    assert main(["workflow"], root=scaffolded) == 0
