"""Whose customs border an actor stands for: countries, customs unions, and groups of them.

Trade law knows customs territories (GATT Article XXIV:2); a ministry, a premier or an
administration acts for the one it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterable

from tradegraph.identifiers import mint
from tradegraph.language.analysis import Analysis
from tradegraph.language.tokens import Token

JURISDICTIONS = ("Country", "CustomsUnion")
ACTOR_KINDS = frozenset(
    (
        *JURISDICTIONS,
        "Person",
        "GovernmentBody",
        "Administration",
        "Court",
        "InternationalBody",
        "MediaOutlet",
        "Company",
        "Organization",
        "ActorGroup",
    )
)
ALL_PARTNERS = mint("group", "all-trading-partners")
"""The registry's group of all countries, for *worldwide* and *all imports*."""
PARTNERS = "-trading-partners"
"""How the registry's groups of all partners, of one country or in general, end."""
LARGEST_GROUP = 3
"""A named group of at most so many jurisdictions stands for each of them."""


def named_actor(analysis: Analysis, token: Token) -> str | None:
    """Return the actor that the word names outright, if just one."""
    mention = analysis.mention_at(token)
    return mention.entity if mention is not None and mention.kind in ACTOR_KINDS else None


def find_jurisdiction(analysis: Analysis, actor: str) -> str | None:
    """Return the country or customs union that the actor is, belongs to or speaks for."""
    if analysis.kind(actor) == "Person":
        return _jurisdiction_of_person(analysis, actor)
    return analysis.jurisdiction(actor)


def _jurisdiction_of_person(analysis: Analysis, person: str) -> str | None:
    """Return the only jurisdiction of the offices held that day, else of the one in the text."""
    offices = analysis.registry.offices(person, analysis.document.published)
    places = {place for office in offices if (place := analysis.registry.jurisdiction(office))}
    if len(places) == 1:
        return next(iter(places))
    return analysis.local_jurisdiction(person)


def find_imposers(analysis: Analysis, actors: Iterable[str]) -> tuple[str, ...]:
    """Return the countries and customs unions of the actors: only they collect duties."""
    places = find_jurisdictions(analysis, actors)
    return tuple(place for place in places if analysis.kind(place) in JURISDICTIONS)


def find_jurisdictions(analysis: Analysis, actors: Iterable[str]) -> tuple[str, ...]:
    """Return the jurisdictions of the actors, each once; groups that have none stay themselves."""
    found: list[str] = []
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


def group_members(analysis: Analysis, actor: str) -> tuple[str, ...]:
    """Return the jurisdictions of a small named group: *the world's two largest economies*."""
    if analysis.kind(actor) != "ActorGroup":
        return ()
    members = analysis.registry.subjects("memberOf", actor)
    return members if len(members) <= LARGEST_GROUP else ()


def everyone(analysis: Analysis) -> frozenset[str]:
    """Return the registry's groups that stand for all trading partners."""
    groups = analysis.registry.of_kind("ActorGroup")
    return frozenset(iri for iri in groups if iri.endswith(PARTNERS))


def administrations_of(analysis: Analysis, actor: str) -> tuple[str, ...]:
    """Return the administrations that the actor is or heads on the document's day."""
    if analysis.kind(actor) == "Administration":
        return (actor,)
    day = analysis.document.published
    headed = analysis.registry.subjects("headedBy", actor)
    return tuple(a for a in headed if analysis.registry.lasts(a, day))


def named_heads(analysis: Analysis, place: str) -> tuple[str, ...]:
    """Return the heads of the place's administrations on the document's day whom it names.

    In a document without a day they are those of all times.
    """
    registry, day = analysis.registry, analysis.document.published
    named = {mention.entity for mention in analysis.mentions if mention.kind == "Person"}
    heads = (
        head
        for administration in registry.of_kind("Administration")
        if registry.jurisdiction(administration) == place
        and (day is None or registry.lasts(administration, day))
        for head in registry.values(administration, "headedBy")
    )
    return tuple(dict.fromkeys(head for head in heads if head in named))
