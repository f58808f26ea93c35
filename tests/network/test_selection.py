from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tradegraph.errors import UsageError
from tradegraph.network import build

from .stating import claim, read_turtle

FACTS = """
evt:call a tg:Encounter ; tg:eventType code:event-call ; tg:participant per:ada, per:bo ;
  tg:notBefore "2025-03-01"^^xsd:date ; tg:notAfter "2025-03-31"^^xsd:date .
evt:steel a tg:MeasureEvent ; tg:affects msr:steel ; tg:eventType code:event-imposition ;
  tg:participant per:ada ; tg:notBefore "2025-05-02"^^xsd:date ;
  tg:notAfter "2025-05-02"^^xsd:date .
evt:suit a tg:CaseFiling ; tg:filedBy per:bo ; tg:filedAgainst cty:CC ;
  tg:notBefore "2025-05-20"^^xsd:date ; tg:notAfter "2025-05-20"^^xsd:date .
"""
QUADS = read_turtle(
    FACTS
    + claim("evt:call", modality="planned")
    + claim("evt:steel")
    + claim("evt:steel", document="d2")
    + claim("evt:suit", document="d2")
)
EVERYONE = {"Ada Avon", "Arvalia", "Bo Brack", "Borduria", "Costa League"}


def names(**options: Any) -> set[str]:
    graph = build(QUADS, **options)
    return {data["label"] for _, data in graph.nodes(data=True)}


CASES: dict[str, tuple[dict[str, Any], set[str]]] = {
    "everything": ({}, EVERYONE),
    "neighbours of an actor": ({"about": ["Borduria"]}, {"Borduria", "Arvalia"}),
    "two hops": ({"about": ["Borduria"], "hops": 2}, {"Borduria", "Arvalia", "Ada Avon"}),
    "no hops between two actors": (
        {"about": ["Arvalia", "Borduria"], "hops": 0},
        {"Arvalia", "Borduria"},
    ),
    "by country code": ({"about": ["bb"]}, {"Borduria", "Arvalia"}),
    "by other name": ({"about": ["avon"]}, {"Ada Avon", "Bo Brack", "Arvalia"}),
    "by short IRI": ({"about": ["cty:BB"]}, {"Borduria", "Arvalia"}),
    "an actor without ties": ({"about": ["Customs Board"]}, set()),
    "from a day": ({"start": date(2025, 5, 3)}, {"Bo Brack", "Costa League"}),
    "until a day": ({"end": date(2025, 3, 1)}, {"Ada Avon", "Bo Brack"}),
    "a window that only touches": (
        {"start": date(2025, 3, 31), "end": date(2025, 4, 1)},
        {"Ada Avon", "Bo Brack"},
    ),
    "a family of ties": ({"kinds": ["courts"]}, {"Bo Brack", "Costa League"}),
    "a type of tie": ({"kinds": ["orders"]}, {"Ada Avon", "Arvalia"}),
    "a modality": ({"modality": ["planned"]}, {"Ada Avon", "Bo Brack"}),
    "a least number of documents": ({"min_weight": 2}, {"Ada Avon", "Arvalia", "Borduria"}),
}


@pytest.mark.parametrize(("options", "expected"), CASES.values(), ids=CASES.keys())
def test_selection_keeps(options: dict[str, Any], expected: set[str]) -> None:
    assert names(**options) == expected


ERRORS: dict[str, tuple[dict[str, Any], str]] = {
    "unknown actor with a near one": (
        {"about": ["Bordura"]},
        "--about: no actor is called 'Bordura'; try: did you mean 'Borduria'?",
    ),
    "unknown actor": (
        {"about": ["Zzyzx"]},
        "--about: no actor is called 'Zzyzx'; try: `tradegraph show NAME`",
    ),
    "unknown kind": (
        {"kinds": ["court"]},
        "--kinds: no such kind as 'court'; try: did you mean 'courts'?",
    ),
    "unknown modality": (
        {"modality": ["planed"]},
        "--modality: no such kind as 'planed'; try: did you mean 'planned'?",
    ),
    "period turned round": (
        {"start": date(2025, 5, 2), "end": date(2025, 5, 1)},
        (
            "--from/--to: the period ends on 2025-05-01, before it begins on 2025-05-02; "
            "try: --from 2025-05-01 --to 2025-05-02"
        ),
    ),
    "fewer hops than none": ({"hops": -1}, "--hops: -1 hops are fewer than none; try: 1"),
}


@pytest.mark.parametrize(("options", "message"), ERRORS.values(), ids=ERRORS.keys())
def test_impossible_selection_is_told(options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as error:
        names(**options)
    assert str(error.value) == message


def test_name_that_two_actors_bear_asks_which() -> None:
    double = read_turtle(
        FACTS + claim("evt:suit") + 'per:cy a tg:Person ; rdfs:label "Cy"@en .'
        'per:cyril a tg:Person ; rdfs:label "Cyril"@en ; skos:altLabel "Cy"@en .'
    )
    with pytest.raises(UsageError, match="several actors are called 'Cy'"):
        build(double, about=["Cy"])


def test_name_that_two_bear_means_the_one_in_the_network() -> None:
    double = read_turtle(
        FACTS + claim("evt:suit") + 'per:bob a tg:Person ; rdfs:label "Bo Brack"@en .'
    )
    assert len(build(double, about=["Bo Brack"])) == 2
