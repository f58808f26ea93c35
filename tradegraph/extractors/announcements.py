"""What a press release says of the order that it announces: a duty suspended, and for how long.

A release is dated like its order and names neither number nor headings; its order is the one
signed on that day that its title is about. Only suspensions are read so: other changes a release
tells in its own words, which are read like any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tradegraph.extractors.operative_acts import Act, find_acts
from tradegraph.extractors.operative_measures import find_enacted
from tradegraph.extractors.own_instruments import find_announced_instrument
from tradegraph.language.analysis import Analysis
from tradegraph.model import Span

SUSPENSIONS: Final = ("pause", "extension")
# China will also suspend its tariff
WILL: Final = re.compile(r"\s+(?:will|shall|has|have)\b")


def find_announced(analysis: Analysis) -> tuple[str | None, list[Act]]:
    """Return the order that the document announces, and what it suspends or lays instead."""
    document = analysis.document
    order = find_announced_instrument(document, analysis.registry)
    if order is None:
        return None, []
    acts = find_acts(document.text, document.published)
    return order, [act for act in acts if _is_told(analysis, act, order)]


def _is_told(analysis: Analysis, act: Act, order: str) -> bool:
    """Tell whether the sentence is about the order's duties, and its own country suspends them."""
    if act.event not in SUSPENSIONS and not act.instead:
        return False
    registry = analysis.registry
    programmes = find_enacted(registry, [order])
    imposers = {place for p in programmes for place in registry.values(p, "imposedBy")}
    if not set(_find_doers(analysis, act.span)) <= imposers:
        return False
    about = {
        iri
        for p in programmes
        for iri in (p, *registry.values(p, "partOfGroup"), *registry.values(p, "targets"))
    }
    return any(mention.entity in about for mention in analysis.mentions_in(act.span))


def _find_doers(analysis: Analysis, span: Span) -> Iterator[str]:
    """Yield the jurisdictions of which the sentence says that they will do, or have done."""
    for mention in analysis.mentions_in(span, "Country", "CustomsUnion"):
        if mention.entity and WILL.match(analysis.document.text, mention.span.end):
            yield mention.entity
