"""Commands that take a site to its readers: publish, workflow, embed."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.codes import FINE, PROBLEMS
from dateline.cli.terminal import Steps, count, tell
from dateline.problems import has_errors


@click.command()
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


@click.command()
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


@click.command()
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
