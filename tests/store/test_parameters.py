"""Parameters of queries are bound where they stand, and a value cannot become syntax."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from store.conftest import EX, label
from tradegraph.errors import UsageError
from tradegraph.store import Store, Table, parameters
from tradegraph.store.querytext import bind, undeclared_prefixes

DAY = "http://www.w3.org/2001/XMLSchema#date"
PLACES = {
    "default": "SELECT ?n { VALUES ?n { 1 } }",
    "no default": "SELECT ?n { VALUES ?n { UNDEF } }",
    "several defaults": "SELECT ?n { VALUES ?n { 1 2 3 } }",
    "other spelling": "SELECT ?n { values $n{1} }",
    "beside another": "SELECT ?n { VALUES ?m { 9 } VALUES ?n { 1 } }",
    "BIND": "SELECT ?x { VALUES ?n { 1 } BIND(?n AS ?x) }",
    "not projected": "SELECT ?x { VALUES ?x { 1 7 9 } VALUES ?n { 1 } FILTER(?x = ?n) }",
    "sub-SELECT": "SELECT ?x { { SELECT ?x { VALUES ?n { 1 } BIND(?n AS ?x) } } }",
    "UNION": "SELECT ?n { { VALUES ?n { 1 } } UNION { VALUES ?n { 2 } } FILTER(?n > 2) }",
    "OPTIONAL": "SELECT ?n { VALUES ?x { 7 } OPTIONAL { VALUES ?n { 1 } FILTER(?n = ?x) } }",
    "aggregate": "SELECT (SUM(?x) AS ?y) { VALUES ?x { 3 4 9 } VALUES ?n { 1 } FILTER(?x < ?n) }",
    "comments": "SELECT ?n { VALUES ?n # } comment {\n { 1 # } }\n } }",
    "braces in terms": 'SELECT ?n { VALUES ?n { \'a } b\' """}""" <http://e/x#y> 1 } }',
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES.keys())
def test_a_value_is_seen_everywhere(memory: Store, text: str) -> None:
    answer = memory.query(text, bindings={"n": Literal(7)})
    assert isinstance(answer, Table)
    assert {row[0] for row in answer.rows} == {Literal(7)}


def test_parameters_are_the_variables_with_a_block_of_their_own() -> None:
    text = """SELECT * { VALUES ?day { UNDEF } VALUES (?a ?b) { (1 2) } VALUES (?c) { (1) }
        ?s ?p "VALUES ?text { 1 }" . # VALUES ?comment { 1 }
        ?s <http://e/VALUES> ?x ; tg:VALUES ?y { VALUES ?measure { msr:a } } VALUES ?day { 1 } }"""
    assert parameters(text) == ("day", "measure")


def test_several_values_fill_one_block(memory: Store) -> None:
    text = "SELECT ?n { VALUES ?n { UNDEF } }"
    answer = memory.query(text, bindings={"n": (Literal(1), Literal(2))})
    assert isinstance(answer, Table)
    assert [row[0] for row in answer.rows] == [Literal(1), Literal(2)]


def test_a_parameter_without_value_keeps_its_default(memory: Store) -> None:
    memory.load_graph(EX, [label("steel", EX)])
    text = 'SELECT ?thing { VALUES ?name { "steel" } ?thing rdfs:label ?name }'
    assert memory.query(text) == memory.query(text, bindings={"name": Literal("steel")})


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        pytest.param("SELECT * { VALUES ?day { 1 } }", "dya", "did you mean 'day'", id="mistyped"),
        pytest.param("SELECT * { VALUES ?day { 1 } }", "zz", "one of day", id="unknown"),
        pytest.param("SELECT * { ?s ?p ?day }", "day", r"VALUES \?day \{ UNDEF \}", id="none"),
        pytest.param("SELECT * { VALUES (?day ?x) { (1 2) } }", "day", "no parameter", id="tuple"),
    ],
)
def test_an_unknown_parameter_is_refused(text: str, name: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        bind(text, {name: Literal("x")})


@pytest.mark.parametrize("value", ["text", 7, BlankNode("b"), None, ("text",)], ids=repr)
def test_only_iris_and_literals_are_values(value: object) -> None:
    with pytest.raises(UsageError, match="no IRI and no literal"):
        bind("SELECT * { VALUES ?x { 1 } }", {"x": value})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    "text",
    ["} DROP ALL", '"', "\\", "'", "\n}", "?x", "#", '"""', "\\u0022", "<>", "$this"],
    ids=repr,
)
def test_a_text_stays_a_text(memory: Store, text: str) -> None:
    answer = memory.query("SELECT ?x { VALUES ?x { 1 } }", bindings={"x": Literal(text)})
    assert answer == Table(("x",), ((Literal(text),),))


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([None, DAY]))
def test_every_literal_is_read_back_as_it_is(text: str, datatype: str | None) -> None:
    value = Literal(text, datatype=NamedNode(datatype) if datatype else None)
    bound = bind("ASK { VALUES ?a { 1 } VALUES ?b { 2 } }", {"a": value, "b": value})
    assert bound == f"ASK {{ VALUES ?a {{ {value} }} VALUES ?b {{ {value} }} }}"
    assert parameters(bound) == ("a", "b")


def test_prefixes_that_nobody_declares_are_named() -> None:
    text = "PREFIX own: <http://e/> SELECT * { own:a tg:b nope:c . _:b :d 'x:y'@en }"
    assert undeclared_prefixes(text, ["tg"]) == ["", "nope"]
