"""Definite descriptions: whom *the ministry*, *the commission*, *the spokesman* points back to.

A description takes up whom the document named before by a name or title that contains its noun
(Vieira and Poesio 2000 count these as most definite anaphors in news).
"""

from __future__ import annotations

from collections.abc import Iterator

from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

POINTING = ("the", "this", "that", "these", "those")
BODIES = ("GovernmentBody", "InternationalBody", "Organization", "Company", "CustomsUnion")
SHORTEST = 4
"""Letters that a noun has at least to be compared with names."""


def resolve_description(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return whom *the* and a noun mean: the one named last whose name or title has the noun."""
    if not _is_bare(analysis, token):
        return ()
    named = _named_before(analysis, token)
    return next(((iri,) for iri in named if token.lower in _words_for(analysis, iri)), ())


def _is_bare(analysis: Analysis, token: Token) -> bool:
    """Tell whether the phrase is a noun with *the* and nothing that tells whose it is."""
    if token.pos != "noun" or len(token.text) < SHORTEST or analysis.mention_at(token) is not None:
        return False
    pointing = any(t.lower in POINTING for t in analysis.children(token, "det"))
    return pointing and not analysis.children(token, "poss", "compound", "appos", "amod", "acl")


def _named_before(analysis: Analysis, token: Token) -> Iterator[str]:
    for mention in reversed(analysis.mentions):
        if mention.span.end <= token.begin and mention.entity:
            yield mention.entity


def _words_for(analysis: Analysis, iri: str) -> set[str]:
    """Return the words of a body's names, or of the title that the document gives a person."""
    kind = analysis.kind(iri)
    office = analysis.offices.get(iri) if kind == "Person" else None
    entity = analysis.entity(office or iri) if office or kind in BODIES else None
    names = (entity.label, *entity.names) if entity else ()
    return {word for name in names for word in name.lower().split()}
