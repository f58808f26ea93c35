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
from tradegraph.extractors.commitment import Commitment
from tradegraph.extractors.coordination import conjuncts
from tradegraph.extractors.encounters import tells_encounter
from tradegraph.extractors.grammar import clause_verb, find_patients, find_subject, objects_of
from tradegraph.extractors.jurisdictions import find_jurisdictions
from tradegraph.extractors.negotiating_parties import find_parties
from tradegraph.extractors.negotiation_commitment import is_offered, is_wanted, settle_state
from tradegraph.extractors.negotiation_words import (
    FURTHEST,
    OF_DEALS,
    OF_TALKS,
    find_status,
    is_negotiated,
)
from tradegraph.extractors.occasions import find_occasion, find_when
from tradegraph.extractors.passages import cover
from tradegraph.extractors.settings import OFFICIAL
from tradegraph.extractors.sittings import fails_to_do
from tradegraph.extractors.tellings import add_telling, is_equally_committed, may_coincide
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import DateRange, Fact, Mention, NegotiationState

DEFINITE = ("the", "this", "that", "its", "their", "his", "her", "our")
LEAST_PARTIES = 2
"""Between so many a negotiation is that has not begun."""


def find_negotiations(analysis: Analysis) -> Iterator[Fact]:
    """Yield the states of negotiations that the document tells, each once."""
    told: list[Fact] = []
    for token in analysis.tokens:
        fact = _read_state(analysis, token)
        complete = _complete_sides(token, fact, told) if fact is not None else None
        for each in _each_deal(analysis, token, complete) if complete is not None else ():
            add_telling(told, each, _unite)
    yield from told


def _complete_sides(token: Token, fact: Fact, told: list[Fact]) -> Fact | None:
    """Return the fact with the sides of the deal that was told last, where it names one of them.

    *The deal*, *a pact* has two sides; without the other one it stays untold.
    """
    state = fact.content
    if not isinstance(state, NegotiationState) or len(state.parties) > 1 or token.tag == "NNS":
        return fact
    if token.pos == "verb":
        return fact
    earlier = (f.content for f in reversed(told) if isinstance(f.content, NegotiationState))
    wide = (each for each in earlier if len(each.parties) > 1)
    last = next((each for each in wide if set(state.parties) <= set(each.parties)), None)
    return replace(fact, content=replace(state, parties=last.parties)) if last else None


def _each_deal(analysis: Analysis, token: Token, fact: Fact) -> Iterator[Fact]:
    """Yield one fact for each partner of several deals: *deals with Norway and Sweden*."""
    state = fact.content
    if not isinstance(state, NegotiationState):
        return
    verb = clause_verb(analysis, token) or token
    named = objects_of(analysis, token, "with") or objects_of(analysis, verb, "with")
    partners = find_jurisdictions(analysis, actors_of(analysis, named))
    others = tuple(place for place in state.parties if place not in partners)
    one, many = sorted((partners, others), key=len)
    several = token.tag == "NNS" and _is_deal(analysis, token) and state.status == "deal-reached"
    if not several or len(one) != 1 or len(many) < LEAST_PARTIES:
        yield fact
        return
    for side in many:
        yield replace(fact, content=replace(state, parties=(*one, side)))


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
    if deal and _is_of_arms(analysis, token):
        return None
    status, trigger = find_status(analysis, token, OF_DEALS if deal else OF_TALKS)
    if status is None and is_wanted(analysis, token):
        status = "deal-reached" if deal else "planned"
    above = analysis.head(token)
    if status is None and token.dep == "nsubj" and fails_to_do(analysis, above):
        status, trigger = "deal-reached", above  # the talks failed to settle it
    if status is None and not deal and _goes_on(analysis, token):
        status = "active"
    if status is None and deal and _exists(analysis, token):
        status = "deal-reached"
    if status is None or (status == "deal-reached" and _is_needed_for(analysis, trigger)):
        return None
    settled = settle_state(analysis, token, trigger, status)
    if settled is None:
        return None
    status, commitment = settled
    told = is_offered(analysis, token) or (
        status != "planned" and (trigger is not token or status != "active")
    )
    parties = find_parties(analysis, token, trigger, alone=told)
    if not parties or (status == "planned" and len(parties) < LEAST_PARTIES):
        return None
    agreement = name_agreement(analysis, token) if deal else name_topic(analysis, token)
    when = _find_day(analysis, trigger, status, commitment)
    content = NegotiationState(parties, status, agreement, when)
    passage = cover(analysis, trigger)
    return commitment.claim(content, passage, confidence=0.6, extractor="negotiations")


def _find_day(
    analysis: Analysis, trigger: Token, status: str, commitment: Commitment
) -> DateRange | None:
    """Return when the state was so, or by when a deal is to be reached: *a deal by March*."""
    published = analysis.document.published
    if status == "deal-reached" and commitment.is_ahead:
        day = find_occasion(analysis, trigger, commitment)
        if day is not None and published is not None and day.last > published:
            return day
    when = find_when(analysis, trigger, commitment)
    if when is not None and published is not None and when.first > published:
        when = None  # racing to agree before August
    return when or _day_of_act(analysis, status, commitment)


def _day_of_act(analysis: Analysis, status: str, commitment: Commitment) -> DateRange | None:
    """Return the day of an official text that is itself the deal: *the parties have agreed*."""
    document = analysis.document
    own = document.doc_type in OFFICIAL and status == "deal-reached"
    if not own or document.published is None or commitment.modality != "asserted":
        return None
    return DateRange(document.published, document.published)


def _is_talks(analysis: Analysis, token: Token) -> bool:
    if token.pos == "verb":
        offered = analysis.is_word(token, "discussing-verb") and (
            is_offered(analysis, token) or _is_between_sides(analysis, token)
        )
        done = is_negotiated(analysis, token) and any(
            _is_deal(analysis, patient) for patient in find_patients(analysis, token)
        )
        return offered or (analysis.is_word(token, "negotiation-verb") and not done)
    named = token.pos == "noun" and analysis.is_word(token, "negotiation-noun")
    return named and token.dep not in ("compound", "nmod")


def _is_between_sides(analysis: Analysis, verb: Token) -> bool:
    """Tell whether both sides are at it: *the two sides are still discussing prices*."""
    subject = find_subject(analysis, verb)
    if subject is None:
        return False
    several = (
        len(find_jurisdictions(analysis, actors_of(analysis, conjuncts(analysis, subject)))) > 1
    )
    sides = several or analysis.is_word(subject, "sides-noun")
    return sides and verb.tag == "VBG" and bool(analysis.children(verb, "aux"))


def _is_deal(analysis: Analysis, token: Token) -> bool:
    if token.pos != "noun" or _is_talks(analysis, token):
        return False
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind == "Agreement":
        head = token is analysis.head_of(mention.span)
        return head and not _is_named_again(analysis, token, mention)
    if token.dep in ("compound", "nmod") or _is_proviso(analysis, token):
        return False
    return analysis.is_word(token, "deal-noun")


def _is_proviso(analysis: Analysis, token: Token) -> bool:
    """Tell whether the noun only says how something is done: *acts with the understanding that*."""
    nouns = conjuncts(analysis, token)
    clauses = [c for noun in nouns for c in analysis.children(noun, "acl", "relcl")]
    marked = any(mark.lower == "that" for c in clauses for mark in analysis.children(c, "mark"))
    return marked and analysis.head(token).lower == "with"


def _is_of_arms(analysis: Analysis, token: Token) -> bool:
    """Tell whether the deal is one of war and peace: its sentence speaks of arms, not of trade."""
    sentence = analysis.sentence_of(token)
    words = analysis.tokens[sentence.first : sentence.last]
    armed = any(analysis.is_word(word, "armed-conflict") for word in words)
    return armed and not any(analysis.is_word(w, "topic-tariffs", "measure-noun") for w in words)


def _is_named_again(analysis: Analysis, token: Token, name: Mention) -> bool:
    """Tell whether another word stands for the deal: *the NAFTA deal*, *the pact (USMCA)*."""
    inside = token.dep in ("compound", "nmod")
    if inside and analysis.is_word(analysis.head(token), "deal-noun"):
        return True
    before = analysis.token_at(max(0, name.span.begin - 3))
    earlier = analysis.mention_at(before) if before is not None else None
    abbreviated = analysis.document.text[: name.span.begin].endswith(" (")
    return abbreviated and earlier is not None and earlier.entity == name.entity


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
