"""What every store holds beside its documents: the ontology and the registry."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from tradegraph import resources
from tradegraph.registry import Registry
from tradegraph.store.oxigraph import Store
from tradegraph.vocabulary import DCTERMS, GRAPH_ONTOLOGY, GRAPH_REGISTRY

HAS_VERSION = NamedNode(DCTERMS + "hasVersion")


def load_reference(store: Store, registry: Registry) -> bool:
    """Load the ontology and the registry into the store unless it has these very versions.

    Tells whether anything was loaded.
    """
    ontology, digest = read_ontology()
    has_ontology = _has_version(store, GRAPH_ONTOLOGY, digest)
    if not has_ontology:
        store.load_graph(GRAPH_ONTOLOGY, [*ontology, _mark(GRAPH_ONTOLOGY, digest)])
    has_registry = has_reference(store, registry)
    if not has_registry:
        mark = _mark(GRAPH_REGISTRY, registry.digest)
        store.load_graph(GRAPH_REGISTRY, [*registry.quads, mark])
    return not (has_ontology and has_registry)


def has_reference(store: Store, registry: Registry) -> bool:
    """Tell whether the store holds this very registry."""
    return _has_version(store, GRAPH_REGISTRY, registry.digest)


def _has_version(store: Store, name: str, version: str) -> bool:
    return _mark(name, version) in store.quads(name, subject=name)


def _mark(name: str, version: str) -> Quad:
    """Return the statement that says which version a graph is."""
    graph = NamedNode(name)
    return Quad(graph, HAS_VERSION, Literal(version), graph)


def read_ontology() -> tuple[tuple[Quad, ...], str]:
    """Return the ontology and code lists, and their digest."""
    contents = tuple(file.read_bytes() for file in resources.ontology_files())
    return _parse_ontology(contents), hashlib.sha256(b"\0".join(contents)).hexdigest()


@lru_cache(maxsize=2)
def _parse_ontology(contents: tuple[bytes, ...]) -> tuple[Quad, ...]:
    graph = NamedNode(GRAPH_ONTOLOGY)
    return tuple(
        Quad(triple.subject, triple.predicate, triple.object, graph)
        for content in contents
        for triple in parse(content, format=RdfFormat.TURTLE)
    )
