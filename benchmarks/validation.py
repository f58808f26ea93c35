"""How long the validation of the seed's graph takes, against pySHACL over everything at once.

    python benchmarks/validation.py

Both judge the same statements by the same shapes in the same process, in turns, after one run
that is not counted; imports and parsing are left out. pySHACL gets the graphs of the seed and the
ontology as one graph, with all constraints in SPARQL; `validate_documents` judges the document and
its periods, asks the constraints in SPARQL of the store, and leaves out the comparison of quotes
with the text, which the writer makes. Both must find the graph right.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pyshacl
from pyoxigraph import NamedNode, Quad, RdfFormat, parse, serialize

from tradegraph.derive import derive
from tradegraph.resources import ontology_files
from tradegraph.store import Store, open_store
from tradegraph.validate import validate_documents
from tradegraph.validate.shapes import read_shapes
from tradegraph.validate.terms import to_rdflib
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_ONTOLOGY, document_graph

SEED = Path(__file__).parents[1] / "tests" / "data" / "seed_expected.trig"
ROUNDS = 5
GOAL = 4.0


def fill(store: Store) -> None:
    """Put the seed's graphs and the ontology into the store, with the closures."""
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in parse(SEED.read_bytes(), RdfFormat.TRIG):
        if isinstance(quad.graph_name, NamedNode):
            graphs[quad.graph_name.value].append(quad)
    for name, quads in graphs.items():
        if name.startswith(document_graph("")):
            nquads = serialize(quads, format=RdfFormat.N_QUADS) or b""
            store.put_documents({name.removeprefix(document_graph("")): nquads})
        else:
            store.load_graph(name, quads)
    files = [parse(file.read_bytes(), RdfFormat.TURTLE) for file in ontology_files()]
    store.load_graph(GRAPH_ONTOLOGY, (quad for quads in files for quad in quads))
    store.load_graph(GRAPH_DERIVED, derive(store))


def time_of(work: Callable[[], bool]) -> float:
    """Return the seconds that a validation takes; it must find nothing wrong."""
    start = time.perf_counter()
    conforms = work()
    seconds = time.perf_counter() - start
    if not conforms:
        sys.exit("the seed's graph does not conform, so the times mean nothing")
    return seconds


def main() -> None:
    """Print both times and their ratio; exit with 1 when it is below the goal."""
    with open_store(":memory:") as store:
        fill(store)
        everything = to_rdflib(store.match(None, None, None))
        shapes = read_shapes(deep=True)

        def by_pyshacl() -> bool:
            answer = pyshacl.validate(
                everything, shacl_graph=shapes, allow_warnings=True, allow_infos=True
            )
            return bool(answer[0])

        def by_tradegraph() -> bool:
            return validate_documents(store).conforms

        times = [(time_of(by_pyshacl), time_of(by_tradegraph)) for _ in range(ROUNDS + 1)][1:]
        reference, own = (median(column) for column in zip(*times, strict=True))
    triples = len(everything)
    print(f"pySHACL over {triples} triples, all constraints: {reference:.3f} s")
    print(f"tradegraph, the same graph:                  {own:.3f} s")
    print(f"ratio: {reference / own:.1f} (goal: at least {GOAL}; median of {ROUNDS} rounds)")
    sys.exit(reference / own < GOAL)


if __name__ == "__main__":
    main()
