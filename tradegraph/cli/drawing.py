"""`draw`: the network of actors as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.network_options import build_chosen, network_options
from tradegraph.cli.options import examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.picture_options import picture_options
from tradegraph.cli.stores import open_to_read
from tradegraph.draw import FORMATS, GROUPS, LAYOUTS, draw_network
from tradegraph.errors import UsageError

SUFFIXES = {"gv": "dot", "htm": "html"}


@click.command(
    epilog=examples(
        "draw -o network.svg",
        "draw --about 'Scott Bessent' --hops 2 -o bessent.html",
        "draw --from 2025-05-01 --to 2025-05-31 --kinds courts -f dot",
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
@click.option(
    "--groups",
    type=click.Choice(GROUPS),
    default="jurisdictions",
    show_default=True,
    help="What the boxes around actors stand for.",
)
@picture_options
@pass_invocation
def draw(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    /,
    *,
    format_name: str | None,
    output: Path | None,
    layout: str,
    look: str,
    groups: str,
    width: int | None,
    title: str | None,
    **chosen: Any,
) -> None:
    """Draw who did what to whom as a network of actors.

    Actors are nodes by kind, the facts between them labelled edges: solid when asserted, dashed
    when planned or possible. SVG and HTML need nothing else and load nothing from the network; PNG,
    PDF and the layout of Graphviz need 'pip install tradegraph[draw]'.
    """
    form = format_name or picture_format(output)
    with open_to_read(invocation) as store:
        network = build_chosen(store, chosen)
    style = {"layout": layout, "look": look, "groups": groups, "width": width, "title": title}
    write_result(draw_network(network, None, form, **style), output)


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
