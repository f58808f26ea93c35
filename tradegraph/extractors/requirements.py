"""What is said to be needed: an encounter without which a deal or the talks will not succeed."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.attendance import find_participants, parties_of
from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.coreference import leaders_before
from tradegraph.extractors.grammar import objects_of
from tradegraph.extractors.passages import cover
from tradegraph.extractors.tellings import first_tellings
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Sentence, Token
from tradegraph.model import Encounter, Fact, Requirement

NEEDED = ("call", "meeting", "talks", "delegation-visit", "engagement")
EXTRACTOR = "requirements"
CONFIDENCE = 0.6
REACH = 2
"""How many sentences before the need may say that it is a need of the talks."""


def find_requirements(analysis: Analysis) -> Iterator[Fact]:
    """Yield what the document says is needed, each need once."""
    needs = (
        fact
        for token in analysis.tokens
        if analysis.is_word(token, "requirement")
        for fact in _read_need(analysis, token)
    )
    yield from first_tellings(needs, lambda fact: fact.content)


def _read_need(analysis: Analysis, token: Token) -> Iterator[Fact]:
    """Yield the need; leaders who must step in are expected to."""
    encounter = _find_encounter(analysis, token)
    purpose = _find_purpose(analysis, token)
    if encounter is None or purpose is None:
        return
    passage = cover(analysis, token)
    if encounter.event == "engagement":
        expected = Commitment("expected")
        yield expected.claim(encounter, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)
    told = read_commitment(analysis, token)
    modality = "asserted" if told.modality in ("planned", "expected") else told.modality
    deal = purpose == "deal-noun"
    content = Requirement(encounter, encounter.parties, for_deal=deal, for_talks=not deal)
    commitment = Commitment(modality, told.positive)
    yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _find_purpose(analysis: Analysis, token: Token) -> str | None:
    """Return whether the deal or the talks need it, by the sentence or by the ones before."""
    own = analysis.sentence_of(token)
    for word in ("deal-noun", "negotiation-noun"):
        if _contains(analysis, own, word):
            return word
    before = analysis.sentences[max(0, own.index - REACH) : own.index]
    spoken = any(_contains(analysis, sentence, "negotiation-noun") for sentence in before)
    return "negotiation-noun" if spoken else None


def _contains(analysis: Analysis, sentence: Sentence, word: str) -> bool:
    return any(analysis.is_word(token, word) for token in analysis.sentence_tokens(sentence))


def _find_encounter(analysis: Analysis, token: Token) -> Encounter | None:
    """Return the encounter that is needed: named in the same clause, with at least two sides."""
    for word in (*analysis.subtree(token), *analysis.subtree(analysis.head(token))):
        concepts = analysis.concepts(word)
        event = next((event for event in NEEDED if f"event-{event}" in concepts), None)
        if event is None:
            continue
        people = find_participants(analysis, word, event)
        if len(people) < 2:
            people = _find_leaders(analysis, word)
        parties = parties_of(analysis, people)
        if len(parties) > 1:
            return Encounter(event, people, parties=parties)
    return None


def _find_leaders(analysis: Analysis, word: Token) -> tuple[str, ...]:
    """Return the two leaders meant by *the involvement of both leaders*."""
    around = analysis.subtree(analysis.head(word))
    sides = [token for token in around if analysis.is_word(token, "sides-noun")]
    heads = (*objects_of(analysis, word, "of", "by"), *sides)
    return next((pair for head in heads if (pair := leaders_before(analysis, head))), ())
