"""Two invented documents, what annotators might have found in them, and what a graph asserts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tradegraph import vocabulary
from tradegraph.graph import document_quads, to_nquads
from tradegraph.model import (
    Content,
    DateRange,
    Document,
    Entity,
    Fact,
    Measure,
    MeasureEvent,
    Rate,
    Reading,
    Ruling,
    Span,
    Statement,
)
from tradegraph.registry import load_registry

TEXTS = {
    "wire": "Canada lifted its duty on Chilean copper to 12.5 percent on Monday. "
    "“We had no choice,” said Ada Marlow, the trade minister.",
    "order": "The Court of International Trade held the duty on glass unlawful.",
}
RECORDS: tuple[Mapping[str, str], ...] = (
    {"id": "wire", "date": "2025-03-04", "genre": "news", "text": TEXTS["wire"]},
    {"id": "order", "genre": "court", "text": TEXTS["order"]},
)
DOCUMENTS = {
    "wire": Document(TEXTS["wire"], ("wire",), published=date(2025, 3, 4)),
    "order": Document(TEXTS["order"], ("order",), doc_type="court-ruling"),
}
MONDAY = DateRange(date(2025, 3, 3), date(2025, 3, 3))

INCREASE: dict[str, Any] = {
    "type": "MeasureEvent",
    "kind": "increase",
    "imposer": "CA",
    "target": ["CL"],
    "product": ["copper"],
    "rate": {"low": 12.5, "high": 12.5},
    "date": ["2025-03-03", "2025-03-03"],
    "modality": "actual",
    "evidence": "Canada lifted its duty on Chilean copper to 12.5 percent on Monday.",
}
STATEMENT: dict[str, Any] = {
    "type": "Statement",
    "speaker": "Ada Marlow",
    "verbatim": True,
    "modality": "actual",
    "evidence": "“We had no choice,” said Ada Marlow",
}
HOLDING: dict[str, Any] = {
    "type": "OfficeHolding",
    "person": "Ada Marlow",
    "office": "trade minister",
    "of": "CA",
    "modality": "actual",
    "evidence": "Ada Marlow, the trade minister",
}
RULING: dict[str, Any] = {
    "type": "Ruling",
    "court": "cit",
    "outcome": "unlawful",
    "modality": "actual",
    "evidence": TEXTS["order"],
}
GOLD = {"wire": [INCREASE, STATEMENT, HOLDING], "order": [RULING]}


def entity_iri(kind: str, name: str) -> str:
    """Return the IRI of a thing of that kind."""
    return f"{vocabulary.ID}{kind}/{name}"


MARLOW = Entity(entity_iri("person", "ada-marlow"), "Person", "Ada Marlow")
PEDRO = Entity(entity_iri("person", "pedro-lima"), "Person", "Pedro Lima")
CANADA, CHILE = entity_iri("country", "CA"), entity_iri("country", "CL")
TRADE_COURT = entity_iri("court", "us-cit")

COPPER_DUTY = Measure((CANADA,), (CHILE,), ("copper",))
CONTENTS: Mapping[str, tuple[tuple[Content, str], ...]] = {
    "wire": (
        (
            MeasureEvent("increase", COPPER_DUTY, rate=Rate(12.5, 12.5), when=MONDAY),
            "Canada lifted its duty on Chilean copper to 12.5 percent on Monday.",
        ),
        (Statement((PEDRO.iri,), quotes=("We had no choice",)), "“We had no choice,”"),
    ),
    "order": ((Ruling(TRADE_COURT, ("unlawful",)), TEXTS["order"]),),
}


def write_graph(
    document: Document, facts: Iterable[Fact], entities: tuple[Entity, ...] = (MARLOW, PEDRO)
) -> bytes:
    """Return the graph of a document that states these facts, as N-Quads."""
    reading = Reading(document, (), entities, tuple(facts))
    return to_nquads(document_quads(reading, load_registry()))


def state(document: Document, content: Content, quote: str, modality: str = "asserted") -> Fact:
    """Return a fact with the passage that states it."""
    begin = document.text.index(quote)
    return Fact(content, (Span(begin, begin + len(quote)),), modality)


def write_corpus_graph(documents: Mapping[str, Document]) -> bytes:
    """Return the graph of all documents, and the registry."""
    registry = load_registry()
    graphs = [
        write_graph(document, [state(document, *each) for each in CONTENTS[name]])
        for name, document in documents.items()
    ]
    return b"".join([*graphs, to_nquads(registry.quads)])
