"""Actors that no registry lists: firms and groups, named by the text itself."""

from __future__ import annotations

from collections.abc import Container

from tradegraph.extractors.descriptions import BODIES
from tradegraph.identifiers import mint, mint_placeholder, slugify
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Span

PROPER = ("NNP", "NNPS")
LONGEST = 8
"""Words of an organization's name before its last one."""
INNER = frozenset(("of", "for", "the", "and", "&"))
"""Words that a name may contain but not begin with."""

NO_ACTORS = ("LegalCase", "LegalInstrument", "ProductScope")
"""Classes of what has a name and does nothing."""


def name_party(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the firm of that name, or the group that the phrase describes.

    *Harbour Tools Inc.* is an organization; *a group of importers* is known by its passage alone.
    """
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind in NO_ACTORS:
        return ()
    if token.tag in PROPER:
        return (_named(analysis, token),)
    described = analysis.is_word(token, "party-noun", "officials-noun", "office-noun")
    if token.pos != "noun" or not (described or is_informed(analysis, token)):
        return ()
    return (name_group(analysis, token),)


def name_group(analysis: Analysis, token: Token) -> str:
    """Return the group that the phrase describes, known by its passage alone."""
    span = _phrase_span(analysis, token)
    iri = mint_placeholder("group", analysis.document, span)
    analysis.entities.setdefault(iri, Entity(iri, "ActorGroup", analysis.text(span)))
    return iri


def is_informed(analysis: Analysis, token: Token) -> bool:
    """Tell whether the phrase says that its people know: *people familiar with the talks*."""
    return any(analysis.is_word(word, "informed-word") for word in analysis.subtree(token))


def _named(analysis: Analysis, token: Token) -> str:
    """Return the organization of the proper name that ends in the word."""
    mention = analysis.mention_at(token)
    span = mention.span if mention else _proper_span(analysis, token, LONGEST, INNER)
    return name_organization(analysis, span)


def name_organization(analysis: Analysis, span: Span) -> str:
    """Return the body of the passage's name, introduced by the document if it is new.

    A name that the document introduces as an abbreviation is what it stands for.
    """
    name = analysis.text(span)
    whole = _spelled_out(analysis, name)
    mention = analysis.mention_at(whole) if whole is not None else None
    if mention is not None and mention.entity is not None and mention.kind in BODIES:
        return mention.entity
    if whole is not None:
        name = proper_name(analysis, whole, LONGEST, INNER)
    iri = mint("body", slugify(name))
    if iri not in analysis.registry.entities:
        analysis.entities.setdefault(iri, Entity(iri, "Organization", name))
    return iri


def _spelled_out(analysis: Analysis, name: str) -> Token | None:
    """Return the last word of the name that an abbreviation is introduced for: *Union (GU)*."""
    introduced = analysis.document.text.find(f"({name})") if name.isupper() else -1
    before = analysis.token_at(introduced - 1) if introduced > 0 else None
    return before if before is not None and before.tag in PROPER else None


def proper_name(analysis: Analysis, last: Token, longest: int, inner: Container[str] = ()) -> str:
    """Return the proper name that ends in the word, with at most `longest` words before it."""
    return analysis.text(_proper_span(analysis, last, longest, inner))


def _proper_span(analysis: Analysis, last: Token, longest: int, inner: Container[str]) -> Span:
    first = last.index
    sentence = analysis.sentence_of(last)
    for index in range(last.index - 1, max(sentence.first, last.index - longest) - 1, -1):
        token = analysis.tokens[index]
        if token.tag not in PROPER and token.lower not in inner:
            break
        first = index if token.lower not in inner else first
    return Span(analysis.tokens[first].begin, last.end)


def _phrase_span(analysis: Analysis, head: Token) -> Span:
    """Return the noun phrase without articles and relative clauses."""
    inside = [head]
    for child in analysis.children(head):
        if child.dep in ("amod", "compound", "nmod", "nummod", "poss"):
            inside += analysis.subtree(child)
        elif child.dep == "prep" and child.lower == "of":
            kept = ("prep", "pobj", "compound", "amod")
            inside += [token for token in analysis.subtree(child) if token.dep in kept]
    begin = min(token.begin for token in inside)
    while begin and not analysis.document.text[begin - 1].isspace() and _is_joined(analysis, begin):
        begin -= 1
    return Span(begin, max(token.end for token in inside))


def _is_joined(analysis: Analysis, begin: int) -> bool:
    """Tell whether a hyphen joins the phrase to what stands before it: *Oslo-based*."""
    text = analysis.document.text
    return text[begin] == "-" or (text[begin].isalnum() and text[begin - 1].isalnum())
