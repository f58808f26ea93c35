"""What every command is told by the options before its name, and how it speaks on stderr."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from tradegraph.errors import TradegraphError


@dataclass(frozen=True, slots=True)
class Invocation:
    """The options that stand before the command. `verbosity` is -1 quiet, 0 or 1 verbose."""

    store: str = ".tradegraph"
    verbosity: int = 0
    debug: bool = False
    config: Path | None = None

    def say(self, message: str) -> None:
        """Print a line for the user on stderr, unless quiet."""
        if self.verbosity >= 0:
            click.echo(message, err=True)

    def detail(self, message: str) -> None:
        """Print a line on stderr when verbose."""
        if self.verbosity > 0:
            click.echo(message, err=True)

    def report(self, error: TradegraphError) -> None:
        """Print the one line of an error that does not end the command."""
        click.echo(f"error: {one_line(str(error))}", err=True)


pass_invocation = click.make_pass_decorator(Invocation)


def one_line(text: str) -> str:
    """Return the text without line breaks and control characters, as a message is printed."""
    joined = " ".join(text.split())
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in joined)


def on_terminal() -> bool:
    """Tell whether stdout is a terminal."""
    return sys.stdout.isatty()


def line_width() -> int:
    """Return how wide text for a reader may be: the terminal, 100 in a pipe, 120 at most."""
    return min(shutil.get_terminal_size((100, 24)).columns, 120) if on_terminal() else 100
