"""Where and when an encounter takes place: in its own clause, else in the one that it belongs to.

*She is in Oslo today to meet him*: the place and the day of the journey are those of the meeting.
"""

from __future__ import annotations

from tradegraph.extractors.commitment import Commitment
from tradegraph.extractors.grammar import clause_span, clause_verb
from tradegraph.extractors.occasions import find_occasion
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange

PLACE_KINDS = ("Place", "Country", "GovernmentBody")
PLACING = ("in", "at", "near", "to")
HOUSING = ("at", "to")
"""Prepositions after which a body is the house that it sits in: *at the White House*."""
PART_OF = ("xcomp", "advcl", "relcl")
NON_FINITE = ("VB", "VBG")
WHEN = ("when", "where")


def find_places(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the places that the clause names after *in* or *at*, else the clause above."""
    verb = clause_verb(analysis, token)
    if verb is None:
        return _places_of(analysis, token, None)
    own = _places_of(analysis, token, verb)
    above = _governing(analysis, verb)
    return own or (_places_of(analysis, above, above) if above is not None else ())


def find_day(analysis: Analysis, token: Token, commitment: Commitment) -> DateRange | None:
    """Return the day of the encounter, told in its clause or in the one that it belongs to."""
    own = find_occasion(analysis, token, commitment)
    verb = clause_verb(analysis, token)
    above = _governing(analysis, verb) if own is None and verb is not None else None
    return own if above is None else find_occasion(analysis, above, commitment)


def _governing(analysis: Analysis, verb: Token) -> Token | None:
    """Return the verb of the clause with which the verb's happens together, if there is one."""
    marks = (t.lower for t in analysis.children(verb, "advmod", "mark"))
    together = verb.tag in NON_FINITE or any(mark in WHEN for mark in marks)
    if verb.dep not in PART_OF or not together:
        return None
    above = analysis.head(verb)
    return above if above.pos == "verb" else clause_verb(analysis, above)


def _places_of(analysis: Analysis, token: Token, verb: Token | None) -> tuple[str, ...]:
    span = clause_span(analysis, verb) if verb is not None else analysis.subtree_span(token)
    named = [m for m in analysis.mentions_in(span, *PLACE_KINDS) if m.entity]
    heads = ((m, analysis.head_of(m.span)) for m in named)
    placed = (
        m.entity for m, head in heads if head is not None and _is_placed(analysis, head, m.kind)
    )
    return tuple(dict.fromkeys(place for place in placed if place))


def _is_placed(analysis: Analysis, head: Token, kind: str) -> bool:
    prepositions = HOUSING if kind == "GovernmentBody" else PLACING
    return head.dep == "pobj" and analysis.head(head).lower in prepositions
