"""The court whose own document a text is, and the words by which it speaks of itself."""

from __future__ import annotations

from typing import Final

from tradegraph.extractors.own_instruments import read_head
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

COURT_DOCUMENT: Final = "court-ruling"
ITSELF: Final = "Court"
"""*The Court*, in its own document, is itself; *that Court* is another."""


def find_own_court(analysis: Analysis) -> str | None:
    """Return the court whose document it is: its publisher, or the court of the record."""
    document, registry = analysis.document, analysis.registry
    if document.doc_type != COURT_DOCUMENT:
        return None
    code = read_head(f"Title: x\n{document.text}").get("Court", "")
    named = (
        *registry.entities_named(document.publisher or ""),
        *registry.subjects("courtCode", code.lower()),
        *registry.entities_named(code),
    )
    courts = {iri for iri in named if registry.kind(iri) == "Court"}
    return next(iter(courts)) if len(courts) == 1 else None


def court_itself(analysis: Analysis, token: Token) -> str | None:
    """Return the document's own court where the noun means it: *this court*, *the Court*."""
    words = {word.lower for word in analysis.children(token, "det")}
    if "this" in words or (token.text == ITSELF and "the" in words):
        return find_own_court(analysis)
    return None
