"""On which terms a duty is paid: within or above a quota, or given back afterwards, as nodes."""

from __future__ import annotations

from datetime import date, timedelta

from pyoxigraph import Literal

from tradegraph.graph.builder import (
    DURATION,
    Builder,
    Written,
    boolean,
    concept,
    day,
    decimal,
    text,
)
from tradegraph.graph.measures import write_measure, write_rates
from tradegraph.identifiers import mint_keyed
from tradegraph.model import DateRange, DutyRefund, Quota

DAY = timedelta(days=1)


def write_quota(builder: Builder, quota: Quota) -> Written:
    """Describe a quota with its volume, days and rates; the passage tells of its measure, too."""
    measure = write_measure(builder, quota.measure, _on(quota.effective))
    volume = "" if quota.volume is None else f"{quota.volume:g}"
    key = (volume, quota.unit, quota.period, quota.effective, quota.until, *quota.headings)
    iri = mint_keyed("situation", f"{quota.kind}-quota", [measure], *key)
    builder.type(iri, "Quota")
    builder.link(iri, "ofMeasure", [measure])
    builder.add(iri, "quotaKind", concept("quota", quota.kind))
    if quota.volume is not None:
        builder.add(iri, "quotaVolume", decimal(quota.volume))
    if quota.unit:
        builder.add(iri, "quotaUnit", text(quota.unit))
    if quota.period:
        builder.add(iri, "quotaPeriod", Literal(quota.period, datatype=DURATION))
    if quota.effective:
        builder.add(iri, "from", day(quota.effective))
    if quota.until:
        builder.add(iri, "until", day(quota.until + DAY))
    builder.link(iri, "byInstrument", quota.instruments)
    builder.add(iri, "heading", *(text(heading) for heading in quota.headings))
    rates = {"inQuotaRate": quota.in_quota, "overQuotaRate": quota.over_quota}
    bearer = measure, quota.measure.targets
    return Written(iri, (measure, *write_rates(builder, iri, bearer, rates)))


def write_refund(builder: Builder, refund: DutyRefund) -> Written:
    """State whether, and for which entries, the duties of measures are given back."""
    measures = [write_measure(builder, each, _on(refund.since)) for each in refund.measures]
    key = (refund.available, refund.since, *refund.instruments)
    iri = mint_keyed("situation", refund.kind, measures, *key)
    builder.type(iri, "DutyRefund")
    builder.link(iri, "ofMeasure", measures)
    builder.add(iri, "refundKind", concept("refund", refund.kind))
    builder.add(iri, "isAvailable", boolean(value=refund.available))
    if refund.since:
        builder.add(iri, "from", day(refund.since))
    builder.link(iri, "byInstrument", refund.instruments)
    return Written(iri, tuple(measures))


def _on(first: date | None) -> DateRange | None:
    return DateRange(first, first) if first else None
