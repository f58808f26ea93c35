"""The ontology describes its terms, and every term that anything uses exists."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.abc import Traversable
from pathlib import Path

import pyoxigraph
import pytest
from findings import load_ontology
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from tradegraph.resources import ontology_files, query_files, registry_files, shape_files
from tradegraph.vocabulary import CODE, ONT, PREFIXES, code, tg

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "tradegraph"
ONTOLOGIES = ("https://w3id.org/tradegraph/ont", "https://w3id.org/tradegraph/code")
TERM = re.compile(r"(?<![\w:/])(tg|code):([A-Za-z][\w-]*\w)")  # tg:Ruling, code:event-pause
NAMED_CODE = re.compile(r"[a-z0-9]+-[a-z0-9-]+")  # event-pause


# Functions that are given the local name of a term, and as which of their arguments.
TERM_AT = {
    "tg": 0, "subjects": 0, "of_kind": 0,
    "type": 1, "add": 1, "link": 1, "value": 1, "values": 1, "one": 1,
}  # fmt: skip
EXPLAINED = (
    "event", "kind", "lexicon", "modality", "negotiation", "outcome", "polarity", "pos",
    "qualifier", "ratekind", "relief", "scope",
)  # fmt: skip
CODE_MAKERS = ("code", "concept")


@dataclass(frozen=True)
class Call:
    """A call in the source with those of its arguments that are literal strings."""

    place: str
    function: str
    texts: dict[int, str]


def _of_kind(*kinds: Node) -> list[Node]:
    graph = load_ontology()
    found = {node for kind in kinds for node in graph.subjects(RDF.type, kind)}
    return sorted((node for node in found if str(node).startswith((ONT, CODE))), key=str)


CLASSES = _of_kind(OWL.Class)
PROPERTIES = _of_kind(OWL.ObjectProperty, OWL.DatatypeProperty)
SCHEMES = _of_kind(SKOS.ConceptScheme)
CONCEPTS = _of_kind(SKOS.Concept)
KNOWN = {str(term) for term in (*CLASSES, *PROPERTIES, *SCHEMES, *CONCEPTS)}


@cache
def _notations(scheme: str) -> frozenset[str]:
    start = code(scheme, "")
    return frozenset(term.removeprefix(start) for term in KNOWN if term.startswith(start))


def _local(term: Node) -> str:
    return str(term).rpartition("#")[2]


def test_the_ontology_has_its_terms() -> None:
    assert len(CLASSES) >= 57
    assert len(PROPERTIES) >= 144
    assert len(SCHEMES) >= 20
    assert len(CONCEPTS) >= 180


@pytest.mark.parametrize("iri", ONTOLOGIES)
def test_each_file_says_what_it_is_and_how_it_may_be_used(iri: str, ontology: Graph) -> None:
    header = URIRef(iri)
    assert (header, RDF.type, OWL.Ontology) in ontology
    assert (header, OWL.versionInfo, Literal("0.1.0")) in ontology
    assert (header, OWL.versionIRI, URIRef(f"{iri}/0.1.0")) in ontology
    licence = URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert (header, DCTERMS.license, licence) in ontology


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=_local)
def test_each_term_has_label_definition_and_home(term: Node, ontology: Graph) -> None:
    assert [label.language for label in ontology.objects(term, RDFS.label)] == ["en"]  # type: ignore[attr-defined]
    _check_definition(term, ontology)
    assert list(ontology.objects(term, RDFS.isDefinedBy)) == [URIRef(ONTOLOGIES[0])]
    assert (term, SKOS.example, None) in ontology


@pytest.mark.parametrize("term", [*SCHEMES, *CONCEPTS], ids=_local)
def test_each_code_has_label_definition_and_home(term: Node, ontology: Graph) -> None:
    assert [label.language for label in ontology.objects(term, SKOS.prefLabel)] == ["en"]  # type: ignore[attr-defined]
    _check_definition(term, ontology)
    assert list(ontology.objects(term, RDFS.isDefinedBy)) == [URIRef(ONTOLOGIES[1])]


def _check_definition(term: Node, ontology: Graph) -> None:
    definitions = [str(text) for text in ontology.objects(term, SKOS.definition)]
    assert len(definitions) == 1
    assert definitions[0].endswith(".")
    assert definitions[0][0].isupper()


@pytest.mark.parametrize("concept", CONCEPTS, ids=_local)
def test_each_concept_is_named_after_its_scheme_and_notation(
    concept: Node, ontology: Graph
) -> None:
    (scheme,) = ontology.objects(concept, SKOS.inScheme)
    (notation,) = ontology.objects(concept, SKOS.notation)
    assert scheme in SCHEMES
    assert str(concept) == code(_local(scheme), str(notation))


@pytest.mark.parametrize("scheme", EXPLAINED)
def test_codes_that_texts_express_have_examples(scheme: str, ontology: Graph) -> None:
    members = list(ontology.subjects(SKOS.inScheme, URIRef(CODE + scheme)))
    assert members
    assert [concept for concept in members if (concept, SKOS.example, None) not in ontology] == []


@pytest.mark.parametrize("scheme", SCHEMES, ids=_local)
def test_no_two_concepts_of_a_scheme_share_a_label(scheme: Node, ontology: Graph) -> None:
    members = list(ontology.subjects(SKOS.inScheme, scheme))
    assert len(members) > 1
    _check_distinct(members, SKOS.prefLabel, ontology)


@pytest.mark.parametrize("terms", [CLASSES, PROPERTIES], ids=["classes", "properties"])
def test_no_two_terms_of_a_kind_share_a_label(terms: list[Node], ontology: Graph) -> None:
    _check_distinct(terms, RDFS.label, ontology)


def _check_distinct(terms: Iterable[Node], label: Node, ontology: Graph) -> None:
    counted = Counter(str(ontology.value(term, label)).lower() for term in terms)
    assert [text for text, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("term", [*CLASSES, *PROPERTIES], ids=_local)
def test_what_a_term_refers_to_exists(term: Node, ontology: Graph) -> None:
    for link in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range):
        for other in ontology.objects(term, link):
            assert not str(other).startswith((ONT, CODE)) or str(other) in KNOWN
            assert other != term


@pytest.mark.parametrize("property_", PROPERTIES, ids=_local)
def test_a_property_has_a_pattern_that_uses_it(property_: Node, ontology: Graph) -> None:
    patterns = list(_patterns(property_, ontology))
    assert patterns
    for triples in patterns:
        assert str(property_) in {triple.predicate.value for triple in triples}


@pytest.mark.parametrize("class_", CLASSES, ids=_local)
def test_the_pattern_of_a_class_makes_a_member_of_it(class_: Node, ontology: Graph) -> None:
    for triples in _patterns(class_, ontology):
        assert str(class_) in {str(triple.object).strip("<>") for triple in triples}


def _patterns(term: Node, ontology: Graph) -> Iterator[list[pyoxigraph.Quad]]:
    """Yield the examples in Turtle, parsed, after a check that they use known terms."""
    header = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    for example in ontology.objects(term, SKOS.example):
        if isinstance(example, Literal) and example.language is None:
            turtle = pyoxigraph.parse(header + example, pyoxigraph.RdfFormat.TURTLE)
            triples = list(turtle)
            assert _unknown(triples) == set()
            yield triples


def _unknown(triples: Iterable[pyoxigraph.Quad]) -> set[str]:
    """Return the terms in our namespaces that the ontology does not have."""
    nodes = {
        node.value
        for triple in triples
        for node in (triple.subject, triple.predicate, triple.object)
        if isinstance(node, pyoxigraph.NamedNode)
    }
    return {iri for iri in nodes if iri.startswith((ONT, CODE))} - KNOWN


TURTLE = [*ontology_files(), *shape_files(), *registry_files()]


@pytest.mark.parametrize("file", TURTLE, ids=lambda file: str(file.name))
def test_terms_in_shipped_turtle_exist(file: Traversable) -> None:
    triples = list(pyoxigraph.parse(file.read_bytes(), pyoxigraph.RdfFormat.TURTLE))
    assert triples or file in registry_files()
    assert _unknown(triples) == set()


@pytest.mark.parametrize(
    "file", sorted((TESTS / "data").glob("*.trig")), ids=lambda file: file.stem
)
def test_terms_in_the_right_graphs_exist(file: Path) -> None:
    quads = pyoxigraph.parse(file.read_bytes(), pyoxigraph.RdfFormat.TRIG)
    assert _unknown(quads) == set()


def test_the_invented_graph_uses_every_term_that_is_not_computed(ontology: Graph) -> None:
    base = (TESTS / "data" / "base.trig").read_bytes()
    quads = list(pyoxigraph.parse(base, pyoxigraph.RdfFormat.TRIG))
    used = {quad.predicate.value for quad in quads} | {
        str(quad.object).strip("<>") for quad in quads
    }
    widest = {
        str(wider) for class_ in CLASSES for wider in ontology.objects(class_, RDFS.subClassOf)
    }
    computed = {tg("isActual"), tg("standsFor"), tg("withinGroup")}
    assert {str(term) for term in (*CLASSES, *PROPERTIES)} - used - widest - computed == set()


def test_terms_in_queries_exist() -> None:
    found = {
        (str(file.name), PREFIXES[prefix] + local)
        for file in (*query_files(), *SOURCE.rglob("*.rq"))
        for prefix, local in TERM.findall(file.read_text(encoding="utf-8"))
    }
    assert len({name for name, _ in found}) >= 25
    assert {(name, iri) for name, iri in found if iri not in KNOWN} == set()


def test_terms_in_the_source_exist() -> None:
    named = {
        (call.place, tg(call.texts[TERM_AT[call.function]]))
        for call in _calls()
        if TERM_AT.get(call.function) in call.texts
    }
    assert len(named) > 20
    assert {(place, iri) for place, iri in named if iri not in KNOWN} == set()


def test_codes_in_calls_exist() -> None:
    named = {
        (call.place, code(call.texts[0], call.texts[1]))
        for call in _calls()
        if call.function in CODE_MAKERS and {0, 1} <= call.texts.keys() and call.texts[1]
    }
    assert named
    assert {(place, iri) for place, iri in named if iri not in KNOWN} == set()


def test_codes_in_the_source_exist() -> None:
    schemes = {_local(scheme) for scheme in SCHEMES}
    for path, tree in _trees():
        for part in ast.walk(tree):
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                text = part.value
                if NAMED_CODE.fullmatch(text) and text.partition("-")[0] in schemes:
                    known = CODE + text in KNOWN or text in _notations("lexicon")
                    assert known, f"{path.name}:{part.lineno}"


def test_words_that_rules_ask_for_are_in_the_registry() -> None:
    evoked = {
        quad.object.value
        for file in registry_files()
        for quad in pyoxigraph.parse(file.read_bytes(), pyoxigraph.RdfFormat.TURTLE)
        if quad.predicate.value == tg("evokes") and isinstance(quad.object, pyoxigraph.NamedNode)
    }
    asked = {
        code("lexicon", word)
        for call in _calls()
        if call.function == "is_word"
        for word in call.texts.values()
    }
    assert asked - evoked == set()


def _trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def _calls() -> Iterator[Call]:
    for path, tree in _trees():
        for part in ast.walk(tree):
            if isinstance(part, ast.Call):
                function = str(getattr(part.func, "attr", getattr(part.func, "id", "")))
                texts = {
                    position: argument.value
                    for position, argument in enumerate(part.args)
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                }
                yield Call(f"{path.name}:{part.lineno}", function, texts)
