"""`draw`: the network of actors as a picture."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import Command, Decorator, examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.stores import open_to_read
from tradegraph.describe import find_node
from tradegraph.draw import FORMATS, LAYOUTS, draw_network
from tradegraph.errors import UsageError
from tradegraph.network import DEFAULT_KINDS, MODALITIES, build_network

SUFFIXES = {"gv": "dot", "htm": "html"}
DAY = click.DateTime(["%Y-%m-%d"])


def _to_day(_: click.Context, __: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


NETWORK_OPTIONS: tuple[Decorator, ...] = (
    click.option("--outlets", is_flag=True, help="Add the media that somebody spoke to as actors."),
    click.option(
        "--min-weight",
        type=click.IntRange(1),
        default=1,
        show_default=True,
        help="Leave out ties that fewer documents tell of.",
    ),
    click.option(
        "--modality",
        "modalities",
        multiple=True,
        metavar="NAME",
        help=f"Only facts that are {', '.join(MODALITIES)}; may be repeated.",
    ),
    click.option(
        "--kinds",
        multiple=True,
        metavar="NAME",
        help=f"Families or types of ties ({', '.join(DEFAULT_KINDS)}); may be repeated.",
    ),
    click.option(
        "--to", "end", type=DAY, callback=_to_day, help="Only facts of this day or earlier."
    ),
    click.option(
        "--from", "start", type=DAY, callback=_to_day, help="Only facts of this day or later."
    ),
    click.option(
        "--hops",
        type=click.IntRange(0),
        default=1,
        show_default=True,
        help="How many ties away from the actors of --about.",
    ),
    click.option(
        "--about",
        multiple=True,
        metavar="ENTITY",
        help="Only what surrounds this actor, named as for 'show'; may be repeated.",
    ),
)
"""The options that choose a part of the network, the last one first."""


def network_options(function: Command) -> Command:
    """Add the options that choose a part of the network."""
    for decorate in NETWORK_OPTIONS:
        function = decorate(function)
    return function


@click.command(
    epilog=examples(
        "draw -o network.svg",
        "draw --about 'Scott Bessent' --hops 2 -o bessent.html",
        "draw --from 2025-05-01 --to 2025-05-31 --kinds litigation -f dot",
    )
)
@format_option(FORMATS, "svg")
@output_option
@network_options
@click.option(
    "--layout",
    type=click.Choice(LAYOUTS),
    default="auto",
    show_default=True,
    help="Who places the actors: Graphviz if its extra is installed, or the plain layout.",
)
@click.option("--title", metavar="TEXT", help="The title, instead of one made from the facts.")
@pass_invocation
def draw(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    *,
    format_name: str | None,
    output: Path | None,
    about: tuple[str, ...],
    hops: int,
    start: date | None,
    end: date | None,
    kinds: tuple[str, ...],
    modalities: tuple[str, ...],
    min_weight: int,
    outlets: bool,
    layout: str,
    title: str | None,
) -> None:
    """Draw who did what to whom as a network of actors.

    Actors are nodes by kind, the facts between them labelled edges: solid when asserted, dashed
    when planned or possible. SVG and HTML need nothing else and load nothing from the network; PNG
    and the layout of Graphviz need 'pip install tradegraph[draw]'.
    """
    form = format_name or picture_format(output)
    with open_to_read(invocation) as store:
        network = build_network(
            store,
            about=[find_node(store, name) for name in about],
            hops=hops,
            start=start,
            end=end,
            kinds=kinds or None,
            modality=modalities or None,
            min_weight=min_weight,
            outlets=outlets,
        )
    write_result(draw_network(network, None, form, layout=layout, title=title), output)


def picture_format(output: Path | None) -> str:
    """Return the format that a file's name asks for, SVG if it has no suffix."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    form = SUFFIXES.get(suffix, suffix) or "svg"
    if form not in FORMATS:
        raise UsageError(
            f"no picture format has the suffix .{suffix}",
            where=str(output),
            how=" or ".join(FORMATS),
        )
    return form
