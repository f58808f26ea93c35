"""What several tests need: the ontology, the graph of the seed article, the shared data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Quad, RdfFormat, parse, serialize

from tradegraph.derive import derive
from tradegraph.resources import ontology_files
from tradegraph.store import Store, open_store
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_ONTOLOGY

if TYPE_CHECKING:
    from rdflib import Graph

SHARED = Path(__file__).parents[2] / "shared"
SEED_GRAPH = Path(__file__).parent / "data" / "seed_expected.trig"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout with evaluation data that is not shipped."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not part of the project")
    return SHARED


@pytest.fixture(scope="session")
def ontology() -> Graph:
    """The ontology with its code lists; do not write to it."""
    from findings import load_ontology  # noqa: PLC0415  # rdflib is slow to import

    return load_ontology()


@pytest.fixture(scope="session")
def seed_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store on disk with the seed graph; do not write to it."""
    folder = tmp_path_factory.mktemp("seed") / "store"
    with open_store(folder) as store:
        fill_with_seed(store)
    return folder


@pytest.fixture(scope="session")
def seed_store() -> Iterator[Store]:
    """A store in memory with the seed graph; do not write to it."""
    with open_store(":memory:") as store:
        fill_with_seed(store)
        yield store


def fill_with_seed(store: Store) -> None:
    """Load the graphs of the seed and the ontology, and derive what follows."""
    graphs: defaultdict[str, list[Quad]] = defaultdict(list)
    for quad in parse(SEED_GRAPH.read_bytes(), RdfFormat.TRIG):
        graphs[str(quad.graph_name).strip("<>")].append(quad)
    for name, quads in graphs.items():
        if "/graph/doc/" in name:
            key = name.rpartition("/")[2]
            lines = serialize(sorted(quads, key=str), format=RdfFormat.N_QUADS)
            assert lines is not None
            store.put_documents({key: lines})
        elif name != GRAPH_DERIVED:
            store.load_graph(name, quads)
    triples = (
        each for file in ontology_files() for each in parse(file.read_bytes(), RdfFormat.TURTLE)
    )
    store.load_graph(GRAPH_ONTOLOGY, triples)
    store.load_graph(GRAPH_DERIVED, derive(store))
