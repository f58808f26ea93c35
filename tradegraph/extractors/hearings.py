"""Hearings: which court, or which agency, hears the parties, and when."""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.court_agents import acting_court, sitting_court
from tradegraph.extractors.court_names import first_court
from tradegraph.extractors.determinations import find_agency
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    modifiers_of,
    objects_of,
    owners_of,
)
from tradegraph.extractors.occasions import find_occasion
from tradegraph.extractors.passages import cover
from tradegraph.extractors.programmes import authorities_in
from tradegraph.extractors.tellings import first_tellings
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Hearing, Span

EXTRACTOR = "cases"
CONFIDENCE = 0.65
HOLDING = ("in", "at", "before", "by", "of")
"""Prepositions between a hearing and who holds it."""


def find_hearings(analysis: Analysis) -> Iterator[Fact]:
    """Yield the hearings that the document says were or will be held, each once."""
    yield from first_tellings(_read_hearings(analysis), _hearing_key)


def _hearing_key(fact: Fact) -> object:
    content = fact.content
    day = content.when.first if isinstance(content, Hearing) and content.when else None
    return isinstance(content, Hearing) and (content.court, day)


def _read_hearings(analysis: Analysis) -> Iterator[Fact]:
    for token in analysis.tokens:
        holder = _find_holder(analysis, token)
        if holder is None:
            continue
        commitment = read_commitment(analysis, token)
        content = Hearing(holder, find_occasion(analysis, token, commitment))
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _find_holder(analysis: Analysis, token: Token) -> str | None:
    """Return who hears: the verb's agent, or the court or agency that holds the hearing."""
    if token.pos == "verb" and analysis.is_word(token, "hearing-verb"):
        chosen = analysis.evokes(analysis.head(token), "outcome") if token.dep == "xcomp" else None
        return acting_court(analysis, token) if chosen is None else None
    if token.pos != "noun" or not analysis.is_word(token, "hearing-noun"):
        return None
    verb = clause_verb(analysis, token)
    near = objects_of(analysis, token, *HOLDING)
    if analysis.is_word(token, "court-hearing-noun"):  # its arguments are not its hearing
        near += [*owners_of(analysis, token), *modifiers_of(analysis, token)]
    court = first_court(analysis, near)
    if court is None and verb is not None and _is_held(analysis, token, verb):
        court = acting_court(analysis, verb)
    if court is not None:
        return court
    agents = [*near, find_agent(analysis, verb) if verb is not None else None]
    agency = next((body for agent in agents if (body := find_agency(analysis, agent))), None)
    if agency is not None or verb is None or not _is_held(analysis, token, verb):
        return agency
    sentence = analysis.sentence_of(token)
    inside = analysis.sentence_tokens(sentence)
    if any(analysis.is_word(word, "investigation-noun") for word in inside):
        return _charged_agency(analysis, sentence.span)
    return sitting_court(analysis, token)


def _charged_agency(analysis: Analysis, span: Span) -> str | None:
    """Return the only agency that a law named in the passage charges with inquiries."""
    laws = authorities_in(analysis, span)
    charged = {agency for law in laws for agency in analysis.registry.agencies_for(law)}
    return charged.pop() if len(charged) == 1 else None


def _is_held(analysis: Analysis, token: Token, verb: Token) -> bool:
    """Tell whether the clause is about holding the hearing, not about what was argued there."""
    verbs = (verb, *analysis.children(verb, "xcomp"))
    holding = any(analysis.is_word(each, "scheduling-verb", "hearing-verb") for each in verbs)
    return holding or analysis.is_word(token, "court-hearing-noun")
