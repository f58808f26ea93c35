"""Which of several candidates a name means; None unless exactly one remains.

Rules, in order: an administration is the one in office on the document's day; a name that is both a
body and an office is the office where a person's name follows; a ministry or office without a
country is that of the country beside it; an ambiguous court is one that the document names in full,
otherwise the one that reviews such a court; an office without a name is one that somebody in the
document holds on that day; a ministry or office is otherwise of the country that publishes the
document, or of the one named last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from tradegraph.model import Document, Mention
from tradegraph.registry import Registry

JURISDICTIONS: Final = ("Country", "CustomsUnion")
OWNED: Final = ("GovernmentBody", "Office", "Administration")
BESIDE: Final = 4
"""Characters between a country and the ministry that it stands beside: *China's ministry*."""
BEFORE: Final = 600
"""Characters before a ministry in which the country spoken of is looked for."""


def choose_entities(
    mentions: Sequence[Mention], document: Document, registry: Registry
) -> tuple[Mention, ...]:
    """Return the mentions, those with several candidates settled where a rule leaves one."""
    scene = _Scene(list(mentions), document, registry)
    for rule in RULES:
        for index, mention in enumerate(scene.mentions):
            if mention.entity is None and len(mention.candidates) > 1:
                left = rule(scene, index)
                if 0 < len(left) < len(mention.candidates):
                    scene.mentions[index] = _narrow(mention, left, registry)
    return tuple(scene.mentions)


def _narrow(mention: Mention, left: Sequence[str], registry: Registry) -> Mention:
    kind = registry.kind(left[0]) or mention.kind
    if len(left) > 1:
        return replace(mention, candidates=tuple(left), kind=kind)
    return replace(mention, entity=left[0], kind=kind, method="rule", confidence=0.87)


@dataclass(frozen=True)
class _Scene:
    """A document's mentions as far as they are settled, and what they say of each other.

    Which courts and people are named for certain does not change while the rules are applied.
    """

    mentions: list[Mention]
    document: Document
    registry: Registry

    def candidates(self, index: int, *kinds: str) -> list[str]:
        """Return the candidates of these kinds."""
        every = self.mentions[index].candidates
        return [iri for iri in every if self.registry.kind(iri) in kinds]

    @cached_property
    def courts(self) -> frozenset[str]:
        """The courts that a name alone identifies."""
        certain = (m for m in self.mentions if m.kind == "Court" and m.method != "rule")
        return frozenset(m.entity for m in certain if m.entity)

    @cached_property
    def superior_courts(self) -> frozenset[str]:
        """The courts that review those."""
        above = (self.registry.value(court, "reviewedBy") for court in self.courts)
        return frozenset(court for court in above if court)

    @cached_property
    def jurisdictions(self) -> frozenset[str]:
        """The countries and customs unions that are named."""
        named = (m.entity for m in self.mentions if m.kind in JURISDICTIONS)
        return frozenset(place for place in named if place)

    @cached_property
    def held_offices(self) -> frozenset[str]:
        """The offices of the people in the document on its day."""
        people = {m.entity for m in self.mentions if m.kind == "Person" and m.entity}
        day = self.document.published
        return frozenset(office for p in people for office in self.registry.offices(p, day))

    @cached_property
    def publishing_places(self) -> frozenset[str]:
        """The jurisdiction that issues the document, for what its government publishes."""
        publishers = self.registry.entities_named(self.document.publisher or "")
        places = (self.registry.jurisdiction(publisher) for publisher in publishers)
        return frozenset(place for place in places if place)


def _in_office(scene: _Scene, index: int) -> list[str]:
    found = scene.candidates(index, "Administration")
    day = scene.document.published
    return [iri for iri in found if scene.registry.lasts(iri, day)] if day else []


def _office_before_person(scene: _Scene, index: int) -> list[str]:
    """Return the offices before a person's name, otherwise the bodies, of a name that is both."""
    mention = scene.mentions[index]
    offices = scene.candidates(index, "Office")
    bodies = [iri for iri in mention.candidates if iri not in offices]
    if not offices or not bodies:
        return []
    following = scene.mentions[index + 1 : index + 2]
    named = any(m.kind == "Person" and m.span.begin - mention.span.end <= 2 for m in following)
    return offices if named else bodies


def _of_country_beside(scene: _Scene, index: int) -> list[str]:
    mention = scene.mentions[index]
    beside = scene.mentions[max(0, index - 1) : index + 2]
    countries = (m for m in beside if m.kind in JURISDICTIONS and m.entity)
    places = {m.entity for m in countries if _gap(m, mention) <= BESIDE}
    return [iri for iri in mention.candidates if scene.registry.jurisdiction(iri) in places]


def _gap(first: Mention, second: Mention) -> int:
    earlier, later = sorted((first.span, second.span))
    return later.begin - earlier.end


def _court_named(scene: _Scene, index: int) -> list[str]:
    return [iri for iri in scene.candidates(index, "Court") if iri in scene.courts]


def _court_above(scene: _Scene, index: int) -> list[str]:
    return [iri for iri in scene.candidates(index, "Court") if iri in scene.superior_courts]


def _held_office(scene: _Scene, index: int) -> list[str]:
    return [iri for iri in scene.candidates(index, "Office") if iri in scene.held_offices]


def _of_publisher(scene: _Scene, index: int) -> list[str]:
    owned = scene.candidates(index, *OWNED)
    return [iri for iri in owned if scene.registry.jurisdiction(iri) in scene.publishing_places]


def _of_country_before(scene: _Scene, index: int) -> list[str]:
    """Return the candidates of the jurisdiction named last before the name."""
    mention = scene.mentions[index]
    if scene.registry.kind(mention.candidates[0]) not in OWNED:
        return []
    owners = {iri: scene.registry.jurisdiction(iri) for iri in mention.candidates}
    for position in range(index - 1, -1, -1):
        other = scene.mentions[position]
        if mention.span.begin - other.span.end > BEFORE:
            break
        place = scene.registry.jurisdiction(other.entity) if other.entity else None
        left = [iri for iri, owner in owners.items() if place and owner == place]
        if left:
            return left
    return []


def _of_country_in_document(scene: _Scene, index: int) -> list[str]:
    """Return the bodies of the only jurisdiction among the candidates' that the document names."""
    owned = scene.candidates(index, "GovernmentBody")
    owners = {iri: scene.registry.jurisdiction(iri) for iri in owned}
    named = scene.jurisdictions & {owner for owner in owners.values() if owner}
    return [iri for iri in owned if owners[iri] in named] if len(named) == 1 else []


RULES: Final[tuple[Callable[[_Scene, int], list[str]], ...]] = (
    _in_office,
    _office_before_person,
    _of_country_beside,
    _court_named,
    _court_above,
    _held_office,
    _of_publisher,
    _of_country_before,
    _of_country_in_document,
)
"""Each leaves some of a mention's candidates, or none where it does not apply; in this order."""
