"""Which actor a phrase means: by name, by office, as a group, or by what was said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tradegraph.extractors.grammar import conjuncts
from tradegraph.identifiers import mint, slugify, tail
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token
from tradegraph.model import Entity, Mention

ACTOR_KINDS = frozenset(
    (
        "Person",
        "GovernmentBody",
        "Administration",
        "Court",
        "InternationalBody",
        "MediaOutlet",
        "Company",
        "Organization",
        "ActorGroup",
        "Country",
        "CustomsUnion",
    )
)
JURISDICTIONS = ("Country", "CustomsUnion")
HE = frozenset(("he", "she", "him", "her", "his", "himself", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "both", "two"))
FIRST = frozenset(("i", "we", "our", "my", "us"))
REACH = 3
"""How many sentences back a pronoun may point."""


def find_actors(analysis: Analysis, token: Token | None) -> tuple[str, ...]:
    """Return the actors that the phrase headed by the word means, coordinated ones included."""
    if token is None:
        return ()
    found = [iri for part in conjuncts(analysis, token) for iri in find_actor(analysis, part)]
    return tuple(dict.fromkeys(found))


def find_actor(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the actors that one noun or pronoun means; empty while it stays unresolved."""
    mention = analysis.mention_at(token)
    if mention is not None and mention.kind in ACTOR_KINDS:
        return _named(analysis, token, mention)
    if mention is not None and mention.kind == "Office":
        holder = find_holder(analysis, mention)
        if holder:
            return (holder,)
    group = describe_group(analysis, token)
    if group:
        return group
    if token.tag in ("PRP", "PRP$", "DT", "CD") or analysis.is_word(
        token, "sides-noun", "leaders-noun"
    ):
        return resolve_pronoun(analysis, token)
    return ()


def _named(analysis: Analysis, token: Token, mention: Mention) -> tuple[str, ...]:
    if mention.kind in JURISDICTIONS and mention.entity and mention.role == "demonym":
        return describe_group(analysis, token) or (mention.entity,)
    return (mention.entity,) if mention.entity else ()


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

    A government stands for its jurisdiction; officials are a group affiliated with it.
    """
    if not analysis.is_word(token, "officials-noun", "government-noun"):
        return ()
    owner = None
    for child in analysis.children(token, "amod", "compound", "poss", "nmod"):
        mention = analysis.mention_at(child)
        if mention is not None and mention.entity and mention.kind in ACTOR_KINDS:
            owner = mention.entity
        elif child.tag == "PRP$":
            owner = next(iter(resolve_pronoun(analysis, child)), None)
    for head in (
        t
        for p in analysis.children(token, "prep")
        if p.lower in ("of", "from")
        for t in analysis.children(p, "pobj")
    ):
        mention = analysis.mention_at(head)
        if mention is not None and mention.entity and mention.kind in ACTOR_KINDS:
            owner = mention.entity
    if owner is None:
        return ()
    if analysis.is_word(token, "government-noun"):
        headed = administrations_of(analysis, owner) if token.lemma != "government" else ()
        if len(headed) == 1:
            return headed
        place = analysis.jurisdiction(owner) or _jurisdiction_of_person(analysis, owner)
        return (place,) if place else ()
    label = f"{_adjective(analysis, owner)} {token.lower}"
    iri = mint("group", slugify(f"{tail(owner)} {token.lower}"))
    analysis.entities.setdefault(iri, Entity(iri, "ActorGroup", label, (), owner))
    return (iri,)


def administrations_of(analysis: Analysis, actor: str) -> tuple[str, ...]:
    """Return the administrations that the actor is or heads on the document's day."""
    if analysis.kind(actor) == "Administration":
        return (actor,)
    day = analysis.document.published
    headed = analysis.registry.subjects("headedBy", actor)
    return tuple(a for a in headed if analysis.registry.lasts(a, day))


def _adjective(analysis: Analysis, owner: str) -> str:
    demonyms = analysis.registry.values(owner, "demonym")
    entity = analysis.entity(owner)
    return demonyms[0] if demonyms else entity.label if entity else tail(owner)


def _jurisdiction_of_person(analysis: Analysis, person: str) -> str | None:
    """Return the jurisdiction whose office the person holds on the document's day."""
    offices = analysis.registry.offices(person, analysis.document.published)
    places = {place for office in offices if (place := analysis.registry.jurisdiction(office))}
    return next(iter(places)) if len(places) == 1 else None


def find_jurisdiction(analysis: Analysis, actor: str) -> str | None:
    """Return the country or customs union that the actor is, belongs to or speaks for."""
    if analysis.kind(actor) == "Person":
        local = analysis.local_jurisdiction(actor)
        return _jurisdiction_of_person(analysis, actor) or local
    return analysis.jurisdiction(actor)


def find_jurisdictions(analysis: Analysis, actors: Iterable[str]) -> tuple[str, ...]:
    """Return the jurisdictions of the actors, without repetition; groups of all stay as they are."""
    found = []
    for actor in actors:
        if actor in everyone(analysis):
            found.append(actor)
        elif members := group_members(analysis, actor):
            found += members
        elif (place := find_jurisdiction(analysis, actor)) is not None:
            found.append(place)
        elif analysis.kind(actor) in ("ActorGroup", "InternationalBody"):
            found.append(actor)
    return tuple(dict.fromkeys(found))


LARGEST_GROUP = 3
"""A named group of at most so many jurisdictions stands for each of them."""


def group_members(analysis: Analysis, actor: str) -> tuple[str, ...]:
    """Return the jurisdictions that a small named group stands for (*the world's two largest
    economies*).
    """
    if analysis.kind(actor) != "ActorGroup":
        return ()
    members = analysis.registry.subjects("memberOf", actor)
    return members if len(members) <= LARGEST_GROUP else ()


def everyone(analysis: Analysis) -> frozenset[str]:
    """Return the registry's groups that stand for all trading partners."""
    return frozenset(
        iri for iri in analysis.registry.of_kind("ActorGroup") if iri.endswith("-trading-partners")
    )


def resolve_pronoun(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return what a pronoun or *both sides* means: the nearest fitting actors before it."""
    word = token.lower
    if word in HE:
        return _latest(analysis, token, ("Person",), 1)
    if word in IT:
        return _latest(
            analysis,
            token,
            (
                *JURISDICTIONS,
                "GovernmentBody",
                "Administration",
                "Company",
                "Organization",
                "InternationalBody",
                "Court",
            ),
            1,
        )
    if analysis.is_word(token, "leaders-noun") and {"both", "two"} & {
        t.lower for t in analysis.children(token)
    }:
        return leaders_before(analysis, token)
    plural = word in THEY or analysis.is_word(token, "sides-noun")
    two = {"both", "two", "each"} & {t.lower for t in analysis.children(token)} or word in (
        "both",
        "two",
    )
    if plural and two:
        pair = _pair(analysis, token)
        return pair if len(pair) == 2 else ()
    return _latest(analysis, token, ("ActorGroup",), 1) if word in THEY else ()


def _latest(analysis: Analysis, token: Token, kinds: Sequence[str], count: int) -> tuple[str, ...]:
    """Return the nearest actors of these kinds, preferring the subject of an earlier clause."""
    found: dict[str, float] = {}
    for mention in analysis.mentions:
        if mention.span.begin >= token.begin or mention.entity is None or mention.kind not in kinds:
            continue
        head = analysis.head_of(mention.span)
        if head is None or token.sentence - head.sentence > REACH:
            continue
        subject = any(t.dep in ("nsubj", "nsubjpass") for t in (head, analysis.head(head)))
        distance = token.sentence - head.sentence
        found[mention.entity] = -distance + (0.6 if subject else 0) + mention.span.begin / 1e7
    ranked = sorted(found, key=lambda iri: -found[iri])
    return tuple(ranked[:count])


def is_location(analysis: Analysis, head: Token) -> bool:
    """Tell whether a name says where something happens: *travelled to Norway*, *held in Norway*."""
    above = analysis.head(head)
    return (
        head.dep == "pobj"
        and above.lower in ("in", "to", "at")
        and analysis.head(above).pos == "verb"
    )


def leaders_before(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the two heads of state or government named last before *both leaders*, of different
    jurisdictions; empty when there are not just two.
    """
    found: dict[str, str] = {}
    for mention in reversed(analysis.mentions):
        if mention.kind != "Person" or mention.entity is None or mention.span.begin > token.begin:
            continue
        if any(
            _is_head_office(analysis, o)
            for o in analysis.registry.offices(mention.entity, analysis.document.published)
        ):
            place = find_jurisdiction(analysis, mention.entity)
            if place and place not in found:
                found[place] = mention.entity
        if len(found) == 2:
            return tuple(reversed(found.values()))
    return ()


def _is_head_office(analysis: Analysis, office: str) -> bool:
    owner = analysis.registry.value(office, "officeOf")
    formal = (analysis.registry.value(office, "officeKind") or "").endswith("-formal")
    return formal and owner is not None and analysis.registry.kind(owner) in JURISDICTIONS


def _pair(analysis: Analysis, token: Token) -> tuple[str, ...]:
    """Return the two jurisdictions that were named last, going back a paragraph at most."""
    found: list[str] = []
    for mention in reversed(analysis.mentions):
        if mention.span.begin >= token.begin or mention.entity is None:
            continue
        head = analysis.head_of(mention.span)
        if head is None or token.sentence - head.sentence > REACH:
            break
        place = find_jurisdiction(analysis, mention.entity) if mention.kind in ACTOR_KINDS else None
        if place and place not in found and not is_location(analysis, head):
            found.append(place)
        if len(found) == 2:
            break
    return tuple(reversed(found))
