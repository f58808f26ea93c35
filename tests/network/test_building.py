from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Quad, RdfFormat, parse

from tradegraph.network import FAMILIES, Passage, build
from tradegraph.store import Store

from .stating import claim, read_turtle

SEED = Path(__file__).parents[1] / "data" / "seed_expected.trig"

CALL = "evt:x a tg:Encounter ; tg:eventType code:event-call ; tg:participant per:ada, per:bo ."


@pytest.fixture(scope="module")
def seed() -> list[Quad]:
    return list(parse(SEED.read_bytes(), RdfFormat.TRIG))


def tell_edges(quads: list[Quad], **options: Any) -> set[tuple[str, str, str, str]]:
    graph = build(quads, **options)
    return {
        (graph.nodes[a]["label"], data["label"], graph.nodes[b]["label"], data["modality"])
        for a, b, data in graph.edges(data=True)
    }


SEED_TIES = {
    ("China", "cuts tariffs from over 100%", "United States", "asserted"),
    ("United States", "cuts tariffs from over 100%", "China", "asserted"),
    ("China", "negotiate: stalled", "United States", "reported"),
    ("Donald Trump", "call", "Xi Jinping", "possible"),
    ("Chinese officials", "talks", "Scott Bessent", "asserted"),
    ("Japanese delegation", "meeting", "Scott Bessent", "planned"),
    ("US Court of International Trade", "rules tariffs unlawful", "United States", "asserted"),
    (
        "US Court of Appeals for the Federal Circuit",
        "stays ruling of",
        "US Court of International Trade",
        "asserted",
    ),
    (
        "second Trump administration",
        "appeals ruling of",
        "US Court of International Trade",
        "asserted",
    ),
    ("Scott Bessent", "US Treasury Secretary", "US Department of the Treasury", "asserted"),
}


def test_seed_article_gives_the_ties_a_reader_would_draw(seed: list[Quad]) -> None:
    assert tell_edges(seed) >= SEED_TIES


def test_statements_are_left_out_unless_asked_for(seed: list[Quad]) -> None:
    spoken = ("Scott Bessent", "speaks about", "China", "asserted")
    assert spoken not in tell_edges(seed)
    assert spoken in tell_edges(seed, kinds=["statements"])


def test_outlets_are_actors_only_on_request(seed: list[Quad]) -> None:
    families = list(FAMILIES)
    without = build(seed, kinds=families)
    with_them = build(seed, kinds=families, outlets=True)
    kinds = {data["kind"] for _, data in with_them.nodes(data=True)}
    assert "outlet" in kinds
    assert "outlet" not in {data["kind"] for _, data in without.nodes(data=True)}


def test_actors_carry_kind_label_and_jurisdiction(seed: list[Quad]) -> None:
    graph = build(seed)
    told = {data["label"]: (data["kind"], data["place"]) for _, data in graph.nodes(data=True)}
    assert told["Donald Trump"] == ("person", "United States")
    assert told["Chinese officials"] == ("group", "China")
    assert told["US Court of International Trade"] == ("court", "United States")
    assert told["US trading partners"] == ("group", None)
    assert told["second Trump administration"] == ("administration", "United States")


def test_edge_keeps_the_passage_it_rests_on(seed: list[Quad]) -> None:
    graph = build(seed, about=["Xi Jinping"], kinds=["calls"], passages=True)
    (edge,) = [data for _, _, data in graph.edges(data=True)]
    assert edge["passages"] == (
        Passage(
            document="https://w3id.org/tradegraph/id/doc/2f195f25f67f93db",
            title="000_b6e73fb1f3aa604a",
            published=date(2025, 5, 30),
            quote="a call between President Donald Trump and Chinese President Xi Jinping may be "
            "needed",
            modality="possible",
            positive=True,
            confidence=0.9,
            fact="https://w3id.org/tradegraph/id/event/call-trump-xi-b47155a6",
            iri="https://w3id.org/tradegraph/id/doc/2f195f25f67f93db#char=111,195",
        ),
    )


def test_store_and_its_quads_give_the_same_network(seed_store: Store, seed: list[Quad]) -> None:
    assert build(seed_store).edges == build(seed).edges


def test_order_of_quads_does_not_matter(seed: list[Quad]) -> None:
    shuffled = list(seed)
    random.Random(5).shuffle(shuffled)  # noqa: S311 - a fixed order is the point
    one, other = build(seed), build(shuffled)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


def single_edge(turtle: str) -> dict[str, Any]:
    (edge,) = [data for _, _, data in build(read_turtle(turtle), passages=True).edges(data=True)]
    return dict(edge)


def test_weight_counts_documents_not_mentions() -> None:
    twice = claim("evt:x") + claim("evt:x", modality="reported") + claim("evt:x", document="d2")
    edge = single_edge(CALL + twice)
    assert edge["weight"] == 2
    assert len(edge["passages"]) == 3


def test_plan_that_another_document_reports_as_done_is_firm() -> None:
    told = claim("evt:x", modality="planned") + claim("evt:x", document="d2")
    edge = single_edge(CALL + told)
    assert (edge["modality"], edge["firm"]) == ("asserted", True)


def test_plan_alone_is_not_firm() -> None:
    edge = single_edge(CALL + claim("evt:x", modality="planned"))
    assert (edge["modality"], edge["firm"]) == ("planned", False)


def test_denial_stands_beside_what_it_denies() -> None:
    told = claim("evt:x") + claim("evt:x", document="d2", modality="denied", positive=False)
    graph = build(read_turtle(CALL + told))
    assert sorted(data["positive"] for _, _, data in graph.edges(data=True)) == [False, True]


def test_threat_stays_a_threat_after_it_was_carried_out() -> None:
    fact = "evt:x a tg:MeasureEvent ; tg:affects msr:steel ; tg:eventType code:event-increase ."
    told = claim("evt:x", modality="threatened") + claim("evt:x", document="d2")
    graph = build(read_turtle(fact + told))
    seen = {(data["label"], data["firm"]) for _, _, data in graph.edges(data=True)}
    assert seen == {("threatens tariffs", False), ("raises tariffs", True)}


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (
            'tg:notBefore "2025-05-01"^^xsd:date ; tg:notAfter "2025-05-09"^^xsd:date',
            (date(2025, 5, 1), date(2025, 5, 9)),
        ),
        ('tg:observedOn "2025-05-04"^^xsd:date', (date(2025, 5, 4), date(2025, 5, 4))),
        ("tg:interim true", (date(2025, 5, 30), date(2025, 5, 30))),
        ('tg:notBefore "soon"', (date(2025, 5, 30), date(2025, 5, 30))),
    ],
    ids=["window", "one day", "undated: the day of publication", "no date at all"],
)
def test_edge_knows_its_days(dates: str, expected: tuple[date, date]) -> None:
    edge = single_edge(f"{CALL} evt:x {dates} ." + claim("evt:x"))
    assert (edge["first"], edge["last"]) == expected
