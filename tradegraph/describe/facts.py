"""Where a fact comes from: the documents, the passages in context, who read them and how surely."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tradegraph.describe.names import find_fact
from tradegraph.describe.nodes import Node, read_node
from tradegraph.describe.rows import Row, select
from tradegraph.store import Store
from tradegraph.vocabulary import PROV

CONTEXT = 100  # characters shown on either side of a passage


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation with its place, code points from 0 with `end` excluded, and what surrounds it."""

    begin: int
    end: int
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Assertion:
    """A document's commitment to a fact. `attribution` is the chain of statements it relies on."""

    iri: str
    document: str
    identifier: str
    title: str
    published: str
    modality: str
    positive: bool
    confidence: float | None
    extractor: str
    passages: tuple[Passage, ...]
    attribution: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class FactExplanation:
    """A fact with all assertions of it, oldest document first.

    `derived_from` explains the facts that a derived one, such as a status period, rests on.
    """

    fact: Node
    assertions: tuple[Assertion, ...]
    derived_from: tuple[FactExplanation, ...] = ()


def explain_fact(store: Store, name: str) -> FactExplanation:
    """Return the passages the fact `name` was read from. Raises UsageError for an unknown name."""
    return _explain(store, find_fact(store, name), depth=2)


def _explain(store: Store, iri: str, depth: int) -> FactExplanation:
    node = read_node(store, iri)
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in select(store, "assertions", iri):
        grouped[row["assertion"]].append(row)
    assertions = [_assertion_of(store, rows) for rows in grouped.values()]
    assertions.sort(key=lambda each: (each.published, each.identifier, each.iri))
    sources = [each for each in node.properties if each.iri == f"{PROV}wasDerivedFrom" and depth]
    bases = [value.iri for source in sources for value in source.values if value.iri]
    derived_from = tuple(_explain(store, base, depth - 1) for base in bases)
    return FactExplanation(node, tuple(assertions), derived_from)


def _assertion_of(store: Store, rows: list[Row]) -> Assertion:
    first = rows[0]
    about = next(select(store, "documents", first["document"]))
    spans = sorted({(int(row["begin"]), int(row["end"]), row["quote"]) for row in rows})
    text = about["text"]
    return Assertion(
        iri=first["assertion"],
        document=first["document"],
        identifier=about["identifier"],
        title=about["title"],
        published=about["published"],
        modality=first["modality"],
        positive=first["polarity"] != "negative",
        confidence=float(first["confidence"]) if first["confidence"] else None,
        extractor=_extractor_of(store, first["extractor"]),
        passages=tuple(_passage_of(text, *span) for span in spans),
        attribution=_attribution_of(store, first),
    )


def _passage_of(text: str, begin: int, end: int, quote: str) -> Passage:
    before, after = text[max(0, begin - CONTEXT) : begin], text[end : end + CONTEXT]
    return Passage(begin, end, quote, before, after)


def _extractor_of(store: Store, iri: str) -> str:
    """Return the extractor's label and version."""
    node = read_node(store, iri)
    versions = [each.text for each in node.properties if each.iri == f"{PROV}value"]
    return " ".join([node.label or node.name, *versions])


def _attribution_of(store: Store, assertion: Row) -> tuple[Node, ...]:
    """Return the statement that the assertion relies on, then the one that this relies on."""
    chain: list[str] = []
    following = [
        row["statement"]
        for row in select(store, "attributions", assertion["node"])
        if row["assertion"] == assertion["assertion"]
    ]
    while following and min(following) not in chain:
        chain.append(min(following))
        following = [row["statement"] for row in select(store, "attributions", chain[-1])]
    return tuple(read_node(store, iri) for iri in chain)
