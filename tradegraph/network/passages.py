"""The passages behind edges: read only for what is to be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from tradegraph import vocabulary
from tradegraph.network.claims import read_day
from tradegraph.network.source import Source
from tradegraph.network.triples import read_notation
from tradegraph.vocabulary import tg

_ASSERTS: Final = tg("asserts")

Properties = dict[str, list[str]]


@dataclass(frozen=True, order=True, slots=True)
class Passage:
    """A quoted passage that claims a fact, with the document it stands in.

    `iri` is the passage itself: the document's IRI with `#char=begin,end` in Unicode characters.
    """

    document: str
    title: str
    published: date | None
    quote: str
    modality: str
    positive: bool
    confidence: float
    fact: str
    url: str | None = None
    iri: str = ""


class Passages:
    """The passages of a graph by the fact they claim; each fact and document is read once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._facts: dict[str, list[Passage]] = {}
        self._documents: dict[str, Properties] = {}

    def find(self, facts: Iterable[str]) -> Iterator[Passage]:
        """Yield the passages that claim these facts, in whatever modality and polarity."""
        for fact in facts:
            if fact not in self._facts:
                self._facts[fact] = list(self._read_fact(fact))
            yield from self._facts[fact]

    def _read_fact(self, fact: str) -> Iterator[Passage]:
        for iri in self._source.subjects(_ASSERTS, fact):
            assertion = self._source.properties(iri)
            for span in assertion.get(tg("evidence"), ()):
                yield from self._read_span(span, fact, assertion)

    def _read_span(self, iri: str, fact: str, assertion: Properties) -> Iterator[Passage]:
        span = self._source.properties(iri)
        for document in span.get(tg("inDocument"), ()):
            if document not in self._documents:
                self._documents[document] = self._source.properties(document)
            known = self._documents[document]
            yield Passage(
                document=document,
                title=_name_document(document, known),
                published=read_day(_first(known, tg("publishedOn"))),
                quote=_first(span, tg("quote")) or "",
                modality=read_notation(_first(assertion, tg("modality")) or ""),
                positive=read_notation(_first(assertion, tg("polarity")) or "") != "negative",
                confidence=float(_first(assertion, tg("confidence")) or 0),
                fact=fact,
                url=_find_url(known),
                iri=iri,
            )


def _first(properties: Properties, predicate: str) -> str | None:
    return next(iter(properties.get(predicate, ())), None)


def _name_document(iri: str, known: Properties) -> str:
    terms = (vocabulary.DCTERMS + name for name in ("title", "identifier"))
    return next((name for term in terms if (name := _first(known, term))), iri.rsplit("/", 1)[-1])


def _find_url(known: Properties) -> str | None:
    found = known.get(vocabulary.DCTERMS + "source", ())
    return next((url for url in found if url.startswith(("https://", "http://"))), None)


def choose_passages(passages: Passages, edge: dict[str, Any]) -> tuple[Passage, ...]:
    """Return the passages of an edge's facts in its documents and polarity, the earliest first."""
    documents, modalities = set(edge["documents"]), set(edge["modalities"])
    found = {
        each
        for each in passages.find(edge["facts"])
        if each.document in documents
        and each.positive == edge["positive"]
        and each.modality in modalities
    }
    return tuple(sorted(found, key=rank_passage))


def rank_passage(each: Passage) -> tuple[date, str, str, str, float, str]:
    """Return what passages are sorted by: the earliest document first."""
    day = each.published or date.max
    return day, each.document, each.quote, each.fact, -each.confidence, each.iri
