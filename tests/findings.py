"""What SHACL finds in a small graph, with closures of its own, independent of the package's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph
from pyshacl import validate
from rdflib import RDF, RDFS, SH, Graph, Literal, Namespace
from rdflib.term import Node

from tradegraph.resources import ontology_files, shape_files
from tradegraph.vocabulary import CODE, ONT, SHAPES

TG = Namespace(ONT)
CODES = Namespace(CODE)
TGS = Namespace(SHAPES)
SUPPORT = ("prefixes", "codes")
N_TRIPLES = pyoxigraph.RdfFormat.N_TRIPLES
DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, order=True)
class Finding:
    """One result of a validation: the node, `Violation`, `Warning` or `Info`, and the message."""

    focus: str
    severity: str
    message: str


@cache
def load_ontology() -> Graph:
    """Return the ontology with its code lists; do not write to it."""
    graph = Graph()
    for file in ontology_files():
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph


@cache
def load_shapes(*rooms: str) -> Graph:
    """Return the shapes of these files (all files if none is named) with what they refer to."""
    graph = Graph()
    for file in shape_files():
        room = file.name.removesuffix(".ttl")
        if not rooms or room in rooms or room in SUPPORT:
            graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    return graph


def shape_rooms() -> list[str]:
    """Return the names of the shape files that hold targets."""
    names = [file.name.removesuffix(".ttl") for file in shape_files()]
    return [name for name in names if name not in SUPPORT]


def merge_graphs(trig: Path) -> Graph:
    """Return the triples of all graphs in a TriG file."""
    quads = pyoxigraph.parse(trig.read_bytes(), pyoxigraph.RdfFormat.TRIG)
    lines = pyoxigraph.serialize((quad.triple for quad in quads), format=N_TRIPLES)
    return Graph().parse(data=lines, format="nt")


def prepare(data: Iterable[tuple[Node, Node, Node]]) -> Graph:
    """Return the data with the ontology and the closures, ready for queries and shapes."""
    graph = Graph()
    for triple in load_ontology():
        graph.add(triple)
    for triple in data:
        graph.add(triple)
    _close_types(graph)
    _close_participants(graph)
    _close_groups(graph)
    _mark_actual(graph)
    return graph


def find(graph: Graph, shapes: Graph) -> set[Finding]:
    """Return what the shapes find in a prepared graph."""
    _, report, _ = validate(graph, shacl_graph=shapes, inplace=True)
    return {
        Finding(
            str(report.value(result, SH.focusNode)),
            str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)),
            str(report.value(result, SH.resultMessage)),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }


def targets(graph: Graph, shapes: Graph, shape: Node) -> set[str]:
    """Return the nodes of a prepared graph that the shape is about."""
    found: set[Node] = set()
    for class_ in shapes.objects(shape, SH.targetClass):
        found |= set(graph.subjects(RDF.type, class_))
    for predicate in shapes.objects(shape, SH.targetSubjectsOf):
        found |= set(graph.subjects(predicate))
    return {str(node) for node in found}


def messages_of(shapes: Graph, shape: Node) -> set[str]:
    """Return the messages of a node shape: its own, its properties' and its queries'."""
    parts = [shape, *shapes.objects(shape, SH.property), *shapes.objects(shape, SH.sparql)]
    return {str(message) for part in parts for message in shapes.objects(part, SH.message)}


def _close_types(graph: Graph) -> None:
    for node, class_ in list(graph.subject_objects(RDF.type)):
        for wider in graph.transitive_objects(class_, RDFS.subClassOf):
            if wider is not None and str(wider).startswith(ONT):
                graph.add((node, RDF.type, wider))


def _close_participants(graph: Graph) -> None:
    for role in list(graph.subjects(RDFS.subPropertyOf, TG.participant)):
        for fact, actor in list(graph.subject_objects(role)):
            graph.add((fact, TG.participant, actor))


def _close_groups(graph: Graph) -> None:
    for measure in list(graph.subjects(RDF.type, TG.Measure)):
        for group in list(graph.transitive_objects(measure, TG.partOfGroup)):
            if group is not None:
                graph.add((measure, TG.withinGroup, group))


def _mark_actual(graph: Graph) -> None:
    asserted = {
        graph.value(assertion, TG.asserts)
        for assertion in graph.subjects(TG.modality, CODES["modality-asserted"])
        if (assertion, TG.polarity, CODES["polarity-positive"]) in graph
    }
    curated = set(graph.subjects(TG.isCurated, Literal(True)))
    for fact in asserted | curated:
        if fact is not None and (fact, RDF.type, TG.Fact) in graph:
            graph.add((fact, TG.isActual, Literal(True)))
