"""Actors that no registry lists: firms and groups, named by the text itself."""

from __future__ import annotations

from tradegraph.identifiers import mint, mint_placeholder, slugify
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Span

LONGEST = 8


def name_party(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the firm of that name, or the group that the phrase describes (*a group of importers*)."""
    if token.tag in ("NNP", "NNPS"):
        return (_named(analysis, token),)
    if (
        analysis.is_word(token, "party-noun", "officials-noun", "office-noun")
        and token.pos == "noun"
    ):
        span = phrase_span(analysis, token)
        label = analysis.text(span)
        iri = mint_placeholder("group", analysis.document, span)
        analysis.entities.setdefault(iri, Entity(iri, "ActorGroup", label))
        return (iri,)
    return ()


def _named(analysis: Analysis, token: Token) -> str:
    """Return the organization of the proper name that ends in the word."""
    words = [token]
    for other in reversed(analysis.tokens[max(0, token.index - LONGEST) : token.index]):
        if (
            other.sentence != token.sentence
            or (other.tag not in ("NNP", "NNPS")
            and other.lower not in ("of", "for", "the", "and", "&"))
        ):
            break
        words.insert(0, other)
    while words and words[0].lower in ("of", "for", "the", "and", "&"):
        words = words[1:]
    name = analysis.text(Span(words[0].begin, words[-1].end))
    iri = mint("body", slugify(name))
    if iri not in analysis.registry.entities:
        analysis.entities.setdefault(iri, Entity(iri, "Organization", name))
    return iri


def phrase_span(analysis: Analysis, head: Token) -> Span:
    """Return the noun phrase without articles and relative clauses."""
    inside = [head]
    for child in analysis.children(head):
        if child.dep in ("amod", "compound", "nmod", "nummod", "poss"):
            inside += list(analysis.subtree(child))
        elif child.dep == "prep" and child.lower == "of":
            inside += [
                t for t in analysis.subtree(child) if t.dep in ("prep", "pobj", "compound", "amod")
            ]
    return Span(min(t.begin for t in inside), max(t.end for t in inside))
