"""Goods already on their way when a duty begins: spared, if loaded and entered before certain days.

*... except that goods loaded onto a vessel at the port of loading and in transit on the final mode
of transit before 12:01 a.m. on May 5, 2031, and entered for consumption before 12:01 a.m. on July
5, 2031, shall not be subject to such additional duty.* The clause belongs to the duties that its
sentence dates, otherwise to those of its section and of the order's tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tradegraph.extractors.operative_acts import find_sentences
from tradegraph.extractors.operative_days import DAY, ON, find_sections, read_day
from tradegraph.extractors.operative_tables import HEAD
from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact, Measure, MeasureEvent, Span
from tradegraph.schedules.goods import IN_TRANSIT

CONFIDENCE: Final = 0.9
LAYING: Final = frozenset(("imposition", "entry-into-effect", "increase"))
# except that goods loaded onto a vessel ... shall not be subject to such additional duty
SPARED: Final = re.compile(
    r"\bexcept\s+that\s+(?:goods|articles)\b.{0,200}?\bloaded\s+onto\s+a\s+vessel\b"
    r"(?P<until>.{0,500}?)\bshall\s+not\s+be\s+subject\b",
    re.DOTALL,
)
# goods in transit, which for purposes of this proclamation are goods that (i) were loaded
DEFINED: Final = re.compile(
    r"\bgoods\s+in\s+transit\b[^.;]{0,90}?\bare\s+goods\s+that\b.{0,20}?\bloaded\s+onto\s+a\s+vessel\b"
    r"(?P<until>.{0,500})",
    re.DOTALL,
)
# the exceptions related to covered goods loaded onto a vessel are hereby withdrawn
WITHDRAWN: Final = re.compile(
    r"\bexceptions?\b.{0,200}?\bloaded\s+onto\s+a\s+vessel\b.{0,200}?\b(?:withdrawn|terminated|revoked)\b",
    re.DOTALL,
)
LOADED_BEFORE: Final = re.compile(rf"\bbefore\s+{ON}")
ENTERED_BEFORE: Final = re.compile(
    rf"\b(?:entered|withdrawn\s+from\s+warehouse)\s+for\s+consumption,?\s+before\s+{ON}"
)


def find_goods_in_transit(
    analysis: Analysis, signed: date | None, told: Sequence[Fact]
) -> Iterator[Fact]:
    """Yield which goods in transit are spared, or are so no more; `told` is what the order does."""
    text = analysis.document.text
    parts = list(find_sections(text))
    head = HEAD.search(text)
    tables = range(head.start() if head else len(text), len(text))
    laying = [fact for fact in told if _is_laying(fact)]
    sentences = find_sentences(text)
    for before, span in zip([None, *sentences], sentences, strict=False):
        words = analysis.text(span)
        clause = SPARED.search(words) or DEFINED.search(words)
        if not clause and not WITHDRAWN.search(words):
            continue
        part = next(part for part in parts if span.begin in part)
        for event in _choose((span, before), (part, tables), laying):
            content = _spare(event, clause["until"], signed) if clause else _burden(event)
            yield Fact(content, (span,), confidence=CONFIDENCE, extractor="operative")


def _choose(
    spans: Iterable[Span | None], parts: Iterable[range], laying: Sequence[Fact]
) -> Iterator[MeasureEvent]:
    """Yield for each programme an event that the clause is about, on goods in transit.

    `spans` are the clause's sentence and the one before it, `parts` its section and the tables.
    Where it is about several parts of a programme, that is one on the programme as a whole.
    """
    told = ([fact for fact in laying if span in fact.evidence] for span in spans)
    near = [fact for fact in laying if any(e.begin in p for e in fact.evidence for p in parts)]
    by_programme: dict[str | None, dict[Measure, MeasureEvent]] = {}
    for fact in next(filter(None, told), near or laying):
        event = fact.content
        assert isinstance(event, MeasureEvent)  # noqa: S101 - what lays a duty is one
        goods = replace(event.measure, products=IN_TRANSIT)
        by_programme.setdefault(goods.programme, {}).setdefault(goods, event)
    for programme, events in by_programme.items():
        goods, event = next(iter(events.items()))
        whole = programme is not None and len(events) > 1
        yield replace(event, measure=replace(goods, targets=()) if whole else goods)


def _is_laying(fact: Fact) -> bool:
    return isinstance(fact.content, MeasureEvent) and fact.content.event in LAYING


def _spare(event: MeasureEvent, until: str, signed: date | None) -> MeasureEvent:
    """Return the exemption of what was loaded and is entered before the days of the clause."""
    loaded = read_day(LOADED_BEFORE.search(until), signed)
    entered = read_day(ENTERED_BEFORE.search(until), signed)
    return replace(
        event,
        event="exemption",
        rate=None,
        old_rate=None,
        until=entered - DAY if entered else None,
        duration=None,
        loaded_before=loaded,
        entered_before=entered,
    )


def _burden(event: MeasureEvent) -> MeasureEvent:
    """Return the effect of the duty on goods in transit, too."""
    return replace(event, event="entry-into-effect", rate=None, old_rate=None)
