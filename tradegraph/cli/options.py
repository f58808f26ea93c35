"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import click

from tradegraph.cli.output import check_target

Command = TypeVar("Command", bound=Callable[..., object])


class Decorator(Protocol):
    """Adds something to a command."""

    def __call__(self, function: Command, /) -> Command:
        """Return the command."""


def format_option(choices: Sequence[str], default: str, *, open_ended: bool = False) -> Decorator:
    """Add `-f/--format`; `default` says in words what happens without it.

    An open-ended one leaves it to the command to reject a name, as packages may add formats.
    """
    return click.option(
        "-f",
        "--format",
        "format_name",
        type=str if open_ended else click.Choice(choices, case_sensitive=False),
        metavar="|".join(choices),
        help=f"The format. Without it: that of the file named by -o, else {default}.",
    )


def output_option(function: Command) -> Command:
    """Add `-o/--output`."""
    option: Decorator = click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, allow_dash=True),
        callback=_read_target,
        metavar="FILE",
        help="Write to FILE instead of stdout; a file that is there is replaced whole.",
    )
    return option(function)


def _read_target(_: click.Context, __: click.Parameter, value: Path | None) -> Path | None:
    """Return the file to write to, checked; `-` is stdout."""
    target = None if value == Path("-") else value
    check_target(target)
    return target


def confidence_option(function: Command) -> Command:
    """Add `--min-confidence`."""
    option: Decorator = click.option(
        "--min-confidence",
        "least",
        type=click.FloatRange(0, 1),
        metavar="SHARE",
        help="Leave out facts that are less sure than this, 0 to 1. Without it: the threshold of "
        "each type of fact, at which most are found for few that are wrong.",
    )
    return option(function)


def examples(*lines: str) -> str:
    """Return the epilog of a command, one example a line."""
    return "\b\nExamples:\n" + "\n".join(f"  tradegraph {line}" for line in lines)
