"""The command that reads a date: when."""

from __future__ import annotations

import json
import re
import sys

import click

from dateline.cli.codes import FINE, PROBLEMS
from dateline.problems import UserError


class _Phrased(click.Command):
    """Takes "-0043", a year before our era, for a phrase and not for an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """With a space before the year, which means nothing in a phrase."""
        return super().parse_args(ctx, [f" {word}" if re.match(r"-\d", word) else word for word in args])


@click.command(cls=_Phrased)
@click.argument("phrase", nargs=-1)
@click.option("--on", "published", metavar="DATE", help="The day the source was published, as 2026-02-02.")
@click.option("--zone", default="UTC", show_default=True, help="The source's time zone, as America/New_York.")
@click.option("--language", default="en", show_default=True, help="The source's language, as en-US or en-GB.")
@click.option("--fiscal", default="", metavar="MM-DD", help="The day its fiscal year begins, as 10-01.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line.")
def when(
    phrase: tuple[str, ...], published: str | None, zone: str, language: str, fiscal: str, as_json: bool
) -> int:
    """Say which date a phrase means, and why.

    Without PHRASE, phrases are read from standard input, one per line.
    """
    from dateline.explain import explain

    lines = [line.strip() for line in ([" ".join(phrase)] if phrase else sys.stdin)]
    found = [explain(line, published, zone, language, fiscal) for line in lines if line]
    if not found:
        raise UserError('no phrase was given. Write one: dateline when "last Saturday" --on 2026-02-02')
    for answer in found:
        if as_json:
            click.echo(json.dumps(answer.as_dict(), ensure_ascii=False))
        else:
            click.echo(answer.text(), err=not answer.dated)
    return FINE if all(answer.dated for answer in found) else PROBLEMS
