"""Examining a unit: pySHACL for the shapes, the store's engine for the checks in SPARQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

import rdflib
from pyoxigraph import NamedNode
from rdflib import RDF, URIRef

from tradegraph.store import Store, Table
from tradegraph.validate.core import check_shapes
from tradegraph.validate.findings import Finding
from tradegraph.validate.passages import Passages
from tradegraph.validate.shapes import Check, Shapes, Target, mark_class, mark_subjects
from tradegraph.validate.terms import read_name, shorten, to_rdflib
from tradegraph.validate.units import Unit


def examine(store: Store, units: Iterable[Unit], shapes: Shapes) -> Iterator[Finding]:
    """Yield the findings about the examined nodes of units, with their passages."""
    for unit in units:
        data = to_rdflib((*unit.own, *unit.context))
        _mark(data, unit.focus, shapes.targets)
        passages = Passages(unit.own)
        found = check_shapes(data, shapes.core, shapes.places)
        for finding in (*found, *check_sparql(store, data, unit, shapes.checks)):
            passage = passages.find(finding.focus)
            line, quote = (passage.line, passage.quote) if passage else (None, None)
            yield replace(finding, document=unit.name, line=line, quote=quote)


def check_sparql(
    store: Store, data: rdflib.Graph, unit: Unit, checks: Iterable[Check]
) -> Iterator[Finding]:
    """Yield what the checks in SPARQL find, each asked once for all its nodes."""
    for check in checks:
        nodes = sorted(_instances(data, check.target) & unit.focus)
        if nodes:
            bindings = {"this": tuple(map(NamedNode, nodes))}
            answer = store.query(check.select, bindings=bindings, source=check.shape)
            if isinstance(answer, Table):
                yield from _read_rows(answer, check)


def _read_rows(answer: Table, check: Check) -> Iterator[Finding]:
    for row in answer.rows:
        cells = dict(zip(answer.variables, row, strict=True))
        texts = {name: getattr(term, "value", str(term)) for name, term in cells.items() if term}
        message = check.message
        for name, text in texts.items():
            message = message.replace(f"{{?{name}}}", text).replace(f"{{${name}}}", text)
        yield Finding(
            severity=check.severity,
            message=shorten(message),
            focus=texts["this"],
            shape=check.shape,
            value=shorten(texts["value"]) if "value" in texts else None,
        )


def _instances(data: rdflib.Graph, target: Target) -> set[str]:
    """Return the IRIs that a target names, whether examined or not."""
    instances = (data.subjects(RDF.type, URIRef(name)) for name in target.classes)
    subjects = (data.subjects(URIRef(name), None) for name in target.properties)
    nodes = chain(*instances, *subjects)
    return {str(node) for node in nodes if isinstance(node, URIRef)}


def _mark(data: rdflib.Graph, focus: Iterable[str], target: Target) -> None:
    """Mark the examined nodes for the shapes that target them."""
    for node in focus:
        subject = read_name(node)
        for name in list(data.objects(subject, RDF.type)):
            if str(name) in target.classes:
                data.add((subject, RDF.type, URIRef(mark_class(str(name)))))
        for predicate in set(data.predicates(subject)):
            if str(predicate) in target.properties:
                data.add((subject, RDF.type, URIRef(mark_subjects(str(predicate)))))
