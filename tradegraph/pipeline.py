"""The order of the stages: read, analyse, extract, write, link, derive, validate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pyoxigraph import Literal

from tradegraph import vocabulary
from tradegraph.derive import derive
from tradegraph.errors import InputError
from tradegraph.extractors import BUILT_IN, Extractor, extract_facts
from tradegraph.extractors.own_instruments import find_own_instrument
from tradegraph.graph import document_quads, to_nquads
from tradegraph.language import analyse
from tradegraph.link import link_documents, relink_documents, unlink_document
from tradegraph.model import Document, Reading
from tradegraph.plugins import load_plugins
from tradegraph.registry import Registry, load_registry
from tradegraph.schedules import read_schedule
from tradegraph.store import Store
from tradegraph.store.reference import load_reference
from tradegraph.vocabulary import DCTERMS

Progress = Callable[[str, int, int | None], None]
"""Told the stage, how many of its steps are done, and how many there are."""

Structured = Callable[[Document, Registry], Reading | None]
"""Reads a document by its form; None when the text does not have that form."""

STRUCTURED: Mapping[str, Structured] = {"schedule": read_schedule}
"""Type of document -> how documents of that type are read by their form."""

BATCH = 100
"""So many documents are stored at once."""


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One document that was ingested: its name, and how many facts of each type it states."""

    key: str
    identifiers: tuple[str, ...]
    title: str | None
    published: date | None
    facts: tuple[tuple[str, int], ...]
    mentions: int

    @property
    def fact_count(self) -> int:
        """How many facts it states."""
        return sum(count for _, count in self.facts)


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What came of an ingestion: the documents done, and the input that could not be read."""

    documents: tuple[DocumentSummary, ...]
    failures: tuple[InputError, ...]


def read_document(
    document: Document, registry: Registry, extractors: Mapping[str, Extractor] = BUILT_IN
) -> Reading:
    """Return what the document claims: its mentions, the entities it introduces, its facts.

    A text with the form of its type, as a tariff schedule, is read by that form; others by their
    language.
    """
    structured = STRUCTURED.get(document.doc_type)
    if structured and (reading := structured(document, registry)):
        return reading
    analysis = analyse(document, registry)
    facts = extract_facts(analysis, extractors)
    own = find_own_instrument(document, registry)
    entities = tuple(analysis.entities.values())
    return Reading(document, analysis.mentions, entities, facts, (own,) if own else ())


def ingest(
    store: Store,
    items: Iterable[Document | InputError],
    *,
    extractors: Mapping[str, Extractor] | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Take documents into the store, link what they tell, and derive what follows.

    `extractors` are by default the built-in ones and those that installed packages add.
    Input that could not be read is reported and the other documents go on. The store is as before
    or complete: a change that is broken off is made good when the store is next used.
    """
    registry = load_registry()
    chosen = load_plugins("tradegraph.extractors", BUILT_IN) if extractors is None else extractors
    found = list(items)
    failures = tuple(item for item in found if isinstance(item, InputError))
    documents = merge_duplicates(store, [d for d in found if isinstance(d, Document)])
    summaries: list[DocumentSummary] = []
    written: dict[str, bytes] = {}
    for done, document in enumerate(documents):
        _report(progress, "reading", done, len(documents))
        reading = read_document(document, registry, chosen)
        written[document.key] = to_nquads(document_quads(reading, registry))
        summaries.append(summarise(reading))
    with store.changing():
        load_reference(store, registry)
        for number, batch in enumerate(_batches(written)):
            _report(progress, "storing", number * BATCH, len(written))
            store.write_sources(batch)
        _report(progress, "linking", 0, None)
        link_documents(store, written)
        _report(progress, "deriving", 0, None)
        refresh(store)
    return IngestReport(tuple(summaries), failures)


def retract(store: Store, names: Sequence[str], *, progress: Progress | None = None) -> list[str]:
    """Remove documents, named by key, IRI or identifier, without a trace; return their keys.

    Raises UsageError for an unknown name, before anything is removed.
    """
    keys = list(dict.fromkeys(store.find_document(name) for name in names))
    with store.changing():
        for done, key in enumerate(keys):
            _report(progress, "retracting", done, len(keys))
            unlink_document(store, key)
        refresh(store)
    return keys


def rebuild(store: Store) -> None:
    """Make everything in the index again from the documents' own graphs."""
    with store.changing():
        load_reference(store, load_registry())
        relink_documents(store)
        refresh(store)


def refresh(store: Store) -> None:
    """Make the derived graph again."""
    store.load_graph(vocabulary.GRAPH_DERIVED, derive(store))


def merge_duplicates(store: Store, documents: Iterable[Document]) -> list[Document]:
    """Return one document for each text, with all its identifiers, in a fixed order.

    A text that the store has already keeps the identifiers it had there.
    """
    by_key: dict[str, list[Document]] = {}
    for document in documents:
        by_key.setdefault(document.key, []).append(document)
    merged = []
    for key, same in by_key.items():
        same.sort(key=_rank)
        graph = vocabulary.document_graph(key)
        quads = store.quads(graph, predicate=DCTERMS + "identifier")
        known = {q.object.value for q in quads if isinstance(q.object, Literal)}
        identifiers = sorted({*known, *(i for d in same for i in d.identifiers)})
        merged.append(replace(same[0], identifiers=tuple(identifiers)))
    return sorted(merged, key=lambda d: (d.published or date.max, d.key))


def _rank(document: Document) -> tuple[object, ...]:
    """Return the order among documents of one text: what says more of itself comes first."""
    said = (document.published, document.title, document.publisher, document.url)
    missing = tuple(value is None for value in said)
    return (*missing, document.identifiers, document.doc_type, *map(str, said))


def summarise(reading: Reading) -> DocumentSummary:
    """Return the counts of what was read out of a document."""
    counts = Counter(type(fact.content).__name__ for fact in reading.facts)
    document = reading.document
    return DocumentSummary(
        document.key,
        document.identifiers,
        document.title,
        document.published,
        tuple(sorted(counts.items())),
        len(reading.mentions),
    )


def _batches(items: Mapping[str, bytes]) -> Iterator[dict[str, bytes]]:
    keys = list(items)
    for begin in range(0, len(keys), BATCH):
        yield {key: items[key] for key in keys[begin : begin + BATCH]}


def _report(progress: Progress | None, stage: str, done: int, total: int | None) -> None:
    if progress is not None:
        progress(stage, done, total)
