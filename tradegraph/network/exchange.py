"""A network as GraphML and GEXF, for Gephi, Cytoscape and yEd; attributes become scalars."""

from __future__ import annotations

import re
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tradegraph.network.claims import Passage
from tradegraph.network.text import clean_text

if TYPE_CHECKING:
    import networkx as nx

Scalar = str | int | float | bool

# GEXF's own `type` is about direction, and one graph must not mix directions for all readers.
_RENAMED = {"type": "tie"}
_CLOCK = re.compile(rb' lastmodifieddate="[0-9-]*"')


def write_graphml(graph: nx.MultiDiGraph) -> bytes:
    """Return the network as GraphML; each edge says by `directed` whether its order matters."""
    from networkx.readwrite.graphml import write_graphml_xml  # noqa: PLC0415 - heavy

    stream = BytesIO()
    write_graphml_xml(flatten_network(graph), stream, named_key_ids=True)
    return stream.getvalue()


def write_gexf(graph: nx.MultiDiGraph) -> bytes:
    """Return the network as GEXF 1.2; each edge says by `directed` whether its order matters."""
    from networkx.readwrite.gexf import write_gexf as write  # noqa: PLC0415 - heavy

    stream = BytesIO()
    write(flatten_network(graph), stream)
    # The day of writing would make the bytes differ from day to day.
    return _CLOCK.sub(b"", stream.getvalue(), count=1)


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
