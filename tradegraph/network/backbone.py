"""Which ties matter most to one of their ends: the backbone of a network too large to draw."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

WeighedTie = tuple[str, str, float]
"""Two actors and how heavy their tie is; both actors may be the same."""


def rank_ties(ties: Sequence[WeighedTie]) -> list[int]:
    """Return the places of the ties in the sequence, the most significant first.

    The disparity filter of Serrano, Boguñá and Vespignani, "Extracting the multiscale backbone of
    complex weighted networks" (2009): a tie is significant when it is heavier than chance would
    have it among the ties of one of its ends.
    """
    strength: dict[str, float] = defaultdict(float)
    degree: dict[str, int] = defaultdict(int)
    for source, target, weight in ties:
        for end in {source, target}:
            strength[end] += weight
            degree[end] += 1

    def rank(number: int) -> tuple[float, float, str, str, int]:
        source, target, weight = ties[number]
        shares = ((weight / strength[end], degree[end]) for end in (source, target))
        chance = min((1 - share) ** (count - 1) for share, count in shares)
        return chance, -weight, source, target, number

    return sorted(range(len(ties)), key=rank)
