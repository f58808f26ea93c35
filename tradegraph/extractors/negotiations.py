"""Negotiation states: talks that go on, stall or advance; deals near, reached or broken off.

The state is read from the words around *talks* or *deal*, nearest first; talks that are only spoken
of are going on, unless the passage tells of one meeting or the talks are merely its topic.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from tradegraph.extractors.actors import actors_of
from tradegraph.extractors.commitment import DENIED, Commitment, read_commitment
from tradegraph.extractors.encounters import tells_encounter
from tradegraph.extractors.grammar import modifiers_of, objects_of
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
OF_DEALS = frozenset(STATES) - {"planned", "active"}
OF_TALKS = frozenset(STATES) - {"deal-near", "deal-reached"}
AHEAD = ("planned", "possible", "expected", "conditional", "proposed")
DEFINITE = ("the", "this", "that", "its", "their", "his", "her", "our")
LEAST_PARTIES = 2
"""Between so many a negotiation is that has not begun."""
FURTHEST = 4
TOPIC = ("on", "over", "about", "for")
"""Prepositions between talks and the agreement that they are about."""
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
    """Return the first telling where both are of the same state of the same negotiation."""
    a, b = first.content, second.content
    if not isinstance(a, NegotiationState) or not isinstance(b, NegotiationState):
        return None
    same = (
        is_equally_committed(first, second)
        and a.status == b.status
        and set(a.parties) == set(b.parties)
    )
    agreed = a.agreement == b.agreement or not a.agreement or not b.agreement
    return a if same and agreed and may_coincide(a.when, b.when) else None


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
        status = "planned"
    elif status == "planned" and commitment.modality not in AHEAD:
        status = "active"
    told = status != "planned" and (trigger is not token or status != "active")
    parties = find_parties(analysis, token, trigger, alone=told)
    if not parties or (status == "planned" and len(parties) < LEAST_PARTIES):
        return None
    agreement = _name_agreement(analysis, token) if deal else _name_topic(analysis, token)
    when = find_when(analysis, trigger, commitment) or _day_of_act(analysis, status, commitment)
    content = NegotiationState(parties, status, agreement, when)
    passage = cover(analysis, trigger)
    return commitment.claim(content, passage, confidence=0.6, extractor="negotiations")


def _day_of_act(analysis: Analysis, status: str, commitment: Commitment) -> DateRange | None:
    """Return the day of an official text that is itself the deal: *the parties have agreed*."""
    document = analysis.document
    own = document.doc_type in OFFICIAL and status == "deal-reached"
    if not own or document.published is None or commitment.modality != "asserted":
        return None
    return DateRange(document.published, document.published)


def _read_commitment(analysis: Analysis, token: Token, trigger: Token) -> Commitment:
    """Return how the text commits to the state; *failed to reach* denies it."""
    above = (trigger, *islice(analysis.ancestors(trigger), 2))
    if any(analysis.is_word(word, "failure") for word in above):
        return DENIED
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
        if status == "deal-reached" and _is_attempted(analysis, word):
            return "active", word
        if status == "advanced" and (brake := _find_brake(analysis, word)) is not None:
            return "stalled", brake
        if status is not None:
            return status, word
    return None, token


def _find_brake(analysis: Analysis, word: Token) -> Token | None:
    """Return the word that says that there is little of the progress: *made little progress*."""
    below = [word, *analysis.children(word, *COMPLETING)]
    return next((t for t in below if "negotiation-stalled" in analysis.concepts(t)), None)


def _is_attempted(analysis: Analysis, word: Token) -> bool:
    """Tell whether a deal is only worked for: *racing to reach a deal*."""
    above = islice(analysis.ancestors(word), 2)
    return any(analysis.is_word(other, "attempt-verb") for other in above)


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


def _is_topic(analysis: Analysis, token: Token) -> bool:
    """Tell whether the talks are only what somebody speaks about (*said of the talks*)."""
    above = analysis.head(token)
    about = token.dep == "pobj" and above.lower in ("of", "about", "on")
    return about and analysis.is_word(analysis.head(above), "reporting-verb")


def _is_needed_for(analysis: Analysis, trigger: Token) -> bool:
    """Tell whether the deal is only what something is needed for (*needed to reach a deal*)."""
    above = islice(analysis.ancestors(trigger), FURTHEST)
    return any(analysis.is_word(word, "requirement") for word in above)


def _name_topic(analysis: Analysis, token: Token) -> str | None:
    """Return the agreement that talks are on, or are to change: *talks on NAFTA*, *to amend it*."""
    verbs = analysis.children(token, "acl", "relcl")
    below = [t for verb in verbs for t in analysis.children(verb, "dobj")]
    for word in (*objects_of(analysis, token, *TOPIC), *modifiers_of(analysis, token), *below):
        mention = analysis.mention_at(word)
        if mention is not None and mention.kind == "Agreement":
            return analysis.text(mention.span)
    return None


def _name_agreement(analysis: Analysis, token: Token) -> str | None:
    """Return the name of the deal as the text gives it, when it is more than the bare noun."""
    for word in (token, *modifiers_of(analysis, token)):
        mention = analysis.mention_at(word)
        if mention is not None and mention.kind == "Agreement":
            return analysis.text(mention.span)
    named = [
        word
        for word in analysis.children(token, "compound", "amod")
        if word.text[:1].isupper()
        or analysis.is_word(word, "agreement-modifier")
        or _is_product(analysis, word)
    ]
    if not named:
        return None
    begin = min(analysis.subtree_span(word).begin for word in named)
    return analysis.document.text[begin : token.end]


def _is_product(analysis: Analysis, word: Token) -> bool:
    mention = analysis.mention_at(word)
    return mention is not None and mention.kind == "ProductScope"
