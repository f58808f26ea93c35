"""Which of several candidates a name means; None unless exactly one remains.

Rules, in order: an administration is the one in office on the document's day; a name that is both a
body and an office is the office where a person's name follows; a ministry or office without a
country is that of the country beside it, otherwise of the one named last; an ambiguous court is one
that the document names in full, otherwise the one that reviews such a court; an office without a
name is one that somebody in the document holds on that day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tradegraph.model import Document, Mention
from tradegraph.registry import Registry

JURISDICTIONS = ("Country", "CustomsUnion")
BESIDE = 4
"""Characters between a country and the ministry that it stands beside: *China's ministry*."""
BEFORE = 600
"""Characters before a ministry in which the country spoken of is looked for."""


def choose_entities(
    mentions: Sequence[Mention], document: Document, registry: Registry
) -> tuple[Mention, ...]:
    """Return the mentions, those with several candidates settled where a rule leaves one."""
    chosen = list(mentions)
    rules: tuple[Callable[[list[Mention], int, Document, Registry], list[str]], ...] = (
        _in_office,
        _office_before_person,
        _of_country_beside,
        _court_named,
        _court_above,
        _held_office,
        _of_country_before,
    )
    for rule in rules:
        for index, mention in enumerate(chosen):
            if mention.entity is None and len(mention.candidates) > 1:
                left = rule(chosen, index, document, registry)
                if len(left) == 1:
                    chosen[index] = _settle(mention, left[0], registry)
                elif 1 < len(left) < len(mention.candidates):
                    chosen[index] = replace(mention, candidates=tuple(left), kind=registry.kind(left[0]) or "")
    return tuple(chosen)


def _settle(mention: Mention, entity: str, registry: Registry) -> Mention:
    kind = registry.kind(entity) or mention.kind
    return replace(mention, entity=entity, kind=kind, method="rule", confidence=0.87)


def _of_kind(mention: Mention, registry: Registry, *kinds: str) -> list[str]:
    return [c for c in mention.candidates if registry.kind(c) in kinds]


def _in_office(mentions: list[Mention], index: int, document: Document, registry: Registry) -> list[str]:
    found = _of_kind(mentions[index], registry, "Administration")
    return [a for a in found if registry.lasts(a, document.published)] if document.published else []


def _office_before_person(
    mentions: list[Mention], index: int, document: Document, registry: Registry
) -> list[str]:
    """Return the offices before a person's name, otherwise the bodies, of a name that is both."""
    mention = mentions[index]
    offices = _of_kind(mention, registry, "Office")
    bodies = [c for c in mention.candidates if c not in offices]
    if not offices or not bodies:
        return []
    following = mentions[index + 1] if index + 1 < len(mentions) else None
    named = following is not None and following.kind == "Person" and following.span.begin - mention.span.end <= 2
    return offices if named else bodies


def _of_country_beside(
    mentions: list[Mention], index: int, document: Document, registry: Registry
) -> list[str]:
    mention = mentions[index]
    beside = [m for m in mentions[max(0, index - 1) : index + 2] if m.kind in JURISDICTIONS and m.entity]
    near = [m for m in beside if _gap(m, mention) <= BESIDE]
    places = {m.entity for m in near}
    return [c for c in mention.candidates if registry.jurisdiction(c) in places]


def _gap(first: Mention, second: Mention) -> int:
    earlier, later = sorted((first.span, second.span))
    return later.begin - earlier.end


def _of_country_before(
    mentions: list[Mention], index: int, document: Document, registry: Registry
) -> list[str]:
    """Return the candidate of the jurisdiction named last before the name."""
    mention = mentions[index]
    if registry.kind(mention.candidates[0]) not in ("GovernmentBody", "Office", "Administration"):
        return []
    owners = {c: registry.jurisdiction(c) for c in mention.candidates}
    for other in reversed(mentions[:index]):
        if mention.span.begin - other.span.end > BEFORE:
            break
        place = registry.jurisdiction(other.entity) if other.entity else None
        left = [c for c, owner in owners.items() if place and owner == place]
        if left:
            return left
    return []


def _court_named(mentions: list[Mention], index: int, document: Document, registry: Registry) -> list[str]:
    certain = {m.entity for m in mentions if m.kind == "Court" and m.entity and m.method != "rule"}
    return [c for c in _of_kind(mentions[index], registry, "Court") if c in certain]


def _court_above(mentions: list[Mention], index: int, document: Document, registry: Registry) -> list[str]:
    certain = [m.entity for m in mentions if m.kind == "Court" and m.entity and m.method != "rule"]
    above = {registry.value(court, "reviewedBy") for court in certain if court}
    return [c for c in _of_kind(mentions[index], registry, "Court") if c in above]


def _held_office(mentions: list[Mention], index: int, document: Document, registry: Registry) -> list[str]:
    people = {m.entity for m in mentions if m.kind == "Person" and m.entity}
    held = {office for person in people for office in registry.offices(person, document.published)}
    return [c for c in _of_kind(mentions[index], registry, "Office") if c in held]
