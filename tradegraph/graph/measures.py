"""Measures, their rates, and what happens to them, as nodes."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from tradegraph.graph.builder import DURATION, Builder, concept, day, decimal, text
from tradegraph.graph.names import Namer, year_of
from tradegraph.identifiers import mint, mint_keyed, slugify, tail
from tradegraph.model import DateRange, Measure, MeasureEvent, Rate
from tradegraph.vocabulary import RDFS


def write_measure(builder: Builder, namer: Namer, measure: Measure, when: DateRange | None) -> str:
    """Describe the measure and return its IRI.

    The registry's programme stands for itself where the text adds nothing to it; a measure with
    goods of its own is part of the programme.
    """
    iri = measure_iri(builder, measure, when)
    if namer.is_curated(iri):
        return iri
    builder.link(iri, "imposedBy", measure.imposers)
    group = measure.authority is None and not measure.products and len(measure.targets) != 1
    builder.type(iri, "MeasureGroup" if group else "TariffMeasure")
    builder.label(iri, _label(namer, measure, year_of(builder, when)))
    builder.link(iri, "targets", measure.targets)
    for product in measure.products:
        builder.link(iri, "product", [_write_product(builder, product)])
    if measure.authority:
        builder.add(iri, "legalAuthority", concept("authority", measure.authority))
    if measure.kind:
        builder.add(iri, "measureKind", concept("kind", measure.kind))
    if measure.programme:
        builder.link(iri, "partOfGroup", [measure.programme])
    return iri


def measure_iri(builder: Builder, measure: Measure, when: DateRange | None) -> str:
    """Return the IRI of the measure: imposer, whose goods, which goods, authority, year."""
    if measure.programme and not (measure.targets or measure.products):
        return measure.programme
    parts = ["-".join(sorted(tail(i) for i in measure.imposers))]
    if measure.targets:
        parts += ["on", *sorted(tail(t) for t in measure.targets)]
    parts += sorted(slugify(p, 30) for p in measure.products)
    parts += [part for part in (measure.authority, tail(measure.programme) if measure.programme else None) if part]
    slug = slugify("-".join([*parts, year_of(builder, when)]), 90)
    return mint("measure", slug)


def _label(namer: Namer, measure: Measure, year: str) -> str:
    what = "tariffs"
    goods = ", ".join(measure.products)
    whose = namer.names(measure.targets) if measure.targets else ""
    on = " on " + " from ".join(part for part in (goods, whose) if part) if goods or whose else ""
    return f"{' and '.join(namer.adjective(i) for i in measure.imposers)} {what}{on}, {year}"


def _write_product(builder: Builder, product: str) -> str:
    iri = mint("product", slugify(product))
    builder.type(iri, "ProductScope")
    builder.state(iri, RDFS + "label", text(" ".join(product.split()), "en"))
    return iri


def write_rate(builder: Builder, measure: str, targets: tuple[str, ...], rate: Rate) -> str:
    """Describe a rate of the measure and return its IRI."""
    bounds = [f"{b:g}" for b in (rate.low, rate.high) if b is not None]
    iri = mint_keyed("situation", f"rate-{'-'.join(dict.fromkeys(bounds))}", [measure], rate.qualifier, *targets)
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


def write_measure_event(
    builder: Builder, namer: Namer, event: MeasureEvent
) -> tuple[str, list[str]]:
    """Describe the event; return its IRI and those of the measure and rates that it tells of."""
    when = event.when or event.effective
    measure = write_measure(builder, namer, event.measure, when)
    iri = builder.event(mint_keyed("event", event.event, [measure], *(f"{r.low}-{r.high}" for r in [event.rate] if r)), event.when)
    builder.type(iri, "MeasureEvent")
    builder.link(iri, "affects", [measure])
    builder.add(iri, "eventType", concept("event", event.event))
    builder.link(iri, "participant", event.by)
    builder.date(iri, event.when)
    if event.effective and event.effective.precision == "day" and not (event.when and event.when.first > event.effective.first):
        builder.add(iri, "effectiveOn", day(event.effective.first))
    if event.duration:
        builder.add(iri, "duration", Literal(event.duration, datatype=DURATION))
    if event.until:
        builder.add(iri, "validUntil", day(event.until))
    if event.retaliates_against:
        builder.link(iri, "retaliatesAgainst", [event.retaliates_against])
    if event.trade_value:
        builder.add(iri, "tradeValue", decimal(event.trade_value))
    told = [measure]
    for name, rate in (("setsRate", event.rate), ("replacesRate", event.old_rate)):
        if rate is not None:
            term = write_rate(builder, measure, event.measure.targets, rate)
            builder.add(iri, name, NamedNode(term))
            told.append(term)
    return iri, told
