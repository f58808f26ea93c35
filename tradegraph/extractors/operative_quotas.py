"""Quotas that orders open: how much may be imported, at which rate, and what exceeds them bears.

*I hereby establish an annual tariff-rate quota of 40,000 tractors ... Imports within it shall
be subject to a 5 percent tariff. Imports in excess of it shall remain subject to the duties imposed
by Proclamation 1.* An order tells of one quota after the other; what it says of goods in excess is
the last of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tradegraph.extractors.operative_acts import find_sentences, find_usual_day
from tradegraph.extractors.operative_days import read_first_day, read_last_day
from tradegraph.extractors.operative_measures import find_enacted, find_orders
from tradegraph.extractors.operative_places import find_places
from tradegraph.extractors.operative_rates import NUMBER, hide_titles, state_rate
from tradegraph.extractors.operative_recitals import PAST
from tradegraph.language.analysis import Analysis
from tradegraph.model import Fact, Measure, Quota, Rate, Span
from tradegraph.schedules import Programmes
from tradegraph.schedules.volumes import VOLUME, Volume, read_volume

CONFIDENCE: Final = 0.9
QUOTA: Final = re.compile(r"\bquotas?\b|\bTRQs?\b", re.IGNORECASE)
# tariff-rate quota of 40,000 tractors; quota volume, totaling 3 tons of ore and 5 tons of wire
OPENED: Final = re.compile(
    r"\bquotas?(?:\s+(?:volumes?|quantit(?:y|ies)))?(?:\s+specified\s+in\s+[^,.;]{3,90}?)?"
    rf"(?:\s+of|,?\s+totall?ing)\s+(?={VOLUME})",
    re.IGNORECASE,
)
FURTHER: Final = re.compile(rf"(?:,\s+|,?\s+and\s+)(?={VOLUME})")
# To establish a tariff-rate quota on; shall design and establish; continuation of the TRQ
ESTABLISH: Final = re.compile(
    r"\b(?:(?P<own>I\s+hereby\s+establish|To\s+establish|impose\b[^.;]{0,60}?\bin\s+the\s+form\s+of"
    r"|(?:continuation|extension)\s+of|extend|actions,\s+including)"
    r"|(?:shall|will)\b[^.;]{0,60}?\bestablish|\bestablish)\s+"
    r"(?:an?\s+|the\s+)?(?:annual\s+)?(?:tariff[-‑]rate\s+quota|TRQ)s?\b"
)
EXCESS: Final = re.compile(
    r"\bin\s+excess\s+of\s+(?:the|such)\s+[^.;]{0,30}?\bquota\b[^.;]{0,160}?\bsubject\s+to\b(?P<duty>.*)",
    re.DOTALL,
)
WITHIN: Final = re.compile(
    rf"\bwithin\s+(?:the|such)\s+[^.;]{{0,30}}?\bquota\b[^;]*?\bshall\b[^;]*?\bsubject\s+to\s+an?\s+{NUMBER}"
)
# for a combined tariff of 10 percent; a total tariff rate of 10%
WHOLE: Final = re.compile(
    rf"\b(?:combined|total)\s+(?:tariff|duty|rate)(?:\s+rate)?\s+of\s+{NUMBER}"
)
ANNUAL: Final = re.compile(r"\bannual(?:ly)?\b|\b(?:each|every|per|a)\s+year\b", re.IGNORECASE)
# entered on or after January 1, 2031, to the provisions of the tariff-rate quota in effect
APPLIED: Final = re.compile(r"\bprovisions\s+of\s+the\s+tariff[-‑]rate\s+quota\b")
# exclude such imports up to a designated quota ... through December 31, 2031
UP_TO: Final = re.compile(r"\bup\s+to\s+a\s+(?:designated\s+)?quota\b")
RECALLED: Final = re.compile(r"\bintends?\s+to\b|\bshall\s+not\s+be\s+eligible\b|\bissued\b")
YEAR: Final = "P1Y"


@dataclass(frozen=True, slots=True)
class _Open:
    """What the order has said so far of the quota that it tells of."""

    spans: tuple[Span, ...] = ()
    volumes: tuple[Volume, ...] = ()
    places: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    annual: bool = False
    planned: bool = False
    closed: bool = False
    within: Rate | None = None
    first: date | None = None
    until: date | None = None


def find_quotas(analysis: Analysis, own: str | None, signed: date | None) -> Iterator[Fact]:
    """Yield the quotas that the document opens; those that others are to open are planned."""
    text = analysis.document.text
    first = find_usual_day(text, signed)
    for quota in _read(analysis, find_sentences(text)):
        programmes = _choose(analysis, quota, own)
        if len(programmes) != 1 or not quota.spans:
            continue
        for content in _describe(analysis, quota, programmes[0], first):
            instruments = (own,) if own else ()
            modality = "planned" if quota.planned else "asserted"
            yield Fact(
                replace(content, instruments=instruments),
                quota.spans,
                modality,
                confidence=CONFIDENCE,
                extractor="operative",
            )


def _choose(analysis: Analysis, quota: _Open, own: str | None) -> tuple[str, ...]:
    """Return the programmes whose duty the goods in excess bear, or that the order itself lays."""
    registry = analysis.registry
    found = quota.programmes or find_enacted(registry, [own] if own else [])
    known = Programmes(registry, "")
    counted = tuple(volume.unit for volume in quota.volumes)
    fitting = tuple(each for each in found if counted and known.covers(each, counted))
    return fitting if len(found) > 1 and fitting else found


def _describe(
    analysis: Analysis, quota: _Open, programme: str, first: date | None
) -> Iterator[Quota]:
    imposers = analysis.registry.values(programme, "imposedBy")
    partners = tuple(place for place in quota.places if place not in imposers)
    for volume in quota.volumes or (None,):
        for target in partners or (None,):
            yield Quota(
                "tariff-rate",
                Measure(imposers, (target,) if target else (), programme=programme),
                volume.amount if volume else None,
                volume.unit if volume else None,
                YEAR if quota.annual else None,
                quota.within,
                effective=None if quota.planned else quota.first or first,
                until=quota.until,
            )


def _read(analysis: Analysis, sentences: Sequence[Span]) -> Iterator[_Open]:
    """Yield the quotas, each with all that is said of it."""
    quota = _Open()
    for span in sentences:
        words = hide_titles(analysis.text(span))
        if not QUOTA.search(words) or RECALLED.search(words) or PAST.search(words):
            continue
        told = _read_sentence(analysis, span, words)
        if told is None:
            continue
        if _begins_anew(quota, told):
            yield quota
            quota = _Open()
        quota = _join(quota, told)
    yield quota


def _read_sentence(analysis: Analysis, span: Span, words: str) -> _Open | None:
    """Return what a sentence says of a quota, None for one that only mentions some."""
    volumes = tuple(_read_volumes(words))
    excess, within = EXCESS.search(words), WITHIN.search(words)
    established, up_to = ESTABLISH.search(words), UP_TO.search(words)
    applied = APPLIED.search(words)
    if not (volumes or excess or within or established or up_to or applied):
        return None
    places = find_places(analysis, span)
    whole = WHOLE.search(words)
    rate = None
    if whole and (within or volumes):
        rate = state_rate(whole["percent"], "baseline")
    elif within:
        rate = state_rate(within["percent"])
    orders = find_orders(analysis.registry, excess["duty"] if excess else "")
    return _Open(
        spans=(span,),
        volumes=volumes,
        places=places.origins or (places.named if established else ()),
        programmes=find_enacted(analysis.registry, orders),
        annual=bool(ANNUAL.search(words) and (volumes or established)),
        planned=bool(established and not established["own"] and not volumes),
        closed=bool(excess),
        within=rate,
        first=read_first_day(words, None) if applied else None,
        until=read_last_day(words, None) if up_to else None,
    )


def _read_volumes(words: str) -> Iterator[Volume]:
    opened = OPENED.search(words)
    while opened:
        volume = read_volume(words, opened.end())
        if volume is None:
            return
        yield volume
        opened = FURTHER.match(words, volume.end)


def _begins_anew(quota: _Open, told: _Open) -> bool:
    """Tell whether a sentence is about another quota than the ones before it."""
    if quota.closed:
        return not told.closed and not told.first
    if quota.volumes and told.volumes:
        return True
    return bool(quota.spans and told.spans and quota.planned != told.planned and not told.closed)


def _join(quota: _Open, told: _Open) -> _Open:
    return _Open(
        spans=quota.spans + told.spans,
        volumes=quota.volumes or told.volumes,
        places=quota.places or told.places,
        programmes=quota.programmes or told.programmes,
        annual=quota.annual or told.annual,
        planned=quota.planned or told.planned,
        closed=quota.closed or told.closed,
        within=quota.within or told.within,
        first=quota.first or told.first,
        until=quota.until or told.until,
    )
