"""The actors of a graph, and the things between them: their kind, name and jurisdiction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from tradegraph import vocabulary
from tradegraph.errors import UsageError
from tradegraph.network.triples import Triples
from tradegraph.network.words import ACTOR_KINDS, THING_KINDS
from tradegraph.spelling import advise

_DEEPEST = 4  # office -> sub-body -> body -> jurisdiction
_LANDS: Final = ("Country", "CustomsUnion", "Jurisdiction")
_CLASSES: Final = (*ACTOR_KINDS, *THING_KINDS)
_AUTHORITY: Final = f"{vocabulary.CODE}authority-"


@dataclass(frozen=True, order=True, slots=True)
class Actor:
    """A node of the network. `jurisdiction` is an IRI and `place` its name, None if unknown."""

    iri: str
    kind: str
    label: str
    jurisdiction: str | None
    place: str | None


def read_actor(triples: Triples, iri: str) -> Actor | None:
    """Return the actor or thing with this IRI, None when the graph does not say that it is one."""
    kind = find_kind(triples, iri)
    if kind is None:
        return None
    place = find_jurisdiction(triples, iri)
    return Actor(iri, kind, triples.label(iri), place, triples.label(place) if place else None)


def find_kind(triples: Triples, iri: str) -> str | None:
    """Return the kind of an actor or thing, None for what is neither."""
    if iri.startswith(_AUTHORITY):
        return "authority"
    types = triples.types(iri, _CLASSES)
    kinds = {**ACTOR_KINDS, **THING_KINDS}
    return next((word for name, word in kinds.items() if name in types), None)


def find_jurisdiction(triples: Triples, iri: str, depth: int = _DEEPEST) -> str | None:
    """Return the country or bloc an actor belongs to or acts for, None where none is known."""
    if triples.types(iri, _LANDS):
        return iri
    if depth == 0:
        return None
    owners = [
        owner
        for name in ("bodyOf", "affiliation", "subBodyOf", "imposedBy", "heardBy")
        for owner in triples.all(iri, name)
    ]
    owners += owners_of_offices(triples, iri)
    found = (find_jurisdiction(triples, owner, depth - 1) for owner in owners)
    return next((place for place in found if place), None)


def owners_of_offices(triples: Triples, person: str) -> list[str]:
    """Return the owners of a person's offices: those documents report first, then the latest."""
    holdings = triples.subjects("holder", person)
    latest = sorted(holdings, key=lambda each: triples.one(each, "from") or "", reverse=True)
    reported = sorted(latest, key=lambda each: not triples.all(each, "observedOn"))
    return [
        owner
        for holding in reported
        for office in triples.all(holding, "office")
        for owner in triples.all(office, "officeOf")
    ]


def resolve_actor(triples: Triples, name: str, drawn: Iterable[str]) -> str:
    """Return the IRI of the actor with this name, code, short IRI or IRI.

    Raises UsageError for a name that nobody bears, or that several bear of whom not exactly one
    is in the network (`drawn`).
    """
    names = _index_names(triples)
    found = names.get(_fold(_expand(name)), set())
    if len(found) > 1:
        found = (found & set(drawn)) or found
    if len(found) == 1:
        return next(iter(found))
    if found:
        choice = " or ".join(sorted(found))
        raise UsageError(f"several actors are called {name!r}", where="--about", how=choice)
    labels = sorted({triples.label(iri) for iris in names.values() for iri in iris})
    hint = advise(name, labels, otherwise="`tradegraph show NAME`")
    raise UsageError(f"no actor is called {name!r}", where="--about", how=hint)


def _index_names(triples: Triples) -> dict[str, set[str]]:
    names: dict[str, set[str]] = {}
    for iri in (iri for kind in _CLASSES for iri in triples.instances(kind)):
        texts = [iri, iri.rsplit("/", 1)[-1], triples.label(iri), *triples.all(iri, "iso2")]
        texts += triples.values(iri, vocabulary.SKOS + "altLabel")
        for text in texts:
            names.setdefault(_fold(text), set()).add(iri)
    return names


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _expand(name: str) -> str:
    prefix, colon, rest = name.partition(":")
    if colon and prefix in vocabulary.PREFIXES:
        return vocabulary.PREFIXES[prefix] + rest
    return name
