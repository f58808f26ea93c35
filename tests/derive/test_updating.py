"""The derived graph after single changes is the one that deriving everything anew would give."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from graph.writing import COURT, DUTY, PASSAGE, TEXT, XA, XB, write
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_registry import invented_registry

from tradegraph.derive import derive
from tradegraph.derive.updating import update_derived
from tradegraph.graph import to_nquads
from tradegraph.link import link_documents, unlink_document
from tradegraph.model import (
    Appeal,
    Content,
    DateRange,
    Document,
    Fact,
    Injunction,
    Measure,
    MeasureEvent,
    Rate,
    Ruling,
    Stay,
)
from tradegraph.store import Store, open_store
from tradegraph.store.reference import load_reference
from tradegraph.vocabulary import GRAPH_DERIVED

ALL = Measure((XA,), authority="s301")
TIMBER = Measure((XB,), (XA,), ("timber",))


def on(day: int) -> DateRange:
    """A day of May."""
    return DateRange(date(2025, 5, day), date(2025, 5, day))


RULING = Ruling(COURT, ("unlawful",), (ALL,), ("vacatur",), when=on(12))
CONTENTS: Mapping[str, Content] = {
    "imposed": MeasureEvent("imposition", DUTY, rate=Rate(25, 25), when=on(2)),
    "imposed later": MeasureEvent("imposition", DUTY, rate=Rate(25, 25), when=on(9)),
    "raised": MeasureEvent("increase", DUTY, rate=Rate(40, 40), when=on(7)),
    "paused": MeasureEvent("pause", DUTY, when=on(10), duration="P3D"),
    "by order": MeasureEvent("revocation", DUTY, when=on(20), instruments=("urn:order",)),
    "all": MeasureEvent("announcement", ALL, when=on(1)),
    "answered": MeasureEvent("imposition", TIMBER, when=on(8)),
    "struck down": RULING,
    "stayed": Stay(COURT, RULING, when=on(14)),
    "appealed": Appeal((XA,), RULING, when=on(13)),
    "enjoined": Injunction(COURT, TIMBER, when=on(15)),
}
STEPS = st.lists(
    st.tuples(st.integers(1, 4), st.lists(st.sampled_from(sorted(CONTENTS)), max_size=4)),
    min_size=1,
    max_size=6,
)


def write_document(number: int, names: list[str]) -> tuple[str, bytes]:
    """Key and N-Quads of a document that tells these things; orders and news take turns."""
    kind = "executive-order" if number % 2 else "news"
    document = Document(
        f"{number}: {TEXT}", (f"wire-{number}",), date(2025, 5, 20 + number), doc_type=kind
    )
    facts = [Fact(CONTENTS[name], (PASSAGE,), extractor="tests") for name in names]
    return document.key, to_nquads(write(*facts, document=document))


def apply(store: Store, number: int, names: list[str]) -> None:
    """Put a document in place of the one of this number; one that tells nothing is taken out."""
    key, nquads = write_document(number, names)
    if names:
        store.write_sources({key: nquads})
        update_derived(store, link_documents(store, {key: nquads}))
    elif key in store.document_keys():
        update_derived(store, unlink_document(store, key))


@settings(deadline=None, max_examples=40)
@given(STEPS)
def test_updating_gives_what_deriving_anew_does(steps: list[tuple[int, list[str]]]) -> None:
    with open_store(":memory:") as store:
        load_reference(store, invented_registry())
        store.load_graph(GRAPH_DERIVED, derive(store))
        for number, names in steps:
            apply(store, number, names)
            found = sorted(store.quads(GRAPH_DERIVED), key=str)
            assert found == sorted(derive(store), key=str)


def test_what_one_document_changes_is_all_that_is_written() -> None:
    with open_store(":memory:") as store:
        load_reference(store, invented_registry())
        store.load_graph(GRAPH_DERIVED, derive(store))
        apply(store, 1, ["imposed"])
        before = set(store.quads(GRAPH_DERIVED))
        apply(store, 2, ["answered"])
        assert before <= set(store.quads(GRAPH_DERIVED))
        apply(store, 2, [])
        assert before == set(store.quads(GRAPH_DERIVED))
