"""Negotiations, encounters and statements that a model sees: between whom, by whom."""

from __future__ import annotations

from tradegraph.extractors.actors import find_actors
from tradegraph.extractors.attendance import parties_of
from tradegraph.extractors.grammar import find_subject
from tradegraph.extractors.jurisdictions import JURISDICTIONS, find_jurisdiction
from tradegraph.extractors.occasions import find_occasion, find_when
from tradegraph.model import Encounter, NegotiationState, Statement
from tradegraph.trained.sighting import Sighting

TWO = 2
"""Sides that a negotiation has at least."""
LIKELY = 0.5
MOST_PARTIES = 4
ACTING = ("Person", "GovernmentBody", "InternationalBody", "Administration", "ActorGroup")
MOST_PARTICIPANTS = 4


def propose_negotiation(seen: Sighting) -> NegotiationState | None:
    """Return the state that the sentence is likely to tell; None without two parties."""
    parties = seen.chosen("party", LIKELY, MOST_PARTIES)
    if len(parties) < TWO:
        parties = seen.chosen("party", 0.0, TWO)
    if len(parties) < TWO:
        return None
    named = seen.named("Agreement")
    agreement = seen.analysis.text(named[0].span) if named else None
    when = find_when(seen.analysis, seen.trigger, seen.commitment)
    return NegotiationState(parties, seen.kind, agreement, when)


def propose_encounter(seen: Sighting) -> Encounter | None:
    """Return the encounter that the sentence is likely to tell; None where it names nobody."""
    actors = seen.entities(*ACTING)
    covered = {find_jurisdiction(seen.analysis, actor) for actor in actors}
    places = tuple(place for place in seen.entities(*JURISDICTIONS) if place not in covered)
    participants = (*actors, *places)[:MOST_PARTICIPANTS]
    outlets = seen.entities("MediaOutlet")
    if not participants or (seen.kind == "interview" and not outlets):
        return None
    outlet = outlets[0] if seen.kind == "interview" else None
    return Encounter(
        seen.kind,
        (*participants[:1], outlet) if outlet else participants,
        seen.entities("Place")[:1],
        outlet,
        parties_of(seen.analysis, participants),
        find_occasion(seen.analysis, seen.trigger, seen.commitment),
    )


def propose_statement(seen: Sighting) -> Statement | None:
    """Return the statement that the sentence is likely to carry; None without a speaker."""
    analysis, sentence = seen.analysis, seen.sentence
    main = next((t for t in analysis.sentence_tokens(sentence) if t.head == t.index), None)
    subject = find_subject(analysis, main) if main is not None else None
    speakers = find_actors(analysis, subject) or seen.entities(*ACTING)[:1]
    if not speakers:
        return None
    quotes = tuple(
        analysis.text(quote.words).strip(" ,.")
        for quote in analysis.quotations
        if quote.words in sentence.span
    )
    return Statement(
        speakers=speakers,
        quotes=quotes,
        paraphrase=None if quotes else analysis.text(sentence.span),
        outlet=next(iter(seen.entities("MediaOutlet")), None),
        about=seen.entities(*JURISDICTIONS),
        when=find_when(analysis, seen.trigger),
        content=(),
    )
