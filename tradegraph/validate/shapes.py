"""The shipped shapes, cut in two: what pySHACL checks, and what the store's engine checks faster.

A `sh:sparql` constraint asks its question once for each node; the engine asks it once for all of
them. Of `sh:targetClass` and `sh:targetSubjectsOf` only nodes under examination may be found, not
those that stand in the graph for reference: so targets are renamed to classes that only the
former get.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, SH, URIRef

from tradegraph import resources
from tradegraph.errors import InputError
from tradegraph.validate.findings import SEVERITIES
from tradegraph.validate.terms import shorten, to_rdflib

DEEP = "deep.ttl"
TURTLE = RdfFormat.TURTLE
EXAMINED = "urn:tradegraph:examined:"
WHERE = re.compile(r"\bWHERE\s*\{", re.IGNORECASE)
SEVERITY_NAMES: dict[rdflib.term.Node, str] = dict(
    zip((SH.Violation, SH.Warning, SH.Info), SEVERITIES, strict=True)
)


Places = Mapping[str, tuple[str, str | None]]
"""For each node that a result can come from: the named shape and the path."""


@dataclass(frozen=True, slots=True)
class Target:
    """The nodes that a shape is about: instances of classes, subjects of properties."""

    classes: frozenset[str]
    properties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Check:
    """A constraint in SPARQL. `select` takes the nodes to look at as its parameter `this`."""

    shape: str
    target: Target
    severity: str
    message: str
    select: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes: the graph for pySHACL, the checks for the store's engine.

    `targets` names all that `core` is about, `inverse` the properties that some shape follows
    backwards.
    """

    core: rdflib.Graph
    checks: tuple[Check, ...]
    places: Places
    targets: Target
    inverse: tuple[str, ...]


@lru_cache(maxsize=2)
def load_shapes(*, deep: bool) -> Shapes:
    """Return the shipped shapes; the comparison of quotes with the text only if `deep`."""
    return split_shapes(read_shapes(deep=deep))


def read_shapes(*, deep: bool) -> rdflib.Graph:
    """Return the shipped shapes as one graph."""
    files = (file for file in resources.shape_files() if deep or file.name != DEEP)
    return to_rdflib(triple for file in files for triple in parse(file.read_bytes(), TURTLE))


def split_shapes(shapes: rdflib.Graph) -> Shapes:
    """Return shapes cut in two."""
    graph, places = _name_property_shapes(shapes)
    checks = tuple(sorted(_take_checks(graph), key=lambda check: (check.shape, check.message)))
    inverse = tuple(sorted({str(value) for value in graph.objects(None, SH.inversePath)}))
    return Shapes(graph, checks, places, _rename_targets(graph), inverse)


def _take_checks(graph: rdflib.Graph) -> Iterator[Check]:
    """Take the constraints in SPARQL out of the graph, as far as they fit one question."""
    prefixes = _prefixes(graph)
    for shape, constraint in list(graph.subject_objects(SH.sparql)):
        select, target = str(graph.value(constraint, SH.select)), _target(graph, shape)
        if not WHERE.search(select) or not (target.classes or target.properties):
            continue
        yield Check(
            shape=str(shape),
            target=target,
            severity=SEVERITY_NAMES[graph.value(shape, SH.severity) or SH.Violation],
            message=str(graph.value(constraint, SH.message) or shape),
            select=prefixes + WHERE.sub("WHERE { VALUES ?this { UNDEF } ", select, count=1),
        )
        graph.remove((shape, SH.sparql, constraint))
        graph.remove((constraint, None, None))


def _prefixes(graph: rdflib.Graph) -> str:
    declared = (
        (graph.value(each, SH.prefix), graph.value(each, SH.namespace))
        for each in graph.objects(None, SH.declare)
    )
    return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in sorted(declared))


def _target(graph: rdflib.Graph, shape: rdflib.term.Node) -> Target:
    return Target(
        classes=frozenset(map(str, graph.objects(shape, SH.targetClass))),
        properties=frozenset(map(str, graph.objects(shape, SH.targetSubjectsOf))),
    )


def _rename_targets(graph: rdflib.Graph) -> Target:
    """Let the shapes target marked nodes only; return what is to be marked."""
    classes, properties = set(), set()
    for shape, name in list(graph.subject_objects(SH.targetClass)):
        classes.add(str(name))
        graph.remove((shape, SH.targetClass, name))
        graph.add((shape, SH.targetClass, URIRef(mark_class(str(name)))))
    for shape, name in list(graph.subject_objects(SH.targetSubjectsOf)):
        properties.add(str(name))
        graph.remove((shape, SH.targetSubjectsOf, name))
        graph.add((shape, SH.targetClass, URIRef(mark_subjects(str(name)))))
    return Target(frozenset(classes), frozenset(properties))


def mark_class(name: str) -> str:
    """Return the class that instances of a class get while they are examined."""
    return f"{EXAMINED}class:{name}"


def mark_subjects(name: str) -> str:
    """Return the class that subjects of a property get while they are examined."""
    return f"{EXAMINED}subject:{name}"


def _name_property_shapes(
    graph: rdflib.Graph,
) -> tuple[rdflib.Graph, dict[str, tuple[str, str | None]]]:
    """Give property shapes without a name one, since results copy nameless ones."""
    places: dict[str, tuple[str, str | None]] = {
        str(shape): (str(shape), None) for shape in graph.subjects(RDF.type, SH.NodeShape)
    }
    names: dict[rdflib.term.Node, URIRef] = {}
    for number, shape in enumerate(sorted(graph.subjects(SH.path), key=str)):
        owner = _owner(graph, shape)
        name = shape if isinstance(shape, URIRef) else URIRef(f"{owner}-property-{number}")
        names[shape] = name
        places[str(name)] = (str(owner), _write_path(graph, graph.value(shape, SH.path)))
    named = rdflib.Graph()
    for subject, predicate, value in graph:
        named.add((names.get(subject, subject), predicate, names.get(value, value)))
    return named, places


def _owner(graph: rdflib.Graph, shape: rdflib.term.Node) -> rdflib.term.Node:
    """Return the named shape that a nameless one is part of."""
    while not isinstance(shape, URIRef):
        parent = next(graph.subjects(None, shape), None)
        if parent is None:
            raise InputError("a shape without a name belongs to no other", where="shapes")
        shape = parent
    return shape


def _write_path(graph: rdflib.Graph, path: rdflib.term.Node | None) -> str:
    """Return a path in the notation of SPARQL."""
    if path is None or isinstance(path, URIRef):
        return shorten(str(path))
    inverse = graph.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{_write_path(graph, inverse)}"
    choice = graph.value(path, SH.alternativePath)
    if choice is not None:
        return "|".join(_write_path(graph, each) for each in graph.items(choice))
    return _join(graph, graph.items(path))


def _join(graph: rdflib.Graph, steps: Iterable[rdflib.term.Node]) -> str:
    return "/".join(_write_path(graph, step) for step in steps)
