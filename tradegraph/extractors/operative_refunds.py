"""Duties that orders give back: refunds of what is owed no more, and drawback upon export.

*This order shall apply retroactively to all entries made on or after May 2, 2031. Any refunds will
be processed pursuant to applicable laws.* Which duties are meant the sentence says itself;
otherwise they are those that its section changes, or that the order lays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tradegraph.extractors.operative_acts import find_sentences
from tradegraph.extractors.operative_days import find_sections, find_usual_days, read_first_day
from tradegraph.extractors.operative_measures import find_enacted, find_orders
from tradegraph.extractors.operative_rates import hide_titles
from tradegraph.language.analysis import Analysis
from tradegraph.model import DutyRefund, Fact, Measure, MeasureEvent, MeasureRelation, Span

CONFIDENCE: Final = 0.9
# No drawback shall be available; manufacturing drawback claims ... shall be available
DRAWBACK: Final = re.compile(
    r"(?P<no>\bno\s+)?(?P<made>\bmanufacturing\s+)?\bdrawback\b.{0,200}?"
    r"\bshall\s+(?P<not>not\s+)?be\s+available\b",
    re.IGNORECASE | re.DOTALL,
)
# shall be refunded; refunds shall be processed; shall provide the refund
REFUND: Final = re.compile(
    r"\bshall\s+be\s+refunded\b|\brefunds?\s+(?:shall|will)\s+be\s+(?:processed|made|paid|issued)\b"
    r"|\bshall\s+(?:provide|pay|issue)\s+(?:the\s+|a\s+)?refunds?\b",
    re.IGNORECASE,
)
# to the extent that implementation requires a refund
CONDITION: Final = re.compile(r"^\W*(?:\([a-z0-9]+\)\s+)?(?:To\s+the\s+extent|If|Should)\b")
# shall apply retroactively to entries made on or after; collected at or after
BACKWARDS: Final = re.compile(r"\bappl(?:y|ies|ied)\s+retroactively\b|\bcollected\b")
# because they are “semiconductors,” as explained
GOODS: Final = re.compile(r"\bbecause\s+they\s+are\s+“(?P<goods>[^”]{3,60}?),?”")
SINCE: Final = re.compile(r"\bat\s+or\s+after\b")


@dataclass(frozen=True, slots=True)
class _Section:
    """A section's part of the text, the day from which all in it has effect, its other facts."""

    part: range
    day: date | None
    told: tuple[Fact, ...]


def find_refunds(
    analysis: Analysis, own: str | None, signed: date | None, told: Sequence[Fact]
) -> Iterator[Fact]:
    """Yield which duties the order gives back; `told` are its other facts."""
    text = analysis.document.text
    sentences = find_sentences(text)
    usual = find_usual_days(text, sentences, signed)
    for part in find_sections(text):
        here = tuple(fact for fact in told if fact.evidence[-1].begin in part)
        section = _Section(part, usual.get(part), here or tuple(told))
        own_sentences = [span for span in sentences if span.begin in part]
        for index, span in enumerate(own_sentences):
            before = own_sentences[index - 1] if index else None
            yield from _read(analysis, own, section, span, before)


def _read(
    analysis: Analysis, own: str | None, section: _Section, span: Span, before: Span | None
) -> Iterator[Fact]:
    """Yield what the sentence gives back; the one before may say from which entries on."""
    words = hide_titles(analysis.text(span))
    instruments = (own,) if own else ()
    spans: tuple[Span, ...] = (span,)
    if drawback := DRAWBACK.search(words):
        kind = "manufacturing-drawback" if drawback["made"] else "drawback"
        available = not (drawback["no"] or drawback["not"])
        laid = _find_laid(analysis, own, section)
        content = DutyRefund(kind, laid, available, instruments=instruments)
    elif REFUND.search(words):
        changed = _find_named(analysis, words) or _find_changed(section)
        since = _read_since(words)
        told = _read_since(analysis.text(before)) if before and not since else None
        content = DutyRefund(
            "refund",
            changed or _find_laid(analysis, own, section),
            since=since or told or section.day,
            instruments=instruments,
        )
        spans = (before, span) if before and told else spans
    else:
        return
    if content.measures:
        modality = "conditional" if CONDITION.match(words) else "asserted"
        yield Fact(content, spans, modality, confidence=CONFIDENCE, extractor="operative")


def _read_since(words: str) -> date | None:
    """Return the day from which entries are concerned, of a sentence that reaches back."""
    if not BACKWARDS.search(words):
        return None
    return read_first_day(SINCE.sub("on or after", words), None)


def _find_named(analysis: Analysis, words: str) -> tuple[Measure, ...]:
    """Return the programmes of the orders that the sentence names."""
    registry = analysis.registry
    measures = _stand_for(analysis, find_enacted(registry, find_orders(registry, words)))
    goods = GOODS.search(words)
    products = (" ".join(goods["goods"].split()),) if goods else ()
    return tuple(replace(measure, products=products) for measure in measures)


def _find_changed(section: _Section) -> tuple[Measure, ...]:
    """Return the measures that a section changes, and those that it lets give way."""
    found: dict[Measure, None] = {}
    for fact in section.told:
        content = fact.content
        if isinstance(content, MeasureEvent):
            found.update(dict.fromkeys((content.measure, *content.also)))
        elif isinstance(content, MeasureRelation) and content.relation == "excludedBy":
            found[content.measure] = None
    return tuple(found)


def _find_laid(analysis: Analysis, own: str | None, section: _Section) -> tuple[Measure, ...]:
    """Return what the order enacts, otherwise the programmes that it changes."""
    enacted = find_enacted(analysis.registry, [own] if own else [])
    changed = (each.programme for each in _find_changed(section))
    return _stand_for(analysis, enacted or tuple(dict.fromkeys(filter(None, changed))))


def _stand_for(analysis: Analysis, programmes: Sequence[str]) -> tuple[Measure, ...]:
    registry = analysis.registry
    return tuple(Measure(registry.values(p, "imposedBy"), programme=p) for p in programmes)
