"""Which entities a text names: the registry's by their names, people by theirs.

A longer recognised person's name beats a place inside it; a capital after a preposition of place is
the city, otherwise the government. What stays ambiguous is settled by `choices`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tradegraph.language.choices import choose_entities
from tradegraph.language.matcher import NameMatch, compile_matcher
from tradegraph.language.people import find_people, propagate_surnames
from tradegraph.language.tokens import Token
from tradegraph.lexicon import LexicalMatch
from tradegraph.model import Document, Entity, Mention
from tradegraph.registry import Registry

ROLE_ORDER = ("label", "alias", "demonym", "metonym")
PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "outside", "to", "around", "into", "across"))


def find_mentions(
    document: Document,
    begin: int,
    tokens: Sequence[Token],
    words: Sequence[tuple[LexicalMatch, ...]],
    registry: Registry,
) -> tuple[tuple[Mention, ...], dict[str, Entity]]:
    """Return the mentions in the document from `begin` on, in order, and the new entities."""
    by_begin = {token.begin: token for token in tokens}
    named = []
    for match in compile_matcher(registry).find(document.text, begin):
        token = by_begin.get(match.span.begin)
        if token is None or not _inside_person(match, token, tokens):
            named.append(_link(match, token, tokens, registry))
    people, entities = find_people(document, tokens, words, named, registry)
    full = sorted([*named, *people], key=lambda mention: mention.span)
    surnames = propagate_surnames(document.text, tokens, full, registry)
    every = sorted([*full, *surnames], key=lambda mention: mention.span)
    return choose_entities(every, document, registry), entities


def _inside_person(match: NameMatch, token: Token, tokens: Sequence[Token]) -> bool:
    """Tell whether a one-word place name is part of a person's name (Jordan in Michael Jordan)."""
    if " " in match.names[0].text or token.label != "PERSON":
        return False
    if not any(part in name.entity for part in ("/country/", "/place/") for name in match.names):
        return False
    beside = tokens[max(0, token.index - 1) : token.index + 2]
    return any(t.label == "PERSON" and t.sentence == token.sentence and t is not token for t in beside)


def _link(
    match: NameMatch, token: Token | None, tokens: Sequence[Token], registry: Registry
) -> Mention:
    """Turn a match into a mention, choosing between city and government."""
    names = sorted(match.names, key=lambda name: (ROLE_ORDER.index(name.role), name.entity))
    metonyms = [name for name in names if name.role == "metonym"]
    places = [name for name in names if registry.kind(name.entity) == "Place"]
    method = None
    if metonyms and places and len(names) == len(metonyms) + len(places):
        names = places if _stands_for_place(token, tokens) else metonyms
        method = "rule"
    candidates = tuple(dict.fromkeys(name.entity for name in names))
    role = names[0].role
    kind = registry.kind(candidates[0]) or ""
    if len(candidates) > 1:
        return Mention(match.span, kind, candidates, None, None, 0.5, role)
    method = method or ("exact-name" if role == "label" else "alias")
    return Mention(match.span, kind, candidates, candidates[0], method, 0.97, role)


def _stands_for_place(token: Token | None, tokens: Sequence[Token]) -> bool:
    if token is None or token.dep != "pobj":
        return False
    return tokens[token.head].lower in PLACE_PREPOSITIONS
