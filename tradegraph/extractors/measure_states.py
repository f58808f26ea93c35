"""The status of measures as documents tell it: duties that remain in place for now."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.court_names import courts_near
from tradegraph.extractors.grammar import clause_verb, find_subject
from tradegraph.extractors.passages import cover
from tradegraph.extractors.rulings import Docket
from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact, MeasureState, Span, Stay


def find_measure_states(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the measures that a stay is said to leave in place."""
    for token in analysis.tokens:
        if "status-in-effect" not in analysis.concepts(token):
            continue
        verb = clause_verb(analysis, token)
        stay = _stay_in(docket, analysis.sentence_of(token).span)
        if (
            verb is None
            or stay is None
            or not stay.ruling.measures
            or find_subject(analysis, verb) is None
        ):
            continue
        if not courts_near(analysis, analysis.sentence_of(token).span):
            continue
        commitment = read_commitment(analysis, token)
        measure = stay.ruling.measures[0]
        since = stay.when.first if stay.when and stay.when.first == stay.when.last else None
        content = MeasureState(measure, "in-effect-pending-appeal", since)
        modality = "asserted" if commitment.positive else commitment.modality
        yield Fact(
            content,
            (cover(analysis, token),),
            modality,
            commitment.positive,
            0.7,
            extractor="measures",
        )


def _stay_in(docket: Docket, sentence: Span) -> Stay | None:
    for fact in docket.stays:
        if isinstance(fact.content, Stay) and any(span in sentence for span in fact.evidence):
            return fact.content
    return None
