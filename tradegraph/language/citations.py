"""Citations of law as mentions: orders, pages of the gazette, sections of codes, tariff headings.

A citation that the registry knows names its entry; another one gets a node of its own, whose IRI is
made of what the citation says, so that every document that cites it names the same. *The April 2
order* is the one order of that day in the document's year, otherwise it stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tradegraph.identifiers import mint, slugify
from tradegraph.language.dates import find_dates
from tradegraph.language.reporters import find_decisions
from tradegraph.language.spans import Taken
from tradegraph.model import Document, Entity, Mention, Span
from tradegraph.registry import Registry

CONFIDENCE: Final = 0.97
DATED: Final = 0.85
Name = Callable[[re.Match[str]], tuple[str, str]]
"""Gives the key of a citation's IRI and the citation as lawyers write it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of citation: how it is written, what it cites, and how it is named."""

    pattern: re.Pattern[str]
    kind: str
    name: Name


def _order(match: re.Match[str]) -> tuple[str, str]:
    return f"us-eo-{match['number']}", f"Executive Order {match['number']}"


def _proclamation(match: re.Match[str]) -> tuple[str, str]:
    return f"us-proclamation-{match['number']}", f"Proclamation {match['number']}"


def _page(match: re.Match[str]) -> tuple[str, str]:
    page = match["page"].replace(",", "")
    return f"us-{match['volume']}-fr-{page}", f"{match['volume']} FR {page}"


def _document(match: re.Match[str]) -> tuple[str, str]:
    return f"us-fr-{match['number']}", f"FR Doc. {match['number']}"


def _code(match: re.Match[str]) -> tuple[str, str]:
    key = slugify(match["section"])
    return f"us-usc-{match['title']}-{key}", f"{match['title']} U.S.C. {match['section']}"


def _regulation(match: re.Match[str]) -> tuple[str, str]:
    key = slugify(match["section"])
    return f"us-cfr-{match['title']}-{key}", f"{match['title']} CFR {match['section']}"


def _law(match: re.Match[str]) -> tuple[str, str]:
    number = match["number"].replace("–", "-")
    return f"us-pl-{number}", f"Public Law {number}"


def _heading(match: re.Match[str]) -> tuple[str, str]:
    first, last = match["first"], match["last"]
    words = f"{first}-{last}" if last else first
    return f"hts-{slugify(words.replace('.', ''))}", f"HTS {words}"


INSTRUMENT: Final = "LegalInstrument"
FORMS: Final = (
    # Executive Order 14257, E.O. 14257, EO No. 14257
    Form(
        re.compile(r"\b(?:Executive\s+Order|E\.\s?O\.|EO)\s+(?:No\.\s*)?(?P<number>\d{5})\b"),
        INSTRUMENT,
        _order,
    ),
    Form(
        re.compile(r"\bProclamation\s+(?:No\.\s*)?(?P<number>\d{4,5})\b"), INSTRUMENT, _proclamation
    ),
    # 90 FR 15041, 90 Fed. Reg. 15,041
    Form(
        re.compile(
            r"\b(?P<volume>\d{2,3})\s+(?:FR|F\.R\.|Fed\.\s*Reg\.)\s+(?P<page>\d[\d,]{1,6}\d)"
        ),
        INSTRUMENT,
        _page,
    ),
    Form(
        re.compile(r"\bFR\s+Doc\.\s+(?:No\.\s*)?(?P<number>20\d\d-\d{4,6})\b"),
        INSTRUMENT,
        _document,
    ),
    # 50 U.S.C. 1701, 19 U.S.C. § 1862, 19 USC 2411
    Form(
        re.compile(
            r"\b(?P<title>\d{1,2})\s+U\.?\s?S\.?\s?C\.?(?:A\.)?\s+(?:§{1,2}\s*|[Ss]ec(?:tion|\.)\s+)?"
            r"(?P<section>\d{1,5}[a-z]?(?:-\d+)?)"
        ),
        INSTRUMENT,
        _code,
    ),
    Form(
        re.compile(
            r"\b(?P<title>\d{1,2})\s+C\.?F\.?R\.?\s+(?:§{1,2}\s*|[Pp]art\s+)?"
            r"(?P<section>\d{1,4}(?:\.\d+)?)"
        ),
        INSTRUMENT,
        _regulation,
    ),
    # Public Law 95-223, Pub. L. No. 95–223
    Form(
        re.compile(r"\bPub(?:lic|\.)\s+L(?:aw|\.)\s+(?:No\.\s*)?(?P<number>\d{2,3}[-–]\d{1,3})\b"),
        INSTRUMENT,
        _law,
    ),
    # heading 9903.01.25, headings 9903.01.43-9903.01.75
    Form(
        re.compile(
            r"(?<![\d.,])(?P<first>\d{4}\.\d{2}(?:\.\d{2}){1,2})"
            r"(?:\s*(?:[-\u00ad–‑]|through)\s*(?P<last>\d{4}\.\d{2}(?:\.\d{2}){1,2}))?(?![\d])"
        ),
        "ProductScope",
        _heading,
    ),
)
"""In the order in which they are tried; what one takes is not read by another."""

# the April 2 order, the May 12 executive order
DATED_ORDER: Final = re.compile(
    r"\b[Tt]he\s+(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2})\s+(?:executive\s+)?order\b"
)


def find_citations(
    document: Document, registry: Registry, mentions: Iterable[Mention]
) -> tuple[list[Mention], list[Entity]]:
    """Return the citations that no mention covers, and the entities that only they introduce."""
    taken = Taken(sorted({mention.span for mention in mentions}))
    found: list[Mention] = []
    entities: dict[str, Entity] = {}
    forms = (*_find_forms(document, registry), *_find_dated(document, registry))
    for mention, entity in (*forms, *find_decisions(document)):
        if taken.claim(mention.span):
            found.append(mention)
            if entity.iri not in registry.entities:
                entities[entity.iri] = entity
    return sorted(found, key=lambda mention: mention.span), list(entities.values())


def cite(words: str) -> Entity | None:
    """Return the instrument that the words alone cite, as a node of its own."""
    for form in FORMS:
        match = form.pattern.fullmatch(words) if form.kind == INSTRUMENT else None
        if match:
            key, label = form.name(match)
            return Entity(mint("instrument", key), INSTRUMENT, label)
    return None


def _find_forms(document: Document, registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    for form in FORMS:
        for match in form.pattern.finditer(document.text):
            key, label = form.name(match)
            space = "product" if form.kind == "ProductScope" else "instrument"
            known = (*registry.subjects("citation", label), *registry.entities_named(label))
            iri = known[0] if known else mint(space, key)
            entity = Entity(iri, form.kind, label)
            span = Span(*match.span())
            yield Mention(span, form.kind, (iri,), iri, "rule", CONFIDENCE, "citation"), entity


def _find_dated(document: Document, registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    """Yield the orders that are named by their day, where only one was signed on it."""
    if document.published is None:
        return
    for match in DATED_ORDER.finditer(document.text):
        days = find_dates(f"{match['day']}, {document.published.year}", None)
        signed = registry.subjects("signedOn", str(days[0].past.first)) if days else ()
        orders = [iri for iri in signed if registry.kind(iri) == INSTRUMENT]
        if len(orders) == 1:
            entity = registry.entities[orders[0]]
            span = Span(*match.span())
            yield Mention(span, INSTRUMENT, (orders[0],), orders[0], "rule", DATED), entity
