"""Cases by their number: dockets of courts and agencies, and slip opinions.

A number that the registry knows names its case. Another one gets a node where its form tells whose
it is: one court alone numbers its cases so, or the number says which agency's docket it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tradegraph.identifiers import mint, slugify, tail
from tradegraph.model import Entity, Mention, Span
from tradegraph.registry import Registry

KIND: Final = "LegalCase"
CONFIDENCE: Final = 0.95
DOCKET: Final = r"(?:\d:)?\d{2,4}-(?:cv-)?\d{2,6}"
# Court No. 25-00066; Nos. 24-1287 and 25-250; Appeal No. 2025-1812
NUMBERED: Final = re.compile(rf"\bNos?\.\s+(?P<number>{DOCKET})\b(?!-)")
MORE: Final = re.compile(
    rf"(?:,\s+(?:and\s+)?|\s+and\s+|\s*&\s*)(?:Nos?\.\s+)?(?P<number>{DOCKET})\b"
)
# Slip Op. 25-66
SLIP: Final = re.compile(
    r"\b[Ss]lip\s+[Oo]p(?:\.|inion)?\s*(?:No\.\s*)?(?P<number>\d{2}[-–]\d{1,3})\b"
)
# Docket No. USTR-2025-0004
AGENCY: Final = re.compile(
    r"\b(?:[Dd]ocket\s+(?:No\.|ID|[Nn]umber)?:?\s*)?(?P<number>(?P<agency>[A-Z]{3,6})-20\d\d-\d{4})\b"
)
Found = tuple[Mention, Entity]


def find_dockets(text: str, registry: Registry) -> Iterator[Found]:
    """Yield the cases that a text names by number."""
    for match in SLIP.finditer(text):
        number = match["number"].replace("–", "-")
        known = registry.subjects("slipOpinion", number)
        if len(known) == 1:
            yield _mention(Span(*match.span()), known[0], registry.entities[known[0]].label)
    for match in NUMBERED.finditer(text):
        following: re.Match[str] | None = match
        while following:
            yield from _find_case(following, registry)
            following = MORE.match(text, following.end())
    for match in AGENCY.finditer(text):
        if registry.entities_named(match["agency"]):
            iri = mint("case", slugify(match["number"]))
            yield _mention(Span(*match.span()), iri, f"Docket {match['number']}")


def _find_case(match: re.Match[str], registry: Registry) -> Iterator[Found]:
    """Yield the one case of that number; none where two courts may have one."""
    number, span = match["number"], Span(*match.span("number"))
    known = {*registry.subjects("docketNumber", number)}
    known |= {*registry.subjects("docketNumber", f"20{number}")}
    if len(known) == 1:
        (iri,) = known
        yield _mention(span, iri, registry.entities[iri].label)
    courts = [court for court, form in _read_forms(registry) if form.fullmatch(number)]
    if not known and len(courts) == 1:
        iri = mint("case", f"{tail(courts[0])}-{slugify(number)}")
        label = f"{registry.entities[courts[0]].label} No. {number}"
        yield _mention(span, iri, label)


@lru_cache(maxsize=2)
def _read_forms(registry: Registry) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the courts with the form in which each numbers its cases."""
    return tuple(
        (court, re.compile(form))
        for court in registry.of_kind("Court")
        for form in registry.values(court, "docketPattern")
    )


def _mention(span: Span, iri: str, label: str) -> Found:
    mention = Mention(span, KIND, (iri,), iri, "rule", CONFIDENCE, "citation")
    return mention, Entity(iri, KIND, label)
