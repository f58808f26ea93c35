"""What was known on a day: the documents published by then, and what follows from them alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.derive import derive_quads
from tradegraph.derive.statements import graph_of, parse_day
from tradegraph.store import MEMORY, Store, open_store
from tradegraph.vocabulary import (
    GRAPH_DERIVED,
    GRAPH_REGISTRY,
    document_graph,
    document_iri,
    tg,
)

PUBLISHED = ("publishedOn", "publishedNotBefore")
"""The day of publication, or the earliest one of an edition."""


def open_known(store: Store, day: date) -> Store:
    """Return a store in memory with what was known on a day; `store` stays as it is.

    A document whose day of publication is not known does not count; one that only names its edition
    counts from the earliest day on which that can have been published.
    """
    quads = list(select_known(store, day))
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in (*quads, *derive_quads(quads)):
        graphs[graph_of(quad) or GRAPH_DERIVED].append(quad)
    known = open_store(MEMORY)
    for name, content in sorted(graphs.items()):
        known.load_graph(name, content)
    return known


def select_known(store: Store, day: date) -> Iterator[Quad]:
    """Yield what the documents published by a day state, with the registry and the ontology."""
    keys = {document_graph(key): document_iri(key) for key in store.document_keys()}
    later = set(_find_later(store, day))
    for graph in store.graph_names():
        if graph == GRAPH_DERIVED:
            continue
        if graph == GRAPH_REGISTRY:
            yield from (quad for quad in store.quads(graph) if quad.subject not in later)
        elif graph not in keys or _is_published(store, graph, keys[graph], day):
            yield from store.quads(graph)


def _find_later(store: Store, day: date) -> Iterator[object]:
    """Yield the curated events that cannot have happened by a day: nobody knew of them."""
    for quad in store.quads(GRAPH_REGISTRY, predicate=tg("notBefore")):
        first = parse_day(quad.object.value) if isinstance(quad.object, Literal) else None
        if first and first > day:
            yield quad.subject


def _is_published(store: Store, graph: str, document: str, day: date) -> bool:
    name = NamedNode(document)
    told = (q for term in PUBLISHED for q in store.quads(graph, predicate=tg(term)))
    texts = [q.object.value for q in told if q.subject == name and isinstance(q.object, Literal)]
    days = map(parse_day, texts)
    return any(published <= day for published in days if published)
