"""Facts that a document tells more than once: kept once, with every passage.

A news story returns to its subject; the first telling stands, later ones add evidence or details.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace

from tradegraph.model import Content, DateRange, Fact


def first_tellings(facts: Iterable[Fact], key: Callable[[Fact], Hashable]) -> Iterator[Fact]:
    """Yield the facts whose key was not met before."""
    seen = set()
    for fact in facts:
        name = key(fact)
        if name not in seen:
            seen.add(name)
            yield fact


def add_telling(
    told: list[Fact], fact: Fact, unite: Callable[[Fact, Fact], Content | None]
) -> None:
    """Add the fact to the list, or its passages to the earlier telling that it repeats.

    `unite` returns the content of both tellings, or None where they are two facts.
    """
    for index, earlier in enumerate(told):
        content = unite(earlier, fact)
        if content is not None:
            evidence = tuple(dict.fromkeys(earlier.evidence + fact.evidence))
            confidence = max(earlier.confidence, fact.confidence)
            told[index] = replace(
                earlier, content=content, evidence=evidence, confidence=confidence
            )
            return
    told.append(fact)


def is_equally_committed(first: Fact, second: Fact) -> bool:
    """Tell whether the text commits to both facts in the same way."""
    return (first.modality, first.positive) == (second.modality, second.positive)


def may_coincide(first: DateRange | None, second: DateRange | None) -> bool:
    """Tell whether two dates may be the same day; an unknown one may be any."""
    return first is None or second is None or first.overlaps(second)
