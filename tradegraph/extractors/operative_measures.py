"""Which measures an act of an order is about: by headings, by the orders it names, by its own.

An order that the registry does not know lays a measure that is known by the order alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from tradegraph import vocabulary
from tradegraph.extractors.operative_acts import Act
from tradegraph.extractors.operative_goods import (
    count_annexes,
    is_part,
    read_annex,
    read_goods,
    read_spared,
)
from tradegraph.extractors.operative_places import Places, find_places
from tradegraph.extractors.operative_rates import TITLE, hide_titles
from tradegraph.extractors.operative_recitals import NAMED
from tradegraph.extractors.own_instruments import find_cited, find_country
from tradegraph.language.analysis import Analysis
from tradegraph.model import Measure, Span
from tradegraph.registry import Registry
from tradegraph.schedules import Programmes, find_partners, find_ranges
from tradegraph.schedules.preferences import PREFERENCE, find_preferred

COUNTRY_SPECIFIC: Final = re.compile(
    r"\bcountry-specific\b|\bAnnex\s+I\b|\blisted\b|\bColumn\s+1\b"
)
GENERAL: Final = re.compile(
    r"\ball\s+articles\s+imported\b|\ball\s+(?:imports|trading\s+partners)\b"
    r"|\bany\s+foreign\s+trading\s+partner\b"
)
LOW_VALUE: Final = re.compile(r"\bde\s+minimis\b|\bpostal\b|\blow-value\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What an act's words say of its measures: the words, its places and its goods."""

    words: str
    places: Places
    goods: str | None


def name_measures(analysis: Analysis, act: Act, own: str | None) -> Iterator[Measure]:
    """Yield the measures that the act changes; none where it is not clear which."""
    reading = _read(analysis, act, own)
    if act.event == "exemption" and reading.goods is None:
        return
    registry = analysis.registry
    programmes = _fit_goods(registry, _choose(analysis, act, own, reading), reading.goods)
    if not programmes and not LOW_VALUE.search(hide_titles(reading.words)):
        yield from _name_unknown(analysis, act, own, reading)
    for programme in programmes:
        imposers = registry.values(programme, "imposedBy")
        known = Programmes(registry, imposers[0])
        partners = tuple(p for p in reading.places.origins if p not in imposers)
        low_value = LOW_VALUE.search(hide_titles(reading.words))
        if not partners and (low_value or (act.instead and not act.by)):
            partners = _find_own_partners(registry, own)
        if not partners and not act.by and not registry.values(programme, "targets"):
            partners = find_partners(analysis.document.title or "", known)
        goods = (reading.goods,) if reading.goods else ()
        covered = act.event != "exemption" and _covers(known, programme, reading.goods)
        for target in known.narrow(programme, partners) or (None,):
            targets = (target,) if target else ()
            yield Measure(imposers, targets, () if covered else goods, programme=programme)


def _name_unknown(
    analysis: Analysis, act: Act, own: str | None, reading: _Reading
) -> Iterator[Measure]:
    """Yield the measure of an order that the registry does not know, by the order alone."""
    registry = analysis.registry
    names = (" ".join(match["name"].split()) for match in NAMED.finditer(act.by or reading.words))
    orders = (*(find_cited(registry, name) for name in names), None if act.by else own)
    order = next((iri for iri in orders if iri and iri not in registry.entities), None)
    imposer = find_country(registry, order) if order else None
    if act.rate is None or act.quoted or imposer is None:
        return
    headings = tuple(each.first for each in find_ranges(reading.words) if each.first == each.last)
    partners = tuple(place for place in reading.places.origins if place != imposer)
    goods = (reading.goods,) if reading.goods else ()
    for target in partners or (None,):
        targets = (target,) if target else ()
        yield Measure((imposer,), targets, goods, headings=headings, enacted_by=order)


def _fit_goods(registry: Registry, chosen: tuple[str, ...], goods: str | None) -> tuple[str, ...]:
    """Return the programmes that the words for the goods mean, otherwise all of them."""
    programmes = Programmes(registry, "")
    fitting = tuple(p for p in chosen if goods and _covers(programmes, p, goods))
    return fitting or chosen


def _covers(programmes: Programmes, programme: str, goods: str | None) -> bool:
    """Tell whether the words for the goods mean all of the programme's own."""
    return not goods or (not is_part(goods) and programmes.covers(programme, (goods,)))


def choose_day(
    analysis: Analysis, measure: Measure, split: tuple[tuple[str, date], ...]
) -> date | None:
    """Return the measure's own day where an order gives several: for its goods, or for the rest."""
    programmes = Programmes(analysis.registry, "")
    for goods, day in split:
        if programmes.covers(measure.programme, (goods,)):
            return day
    return next((day for goods, day in split if goods.startswith("other")), None)


def _read(analysis: Analysis, act: Act, own: str | None) -> _Reading:
    """Return what the act's words say; what an item of a list leaves out, its lead says."""
    told = act.about or act
    words = analysis.text(told.span)
    places = find_places(analysis, told.span, listed=told.listed)
    if told.lead and not places.origins:
        places = find_places(analysis, told.lead, listed=told.listed)
    if told.event == "exemption":
        goods = _read_exempted(analysis, words)
    elif told.listed or told.by or told.event in ("pause", "extension", "revocation"):
        goods = read_goods(words, told, told.span.begin) if told.by else None
    else:
        lead = analysis.text(told.lead) if told.lead else ""
        entity = analysis.entity(own) if own else None
        partial = count_annexes(analysis.document.text) > 1 or _amends(analysis.registry, own)
        label = entity.label if entity and partial else None
        goods = read_goods(words, told, told.span.begin) if lead else None
        if label and not goods:
            goods = read_annex(words, label) or read_annex(lead, label)
        goods = goods or read_goods(words, told, told.span.begin)
    if told.lead:
        words = f"{analysis.text(told.lead)} {words}"
    return _Reading(words, places, goods)


def _find_own_partners(registry: Registry, own: str | None) -> tuple[str, ...]:
    """Return the countries whose goods the order is about, if it is about no group of them."""
    measures = find_enacted(registry, [own] if own else [])
    targets = dict.fromkeys(t for m in measures for t in registry.values(m, "targets"))
    countries = all(registry.kind(target) == "Country" for target in targets)
    return tuple(targets) if countries else ()


def _amends(registry: Registry, own: str | None) -> bool:
    """Tell whether the order changes measures that an earlier one laid: its annexes are parts."""
    day = registry.value(own, "signedOn") if own else None
    measures = registry.subjects("enactedBy", own) if own else ()
    signed = (
        registry.value(instrument, "signedOn")
        for measure in measures
        for instrument in registry.values(measure, "enactedBy")
    )
    return any(other < day for other in signed if other and day)


def _read_exempted(analysis: Analysis, words: str) -> str | None:
    """Return the goods that are spared: under an agreement, or as the sentence calls them."""
    if PREFERENCE.search(words):
        return find_preferred(words, analysis.registry)
    return read_spared(words)


def _choose(analysis: Analysis, act: Act, own: str | None, reading: _Reading) -> tuple[str, ...]:
    """Return the programmes of the headings, otherwise of the orders, that the act is about."""
    registry = analysis.registry
    if LOW_VALUE.search(hide_titles(reading.words)):
        return _find_named(analysis, act) if act.rate is None else ()
    ranges = find_ranges(reading.words)
    by_heading = Programmes(registry, "").of_ranges(ranges) if ranges else ()
    mine = find_enacted(registry, [own] if own and not act.by else [])
    if act.quoted and not by_heading:  # into another order it puts what it lays on some countries
        whose = set(reading.places.origins)
        return tuple(p for p in mine if whose & set(registry.values(p, "targets")))
    if by_heading and not act.instead:
        return by_heading
    told = act.by or reading.words
    named = find_enacted(registry, find_orders(registry, told))
    general = bool(GENERAL.search(reading.words)) or act.instead
    if general and (found := _find_general(registry, (*mine, *named), instead=act.instead)):
        return found
    both = tuple(p for p in mine if p in named)
    return _narrow(analysis, both or mine or named, reading, act)


def _find_named(analysis: Analysis, act: Act) -> tuple[str, ...]:
    """Return the programme that the sentence calls by its name, as *de minimis treatment*."""
    mentions = analysis.mentions_in(act.span, "MeasureGroup", "TariffMeasure")
    return tuple(dict.fromkeys(m.entity for m in mentions if m.entity))[:1]


def find_orders(registry: Registry, words: str) -> list[str]:
    """Return the orders that the words name by number."""
    numbers = dict.fromkeys(match["number"] for match in NAMED.finditer(words))
    return [iri for number in numbers for iri in registry.subjects("instrumentNumber", number)]


def find_enacted(registry: Registry, instruments: list[str]) -> tuple[str, ...]:
    """Return the single measures that the instruments enact, otherwise the groups."""
    found = sorted({m for iri in instruments for m in registry.subjects("enactedBy", iri)})
    single = [measure for measure in found if registry.kind(measure) == "TariffMeasure"]
    return tuple(single or found)


def _find_general(
    registry: Registry, programmes: tuple[str, ...], *, instead: bool
) -> tuple[str, ...]:
    """Return the programmes that lay one rate on everybody: these, or those beside them."""
    if instead:
        groups = {group for p in programmes for group in registry.values(p, "partOfGroup")}
        beside = {m for group in groups for m in registry.subjects("partOfGroup", group)}
        programmes = tuple(sorted(m for m in beside if set(registry.values(m, "targets"))))
    return _of_kind(registry, tuple(dict.fromkeys(programmes)), "baseline")


def _narrow(
    analysis: Analysis, programmes: tuple[str, ...], reading: _Reading, act: Act
) -> tuple[str, ...]:
    """Return the programmes that the sentence's places, goods and manner of speaking leave."""
    registry, places = analysis.registry, reading.places
    excepted = set(places.excepted)
    kept = tuple(p for p in programmes if not excepted & set(registry.values(p, "targets")))
    goods = _find_products(analysis, act, reading)
    for name, wanted in (("targets", set(places.named)), ("product", goods)):
        fitting = tuple(p for p in kept if wanted & set(registry.values(p, name)))
        kept = fitting if len(kept) > 1 and fitting else kept
    specific = _of_kind(registry, kept, "country-specific")
    return specific if specific and COUNTRY_SPECIFIC.search(reading.words) else kept


def _find_products(analysis: Analysis, act: Act, reading: _Reading) -> set[str]:
    """Return the registry's goods of the act's own phrase, otherwise those that it mentions."""
    registry = analysis.registry
    own = set(registry.entities_named(reading.goods)) if reading.goods else set()
    if own:
        return own
    words = analysis.document.text
    titles = [Span(*match.span()) for match in TITLE.finditer(words, act.span.begin, act.span.end)]
    return {
        mention.entity
        for mention in analysis.mentions_in(act.span, "ProductScope")
        if mention.entity and not any(mention.span in title for title in titles)
    }


def _of_kind(registry: Registry, programmes: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Return the programmes of a kind, a notation of the code list `kind`."""
    code = vocabulary.code("kind", kind)
    return tuple(p for p in programmes if code in registry.values(p, "measureKind"))
