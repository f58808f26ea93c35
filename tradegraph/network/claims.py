"""Who claims a fact: its claims by modality and polarity, and the days it can have happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from tradegraph.network.source import Source, read_query
from tradegraph.network.triples import Triples, read_notation
from tradegraph.vocabulary import tg

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

Days = tuple[date, date]
"""The first and the last day something can fall on."""

_DAYS = ("notBefore", "notAfter", "observedOn", "from", "until", "effectiveOn")


class Claim(NamedTuple):
    """What documents claim of a fact in one modality and polarity: document -> confidence."""

    fact: str
    modality: str
    positive: bool
    documents: Mapping[str, float]


@lru_cache(maxsize=8192)
def read_day(text: str | None) -> date | None:
    """Return the day of an `xsd:date`, None when there is none or it is none."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def read_claims(
    source: Source,
    wants_document: Callable[[str], bool] | None = None,
    wants_fact: Callable[[str], bool] | None = None,
) -> list[Claim]:
    """Return the claims of wanted facts, sorted, as far as wanted documents make them."""
    rows: Iterable[list[str]] = source.select(read_query("claims"))
    if wants_fact is not None:
        rows = (row for row in rows if wants_fact(row[0]))
    claims = [_read_claim(*row) for row in rows]
    if wants_document is not None:
        claims = list(_keep_documents(claims, wants_document))
    return sorted(claims, key=itemgetter(0, 1, 2))


def _read_claim(fact: str, modality: str, polarity: str, told: str) -> Claim:
    words = told.split(" ")
    sure = read_notation(polarity) != "negative"
    if len(words) == 2:
        return Claim(fact, read_notation(modality), sure, {words[0]: float(words[1])})
    documents: dict[str, float] = {}
    for document, confidence in zip(words[::2], words[1::2], strict=True):
        documents[document] = max(float(confidence), documents.get(document, 0.0))
    return Claim(fact, read_notation(modality), sure, documents)


def _keep_documents(
    claims: Iterable[Claim], wants_document: Callable[[str], bool]
) -> Iterator[Claim]:
    for claim in claims:
        kept = {iri: sure for iri, sure in claim.documents.items() if wants_document(iri)}
        if kept:
            yield Claim(claim.fact, claim.modality, claim.positive, kept)


def read_fact_days(triples: Triples) -> dict[str, Days]:
    """Return the first and the last day each dated node can fall on, by its own properties."""
    found: dict[str, Days] = {}
    for name in _DAYS:
        for subject, text in triples.source.pairs(tg(name)):
            if day := read_day(text):
                first, last = found.get(subject, (day, day))
                found[subject] = (min(first, day), max(last, day))
    return found


def read_publications(triples: Triples) -> dict[str, date]:
    """Return the day each document was published, as far as it is known."""
    days = ((iri, read_day(text)) for iri, text in triples.source.pairs(tg("publishedOn")))
    return {iri: day for iri, day in sorted(days, reverse=True) if day}
