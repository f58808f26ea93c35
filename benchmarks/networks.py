"""How long `network.build` takes on 10,000 documents, next to asking SPARQL for the same edges.

Run from a checkout with its tools installed: `python benchmarks/networks.py [DOCUMENTS]`. All run
in turns in one process on one synthetic graph, so that a busy machine slows all; the ratio counts.
The aggregate in `networks.rq` gives who is tied to whom, how, in how many documents and between
which days. `build` asks SPARQL for less, only who claims which fact (`claims.rq`), and finds ties
by rules that no query can express; so it is compared with both.
Goal: at most 1.5 times the aggregate that gives the same edges.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from tradegraph import network
from tradegraph.network.source import read_query
from tradegraph.store import Store, open_store
from tradegraph.vocabulary import ID, RDF, RDFS, XSD, code, tg

REPEATS = 5
CLAIMS = 10  # facts that one document tells
COUNTRIES, PEOPLE, COURTS, MEASURES = 60, 400, 20, 1500
EVENTS = ("imposition", "increase", "pause", "announcement", "decrease")
MODALITIES = ("asserted",) * 6 + ("reported", "planned", "possible")

Triples = Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]


def iri(kind: str, number: int) -> NamedNode:
    """Return the IRI of an invented thing."""
    return NamedNode(f"{ID}{kind}/{number}")


def day(chance: random.Random) -> Literal:
    """Return a day of 2025."""
    text = f"2025-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    return Literal(text, datatype=NamedNode(XSD + "date"))


def term(name: str) -> NamedNode:
    """Return a term of the ontology."""
    return NamedNode(tg(name))


def invent_registry(chance: random.Random) -> Triples:
    """Yield actors and measures."""
    sizes = {"Country": COUNTRIES, "Person": PEOPLE, "Court": COURTS}
    for kind, size in sizes.items():
        for number in range(size):
            node = iri(kind.lower(), number)
            yield node, NamedNode(RDF + "type"), term(kind)
            yield node, NamedNode(RDFS + "label"), Literal(f"{kind} {number}", language="en")
    for number in range(MEASURES):
        node = iri("measure", number)
        imposer, target = chance.sample(range(COUNTRIES), 2)
        yield node, NamedNode(RDF + "type"), term("TariffMeasure")
        yield node, term("imposedBy"), iri("country", imposer)
        yield node, term("targets"), iri("country", target)


def invent_fact(number: int, chance: random.Random) -> Triples:
    """Yield an event: tariffs most often, then encounters, statements and rulings."""
    node = iri("event", number)
    kind = chance.choices(("MeasureEvent", "Encounter", "Statement", "Ruling"), (4, 2, 3, 1))[0]
    yield node, NamedNode(RDF + "type"), term(kind)
    yield node, term("notBefore"), day(chance)
    measure = iri("measure", chance.randrange(MEASURES))
    first, second = (iri("person", each) for each in chance.sample(range(PEOPLE), 2))
    if kind == "MeasureEvent":
        yield node, term("affects"), measure
        yield node, term("eventType"), NamedNode(code("event", chance.choice(EVENTS)))
        yield node, term("participant"), first
    elif kind == "Encounter":
        yield node, term("eventType"), NamedNode(code("event", "call"))
        yield node, term("participant"), first
        yield node, term("participant"), second
    elif kind == "Statement":
        yield node, term("speaker"), first
        yield node, term("about"), iri("country", chance.randrange(COUNTRIES))
    else:
        yield node, term("issuedBy"), iri("court", chance.randrange(COURTS))
        yield node, term("rulesOn"), measure
        yield node, term("outcome"), NamedNode(code("outcome", "unlawful"))


def invent_document(number: int, facts: int, chance: random.Random) -> Triples:
    """Yield a document and its claims of facts that others tell, too."""
    document = NamedNode(f"{ID}doc/{number:016x}")
    yield document, NamedNode(RDF + "type"), term("Document")
    yield document, term("publishedOn"), day(chance)
    yield document, term("text"), Literal("What the document says. " * 40)
    for place in range(CLAIMS):
        span = NamedNode(f"{document.value}#char={place * 80},{place * 80 + 70}")
        claim = NamedNode(f"{ID}assertion/{number:016x}/{place}")
        yield span, term("inDocument"), document
        yield span, term("quote"), Literal("What the document says of it. " * 2)
        yield claim, NamedNode(RDF + "type"), term("Assertion")
        yield claim, term("asserts"), iri("event", chance.randrange(facts))
        yield claim, term("evidence"), span
        yield claim, term("modality"), NamedNode(code("modality", chance.choice(MODALITIES)))
        yield claim, term("polarity"), NamedNode(code("polarity", "positive"))
        yield claim, term("confidence"), Literal("0.9", datatype=NamedNode(XSD + "decimal"))


def invent_graph(documents: int) -> Iterator[Quad]:
    """Yield the quads of a graph in which each fact is told by five documents on average."""
    chance = random.Random(7)  # noqa: S311 - a fixed sequence is the point
    facts = documents * CLAIMS // 5
    for triple in invent_registry(chance):
        yield Quad(*triple)
    for number in range(facts):
        yield from (Quad(*triple) for triple in invent_fact(number, chance))
    for number in range(documents):
        yield from (Quad(*triple) for triple in invent_document(number, facts, chance))


def measure(work: Callable[[], object]) -> float:
    """Return how many seconds of processor time some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(store: Store) -> None:
    """Print the times and their ratio."""
    aggregate = Path(__file__).with_suffix(".rq").read_text(encoding="utf-8")
    works: dict[str, Callable[[], object]] = {
        "claims.rq": lambda: store.query(read_query("claims")),
        "the SPARQL aggregate": lambda: store.query(aggregate),
        "network.build": lambda: network.build(store),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(REPEATS):
        for name, work in works.items():
            times[name].append(measure(work))
    graph = network.build(store)
    print(f"network: {len(graph)} actors, {graph.number_of_edges()} ties")
    for name, found in times.items():
        print(f"{name}: {min(found):.2f} to {max(found):.2f} s of processor time")
    built = times["network.build"]
    for name in ("the SPARQL aggregate", "claims.rq"):
        ratios = [b / a for a, b in zip(times[name], built, strict=True)]
        print(f"build to {name}: {statistics.median(ratios):.2f} (median)")


def main() -> None:
    """Make the graph and compare."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with open_store(":memory:") as store:
        store.load_graph(f"{ID}graph/invented", invent_graph(documents))
        print(f"{documents} documents, {documents * CLAIMS} claims")
        compare(store)


if __name__ == "__main__":
    main()
