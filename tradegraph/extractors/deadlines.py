"""Deadlines: the end of a pause before which the parties want to have a deal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact, MeasureEvent, NegotiationState, Span

ENDING = (
    "pause",
    "extension",
    "expiry",
    "imposition",
    "entry-into-effect",
    "increase",
    "reinstatement",
)


def set_deadlines(analysis: Analysis, facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts, negotiations with the measure event that their sentence sets as deadline."""
    events = [f for f in facts if isinstance(f.content, MeasureEvent) and f.content.event in ENDING]
    return [_with_deadline(analysis, fact, events) for fact in facts]


def _with_deadline(analysis: Analysis, fact: Fact, events: Sequence[Fact]) -> Fact:
    content = fact.content
    if not isinstance(content, NegotiationState):
        return fact
    for passage in fact.evidence:
        sentence = analysis.sentence_at(passage.begin)
        if sentence is None:
            continue
        cues = [
            t for t in analysis.sentence_tokens(sentence) if analysis.is_word(t, "deadline-cue")
        ]
        for event in events:
            spans = [s for s in event.evidence if s.overlaps(sentence.span)]
            told = any(_leads(cue.begin, span, passage) for cue in cues for span in spans)
            if told and isinstance(event.content, MeasureEvent):
                return replace(fact, content=replace(content, deadline=event.content))
    return fact


def _leads(cue: int, event: Span, negotiation: Span) -> bool:
    """Tell whether the cue stands in the negotiation's clause and before the event's words end."""
    return negotiation.begin <= cue < event.end
