"""The triples of a knowledge graph, indexed for reading ties off its facts.

IRIs and the texts of literals are plain strings here: a reader of facts compares them and never
computes with their datatypes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from tradegraph import vocabulary
from tradegraph.vocabulary import tg

LABEL = vocabulary.RDFS + "label"
TYPE = vocabulary.RDF + "type"

# What no tie needs, and what makes up most of a document's bytes.
_SKIPPED = frozenset(tg(name) for name in ("text", "begin", "end", "sha256", "textLength"))


class QuadSource(Protocol):
    """What a store offers to the network: its quads, in any order."""

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """Yield the quads of one graph, or of all."""


class Triples:
    """Subject, predicate, objects; each list of objects sorted and without repetition."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._objects: dict[str, dict[str, set[str]]] = {}
        self._labels: dict[str, tuple[bool, str]] = {}
        for quad in quads:
            self._add(quad)
        self._by_type: dict[str, list[str]] = {}
        for subject in sorted(self._objects):
            for kind in self._objects[subject].get(TYPE, ()):
                self._by_type.setdefault(kind, []).append(subject)
        self._inverse: dict[str, dict[str, list[str]]] = {}

    def _add(self, quad: Quad) -> None:
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if predicate in _SKIPPED or not isinstance(subject, NamedNode | BlankNode):
            return
        if not isinstance(value, NamedNode | BlankNode | Literal):
            return
        self._objects.setdefault(subject.value, {}).setdefault(predicate, set()).add(value.value)
        if predicate == LABEL and isinstance(value, Literal):
            # English first, then alphabetical: the choice must not depend on the order of quads.
            rank = (value.language not in {None, "en"}, value.value)
            self._labels[subject.value] = min(rank, self._labels.get(subject.value, rank))

    def all(self, subject: str, predicate: str) -> list[str]:
        """Return the objects of an ontology property, sorted; `predicate` is its local name."""
        return self.values(subject, tg(predicate))

    def one(self, subject: str, predicate: str) -> str | None:
        """Return the first object of an ontology property, None when there is none."""
        return next(iter(self.all(subject, predicate)), None)

    def values(self, subject: str, predicate: str) -> list[str]:
        """Return the objects of a property given by its whole IRI, sorted."""
        return sorted(self._objects.get(subject, {}).get(predicate, ()))

    def subjects(self, predicate: str, value: str) -> list[str]:
        """Return the subjects with this object of an ontology property, sorted."""
        if predicate not in self._inverse:
            inverse = self._inverse.setdefault(predicate, {})
            for subject in sorted(self._objects):
                for each in self._objects[subject].get(tg(predicate), ()):
                    inverse.setdefault(each, []).append(subject)
        return self._inverse[predicate].get(value, [])

    def types(self, subject: str) -> set[str]:
        """Return the local names of the ontology classes of a subject."""
        found = self._objects.get(subject, {}).get(TYPE, ())
        prefix = vocabulary.ONT
        return {kind.removeprefix(prefix) for kind in found if kind.startswith(prefix)}

    def instances(self, kind: str) -> list[str]:
        """Return the subjects of an ontology class, sorted; `kind` is its local name."""
        return self._by_type.get(tg(kind), [])

    def notation(self, subject: str, predicate: str) -> str | None:
        """Return the notation of a code, `pause` for `code:event-pause`; None when there is none.

        A notation may hold hyphens (`event-entry-into-effect`), a scheme may not.
        """
        value = self.one(subject, predicate)
        return read_notation(value) if value else None

    def label(self, subject: str) -> str:
        """Return the English label, any other label, or the last part of the IRI as words."""
        if subject in self._labels:
            return self._labels[subject][1]
        return subject.rstrip("/#").rsplit("/", 1)[-1].rsplit("#", 1)[-1].replace("-", " ")


def read_notation(code_iri: str) -> str:
    """Return the notation in the IRI of a code.

    >>> read_notation("https://w3id.org/tradegraph/code#event-entry-into-effect")
    'entry-into-effect'
    """
    return code_iri.removeprefix(vocabulary.CODE).partition("-")[2]


def index_triples(source: QuadSource | Iterable[Quad]) -> Triples:
    """Read a store, or any quads, into an index."""
    quads = source.quads() if hasattr(source, "quads") else source
    return Triples(quads)
