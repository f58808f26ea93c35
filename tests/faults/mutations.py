"""One thing in a graph goes wrong: small functions that make functions that change a graph."""

from __future__ import annotations

from collections.abc import Callable

from findings import CODES, TG
from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.term import Node

from tradegraph.vocabulary import PREFIXES

Mutation = Callable[[Graph], object]
Faults = dict[str, tuple[str, Mutation, str]]
"""Name of the fault -> the shapes that see it, what goes wrong, how the message starts."""


def node(name: str) -> URIRef:
    """Return the IRI of a prefixed name."""
    prefix, _, local = name.partition(":")
    return URIRef(PREFIXES[prefix] + local)


def date(text: str) -> Literal:
    """Return a date."""
    return Literal(text, datatype=XSD.date)


def decimal(text: str) -> Literal:
    """Return a decimal number."""
    return Literal(text, datatype=XSD.decimal)


def code(name: str) -> URIRef:
    """Return a concept, known or not."""
    return CODES[name]


def first(graph: Graph, class_: str) -> Node:
    """Return the first node of a class."""
    return min(graph.subjects(RDF.type, TG[class_]), key=str)


def put(name: str, term: str, value: object) -> Mutation:
    """Give the node one more value."""
    return lambda graph: graph.add((node(name), TG[term], _value(value)))


def change(name: str, term: str, value: object) -> Mutation:
    """Give the node this value in place of those it has."""
    return lambda graph: graph.set((node(name), TG[term], _value(value)))


def drop(name: str, term: str) -> Mutation:
    """Take the node's values away."""
    return lambda graph: graph.remove((node(name), TG[term], None))


def change_first(class_: str, term: str, value: object) -> Mutation:
    """Give the first node of a class this value in place of those it has."""
    return lambda graph: graph.set((first(graph, class_), TG[term], _value(value)))


def put_first(class_: str, term: str, value: object) -> Mutation:
    """Give the first node of a class one more value."""
    return lambda graph: graph.add((first(graph, class_), TG[term], _value(value)))


def drop_first(class_: str, term: str) -> Mutation:
    """Take the values of the first node of a class away."""
    return lambda graph: graph.remove((first(graph, class_), TG[term], None))


def both(*mutations: Mutation) -> Mutation:
    """Do one after the other."""
    return lambda graph: [mutate(graph) for mutate in mutations]


def dated(name: str, day: str) -> Mutation:
    """Date an event to a day."""
    return both(change(name, "notBefore", date(day)), change(name, "notAfter", date(day)))


def retype(name: str, class_: str) -> Mutation:
    """Make the node a member of one more class."""
    return lambda graph: graph.add((node(name), RDF.type, TG[class_]))


def unlabel(name: str) -> Mutation:
    """Take the label away."""
    return lambda graph: graph.remove((node(name), RDFS.label, None))


def forget(name: str, predicate: URIRef) -> Mutation:
    """Take values of a property that is not our own away."""
    return lambda graph: graph.remove((node(name), predicate, None))


def unassert(name: str) -> Mutation:
    """Take away all assertions of a fact."""

    def remove(graph: Graph) -> None:
        for assertion in list(graph.subjects(TG.asserts, node(name))):
            graph.remove((assertion, None, None))

    return remove


def _value(value: object) -> Node:
    if isinstance(value, Node):
        return value
    if isinstance(value, str) and value.partition(":")[0] in PREFIXES:
        return node(value)
    return Literal(value)
