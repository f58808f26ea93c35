from __future__ import annotations

import json
from collections.abc import Iterable

import pytest
import rdflib
from hypothesis import given, settings
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    parse,
)

from tradegraph.errors import UsageError
from tradegraph.render import GRAPH_FORMATS, list_renderers, render_graph
from tradegraph.vocabulary import ID, ONT, RDF

from . import odd_terms
from .odd_terms import SEED_GRAPH

READERS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "json-ld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
WITH_GRAPHS = {"trig", "nq", "json-ld"}
NAMES_OF_RDFLIB = {"turtle": "turtle", "nt": "nt", "json-ld": "json-ld", "rdfxml": "xml"}

MEASURE = NamedNode(ID + "measure/xa-steel")
PREDICATE = NamedNode(ONT + "imposedBy")
COUNTRY = NamedNode(ID + "country/XA")


def read_back(text: str, format_name: str) -> set[Quad]:
    return set(parse(text.encode("utf-8"), format=READERS[format_name]))


def expected(quads: Iterable[Quad], format_name: str) -> set[Quad]:
    if format_name in WITH_GRAPHS:
        return set(quads)
    return {Quad(quad.subject, quad.predicate, quad.object) for quad in quads}


@pytest.fixture(scope="module")
def seed() -> list[Quad]:
    return list(parse(SEED_GRAPH.read_bytes(), format=RdfFormat.TRIG))


@pytest.mark.parametrize("format_name", READERS)
def test_what_is_written_of_the_seed_reads_back_equal(format_name: str, seed: list[Quad]) -> None:
    assert read_back(render_graph(seed, format_name), format_name) == expected(seed, format_name)


# rdflib 7.6 reads JSON-LD through a class that it deprecates itself.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("format_name", NAMES_OF_RDFLIB)
def test_rdflib_reads_the_same_triples(format_name: str, seed: list[Quad]) -> None:
    one_graph = [quad.triple for quad in seed]
    text = render_graph(one_graph, format_name)
    ours = rdflib.Graph().parse(data=text, format=NAMES_OF_RDFLIB[format_name])
    plain = rdflib.Graph().parse(data=render_graph(one_graph, "nt"), format="nt")
    assert set(ours) == set(plain)


@pytest.mark.parametrize("format_name", sorted(READERS.keys() - {"rdfxml"}))
@given(quads=odd_terms.quads(odd_terms.lexical_forms))
@settings(deadline=None, max_examples=60)
def test_odd_terms_read_back_equal(format_name: str, quads: list[Quad]) -> None:
    assert read_back(render_graph(quads, format_name), format_name) == expected(quads, format_name)


@given(quads=odd_terms.quads(odd_terms.xml_texts))
@settings(deadline=None, max_examples=60)
def test_odd_terms_read_back_equal_from_rdfxml(quads: list[Quad]) -> None:
    text = render_graph(quads, "rdfxml")
    # pyoxigraph 0.5 takes the line ends of XML as they stand; rdflib's parser obeys XML 1.0, 2.11.
    ours = rdflib.Graph().parse(data=text.encode("utf-8"), format="xml")
    plain = rdflib.Graph().parse(data=render_graph(quads, "nt"), format="nt")
    assert set(ours) == set(plain)


@pytest.mark.parametrize("format_name", GRAPH_FORMATS)
def test_order_and_repetition_do_not_matter(format_name: str, seed: list[Quad]) -> None:
    once = render_graph(seed, format_name)
    assert render_graph([*reversed(seed), *seed[:50]], format_name) == once


@pytest.mark.parametrize("format_name", READERS)
def test_an_empty_graph_reads_back_empty(format_name: str) -> None:
    assert read_back(render_graph([], format_name), format_name) == set()


@pytest.mark.parametrize("format_name", sorted(READERS))
def test_triples_are_as_good_as_quads(format_name: str) -> None:
    quad = Quad(MEASURE, PREDICATE, COUNTRY)
    assert render_graph([quad.triple], format_name) == render_graph([quad], format_name)


@pytest.mark.parametrize("format_name", sorted(READERS))
def test_blank_nodes_keep_what_hangs_together(format_name: str) -> None:
    first, second = BlankNode(), BlankNode()
    triples = [Triple(MEASURE, PREDICATE, first), Triple(first, PREDICATE, second)]
    quads = [Quad(each.subject, each.predicate, each.object) for each in triples]
    text = render_graph(quads, format_name)
    assert canonical(read_back(text, format_name)) == canonical(set(quads))


def canonical(quads: set[Quad]) -> set[str]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return set(map(str, dataset))


def test_turtle_is_grouped_by_subject_with_short_names() -> None:
    quads = [
        Quad(MEASURE, NamedNode(ONT + "targets"), NamedNode(ID + "country/XC")),
        Quad(MEASURE, NamedNode(ONT + "targets"), NamedNode(ID + "country/XB")),
        Quad(MEASURE, NamedNode(RDF + "type"), NamedNode(ONT + "TariffMeasure")),
        Quad(MEASURE, NamedNode(ONT + "isCurated"), Literal(True)),
        Quad(COUNTRY, NamedNode(ONT + "iso2"), Literal("XA")),
    ]
    assert render_graph(quads, "turtle") == (
        "@prefix cty: <https://w3id.org/tradegraph/id/country/> .\n"
        "@prefix msr: <https://w3id.org/tradegraph/id/measure/> .\n"
        "@prefix tg: <https://w3id.org/tradegraph/ont#> .\n"
        "\n"
        'cty:XA tg:iso2 "XA" .\n'
        "\n"
        "msr:xa-steel a tg:TariffMeasure ;\n"
        "    tg:isCurated true ;\n"
        "    tg:targets cty:XB,\n"
        "        cty:XC .\n"
    )


def test_texts_of_several_lines_stay_readable_in_turtle() -> None:
    quad = Quad(COUNTRY, NamedNode(ONT + "text"), Literal('One "line".\n\nAnd """two""""\\'))
    text = render_graph([quad], "turtle")
    assert '"""One "line".\n\nAnd' in text
    assert read_back(text, "turtle") == {quad}


def test_jsonld_uses_the_names_and_types_of_the_context() -> None:
    period = NamedNode(ID + "period/xa-1")
    quads = [
        Quad(period, NamedNode(RDF + "type"), NamedNode(ONT + "StatusPeriod")),
        Quad(period, NamedNode(ONT + "from"), literal("2024-05-07", "date")),
        Quad(period, NamedNode(ONT + "ofMeasure"), MEASURE),
        Quad(COUNTRY, NamedNode(RDF[:-1].replace("22-rdf-syntax-ns", "x") + "#y"), Literal("z")),
        Quad(
            COUNTRY,
            NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
            Literal("A", language="en"),
        ),
    ]
    document = json.loads(render_graph(quads, "json-ld"))
    assert document["@graph"] == [
        {"id": "cty:XA", "http://www.w3.org/1999/02/x#y": "z", "label": {"en": "A"}},
        {
            "id": "prd:xa-1",
            "type": "StatusPeriod",
            "from": "2024-05-07",
            "ofMeasure": "msr:xa-steel",
        },
    ]


def literal(text: str, datatype: str) -> Literal:
    return Literal(text, datatype=NamedNode(f"http://www.w3.org/2001/XMLSchema#{datatype}"))


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        pytest.param(
            Quad(COUNTRY, PREDICATE, Literal("a\x0cb")),
            "rdfxml cannot hold the character U+000C in 'a\\x0cb'",
            id="form feed, of which XML knows no escape",
        ),
        pytest.param(
            Quad(COUNTRY, NamedNode("https://example.org/1"), MEASURE),
            "the property <https://example.org/1>",
            id="property that ends in no XML name",
        ),
        pytest.param(
            Quad(COUNTRY, NamedNode(RDF + "li"), MEASURE),
            "the property <http://www.w3.org/1999/02/22-rdf-syntax-ns#li>",
            id="property that RDF/XML takes for its own",
        ),
        pytest.param(
            Quad(COUNTRY, PREDICATE, Triple(COUNTRY, PREDICATE, MEASURE)),
            "a statement about a statement",
            id="triple term",
        ),
    ],
)
def test_what_rdfxml_cannot_hold_is_refused(statement: Quad, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        render_graph([statement], "rdfxml")
    assert message in str(caught.value)


def test_an_iri_that_looks_like_a_short_name_is_refused_in_jsonld() -> None:
    with pytest.raises(UsageError, match="would misread the IRI <per:x>"):
        render_graph([Quad(COUNTRY, PREDICATE, NamedNode("per:x"))], "json-ld")


def test_an_unknown_format_names_the_nearest() -> None:
    with pytest.raises(UsageError, match="did you mean 'turtle'"):
        render_graph([], "turtel")


def test_every_graph_format_has_a_renderer() -> None:
    assert set(GRAPH_FORMATS) <= set(list_renderers())
