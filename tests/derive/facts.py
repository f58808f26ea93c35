"""Small facts in Turtle, and what is derived from them, in short forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from tradegraph.derive import derive_quads
from tradegraph.resources import ontology_files
from tradegraph.vocabulary import GRAPH_ONTOLOGY, PREFIXES, document_graph

KEY = "0123456789abcdef"
HEADER = "".join(f"PREFIX {short}: <{iri}>\n" for short, iri in PREFIXES.items())


@cache
def ontology() -> tuple[Quad, ...]:
    """The ontology in its graph."""
    triples = (
        each for file in ontology_files() for each in parse(file.read_bytes(), RdfFormat.TURTLE)
    )
    return tuple(_move(triples, GRAPH_ONTOLOGY))


def stated(turtle: str, graph: str = document_graph(KEY)) -> list[Quad]:
    """The statements of a text in Turtle, prefixes supplied, in a named graph."""
    return list(_move(parse((HEADER + turtle).encode(), RdfFormat.TURTLE), graph))


def derived(turtle: str) -> list[Quad]:
    """What follows from a text in Turtle."""
    return derive_quads([*ontology(), *stated(turtle)])


def short(term: object) -> str:
    """A term in short form: the last part of an IRI, the text of a literal."""
    text = str(getattr(term, "value", term))
    return text.rpartition("/")[2].rpartition("#")[2]


def told(quads: Iterable[Quad], name: str) -> list[tuple[str, str]]:
    """Subject and value of each statement with a property, sorted, in short forms."""
    found = [quad for quad in quads if short(quad.predicate) == name]
    return sorted((short(quad.subject), short(quad.object)) for quad in found)


def periods(quads: Iterable[Quad], kind: str, measure: str) -> list[tuple[str, str, str]]:
    """Status or rate, first day and day after the last of a measure's periods, in their order."""
    by_subject: dict[str, dict[str, str]] = {}
    for quad in quads:
        values = by_subject.setdefault(short(quad.subject), {})
        if short(quad.object) != "Period":
            values[short(quad.predicate)] = short(quad.object)
    chosen = sorted(
        (name, values)
        for name, values in by_subject.items()
        if values.get("type") == kind and values.get("ofMeasure") == measure
    )
    names = ("status" if kind == "StatusPeriod" else "rate", "from", "until")
    rows = [tuple(values.get(name, "") for name in names) for _, values in chosen]
    return [(what.removeprefix("status-"), start, end) for what, start, end in rows]


def actual(event: str) -> str:
    """An assertion, in Turtle, that something really happened."""
    return (
        f"<https://e.org/assertion-{short(event)}> tg:asserts {event} ;"
        " tg:modality code:modality-asserted ; tg:polarity code:polarity-positive ."
    )


def _move(quads: Iterable[Quad], graph: str) -> Iterator[Quad]:
    name = NamedNode(graph)
    return (Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads)
