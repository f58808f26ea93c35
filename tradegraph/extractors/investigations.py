"""Investigations: which agency opened, decided or ended which inquiry into whose goods."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import find_actors, find_jurisdictions
from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.goods import Goods, read_goods
from tradegraph.extractors.grammar import clause_verb, find_agent, objects_of
from tradegraph.extractors.measure_phrases import confers
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Investigation, Span

STEPS = ("investigation-opened", "determination", "investigation-terminated")
AGENCIES = ("GovernmentBody", "InternationalBody", "Organization", "Administration", "Court")


def find_investigations(analysis: Analysis) -> Iterator[Fact]:
    """Yield the steps of investigations that the document states."""
    seen: set[tuple[str, str | None, tuple[str, ...], tuple[str, ...]]] = set()
    for token in analysis.tokens:
        nominal = token.pos == "noun" and analysis.is_word(token, "investigation-noun")
        verbal = token.pos == "verb" and token.lemma in ("investigate", "probe")
        if not nominal and not verbal:
            continue
        fact = _read_investigation(analysis, token)
        if fact is None or not isinstance(fact.content, Investigation):
            continue
        content = fact.content
        key = (content.event, content.authority, content.products, content.targets)
        if key not in seen:
            seen.add(key)
            yield fact


def _read_investigation(analysis: Analysis, token: Token) -> Fact | None:
    verb = clause_verb(analysis, token)
    event, trigger = _step(analysis, token, verb)
    sentence = analysis.sentence_of(token).span
    authority = _authority(analysis, token, sentence)
    goods = Goods()
    for target in objects_of(
        analysis, token, "into", "of", "on", "concerning", "regarding", "against"
    ):
        goods += read_goods(analysis, target)
    if token.pos == "verb":
        for target in analysis.children(token, "dobj"):
            goods += read_goods(analysis, target)
    agency = _agency(analysis, token, verb, sentence, authority)
    if agency is None:
        return None
    places = find_jurisdictions(analysis, (agency,))
    targets = tuple(t for t in goods.targets if t not in places)
    commitment = read_commitment(analysis, trigger)
    content = Investigation(
        event, agency, authority, goods.products, targets, _when(analysis, trigger, commitment)
    )
    return Fact(
        content,
        (cover(analysis, token),),
        commitment.modality,
        commitment.positive,
        0.65,
        extractor="investigations",
    )


def _when(analysis: Analysis, trigger: Token, commitment: Commitment):  # type: ignore[no-untyped-def]
    return find_when(analysis, trigger, commitment)


def _step(analysis: Analysis, token: Token, verb: Token | None) -> tuple[str, Token]:
    """Return which step is told, by the noun's governor or the verb; an inquiry spoken of was opened."""
    above = analysis.head(analysis.head(token)) if token.dep == "pobj" else None
    for word in (
        above,
        verb,
        *([analysis.head(token)] if token.dep in ("compound", "nmod") else []),
    ):
        if word is None:
            continue
        found = [
            c.partition("-")[2] for c in analysis.concepts(word) if c.partition("-")[2] in STEPS
        ]
        for step in STEPS[::-1]:
            if step in found:
                return step, word
    return STEPS[0], token


def _authority(analysis: Analysis, token: Token, sentence: Span) -> str | None:
    near = sorted(
        analysis.mentions_in(sentence, "LegalInstrument"),
        key=lambda m: abs(m.span.begin - token.begin),
    )
    return next((found for m in near if (found := confers(analysis, m))), None)


def _agency(
    analysis: Analysis, token: Token, verb: Token | None, sentence: Span, authority: str | None
) -> str | None:
    """Return the body that investigates: the agent, the possessor, one named beside, or by law."""
    agents = [find_agent(analysis, verb)] if verb is not None else []
    agents += analysis.children(token, "poss", "compound")
    agents += objects_of(analysis, token, "by")
    for agent in agents:
        for actor in find_actors(analysis, agent):
            if analysis.kind(actor) in AGENCIES:
                return actor
    near = [m.entity for m in analysis.mentions_in(sentence, *AGENCIES[:2]) if m.entity]
    if near:
        return near[0]
    named = [m.entity for m in analysis.mentions if m.kind in AGENCIES[:2] and m.entity]
    charged = analysis.registry.agencies_for(authority) if authority else ()
    return next((a for a in named if a in charged), charged[0] if len(charged) == 1 else None)
