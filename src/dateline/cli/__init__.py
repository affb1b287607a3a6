"""The command line: commands are sentences, results go to stdout, problems to stderr.

Exit codes: 0 fine, 1 problems found, 2 misuse.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from dateline.cli.building import build, check, themes
from dateline.cli.codes import FINE, MISUSE
from dateline.cli.dates import when
from dateline.cli.publishing import embed, publish, workflow
from dateline.cli.scaffolding import new
from dateline.cli.serving import serve
from dateline.cli.sources import cite, import_, lock, snapshot
from dateline.problems import UserError

__all__ = ["commands", "main"]

COMMANDS: Final = (
    new, serve, check, build, import_, snapshot, cite, when, lock, themes, embed, publish, workflow,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Run one command and return its exit code; `root` is the site's folder where none is named."""
    try:
        code = commands.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="dateline",
            standalone_mode=False,
            obj=root or Path.cwd(),
        )
    except click.exceptions.Exit as end:
        code = end.exit_code
    except click.ClickException as misuse:
        misuse.show()
        code = MISUSE
    except UserError as error:
        click.echo(f"dateline: {error}", err=True)
        code = MISUSE
    except (click.Abort, KeyboardInterrupt):
        click.echo("dateline: stopped.", err=True)
        code = MISUSE
    return code if isinstance(code, int) else FINE


@click.group(
    commands=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
)
@click.version_option(package_name="dateline", message="%(prog)s %(version)s")
@click.option(
    "-C",
    "--site",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The site's folder [here].",
)
@click.pass_context
def commands(context: click.Context, folder: Path | None) -> None:
    """Timelines whose every date and every quotation is checked."""
    if folder is not None:
        context.obj = folder
