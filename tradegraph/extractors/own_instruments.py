"""Which legal instrument a document gives the text of: by its title and day, or by its number."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from tradegraph.model import Document
from tradegraph.registry import Registry
from tradegraph.vocabulary import DCTERMS

ACTS: Final = frozenset(("executive-order", "proclamation", "fr-notice", "official"))
"""Types of document that give an instrument's own text."""
LATEST: Final = timedelta(days=10)
"""So long after its signature an instrument may be published."""
# Executive Order 13141: Environmental Review; Proclamation 10947 of June 3, 2025
NUMBERED: Final = re.compile(
    r"\s*(?:Executive\s+Order|E\.?O\.?|Proclamation)\s+(?:No\.?\s+)?(?P<number>\d{4,5})\b"
)
NO_WORD: Final = re.compile(r"[^a-z0-9]+")


def find_own_instrument(document: Document, registry: Registry) -> str | None:
    """Return the instrument whose text the document is, None when no entry fits."""
    if document.doc_type not in ACTS or not document.title:
        return None
    numbered = NUMBERED.match(document.title)
    if numbered:
        found = registry.subjects("instrumentNumber", numbered["number"])
    else:
        found = _by_title(registry).get(_plain(document.title), ())
    fitting = [iri for iri in found if _fits(registry, iri, document.published)]
    return fitting[0] if len(fitting) == 1 else None


def signed_on(registry: Registry, instrument: str | None) -> date | None:
    """Return the day on which the instrument was signed."""
    day = registry.value(instrument, "signedOn") if instrument else None
    return date.fromisoformat(day) if day else None


def _fits(registry: Registry, instrument: str, published: date | None) -> bool:
    signed = signed_on(registry, instrument)
    return not signed or not published or signed <= published <= signed + LATEST


@lru_cache(maxsize=2)
def _by_title(registry: Registry) -> dict[str, tuple[str, ...]]:
    """Return the registry's instruments by their titles, in plain words."""
    found: dict[str, tuple[str, ...]] = {}
    for quad in registry.quads:
        if quad.predicate.value == DCTERMS + "title":
            title = _plain(str(getattr(quad.object, "value", "")))
            found[title] = (*found.get(title, ()), str(getattr(quad.subject, "value", "")))
    return found


def _plain(title: str) -> str:
    """Return the title's letters and digits alone, so that typography makes no difference."""
    return NO_WORD.sub("", title.lower())
