"""Citations of law as mentions: orders, pages of the gazette, sections of codes, tariff headings.

A citation that the registry knows names its entry; another one gets a node of its own, whose IRI is
made of what the citation says, so that every document that cites it names the same. *The April 2
order* is the one order of that day in the document's year, otherwise it stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tradegraph.identifiers import mint, slugify, tail
from tradegraph.language.dates import find_dates
from tradegraph.language.dockets import find_dockets
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
    """A form of citation: how it is written, what it cites, and how it is named.

    `more` is how a head in the plural goes on.
    """

    pattern: re.Pattern[str]
    kind: str
    name: Name
    more: re.Pattern[str] | None = None


def _order(match: re.Match[str]) -> tuple[str, str]:
    number = match["number"].replace(",", "")
    return f"us-eo-{number}", f"Executive Order {number}"


def _proclamation(match: re.Match[str]) -> tuple[str, str]:
    number = match["number"].replace(",", "")
    return f"us-proclamation-{number}", f"Proclamation {number}"


def _page(match: re.Match[str]) -> tuple[str, str]:
    page = match["page"].replace(",", "")
    return f"us-{match['volume']}-fr-{page}", f"{match['volume']} FR {page}"


def _document(match: re.Match[str]) -> tuple[str, str]:
    number = match["number"].replace("–", "-")
    return f"us-fr-{number}", f"FR Doc. {number}"


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
NUMBER: Final = r"\d{2},?\d{3}|9\d{3}"
# Executive Orders 14193, 14194, and 14195
MORE: Final = re.compile(rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<number>{NUMBER})\b")
PLURAL: Final = re.compile(r"s\s+(?:\(E\.?O\.?\)\s+)?(?:Nos?\.\s*)?[\d,]+$")
HEADING: Final = r"\d{4}\.\d{2}\.(?:\d{2}(?:\.\d{2}|\d{2})?)"
FORMS: Final = (
    # Executive Order 14257, E.O. 14257, EO No. 14257, Exec. Order No. 14,257
    Form(
        re.compile(
            r"\b(?:[Ee]xecutive\s+[Oo]rders?|Exec\.\s+Orders?|E\.\s?O\.s?|EOs?)\s+(?:\(E\.?O\.?\)\s+)?"
            rf"(?:Nos?\.\s*)?(?P<number>{NUMBER})\b"
        ),
        INSTRUMENT,
        _order,
        MORE,
    ),
    Form(
        re.compile(rf"\b(?:Proclamations?|Proc\.)\s+(?:Nos?\.\s*)?(?P<number>{NUMBER}|\d{{4}})\b"),
        INSTRUMENT,
        _proclamation,
        MORE,
    ),
    # 90 FR 15041, 90 Fed. Reg. 15,041
    Form(
        re.compile(
            r"\b(?P<volume>\d{2,3})\s+(?:FR|F\.\s?R\.|Fed\.?\s*Reg\.?|Federal\s+Register)\s+(?P<page>\d[\d,]{1,6}\d)"
        ),
        INSTRUMENT,
        _page,
    ),
    Form(
        re.compile(r"\bFR\s+Doc\.?\s+(?:No[.:]\s*)?(?P<number>20\d\d[-–]\d{4,6})\b"),
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
    # section 1862 of title 19, United States Code
    Form(
        re.compile(
            r"\b[Ss]ection\s+(?P<section>\d{1,5}[a-z]?)(?:\([a-z0-9]+\))*\s+of\s+title\s+(?P<title>\d{1,2}),?"
            r"\s+(?:of\s+the\s+)?United\s+States\s+Code\b"
        ),
        INSTRUMENT,
        _code,
    ),
    Form(
        re.compile(
            r"\b[Tt]itle\s+(?P<title>\d{1,2}),?\s+(?:of\s+the\s+)?United\s+States\s+Code,?\s+"
            r"[Ss]ection\s+(?P<section>\d{1,5}[a-z]?)\b"
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
    # heading 9903.01.25, headings 9903.01.43-9903.01.75, 8541.40.6025
    Form(
        re.compile(
            rf"(?<![\d.,])(?P<first>{HEADING})"
            rf"(?:\s*(?:[-\u00ad–‑]|through|to)\s*(?P<last>{HEADING}))?(?![\d])"
        ),
        "ProductScope",
        _heading,
    ),
    # heading 8703
    Form(
        re.compile(r"\b(?<=[Hh]eading )(?P<first>\d{4})(?P<last>)(?![\d.])"),
        "ProductScope",
        _heading,
    ),
)
"""In the order in which they are tried; what one takes is not read by another."""

MONTH_DAY: Final = (
    r"(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2})(?:st|nd|rd|th)?(?:,\s+(?P<year>\d{4}),?)?"
)
ACT: Final = r"(?P<act>executive\s+order|order|proclamation)\b"
DATED_ORDERS: Final = (
    # the April 2 order, his May 12 executive order, the president's March 8 proclamation
    re.compile(rf"(?:\b(?:[Tt]he|[Hh]is)|['’]s)\s+{MONTH_DAY}\s+{ACT}"),
    # the executive order of May 12, a proclamation signed on March 8, 2018
    re.compile(rf"\b{ACT}\s+(?:of|(?:signed|issued|dated)(?:\s+on)?)\s+{MONTH_DAY}", re.IGNORECASE),
)
SERIES: Final = {"proclamation": "us-proclamation-", "order": "us-eo-"}
"""How the names of the orders begin that are called so."""


def find_citations(
    document: Document, registry: Registry, mentions: Iterable[Mention]
) -> tuple[list[Mention], list[Entity]]:
    """Return the citations that no mention covers, and the entities that only they introduce.

    A citation goes before what is named inside it: the Fed is not meant by 90 Fed. Reg. 15041.
    """
    named = [mention.span for mention in mentions]
    taken = Taken()
    found: list[Mention] = []
    entities: dict[str, Entity] = {}
    forms = (*_find_forms(document, registry), *_find_dated(document, registry))
    dockets = find_dockets(document.text, registry)
    for mention, entity in (*forms, *dockets, *find_decisions(document)):
        if _is_new(mention.span, named) and taken.claim(mention.span):
            found.append(mention)
            if entity.iri not in registry.entities:
                entities[entity.iri] = entity
    return sorted(found, key=lambda mention: mention.span), list(entities.values())


def _is_new(span: Span, named: Sequence[Span]) -> bool:
    """Tell whether no mention covers any of the span, but for some that are parts of it."""
    return not any(each.overlaps(span) and (each not in span or each == span) for each in named)


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
        for match in _match_all(form, document.text):
            key, label = form.name(match)
            space = "product" if form.kind == "ProductScope" else "instrument"
            known = (*registry.subjects("citation", label), *registry.entities_named(label))
            iri = known[0] if known else mint(space, key)
            entity = Entity(iri, form.kind, label)
            span = Span(*match.span("number" if match.re is form.more else 0))
            yield Mention(span, form.kind, (iri,), iri, "rule", CONFIDENCE, "citation"), entity


def _match_all(form: Form, text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a form; the further ones of a list are the number alone."""
    for match in form.pattern.finditer(text):
        following: re.Match[str] | None = match
        while following:
            yield following
            several = form.more is not None and PLURAL.search(match[0])
            following = form.more.match(text, following.end()) if several and form.more else None


def _find_dated(document: Document, registry: Registry) -> Iterator[tuple[Mention, Entity]]:
    """Yield the orders that are named by their day, where only one of the kind was signed on it."""
    if document.published is None:
        return
    for pattern in DATED_ORDERS:
        for match in pattern.finditer(document.text):
            day = _find_day(match, document.published)
            series = SERIES[match["act"].lower().split()[-1]]
            signed = registry.subjects("signedOn", str(day)) if day else ()
            orders = [iri for iri in signed if tail(iri).startswith(series)]
            if len(orders) == 1:
                entity = registry.entities[orders[0]]
                span = Span(*match.span())
                yield Mention(span, INSTRUMENT, (orders[0],), orders[0], "rule", DATED), entity


def _find_day(match: re.Match[str], published: date) -> date | None:
    """Return the day of a match: of the year that it names, else the last before publication."""
    for year in (match["year"],) if match["year"] else (published.year, published.year - 1):
        days = find_dates(f"{match['day']}, {year}", None)
        if days and (match["year"] or days[0].past.first <= published):
            return days[0].past.first
    return None
