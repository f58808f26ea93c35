"""The status of measures as documents tell it: duties that a stay leaves in place for now."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.court_names import courts_near
from tradegraph.extractors.docket import Docket
from tradegraph.extractors.grammar import clause_verb, find_subject
from tradegraph.extractors.passages import cover
from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact, MeasureState, Span, Stay


def find_measure_states(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the measures that a stay of the same sentence is said to leave in place.

    What may yet happen to them does not lessen that they are in place now.
    """
    for token in analysis.tokens:
        if "status-in-effect" not in analysis.concepts(token):
            continue
        sentence = analysis.sentence_of(token).span
        stay = _find_stay(docket, sentence)
        verb = clause_verb(analysis, token)
        stated = verb is not None and find_subject(analysis, verb) is not None
        if stay is None or not stated or not courts_near(analysis, sentence):
            continue
        told = read_commitment(analysis, token)
        commitment = Commitment() if told.positive else told
        content = _describe_state(stay)
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=0.7, extractor="measures")


def _describe_state(stay: Stay) -> MeasureState:
    since = stay.when.first if stay.when and stay.when.first == stay.when.last else None
    return MeasureState(stay.ruling.measures[0], "in-effect-pending-appeal", since)


def _find_stay(docket: Docket, sentence: Span) -> Stay | None:
    """Return the first stay told in the sentence, if it suspends a ruling on a known measure."""
    for fact in docket.stays:
        if isinstance(fact.content, Stay) and any(span in sentence for span in fact.evidence):
            return fact.content if fact.content.ruling.measures else None
    return None
