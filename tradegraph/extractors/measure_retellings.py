"""When two tellings are of one measure event: what they share, and what sets them apart."""

from __future__ import annotations

from dataclasses import replace

from tradegraph.extractors.tellings import is_equally_committed, may_coincide
from tradegraph.model import Fact, Measure, MeasureEvent

OPEN = frozenset(("asserted", "reported", "planned", "expected", "possible", "conditional"))
"""Modalities between which a passing mention does not decide."""


def may_begin(change: MeasureEvent, beginning: MeasureEvent) -> bool:
    """Tell whether the beginning of effect may be that of the change."""
    same_day = not (change.effective and beginning.effective) or may_coincide(
        change.effective, beginning.effective
    )
    a, b = change.measure, beginning.measure
    sides = _may_be_one(a, b) and _agree(a.targets, b.targets)
    rates = beginning.rate is None or change.rate is None or change.rate == beginning.rate
    return same_day and sides and rates and _agree(a.products, b.products)


def unite_events(first: Fact, second: Fact) -> MeasureEvent | None:
    """Return one event for two tellings, or None when they are two.

    They are the same when event, modality and imposer agree and nothing else contradicts: goods,
    rates and dates are equal or told only once.
    """
    a, b = first.content, second.content
    if not isinstance(a, MeasureEvent) or not isinstance(b, MeasureEvent):
        return None
    if a.event != b.event or not is_equally_committed(first, second):
        return None
    if not _agree_on_details(a, b):
        return None
    return replace(
        a,
        measure=_unite_measures(a.measure, b.measure),
        by=a.by or b.by,
        rate=a.rate or b.rate,
        old_rate=a.old_rate or b.old_rate,
        when=a.when or b.when,
        effective=a.effective or b.effective,
        until=a.until or b.until,
        duration=a.duration or b.duration,
        retaliates_against=a.retaliates_against or b.retaliates_against,
        trade_value=a.trade_value or b.trade_value,
    )


def is_repeated(bare: Fact, full: Fact) -> bool:
    """Tell whether a telling of no more than the two sides repeats one that says more.

    What *the tariffs on Norway* are said to be in passing does not make them a second event: the
    fuller telling says whether they are planned or in force.
    """
    a, b = bare.content, full.content
    if not isinstance(a, MeasureEvent) or not isinstance(b, MeasureEvent):
        return False
    if a.event != b.event or bare.modality == full.modality:
        return False
    if not {bare.modality, full.modality} <= OPEN or not (bare.positive and full.positive):
        return False
    told, more = _details_of(a), _details_of(b)
    return told == {"targets"} and told < more and _agree_on_details(a, b)


def _details_of(event: MeasureEvent) -> set[str]:
    """Return what a telling says of the measure beside who lays it."""
    measure = event.measure
    details = {
        "targets": measure.targets,
        "products": measure.products,
        "authority": measure.authority,
        "rate": event.rate,
        "value": event.trade_value,
        "effective": event.effective,
    }
    return {name for name, value in details.items() if value}


def _unite_measures(first: Measure, second: Measure) -> Measure:
    return replace(
        first,
        targets=first.targets or second.targets,
        products=first.products or second.products,
        authority=first.authority or second.authority,
        programme=first.programme or second.programme,
    )


def _agree_on_details(first: MeasureEvent, second: MeasureEvent) -> bool:
    a, b = first.measure, second.measure
    if not _may_be_one(a, b):
        return False
    if not (_agree(a.targets, b.targets) and _agree(a.products, b.products)):
        return False
    if not _is_part(first, second):
        return False
    if first.rate and second.rate:
        rates = [(rate.low, rate.high) for rate in (first.rate, second.rate)]
        if rates[0] != rates[1]:
            return False
    return may_coincide(first.when, second.when)


def _may_be_one(first: Measure, second: Measure) -> bool:
    """Tell whether the same lay both measures, and not as two programmes."""
    programmes = {first.programme, second.programme} - {None}
    return first.imposers == second.imposers and len(programmes) < 2


def _is_part(first: MeasureEvent, second: MeasureEvent) -> bool:
    """Tell whether one telling says no more than the other, or both name a good or a country.

    The duties on steel and the duties on Chinese goods are two, though neither excludes the other.
    """
    told = [
        {
            name
            for name, value in (
                ("targets", each.measure.targets),
                ("products", each.measure.products),
                ("rate", each.rate),
            )
            if value
        }
        for each in (first, second)
    ]
    shared = told[0] & told[1] & {"targets", "products"}
    return bool(shared) or told[0] <= told[1] or told[1] <= told[0]


def _agree(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    return not first or not second or _fold(first) == _fold(second)


def _fold(names: tuple[str, ...]) -> set[str]:
    """Return the names without regard to capitals, which a title has where the text has none."""
    return {name.casefold() for name in names}
