"""What a court's own document says of its case: dockets, slip opinion, disposition.

The disposition gives the outcome in the document's own case: *AFFIRMED*, *VACATED AND REMANDED*.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tradegraph.extractors.own_instruments import read_head
from tradegraph.identifiers import mint, tail
from tradegraph.language.analysis import Analysis
from tradegraph.model import DateRange, Entity, Fact, Measure, Ruling, Span

EXTRACTOR: Final = "opinions"
CONFIDENCE: Final = 0.85
# No. 24-1287; Nos. 24–1287 and 25–250; Court No. 25-00066; Docket number: 2025-1812
DOCKETS: Final = re.compile(
    r"\b(?:Nos?\.|Docket\s+numbers?:?)\s*"
    r"(?P<numbers>(?:\d:)?\d{2,4}[-–](?:[a-z]{2}[-–])?\d{2,5}"
    r"(?:(?:,|\s+and|,\s+and)\s+(?:Nos?\.\s*)?\d{2,4}[-–]\d{2,5})*)"
)
NUMBER: Final = re.compile(r"(?:\d:)?\d{2,4}[-–](?:[a-z]{2}[-–])?\d{2,5}")
SLIP: Final = re.compile(r"\bSlip\s+Op(?:inion|\.)\s*(?:No\.\s*)?(?P<number>\d{2}[-–]\d{1,4})\b")
OUTCOMES: Final = ("affirmed", "reversed", "vacated", "remanded", "dismissed")
"""Notations of the code list `outcome` that are the words of dispositions themselves."""
# the last line of an opinion, or of its caption: AFFIRMED; VACATED AND REMANDED IN PART
DISPOSITION: Final = re.compile(
    r"(?:^|\bDisposition:\s*|\bis\s+)(?P<words>(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED"
    r"|(?<=is )(?:affirmed|reversed|vacated|dismissed))"
    r"(?:[ ,\w-]{0,40}?\b(?:AFFIRMED|REVERSED|VACATED|REMANDED|remanded)\b)?)",
    re.MULTILINE,
)
HEAD: Final = 3_000
"""Characters in which an opinion gives its own numbers; later ones are of cases that it cites."""


def complete_rulings(analysis: Analysis, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the facts, and the document's own ruling with its case and number.

    What the prose says that the court has held is most often about an earlier case.
    """
    court = find_own_court(analysis)
    if court is None:
        yield from facts
        return
    cases, slip = tuple(find_cases(analysis, court)), find_slip_opinion(analysis)
    ruling = read_disposition(analysis, court, cases, slip)
    for fact in facts:
        own = isinstance(fact.content, Ruling) and fact.content.court == court
        if not (own and ruling and _overlap(fact, ruling)):
            yield fact
    if ruling:
        yield ruling


def _overlap(first: Fact, second: Fact) -> bool:
    return any(a.overlaps(b) for a in first.evidence for b in second.evidence)


def find_own_court(analysis: Analysis) -> str | None:
    """Return the court whose document it is: its publisher, or the court of the record."""
    document, registry = analysis.document, analysis.registry
    if document.doc_type != "court-ruling":
        return None
    code = read_head(f"Title: x\n{document.text}").get("Court", "")
    named = (
        *registry.entities_named(document.publisher or ""),
        *registry.subjects("courtCode", code.lower()),
        *registry.entities_named(code),
    )
    courts = {iri for iri in named if registry.kind(iri) == "Court"}
    return next(iter(courts)) if len(courts) == 1 else None


def find_cases(analysis: Analysis, court: str) -> Iterator[str]:
    """Yield the cases of the document's docket numbers; one that is not known gets a node."""
    registry, document = analysis.registry, analysis.document
    head = f"{document.title or ''}\n{document.text[:HEAD]}"
    seen: dict[str, None] = {}
    for match in DOCKETS.finditer(head):
        for number in NUMBER.findall(match["numbers"].replace("–", "-")):
            known = registry.subjects("docketNumber", number)
            heard = [case for case in known if court in registry.values(case, "heardBy")]
            seen[heard[0] if heard else _introduce(analysis, court, number)] = None
    yield from seen


def _introduce(analysis: Analysis, court: str, number: str) -> str:
    """Return the IRI of a case that only this document knows."""
    iri = mint("case", f"{tail(court)}-{number.replace(':', '-')}")
    label = read_head(f"Title: x\n{analysis.document.text}").get("Case") or f"No. {number}"
    analysis.entities.setdefault(iri, Entity(iri, "LegalCase", label, (f"No. {number}",)))
    return iri


def find_slip_opinion(analysis: Analysis) -> str | None:
    """Return the number of the slip opinion, as the court writes it: 25-66."""
    found = SLIP.search(analysis.document.text, 0, HEAD)
    return found["number"].replace("–", "-") if found else None


def read_disposition(
    analysis: Analysis, court: str, cases: tuple[str, ...], slip: str | None
) -> Fact | None:
    """Return the ruling that the disposition gives."""
    found = DISPOSITION.search(analysis.document.text)
    if found is None:
        return None
    words = found["words"].lower()
    registry, published = analysis.registry, analysis.document.published
    challenged = dict.fromkeys(m for case in cases for m in registry.values(case, "challenges"))
    measures = tuple(
        Measure(registry.values(programme, "imposedBy"), programme=programme)
        for programme in challenged
    )
    ruling = Ruling(
        court,
        tuple(outcome for outcome in OUTCOMES if outcome in words),
        measures,
        when=DateRange(published, published) if published else None,
        cases=cases,
        slip_opinion=slip,
    )
    span = Span(*found.span("words"))
    return Fact(ruling, (span,), confidence=CONFIDENCE, extractor=EXTRACTOR)
