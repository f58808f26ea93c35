"""Which actor a phrase means: by name, by office, as a group, or by what was said before."""

from __future__ import annotations

from collections.abc import Sequence

from tradegraph.extractors.coordination import PREMODIFIERS, conjuncts
from tradegraph.extractors.coreference import resolve_pronoun
from tradegraph.extractors.descriptions import resolve_description
from tradegraph.extractors.grammar import objects_of
from tradegraph.extractors.jurisdictions import (
    ACTOR_KINDS,
    JURISDICTIONS,
    administrations_of,
    find_jurisdiction,
    named_actor,
)
from tradegraph.extractors.settings import main_jurisdiction
from tradegraph.identifiers import mint, slugify, tail
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Mention

EXAMPLES = ("like", "including", "as")
"""Prepositions before those whom a general word such as *countries* stands for."""
PLURAL = ("NNS", "NNPS")
SEATS = ("Place", *JURISDICTIONS)
PRONOMINAL = ("PRP", "PRP$", "DT", "CD")
"""Tags of words that stand for something said before: *it*, *their*, *both*, *the two*."""


def find_actors(analysis: Analysis, token: Token | None) -> tuple[str, ...]:
    """Return the actors that the phrase headed by the word means, coordinated ones included."""
    if token is None:
        return ()
    return actors_of(analysis, conjuncts(analysis, token))


def actors_of(analysis: Analysis, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the actors that the words mean, each once."""
    return tuple(dict.fromkeys(iri for token in tokens for iri in find_actor(analysis, token)))


def find_actor(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the actors that one noun or pronoun means; empty while it stays unresolved."""
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind in ACTOR_KINDS:
        adjective = mention.kind in JURISDICTIONS and mention.role == "demonym"
        named = (mention.entity,) if mention.entity else ()
        return (describe_group(analysis, token) or named) if named and adjective else named
    if mention is not None and mention.kind == "Office":
        holder = _named_after(analysis, mention) or find_holder(analysis, mention)
        if holder:
            return (holder,)
    described = _named_beside(analysis, token) or describe_group(analysis, token)
    if described:
        return described
    points_back = analysis.is_word(token, "sides-noun", "leaders-noun")
    if token.tag in PRONOMINAL or points_back:
        return resolve_pronoun(analysis, token) or _own_government(analysis, token)
    return resolve_description(analysis, token) or _listed_after(analysis, token)


def _listed_after(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return whom *countries like Norway and Sweden* names as examples."""
    if not analysis.is_word(token, "bearer-noun"):
        return ()
    named = (named_actor(analysis, t) for t in objects_of(analysis, token, *EXAMPLES))
    return tuple(dict.fromkeys(iri for iri in named if iri))


def _own_government(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return whom a bare *the government* means: the jurisdiction that the document is about."""
    bare = [child.lower for child in analysis.children(token)] == ["the"]
    main = main_jurisdiction(analysis)
    return (main,) if main and bare and analysis.is_word(token, "government-noun") else ()


def _named_beside(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the person named after the office, or all after several: *Ministers Lee and Ray*."""
    several = token.tag in PLURAL
    names = analysis.children(token, "appos")
    words = [t for name in names for t in (conjuncts(analysis, name) if several else [name])]
    beside = (analysis.mention_at(word) for word in words)
    people = [m.entity for m in beside if m is not None and m.kind == "Person" and m.entity]
    return tuple(people if several else people[:1])


def _named_after(analysis: Analysis, office: Mention) -> str | None:
    """Return the person whose name follows the office: *Trade Minister Ann Lee*."""
    following = analysis.token_at(office.span.end + 1)
    mention = analysis.mention_at(following) if following is not None else None
    named = mention is not None and mention.kind == "Person" and mention.span > office.span
    beside = mention is not None and mention.span.begin - office.span.end <= 1
    return mention.entity if mention is not None and named and beside else None


def find_holder(analysis: Analysis, mention: Mention) -> str | None:
    """Return the person who holds the office on the document's day, if one remains.

    People named in the document come first; then the registry's holders of that office.
    """
    day = analysis.document.published
    held = {
        person
        for office in ([mention.entity] if mention.entity else mention.candidates)
        for person in analysis.registry.holders(office, day)
    }
    named = {m.entity for m in analysis.mentions if m.kind == "Person"}
    for pool in (held & named, held if mention.entity else set()):
        if len(pool) == 1:
            return next(iter(pool))
    return None


def describe_group(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the group that *Chinese officials* or *the US government* names.

    A government stands for its jurisdiction, an administration for itself; officials are a group
    affiliated with the body or country that they serve.
    """
    if not analysis.is_word(token, "officials-noun", "government-noun"):
        return ()
    owners = _owners_of_group(analysis, token)
    return tuple(dict.fromkeys(iri for o in owners for iri in _group_of(analysis, token, o)))


def _group_of(analysis: Analysis, token: Token, owner: str) -> tuple[str, ...]:
    if analysis.is_word(token, "government-noun"):
        named = analysis.is_word(token, "administration-noun")
        headed = administrations_of(analysis, owner) if named else ()
        if len(headed) == 1:
            return headed
        place = find_jurisdiction(analysis, owner)
        return (place,) if place else ()
    called = " ".join([*_describing_words(analysis, token), token.lower])
    label = f"{_adjective(analysis, owner)} {called}"
    iri = mint("group", slugify(f"{tail(owner)} {called}"))
    analysis.entities.setdefault(iri, Entity(iri, "ActorGroup", label, (), owner))
    return (iri,)


def _describing_words(analysis: Analysis, token: Token) -> list[str]:
    """Return the words that tell which officials they are: *senior*, *trade*."""
    before = analysis.children(token, "amod", "compound", "nmod")
    return [t.lower for t in before if analysis.mention_at(t) is None and t.text.isalpha()]


def _owners_of_group(analysis: Analysis, token: Token) -> list[str]:
    """Return whom the officials serve: *of Norway* before *Norwegian*, the last one named.

    Several are those that are coordinated: *Norwegian and Swedish officials*.
    """
    owners: list[str] = []
    for child in analysis.children(token, *PREMODIFIERS):
        if child.tag == "PRP$":
            owners = list(resolve_pronoun(analysis, child)[:1])
        else:
            owners = _named_together(analysis, conjuncts(analysis, child)) or owners
    after = _named_together(analysis, objects_of(analysis, token, "of", "from", "with", "at"))
    return after or owners or _seat_of(analysis, token)


def _seat_of(analysis: Analysis, token: Token) -> list[str]:
    """Return the jurisdiction in whose capital they sit: *ministers in London*."""
    mentions = (analysis.mention_at(t) for t in objects_of(analysis, token, "in"))
    seats = [m.entity for m in mentions if m is not None and m.entity and m.kind in SEATS]
    return [place for seat in seats if (place := analysis.jurisdiction(seat))]


def _named_together(analysis: Analysis, tokens: Sequence[Token]) -> list[str]:
    named = (named_actor(analysis, token) for token in tokens)
    return list(dict.fromkeys(iri for iri in named if iri))


def _adjective(analysis: Analysis, owner: str) -> str:
    demonyms = analysis.registry.values(owner, "demonym")
    entity = analysis.entity(owner)
    return demonyms[0] if demonyms else entity.label if entity else tail(owner)
