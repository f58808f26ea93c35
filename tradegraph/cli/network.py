"""`network`: the figures of the network of actors, and files for other tools."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from tradegraph.cli.invocation import Invocation, on_terminal, pass_invocation
from tradegraph.cli.network_figures import (
    compare_periods,
    figure_rows,
    figures_by_period,
    whole_rows,
    write_json,
)
from tradegraph.cli.network_options import DAY, build_chosen, network_options, to_day
from tradegraph.cli.options import examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.stores import open_to_read
from tradegraph.cli.tables import write_records
from tradegraph.draw import draw_network
from tradegraph.errors import UsageError
from tradegraph.network import (
    FIGURES,
    MONTHS,
    WHOLE_FIGURES,
    construct_facts,
    measure_network,
    write_cytoscape,
    write_edges,
    write_gexf,
    write_graphml,
    write_nodes,
)
from tradegraph.render import render_graph
from tradegraph.store import Store

if TYPE_CHECKING:
    from tradegraph.network import Network

TABLES: Final = ("table", "csv", "json")
FILES: Final[dict[str, Callable[[Network], bytes]]] = {
    "graphml": write_graphml,
    "gexf": write_gexf,
    "dot": lambda graph: draw_network(graph, None, "dot"),
    "cyjs": write_cytoscape,
    "nodes": write_nodes,
    "edges": write_edges,
}
FORMATS: Final = (*TABLES, *FILES, "turtle")
SUFFIXES: Final = {"gv": "dot", "txt": "table", "ttl": "turtle"}


def _list_figures(figures: dict[str, str]) -> str:
    return "\n".join(f"  {name:<13}{meaning}" for name, meaning in figures.items())


HELP = f"""Measure who is central, or take the network away.

Tables have one actor a line, by strength; `json` has everything. `nodes` and `edges` are CSV,
`graphml`, `gexf` (with times), `dot` and `cyjs` (Cytoscape) are for other tools, and `turtle` has
the facts behind the network with their passages. The figures of an actor:

\b
{_list_figures(FIGURES)}

With --whole, those of the network:

\b
{_list_figures(WHOLE_FIGURES)}
"""


@click.command(
    help=HELP,
    epilog=examples(
        "network",
        "network --project countries --kinds measures -f csv",
        "network --compare 2025-05-01",
        "network --every month -o months.csv",
        "network --about 'Scott Bessent' --hops 2 -o bessent.gexf",
    ),
)
@format_option(FORMATS, "table on a terminal and csv in a pipe")
@output_option
@network_options
@click.option("--whole", is_flag=True, help="The figures of the network instead of its actors'.")
@click.option(
    "--every",
    type=click.Choice(list(MONTHS)),
    help="The figures of each such period, with its days in the first columns.",
)
@click.option(
    "--compare",
    type=DAY,
    callback=to_day,
    help="How degree and strength changed: before this day, from this day on, and the difference.",
)
@pass_invocation
def network(  # noqa: PLR0913 - click passes every option
    invocation: Invocation,
    /,
    *,
    format_name: str | None,
    output: Path | None,
    whole: bool,
    every: str | None,
    compare: date | None,
    **chosen: Any,
) -> None:
    """Measure who is central, or take the network away."""
    form = format_name or _guess_format(output)
    _check_choice(form, whole=whole, every=every, compare=compare)
    with open_to_read(invocation) as store:
        if form in {*FILES, "turtle"}:
            write_result(_write_file(store, form, build_chosen(store, chosen)), output)
        elif every:
            write_records(*figures_by_period(store, every, chosen, whole=whole), form, output)
        elif compare:
            write_records(*compare_periods(store, compare, chosen), form, output)
        else:
            figures = measure_network(build_chosen(store, chosen, passages=False))
            if form == "json":
                write_result(write_json(figures), output)
            else:
                rows = whole_rows(figures) if whole else figure_rows(figures)
                write_records(*rows, form, output)


def _write_file(store: Store, form: str, graph: Network) -> str | bytes:
    if form == "turtle":
        return render_graph(construct_facts(store, graph), form)
    return FILES[form](graph)


def _guess_format(output: Path | None) -> str:
    if output is None or not output.suffix:
        return "table" if on_terminal() and output is None else "csv"
    suffix = output.suffix.lower().removeprefix(".")
    form = SUFFIXES.get(suffix, suffix)
    if form not in FORMATS:
        how = f"-f FORMAT: {', '.join(FORMATS)}"
        raise UsageError(f"no format has the suffix .{suffix}", where=str(output), how=how)
    return form


def _check_choice(form: str, *, whole: bool, every: str | None, compare: date | None) -> None:
    """Raise UsageError for options that contradict each other."""
    if compare and (every or whole):
        other = "--every" if every else "--whole"
        raise UsageError(f"{other} and --compare contradict each other", how="one of them")
    if form not in TABLES and (whole or every or compare):
        raise UsageError(
            f"{form} holds the network, not figures of it", how="-f table, csv or json"
        )
