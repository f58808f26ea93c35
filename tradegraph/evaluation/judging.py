"""Whether an entry of the registry is what an annotated name is the name of.

Names agree as in the comparison of facts. What the annotators tell besides must not contradict: an
office or person belongs to the jurisdiction or body that they name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, cached_property, lru_cache
from typing import Final

from pyoxigraph import NamedNode

from tradegraph.evaluation.actors import find_names, find_office_names, find_place_names
from tradegraph.evaluation.dataset import Dataset, Node
from tradegraph.evaluation.facts import Names
from tradegraph.evaluation.name_list import AnnotatedName
from tradegraph.evaluation.names import (
    EVERYONE,
    find_code,
    is_code,
    matches_name,
    matches_office,
    normalise,
)
from tradegraph.graph import to_nquads
from tradegraph.registry import Registry
from tradegraph.vocabulary import code

KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "countries": ("Country", "CustomsUnion", "ActorGroup"),
    "courts": ("Court",),
    "offices": ("Office",),
    "bodies": ("GovernmentBody", "Organization", "Company", "InternationalBody", "Administration"),
    "people": ("Person",),
    "outlets": ("MediaOutlet",),
    "places": ("Place", "Country"),
    "authorities": ("LegalInstrument",),
    "products": ("ProductScope",),
}
"""The classes of entries that names of each kind name."""


class Judge:
    """Knows the registry's entries as annotators would name them."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._dataset = Dataset.parse(to_nquads(registry.quads))
        self.names = cache(self._find_names)

    def _find_names(self, iri: str) -> Names:
        node = Node(self._dataset, NamedNode(iri))
        kind = self.registry.kind(iri)
        if kind == "Office":
            return find_office_names(node)
        return find_place_names(node) if kind == "Place" else find_names(node)

    def is_right(self, annotated: AnnotatedName, iri: str) -> bool:
        """Tell whether the entry is the one that the annotators mean."""
        name, kind = annotated.name, self.registry.kind(iri)
        if annotated.kind == "countries" and is_code(name):
            return self._is_jurisdiction(name, iri)
        if annotated.kind == "authorities":
            return code("authority", name) in self.registry.values(iri, "confers")
        if kind == "Office":
            return matches_office(self.strip_former(name), self.names(iri)) and self.belongs(
                iri, annotated.owner
            )
        if kind == "Person":
            return self._is_person(annotated, iri)
        return matches_name(name, self.names(iri)) or normalise(name) in self.names(iri)

    def _is_jurisdiction(self, name: str, iri: str) -> bool:
        if name == EVERYONE:
            return EVERYONE in self.names(iri)
        place = self.registry.jurisdiction(iri)
        return place is not None and find_code(place) == name

    def _is_person(self, annotated: AnnotatedName, iri: str) -> bool:
        """Tell whether the person bears the name, or held an office of that name.

        Whose offices are all of other countries is somebody else.
        """
        held = {each.office for each in self.registry.holdings_by_person.get(iri, ())}
        if annotated.owner is not None and is_code(annotated.owner):
            places = {self.registry.jurisdiction(office) for office in held}
            codes = {find_code(place) if place else annotated.owner for place in places}
            if codes and annotated.owner not in codes:
                return False
        families = {normalise(name) for name in self.registry.values(iri, "familyName")}
        named = matches_name(annotated.name, self.names(iri) | families)
        return named or any(matches_office(annotated.name, self.names(each)) for each in held)

    def belongs(self, iri: str, owner: str | None) -> bool:
        """Tell whether the entry belongs to the jurisdiction or body that annotators name.

        A ministry's office is also its country's; a body's also that of a body beside it.
        """
        if owner is None:
            return True
        place = self.registry.jurisdiction(iri)
        if is_code(owner):
            return place is not None and find_code(place) == owner
        if any(matches_name(owner, self.names(each)) for each in self._owners(iri)):
            return True
        known = (self.registry.jurisdiction(each) for each in self.registry.entities_named(owner))
        return place is not None and place in set(known)

    def _owners(self, iri: str) -> Iterator[str]:
        seen: set[str] = set()
        entity = self.registry.entities.get(iri)
        while entity is not None and entity.owner and entity.owner not in seen:
            seen.add(entity.owner)
            yield entity.owner
            entity = self.registry.entities.get(entity.owner)

    def strip_former(self, name: str) -> str:
        """Return an office's name without words as *former* that begin it."""
        words = name.replace("-", "- ").split()
        if len(words) > 1 and words[0].lower().rstrip("-") in self._former:
            return self.strip_former(name[len(words[0]) :].strip())
        return name

    @cached_property
    def _former(self) -> frozenset[str]:
        entries = self.registry.lexicon.entries
        return frozenset(each.lemma for each in entries if each.concept == "lexicon-former")


@lru_cache(maxsize=1)
def make_judge(registry: Registry) -> Judge:
    """Return the judge of a registry, made once."""
    return Judge(registry)
