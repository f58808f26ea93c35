"""How central an actor is: PageRank without a numerical library, and the plain network it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

_DAMPING = 0.85
_ROUNDS = 200
_CALM = 1e-10


def flatten_weights(graph: nx.MultiDiGraph) -> nx.Graph:
    """Return who is tied to whom at all, on numbers from 0, with documents added up as `weight`.

    Numbers keep the algorithms' choices the same whatever the hash of a name is; they are the
    places in the sorted order of nodes.
    """
    import networkx as nx  # noqa: PLC0415 - heavy: only for those who ask for a network

    place = {iri: number for number, iri in enumerate(sorted(graph))}
    plain = nx.Graph()
    plain.add_nodes_from(range(len(place)))
    for source, target, data in graph.edges(data=True):
        a, b = place[source], place[target]
        if a != b:
            before = plain.edges[a, b]["weight"] if plain.has_edge(a, b) else 0
            plain.add_edge(a, b, weight=before + data["weight"])
    return plain


def rank_pages(graph: nx.MultiDiGraph) -> dict[str, float]:
    """Return the PageRank of each node: Brin and Page (1998), damping 0.85, weighted.

    A tie passes rank on from source to target, one without direction both ways.
    """
    nodes = sorted(graph)
    if not nodes:
        return {}
    shares = _share_out(graph)
    rank = dict.fromkeys(nodes, 1.0 / len(nodes))
    for _ in range(_ROUNDS):
        idle = sum(rank[iri] for iri in nodes if not shares[iri])
        base = (1.0 - _DAMPING + _DAMPING * idle) / len(nodes)
        new = dict.fromkeys(nodes, base)
        for iri in nodes:
            for target, share in shares[iri].items():
                new[target] += _DAMPING * share * rank[iri]
        moved = sum(abs(new[iri] - rank[iri]) for iri in nodes)
        rank = new
        if moved < _CALM:
            break
    return rank


def _share_out(graph: nx.MultiDiGraph) -> dict[str, dict[str, float]]:
    """Return which part of its rank each node gives to whom."""
    given: dict[str, dict[str, float]] = {iri: {} for iri in graph}
    for source, target, data in graph.edges(data=True):
        ends = [(source, target)] if data["directed"] else [(source, target), (target, source)]
        for giver, taker in ends:
            if giver != taker:
                given[giver][taker] = given[giver].get(taker, 0.0) + data["weight"]
    totals = {iri: sum(shares.values()) for iri, shares in given.items()}
    return {
        iri: {taker: given[iri][taker] / totals[iri] for taker in sorted(given[iri])}
        for iri in given
    }
