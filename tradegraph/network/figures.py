"""The figures of a network: who is central, which actors belong together, who answered whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tradegraph.network.centrality import flatten_weights, rank_pages

if TYPE_CHECKING:
    import networkx as nx

_SEED = 1
_HITS: Final = frozenset({"imposes", "retaliates"})

FIGURES: Final[dict[str, str]] = {
    "degree": "how many other actors it is tied to",
    "strength": "in how many documents its ties are told, added up over its ties",
    "betweenness": "the share of shortest paths between two others that lead through it",
    "closeness": "1 if it is tied to everybody, near 0 if everybody is many ties away",
    "pagerank": "how often a reader who follows ties at random comes by; all add up to 1",
    "core": "the largest k such that it sits in a group where each is tied to k others",
    "community": "the group it is tied to more than chance would have it (Louvain), 1 the largest",
    "bridges": "how many of its ties are the only way between two parts of the network",
    "hits": "how many others it imposed tariffs on, as given as fact",
    "hit_by": "how many others imposed tariffs on it, as given as fact",
    "answered": "how many of those that hit it, it hit too",
}
"""Figure of an actor -> what it means."""

WHOLE_FIGURES: Final[dict[str, str]] = {
    "actors": "how many actors are tied",
    "ties": "how many ties there are, one a type, wording, direction and certainty",
    "documents": "how many documents tell of them",
    "density": "the share of pairs of actors that are tied at all",
    "components": "how many parts there are without a tie between them",
    "communities": "how many communities the Louvain method finds",
    "modularity": "how much more of the ties lies within communities than chance would have it",
    "bridges": "how many ties are the only way between two parts",
    "reciprocity": "the share of tariffs between two actors that the other side answered",
}
"""Figure of the whole network -> what it means."""


@dataclass(frozen=True, slots=True)
class ActorFigures:
    """The figures of one actor, named as in `FIGURES`."""

    iri: str
    label: str
    kind: str
    degree: int
    strength: int
    betweenness: float
    closeness: float
    pagerank: float
    core: int
    community: int
    bridges: int
    hits: int
    hit_by: int
    answered: int


@dataclass(frozen=True, slots=True)
class NetworkFigures:
    """The figures of a network; actors by strength, then by name."""

    actors: tuple[ActorFigures, ...]
    whole: dict[str, float]
    communities: tuple[tuple[str, ...], ...]
    bridges: tuple[tuple[str, str], ...]


def measure_network(graph: nx.MultiDiGraph) -> NetworkFigures:
    """Return the figures of a network of `build`; the same network gives the same figures.

    All but PageRank and the tariffs look at who is tied to whom at all; PageRank, strength and
    communities weigh a tie by its documents. An empty network has no actors and zeros.
    """
    import networkx as nx  # noqa: PLC0415 - heavy: only for those who ask for figures

    names = sorted(graph)
    plain = flatten_weights(graph)
    communities = find_communities(graph)
    places = {iri: n for n, group in enumerate(communities, 1) for iri in group}
    cuts = sorted((min(pair), max(pair)) for pair in nx.bridges(plain))
    betweenness, closeness = nx.betweenness_centrality(plain), nx.closeness_centrality(plain)
    core, rank, hits = nx.core_number(plain), rank_pages(graph), find_hits(graph)
    strength = _add_weights(graph)
    figures = [
        ActorFigures(
            iri=iri,
            label=graph.nodes[iri]["label"],
            kind=graph.nodes[iri]["kind"],
            degree=plain.degree(n),
            strength=strength[iri],
            betweenness=betweenness[n],
            closeness=closeness[n],
            pagerank=rank[iri],
            core=core[n],
            community=places[iri],
            bridges=sum(n in pair for pair in cuts),
            hits=sum(source == iri for source, _ in hits),
            hit_by=sum(target == iri for _, target in hits),
            answered=sum(target == iri and (iri, source) in hits for source, target in hits),
        )
        for n, iri in enumerate(names)
    ]
    figures.sort(key=lambda each: (-each.strength, each.label, each.iri))
    bridges = tuple((names[a], names[b]) for a, b in cuts)
    whole = _describe_whole(graph, plain, communities, hits) | {"bridges": len(bridges)}
    return NetworkFigures(tuple(figures), whole, communities, bridges)


def _add_weights(graph: nx.MultiDiGraph) -> dict[str, int]:
    strength = dict.fromkeys(graph, 0)
    for source, target, data in graph.edges(data=True):
        if source != target:
            strength[source] += data["weight"]
            strength[target] += data["weight"]
    return strength


def find_communities(graph: nx.MultiDiGraph) -> tuple[tuple[str, ...], ...]:
    """Return the communities of a network, the largest first, each sorted.

    Blondel et al., "Fast unfolding of communities in large networks" (2008), from a fixed seed.
    """
    import networkx as nx  # noqa: PLC0415 - heavy: only for those who ask for figures

    names = sorted(graph)
    if not names:
        return ()
    found = nx.community.louvain_communities(flatten_weights(graph), seed=_SEED)
    groups = (tuple(names[n] for n in sorted(group)) for group in found)
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def find_hits(graph: nx.MultiDiGraph) -> set[tuple[str, str]]:
    """Return who imposed tariffs on whom, as far as documents give it as fact."""
    return {
        (source, target)
        for source, target, data in graph.edges(data=True)
        if data["type"] in _HITS and data["firm"] and data["positive"]
    }


def _describe_whole(
    graph: nx.MultiDiGraph,
    plain: nx.Graph,
    communities: tuple[tuple[str, ...], ...],
    hits: set[tuple[str, str]],
) -> dict[str, float]:
    import networkx as nx  # noqa: PLC0415 - heavy: only for those who ask for figures

    documents = {iri for *_, data in graph.edges(data=True) for iri in data["documents"]}
    names = {iri: n for n, iri in enumerate(sorted(graph))}
    groups = [{names[iri] for iri in group} for group in communities]
    tied = plain.number_of_edges() > 0
    answered = sum((target, source) in hits for source, target in hits)
    return {
        "actors": len(graph),
        "ties": graph.number_of_edges(),
        "documents": len(documents),
        "density": nx.density(plain) if len(plain) > 1 else 0.0,
        "components": nx.number_connected_components(plain),
        "communities": len(communities),
        "modularity": nx.community.modularity(plain, groups) if tied else 0.0,
        "reciprocity": answered / len(hits) if hits else 0.0,
    }
