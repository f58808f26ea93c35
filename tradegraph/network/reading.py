"""A graph as facts with their claims and ties: read once, for however many networks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tradegraph.errors import UsageError
from tradegraph.network.claims import (
    Claim,
    Days,
    read_claims,
    read_fact_days,
    read_publications,
)
from tradegraph.network.rules import read_ties
from tradegraph.network.source import Graph, open_source
from tradegraph.network.ties import Telling, Tie
from tradegraph.network.triples import Triples, read_notation
from tradegraph.spelling import advise
from tradegraph.vocabulary import DCTERMS


class Reading:
    """The facts of a graph that its documents, or only some of them, claim.

    `facts` are those of the given classes, with their claims, sorted; `published` the days of
    documents, as far as they are known.
    """

    def __init__(
        self, graph: Graph, lang: str, sources: Iterable[str], classes: Iterable[str]
    ) -> None:
        source = open_source(graph)
        self.triples = Triples(source, lang)
        known = {iri for kind in classes for iri in self.triples.instances(kind)}
        wants_document = _choose_documents(self.triples, list(sources))
        self.facts: dict[str, list[Claim]] = {}
        for claim in read_claims(source, wants_document, known.__contains__):
            self.facts.setdefault(claim.fact, []).append(claim)
        self.published = read_publications(self.triples)
        self._days = read_fact_days(self.triples)
        self._ties: dict[Telling, tuple[Tie, ...]] = {}

    def days(self, fact: str) -> Days | None:
        """Return the first and the last day a fact can fall on, None where nothing tells.

        A fact without a date of its own counts on the days its documents were published.
        """
        if fact in self._days or fact not in self.facts:
            return self._days.get(fact)
        told = {document for claim in self.facts[fact] for document in claim.documents}
        days = [self.published[document] for document in told if document in self.published]
        return (min(days), max(days)) if days else None

    def ties(self, telling: Telling) -> tuple[Tie, ...]:
        """Return the ties that a fact stands for, as it is told."""
        found = self._ties.get(telling)
        if found is None:
            found = self._ties[telling] = tuple(read_ties(self.triples, telling))
        return found


def _choose_documents(triples: Triples, names: list[str]) -> Callable[[str], bool] | None:
    """Return what tells the wanted documents, None for all.

    A name is a publisher, a type of document (`news`, `executive-order`), or a document by its
    IRI, key or identifier. Raises UsageError for a name that fits no document.
    """
    if not names:
        return None
    documents = {iri: _name_document(triples, iri) for iri in triples.instances("Document")}
    known = {name for each in documents.values() for name in each}
    wanted = {" ".join(name.casefold().split()) for name in names}
    for name in sorted(wanted - known):
        others = (each for each in sorted(known) if "/" not in each)
        how = advise(name, others, otherwise="a publisher, a type of document, a document's id")
        raise UsageError(f"no document is or comes from {name!r}", where="--sources", how=how)
    chosen = {iri for iri, each in documents.items() if each & wanted}
    return chosen.__contains__


def _name_document(triples: Triples, iri: str) -> set[str]:
    texts = [iri, iri.rsplit("/", 1)[-1]]
    texts += [value for term in ("publisher", "identifier") for value in _terms(triples, iri, term)]
    texts += map(read_notation, triples.all(iri, "docType"))
    return {" ".join(text.casefold().split()) for text in texts}


def _terms(triples: Triples, iri: str, name: str) -> Sequence[str]:
    return triples.values(iri, DCTERMS + name)
