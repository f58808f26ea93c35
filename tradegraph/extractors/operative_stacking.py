"""Which duties give way to others on the same goods, and which are added to them.

*Products subject to tariffs pursuant to this proclamation shall not be subject to any tariffs
imposed by Executive Order 1; ...* An order on stacking alone lists actions and refers to them by
their letters: *the action listed in section 2(a)*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from tradegraph import vocabulary
from tradegraph.extractors.operative_acts import find_sentences
from tradegraph.extractors.operative_measures import find_enacted, find_orders
from tradegraph.extractors.programmes import authorities_in
from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact, Measure, MeasureRelation, Span
from tradegraph.registry import Registry

EXTRACTOR: Final = "stacking"
CONFIDENCE: Final = 0.85
# products tariffed pursuant to this proclamation shall not be subject to any tariffs imposed by
GIVE_WAY: Final = re.compile(
    r"\b(?:tariffed|subject\s+to\s+(?:tariffs|duties))\s+(?:pursuant\s+to|under)\b[^.;]{0,40}?"
    r"\bthis\s+(?:order|proclamation)\s+shall\s+not\s+be\s+subject\s+to\s+any\s+(?:additional\s+)?"
    r"(?:tariffs|duties)\b"
)
# under both this proclamation and Proclamation 1, ... and not those imposed pursuant to this one
YIELD: Final = re.compile(
    r"\bunder\s+both\s+this\s+(?:order|proclamation)\s+and\s+(?P<other>.{10,400}?)\bshall\s+be\s+subject\s+to"
    r".{10,200}?\bnot\s+those\s+imposed\s+pursuant\s+to\s+this\s+(?:order|proclamation)",
    re.DOTALL,
)
# the duties imposed in this proclamation shall not apply to articles subject to duties pursuant to
SPARING: Final = re.compile(
    r"\b(?:dut(?:y|ies)|tariffs?|surcharge)\s+imposed\s+(?:in|by)\s+this\s+(?:order|proclamation)\s+"
    r"shall\s+not\s+apply\s+to\b(?P<other>.*)",
    re.DOTALL,
)
# supplemental to duties already imposed pursuant to; in addition to any tariff applicable under
ADDED: Final = re.compile(
    r"\b(?:supplemental|in\s+addition)\s+to\s+(?:any\s+)?(?:dut(?:y|ies)|tariffs?)\b[^.;]{0,60}?"
    r"\b(?:pursuant\s+to|under)\b(?P<other>[^.;]*)"
)
# (a) Proclamation 10908 of March 26, 2025 (...); (b) Executive Order 14193 ...
LISTED: Final = re.compile(
    r"\((?P<letter>[a-z])\)\s+(?P<order>(?:Proclamation|Executive\s+Order)\s+\d{4,5})"
)
# subject to tariffs pursuant to the actions listed in section 2(b) or 2(c) ... shall not be subject
# to additional tariffs on that article pursuant to the actions listed in sections 2(d) through 2(e)
BY_LETTER: Final = re.compile(
    r"\bsubject\s+to\s+tariffs\s+pursuant\s+to\s+the\s+actions?\s+listed\s+in\s+(?P<winning>[^“”]{5,60}?)"
    r"\s+of\s+this\s+order\s+shall\s+(?P<not>not\s+)?be\s+subject\s+to\s+additional\s+tariffs\b"
    r"[^.;]{0,30}?\bpursuant\s+to\s+the\s+actions?\s+listed\s+in\s+(?P<losing>[^“”]{5,60}?)\s+of\s+this\s+order"
)
LETTERS: Final = re.compile(r"\(?\d\)?\((?P<first>[a-z])\)(?:\s+through\s+\d\((?P<last>[a-z])\))?")


def find_relations(analysis: Analysis, own: str | None) -> Iterator[Fact]:
    """Yield which measures the order lets give way to others, or adds to them."""
    text = analysis.document.text
    lists = {m["letter"]: m["order"] for m in reversed(list(LISTED.finditer(text)))}
    seen: set[MeasureRelation] = set()
    for span in find_sentences(text):
        for content in _read_sentence(analysis, span, own, lists):
            if content not in seen:
                seen.add(content)
                yield Fact(content, (span,), confidence=CONFIDENCE, extractor=EXTRACTOR)


def is_about_stacking(words: str) -> bool:
    """Tell whether the sentence says how duties meet, and spares no goods of its own."""
    return any(pattern.search(words) for pattern in (GIVE_WAY, YIELD, BY_LETTER))


def _read_sentence(
    analysis: Analysis, span: Span, own: str | None, lists: Mapping[str, str]
) -> Iterator[MeasureRelation]:
    registry, words = analysis.registry, analysis.text(span)
    mine = find_enacted(registry, [own] if own else [])
    if found := GIVE_WAY.search(words):
        others = find_enacted(registry, find_orders(registry, words[found.end() :]))
        yield from _relate(registry, others, "excludedBy", mine)
    if found := YIELD.search(words):
        others = find_enacted(registry, find_orders(registry, found["other"]))
        yield from _relate(registry, mine, "excludedBy", others)
    if found := SPARING.search(words):
        yield from _relate(registry, mine, "excludedBy", _find_groups(analysis, span))
    if found := ADDED.search(words):
        place = Span(span.begin + found.start("other"), span.begin + found.end())
        others = find_enacted(registry, find_orders(registry, found["other"]))
        others = others or _find_groups(analysis, place)
        yield from _relate(registry, mine, "stacksWith", others)
    for found in BY_LETTER.finditer(words):
        winning, losing = (
            find_enacted(registry, find_orders(registry, " ".join(_letters(found[name], lists))))
            for name in ("winning", "losing")
        )
        name = "excludedBy" if found["not"] else "stacksWith"
        yield from _relate(registry, losing, name, winning)


def _letters(words: str, lists: Mapping[str, str]) -> Iterator[str]:
    """Yield the orders that stand under the letters."""
    for found in LETTERS.finditer(words):
        last = found["last"] or found["first"]
        for letter, order in sorted(lists.items()):
            if found["first"] <= letter <= last:
                yield order


def _find_groups(analysis: Analysis, span: Span) -> tuple[str, ...]:
    """Return the groups of all measures of the powers that the passage names."""
    registry = analysis.registry
    codes = {vocabulary.code("authority", name) for name in authorities_in(analysis, span)}
    groups = [
        group
        for group in registry.of_kind("MeasureGroup")
        if codes & set(registry.values(group, "legalAuthority"))
    ]
    return tuple(
        sorted(g for g in groups if not set(registry.values(g, "partOfGroup")) & set(groups))
    )


def _relate(
    registry: Registry, measures: tuple[str, ...], name: str, others: tuple[str, ...]
) -> Iterator[MeasureRelation]:
    for measure in measures:
        kept = tuple(other for other in others if other != measure)
        if kept:
            yield MeasureRelation(
                _stand_for(registry, measure), name, tuple(_stand_for(registry, o) for o in kept)
            )


def _stand_for(registry: Registry, programme: str) -> Measure:
    return Measure(registry.values(programme, "imposedBy"), programme=programme)
