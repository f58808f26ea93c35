"""Answers, and what happens to a query that is wrong, too slow, or more than a question."""

from __future__ import annotations

import time

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from store.conftest import EX, ONE, TWO, document, label
from tradegraph.errors import EngineError, InputError, UsageError
from tradegraph.store import Graph, Store, Table
from tradegraph.vocabulary import RDFS, document_graph

LABEL = NamedNode(RDFS + "label")


@pytest.fixture
def filled(store: Store) -> Store:
    store.put_documents({ONE: document(ONE, "copper", "steel"), TWO: document(TWO, "steel")})
    return store


def test_select_gives_a_table(filled: Store) -> None:
    answer = filled.query("SELECT ?x ?none { ?x rdfs:label ?l } ORDER BY ?x")
    rows = tuple((NamedNode(EX + name), None) for name in ("copper", "steel"))
    assert answer == Table(("x", "none"), rows)


def test_ask_gives_true_or_false(filled: Store) -> None:
    assert filled.query('ASK { ?x rdfs:label "steel" }') is True
    assert filled.query('ASK { ?x rdfs:label "timber" }') is False


def test_construct_gives_each_triple_once(filled: Store) -> None:
    text = 'CONSTRUCT { <https://example.org/all> rdfs:label "seen" } { ?x rdfs:label ?l }'
    assert filled.query(text) == Graph((Triple(NamedNode(EX + "all"), LABEL, Literal("seen")),))


def test_describe_gives_a_graph(filled: Store) -> None:
    answer = filled.query(f"DESCRIBE <{EX}steel>")
    assert answer == Graph((Triple(NamedNode(EX + "steel"), LABEL, Literal("steel")),))


def test_graph_asks_for_the_document_that_says_it(filled: Store) -> None:
    answer = filled.query('SELECT ?g { GRAPH ?g { ?x rdfs:label "steel" } } ORDER BY ?g')
    assert answer == Table(("g",), tuple((NamedNode(document_graph(key)),) for key in (ONE, TWO)))


def test_counts_count_each_triple_once(filled: Store) -> None:
    answer = filled.query("SELECT (COUNT(*) AS ?n) { ?x rdfs:label ?l }")
    assert answer == Table(("n",), ((Literal(2),),))


@pytest.mark.parametrize(
    ("limit", "rows", "truncated"), [(1, 1, True), (2, 2, False), (9, 2, False)]
)
def test_a_limit_cuts_rows_and_says_so(
    filled: Store, limit: int, rows: int, truncated: bool
) -> None:
    for text in ("SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"):
        answer = filled.query(text, limit=limit)
        assert not isinstance(answer, bool)
        found = answer.rows if isinstance(answer, Table) else answer.triples
        assert (len(found), answer.truncated) == (rows, truncated)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("SELECT ?s {\n  ?s ?p }", "q.rq:2:10: the query cannot be read", id="triple"),
        pytest.param("", "q.rq:1:1: the query cannot be read", id="empty"),
        pytest.param("SELEC * {}", "q.rq:1:10: the query cannot be read", id="verb"),
        pytest.param("ASK { ?s tgg:x 1 }", "try: did you mean 'tg'?", id="mistyped prefix"),
        pytest.param("ASK { ?s xyz:x 1 }", "try: PREFIX xyz: <...> at its top", id="new prefix"),
        pytest.param("SELECT * { ?s <relative> 1 }", "q.rq:1:", id="relative IRI"),
    ],
)
def test_broken_syntax_is_placed(memory: Store, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        memory.query(text, source="q.rq")
    assert message in str(caught.value)
    assert caught.value.exit_code == 3


def test_broken_syntax_is_placed_in_the_text_as_written(memory: Store) -> None:
    text = "SELECT * { VALUES ?x {\n1\n} ?s ?p }"
    with pytest.raises(InputError, match="query:3:10"):
        memory.query(text, bindings={"x": Literal("a much longer value")})


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "PREFIX select: <http://e/> DELETE WHERE { ?s ?p ?o }",
        "# SELECT\nCLEAR ALL",
        "LOAD <http://127.0.0.1:9/>",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_an_update_is_refused(filled: Store, text: str) -> None:
    with pytest.raises(UsageError, match="a query only reads"):
        filled.query(text)
    assert filled.query("ASK { ?s ?p ?o }") is True


@pytest.mark.parametrize("word", ["SERVICE", "service", "SERVICE SILENT", "Service ?e"])
def test_other_endpoints_are_not_asked(
    memory: Store, word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with pytest.raises(UsageError, match="do not use the network"):
        memory.query(f"SELECT * {{ {word} <http://127.0.0.1:8089/sparql> {{ ?s ?p ?o }} }}")


def test_a_word_in_a_text_is_no_keyword(memory: Store) -> None:
    text = 'ASK { BIND("SERVICE DELETE" AS ?service) ?s <http://e/SERVICE> ?o } # SERVICE'
    assert memory.query(text) is False


def test_from_reads_nothing_from_the_network(filled: Store) -> None:
    assert filled.query("ASK FROM <http://127.0.0.1:8089/data> { ?s ?p ?o }") is False


def test_a_slow_query_is_given_up(memory: Store) -> None:
    memory.load_graph(EX, [label(f"n{number}", EX) for number in range(900)])
    text = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z FILTER(?x > ?y && ?y > ?z) }"
    start = time.monotonic()
    with pytest.raises(EngineError, match=r"took longer than 0\.2 s; try: a longer timeout"):
        memory.query(text, timeout=0.2)
    assert time.monotonic() - start < 5
    assert memory.query("ASK { ?s ?p ?o }", timeout=20) is True
