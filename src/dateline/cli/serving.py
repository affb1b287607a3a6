"""The command that shows a site while it is written: serve."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.codes import FINE
from dateline.cli.terminal import tell_round


@click.command()
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
