"""Networks of one kind of actor: the others are left out or folded into those they act for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tradegraph.network.actors import find_jurisdiction, find_kind, owners_of_offices
from tradegraph.network.triples import Triples
from tradegraph.network.words import PROJECTIONS, THING_KINDS

Fold = Callable[[Triples, str], str | None]

_BODIES: Final = frozenset(
    {"body", "administration", "court", "international body", "company", "organization", "outlet"}
)
_THINGS: Final = frozenset({*THING_KINDS.values(), "authority"})


class Projection:
    """Who stands for an actor in a network, None for an actor that is left out."""

    def __init__(self, triples: Triples, name: str) -> None:
        self._triples = triples
        self._fold = _FOLDS[name]
        self._known: dict[str, str | None] = {}

    def stand_in(self, iri: str) -> str | None:
        """Return the IRI of the node that an actor belongs to."""
        if iri not in self._known:
            self._known[iri] = self._fold(self._triples, iri)
        return self._known[iri]


def _keep(_: Triples, iri: str) -> str | None:
    return iri


def _keep_person(triples: Triples, iri: str) -> str | None:
    return iri if find_kind(triples, iri) in {"person", *_THINGS} else None


def _fold_into_body(triples: Triples, iri: str) -> str | None:
    kind = find_kind(triples, iri)
    if kind in _BODIES or kind in _THINGS:
        return iri
    if kind != "person":
        return None
    owners = owners_of_offices(triples, iri)
    return next((owner for owner in owners if find_kind(triples, owner) in _BODIES), None)


def _fold_into_jurisdiction(triples: Triples, iri: str) -> str | None:
    if find_kind(triples, iri) in _THINGS:
        return iri
    return find_jurisdiction(triples, iri)


_FOLDS: Final[dict[str, Fold]] = dict(
    zip(
        PROJECTIONS,
        (_keep, _keep_person, _fold_into_body, _fold_into_jurisdiction),
        strict=True,
    )
)
