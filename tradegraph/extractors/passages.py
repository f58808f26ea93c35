"""Choosing the passage that states a fact: one clause, at most a sentence."""

from __future__ import annotations

from tradegraph.extractors.grammar import clause_span, clause_verb
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

LONGEST = 300
"""Characters that a passage has at most, where a shorter one can be found."""
EDGE = " ,;:—–-\t\n"
"""Marks that a passage neither begins nor ends with; quotation marks and points stay."""


def cover(analysis: Analysis, trigger: Token, *parts: Span) -> Span:
    """Return the clause of the trigger, or where that is long, from its first part to its last."""
    sentence = analysis.sentence_of(trigger).span
    verb = clause_verb(analysis, trigger)
    if verb is not None:
        clause = clause_span(analysis, verb)
        needed = all(part in clause for part in parts)
        if needed and clause.end - clause.begin <= LONGEST:
            return trim(analysis, clause)
    spans = [Span(trigger.begin, trigger.end), *(part for part in parts if part in sentence)]
    return trim(analysis, Span(min(s.begin for s in spans), max(s.end for s in spans)))


def trim(analysis: Analysis, span: Span) -> Span:
    """Return the span without marks and blanks at its edges."""
    text = analysis.text(span)
    left = len(text) - len(text.lstrip(EDGE))
    right = len(text.rstrip(EDGE))
    return Span(span.begin + left, span.begin + right) if right > left else span
