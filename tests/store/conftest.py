"""Small documents, and stores to put them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from tradegraph.store import Store, open_store
from tradegraph.vocabulary import DCTERMS, RDFS, document_graph, document_iri

ONE, TWO = "1111111111111111", "2222222222222222"
EX = "https://example.org/"


def document(key: str, *labels: str, identifier: str | None = None) -> bytes:
    """N-Quads of a document that gives some things a label."""
    graph = f"<{document_graph(key)}>"
    lines = [f'<{EX}{label}> <{RDFS}label> "{label}" {graph} .' for label in labels]
    if identifier:
        lines.append(f'<{document_iri(key)}> <{DCTERMS}identifier> "{identifier}" {graph} .')
    return "".join(f"{line}\n" for line in sorted(lines)).encode()


def label(name: str, graph: str) -> Quad:
    """A quad that labels a thing."""
    return Quad(NamedNode(EX + name), NamedNode(RDFS + "label"), Literal(name), NamedNode(graph))


def labels(store: Store) -> list[str]:
    """The labels that a query sees, once for each row."""
    answer = store.query("SELECT ?label { ?thing rdfs:label ?label } ORDER BY ?label")
    return [cell.value for (cell,) in answer.rows]  # type: ignore[union-attr]


@pytest.fixture
def memory() -> Iterator[Store]:
    with open_store(":memory:") as store:
        yield store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kg"


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, folder: Path) -> Iterator[Store]:
    with open_store(":memory:" if request.param == "memory" else folder) as opened:
        yield opened
