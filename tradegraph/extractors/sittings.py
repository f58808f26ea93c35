"""Whether talks are one sitting, which is an encounter, or a negotiation that goes on.

One sitting is held, dated or placed: *a second day of talks*, *after talks with Norway*. What lasts
for weeks, is to begin or breaks down is the state of a negotiation.
"""

from __future__ import annotations

from tradegraph.extractors.grammar import clause_verb
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

AROUND = ("after", "at", "during", "following")
"""Prepositions before talks that are over or have a time: *after talks with Norway*."""
STRETCHES = ("month", "week", "year")
STATES = ("advanced", "broken-off", "stalled", "suspended")


def is_round(analysis: Analysis, token: Token) -> bool:
    """Tell whether the word only counts what follows it: *a round of talks*, *of tariffs*."""
    if not analysis.is_word(token, "round-noun"):
        return False
    before = analysis.children(token, "compound")
    counts = any(t.lower == "of" for t in analysis.children(token, "prep"))
    return counts or any(analysis.is_word(word, "measure-noun") for word in before)


def is_sitting(analysis: Analysis, token: Token) -> bool:
    """Tell whether the talks are counted as a round or a day: *the latest round of talks*."""
    return analysis.is_word(counted_by(analysis, token), "round-noun")


def is_one(analysis: Analysis, token: Token) -> bool:
    """Tell whether the talks are one occasion by their words: counted, held, or over."""
    if is_sitting(analysis, token) or _is_held(analysis, clause_verb(analysis, token)):
        return True
    if token.dep == "pobj" and analysis.head(token).lower in AROUND:
        return True
    none = any(analysis.is_word(t, "negation") for t in analysis.children(token, "det"))
    return none and analysis.head(token).lemma == "be"  # there were no talks


def tells_one_sitting(analysis: Analysis, token: Token, verb: Token | None, *, dated: bool) -> bool:
    """Tell whether the talks are one encounter; `dated` where the text gives a day or a place."""
    told = analysis.concepts(verb) if verb and not fails_to_do(analysis, verb) else ()
    if any(f"negotiation-{state}" in told for state in STATES):
        return False
    stretch = counted_by(analysis, token).lemma in STRETCHES
    return is_one(analysis, token) or (dated and not stretch)


def fails_to_do(analysis: Analysis, verb: Token) -> bool:
    """Tell whether the verb says what is not done, not that talks end: *failed to settle it*."""
    return analysis.is_word(verb, "failure") and bool(analysis.children(verb, "xcomp"))


def _is_held(analysis: Analysis, verb: Token | None) -> bool:
    """Tell whether the verb is one of holding talks, not of beginning or going on with them."""
    if verb is None or not analysis.is_word(verb, "encounter-verb"):
        return False
    going_on = analysis.is_word(verb, "continuing-verb")
    return not going_on and "negotiation-planned" not in analysis.concepts(verb)


def counted_by(analysis: Analysis, token: Token) -> Token:
    """Return the word that counts the talks (*rounds of talks*), or the talks' own."""
    above = analysis.head(token)
    return analysis.head(above) if token.dep == "pobj" and above.lower == "of" else token
