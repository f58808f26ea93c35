"""Whether a meeting was held or is to come.

A meeting is to come where it is arranged (*a call scheduled for Monday*), the purpose of a journey
(*is in Oslo to meet*) or the time of something else (*before they meet*). What happens at a
meeting says nothing of whether it was held: *after talks that solved nothing they* ...
"""

from __future__ import annotations

from tradegraph.extractors.commitment import AHEAD, DENIED, PRESENT, Commitment, read_commitment
from tradegraph.extractors.coordination import SUBJECTS
from tradegraph.extractors.grammar import clause_verb, is_goal
from tradegraph.extractors.sittings import AROUND, counted_by
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

TIMES = ("after", "as", "before", "once", "until", "when")
"""Words before a clause that gives the time of another: *when they meet*."""
MAIN = ("ROOT", "ccomp", "conj")
MODAL = frozenset(f"modality-{name}" for name in AHEAD)
PLANNED = Commitment("planned")


def read_arrangement(analysis: Analysis, token: Token) -> Commitment:
    """Return how the text commits to the meeting that the word tells of."""
    commitment = read_commitment(analysis, token)
    if token.pos == "noun" and commitment.positive and _is_cancelled(analysis, token):
        return DENIED
    if token.pos == "noun" and _is_occasion(analysis, token):
        commitment = _read_occasion(analysis, token)
    if commitment != Commitment():
        return commitment
    ahead = _is_arranged(analysis, token) if token.pos == "noun" else _is_to_come(analysis, token)
    return PLANNED if ahead else commitment


def _is_occasion(analysis: Analysis, noun: Token) -> bool:
    """Tell whether the meeting is only when or by what something else happens."""
    verb = clause_verb(analysis, noun)
    if verb is None or analysis.is_word(verb, "encounter-verb", "arranging-verb"):
        return False
    head = counted_by(analysis, noun)
    placed = head.dep == "pobj" and analysis.head(head).lower in AROUND
    return placed or (head.dep in SUBJECTS and analysis.is_word(verb, "negation"))


def _read_occasion(analysis: Analysis, noun: Token) -> Commitment:
    """Return the commitment that auxiliaries give to what happens: *will sign it at the summit*."""
    verb = clause_verb(analysis, noun)
    helping = analysis.children(verb, "aux") if verb is not None else []
    beside = [*helping, *analysis.children(noun, "amod")]
    found = [c.partition("-")[2] for t in beside for c in analysis.concepts(t) if c in MODAL]
    return Commitment(found[0]) if found else Commitment()


def _is_cancelled(analysis: Analysis, noun: Token) -> bool:
    """Tell whether the meeting was called off: *cancelled the summit*, *the call was scrapped*."""
    above = analysis.head(noun)
    ended = above if noun.dep in ("dobj", "nsubjpass", "nsubj") else None
    return ended is not None and analysis.is_word(ended, "cancelling-verb")


def _is_arranged(analysis: Analysis, noun: Token) -> bool:
    """Tell whether it is arranged: *lined up a call*, *talks set for May*, *the next round*."""
    described = analysis.children(noun, "acl", "amod")
    governing = [analysis.head(noun)] if noun.dep in ("dobj", "nsubjpass") else []
    arranged = any(analysis.is_word(t, "arranging-verb") for t in (*described, *governing))
    return arranged or any("negotiation-planned" in analysis.concepts(t) for t in described)


def _is_to_come(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the clause gives a purpose, or the time of something that is to come."""
    if is_goal(analysis, verb) or _is_dated_ahead(analysis, verb):
        return True
    times = (t.lower in TIMES for t in analysis.children(verb, "mark", "advmod"))
    return verb.dep in ("advcl", "relcl", "pcomp") and verb.tag in PRESENT and any(times)


def _is_dated_ahead(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the present tense is that of a timetable: *the ministers meet on Friday*."""
    dated = bool(analysis.dates_in(analysis.subtree_span(verb)))
    return verb.tag == "VBP" and verb.dep in MAIN and dated
