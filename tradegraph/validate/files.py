"""Validating RDF files that did not come out of the store."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from tradegraph import resources
from tradegraph.derive import close_quads, read_schema
from tradegraph.derive.statements import graph_of
from tradegraph.errors import InputError
from tradegraph.store import MEMORY, Store, open_store
from tradegraph.validate.engine import examine
from tradegraph.validate.findings import Report, make_report
from tradegraph.validate.shapes import load_shapes
from tradegraph.validate.units import Unit, document_unit, make_unit
from tradegraph.vocabulary import (
    GRAPH_DERIVED,
    GRAPH_ONTOLOGY,
    GRAPH_REGISTRY,
    ID,
    document_graph,
    tg,
)

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
}
FILES = f"{ID}graph/file/"
PERIODS = (NamedNode(tg("StatusPeriod")), NamedNode(tg("RatePeriod")))

# Parser error at line 3 between columns 5 and 9: ...
PLACE = re.compile(r"line (?P<line>\d+)")


def check_files(paths: Sequence[Path], *, deep: bool) -> Report:
    """Return the findings about files in Turtle, TriG, N-Triples or N-Quads.

    Graphs of documents are examined one by one, everything else in a file together. Entries of
    the shipped registry that the files refer to and do not describe are taken from there. Raises
    InputError with the line for a file that cannot be read.
    """
    contents = {str(path): read_file(path) for path in paths}
    documents: dict[str, list[Quad]] = defaultdict(list)
    others: dict[str, list[Quad]] = defaultdict(list)
    for name, quads in contents.items():
        for quad in quads:
            key = _document_key(quad)
            (documents[key] if key else others[name]).append(quad)
    with open_store(MEMORY) as store:
        _load(store, documents, others)
        shapes = load_shapes(deep=deep)
        units = _units(store, documents, others, shapes.inverse)
        return make_report(examine(store, units, shapes))


def _units(
    store: Store, documents: Iterable[str], others: Iterable[str], inverse: Sequence[str]
) -> Iterator[Unit]:
    for key in sorted(documents):
        yield document_unit(store, key, inverse)
    for name in sorted(others):
        yield make_unit(store, name, store.quads(_graph_of_file(name)), inverse)


def read_file(path: Path) -> list[Quad]:
    """Return the statements of a file; raise InputError with the line of broken syntax."""
    format_ = FORMATS.get(path.suffix.lower())
    if format_ is None:
        known = ", ".join(FORMATS)
        raise InputError("not a name of an RDF file", where=str(path), how=f"one of {known}")
    try:
        return list(parse(path.read_bytes(), format_))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(reason, where=str(path), how="check the path") from error
    except (SyntaxError, ValueError) as error:
        found = PLACE.search(str(error))
        where = f"{path}:{found['line']}" if found else str(path)
        raise InputError(f"the RDF cannot be read: {error}", where=where) from error


def _graph_of_file(name: str) -> str:
    return FILES + quote(name)


def _document_key(quad: Quad) -> str | None:
    name = graph_of(quad) or ""
    prefix = document_graph("")
    return name.removeprefix(prefix) if name.startswith(prefix) else None


def _load(
    store: Store, documents: Mapping[str, list[Quad]], others: Mapping[str, list[Quad]]
) -> None:
    """Load the files' statements, what they rest on, and what follows by the ontology alone."""
    rest = [quad for quads in others.values() for quad in quads]
    stated = [*rest, *(quad for quads in documents.values() for quad in quads)]
    ontology = [
        quad
        for file in resources.ontology_files()
        for quad in parse(file.read_bytes(), RdfFormat.TURTLE)
    ]
    entries = list(_missing_entries(stated))
    everything = [*ontology, *entries, *stated]
    store.load_graph(GRAPH_ONTOLOGY, ontology)
    store.load_graph(GRAPH_REGISTRY, [*rest, *entries])
    store.load_graph(GRAPH_DERIVED, close_quads(everything, read_schema(everything)))
    store.index_documents(documents)
    periods = {quad.subject for quad in rest if quad.object in PERIODS}
    for name, quads in others.items():
        # What else was derived is about nodes that stand elsewhere.
        own = (q for q in quads if graph_of(q) != GRAPH_DERIVED or q.subject in periods)
        store.load_graph(_graph_of_file(name), own)


def _missing_entries(stated: Sequence[Quad]) -> Iterator[Quad]:
    """Yield the registry's entries that are referred to, directly or through others."""
    entries: dict[object, list[Quad]] = defaultdict(list)
    for file in resources.registry_files():
        for quad in parse(file.read_bytes(), RdfFormat.TURTLE):
            entries[quad.subject].append(quad)
    described: set[object] = {quad.subject for quad in stated}
    waiting = {quad.object for quad in stated if quad.object in entries}
    seen = set(waiting)
    while waiting:
        node = waiting.pop()
        if node not in described:
            yield from entries[node]
        new = {quad.object for quad in entries[node] if quad.object in entries} - seen
        seen |= new
        waiting |= new
