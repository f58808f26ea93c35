"""What reading costs: beside the bare parser, with two processes, by length of text, in memory.

    python benchmarks/extraction.py

Documents are the annotated ones and the official ones that lie beside the checkout, 300 in all,
each at most 6,000 characters. Extraction and the parser alone take turns over groups of documents,
in CPU seconds of one process; both have their model loaded. For reading with one process
and with two, a program of its own is started, and its start counts; the libraries that it loads
must lie compiled, as an installer leaves them. For the cost by length, texts of 200 to 20,000 words
are put together from the same documents; the exponent is the slope of a straight line through the
logarithms, 1 for a cost in proportion.
"""

from __future__ import annotations

import json
import math
import resource
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from statistics import linear_regression

from tradegraph.language.tokens import load_model
from tradegraph.model import Document
from tradegraph.reading import choose_extractors, read_document
from tradegraph.registry import load_registry
from tradegraph.workers import read_documents

SHARED = Path(__file__).parents[2] / "shared"
SOURCES = ("eval/dev/docs.jsonl", "eval/train/docs.jsonl", "corpus/official.jsonl")
DOCUMENTS = 300
LONGEST = 6_000
GROUP = 20
LENGTHS = (200, 632, 2_000, 6_324, 20_000)
"""Words, in steps of the same factor."""
MOST_TIMES = 2.0
MOST_MEGABYTES = 800


def load_documents() -> list[Document]:
    """Return the documents; ends the program where there are none."""
    documents: list[Document] = []
    for source in SOURCES:
        file = SHARED / source
        if not file.is_file():
            sys.exit(f"{file}: no such file; the documents lie beside the checkout")
        for line in file.read_text("utf-8").splitlines():
            told = json.loads(line)
            published = date.fromisoformat(told["date"]) if told.get("date") else None
            text = told["text"][:LONGEST].replace("\0", " ")
            documents.append(Document(text, (told["id"],), published))
    return documents[:DOCUMENTS]


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that the work takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compare_with_parser(documents: Sequence[Document]) -> float:
    """Print and return how many times the bare parser's time extraction takes."""
    model, registry, extractors = load_model(), load_registry(), choose_extractors()

    def parse(group: Sequence[Document]) -> None:
        for _ in model.pipe(document.text for document in group):
            pass

    def extract(group: Sequence[Document]) -> None:
        for document in group:
            read_document(document, registry, extractors)

    parse(documents[:GROUP])
    extract(documents[:GROUP])
    ours = theirs = 0.0
    for begin in range(0, len(documents), GROUP):
        group = documents[begin : begin + GROUP]
        theirs += cpu_seconds(lambda group=group: parse(group))  # type: ignore[misc]
        ours += cpu_seconds(lambda group=group: extract(group))  # type: ignore[misc]
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} documents, {words} words")
    print(f"parser alone: {theirs:.2f} CPU s; extraction: {ours:.2f} CPU s")
    print(f"ratio: {ours / theirs:.2f} (goal: at most {MOST_TIMES})")
    return ours / theirs


def compare_processes(documents: Sequence[Document]) -> None:
    """Print how many times the documents of one process two read in the same time.

    Each comes anew, with nothing loaded and nothing read before.
    """
    seconds = []
    for jobs in (1, 2):
        start = time.perf_counter()
        program = get_context("spawn").Process(target=read_with, args=(jobs,))
        program.start()
        program.join()
        seconds.append(time.perf_counter() - start)
    one, two = (len(documents) / each for each in seconds)
    print(f"one process: {one:.1f} documents/s; two: {two:.1f}; ratio {two / one:.2f} (goal: 1.6)")


def read_with(jobs: int) -> None:
    """Read the documents with so many processes."""
    for _ in read_documents(load_documents(), load_registry(), None, jobs):
        pass


def fit_cost(documents: Sequence[Document]) -> None:
    """Print the cost by length of text and its exponent."""
    words = " ".join(document.text for document in documents).split(" ")
    registry, extractors = load_registry(), choose_extractors()
    points = []
    for number, length in enumerate(LENGTHS):
        text = " ".join(words[number : number + length])
        document = Document(text, ("long",), date(2025, 5, 30))
        seconds = cpu_seconds(lambda d=document: read_document(d, registry, extractors))  # type: ignore[misc]
        points.append((math.log(length), math.log(seconds)))
        print(f"{length:6} words: {seconds:6.2f} CPU s, {seconds / length * 1000:.2f} ms a word")
    slope = linear_regression(*zip(*points, strict=True)).slope
    print(f"cost grows with the {slope:.2f}th power of the length")


def main() -> None:
    """Print the figures; exit with 1 when a goal is missed."""
    documents = load_documents()
    ratio = compare_with_parser(documents)
    fit_cost(documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory: {peak:.0f} MB (goal: at most {MOST_MEGABYTES})")
    compare_processes(documents)
    sys.exit(ratio > MOST_TIMES or peak > MOST_MEGABYTES)


if __name__ == "__main__":
    main()
