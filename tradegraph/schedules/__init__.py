"""Tariff schedules: facts straight from their rows, without a parser of language.

A document of the type `schedule` is read here when it has a schedule's form: the published pages,
or the rows of an export.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tradegraph.identifiers import tail
from tradegraph.model import Document, Entity, Fact, MeasureEvent, Reading
from tradegraph.registry import Registry
from tradegraph.schedules.editions import date_edition
from tradegraph.schedules.exclusions import find_exclusions
from tradegraph.schedules.exports import is_export, read_export_rows
from tradegraph.schedules.facts import Schedule, find_row_facts
from tradegraph.schedules.goods import find_partners
from tradegraph.schedules.layout import find_schedule_name, read_page_rows
from tradegraph.schedules.notes import read_note_endings, read_notes, read_wholly_spared
from tradegraph.schedules.programmes import Programmes
from tradegraph.schedules.quotas import find_quotas
from tradegraph.schedules.rows import Row, find_ranges

__all__ = ["Programmes", "find_partners", "find_ranges", "read_schedule"]

SCHEDULE: Final = "HTSUS"
"""The name in the registry of the schedule whose exports are read."""


def read_schedule(document: Document, registry: Registry) -> Reading | None:
    """Return what a tariff schedule says, or None when the text has no schedule's form."""
    text = document.text
    name = find_schedule_name(text) or (SCHEDULE if is_export(text) else None)
    imposer = find_imposer(name, registry) if name else None
    if imposer is None:
        return None
    schedule = Schedule(
        Programmes(registry, imposer),
        read_notes(text),
        read_wholly_spared(text),
        read_note_endings(text),
    )
    rows = list(read_export_rows(text) if is_export(text) else read_page_rows(text))
    duties = tuple(find_row_facts(schedule, rows))
    facts = (
        *duties,
        *find_exclusions(text, rows, schedule.programmes),
        *find_quotas(text, rows, duties, schedule.programmes),
    )
    dated = replace(document, edition=date_edition(text, rows, schedule.endings))
    return Reading(dated, entities=name_pages(facts), facts=facts, lists=list_headings(rows))


def list_headings(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the headings of the rows, and those of four digits that they stand under, sorted."""
    own = {row.heading for row in rows}
    return tuple(sorted(own | {heading.partition(".")[0] for heading in own}))


def name_pages(facts: Iterable[Fact]) -> tuple[Entity, ...]:
    """Return the instruments that the facts cite, by the citations that name them."""
    cited = (
        instrument
        for fact in facts
        if isinstance(fact.content, MeasureEvent)
        for instrument in fact.content.instruments
    )
    return tuple(
        Entity(iri, "LegalInstrument", tail(iri).removeprefix("us-").replace("-", " ").upper())
        for iri in dict.fromkeys(cited)
    )


def find_imposer(name: str, registry: Registry) -> str | None:
    """Return the jurisdiction whose body administers the schedule of this name."""
    bodies = (
        body
        for instrument in registry.entities_named(name)
        for body in registry.values(instrument, "administeredBy")
    )
    return next((place for body in bodies if (place := registry.jurisdiction(body))), None)
