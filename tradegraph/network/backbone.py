"""The backbone of a network too large to draw: the ties that matter to one of their ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradegraph.network.centrality import flatten_weights

if TYPE_CHECKING:
    import networkx as nx


def find_backbone(graph: nx.MultiDiGraph, most: int) -> nx.MultiDiGraph:
    """Return the network, or its backbone of at most `most` nodes where it has more.

    The disparity filter of Serrano, Boguñá and Vespignani, "Extracting the multiscale backbone of
    complex weighted networks" (2009): a tie stays that is heavier than chance would have it among
    the ties of one of its ends; the most significant come first, until there are enough nodes.
    """
    if len(graph) <= most:
        return graph
    names = sorted(graph)
    kept: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for a, b in _rank_pairs(graph):
        ends = {names[a], names[b]}
        if len(kept | ends) <= most:
            kept |= ends
            pairs |= {(names[a], names[b]), (names[b], names[a])}
    edges = [
        (source, target, key)
        for source, target, key in graph.edges(keys=True)
        if (source, target) in pairs or (source == target and source in kept)
    ]
    return graph.edge_subgraph(edges).copy()


def _rank_pairs(graph: nx.MultiDiGraph) -> list[tuple[int, int]]:
    """Return the tied pairs, as places in the sorted nodes, the most significant first."""
    plain = flatten_weights(graph)
    strength = dict(plain.degree(weight="weight"))
    degree = dict(plain.degree())

    def significance(end: int, weight: float) -> float:
        return float((1 - weight / strength[end]) ** (degree[end] - 1))

    ranked = [
        (min(significance(a, weight), significance(b, weight)), -weight, a, b)
        for a, b, weight in plain.edges(data="weight")
    ]
    return [(a, b) for *_, a, b in sorted(ranked)]
