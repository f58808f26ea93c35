"""How long `status` takes next to the queries it rests on, and updating next to the graph's size.

Run from a checkout with its tools installed: `python benchmarks/status_on_day.py [MEASURES]
[DOCUMENTS]`. All run in turns in one process on invented orders, so that a busy machine slows all;
the ratios count. Goals: `status` on 2,000 measures at most 3 times its queries; what follows from
one new order costs the same among 10,000 documents as among 500.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from tradegraph.derive import derive
from tradegraph.derive.updating import update_derived
from tradegraph.graph import document_quads, to_nquads
from tradegraph.link import link_documents
from tradegraph.model import (
    DateRange,
    Document,
    Fact,
    Measure,
    MeasureEvent,
    Rate,
    Reading,
    Span,
)
from tradegraph.registry import load_registry
from tradegraph.status import Question, read_status
from tradegraph.status.answers import ask
from tradegraph.store import Store, open_store
from tradegraph.store.reference import load_reference
from tradegraph.vocabulary import GRAPH_DERIVED, ID

REPEATS = 5
ORDERS = 2  # that tell of each measure
FEW, MANY = 500, 10_000
FIRST = date(2020, 1, 1)
ON = date(2026, 1, 1)


def write_order(number: int, measure: int) -> tuple[str, bytes]:
    """Return key and N-Quads of an order that lays or raises a duty."""
    day = FIRST + timedelta(days=number % 2000)
    text = f"Order {number}: the duty on goods of kind {measure} is {number % 40} percent."
    document = Document(text, (f"order-{number}",), day, doc_type="executive-order")
    event = MeasureEvent(
        "entry-into-effect",
        Measure((f"{ID}country/US",), (f"{ID}country/CN",), (f"kind {measure}",), "s301"),
        rate=Rate(number % 40, number % 40),
        effective=DateRange(day, day),
        instruments=(f"{ID}instrument/order-{number}",),
    )
    facts = (Fact(event, (Span(0, len(text)),), extractor="benchmark"),)
    reading = Reading(document, (), (), facts)
    return document.key, to_nquads(document_quads(reading, load_registry()))


def fill(measures: int) -> Store:
    """Return a store in memory with so many measures and what follows from their orders."""
    store = open_store(":memory:")
    load_reference(store, load_registry())
    orders = dict(write_order(number, number % measures) for number in range(ORDERS * measures))
    store.write_sources(orders)
    link_documents(store, orders)
    store.load_graph(GRAPH_DERIVED, derive(store))
    return store


def measure_time(work: Callable[[], object]) -> float:
    """Return the seconds that some work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def add_order(store: Store, number: int) -> float:
    """Return the seconds that deriving takes after one more order has come."""
    key, nquads = write_order(number, 0)
    store.write_sources({key: nquads})
    touched = link_documents(store, {key: nquads})
    return measure_time(lambda: update_derived(store, touched))


def main() -> None:
    """Print the times and the ratios."""
    measures = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    most = int(sys.argv[2]) if len(sys.argv) > 2 else MANY
    with fill(measures) as store:
        question = Question(ON, everything=True)
        works = (
            (lambda: list(ask(store, "what-holds-on-date", ON))),
            (lambda: read_status(store, question)),
        )
        times = [[measure_time(work) for work in works] for _ in range(REPEATS)]
        query, whole = map(statistics.median, zip(*times, strict=True))
        print(f"{len(read_status(store, question))} rows of {measures} measures")
    print(f"queries {query:.3f} s, status {whole:.3f} s: {whole / query:.2f} times (goal 3)")
    with fill(FEW // ORDERS) as small, fill(most // ORDERS) as large:
        numbers = range(most, most + REPEATS)
        pairs = [(add_order(small, each), add_order(large, each)) for each in numbers]
        few, many = map(statistics.median, zip(*pairs, strict=True))
    print(f"one order more among {FEW}: {few:.4f} s, among {most}: {many:.4f} s")
    print(f"{many / few:.2f} times (goal: the same)")


if __name__ == "__main__":
    main()
