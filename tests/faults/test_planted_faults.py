"""A graph without any finding, and what is found when one thing in it goes wrong."""

from __future__ import annotations

from functools import cache

import pytest
from findings import DATA, find, load_shapes, merge_graphs, prepare, shape_rooms
from rdflib import Graph

from faults import courts, measures, sources
from faults.mutations import Mutation

FAULTS = {**courts.FAULTS, **measures.FAULTS, **sources.FAULTS}


@cache
def _base() -> Graph:
    return merge_graphs(DATA / "base.trig")


@pytest.mark.parametrize("name", ["base", "seed_expected"])
def test_a_right_graph_has_no_finding(name: str) -> None:
    graph = prepare(merge_graphs(DATA / f"{name}.trig"))
    assert find(graph, load_shapes(*(room for room in shape_rooms() if room != "deep"))) == set()


@pytest.mark.parametrize("name", ["base", "seed_expected"])
def test_every_quote_of_a_right_graph_is_its_text(name: str) -> None:
    graph = prepare(merge_graphs(DATA / f"{name}.trig"))
    assert find(graph, load_shapes("deep")) == set()


@pytest.mark.parametrize(("room", "mutate", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_is_found(room: str, mutate: Mutation, message: str) -> None:
    data = Graph()
    for triple in _base():
        data.add(triple)
    mutate(data)
    found = find(prepare(data), load_shapes(room))
    assert any(each.message.startswith(message) for each in found), sorted(found)


def test_faults_are_planted_for_every_topic() -> None:
    assert len(FAULTS) == len(courts.FAULTS) + len(measures.FAULTS) + len(sources.FAULTS)
    assert len(FAULTS) >= 50
    assert {room for room, _, _ in FAULTS.values()} == set(shape_rooms())
