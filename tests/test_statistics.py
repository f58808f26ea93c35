from __future__ import annotations

from tradegraph.statistics import Count, count_contents
from tradegraph.store import Store, open_store


def test_each_fact_is_counted_once_under_its_narrowest_class(seed_store: Store) -> None:
    counts = count_contents(seed_store)
    assert Count("facts", "ruling", 1) in counts
    assert Count("facts", "stay", 1) in counts
    assert "event" not in {each.name for each in counts if each.group == "facts"}


def test_documents_modalities_and_triples_are_counted(seed_store: Store) -> None:
    counts = {(each.group, each.name): each.count for each in count_contents(seed_store)}
    assert counts["documents", "news article"] == 1
    assert counts["assertions", "planned"] == 1
    assert counts["triples", "doc"] == len(list(seed_store.quads(_document_graph(seed_store))))


def _document_graph(store: Store) -> str:
    return next(name for name in store.graph_names() if "/graph/doc/" in name)


def test_an_empty_store_counts_nothing() -> None:
    with open_store(":memory:") as store:
        assert count_contents(store) == []
