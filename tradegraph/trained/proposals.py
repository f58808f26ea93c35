"""Facts that no rule found: where a model sees one in a sentence, rules read who and what.

A model knows from the words that something was done; grammar is asked for the rest, as far as it
can tell. What comes of it is a proposal: the model of confidence decides whether it is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.passages import trim
from tradegraph.language.tokens import Sentence
from tradegraph.model import Content, Fact
from tradegraph.trained.outlook import EXTRACTOR, KINDS, Outlook, kinds_of, type_of
from tradegraph.trained.proposed_cases import (
    propose_appeal,
    propose_filing,
    propose_hearing,
    propose_investigation,
    propose_ruling,
)
from tradegraph.trained.proposed_measures import propose_measure_event
from tradegraph.trained.proposed_talks import (
    propose_encounter,
    propose_negotiation,
    propose_statement,
)
from tradegraph.trained.sighting import Sighting, find_trigger

CONFIDENCE = 0.5
"""Of a proposal before it is weighed."""
LEAST: Final = 0.03
"""From this probability on a sentence is looked at; a proposal is weighed by more than it."""
LEAST_OF: Final = {"MeasureEvent": 0.08, "Statement": 0.25}
"""The same for types that are told so often that a slight chance means little."""
LEAST_BESIDE: Final = {"MeasureEvent": 0.1, "Ruling": 0.1, "Investigation": 0.1}
"""The same where a rule found a fact of the type in the sentence; of other types one is enough."""

PROPOSERS: Mapping[str, Callable[[Sighting], Content | None]] = {
    "MeasureEvent": propose_measure_event,
    "NegotiationState": propose_negotiation,
    "Encounter": propose_encounter,
    "Statement": propose_statement,
    "Ruling": propose_ruling,
    "Appeal": propose_appeal,
    "CaseFiling": propose_filing,
    "Hearing": propose_hearing,
    "Investigation": propose_investigation,
}


def propose_facts(outlook: Outlook, facts: Sequence[Fact]) -> Iterator[Fact]:
    """Yield a fact for each sentence and kind that a model sees and no rule found there."""
    told: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        touched = {s.index for span in fact.evidence for s in outlook.sentences_of(span)}
        for index in touched:
            told[index].append(fact)
    for sentence in outlook.analysis.sentences:
        for sighting in _sight(outlook, sentence, told[sentence.index]):
            content = PROPOSERS[sighting.fact_type](sighting)
            if content is not None:
                passage = trim(outlook.analysis, sentence.span)
                yield sighting.commitment.claim(
                    content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR
                )


def _sight(outlook: Outlook, sentence: Sentence, told: Sequence[Fact]) -> Iterator[Sighting]:
    """Yield what the models see in the sentence beyond what rules found there."""
    chances = outlook.chances[sentence.index]
    for fact_type in PROPOSERS:
        same = [fact for fact in told if type_of(fact) == fact_type]
        least = (LEAST_BESIDE if same else LEAST_OF).get(fact_type, 1.0 if same else LEAST)
        kinds = {kind for fact in same for kind in kinds_of(fact)}
        for kind in KINDS.get(fact_type, ("",)):
            name = f"{fact_type}/{kind}" if kind else fact_type
            known = kind in kinds or (same and not kind)
            if not known and chances.get(name, 0.0) >= least:
                yield _look(outlook, sentence, fact_type, kind)


def _look(outlook: Outlook, sentence: Sentence, fact_type: str, kind: str) -> Sighting:
    trigger = find_trigger(outlook.analysis, sentence, fact_type, kind)
    commitment = read_commitment(outlook.analysis, trigger)
    if kind == "threat" and commitment == Commitment():
        commitment = Commitment("threatened")
    return Sighting(outlook, sentence, fact_type, kind, trigger, commitment)
