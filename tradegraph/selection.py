"""Which part of a store is written out: the documents with what they need, one graph, all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from tradegraph.errors import UsageError
from tradegraph.spelling import advise
from tradegraph.store import Store
from tradegraph.vocabulary import (
    GRAPH_DERIVED,
    GRAPH_ONTOLOGY,
    GRAPH_REGISTRY,
    ID,
    document_graph,
)

LAYERS = {"ontology": GRAPH_ONTOLOGY, "registry": GRAPH_REGISTRY, "derived": GRAPH_DERIVED}
"""Names for the graphs that are no document's."""


def select_quads(store: Store) -> Iterator[Quad]:
    """Yield what the documents say, the registry entries it uses, and what is derived about both.

    An entry is used when a document or a derived period names it, or a used entry does.
    """
    registry = _by_subject(store.quads(GRAPH_REGISTRY))
    derived = _by_subject(store.quads(GRAPH_DERIVED))
    named: set[NamedNode] = set()
    for key in store.document_keys():
        for quad in store.quads(document_graph(key)):
            named.update(_nodes_of(quad))
            yield quad
    for subject in derived.keys() - registry.keys():  # periods, and what documents describe
        named.update(node for quad in derived[subject] for node in _nodes_of(quad))
    used = _close(named, registry)
    for subject in used:
        yield from registry[subject]
    for subject in sorted({*named, *used} & derived.keys(), key=lambda node: node.value):
        yield from derived[subject]


def select_everything(store: Store) -> Iterator[Quad]:
    """Yield every quad: documents, derived, the whole registry, the ontology and its codes."""
    return store.quads()


def select_graph(store: Store, name: str) -> Iterator[Quad]:
    """Yield one graph, named by IRI, as `registry`, `derived` or `ontology`, or as a document.

    Raises UsageError when there is none of that name.
    """
    names = store.graph_names()
    iri = LAYERS.get(name, name)
    if iri in names:
        return store.quads(iri)
    try:
        return store.quads(document_graph(store.find_document(name)))
    except UsageError as error:
        how = advise(name, [*LAYERS, *names], otherwise=error.how or ", ".join(LAYERS))
        raise UsageError(f"no graph named {name!r}", how=how) from error


def _by_subject(quads: Iterable[Quad]) -> defaultdict[NamedNode, list[Quad]]:
    entries: defaultdict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.subject, NamedNode):
            entries[quad.subject].append(quad)
    return entries


def _close(used: set[NamedNode], registry: dict[NamedNode, list[Quad]]) -> list[NamedNode]:
    """Return the entries that are used, and those they use in turn, sorted."""
    found: set[NamedNode] = set()
    waiting = [node for node in used if node in registry]
    while waiting:
        subject = waiting.pop()
        if subject not in found:
            found.add(subject)
            named = {node for quad in registry[subject] for node in _nodes_of(quad)}
            waiting.extend(node for node in named - found if node in registry)
    return sorted(found, key=lambda node: node.value)


def _nodes_of(quad: Quad) -> Iterator[NamedNode]:
    """Yield the nodes of ours that a quad names."""
    for term in (quad.subject, quad.object):
        if isinstance(term, NamedNode) and term.value.startswith(ID):
            yield term
