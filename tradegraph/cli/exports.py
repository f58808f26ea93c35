"""`export`: the graph, or a part of it, as a file."""

from __future__ import annotations

from pathlib import Path

import click

from tradegraph.cli.invocation import Invocation, pass_invocation
from tradegraph.cli.options import examples, format_option, output_option
from tradegraph.cli.output import write_result
from tradegraph.cli.stores import open_to_read
from tradegraph.draw import draw_network
from tradegraph.errors import UsageError
from tradegraph.network import build
from tradegraph.render import GRAPH_FORMATS, Format, guess_format, render_graph
from tradegraph.selection import select_everything, select_graph, select_quads
from tradegraph.store import Store

NETWORKS = {
    "graphml": Format("graphml", (".graphml",), "application/graphml+xml"),
    "gexf": Format("gexf", (".gexf",), "application/gexf+xml"),
}
FORMATS = {**GRAPH_FORMATS, **NETWORKS}


@click.command(
    epilog=examples(
        "export -o graph.ttl",
        "export --whole -f nq > everything.nq",
        "export --graph 000_b6e73fb1f3aa604a -f json-ld",
        "export -o facts.csv",
        "export -o network.gexf",
    )
)
@format_option(tuple(FORMATS), "turtle", open_ended=True)
@output_option
@click.option(
    "--whole",
    is_flag=True,
    help="Everything in the store: the whole registry, the ontology and its codes too.",
)
@click.option(
    "--graph",
    metavar="NAME",
    help="Only one graph: a document by its identifier, registry, derived, ontology, or an IRI.",
)
@pass_invocation
def export(
    invocation: Invocation,
    *,
    format_name: str | None,
    output: Path | None,
    whole: bool,
    graph: str | None,
) -> None:
    """Write the graph as RDF, as a table of facts or as a network.

    Without options: what the documents say, what is derived from it, and the registry entries that
    these use. Turtle, N-Triples and RDF/XML have no named graphs; trig, nq and json-ld keep them.
    csv has one row a fact; graphml and gexf hold the network of actors, for Gephi, yEd, Cytoscape.
    """
    if whole and graph:
        raise UsageError("--whole and --graph contradict each other", how="one of the two")
    chosen = choose_graph_format(format_name, output)
    with open_to_read(invocation) as store:
        write_result(_render(store, chosen, graph, whole=whole), output)


def write_graph(store: Store, format_name: str, output: Path | None) -> None:
    """Write the documents, what is derived, and the entries they use."""
    write_result(_render(store, format_name, None), output)


def choose_graph_format(format_name: str | None, output: Path | None) -> str:
    """Return the format asked for, else the file's, else Turtle."""
    return format_name or (guess_format(output, FORMATS) if output else "turtle")


def _render(
    store: Store, format_name: str, graph: str | None, *, whole: bool = False
) -> str | bytes:
    if format_name in NETWORKS:
        source = select_graph(store, graph) if graph else store
        return draw_network(build(source, passages=True), None, format_name)
    if graph:
        quads = select_graph(store, graph)
    else:
        quads = select_everything(store) if whole else select_quads(store)
    return render_graph(quads, format_name)
