"""The stated facts, ready for looking up: what each subject says by each property, and where."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Self

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from tradegraph.vocabulary import GRAPH_DERIVED, RDF, code, tg

TYPE = RDF + "type"
Subject = NamedNode | BlankNode | Triple
Value = NamedNode | BlankNode | Literal | Triple
Told = tuple[Value, str | None]
"""A value and the named graph that gives it."""


class Facts(ABC):
    """What is stated of subjects; IRIs are plain strings, names are local ones of the ontology."""

    @abstractmethod
    def told(self, subject: str, predicate: str) -> list[Told]:
        """Return the values of a property, each with the graph it stands in."""

    @abstractmethod
    def referring(self, predicate: str, iri: str) -> Iterable[str]:
        """Return the subjects whose property points to `iri`, each once."""

    @abstractmethod
    def subjects_in(self, graph: str, name: str, iri: str) -> list[str]:
        """Return the subjects whose ontology property points to `iri` in one graph, sorted."""

    def values(self, subject: str, predicate: str) -> list[Value]:
        """Return the values of a property."""
        return [value for value, _ in self.told(subject, predicate)]

    def graphs(self, subject: str) -> set[str]:
        """Return the named graphs that say what the subject is, the derived one left out."""
        graphs = {graph for _, graph in self.told(subject, TYPE)}
        return {graph for graph in graphs if graph and graph != GRAPH_DERIVED}

    def iris(self, subject: str, name: str) -> tuple[str, ...]:
        """Return the things that an ontology property points to, sorted, each once."""
        values = self.values(subject, tg(name))
        return tuple(sorted({value.value for value in values if isinstance(value, NamedNode)}))

    def subjects(self, name: str, iri: str) -> list[str]:
        """Return the subjects whose ontology property points to `iri`, sorted."""
        return sorted(self.referring(tg(name), iri))

    def instances(self, name: str) -> list[str]:
        """Return the subjects of a class of the ontology, sorted; closures come first."""
        return sorted(self.referring(TYPE, tg(name)))

    def is_a(self, subject: str, name: str) -> bool:
        """Tell whether a subject is of a class of the ontology; closures come first."""
        return NamedNode(tg(name)) in self.values(subject, TYPE)

    def notation(self, subject: str, name: str, scheme: str) -> str | None:
        """Return the notation of a coded value, the first in order if there are several."""
        return min(self.notations(subject, name, scheme), default=None)

    def notations(self, subject: str, name: str, scheme: str) -> frozenset[str]:
        """Return the notations of all coded values."""
        prefix = code(scheme, "")
        return frozenset(
            iri.removeprefix(prefix) for iri in self.iris(subject, name) if iri.startswith(prefix)
        )

    def dates(self, subject: str, name: str, graph: str | None = None) -> list[date]:
        """Return the days that a property gives, in order of time; what is no day is left out.

        With `graph` only those that this graph gives.
        """
        texts = (
            value.value
            for value, stated in self.told(subject, tg(name))
            if isinstance(value, Literal) and graph in (None, stated)
        )
        return sorted(day for day in map(parse_day, texts) if day)

    def texts(self, subject: str, name: str, graph: str | None = None) -> tuple[str, ...]:
        """Return the texts of a property in the order of letters, each once."""
        told = self.told(subject, tg(name))
        return tuple(
            sorted({v.value for v, g in told if isinstance(v, Literal) and graph in (None, g)})
        )

    def text(self, subject: str, name: str) -> str | None:
        """Return the first text of a property in the order of letters."""
        return next(iter(self.texts(subject, name)), None)


class Statements(Facts):
    """Quads by property and subject, in memory; the order is that of the input.

    `read` gives the quads of one property, and is asked only for those that are needed.
    """

    def __init__(self, read: Callable[[str], Iterable[Quad]]) -> None:
        self._read = read
        self._by_property: dict[str, dict[str, list[Told]]] = {}
        self._referring: dict[str, dict[str, dict[str, None]]] = {}
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
        for subject, told in self._property(predicate).items():
            for value, _ in told:
                yield subject, value

    def told(self, subject: str, predicate: str) -> list[Told]:
        """Return the values of a property, each with the graph it stands in."""
        return self._property(predicate).get(subject, [])

    def referring(self, predicate: str, iri: str) -> Iterable[str]:
        """Return the subjects whose property points to `iri`, each once."""
        if predicate not in self._referring:
            referring = self._referring[predicate] = defaultdict(dict)
            for subject, value in self.pairs(predicate):
                if isinstance(value, NamedNode):
                    referring[value.value][subject] = None
        return self._referring[predicate].get(iri, ())

    def subjects_in(self, graph: str, name: str, iri: str) -> list[str]:
        """Return the subjects whose ontology property points to `iri` in one graph, sorted."""
        stated = (NamedNode(iri), graph)
        return [each for each in self.subjects(name, iri) if stated in self.told(each, tg(name))]

    def _property(self, predicate: str) -> dict[str, list[Told]]:
        if predicate not in self._by_property:
            self._by_property[predicate] = {}
            for quad in (*self._read(predicate), *self._added.get(predicate, ())):
                self._insert(quad)
        return self._by_property[predicate]

    def _insert(self, quad: Quad) -> None:
        if isinstance(quad.subject, NamedNode):
            told = self._by_property[quad.predicate.value].setdefault(quad.subject.value, [])
            told.append((quad.object, graph_of(quad)))


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
