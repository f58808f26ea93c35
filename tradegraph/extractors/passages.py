"""Choosing the passage that states a fact: one clause, at most a sentence."""

from __future__ import annotations

from tradegraph.extractors.grammar import clause_span, clause_verb
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

LONGEST = 300
"""Characters that a passage has at most, where a shorter one can be found."""


def cover(analysis: Analysis, trigger: Token, *parts: Span) -> Span:
    """Return the clause of the trigger, or where that is long, from its first part to its last."""
    sentence = analysis.sentence_of(trigger).span
    verb = clause_verb(analysis, trigger)
    if verb is not None:
        clause = clause_span(analysis, verb)
        needed = all(part in clause for part in parts)
        if needed and clause.end - clause.begin <= LONGEST:
            return trim(analysis, clause)
    own = Span(trigger.begin, trigger.end)
    spans = [own, *(part for part in parts if part in sentence)]
    return trim(analysis, Span(min(s.begin for s in spans), max(s.end for s in spans)))


def sentence_passage(analysis: Analysis, token: Token) -> Span:
    """Return the word's whole sentence."""
    return trim(analysis, analysis.sentence_of(token).span)


def trim(analysis: Analysis, span: Span) -> Span:
    """Return the span without marks and blanks at its edges; quotation marks and points stay."""
    text = analysis.text(span)
    left = len(text) - len(text.lstrip(" ,;:—–-\t\n"))
    right = len(text.rstrip(" ,;:—–-\t\n"))
    return Span(span.begin + left, span.begin + right) if right > left else span
