"""The stated facts, ready for looking up: what each subject says by each property."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Self

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from tradegraph.vocabulary import GRAPH_DERIVED, RDF, code, tg

TYPE = RDF + "type"
Subject = NamedNode | BlankNode | Triple
Value = NamedNode | BlankNode | Literal | Triple


class Statements:
    """Quads by property and subject; IRIs are plain strings, the order is that of the input.

    `read` gives the quads of one property, and is asked only for those that are needed.
    """

    def __init__(self, read: Callable[[str], Iterable[Quad]]) -> None:
        self._read = read
        self._by_property: dict[str, dict[str, list[Value]]] = {}
        self._referring: dict[str, dict[str, set[str]]] = {}
        self._graphs: dict[str, set[str]] = defaultdict(set)
        self._added: dict[str, list[Quad]] = defaultdict(list)

    @classmethod
    def of(cls, quads: Iterable[Quad]) -> Self:
        """Return the statements that are in these quads."""
        by_property: dict[str, list[Quad]] = defaultdict(list)
        for quad in quads:
            by_property[quad.predicate.value].append(quad)
        return cls(lambda predicate: by_property.get(predicate, ()))

    def add(self, quads: Iterable[Quad]) -> None:
        """Take in more quads."""
        for quad in quads:
            predicate = quad.predicate.value
            self._added[predicate].append(quad)
            self._referring.pop(predicate, None)
            if predicate in self._by_property:
                self._insert(quad)

    def pairs(self, predicate: str) -> Iterator[tuple[str, Value]]:
        """Yield subject and value of each statement with this property."""
        for subject, values in self._property(predicate).items():
            for value in values:
                yield subject, value

    def values(self, subject: str, predicate: str) -> list[Value]:
        """Return the values of a property."""
        return self._property(predicate).get(subject, [])

    def graphs(self, subject: str) -> set[str]:
        """Return the named graphs that say what the subject is."""
        self._property(TYPE)
        return self._graphs.get(subject, set())

    def _property(self, predicate: str) -> dict[str, list[Value]]:
        if predicate not in self._by_property:
            self._by_property[predicate] = {}
            for quad in (*self._read(predicate), *self._added.get(predicate, ())):
                self._insert(quad)
        return self._by_property[predicate]

    def _insert(self, quad: Quad) -> None:
        if not isinstance(quad.subject, NamedNode):
            return
        subject, predicate = quad.subject.value, quad.predicate.value
        self._by_property[predicate].setdefault(subject, []).append(quad.object)
        if predicate == TYPE:
            graph = graph_of(quad)
            if graph and graph != GRAPH_DERIVED:
                self._graphs[subject].add(graph)

    def iris(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the things that an ontology property points to, sorted, each once."""
        values = self.values(subject, tg(name))
        return tuple(sorted({value.value for value in values if isinstance(value, NamedNode)}))

    def subjects(self, name: str, iri: str | None = None) -> list[str]:
        """Return the subjects of an ontology property, or those that point to `iri`, sorted."""
        predicate = tg(name)
        if iri is None:
            return sorted(self._property(predicate))
        if predicate not in self._referring:
            referring = self._referring[predicate] = defaultdict(set)
            for subject, value in self.pairs(predicate):
                if isinstance(value, NamedNode):
                    referring[value.value].add(subject)
        return sorted(self._referring[predicate].get(iri, ()))

    def notation(self, subject: str, name: str, scheme: str) -> str | None:
        """Return the notation of a coded value, the first in order if there are several."""
        prefix = code(scheme, "")
        found = (iri for iri in self.iris(subject, name) if iri.startswith(prefix))
        return next((iri.removeprefix(prefix) for iri in found), None)

    def notations(self, subject: str, name: str, scheme: str) -> frozenset[str]:
        """Return the notations of all coded values."""
        prefix = code(scheme, "")
        return frozenset(
            iri.removeprefix(prefix) for iri in self.iris(subject, name) if iri.startswith(prefix)
        )

    def dates(self, subject: str, name: str) -> list[date]:
        """Return the days that a property gives, in order of time; what is no day is left out."""
        texts = (
            value.value for value in self.values(subject, tg(name)) if isinstance(value, Literal)
        )
        return sorted(day for day in map(parse_day, texts) if day)

    def text(self, subject: str, name: str) -> str | None:
        """Return the first text of a property in the order of letters."""
        values = (
            value.value for value in self.values(subject, tg(name)) if isinstance(value, Literal)
        )
        return min(values, default=None)


def parse_day(text: str) -> date | None:
    """Return the day of an `xsd:date`, None for a text that is none."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def graph_of(quad: Quad) -> str | None:
    """Return the name of the graph a quad stands in, None for the unnamed one."""
    graph = quad.graph_name
    return None if isinstance(graph, DefaultGraph) else graph.value
