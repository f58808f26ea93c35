"""Negotiation states: talks that go on, stall or advance; deals near, reached or broken off.

The state is read from the words around *talks* or *deal*, nearest first; talks that are only spoken
of are going on, unless the passage tells of one meeting or the talks are merely its topic.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tradegraph.extractors.actors import actors_of
from tradegraph.extractors.agreement_names import may_be_one, name_agreement, name_topic
from tradegraph.extractors.commitment import DENIED, Commitment, is_condition, read_commitment
from tradegraph.extractors.encounters import tells_encounter
from tradegraph.extractors.grammar import clause_verb, is_goal, objects_of
from tradegraph.extractors.jurisdictions import find_jurisdictions
from tradegraph.extractors.negotiating_parties import find_parties
from tradegraph.extractors.occasions import find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.settings import OFFICIAL
from tradegraph.extractors.tellings import add_telling, is_equally_committed, may_coincide
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange, Fact, Mention, NegotiationState

STATES = (
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
DEAL_NEAR = "deal-near"
OF_DEALS = frozenset(STATES) - {"planned", "active"}
OF_TALKS = frozenset(STATES) - {"deal-near", "deal-reached"}
AHEAD = ("planned", "possible", "expected", "conditional", "proposed")
DEFINITE = ("the", "this", "that", "its", "their", "his", "her", "our")
LEAST_PARTIES = 2
"""Between so many a negotiation is that has not begun."""
FURTHEST = 4
NON_FINITE = ("VB", "VBG")
"""Tags of verbs that say what is attempted: *hope to agree*, not *hope that they agreed*."""
COMPLETING = ("acomp", "attr", "prep", "advmod", "dobj", "oprd", "prt")


def find_negotiations(analysis: Analysis) -> Iterator[Fact]:
    """Yield the states of negotiations that the document tells, each once."""
    told: list[Fact] = []
    for token in analysis.tokens:
        fact = _read_state(analysis, token)
        if fact is not None:
            add_telling(told, fact, _unite)
    yield from told


def _unite(first: Fact, second: Fact) -> NegotiationState | None:
    """Return one state where both tellings are of the same one, with what either adds."""
    a, b = first.content, second.content
    if not isinstance(a, NegotiationState) or not isinstance(b, NegotiationState):
        return None
    same = (
        is_equally_committed(first, second)
        and a.status == b.status
        and set(a.parties) == set(b.parties)
    )
    if not (same and may_be_one(a.agreement, b.agreement) and may_coincide(a.when, b.when)):
        return None
    named = max(a.agreement or "", b.agreement or "", key=len) or None
    return replace(a, agreement=named, when=a.when or b.when)


def _read_state(analysis: Analysis, token: Token) -> Fact | None:
    deal = _is_deal(analysis, token)
    if not deal and not _is_talks(analysis, token):
        return None
    status, trigger = _find_status(analysis, token, OF_DEALS if deal else OF_TALKS)
    if status is None and not deal and _goes_on(analysis, token):
        status = "active"
    if status is None and deal and _exists(analysis, token):
        status = "deal-reached"
    if status is None or (status == "deal-reached" and _is_needed_for(analysis, trigger)):
        return None
    commitment = _read_commitment(analysis, token, trigger)
    if commitment.modality == "conditional":
        return None
    if status == "active" and commitment.modality in AHEAD:
        if trigger is token and token.pos == "noun":
            return None
        status = "active" if analysis.is_word(trigger, "continuing-verb") else "planned"
    elif status == "planned" and trigger.pos == "adjective" and commitment == Commitment():
        commitment = Commitment("planned")  # future talks
    elif status == "planned" and commitment.modality not in AHEAD:
        status = "active"
    elif status == "deal-reached" and commitment == Commitment() and is_goal(analysis, trigger):
        commitment = Commitment("possible")
    if status == "planned" and not _is_coming(analysis, trigger, commitment):
        return None
    told = status != "planned" and (trigger is not token or status != "active")
    parties = find_parties(analysis, token, trigger, alone=told)
    if not parties or (status == "planned" and len(parties) < LEAST_PARTIES):
        return None
    agreement = name_agreement(analysis, token) if deal else name_topic(analysis, token)
    when = find_when(analysis, trigger, commitment) or _day_of_act(analysis, status, commitment)
    content = NegotiationState(parties, status, agreement, when)
    passage = cover(analysis, trigger)
    return commitment.claim(content, passage, confidence=0.6, extractor="negotiations")


def _is_coming(analysis: Analysis, trigger: Token, commitment: Commitment) -> bool:
    """Tell whether talks are planned or offered, not only hoped for: *is willing to negotiate*."""
    above = islice(analysis.ancestors(trigger), 2)
    offered = any(analysis.is_word(word, "willingness") for word in above)
    return offered or commitment.modality in ("planned", "expected")


def _day_of_act(analysis: Analysis, status: str, commitment: Commitment) -> DateRange | None:
    """Return the day of an official text that is itself the deal: *the parties have agreed*."""
    document = analysis.document
    own = document.doc_type in OFFICIAL and status == "deal-reached"
    if not own or document.published is None or commitment.modality != "asserted":
        return None
    return DateRange(document.published, document.published)


def _read_commitment(analysis: Analysis, token: Token, trigger: Token) -> Commitment:
    """Return how the text commits to the state; *failed to reach* denies it."""
    verb = clause_verb(analysis, trigger) or trigger
    if any(is_condition(analysis, mark) for mark in analysis.children(verb, "mark", "advmod")):
        return Commitment("conditional")
    above = (trigger, *islice(analysis.ancestors(trigger), 2))
    if any(analysis.is_word(word, "failure") for word in above):
        return DENIED
    if trigger is token and _is_deal(analysis, token) and not _is_hoped_for(analysis, token):
        return Commitment()
    return read_commitment(analysis, trigger, token)


def _is_talks(analysis: Analysis, token: Token) -> bool:
    if token.pos == "verb":
        return analysis.is_word(token, "negotiation-verb")
    named = token.pos == "noun" and analysis.is_word(token, "negotiation-noun")
    return named and token.dep not in ("compound", "nmod")


def _is_deal(analysis: Analysis, token: Token) -> bool:
    if token.pos != "noun" or _is_talks(analysis, token):
        return False
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind == "Agreement":
        head = token is analysis.head_of(mention.span)
        return head and not _is_named_again(analysis, token, mention)
    return token.dep not in ("compound", "nmod") and analysis.is_word(token, "deal-noun")


def _is_named_again(analysis: Analysis, token: Token, name: Mention) -> bool:
    """Tell whether another word stands for the deal: *the NAFTA deal*, *the pact (USMCA)*."""
    inside = token.dep in ("compound", "nmod")
    if inside and analysis.is_word(analysis.head(token), "deal-noun"):
        return True
    before = analysis.token_at(max(0, name.span.begin - 3))
    earlier = analysis.mention_at(before) if before is not None else None
    abbreviated = analysis.document.text[: name.span.begin].endswith(" (")
    return abbreviated and earlier is not None and earlier.entity == name.entity


def _find_status(
    analysis: Analysis, token: Token, allowed: frozenset[str]
) -> tuple[str | None, Token]:
    """Return the state told of the talks or the deal, and the word that tells it."""
    name = analysis.mention_at(token)
    for word in _words_around(analysis, token):
        if name is not None and word is not token and analysis.mention_at(word) is name:
            continue
        if _is_in_name(token, word):
            continue
        concepts = analysis.concepts(word)
        told = (state for state in STATES if f"negotiation-{state}" in concepts)
        status = next((state for state in told if state in allowed), None)
        if status == "deal-reached" and (near := _find_above(analysis, word, DEAL_NEAR)):
            return DEAL_NEAR, near
        if status == "deal-reached" and (attempt := _find_attempt(analysis, word)):
            return "active", attempt
        if status == "advanced" and (brake := _find_brake(analysis, word)) is not None:
            return "stalled", brake
        if status is not None:
            return status, word
    return None, token


def _find_brake(analysis: Analysis, word: Token) -> Token | None:
    """Return the word that says that there is little of the progress: *made little progress*."""
    below = [word, *analysis.children(word, *COMPLETING), *islice(analysis.ancestors(word), 2)]
    return next((t for t in below if "negotiation-stalled" in analysis.concepts(t)), None)


def _find_attempt(analysis: Analysis, word: Token) -> Token | None:
    """Return the verb that says that a deal is only worked for: *racing to reach a deal*."""
    above = islice(analysis.ancestors(word), 2) if word.tag in NON_FINITE else ()
    return next((t for t in above if analysis.is_word(t, "attempt-verb")), None)


def _find_above(analysis: Analysis, word: Token, state: str) -> Token | None:
    """Return the word that governs another and tells a state: *close to making a deal*."""
    above = islice(analysis.ancestors(word), 2)
    return next((t for t in above if f"negotiation-{state}" in analysis.concepts(t)), None)


def _words_around(analysis: Analysis, token: Token) -> Iterator[Token]:
    """Yield the words that may tell the state, nearest first.

    They describe the noun, govern it, or complete its verb.
    """
    yield token
    beside = analysis.children(token, "acl", "relcl", "amod")
    yield from beside
    yield from objects_of(analysis, token, "in", "at", "on")
    above = token
    for _ in range(FURTHEST):
        if above.head == above.index or (above.pos == "verb" and above is not token):
            break
        above = analysis.head(above)
        if above.pos in ("noun", "verb", "adjective"):
            yield above
    if above.pos == "verb":
        for child in analysis.children(above, *COMPLETING):
            yield child
            yield from analysis.children(child, "pobj", "amod")


def _is_in_name(token: Token, word: Token) -> bool:
    """Tell whether the word is part of the deal's name: *Agreement Suspending the Inquiry*."""
    return token.text[:1].isupper() and word.index > token.index and word.text[:1].isupper()


def _goes_on(analysis: Analysis, token: Token) -> bool:
    """Tell whether talks of which no state is told are going on."""
    return not tells_encounter(analysis, token) and not _is_topic(analysis, token)


def _exists(analysis: Analysis, token: Token) -> bool:
    """Tell whether the deal is spoken of as one that the parties have: *its pact with Norway*."""
    definite = any(t.lower in DEFINITE for t in analysis.children(token, "det", "poss"))
    owned = definite or bool(analysis.children(token, "poss"))
    partners = find_jurisdictions(
        analysis, actors_of(analysis, objects_of(analysis, token, "with", "between"))
    )
    return owned and bool(partners)


def _is_hoped_for(analysis: Analysis, token: Token) -> bool:
    """Tell whether the words beside the deal say that it has yet to come: *a possible pact*."""
    beside = (concept for word in analysis.children(token) for concept in analysis.concepts(word))
    return any(concept.startswith("modality-") for concept in beside)


def _is_topic(analysis: Analysis, token: Token) -> bool:
    """Tell whether the talks are only what somebody speaks about (*said of the talks*)."""
    above = analysis.head(token)
    about = token.dep == "pobj" and above.lower in ("of", "about", "on")
    return about and analysis.is_word(analysis.head(above), "reporting-verb")


def _is_needed_for(analysis: Analysis, trigger: Token) -> bool:
    """Tell whether the deal is only what something is needed for (*needed to reach a deal*)."""
    above = islice(analysis.ancestors(trigger), FURTHEST)
    return any(analysis.is_word(word, "requirement") for word in above)
