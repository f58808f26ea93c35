"""The figures of small networks that one can work out by hand."""

from __future__ import annotations

import subprocess
import sys

import networkx as nx
import pytest

from tradegraph.network import FIGURES, WHOLE_FIGURES, measure_network
from tradegraph.network.centrality import rank_pages
from tradegraph.network.figures import ActorFigures, find_communities


def make(*ties: tuple[str, str, str], weight: int = 1, firm: bool = True) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for source, target, kind in ties:
        for iri in (source, target):
            graph.add_node(iri, label=iri.upper(), kind="country", jurisdiction=None, place=None)
        graph.add_edge(
            source,
            target,
            type=kind,
            weight=weight,
            firm=firm,
            positive=True,
            directed=kind not in {"meets", "calls"},
            documents=("d1",),
        )
    return graph


def figures_of(graph: nx.MultiDiGraph) -> dict[str, ActorFigures]:
    return {each.iri: each for each in measure_network(graph).actors}


PATH = make(("a", "b", "meets"), ("b", "c", "meets"))
RING = make(("a", "b", "meets"), ("b", "c", "meets"), ("a", "c", "meets"))
WAR = make(
    ("a", "b", "imposes"), ("b", "a", "retaliates"), ("a", "c", "imposes"), ("c", "d", "imposes")
)


def test_middle_of_a_path_is_between_all_others() -> None:
    found = figures_of(PATH)
    assert (found["b"].degree, found["b"].betweenness, found["b"].closeness) == (2, 1.0, 1.0)
    assert (found["a"].degree, found["a"].betweenness) == (1, 0.0)
    assert found["a"].closeness == pytest.approx(2 / 3)


def test_only_way_between_two_parts_is_a_bridge() -> None:
    assert measure_network(PATH).bridges == (("a", "b"), ("b", "c"))
    assert figures_of(PATH)["b"].bridges == 2
    assert measure_network(RING).bridges == ()


def test_ring_is_a_core_of_two() -> None:
    assert {each.core for each in figures_of(RING).values()} == {2}


def test_strength_counts_documents_and_degree_counts_actors() -> None:
    graph = make(("a", "b", "imposes"), ("a", "b", "meets"), weight=4)
    assert (figures_of(graph)["a"].strength, figures_of(graph)["a"].degree) == (8, 1)


def test_answer_to_a_tariff_is_reciprocal() -> None:
    found = figures_of(WAR)
    assert (found["a"].hits, found["a"].hit_by, found["a"].answered) == (2, 1, 1)
    assert (found["b"].hits, found["b"].hit_by, found["b"].answered) == (1, 1, 1)
    assert (found["c"].hit_by, found["c"].answered) == (1, 0)
    assert measure_network(WAR).whole["reciprocity"] == 2 / 4


def test_threat_and_plan_hit_nobody() -> None:
    assert figures_of(make(("a", "b", "imposes"), firm=False))["b"].hit_by == 0


@pytest.mark.parametrize("directed", [True, False], ids=["directed", "undirected"])
def test_page_rank_agrees_with_the_eigenvector(directed: bool) -> None:
    kind = "imposes" if directed else "meets"
    ends = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "d"), ("b", "e")]
    graph = make(*((x, y, kind) for x, y in ends))
    rank = rank_pages(graph)
    assert sum(rank.values()) == pytest.approx(1)
    flow = dict.fromkeys(graph, 0.15 / 5)
    for source, target in ends if directed else ends + [(y, x) for x, y in ends]:
        out = sum(x == source for x, _ in ends) + (
            0 if directed else sum(y == source for _, y in ends)
        )
        flow[target] += 0.85 * rank[source] / out
    assert flow == pytest.approx(rank, abs=1e-6)


def test_page_rank_of_sinks_is_shared_out() -> None:
    rank = rank_pages(make(("a", "b", "imposes")))
    assert sum(rank.values()) == pytest.approx(1)
    assert rank["b"] > rank["a"]


def test_two_rings_joined_by_a_tie_are_two_communities() -> None:
    graph = make(
        *(("a1", "a2", "meets"), ("a2", "a3", "meets"), ("a1", "a3", "meets")),
        *(("b1", "b2", "meets"), ("b2", "b3", "meets"), ("b1", "b3", "meets")),
        ("a1", "b1", "meets"),
    )
    assert find_communities(graph) == (("a1", "a2", "a3"), ("b1", "b2", "b3"))


def test_empty_network_and_one_actor_have_figures() -> None:
    assert measure_network(nx.MultiDiGraph()).whole["actors"] == 0
    alone = make(("a", "a", "imposes"))
    found = figures_of(alone)["a"]
    assert (found.degree, found.strength, found.pagerank) == (0, 0, 1.0)


def test_every_figure_is_explained() -> None:
    assert set(ActorFigures.__slots__) == {"iri", "label", "kind", *FIGURES}
    assert set(measure_network(WAR).whole) == set(WHOLE_FIGURES)


PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from draw.invented import invent_network
from tradegraph.network import measure_network
print(measure_network(invent_network(60)))
"""


def test_figures_do_not_depend_on_the_hash_seed() -> None:
    tests = __file__.rsplit("/", 2)[0]
    said = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM, tests],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{tests}/.."},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
    assert len(said.pop()) > 1000
