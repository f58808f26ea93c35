"""What is said to be needed: an encounter without which a deal or the talks will not succeed."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import find_jurisdiction, leaders_before
from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.encounters import find_participants
from tradegraph.extractors.grammar import objects_of
from tradegraph.extractors.passages import cover
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Content, Encounter, Fact, Requirement

NEEDED = ("call", "meeting", "talks", "delegation-visit", "engagement")


def find_requirements(analysis: Analysis) -> Iterator[Fact]:
    """Yield what the document says is needed, each need once."""
    found: list[Content] = []
    for token in analysis.tokens:
        if not analysis.is_word(token, "requirement"):
            continue
        for fact in _read_need(analysis, token):
            if fact.content not in found:
                found.append(fact.content)
                yield fact


def _read_need(analysis: Analysis, token: Token) -> Iterator[Fact]:
    needed = _needed(analysis, token)
    if needed is None:
        return
    event, encounter = needed
    sentence = analysis.sentence_tokens(analysis.sentence_of(token))
    deal = any(analysis.is_word(t, "deal-noun") for t in sentence)
    talks = any(analysis.is_word(t, "negotiation-noun") for t in sentence)
    if not deal and not talks:
        before = analysis.sentences[max(0, token.sentence - 2) : token.sentence]
        talks = any(
            analysis.is_word(t, "negotiation-noun")
            for s in before
            for t in analysis.sentence_tokens(s)
        )
    if not deal and not talks:
        return
    talks = talks and not deal
    commitment = read_commitment(analysis, token)
    modality = "asserted" if commitment.modality in ("planned", "expected") else commitment.modality
    span = cover(analysis, token)
    if event == "engagement":
        yield Fact(
            encounter,
            (cover(analysis, token),),
            "expected",
            confidence=0.6,
            extractor="requirements",
        )
    content = Requirement(encounter, encounter.parties, for_deal=deal, for_talks=talks)
    yield Fact(content, (span,), modality, commitment.positive, 0.6, extractor="requirements")


def _needed(analysis: Analysis, token: Token) -> tuple[str, Encounter] | None:
    """Return the encounter that is needed: named in the same clause, with at least two sides."""
    for word in (*analysis.subtree(token), *analysis.subtree(analysis.head(token))):
        event = next((e for e in NEEDED if f"event-{e}" in analysis.concepts(word)), None)
        if event is None or word.sentence != token.sentence:
            continue
        people = find_participants(analysis, word, event)
        if len(people) < 2:
            owners = [t for o in objects_of(analysis, word, "of", "by") for t in (o,)]
            subjects = [
                t
                for t in analysis.subtree(analysis.head(word))
                if analysis.is_word(t, "sides-noun")
            ]
            people = next(
                (p for t in (*owners, *subjects) if len(p := leaders_before(analysis, t)) == 2), ()
            )
        if len(people) < 2:
            continue
        parties = tuple(dict.fromkeys(p for a in people if (p := find_jurisdiction(analysis, a))))
        if len(parties) > 1:
            return event, Encounter(event, people, parties=parties)
    return None
