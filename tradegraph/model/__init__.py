"""The values that pass between the stages: documents, spans, mentions, facts.

Frozen, of the standard library, without RDF. Entities are named by their IRI; offsets count code
points of `Document.text`, from 0, end excluded; rates are percent, not fractions; a `DateRange`
holds the first and the last day on which something can have happened.
"""

from tradegraph.model.facts import (
    Appeal,
    CaseFiling,
    Content,
    Encounter,
    Fact,
    Hearing,
    Injunction,
    Investigation,
    Measure,
    MeasureEvent,
    MeasureRelation,
    MeasureState,
    NegotiationState,
    OfficeHolding,
    PostureChange,
    Rate,
    Requirement,
    Ruling,
    Statement,
    Stay,
)
from tradegraph.model.passages import DateRange, Document, Entity, Mention, Span
from tradegraph.model.readings import Instrument, Reading

__all__ = [
    "Appeal",
    "CaseFiling",
    "Content",
    "DateRange",
    "Document",
    "Encounter",
    "Entity",
    "Fact",
    "Hearing",
    "Injunction",
    "Instrument",
    "Investigation",
    "Measure",
    "MeasureEvent",
    "MeasureRelation",
    "MeasureState",
    "Mention",
    "NegotiationState",
    "OfficeHolding",
    "PostureChange",
    "Rate",
    "Reading",
    "Requirement",
    "Ruling",
    "Span",
    "Statement",
    "Stay",
]
