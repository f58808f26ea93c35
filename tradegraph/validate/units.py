"""What is examined in one go: a document's graph, with what it takes from elsewhere.

Each document is judged by what it says itself. The registry's entries that it refers to, and what
these refer to, are there for reference, as are the types of other things and what was derived. So
two documents that contradict each other are no violation.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, Triple

from tradegraph.store import Store
from tradegraph.vocabulary import (
    CODE,
    GRAPH_DERIVED,
    GRAPH_ONTOLOGY,
    GRAPH_REGISTRY,
    PROV,
    RDF,
    SKOS,
    document_graph,
    tg,
)

TYPE = NamedNode(RDF + "type")
IN_SCHEME = SKOS + "inScheme"
PERIODS = (tg("StatusPeriod"), tg("RatePeriod"))

Statement = Quad | Triple


@dataclass(frozen=True, slots=True)
class Unit:
    """A document, a file, or the derived periods. `name` is what findings call it, or None.

    `own` is what is examined, `context` what else the shapes may look at.
    """

    name: str | None
    own: tuple[Quad, ...]
    context: tuple[Statement, ...]

    @property
    def focus(self) -> frozenset[str]:
        """The names of the nodes to be examined."""
        return frozenset(name_node(quad.subject) for quad in self.own)


def make_unit(store: Store, name: str | None, own: Iterable[Quad], inverse: Iterable[str]) -> Unit:
    """Return a unit with its context; `inverse` are properties to be followed backwards."""
    quads = tuple(own)
    return Unit(name, quads, tuple(_gather(store, quads, inverse)))


def document_unit(store: Store, key: str, inverse: Iterable[str]) -> Unit:
    """Return the unit of a document."""
    return make_unit(store, key, store.quads(document_graph(key)), inverse)


def period_unit(store: Store, measures: Container[str] | None, inverse: Iterable[str]) -> Unit:
    """Return the unit of the periods of these measures, or of all."""
    types = store.quads(GRAPH_DERIVED, predicate=TYPE.value)
    periods = sorted({name_node(quad.subject) for quad in types if _is_in(quad.object, PERIODS)})
    own: list[Quad] = []
    for period in periods:
        quads = list(store.quads(GRAPH_DERIVED, subject=period))
        about = (quad.object for quad in quads if quad.predicate.value == tg("ofMeasure"))
        if measures is None or any(_is_in(measure, measures) for measure in about):
            own += quads
    return make_unit(store, None, own, inverse)


def _gather(store: Store, own: Sequence[Quad], inverse: Iterable[str]) -> Iterator[Statement]:
    """Yield what the examined nodes rest on."""
    focus = set(_iris(quad.subject for quad in own))
    inferred = [quad for iri in focus for quad in store.quads(GRAPH_DERIVED, subject=iri)]
    yield from inferred
    objects = set(_iris(_links((*own, *inferred))))
    entries = list(_registry_entries(store, focus | objects))
    yield from entries
    for iri in objects | set(_iris(quad.subject for quad in entries)):
        yield from store.quads(GRAPH_DERIVED, subject=iri)
    for iri in objects | set(_iris(_links(entries))):
        if iri.startswith(CODE):
            yield from store.quads(GRAPH_ONTOLOGY, subject=iri, predicate=IN_SCHEME)
    for iri in objects - focus:
        yield from store.match(NamedNode(iri), TYPE, None)
    for predicate in inverse:
        for iri in focus:
            yield from store.match(None, NamedNode(predicate), NamedNode(iri))


def _registry_entries(store: Store, names: Iterable[str]) -> Iterator[Quad]:
    """Yield the registry's statements about these nodes and all that they refer to."""
    waiting = set(names)
    seen = set(waiting)
    while waiting:
        quads = list(store.quads(GRAPH_REGISTRY, subject=waiting.pop()))
        yield from quads
        new = set(_iris(_links(quads))) - seen
        seen |= new
        waiting |= new


def name_node(term: object) -> str:
    """Return the IRI of a node, or its label with `_:` before it."""
    return term.value if isinstance(term, NamedNode) else str(term)


def _iris(terms: Iterable[object]) -> Iterator[str]:
    return (term.value for term in terms if isinstance(term, NamedNode))


def _links(quads: Iterable[Quad]) -> Iterator[object]:
    """Yield the things referred to; types and provenance are not followed."""
    for quad in quads:
        if quad.predicate != TYPE and not quad.predicate.value.startswith(PROV):
            yield quad.object


def _is_in(term: object, iris: Container[str]) -> bool:
    return isinstance(term, NamedNode) and term.value in iris


def mentioned(unit: Unit) -> set[str]:
    """Return the IRIs that a unit says something about or refers to."""
    return {iri for iri in unit.focus if not iri.startswith("_:")} | set(_iris(_links(unit.own)))
