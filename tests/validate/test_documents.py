"""Documents of a store: each judged by what it says, with the passage it says it in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import fill_with_seed
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from tradegraph.derive import derive
from tradegraph.store import Store, open_store
from tradegraph.validate import Finding, validate_documents
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_REGISTRY, ID, XSD, code, document_graph, tg

RULING = f"{ID}event/ruling-us-cit-us-trump-2025-02354edb"
STAY = f"{ID}event/stay-us-cafc-us-trump-2025-29a278ca"
PERIOD = f"{ID}period/status-us-trump-2025-1-22f48591"
DATE = NamedNode(XSD + "date")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        fill_with_seed(opened)
        opened.load_graph(GRAPH_DERIVED, derive(opened))
        yield opened


@pytest.fixture
def key(store: Store) -> str:
    (only,) = store.document_keys()
    return only


def change(store: Store, key: str, subject: str, name: str, *values: NamedNode | Literal) -> None:
    """Give a node of a document other values of a property, and derive again."""
    quads = parse(store.document_nquads(key), RdfFormat.N_QUADS)
    node, predicate, graph = NamedNode(subject), NamedNode(tg(name)), NamedNode(document_graph(key))
    kept = [quad for quad in quads if (quad.subject, quad.predicate) != (node, predicate)]
    new = [Quad(node, predicate, value, graph) for value in values]
    store.put_documents({key: serialize([*kept, *new], format=RdfFormat.N_QUADS) or b""})
    store.load_graph(GRAPH_DERIVED, derive(store))


def test_the_seed_conforms_without_a_remark(store: Store) -> None:
    assert validate_documents(store).findings == ()


def test_a_finding_names_document_line_and_passage(store: Store, key: str) -> None:
    change(store, key, RULING, "outcome", NamedNode(code("status", "paused")))
    (finding,) = validate_documents(store).findings
    assert finding == Finding(
        severity="violation",
        message="The outcome is not in the scheme code:outcome.",
        focus=RULING,
        shape="https://w3id.org/tradegraph/shapes#Ruling",
        path="tg:outcome",
        value="code:status-paused",
        document=key,
        line=11,
        quote="court rulings centering on whether Trump is allowed to implement his signature"
        " “reciprocal” tariffs at all",
    )


def test_a_check_in_sparql_names_them_too(store: Store, key: str) -> None:
    change(store, key, STAY, "issuedBy", NamedNode(f"{ID}court/us-cit"))
    change(store, key, RULING, "issuedBy", NamedNode(f"{ID}court/us-cafc"))
    found = {finding.focus: finding for finding in validate_documents(store).findings}
    finding = found[STAY]
    assert finding.message.startswith("The staying court crt:us-cit is neither")
    assert (finding.value, finding.document, finding.line) == ("crt:us-cit", key, 11)
    assert finding.quote == "An appellate court Thursday subsequently paused that ruling"


def test_only_the_documents_asked_for_are_judged(store: Store, key: str) -> None:
    change(store, key, RULING, "issuedBy")
    other = "0" * 16
    store.put_documents({other: b""})
    assert not validate_documents(store, [other]).findings
    assert not validate_documents(store, [key]).conforms


def test_the_periods_of_a_documents_measures_are_judged(store: Store, key: str) -> None:
    broken = [
        Quad(quad.subject, quad.predicate, _swap(quad), quad.graph_name)
        for quad in store.quads(GRAPH_DERIVED)
    ]
    store.load_graph(GRAPH_DERIVED, broken)
    for keys in (None, [key]):
        found = validate_documents(store, keys).findings
        assert {(each.message, each.document) for each in found} == {
            ("A period starts before it ends.", None)
        }
    assert not validate_documents(store, []).findings


def test_overlapping_periods_are_found(store: Store) -> None:
    broken = [q for q in store.quads(GRAPH_DERIVED) if q.predicate.value != tg("until")]
    store.load_graph(GRAPH_DERIVED, broken)
    found = validate_documents(store).findings
    assert any(each.message.startswith("The period overlaps prd:status-") for each in found)


def test_documents_that_contradict_each_other_are_no_violation(store: Store, key: str) -> None:
    other = "0" * 16
    nquads = store.document_nquads(key).decode().replace(document_graph(key), document_graph(other))
    for name in ("notBefore", "notAfter"):
        day = f'<{STAY}> <{tg(name)}> "2025-05-2'
        assert day + "9" in nquads
        nquads = nquads.replace(day + "9", day + "8")
    store.put_documents({other: nquads.encode()})
    store.load_graph(GRAPH_DERIVED, derive(store))
    assert validate_documents(store).conforms


def test_the_registry_is_judged_only_if_deep(store: Store) -> None:
    country = NamedNode(f"{ID}country/CN")
    iso2 = NamedNode(tg("iso2"))
    quads = [q for q in store.quads(GRAPH_REGISTRY) if (q.subject, q.predicate) != (country, iso2)]
    store.load_graph(GRAPH_REGISTRY, quads)
    assert validate_documents(store).conforms
    found = {finding.focus for finding in validate_documents(store, [], deep=True).findings}
    assert country.value in found


def test_a_deep_validation_compares_quotes_with_the_text(store: Store, key: str) -> None:
    span = f"{ID}doc/{key}#char=171,181"
    change(store, key, span, "quote", Literal("Xi Jingping"))
    assert validate_documents(store, [key]).conforms
    (finding,) = validate_documents(store, [key], deep=True).findings
    assert finding.message.startswith("The quote is not the document's text")
    assert (finding.focus, finding.document, finding.line) == (span, key, 1)


def _swap(quad: Quad) -> NamedNode | Literal:
    """Let a period end before it starts."""
    if quad.predicate.value == tg("until"):
        return Literal("1999-01-01", datatype=DATE)
    assert isinstance(quad.object, NamedNode | Literal)
    return quad.object
