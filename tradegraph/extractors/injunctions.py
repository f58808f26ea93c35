"""Injunctions: orders to a party, most often the government, not to enforce a measure.

An injunction that another court suspends or sets aside is one of the court below.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.court_agents import acting_court, sitting_court
from tradegraph.extractors.court_names import first_court, inferior_courts
from tradegraph.extractors.decision_days import find_decision_day
from tradegraph.extractors.docket import Docket
from tradegraph.extractors.grammar import clause_verb, find_agent, is_passive, owners_of
from tradegraph.extractors.motions import read_order
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.ruling_terms import measure_ruled_on
from tradegraph.extractors.tellings import first_tellings
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Injunction

PROTECTING = ("from", "for", "against", "to")
"""Prepositions before those from whom a duty may not be collected."""
DEFINITE = frozenset(("the", "these", "those", "its", "his", "their"))
ENDING = ("vacated", "reversed", "affirmed", "remanded")
"""Outcomes by which a court decides on the order of another."""


def find_injunctions(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the injunctions that the document says were granted, refused or asked for."""
    yield from first_tellings(_read_injunctions(analysis, docket), _injunction_key)


def _injunction_key(fact: Fact) -> object:
    content = fact.content
    return isinstance(content, Injunction) and (
        content.court,
        fact.modality,
        fact.positive,
        content.when.first if content.when else None,
    )


def _read_injunctions(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    for token in analysis.tokens:
        verbal = token.pos == "verb" and analysis.is_word(token, "injunction-verb")
        verb = clause_verb(analysis, token)
        if verb is None or not (verbal or analysis.is_word(token, "injunction-noun")):
            continue
        find_actor = _court_enjoining if verbal else _court_of_injunction
        court, commitment = read_order(analysis, token, find_actor)
        if court is None:
            continue
        when = find_when(analysis, token, commitment)
        if when is None and commitment.modality in ("asserted", "denied"):
            when = find_decision_day(analysis, verb, court, docket)
        scope = "parties-only" if _is_for_parties(analysis, token) else None
        content = Injunction(court, measure_ruled_on(analysis, verb), when, scope)
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=0.7, extractor="rulings")


def _is_for_parties(analysis: Analysis, token: Token) -> bool:
    """Tell whether the order protects some only: *from collecting the duty from the plaintiffs*."""
    words = analysis.tokens[token.index : analysis.sentence_of(token).last]
    return any(
        word.dep == "pobj" and analysis.head(word).lower in PROTECTING and _is_party(analysis, word)
        for word in words
    )


def _is_party(analysis: Analysis, word: Token) -> bool:
    """Tell whether a company is named, or those are meant who are before the court.

    *All importers* and mere *importers* are everybody.
    """
    mention = analysis.mention_at(word)
    if mention is not None and mention.kind == "Company":
        return True
    known = {t.lower for t in analysis.children(word, "det", "poss")} & DEFINITE
    counted = bool(known or analysis.children(word, "nummod"))
    return counted and analysis.is_word(word, "party-noun")


def _court_enjoining(analysis: Analysis, verb: Token) -> str | None:
    """Return the court that forbids; *they are enjoined from* is said by the one that sits."""
    court = acting_court(analysis, verb)
    alone = is_passive(analysis, verb) and find_agent(analysis, verb) is None
    strict = alone and analysis.is_word(verb, "enjoining-verb")
    return sitting_court(analysis, verb) if court is None and strict else court


def _court_of_injunction(analysis: Analysis, noun: Token) -> str | None:
    """Return whose injunction it is: by owner, by who issued it, or by which court ends it."""
    verb = clause_verb(analysis, noun)
    owner = first_court(analysis, owners_of(analysis, noun, "from", "by", "of"))
    issued = [acting_court(analysis, t) for t in analysis.children(noun, "relcl", "acl")]
    issuer = owner or next((court for court in issued if court), None)
    if issuer is not None or verb is None:
        return issuer
    court = acting_court(analysis, verb)
    ends = analysis.is_word(verb, "stay-verb") or analysis.evokes(verb, "outcome") in ENDING
    if court is None or not ends:
        return court
    return next(iter(inferior_courts(analysis, court)), None)
