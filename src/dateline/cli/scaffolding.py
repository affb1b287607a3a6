"""The command that makes a new site: new."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from dateline.cli.clock import today
from dateline.cli.codes import FINE


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> int:
    """Make a small, complete site in FOLDER."""
    from dateline.files import called, typed
    from dateline.scaffold import scaffold

    scaffold(folder, today())
    command = "dateline" if shutil.which("dateline") else called(Path(sys.argv[0]).resolve())
    way = "" if folder.resolve() == Path.cwd() else f"  cd {typed(folder)}\n"
    click.echo(f"Made a site in {folder.resolve().name}. Next:\n\n{way}  {command} serve --open\n")
    click.echo("Make site.py and content/ yours, and watch the page change on every save.")
    click.echo(f"`{command} build` writes the site to build/.")
    if activated := _activation():
        aside = " (in cmd.exe without the &)" if activated.startswith("& ") else ""
        click.echo(f"\nIn each new terminal, type this first{aside}:\n\n  {activated}")
    return FINE


def _activation() -> str:
    """What puts this command on the path of another terminal; "" where it is there without."""
    from dateline.files import called, typed

    found = shutil.which("dateline")
    script = Path(found).absolute().with_name("activate") if found else None
    if script is None or not script.is_file():
        return ""
    return called(script) if os.name == "nt" else f". {typed(script)}"
