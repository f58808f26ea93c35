"""The index: every named graph, and the view, which is all of them with each triple once.

Oxigraph can answer queries over the union of its graphs, but a triple that stands in two of them
then counts twice. So the union is kept as a graph of its own, the unnamed one, and queries run on
that; `GRAPH` in a query sees the named graphs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from tradegraph.errors import EngineError
from tradegraph.store.directory import advise_space

VIEW = DefaultGraph()
MANY = 5_000
"""From this many quads on the bulk loader is faster; what it leaves half done is repaired."""


def open_index(path: Path, *, read_only: bool) -> pyoxigraph.Store:
    """Open the index in this folder, or make one."""
    try:
        return pyoxigraph.Store.read_only(str(path)) if read_only else pyoxigraph.Store(path)
    except (OSError, RuntimeError) as error:
        again = "deleting this folder; the next command makes it again from the documents"
        how = advise_space(error) or again
        raise EngineError(
            f"the index cannot be opened: {error}", where=str(path), how=how
        ) from error


def replace_graphs(index: pyoxigraph.Store, graphs: Mapping[str, Sequence[Quad]]) -> None:
    """Put new content into named graphs; an empty one disappears. In one transaction.

    Only for graphs with blank nodes, which no update can name, and for very large ones it is more
    than one transaction.
    """
    _write(index, *_differences(index, graphs))
    for name, quads in graphs.items():
        if not quads and index.contains_named_graph(NamedNode(name)):
            index.remove_graph(NamedNode(name))


def change_graph(
    index: pyoxigraph.Store, name: str, removed: Iterable[Quad], added: Iterable[Quad]
) -> None:
    """Take quads out of a named graph and put others in, in one transaction.

    Takes as long as the change is large, however large the graph is.
    """
    graph = NamedNode(name)
    gone = dict.fromkeys(_in_graph(quad, graph) for quad in removed)
    new = dict.fromkeys(_in_graph(quad, graph) for quad in added)
    fresh = {quad: None for quad in new if quad not in gone and quad not in index}
    _write(index, *_with_view(index, fresh, {q: None for q in gone if q not in new}))


def _write(index: pyoxigraph.Store, added: Sequence[Quad], removed: Sequence[Quad]) -> None:
    if any(_has_blank(quad) for quad in (*added, *removed)):
        for quad in removed:
            index.remove(quad)
        index.extend(added)
    elif removed:
        delete, insert = map(_write_data, (removed, added))
        index.update(f"DELETE DATA {{ {delete} }} ; INSERT DATA {{ {insert} }}")
    elif len(added) < MANY:
        index.extend(added)
    else:
        index.bulk_extend(added)


def _differences(
    index: pyoxigraph.Store, graphs: Mapping[str, Sequence[Quad]]
) -> tuple[list[Quad], list[Quad]]:
    """Return the quads to add and to remove, those of the view included."""
    added: dict[Quad, None] = {}
    removed: dict[Quad, None] = {}
    for name, quads in graphs.items():
        graph = NamedNode(name)
        before = dict.fromkeys(index.quads_for_pattern(None, None, None, graph))
        after = dict.fromkeys(_in_graph(quad, graph) for quad in quads)
        added |= {quad: None for quad in after if quad not in before}
        removed |= {quad: None for quad in before if quad not in after}
    return _with_view(index, added, removed)


def _with_view(
    index: pyoxigraph.Store, added: Mapping[Quad, None], removed: Mapping[Quad, None]
) -> tuple[list[Quad], list[Quad]]:
    shown = dict.fromkeys(_in_graph(quad, VIEW) for quad in added)
    hidden = dict.fromkeys(_in_graph(quad, VIEW) for quad in removed)
    gone = [quad for quad in hidden if quad not in shown and not _stays(index, quad, removed)]
    return [*added, *shown], [*removed, *gone]


def _in_graph(quad: Quad, graph: NamedNode | DefaultGraph) -> Quad:
    if quad.graph_name == graph:
        return quad
    return Quad(quad.subject, quad.predicate, quad.object, graph)


def _stays(index: pyoxigraph.Store, quad: Quad, removed: Mapping[Quad, None]) -> bool:
    """Tell whether some graph goes on to hold a triple of the view."""
    holders = index.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(each.graph_name != VIEW and each not in removed for each in holders)


def _has_blank(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)


def _write_data(quads: Iterable[Quad]) -> str:
    return "\n".join(map(_write_quad, quads))


def _write_quad(quad: Quad) -> str:
    triple = f"{quad.subject} {quad.predicate} {quad.object} ."
    return triple if quad.graph_name == VIEW else f"GRAPH {quad.graph_name} {{ {triple} }}"


def named_quads(
    index: pyoxigraph.Store, graph: str | None, subject: str | None, predicate: str | None
) -> Iterator[Quad]:
    """Yield the quads of one named graph, or of all, with this subject and property."""
    name = None if graph is None else NamedNode(graph)
    about = None if subject is None else NamedNode(subject)
    by = None if predicate is None else NamedNode(predicate)
    if name is not None or about is not None or by is not None:
        quads = index.quads_for_pattern(about, by, None, name)
        yield from (quad for quad in quads if quad.graph_name != VIEW)
        return
    for each in index.named_graphs():
        yield from index.quads_for_pattern(None, None, None, each)
