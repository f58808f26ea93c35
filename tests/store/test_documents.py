"""Documents go in, come out byte for byte, are replaced whole and leave no trace."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from store.conftest import EX, ONE, TWO, document, label, labels
from tradegraph.errors import InputError, UsageError
from tradegraph.store import Store, open_store
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_REGISTRY, RDFS, document_graph, document_iri


def test_documents_come_out_as_they_went_in(store: Store) -> None:
    nquads = document(ONE, "steel", "copper")
    store.put_documents({ONE: nquads})
    assert store.document_keys() == [ONE]
    assert store.document_nquads(ONE) == nquads
    assert labels(store) == ["copper", "steel"]


def test_a_document_put_again_replaces_itself(store: Store) -> None:
    store.put_documents({ONE: document(ONE, "steel", "copper")})
    store.put_documents({ONE: document(ONE, "copper", "timber")})
    assert labels(store) == ["copper", "timber"]
    assert store.document_keys() == [ONE]


def test_a_document_put_twice_is_there_once(store: Store) -> None:
    for _ in range(2):
        store.put_documents({ONE: document(ONE, "steel")})
    assert labels(store) == ["steel"]
    assert len(list(store.quads())) == 1


def test_a_removed_document_leaves_no_trace(store: Store) -> None:
    store.put_documents({ONE: document(ONE, "steel"), TWO: document(TWO, "copper")})
    store.remove_document(ONE)
    assert store.document_keys() == [TWO]
    assert store.graph_names() == [document_graph(TWO)]
    assert labels(store) == ["copper"]


def test_what_two_documents_say_counts_once_and_outlives_one_of_them(store: Store) -> None:
    store.put_documents({ONE: document(ONE, "steel"), TWO: document(TWO, "steel")})
    assert labels(store) == ["steel"]
    assert len(list(store.quads())) == 2
    store.remove_document(ONE)
    assert labels(store) == ["steel"]
    store.remove_document(TWO)
    assert labels(store) == []


def test_a_triple_that_moves_between_graphs_stays(store: Store) -> None:
    store.put_documents({ONE: document(ONE, "steel"), TWO: document(TWO, "copper")})
    store.put_documents({ONE: document(ONE, "copper"), TWO: document(TWO, "steel")})
    assert labels(store) == ["copper", "steel"]


def test_graphs_are_replaced_by_name_whatever_the_quads_say(store: Store) -> None:
    store.load_graph(GRAPH_DERIVED, [label("steel", EX)])
    store.load_graph(GRAPH_DERIVED, (label(name, EX) for name in ("copper", "timber")))
    assert labels(store) == ["copper", "timber"]
    assert store.graph_names() == [GRAPH_DERIVED]
    store.load_graph(GRAPH_DERIVED, [])
    assert store.graph_names() == []


def test_a_graph_with_blank_nodes_is_replaced_too(store: Store) -> None:
    turtle = (
        b"[] <https://example.org/members> ( <https://example.org/a> <https://example.org/b> ) ."
    )
    for _ in range(2):
        store.load_graph(GRAPH_REGISTRY, _parse(turtle))
        assert len(list(store.quads(GRAPH_REGISTRY))) == 5
        assert len(list(store.match(None, None, None))) == 5


def test_many_quads_are_loaded_as_few_are(store: Store) -> None:
    store.load_graph(GRAPH_REGISTRY, [label(f"product{number:05}", EX) for number in range(6_000)])
    assert len(labels(store)) == 6_000
    store.load_graph(GRAPH_REGISTRY, [label("steel", EX)])
    assert labels(store) == ["steel"]


def test_the_index_may_hold_something_else_than_the_source(store: Store) -> None:
    store.write_sources({ONE: document(ONE, "steel")})
    assert labels(store) == []
    store.index_documents({ONE: [label("linked", EX)]})
    assert labels(store) == ["linked"]
    assert b"steel" in store.document_nquads(ONE)


def test_a_rebuild_makes_the_index_from_the_sources(store: Store) -> None:
    store.load_graph(GRAPH_REGISTRY, [label("registered", EX)])
    store.put_documents({ONE: document(ONE, "steel")})
    store.index_documents({ONE: [label("linked", EX)], TWO: [label("stray", EX)]})
    store.rebuild()
    assert labels(store) == ["registered", "steel"]


def test_quads_can_be_asked_for_by_graph_subject_and_property(store: Store) -> None:
    store.put_documents({ONE: document(ONE, "steel", identifier="a"), TWO: document(TWO, "steel")})
    assert len(list(store.quads(document_graph(ONE)))) == 2
    assert len(list(store.quads(subject=EX + "steel"))) == 2
    assert len(list(store.quads(predicate=RDFS + "label"))) == 2
    assert len(list(store.quads(document_graph(TWO), subject=EX + "copper"))) == 0
    assert len(list(store.match(NamedNode(EX + "steel"), None, None))) == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        pytest.param(ONE, ONE, id="key"),
        pytest.param(document_iri(ONE), ONE, id="IRI"),
        pytest.param("first.txt", ONE, id="identifier"),
        pytest.param("second.txt", TWO, id="another identifier"),
    ],
)
def test_a_document_is_found_by(store: Store, name: str, key: str) -> None:
    store.put_documents(
        {ONE: document(ONE, identifier="first.txt"), TWO: document(TWO, identifier="second.txt")}
    )
    assert store.find_document(name) == key


def test_an_unknown_document_is_answered_with_the_nearest_name(store: Store) -> None:
    store.put_documents({ONE: document(ONE, identifier="first.txt")})
    with pytest.raises(UsageError, match=r"'frist.txt'; try: did you mean 'first.txt'\?"):
        store.find_document("frist.txt")


def test_an_identifier_of_two_documents_is_not_guessed_at(store: Store) -> None:
    same = {key: document(key, identifier="news") for key in (ONE, TWO)}
    store.put_documents(same)
    with pytest.raises(UsageError, match=f"one of {ONE}, {TWO}"):
        store.find_document("news")


def test_an_unknown_key_is_not_removed(store: Store) -> None:
    with pytest.raises(UsageError, match="no document with the key 'x'"):
        store.remove_document("x")
    with pytest.raises(UsageError, match="no document with the key 'x'"):
        store.document_nquads("x")


@pytest.mark.parametrize(
    ("nquads", "what"),
    [
        pytest.param(b"<a:a> <a:b> .\n", "cannot be read", id="broken"),
        pytest.param(b"\xff", "cannot be read", id="no UTF-8"),
        pytest.param(document(TWO, "steel"), "outside of the document's graph", id="other graph"),
        pytest.param(b"<a:a> <a:b> <a:c> .\n", "outside of the document's graph", id="no graph"),
    ],
)
def test_what_is_no_document_changes_nothing(store: Store, nquads: bytes, what: str) -> None:
    store.put_documents({TWO: document(TWO, "copper")})
    with pytest.raises(InputError, match=what):
        store.put_documents({TWO: document(TWO, "timber"), ONE: nquads})
    assert labels(store) == ["copper"]
    assert store.document_nquads(TWO) == document(TWO, "copper")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
def test_every_text_survives_replacement(texts: list[str]) -> None:
    subject, said = NamedNode(EX + "a"), NamedNode(RDFS + "comment")
    graph = NamedNode(document_graph(ONE))
    quads = {Quad(subject, said, Literal(text), graph) for text in texts}
    with open_store(":memory:") as store:
        store.put_documents({ONE: document(ONE, "steel")})
        store.put_documents({ONE: serialize(quads, format=RdfFormat.N_QUADS) or b""})
        assert set(store.quads()) == quads


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([ONE, TWO]), st.sets(st.sampled_from("abcd"))), max_size=6)
)
def test_the_view_is_the_union_of_the_graphs(steps: list[tuple[str, set[str]]]) -> None:
    with open_store(":memory:") as store:
        last: dict[str, set[str]] = {}
        for key, names in steps:
            store.put_documents({key: document(key, *names)})
            last[key] = names
        assert labels(store) == sorted(set().union(*last.values()))


def test_nothing_is_written_to_a_store_that_is_read(folder: Path) -> None:
    open_store(folder).close()
    with (
        open_store(folder, read_only=True) as store,
        pytest.raises(UsageError, match="for reading only"),
    ):
        store.put_documents({ONE: document(ONE, "steel")})


def _parse(turtle: bytes) -> list[Quad]:
    return list(parse(turtle, RdfFormat.TURTLE))
