"""Deadlines: the measure event before which the parties want to have a deal.

*They hope to agree before the 90-day pause ends*: a deadline word in the negotiation's clause,
followed by an event that ends a state of things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Sentence
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


def set_deadlines(analysis: Analysis, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts, negotiations with the measure event that their sentence sets as deadline."""
    told = list(facts)
    events = [f for f in told if isinstance(f.content, MeasureEvent) and f.content.event in ENDING]
    for fact in told:
        content = fact.content
        if isinstance(content, NegotiationState):
            deadline = _find_deadline(analysis, fact.evidence, events)
            yield replace(fact, content=replace(content, deadline=deadline))
        else:
            yield fact


def _find_deadline(
    analysis: Analysis, passages: Sequence[Span], events: Sequence[Fact]
) -> MeasureEvent | None:
    for passage in passages:
        sentence = analysis.sentence_at(passage.begin)
        cues = _find_cues(analysis, sentence, passage) if sentence else []
        for event in events:
            spans = [s for s in event.evidence if sentence and s.overlaps(sentence.span)]
            follows = any(cue < span.end for cue in cues for span in spans)
            if follows and isinstance(event.content, MeasureEvent):
                return event.content
    return None


def _find_cues(analysis: Analysis, sentence: Sentence, passage: Span) -> list[int]:
    """Return where deadline words of the sentence begin, from the negotiation's passage on."""
    return [
        token.begin
        for token in analysis.sentence_tokens(sentence)
        if token.begin >= passage.begin and analysis.is_word(token, "deadline-cue")
    ]
