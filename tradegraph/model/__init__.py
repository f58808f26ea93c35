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
    NegotiationState,
    OfficeHolding,
    PostureChange,
    Requirement,
    Ruling,
    Statement,
    Stay,
)
from tradegraph.model.measures import (
    DutyRefund,
    Measure,
    MeasureEvent,
    MeasureRelation,
    MeasureState,
    Quota,
    Rate,
)
from tradegraph.model.passages import DateRange, Document, Entity, Mention, Span
from tradegraph.model.readings import Instrument, Reading

__all__ = [
    "Appeal",
    "CaseFiling",
    "Content",
    "DateRange",
    "Document",
    "DutyRefund",
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
    "Quota",
    "Rate",
    "Reading",
    "Requirement",
    "Ruling",
    "Span",
    "Statement",
    "Stay",
]
