"""What people say and which offices they hold, as nodes."""

from __future__ import annotations

from tradegraph.graph.builder import Builder, Written, boolean, day, text
from tradegraph.graph.talks import write_encounter
from tradegraph.identifiers import mint, mint_keyed, slugify, tail
from tradegraph.model import OfficeHolding, Statement

LONGEST_WORDS = 200
"""Characters of an utterance that tell it from others of the same speaker."""
SHOWN = 2
"""So many speakers show in the name of a statement."""


def statement_iri(statement: Statement) -> str:
    """Return the IRI of a statement: who speaks, and the words."""
    words = statement.paraphrase or " ".join(statement.quotes)
    speakers = sorted(statement.speakers)[:SHOWN]
    return mint_keyed("event", "statement", speakers, slugify(words, LONGEST_WORDS))


def write_statement(builder: Builder, statement: Statement) -> Written:
    """Describe an utterance, and where it was made."""
    iri = statement_iri(statement)
    builder.type(iri, "Statement")
    builder.link(iri, "speaker", statement.speakers)
    builder.add(iri, "verbatim", boolean(value=statement.verbatim))
    builder.add(iri, "quotedText", *(text(quote) for quote in statement.quotes))
    if statement.paraphrase:
        builder.add(iri, "paraphrase", text(" ".join(statement.paraphrase.split())))
    if statement.outlet:
        builder.link(iri, "outlet", [statement.outlet])
    venues = [write_encounter(builder, statement.made_in)] if statement.made_in else []
    builder.link(iri, "madeIn", [venue.iri for venue in venues])
    builder.link(iri, "about", statement.about)
    builder.date(iri, statement.when)
    return Written(iri, implied=tuple(node for venue in venues for node in venue.nodes))


def write_holding(builder: Builder, holding: OfficeHolding) -> Written:
    """Describe that a person holds an office as of the document's day."""
    iri = mint("situation", f"holding-{tail(holding.person)}-{tail(holding.office)}")
    builder.type(iri, "OfficeHolding")
    builder.link(iri, "holder", [holding.person])
    builder.link(iri, "office", [holding.office])
    if builder.document.published:
        builder.add(iri, "observedOn", day(builder.document.published))
    return Written(iri)
