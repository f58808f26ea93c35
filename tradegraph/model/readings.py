"""What was read out of one document, and the legal instrument that it publishes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tradegraph.errors import TradegraphError
from tradegraph.model.facts import Fact
from tradegraph.model.passages import Document, Entity, Mention


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal instrument as the document that publishes it describes it.

    `number` is that of its series, `document_number` that of the gazette; `amends` are the
    instruments that it changes.
    """

    iri: str
    label: str
    number: str | None = None
    citation: str | None = None
    document_number: str | None = None
    signed: date | None = None
    amends: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """What was read out of one document: its mentions, the entities it introduces, its facts.

    `publishes` is the legal instrument whose text the document gives. `lists` are the headings of a
    tariff schedule's rows, and those of four digits that they are subdivisions of.
    """

    document: Document
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact, ...] = ()
    publishes: Instrument | None = None
    troubles: tuple[TradegraphError, ...] = field(default=(), compare=False)
    """What went wrong while it was read: extractors that failed on it, a text that was cut."""
    lists: tuple[str, ...] = ()
