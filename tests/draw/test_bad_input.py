"""Networks nobody would wish for: each becomes a file that its readers open."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from tradegraph.draw import draw_network
from tradegraph.draw.graphviz import has_graphviz
from tradegraph.network import measure_network, write_cytoscape, write_edges, write_nodes

from .invented import add_tie
from .test_html import Page
from .test_svg import NASTY


def make_network(labels: list[str], ties: list[tuple[int, int]], **given: Any) -> nx.MultiDiGraph:
    graph = nx.MultiDiGraph()
    for number, label in enumerate(labels):
        iri = f"https://example.org/actor/{number}"
        graph.add_node(iri, kind="country", label=label, jurisdiction=None, place=None)
    chance = random.Random(3)  # noqa: S311 - a fixed sequence is the point
    nodes = list(graph)
    for source, target in ties:
        add_tie(graph, nodes[source], nodes[target], chance, **given)
    return graph


IMPOSES = {"type": "imposes", "family": "measures", "label": "imposes tariffs", "directed": True}
NETWORKS: dict[str, Callable[[], nx.MultiDiGraph]] = {
    "names of other scripts": lambda: make_network(
        ["中华人民共和国商务部", "وزارة التجارة", "🍎🚢 Trade 🏛️", "Ελλάδα"],
        [(0, 1), (1, 2), (2, 3)],
    ),
    "a name of 300 characters": lambda: make_network(
        ["Union of " + "very " * 56 + "free traders", "x" * 300], [(0, 1)]
    ),
    "a name of nothing": lambda: make_network(["", " "], [(0, 1)]),
    "an actor tied to itself": lambda: make_network(["A"], [(0, 0)], **IMPOSES),
    "an actor tied to itself and another": lambda: make_network(["A", "B"], [(0, 0), (0, 1)]),
    "five hundred parallel ties": lambda: make_network(["A", "B"], [(0, 1)] * 500),
    "a cycle of retaliation": lambda: make_network(
        ["A", "B", "C"],
        [(0, 1), (1, 2), (2, 0), (1, 0), (0, 2), (2, 1)],
        **{**IMPOSES, "type": "retaliates"},
    ),
    "no dates": lambda: make_network(
        ["A", "B"], [(0, 1)], first=None, last=None, published=None, passages=()
    ),
    "script and markup": lambda: make_network(
        list(NASTY), [(0, 1), (1, 0)], label="<script>alert(1)</script> & ]]> --> \" '"
    ),
}


def check_svg(data: bytes) -> None:
    root = ET.fromstring(data)  # noqa: S314 - our own bytes
    assert not [each for each in root.iter() if each.tag.endswith(("script", "foreignObject"))]


def check_html(data: bytes) -> None:
    page = Page(data.decode())
    assert page.count("script") == 6
    assert json.loads(page.raw[1])["ties"]


CHECKS: dict[str, Callable[[bytes], object]] = {
    "svg": check_svg,
    "html": check_html,
    "graphml": lambda data: nx.read_graphml(BytesIO(data), force_multigraph=True),
    "gexf": lambda data: nx.read_gexf(BytesIO(data)),
    "dot": lambda data: data.decode().startswith("digraph"),
}
needs_graphviz = pytest.mark.skipif(not has_graphviz(), reason="needs the extra with Graphviz")


@pytest.mark.parametrize("form", CHECKS)
@pytest.mark.parametrize("name", NETWORKS)
def test_network_becomes_a_file_that_opens(name: str, form: str) -> None:
    CHECKS[form](draw_network(NETWORKS[name](), None, form, layout="plain"))


@needs_graphviz
@pytest.mark.parametrize("form", ["svg", "png", "pdf", "dot"])
@pytest.mark.parametrize("name", NETWORKS)
def test_network_becomes_a_picture_by_graphviz(name: str, form: str) -> None:
    data = draw_network(NETWORKS[name](), None, form)
    if form == "dot":
        import pygraphviz  # noqa: PLC0415 - only where it is installed

        assert len(pygraphviz.AGraph(string=data.decode()).nodes()) == len(NETWORKS[name]())
    else:
        assert data.startswith({"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF"}[form])


@pytest.mark.parametrize("name", NETWORKS)
def test_network_is_measured_and_taken_away(name: str) -> None:
    graph = NETWORKS[name]()
    assert len(measure_network(graph).actors) == len(graph)
    assert json.loads(write_cytoscape(graph))["elements"]["nodes"]
    assert write_nodes(graph).count(b"\r\n") == len(graph) + 1
    assert write_edges(graph).count(b"\r\n") == graph.number_of_edges() + 1
