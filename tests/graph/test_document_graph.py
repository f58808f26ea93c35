"""A document's graph as a whole: provenance, commitment, names, bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, NamedNode, Quad, RdfFormat, parse

from graph.test_patterns import BARE_RULING, CALL, RULING
from graph.writing import (
    ADA,
    APPEAL_COURT,
    COURT,
    DOCUMENT,
    DUTY,
    MONDAY,
    PASSAGE,
    ROLF,
    TEXT,
    XA,
    XB,
    nodes,
    only_node,
    short,
    told,
    write,
)
from tradegraph import __version__
from tradegraph.graph import document_quads, to_nquads
from tradegraph.model import (
    Appeal,
    CaseFiling,
    Document,
    Encounter,
    Entity,
    Fact,
    Hearing,
    MeasureEvent,
    Mention,
    NegotiationState,
    PostureChange,
    Reading,
    Requirement,
    Span,
    Statement,
    Stay,
)
from tradegraph.registry import Registry
from tradegraph.resources import ontology_files
from tradegraph.vocabulary import CODE, ID, ONT, document_graph

KEY = DOCUMENT.key
SPAN = f"doc/{KEY}#char=0,{len(TEXT)}"
TUESDAY = replace(MONDAY, first=date(2025, 5, 27), last=date(2025, 5, 27))


def assertions(quads: Iterable[Quad], node: str) -> list[dict[str, list[str]]]:
    """What the document commits to about a node: the properties of each assertion."""
    quads = list(quads)
    found = [told(quads, assertion) for assertion in nodes(quads, "Assertion")]
    return [each for each in found if each["asserts"] == [node]]


def test_the_document_is_described() -> None:
    document = replace(DOCUMENT, language="en", url="https://example.org/1")
    assert told(write(document=document), f"doc/{KEY}") == {
        "dcterms:identifier": ["wire-1"],
        "dcterms:title": ["Court strikes duty"],
        "dcterms:publisher": ["Lucan Times"],
        "dcterms:language": ["en"],
        "dcterms:source": ["https://example.org/1"],
        "docType": ["doctype-news"],
        "publishedOn": ["2025-05-30"],
        "sha256": [DOCUMENT.sha256],
        "text": [TEXT],
        "textLength": [str(len(TEXT))],
    }


def test_what_is_not_known_of_a_document_is_not_stated() -> None:
    document = Document("Duties rose.")
    assert set(told(write(document=document), f"doc/{document.key}")) == {
        "docType",
        "sha256",
        "text",
        "textLength",
    }


def test_everything_stands_in_the_graph_of_the_document_and_says_whence_it_came() -> None:
    quads = write(RULING)
    assert {quad.graph_name for quad in quads} == {NamedNode(document_graph(KEY))}
    run = f"run/{KEY}-{__version__}"
    assert told(quads, f"graph/doc/{KEY}") == {
        "prov:hadPrimarySource": [f"doc/{KEY}"],
        "prov:wasGeneratedBy": [run],
    }
    assert told(quads, run) == {
        "prov:used": [f"doc/{KEY}"],
        "prov:wasAssociatedWith": [f"extractor/tests-{__version__}"],
    }


def test_a_fact_is_asserted_with_its_passage_and_commitment() -> None:
    fact = Fact(Hearing(COURT), (PASSAGE,), "planned", positive=False, confidence=0.75)
    quads = write(fact)
    (assertion,) = assertions(quads, only_node(quads, "Hearing"))
    assert assertion == {
        "asserts": [only_node(quads, "Hearing")],
        "evidence": [SPAN],
        "modality": ["modality-planned"],
        "polarity": ["polarity-negative"],
        "confidence": ["0.75"],
        "extractedBy": [f"extractor/rules-{__version__}"],
    }


def test_each_passage_of_a_fact_is_quoted() -> None:
    spans = (Span(3, 9), Span(14, 27))
    quads = write(Fact(Hearing(COURT), spans))
    for span in spans:
        assert told(quads, f"doc/{KEY}#char={span.begin},{span.end}") == {
            "begin": [str(span.begin)],
            "end": [str(span.end)],
            "quote": [TEXT[span.begin : span.end]],
            "inDocument": [f"doc/{KEY}"],
        }


@pytest.mark.parametrize(
    "span",
    [
        pytest.param(Span(0, len(TEXT) + 1), id="beyond the text"),
        pytest.param(Span(5, 5), id="empty"),
        pytest.param(Span(-1, 5), id="before the text"),
    ],
)
def test_a_passage_that_the_document_does_not_have_is_a_defect(span: Span) -> None:
    with pytest.raises(ValueError, match="no such passage"):
        write(Fact(Hearing(COURT), (span,)))


def test_a_reported_fact_is_attributed_and_the_statement_reports_it() -> None:
    statement = Statement((ROLF,), ("talks go on",))
    fact = Fact(Encounter("talks", (XA, XB)), (PASSAGE,), "reported", attribution=statement)
    quads = write(statement, fact)
    said, talks = only_node(quads, "Statement"), only_node(quads, "Encounter")
    assert told(quads, said)["reports"] == [talks]
    assert [each["attribution"] for each in assertions(quads, talks)] == [[said]]


def test_a_measure_and_its_rates_are_asserted_with_the_event() -> None:
    quads = write(MeasureEvent("pause", DUTY))
    assert len(assertions(quads, only_node(quads, "TariffMeasure"))) == 1


@pytest.mark.parametrize(
    ("content", "kind", "modality"),
    [
        pytest.param(Requirement(CALL, (XA, XB)), "Encounter", "possible", id="what is needed"),
        pytest.param(
            Statement((ROLF,), ("no",), made_in=CALL), "Encounter", "asserted", id="venue"
        ),
        pytest.param(Stay(APPEAL_COURT, RULING), "Ruling", "asserted", id="the ruling stayed"),
        pytest.param(Appeal((XA,), RULING), "Ruling", "asserted", id="the ruling appealed"),
        pytest.param(PostureChange((XB,), (), (RULING,)), "Ruling", "asserted", id="a cause"),
        pytest.param(
            NegotiationState((XA, XB), "active", deadline=MeasureEvent("pause", DUTY)),
            "MeasureEvent",
            "asserted",
            id="a deadline",
        ),
    ],
)
def test_what_a_fact_takes_for_granted_is_asserted_where_nothing_else_tells_it(
    content: object, kind: str, modality: str
) -> None:
    quads = write(content)  # type: ignore[arg-type]
    (assertion,) = assertions(quads, only_node(quads, kind))
    assert assertion["modality"] == [f"modality-{modality}"]


def test_what_a_fact_takes_for_granted_is_not_asserted_twice() -> None:
    quads = write(
        Fact(Encounter("call", (ROLF, ADA)), (PASSAGE,), "expected"), Requirement(CALL, (XA, XB))
    )
    (assertion,) = assertions(quads, only_node(quads, "Encounter"))
    assert assertion["modality"] == ["modality-expected"]


def test_the_same_event_on_two_days_is_two_nodes() -> None:
    quads = write(Hearing(COURT, MONDAY), Hearing(COURT, TUESDAY), Hearing(COURT, MONDAY))
    first, second = nodes(quads, "Hearing")
    assert second == f"{first}#2"
    assert told(quads, first)["notBefore"] == ["2025-05-26"]
    assert told(quads, second)["notBefore"] == ["2025-05-27"]


def test_an_event_without_a_day_is_the_one_told_before() -> None:
    quads = write(Hearing(COURT, MONDAY), Hearing(COURT))
    assert told(quads, only_node(quads, "Hearing"))["notBefore"] == ["2025-05-26"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            Encounter("call", (ROLF, ADA)), Encounter("call", (ADA, ROLF)), id="encounter"
        ),
        pytest.param(CaseFiling((ROLF, ADA), None), CaseFiling((ADA, ROLF), None), id="filing"),
        pytest.param(
            Statement((ROLF, ADA), ("a",)), Statement((ADA, ROLF), ("a",)), id="statement"
        ),
        pytest.param(PostureChange((XA, XB), ()), PostureChange((XB, XA), ()), id="posture"),
        pytest.param(
            replace(RULING, outcomes=("a", "b")), replace(RULING, outcomes=("b", "a")), id="ruling"
        ),
    ],
)
def test_the_order_in_which_a_text_names_things_does_not_matter(one: object, other: object) -> None:
    kind = type(one).__name__
    first, second = (only_node(write(each), kind) for each in (one, other))  # type: ignore[arg-type]
    assert first == second


def test_a_mention_names_its_passage_and_entity() -> None:
    court = Mention(Span(14, 27), "Court", (COURT,), COURT, "exact-name", 0.97)
    unsettled = Mention(Span(0, 2), "Court", (COURT, APPEAL_COURT), None, None, 0.5)
    quads = write(mentions=[court, unsettled])
    assert told(quads, only_node(quads, "Mention")) == {
        "evidence": [f"doc/{KEY}#char=14,27"],
        "refersTo": ["court/xa-customs"],
        "linkingMethod": ["linking-exact-name"],
        "confidence": ["0.97"],
        "extractedBy": [f"extractor/mentions-{__version__}"],
    }


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        pytest.param(
            Entity(f"{ID}person/tarek-vello", "Person", "Tarek  Vello", ("T. Vello",)),
            {"rdfs:label": ["Tarek Vello"], "skos:altLabel": ["T. Vello"]},
            id="a person",
        ),
        pytest.param(
            Entity(f"{ID}office/envoy", "Office", "envoy", owner=XA),
            {
                "rdfs:label": ["envoy"],
                "officeOf": ["country/XA"],
                "officeKind": ["officekind-functional"],
            },
            id="an office",
        ),
        pytest.param(
            Entity(f"{ID}group/xa-officials", "ActorGroup", "Arcadian officials", owner=XA),
            {"rdfs:label": ["Arcadian officials"], "affiliation": ["country/XA"]},
            id="a group",
        ),
        pytest.param(Entity(XA, "Country", "Arcadia"), {}, id="the registry describes its own"),
    ],
)
def test_an_entity_that_the_document_introduces_is_described(
    entity: Entity, expected: dict[str, list[str]]
) -> None:
    assert told(write(entities=[entity]), entity.iri.removeprefix(ID)) == expected


EVERYTHING = (
    RULING,
    Stay(APPEAL_COURT, BARE_RULING, lifted=True),
    Appeal((XA,), BARE_RULING, APPEAL_COURT),
    CaseFiling((ROLF,), COURT, (XA,), DUTY),
    Requirement(CALL, (XA, XB), for_talks=True),
    Statement((ROLF,), ("no",), made_in=CALL),
    NegotiationState((XA, XB), "stalled", "pact", deadline=MeasureEvent("pause", DUTY)),
)


def test_every_term_exists_in_the_ontology() -> None:
    known = {
        quad.subject
        for file in ontology_files()
        for quad in parse(file.read_bytes(), RdfFormat.TURTLE)
    }
    used = {
        term
        for quad in write(*EVERYTHING)
        for term in (quad.predicate, quad.object)
        if isinstance(term, NamedNode) and term.value.startswith((ONT, CODE))
    }
    assert {short(term) for term in used - known} == set()
    assert len(used) > 40


def test_nothing_is_without_a_name() -> None:
    terms = [term for quad in write(*EVERYTHING) for term in (quad.subject, quad.object)]
    assert not any(isinstance(term, BlankNode) for term in terms)


def test_the_same_facts_give_the_same_sorted_bytes() -> None:
    first, second = to_nquads(write(*EVERYTHING)), to_nquads(write(*EVERYTHING))
    assert first == second
    lines = first.splitlines(keepends=True)
    assert lines == sorted(lines)
    assert len(set(lines)) == len(lines)
    assert set(parse(first, RdfFormat.N_QUADS)) == set(write(*EVERYTHING))


def test_nothing_at_all_gives_no_bytes() -> None:
    assert to_nquads([]) == b""


@given(st.text(min_size=1, max_size=30), st.data())
def test_quotes_are_the_text_at_their_offsets_whatever_the_text(
    text: str, data: st.DataObject
) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    span = Span(begin, data.draw(st.integers(begin + 1, len(text))))
    document = Document(text)
    mention = Mention(span, "Country", (XA,), XA, "exact-name", 1)
    reading = Reading(document, (mention,))
    written = to_nquads(document_quads(reading, Registry({}, "none", tuple)))
    quads = list(parse(written, RdfFormat.N_QUADS))
    (whole,) = told(quads, f"doc/{document.key}")["text"]
    (quote,) = told(quads, f"doc/{document.key}#char={span.begin},{span.end}")["quote"]
    assert quote == whole[span.begin : span.end]
    assert re.sub("[\ud800-\udfff]", "?", text) == whole
