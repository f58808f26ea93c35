from __future__ import annotations

from collections.abc import Iterable

import pytest
from pyoxigraph import NamedNode, Quad

from tradegraph.errors import UsageError
from tradegraph.selection import select_everything, select_graph, select_quads
from tradegraph.store import Store
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_ONTOLOGY, GRAPH_REGISTRY, ID


def graphs(quads: Iterable[Quad]) -> set[str]:
    return {str(quad.graph_name).strip("<>") for quad in quads}


def subjects(quads: Iterable[Quad]) -> set[str]:
    return {str(quad.subject).strip("<>") for quad in quads}


def test_an_export_has_the_documents_the_derived_and_the_entries_they_use(
    seed_store: Store,
) -> None:
    chosen = list(select_quads(seed_store))
    assert {GRAPH_DERIVED, GRAPH_REGISTRY} < graphs(chosen)
    assert GRAPH_ONTOLOGY not in graphs(chosen)
    assert f"{ID}person/scott-bessent" in subjects(chosen)


def test_an_entry_that_a_used_entry_names_is_used(seed_store: Store) -> None:
    # The article names the Court of Appeals; the Supreme Court is only the court above it.
    assert f"{ID}court/us-scotus" in subjects(select_quads(seed_store))


def test_every_entry_an_export_names_is_in_it_if_the_store_has_it(seed_store: Store) -> None:
    chosen = list(select_quads(seed_store))
    described = subjects(chosen)
    registry = subjects(seed_store.quads(GRAPH_REGISTRY))
    named = {quad.object.value for quad in chosen if isinstance(quad.object, NamedNode)}
    assert (named & registry) <= described


def test_no_quad_stands_twice(seed_store: Store) -> None:
    chosen = list(select_quads(seed_store))
    assert len(chosen) == len(set(chosen))


def test_the_whole_store_is_every_quad(seed_store: Store) -> None:
    assert len(list(select_everything(seed_store))) == len(list(seed_store.quads()))


@pytest.mark.parametrize(
    ("name", "graph"),
    [
        pytest.param("registry", GRAPH_REGISTRY, id="layer"),
        pytest.param(GRAPH_DERIVED, GRAPH_DERIVED, id="iri"),
        pytest.param("ontology", GRAPH_ONTOLOGY, id="ontology"),
    ],
)
def test_one_graph_is_named_by_layer_or_iri(seed_store: Store, name: str, graph: str) -> None:
    assert graphs(select_graph(seed_store, name)) == {graph}


def test_one_graph_is_named_by_its_document(seed_store: Store) -> None:
    (key,) = seed_store.document_keys()
    assert graphs(select_graph(seed_store, "000_b6e73fb1f3aa604a")) == {f"{ID}graph/doc/{key}"}


def test_an_unknown_graph_is_answered_with_the_nearest(seed_store: Store) -> None:
    with pytest.raises(UsageError, match=r"no graph named 'registy'; try: did you mean 'registry'"):
        select_graph(seed_store, "registy")
