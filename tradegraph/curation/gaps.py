"""Names that the documents of a store use and the registry lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.store import Store
from tradegraph.vocabulary import GRAPH_REGISTRY, ONT, RDF, RDFS, document_graph

COLUMNS: Final = ("name", "kind", "documents", "uses", "iri")
NAMED: Final = ("Person", "Organization", "GovernmentBody", "Company", "Court", "Office")
"""Classes of things that have a name of their own; groups are described."""


@dataclass(frozen=True, slots=True)
class UnknownName:
    """What documents name and the registry does not know.

    `documents` is in how many it is named, `uses` how many statements there are about it.
    """

    name: str
    kind: str
    documents: int
    uses: int
    iri: str


def list_unknown(store: Store) -> list[UnknownName]:
    """Return the names that the registry lacks, those used in most documents first."""
    known = {quad.subject for quad in store.quads(GRAPH_REGISTRY, predicate=RDF + "type")}
    named: dict[NamedNode, tuple[str, str]] = {}
    documents: Counter[NamedNode] = Counter()
    uses: Counter[NamedNode] = Counter()
    for key in store.document_keys():
        quads = list(store.quads(document_graph(key)))
        here = {node: what for node, what in _read_named(quads) if node not in known}
        named = here | named
        documents.update(here.keys())
        objects = (quad.object for quad in quads if isinstance(quad.object, NamedNode))
        uses.update(node for node in objects if node in here)
    found = [
        UnknownName(name, kind, documents[node], uses[node], node.value)
        for node, (name, kind) in named.items()
    ]
    return sorted(found, key=lambda each: (-each.documents, -each.uses, each.name, each.iri))


def _read_named(quads: Iterable[Quad]) -> Iterator[tuple[NamedNode, tuple[str, str]]]:
    """Yield the things with names of their own that a document describes: label and class."""
    kinds, labels = {}, {}
    for quad in quads:
        if quad.predicate.value == RDF + "type" and isinstance(quad.object, NamedNode):
            kinds[quad.subject] = quad.object.value.removeprefix(ONT)
        if quad.predicate.value == RDFS + "label" and isinstance(quad.object, Literal):
            labels[quad.subject] = quad.object.value
    for node, label in labels.items():
        if isinstance(node, NamedNode) and kinds.get(node) in NAMED:
            yield node, (label, kinds[node])
