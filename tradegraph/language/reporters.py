"""Decisions cited by reporter, volume and page: `426 U.S. 548`, found by eyecite (extra `legal`).

Without the extra nothing is found: the other citations do not need it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from logging import NullHandler, getLogger
from typing import Any, Final

from tradegraph.identifiers import mint, slugify
from tradegraph.model import Document, Entity, Mention, Span

CONFIDENCE: Final = 0.95
KIND: Final = "LegalCase"
READ: Final = frozenset(("court-ruling", "fr-notice", "official", "executive-order"))
"""Types of document that cite decisions in the form of lawyers."""

# eyecite warns of citations that overlap; nobody who reads a graph can do anything about them
QUIET: Final = NullHandler()


def find_decisions(document: Document) -> Iterator[tuple[Mention, Entity]]:
    """Yield the decisions that the document cites by their reporter."""
    if document.doc_type not in READ or find_spec("eyecite") is None:
        return
    from eyecite import get_citations  # noqa: PLC0415 - its reporters take a while to load
    from eyecite.models import FullCaseCitation  # noqa: PLC0415 - likewise

    getLogger("eyecite").addHandler(QUIET)
    for citation in get_citations(document.text):
        if isinstance(citation, FullCaseCitation):
            cited: Any = citation  # eyecite's methods have no types
            span = Span(*cited.span())
            label = " ".join(document.text[span.begin : span.end].split())
            iri = mint("case", slugify(label))
            mention = Mention(span, KIND, (iri,), iri, "rule", CONFIDENCE, "citation")
            yield mention, Entity(iri, KIND, label)
