"""The graphs on which every shipped query is run, and the values it is asked with there.

A graph from elsewhere, such as one that was built from documents, is run through `run_all`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from tradegraph.derive.closures import close_quads, read_schema
from tradegraph.queries_catalogue import bind, list_queries
from tradegraph.render import render_boolean, render_graph, render_table
from tradegraph.resources import ontology_files
from tradegraph.store import Graph, Store, Table, open_store
from tradegraph.vocabulary import GRAPH_DERIVED, GRAPH_ONTOLOGY

HERE = Path(__file__).parent
DATA = HERE.parent / "data"


@dataclass(frozen=True)
class Dataset:
    """Files of quads and, for the queries whose defaults ask for other things, the values."""

    name: str
    files: tuple[Path, ...]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def expected(self) -> Path:
        """The folder with the answer to each query."""
        return HERE / "expected" / self.name


SEED = Dataset("seed", (DATA / "seed_expected.trig",))
ARCADIA = Dataset(
    "arcadia",
    (DATA / "base.trig", HERE / "rival.trig"),
    {
        "about-entity": {"entity": "agr:steel-pact"},
        "appeals-pending": {"day": "2024-05-31"},
        "coming-up": {"day": "2024-05-12"},
        "agreements-in-force": {"country": "cty:XC", "day": "2024-05-10"},
        "courts-for-docket": {"number": "24-117"},
        "evidence": {"fact": "evt:meeting-port-lucan"},
        "evidence-by-type": {"type": "Ruling"},
        "find-entity": {"words": "castor"},
        "in-effect-on-date": {"day": "2024-05-09"},
        "is-in-effect": {"measure": "xa-shield-2024", "day": "2024-05-07"},
        "measures-on-product": {"word": "7308"},
        "meetings-and-calls": {"from": "2024-05-01", "to": "2024-05-20"},
        "members-on-date": {"group": "cty:NCU", "day": "2020-01-31"},
        "rates-by-country": {"country": "cty:XB"},
        "rates-on-date": {"country": "XB", "day": "2024-05-10"},
        "rulings-by-court": {"court": "xa-commerce"},
        "litigation": {"measure": "xa-shield-2024"},
        "timeline-of-measure": {"measure": "xa-shield-2024"},
        "what-did-they-say": {"person": "ada-marlow", "country": "XB"},
        "what-happened": {"from": "2024-05-06", "to": "2024-05-11"},
        "grounds-on-date": {"day": "2024-05-08"},
        "terms-on-date": {"day": "2024-05-08"},
        "what-holds-on-date": {"day": "2024-05-08"},
        "who-held-which-office": {"day": "2024-05-11"},
        "who-imposed-what": {"imposer": "XB"},
        "who-said-what": {"topic": "neg:xa-xb-2024", "word": "DEAL"},
    },
)
DATASETS = (SEED, ARCADIA)


def open_dataset(dataset: Dataset, *, backwards: bool = False) -> Store:
    """Return a store in memory with the dataset's graphs and what follows from them."""
    quads = read_quads(dataset)
    return open_quads(quads[::-1] if backwards else quads)


def read_quads(dataset: Dataset) -> list[Quad]:
    """Return the content of a dataset's files."""
    return [quad for file in dataset.files for quad in parse(file.read_bytes(), RdfFormat.TRIG)]


def open_quads(quads: Sequence[Quad]) -> Store:
    """Return a store in memory with the quads, the ontology and what follows by it."""
    ontology = list(_read_ontology())
    everything = [*quads, *ontology]
    graphs: dict[str, list[Quad]] = {GRAPH_ONTOLOGY: ontology, GRAPH_DERIVED: []}
    for quad in quads:
        graphs.setdefault(str(quad.graph_name).strip("<>"), []).append(quad)
    graphs[GRAPH_DERIVED] += close_quads(everything, read_schema(everything))
    store = open_store(":memory:")
    for name, content in graphs.items():
        store.load_graph(name, content)
    return store


def run_all(store: Store, values: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield for each shipped query the file name and the text of its answer."""
    for query in list_queries():
        yield run_one(store, query.name, values.get(query.name, {}))


def run_one(store: Store, name: str, values: Mapping[str, str]) -> tuple[str, str]:
    """Return the file name and the text of a shipped query's answer."""
    query = next(each for each in list_queries() if each.name == name)
    answer = store.query(query.text, bindings=bind(query, values), source=name)
    if isinstance(answer, Table):
        return f"{name}.csv", render_table(answer, "csv").replace("\r\n", "\n")
    if isinstance(answer, Graph):
        return f"{name}.nt", render_graph(answer.triples, "nt")
    return f"{name}.txt", render_boolean(answer, "csv")


def _read_ontology() -> Iterator[Quad]:
    for file in ontology_files():
        yield from parse(file.read_bytes(), RdfFormat.TURTLE)
