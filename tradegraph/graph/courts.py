"""What courts and agencies do, as nodes: rulings, stays, appeals, filings, inquiries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tradegraph.graph.builder import Builder, Written, boolean, concept, integer, text
from tradegraph.graph.measures import write_measure, write_product
from tradegraph.identifiers import mint, mint_keyed, slugify
from tradegraph.model import (
    Appeal,
    CaseFiling,
    DateRange,
    Hearing,
    Injunction,
    Investigation,
    Ruling,
    Stay,
)


def write_ruling(builder: Builder, ruling: Ruling) -> Written:
    """Describe a ruling, how the judges voted, and the measures it is about."""
    measures = tuple(write_measure(builder, measure, ruling.when) for measure in ruling.measures)
    arguments = [ruling.court, *sorted(measures)[:1]]
    key = mint_keyed("event", "ruling", arguments, *sorted(ruling.outcomes))
    iri = _write_action(builder, "Ruling", key, ruling.court, ruling.when)
    builder.label(iri, f"ruling of the {builder.namer.name(ruling.court)}")
    builder.add(iri, "outcome", *(concept("outcome", outcome) for outcome in ruling.outcomes))
    builder.add(iri, "relief", *(concept("relief", relief) for relief in ruling.relief))
    builder.link(iri, "rulesOn", measures)
    if ruling.scope:
        builder.add(iri, "scopeKind", concept("scope", ruling.scope))
    if ruling.scope_text:
        builder.add(iri, "scopeText", text(ruling.scope_text))
    if ruling.legal_question:
        builder.add(iri, "legalQuestion", text(ruling.legal_question))
    builder.link(iri, "judge", ruling.judges)
    builder.link(iri, "opinionBy", [ruling.opinion_by] if ruling.opinion_by else ())
    builder.link(iri, "dissent", ruling.dissenters)
    builder.link(iri, "inCase", ruling.cases)
    if ruling.slip_opinion:
        builder.add(iri, "slipOpinion", text(ruling.slip_opinion))
    for name, votes in (("votesFor", ruling.votes_for), ("votesAgainst", ruling.votes_against)):
        if votes is not None:
            builder.add(iri, name, integer(votes))
    return Written(iri, measures)


def write_stay(builder: Builder, stay: Stay) -> Written:
    """Describe a stay and the ruling that it suspends, or the act that ends a stay."""
    if stay.lifted:
        return _write_lifting(builder, stay)
    ruling = write_ruling(builder, stay.ruling)
    waiting = () if stay.interim else ("pending",)
    key = mint_keyed("event", "stay", [stay.court, stay.ruling.court], ruling.iri, *waiting)
    iri = _write_action(builder, "Stay", key, stay.court, stay.when)
    builder.label(iri, f"stay of the ruling of the {builder.namer.name(stay.ruling.court)}")
    builder.link(iri, "stays", [ruling.iri])
    builder.add(iri, "interim", boolean(value=stay.interim))
    return Written(iri, implied=_implied(stay.ruling, ruling))


def _write_lifting(builder: Builder, stay: Stay) -> Written:
    """Describe the act that ends a stay: a court action of its own, beside the stay."""
    lifted = write_stay(builder, replace(stay, lifted=False, when=None))
    key = mint_keyed("event", "lifting", [stay.court, stay.ruling.court], lifted.iri)
    iri = _write_action(builder, "CourtAction", key, stay.court, stay.when)
    builder.link(iri, "liftsStay", [lifted.iri])
    return Written(iri, (lifted.iri, *lifted.also), lifted.implied)


def _implied(ruling: Ruling, written: Written) -> tuple[str, ...]:
    """Return the nodes of a ruling that the document tells of.

    Of one that is known by the stay or the appeal alone nothing is told, not even its outcome.
    """
    return written.nodes if ruling.outcomes else ()


def write_injunction(builder: Builder, injunction: Injunction) -> Written:
    """Describe an injunction and the measure that may not be enforced."""
    named = [injunction.measure] if injunction.measure else []
    measures = tuple(write_measure(builder, measure, injunction.when) for measure in named)
    key = mint_keyed("event", "injunction", [injunction.court, *measures])
    iri = _write_action(builder, "Injunction", key, injunction.court, injunction.when)
    builder.link(iri, "enjoins", measures)
    if injunction.scope:
        builder.add(iri, "scopeKind", concept("scope", injunction.scope))
    return Written(iri, measures)


def write_hearing(builder: Builder, hearing: Hearing) -> Written:
    """Describe a session of a court."""
    key = mint_keyed("event", "hearing", [hearing.court])
    return Written(_write_action(builder, "Hearing", key, hearing.court, hearing.when))


def _write_action(builder: Builder, kind: str, key: str, court: str, when: DateRange | None) -> str:
    iri = write_event(builder, kind, key, when)
    builder.link(iri, "issuedBy", [court])
    return iri


def write_event(builder: Builder, kind: str, key: str, when: DateRange | None) -> str:
    """Describe the class and the day of the event of this key, and return its IRI."""
    iri = builder.event(key, when)
    builder.type(iri, kind)
    builder.date(iri, when)
    return iri


def write_appeal(builder: Builder, appeal: Appeal) -> Written:
    """Describe an appeal and the ruling that is appealed."""
    ruling = write_ruling(builder, appeal.ruling)
    arguments = [*sorted(appeal.appellants), appeal.ruling.court]
    key = mint_keyed("event", "appeal", arguments, ruling.iri, appeal.to_court)
    iri = write_event(builder, "Appeal", key, appeal.when)
    builder.link(iri, "appellant", appeal.appellants)
    builder.link(iri, "appealsDecision", [ruling.iri])
    builder.link(iri, "appealedTo", _known(appeal.to_court))
    return Written(iri, implied=_implied(appeal.ruling, ruling))


def write_filing(builder: Builder, filing: CaseFiling) -> Written:
    """Describe the filing of a complaint and the measure that it challenges."""
    court = _known(filing.court)
    arguments = [*sorted(filing.plaintiffs)[:2], *court]
    parties = (*sorted(filing.plaintiffs), "against", *sorted(filing.defendants))
    key = mint_keyed("event", "filing", arguments, *parties)
    iri = write_event(builder, "CaseFiling", key, filing.when)
    named = [filing.measure] if filing.measure else []
    measures = tuple(write_measure(builder, measure, filing.when) for measure in named)
    builder.link(iri, "filedBy", filing.plaintiffs)
    builder.link(iri, "filedAgainst", filing.defendants)
    builder.link(iri, "filedWith", court)
    builder.link(iri, "challenges", measures)
    return Written(iri, measures)


def _known(iri: str | None) -> Iterable[str]:
    return (iri,) if iri else ()


def write_investigation(builder: Builder, inquiry: Investigation) -> Written:
    """Describe a step of an inquiry and the goods that are looked into."""
    products = sorted(mint("product", slugify(product)) for product in inquiry.products)
    arguments = [inquiry.agency, *products[:2]]
    details = (*sorted(inquiry.targets), inquiry.authority)
    key = mint_keyed("event", inquiry.event, arguments, *details)
    iri = write_event(builder, "Investigation", key, inquiry.when)
    builder.add(iri, "eventType", concept("event", inquiry.event))
    builder.link(iri, "conductedBy", [inquiry.agency])
    builder.link(iri, "investigates", inquiry.targets)
    builder.link(iri, "product", [write_product(builder, each) for each in inquiry.products])
    if inquiry.authority:
        builder.add(iri, "legalAuthority", concept("authority", inquiry.authority))
    return Written(iri)
