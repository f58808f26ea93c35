"""The names in annotated facts: each once for a document, with what it should be the name of."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from tradegraph.evaluation.facts import JURISDICTIONS, Fact
from tradegraph.evaluation.names import is_code
from tradegraph.model import Span

KIND_OF_ROLE: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("imposer", "target", "parties", "retaliatesAgainst"), "countries"),
        **dict.fromkeys(("court", "staysCourt", "fromCourt", "toCourt"), "courts"),
        "office": "offices",
        "person": "people",
        "outlet": "outlets",
        "agency": "bodies",
        "place": "places",
        "authority": "authorities",
        "product": "products",
    }
)
"""What a role's names are names of; those of the other roles are of several kinds."""
ANY: Final = "any"
OWNER_ROLE: Final[Mapping[str, str]] = MappingProxyType(
    {"office": "of", "person": "of", "by": "imposer"}
)
"""The role that says whose a name of another role is, if it says so of one only."""


CODED: Final = JURISDICTIONS | {"by", "agency"}
"""Roles in which a jurisdiction is called by its code."""


@dataclass(frozen=True, slots=True)
class AnnotatedName:
    """A name that annotators gave, in one document.

    `kind` is one of KIND_OF_ROLE, or ANY. `owner` is the jurisdiction or body that an office or
    person belongs to, as the annotators call it; `holder` who holds an office. `spans` are the
    passages of all facts that it is in.
    """

    document: str
    kind: str
    name: str
    owner: str | None = None
    holder: str | None = None
    spans: tuple[Span, ...] = ()


def list_names(document: str, facts: Iterable[Fact]) -> tuple[AnnotatedName, ...]:
    """Return the names in a document's facts, each once for its kind; an office for each owner."""
    found: dict[tuple[str, ...], AnnotatedName] = {}
    facts = tuple(facts)
    people = {name for fact in facts for name in _names_of(fact, "person")}
    for fact in facts:
        for each in _read_names(document, fact, people):
            key = (each.kind, each.name, *((each.owner or "",) if each.kind == "offices" else ()))
            found[key] = _join(found[key], each) if key in found else each
    return tuple(found.values())


def is_description(name: str) -> bool:
    """Tell whether words describe without naming: *senior officials*, *several Republicans*."""
    words = name.split()
    return not all(any(c.isupper() or c.isdigit() for c in word) for word in words[:1] + words[-1:])


def _join(first: AnnotatedName, other: AnnotatedName) -> AnnotatedName:
    """Return a name with the passages of both; whose it is stands if both agree."""
    owner = first.owner or other.owner
    agreed = owner if {first.owner, other.owner} <= {owner, None} else None
    spans = tuple(sorted({*first.spans, *other.spans}))
    return replace(first, owner=agreed, spans=spans)


def _read_names(document: str, fact: Fact, people: Container[str]) -> Iterator[AnnotatedName]:
    """Yield the names in a fact; who is called a person in another one is one here, too."""
    roles = (*fact.actors, *(role for role in fact.phrases if role in KIND_OF_ROLE))
    for role in roles:
        owners = _names_of(fact, OWNER_ROLE.get(role, ""))
        owner = owners[0] if len(owners) == 1 else None
        holder = next(iter(_names_of(fact, "person")), None) if role == "office" else None
        for name in _names_of(fact, role):
            kind = KIND_OF_ROLE.get(role) or ("people" if name in people else ANY)
            if role in CODED and is_code(name):
                kind, owner = "countries", None
            yield AnnotatedName(document, kind, name, owner, holder, fact.spans)


def _names_of(fact: Fact, role: str) -> list[str]:
    actors = [name for names in fact.actors.get(role, ()) for name in names]
    return actors or list(fact.phrases.get(role, ()))
