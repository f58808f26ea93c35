"""What a timeline is read from: the whole graph, or what was known on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.derive import derive_quads
from tradegraph.derive.statements import Statements, parse_day
from tradegraph.network.claims import Claim, read_claims
from tradegraph.network.passages import Passages
from tradegraph.network.source import open_source
from tradegraph.network.triples import Triples
from tradegraph.store import Store
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_REGISTRY, document_graph, document_iri, tg


@dataclass(frozen=True, slots=True)
class View:
    """A graph with what follows from it: days by `facts`, names by `triples`, claims by fact."""

    facts: Statements
    triples: Triples
    passages: Passages
    claims: dict[str, list[Claim]]


def open_view(store: Store, known_on: date | None = None) -> View:
    """Return the view of a store, as of today or as of the documents published by a day.

    What follows from those is derived anew, in memory; the store stays as it is. A document whose
    day of publication is not known does not count for `known_on`.
    """
    if known_on is None:
        source = open_source(store)
        facts = Statements(lambda predicate: store.quads(predicate=predicate))
    else:
        quads = list(_select_known(store, known_on))
        quads += derive_quads(quads)
        source, facts = open_source(quads), Statements.of(quads)
    claims: dict[str, list[Claim]] = {}
    for claim in read_claims(source):
        claims.setdefault(claim.fact, []).append(claim)
    return View(facts, Triples(source), Passages(source), claims)


def _select_known(store: Store, day: date) -> Iterator[Quad]:
    keys = {document_graph(key): document_iri(key) for key in store.document_keys()}
    later = set(_find_later(store, day))
    for graph in store.graph_names():
        if graph == GRAPH_DERIVED:
            continue
        if graph == GRAPH_REGISTRY:
            yield from (quad for quad in store.quads(graph) if quad.subject not in later)
        elif graph not in keys or _is_published(store, graph, keys[graph], day):
            yield from store.quads(graph)


def _find_later(store: Store, day: date) -> Iterator[object]:
    """Yield the curated events that cannot have happened by a day: nobody knew of them."""
    for quad in store.quads(GRAPH_REGISTRY, predicate=tg("notBefore")):
        first = parse_day(quad.object.value) if isinstance(quad.object, Literal) else None
        if first and first > day:
            yield quad.subject


def _is_published(store: Store, graph: str, document: str, day: date) -> bool:
    name = NamedNode(document)
    told = store.quads(graph, predicate=tg("publishedOn"))
    texts = [q.object.value for q in told if q.subject == name and isinstance(q.object, Literal)]
    days = map(parse_day, texts)
    return any(published <= day for published in days if published)
