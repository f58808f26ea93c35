from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import BytesIO, StringIO
from tempfile import NamedTemporaryFile
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from tradegraph.network import (
    build,
    construct_facts,
    write_cytoscape,
    write_edges,
    write_gexf,
    write_graphml,
    write_nodes,
)
from tradegraph.network.exchange import EDGE_COLUMNS, NODE_COLUMNS
from tradegraph.network.text import clean_text
from tradegraph.store import Store

from .gexf_rules import find_breaches
from .stating import claim, read_turtle

NASTY = 'Bo </label> & "Brack" \x0b<script>'
QUADS = read_turtle(
    """
per:nasty a tg:Person ; rdfs:label "Bo </label> & \\"Brack\\" \\u000b<script>"@en .
evt:a a tg:Encounter ; tg:eventType code:event-call ; tg:participant per:ada, per:nasty .
evt:b a tg:Encounter ; tg:eventType code:event-meeting ; tg:participant per:ada, per:nasty .
evt:c a tg:MeasureEvent ; tg:affects msr:steel ; tg:eventType code:event-pause .
"""
    + claim("evt:a")
    + claim("evt:b", modality="planned")
    + claim("evt:c", positive=False, modality="denied")
)
WRITERS: dict[str, tuple[Callable[[Any], bytes], Callable[[BytesIO], Any]]] = {
    "graphml": (write_graphml, lambda stream: nx.read_graphml(stream, force_multigraph=True)),
    "gexf": (write_gexf, nx.read_gexf),
}


@pytest.mark.parametrize("form", WRITERS)
def test_network_reads_back_whole(form: str) -> None:
    write, read = WRITERS[form]
    graph = build(QUADS, passages=True)
    back = read(BytesIO(write(graph)))
    assert sorted(back.nodes) == sorted(graph.nodes)
    assert back.number_of_edges() == graph.number_of_edges() == 3
    told = sorted(
        (d["label"], d["tie"], d["directed"], d["firm"], d["positive"], d["weight"], d["first"])
        for _, _, d in back.edges(data=True)
    )
    assert told == [
        ("call", "calls", False, True, True, 1, "2025-05-30"),
        ("meeting", "meets", False, False, True, 1, "2025-05-30"),
        ("pauses tariffs", "eases", True, True, False, 1, "2025-05-30"),
    ]
    labels = {data["label"] for _, data in back.nodes(data=True)}
    assert clean_text(NASTY) in labels


@pytest.mark.parametrize("form", WRITERS)
def test_file_is_xml_with_edge_ids_of_its_own(form: str) -> None:
    write, _ = WRITERS[form]
    root = ET.fromstring(write(build(QUADS, passages=True)))  # noqa: S314 - our own bytes
    ids = [each.get("id") for each in root.iter() if each.tag.rpartition("}")[2] == "edge"]
    assert len(ids) == len(set(ids)) == 3


@pytest.mark.parametrize("form", WRITERS)
def test_file_tells_passages_but_not_the_day_of_writing(form: str) -> None:
    write, _ = WRITERS[form]
    text = write(build(QUADS, passages=True)).decode()
    assert "d1.txt (2025-05-30): words of a-d1-asserted-positive" in text
    assert "lastmodified" not in text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("a\x00b\x1bc", "a\ufffdb\ufffdc"),
        ("two\n lines\tin one ", "two lines in one"),
        ("left \u202eright", "left right"),
        ("\ud800 alone", "\ufffd alone"),
        ("汉字 و 🙂", "汉字 و 🙂"),
    ],
    ids=["controls", "spaces", "turned direction", "half a character", "other scripts stay"],
)
def test_text_is_made_safe(given: str, expected: str) -> None:
    assert clean_text(given) == expected


def test_igraph_reads_the_graphml() -> None:
    igraph = pytest.importorskip("igraph")
    graph = build(QUADS, passages=True)
    with NamedTemporaryFile(suffix=".graphml") as file:
        file.write(write_graphml(graph))
        file.flush()
        back = igraph.Graph.Read_GraphML(file.name)
    assert (back.vcount(), back.ecount()) == (len(graph), graph.number_of_edges())
    assert set(back.vs["label"]) == {clean_text(data["label"]) for data in graph.nodes.values()}
    assert sorted(back.es["tie"]) == ["calls", "eases", "meets"]


def test_gexf_is_dynamic_and_says_when() -> None:
    root = ET.fromstring(write_gexf(build(QUADS)))  # noqa: S314 - our own bytes
    name = "{http://www.gexf.net/1.2draft}"
    (graph,) = root.findall(f"{name}graph")
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    spans = {
        (e.get("start"), e.get("end")) for tag in ("edge", "node") for e in root.iter(name + tag)
    }
    assert spans == {("2025-05-30", "2025-05-30")}
    ids = {node.get("id") for node in root.iter(f"{name}node")}
    assert all({e.get("source"), e.get("target")} <= ids for e in root.iter(f"{name}edge"))


@pytest.mark.parametrize("passages", [False, True])
def test_gexf_keeps_to_its_schema(seed_store: Store, passages: bool) -> None:
    for graph in (QUADS, seed_store):
        assert find_breaches(write_gexf(build(graph, passages=passages))) == []


def test_breach_of_the_schema_is_found() -> None:
    good = write_gexf(build(QUADS)).decode()
    for old, new, breach in (
        ('mode="dynamic"', 'mode="moving"', "graph has mode='moving'"),
        ("timeformat=", 'name="" timeformat=', "graph has name"),
        (' end="2025-05-30"', ' end="30 May"', "node has end='30 May'"),
        ('value="true"', 'value="True"', "edge has the value 'True'"),
        (" target=", " to=", "edge lacks target"),
    ):
        assert old in good
        assert breach in find_breaches(good.replace(old, new).encode())


def test_cytoscape_json_holds_every_attribute() -> None:
    document = json.loads(write_cytoscape(build(QUADS)))
    assert (
        nx.cytoscape_graph(document | {"directed": True, "multigraph": True}).number_of_edges() == 3
    )
    (call,) = [e["data"] for e in document["elements"]["edges"] if e["data"]["tie"] == "calls"]
    assert (call["first"], call["weight"], call["directed"]) == ("2025-05-30", 1, False)
    nodes = {node["data"]["id"] for node in document["elements"]["nodes"]}
    assert {call["source"], call["target"]} <= nodes


def test_csv_has_a_line_an_edge_and_a_line_a_node() -> None:
    graph = build(QUADS)
    edges = list(csv.DictReader(StringIO(write_edges(graph).decode(), newline="")))
    nodes = list(csv.DictReader(StringIO(write_nodes(graph).decode(), newline="")))
    assert tuple(edges[0]) == EDGE_COLUMNS
    assert tuple(nodes[0]) == NODE_COLUMNS
    assert {(e["source_label"], e["type"], e["first"]) for e in edges} >= {
        ("Arvalia", "eases", "2025-05-30")
    }
    assert {e["source"] for e in edges} | {e["target"] for e in edges} == {n["id"] for n in nodes}


def test_rdf_holds_the_facts_behind_the_network_and_their_passages(seed_store: Store) -> None:
    network = build(seed_store, about=["Xi Jinping"], kinds=["calls"])
    triples = construct_facts(seed_store, network)
    said = {(str(t.subject)[1:-1], t.predicate.value.rsplit("#")[-1]) for t in triples}
    (fact,) = next(iter(network.edges(data=True)))[2]["facts"]
    assert (fact, "participant") in said
    quotes = {str(t.object).strip(chr(34)) for t in triples if t.predicate.value.endswith("#quote")}
    assert any(quote.startswith("a call between President Donald Trump") for quote in quotes)
    assert not any(t.predicate.value.endswith("#text") for t in triples)
