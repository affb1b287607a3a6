"""Commands that read a whole site: build, check, themes."""

from __future__ import annotations

import json
from pathlib import Path

import click

from dateline.cli.codes import FINE, PROBLEMS
from dateline.cli.terminal import Steps, count, tell
from dateline.litter import left_lying


@click.command()
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.pass_obj
@left_lying()
def build(root: Path, strict: bool) -> int:
    """Check everything and write the site to build/.

    With any error, all of them are listed and nothing is written.
    """
    from dateline.build import build as build_site
    from dateline.cli.summary import summary
    from dateline.scaffold import untouched

    steps = Steps()
    outcome = build_site(root, steps, strict=strict)
    steps.done()
    tell(outcome.problems)
    if outcome.written is None or outcome.timeline is None:
        click.echo(f"Nothing was written: {count(outcome.problems)}.", err=True)
        return PROBLEMS
    click.echo(summary(outcome, steps.seconds, untouched(root, outcome.timeline.site)))
    return FINE


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the problems as a JSON list.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.pass_obj
@left_lying()
def check(root: Path, as_json: bool, strict: bool) -> int:
    """List every problem; print nothing when there is none."""
    from dateline.build import check as check_site

    steps = Steps()
    outcome = check_site(root, steps)
    steps.done()
    if as_json:
        click.echo(
            json.dumps([problem.as_dict() for problem in outcome.problems], ensure_ascii=False, indent=2)
        )
    else:
        tell(outcome.problems)
    return PROBLEMS if outcome.failed or (strict and outcome.problems) else FINE


@click.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def themes(root: Path, folder: Path | None) -> int:
    """List the themes, or build the site in each to compare.

    With FOLDER, the site is built there in every theme, with a page that shows them side by side.
    """
    from dateline.gallery import IN_WORDS, build_gallery

    if folder is None:
        click.echo("\n".join(f"{name:<10} {words}" for name, words in IN_WORDS.items()))
        return FINE
    steps = Steps()
    problems, written = build_gallery(root, folder, steps)
    steps.done()
    tell(problems)
    if not written:
        click.echo(f"Nothing was written: {count(problems)}.", err=True)
        return PROBLEMS
    click.echo(f"Open {folder / 'index.html'}: the site in {len(IN_WORDS)} themes, side by side.")
    return FINE
