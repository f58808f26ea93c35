"""The options that say how a picture is to look."""

from __future__ import annotations

import click

from tradegraph.cli.options import Command, Decorator
from tradegraph.draw import LOOKS

PICTURE_OPTIONS: tuple[Decorator, ...] = (
    click.option("--title", metavar="TEXT", help="The title, instead of one made for you."),
    click.option(
        "--width",
        type=click.IntRange(100, 20_000),
        metavar="PIXELS",
        help="The width of a still picture; points in a PDF. Without it: what its parts need.",
    ),
    click.option(
        "--style",
        "look",
        type=click.Choice(list(LOOKS)),
        default="screen",
        show_default=True,
        help="Colours for a screen, for paper (black ink, no tints), or for a dark page.",
    ),
)
"""Style, width and title, the last one first."""


def picture_options(function: Command) -> Command:
    """Add the options that say how a picture is to look."""
    for decorate in PICTURE_OPTIONS:
        function = decorate(function)
    return function
