"""Which measures an act of an order is about: by headings, by the orders it names, by its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tradegraph import vocabulary
from tradegraph.extractors.operative_acts import Act
from tradegraph.language.analysis import Analysis
from tradegraph.model import Measure, Mention, Span
from tradegraph.schedules import Programmes, find_partners, find_ranges

JURISDICTIONS: Final = ("Country", "CustomsUnion")
# goods of X, articles that are products of X, imports from X
ORIGIN: Final = re.compile(
    r"\b(?:goods?|products?|articles?|imports?)(?:\s+[a-z]+){0,4}?\s+(?:of|from)\s+(?:the\s+)?$"
)
EXCEPTED: Final = re.compile(r"\bexcept\s+(?:with\s+respect\s+to|for|as\s+to)\s+(?:the\s+)?$")
COUNTRY_SPECIFIC: Final = re.compile(
    r"\bcountry-specific\b|\bAnnex\s+I\b|\blisted\b|\bColumn\s+1\b"
)
GENERAL: Final = re.compile(
    r"\ball\s+articles\s+imported\b|\ball\s+(?:imports|trading\s+partners)\b"
    r"|\bany\s+foreign\s+trading\s+partner\b"
)
EVASION: Final = re.compile(r"\btransshipped\b")
LOW_VALUE: Final = re.compile(r"\bde\s+minimis\b|\bpostal\b|\blow-value\b", re.IGNORECASE)
# imports of softwood timber and lumber, as set forth in ...; With respect to energy, ...
GOODS: Final = re.compile(
    r"\b(?:imports\s+of|With\s+respect\s+to)\s+(?:all\s+|certain\s+)?(?P<goods>[a-z][^,.;()]{2,58}?)"
    r"(?=,|\s+(?:as|that|listed|set)\b)"
)
ORDER: Final = re.compile(r"\b(?:Executive\s+Order|Proclamation)\s+(?P<number>\d{4,5})\b")


def name_measures(analysis: Analysis, act: Act, own: str | None) -> Iterator[Measure]:
    """Yield the measures that the act changes; none where it is not clear which."""
    words = analysis.text(act.span)
    if LOW_VALUE.search(words):
        return
    places = _places(analysis, act.span)
    chosen = _choose(analysis, act, own, words)
    goods = _read_goods(words)
    if any(Programmes(analysis.registry, "").covers(programme, goods) for programme in chosen):
        goods = ()
    for programme in chosen:
        imposers = analysis.registry.values(programme, "imposedBy")
        programmes = Programmes(analysis.registry, imposers[0])
        partners = tuple(p for p, origin in places.items() if origin and p not in imposers)
        if not partners and not analysis.registry.values(programme, "targets"):
            partners = find_partners(analysis.document.title or "", programmes)
        for target in programmes.narrow(programme, partners) or (None,):
            yield Measure(imposers, (target,) if target else (), goods, programme=programme)


def _places(analysis: Analysis, span: Span) -> dict[str, bool]:
    """Return the jurisdictions that the span names, and whether it names them as an origin."""
    found: dict[str, bool] = {}
    for mention in analysis.mentions_in(span, *JURISDICTIONS):
        if mention.entity and not EXCEPTED.search(_before(analysis, mention)):
            origin = bool(ORIGIN.search(_before(analysis, mention)))
            found[mention.entity] = found.get(mention.entity, False) or origin
    return found


def _before(analysis: Analysis, mention: Mention) -> str:
    return analysis.document.text[max(0, mention.span.begin - 60) : mention.span.begin]


def _choose(analysis: Analysis, act: Act, own: str | None, words: str) -> tuple[str, ...]:
    """Return the programmes of the headings, otherwise of the orders, that the act is about."""
    registry = analysis.registry
    ranges = find_ranges(words)
    by_heading = Programmes(registry, "").of_ranges(ranges) if ranges else ()
    if by_heading:
        return by_heading
    numbers = [match["number"] for match in ORDER.finditer(act.by or words)]
    named = _enacted(
        analysis, [i for n in numbers for i in registry.subjects("instrumentNumber", n)]
    )
    mine = _enacted(analysis, [own] if own and not act.by else [])
    if GENERAL.search(words):
        general = _of_kind(analysis, tuple(dict.fromkeys((*mine, *named))), "baseline")
        if general:
            return general
    both = tuple(p for p in mine if p in named)
    return _narrow(analysis, both or mine or named, act.span, words)


def _enacted(analysis: Analysis, instruments: list[str]) -> tuple[str, ...]:
    """Return the single measures that the instruments enact, otherwise the groups."""
    registry = analysis.registry
    found = sorted({m for iri in instruments for m in registry.subjects("enactedBy", iri)})
    single = [measure for measure in found if registry.kind(measure) == "TariffMeasure"]
    return tuple(single or found)


def _narrow(
    analysis: Analysis, programmes: tuple[str, ...], span: Span, words: str
) -> tuple[str, ...]:
    """Return the programmes that the sentence's places, goods and manner of speaking leave."""
    registry = analysis.registry
    kept = programmes
    places = _places(analysis, span)
    excepted = {
        m.entity
        for m in analysis.mentions_in(span, *JURISDICTIONS)
        if EXCEPTED.search(_before(analysis, m))
    }
    kept = tuple(p for p in kept if not excepted & set(registry.values(p, "targets")))
    goods = {m.entity for m in analysis.mentions_in(span, "ProductScope") if m.entity}
    for name, wanted in (("targets", set(places)), ("product", goods)):
        fitting = tuple(p for p in kept if wanted & set(registry.values(p, name)))
        kept = fitting if len(kept) > 1 and fitting else kept
    specific = _of_kind(analysis, kept, "country-specific")
    return specific if specific and COUNTRY_SPECIFIC.search(words) else kept


def _of_kind(analysis: Analysis, programmes: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Return the programmes of a kind, a notation of the code list `kind`."""
    code = vocabulary.code("kind", kind)
    return tuple(p for p in programmes if code in analysis.registry.values(p, "measureKind"))


def _read_goods(words: str) -> tuple[str, ...]:
    if EVASION.search(words):
        return ("transshipped articles",)
    goods = GOODS.search(words)
    return (" ".join(goods["goods"].split()),) if goods else ()
