"""Labels for the things that a document's graph introduces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tradegraph.identifiers import slugify, tail
from tradegraph.model import Entity
from tradegraph.registry import Registry


class Namer:
    """Names of entities as the registry or the document gives them."""

    def __init__(self, registry: Registry, entities: Iterable[Entity]) -> None:
        self._registry = registry
        self._own = {entity.iri: entity for entity in entities}

    def is_curated(self, iri: str) -> bool:
        """Tell whether the registry describes the entity, so that documents need not."""
        return iri in self._registry.entities

    def groups_of(self, programme: str) -> tuple[str, ...]:
        """Return the group that a programme is, or those that hold it as a single measure."""
        if self._registry.kind(programme) == "MeasureGroup":
            return (programme,)
        return self._registry.values(programme, "partOfGroup")

    def find_part(self, programme: str, targets: Iterable[str]) -> str | None:
        """Return the measure of the registry that is a programme's part for these targets.

        A programme that is laid on them alone is that itself; None where there is no such measure.
        """
        wanted = set(targets)
        parts = [
            measure
            for measure in (programme, *self._registry.subjects("partOfGroup", programme))
            if set(self._registry.values(measure, "targets")) == wanted
            and not (measure != programme and self.products_of(measure))
        ]
        return parts[0] if len(parts) == 1 else None

    def find_sector(self, programme: str, products: Iterable[str]) -> str | None:
        """Return the measure within a group that the registry lays on exactly these goods.

        It is one on everybody's goods. None where there is no such measure, or more than one.
        """
        registry = self._registry
        named = [set(registry.entities_named(product)) for product in products]
        wanted = {iri for iris in named for iri in iris if registry.kind(iri) == "ProductScope"}
        found = [
            measure
            for measure in self._members(programme)
            if wanted
            and all(iris & wanted for iris in named)
            and set(self.products_of(measure)) == wanted
            and not registry.values(measure, "targets")
        ]
        return found[0] if len(found) == 1 else None

    def _members(self, group: str) -> Iterator[str]:
        """Yield the single measures of a group, at any depth."""
        for measure in self._registry.subjects("partOfGroup", group):
            if self._registry.kind(measure) == "MeasureGroup":
                yield from self._members(measure)
            else:
                yield measure

    def products_of(self, programme: str) -> tuple[str, ...]:
        """Return the goods that the registry says a programme covers."""
        return self._registry.values(programme, "product")

    def name(self, iri: str) -> str:
        """Return the entity's label."""
        entity = self._own.get(iri) or self._registry.entities.get(iri)
        return entity.label if entity else tail(iri).replace("-", " ")

    def names(self, iris: Iterable[str]) -> str:
        """Return the labels, joined."""
        found = [self.name(iri) for iri in iris]
        return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)

    def adjective(self, iri: str) -> str:
        """Return the entity's demonym, otherwise its label."""
        demonyms = self._registry.values(iri, "demonym")
        return demonyms[0] if demonyms else self.name(iri)


def slug_of(iris: Iterable[str]) -> str:
    """Return the last parts of the IRIs, sorted, as one slug."""
    return slugify("-".join(sorted(tail(iri) for iri in iris)))
