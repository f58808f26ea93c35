"""Facts as the node patterns of the ontology."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from tradegraph.graph.builder import Builder, boolean, concept, day, text
from tradegraph.graph.measures import write_measure, write_measure_event
from tradegraph.graph.names import Namer, slug_of, year_of
from tradegraph.identifiers import mint, mint_keyed, slugify, tail
from tradegraph.model import (
    Appeal,
    CaseFiling,
    Content,
    DateRange,
    Encounter,
    Hearing,
    Injunction,
    Investigation,
    MeasureEvent,
    MeasureState,
    NegotiationState,
    OfficeHolding,
    PostureChange,
    Requirement,
    Ruling,
    Statement,
    Stay,
)
from tradegraph.vocabulary import ID

EVERYONE = f"{ID}group/all-trading-partners"


@dataclass(frozen=True, slots=True)
class Written:
    """A fact's node, and the further nodes that the passage speaks of."""

    iri: str
    also: tuple[str, ...] = ()


def write_content(builder: Builder, namer: Namer, content: Content) -> Written:
    """Describe what a fact says and return its node."""
    writer = cast("Callable[[Builder, Namer, Content], Written]", WRITERS[type(content)])
    return writer(builder, namer, content)


def _write_event(builder: Builder, namer: Namer, event: MeasureEvent) -> Written:
    iri, told = write_measure_event(builder, namer, event)
    return Written(iri, tuple(told))


def _write_ruling(builder: Builder, namer: Namer, ruling: Ruling) -> Written:
    measures = tuple(write_measure(builder, namer, m, ruling.when) for m in ruling.measures)
    iri = builder.event(mint_keyed("event", "ruling", [ruling.court, *measures[:1]], *ruling.outcomes), ruling.when)
    builder.type(iri, "Ruling")
    builder.label(iri, f"ruling of the {namer.name(ruling.court)}")
    builder.link(iri, "issuedBy", [ruling.court])
    builder.add(iri, "outcome", *(concept("outcome", o) for o in ruling.outcomes))
    builder.add(iri, "relief", *(concept("relief", r) for r in ruling.relief))
    builder.link(iri, "rulesOn", measures)
    if ruling.scope:
        builder.add(iri, "scopeKind", concept("scope", ruling.scope))
    if ruling.scope_text:
        builder.add(iri, "scopeText", text(ruling.scope_text))
    if ruling.legal_question:
        builder.add(iri, "legalQuestion", text(ruling.legal_question))
    builder.link(iri, "judge", ruling.judges)
    builder.date(iri, ruling.when)
    return Written(iri, measures)


def _write_stay(builder: Builder, namer: Namer, stay: Stay) -> Written:
    if stay.lifted:
        return _write_lifting(builder, namer, stay)
    ruling = _write_ruling(builder, namer, stay.ruling)
    iri = builder.event(mint_keyed("event", "stay", [stay.court, stay.ruling.court], ruling.iri), stay.when)
    builder.type(iri, "Stay")
    builder.label(iri, f"stay of the ruling of the {namer.name(stay.ruling.court)}")
    builder.link(iri, "issuedBy", [stay.court])
    builder.link(iri, "stays", [ruling.iri])
    builder.add(iri, "interim", boolean(value=stay.interim))
    builder.date(iri, stay.when)
    return Written(iri, _unread(stay.ruling, ruling))


def _write_lifting(builder: Builder, namer: Namer, stay: Stay) -> Written:
    """Describe the act that ends a stay: a court action of its own, beside the stay."""
    lifted = _write_stay(builder, namer, replace(stay, lifted=False, when=None))
    iri = builder.event(mint_keyed("event", "lifting", [stay.court, stay.ruling.court], lifted.iri), stay.when)
    builder.type(iri, "CourtAction")
    builder.link(iri, "issuedBy", [stay.court])
    builder.link(iri, "liftsStay", [lifted.iri])
    builder.date(iri, stay.when)
    return Written(iri, (lifted.iri, *lifted.also))


def _unread(ruling: Ruling, written: Written) -> tuple[str, ...]:
    """Return the ruling's node where only this passage speaks of it."""
    return (written.iri,) if not ruling.outcomes else ()


def _write_injunction(builder: Builder, namer: Namer, injunction: Injunction) -> Written:
    measure = write_measure(builder, namer, injunction.measure, injunction.when) if injunction.measure else None
    iri = builder.event(mint_keyed("event", "injunction", [injunction.court, *([measure] if measure else [])]), injunction.when)
    builder.type(iri, "Injunction")
    builder.link(iri, "issuedBy", [injunction.court])
    if measure:
        builder.link(iri, "enjoins", [measure])
    builder.date(iri, injunction.when)
    return Written(iri, (measure,) if measure else ())


def _write_appeal(builder: Builder, namer: Namer, appeal: Appeal) -> Written:
    ruling = _write_ruling(builder, namer, appeal.ruling)
    iri = builder.event(mint_keyed("event", "appeal", [*sorted(appeal.appellants), appeal.ruling.court], ruling.iri, appeal.to_court), appeal.when)
    builder.type(iri, "Appeal")
    builder.link(iri, "appellant", appeal.appellants)
    builder.link(iri, "appealsDecision", [ruling.iri])
    if appeal.to_court:
        builder.link(iri, "appealedTo", [appeal.to_court])
    builder.date(iri, appeal.when)
    return Written(iri, _unread(appeal.ruling, ruling))


def _write_filing(builder: Builder, namer: Namer, filing: CaseFiling) -> Written:
    court = [filing.court] if filing.court else []
    iri = builder.event(mint_keyed("event", "filing", [*sorted(filing.plaintiffs)[:2], *court], *filing.plaintiffs, *filing.defendants), filing.when)
    builder.type(iri, "CaseFiling")
    builder.link(iri, "filedBy", filing.plaintiffs)
    builder.link(iri, "filedAgainst", filing.defendants)
    builder.link(iri, "filedWith", court)
    builder.date(iri, filing.when)
    return Written(iri)


def _write_hearing(builder: Builder, namer: Namer, hearing: Hearing) -> Written:
    iri = builder.event(mint_keyed("event", "hearing", [hearing.court]), hearing.when)
    builder.type(iri, "Hearing")
    builder.link(iri, "issuedBy", [hearing.court])
    builder.date(iri, hearing.when)
    return Written(iri)


def _write_investigation(builder: Builder, namer: Namer, inquiry: Investigation) -> Written:
    products = sorted(mint("product", slugify(p)) for p in inquiry.products)
    iri = builder.event(mint_keyed("event", inquiry.event, [inquiry.agency, *products[:2]], *inquiry.targets, inquiry.authority), inquiry.when)
    builder.type(iri, "Investigation")
    builder.add(iri, "eventType", concept("event", inquiry.event))
    builder.link(iri, "conductedBy", [inquiry.agency])
    builder.link(iri, "investigates", inquiry.targets)
    for product in inquiry.products:
        scope = mint("product", slugify(product))
        builder.type(scope, "ProductScope")
        builder.label(scope, product)
        builder.link(iri, "product", [scope])
    if inquiry.authority:
        builder.add(iri, "legalAuthority", concept("authority", inquiry.authority))
    builder.date(iri, inquiry.when)
    return Written(iri)


def _write_encounter(builder: Builder, namer: Namer, encounter: Encounter) -> Written:
    iri = builder.event(mint_keyed("event", encounter.event, sorted(encounter.participants)[:4], *encounter.participants), encounter.when)
    builder.type(iri, "Encounter")
    builder.add(iri, "eventType", concept("event", encounter.event))
    builder.link(iri, "participant", encounter.participants)
    builder.link(iri, "location", encounter.places)
    if encounter.outlet:
        builder.link(iri, "outlet", [encounter.outlet])
    if len(encounter.parties) > 1:
        negotiation = _write_negotiation(builder, namer, encounter.parties, encounter.when)
        builder.link(iri, "inNegotiation", [negotiation])
    builder.date(iri, encounter.when)
    return Written(iri)


def _write_negotiation(
    builder: Builder, namer: Namer, parties: tuple[str, ...], when: DateRange | None
) -> str:
    """Describe the negotiation of these parties in that year and return its IRI."""
    both = parties if len(parties) > 1 else (*parties, EVERYONE)
    year = year_of(builder, when)
    iri = mint("negotiation", f"{slug_of(both)}-{year}")
    builder.type(iri, "Negotiation")
    builder.label(iri, f"{'–'.join(namer.name(p) for p in sorted(both))} trade talks, {year}")
    builder.link(iri, "party", both)
    return iri


def _write_state(builder: Builder, namer: Namer, state: NegotiationState) -> Written:
    negotiation = _write_negotiation(builder, namer, state.parties, state.when)
    iri = mint_keyed("situation", state.status, [negotiation], *([slugify(state.agreement)] if state.agreement else []))
    builder.type(iri, "NegotiationState")
    builder.link(iri, "inNegotiation", [negotiation])
    builder.add(iri, "negotiationStatus", concept("negotiation", state.status))
    if state.deadline:
        builder.link(iri, "deadline", [_write_event(builder, namer, state.deadline).iri])
    observed = state.when.last if state.when else builder.document.published
    if observed:
        builder.add(iri, "observedOn", day(observed))
    if state.when and state.when.first != state.when.last:
        builder.add(iri, "from", day(state.when.first))
    if state.agreement:
        agreement = mint("agreement", f"{slug_of(state.parties)}-{slugify(state.agreement)}")
        builder.type(agreement, "Agreement")
        builder.label(agreement, state.agreement)
        builder.link(agreement, "agreementParty", state.parties)
        builder.link(iri, "about", [agreement])
        builder.link(negotiation, "aimsAt", [agreement])
    return Written(iri)


def statement_iri(statement: Statement) -> str:
    """Return the IRI of a statement: who speaks, and the words."""
    words = " ".join(statement.quotes) or statement.paraphrase or ""
    return mint_keyed("event", "statement", statement.speakers[:2], slugify(words, 200))


def _write_statement(builder: Builder, namer: Namer, statement: Statement) -> Written:
    iri = statement_iri(statement)
    builder.type(iri, "Statement")
    builder.link(iri, "speaker", statement.speakers)
    builder.add(iri, "verbatim", boolean(value=statement.verbatim))
    builder.add(iri, "quotedText", *(text(quote) for quote in statement.quotes))
    if statement.paraphrase:
        builder.add(iri, "paraphrase", text(" ".join(statement.paraphrase.split())))
    if statement.outlet:
        builder.link(iri, "outlet", [statement.outlet])
    if statement.made_in:
        builder.link(iri, "madeIn", [_write_encounter(builder, namer, statement.made_in).iri])
    builder.link(iri, "about", statement.about)
    builder.date(iri, statement.when)
    return Written(iri)


def _write_holding(builder: Builder, namer: Namer, holding: OfficeHolding) -> Written:
    iri = mint("situation", f"holding-{tail(holding.person)}-{tail(holding.office)}")
    builder.type(iri, "OfficeHolding")
    builder.link(iri, "holder", [holding.person])
    builder.link(iri, "office", [holding.office])
    if builder.document.published:
        builder.add(iri, "observedOn", day(builder.document.published))
    return Written(iri)


def _write_measure_state(builder: Builder, namer: Namer, state: MeasureState) -> Written:
    measure = write_measure(builder, namer, state.measure, None)
    iri = mint_keyed("situation", state.status, [measure])
    builder.type(iri, "MeasureState")
    builder.link(iri, "ofMeasure", [measure])
    builder.add(iri, "status", concept("status", state.status))
    if state.since:
        builder.add(iri, "from", day(state.since))
    if builder.document.published:
        builder.add(iri, "observedOn", day(builder.document.published))
    return Written(iri, (measure,))


def _write_posture(builder: Builder, namer: Namer, change: PostureChange) -> Written:
    iri = builder.event(mint_keyed("event", "attitude", change.actors), change.when)
    builder.type(iri, "PostureChange")
    builder.add(iri, "eventType", concept("event", "attitude"))
    builder.link(iri, "participant", change.actors)
    if len(change.parties) > 1:
        builder.link(iri, "inNegotiation", [_write_negotiation(builder, namer, change.parties, change.when)])
    builder.link(iri, "causedBy", (write_content(builder, namer, cause).iri for cause in change.causes))
    builder.date(iri, change.when)
    return Written(iri)


def _write_requirement(builder: Builder, namer: Namer, requirement: Requirement) -> Written:
    needed = _write_encounter(builder, namer, requirement.needed)
    negotiation = _write_negotiation(builder, namer, requirement.parties, None)
    served = [negotiation] if requirement.for_talks else []
    if requirement.for_deal or not served:
        deal = mint("agreement", f"{slug_of(requirement.parties)}-{year_of(builder, None)}")
        builder.type(deal, "Agreement")
        builder.label(deal, f"deal between {namer.names(sorted(requirement.parties))}")
        builder.link(deal, "agreementParty", requirement.parties)
        builder.link(negotiation, "aimsAt", [deal])
        served.append(deal)
    iri = mint_keyed("situation", "requirement", [needed.iri, *served])
    builder.type(iri, "Requirement")
    builder.link(iri, "requires", [needed.iri])
    builder.link(iri, "requiredFor", served)
    return Written(iri)


WRITERS = {
    MeasureEvent: _write_event,
    Ruling: _write_ruling,
    Stay: _write_stay,
    Injunction: _write_injunction,
    Appeal: _write_appeal,
    CaseFiling: _write_filing,
    Hearing: _write_hearing,
    Investigation: _write_investigation,
    Encounter: _write_encounter,
    NegotiationState: _write_state,
    Statement: _write_statement,
    OfficeHolding: _write_holding,
    MeasureState: _write_measure_state,
    PostureChange: _write_posture,
    Requirement: _write_requirement,
}
