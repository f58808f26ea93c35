"""The graph to be written: quads once each, in order, grouped by graph, subject and property."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from tradegraph.render.terms import shown_datatype
from tradegraph.store import Term
from tradegraph.vocabulary import RDF

TYPE = RDF + "type"
Statement = Quad | Triple
Properties = list[tuple[NamedNode, list[Term]]]


@dataclass(frozen=True, slots=True)
class Description:
    """What a graph says of one subject, properties and values in order, `rdf:type` first."""

    subject: Term
    properties: Properties


def merge_graphs(statements: Iterable[Statement]) -> list[Quad]:
    """Return the statements once each, without the names of their graphs."""
    return list(dict.fromkeys(Quad(*_parts(each)) for each in statements))


def split_graphs(statements: Iterable[Statement]) -> list[tuple[str | None, list[Quad]]]:
    """Return the statements by graph, once each: the unnamed graph first, then by name."""
    graphs: dict[str | None, dict[Quad, None]] = {}
    for each in statements:
        name = graph_name(each)
        graphs.setdefault(name, {})[each if isinstance(each, Quad) else Quad(*_parts(each))] = None
    return [(name, list(graphs[name])) for name in sorted(graphs, key=lambda name: name or "")]


def graph_name(statement: Statement) -> str | None:
    """Return the name of the graph that a quad stands in, None for the unnamed one."""
    if isinstance(statement, Triple) or isinstance(statement.graph_name, DefaultGraph):
        return None
    return statement.graph_name.value


def describe(quads: Iterable[Quad]) -> Iterator[Description]:
    """Yield the subjects of one graph in order, each with what is said of it."""
    ordered = sorted(quads, key=_order)
    for subject, group in groupby(ordered, key=lambda quad: quad.subject):
        by_property = groupby(group, key=lambda quad: quad.predicate)
        yield Description(
            subject, [(name, [quad.object for quad in quads]) for name, quads in by_property]
        )


def iris_shown(quads: Iterable[Quad]) -> set[str]:
    """Return every IRI that Turtle has to name: all but `rdf:type` and datatypes told by form."""
    found: set[str] = set()
    for quad in quads:
        if quad.predicate.value != TYPE:
            found.add(quad.predicate.value)
        for term in (quad.subject, quad.object, quad.graph_name):
            if isinstance(term, NamedNode):
                found.add(term.value)
            elif isinstance(term, Literal):
                found.add(shown_datatype(term) or "")
    return found


def name_blanks(quads: Iterable[Quad]) -> dict[str, str]:
    """Return a new name for each blank node: b0, b1 ... in the order in which they come."""
    terms = (term for quad in quads for term in (quad.subject, quad.object))
    found = dict.fromkeys(term.value for term in terms if isinstance(term, BlankNode))
    return {old: f"b{number}" for number, old in enumerate(found)}


def _parts(statement: Statement) -> tuple[NamedNode | BlankNode | Triple, NamedNode, Term]:
    return statement.subject, statement.predicate, statement.object


def _order(quad: Quad) -> tuple[str, bool, str, str]:
    predicate = quad.predicate.value
    return str(quad.subject), predicate != TYPE, predicate, str(quad.object)
