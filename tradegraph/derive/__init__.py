"""What follows from the facts: closures, inferred links, status and rates over time.

Pure functions from quads to quads of the derived graph, which can be thrown away and made again
at any time. Same facts, same quads, in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from tradegraph.derive.closures import Schema, close_quads, close_statements, read_schema, schema_of
from tradegraph.derive.links import find_linked, infer_links
from tradegraph.derive.periods import derive_measure
from tradegraph.derive.statements import Statements, graph_of
from tradegraph.store import Store
from tradegraph.vocabulary import GRAPH_DERIVED, tg

__all__ = ["Schema", "close_quads", "derive", "derive_quads", "read_schema"]

TELLING = ("affects", "ofMeasure")
"""The properties by which events and states name the measure they tell of."""

FEW = 200
"""Up to so many graphs it is faster to ask each of them than to pass over the derived one."""


def derive(store: Store) -> list[Quad]:
    """Return the content of the derived graph for what a store states now."""
    graphs = [name for name in store.graph_names() if name != GRAPH_DERIVED]

    def read(predicate: str) -> Iterator[Quad]:
        if len(graphs) > FEW:
            return _stated(store.quads(predicate=predicate))
        return (quad for graph in graphs for quad in store.quads(graph, predicate=predicate))

    return _derive(Statements(read))


def derive_quads(quads: Iterable[Quad]) -> list[Quad]:
    """Return the content of the derived graph for these quads, ontology included."""
    return _derive(Statements.of(_stated(quads)))


def _stated(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Leave the derived graph aside: nothing rests on an earlier conclusion."""
    return (quad for quad in quads if graph_of(quad) != GRAPH_DERIVED)


def _derive(statements: Statements) -> list[Quad]:
    schema = schema_of(statements)
    closures = close_statements(statements, schema)
    statements.add(closures)
    found = infer_links(statements, find_linked(statements))
    for measure in _find_measures(statements):
        found += derive_measure(statements, measure)
    types = close_statements(Statements.of(found), schema)
    return sorted(dict.fromkeys([*closures, *found, *types]), key=str)


def _find_measures(statements: Statements) -> list[str]:
    """Return the measures that something is told of, sorted."""
    told = (value for name in TELLING for _, value in statements.pairs(tg(name)))
    return sorted({value.value for value in told if isinstance(value, NamedNode)})
