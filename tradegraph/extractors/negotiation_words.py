"""Which words around *talks* or *deal* tell how a negotiation stands, nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from tradegraph.extractors.grammar import is_passive, objects_of
from tradegraph.extractors.sittings import fails_to_do
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

STATES: Final = (
    "broken-off",
    "suspended",
    "stalled",
    "advanced",
    "deal-near",
    "deal-reached",
    "planned",
    "active",
)
"""The states, the more telling first where a word evokes several."""
DEAL_NEAR: Final = "deal-near"
OF_DEALS: Final = frozenset(STATES) - {"planned", "active"}
OF_TALKS: Final = frozenset(STATES) - {"deal-near", "deal-reached"}
PARTLY: Final = frozenset(("advanced", "stalled"))
FURTHEST: Final = 4
"""So many words above the noun are looked at."""
NON_FINITE: Final = ("VB", "VBG")
"""Tags of verbs that say what is attempted: *hope to agree*, not *hope that they agreed*."""
COMPLETING: Final = ("acomp", "attr", "prep", "advmod", "dobj", "oprd", "prt")
AIMS: Final = ("for", "on", "toward", "towards")
CLAUSES: Final = ("advcl", "relcl", "conj", "ccomp", "parataxis")
"""Relations of verbs that stand for themselves: *paused the duty while they negotiated*."""


def find_status(
    analysis: Analysis, token: Token, allowed: frozenset[str]
) -> tuple[str | None, Token]:
    """Return the state told of the talks or the deal, and the word that tells it."""
    for word in _words_around(analysis, token):
        if _is_in_name(analysis, token, word) or _acts_on_another(analysis, token, word):
            continue
        if fails_to_do(analysis, word):
            continue
        found = _read_word(analysis, word, allowed)
        if found is not None:
            return found
        if DEAL_NEAR in allowed and _works_for(analysis, token, word):
            return "active", word
    return None, token


def _read_word(
    analysis: Analysis, word: Token, allowed: frozenset[str]
) -> tuple[str, Token] | None:
    """Return the state that the word tells, and the word beside it that decides which."""
    if "deal-reached" in allowed and is_negotiated(analysis, word):
        return "deal-reached", word
    concepts = analysis.concepts(word)
    told = (state for state in STATES if f"negotiation-{state}" in concepts)
    status = next((state for state in told if state in allowed), None)
    if status == "deal-reached" and "advanced" in allowed:
        made = (t for t in analysis.children(word, "dobj") if t.pos == "noun")
        partly = (_read_word(analysis, t, PARTLY) for t in made)  # made progress on a deal
        if (found := next((each for each in partly if each is not None), None)) is not None:
            return found
    if status == "deal-reached" and (near := _find_above(analysis, word, DEAL_NEAR)):
        return DEAL_NEAR, near
    if status == "deal-reached" and (attempt := _find_attempt(analysis, word)):
        return "active", attempt
    if status == "advanced" and (brake := _find_brake(analysis, word)) is not None:
        return "stalled", brake
    return (status, word) if status is not None else None


def _works_for(analysis: Analysis, token: Token, word: Token) -> bool:
    """Tell whether the verb says that the deal is worked for: *pushes for an accord*."""
    if word.pos != "verb" or not analysis.is_word(word, "attempt-verb"):
        return False
    above = analysis.head(token)
    aimed = token.dep == "pobj" and above.lower in AIMS and analysis.head(above) is word
    return aimed or (token.dep == "dobj" and above is word)


def is_negotiated(analysis: Analysis, word: Token) -> bool:
    """Tell whether the verb says that a deal was made: *has renegotiated NAFTA*."""
    if word.dep == "amod" or not analysis.is_word(word, "negotiation-verb"):
        return False  # a re-negotiated deal may yet come
    perfect = any(t.lemma == "have" for t in analysis.children(word, "aux"))
    return word.tag == "VBD" or (word.tag == "VBN" and (perfect or is_passive(analysis, word)))


def _find_attempt(analysis: Analysis, word: Token) -> Token | None:
    """Return the verb that says that a deal is only worked for: *racing to reach a deal*."""
    above = islice(analysis.ancestors(word), 2) if word.tag in NON_FINITE else ()
    return next((t for t in above if analysis.is_word(t, "attempt-verb")), None)


def _find_above(analysis: Analysis, word: Token, state: str) -> Token | None:
    """Return the word that governs another and tells a state: *close to making a deal*."""
    above = islice(analysis.ancestors(word), 2)
    return next((t for t in above if f"negotiation-{state}" in analysis.concepts(t)), None)


def _find_brake(analysis: Analysis, word: Token) -> Token | None:
    """Return the word that says that there is little of the progress: *made little progress*."""
    below = [word, *analysis.children(word, *COMPLETING), *islice(analysis.ancestors(word), 2)]
    return next((t for t in below if "negotiation-stalled" in analysis.concepts(t)), None)


def _words_around(analysis: Analysis, token: Token) -> Iterator[Token]:
    """Yield the words that may tell the state, nearest first.

    They describe the noun, govern it, or complete its verb.
    """
    yield token
    beside = analysis.children(token, "acl", "relcl", "amod")
    yield from beside
    for clause in (word for word in beside if word.pos == "verb"):
        yield from _completions(analysis, clause)
    yield from objects_of(analysis, token, "in", "at", "on")
    above = token
    for _ in range(FURTHEST):
        if above.head == above.index or _ends_reach(above, token):
            break
        above = analysis.head(above)
        if above.pos in ("noun", "verb", "adjective"):
            yield above
    if above.pos == "verb":
        yield from _completions(analysis, above)


def _completions(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """Yield the words that complete a verb: *are at an impasse*."""
    for child in analysis.children(verb, *COMPLETING):
        yield child
        yield from analysis.children(child, "pobj", "amod")


def _is_in_name(analysis: Analysis, token: Token, word: Token) -> bool:
    """Tell whether the word is part of the deal's name: *Agreement Suspending the Inquiry*."""
    name = analysis.mention_at(token)
    if name is not None and word is not token and analysis.mention_at(word) is name:
        return True
    return token.text[:1].isupper() and word.index > token.index and word.text[:1].isupper()


def _ends_reach(word: Token, token: Token) -> bool:
    """Tell whether what stands above the verb tells nothing of the talks or the deal."""
    return word.pos == "verb" and (word is not token or word.dep in CLAUSES)


def _acts_on_another(analysis: Analysis, token: Token, word: Token) -> bool:
    """Tell whether the deal does something to another thing: *the deal breaks down barriers*."""
    acts = word.pos == "verb" and "negotiation-broken-off" in analysis.concepts(word)
    return acts and token.dep == "nsubj" and bool(analysis.children(word, "dobj"))
