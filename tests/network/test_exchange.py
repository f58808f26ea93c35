from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from tradegraph.network import build_network, write_gexf, write_graphml
from tradegraph.network.text import clean_text

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
    graph = build_network(QUADS)
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
    root = ET.fromstring(write(build_network(QUADS)))  # noqa: S314 - our own bytes
    ids = [each.get("id") for each in root.iter() if each.tag.rpartition("}")[2] == "edge"]
    assert len(ids) == len(set(ids)) == 3


@pytest.mark.parametrize("form", WRITERS)
def test_file_tells_passages_but_not_the_day_of_writing(form: str) -> None:
    write, _ = WRITERS[form]
    text = write(build_network(QUADS)).decode()
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
