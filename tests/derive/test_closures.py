"""What follows by the ontology alone."""

from __future__ import annotations

import pytest

from derive.facts import KEY, actual, derived, ontology, stated, told
from tradegraph.derive import close_quads, derive, derive_quads, read_schema
from tradegraph.store import Store, open_store
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_ONTOLOGY, GRAPH_REGISTRY, document_graph


@pytest.mark.parametrize(
    ("kind", "classes"),
    [
        ("Ruling", ["CourtAction", "Event", "Fact", "LegalEvent"]),
        ("CertiorariPetition", ["Appeal", "Event", "Fact", "LegalEvent"]),
        ("Court", ["Actor", "GovernmentBody", "Organization"]),
        ("Country", ["Actor", "Jurisdiction"]),
        ("TariffMeasure", ["Measure"]),
        ("OfficeHolding", ["Fact", "Situation"]),
        ("Document", []),
    ],
)
def test_a_thing_is_of_all_superclasses_of_ours(kind: str, classes: list[str]) -> None:
    found = told(derived(f"evt:x a tg:{kind} ."), "type")
    assert found == [("x", name) for name in classes]


@pytest.mark.parametrize("role", ["appellant", "speaker", "issuedBy", "filedBy", "participant"])
def test_who_has_a_part_is_a_participant(role: str) -> None:
    found = told(derived(f"evt:x tg:{role} per:ada ."), "participant")
    assert found == ([] if role == "participant" else [("x", "ada")])


def test_a_measure_is_within_itself_and_all_groups_above() -> None:
    quads = derived(
        """msr:baseline a tg:TariffMeasure ; tg:partOfGroup msr:programme .
        msr:programme a tg:MeasureGroup ; tg:partOfGroup msr:everything , msr:other .
        msr:everything a tg:MeasureGroup . msr:other a tg:MeasureGroup ."""
    )
    groups = [group for measure, group in told(quads, "withinGroup") if measure == "baseline"]
    assert groups == ["baseline", "everything", "other", "programme"]


def test_groups_in_a_circle_do_not_run_forever() -> None:
    quads = derived(
        """msr:a a tg:MeasureGroup ; tg:partOfGroup msr:b .
        msr:b a tg:MeasureGroup ; tg:partOfGroup msr:a ."""
    )
    assert told(quads, "withinGroup") == [("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]


@pytest.mark.parametrize(
    ("modality", "polarity", "happened"),
    [
        ("asserted", "positive", True),
        ("asserted", "negative", False),
        ("reported", "positive", False),
        ("planned", "positive", False),
        ("threatened", "positive", False),
        ("denied", "negative", False),
    ],
)
def test_a_fact_is_actual_if_a_document_affirms_it(
    modality: str, polarity: str, happened: bool
) -> None:
    quads = derived(
        f"""evt:x a tg:Encounter . evt:a tg:asserts evt:x ;
        tg:modality code:modality-{modality} ; tg:polarity code:polarity-{polarity} ."""
    )
    assert told(quads, "isActual") == ([("x", "true")] if happened else [])


def test_a_curated_fact_is_actual_and_a_curated_name_is_not() -> None:
    quads = derived(
        "evt:x a tg:Ruling ; tg:isCurated true . per:ada a tg:Person ; tg:isCurated true ."
    )
    assert told(quads, "isActual") == [("x", "true")]


def test_what_one_document_denies_another_may_affirm() -> None:
    quads = derived(
        f"""evt:x a tg:Ruling . {actual("evt:x")} evt:b tg:asserts evt:x ;
        tg:modality code:modality-denied ; tg:polarity code:polarity-negative ."""
    )
    assert told(quads, "isActual") == [("x", "true")]


def test_what_is_stated_is_not_derived_again() -> None:
    turtle = "evt:x a tg:Ruling , tg:Fact ; tg:issuedBy crt:c ; tg:participant crt:c ."
    quads = derived(turtle)
    assert not set(quads) & set(stated(turtle, GRAPH_DERIVED))
    assert told(quads, "participant") == []


def test_nothing_follows_from_an_earlier_conclusion() -> None:
    earlier = stated("evt:x a tg:Ruling ; tg:isCurated true .", GRAPH_DERIVED)
    assert derive_quads([*ontology(), *earlier]) == []


def test_one_document_is_closed_alone_as_with_all_others() -> None:
    registry = stated("msr:programme a tg:MeasureGroup ; tg:partOfGroup msr:all .", GRAPH_REGISTRY)
    document = stated(
        f"""msr:steel a tg:TariffMeasure ; tg:partOfGroup msr:programme .
        evt:x a tg:Ruling ; tg:issuedBy crt:c . {actual("evt:x")}"""
    )
    schema = read_schema([*ontology(), *registry, *document])
    alone = {*close_quads(document, schema), *close_quads(registry, schema)}
    assert alone == set(derive_quads([*ontology(), *registry, *document]))


def test_the_same_facts_give_the_same_quads_in_the_same_order() -> None:
    quads = [*ontology(), *stated(f"evt:x a tg:Ruling ; tg:issuedBy crt:c . {actual('evt:x')}")]
    assert derive_quads(quads) == derive_quads(reversed(quads))


@pytest.mark.parametrize("few", [0, 200], ids=["many graphs", "few graphs"])
def test_a_store_gives_what_its_quads_give(
    seed_store: Store, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tradegraph.derive.FEW", few)
    assert derive(seed_store) == derive_quads(seed_store.quads())
    assert len(derive(seed_store)) > 300


def test_deriving_twice_changes_nothing() -> None:
    with open_store(":memory:") as store:
        store.load_graph(GRAPH_ONTOLOGY, ontology())
        store.load_graph(document_graph(KEY), stated(f"evt:x a tg:Ruling . {actual('evt:x')}"))
        first = derive(store)
        store.load_graph(GRAPH_DERIVED, first)
        assert derive(store) == first
