"""What is dated after its document has not happened: it is planned, whatever the verb's tense.

*The commission holds a hearing on the measure on September 17*, written in August.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact, Hearing, Investigation

PAST: Final = "VBD"
HAPPENING: Final = (Hearing, Investigation)
"""Types of fact whose day is that of their own; a measure's may be the one it takes effect on."""


def plan_days_ahead(analysis: Analysis, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts, planned where they are asserted of a day after the document's own."""
    for fact in facts:
        told = fact.modality == "asserted" and fact.positive
        if told and isinstance(fact.content, HAPPENING) and _is_ahead(analysis, fact):
            yield replace(fact, modality="planned")
        else:
            yield fact


def _is_ahead(analysis: Analysis, fact: Fact) -> bool:
    """Tell whether the day lies after the document's own, and no past tense says otherwise."""
    published, when = analysis.document.published, getattr(fact.content, "when", None)
    head = analysis.head_of(fact.evidence[0])
    past = head is not None and head.tag == PAST
    return not past and when is not None and published is not None and when.first > published
