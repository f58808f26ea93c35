"""Whom a model's name means: found among the document's own mentions, then in the registry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tradegraph.extractors.jurisdictions import ALL_PARTNERS, find_jurisdictions
from tradegraph.identifiers import mint, slugify
from tradegraph.language.analysis import Analysis
from tradegraph.model import Entity

ALL: Final = "ALL"
"""What models are told to write for all trading partners."""


def find_named(analysis: Analysis, name: str) -> str | None:
    """Return the entity that the document or the registry calls so, if exactly one."""
    plain = name.strip().removeprefix("the ")
    told = {
        mention.entity
        for mention in analysis.mentions
        if mention.entity
        and _is_called(analysis, mention.entity, analysis.text(mention.span), plain)
    }
    known = told or set(analysis.registry.entities_named(plain))
    return next(iter(known)) if len(known) == 1 else None


def _is_called(analysis: Analysis, iri: str, written: str, name: str) -> bool:
    entity = analysis.entity(iri)
    names = (written, *((entity.label, *entity.names) if entity else ()))
    return any(name.casefold() == each.casefold() for each in names)


def find_actors(analysis: Analysis, names: Iterable[str]) -> tuple[str, ...]:
    """Return the actors of these names, codes of countries included, as far as they are known."""
    found = (find_jurisdiction(analysis, name) or find_named(analysis, name) for name in names)
    return tuple(dict.fromkeys(iri for iri in found if iri))


def find_places(analysis: Analysis, names: Iterable[str]) -> tuple[str, ...]:
    """Return the jurisdictions of these codes or names."""
    return find_jurisdictions(analysis, find_actors(analysis, names))


def find_jurisdiction(analysis: Analysis, code: str) -> str | None:
    """Return the jurisdiction of an ISO 3166-1 alpha-2 code, EU and ALL included."""
    if code == ALL:
        return ALL_PARTNERS
    iri = mint("country", code)
    return iri if len(code) == len("EU") and iri in analysis.registry.entities else None


def introduce_person(analysis: Analysis, name: str) -> str:
    """Return the person of this name, introduced by the document if nobody knows them."""
    known = find_named(analysis, name)
    if known:
        return known
    iri = mint("person", slugify(name))
    analysis.entities.setdefault(iri, Entity(iri, "Person", name))
    return iri
