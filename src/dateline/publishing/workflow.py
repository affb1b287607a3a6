"""`dateline workflow`: the file by which GitHub builds the site on every push and publishes it."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final

from dateline.output import write_one
from dateline.problems import UserError
from dateline.publishing.git import Git

PATH: Final = ".github/workflows/pages.yml"
PACKAGE: Final = "dateline"
"""What pip knows us by, where it can."""

_TEMPLATE: Final = """\
# Builds and checks the site on every push and pull request, and publishes «branch» with GitHub Pages.
# Once: on GitHub, Settings → Pages → Build and deployment → Source: GitHub Actions.
# Written by `dateline workflow`; run it again after an update of dateline.
name: Pages

on:
  push:
    branches: ["«branch»"]
  pull_request:
  workflow_dispatch:

permissions: {}

# One publication at a time, and one that began is let finish; a pull request's check gives way to a newer.
concurrency:
  group: ${{ github.event_name == 'pull_request' && github.ref || 'pages' }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

jobs:
  build:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pages: read
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
      - uses: actions/setup-python@v7
        with:
          python-version: "3.13"
«build»
      - name: Ask where Pages serves the site
        if: github.event_name != 'pull_request'
        id: pages
        uses: actions/configure-pages@v6
      - name: Compare that with the url in site.py
        if: github.event_name != 'pull_request'
        env:
          SERVED: ${{ steps.pages.outputs.base_url }}
        run: |
          served="${SERVED%/}/"
          if ! grep --quiet --fixed-strings "://${served#*://}</loc>" "«output»/sitemap.xml"; then
            echo "::error file=«site»::the url is not where Pages serves this site. Write ${served}"
            exit 1
          fi
      - name: Keep the site for the next job
        if: github.event_name != 'pull_request'
        uses: actions/upload-pages-artifact@v5
        with:
          path: "«output»"

  deploy:
    needs: build
    if: github.event_name != 'pull_request'
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v5
"""

_INSTALLED: Final = """\
      - name: Install dateline
        run: python -m pip install '«package»'
      - name: Check and build
        run: dateline«folder» build --strict"""

_CHECKOUT: Final = """\
      - name: Check and build with the package in this checkout
        run: |
          make site
          .venv/bin/dateline check --strict"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """A workflow file as it should be."""

    path: Path
    text: str
    branch: str
    """Pushes to this one are published."""
    package: str
    """What pip installs before it builds; empty in dateline's own repository."""

    @property
    def name(self) -> str:
        """The file's path in its repository."""
        return PATH


def plan_workflow(root: Path, output: str = "build", branch: str = "", package: str = "") -> Workflow:
    """The workflow for the site in `root`; it stands at the top of the repository that the site is part of.

    Without `branch`, the one that is checked out, or else `main`, is published. `package` is what pip
    installs there; without it, what was installed here. Raises UserError for names that would have to be
    escaped for YAML and the shell.
    """
    root = root.resolve()
    top = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)
    below = root.relative_to(top).as_posix()
    prefix = "" if below == "." else f"{below}/"
    branch = branch or Git(folder=root).ask("symbolic-ref", "--quiet", "--short", "HEAD") or "main"
    for name in (f"{prefix}{output}", branch):
        if not _PLAIN.fullmatch(name):
            raise UserError(
                f'a workflow cannot name "{name}". Use letters, digits, spaces and . _ - + @ / only.'
            )
    build = _CHECKOUT if not prefix and _is_dateline(root) else _INSTALLED
    package = package or installed_from() or PACKAGE
    if not _WANTED.fullmatch(package):
        raise UserError(
            f'pip cannot be told to install "{package}" in a workflow. '
            f"Write {PACKAGE}==VERSION, or git+https://HOST/USER/REPOSITORY@TAG."
        )
    build = build.replace("«folder»", f' -C "{below}"' if prefix else "").replace("«package»", package)
    words = {
        "build": build,
        "branch": branch,
        "output": f"{prefix}{output}",
        "site": f"{prefix}site.py",
    }
    return Workflow(
        path=top / PATH,
        text=_MARK.sub(lambda mark: words[mark[1]], _TEMPLATE),
        branch=branch,
        package="" if build == _CHECKOUT else package,
    )


def is_local() -> bool:
    """Whether this dateline was installed from a folder or a file: pip may find it nowhere else."""
    return str(_noted().get("url", "")).startswith("file:")


def installed_from() -> str:
    """The commit that this dateline was installed from, for pip (PEP 610); empty when it was from no git."""
    noted = _noted()
    control = noted.get("vcs_info", {})
    known = control.get("vcs") == "git" and noted.get("url") and control.get("commit_id")
    return f"git+{noted['url']}@{control['commit_id']}" if known else ""


def _noted() -> dict[str, Any]:
    """What pip noted of where this dateline is from; nothing when it was from an index."""
    try:
        noted: dict[str, Any] = json.loads(distribution(PACKAGE).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return {}
    return noted


def write_workflow(workflow: Workflow, *, force: bool = False) -> bool:
    """Write it; whether the file had to change. Raises UserError for one that was edited, unless forced."""
    path = workflow.path
    try:
        there = path.read_text(encoding="utf-8", errors="replace") if path.exists() else workflow.text
        if there != workflow.text and not force:
            raise UserError(
                f"{PATH} is not what would be written. Nothing was written. See the difference with "
                f"dateline workflow --print | diff {PATH} -, and replace it with --force."
            )
        return write_one(path, workflow.text.encode())
    except OSError as error:
        raise UserError(f"{PATH} cannot be written: {error.strerror}.") from error


def _is_dateline(root: Path) -> bool:
    """Whether this is dateline's own checkout, where the site is built with the package beside it."""
    try:
        declared = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    project = declared.get("project")
    return isinstance(project, dict) and project.get("name") == "dateline"


_MARK: Final = re.compile("«([a-z]+)»")
_PLAIN: Final = re.compile(r"[\w .+@/-]+")
_WANTED: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+@/:=~-]*")
"""A requirement that stands between single quotes in a shell, and is no option of pip's."""
