"""The facts of a store, looked up where they are needed and not read as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pyoxigraph import NamedNode

from tradegraph.derive.statements import Facts, Told, graph_of
from tradegraph.store import Store
from tradegraph.vocabulary import GRAPH_DERIVED, tg


class StoredFacts(Facts):
    """What all graphs of a store state, the derived one as wanted; each look-up is kept."""

    def __init__(self, store: Store, *, derived: bool = True) -> None:
        self._store = store
        self._derived = derived
        self._told = cache(self._read_told)
        self._referring = cache(self._read_referring)

    def told(self, subject: str, predicate: str) -> list[Told]:
        """Return the values of a property, each with the graph it stands in."""
        return self._told(subject, predicate)

    def referring(self, predicate: str, iri: str) -> Iterable[str]:
        """Return the subjects whose property points to `iri`, each once."""
        return self._referring(predicate, iri)

    def subjects_in(self, graph: str, name: str, iri: str) -> list[str]:
        """Return the subjects whose ontology property points to `iri` in one graph, sorted."""
        quads = self._store.quads(graph, predicate=tg(name))
        found = {quad.subject for quad in quads if quad.object == NamedNode(iri)}
        return sorted(each.value for each in found if isinstance(each, NamedNode))

    def _read_told(self, subject: str, predicate: str) -> list[Told]:
        quads = self._store.quads(subject=subject, predicate=predicate)
        told = [(quad.object, graph_of(quad)) for quad in quads]
        return [each for each in told if self._derived or each[1] != GRAPH_DERIVED]

    def _read_referring(self, predicate: str, iri: str) -> tuple[str, ...]:
        triples = self._store.match(None, NamedNode(predicate), NamedNode(iri))
        subjects = (triple.subject for triple in triples)
        return tuple(each.value for each in subjects if isinstance(each, NamedNode))
