"""How a text commits to the state of a negotiation, and which state that makes.

Talks that are to begin are planned; a deal that is a goal is only possible; what a deal that the
parties have is said to do, or not to do, does not bear on it.
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from tradegraph.extractors.commitment import (
    DENIED,
    Commitment,
    is_condition,
    read_commitment,
)
from tradegraph.extractors.grammar import clause_verb, is_goal
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

ASSERTED: Final = Commitment()
PLANNED: Final = Commitment("planned")
POSSIBLE: Final = Commitment("possible")
WISHED: Final = ("for", "on", "to")
"""Prepositions before what somebody wishes for: *hopes for a deal*, *is keen on a pact*."""


def settle_state(
    analysis: Analysis, token: Token, trigger: Token, status: str
) -> tuple[str, Commitment] | None:
    """Return the state with how the text commits to it; None where it is only spoken of.

    `trigger` is the word that tells the state of the talks or the deal that `token` names.
    """
    commitment = _read_commitment(analysis, token, trigger, status)
    if commitment.modality == "conditional":
        return None
    wanted = trigger is token and commitment.positive and is_wanted(analysis, token)
    if status == "deal-reached" and (wanted or is_goal(analysis, trigger)):
        aimed_at = commitment == ASSERTED or trigger.dep == "relcl"  # two weeks to make a deal
        return status, POSSIBLE if wanted or aimed_at else commitment
    if status == "active" and commitment.is_ahead:
        if any(analysis.is_word(t, "continuing-verb") for t in (trigger, analysis.head(trigger))):
            return status, commitment
        bare = trigger is token and token.pos == "noun" and not is_offered(analysis, token)
        return None if bare else _settle_planned(analysis, trigger, commitment)
    if status == "planned":
        return _settle_planned(analysis, trigger, commitment)
    return status, commitment


def _settle_planned(
    analysis: Analysis, trigger: Token, commitment: Commitment
) -> tuple[str, Commitment] | None:
    """Return the state of talks said to begin: planned or offered ones, or those that began."""
    if not commitment.is_ahead:
        future = trigger.pos == "adjective" and commitment == ASSERTED  # upcoming talks
        return ("planned", PLANNED) if future else ("active", commitment)
    if is_offered(analysis, trigger):
        return "planned", POSSIBLE if commitment.positive else commitment
    return ("planned", commitment) if commitment.modality in ("planned", "expected") else None


def is_offered(analysis: Analysis, word: Token) -> bool:
    """Tell whether somebody would take part in the talks: *is willing to negotiate*, *open to*."""
    if is_wanted(analysis, word):
        return True
    above = islice(analysis.ancestors(word), 2)
    return any(analysis.is_word(other, "willingness") for other in above)


def is_wanted(analysis: Analysis, noun: Token) -> bool:
    """Tell whether somebody wishes for what the noun names: *wants a deal*."""
    above = analysis.head(noun)
    if noun.dep == "dobj":
        return analysis.is_word(above, "wanting-verb")
    wishing = analysis.head(above)
    hoped = above.lower == "for" and analysis.is_word(wishing, "wanting-verb")
    return hoped or (above.lower in WISHED and analysis.is_word(wishing, "willingness"))


def _read_commitment(analysis: Analysis, token: Token, trigger: Token, status: str) -> Commitment:
    """Return how the text commits to the state; *failed to reach* denies it."""
    verb = clause_verb(analysis, trigger) or trigger
    if any(is_condition(analysis, mark) for mark in analysis.children(verb, "mark", "advmod")):
        return Commitment("conditional")
    above = (trigger, *islice(analysis.ancestors(trigger), 2))
    ended = trigger if status == "broken-off" else None  # the deal fell through
    if any(analysis.is_word(word, "failure") for word in above if word is not ended):
        return DENIED
    had = status == "deal-reached" and trigger is token
    if had and not _is_hoped_for(analysis, token):
        return ASSERTED
    commitment = read_commitment(analysis, trigger, token)
    aside = commitment == DENIED and trigger is token and _is_aside(analysis, token)
    return ASSERTED if aside else commitment


def _is_aside(analysis: Analysis, noun: Token) -> bool:
    """Tell whether a denial is of something else: *it brought no new offers to the talks*."""
    if noun.pos != "noun" or any(
        analysis.is_word(t, "negation") for t in analysis.children(noun, "det")
    ):
        return False
    above = analysis.head(noun)
    return above.lower != "in" and not analysis.is_word(above, "negation", "encounter-verb")


def _is_hoped_for(analysis: Analysis, token: Token) -> bool:
    """Tell whether the words beside the deal say that it has yet to come: *a possible pact*."""
    if is_wanted(analysis, token):
        return True
    beside = (concept for word in analysis.children(token) for concept in analysis.concepts(word))
    return any(concept.startswith("modality-") for concept in beside)
