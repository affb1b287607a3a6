"""Commands for sources, their copies and their quotations: import, snapshot, cite, lock."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import click

from dateline.cli.clock import today
from dateline.cli.codes import FINE, PROBLEMS
from dateline.cli.terminal import count, tell
from dateline.problems import has_errors


class SavedFile(click.Path):
    """A file on this machine; whoever gives an address is told to save its page."""

    def __init__(self) -> None:
        super().__init__(exists=True, dir_okay=False, path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path; misuse where there is no such file."""
        if re.match(r"https?://", str(value)):
            self.fail(
                "dateline downloads no pages. Save it in your browser as HTML, and give the file.", param, ctx
            )
        return super().convert(value, param, ctx)


@click.command("import")
@click.argument("file", type=SavedFile())
@click.option("--id", default="", help="The new source's id [from its publisher].")
@click.option("--zone", metavar="ZONE", default="", help="Its publisher's time zone: America/New_York [UTC].")
@click.option("--no-drafts", is_flag=True, help="Write the source and its copy, and no events.")
@click.pass_obj
def import_(root: Path, file: Path, id: str, zone: str, no_drafts: bool) -> int:
    """Make a source from a saved page, with drafts of its events.

    FILE is the page as HTML. What it states about itself goes into the source's file, each value with the
    place where it was found; what it does not state is left out. Every dated passage becomes a draft with a
    checked quotation.
    """
    from dateline.cli.summary import of_import
    from dateline.importing import import_page

    click.echo(of_import(import_page(root, file, id, zone=zone, drafts=not no_drafts)))
    return FINE


@click.command()
@click.argument("source")
@click.argument("file", type=SavedFile())
@click.option("--replace", is_flag=True, help="Replace the copy that SOURCE has.")
@click.pass_obj
def snapshot(root: Path, source: str, file: Path, replace: bool) -> int:
    """Keep a saved page or text as your copy of a source.

    FILE is the page as HTML (.html) or its text (.txt). The copy stays private: git ignores it, and it is
    never published.
    """
    from dateline.locking import take_snapshot

    taken = take_snapshot(root, source, file, replace=replace)
    click.echo(f"{taken.relative_to(root).as_posix()} is the copy of {source}. Next: dateline lock")
    return FINE


@click.command()
@click.argument("source")
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, one object for each passage.")
@click.pass_obj
def cite(root: Path, source: str, words: tuple[str, ...], as_json: bool) -> int:
    """Find a passage in a source and print the citation to paste.

    WORDS need not be exact: dateline looks in your copy of SOURCE for the passage that they mean.
    """
    from dateline.locking import passages

    found, why_not = passages(root, source, " ".join(words))
    if as_json:
        click.echo(json.dumps([passage.as_dict() for passage in found], ensure_ascii=False, indent=2))
    elif found:
        click.echo("\n\n".join(passage.yaml() for passage in found))
    if not found:
        click.echo(f"dateline: {why_not}", err=True)
    return FINE if found else PROBLEMS


@click.command()
@click.pass_obj
def lock(root: Path) -> int:
    """Update citations.lock from your copies of the sources.

    The lock proves the quotations on machines that have no copies. Commit it with your content.
    """
    from dateline.locking import relock

    changes, problems = relock(root, today())
    tell(problems)
    if has_errors(problems):
        click.echo(f"citations.lock stays as it was: {count(problems)}.", err=True)
        return PROBLEMS
    click.echo("\n".join(changes) if changes else "citations.lock is up to date.")
    return FINE
