"""What a document takes for granted: whose policy it is about, and who issued it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tradegraph.extractors.actors import ACTOR_KINDS, find_jurisdiction
from tradegraph.language.analysis import Analysis

OFFICIAL = frozenset(("executive-order", "proclamation", "fr-notice", "official", "press-release"))


def find_issuer(analysis: Analysis) -> str | None:
    """Return the jurisdiction that issued an official text: its publisher's, or the one it is of."""
    document = analysis.document
    if document.doc_type not in OFFICIAL:
        return None
    publishers = analysis.registry.entities_named(document.publisher or "")
    places = {place for iri in publishers if (place := analysis.registry.jurisdiction(iri))}
    if len(places) == 1:
        return next(iter(places))
    return main_jurisdiction(analysis, ())


def main_jurisdiction(analysis: Analysis, imposers: Sequence[str]) -> str | None:
    """Return the jurisdiction that the document is mostly about: most often named as imposer,
    otherwise most often named at all.
    """
    for pool in (imposers, _named(analysis)):
        ranked = Counter(pool).most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return ranked[0][0]
    return None


def _named(analysis: Analysis) -> list[str]:
    return [
        place
        for mention in analysis.mentions
        if mention.entity and mention.kind in ACTOR_KINDS
        if (place := find_jurisdiction(analysis, mention.entity))
    ]
