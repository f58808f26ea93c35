from __future__ import annotations

from draw.invented import invent_network

from tradegraph.network import find_backbone

from .test_figures import make


def test_small_network_is_left_as_it_is() -> None:
    graph = invent_network(10)
    assert find_backbone(graph, 10) is graph


def test_backbone_has_no_more_nodes_than_asked_and_only_their_ties() -> None:
    graph = invent_network(80)
    backbone = find_backbone(graph, 30)
    assert 25 < len(backbone) <= 30
    assert set(backbone.edges(keys=True)) < set(graph.edges(keys=True))
    assert all(backbone.degree(iri) for iri in backbone)


def test_tie_that_is_heavy_for_one_of_its_ends_stays() -> None:
    ties = [("hub", f"leaf{number}", "meets") for number in range(6)]
    graph = make(*ties)
    for *_, data in graph.edges("hub", data=True):
        data["weight"] = 1
    graph.edges["hub", "leaf3", 0]["weight"] = 20
    assert set(find_backbone(graph, 2)) == {"hub", "leaf3"}


def test_all_ties_of_a_pair_stay_together() -> None:
    ties = [("a", "b", "meets"), ("a", "b", "calls"), ("b", "a", "imposes"), ("b", "c", "meets")]
    assert find_backbone(make(*ties), 2).number_of_edges() == 3
