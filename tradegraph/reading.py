"""Reading one document: from its text to what it claims, and to the graph of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tradegraph.errors import EngineError, InputError, TradegraphError, UsageError
from tradegraph.extractors import BUILT_IN, Extractor, extract_facts, run_extractors
from tradegraph.extractors.attribution import attribute_facts
from tradegraph.extractors.interventions import read_intervention
from tradegraph.extractors.own_instruments import read_instrument
from tradegraph.graph import document_quads, to_nquads
from tradegraph.language import analyse, find_end
from tradegraph.language.analysis import Analysis
from tradegraph.language.citations import find_citations
from tradegraph.language.languages import identify_foreign_language
from tradegraph.language.spans import Ordered
from tradegraph.model import Document, Fact, Reading
from tradegraph.plugins import load_plugins
from tradegraph.registry import Registry
from tradegraph.schedules import read_schedule
from tradegraph.spelling import advise
from tradegraph.trained import review_facts

Structured = Callable[[Document, Registry], Reading | None]
"""Reads a document by its form; None when the text does not have that form."""

STRUCTURED: Mapping[str, Structured] = {
    "schedule": read_schedule,
    "dataset": read_intervention,
}
"""Type of document -> how documents of that type are read by their form."""


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """One document that was ingested: its name, and how many facts of each type it states."""

    key: str
    identifiers: tuple[str, ...]
    title: str | None
    published: date | None
    facts: tuple[tuple[str, int], ...]
    mentions: int

    @property
    def fact_count(self) -> int:
        """How many facts it states."""
        return sum(count for _, count in self.facts)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one document: its graph as N-Quads, its summary, what went wrong on the way.

    A document that was refused has no summary, and the reason is the only trouble.
    """

    nquads: bytes = b""
    summary: DocumentSummary | None = None
    troubles: tuple[TradegraphError, ...] = ()


def make_graph(
    document: Document,
    registry: Registry,
    extractors: Mapping[str, Extractor],
    least: float | None = None,
) -> Outcome:
    """Return the graph of what the document claims."""
    refusal = None if document.doc_type in STRUCTURED else refuse_language(document)
    if refusal:
        return Outcome(troubles=(refusal,))
    reading = read_document(document, registry, extractors, least)
    nquads = to_nquads(document_quads(reading, registry))
    return Outcome(nquads, summarise(reading), reading.troubles)


def read_document(
    document: Document,
    registry: Registry,
    extractors: Mapping[str, Extractor] = BUILT_IN,
    least: float | None = None,
) -> Reading:
    """Return what the document claims: its mentions, the entities it introduces, its facts.

    A text with the form of its type, as a tariff schedule, is read by that form; others by their
    language. Beside the built-in extractors trained models, which know what their facts are worth,
    add facts and weigh all; those below the confidence `least` are left out, without it those
    below the threshold of their type.
    """
    structured = STRUCTURED.get(document.doc_type)
    if structured and (reading := structured(document, registry)):
        return reading
    analysis = analyse(document, registry)
    failures: list[EngineError] = []
    facts = _find_facts(analysis, extractors, failures, least)
    cited, instruments = find_citations(document, registry, analysis.mentions)
    citations = Ordered(cited)
    named = (each for each in analysis.mentions if not citations.around(each.span))
    mentions = tuple(sorted((*named, *cited), key=lambda mention: mention.span))
    entities = (*analysis.entities.values(), *instruments)
    troubles = (*_tell_cut(document), *failures)
    own = read_instrument(document, registry)
    return Reading(document, mentions, entities, facts, own, troubles)


def _find_facts(
    analysis: Analysis,
    extractors: Mapping[str, Extractor],
    failures: list[EngineError],
    least: float | None,
) -> tuple[Fact, ...]:
    """Return the facts; the models weigh those of all built-in extractors, and no others."""
    if not extractors.items() >= BUILT_IN.items():
        return extract_facts(analysis, extractors, failures)
    added = {name: each for name, each in extractors.items() if name not in BUILT_IN}
    known = review_facts(analysis, extract_facts(analysis, BUILT_IN, failures), least)
    others = run_extractors(analysis, added, failures)
    told = (fact for fact in others if least is None or fact.confidence >= least)
    return attribute_facts((*known, *told)) if others else known


def _tell_cut(document: Document) -> Iterator[InputError]:
    """Yield what to say of a text that is too long to be read to its end."""
    end = find_end(document)
    if end < len(document.text):
        what = f"only the first {end} of {len(document.text)} characters are read"
        yield InputError(
            what, where=name_document(document), how="splitting it into several documents"
        )


def name_document(document: Document) -> str:
    """Return what messages call a document."""
    return document.identifiers[0] if document.identifiers else document.iri


def choose_extractors(demanded: Collection[str] = ()) -> dict[str, Extractor]:
    """Return the built-in extractors and the installed ones; those on demand only if demanded.

    Raises UsageError for a name that no extractor has.
    """
    every = load_plugins("tradegraph.extractors", BUILT_IN)
    for name in demanded:
        if name not in every:
            how = advise(name, every, otherwise=f"one of {', '.join(every)}")
            raise UsageError(f"no extractor named {name!r}", how=how)
    return {
        name: extractor
        for name, extractor in every.items()
        if name in demanded or not getattr(extractor, "on_demand", False)
    }


def refuse_language(document: Document) -> InputError | None:
    """Return why a document cannot be read that is not in English, None for one that can."""
    language = identify_foreign_language(document)
    if language is None:
        return None
    what = f"the text is not in English but in the language {language!r}, which is not read"
    return InputError(
        what, where=name_document(document), how="a translation, or front matter with language: en"
    )


def summarise(reading: Reading) -> DocumentSummary:
    """Return the counts of what was read out of a document."""
    counts = Counter(type(fact.content).__name__ for fact in reading.facts)
    document = reading.document
    return DocumentSummary(
        document.key,
        document.identifiers,
        document.title,
        document.published,
        tuple(sorted(counts.items())),
        len(reading.mentions),
    )
