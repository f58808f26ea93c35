"""The rulings and stays of one document so far, for later ones to refer to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tradegraph.extractors.tellings import add_telling, is_equally_committed, may_coincide
from tradegraph.model import Fact, Ruling, Stay


@dataclass
class Docket:
    """Rulings and stays in the order in which they are told."""

    rulings: list[Fact] = field(default_factory=list)
    stays: list[Fact] = field(default_factory=list)

    def latest(self, *courts: str) -> Ruling | None:
        """Return the last ruling, by one of the courts if any are named."""
        return self.latest_before(None, *courts)

    def latest_before(self, offset: int | None, *courts: str) -> Ruling | None:
        """Return the last ruling that is told before the offset, of the courts if any are named."""
        for fact in reversed(self.rulings):
            told = offset is None or fact.evidence[0].begin < offset
            ruling = fact.content
            if told and isinstance(ruling, Ruling) and (not courts or ruling.court in courts):
                return ruling
        return None

    def add_ruling(self, fact: Fact) -> None:
        """Keep the ruling, or add its passage to the earlier telling of the same one."""
        add_telling(self.rulings, fact, unite_rulings)

    def add_stay(self, fact: Fact) -> bool:
        """Keep the stay and tell whether it is a new one."""
        if any(_is_same_stay(known, fact) for known in self.stays):
            return False
        self.stays.append(fact)
        return True

    def actions(self) -> tuple[Ruling | Stay, ...]:
        """Return all rulings, then all stays."""
        facts = (*self.rulings, *self.stays)
        return tuple(f.content for f in facts if isinstance(f.content, Ruling | Stay))


def unite_rulings(first: Fact, second: Fact) -> Ruling | None:
    """Return one ruling for two tellings, or None when court, outcome or day differ."""
    a, b = first.content, second.content
    if not isinstance(a, Ruling) or not isinstance(b, Ruling):
        return None
    if a.court != b.court or first.modality != second.modality:
        return None
    if a.outcomes and b.outcomes and a.outcomes != b.outcomes:
        return None
    if not may_coincide(a.when, b.when):
        return None
    return replace(
        a,
        outcomes=a.outcomes or b.outcomes,
        when=a.when or b.when,
        measures=a.measures or b.measures,
    )


def _is_same_stay(first: Fact, second: Fact) -> bool:
    a, b = first.content, second.content
    if not isinstance(a, Stay) or not isinstance(b, Stay):
        return False
    same = (a.court, a.lifted) == (b.court, b.lifted)
    return same and is_equally_committed(first, second) and may_coincide(a.when, b.when)
