"""What becomes of what a court is asked for: granted, refused, or still to be decided.

*Granted the motion to stay* is a stay, *turned down the request for an injunction* is none, *is
expected to seek a stay* tells of one that is possible.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tradegraph.extractors.commitment import DENIED, Commitment, read_commitment
from tradegraph.extractors.court_agents import acting_court, sitting_court
from tradegraph.extractors.court_names import courts_near
from tradegraph.extractors.court_references import latest_court
from tradegraph.extractors.grammar import clause_verb, is_passive
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

ASSERTED: Final = Commitment()
POSSIBLE: Final = Commitment("possible")
HOPS: Final = 4
"""So many words lie at most between what is asked for and the word for asking."""
ASKED: Final = ("dobj", "pobj", "prep", "acl", "xcomp", "ccomp", "pcomp", "conj", "advcl")
"""Relations between what is asked for and the words above it."""

CourtFinder = Callable[[Analysis, Token], str | None]


def read_order(
    analysis: Analysis, token: Token, find_actor: CourtFinder
) -> tuple[str | None, Commitment]:
    """Return which court makes the order that the word tells, and how sure that is.

    `find_actor` says whose order it is where the word does not tell what somebody asks for.
    """
    asking = _asking_word(analysis, token)
    if asking is None:
        return find_actor(analysis, token), _read_own_commitment(analysis, token)
    verb = clause_verb(analysis, asking) if asking.pos == "noun" else None
    outcome = analysis.evokes(verb, "outcome") if verb is not None else None
    for told in (t for word in (token, asking) for t in analysis.children(word, "relcl")):
        if analysis.evokes(told, "outcome") in ("granted", "denied"):  # which the court granted
            verb, outcome = told, analysis.evokes(told, "outcome")
    if verb is None or outcome not in ("granted", "denied"):
        named = courts_near(analysis, analysis.sentence_of(token).span)
        return (named[0] if named else latest_court(analysis, token)), POSSIBLE
    court = acting_court(analysis, verb)
    if court is None and is_passive(analysis, verb):
        court = sitting_court(analysis, verb)
    commitment = read_commitment(analysis, verb)
    denied = outcome == "denied" and commitment == ASSERTED
    return court, DENIED if denied else commitment


def _asking_word(analysis: Analysis, token: Token) -> Token | None:
    """Return the verb or noun of asking below which the word tells what is asked for."""
    word = token
    for _ in range(HOPS):
        if word.dep not in ASKED or word.head == word.index:
            return None
        word = analysis.head(word)
        if analysis.is_word(word, "asking-verb", "asking-noun"):
            return word
    return None


def _read_own_commitment(analysis: Analysis, token: Token) -> Commitment:
    """Return how the text commits to the order; what a court agrees to do it does."""
    above = analysis.head(token)
    agreed = token.dep == "xcomp" and analysis.is_word(above, "agreeing-verb")
    return read_commitment(analysis, above if agreed else token)
