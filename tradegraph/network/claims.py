"""Who claims a fact: its assertions with their passages, and the days it can have happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tradegraph import vocabulary
from tradegraph.network.triples import Triples

MODALITIES = (
    "asserted",
    "reported",
    "planned",
    "expected",
    "proposed",
    "threatened",
    "conditional",
    "possible",
    "denied",
)
"""The modalities, the firmest first."""

FIRM = frozenset({"asserted", "reported", "denied"})
"""What a source gives as settled; a picture draws it solid, all else dashed."""

_DAYS = ("notBefore", "notAfter", "observedOn", "from", "until", "effectiveOn")


@dataclass(frozen=True, order=True, slots=True)
class Passage:
    """A quoted passage that claims a fact, with the document it stands in."""

    document: str
    title: str
    published: date | None
    quote: str
    modality: str
    positive: bool
    confidence: float
    fact: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion of a fact in one document."""

    fact: str
    modality: str
    positive: bool
    confidence: float
    document: str
    published: date | None
    passages: tuple[Passage, ...]


def read_day(text: str | None) -> date | None:
    """Return the day of an `xsd:date`, None when there is none or it is none."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def read_claims(triples: Triples) -> list[Claim]:
    """Return the assertions of the graph, sorted by their IRI."""
    claims = (_read_claim(triples, iri) for iri in triples.instances("Assertion"))
    return [claim for claim in claims if claim is not None]


def _read_claim(triples: Triples, iri: str) -> Claim | None:
    fact = triples.one(iri, "asserts")
    if fact is None:
        return None
    spans = triples.all(iri, "evidence")
    documents = sorted({doc for span in spans for doc in triples.all(span, "inDocument")})
    modality = triples.notation(iri, "modality") or "asserted"
    positive = triples.notation(iri, "polarity") != "negative"
    confidence = float(triples.one(iri, "confidence") or 0)
    passages = tuple(
        Passage(
            document=document,
            title=_read_title(triples, document),
            published=read_day(triples.one(document, "publishedOn")),
            quote=triples.one(span, "quote") or "",
            modality=modality,
            positive=positive,
            confidence=confidence,
            fact=fact,
            url=_read_url(triples, document),
        )
        for span in spans
        for document in triples.all(span, "inDocument")
    )
    return Claim(
        fact=fact,
        modality=modality,
        positive=positive,
        confidence=confidence,
        document=documents[0] if documents else "",
        published=passages[0].published if passages else None,
        passages=passages,
    )


def _read_title(triples: Triples, document: str) -> str:
    terms = (vocabulary.DCTERMS + name for name in ("title", "identifier"))
    found = (value for term in terms for value in triples.values(document, term))
    return next(found, document.rsplit("/", 1)[-1])


def _read_url(triples: Triples, document: str) -> str | None:
    found = triples.values(document, vocabulary.DCTERMS + "source")
    return next((url for url in found if url.startswith(("https://", "http://"))), None)


def read_days(
    triples: Triples, fact: str, claims: Iterable[Claim]
) -> tuple[date | None, date | None]:
    """Return the first and the last day a fact can fall on.

    A fact without a date of its own counts on the days its documents were published.
    """
    stated = [read_day(text) for name in _DAYS for text in triples.all(fact, name)]
    days = [day for day in stated if day] or [c.published for c in claims if c.published]
    return (min(days), max(days)) if days else (None, None)
