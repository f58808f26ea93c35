"""Invented networks of any size: the same number gives the same network."""

from __future__ import annotations

import random
from datetime import date

import networkx as nx

from tradegraph.network import Passage

KINDS = ("country", "person", "person", "body", "court", "group", "administration", "company")
FIRST = ("Ada", "Bo", "Cyrille", "Dunstan", "Ebba", "Fenja", "Gudrun", "Hartwig", "Ilse", "Jorid")
LAST = ("Avonlea", "Brackwater", "Corriander", "Dunmorrow", "Eskelund", "Farthingale", "Grimshaw")
LANDS = ("Arvalia", "Borduria", "Costaguana", "Drachmark", "Elbonia", "Florin", "Graustark")
BODIES = ("Ministry of Trade of", "Customs Board of", "Court of Appeal of", "Chamber of Weavers of")
TIES = (
    ("imposes", "measures", "raises tariffs to 25%", True),
    ("threatens", "measures", "threatens 60% tariffs", True),
    ("negotiates", "talks", "negotiate: stalled", False),
    ("meets", "talks", "meeting", False),
    ("calls", "talks", "call", False),
    ("rules", "courts", "rules tariffs unlawful", True),
    ("office", "offices", "First Lord of the Customs", True),
    ("investigates", "inquiries", "opens investigation", True),
)
MODALITIES = ("asserted", "asserted", "reported", "planned", "possible")


def invent_network(actors: int, ties_an_actor: float = 1.3, seed: int = 7) -> nx.MultiDiGraph:
    """Return a network with hubs, places, parallel ties and every kind of tie."""
    chance = random.Random(seed)  # noqa: S311 - a fixed sequence is the point
    graph = nx.MultiDiGraph()
    names = [_add_actor(graph, number, chance) for number in range(actors)]
    for number in range(1, actors):
        add_tie(graph, names[number], names[int(number * chance.random() ** 2)], chance)
    for _ in range(int(actors * (ties_an_actor - 1))):
        source, target = chance.sample(names, 2)
        add_tie(graph, source, target, chance)
    return graph


def _add_actor(graph: nx.MultiDiGraph, number: int, chance: random.Random) -> str:
    iri = f"https://example.org/actor/{number:04}"
    kind = KINDS[number % len(KINDS)]
    land = LANDS[int(chance.random() ** 2 * len(LANDS))]
    person = f"{FIRST[number % len(FIRST)]} {LAST[number * 3 % len(LAST)]}"
    label = person if kind == "person" else f"{chance.choice(BODIES)} {land}"
    label = f"{land} {number}" if kind == "country" else label
    place = f"https://example.org/land/{land}" if chance.random() < 0.8 else None
    graph.add_node(iri, kind=kind, label=label, jurisdiction=place, place=place and land)
    return iri


def add_tie(
    graph: nx.MultiDiGraph, source: str, target: str, chance: random.Random, **given: object
) -> None:
    """Add a tie with two passages, of a chosen type unless its attributes are given."""
    kind, family, label, directed = chance.choice(TIES)
    if not directed:
        source, target = sorted((source, target))
    modality = chance.choice(MODALITIES)
    weight = chance.choice((1, 1, 1, 2, 9))
    documents = tuple(f"https://example.org/doc/{number}" for number in range(weight))
    passages = tuple(
        Passage(
            document=document,
            title=document.rsplit("/", 1)[-1],
            published=date(2025, 5, 1 + number),
            quote=f"A sentence that tells of it, number {number}.",
            modality=modality,
            positive=True,
            confidence=0.9,
            fact="https://example.org/fact",
            iri=f"{document}#char=10,48",
        )
        for number, document in enumerate(documents)
    )
    attributes: dict[str, object] = {
        "type": kind,
        "family": family,
        "label": label,
        "directed": directed,
        "weight": weight,
        "first": date(2025, 5, 1),
        "last": date(2025, 5, 9),
        "modality": modality,
        "modalities": (modality,),
        "firm": modality in {"asserted", "reported"},
        "positive": chance.random() > 0.08,
        "confidence": 0.9,
        "facts": ("https://example.org/fact",),
        "documents": documents,
        "published": (date(2025, 5, 1), date(2025, 5, weight)),
        "passages": passages,
    }
    graph.add_edge(source, target, **{**attributes, **given})
