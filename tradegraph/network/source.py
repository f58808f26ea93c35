"""Where a network is read from: a store, an rdflib graph, or any quads; terms become strings here.

IRIs and the texts of literals are plain strings above this: a reader of facts compares them and
never computes with their datatypes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any, Protocol, cast

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple

from tradegraph.errors import UsageError

_VIEW = DefaultGraph()


class StoreLike(Protocol):
    """What a store offers: its triples by their parts, and answers to queries."""

    def match(
        self,
        subject: NamedNode | BlankNode | None,
        predicate: NamedNode | None,
        value: NamedNode | BlankNode | Literal | None,
    ) -> Iterator[Triple]:
        """Yield the triples with these terms, each once."""

    def query(self, text: str) -> object:
        """Answer a query; the answer of a SELECT has `rows`."""


class Written(Protocol):
    """A graph of rdflib, as far as it is needed here."""

    def serialize(self, *, format: str, encoding: str) -> bytes:  # noqa: A002 - rdflib's word
        """Return the graph in a syntax."""


Graph = StoreLike | Written | Iterable[Quad]
"""What `build` takes: a store, a graph of rdflib, or quads (read as one graph)."""


class _Memory:
    """Quads as a store: all of them in one graph."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._index = pyoxigraph.Store()
        self._index.extend(Quad(q.subject, q.predicate, q.object, _VIEW) for q in quads)

    def match(
        self,
        subject: NamedNode | BlankNode | None,
        predicate: NamedNode | None,
        value: NamedNode | BlankNode | Literal | None,
    ) -> Iterator[Triple]:
        for quad in self._index.quads_for_pattern(subject, predicate, value, _VIEW):
            yield quad.triple

    def query(self, text: str) -> object:
        return _Answer(self._index.query(text))


class _Answer:
    def __init__(self, solutions: Any) -> None:
        self.rows = solutions


class Source:
    """The triples of a graph as strings."""

    def __init__(self, store: StoreLike) -> None:
        self._store = store

    def pairs(self, predicate: str) -> Iterator[tuple[str, str]]:
        """Yield subject and object of the triples of a property."""
        triples: Iterable[Any] = self._store.match(None, NamedNode(predicate), None)
        for triple in triples:
            yield triple.subject.value, triple.object.value

    def texts(self, predicate: str) -> Iterator[tuple[str, str, str | None]]:
        """Yield subject, text and language of the literals of a property."""
        for triple in self._store.match(None, NamedNode(predicate), None):
            if isinstance(triple.object, Literal):
                yield _read(triple.subject), triple.object.value, triple.object.language

    def subjects(self, predicate: str, value: str) -> Iterator[str]:
        """Yield the subjects with this node as the object of a property."""
        for triple in self._store.match(None, NamedNode(predicate), NamedNode(value)):
            yield _read(triple.subject)

    def properties(self, subject: str) -> dict[str, list[str]]:
        """Return what is said of a node: property -> sorted objects."""
        found: dict[str, list[str]] = {}
        for triple in self._store.match(NamedNode(subject), None, None):
            found.setdefault(triple.predicate.value, []).append(_read(triple.object))
        return {predicate: sorted(values) for predicate, values in found.items()}

    def select(self, query: str) -> Iterator[list[str]]:
        """Yield the rows of a query, whose variables are all bound."""
        answer = cast("Any", self._store.query(query))
        for row in answer.rows:
            yield [term.value for term in row]


def _read(term: Any) -> str:
    return cast("str", term.value) if not isinstance(term, Triple) else str(term)


def open_source(graph: Graph) -> Source:
    """Return what a network can be read from.

    Raises UsageError for something that is no graph.
    """
    if hasattr(graph, "match") and hasattr(graph, "query"):
        return Source(cast("StoreLike", graph))
    if hasattr(graph, "serialize"):
        form = "nquads" if getattr(graph, "context_aware", False) else "nt"
        text = graph.serialize(format=form, encoding="utf-8")
        return Source(_Memory(pyoxigraph.parse(text, RdfFormat.N_QUADS)))
    if isinstance(graph, Iterable):
        return Source(_Memory(graph))
    raise UsageError(
        f"no network can be read from {type(graph).__name__}",
        where="network.build",
        how="a store of open_store, a graph of rdflib, or quads",
    )


def read_query(name: str) -> str:
    """Return the text of a query of this room."""
    return (files(__package__) / f"{name}.rq").read_text(encoding="utf-8")
