"""Under which names and codes annotators may speak of an actor of the graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pyoxigraph import NamedNode

from tradegraph.evaluation.conventions import read_conventions
from tradegraph.evaluation.dataset import Node
from tradegraph.evaluation.facts import Names
from tradegraph.evaluation.names import COURT, EVERYONE, OWNER, find_code, normalise
from tradegraph.vocabulary import RDF, RDFS, SKOS

LABEL: Final = RDFS + "label"
OTHER_LABEL: Final = SKOS + "altLabel"
RELATIONS: Final = ("bodyOf", "affiliation", "officeOf")
"""What leads from a body, person or office to whom it belongs to."""


def find_names(actor: Node) -> Names:
    """Return all names of an actor, normalised, and the codes of what it is and belongs to."""
    if not isinstance(actor.term, NamedNode):
        return frozenset({normalise(actor.value)})
    names = {*_find_labels(actor.anywhere()), *_find_codes(actor.anywhere())}
    return frozenset(names) or frozenset({normalise(actor.tail.replace("-", " "))})


def find_place_names(place: Node) -> Names:
    """Return all names of a place, also the one its IRI ends in."""
    return find_names(place) | {normalise(place.value.rpartition("/")[2].replace("-", " "))}


def find_office_names(office: Node) -> Names:
    """Return all labels of an office, in lower case and otherwise as they are."""
    return frozenset(label.value.lower() for label in office.all_of(LABEL, OTHER_LABEL))


def find_kinds(node: Node) -> frozenset[str]:
    """Return the local names of a node's classes, of its own graph and of all."""
    classes = [*node.all_of(RDF + "type"), *node.anywhere().all_of(RDF + "type")]
    return frozenset(each.value.rpartition("#")[2] for each in classes)


def _find_labels(actor: Node) -> Iterator[str]:
    for label in actor.all_of(LABEL, OTHER_LABEL):
        if label.value:
            yield normalise(label.value)


def _find_codes(actor: Node) -> Iterator[str]:
    iri, kinds = actor.value, find_kinds(actor)
    if code := actor.text("iso2"):
        yield code
    if "CustomsUnion" in kinds or "/country/" in iri or "/jurisdiction/" in iri:
        yield find_code(iri)
    if "Court" in kinds or "/court/" in iri:
        yield from (COURT + code for code in _find_court_codes(actor.tail.lower()))
    if read_conventions().everyone.search(iri):
        yield EVERYONE
    for owner in actor.all(*RELATIONS):
        yield OWNER + (owner.text("iso2") or find_code(owner.value))


def _find_court_codes(tail: str) -> Iterator[str]:
    told = read_conventions()
    yield told.court_prefix.sub("", tail, count=1) if told.court_prefix.match(tail) else tail
    for code, held in told.court_codes:
        if held.search(tail):
            yield code
