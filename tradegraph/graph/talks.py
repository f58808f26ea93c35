"""Talks as nodes: who met, which negotiation that belongs to, how it stands, what it needs."""

from __future__ import annotations

from collections.abc import Sequence

from tradegraph.graph.builder import Builder, Written, concept, day
from tradegraph.graph.courts import write_ruling, write_stay
from tradegraph.graph.measures import write_measure_event
from tradegraph.graph.names import slug_of
from tradegraph.identifiers import mint, mint_keyed, slugify
from tradegraph.model import (
    DateRange,
    Encounter,
    NegotiationState,
    PostureChange,
    Requirement,
    Ruling,
)
from tradegraph.vocabulary import ID

EVERYONE = f"{ID}group/all-trading-partners"
"""The other side of talks of which only one side is named."""
SHOWN = 4
"""So many participants show in the name of an encounter."""


def write_encounter(builder: Builder, encounter: Encounter) -> Written:
    """Describe a meeting, call or the like, and the negotiation that it belongs to."""
    participants = sorted(encounter.participants)
    key = mint_keyed("event", encounter.event, participants[:SHOWN], *participants)
    iri = builder.event(key, encounter.when)
    builder.type(iri, "Encounter")
    builder.add(iri, "eventType", concept("event", encounter.event))
    builder.link(iri, "participant", encounter.participants)
    builder.link(iri, "location", encounter.places)
    if encounter.outlet:
        builder.link(iri, "outlet", [encounter.outlet])
    if len(encounter.parties) > 1:
        negotiation = _write_negotiation(builder, encounter.parties, encounter.when)
        builder.link(iri, "inNegotiation", [negotiation])
    builder.date(iri, encounter.when)
    return Written(iri)


def _write_negotiation(
    builder: Builder, parties: Sequence[str], when: DateRange | None, agreement: str | None = None
) -> str:
    """Describe the negotiation of these parties in that year and return its IRI.

    One for an agreement that is named is a negotiation of its own: the same parties may have two.
    """
    both = parties if len(parties) > 1 else (*parties, EVERYONE)
    year = builder.year(when)
    about = (slugify(agreement),) if agreement else ()
    iri = mint("negotiation", "-".join((slug_of(both), *about, year)))
    builder.type(iri, "Negotiation")
    names = "–".join(builder.namer.name(party) for party in sorted(both))
    builder.label(iri, f"{names} {'talks on ' + agreement if agreement else 'trade talks'}, {year}")
    builder.link(iri, "party", both)
    return iri


def _write_agreement(
    builder: Builder, slug: str, label: str, parties: Sequence[str], negotiation: str
) -> str:
    """Describe the agreement that a negotiation aims at and return its IRI."""
    iri = mint("agreement", f"{slug_of(parties)}-{slug}")
    builder.type(iri, "Agreement")
    builder.label(iri, label)
    builder.link(iri, "agreementParty", parties)
    builder.link(negotiation, "aimsAt", [iri])
    return iri


def write_negotiation_state(builder: Builder, state: NegotiationState) -> Written:
    """Describe how a negotiation stands, and by which event it is to be finished."""
    negotiation = _write_negotiation(builder, state.parties, state.when, state.agreement)
    agreement = slugify(state.agreement) if state.agreement else None
    distinct = [agreement] if agreement else []
    iri = mint_keyed("situation", state.status, [negotiation], *distinct)
    builder.type(iri, "NegotiationState")
    builder.link(iri, "inNegotiation", [negotiation])
    builder.add(iri, "negotiationStatus", concept("negotiation", state.status))
    deadlines = [write_measure_event(builder, state.deadline)] if state.deadline else []
    builder.link(iri, "deadline", [deadline.iri for deadline in deadlines])
    if state.when:
        builder.date(iri, state.when)
    observed = state.when.last if state.when else builder.document.published
    if observed:
        builder.add(iri, "observedOn", day(observed))
    if state.when and state.when.first != state.when.last:
        builder.add(iri, "from", day(state.when.first))
    if state.agreement and agreement:
        deal = _write_agreement(builder, agreement, state.agreement, state.parties, negotiation)
        builder.link(iri, "about", [deal])
    return Written(iri, implied=tuple(node for each in deadlines for node in each.nodes))


def write_posture(builder: Builder, change: PostureChange) -> Written:
    """Describe a change in how actors behave, and the court actions said to cause it."""
    iri = builder.event(mint_keyed("event", "attitude", sorted(change.actors)), change.when)
    builder.type(iri, "PostureChange")
    builder.add(iri, "eventType", concept("event", "attitude"))
    builder.link(iri, "participant", change.actors)
    if len(change.parties) > 1:
        negotiation = _write_negotiation(builder, change.parties, change.when)
        builder.link(iri, "inNegotiation", [negotiation])
    causes = [
        write_ruling(builder, cause) if isinstance(cause, Ruling) else write_stay(builder, cause)
        for cause in change.causes
    ]
    builder.link(iri, "causedBy", [cause.iri for cause in causes])
    builder.date(iri, change.when)
    return Written(iri, implied=tuple(node for cause in causes for node in cause.nodes))


def write_requirement(builder: Builder, requirement: Requirement) -> Written:
    """Describe an encounter that is needed, and the deal or the talks that need it."""
    needed = write_encounter(builder, requirement.needed)
    negotiation = _write_negotiation(builder, requirement.parties, None)
    served = [negotiation] if requirement.for_talks else []
    if requirement.for_deal or not served:
        label = f"deal between {builder.namer.names(sorted(requirement.parties))}"
        year = builder.year(None)
        served.append(_write_agreement(builder, year, label, requirement.parties, negotiation))
    iri = mint_keyed("situation", "requirement", [needed.iri, *served])
    builder.type(iri, "Requirement")
    builder.link(iri, "requires", [needed.iri])
    builder.link(iri, "requiredFor", served)
    return Written(iri, implied=needed.nodes)
