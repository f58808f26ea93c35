"""Which entities a text names: the registry's by their names, people by theirs.

A longer recognised person's name beats a place inside it; a seat of government is the city where
its grammar says so, otherwise the government. What stays ambiguous is settled by `choices`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tradegraph.language.choices import choose_entities
from tradegraph.language.lookalikes import is_lookalike
from tradegraph.language.matcher import NameMatch, compile_matcher
from tradegraph.language.people import find_people, propagate_surnames
from tradegraph.language.seats import stands_for_place
from tradegraph.language.tokens import Words
from tradegraph.lexicon import LexicalMatch
from tradegraph.model import Document, Entity, Mention
from tradegraph.registry import Registry

ROLE_ORDER: Final = ("label", "alias", "citation", "demonym", "metonym")


def find_mentions(
    document: Document,
    words: Words,
    matches: Sequence[tuple[LexicalMatch, ...]],
    registry: Registry,
) -> tuple[tuple[Mention, ...], dict[str, Entity]]:
    """Return the mentions in the text, in order, and the entities that it introduces."""
    named = _find_names(words, matches, registry)
    people, entities = find_people(words, matches, named, registry)
    full = sorted([*named, *people], key=lambda mention: mention.span)
    surnames = propagate_surnames(words, full, registry)
    every = sorted([*full, *surnames], key=lambda mention: mention.span)
    return choose_entities(every, document, registry), entities


def _find_names(
    words: Words, matches: Sequence[tuple[LexicalMatch, ...]], registry: Registry
) -> list[Mention]:
    """Return the mentions of what the registry names."""
    by_begin = {token.begin: token for token in words.tokens}
    measures = {m.head for found in matches for m in found if m.concept == "lexicon-measure-noun"}
    found = []
    for match in compile_matcher(registry).find(words.text, words.begin):
        token = by_begin.get(match.span.begin)
        if not is_lookalike(match, token, words, measures, registry):
            found.append(_link(match, stands_for_place(match, token, words), registry))
    return found


def _link(match: NameMatch, as_place: bool, registry: Registry) -> Mention:
    """Turn a match into a mention, choosing between city and government."""
    names = sorted(match.names, key=lambda name: (ROLE_ORDER.index(name.role), name.entity))
    metonyms = [name for name in names if name.role == "metonym"]
    places = [name for name in names if registry.kind(name.entity) == "Place"]
    method = None
    if metonyms and places and len(names) == len(metonyms) + len(places):
        names = places if as_place else metonyms
        method = "rule"
    candidates = tuple(dict.fromkeys(name.entity for name in names))
    role = names[0].role
    kind = registry.kind(candidates[0]) or ""
    if len(candidates) > 1:
        return Mention(match.span, kind, candidates, None, None, 0.5, role)
    method = method or ("exact-name" if role == "label" else "alias")
    return Mention(match.span, kind, candidates, candidates[0], method, 0.97, role)
