"""Facts as the node patterns of the ontology: one writer for each type of content."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from tradegraph.graph.builder import Builder, Written
from tradegraph.graph.courts import (
    write_appeal,
    write_filing,
    write_hearing,
    write_injunction,
    write_investigation,
    write_ruling,
    write_stay,
)
from tradegraph.graph.measures import (
    write_measure_event,
    write_measure_relation,
    write_measure_state,
)
from tradegraph.graph.statements import write_holding, write_statement
from tradegraph.graph.talks import (
    write_encounter,
    write_negotiation_state,
    write_posture,
    write_requirement,
)
from tradegraph.graph.terms import write_quota, write_refund
from tradegraph.model import (
    Appeal,
    CaseFiling,
    Content,
    DutyRefund,
    Encounter,
    Hearing,
    Injunction,
    Investigation,
    MeasureEvent,
    MeasureRelation,
    MeasureState,
    NegotiationState,
    OfficeHolding,
    PostureChange,
    Quota,
    Requirement,
    Ruling,
    Statement,
    Stay,
)

# Any: each writer takes the type that it stands under, which no type of a mapping can say.
WRITERS: Final[Mapping[type[Content], Callable[[Builder, Any], Written]]] = {
    Appeal: write_appeal,
    CaseFiling: write_filing,
    DutyRefund: write_refund,
    Encounter: write_encounter,
    Hearing: write_hearing,
    Injunction: write_injunction,
    Investigation: write_investigation,
    MeasureEvent: write_measure_event,
    MeasureRelation: write_measure_relation,
    MeasureState: write_measure_state,
    NegotiationState: write_negotiation_state,
    OfficeHolding: write_holding,
    PostureChange: write_posture,
    Quota: write_quota,
    Requirement: write_requirement,
    Ruling: write_ruling,
    Statement: write_statement,
    Stay: write_stay,
}


def write_content(builder: Builder, content: Content) -> Written:
    """Describe what a fact says and return its node."""
    return WRITERS[type(content)](builder, content)
