"""A network for other tools: GraphML, GEXF, Cytoscape's JSON and CSV; attributes become scalars."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any, Final

from tradegraph.network.passages import Passage
from tradegraph.network.text import clean_text

if TYPE_CHECKING:
    import networkx as nx

Scalar = str | int | float | bool

# GEXF's own `type` is about direction, and one graph must not mix directions for all readers.
_RENAMED = {"type": "tie"}
# The day of writing would make the bytes differ from day to day, and the schema knows no name here.
_NEEDLESS = re.compile(rb' (?:lastmodifieddate="[0-9-]*"|name="")')

NODE_COLUMNS: Final = ("id", "label", "kind", "jurisdiction", "place")
"""Columns of the CSV of nodes."""

EDGE_COLUMNS: Final = (
    *("source", "target", "source_label", "target_label", "type", "family", "label", "directed"),
    *("weight", "first", "last", "modality", "firm", "positive", "confidence"),
    *("facts", "documents"),
)
"""Columns of the CSV of edges."""


def write_graphml(graph: nx.MultiDiGraph) -> bytes:
    """Return the network as GraphML; each edge says by `directed` whether its order matters."""
    from networkx.readwrite.graphml import write_graphml_xml  # noqa: PLC0415 - heavy

    stream = BytesIO()
    write_graphml_xml(flatten_network(graph), stream, named_key_ids=True)
    return stream.getvalue()


def write_gexf(graph: nx.MultiDiGraph) -> bytes:
    """Return the network as dynamic GEXF 1.2: edges and nodes have the days they span.

    Each edge says by `directed` whether its order matters.
    """
    from networkx.readwrite.gexf import write_gexf as write  # noqa: PLC0415 - heavy

    stream = BytesIO()
    write(_give_times(flatten_network(graph), graph), stream)
    head, nodes, rest = stream.getvalue().partition(b"<nodes>")
    return _NEEDLESS.sub(b"", head) + nodes + rest


def _give_times(flat: nx.MultiDiGraph, graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return the network with `start` and `end`, which GEXF keeps apart from attributes."""
    flat.graph["mode"] = "dynamic"
    spans: dict[str, list[date]] = {iri: [] for iri in graph}
    for (source, target, data), (*_, times) in zip(
        graph.edges(data=True), flat.edges(data=True), strict=True
    ):
        if data["first"] and data["last"]:
            times.update(_span_days([data["first"], data["last"]]))
            for iri in (source, target):
                spans[iri] += [data["first"], data["last"]]
    for iri, days in spans.items():
        flat.nodes[clean_text(iri)].update(_span_days(days) if days else {})
    return flat


def _span_days(days: Sequence[date]) -> dict[str, str]:
    return {"start": min(days).isoformat(), "end": max(days).isoformat()}


def write_cytoscape(graph: nx.MultiDiGraph) -> bytes:
    """Return the network as Cytoscape's JSON (`.cyjs`), with every attribute."""
    flat = flatten_network(graph)
    # networkx wants `value` and `key`, Cytoscape `id`, `name` and `interaction`.
    nodes = [
        {"id": iri, "value": iri, "name": data["label"], **data} for iri, data in flat.nodes.items()
    ]
    edges = [
        {"id": key, "key": key, "source": a, "target": b, "interaction": data["tie"], **data}
        for (a, b, key), data in flat.edges.items()
    ]
    document = {
        "format_version": "1.0",
        "generated_by": "tradegraph",
        "data": {"name": "Network of actors"},
        "directed": True,
        "multigraph": True,
        "elements": {
            "nodes": [{"data": node} for node in nodes],
            "edges": [{"data": edge} for edge in edges],
        },
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def write_nodes(graph: nx.MultiDiGraph) -> bytes:
    """Return a CSV with one line a node, in the columns of `NODE_COLUMNS`."""
    rows = ([iri, *(data[name] for name in NODE_COLUMNS[1:])] for iri, data in graph.nodes.items())
    return _write_csv(NODE_COLUMNS, rows)


def write_edges(graph: nx.MultiDiGraph) -> bytes:
    """Return a CSV with one line an edge, in the columns of `EDGE_COLUMNS`."""
    labels = dict(graph.nodes(data="label"))
    rows = (
        [source, target, labels[source], labels[target], *(data[name] for name in EDGE_COLUMNS[4:])]
        for source, target, data in graph.edges(data=True)
    )
    return _write_csv(EDGE_COLUMNS, rows)


def _write_csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> bytes:
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([flatten_value(cell) for cell in row] for row in rows)
    return stream.getvalue().encode()


def flatten_network(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return a copy whose attributes are scalars and whose edges have keys of their own."""
    flat = type(graph)()
    for iri, data in graph.nodes(data=True):
        flat.add_node(clean_text(iri), **_flatten_attributes(data))
    for number, (source, target, data) in enumerate(graph.edges(data=True)):
        attributes = _flatten_attributes(data)
        flat.add_edge(clean_text(source), clean_text(target), f"e{number}", **attributes)
    return flat


def _flatten_attributes(data: dict[str, Any]) -> dict[str, Scalar]:
    return {_RENAMED.get(name, name): flatten_value(value) for name, value in data.items()}


def flatten_value(value: object) -> Scalar:
    """Return numbers as they are, days in ISO 8601, several values in one line, None as nothing."""
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, Passage):
        return clean_text(f"{value.title} ({value.published or 'undated'}): {value.quote}")
    if isinstance(value, Iterable) and not isinstance(value, str):
        return " | ".join(str(flatten_value(each)) for each in value)
    return "" if value is None else clean_text(str(value))
