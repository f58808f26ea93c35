"""Reading many documents, in this process or in several, with the same result in the same order.

A worker that dies, from memory or a fault in a library, takes all that the others had in hand with
it; what is left is then read one document at a process, and the one that kills its own is reported.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from tradegraph.errors import EngineError, UsageError
from tradegraph.extractors import Extractor
from tradegraph.model import Document
from tradegraph.reading import Outcome, choose_extractors, make_graph, name_document
from tradegraph.registry import Registry, load_registry


def read_documents(
    documents: Sequence[Document],
    registry: Registry,
    extractors: Mapping[str, Extractor] | None,
    jobs: int = 1,
    *,
    least: float | None = None,
) -> Iterator[Outcome]:
    """Yield what comes of each document, in order, read by as many processes as there are jobs.

    Facts below the confidence `least` are left out, without it those below their threshold.
    `extractors` are those that run without demand when not given; others run in this process only.
    """
    if jobs > 1 and extractors is not None:
        raise UsageError("chosen extractors run in one process", how="--jobs 1")
    if jobs > 1 and len(documents) > 1:
        yield from _read_apart(documents, jobs, least)
        return
    chosen = choose_extractors() if extractors is None else extractors
    for document in documents:
        yield make_graph(document, registry, chosen, least)


def _read_apart(documents: Sequence[Document], jobs: int, least: float | None) -> Iterator[Outcome]:
    pool = _start(min(jobs, len(documents)))
    try:
        futures = [pool.submit(_read, document, least) for document in documents]
        for future, document in zip(futures, documents, strict=True):
            yield _result_of(future) or _read_alone(document, least)
    finally:
        pool.shutdown(cancel_futures=True)


def _read_alone(document: Document, least: float | None) -> Outcome:
    """Return what comes of a document in a process of its own."""
    with _start(1) as pool:
        outcome = _result_of(pool.submit(_read, document, least))
    if outcome:
        return outcome
    how = "leaving it out, or reporting it"
    error = EngineError("the process that read it died", where=name_document(document), how=how)
    return Outcome(troubles=(error,))


def _start(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, get_context("spawn"), _ignore_interrupts)


def _ignore_interrupts() -> None:
    """Leave Ctrl-C, which every process of a terminal gets, to the one that started the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _result_of(future: Future[Outcome]) -> Outcome | None:
    """Return what a worker made, None if a worker died before."""
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _read(document: Document, least: float | None) -> Outcome:
    """Read a document in a worker; the registry and the extractors are loaded once in each."""
    return make_graph(document, load_registry(), choose_extractors(), least)
