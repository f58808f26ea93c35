"""On whose word a document relies: facts told inside a statement are attributed to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradegraph.language.analysis import Analysis
from tradegraph.model import Encounter, Fact, NegotiationState, OfficeHolding, Statement

COMMITTED = ("asserted",)


def attribute_facts(analysis: Analysis, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts, those inside a statement's passage with the statement as attribution.

    What a speaker affirms the document reports; how the speaker commits to a plan or a threat stays.
    """
    statements = [fact for fact in facts if isinstance(fact.content, Statement)]
    return tuple(_attribute(fact, statements) for fact in facts)


def _attribute(fact: Fact, statements: Sequence[Fact]) -> Fact:
    if isinstance(fact.content, Statement | OfficeHolding) or (
        isinstance(fact.content, Encounter) and fact.content.event == "interview"
    ):
        return fact
    for statement in statements:
        if not isinstance(statement.content, Statement):
            continue
        if any(fact.evidence[0] in span for span in statement.content.content):
            modality = "reported" if fact.modality in COMMITTED and fact.positive else fact.modality
            content = fact.content
            if isinstance(content, NegotiationState) and content.when is None:
                content = replace(content, when=statement.content.when)
            return replace(fact, content=content, attribution=statement.content, modality=modality)
    return fact
