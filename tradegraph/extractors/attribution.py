"""On whose word a document relies: facts told inside a statement are attributed to it.

As in the FactBank annotation of event factuality (Saurí and Pustejovsky 2009), a fact belongs to
the source nearest to it: what a speaker affirms the document reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradegraph.model import (
    Content,
    Encounter,
    Fact,
    MeasureEvent,
    NegotiationState,
    OfficeHolding,
    Statement,
)


def attribute_facts(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts, those inside a statement's passage with the statement as attribution.

    What a speaker affirms is reported; how the speaker commits to a plan or a threat stays.
    """
    statements = [fact.content for fact in facts if isinstance(fact.content, Statement)]
    return tuple(_attribute(fact, statements) for fact in facts)


def _attribute(fact: Fact, statements: Sequence[Statement]) -> Fact:
    if _is_told_by_author(fact):
        return fact
    passage = fact.evidence[0]
    said = (s for s in statements if any(passage in words for words in s.content))
    statement = next(said, None)
    if statement is None:
        return fact
    reported = fact.modality == "asserted" and fact.positive
    return replace(
        fact,
        content=_date(fact.content, statement),
        attribution=statement,
        modality="reported" if reported else fact.modality,
    )


def _date(content: Content, statement: Statement) -> Content:
    """Return what is told with the day on which it is said, where nothing dates it itself."""
    if not isinstance(content, NegotiationState | MeasureEvent):
        return content
    presumed = content.when is not None and content.when.is_presumed
    undated = isinstance(content, NegotiationState) and content.when is None
    return replace(content, when=statement.when or content.when) if presumed or undated else content


def _is_told_by_author(fact: Fact) -> bool:
    """Tell whether the fact is the author's even amid a speaker's words: titles, interviews."""
    content = fact.content
    if isinstance(content, Encounter):
        return content.event == "interview"
    return isinstance(content, Statement | OfficeHolding)
