"""Rulings: what which court decided about which measure.

The word that tells the outcome leads to the verb by which a court decides: itself (*struck down*),
or one it completes (*ruled that the levy was unlawful*). Dispositions (affirm, vacate, remand ...;
28 U.S.C. 2106 has the list for appeals) are rulings only as the deciding verb itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tradegraph.extractors.commitment import read_commitment
from tradegraph.extractors.coordination import PREMODIFIERS
from tradegraph.extractors.court_agents import deciding_agent, sitting_court
from tradegraph.extractors.court_names import find_court, first_court
from tradegraph.extractors.court_references import latest_court
from tradegraph.extractors.decision_days import find_decision_day
from tradegraph.extractors.docket import Docket
from tradegraph.extractors.grammar import find_patients, is_passive, objects_of, reporting_verbs
from tradegraph.extractors.holdings import read_order, read_power
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.ruling_terms import (
    measure_ruled_on,
    question_before,
    read_relief,
    read_scope,
)
from tradegraph.extractors.votes import find_judges, read_votes
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Ruling

DISPOSITIONS = ("affirmed", "reversed", "vacated", "remanded", "dismissed", "granted", "denied")
ANSWERS = ("granted", "denied", "dismissed", "unlawful", "lawful")
OPPOSITES = {"lawful": "unlawful", "unlawful": "lawful"}


def find_rulings(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the rulings that the document states and keep them in the docket."""
    for token in analysis.tokens:
        outcome = _read_outcome(analysis, token)
        if outcome in ANSWERS and _is_about_argument(analysis, token):
            continue
        verb = _deciding_verb(analysis, token, outcome) if outcome else None
        court = _deciding_court(analysis, verb) if verb is not None else None
        if outcome is None or verb is None or court is None:
            continue
        content = _read_ruling(analysis, verb, court, outcome)
        if content.when is None:
            content = replace(content, when=find_decision_day(analysis, verb, court, docket))
        commitment = read_commitment(analysis, verb)
        passage = cover(analysis, verb)
        docket.add_ruling(commitment.claim(content, passage, confidence=0.8, extractor="rulings"))
    yield from docket.rulings


def _is_about_argument(analysis: Analysis, word: Token) -> bool:
    """Tell whether what is granted or rejected is an argument, not what a party asks for."""
    told = word.pos == "verb" and word.dep != "ccomp"  # found that they exceed its power
    patients = find_patients(analysis, word) if told else []
    return any(analysis.is_word(patient, "argued-noun") for patient in patients)


def _read_outcome(analysis: Analysis, token: Token) -> str | None:
    """Return the outcome that the word tells: *held that the duty is not unlawful* upholds it."""
    outcome = (
        analysis.evokes(token, "outcome")
        or read_order(analysis, token)
        or read_power(analysis, token)
    )
    if outcome not in OPPOSITES or token.pos == "verb" or token.dep == "neg":
        return outcome
    clause = next((above for above in analysis.ancestors(token) if above.pos == "verb"), token)
    return OPPOSITES[outcome] if analysis.children(clause, "neg") else outcome


def _read_ruling(analysis: Analysis, verb: Token, court: str, outcome: str) -> Ruling:
    measure = measure_ruled_on(analysis, verb)
    scope, words = read_scope(analysis, verb) if measure else (None, None)
    question = question_before(analysis, verb)
    measures = (measure, question.measure if question else None)
    votes = read_votes(analysis, analysis.sentence_of(verb)) or (None, None)
    return Ruling(
        court,
        (outcome,),
        tuple(dict.fromkeys(m for m in measures if m is not None)),
        relief=read_relief(analysis, verb),
        scope=scope,
        scope_text=words,
        legal_question=question.text if question else None,
        judges=find_judges(analysis, verb),
        votes_for=votes[0],
        votes_against=votes[1],
        when=find_when(analysis, verb),
    )


def _deciding_verb(analysis: Analysis, token: Token, outcome: str) -> Token | None:
    """Return the verb by which the court decides: the word itself, or the one it completes."""
    if token.pos == "verb" and _is_judging(analysis, token):
        return token
    if outcome in DISPOSITIONS:
        return None
    for above in reporting_verbs(analysis, token):
        if analysis.is_word(above, "ruling-verb") and _is_judging(analysis, above):
            return above
    return None


def _is_judging(analysis: Analysis, verb: Token) -> bool:
    """Tell whether a court, or a ruling, does what the verb says."""
    agent = deciding_agent(analysis, verb)
    if agent is None:
        return _is_disposed_of(analysis, verb)
    return find_court(analysis, agent) is not None or analysis.is_word(agent, "ruling-noun")


def _deciding_court(analysis: Analysis, verb: Token) -> str | None:
    """Return the court that decides, or whose ruling does."""
    agent = deciding_agent(analysis, verb)
    court = find_court(analysis, agent)
    if agent is None:
        return sitting_court(analysis, verb)
    if court is not None or not analysis.is_word(agent, "ruling-noun"):
        return court
    owners = analysis.children(agent, *PREMODIFIERS)
    owners += objects_of(analysis, agent, "by", "of", "from")
    return first_court(analysis, owners) or latest_court(analysis, verb)


def _is_disposed_of(analysis: Analysis, verb: Token) -> bool:
    """Tell whether what a party asked for is decided without a word on who decides.

    *The motion is denied. Affirmed.*
    """
    objects = find_patients(analysis, verb) if is_passive(analysis, verb) else []
    asked = ("motion-noun", "injunction-noun", "filing-noun", "appeal-noun")
    return any(analysis.is_word(word, *asked) for word in objects)
