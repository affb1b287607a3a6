"""The command line: commands are sentences, results go to stdout, problems to stderr.

Exit codes: 0 fine, 1 problems found, 2 misuse.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from dateline.litter import left_lying
from dateline.problems import UserError, has_errors
from dateline.terminal import Steps, count, tell, tell_round

FINE, PROBLEMS, MISUSE = 0, 1, 2


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


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
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


@commands.command()
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.pass_obj
@left_lying()
def build(root: Path, strict: bool) -> int:
    """Check everything and write the site to build/.

    With any error, all of them are listed and nothing is written.
    """
    from dateline.build import build as build_site
    from dateline.scaffold import untouched
    from dateline.summary import summary

    steps = Steps()
    outcome = build_site(root, steps, strict=strict)
    steps.done()
    tell(outcome.problems)
    if outcome.written is None or outcome.timeline is None:
        click.echo(f"Nothing was written: {count(outcome.problems)}.", err=True)
        return PROBLEMS
    click.echo(summary(outcome, steps.seconds, untouched(root, outcome.timeline.site)))
    return FINE


@commands.command()
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


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=5500,
    show_default=True,
    help="The port; the next free one if it is taken.",
)
@click.option("--open", "opens", is_flag=True, help="Open the preview in your browser.")
@click.pass_obj
def serve(root: Path, host: str, port: int, opens: bool) -> int:
    """Preview the site in the browser, rebuilt on every save.

    Drafts are shown and marked, problems are listed on the page, and build/ is not touched.
    """
    import asyncio
    import webbrowser
    from urllib.parse import urlsplit

    from dateline.preview import Preview, is_loopback

    def ready(address: str) -> None:
        if port not in (0, used := urlsplit(address).port):
            click.echo(f"dateline: port {port} is taken; using {used}.", err=True)
        click.echo(f"{address}  (drafts are shown; build/ is not touched; Ctrl-C ends it)")
        if opens:
            webbrowser.open(address)

    if not is_loopback(host):
        click.echo("dateline: others who reach this machine can read the preview and its drafts.", err=True)
    try:
        asyncio.run(Preview(root, heard=tell_round, ready=ready).run(host, port))
    except KeyboardInterrupt:
        click.echo("\nThe preview has ended.")
    return FINE


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> int:
    """Make a small, complete site in FOLDER."""
    from dateline.files import called, typed
    from dateline.scaffold import scaffold

    scaffold(folder, _today())
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


@commands.command()
@click.pass_obj
def lock(root: Path) -> int:
    """Update citations.lock from your copies of the sources.

    The lock proves the quotations on machines that have no copies. Commit it with your content.
    """
    from dateline.locking import relock

    changes, problems = relock(root, _today())
    tell(problems)
    if has_errors(problems):
        click.echo(f"citations.lock stays as it was: {count(problems)}.", err=True)
        return PROBLEMS
    click.echo("\n".join(changes) if changes else "citations.lock is up to date.")
    return FINE


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


@commands.command("import")
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
    from dateline.importing import import_page
    from dateline.summary import of_import

    click.echo(of_import(import_page(root, file, id, zone=zone, drafts=not no_drafts)))
    return FINE


@commands.command()
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


@commands.command()
@click.argument("source")
@click.argument("words")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list, one object for each passage.")
@click.pass_obj
def cite(root: Path, source: str, words: str, as_json: bool) -> int:
    """Find a passage in a source and print the citation to paste.

    WORDS need not be exact: dateline looks in your copy of SOURCE for the passage that they mean.
    """
    from dateline.locking import passages

    found, why_not = passages(root, source, words)
    if as_json:
        click.echo(json.dumps([passage.as_dict() for passage in found], ensure_ascii=False, indent=2))
    elif found:
        click.echo("\n\n".join(passage.yaml() for passage in found))
    if not found:
        click.echo(f"dateline: {why_not}", err=True)
    return FINE if found else PROBLEMS


@commands.command()
@click.option("--remote", default="origin", show_default=True, help="The git remote to publish to.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that GitHub Pages serves.")
@click.option("--dry-run", is_flag=True, help="Say what would change and publish nothing.")
@click.option("--allow-warnings", is_flag=True, help="Publish even with warnings.")
@click.option(
    "--force", is_flag=True, help="Publish on top of what others did to the branch; its history is kept."
)
@click.pass_obj
def publish(root: Path, remote: str, branch: str, dry_run: bool, allow_warnings: bool, force: bool) -> int:
    """Check the site and publish it to GitHub Pages.

    The site goes to the branch that Pages serves, in one commit. Your working tree and current branch are
    not touched, and nothing is ever force-pushed.
    """
    from dateline.publishing import Wishes
    from dateline.publishing import publish as publish_site
    from dateline.publishing import tell as told

    steps = Steps()
    wishes = Wishes(remote=remote, branch=branch, dry_run=dry_run, force=force, allow_warnings=allow_warnings)
    publication = publish_site(root, wishes, steps)
    steps.done()
    tell(publication.problems)
    if publication.stopped:
        only_warnings = not has_errors(publication.problems)
        way_out = " Fix what is listed above, or add --allow-warnings." if only_warnings else ""
        click.echo(f"Nothing was published: {count(publication.problems)}.{way_out}", err=True)
        return PROBLEMS
    click.echo(told(publication, wishes))
    return FINE


@commands.command()
@click.option("--branch", default="", help="The branch whose pushes are published [the one checked out].")
@click.option(
    "--from",
    "package",
    metavar="PACKAGE",
    default="",
    help="What pip installs on GitHub: git+https://…@TAG or dateline==VERSION [as installed here].",
)
@click.option("--print", "show", is_flag=True, help="Print the workflow and write nothing.")
@click.option("--force", is_flag=True, help="Overwrite a workflow that was edited.")
@click.pass_obj
def workflow(root: Path, branch: str, package: str, show: bool, force: bool) -> int:
    """Write a GitHub workflow that builds and publishes the site.

    The file is .github/workflows/pages.yml. Every push is checked and published; every pull request is
    checked.
    """
    from dateline.declaration import read_site
    from dateline.publishing import PACKAGE, is_local, plan_workflow, write_workflow

    site, problems = read_site(root)
    if site is None:
        tell(problems)
        return PROBLEMS
    planned = plan_workflow(root, site.output, branch, package)
    if show:
        click.echo(planned.text, nl=False)
    elif write_workflow(planned, force=force):
        click.echo(f"Wrote {planned.name}: a push to {planned.branch} builds, checks and publishes the site.")
        click.echo("Once, on GitHub: Settings → Pages → Build and deployment → Source: GitHub Actions.")
        if planned.package == PACKAGE and not package:
            _tell_origin(local=is_local())
    else:
        click.echo(f"{planned.name} is up to date.")
    return FINE


@commands.command()
@click.option("--event", metavar="ID", help="One event.")
@click.option("--actor", metavar="NAME", help="The events of one actor.")
@click.option("--tag", metavar="NAME", help="The events under one tag.")
@click.option("--latest", type=click.Choice(["3", "5", "10"]), help="The latest 3, 5 or 10 events.")
@click.option(
    "--auto-height", is_flag=True, help="Readers can open quotations; a small script resizes the frame."
)
@click.option("--element", is_flag=True, help="Print a <dateline-timeline> element with a plain list in it.")
@click.option(
    "--scheme",
    type=click.Choice(["auto", "light", "dark"]),
    default="auto",
    show_default=True,
    help="The colours.",
)
@click.option("--compact", is_flag=True, help="Use lower rows.")
@click.pass_obj
def embed(root: Path, /, **wishes: str | bool | None) -> int:
    """Print the HTML that embeds the timeline in another page.

    Without options it shows the whole timeline; --event, --actor, --tag and --latest choose a part of it.
    """
    from dateline.embedding import Wish, snippet

    code, problems = snippet(root, Wish(**wishes))  # type: ignore[arg-type]  # click gives what Wish takes
    tell(problems)
    if code:
        click.echo(code)
    return FINE if code else PROBLEMS


class _Phrased(click.Command):
    """Takes "-0043", a year before our era, for a phrase and not for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """With a space before the year, which means nothing in a phrase."""
        return super().parse_args(ctx, [f" {word}" if re.match(r"-\d", word) else word for word in args])


@commands.command(cls=_Phrased)
@click.argument("phrase", required=False)
@click.option("--on", "published", metavar="DATE", help="The day the source was published, as 2026-02-02.")
@click.option("--zone", default="UTC", show_default=True, help="The source's time zone, as America/New_York.")
@click.option("--language", default="en", show_default=True, help="The source's language, as en-US or en-GB.")
@click.option("--fiscal", default="", metavar="MM-DD", help="The day its fiscal year begins, as 10-01.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line.")
def when(
    phrase: str | None, published: str | None, zone: str, language: str, fiscal: str, as_json: bool
) -> int:
    """Say which date a phrase means, and why.

    Without PHRASE, phrases are read from standard input, one per line.
    """
    from dateline.explain import explain

    lines = [line.strip() for line in (sys.stdin if phrase is None else [phrase])]
    found = [explain(line, published, zone, language, fiscal) for line in lines if line]
    if not found:
        raise UserError('no phrase was given. Write one: dateline when "last Saturday" --on 2026-02-02')
    for answer in found:
        if as_json:
            click.echo(json.dumps(answer.as_dict(), ensure_ascii=False))
        else:
            click.echo(answer.text(), err=not answer.dated)
    return FINE if found and all(answer.dated for answer in found) else PROBLEMS


@commands.command()
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


def _tell_origin(*, local: bool) -> None:
    """Where a workflow that names no other place gets dateline from, and that it may not be there."""
    if not local:
        click.echo(
            "It installs dateline from PyPI. From elsewhere: --from git+https://HOST/USER/dateline@TAG"
        )
        return
    click.echo(
        "Caution: the dateline here was installed from a folder or file of this machine. GitHub will look "
        "for it on PyPI, and the workflow fails if it is not there. Say where GitHub gets it: "
        "dateline workflow --force --from git+https://HOST/USER/dateline@TAG",
        err=True,
    )


def _today() -> date:
    """The one place that asks the clock for a date: the day in UTC."""
    return datetime.now(UTC).date()
