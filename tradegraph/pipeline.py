"""The order of the stages: read, analyse, extract, write, link, derive, validate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass, replace
from datetime import date

from pyoxigraph import Literal

from tradegraph import vocabulary
from tradegraph.derive import derive
from tradegraph.derive.updating import update_derived
from tradegraph.errors import InputError, TradegraphError
from tradegraph.extractors import Extractor
from tradegraph.link import link_documents, relink_documents, unlink_document
from tradegraph.model import Document
from tradegraph.reading import DocumentSummary, Outcome
from tradegraph.registry import load_registry
from tradegraph.renewal import find_outdated
from tradegraph.store import Store
from tradegraph.store.reference import load_reference
from tradegraph.vocabulary import DCTERMS
from tradegraph.workers import read_documents

Progress = Callable[[str, int, int | None], None]
"""Told the stage, how many of its steps are done, and how many there are."""

MANY = 10
"""Where more than one document in so many has changed, everything is derived anew."""

BATCH = 100
"""So many documents are stored at once."""


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What came of an ingestion: the documents done, and the input that could not be read.

    `troubles` are extractors that failed on a document, and texts that were cut; what else was
    read of them is there.
    """

    documents: tuple[DocumentSummary, ...]
    failures: tuple[TradegraphError, ...]
    troubles: tuple[TradegraphError, ...] = ()


def ingest(  # noqa: PLR0913 - options, each with a default
    store: Store,
    items: Iterable[Document | InputError],
    *,
    extractors: Mapping[str, Extractor] | None = None,
    jobs: int = 1,
    least: float | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Take documents into the store, link what they tell, and derive what follows.

    `extractors` are by default the built-in ones and those that installed packages add, but for
    the ones that run on demand. With several `jobs` as many processes read, with the same result.
    Facts below the confidence `least` are left out, without it those below the threshold of their
    type.
    Input that could not be read is reported and the other documents go on. Documents in the store
    with names that the registry has learned since are read anew. The store is as before or
    complete: a change that is broken off is made good when the store is next used.
    """
    registry = load_registry()
    found = list(items)
    failures = [item for item in found if isinstance(item, InputError)]
    documents = merge_duplicates(store, [d for d in found if isinstance(d, Document)])
    given = {document.key for document in documents}
    documents += [each for each in find_outdated(store, registry) if each.key not in given]
    outcomes: list[Outcome] = []
    for outcome in read_documents(documents, registry, extractors, jobs, least=least):
        _report(progress, "reading", len(outcomes), len(documents))
        outcomes.append(outcome)
    read = [(each.summary, each.nquads) for each in outcomes if each.summary]
    written = {summary.key: nquads for summary, nquads in read}
    with store.changing():
        for number, batch in enumerate(_batches(written)):
            _report(progress, "storing", number * BATCH, len(written))
            store.write_sources(batch)
        renewed = load_reference(store, registry)
        _report(progress, "linking", 0, None)
        touched = link_documents(store, written)
        _report(progress, "deriving", 0, None)
        refresh(store, None if renewed or _are_many(store, written) else touched)
    refused = [error for each in outcomes if not each.summary for error in each.troubles]
    troubles = [error for each in outcomes if each.summary for error in each.troubles]
    summaries = tuple(summary for summary, _ in read if summary.key in given)
    return IngestReport(summaries, (*failures, *refused), tuple(troubles))


def retract(store: Store, names: Sequence[str], *, progress: Progress | None = None) -> list[str]:
    """Remove documents, named by key, IRI or identifier, without a trace; return their keys.

    Raises UsageError for an unknown name, before anything is removed.
    """
    keys = list(dict.fromkeys(store.find_document(name) for name in names))
    touched: frozenset[str] = frozenset()
    with store.changing():
        for done, key in enumerate(keys):
            _report(progress, "retracting", done, len(keys))
            touched |= unlink_document(store, key)
        refresh(store, None if _are_many(store, keys) else touched)
    return keys


def rebuild(store: Store) -> None:
    """Make everything in the index again from the documents' own graphs.

    Documents with names that the registry has learned since are read anew.
    """
    registry = load_registry()
    outcomes = read_documents(find_outdated(store, registry), registry, None)
    written = {each.summary.key: each.nquads for each in outcomes if each.summary}
    with store.changing():
        store.write_sources(written)  # before the registry's version, which says that they are new
        load_reference(store, registry)
        relink_documents(store)
        refresh(store)


def refresh(store: Store, touched: frozenset[str] | None = None) -> None:
    """Make the derived graph again: all of it, or what follows from the touched nodes."""
    if touched is None:
        store.load_graph(vocabulary.GRAPH_DERIVED, derive(store))
    else:
        update_derived(store, touched)


def _are_many(store: Store, keys: Sized) -> bool:
    """Tell whether so much of a store has changed that deriving everything anew is faster."""
    return len(keys) * MANY > len(store.document_keys())


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


def _batches(items: Mapping[str, bytes]) -> Iterator[dict[str, bytes]]:
    keys = list(items)
    for begin in range(0, len(keys), BATCH):
        yield {key: items[key] for key in keys[begin : begin + BATCH]}


def _report(progress: Progress | None, stage: str, done: int, total: int | None) -> None:
    if progress is not None:
        progress(stage, done, total)
