"""The court whose own document a text is, and the words by which it speaks of itself."""

from __future__ import annotations

import re
from typing import Final

from tradegraph.extractors.own_instruments import read_head
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Span

COURT_DOCUMENT: Final = "court-ruling"
CAPTION: Final = 1_500
"""Characters in which a paper names its court."""
MOST: Final = 0.6
"""So much of its line is the name of a court at least, where the line names it and no more."""
# Appeal from the Court of International Trade; on writ of certiorari to
OTHERS: Final = re.compile(r"\b(?:from|to|by)\s+the\b", re.IGNORECASE)
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
    if not courts:
        return _find_captioned(analysis)
    return next(iter(courts)) if len(courts) == 1 else None


def _find_captioned(analysis: Analysis) -> str | None:
    """Return the court that the caption names first, on a line of its own."""
    text = analysis.document.text
    for mention in analysis.mentions_in(Span(0, min(CAPTION, len(text))), "Court"):
        line = text[text.rfind("\n", 0, mention.span.begin) + 1 :].partition("\n")[0].strip()
        whole = mention.span.end - mention.span.begin >= MOST * len(line)
        if mention.entity and whole and not OTHERS.search(line):
            return mention.entity
    return None


def court_itself(analysis: Analysis, token: Token) -> str | None:
    """Return the document's own court where the noun means it: *this court*, *the Court*."""
    words = {word.lower for word in analysis.children(token, "det")}
    if "this" in words or (token.text == ITSELF and "the" in words):
        return find_own_court(analysis)
    return None
