"""The graph that is scored: what it states of a node, in a document's own graph or anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, Triple

from tradegraph.errors import InputError
from tradegraph.vocabulary import CODE, tg

Term = NamedNode | BlankNode | Literal | Triple
GraphName = NamedNode | BlankNode | DefaultGraph | None
"""The graph that is asked before all others, None for all of them at once."""

TRIG: Final = (".trig", ".ttl")


class Dataset:
    """All graphs of a file, in an order that is the same every time."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return the graphs of an N-Quads file, or of a TriG file by its suffix.

        Raises InputError when the file cannot be read.
        """
        how = "tradegraph export -f nq -o FILE.nq"
        if not path.is_file():
            raise InputError("no such file", where=str(path), how=how)
        store = Store()
        form = RdfFormat.TRIG if path.suffix in TRIG else RdfFormat.N_QUADS
        try:
            store.bulk_load(path=str(path), format=form)
        except (OSError, SyntaxError, ValueError) as error:
            raise InputError(str(error), where=str(path), how=how) from error
        return cls(store)

    @classmethod
    def parse(cls, nquads: bytes) -> Self:
        """Return the graphs of N-Quads that tradegraph wrote."""
        store = Store()
        store.bulk_load(nquads, format=RdfFormat.N_QUADS)
        return cls(store)

    def match(self, predicate: str, graph: GraphName = None) -> Iterator[Quad]:
        """Yield the quads with this property, of one graph or of all."""
        return self._store.quads_for_pattern(None, NamedNode(predicate), None, graph)

    def values(self, subject: Term, predicate: str, graph: GraphName = None) -> list[Term]:
        """Return the values of a property: those in `graph` if it has any, else those of all."""
        if isinstance(subject, Literal | Triple):
            return []
        about = NamedNode(predicate)
        if graph is not None:
            own = [q.object for q in self._store.quads_for_pattern(subject, about, None, graph)]
            if own:
                return own
        quads = self._store.quads_for_pattern(subject, about, None, None)
        return list(dict.fromkeys(quad.object for quad in quads))


@dataclass(frozen=True, slots=True)
class Node:
    """A node as one document's graph describes it. Properties are named as in the ontology."""

    dataset: Dataset
    term: Term
    graph: GraphName = None

    @property
    def value(self) -> str:
        """The node's IRI, or a literal's text."""
        return str(self.term) if isinstance(self.term, Triple) else self.term.value

    @property
    def tail(self) -> str:
        """The last part of the node's IRI."""
        return self.value.rstrip("/").rpartition("/")[2]

    def all(self, *names: str) -> list[Node]:
        """Return the values of properties."""
        return self.all_of(*map(tg, names))

    def all_of(self, *predicates: str) -> list[Node]:
        """Return the values of properties of any vocabulary, named by IRI."""
        return [
            Node(self.dataset, value, self.graph)
            for predicate in predicates
            for value in self.dataset.values(self.term, predicate, self.graph)
        ]

    def first(self, name: str) -> Node | None:
        """Return the first value of a property."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str | None:
        """Return the first value of a property as text."""
        value = self.first(name)
        return value.value if value else None

    def offset(self, name: str) -> int | None:
        """Return the first value of a property as a number of characters."""
        text = self.text(name)
        if text is not None and not text.isdecimal():
            raise InputError(f"no offset: {text!r}", where=self.value, how="count characters")
        return None if text is None else int(text)

    def first_notation(self, name: str, scheme: str) -> str | None:
        """Return the notation of the first value of a property."""
        value = self.first(name)
        return value.notation(scheme) if value else None

    def notation(self, scheme: str) -> str:
        """Return what a concept is called in its code list."""
        if not self.value.startswith(CODE):
            return self.value
        return self.value.removeprefix(CODE).removeprefix(f"{scheme}-")

    def anywhere(self) -> Node:
        """Return the same node as all graphs together describe it."""
        return Node(self.dataset, self.term)
