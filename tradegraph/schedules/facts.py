"""From a schedule's rows to facts: which duty each heading lays, on whose goods, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from tradegraph.model import DateRange, Fact, Measure, MeasureEvent, Rate, Span
from tradegraph.schedules.goods import IN_TRANSIT, find_partners, find_products
from tradegraph.schedules.leads import Lead, find_leads
from tradegraph.schedules.notes import NoteEnding, NoteTerms
from tradegraph.schedules.programmes import Programmes
from tradegraph.schedules.rows import Row
from tradegraph.schedules.terms import (
    Days,
    Ending,
    is_below_floor,
    leaves_duty,
    read_days,
    read_ending,
    read_loading,
    read_rate,
    read_transit,
)

EXTRACTOR: Final = "schedule"
CONFIDENCE: Final = 0.95
"""A table's cells are read, not its language."""
TEMPORARY: Final = "9903."
"""Subchapter III of chapter 99: measures that the executive lays under trade laws."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Which programmes a schedule's headings collect, and what its notes say.

    `spared` are the headings under which all products of a jurisdiction are spared, `endings` what
    the notes say has become of headings.
    """

    programmes: Programmes
    notes: Mapping[str, NoteTerms]
    spared: frozenset[str]
    endings: tuple[NoteEnding, ...] = ()


def find_row_facts(schedule: Schedule, rows: Iterable[Row]) -> Iterator[Fact]:
    """Yield what the rows say: the duties they lay, the goods they spare, and how they ended."""
    temporary = [row for row in rows if row.heading.startswith(TEMPORARY)]
    ended = {heading for heading, note in schedule.notes.items() if note.days.last}
    leads = find_leads(temporary, schedule.programmes, ended)
    crowded = _find_crowded(schedule, temporary)
    for row in temporary:
        rate = read_rate(row.general)
        if rate:
            yield from _read_duty(schedule, row, rate, leads, crowded=row.heading in crowded)
        elif leaves_duty(row.general) and not is_below_floor(row.words):
            yield from _read_exemption(schedule, row)


def _find_crowded(schedule: Schedule, rows: Iterable[Row]) -> frozenset[str]:
    """Return the headings that lay several rates of a programme on the same goods from one day on.

    So they are for different goods, which only the notes name.
    """
    laid: dict[tuple[str, tuple[str, ...], date | None], dict[str, float | None]] = {}
    for row in rows:
        rate = read_rate(row.general)
        if rate and not find_products(row, schedule.programmes.registry):
            partners = find_partners(row.words, schedule.programmes)
            first = read_days(row.words).first
            for programme in schedule.programmes.of_heading(row.heading):
                laid.setdefault((programme, partners, first), {})[row.heading] = rate.low
    several = (each for each in laid.values() if len(set(each.values())) > 1)
    return frozenset(heading for each in several for heading in each)


def _read_duty(
    schedule: Schedule,
    row: Row,
    rate: Rate,
    leads: Mapping[tuple[str, str], Lead],
    *,
    crowded: bool,
) -> Iterator[Fact]:
    """Yield the duty that the row lays on each partner's goods, and its end."""
    partners = find_partners(row.words, schedule.programmes)
    for programme in schedule.programmes.of_heading(row.heading) or (None,):
        lead = leads.get((programme or "", row.heading))
        targets = schedule.programmes.narrow(programme, partners)
        products = find_products(row, schedule.programmes.registry)
        if lead or (not crowded and targets and schedule.programmes.covers(programme, products)):
            products = ()
        elif not products and (crowded or not targets):
            products = (f"articles of heading {row.heading}",)
        days, spans = _find_days(schedule, row, lead)
        for target in targets or (None,):
            measure = _name_measure(schedule, row, programme, target, products)
            content = _put_into_effect(row, measure, rate, days)
            # it may be one of the rows that have expired
            doubtful = row.shaded and programme is None and days.first is None
            modality = "possible" if doubtful else "asserted"
            yield Fact(content, spans, modality, confidence=CONFIDENCE, extractor=EXTRACTOR)
            yield from _read_end(schedule, row, content)


def _read_exemption(schedule: Schedule, row: Row) -> Iterator[Fact]:
    """Yield the goods that the row takes out of a programme; without one there is no measure."""
    partners = find_partners(row.words, schedule.programmes)
    for programme in schedule.programmes.of_heading(row.heading):
        targets = schedule.programmes.narrow(programme, partners)
        products = find_products(row, schedule.programmes.registry)
        if not products and not (targets and row.heading in schedule.spared):
            products = (f"articles of heading {row.heading}",)
        for target in targets or (None,):
            measure = _name_measure(schedule, row, programme, target, products)
            content = _spare(row, measure)
            yield Fact(content, (row.span,), confidence=CONFIDENCE, extractor=EXTRACTOR)
            yield from _read_end(schedule, row, content)


def _name_measure(
    schedule: Schedule,
    row: Row,
    programme: str | None,
    target: str | None,
    products: tuple[str, ...],
) -> Measure:
    return Measure(
        (schedule.programmes.imposer,),
        (target,) if target else (),
        products,
        programme=programme,
        headings=(row.heading,),
    )


def _find_days(schedule: Schedule, row: Row, lead: Lead | None) -> tuple[Days, tuple[Span, ...]]:
    """Return when the row's duty is collected, and where that is said.

    The row says so itself; otherwise the notes do; otherwise the clause for goods in transit,
    which spares them until the day on which the duty begins.
    """
    days, note = read_days(row.words), schedule.notes.get(row.heading)
    if days.first:
        return days, (row.span,)
    if note is not None:
        return note.days, (row.span, note.span)
    if lead and lead.transit:
        first = read_transit(lead.transit.words).first
        return Days(first, days.last), (row.span, lead.transit.span)
    return days, (row.span,)


def _put_into_effect(row: Row, measure: Measure, rate: Rate | None, days: Days) -> MeasureEvent:
    return MeasureEvent(
        event="entry-into-effect",
        measure=measure,
        rate=rate,
        effective=_on(days.first),
        until=days.last,
        headings=(row.heading,),
    )


def _spare(row: Row, measure: Measure) -> MeasureEvent:
    """Return the exemption of the row's goods; those in transit have a day of loading, too."""
    days = read_transit(row.words)
    event = replace(_put_into_effect(row, measure, None, days), event="exemption")
    if measure.products != IN_TRANSIT:
        return event
    entered = days.last + timedelta(days=1) if days.last else None
    return replace(event, loaded_before=read_loading(row.words), entered_before=entered)


def _read_end(schedule: Schedule, row: Row, content: MeasureEvent) -> Iterator[Fact]:
    """Yield what the compiler's notes say has become of the row: beside it, or among the notes.

    The note beside it counts; one among the notes gives the day that it lacks.
    """
    ending = read_ending(row.words)
    spans: tuple[Span, ...] = (row.span,)
    for noted in schedule.endings:
        fits = any(row.heading in held for held in noted.headings)
        if fits and (ending is None or (ending.day is None and ending.event == noted.ending.event)):
            gazette = ending.gazette if ending else noted.ending.gazette
            ending = replace(noted.ending, gazette=gazette)
            spans = tuple(sorted((row.span, noted.span)))
    if ending:
        event = _end(content, ending, schedule.programmes)
        yield Fact(event, spans, confidence=CONFIDENCE, extractor=EXTRACTOR)


def _end(content: MeasureEvent, ending: Ending, programmes: Programmes) -> MeasureEvent:
    instruments = (programmes.cite(ending.gazette),) if ending.gazette else ()
    return replace(
        content,
        event=ending.event,
        rate=None,
        effective=_on(ending.day),
        until=None,
        instruments=instruments,
        loaded_before=None,
        entered_before=None,
    )


def _on(day: date | None) -> DateRange | None:
    return DateRange(day, day) if day else None
