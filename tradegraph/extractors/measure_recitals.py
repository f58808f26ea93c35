"""Measures told by the title of the act that laid them: *Order 14257 of April 2, 2025 (…)*.

The recitals of an order cite earlier acts with day and title. A title stands for what the act did,
and the registry knows which programme it enacted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tradegraph.extractors.commitment import Commitment
from tradegraph.language.analysis import Analysis
from tradegraph.model import DateRange, Fact, Measure, MeasureEvent, Span

EXTRACTOR = "measures"
CONFIDENCE = 0.75
# What follows an act's number: its day, if that is not part of the name, and its title
TITLE = re.compile(
    r"""
    (?: \ of \ [A-Z][a-z]+ \ \d{1,2}, \ \d{4} )?
    ,? \s (?: \( (?P<title> [A-Z][^()]{8,300} ) \) | [“"] (?P<quoted> [A-Z][^”"]{8,300} ) [”"] )
    """,
    re.VERBOSE,
)


def find_recitals(analysis: Analysis) -> Iterator[Fact]:
    """Yield the imposition of each programme whose first act is cited with its title."""
    for mention in analysis.mentions:
        if mention.kind != "LegalInstrument" or mention.entity is None:
            continue
        title = TITLE.match(analysis.document.text, mention.span.end)
        signed = analysis.registry.value(mention.entity, "signedOn")
        programme = find_enacted(analysis, mention.entity) if title else None
        if title is None or programme is None or signed is None:
            continue
        yield Commitment().claim(
            _describe(analysis, programme, date.fromisoformat(signed)),
            Span(mention.span.begin, title.end()),
            confidence=CONFIDENCE,
            extractor=EXTRACTOR,
        )


def _describe(analysis: Analysis, programme: str, signed: date) -> MeasureEvent:
    registry = analysis.registry
    by = (a for a in registry.values(programme, "orderedBy") if registry.kind(a) == "Person")
    return MeasureEvent(
        "imposition",
        Measure(registry.values(programme, "imposedBy"), programme=programme),
        by=tuple(by),
        when=DateRange(signed, signed, "day"),
    )


def find_enacted(analysis: Analysis, act: str) -> str | None:
    """Return the programme that the act began, the narrowest; of equals the group of the others.

    An act that only amended an earlier one began none.
    """
    registry = analysis.registry
    begun = [p for p in registry.subjects("enactedBy", act) if _first_act(analysis, p) == act]
    ranked = sorted(begun, key=lambda p: (*_breadth(analysis, p), p))
    return ranked[0] if ranked else None


def _breadth(analysis: Analysis, programme: str) -> tuple[int, bool]:
    acts = analysis.registry.values(programme, "enactedBy")
    return len(acts), analysis.registry.kind(programme) != "MeasureGroup"


def _first_act(analysis: Analysis, programme: str) -> str | None:
    registry = analysis.registry
    acts = registry.values(programme, "enactedBy")
    dated = [(day, act) for act in acts if (day := registry.value(act, "signedOn"))]
    return min(dated)[1] if dated else None
