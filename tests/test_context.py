"""The JSON-LD context names every term, and a graph written with it reads back the same."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from findings import DATA, N_TRIPLES
from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize
from rdflib import OWL, RDF, RDFS, XSD, Graph

from tradegraph.resources import ONTOLOGY
from tradegraph.vocabulary import ONT, PREFIXES

# rdflib's JSON-LD reader still uses a class that rdflib itself calls deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SAMPLE = """
@prefix cty: <https://w3id.org/tradegraph/id/country/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix tg: <https://w3id.org/tradegraph/ont#> .
cty:XA a tg:Country ; rdfs:label "Arcadia"@en , "Arcadie"@fr , "plain" ; tg:iso2 "XA" ;
    skos:altLabel "Land"@de , "Land" ; dcterms:source <https://example.org/> , "words"@en ;
    tg:isCurated true ; tg:demonym "Arcadian" , "of Arcadia"@en .
<https://example.org/rate> tg:rateLow 25.00 , 12.5 ; tg:votesFor 2 ; tg:rankMax 007 .
<https://example.org/event> tg:notBefore "2024-05-10"^^<http://www.w3.org/2001/XMLSchema#date> ;
    tg:duration "P90D"^^<http://www.w3.org/2001/XMLSchema#duration> .
"""
"""Labels in several languages and in none, sources as link and as words, odd numbers."""


@cache
def _context() -> dict[str, Any]:
    loaded = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))
    context: dict[str, Any] = loaded["@context"]
    return context


def _local_names(ontology: Graph, *kinds: Any) -> set[str]:
    terms = {str(term) for kind in kinds for term in ontology.subjects(RDF.type, kind)}
    return {term.removeprefix(ONT) for term in terms if term.startswith(ONT)}


def test_prefixes_are_those_of_the_package() -> None:
    named = {name: _context().get(name) for name in PREFIXES}
    assert named == PREFIXES


def test_each_class_has_its_name(ontology: Graph) -> None:
    classes = _local_names(ontology, OWL.Class)
    assert {name: _context().get(name) for name in classes} == {n: f"tg:{n}" for n in classes}


def test_each_link_is_typed_as_one(ontology: Graph) -> None:
    links = _local_names(ontology, OWL.ObjectProperty)
    expected = {name: {"@id": f"tg:{name}", "@type": "@id"} for name in links}
    assert {name: _context().get(name) for name in links} == expected


def test_each_value_is_typed_by_its_range(ontology: Graph) -> None:
    for term in ontology.subjects(RDF.type, OWL.DatatypeProperty):
        name = str(term).removeprefix(ONT)
        range_ = ontology.value(term, RDFS.range)
        type_ = f"xsd:{str(range_).removeprefix(str(XSD))}"
        typed = {"@id": f"tg:{name}", "@type": type_}
        assert _context()[name] == (f"tg:{name}" if range_ == XSD.string else typed)


def test_no_name_is_defined_for_a_term_that_does_not_exist(ontology: Graph) -> None:
    terms = _local_names(ontology, OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    for name, entry in _context().items():
        iri = entry["@id"] if isinstance(entry, dict) else str(entry)
        if iri.startswith("tg:"):
            assert iri == f"tg:{name}"
            assert name in terms


def _round_trip(graph: Graph) -> None:
    written = graph.serialize(format="json-ld", context=_context())
    assert set(Graph().parse(data=written, format="json-ld")) == set(graph)
    read = (quad.triple for quad in parse(written, RdfFormat.JSON_LD))
    lines = serialize(read, format=N_TRIPLES)
    assert set(Graph().parse(data=lines, format="nt")) == set(graph)


def _graphs(trig: Path) -> dict[str, Graph]:
    """Return the named graphs of a TriG file."""
    found: defaultdict[str, list[Triple]] = defaultdict(list)
    for quad in parse(trig.read_bytes(), RdfFormat.TRIG):
        assert isinstance(quad, Quad)
        found[str(quad.graph_name)].append(quad.triple)
    return {
        name: Graph().parse(data=serialize(triples, format=N_TRIPLES), format="nt")
        for name, triples in found.items()
    }


@pytest.mark.parametrize("name", ["base", "seed_expected"])
def test_a_graph_reads_back_the_same(name: str) -> None:
    graphs = _graphs(DATA / f"{name}.trig")
    assert len(graphs) == 3
    for graph in graphs.values():
        _round_trip(graph)


def test_the_drafted_seed_reads_back_the_same(shared: Path) -> None:
    graphs = _graphs(shared / "design" / "ontology" / "seed.trig")
    assert len(graphs) == 3
    for graph in graphs.values():
        _round_trip(graph)


def test_odd_values_read_back_the_same() -> None:
    _round_trip(Graph().parse(data=SAMPLE, format="turtle"))
