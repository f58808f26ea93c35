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


def load_reference(store: Store, registry: Registry) -> None:
    """Load the ontology and the registry into the store unless it has these very versions."""
    ontology, digest = read_ontology()
    for name, quads, version in (
        (GRAPH_ONTOLOGY, ontology, digest),
        (GRAPH_REGISTRY, registry.quads, registry.digest),
    ):
        graph = NamedNode(name)
        mark = Quad(graph, HAS_VERSION, Literal(version), graph)
        if mark not in store.quads(name, subject=name):
            store.load_graph(name, [*quads, mark])


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
