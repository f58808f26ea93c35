"""Stays: orders that suspend a ruling, keep a measure in place meanwhile, or end such an order.

A stay suspends a judgment while it is reviewed (Nken v. Holder, 556 U.S. 418: it acts on the
judgment, an injunction on a person); so a stay needs the ruling it suspends. One that a party asks
for, or a court weighs, is possible.
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.extractors.court_agents import acting_court, sitting_court
from tradegraph.extractors.court_names import courts_near, first_court, inferior_courts
from tradegraph.extractors.decision_days import find_decision_day
from tradegraph.extractors.docket import Docket
from tradegraph.extractors.grammar import (
    clause_verb,
    find_agent,
    find_patients,
    is_passive,
    owners_of,
)
from tradegraph.extractors.motions import ASSERTED, read_order
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Fact, Ruling, Stay

SUSPENDED = ("ruling-noun", "injunction-noun", "measure-noun", "suspended-noun", "negation")
"""What a stay may act on: a ruling, an order, a measure kept in place, something not done."""


def find_stays(analysis: Analysis, docket: Docket) -> Iterator[Fact]:
    """Yield the stays that the document states and keep them in the docket."""
    for token in analysis.tokens:
        if analysis.is_word(token, "stay-lifted", "stay-verb", "stay-noun"):
            fact = _read_stay(analysis, token, docket)
            if fact is not None and docket.add_stay(fact):
                yield fact


def _read_stay(analysis: Analysis, token: Token, docket: Docket) -> Fact | None:
    verb = clause_verb(analysis, token)
    if verb is None:
        return None
    court, commitment = read_order(analysis, token, _staying_court)
    if court is None:
        return None
    when = find_when(analysis, token, commitment)
    if when is None and commitment == ASSERTED:
        when = find_decision_day(analysis, verb, court, docket)
    lifted = analysis.is_word(verb, "stay-lifted")
    ruling = _stayed_ruling(analysis, token, court, docket)
    interim = commitment.modality != "possible"  # what is weighed outlasts an interim order
    content = Stay(court, ruling, interim=interim, lifted=lifted, when=when)
    passage = cover(analysis, token)
    return commitment.claim(content, passage, confidence=0.8, extractor="rulings")


def _staying_court(analysis: Analysis, token: Token) -> str | None:
    """Return the court that suspends: the verb's agent, or the one whose stay it is."""
    verb = clause_verb(analysis, token)
    if verb is None:
        return None
    if token is verb:
        acts = analysis.is_word(verb, "stay-lifted") or _touches_ruling(analysis, verb)
        return acting_court(analysis, verb) if acts else None
    owner = first_court(analysis, owners_of(analysis, token, "from", "by", "of"))
    if owner is None and is_passive(analysis, verb) and find_agent(analysis, verb) is None:
        entered = token in find_patients(analysis, verb)
        return sitting_court(analysis, token) if entered else None
    return owner or acting_court(analysis, verb)


def _touches_ruling(analysis: Analysis, verb: Token) -> bool:
    """Tell whether what the verb suspends is a ruling, an order, or the end of a measure."""
    patients = find_patients(analysis, verb)
    inside = [token for patient in patients for token in analysis.subtree(patient)]
    return not patients or any(analysis.is_word(token, *SUSPENDED) for token in inside)


def _stayed_ruling(analysis: Analysis, token: Token, court: str, docket: Docket) -> Ruling:
    """Return the ruling that is stayed: of the court named beside it, its own, or a lower one's."""
    verb = clause_verb(analysis, token) or token
    patients = find_patients(analysis, verb)
    if any(t.tag == "PRP$" for patient in patients for t in analysis.children(patient, "poss")):
        return docket.latest(court) or Ruling(court, ())
    spans = [analysis.subtree_span(patient) for patient in patients]
    named = [c for span in spans for c in courts_near(analysis, span) if c != court]
    below = named or inferior_courts(analysis, court)
    if below:
        return docket.latest(*below) or Ruling(below[0], ())
    return docket.latest(court) or Ruling(court, ())
