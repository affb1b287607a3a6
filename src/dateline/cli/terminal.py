"""What a person at a terminal is told: the steps of a command, and problems, in colour where there is any."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING

import click

from dateline.problems import Problems, has_errors

if TYPE_CHECKING:
    from dateline.preview import Round


class Steps:
    """Progress for a terminal: silent for a second, then the name of each step on one line."""

    def __init__(self) -> None:
        self._start = perf_counter()
        self._shown = False

    def __call__(self, step: str) -> None:
        """Begin a step."""
        if self.seconds >= 1 and sys.stderr.isatty():
            click.echo(f"\r\033[K{step} …", nl=False, err=True)
            self._shown = True

    @property
    def seconds(self) -> float:
        """Since the command began."""
        return perf_counter() - self._start

    def done(self) -> None:
        """Clear the line."""
        if self._shown:
            click.echo("\r\033[K", nl=False, err=True)


def tell_round(built: Round) -> None:
    """What a build of the preview came to, on one line, and its problems."""
    tell(built.edition.problems)
    if built.saved:
        more = f" and {len(built.saved) - 3} more" if len(built.saved) > 3 else ""
        failed = has_errors(built.edition.problems)
        came_to = "the last good build stays" if failed else _files(len(built.changed))
        click.echo(f"{', '.join(built.saved[:3])}{more}: {came_to}, {built.seconds:.2f} s")


def _files(changed: int) -> str:
    return f"{changed} {'file' if changed == 1 else 'files'} changed"


def tell(problems: Problems) -> None:
    """Each problem on a line of stderr, its severity in colour where the terminal has any."""
    colours = {"error": "red", "warning": "yellow"}
    for problem in problems:
        head, tail = str(problem).split(f": {problem.severity}: ", 1)
        word = click.style(problem.severity, fg=colours[problem.severity], bold=True)
        click.echo(f"{head}: {word}: {tail}", err=True)


def count(problems: Problems) -> str:
    """How many there are of each: `2 errors and 1 warning`."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    parts = [f"{n} {word}{'s' * (n != 1)}" for n, word in ((errors, "error"), (warnings, "warning")) if n]
    return " and ".join(parts)
