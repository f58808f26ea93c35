"""What a document takes for granted: whose policy it is about, and who issued it."""

from __future__ import annotations

from collections import Counter

from tradegraph.extractors.jurisdictions import ACTOR_KINDS, JURISDICTIONS, find_jurisdiction
from tradegraph.language.analysis import Analysis
from tradegraph.model import Mention, Span

OFFICIAL = frozenset(("executive-order", "proclamation", "fr-notice", "official", "press-release"))
"""Kinds of document in which an authority speaks for itself."""

LEAST_MENTIONS = 2
LEAST_SHARE = 0.85
"""How often, and with which share among all others, a document names the other side it is about."""


def find_issuer(analysis: Analysis) -> str | None:
    """Return whose official text it is: its publisher's, else of whom it speaks most."""
    document = analysis.document
    if document.doc_type not in OFFICIAL:
        return None
    publishers = _find_publishers(analysis)
    places = {place for iri in publishers if (place := analysis.registry.jurisdiction(iri))}
    return next(iter(places)) if len(places) == 1 else main_jurisdiction(analysis)


def _find_publishers(analysis: Analysis) -> list[str]:
    """Return the bodies that the publisher's name may mean; its office publishes a gazette."""
    named = [part.strip() for part in (analysis.document.publisher or "").split("/")]
    forms = (form for name in named if name for form in (name, f"Office of the {name}"))
    return [iri for form in forms for iri in analysis.registry.entities_named(form)]


def main_jurisdiction(analysis: Analysis) -> str | None:
    """Return the jurisdiction that the document names most often, if one leads."""
    ranked = _rank_places(analysis)
    leads = ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
    return ranked[0][0] if leads else None


def rank_territories(analysis: Analysis) -> list[tuple[str, int]]:
    """Return the customs territories of the document with how often it names each, most first."""
    return [each for each in _rank_places(analysis) if analysis.kind(each[0]) in JURISDICTIONS]


def _rank_places(analysis: Analysis) -> list[tuple[str, int]]:
    """Return the jurisdictions with how often each is named, most first; offices tell more."""
    known = len(analysis.offices)
    if known not in analysis.rankings:
        places = _places_of(analysis, analysis.mentions)
        analysis.rankings[known] = Counter(places).most_common()
    return analysis.rankings[known]


def find_counterpart(
    analysis: Analysis, own: tuple[str, ...], least: float = LEAST_SHARE
) -> str | None:
    """Return the one other customs territory that the document is about, if there is just one.

    It is named at least so often among all others.
    """
    others = [(place, count) for place, count in rank_territories(analysis) if place not in own]
    if not others or others[0][1] < LEAST_MENTIONS:
        return None
    place, count = others[0]
    return place if count >= least * sum(count for _, count in others) else None


def places_in(analysis: Analysis, span: Span) -> list[str]:
    """Return the jurisdictions of the actors that the span names, in order, with repetition."""
    return _places_of(analysis, analysis.mentions_in(span))


def _places_of(analysis: Analysis, mentions: tuple[Mention, ...] | list[Mention]) -> list[str]:
    return [
        place
        for mention in mentions
        if mention.entity and mention.kind in ACTOR_KINDS
        if (place := find_jurisdiction(analysis, mention.entity))
    ]
