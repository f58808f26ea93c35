"""Measures, their rates, and what happens to them, as nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pyoxigraph import Literal

from tradegraph.graph.builder import DURATION, Builder, Written, concept, day, decimal, text
from tradegraph.identifiers import mint, mint_keyed, short_hash, slugify, tail
from tradegraph.model import DateRange, Measure, MeasureEvent, MeasureRelation, MeasureState, Rate
from tradegraph.vocabulary import tg

# HS 720810: goods that are named by their heading alone
HS_CODE = re.compile(r"HS (?P<digits>\d{2}|\d{4}|\d{6}|\d{8}|\d{10})")
LONGEST_SLUG = 90
"""Characters of a measure's name."""
UNCUT = 10_000
"""Characters that no name has."""
LONGEST_PRODUCT = 30
"""Characters that each product adds to it."""


def write_measure(builder: Builder, measure: Measure, when: DateRange | None) -> str:
    """Describe the measure and return its IRI.

    The registry's programme stands for itself where the text adds nothing to it; a measure with
    goods of its own is part of the programme.
    """
    measure = _settle(builder, measure)
    iri = measure_iri(builder, measure, when)
    if builder.namer.is_curated(iri):
        return iri
    builder.link(iri, "imposedBy", measure.imposers)
    group = measure.authority is None and not measure.products and len(measure.targets) != 1
    builder.type(iri, "MeasureGroup" if group else "TariffMeasure")
    builder.label(iri, _label_measure(builder, measure, when))
    builder.link(iri, "targets", measure.targets)
    builder.link(iri, "product", [write_product(builder, each) for each in measure.products])
    builder.link(iri, "exceptTarget", measure.except_targets)
    spared = [write_product(builder, each) for each in measure.except_products]
    builder.link(iri, "exceptProduct", spared)
    if measure.ordered_by:
        builder.link(iri, "orderedBy", [measure.ordered_by])
    if measure.authority:
        builder.add(iri, "legalAuthority", concept("authority", measure.authority))
    if measure.kind:
        builder.add(iri, "measureKind", concept("kind", measure.kind))
    builder.add(iri, "heading", *(text(heading) for heading in measure.headings))
    if measure.enacted_by:
        builder.link(iri, "enactedBy", [measure.enacted_by])
    if measure.programme:
        _write_programme(builder, iri, measure.programme, goods=not measure.products)
    return iri


def _settle(builder: Builder, measure: Measure) -> Measure:
    """Return the measure by its own programme: that on steel for a group's duties on steel."""
    if not (measure.programme and measure.products):
        return measure
    sector = builder.namer.find_sector(measure.programme, measure.products)
    return replace(measure, programme=sector, products=()) if sector else measure


def _write_programme(builder: Builder, iri: str, programme: str, *, goods: bool) -> None:
    """State what the measure is part of; without goods of its own it has the programme's."""
    builder.link(iri, "partOfGroup", builder.namer.groups_of(programme))
    builder.link(iri, "specializes", [programme])
    if goods:
        builder.link(iri, "product", builder.namer.products_of(programme))


def measure_iri(builder: Builder, measure: Measure, when: DateRange | None) -> str:
    """Return the IRI of the measure: imposer, whose goods, which goods, authority, year.

    A programme has its own authority and its own time, so that all its documents agree.
    """
    if measure.programme and not measure.products:
        part = builder.namer.find_part(measure.programme, measure.targets)
        if part or not measure.targets:
            return part or measure.programme
    parts = ["-".join(sorted(tail(imposer) for imposer in measure.imposers))]
    if measure.targets:
        parts += ["on", *sorted(tail(target) for target in measure.targets)]
    parts += sorted(slugify(product, LONGEST_PRODUCT) for product in measure.products)
    if measure.programme:
        parts.append(tail(measure.programme))
    else:
        parts += [measure.authority] if measure.authority else []
        parts += [heading.replace(".", "") for heading in measure.headings]
        parts.append(tail(measure.enacted_by) if measure.enacted_by else builder.year(when))
    name = "-".join(parts)
    slug = slugify(name, UNCUT)
    if len(slug) > LONGEST_SLUG:  # what is cut off must still tell measures apart
        slug = f"{slugify(name, LONGEST_SLUG)}-{short_hash(slug)}"
    return mint("measure", slug)


def _label_measure(builder: Builder, measure: Measure, when: DateRange | None) -> str:
    namer = builder.namer
    goods = ", ".join(measure.products)
    whose = namer.names(measure.targets) if measure.targets else ""
    what = " from ".join(part for part in (goods, whose) if part)
    if measure.programme:
        return ": ".join(part for part in (namer.name(measure.programme), what) if part)
    if measure.enacted_by:
        return f"duties of {namer.name(measure.enacted_by)}" + (f": {what}" if what else "")
    on = f" on {what}" if what else ""
    imposers = " and ".join(namer.adjective(imposer) for imposer in measure.imposers)
    return f"{imposers} tariffs{on}, {builder.year(when)}"


def write_product(builder: Builder, product: str) -> str:
    """Describe goods by the text's own words for them and return their IRI."""
    iri = mint("product", slugify(product))
    builder.type(iri, "ProductScope")
    builder.label(iri, product)
    if code := HS_CODE.fullmatch(product):
        builder.add(iri, "hsCode", text(code["digits"]))
    return iri


def write_rate(builder: Builder, measure: str, targets: tuple[str, ...], rate: Rate) -> str:
    """Describe a rate of the measure and return its IRI."""
    bounds = dict.fromkeys(f"{bound:g}" for bound in (rate.low, rate.high) if bound is not None)
    name = f"rate-{'-'.join(bounds)}"
    iri = mint_keyed("situation", name, [measure], rate.qualifier, *sorted(targets))
    builder.type(iri, "RateTerm")
    builder.link(iri, "ofMeasure", [measure])
    builder.add(iri, "rateKind", concept("ratekind", rate.kind))
    builder.add(iri, "rateQualifier", concept("qualifier", rate.qualifier))
    for name, bound in (("rateLow", rate.low), ("rateHigh", rate.high)):
        if bound is not None:
            builder.add(iri, name, decimal(bound))
    if rate.amount is not None and rate.currency and rate.unit:
        builder.add(iri, "specificAmount", decimal(rate.amount))
        builder.add(iri, "currency", text(rate.currency))
        builder.add(iri, "perUnit", text(rate.unit))
    if rate.text:
        builder.add(iri, "rateText", text(rate.text))
    builder.link(iri, "rateTarget", targets)
    return iri


def write_measure_event(builder: Builder, event: MeasureEvent) -> Written:
    """Describe what happens to a measure; the passage speaks of the measure and its rates too."""
    day = event.when or event.effective
    measure, *others = (write_measure(builder, m, day) for m in (event.measure, *event.also))
    bounds = [f"{event.rate.low}-{event.rate.high}"] if event.rate else []
    key = mint_keyed("event", event.event, [measure], *bounds, *event.headings, *others)
    iri = builder.event(key, event.when)
    builder.type(iri, "MeasureEvent")
    builder.link(iri, "affects", [measure, *others])
    builder.add(iri, "eventType", concept("event", event.event))
    builder.link(iri, "participant", event.by)
    builder.link(iri, "byInstrument", event.instruments)
    builder.add(iri, "heading", *(text(heading) for heading in event.headings))
    builder.date(iri, event.when)
    _write_validity(builder, iri, event)
    if event.retaliates_against:
        builder.link(iri, "retaliatesAgainst", [event.retaliates_against])
    if event.trade_value:
        builder.add(iri, "tradeValue", decimal(event.trade_value))
    rates = {"setsRate": event.rate, "replacesRate": event.old_rate}
    bearer = measure, event.measure.targets
    return Written(iri, (measure, *others, *write_rates(builder, iri, bearer, rates)))


def _write_validity(builder: Builder, iri: str, event: MeasureEvent) -> None:
    """State from when, until when or how long the event has effect."""
    effective = event.effective
    if effective and effective.precision == "day":
        before_act = event.when is not None and event.when.first > effective.first
        if not before_act or event.instruments:  # only law gives itself effect in the past
            builder.add(iri, "effectiveOn", day(effective.first))
    if event.announced and event.announced.first == event.announced.last:
        builder.add(iri, "announcedOn", day(event.announced.first))
    if event.implemented:
        builder.add(iri, "implementedOn", day(event.implemented))
    if event.duration:
        builder.add(iri, "duration", Literal(event.duration, datatype=DURATION))
    if event.until:
        builder.add(iri, "validUntil", day(event.until))
    if event.loaded_before:
        builder.add(iri, "loadedBefore", day(event.loaded_before))
    if event.entered_before:
        builder.add(iri, "enteredBefore", day(event.entered_before))


def write_rates(
    builder: Builder,
    iri: str,
    bearer: tuple[str, tuple[str, ...]],
    rates: Mapping[str, Rate | None],
) -> Iterator[str]:
    """Link a fact by each property to its rate of the measure, for the targets that bear it."""
    measure, targets = bearer
    for name, rate in rates.items():
        if rate is not None:
            term = write_rate(builder, measure, targets, rate)
            builder.link(iri, name, [term])
            yield term


def write_measure_relation(builder: Builder, relation: MeasureRelation) -> Written:
    """State to which measures one gives way, or with which it is added up."""
    measure = write_measure(builder, relation.measure, None)
    others = [write_measure(builder, other, None) for other in relation.others]
    builder.link(measure, relation.relation, others)
    return Written(measure, told=tg(relation.relation))


def write_measure_state(builder: Builder, state: MeasureState) -> Written:
    """Describe the status of a measure as the document tells it."""
    measure = write_measure(builder, state.measure, None)
    iri = mint_keyed("situation", state.status, [measure])
    builder.type(iri, "MeasureState")
    builder.link(iri, "ofMeasure", [measure])
    builder.add(iri, "status", concept("status", state.status))
    if state.since:
        builder.add(iri, "from", day(state.since))
    if builder.document.published:
        builder.add(iri, "observedOn", day(builder.document.published))
    return Written(iri, (measure,))
