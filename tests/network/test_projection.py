"""Projections, things as nodes, sources, languages: which nodes and edges come of the options."""

from __future__ import annotations

from typing import Any

import pytest
from rdflib import Graph

from tradegraph.errors import UsageError
from tradegraph.network import build
from tradegraph.vocabulary import PREFIXES

from .stating import claim, read_turtle

FACTS = """
evt:call a tg:Encounter ; tg:eventType code:event-call ; tg:participant per:ada, grp:envoys .
evt:steel a tg:MeasureEvent ; tg:affects msr:steel ; tg:eventType code:event-imposition ;
  tg:participant per:ada .
msr:steel rdfs:label "steel tariffs"@en ; tg:legalAuthority code:authority-ieepa .
code:authority-ieepa skos:prefLabel "IEEPA"@en .
evt:suit a tg:CaseFiling ; tg:filedBy per:bo ; tg:inCase cas:steel .
cas:steel rdfs:label "Bo v. Arvalia"@en ; tg:heardBy crt:low .
evt:ruling tg:inCase cas:steel .
doc:d1 tg:docType code:doctype-news ; dcterms:publisher "Evening Gazette" .
cty:BB rdfs:label "波尔多里亚"@zh .
"""
TOLD = (
    FACTS
    + claim("evt:call")
    + claim("evt:steel", document="d2")
    + claim("evt:suit")
    + claim("evt:ruling")
    + claim("sit:lordship", document="d2")
)
QUADS = read_turtle(TOLD)


def tell(**options: Any) -> set[str]:
    graph = build(QUADS, **options)
    return {
        f"{graph.nodes[a]['label']} {'->' if data['directed'] else '--'} "
        f"{graph.nodes[b]['label']}: {data['label']}"
        for a, b, data in graph.edges(data=True)
    }


CASES: dict[str, tuple[dict[str, Any], set[str]]] = {
    "countries: bodies, people and groups stand in for theirs": (
        {"project": "countries"},
        {"Arvalia -> Borduria: imposes tariffs", "Arvalia -- Borduria: call"},
    ),
    "bodies: a person stands in for the body of the office": (
        {"project": "bodies"},
        set(),
    ),
    "people only": ({"project": "people"}, set()),
    "measures as nodes": (
        {"things": ["measures"], "kinds": ["measures"]},
        {
            "Arvalia -> steel tariffs: imposes tariffs",
            "Ada Avon -> steel tariffs: imposes tariffs",
            "steel tariffs -> Borduria: applies to",
        },
    ),
    "authorities as nodes": (
        {"things": ["authorities"], "kinds": ["rests"]},
        {"Arvalia -> IEEPA: invokes"},
    ),
    "measures and authorities": (
        {"things": ["measures", "authorities"], "kinds": ["rests"]},
        {"steel tariffs -> IEEPA: rests on"},
    ),
    "cases as nodes": (
        {"things": ["cases"], "kinds": ["courts"]},
        {
            "Bo Brack -> Bo v. Arvalia: files suit",
            "Lower Court -> Bo v. Arvalia: hears",
            "Lower Court -> Bo v. Arvalia: rules tariffs unlawful",
            "Bo v. Arvalia -> Arvalia: against",
        },
    ),
    "a publisher's documents": (
        {"sources": ["evening gazette"], "kinds": ["calls"]},
        {"Bordurian envoys -- Ada Avon: call"},
    ),
    "a type of document": ({"sources": ["news"], "kinds": ["measures"]}, set()),
    "one document": (
        {"sources": ["d2.txt"], "kinds": ["imposes"]},
        {"Arvalia -> Borduria: imposes tariffs"},
    ),
    "a language": (
        {"lang": "zh", "kinds": ["imposes"]},
        {"Arvalia -> 波尔多里亚: imposes tariffs"},
    ),
}


@pytest.mark.parametrize(("options", "expected"), CASES.values(), ids=CASES.keys())
def test_network_holds(options: dict[str, Any], expected: set[str]) -> None:
    assert tell(**options) == expected


def test_graph_of_rdflib_gives_the_same_network() -> None:
    graph = Graph()
    from .stating import ACTORS  # noqa: PLC0415

    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    graph.parse(data=prefixes + ACTORS + TOLD, format="turtle")
    assert list(build(graph).edges(data=True)) == list(build(QUADS).edges(data=True))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"sources": ["newz"]}, "--sources: no document is or comes from 'newz'; try: did you"),
        ({"project": "country"}, "--project: no such kind as 'country'; try: did you mean"),
        ({"things": ["laws"]}, "--with: no such kind as 'laws'; try: "),
    ],
    ids=["sources", "project", "things"],
)
def test_unknown_option_is_told(options: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError) as error:
        tell(**options)
    assert str(error.value).startswith(message)


def test_what_is_no_graph_is_told() -> None:
    with pytest.raises(UsageError, match=r"no network can be read from int"):
        build(3)  # type: ignore[arg-type]
