"""Complaints: who goes to which court against whom, there also before the World Trade Organization.

A request for consultations opens a case, too (Dispute Settlement Understanding, Article 4). What a
court makes of a complaint (*threw out the suit*) does not touch that it was filed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tradegraph.extractors.commitment import Commitment, read_commitment
from tradegraph.extractors.court_names import court_of_body, find_court, first_court
from tradegraph.extractors.court_references import is_reviewing
from tradegraph.extractors.defendants import find_defendants
from tradegraph.extractors.filing_courts import court_of_filing
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    find_patients,
    is_passive,
    objects_of,
    owners_of,
)
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.parties import find_parties
from tradegraph.extractors.passages import cover
from tradegraph.extractors.tellings import first_tellings
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import CaseFiling, DateRange, Fact

EXTRACTOR: Final = "cases"
CONFIDENCE: Final = 0.65
COMPLAINTS: Final = ("filing-noun", "weak-filing-noun")
NO_COMPLAINTS: Final = ("ruling-noun", "injunction-noun", "appeal-noun", "motion-noun", "stay-noun")
"""What is contested by appeal, or only asked for in a case."""


def find_filings(analysis: Analysis) -> Iterator[Fact]:
    """Yield the complaints that the document says were or will be filed, each once."""
    yield from first_tellings(_read_filings(analysis), _filing_key)


def _filing_key(fact: Fact) -> object:
    content = fact.content
    return isinstance(content, CaseFiling) and (content.plaintiffs, content.court)


def _read_filings(analysis: Analysis) -> Iterator[Fact]:
    for token in analysis.tokens:
        plaintiffs = _find_plaintiffs(analysis, token)
        court = court_of_filing(analysis, token) if plaintiffs else None
        sues = analysis.is_word(token, "suing-verb", "filing-noun")
        if not plaintiffs or (court is None and not sues):
            continue
        commitment = _read_filing_commitment(analysis, token)
        defendants = find_defendants(analysis, token, plaintiffs, court)
        when = _find_filing_day(analysis, token, commitment)
        content = CaseFiling(plaintiffs, court, defendants, when=when)
        passage = cover(analysis, token)
        yield commitment.claim(content, passage, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _find_plaintiffs(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return who files what the verb or noun tells of, if it is a complaint."""
    if token.pos == "verb" and _files(analysis, token) and token.dep != "amod":
        opens = _opens_case(analysis, token)
        return find_parties(analysis, find_agent(analysis, token)) if opens else ()
    if token.pos != "noun" or not analysis.is_word(token, *COMPLAINTS):
        return ()
    told = [find_agent(analysis, t) for t in analysis.children(token, "relcl", "acl")]
    owners = owners_of(analysis, token, "by", "from")
    if token.dep == "dobj":  # threw out a suit by: the parser may take *by* to the verb
        owners += objects_of(analysis, analysis.head(token), "by")
    agents = [*owners, _planning_agent(analysis, token), *told]
    return next((parties for a in agents if (parties := find_parties(analysis, a))), ())


def _files(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb files something: *sued*, *the case was brought by*."""
    bare = analysis.is_word(verb, "bare-filing-verb") and is_passive(analysis, verb)
    return bare or analysis.is_word(verb, "filing-verb")


def _opens_case(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb is about a complaint, not about other papers or an appeal."""
    patients = find_patients(analysis, verb)
    if any(analysis.is_word(patient, *NO_COMPLAINTS) for patient in patients):
        return False
    bare = bool(patients) and analysis.is_word(verb, "bare-filing-verb")
    bare = bare or (is_passive(analysis, verb) and not analysis.is_word(verb, "suing-verb"))
    if bare and not any(analysis.is_word(patient, *COMPLAINTS) for patient in patients):
        return False
    if not analysis.is_word(verb, "going-verb"):
        return True
    places = objects_of(analysis, verb, "to")
    target = first_court(analysis, places)
    led = target is not None or court_of_body(analysis, places) is not None
    return not is_reviewing(analysis, target) and (led or not places)


def _planning_agent(analysis: Analysis, noun: Token) -> Token | None:
    """Return who plans or threatens the complaint: *plans a challenge at the WTO*."""
    verb = analysis.head(noun)
    ahead = any(concept.startswith("modality-") for concept in analysis.concepts(verb))
    return find_agent(analysis, verb) if noun.dep == "dobj" and ahead else None


def _find_filing_day(analysis: Analysis, token: Token, commitment: Commitment) -> DateRange | None:
    """Return the day of the filing: not that of what is only done about the case."""
    verb = clause_verb(analysis, token)
    if token.pos == "verb" or verb is None or analysis.is_word(verb, "filing-verb"):
        return find_when(analysis, token, commitment)
    told = next(iter(analysis.children(token, "relcl", "acl")), None)
    if told is not None:
        return find_when(analysis, told, commitment)
    beside = analysis.dates_in(analysis.subtree_span(token))
    if token.dep in ("dobj", "nsubj", "nsubjpass", "ROOT"):
        return find_when(analysis, token, commitment)
    return beside[0].past if beside else None


def _read_filing_commitment(analysis: Analysis, token: Token) -> Commitment:
    """Return how the text commits to the complaint; one on which a court decides was filed."""
    verb = clause_verb(analysis, token) if token.pos == "noun" else None
    if verb is None:
        return read_commitment(analysis, token)
    decided = find_court(analysis, find_agent(analysis, verb)) or analysis.evokes(verb, "outcome")
    return Commitment() if decided else read_commitment(analysis, token)
