"""Written forms that several entries share, so that only their context can tell them apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from tradegraph.registry import Registry

COLUMNS: Final = ("name", "kinds", "jurisdictions", "entries")


@dataclass(frozen=True, slots=True)
class AmbiguousForm:
    """A name with the entries that bear it, their classes and how many jurisdictions they are of.

    Entries of different jurisdictions are told apart by the country spoken of.
    """

    name: str
    kinds: tuple[str, ...]
    jurisdictions: int
    entries: tuple[str, ...]


def list_ambiguous(registry: Registry) -> list[AmbiguousForm]:
    """Return the names that several entries bear, however they are spelt, sorted."""
    bearers: defaultdict[tuple[str, bool], dict[str, str]] = defaultdict(dict)
    for first, names in registry.starts.items():
        for rest, text, entity, _ in names:
            key = (f"{first} {rest}".strip(), text == text.lower())
            bearers[key].setdefault(entity, text)
    found = (_describe(registry, entities) for entities in bearers.values() if len(entities) > 1)
    return sorted(found, key=lambda form: (form.name.lower(), form.name, form.entries))


def _describe(registry: Registry, entities: dict[str, str]) -> AmbiguousForm:
    kinds = sorted({registry.kind(iri) or "" for iri in entities})
    places = {registry.jurisdiction(iri) for iri in entities}
    return AmbiguousForm(min(entities.values()), tuple(kinds), len(places), tuple(sorted(entities)))
