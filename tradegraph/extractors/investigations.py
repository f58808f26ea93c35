"""Investigations: which agency inquires into whose goods, under which law, and how far it is.

Trade remedy law has three steps that are told alike everywhere: initiation, determination and
termination (WTO Anti-Dumping Agreement, Articles 5 and 6; 19 U.S.C. 1671 ff.).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.goods import Goods, read_all_goods
from tradegraph.extractors.grammar import clause_verb, find_agent, objects_of, owners_of
from tradegraph.extractors.jurisdictions import find_jurisdictions
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.programmes import confers
from tradegraph.extractors.tellings import first_tellings
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Investigation

OPENED = "investigation-opened"
STEPS = ("investigation-terminated", "determination", OPENED)
"""The later step first: a word that evokes two tells the later one."""
BODIES = ("GovernmentBody", "InternationalBody")
AGENCIES = (*BODIES, "Organization", "Administration", "Court")
SUBJECTS = ("into", "of", "on", "concerning", "regarding", "against")


def find_investigations(analysis: Analysis) -> Iterator[Fact]:
    """Yield the steps of investigations that the document states, each once."""
    yield from first_tellings(_read_investigations(analysis), _investigation_key)


def _investigation_key(fact: Fact) -> object:
    content = fact.content
    return isinstance(content, Investigation) and (
        content.event,
        content.authority,
        content.products,
        content.targets,
    )


def _read_investigations(analysis: Analysis) -> Iterator[Fact]:
    for token in analysis.tokens:
        nominal = token.pos == "noun" and analysis.is_word(token, "investigation-noun")
        if not nominal and not analysis.is_word(token, "investigation-verb"):
            continue
        authority = _find_authority(analysis, token)
        agency = _find_agency(analysis, token, authority)
        if agency is None:
            continue
        event, trigger = _find_step(analysis, token)
        goods = _find_goods(analysis, token)
        own = find_jurisdictions(analysis, (agency,))
        commitment = read_commitment(analysis, trigger)
        content = Investigation(
            event,
            agency,
            authority,
            goods.products,
            tuple(target for target in goods.targets if target not in own),
            find_when(analysis, trigger, commitment),
        )
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=0.65, extractor="investigations")


def _find_step(analysis: Analysis, token: Token) -> tuple[str, Token]:
    """Return which step is told and by which word; an inquiry merely spoken of was opened."""
    words = [analysis.head(analysis.head(token))] if token.dep == "pobj" else []
    verb = clause_verb(analysis, token)
    words += [verb] if verb is not None else []
    words += [analysis.head(token)] if token.dep in ("compound", "nmod") else []
    for word in words:
        concepts = analysis.concepts(word)
        step = next((step for step in STEPS if f"event-{step}" in concepts), None)
        if step is not None:
            return step, word
    return OPENED, token


def _find_goods(analysis: Analysis, token: Token) -> Goods:
    heads = objects_of(analysis, token, *SUBJECTS)
    heads += analysis.children(token, "dobj") if token.pos == "verb" else []
    return read_all_goods(analysis, heads)


def _find_authority(analysis: Analysis, token: Token) -> str | None:
    """Return what the statute named nearest in the sentence confers."""
    named = analysis.mentions_in(analysis.sentence_of(token).span, "LegalInstrument")
    nearest = sorted(named, key=lambda mention: abs(mention.span.begin - token.begin))
    return next((found for mention in nearest if (found := confers(analysis, mention))), None)


def _find_agency(analysis: Analysis, token: Token, authority: str | None) -> str | None:
    """Return the body that investigates: the agent, the possessor, one named beside, or by law."""
    verb = clause_verb(analysis, token)
    agents = [find_agent(analysis, verb)] if verb is not None else []
    for agent in (*agents, *owners_of(analysis, token, "by")):
        for actor in find_actors(analysis, agent):
            if analysis.kind(actor) in AGENCIES:
                return actor
    near = analysis.mentions_in(analysis.sentence_of(token).span, *BODIES)
    beside = next((mention.entity for mention in near if mention.entity), None)
    return beside or _agency_by_law(analysis, authority)


def _agency_by_law(analysis: Analysis, authority: str | None) -> str | None:
    """Return the body that the law charges, if the document names it or it is the only one."""
    charged = analysis.registry.agencies_for(authority) if authority else ()
    named = (m.entity for m in analysis.mentions if m.kind in BODIES and m.entity in charged)
    return next(named, charged[0] if len(charged) == 1 else None)
