"""The shapes are cut in two without losing anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from rdflib import SH, Graph, URIRef

from tradegraph.validate.shapes import load_shapes, read_shapes, split_shapes
from tradegraph.vocabulary import SHAPES

PREFIXES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <https://e.org/> .
    @prefix tg: <https://w3id.org/tradegraph/ont#> ."""


def test_every_query_of_the_shipped_shapes_is_asked_at_once() -> None:
    for deep in (False, True):
        shapes = load_shapes(deep=deep)
        queries = set(read_shapes(deep=deep).objects(None, SH.sparql))
        assert len(shapes.checks) == len(queries)
        assert not set(shapes.core.objects(None, SH.sparql))
        assert all("VALUES ?this { UNDEF }" in check.select for check in shapes.checks)
    assert len(load_shapes(deep=True).checks) == len(load_shapes(deep=False).checks) + 3


def test_shapes_target_what_is_examined_and_nothing_else() -> None:
    shapes = load_shapes(deep=False)
    targets = {str(name) for name in shapes.core.objects(None, SH.targetClass)}
    assert all(name.startswith("urn:tradegraph:examined:") for name in targets)
    assert not set(shapes.core.objects(None, SH.targetSubjectsOf))
    assert len(targets) == len(shapes.targets.classes) + len(shapes.targets.properties)


def test_results_are_traced_to_named_shapes_and_paths() -> None:
    places = load_shapes(deep=False).places.values()
    assert all(shape.startswith(SHAPES) for shape, _ in places)
    paths = {path for _, path in places}
    assert {
        "tg:outcome",
        "tg:stays/tg:notBefore",
        "^tg:excludedBy",
        "tg:notBefore|tg:notAfter",
    } <= paths


def test_a_query_that_cannot_be_asked_at_once_stays_with_pyshacl() -> None:
    graph = Graph().parse(
        data=f"""{PREFIXES}
        e:shape a sh:NodeShape ; sh:targetNode e:node ;
            sh:sparql [ sh:select "SELECT $this WHERE {{}}" ] .
        e:other a sh:NodeShape ; sh:targetClass tg:Ruling ; sh:severity sh:Info ;
            sh:sparql [ sh:message "So." ;
                sh:select "SELECT $this WHERE {{ $this a tg:Ruling }}" ] ."""
    )
    shapes = split_shapes(graph)
    assert [(check.shape, check.severity, check.message) for check in shapes.checks] == [
        ("https://e.org/other", "info", "So.")
    ]
    assert list(shapes.core.subjects(SH.sparql)) == [URIRef("https://e.org/shape")]


def test_nothing_heavy_is_imported_before_something_is_validated() -> None:
    program = (
        "import sys, tradegraph.validate, tradegraph.derive, tradegraph.store\n"
        "print([name for name in ('rdflib', 'pyshacl') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout == "[]\n"
