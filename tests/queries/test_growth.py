from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from pyoxigraph import RdfFormat, parse

from tradegraph.queries_catalogue import NamedQuery, bind, list_queries
from tradegraph.render import render_graph
from tradegraph.store import Store

from .datasets import ARCADIA, open_quads, read_quads

COPIES = 60
SECONDS = 5
"""Ample for an engine that follows the links from what it has found, far too little for one that
goes through everything again for each row."""

# Documents and what stands on their word; the registry's things stay the same.
COPIED = re.compile(r"(?<=/id/)(doc|graph/doc|assertion|mention|event|situation)/(?=\w)")


@pytest.fixture(scope="module")
def many_papers() -> Iterator[Store]:
    """The two papers many times over, each time under other names."""
    once = render_graph(read_quads(ARCADIA), "nq")
    copies = (COPIED.sub(rf"\1/c{number}", once) for number in range(COPIES))
    quads = [quad for copy in copies for quad in parse(copy, RdfFormat.N_QUADS)]
    with open_quads(quads) as store:
        yield store


@pytest.mark.parametrize("query", list_queries(), ids=lambda query: query.name)
def test_queries_stay_fast_as_documents_become_many(query: NamedQuery, many_papers: Store) -> None:
    values = {
        name: value
        for name, value in ARCADIA.values.get(query.name, {}).items()
        if not value.startswith(("evt:", "sit:"))
    }
    many_papers.query(query.text, bindings=bind(query, values), timeout=SECONDS)


def test_the_copies_are_there(many_papers: Store) -> None:
    documents = [name for name in many_papers.graph_names() if "/graph/doc/" in name]
    assert len(documents) == COPIES * len(ARCADIA.files)
