"""What part of a network is wanted: around whom, when, which ties, how sure, how often told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tradegraph.errors import UsageError
from tradegraph.network.claims import MODALITIES
from tradegraph.network.words import FAMILIES, PROJECTIONS, THINGS, TIE_TYPES
from tradegraph.spelling import advise

DEFAULT_KINDS = tuple(family for family in FAMILIES if family != "statements")
"""Families of ties in a network unless others are asked for.

Nearly every article has somebody speak about every country in it: those ties would bury the rest.
"""


@dataclass(frozen=True, slots=True)
class Selection:
    """A part of a network; every bound is inclusive, None or empty stands for no bound.

    `kinds` are families of ties or types of ties, `modality` notations of the code list
    `modality`, `min_weight` the least number of documents that must tell a tie. `project` is one of
    `PROJECTIONS`; `things` are those of `THINGS` that are nodes of their own.
    """

    about: tuple[str, ...] = ()
    hops: int = 1
    start: date | None = None
    end: date | None = None
    kinds: tuple[str, ...] = DEFAULT_KINDS
    modality: tuple[str, ...] = MODALITIES
    min_weight: int = 1
    outlets: bool = False
    project: str = "actors"
    things: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_names("--kinds", self.kinds, [*FAMILIES, *TIE_TYPES])
        _check_names("--modality", self.modality, MODALITIES)
        _check_names("--project", [self.project], PROJECTIONS)
        _check_names("--with", self.things, THINGS)
        if self.hops < 0:
            raise UsageError(f"{self.hops} hops are fewer than none", where="--hops", how="1")
        if self.start and self.end and self.start > self.end:
            raise UsageError(
                f"the period ends on {self.end}, before it begins on {self.start}",
                where="--from/--to",
                how=f"--from {self.end} --to {self.start}",
            )

    @classmethod
    def of(cls, **options: Any) -> Selection:
        """Return the selection of these options; None for `kinds` or `modality` is the default."""
        given = {name: value for name, value in options.items() if value is not None}
        lists = {name: tuple(v) for name, v in given.items() if isinstance(v, Sequence)}
        return cls(**{**given, **{k: v for k, v in lists.items() if not isinstance(given[k], str)}})

    def wants_type(self, kind: str) -> bool:
        """Tell whether ties of this type are wanted."""
        return kind in self.kinds or TIE_TYPES[kind] in self.kinds

    def wants_node(self, kind: str) -> bool:
        """Tell whether nodes of this kind are wanted: outlets and things only on request."""
        if kind in THINGS.values():
            return any(THINGS[name] == kind for name in self.things)
        return kind != "outlet" or self.outlets

    def wants_days(self, days: tuple[date, date] | None) -> bool:
        """Tell whether a fact of these days can fall into the period; undated ones only in none."""
        if self.start is None and self.end is None:
            return True
        if days is None:
            return False
        begun = self.end is None or days[0] <= self.end
        return begun and (self.start is None or days[1] >= self.start)


def _check_names(where: str, given: Iterable[str], known: Iterable[str]) -> None:
    choices = list(known)
    for name in given:
        if name not in choices:
            how = advise(name, choices, otherwise=", ".join(choices))
            raise UsageError(f"no such kind as {name!r}", where=where, how=how)
